"""``papersearch diff``: what changed between two papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app

if TYPE_CHECKING:
    from papersearch.desks.compare import Change, DiffAnswer
    from papersearch.export import Sheet

_PARTS = {
    "cover": "Cover", "recommendation": "Recommendation", "commitment": "Commitments",
    "risk": "Risks", "marking": "Freedom of Information", "section": "Headings",
}  # fmt: skip


@app.command()
def diff(
    before: Annotated[
        str,
        typer.Argument(
            help="The older paper: start of its id, or words of its title.", metavar="PAPER"
        ),
    ],
    after: Annotated[str, typer.Argument(help="The newer paper, likewise.", metavar="PAPER")],
    index: options.Index = options.DEFAULT_INDEX,
    json: options.Json = False,
    csv: options.Csv = False,
    output: options.Output = None,
) -> None:
    """Show what changed between two papers.

    Cover, recommendation, commitments, risks, marking and headings are
    compared; changed wording is shown as [-taken out-] and {+put in+}.

    Examples:
      papersearch diff 3f9c2a1b 77d0e4aa
      papersearch diff "annual plan 2022" "annual plan 2023" --json
    """
    import papersearch
    from papersearch.cli.commands.show import one_paper
    from papersearch.cli.deliver import deliver
    from papersearch.desks.compare import compare

    with papersearch.OpenArchive(index, create=False) as archive:
        answer = compare(
            one_paper(archive.matching(before), before), one_paper(archive.matching(after), after)
        )
    deliver(
        answer, found=bool(answer.changes), show=lambda: _show(answer),
        sheets=lambda: [_sheet(answer)], json=json, csv=csv, output=output,
    )  # fmt: skip


def _show(answer: DiffAnswer) -> None:
    from papersearch.cli.layout import facts, where

    show, text = terminal.show, terminal.text
    show(facts((("Before", where(answer.before)), ("After", where(answer.after)))))
    part = None
    for change in answer.changes:
        if change.part != part:
            part = change.part
            show(text(f"\n{_PARTS[part]}", "bold"))
        _show_change(change)
    same = f"\n{len(answer.changes):,} differences; {answer.same:,} things are the same in both."
    show(text(same, "dim"))


def _show_change(change: Change) -> None:
    from papersearch.cli.layout import difference, indented, page_of

    show, text = terminal.show, terminal.text
    pages = [page_of(p, None) for p in (change.before_page, change.after_page) if p]
    if len(pages) == 2 and change.before is not None and change.after is not None:
        pages = [f"{pages[0]}, then {pages[1]}"]
    head = ", ".join(p for p in (change.name, *pages) if p)
    if change.wording:
        show(text(f"- {terminal.one_line(head)}" if head else "- reworded"))
        show(indented(difference(change.wording), 2))
    elif change.before is None:
        show(text(f"- only after: {terminal.one_line(change.after)} ({terminal.one_line(head)})"))
    elif change.after is None:
        show(text(f"- only before: {terminal.one_line(change.before)} ({terminal.one_line(head)})"))
    else:
        show(text(f"- {terminal.one_line(head)}: {terminal.one_line(change.before)} -> "
                  f"{terminal.one_line(change.after)}"))  # fmt: skip


def _sheet(answer: DiffAnswer) -> Sheet:
    from papersearch.export import Column, Sheet

    columns = (
        Column("part"), Column("name"), Column("before", "long"), Column("after", "long"),
        Column("before_page", "number"), Column("after_page", "number"),
    )  # fmt: skip
    rows = tuple((c.part, c.name, c.before, c.after, c.before_page, c.after_page)
                 for c in answer.changes)  # fmt: skip
    return Sheet(name="differences", columns=columns, rows=rows)
