"""``papersearch appetite``: how the appetite for each risk moved, and on whose decision."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from papersearch.cli import options
from papersearch.cli.app import app
from papersearch.errors import UsageError


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
    framework: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Check papers against a register of decided appetites: CSV or TOML with "
            "organisation, risk, level, from, to, minute.",
        ),
    ] = None,
    json: options.Json = False,
    csv: options.Csv = False,
    output: options.Output = None,
) -> None:
    """Show how the appetite for each risk moved, and who decided it.

    Without RISK, a matrix of risks by meeting; * marks a change and ~ a word of
    another scale. With RISK,
    its history: value, scale, impact, page, changed wording, and beside each
    change the decision that the archive holds, or that it holds none. Levels
    are ranked only within one named scale.

    Examples:
      papersearch appetite
      papersearch appetite patient safety
      papersearch appetite "people leaving" --organisation fenwold --all
      papersearch appetite -o appetites.xlsx
      papersearch appetite --framework decided.csv
    """
    import papersearch
    from papersearch.cli import appetite_view as view
    from papersearch.cli import framework_view
    from papersearch.cli.deliver import deliver

    wanted = " ".join(risk or ()) or None
    given = {"since": since, "until": until, "year": year, "organisation": organisation}
    if framework is not None:
        if wanted:
            raise UsageError("--framework checks every risk.", "Leave out the risk's name.")
        with papersearch.OpenArchive(index, create=False) as archive:
            checked = archive.appetite_check(framework, **given)
        deliver(
            checked, found=bool(checked.checked),
            show=lambda: framework_view.display(checked, every),
            sheets=lambda: framework_view.sheets(checked), json=json, csv=csv, output=output,
        )  # fmt: skip
        return
    with papersearch.OpenArchive(index, create=False) as archive:
        answer = archive.appetite(wanted, **given)
    deliver(
        answer, found=bool(answer.risks), show=lambda: view.display(answer, every),
        sheets=lambda: view.sheets(answer), json=json, csv=csv, output=output,
    )  # fmt: skip
