"""The ledger for a person's eyes: threads through the years, promises, counts of ticks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from papersearch.cli.layout import (
    Col,
    count,
    difference,
    facts,
    foot,
    indented,
    quoted,
    table,
    titled,
    where,
)
from papersearch.cli.terminal import one_line, show, text

if TYPE_CHECKING:
    from papersearch.desks.commitments import CommitmentsAnswer, Promise
    from papersearch.desks.ledger import Entry, Thread
    from papersearch.desks.reports import Report, Series
    from papersearch.desks.ticks import TickCount
    from papersearch.export import Sheet

MOST_REPORTS = 6
_EVENTS = {
    "made": "made", "restated": "restated", "reworded": "reworded", "tightened": "TIGHTENED",
    "loosened": "LOOSENED", "retargeted": "target changed", "revived": "taken up again",
    "merged": "merged", "split": "split off",
}  # fmt: skip


def display(answer: CommitmentsAnswer, ticks: bool, every: bool = False) -> None:
    """Print *answer*: the ledger, or the counts of *ticks*; *every* report, not the latest."""
    if not (answer.threads or answer.promises or answer.series):
        what = {None: "yearly commitment", "annual": "yearly commitment"}.get(
            answer.kind, answer.kind
        )
        like = f" like '{one_line(answer.question)}'" if answer.question else ""
        show(text(f"The archive holds no {what}{like}."))
        if answer.kind is None:
            show(text("Promises in prose: --kind pledge, action or aspiration.", "dim"))
    if answer.found_by == "meaning" and not answer.series:
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
            _show_thread(thread, every)
        if any(p.reported is not None for p in answer.promises):
            for promise in answer.promises:
                _show_promise(promise, every)
        elif answer.promises:
            _show_promises(answer.promises)
        for one in answer.series:
            show(text(f"\n{one_line(one.organisation) or '(not named)'}", "bold underline"))
            _show_series(one, every=True)
    show(foot(answer.population))


def show_no_figures(answer: CommitmentsAnswer, ticks: bool) -> None:  # noqa: ARG001
    """Say that no figure was found for a measure."""
    wanted = one_line(answer.question)
    show(text(f"No paper reports a figure for anything like '{wanted}'."))
    show(foot(answer.population))


def _show_thread(thread: Thread, every: bool) -> None:
    show(text(f"\n{one_line(thread.text)}", "bold"))
    for entry in thread.entries:
        for year in entry.absent_from:
            show(indented(text(f"{year:<9}absent from the list", "yellow")))
        line = text(f"{entry.year or 'no year':<9}")
        loud = entry.event in (
            "tightened", "loosened", "retargeted", "revived", "merged", "split",
        )  # fmt: skip
        line.append(f"{_EVENTS[entry.event]}", style="magenta" if loud else "")
        line.append(f"; {_ticks(entry)}", style="dim")
        show(indented(line))
        if entry.wording:
            show(indented(difference(entry.wording), 12))
        for old in entry.merged_from:
            show(indented(f"takes up: {one_line(old)}", 12))
        if entry.split_from is not None:
            show(indented(f"was part of: {one_line(entry.split_from)}", 12))
        more = [entry.owner, entry.due.raw if entry.due else None]
        if any(more):
            show(indented("; ".join(one_line(part) for part in more if part), 12))
        show(indented(_first_seen(entry), 12, "cyan"))
    show(indented(f"then: {one_line(thread.ending)}", style="dim"))
    for one in thread.figures:
        _show_series(one, every)
    figured = {(f.place.paper_id, f.place.quote) for s in thread.figures for f in s.figures}
    _show_reports(
        [r for r in thread.reported if (r.place.paper_id, r.place.quote) not in figured], every
    )


def _show_series(one: Series, every: bool) -> None:
    show(text(f"\n   Figures reported for {one_line(one.measure)}:"))
    shown = one.figures if every else one.figures[-MOST_REPORTS:]
    for figure in shown:
        day = figure.place.meeting_date or "no date"
        line = text(f"{day}  ").append(quantity(figure), style="bold")
        show(indented(line, 6))
        show(indented(quoted(figure.place.quote), 9))
        show(indented(where(figure.place, with_title=False), 9, "cyan"))
    _left(len(one.figures) - len(shown), "figure")


def quantity(report: Report) -> str:
    """Return a figure with its unit: "9.6%", "£1,200", "2,480 people", "moved by 0.3 days"."""
    if report.value is None:
        return "no figure"
    number = f"{report.value:,}"
    unit = one_line(report.unit)
    if unit == "%":
        amount = f"{number}%"
    else:
        amount = f"£{number}" if unit == "£" else f"{number} {unit}".strip()
    return f"moved by {amount}" if report.is_change else amount


_CLAIMS = {"achieved": "the paper says it was met", "missed": "the paper says it was not met"}


def _show_reports(reports: list[Report] | tuple[Report, ...], every: bool) -> None:
    if not reports:
        return
    shown = reports if every else reports[-MOST_REPORTS:]
    show(text("\n   What later papers say of it:"))
    for one in shown:
        line = text(f"{one.place.meeting_date or 'no date'}  {quoted(one.place.quote)}")
        if one.claim:
            line.append(f"  ({_CLAIMS[one.claim]})", style="magenta")
        show(indented(line, 6))
        show(indented(where(one.place, with_title=False), 9, "cyan"))
    _left(len(reports) - len(shown), "report")


def _left(number: int, thing: str) -> None:
    if number > 0:
        show(indented(f"{count(number, 'earlier ' + thing)} not shown: --all", 6, "dim"))


def _show_promise(one: Promise, every: bool) -> None:
    item = one.commitment
    show(text(f"\n{one.place.meeting_date or 'no date'}  ").append(one_line(item.text), "bold"))
    rest = facts(
        (("due", item.due.raw if item.due else None), ("owner", item.owner),
         ("state", item.status)), indent=3,
    )  # fmt: skip
    if item.due or item.owner or item.status:
        show(rest)
    show(indented(where(one.place), style="cyan"))
    if one.reported:
        _show_reports(one.reported, every)
    elif one.reported is not None:
        show(indented("No later paper in the archive was found to report on it.", style="yellow"))


def _first_seen(entry: Entry) -> str:
    place = entry.first_seen
    return f"{place.meeting_date or 'no date'}: {where(place, with_title=False)}"


def _ticks(entry: Entry) -> str:
    papers = count(entry.lists, "paper")
    parts = [f"{len(entry.ticked_in)} ticked"]
    if entry.unticked:
        parts.append(f"{entry.unticked} not ticked")
    if entry.unknown:
        parts.append(f"{entry.unknown} cannot tell")
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
    if answer.question:
        for one in answer.ticks:
            if one.asked:
                _show_ticking(one)
    heading: object = ...
    rows: list[TickCount] = []
    for one in answer.ticks:
        if (one.organisation, one.year) != heading:
            _show_counts(rows)
            rows = []
            heading = (one.organisation, one.year)
        rows.append(one)
    _show_counts(rows)
    if answer.ticks:
        show(text("\nA tick: the paper says that it supports the commitment.", "dim"))


def _show_ticking(one: TickCount) -> None:
    """Print which papers tick one item."""
    year = one.year or "no year named"
    papers = count(one.ticked, "paper")
    show(text(f"\n{one_line(one.text)} ({year}): ticked in {papers}", "bold"))
    for place in one.papers:
        show(indented(f"{place.meeting_date or 'no date'}  {one_line(place.title)}"))
        show(indented(where(place, with_title=False), 6, "cyan"))


def _show_counts(rows: list[TickCount]) -> None:
    if not rows:
        return
    columns = [Col("Ticked", right=True), Col("Listed", right=True), Col("Commitment", 3),
               Col("By quarter", 2), Col("By who presents", 3)]  # fmt: skip
    year = rows[0].year or "no year named"
    show(text(f"\n{one_line(rows[0].organisation) or '(not named)'}, list of {year}", "bold"))
    show(
        table(columns, [
            (str(one.ticked), str(one.listed), one.text,
             ", ".join(f"{name[-2:]} {n}" for name, n in one.quarters.items()),
             "; ".join(f"{name} {n}" for name, n in one.directorates.items()))
            for one in rows
        ])
    )  # fmt: skip
    placed = [one for one in rows if one.places]
    if not placed:
        show(text("These lists have no place for a tick, or none could be read."))
        return
    if len(placed) < len(rows):
        left = count(len(rows) - len(placed), "item")
        show(text(f"{left} stand in lists without a place for a tick.", "dim"))
    fewest = min(one.ticked for one in placed)
    least = " and ".join(f"'{one_line(one.text)}'" for one in placed if one.ticked == fewest)
    show(text(f"Ticked least, in {count(fewest, 'paper')}: {least}."))


def ticks_answer(answer: CommitmentsAnswer) -> dict[str, Any]:
    """Return what ``commitments --ticks --json`` prints."""
    return {
        "schema": "papersearch.ticks/1",
        "question": answer.question,
        "filters": answer.filters,
        "population": answer.population,
        "ticks": answer.ticks,
    }


def sheets(answer: CommitmentsAnswer, ticks: bool) -> list[Sheet]:
    """Return the answer as tables."""
    from papersearch.export import Column, Sheet

    note = answer.population.sentence()
    counts = Sheet(
        name="ticks",
        columns=(
            Column("organisation"), Column("financial_year"), Column("commitment", "long"),
            Column("ticked", "number"), Column("listed", "number"),
            Column("tick_places", "number"), Column("by_quarter", "long"),
            Column("by_directorate", "long"), Column("ticked_in", "long"),
        ),
        rows=tuple(
            (c.organisation, c.year, c.text, c.ticked, c.listed, c.places,
             ", ".join(f"{q}: {n}" for q, n in c.quarters.items()),
             "; ".join(f"{d}: {n}" for d, n in c.directorates.items()),
             "; ".join(f"{p.file}, p. {p.page}" for p in c.papers))
            for c in answer.ticks
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
                "; ".join(e.merged_from), e.split_from, thread.ending,
                place.meeting_date, place.title, place.file, place.page, place.label,
                place.quote, place.paper_id,
            ))  # fmt: skip
    ledger = Sheet(
        name="ledger",
        columns=(
            Column("thread", "number"), Column("organisation"), Column("financial_year"),
            Column("event"), Column("text", "long"), Column("metric"), Column("direction"),
            Column("value", "number"), Column("unit"), Column("due"), Column("owner"),
            Column("ticked", "number"), Column("not_ticked", "number"),
            Column("cannot_tell", "number"), Column("merged_from", "long"),
            Column("split_from", "long"), Column("ending"), Column("meeting_date", "date"),
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
    if answer.series:
        return [_series_sheet(answer.series, note)]
    if answer.promises:
        return [promises]
    extra = [one for thread in answer.threads for one in thread.figures]
    return [ledger, counts, *([_series_sheet(extra, note)] if extra else [])]


def _series_sheet(series: Sequence[Series], note: str) -> Sheet:
    from papersearch.export import Column, Sheet

    columns = (
        Column("measure"), Column("organisation"), Column("meeting_date", "date"),
        Column("value", "number"), Column("unit"), Column("is_change"), Column("claim"),
        Column("quote", "long"), Column("title", "long"), Column("file"), Column("page", "number"),
        Column("printed_page"), Column("paper_id"),
    )  # fmt: skip
    rows = tuple(
        (
            one.measure, one.organisation, f.place.meeting_date, f.value, f.unit,
            "yes" if f.is_change else "no", f.claim, f.place.quote, f.place.title, f.place.file,
            f.place.page, f.place.label, f.place.paper_id,
        )
        for one in series
        for f in one.figures
    )  # fmt: skip
    return Sheet(name="figures", columns=columns, rows=rows, note=note)
