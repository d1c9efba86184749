"""The command line's entry point."""

from __future__ import annotations


def main(arguments: list[str] | None = None) -> None:
    """Run the program with *arguments* (by default the process's own); ends in ``SystemExit``."""
    from papersearch.cli import terminal
    from papersearch.cli.app import app

    terminal.configure()
    app(args=arguments, prog_name="papersearch")
