"""Cells drawn by lines become a table: words in their cells, rows and columns counted, ticks."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from itertools import pairwise

from papersearch.reading.document import Box, Cell, FormField, Line, Table, Tick, Word, union
from papersearch.reading.layout import rows_of
from papersearch.reading.pdf_objects import Mark
from papersearch.reading.table_tidy import SLIVER, tick_alone, tidied

_SAME_EDGE = 4.0
_LEAST_SPLIT = 3
_COLUMN_GAP = 0.7
_BAND = 30.0


def _edges(values: list[float]) -> list[float]:
    out: list[list[float]] = []
    for value in sorted(values):
        if out and value - out[-1][-1] <= _SAME_EDGE:
            out[-1].append(value)
        else:
            out.append([value])
    return [statistics.fmean(group) for group in out]


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def table_of(
    boxes: list[Box],
    page: int,
    words: Sequence[Word],
    marks: Sequence[Mark],
    fields: Sequence[FormField],
    shades: Sequence[Box],
    sideways: Sequence[tuple[Word, int]] = (),
) -> Table | None:
    """Return the table of the cells *boxes*, ``None`` where they are none.

    Args:
        boxes: The cells as drawn.
        page: The page's number.
        words: Words of the page; those whose middle lies in a cell are its text.
        marks: Small drawings that may be ticks.
        fields: Form fields that may stand in cells.
        shades: Coloured areas.
        sideways: Words that run up or down, with their angle; in a cell they are its last lines.
    """
    if len(boxes) < 2:
        return None
    outer = union(boxes)
    assert outer is not None  # noqa: S101 - there are boxes
    held = _words_of(boxes, outer, words)
    xs = _edges([edge for box in boxes for edge in (box[0], box[2])])
    xs = _without_slivers(xs, [box for box, inner in zip(boxes, held, strict=True) if inner])
    ys = _edges([edge for box in boxes for edge in (box[1], box[3])])
    placed: list[_Placed] = []
    contents: dict[int, list[Word]] = {}
    for box, inner in zip(boxes, held, strict=True):
        left, right = _nearest(xs, box[0]), _nearest(xs, box[2])
        top, bottom = _nearest(ys, box[1]), _nearest(ys, box[3])
        if right > left and bottom > top:
            contents[len(placed)] = inner
            placed.append((top, left, bottom, right, box))
    if not placed:
        return None
    placed = _split_spanning(placed, contents, xs)
    cells = []
    for index, (top, left, bottom, right, box) in enumerate(placed):
        lines = tuple(Line(row.words, page) for row in rows_of(contents[index]))
        lines += _sideways_lines(box, sideways, page)
        cells.append(
            Cell(
                top, left, lines, bottom - top, right - left, box, page,
                shaded=any(_covers(shade, box) for shade in shades),
                tick=_cell_tick(lines, box, marks, fields),
            )
        )  # fmt: skip
    return tidied(cells, len(ys) - 1, len(xs) - 1, page, outer)


def _words_of(boxes: Sequence[Box], outer: Box, words: Sequence[Word]) -> list[list[Word]]:
    """Return the words of each of *boxes*; where boxes lie in each other, the smallest has them."""
    out: list[list[Word]] = [[] for _ in boxes]
    bands: dict[int, list[int]] = {}
    for index, box in enumerate(boxes):
        for band in range(int((box[1] - 1) // _BAND), int((box[3] + 1) // _BAND) + 1):
            bands.setdefault(band, []).append(index)
    for word in words:
        if word.box is None:
            continue
        x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
        if not (outer[0] - 2 <= x <= outer[2] + 2 and outer[1] - 2 <= y <= outer[3] + 2):
            continue
        smallest = min(
            (i for i in bands.get(int(y // _BAND), ()) if _inside(boxes[i], x, y)),
            key=lambda i: _area(boxes[i]),
            default=None,
        )
        if smallest is not None:
            out[smallest].append(word)
    return out


def _without_slivers(xs: list[float], filled: Sequence[Box]) -> list[float]:
    """Drop edges of narrow strips that hold no words of their own, such as the rim of a shade."""
    out = list(xs)
    index = 0
    while index + 1 < len(out) and len(out) > 2:
        left, right = out[index], out[index + 1]
        own = any(left - 3 < box[0] and box[2] < right + 3 for box in filled)
        if right - left >= SLIVER or own:
            index += 1
            continue
        del out[index if index > 0 else 1]
    return out


def _sideways_lines(box: Box, sideways: Sequence[tuple[Word, int]], page: int) -> tuple[Line, ...]:
    """Return the lines that run up or down in the cell *box*, in reading order."""
    lines: dict[int, list[tuple[Word, Box]]] = {}
    up = True
    for word, angle in sideways:
        place = word.box
        if place is None or not _holds(box, place):
            continue
        up = 45 < angle < 135
        middle = (place[0] + place[2]) / 2
        near = next((x for x in lines if abs(x - middle) < 4), round(middle))
        lines.setdefault(near, []).append((word, place))
    out = []
    for x in sorted(lines, reverse=not up):
        ordered = sorted(lines[x], key=lambda pair: -pair[1][3] if up else pair[1][1])
        out.append(Line(tuple(word for word, _ in ordered), page))
    return tuple(out)


_Placed = tuple[int, int, int, int, Box]


def _split_spanning(
    placed: list[_Placed], contents: dict[int, list[Word]], xs: Sequence[float]
) -> list[_Placed]:
    """Cut cells that the drawing left whole where their words stand in the table's columns.

    Some papers draw upright lines only beside the header, or shade whole rows.
    """
    pieces: dict[int, list[list[Word]]] = {}
    spanning = 0
    for index, (top, left, bottom, right, _) in enumerate(placed):
        if right - left < 2 or bottom - top > 1 or not contents[index]:
            continue
        spanning += 1
        if (parts := _by_column(contents[index], xs[left : right + 1])) is not None:
            pieces[index] = parts
    if len(pieces) < _LEAST_SPLIT or len(pieces) < 0.5 * spanning:
        return placed
    out: list[_Placed] = []
    words: dict[int, list[Word]] = {}
    for index, place in enumerate(placed):
        top, left, bottom, _, box = place
        if index not in pieces:
            words[len(out)] = contents[index]
            out.append(place)
            continue
        for offset, part in enumerate(pieces[index]):
            column = left + offset
            words[len(out)] = part
            cut = (xs[column], box[1], xs[column + 1], box[3])
            out.append((top, column, bottom, column + 1, cut))
    contents.clear()
    contents.update(words)
    return out


def _by_column(words: Sequence[Word], xs: Sequence[float]) -> list[list[Word]] | None:
    """Return the words between each two of *xs*, ``None`` where they do not stand in columns."""
    out: list[list[Word]] = [[] for _ in range(len(xs) - 1)]
    for word in words:
        if word.box is None:
            continue
        middle = (word.box[0] + word.box[2]) / 2
        column = sum(middle > x for x in xs[1:-1])
        if word.box[0] < xs[column] - 2 or word.box[2] > xs[column + 1] + 2:
            return None
        out[column].append(word)
    filled = [part for part in out if part]
    if len(filled) < 2 or len(filled) < 0.5 * len(out):
        return None
    for before, after in pairwise(filled):
        right = max(w.box[2] for w in before if w.box)
        left = min(w.box[0] for w in after if w.box)
        if left - right < _COLUMN_GAP * max(before[0].size, 6.0):
            return None
    return out


def _cell_tick(
    lines: tuple[Line, ...], box: Box, marks: Sequence[Mark], fields: Sequence[FormField]
) -> Tick | None:
    words = [word for line in lines for word in line.words]
    alone = tick_alone(words)
    if alone is not None:
        return alone
    held = [f.tick for f in fields if f.tick and f.box is not None and _holds(box, f.box)]
    if len(held) == 1:
        return held[0]
    if not words and any(_lies_within(box, mark.box) for mark in marks):
        return "ticked"
    return None


def _inside(box: Box, x: float, y: float) -> bool:
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _holds(box: Box, inner: Box) -> bool:
    return _inside(box, (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2)


def _lies_within(box: Box, mark: Box) -> bool:
    """Tell whether a mark stands free inside a cell; what touches its edges is its frame."""
    return (
        box[0] + 1 < mark[0] and mark[2] < box[2] - 1
        and box[1] + 1 < mark[1] and mark[3] < box[3] - 1
    )  # fmt: skip


def _covers(shade: Box, box: Box) -> bool:
    wide = min(shade[2], box[2]) - max(shade[0], box[0])
    high = min(shade[3], box[3]) - max(shade[1], box[1])
    return wide > 0.7 * (box[2] - box[0]) and high > 0.6 * (box[3] - box[1])


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
