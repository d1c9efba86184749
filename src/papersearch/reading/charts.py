"""Charts, whose labels stand in rows and columns and are no table for all that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from papersearch.reading.document import Box, Table, Word
from papersearch.reading.pdf_objects import Drawing

LEAST_SHARE = 0.15
"""Share of a table's area that curves and slanted lines cover where it is a chart."""
LEAST_SKETCHES = 2
LEAST_BARS = 3
_COLOUR = 60
"""Distance between a colour's channels from which it is no grey, as bars have."""


def is_chart(table: Table, drawing: Drawing, words: Sequence[Word]) -> bool:
    """Tell whether what looks like *table* are the labels of a chart or a drawing."""
    if table.box is None or not (drawing.sketches or drawing.fills):
        return False
    within = [box for box in drawing.sketches if _shared(box, table.box) > 0.5 * _area(box)]
    if len(within) >= LEAST_SKETCHES:
        return True
    covered = sum(_shared(box, table.box) for box in drawing.sketches)
    return covered > LEAST_SHARE * _area(table.box) or _has_bars(table.box, drawing, words)


def _has_bars(box: Box, drawing: Drawing, words: Sequence[Word]) -> bool:
    """Tell whether coloured bars of several lengths stand on one line within *box*."""
    bars = [
        fill.box for fill in drawing.fills
        if max(fill.colour) - min(fill.colour) > _COLOUR and _shared(fill.box, box) > 0
    ]  # fmt: skip
    if len(bars) < LEAST_BARS:
        return False
    standing: defaultdict[tuple[str, int, int], list[Box]] = defaultdict(list)
    for bar in bars:
        standing["up", round(bar[3] / 2), round(bar[2] - bar[0])].append(bar)
        standing["along", round(bar[0] / 2), round(bar[3] - bar[1])].append(bar)
    for (way, _, _), group in standing.items():
        lengths = {round(b[3] - b[1] if way == "up" else b[2] - b[0]) for b in group}
        starts = {round(b[0] if way == "up" else b[1]) for b in group}
        # A bar that lies along a row with its figure on it is a table's.
        if min(len(lengths), len(starts)) >= LEAST_BARS and not (
            way == "along"
            and any(
                word.box is not None and _holds(bar, word.box) for bar in group for word in words
            )
        ):
            return True
    return False


def _holds(box: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _shared(a: Box, b: Box) -> float:
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _area(box: Box) -> float:
    return max((box[2] - box[0]) * (box[3] - box[1]), 0.01)
