"""The same words in many papers, or twice on a page, become one hit that says where else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from papersearch.archive import PassageRow

LEAST_ALIKE = 0.8
"""Share of common words from which two passages are one repeated."""
FEWEST_WORDS = 8
"""Shorter passages are one only where they are the same."""
_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Group:
    """A hit and the passages that say the same elsewhere, best first."""

    row: PassageRow
    score: float
    repeats: list[PassageRow] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()


def grouped(
    ranked: Iterable[tuple[PassageRow, float]], most: int, twins: set[tuple[int, int]]
) -> list[Group]:
    """Return at most *most* hits, each on another page, repeats put together.

    Two passages are one repeated where their words are the same or nearly so
    and their figures are the same; in two versions of one paper (*twins*) a
    figure may have been corrected.
    """
    groups: list[Group] = []
    pages: set[tuple[int, int]] = set()
    full = False
    for row, score in ranked:
        words = frozenset(_WORD.findall(row.text.lower()))
        figures = frozenset(word for word in words if _DIGIT.search(word))
        one = Group(row, score, words=words, figures=figures)
        same = next((group for group in groups if _is_repeat(one, group, twins)), None)
        if same is not None:
            same.repeats.append(row)
            continue
        if full or (row.paper, row.page) in pages:
            continue
        pages.add((row.paper, row.page))
        groups.append(one)
        full = len(groups) == most
    return groups


def _is_repeat(one: Group, other: Group, twins: set[tuple[int, int]]) -> bool:
    if one.row.key == other.row.key:
        return True
    fewer, more = len(one.words), len(other.words)
    if fewer > more:
        fewer, more = more, fewer
    if fewer < FEWEST_WORDS or fewer < LEAST_ALIKE * more:  # then they cannot be alike
        return False
    if one.figures != other.figures and (one.row.paper, other.row.paper) not in twins:
        return False
    common = len(one.words & other.words)
    return common / (fewer + more - common) >= LEAST_ALIKE
