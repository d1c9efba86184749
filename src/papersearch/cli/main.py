"""The command line's entry point."""


def main() -> None:
    """Run the program."""
    raise SystemExit(2)
