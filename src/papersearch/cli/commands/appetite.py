"""``papersearch appetite``: how the appetite for each risk moved, and on whose decision."""

from __future__ import annotations

from typing import Annotated

import typer

from papersearch.cli import options
from papersearch.cli.app import app


@app.command()
def appetite(
    risk: Annotated[
        list[str] | None,
        typer.Argument(
            help="Words or the sense of a risk's name, or its reference.", metavar="[RISK]..."
        ),
    ] = None,
    index: options.Index = options.DEFAULT_INDEX,
    since: options.Since = None,
    until: options.Until = None,
    year: options.Year = None,
    organisation: options.Organisation = None,
    every: Annotated[
        bool,
        typer.Option("--all", help="Every meeting and every paper, also where nothing changed."),
    ] = False,
    json: options.Json = False,
    csv: options.Csv = False,
    output: options.Output = None,
) -> None:
    """Show how the appetite for each risk moved, and who decided it.

    Without RISK, a matrix of risks by meeting; a * marks a change. With RISK,
    its history: value, scale, impact, page, changed wording, and beside each
    change the decision that the archive holds, or that it holds none. Levels
    are ranked only within one named scale.

    Examples:
      papersearch appetite
      papersearch appetite patient safety
      papersearch appetite "people leaving" --organisation fenwold --all
      papersearch appetite -o appetites.xlsx
    """
    import papersearch
    from papersearch.cli import appetite_view as view
    from papersearch.cli.deliver import deliver

    wanted = " ".join(risk or ()) or None
    with papersearch.OpenArchive(index, create=False) as archive:
        answer = archive.appetite(
            wanted, since=since, until=until, year=year, organisation=organisation
        )
    deliver(
        answer, found=bool(answer.risks), show=lambda: view.display(answer, every),
        sheets=lambda: view.sheets(answer), json=json, csv=csv, output=output,
    )  # fmt: skip
