"""The ledger for a person's eyes: threads through the years, promises, counts of ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from papersearch.cli.layout import Col, count, difference, foot, indented, table, titled, where
from papersearch.cli.terminal import one_line, show, text
from papersearch.desks.commitments import tick_counts

if TYPE_CHECKING:
    from papersearch.desks.commitments import CommitmentsAnswer, Entry, Promise, Thread
    from papersearch.export import Sheet

MOST_PLACES = 3
_EVENTS = {
    "made": "made", "restated": "restated", "reworded": "reworded", "tightened": "TIGHTENED",
    "loosened": "LOOSENED", "retargeted": "target changed", "revived": "taken up again",
}  # fmt: skip


def display(answer: CommitmentsAnswer, ticks: bool) -> None:
    """Print *answer*: the ledger, or the counts of *ticks*."""
    if not answer.threads and not answer.promises:
        what = {None: "yearly commitment", "annual": "yearly commitment"}.get(
            answer.kind, answer.kind
        )
        like = f" like '{one_line(answer.question)}'" if answer.question else ""
        show(text(f"The archive holds no {what}{like}."))
        if answer.kind is None:
            show(text("Promises in prose: --kind pledge, action or aspiration.", "dim"))
    if answer.found_by == "meaning":
        wanted = one_line(answer.question)
        show(text(f"Nothing says '{wanted}' in these words. Nearest in meaning:", "yellow"))
    if ticks:
        _show_ticks(answer)
    else:
        body: object = ...
        for thread in answer.threads:
            if thread.organisation != body:
                body = thread.organisation
                show(text(f"\n{one_line(thread.organisation) or '(not named)'}", "bold underline"))
            _show_thread(thread)
        if answer.promises:
            _show_promises(answer.promises)
    show(foot(answer.population))


def _show_thread(thread: Thread) -> None:
    show(text(f"\n{one_line(thread.text)}", "bold"))
    for entry in thread.entries:
        line = text(f"{entry.year or 'no year':<9}")
        loud = entry.event in ("tightened", "loosened", "retargeted", "revived")
        line.append(f"{_EVENTS[entry.event]}", style="magenta" if loud else "")
        line.append(f"; {_ticks(entry)}", style="dim")
        show(indented(line))
        if entry.wording:
            show(indented(difference(entry.wording), 12))
        more = [entry.owner, entry.due.raw if entry.due else None]
        if any(more):
            show(indented("; ".join(one_line(part) for part in more if part), 12))
        show(indented(_first_seen(entry), 12, "cyan"))
    show(indented(f"then: {thread.ending}", style="dim"))


def _first_seen(entry: Entry) -> str:
    place = entry.first_seen
    return f"{place.meeting_date or 'no date'}: {where(place, with_title=False)}"


def _ticks(entry: Entry) -> str:
    papers = count(entry.lists, "paper")
    parts = [f"{len(entry.ticked_in)} ticked"]
    if entry.unticked:
        parts.append(f"{entry.unticked} not ticked")
    if entry.unknown:
        parts.append(f"{entry.unknown} no tick found")
    return f"in {papers}: {', '.join(parts)}"


def _show_promises(promises: tuple[Promise, ...]) -> None:
    rows = []
    for one in promises:
        item = one.commitment
        due = item.due.raw if item.due else None
        rest = "; ".join(part for part in (due, item.owner, item.status) if part)
        promise = titled(item.text, where(one.place), "")
        rows.append((one.place.meeting_date or "no date", promise, rest))
    show(table([Col("Meeting"), Col("Promise", 3), Col("Due, owner, status", 1)], rows))


def _show_ticks(answer: CommitmentsAnswer) -> None:
    heading: object = ...
    rows: list[tuple[str, ...]] = []
    columns = [Col("Ticked", right=True), Col("Listed", right=True), Col("Commitment", 4),
               Col("By quarter", 3)]  # fmt: skip

    def flush() -> None:
        if rows:
            show(table(columns, rows))
            rows.clear()

    for one in tick_counts(answer.threads):
        if (one.organisation, one.year) != heading:
            flush()
            heading = (one.organisation, one.year)
            year = one.year or "no year named"
            show(text(f"\n{one_line(one.organisation) or '(not named)'}, {year}", "bold"))
        quarters = ", ".join(f"{name[-2:]} {n}" for name, n in one.quarters.items())
        rows.append((str(one.ticked), str(one.listed), one.text, quarters))
    flush()
    show(text("A tick: the paper says that it supports the commitment.", "dim"))


def ticks_answer(answer: CommitmentsAnswer) -> dict[str, Any]:
    """Return what ``commitments --ticks --json`` prints."""
    return {
        "schema": "papersearch.ticks/1",
        "question": answer.question,
        "filters": answer.filters,
        "population": answer.population,
        "ticks": tick_counts(answer.threads),
    }


def sheets(answer: CommitmentsAnswer, ticks: bool) -> list[Sheet]:
    """Return the answer as tables."""
    from papersearch.export import Column, Sheet

    note = answer.population.sentence()
    counts = Sheet(
        name="ticks",
        columns=(
            Column("organisation"), Column("financial_year"), Column("commitment", "long"),
            Column("ticked", "number"), Column("listed", "number"), Column("by_quarter", "long"),
        ),
        rows=tuple(
            (c.organisation, c.year, c.text, c.ticked, c.listed,
             ", ".join(f"{q}: {n}" for q, n in c.quarters.items()))
            for c in tick_counts(answer.threads)
        ),
        note=note,
    )  # fmt: skip
    if ticks:
        return [counts]
    rows = []
    for number, thread in enumerate(answer.threads, 1):
        for e in thread.entries:
            target, place = e.target, e.first_seen
            rows.append((
                number, thread.organisation, e.year, e.event, e.text,
                target.metric if target else None, target.direction if target else None,
                target.value if target else None, target.unit if target else None,
                e.due.raw if e.due else None, e.owner, len(e.ticked_in), e.unticked, e.unknown,
                thread.ending, place.meeting_date, place.title, place.file, place.page,
                place.label, place.quote, place.paper_id,
            ))  # fmt: skip
    ledger = Sheet(
        name="ledger",
        columns=(
            Column("thread", "number"), Column("organisation"), Column("financial_year"),
            Column("event"), Column("text", "long"), Column("metric"), Column("direction"),
            Column("value", "number"), Column("unit"), Column("due"), Column("owner"),
            Column("ticked", "number"), Column("not_ticked", "number"),
            Column("no_tick_found", "number"), Column("ending"), Column("meeting_date", "date"),
            Column("title", "long"), Column("file"), Column("page", "number"),
            Column("printed_page"), Column("quote", "long"), Column("paper_id"),
        ),
        rows=tuple(rows),
        note=note,
    )  # fmt: skip
    promises = Sheet(
        name=answer.kind or "promises",
        columns=(
            Column("meeting_date", "date"), Column("organisation"), Column("text", "long"),
            Column("kind"), Column("due"), Column("due_from", "date"), Column("due_to", "date"),
            Column("owner"), Column("status"), Column("title", "long"), Column("file"),
            Column("page", "number"), Column("printed_page"), Column("quote", "long"),
            Column("paper_id"),
        ),
        rows=tuple(
            (
                p.place.meeting_date, p.place.organisation, p.commitment.text, p.commitment.kind,
                p.commitment.due.raw if p.commitment.due else None,
                p.commitment.due.from_ if p.commitment.due else None,
                p.commitment.due.to if p.commitment.due else None,
                p.commitment.owner, p.commitment.status, p.place.title, p.place.file,
                p.place.page, p.place.label, p.place.quote, p.place.paper_id,
            )
            for p in answer.promises
        ),
        note=note,
    )  # fmt: skip
    return [promises] if answer.promises else [ledger, counts]
