"""The FOI officer's desk: the register of markings, and what was marked how on a subject.

Nothing here is a ruling. An entry shows what the paper says, which of the
provision's elements its reason shows, and what an officer may want to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from papersearch.desks.bodies import held
from papersearch.desks.common import Place, Population, in_order, once, place, population, words_key
from papersearch.desks.foi_review import Concern, DueMarking, Marking, concerns, due, unlike
from papersearch.desks.provisions import matches_section
from papersearch.desks.published import alike_in
from papersearch.record import Paper, Struct

if TYPE_CHECKING:
    from papersearch.archive import Archive, Filters

FOI_SCHEMA = "papersearch.foi/1"
CLOSED = ("exempt", "part_exempt")

View = Literal["register", "due", "check", "precedent"]


class Precedent(Struct, frozen=True, kw_only=True):
    """A paper on the subject, and how it was marked."""

    place: Place
    """Where the subject stands in the paper."""
    score: float
    status: str
    markings: tuple[Marking, ...]


class FoiAnswer(Struct, frozen=True, kw_only=True):
    """What ``foi --json`` prints; *view* says which of the lists is filled."""

    schema: str = FOI_SCHEMA
    view: View
    question: str | None = None
    section: str | None = None
    as_of: str | None = None
    filters: dict[str, Any]
    population: Population
    statuses: dict[str, int]
    """How many of the papers looked at are exempt, part_exempt, open, not_stated."""
    markings: tuple[Marking, ...] = ()
    due: tuple[DueMarking, ...] = ()
    concerns: tuple[Concern, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    answerable: bool | None = None
    """Of precedents: ``False`` where nothing in the archive is close to the subject."""


def answer(
    archive: Archive,
    view: View = "register",
    section: str | None = None,
    filters: Filters | None = None,
    today: date | None = None,
) -> FoiAnswer:
    """Return the register, what is due, or what does not fit; see :func:`precedents` for the rest.

    Args:
        archive: Where the papers are.
        view: Which of the three.
        section: A provision, "s.43(2)": only markings by it or by what is below it.
        filters: Which papers are looked at.
        today: The day by which markings are due; by default this one.
    """
    looked = held(archive, filters)
    papers = looked.papers
    single = in_order(once(papers))
    day = today or date.today()  # noqa: DTZ011 - a calendar day where the user sits
    # A paper's open version is looked for in the whole archive, whatever the filters.
    every = held(archive).papers if view in ("due", "check") else ()
    alike = alike_in(archive) if every else unlike
    markings = register(papers, section) if view == "register" else []
    overdue = due(every, register(single), day, alike) if view == "due" else []
    found = concerns(register(single, section), every, alike) if view == "check" else []
    places = [m.place for m in markings] + [d.marking.place for d in overdue]
    places += [where for concern in found for where in concern.places]
    return FoiAnswer(
        view=view,
        section=section,
        as_of=day.isoformat() if view == "due" else None,
        filters=filters.plain() if filters else {},
        population=population(
            archive,
            filters,
            len(papers),
            len({p.paper_id for p in places}),
            holding=sum(bool(p.foi.citations) or p.foi.status in CLOSED for p in papers),
            what="a closed marking or a provision",
            repeated=len(papers) - len(single),
            assumed=looked.assumed,
        ),
        statuses=statuses(papers),
        markings=tuple(markings),
        due=tuple(overdue),
        concerns=tuple(found),
    )


def precedents(
    archive: Archive,
    question: str,
    hits: Sequence[tuple[str, int, str | None, str, float]],
    filters: Filters | None = None,
    answerable: bool = True,
) -> FoiAnswer:
    """Return how the papers that *hits* are of were marked, the nearest to the subject first.

    Args:
        archive: Where the papers are.
        question: The subject that was searched for.
        hits: ``(paper id, page, printed label, words, score)``, best first.
        filters: Which papers were searched.
        answerable: Whether the search itself says that the archive holds the subject.
    """
    looked = held(archive, filters)
    papers = {paper.id: paper for paper in looked.papers}
    entries = defaultdict(list)
    for marking in register(in_order(papers.values())):
        entries[marking.place.paper_id].append(marking)
    out: dict[str, Precedent] = {}
    for paper_id, page, label, words, score in hits:
        paper = papers.get(paper_id)
        if paper is None or paper_id in out:
            continue
        import msgspec

        where = msgspec.structs.replace(place(paper, None), page=page, label=label, quote=words)
        out[paper_id] = Precedent(
            place=where,
            score=score,
            status=paper.foi.status,
            markings=tuple(entries[paper_id]),
        )
    return FoiAnswer(
        view="precedent",
        question=question,
        filters=filters.plain() if filters else {},
        population=population(archive, filters, len(papers), len(out), assumed=looked.assumed),
        statuses=statuses(papers[i] for i in out),
        answerable=answerable,
        precedents=tuple(out.values()),
    )


def statuses(papers: Iterable[Paper]) -> dict[str, int]:
    """Return how many papers have each status, all four named."""
    counts = dict.fromkeys(("exempt", "part_exempt", "open", "not_stated"), 0)
    for paper in papers:
        counts[paper.foi.status] += 1
    return counts


def elements(markings: Iterable[Marking]) -> dict[str, tuple[int, int]]:
    """Return of each element of a provision how many papers' reasons show it, and do not."""
    shown: defaultdict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for entry in markings:
        if entry.citation is not None:
            for name in entry.citation.elements_present:
                shown[name][0].add(entry.place.paper_id)
            for name in entry.citation.elements_missing:
                shown[name][1].add(entry.place.paper_id)
    return {name: (len(yes), len(no - yes)) for name, (yes, no) in sorted(shown.items())}


def register(papers: Iterable[Paper], section: str | None = None) -> list[Marking]:
    """Return every marking in *papers* by date; *section* ("s.43", "FOIA s.43(2)") narrows it.

    A paper that is marked exempt without a provision has an entry too, with no
    citation; it is left out where a section is asked for.
    """
    entries: list[Marking] = []
    for paper in in_order(papers):
        cited = paper.foi.citations
        if not cited and paper.foi.status in CLOSED and section is None:
            where = place(paper, paper.foi.evidence)
            entries.append(Marking(place=where, status=paper.foi.status, citation=None))
        for citation in cited:
            if section is None or matches_section(citation.canonical, section):
                where = place(paper, citation.evidence)
                entries.append(Marking(place=where, status=paper.foi.status, citation=citation))
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.reason:
            groups[words_key(entry.reason)].add(entry.place.paper_id)
    return [
        Marking(
            place=entry.place,
            status=entry.status,
            citation=entry.citation,
            same_reason_in=len(groups[words_key(entry.reason)]) - 1 if entry.reason else 0,
        )
        for entry in entries
    ]
