"""``papersearch commitments``: the ledger of what was promised."""

from __future__ import annotations

from typing import Annotated

import typer

from papersearch.cli import options
from papersearch.cli.app import app
from papersearch.errors import UsageError

KINDS = ("annual", "pledge", "action", "aspiration")


@app.command()
def commitments(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="Words or the sense of a commitment.", metavar="[WORDS]..."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(help="annual (default), pledge, action or aspiration.", metavar="KIND"),
    ] = None,
    ticks: Annotated[
        bool, typer.Option("--ticks", help="Count which items papers tick, by year and quarter.")
    ] = False,
    figures: Annotated[
        bool,
        typer.Option(
            "--figures", help="What papers report for the measure that WORDS name, by date."
        ),
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="Every report, not the latest six.")] = False,
    index: options.Index = options.DEFAULT_INDEX,
    since: options.Since = None,
    until: options.Until = None,
    year: options.Year = None,
    organisation: options.Organisation = None,
    json: options.Json = False,
    csv: options.Csv = False,
    output: options.Output = None,
) -> None:
    """Follow what was promised to the Board from year to year.

    The ledger shows when a yearly commitment was made, restated, reworded,
    tightened, loosened or taken up again, and in which later list it is absent.
    A tick means that a paper says it supports the commitment, not that it was
    achieved. Which items are one commitment is proposed by likeness. With WORDS,
    also what later papers report of it: figures by date, and whether a paper
    says that it was met.

    Examples:
      papersearch commitments
      papersearch commitments staff retention
      papersearch commitments --ticks --year 2023/24
      papersearch commitments length of stay --ticks --year 2023/24
      papersearch commitments staff turnover --figures
      papersearch commitments improvement strategy --kind pledge
    """
    import papersearch
    from papersearch.cli import commitments_view as view
    from papersearch.cli.deliver import deliver

    if kind is not None and kind not in KINDS:
        raise UsageError(f"There is no kind '{kind}'.", f"Use {', '.join(KINDS)}.")
    if ticks and kind not in (None, "annual"):
        raise UsageError("Only yearly commitments are ticked.", "Leave out --kind or --ticks.")
    wanted = " ".join(words or ()) or None
    given = {"since": since, "until": until, "year": year, "organisation": organisation}
    if figures:
        if wanted is None or ticks or kind is not None:
            raise UsageError(
                "--figures takes the words of a measure, and neither --ticks nor --kind.",
                "Write: papersearch commitments staff turnover --figures",
            )
        with papersearch.OpenArchive(index, create=False) as archive:
            found = archive.figures(wanted, **given)
        deliver(
            found, found=bool(found.series),
            show=lambda: (view.display if found.series else view.show_no_figures)(found, False),
            sheets=lambda: view.sheets(found, False), json=json, csv=csv, output=output,
        )  # fmt: skip
        return
    with papersearch.OpenArchive(index, create=False) as archive:
        answer = archive.commitments(wanted, kind, **given)
    deliver(
        answer if not ticks else view.ticks_answer(answer),
        found=bool(answer.threads or answer.promises),
        show=lambda: view.display(answer, ticks, every), sheets=lambda: view.sheets(answer, ticks),
        json=json, csv=csv, output=output,
    )  # fmt: skip
