"""The program as typer sees it; the commands register themselves when they are asked for."""

from __future__ import annotations

from typing import Annotated

import typer

from papersearch.cli import terminal
from papersearch.cli.group import Commands

app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    add_completion=True,
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        terminal.write(f"papersearch {version('papersearch')}\n")
        raise typer.Exit


@app.callback()
def options(
    colour: Annotated[
        str, typer.Option("--color", "--colour", help="auto, always or never.", metavar="WHEN")
    ] = "auto",
    plain: Annotated[
        bool,
        typer.Option("--plain", help="No colour, no lines, no columns; for screen readers."),
    ] = False,
    _show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Answers from past Board papers, with the page to prove it."""
    from papersearch.errors import UsageError

    if colour not in {"auto", "always", "never"}:
        raise UsageError(f"--color {colour} is not known.", "Use auto, always or never.")
    terminal.configure(colour, plain)  # type: ignore[arg-type]
