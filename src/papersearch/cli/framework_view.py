"""Stated appetites against the register of decided ones, for a person's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papersearch.cli.layout import Col, foot, table, titled, where
from papersearch.cli.terminal import one_line, show, text

if TYPE_CHECKING:
    from papersearch.desks.framework import Checked, FrameworkAnswer
    from papersearch.export import Sheet


def display(answer: FrameworkAnswer, every: bool) -> None:
    """Print *answer*: the counts, and what does not agree; *every* also what does."""
    counts = ", ".join(f"{number:,} {verdict}" for verdict, number in answer.counts.items())
    show(text(f"Against {one_line(answer.framework)}: {counts}.", "bold"))
    shown = [c for c in answer.checked if every or c.verdict != "agrees"]
    if shown:
        rows = [
            (
                c.place.meeting_date or "no date",
                titled(c.risk, where(c.place), ""),
                c.stated or "(none)",
                _decided(c),
                c.verdict,
            )
            for c in shown
        ]
        columns = [Col("Meeting"), Col("Risk", 4), Col("Stated", 2), Col("In force", 2),
                   Col("Verdict", width=8)]  # fmt: skip
        show(table(columns, rows))
    elif answer.checked:
        show(text("Every appetite stated agrees with the register."))
    show(foot(answer.population))


def _decided(checked: Checked) -> str:
    held = checked.in_force
    if held is None:
        return ""
    return held.level + (f" ({held.minute})" if held.minute else "")


def sheets(answer: FrameworkAnswer) -> list[Sheet]:
    """Return the answer as one table."""
    from papersearch.export import Column, Sheet

    columns = (
        Column("verdict"), Column("organisation"), Column("meeting_date", "date"),
        Column("risk", "long"), Column("stated"), Column("in_force"), Column("from", "date"),
        Column("to", "date"), Column("minute"), Column("title", "long"), Column("file"),
        Column("page", "number"), Column("printed_page"), Column("quote", "long"),
        Column("paper_id"),
    )  # fmt: skip
    rows = []
    for c in answer.checked:
        held, at = c.in_force, c.place
        rows.append((
            c.verdict, at.organisation, at.meeting_date, c.risk, c.stated,
            held.level if held else None, held.from_ if held else None, held.to if held else None,
            held.minute if held else None, at.title, at.file, at.page, at.label, at.quote,
            at.paper_id,
        ))  # fmt: skip
    note = answer.population.sentence()
    return [Sheet(name="framework", columns=columns, rows=tuple(rows), note=note)]
