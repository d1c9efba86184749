"""What tables without lines have in common, whether points or letters are their ruler."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar


class _InPieces(Protocol):
    @property
    def pieces(self) -> Sequence[Any]: ...


_Row = TypeVar("_Row", bound=_InPieces)


def full_rows(tabular: Sequence[_Row]) -> list[_Row]:
    """Return those of *tabular* (rows of several pieces) that fill most columns of their table."""
    counts = sorted(len(row.pieces) for row in tabular)
    usual = counts[int(0.8 * (len(counts) - 1))]
    return [row for row in tabular if len(row.pieces) >= max(2, 0.6 * usual)]


def is_edged(edges: Sequence[tuple[float, float]], tolerance: float) -> bool:
    """Tell whether most pieces of a column, given by their ends, begin, end or centre on one place.

    Args:
        edges: Left and right end of each piece.
        tolerance: How far from the median a piece may stand.
    """
    for places in (
        [left for left, _ in edges],
        [right for _, right in edges],
        [(left + right) / 2 for left, right in edges],
    ):
        middle = statistics.median(places)
        if sum(abs(place - middle) <= tolerance for place in places) >= 0.6 * len(places):
            return True
    return False
