"""Yearly commitments that became one, or one that became several, between two lists.

Proposed from the words alone: what a commitment said stands again in a longer one
of the next list (merged), or what new ones say stood in a longer one of the list
before (split). The words that tell must be more than what the longer one keeps of
another commitment, or a shared phrase would join strangers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from papersearch.desks.common import content_words
from papersearch.record import Struct

LEAST_HELD = 0.6
"""Share of the shorter one's meaning words that the longer one must hold."""
LEAST_WORDS = 2
"""Meaning words that it must hold: one alone is chance."""


class Regrouped(Struct, frozen=True, kw_only=True):
    """How the items of a list come from those of the list before, by their places in each."""

    merged: Mapping[int, tuple[int, ...]]
    """An item, and the ones before that ended and stand again in it."""
    split: Mapping[int, tuple[int, ...]]
    """One before, and the new items that its words went to."""


def regrouped(before: Sequence[str], now: Sequence[str], continued: Mapping[int, int]) -> Regrouped:
    """Return which of *before* were merged and split in *now*.

    Args:
        before: Texts of the list before.
        now: Texts of this list.
        continued: Which of *now* carries on which of *before*, as places in them.
    """
    old, new = [content_words(t) for t in before], [content_words(t) for t in now]
    of_new = {n: b for b, n in continued.items()}
    ended = [b for b in range(len(before)) if b not in continued]
    made = [n for n in range(len(now)) if n not in of_new]
    merged: dict[int, tuple[int, ...]] = {}
    for n in range(len(now)):
        own = old[of_new[n]] if n in of_new else set()
        parts = _parts([(b, old[b]) for b in ended], new[n], own)
        if len(parts) >= (1 if n in of_new else 2):
            merged[n] = parts
    taken = {b for parts in merged.values() for b in parts}
    split: dict[int, tuple[int, ...]] = {}
    for b in range(len(before)):
        own = new[continued[b]] if b in continued else set()
        free = [(n, new[n]) for n in made if n not in merged]
        parts = _parts(free, old[b], own)
        if b not in taken and len(parts) >= (1 if b in continued else 2):
            split[b] = parts
    return Regrouped(merged=merged, split=split)


def _parts(
    shorter: Sequence[tuple[int, set[str]]], whole: set[str], own: set[str]
) -> tuple[int, ...]:
    """Return which of *shorter* stand in *whole*, by words that *own* does not explain."""
    out: list[int] = []
    told = set(own)
    for place, words in shorter:
        held = words & whole
        if not words or len(held) < LEAST_HELD * len(words) or len(held) < LEAST_WORDS:
            continue
        if len(words) > len(whole) or len(held - told) < LEAST_WORDS:
            continue
        told |= held
        out.append(place)
    return tuple(out)
