"""Which words of a hit match: the question's own and their forms, and those near in meaning.

Near in meaning is told by vectors of single words (``embedding/words.py``), not by running the
passage again: a table is looked up, whatever the passage's length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from papersearch.search.answer import Mark
from papersearch.search.query import STOP, Query
from papersearch.search.words import WordVectors

FEWEST_LETTERS = 4
"""A word is marked where it begins like one of the question's with so many letters."""
NEAR = 0.58
"""Cosine of two words from which one is marked for the other; of 1,000 pairs of words drawn by
chance less than one is as near (the 999th has 0.53)."""
_WORD = re.compile(r"[^\W\d_]{3,}")


class Marker:
    """Marks the words of one question's hits.

    Args:
        query: The question.
        vectors: Of single words; ``None`` where only the words themselves are marked.
    """

    def __init__(self, query: Query, vectors: WordVectors | None) -> None:
        self._letters = own_words(query)
        self._vectors = vectors
        self._asked = [word for word in query.words if _WORD.fullmatch(word)]

    def marks(self, texts: Sequence[str]) -> list[tuple[Mark, ...]]:
        """Return the marks of each text, in its order; none overlaps another."""
        near = self._near(texts)
        return [tuple(self._of(text, near)) for text in texts]

    def _of(self, text: str, near: dict[str, str]) -> list[Mark]:
        found = []
        if self._letters is not None:
            found = [
                Mark(start=m.start(), end=m.end(), by="words")
                for m in self._letters.finditer(text)
                if m.end() > m.start()
            ]
        taken = {place for mark in found for place in range(mark.start, mark.end)}
        found += [
            Mark(start=m.start(), end=m.end(), by="meaning", like=near[m[0].lower()])
            for m in _WORD.finditer(text)
            if m[0].lower() in near and m.start() not in taken and m.end() - 1 not in taken
        ]
        return sorted(found, key=lambda mark: mark.start)

    def _near(self, texts: Sequence[str]) -> dict[str, str]:
        """Return the words of *texts* that are near one of the question's, each with that one."""
        if self._vectors is None or not self._asked:
            return {}
        held = {m[0].lower() for text in texts for m in _WORD.finditer(text)}
        words = sorted(held - STOP - set(self._asked))
        if not words:
            return {}
        vectors = self._vectors([*self._asked, *words])
        likeness = vectors[len(self._asked) :] @ vectors[: len(self._asked)].T
        best = likeness.argmax(axis=1)
        return {
            word: self._asked[asked]
            for word, asked, row in zip(words, best.tolist(), likeness, strict=True)
            if row[asked] >= NEAR
        }


def own_words(query: Query) -> re.Pattern[str] | None:
    """Return what matches the question's words and those that begin like them."""
    phrases = (word for phrase in query.phrases for word in phrase.lower().split())
    starts = {stem(word) for word in (*query.words, *phrases)}
    literal = {re.escape(part) for part in query.text.split() if any(ch.isdigit() for ch in part)}
    found = sorted({re.escape(start) for start in starts if start} | literal, key=len, reverse=True)
    if not found:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})\w{{0,4}}(?!\w)", re.IGNORECASE)


def stem(word: str) -> str:
    """Return the start that a word's other forms share ("approved", "approval": "approv")."""
    start = re.sub(r"(?:ations?|ings?|edly|ed|ies|es|ers?|als?|ment|s|e|y)$", "", word)
    return start if len(start) >= FEWEST_LETTERS else word
