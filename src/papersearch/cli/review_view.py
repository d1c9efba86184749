"""What to look at again in stated appetites, for a person's eyes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from papersearch.cli.layout import Col, count, foot, indented, quoted, table, titled, where
from papersearch.cli.terminal import one_line, show, text

if TYPE_CHECKING:
    from papersearch.desks.appetite_review import Claimed, Noted, ReviewAnswer
    from papersearch.export import Sheet

_HEADINGS = {
    "uniform rows": "Rows that all say the same",
    "not filled in": "Cells that nobody filled in",
    "impact contradicted": "An impact that the paper's own words contradict",
    "impact not explained": "Moving away, and not explained in the paper's risk section",
}


def display(answer: ReviewAnswer) -> None:
    """Print *answer* by its view."""
    if answer.view == "population":
        _population(answer)
    elif answer.view == "impact":
        _impact(answer)
    else:
        _check(answer)
    show(foot(answer.population))


def _check(answer: ReviewAnswer) -> None:
    if not answer.noted:
        show(text("Nothing in the stated appetites looks out of place."))
    for kind, group in groupby(answer.noted, key=lambda n: n.kind):
        entries = list(group)
        show(text(f"\n{_HEADINGS[kind]}: {len(entries):,}", "bold"))
        for one in entries:
            _noted(one)
    if answer.noted:
        show(text("\nFor the auditor to look at; papersearch does not judge.", "dim"))


def _noted(one: Noted) -> None:
    show(text(f"\n{one.place.meeting_date or 'no date'}  {one_line(one.message)}"))
    show(indented(where(one.place), style="cyan"))
    for beside in one.beside:
        show(indented(f"{quoted(beside.quote)} (p. {beside.page})"))


def _impact(answer: ReviewAnswer) -> None:
    if not answer.claimed:
        which = f" '{answer.question}'" if answer.question else ""
        show(text(f"No paper claims an impact{which} on the distance from appetite."))
    for one in answer.claimed:
        _claimed(one)
    explained = sum(bool(c.explained) for c in answer.claimed)
    if answer.claimed:
        show(
            text(
                f"\n{count(len(answer.claimed), 'claim')}; the paper's own risk section speaks of "
                f"{explained:,}."
            )
        )


def _claimed(one: Claimed) -> None:
    line = text(f"\n{one.place.meeting_date or 'no date'}  ")
    line.append(one_line(one.risk), style="bold")
    line.append(f": {one_line(one.impact)}; appetite {one_line(one.appetite) or '(none stated)'}")
    show(line)
    show(indented(where(one.place), style="cyan"))
    for words in one.explained:
        show(indented(f"risk section, p. {words.page}: {quoted(words.quote)}"))
    if one.explained:
        return
    if one.risk_section:
        show(indented("Its risk section does not name this risk; it begins:", style="yellow"))
        for words in one.risk_section:
            show(indented(f"p. {words.page}: {quoted(words.quote)}"))
    else:
        show(indented("It has no section on risk.", style="yellow"))


def _population(answer: ReviewAnswer) -> None:
    rows = [
        (
            c.meeting_date or "no date",
            titled(c.title, c.file, ""),
            str(c.rows) if c.state == "read" else "",
            str(c.stated) if c.state == "read" else "",
            c.why if c.state == "read" else f"not read: {c.why}",
        )
        for c in answer.counted
    ]
    columns = [Col("Meeting"), Col("Paper", 4), Col("Risks", right=True),
               Col("Stated", right=True), Col("Why", 2)]  # fmt: skip
    show(table(columns, rows))
    without = sum(c.state == "read" and not c.rows for c in answer.counted)
    failed = sum(c.state == "failed" for c in answer.counted)
    papers = count(sum(c.state == "read" for c in answer.counted), "paper")
    show(text(f"\n{papers}, {without:,} without a risk table; {count(failed, 'file')} not read."))


def sheet(answer: ReviewAnswer) -> Sheet:
    """Return the answer as a table."""
    from papersearch.export import Column, Sheet

    where_columns = (
        Column("meeting_date", "date"), Column("organisation"), Column("title", "long"),
        Column("file"), Column("page", "number"), Column("printed_page"), Column("quote", "long"),
        Column("paper_id"),
    )  # fmt: skip
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    if answer.view == "population":
        columns = (
            Column("state"), Column("meeting_date", "date"), Column("organisation"),
            Column("title", "long"), Column("file"), Column("first_page", "number"),
            Column("last_page", "number"), Column("risks", "number"),
            Column("appetites_stated", "number"), Column("why", "long"), Column("paper_id"),
        )  # fmt: skip
        rows = tuple(
            (c.state, c.meeting_date, c.organisation, c.title, c.file, c.first_page, c.last_page,
             c.rows, c.stated, c.why, c.paper_id)
            for c in answer.counted
        )  # fmt: skip
    elif answer.view == "impact":
        columns = (
            Column("risk", "long"), Column("appetite"), Column("impact"), Column("direction"),
            Column("risk_section_says", "long"), *where_columns,
        )  # fmt: skip
        rows = tuple(
            (c.risk, c.appetite, c.impact, c.direction, " ".join(p.quote for p in c.explained),
             *_cells(c.place))
            for c in answer.claimed
        )  # fmt: skip
    else:
        columns = (Column("kind"), Column("what", "long"), Column("risk_section_says", "long"),
                   *where_columns)  # fmt: skip
        rows = tuple(
            (n.kind, n.message, " ".join(p.quote for p in n.beside), *_cells(n.place))
            for n in answer.noted
        )
    note = answer.population.sentence()
    return Sheet(name=f"appetite {answer.view}", columns=columns, rows=rows, note=note)


def _cells(place: object) -> tuple[object, ...]:
    names = ("meeting_date", "organisation", "title", "file", "page", "label", "quote", "paper_id")
    return tuple(getattr(place, name) for name in names)
