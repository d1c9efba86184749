"""The command line's entry point."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> None:
    """Run the program with *arguments* (by default the process's own); ends in ``SystemExit``."""
    given = sys.argv[1:] if arguments is None else arguments
    from papersearch.cli import terminal
    from papersearch.cli.help import is_overview, overview

    terminal.configure()
    if not given and _can_talk():
        given = ["search", "--interactive"]
    if is_overview(given):
        # The list of commands needs neither typer nor rich, which take a tenth of a second.
        terminal.write(overview())
        terminal.leave(0)
    from papersearch.cli.app import app

    app(args=given, prog_name="papersearch")


def _can_talk() -> bool:
    """Return whether a person sits at a terminal and there is an archive to ask."""
    import os

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    folder = os.environ.get("PAPERSEARCH_INDEX", "indexes")
    return os.path.isfile(os.path.join(folder, "catalogue.sqlite"))  # noqa: PTH113, PTH118 - quick


if __name__ == "__main__":
    main()
