"""Cells drawn by lines become a table: words in their cells, rows and columns counted, ticks."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from papersearch.reading.document import Box, Cell, FormField, Line, Table, Tick, Word, union
from papersearch.reading.layout import rows_of
from papersearch.reading.pdf_objects import Mark

_SAME_EDGE = 4.0
_LEAST_SPLIT = 3
_COLUMN_GAP = 0.7
_SLIVER = 9.0
_LONGEST_LABEL = 60
_LONGEST_STATUS = 20
_BAND = 30.0
_TICK_LETTERS = re.compile(r"^(?:x|X|y|Y|yes|Yes|YES|√)$")
_ENDED = re.compile(r"[.!?:;]['\"\u2019\u201d)]*$")


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
    return _tidy(cells, len(ys) - 1, len(xs) - 1, page, outer)


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
        if right - left >= _SLIVER or own:
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


def tick_alone(words: Sequence[Word]) -> Tick | None:
    """Return the tick that a cell's only word is, be it a sign or a letter (X, Y, Yes)."""
    if len(words) != 1:
        return None
    return words[0].tick or ("ticked" if _TICK_LETTERS.match(words[0].text) else None)


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


def _tidy(cells: list[Cell], rows: int, columns: int, page: int, box: Box) -> Table | None:
    """Drop empty slivers, number rows and columns anew, tell whether it is a table at all."""
    used_rows = sorted(
        {cell.row for cell in cells if cell.lines or cell.tick or _is_empty_row(cell)}
    )
    filled = [cell for cell in cells if cell.lines or cell.tick]
    used_columns = sorted({cell.column for cell in filled})
    if len(used_columns) < 2 or (len(filled) < 3 and not _is_label_and_value(filled)):
        return None
    used_rows = sorted({cell.row for cell in filled} | set(used_rows))
    used_rows = [row for row in used_rows if not _is_rest_of_row(row, cells)]
    row_at = {row: index for index, row in enumerate(used_rows)}
    column_at = {column: index for index, column in enumerate(used_columns)}
    out = []
    for cell in cells:
        if cell.row not in row_at or (cell.column not in column_at and not cell.lines):
            continue
        row_span = sum(cell.row <= row < cell.row + cell.row_span for row in used_rows)
        column_span = sum(
            cell.column <= column < cell.column + cell.column_span for column in used_columns
        )
        out.append(
            replace(
                cell, row=row_at[cell.row], column=column_at[cell.column],
                row_span=max(row_span, 1), column_span=max(column_span, 1),
            )
        )  # fmt: skip
    # One row of a ruled form still is label and value; one row of prose is a frame.
    if len(used_rows) < 2 and max(len(c.text.split()) for c in filled) > 60:
        return None
    out.sort(key=lambda cell: (cell.row, cell.column))
    table = Table(tuple(out), len(used_rows), len(used_columns), page, page, box=box)
    if rows * columns > 60 and len(filled) < 0.08 * rows * columns:
        return None  # a grid with hardly a word in it is a chart's
    return replace(table, header_rows=header_rows(table))


def _is_rest_of_row(row: int, cells: Sequence[Cell]) -> bool:
    """Tell a row that is only the white left below one short cell of the row above it.

    Where a colour fills no more of a cell than its words need, its lower edge
    looks like a line; the row's other cells run past it.
    """
    own = [cell for cell in cells if cell.row == row]
    above = [
        cell for cell in cells if cell.row < row < cell.row + cell.row_span
        and (cell.lines or cell.tick)
    ]  # fmt: skip
    empty = not any(cell.lines or cell.tick for cell in own)
    ends_here = all(cell.row + cell.row_span == row + 1 for cell in above)
    return empty and bool(own) and len(above) > len(own) and ends_here


def _is_empty_row(cell: Cell) -> bool:
    """Tell a cell of a row that is empty from one between the two strokes of a double line."""
    return cell.row_span == 1 and (cell.box is None or cell.box[3] - cell.box[1] >= _SLIVER)


def _is_label_and_value(filled: Sequence[Cell]) -> bool:
    """Tell a form's row of a short label and what is filled in from a frame parted by a line."""
    if len(filled) != 2 or filled[0].row != filled[1].row:
        return False
    label, value = sorted(filled, key=lambda cell: cell.column)
    # An action and, in a narrow cell behind it, how it stands: "Carried forward".
    return 0 < len(label.text) <= _LONGEST_LABEL or 0 < len(value.text) <= _LONGEST_STATUS


def header_rows(table: Table) -> int:
    """Return how many rows at the top hold the columns' names."""
    if table.rows < 2:
        return 0
    count = 0
    for row in range(min(3, table.rows - 1)):
        cells = [cell for cell in table.cells if cell.row == row and cell.lines]
        if not cells:
            break
        words = [word for cell in cells for line in cell.lines for word in line.words]
        bold = sum(word.bold for word in words) > 0.8 * len(words)
        shaded = sum(cell.shaded for cell in cells) > 0.6 * len(cells)
        below = [c for c in table.cells if c.row > row and c.lines]
        below_bold = below and all(
            word.bold for cell in below for line in cell.lines for word in line.words
        )
        below_shaded = below and sum(cell.shaded for cell in below) > 0.6 * len(below)
        if (bold and not below_bold) or (shaded and not below_shaded):
            # In a key-value form the first row is bold on the left only.
            count = row + 1
            continue
        if row == 0 and len(cells) >= 3 and _all_labels(cells):
            count = 1
        break
    return count


def _all_labels(cells: list[Cell]) -> bool:
    return all(
        len(cell.text) < 60 and not any(ch.isdigit() for ch in cell.text) and not cell.tick
        and not _ENDED.search(cell.text.rstrip(":"))
        for cell in cells
    )  # fmt: skip


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
