"""A yearly commitment followed from list to list: made, restated, reworded, retargeted, dropped.

That a commitment is gone is only said where a later list of the same body is in
the archive. That two are one is a proposal by likeness, which users confirm or
refuse in ``papersearch.toml``: ``[ledger] same = [["Old text", "New text"]]``,
and ``different``.
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
from papersearch.desks.regrouped import regrouped
from papersearch.desks.renames import confirmed
from papersearch.desks.reports import Report, Series
from papersearch.record import Commitment, Due, Paper, Struct, Target

LEAST_SAME_WORDS = 0.6
"""Share of common words from which two years' items are one commitment reworded."""
LEAST_SAME_MEANING = 0.72
"""Cosine from which they are (all-MiniLM-L6-v2), where they share a word that carries meaning."""
SAME_WORDS, SAID_BY_USER = 2.0, 3.0
"""Above every likeness, which is at most one."""
LEAST_LIST = 2
"""Items that make a year's list: a single mention says nothing of what was left out."""
Event = Literal[
    "made", "restated", "reworded", "tightened", "loosened", "retargeted", "revived", "merged",
    "split",
]  # fmt: skip
Pairs = set[tuple[str, str]]
"""Two wordings, the older first, folded as :func:`words_key` does."""


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
    merged_from: tuple[str, ...] = ()
    """Other commitments of the list before that stand again in this one."""
    split_from: str | None = None
    """The commitment of the list before that this one was a part of."""


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
    """Return the yearly commitments of each organisation as threads through the years.

    Raises:
        UsageError: ``[ledger]`` in ``papersearch.toml`` holds no pairs of texts.
    """
    same, different = _said_by_user("same"), _said_by_user("different")
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
        out.extend(_threads(names[organisation], by_year, similarity, same, different))
    return out


def _said_by_user(name: str) -> Pairs:
    return {(words_key(old), words_key(new)) for old, new in confirmed(name, "ledger")}


class _Item:
    """A list item of one year and every paper that shows it."""

    def __init__(self, paper: Paper, commitment: Commitment) -> None:
        self.commitment = commitment
        self.sightings: list[tuple[Paper, Commitment]] = [(paper, commitment)]
        self.merged_from: tuple[str, ...] = ()
        self.split_from: str | None = None
        self.went_to: tuple[str, str] | None = None
        """What became of it in a later list, where its words stand in others: how, and where."""

    @property
    def text(self) -> str:
        return self.commitment.text

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
            merged_from=self.merged_from,
            split_from=self.split_from,
        )


def _threads(
    organisation: str | None,
    by_year: dict[str, list[_Item]],
    similarity: Similarity | None,
    same: Pairs,
    different: Pairs,
) -> list[Thread]:
    years = sorted(by_year, key=lambda year: (year == "", year))
    chains: list[list[tuple[str, _Item]]] = []
    for year in years:
        pairs = _pairs(by_year[year], chains, similarity, same, different)
        _regroup(year, pairs, chains)
        for item, index in pairs:
            if index is None:
                chains.append([(year, item)])
            else:
                chains[index].append((year, item))
    lists = [year for year in years if year and len(by_year[year]) >= LEAST_LIST]
    return [_thread(organisation, chain, lists) for chain in chains]


def _regroup(
    year: str, pairs: list[tuple[_Item, int | None]], chains: list[list[tuple[str, _Item]]]
) -> None:
    """Note which items of this list are several of the list before, or parts of one of them."""
    newest = max((chain[-1][0] for chain in chains), default="")
    if not (year and newest):
        return
    open_ones = [index for index, chain in enumerate(chains) if chain[-1][0] == newest]
    before = [chains[index][-1][1] for index in open_ones]
    now = [item for item, _ in pairs]
    continued = {
        open_ones.index(index): n for n, (_, index) in enumerate(pairs) if index in open_ones
    }
    found = regrouped([item.text for item in before], [item.text for item in now], continued)
    for n, parts in found.merged.items():
        now[n].merged_from = tuple(before[b].text for b in parts)
        for b in parts:
            before[b].went_to = (f"merged in {year}", now[n].text)
    for b, pieces in found.split.items():
        for n in pieces:
            now[n].split_from = before[b].text
        before[b].went_to = (f"split in {year}", "; ".join(now[n].text for n in pieces))


def _pairs(
    items: list[_Item],
    chains: list[list[tuple[str, _Item]]],
    similarity: Similarity | None,
    same: Pairs,
    different: Pairs,
) -> list[tuple[_Item, int | None]]:
    """Give each item the chain that it continues: as users say, then the likest pairs first."""
    scores: list[tuple[float, int, int]] = []
    texts = [chain[-1][1].text for chain in chains]
    likeness = (
        similarity([item.text for item in items], texts)
        if similarity is not None and texts
        else None
    )
    for row, item in enumerate(items):
        for index, old in enumerate(texts):
            score = _likeness(item.commitment, chains[index][-1][1].commitment)
            wordings = (words_key(old), words_key(item.text))
            if wordings in same:
                score = SAID_BY_USER
            elif wordings in different:
                continue
            elif wordings[0] == wordings[1]:
                score = SAME_WORDS
            elif score < LEAST_SAME_WORDS:
                cosine = float(likeness[row][index]) if likeness is not None else 0.0
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
        if event in ("made", "restated", "reworded"):
            event = "merged" if item.merged_from else "split" if item.split_from else event
        entries.append(item.entry(year, event, before[1].commitment if before else None, gap))
        before = (year, item)
    last = chain[-1][0]
    later = [year for year in lists if last and year > last]
    ending = f"absent from the list of {later[0]}" if later else "no later list in the archive"
    went_to = chain[-1][1].went_to
    if later and went_to is not None:
        ending += f" under its own words; {went_to[0]}: {went_to[1]}"
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
