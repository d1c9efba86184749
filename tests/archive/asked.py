"""What children are asked in tests; a module of its own, so that they can import it."""

import sys


def modules(_: str) -> set[str]:
    """Return the names of the modules in memory."""
    return set(sys.modules)
