"""The FOI desk's answers for a person's eyes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from papersearch.cli.card import STATUS_WORDS
from papersearch.cli.layout import count, facts, foot, indented, page_of, quoted, where
from papersearch.cli.terminal import one_line, show, text
from papersearch.desks.foi import elements

if TYPE_CHECKING:
    from rich.text import Text

    from papersearch.desks.foi import FoiAnswer, Precedent
    from papersearch.desks.foi_review import Concern, DueMarking, Marking
    from papersearch.export import Sheet

MOST_PLACES = 5
_PUBLIC_INTEREST = {
    "recorded": "recorded",
    "not_recorded": "not recorded",
    "not_required": "not required (absolute)",
}


def display(answer: FoiAnswer, every: bool, by_what: str = "date") -> None:
    """Print *answer* by its view; the register in the order of *by_what*."""
    if answer.view == "register":
        _register(answer, by_what)
    elif answer.view == "due":
        _due(answer, every)
    elif answer.view == "check":
        _check(answer)
    else:
        _precedents(answer, every)
    if answer.view in ("check", "due", "register"):
        show(text("\nWhat the papers say, for FOI officer review; no ruling.", "dim"))
    show(foot(answer.population))


# --- register --------------------------------------------------------------------------------


def grouped(markings: Sequence[Marking], by_what: str) -> list[list[Marking]]:
    """Return *markings* in the order of *by_what*; those of one paper with one reason together."""
    groups: dict[tuple[str, str | None, str | None, int | None], list[Marking]] = {}
    for entry in markings:
        c = entry.citation
        key = (
            entry.place.paper_id, c.rationale if c else None, c.scope if c else None,
            None if c and c.rationale else len(groups),
        )  # fmt: skip
        groups.setdefault(key, []).append(entry)
    out = list(groups.values())
    if by_what == "date":
        return out
    return sorted(out, key=lambda g: (_heading(g[0], by_what), g[0].place.meeting_date or "9999"))


def _heading(entry: Marking, by_what: str) -> str:
    if by_what == "body":
        return entry.place.organisation or "(organisation not named)"
    if by_what == "year":
        return (entry.place.meeting_date or "no date")[:4]
    return entry.provision


def _register(answer: FoiAnswer, by_what: str) -> None:
    by = f" under {one_line(answer.section)}" if answer.section else ""
    if not answer.markings:
        show(text(f"No paper is marked{by}."))
    heading: str | None = None
    for entries in grouped(answer.markings, by_what):
        if by_what != "date" and (now := _heading(entries[0], by_what)) != heading:
            heading = now
            show(text(f"\n{one_line(heading)}", "bold underline"))
        _marking(entries)
    counted = ", ".join(f"{n:,} {STATUS_WORDS[s]}" for s, n in answer.statuses.items() if n)
    if answer.markings:
        papers = count(len({m.place.paper_id for m in answer.markings}), "paper")
        show(text(f"\n{count(len(answer.markings), 'marking')}{by} in {papers}."))
    if answer.markings and answer.section:
        tests = [m.citation.public_interest for m in answer.markings if m.citation]
        recorded = sum(test == "recorded" for test in tests)
        show(text(f"Public interest test: recorded in {recorded} of {len(tests)}."))
        for name, (yes, no) in elements(answer.markings).items():
            words = name.replace("_", " ")
            show(text(f"Reason shows {words}: in {count(yes, 'paper')}, not in {no}."))
    if counted:
        show(text(f"All papers looked at: {counted}.", "dim"))


def _marking(entries: list[Marking]) -> None:
    first = entries[0]
    show(text(f"\n{first.place.meeting_date or 'no date'}  ").append_text(_provision(first)))
    if len(entries) > 1:
        others = ", ".join(e.provision for e in entries[1:])
        show(indented(f"with the same words: {others}"))
    show(indented(where(first.place), style="cyan"))
    _reason(first)


def _provision(marking: Marking) -> Text:
    line = text(marking.provision, "bold")
    if marking.citation is not None:
        kind = {True: "absolute", False: "qualified", None: None}[marking.citation.absolute]
        more = "; ".join(one_line(p) for p in (marking.citation.title, kind) if p)
        line.append(f"  {more}" if more else "", style="not bold")
    return line


def _reason(marking: Marking) -> None:
    citation = marking.citation
    if citation is None:
        show(indented(f"{STATUS_WORDS[marking.status]}: {quoted(marking.place.quote)}"))
        return
    more = count(marking.same_reason_in, "more paper")
    repeated = f" (the same words in {more})" if marking.same_reason_in else ""
    missing = ", ".join(citation.elements_missing).replace("_", " ")
    present = ", ".join(citation.elements_present).replace("_", " ")
    advice = ", ".join(citation.advisories).replace("_", " ")
    test = _PUBLIC_INTEREST.get(citation.public_interest or "", "")
    reason = quoted(citation.rationale) + repeated if citation.rationale else "none given"
    show(
        facts(
            (
                ("withheld", citation.scope),
                ("reason", reason),
                ("public interest", test),
                ("reason shows", present),
                ("not shown", missing),
                ("to be published", citation.publication_date),
                ("for review", text(advice, "yellow") if advice else None),
            ),
            indent=3,
        )
    )


# --- due -------------------------------------------------------------------------------------


def _due(answer: FoiAnswer, every: bool) -> None:
    shown = [d for d in answer.due if every or d.overdue]
    if not answer.due:
        show(text("No paper is marked for later publication."))
        return
    late = sum(d.overdue for d in answer.due)
    show(
        text(f"{count(len(answer.due), 'marking')} for later publication; as of {answer.as_of}, "
             f"{late} to look at: the promised day has passed, or none was promised in six months, "
             "and the archive holds no open version.")
    )  # fmt: skip
    for one in shown:
        _due_marking(one)
    if len(shown) < len(answer.due):
        show(text(f"\n{len(answer.due) - len(shown)} more are not overdue: --all", "dim"))


def _due_marking(one: DueMarking) -> None:
    marking = one.marking
    age = f"{one.age_days // 30} months old" if one.age_days is not None else "of unknown age"
    line = text(f"\n{marking.place.meeting_date or 'no date'}  ")
    line.append(marking.provision, style="bold").append(f"  {age}; ")
    line.append(f"publication promised: {one.promised}" if one.promised else "no date promised")
    if one.overdue:
        line.append("  TO LOOK AT", style="yellow")
    show(line)
    show(indented(where(marking.place), style="cyan"))
    if marking.reason:
        show(indented(quoted(marking.reason)))
    if one.later_open is not None:
        show(indented(f"open version: {one.later_open.meeting_date} {where(one.later_open)}"))
    else:
        show(indented("No open version in the archive."))


# --- check and precedent ---------------------------------------------------------------------


def _check(answer: FoiAnswer) -> None:
    if not answer.concerns:
        show(text("Nothing in the markings looks out of place."))
    for _, group in groupby(answer.concerns, key=lambda c: c.kind):
        for concern in group:
            _concern(concern)


def _concern(concern: Concern) -> None:
    show(text(f"\n{one_line(concern.message)}", "bold"))
    for place in concern.places[:MOST_PLACES]:
        show(indented(f"{place.meeting_date or 'no date'}: {where(place)}", style="cyan"))
    if len(concern.places) > MOST_PLACES:
        left = len(concern.places) - MOST_PLACES
        show(indented(f"and {count(left, 'more place')} (--json, --csv)", style="dim"))


def _precedents(answer: FoiAnswer, every: bool) -> None:
    if not answer.precedents:
        show(text("Nothing in the archive is about that."))
    elif answer.answerable is False:
        show(text("Nothing in the archive is close to that subject. The nearest papers:", "yellow"))
    from papersearch.search.engine import ANSWERABLE

    near = [p for p in answer.precedents if every or p.score >= ANSWERABLE]
    near = near or list(answer.precedents[:3])
    for number, one in enumerate(near, 1):
        _precedent(number, one)
    if len(near) < len(answer.precedents):
        left = count(len(answer.precedents) - len(near), "more paper")
        show(text(f"\n{left} further from the subject: --all, or --csv.", "dim"))


def _precedent(number: int, one: Precedent) -> None:
    place = one.place
    line = text(f"\n{number}. ").append(one_line(place.title) or "(no title)", style="bold")
    line.append(f"  {place.meeting_date or 'no date'}; ")
    line.append(STATUS_WORDS[one.status], style="magenta" if one.markings else "")
    show(line)
    show(indented(f"{one_line(place.file)}, {page_of(place.page, place.label)}", style="cyan"))
    show(indented(_short(place.quote)))
    for marking in one.markings:
        show(indented(_provision(marking)))
        if marking.citation is not None:
            _reason(marking)


def _short(words: str, most: int = 40) -> str:
    parts = one_line(words).split()
    return " ".join(parts[:most]) + (" ..." if len(parts) > most else "")


# --- to take away ----------------------------------------------------------------------------


def sheets(answer: FoiAnswer) -> list[Sheet]:
    """Return the answer as one table."""
    from papersearch.export import Column, Sheet

    place = (
        Column("meeting_date", "date"), Column("organisation"), Column("title", "long"),
        Column("file"), Column("page", "number"), Column("printed_page"), Column("paper_id"),
    )  # fmt: skip
    marking = (
        Column("status"), Column("provision"), Column("provision_title"),
        Column("absolute_or_qualified"), Column("withheld", "long"), Column("reason", "long"),
        Column("same_reason_in", "number"), Column("public_interest"),
        Column("reason_shows", "long"), Column("not_shown", "long"),
        Column("publication_date", "date"), Column("for_review", "long"), Column("quote", "long"),
    )  # fmt: skip
    note = answer.population.sentence()
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    if answer.view == "check":
        columns = (Column("kind"), Column("concern", "long"), *place, Column("quote", "long"))
        rows = tuple(
            (c.kind, c.message, *_place(p), p.quote) for c in answer.concerns for p in c.places
        )
    elif answer.view == "due":
        columns = (
            *place, *marking, Column("age_days", "number"), Column("overdue"),
            Column("later_open_date", "date"), Column("later_open_file"),
            Column("later_open_page", "number"),
        )  # fmt: skip
        rows = tuple(
            (*_place(d.marking.place), *_cells(d.marking), d.age_days, d.overdue,
             *((d.later_open.meeting_date, d.later_open.file, d.later_open.page)
               if d.later_open else (None,) * 3))
            for d in answer.due
        )  # fmt: skip
    elif answer.view == "precedent":
        columns = (*place, Column("score", "number"), Column("passage", "long"), *marking)
        rows = tuple(
            (*_place(p.place), p.score, p.place.quote,
             *(_cells(m) if m is not None else (p.status, *(None,) * 12)))
            for p in answer.precedents for m in (p.markings or (None,))
        )  # fmt: skip
    else:
        columns = (*place, *marking)
        rows = tuple((*_place(m.place), *_cells(m)) for m in answer.markings)
    return [Sheet(name=f"foi {answer.view}", columns=columns, rows=rows, note=note)]


def _place(place: object) -> tuple[object, ...]:
    names = ("meeting_date", "organisation", "title", "file", "page", "label", "paper_id")
    return tuple(getattr(place, name) for name in names)


def _cells(marking: Marking) -> tuple[object, ...]:
    c = marking.citation
    if c is None:
        return (marking.status, "(none cited)", *(None,) * 10, marking.place.quote)
    return (
        marking.status, c.canonical, c.title,
        {True: "absolute", False: "qualified", None: None}[c.absolute], c.scope, c.rationale,
        marking.same_reason_in, c.public_interest, ", ".join(c.elements_present),
        ", ".join(c.elements_missing), c.publication_date, ", ".join(c.advisories),
        marking.place.quote,
    )  # fmt: skip
