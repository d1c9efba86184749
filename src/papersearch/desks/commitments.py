"""The governance desk's ledger: a commitment followed from list to list, and what was ticked.

A tick means that a paper says it supports the commitment, not that it was
achieved. That a commitment is gone is only said where a later list of the
same body is in the archive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from papersearch.desks.common import (
    Place,
    Population,
    Similarity,
    by_meaning,
    content_words,
    in_order,
    name_key,
    names,
    once,
    place,
    population,
    singular,
    word_diff,
    words_key,
)
from papersearch.record import Commitment, Due, Paper, Struct, Target

if TYPE_CHECKING:
    from papersearch.archive import Archive, Filters

LEAST_SAME_WORDS = 0.6
"""Share of common words from which two years' items are one commitment reworded."""
LEAST_SAME_MEANING = 0.72
"""Cosine from which they are (all-MiniLM-L6-v2), where they share a word that carries meaning."""

LEAST_LIST = 2
"""Items that make a year's list: a single mention says nothing of what was left out."""
COMMITMENTS_SCHEMA = "papersearch.commitments/1"

Event = Literal["made", "restated", "reworded", "tightened", "loosened", "retargeted", "revived"]


class Entry(Struct, frozen=True, kw_only=True):
    """The commitment as one year's list has it."""

    year: str | None
    text: str
    event: Event
    target: Target | None
    due: Due | None
    owner: str | None
    wording: tuple[tuple[str, str], ...] = ()
    first_seen: Place
    lists: int
    ticked_in: tuple[Place, ...]
    unticked: int
    unknown: int


class Thread(Struct, frozen=True, kw_only=True):
    """One commitment through the years, and how it ends."""

    organisation: str | None
    kind: str
    entries: tuple[Entry, ...]
    ending: str

    @property
    def text(self) -> str:
        """Return its newest wording."""
        return self.entries[-1].text


class Promise(Struct, frozen=True, kw_only=True):
    """A pledge, an action or an aspiration, and where it stands."""

    commitment: Commitment
    place: Place


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


def ledger(papers: Iterable[Paper], similarity: Similarity | None = None) -> list[Thread]:
    """Return the yearly commitments of each organisation as threads through the years."""
    lists: defaultdict[str, dict[str, list[_Item]]] = defaultdict(dict)
    names: dict[str, str | None] = {}
    for paper in in_order(once(papers)):
        for commitment in paper.commitments:
            if commitment.kind != "annual":
                continue
            organisation = name_key(paper.organisation)
            names.setdefault(organisation, paper.organisation)
            year = commitment.financial_year or paper.financial_year or ""
            items = lists[organisation].setdefault(year, [])
            for item in items:
                if words_key(item.commitment.text) == words_key(commitment.text):
                    item.sightings.append((paper, commitment))
                    break
            else:
                items.append(_Item(paper, commitment))
    out: list[Thread] = []
    for organisation, by_year in sorted(lists.items()):
        out.extend(_threads(names[organisation], by_year, similarity))
    return out


def promises(papers: Iterable[Paper], kinds: Sequence[str]) -> list[Promise]:
    """Return pledges, actions or aspirations with their places, by date; repeats once each."""
    out: list[Promise] = []
    seen: set[tuple[str, str]] = set()
    for paper in in_order(once(papers)):
        for commitment in paper.commitments:
            key = (name_key(paper.organisation), words_key(commitment.text))
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
) -> CommitmentsAnswer:
    """Return the ledger of yearly commitments and, where a *kind* is asked for, that kind.

    Args:
        archive: Where the papers are.
        question: Words or the sense of a commitment; of a promise also its paper's title.
        kind: ``annual`` (also ``None``), ``pledge``, ``action`` or ``aspiration``.
        filters: Which papers are looked at.
        similarity: Gives the likeness of texts; called only where there is something to compare.
    """
    papers = list(archive.records(filters))
    threads: list[Thread] = []
    made: list[Promise] = []
    found_by: Literal["words", "meaning"] | None = None
    if kind in (None, "annual"):
        some = any(c.kind == "annual" for paper in papers for c in paper.commitments)
        threads = ledger(papers, similarity() if some and similarity else None)
        if question:
            chosen = [t for t in threads if any(names(question, e.text) for e in t.entries)]
            found_by = "words" if chosen else None
            if not chosen and similarity is not None:
                chosen = by_meaning(question, threads, [t.text for t in threads], similarity)
                found_by = "meaning" if chosen else None
            threads = chosen
    if kind is not None and kind != "annual":
        made = promises(papers, [kind])
        if question:
            picked = [p for p in made if names(question, p.commitment.text, p.place.title)]
            found_by = "words" if picked else None
            if not picked and similarity is not None:
                texts = [p.commitment.text for p in made]
                picked = by_meaning(question, made, texts, similarity)
                found_by = "meaning" if picked else None
            made = picked
    seen = {p.place.paper_id for p in made}
    for thread in threads:
        for entry in thread.entries:
            seen.add(entry.first_seen.paper_id)
            seen.update(where.paper_id for where in entry.ticked_in)
    return CommitmentsAnswer(
        question=question,
        kind=kind,
        found_by=found_by,
        filters=filters.plain() if filters else {},
        population=population(archive, filters, len(papers), len(seen)),
        threads=tuple(threads),
        promises=tuple(made),
    )


class _Item:
    """A list item of one year and every paper that shows it."""

    def __init__(self, paper: Paper, commitment: Commitment) -> None:
        self.commitment = commitment
        self.sightings: list[tuple[Paper, Commitment]] = [(paper, commitment)]

    def entry(self, year: str, event: Event, before: Commitment | None) -> Entry:
        ticked = tuple(place(p, c.evidence) for p, c in self.sightings if c.ticked is True)
        wording: tuple[tuple[str, str], ...] = ()
        if before is not None and words_key(before.text) != words_key(self.commitment.text):
            wording = tuple(word_diff(before.text, self.commitment.text))
        paper, first = self.sightings[0]
        return Entry(
            year=year or None,
            text=self.commitment.text,
            event=event,
            target=self.commitment.target,
            due=self.commitment.due,
            owner=self.commitment.owner,
            wording=wording,
            first_seen=place(paper, first.evidence),
            lists=len(self.sightings),
            ticked_in=ticked,
            unticked=sum(c.ticked is False for _, c in self.sightings),
            unknown=sum(c.ticked is None for _, c in self.sightings),
        )


def _threads(
    organisation: str | None, by_year: dict[str, list[_Item]], similarity: Similarity | None
) -> list[Thread]:
    years = sorted(by_year, key=lambda year: (year == "", year))
    chains: list[list[tuple[str, _Item]]] = []
    for year in years:
        free = list(range(len(chains)))
        for item, index in _pairs(by_year[year], chains, free, similarity):
            if index is None:
                chains.append([(year, item)])
            else:
                chains[index].append((year, item))
    lists = [year for year in years if year and len(by_year[year]) >= LEAST_LIST]
    return [_thread(organisation, chain, lists) for chain in chains]


def _pairs(
    items: list[_Item],
    chains: list[list[tuple[str, _Item]]],
    free: list[int],
    similarity: Similarity | None,
) -> list[tuple[_Item, int | None]]:
    """Give each item the free chain that it continues, the likest pairs first."""
    scores: list[tuple[float, int, int]] = []
    texts = [chains[index][-1][1].commitment.text for index in free]
    likeness = (
        similarity([item.commitment.text for item in items], texts)
        if similarity is not None and texts
        else None
    )
    for row, item in enumerate(items):
        for column, index in enumerate(free):
            old = texts[column]
            score = _likeness(item.commitment, chains[index][-1][1].commitment)
            if words_key(item.commitment.text) == words_key(old):
                score = 2.0
            elif score < LEAST_SAME_WORDS:
                cosine = float(likeness[row][column]) if likeness is not None else 0.0
                score = cosine if cosine >= LEAST_SAME_MEANING and score > 0 else 0.0
            if score > 0:
                scores.append((score, row, index))
    taken_rows: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, index in sorted(scores, key=lambda s: (-s[0], s[1], s[2])):
        if row not in taken_rows and index not in taken:
            taken_rows[row] = index
            taken.add(index)
    return [(item, taken_rows.get(row)) for row, item in enumerate(items)]


def _likeness(one: Commitment, other: Commitment) -> float:
    """Return the share of meaning words in common; one where both measure the same thing."""
    measured = [content_words(c.target.metric) if c.target else set() for c in (one, other)]
    if measured[0] and measured[0] == measured[1]:
        return 1.0
    a, b = content_words(one.text), content_words(other.text)
    return len(a & b) / len(a | b) if a | b else 0.0


def _thread(organisation: str | None, chain: list[tuple[str, _Item]], lists: list[str]) -> Thread:
    entries = []
    before: tuple[str, _Item] | None = None
    for year, item in chain:
        event: Event = "made"
        if before is not None:
            event = _event(before[1].commitment, item.commitment)
            if any(before[0] < between < year for between in lists):
                event = "revived"
        entries.append(item.entry(year, event, before[1].commitment if before else None))
        before = (year, item)
    last = chain[-1][0]
    later = [year for year in lists if last and year > last]
    ending = f"absent from the list of {later[0]}" if later else "no later list in the archive"
    return Thread(organisation=organisation, kind="annual", entries=tuple(entries), ending=ending)


def _unit(target: Target) -> str:
    """Return what is counted: "day" of "days", "%" of "per cent"."""
    words = words_key(target.unit).replace("per cent", "%").replace("percent", "%").split()
    return " ".join(singular(word) for word in words)


def _event(before: Commitment, now: Commitment) -> Event:
    old, new = before.target, now.target
    values = (old.value if old else None, new.value if new else None)
    if old and new and None not in values and values[0] != values[1]:
        direction = new.direction or old.direction
        if direction is None or _unit(old) != _unit(new):
            return "retargeted"
        more = (new.value or 0) > (old.value or 0)
        harder = more if direction in ("reduce", "increase", "at_least") else not more
        return "tightened" if harder else "loosened"
    if words_key(before.text) == words_key(now.text):
        return "restated"
    return "reworded"


class TickCount(Struct, frozen=True, kw_only=True):
    """How many papers ticked one item of one year's list."""

    organisation: str | None
    year: str | None
    text: str
    ticked: int
    listed: int
    quarters: dict[str, int]
    """Ticks by quarter of the meeting, "2023/24 Q3"."""


def tick_counts(threads: Iterable[Thread], year: str | None = None) -> list[TickCount]:
    """Return the ticks of each item of each list, by body and year, most ticked first."""
    counts = []
    for thread in threads:
        for entry in thread.entries:
            if year is not None and entry.year != year:
                continue
            quarters: dict[str, int] = {}
            for where in entry.ticked_in:
                name = quarter_of(where.meeting_date)
                quarters[name] = quarters.get(name, 0) + 1
            counts.append(
                TickCount(
                    organisation=thread.organisation,
                    year=entry.year,
                    text=entry.text,
                    ticked=len(entry.ticked_in),
                    listed=entry.lists,
                    quarters=dict(sorted(quarters.items())),
                )
            )
    return sorted(counts, key=lambda c: (c.organisation or "", c.year or "", -c.ticked, c.text))


def quarter_of(day: str | None) -> str:
    """Return the financial quarter of an ISO day: "2023/24 Q3"; "undated" without one."""
    if day is None or len(day) < 7:
        return "undated"
    year, month = int(day[:4]), int(day[5:7])
    first = year if month > 3 else year - 1
    return f"{first}/{(first + 1) % 100:02} Q{(month - 4) % 12 // 3 + 1}"
