"""A yearly commitment followed from list to list: made, restated, reworded, retargeted, dropped.

That a commitment is gone is only said where a later list of the same body is in
the archive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from papersearch.desks.common import (
    Place,
    Similarity,
    body_key,
    content_words,
    in_order,
    once,
    place,
    singular,
    word_diff,
    words_key,
)
from papersearch.desks.reports import Report, Series
from papersearch.record import Commitment, Due, Paper, Struct, Target

LEAST_SAME_WORDS = 0.6
"""Share of common words from which two years' items are one commitment reworded."""
LEAST_SAME_MEANING = 0.72
"""Cosine from which they are (all-MiniLM-L6-v2), where they share a word that carries meaning."""

LEAST_LIST = 2
"""Items that make a year's list: a single mention says nothing of what was left out."""
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
    papers: tuple[str, ...] = ()
    """Ids of every paper that shows it."""
    absent_from: tuple[str, ...] = ()
    """Of one taken up again: the years between whose lists do not have it."""


class Thread(Struct, frozen=True, kw_only=True):
    """One commitment through the years, and how it ends."""

    organisation: str | None
    kind: str
    entries: tuple[Entry, ...]
    ending: str
    figures: tuple[Series, ...] = ()
    """Where it was asked for: what papers report for its measure through the years."""
    reported: tuple[Report, ...] = ()
    """Where it was asked for: what later papers say of it."""

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
            organisation = body_key(paper.organisation)
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


class _Item:
    """A list item of one year and every paper that shows it."""

    def __init__(self, paper: Paper, commitment: Commitment) -> None:
        self.commitment = commitment
        self.sightings: list[tuple[Paper, Commitment]] = [(paper, commitment)]

    def entry(
        self, year: str, event: Event, before: Commitment | None, absent_from: tuple[str, ...] = ()
    ) -> Entry:
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
            papers=tuple(dict.fromkeys(p.id for p, _ in self.sightings)),
            absent_from=absent_from,
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
        gap: tuple[str, ...] = ()
        if before is not None:
            event = _event(before[1].commitment, item.commitment)
            gap = tuple(between for between in lists if before[0] < between < year)
            if gap:
                event = "revived"
        entries.append(item.entry(year, event, before[1].commitment if before else None, gap))
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
