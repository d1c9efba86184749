"""A second look at the best hits: the question's words that each meets, and its neighbours.

BM25 knows a word and its forms, a passage's vector the whole of what it says.
Between them lies what a reader does: tell word by word what of the question
is met by a word near to it in meaning ("money" by "funding"). And an answer
seldom stands alone: what stands around it on the page is near the question as
well, what matches by chance stands among things that are not.
docs/decisions/0011 has the figures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from papersearch.archive import PassageRow
from papersearch.archive.vectors import Vectors
from papersearch.search.lexical import K1, Wording
from papersearch.search.marks import stem
from papersearch.search.query import STOP
from papersearch.search.words import WordVectors

LOOKED_AT = 100
"""The best so many are looked at again, whatever number is asked for."""
READ = 30
"""The best so many of them are read word by word."""
MET_WEIGHT = 0.12
"""What the question's words met count beside the two halves."""
LEAST_NEAR, JUST_NEAR = 0.4, 0.7
"""Cosines of two words that mean nothing yet and as much as can be."""
OTHER_WORD = 0.8
"""What another word, however near, counts beside the question's own."""
AROUND, REACH = 0.075, 8
"""What a neighbour's score counts, less with the root of its distance; passages so far off."""
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Look:
    """Scores, and what a second look at the best of them found.

    ``met`` is the part of the question that a passage's words meet, ``around`` what its
    neighbours gave it, ``rows`` are the passages that were looked at.
    """

    scores: Mapping[int, float]
    met: Mapping[int, float] = field(default_factory=dict)
    around: Mapping[int, float] = field(default_factory=dict)
    rows: Mapping[int, PassageRow] = field(default_factory=dict)


def best(scores: Mapping[int, float], count: int = LOOKED_AT) -> list[int]:
    """Return the *count* passages that score most, the best first."""
    return sorted(scores, key=lambda i: (-round(scores[i], 6), i))[:count]


def look(
    scores: Mapping[int, float],
    rows: Mapping[int, PassageRow],
    words: Wording | None,
    vectors: WordVectors,
) -> Look:
    """Return *scores* with what the words and the neighbours of *rows* add to them.

    Args:
        scores: Of all that was found.
        rows: The best of them, as :func:`best` names them.
        words: Those to be met; ``None`` where it is letters that decide.
        vectors: Of single words.
    """
    found: dict[int, float] = {}
    if words is not None:
        read = [rows[i] for i in best({i: scores[i] for i in rows}, READ)]
        found = met(words.rarity, words.best / (K1 + 1), read, vectors)
        scores = {
            i: (1 - MET_WEIGHT) * score + MET_WEIGHT * found.get(i, 0.0)
            for i, score in scores.items()
        }
    near = around(scores, [*rows.values()])
    scores = {i: score + near.get(i, 0.0) for i, score in scores.items()}
    return Look(scores, found, near, rows)


def met(
    weights: Mapping[str, float], most: float, rows: Sequence[PassageRow], vectors: WordVectors
) -> dict[int, float]:
    """Return what part of the question the words of each passage and its heading meet, 0 to 1.

    Args:
        weights: The question's words in lower case, each with its rarity.
        most: The rarities of all that was asked, references and phrases too.
        rows: The passages.
        vectors: Of single words.
    """
    if not weights or most <= 0:
        return dict.fromkeys((row.id for row in rows), 0.0)
    places: dict[str, int] = {}
    held = [_places(f"{row.text} {row.section or ''}", places) for row in rows]
    near = _nearness(list(weights), list(places), vectors)
    rarity = np.fromiter(weights.values(), dtype=np.float32) / most
    return {
        row.id: float(near[words].max(axis=0) @ rarity) if words else 0.0
        for row, words in zip(rows, held, strict=True)
    }


def around(scores: Mapping[int, float], rows: Sequence[PassageRow]) -> dict[int, float]:
    """Return what the neighbours of each of *rows* on its page give it.

    A paper's passages are numbered in the order in which they are read, so
    numbers near to each other stand near to each other.
    """
    on_page: dict[tuple[int, int], list[int]] = {}
    for row in rows:
        on_page.setdefault((row.paper, row.page), []).append(row.id)
    return {
        row.id: AROUND
        * sum(
            scores[i] / abs(i - row.id) ** 0.5
            for i in on_page[row.paper, row.page]
            if 0 < abs(i - row.id) <= REACH
        )
        for row in rows
    }


def _places(text: str, places: dict[str, int]) -> list[int]:
    """Return the numbers of the words of *text*; new words get the next in *places*."""
    words = {word for word in _WORD.findall(text.lower()) if word not in STOP}
    return [places.setdefault(word, len(places)) for word in words]


def _nearness(asked: Sequence[str], words: Sequence[str], vectors: WordVectors) -> Vectors:
    """Return (words, asked) how well each word meets each that was asked, 0 to 1."""
    found = vectors([*asked, *words])
    # So few numbers are multiplied sooner here than handed to other cores, which would wait.
    likeness = np.einsum("wd,ad->wa", found[len(asked) :], found[: len(asked)])
    near = (likeness - LEAST_NEAR) / (JUST_NEAR - LEAST_NEAR)
    near = np.clip(near, 0.0, 1.0) * OTHER_WORD
    stems = [stem(word) for word in asked]
    for place, word in enumerate(words):
        for column, one in enumerate(stems):
            if word.startswith(one[:3]) and (word == asked[column] or stem(word) == one):
                near[place, column] = 1.0
    return np.asarray(near, dtype=np.float32)
