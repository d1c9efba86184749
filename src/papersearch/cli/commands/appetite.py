"""``papersearch appetite``: how the appetite for each risk moved, and on whose decision."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from papersearch.cli import options
from papersearch.cli.app import app
from papersearch.errors import UsageError

if TYPE_CHECKING:
    import papersearch

DIRECTIONS = ("towards", "away", "within", "neutral")


@app.command()
def appetite(
    risk: Annotated[
        list[str] | None,
        typer.Argument(
            help="Words or the sense of a risk's name, or its reference; or a view: check, "
            "framework, impact, wording, population.",
            metavar="[RISK]...",
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
    draft: Annotated[
        bool,
        typer.Option("--draft", help="With framework: write a first register from the papers."),
    ] = False,
    json: options.Json = False,
    csv: options.Csv = False,
    output: options.Output = None,
) -> None:
    """Show how the appetite for each risk moved, and who decided it.

    Without RISK, a matrix of risks by meeting; * marks a change and ~ a word of
    another scale. With RISK, its history: value, scale, impact, page, changed
    wording, and beside each change the decision that the archive holds, or that
    it holds none. Levels are ranked only within one named scale.

    check: what to look at again (rows all the same, cells not filled in, an
    impact that the risk section contradicts); with --framework FILE each paper
    against the register. framework --draft: a first register, to be corrected.

    impact [towards, away, within or neutral]: the impact that papers claim, and
    their risk section's words on it. wording: risks whose statement changed.
    population: every paper and file, as a working paper.

    Examples:
      papersearch appetite
      papersearch appetite patient safety --since 2021 --until 2025
      papersearch appetite "people leaving" --organisation fenwold --all
      papersearch appetite check
      papersearch appetite framework --draft -o decided.csv
      papersearch appetite check --framework decided.csv
      papersearch appetite impact away
      papersearch appetite wording
      papersearch appetite population -o population.xlsx
      papersearch appetite workforce supply -o workforce.html
      papersearch appetite -o levels.svg
    """
    import papersearch

    words = [word for part in risk or () for word in part.split()]
    given = {"since": since, "until": until, "year": year, "organisation": organisation}
    out = {"json": json, "csv": csv, "output": output}
    view = words[0].lower() if words else ""
    alone = len(words) == 1
    if draft and not (view == "framework" and alone):
        raise UsageError("--draft goes with framework.", "papersearch appetite framework --draft")
    if framework is not None and words and not (view == "check" and alone):
        raise UsageError("--framework checks every risk.", "Leave out the risk's name.")
    with papersearch.OpenArchive(index, create=False) as archive:
        if framework is not None:
            _against_register(archive, framework, given, every, out)
        elif view == "framework" and alone:
            if not draft:
                raise UsageError(
                    "What of the framework?",
                    "A first register: --draft. Against yours: appetite check --framework FILE",
                )
            _draft(archive, given, out)
        elif view == "wording" and alone:
            _appetite(archive, None, given, every, out, wording=True)
        elif view in ("check", "population") and alone:
            _review(archive, view, None, given, out)
        elif view == "impact" and (alone or (len(words) == 2 and words[1].lower() in DIRECTIONS)):
            _review(archive, view, None if alone else words[1].lower(), given, out)
        else:
            _appetite(archive, " ".join(words) or None, given, every, out)


def _appetite(
    archive: papersearch.OpenArchive,
    wanted: str | None,
    given: dict[str, Any],
    every: bool,
    out: dict[str, Any],
    wording: bool = False,
) -> None:
    from papersearch.cli import appetite_view as view
    from papersearch.cli.deliver import deliver

    answer = archive.appetite(wanted, **given)
    if wording:
        answer = view.only_reworded(answer)
    deliver(
        answer, found=bool(answer.risks),
        show=lambda: (
            view.display_wording(answer) if wording else view.display(answer, every)
        ),
        sheets=lambda: view.sheets(answer), charts=lambda: view.charts(answer), **out,
    )  # fmt: skip


def _against_register(
    archive: papersearch.OpenArchive,
    framework: Path,
    given: dict[str, Any],
    every: bool,
    out: dict[str, Any],
) -> None:
    from papersearch.cli import framework_view as view
    from papersearch.cli.deliver import deliver

    answer = archive.appetite_check(framework, **given)
    deliver(
        answer, found=bool(answer.checked), show=lambda: view.display(answer, every),
        sheets=lambda: view.sheets(answer), **out,
    )  # fmt: skip


def _draft(archive: papersearch.OpenArchive, given: dict[str, Any], out: dict[str, Any]) -> None:
    from papersearch.cli import framework_view as view

    view.give_draft(archive.appetite_draft(**given), **out)


def _review(
    archive: papersearch.OpenArchive,
    view: str,
    question: str | None,
    given: dict[str, Any],
    out: dict[str, Any],
) -> None:
    from papersearch.cli import review_view
    from papersearch.cli.deliver import deliver

    answer = archive.appetite_review(view, question, **given)  # type: ignore[arg-type]
    deliver(
        answer, found=bool(answer.noted or answer.claimed or answer.counted),
        show=lambda: review_view.display(answer), sheets=lambda: [review_view.sheet(answer)], **out,
    )  # fmt: skip
