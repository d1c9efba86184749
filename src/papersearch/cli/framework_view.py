"""Stated appetites against the register of decided ones, for a person's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papersearch.cli.layout import Col, foot, indented, table, titled, where
from papersearch.cli.terminal import one_line, show, text
from papersearch.errors import PapersearchError

if TYPE_CHECKING:
    from pathlib import Path

    from papersearch.desks.framework import Checked, FrameworkAnswer, InForce
    from papersearch.export import Sheet


def display(answer: FrameworkAnswer, every: bool) -> None:
    """Print *answer*: the counts, and what does not agree; *every* also what does."""
    counts = ", ".join(f"{number:,} {verdict}" for verdict, number in answer.counts.items())
    show(text(f"Against {one_line(answer.framework)}: {counts}.", "bold"))
    unstated = [c for c in answer.checked if c.verdict == "missing"]
    shown = [
        c for c in answer.checked if c.verdict != "missing" and (every or c.verdict != "agrees")
    ]
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
    if unstated:
        show(text("\nCover sheets that state no appetite, while one is in force:", "bold"))
    for c in unstated:
        show(text(f"{c.place.meeting_date}  {one_line(c.place.title) or '(no title)'}"))
        show(indented(where(c.place, with_title=False), 12, "cyan"))
    show(foot(answer.population))


def _decided(checked: Checked) -> str:
    held = checked.in_force
    if held is None:
        return ""
    words = held.level + (f" ({held.minute})" if held.minute else "")
    return f"{words}; {checked.note}" if checked.note else words


def sheets(answer: FrameworkAnswer) -> list[Sheet]:
    """Return the answer as one table."""
    from papersearch.export import Column, Sheet

    columns = (
        Column("verdict"), Column("organisation"), Column("meeting_date", "date"),
        Column("risk", "long"), Column("stated"), Column("in_force"), Column("from", "date"),
        Column("to", "date"), Column("minute"), Column("note"), Column("title", "long"),
        Column("file"),
        Column("page", "number"), Column("printed_page"), Column("quote", "long"),
        Column("paper_id"),
    )  # fmt: skip
    rows = []
    for c in answer.checked:
        held, at = c.in_force, c.place
        rows.append((
            c.verdict, at.organisation, at.meeting_date, c.risk, c.stated,
            held.level if held else None, held.from_ if held else None, held.to if held else None,
            held.minute if held else None, c.note, at.title, at.file, at.page, at.label, at.quote,
            at.paper_id,
        ))  # fmt: skip
    note = answer.population.sentence()
    return [Sheet(name="framework", columns=columns, rows=tuple(rows), note=note)]


def give_draft(lines: list[InForce], json: bool, csv: bool, output: Path | None) -> None:
    """Give a first register: CSV on stdout, or a file whose ending says CSV or TOML."""
    from papersearch.cli import terminal
    from papersearch.cli.deliver import deliver

    if output is not None and output.suffix.lower() == ".toml":
        from papersearch.desks.draft import as_toml
        from papersearch.export.write import write_text

        try:
            write_text(output, as_toml(lines))
        except OSError as error:
            raise PapersearchError(
                f"{output} cannot be written: {error.strerror or error}.",
                "Name a file in a folder that is there and that you may write to.",
            ) from error
        terminal.say(f"Written: {output}")
    else:
        deliver(
            {"schema": "papersearch.register/1", "appetite": lines}, found=bool(lines),
            show=lambda: None, sheets=lambda: [_register(lines)], json=json,
            csv=csv or (output is None and not json), output=output,
        )  # fmt: skip
    terminal.say(
        f"{len(lines):,} lines, from what papers state. Correct them against the minutes, then: "
        "papersearch appetite check --framework FILE"
    )


def _register(lines: list[InForce]) -> Sheet:
    from papersearch.export import Column, Sheet

    columns = (
        Column("organisation"), Column("risk", "long"), Column("level"), Column("from", "date"),
        Column("to", "date"), Column("minute"),
    )  # fmt: skip
    rows = tuple((e.organisation, e.risk, e.level, e.from_, e.to, e.minute) for e in lines)
    return Sheet(name="register", columns=columns, rows=rows)
