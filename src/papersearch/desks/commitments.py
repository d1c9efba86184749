"""The governance desk's ledger: a commitment followed from list to list, and what was ticked.

A tick means that a paper says it supports the commitment, not that it was
achieved. That a commitment is gone is only said where a later list of the
same body is in the archive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from papersearch.desks.common import (
    Place,
    Similarity,
    date_of,
    in_order,
    name_key,
    once,
    overlap,
    place,
    word_diff,
    words_key,
)
from papersearch.record import Commitment, Due, Paper, Struct, Target

LEAST_SAME_WORDS = 0.6
"""Share of common words from which two years' items are one commitment reworded."""
LEAST_SAME_MEANING = 0.72
"""Cosine from which they are (all-MiniLM-L6-v2), where they share a word that carries meaning."""

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


def promises(papers: Iterable[Paper], kinds: Sequence[str]) -> list[tuple[Commitment, Place]]:
    """Return pledges, actions or aspirations with their places, by date."""
    return [
        (commitment, place(paper, commitment.evidence))
        for paper in in_order(once(papers))
        for commitment in paper.commitments
        if commitment.kind in kinds
    ]


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
    return [_thread(organisation, chain, years) for chain in chains]


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
            score = overlap(item.commitment.text, old)
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


def _thread(organisation: str | None, chain: list[tuple[str, _Item]], years: list[str]) -> Thread:
    entries = []
    before: tuple[str, _Item] | None = None
    for year, item in chain:
        event: Event = "made"
        if before is not None:
            event = _event(before[1].commitment, item.commitment)
            if years.index(year) - years.index(before[0]) > 1:
                event = "revived"
        entries.append(item.entry(year, event, before[1].commitment if before else None))
        before = (year, item)
    last = chain[-1][0]
    later = years[years.index(last) + 1 :]
    if not last or (later and not later[0]):
        later = [year for year in later if year]
    ending = f"absent from the list of {later[0]}" if later else "no later list in the archive"
    return Thread(organisation=organisation, kind="annual", entries=tuple(entries), ending=ending)


def _event(before: Commitment, now: Commitment) -> Event:
    old, new = before.target, now.target
    if old and new and old.value is not None and new.value is not None:
        if old.value != new.value and old.unit == new.unit:
            more = new.value > old.value
            direction = new.direction or old.direction
            if direction is None:
                return "retargeted"
            harder = more if direction in ("reduce", "increase", "at_least") else not more
            return "tightened" if harder else "loosened"
    if words_key(before.text) == words_key(now.text):
        return "restated"
    return "reworded"


def tick_counts(
    threads: Iterable[Thread], year: str | None = None
) -> list[tuple[str, str, int, int]]:
    """Return ``(year, text, papers that tick it, papers that list it)``, most ticked first."""
    counts = [
        (entry.year or "", entry.text, len(entry.ticked_in), entry.lists)
        for thread in threads
        for entry in thread.entries
        if year is None or entry.year == year
    ]
    return sorted(counts, key=lambda row: (row[0], -row[2], row[1]))


def newest_date(papers: Iterable[Paper]) -> str | None:
    """Return the latest meeting date among *papers*."""
    return max((day for paper in papers if (day := date_of(paper))), default=None)
