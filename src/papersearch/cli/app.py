"""The commands of ``papersearch``, in the order in which users meet them."""

from __future__ import annotations

from typing import Annotated

import typer

from papersearch.cli import terminal
from papersearch.cli.group import Commands

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    add_completion=True,
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        terminal.show(terminal.text(f"papersearch {version('papersearch')}"))
        raise typer.Exit


@app.callback(
    epilog='Start with: papersearch ingest FOLDER, then: papersearch search "a question".'
)
def options(
    colour: Annotated[
        str, typer.Option("--color", "--colour", help="auto, always or never.", metavar="WHEN")
    ] = "auto",
    plain: Annotated[
        bool, typer.Option("--plain", help="No colour and no lines; for screen readers.")
    ] = False,
    _show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Answers from past Board papers, with the page to prove it.

    Reads an organisation's Board papers on this machine (nothing leaves it) and
    answers questions about commitments, risk appetite and exemptions.
    """
    from papersearch.errors import UsageError

    if colour not in {"auto", "always", "never"}:
        raise UsageError(f"--color {colour} is not known.", "Use auto, always or never.")
    terminal.configure(colour, plain)  # type: ignore[arg-type]
