"""The governance desk's ledger: a commitment followed from list to list, and what was ticked.

A tick means that a paper says it supports the commitment, not that it was
achieved. That a commitment is gone is only said where a later list of the
same body is in the archive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from papersearch.desks.bodies import held
from papersearch.desks.common import (
    Place,
    Population,
    Similarity,
    body_key,
    by_meaning,
    in_order,
    names,
    once,
    place,
    population,
    words_key,
)
from papersearch.desks.ledger import Thread, ledger
from papersearch.desks.reports import Find, Report, Series, reports, series
from papersearch.desks.ticks import TickCount, directorates_of, tick_counts
from papersearch.record import Commitment, Paper, Struct

if TYPE_CHECKING:
    from papersearch.archive import Archive, Filters

COMMITMENTS_SCHEMA = "papersearch.commitments/1"


class Promise(Struct, frozen=True, kw_only=True):
    """A pledge, an action or an aspiration, and where it stands."""

    commitment: Commitment
    place: Place
    reported: tuple[Report, ...] | None = None
    """Where it was asked for: what later papers say of it; ``None``: not looked for."""


class CommitmentsAnswer(Struct, frozen=True, kw_only=True):
    """What ``commitments --json`` prints."""

    schema: str = COMMITMENTS_SCHEMA
    question: str | None = None
    kind: str | None = None
    found_by: Literal["words", "meaning"] | None = None
    filters: dict[str, Any]
    population: Population
    threads: tuple[Thread, ...] = ()
    promises: tuple[Promise, ...] = ()
    ticks: tuple[TickCount, ...] = ()
    """Of every item of the lists looked at, whatever was asked for."""
    series: tuple[Series, ...] = ()
    """Where figures were asked for: what papers report for that measure."""


def promises(papers: Iterable[Paper], kinds: Sequence[str]) -> list[Promise]:
    """Return pledges, actions or aspirations with their places, by date; repeats once each."""
    out: list[Promise] = []
    seen: set[tuple[str, str]] = set()
    for paper in in_order(once(papers)):
        for commitment in paper.commitments:
            key = (body_key(paper.organisation), words_key(commitment.text))
            if commitment.kind in kinds and key not in seen:
                seen.add(key)
                out.append(Promise(commitment=commitment, place=place(paper, commitment.evidence)))
    return out


def answer(
    archive: Archive,
    question: str | None = None,
    kind: str | None = None,
    filters: Filters | None = None,
    similarity: Callable[[], Similarity] | None = None,
    find: Find | None = None,
) -> CommitmentsAnswer:
    """Return the ledger of yearly commitments and, where a *kind* is asked for, that kind.

    Args:
        archive: Where the papers are.
        question: Words or the sense of a commitment; of a promise also its paper's title.
        kind: ``annual`` (also ``None``), ``pledge``, ``action`` or ``aspiration``.
        filters: Which papers are looked at.
        similarity: Gives the likeness of texts; called only where there is something to compare.
        find: Searches the archive, for what later papers say of what was asked for.
    """
    looked = held(archive, filters)
    papers = looked.papers
    threads: list[Thread] = []
    made: list[Promise] = []
    ticks: list[TickCount] = []
    found_by: Literal["words", "meaning"] | None = None
    if kind in (None, "annual"):
        some = any(c.kind == "annual" for paper in papers for c in paper.commitments)
        threads = ledger(papers, similarity() if some and similarity else None)
        every = threads
        if question:
            threads, found_by = _asked(
                threads, question, similarity,
                lambda t: " ".join(e.text for e in t.entries), lambda t: t.text,
            )  # fmt: skip
        ticks = tick_counts(
            every, filters.year if filters else None, threads, directorates_of(papers)
        )
    if kind is not None and kind != "annual":
        made = promises(papers, [kind])
        if question:
            made, found_by = _asked(
                made, question, similarity,
                lambda p: f"{p.commitment.text} {p.place.title}", lambda p: p.commitment.text,
            )  # fmt: skip
    if question and find is not None and similarity is not None:
        known = frozenset(words_key(c.text) for p in papers for c in p.commitments)
        lists = _listed(papers)
        likeness = similarity()
        followed = [_followed(t, find, likeness, known, lists) for t in threads[:MOST_FOLLOWED]]
        threads = [*followed, *threads[MOST_FOLLOWED:]]
        reported = [_reported(p, find, likeness, known) for p in made[:MOST_FOLLOWED]]
        made = [*reported, *made[MOST_FOLLOWED:]]
    seen = {p.place.paper_id for p in made}
    for thread in threads:
        for entry in thread.entries:
            seen.update(entry.papers)
    kinds = ("annual",) if kind is None else (kind,)
    what = {"annual": "a list of commitments"}.get(kinds[0], f"a promise of kind {kinds[0]}")
    return CommitmentsAnswer(
        question=question,
        kind=kind,
        found_by=found_by,
        filters=filters.plain() if filters else {},
        population=population(
            archive, filters, len(papers), len(seen),
            holding=sum(any(c.kind in kinds for c in p.commitments) for p in papers), what=what,
            repeated=len(papers) - len(once(papers)), assumed=looked.assumed,
        ),
        threads=tuple(threads),
        promises=tuple(made),
        ticks=tuple(ticks),
    )  # fmt: skip


MOST_FOLLOWED = 12
"""Threads or promises of one question that are followed through later papers."""

T = TypeVar("T")


def _asked(
    things: list[T],
    question: str,
    similarity: Callable[[], Similarity] | None,
    words_of: Callable[[T], str],
    text_of: Callable[[T], str],
) -> tuple[list[T], Literal["words", "meaning"] | None]:
    """Return the *things* that *question* names by its words, else by meaning."""
    chosen = [thing for thing in things if names(question, words_of(thing))]
    if chosen:
        return chosen, "words"
    if similarity is not None:
        chosen = by_meaning(question, things, [text_of(thing) for thing in things], similarity)
    return chosen, "meaning" if chosen else None


def _followed(
    thread: Thread,
    find: Find,
    similarity: Similarity,
    known: frozenset[str],
    lists: Iterable[str],
) -> Thread:
    """Return *thread* with what papers report of it."""
    import msgspec

    texts = {*(entry.text for entry in thread.entries), *lists}
    target = next((e.target for e in reversed(thread.entries) if e.target), None)
    measure = (target.metric if target else None) or thread.text
    return msgspec.structs.replace(
        thread,
        figures=tuple(
            series(
                measure, find, similarity, organisation=thread.organisation,
                unit=target.unit if target else None, leave_out=texts, promises=known,
            )
        ),
        reported=tuple(
            reports(
                thread.text, find, similarity, organisation=thread.organisation,
                since=thread.entries[0].first_seen.meeting_date, leave_out=texts, promises=known,
            )
        ),
    )  # fmt: skip


def _reported(
    promise: Promise, find: Find, similarity: Similarity, known: frozenset[str]
) -> Promise:
    """Return *promise* with what later papers say of it."""
    import msgspec

    item = promise.commitment
    found = reports(
        _core(item), find, similarity, organisation=promise.place.organisation,
        since=promise.place.meeting_date, leave_out=[item.text], promises=known,
    )  # fmt: skip
    return msgspec.structs.replace(promise, reported=tuple(found))


def _listed(papers: Iterable[Paper]) -> set[str]:
    """Return every item of every list: to print the list again is no report."""
    return {c.text for p in papers for c in p.commitments if c.kind == "annual"}


def _core(item: Commitment) -> str:
    """Return what is promised, without who does it and by when: those stand in every promise."""
    text = item.text
    for part in (item.due.raw if item.due else None, item.owner):
        if part:
            text = text.replace(part, " ")
    return " ".join(text.replace(" will ", " ").removeprefix("The ").split()).strip(" .,")


def figures(
    archive: Archive,
    measure: str,
    find: Find,
    similarity: Similarity,
    filters: Filters | None = None,
) -> CommitmentsAnswer:
    """Return the figures that papers report for *measure*, a series for each body."""
    looked = held(archive, filters)
    allowed = {paper.id for paper in looked.papers}
    items = frozenset(words_key(c.text) for p in looked.papers for c in p.commitments)

    def among(question: str) -> Sequence[tuple[Place, str]]:
        return [(where, text) for where, text in find(question) if where.paper_id in allowed]

    found = series(measure, among, similarity, promises=items, leave_out=_listed(looked.papers))
    seen = {one.place.paper_id for each in found for one in each.figures}
    return CommitmentsAnswer(
        question=measure,
        found_by="meaning" if found else None,
        filters=filters.plain() if filters else {},
        population=population(
            archive, filters, len(looked.papers), len(seen), assumed=looked.assumed
        ),
        series=tuple(found),
    )
