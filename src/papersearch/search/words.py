"""Vectors of single words that are looked up once, however many questions meet them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from papersearch.archive.vectors import Vectors

WordVectors = Callable[[Sequence[str]], Vectors]
"""Gives (n, d) rows of length one for words in lower case, zeros for those unknown."""
MOST_KEPT = 10_000
"""Words kept: 15 MB. When they are full, all are given up and the next question begins anew."""


class Remembered:
    """Looks words up and keeps their rows.

    Args:
        look_up: Gives the vectors of words that are not kept.
    """

    def __init__(self, look_up: WordVectors) -> None:
        self._look_up = look_up
        self._row: dict[str, int] = {}
        self._kept: Vectors | None = None

    def __call__(self, words: Sequence[str]) -> Vectors:
        """Return (n, d) rows, one for each of *words*."""
        if len(words) > MOST_KEPT:
            return self._look_up(words)
        new = [word for word in dict.fromkeys(words) if word not in self._row]
        if len(self._row) + len(new) > MOST_KEPT:
            self._row, new = {}, list(dict.fromkeys(words))
        if new or self._kept is None:
            self._keep(new)
        assert self._kept is not None  # noqa: S101 - just made
        rows: Vectors = self._kept[[self._row[word] for word in words]]
        return rows

    def _keep(self, words: list[str]) -> None:
        vectors = self._look_up(words)
        if self._kept is None:
            self._kept = np.empty((MOST_KEPT, vectors.shape[1]), dtype=np.float32)
        first = len(self._row)
        self._kept[first : first + len(words)] = vectors
        self._row.update({word: first + place for place, word in enumerate(words)})
