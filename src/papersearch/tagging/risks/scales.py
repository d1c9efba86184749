"""Appetite scales as named data: a level has a rank only within its scale."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from papersearch.knowledge import load

PACKAGE = "papersearch.tagging.risks"


@dataclass(frozen=True, slots=True)
class Scale:
    """A named scale, its levels low to high."""

    id: str
    levels: tuple[str, ...]
    title: str = ""
    synonyms: dict[str, str] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    plain: bool = False
    """Of everyday adjectives: only its print tells it."""

    def place(self, level: str) -> int | None:
        """Return the level's place from the lowest, from 1; ``None`` for a word not on it."""
        word = self.synonyms.get(level, level)
        return self.levels.index(word) + 1 if word in self.levels else None


@cache
def scales() -> dict[str, Scale]:
    """Return the named scales, the user's own among them."""
    return {
        key: Scale(
            key,
            tuple(str(level).lower() for level in data["levels"]),
            data.get("title", ""),
            {str(k).lower(): str(v).lower() for k, v in data.get("synonyms", {}).items()},
            tuple(str(name).lower() for name in data.get("named", ())),
            bool(data.get("plain", False)),
        )
        for key, data in load(PACKAGE, "scales").items()
    }


def rank(scale: str, level: str) -> int | None:
    """Return the place of *level* on *scale*, 1 the lowest.

    ``None`` where the scale is unknown or the word is not one of its own: the
    same word on two scales is not the same rank.

    >>> rank("hmt-2020", "cautious"), rank("hmt-2020", "seek")
    (3, None)
    """
    known = scales().get(scale)
    return known.place(level.lower()) if known else None


@cache
def spellings() -> dict[str, str]:
    """Return printed variants of level words and the level that each stands for."""
    return {str(k).lower(): str(v) for k, v in load(PACKAGE, "risk_cues")["spellings"].items()}


@cache
def scale_words() -> frozenset[str]:
    """Return the words of all named scales, "none" for an appetite that is none among them."""
    words = {"none", "no", "zero", "nil", *spellings().values()}
    for scale in scales().values():
        words.update(scale.levels, scale.synonyms)
    return frozenset(words)


@cache
def level_words() -> frozenset[str]:
    """Return every word that can stand for a level, in lower case."""
    words: set[str] = set(load(PACKAGE, "risk_cues")["own_levels"]) | set(spellings())
    for scale in scales().values():
        words.update(scale.levels)
        words.update(scale.synonyms)
    return frozenset(words)


@cache
def level_pattern() -> str:
    """Return a regular expression for one level word, the longest words first."""
    words = sorted(level_words(), key=lambda word: (-len(word), word))
    return r"\b(?:" + "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in words) + r")\b"


def level_of(printed: str) -> str:
    """Return a printed level word in lower case, white space folded, misspellings mended."""
    word = " ".join(printed.lower().split())
    return spellings().get(word, word)


def low_to_high(levels: Iterable[str]) -> tuple[str, ...]:
    """Return *levels* once each, in the order of a scale that holds them all, else as given."""
    once = tuple(dict.fromkeys(levels))
    for scale in scales().values():
        places = [scale.place(level) for level in once]
        if None not in places and len(set(places)) == len(once):
            return tuple(sorted(once, key=lambda level: scale.place(level) or 0))
    return once


def scale_of(words: Iterable[str]) -> str | None:
    """Return the one scale that holds all *words*; ``None`` where none or several do."""
    wanted = set(words)
    fitting = [
        scale.id
        for scale in scales().values()
        if wanted and not scale.plain and all(scale.place(word) is not None for word in wanted)
    ]
    return fitting[0] if len(fitting) == 1 else None


def printed_scale(words: Iterable[str]) -> str | None:
    """Return the scale whose levels are just the words that the paper prints as its scale."""
    printed = set(words)
    for scale in scales().values():
        if len(printed) == len(scale.levels) and (
            {scale.place(word) for word in printed} == set(range(1, len(scale.levels) + 1))
        ):
            return scale.id
    return None
