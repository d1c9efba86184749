"""Rows that stand in columns become a table: lines of one cell joined, headers told, cells made."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from papersearch.reading.document import Box, Cell, Line, Table, Word, union
from papersearch.reading.table_aligned import NUMERIC, Aligned, Piece, TextRow, column_of
from papersearch.reading.table_tidy import tick_alone

_MOST_HEADER_LINES = 7
_YEAR = re.compile(r"^(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?[*a-e]?$")
_LOWER = re.compile(r"^[a-z(&]")
_UNFINISHED = re.compile(r"(?:[,&/–-]|\b(?:and|of|the|to|for|or|in|with|by))$")


@dataclass(slots=True)
class _Part:
    """Words of one text row within the columns *first* to *last*."""

    first: int
    last: int
    words: list[Word]
    x0: float
    x1: float

    @property
    def numeric(self) -> bool:
        return all(NUMERIC.match(word.text) for word in self.words)

    @property
    def data(self) -> bool:
        """Whether it is a figure and no year."""
        return self.numeric and not all(_YEAR.match(word.text) for word in self.words)


@dataclass(slots=True)
class _Cell:
    """A cell on its way: its columns and the words of its lines."""

    first: int
    last: int
    lines: list[list[Word]] = field(default_factory=list)
    row: int = 0
    rows: int = 1


def table_of_aligned(found: Aligned, page: int, shaded: Sequence[Box]) -> Table | None:
    """Return *found* as a table.

    Args:
        found: Rows and separators.
        page: The page's number.
        shaded: Coloured areas, a sign of header rows.
    """
    rows = [_parts(row, found.separators) for row in found.rows]
    boxes = [row.box for row in found.rows]
    heads = _header_lines(rows, boxes, found.rules, shaded)
    header, levels = _header(rows[:heads])
    groups = _groups(rows[heads:], boxes[heads:], found.rules)
    cells = header
    for index, group in enumerate(groups):
        cells += _body_row([rows[heads + i] for i in group], levels + index)
    count = levels + len(groups)
    columns = len(found.separators) + 1
    if count < 2 or len({cell.first for cell in cells}) < 2:
        return None
    outer = union(row.box for row in found.rows)
    assert outer is not None  # noqa: S101
    edges = [outer[0], *found.separators, outer[2]]
    made = tuple(_made(cell, edges, page, shaded) for cell in cells)
    return Table(made, count, columns, page, page, levels, outer)


def _made(cell: _Cell, edges: Sequence[float], page: int, shaded: Sequence[Box]) -> Cell:
    lines = tuple(Line(tuple(words), page) for words in cell.lines)
    box = union(line.box for line in lines)
    assert box is not None  # noqa: S101
    box = (min(edges[cell.first], box[0]), box[1], max(edges[cell.last + 1], box[2]), box[3])
    words = [word for line in cell.lines for word in line]
    return Cell(
        cell.row, cell.first, lines, cell.rows, cell.last - cell.first + 1, box, page,
        shaded=_is_shaded(box, shaded), tick=tick_alone(words),
    )  # fmt: skip


def _is_shaded(box: Box, shaded: Sequence[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(s[0] <= x <= s[2] and s[1] <= y <= s[3] for s in shaded)


def _parts(row: TextRow, separators: Sequence[float]) -> list[_Part]:
    out: list[_Part] = []
    for piece in row.pieces:
        out += _split(piece, separators)
    merged: list[_Part] = []
    for part in out:
        if merged and part.first <= merged[-1].last:
            old = merged[-1]
            last = max(old.last, part.last)
            merged[-1] = _Part(old.first, last, old.words + part.words, old.x0, part.x1)
        else:
            merged.append(part)
    return merged


def _split(piece: Piece, separators: Sequence[float]) -> list[_Part]:
    """Cut *piece* where a separator runs through a gap that is wider than its word spaces."""
    crossed = [x for x in separators if piece.x0 + 1 < x < piece.x1 - 1]
    if not crossed:
        column = column_of((piece.x0 + piece.x1) / 2, separators)
        return [_Part(column, column, piece.words, piece.x0, piece.x1)]
    boxes = [word.box for word in piece.words if word.box]
    gaps = [b[0] - a[2] for a, b in pairwise(boxes)]
    usual = statistics.median(gaps) if gaps else 0.0
    groups: list[list[Word]] = [[piece.words[0]]]
    for index, (before, word) in enumerate(pairwise(piece.words)):
        a, b = boxes[index], boxes[index + 1]
        through = any(a[2] - 1.5 <= x <= b[0] + 1.5 for x in crossed)
        numbers = NUMERIC.match(before.text) and NUMERIC.match(word.text)
        if through and (numbers or gaps[index] > 1.25 * usual + 0.3):
            groups.append([word])
        else:
            groups[-1].append(word)
    out = []
    for words in groups:
        box = union(word.box for word in words)
        assert box is not None  # noqa: S101
        first = column_of(box[0] + 1, separators)
        last = column_of(box[2] - 1, separators)
        out.append(_Part(first, max(first, last), words, box[0], box[2]))
    return out


def _header_lines(
    rows: Sequence[list[_Part]],
    boxes: Sequence[Box],
    rules: Sequence[float],
    shaded: Sequence[Box],
) -> int:
    """Return how many text rows at the top name the columns."""
    data = [sum(part.data for part in row if part.first > 0) for row in rows]
    most = min(_MOST_HEADER_LINES, len(rows) - 1)
    first_data = next((i for i, count in enumerate(data) if count), len(rows))
    ruled = 0
    for y in rules:
        above = sum((box[1] + box[3]) / 2 < y for box in boxes)
        if 0 < above <= most and above <= first_data:
            ruled = above
            if len([r for r in rules if boxes[0][1] < r < boxes[-1][3]]) > 0.5 * len(rows):
                break  # a line under every row: the first closes the header
    if ruled:
        return ruled
    marked = 0
    for row, box in zip(rows[:most], boxes, strict=False):
        words = [word for part in row for word in part.words]
        if not all(word.bold for word in words) and not _is_shaded(box, shaded):
            break
        marked += 1
    if marked and marked <= first_data:
        return marked
    if 0 < first_data <= most:
        # Labels without figures just above the data may be its first group, not its header.
        count = first_data
        while count > 1 and len(rows[count - 1]) == 1 and rows[count - 1][0].last == 0:
            count -= 1
        return count
    return 0


def _header(rows: Sequence[list[_Part]]) -> tuple[list[_Cell], int]:
    """Return the header's cells and their number of rows: one for each level of spanning names."""
    cells: list[_Cell] = []
    for row in rows:
        for part in row:
            open_cell = next((c for c in reversed(cells) if _overlap(c, part)), None)
            same = open_cell is not None and (open_cell.first, open_cell.last) == (
                part.first, part.last
            )  # fmt: skip
            if open_cell is not None and same:
                open_cell.lines.append(part.words)
                continue
            cells.append(_Cell(part.first, part.last, [part.words]))
    for index, cell in enumerate(cells):
        above = [c.row + 1 for c in cells[:index] if _overlap(c, cell)]
        cell.row = max(above, default=0)
    levels = max((cell.row for cell in cells), default=-1) + 1
    for index, cell in enumerate(cells):
        below = [c for c in cells[index + 1 :] if _overlap(c, cell)]
        if not below:
            cell.rows = levels - cell.row
    return cells, levels


def _overlap(cell: _Cell, part: _Part | _Cell) -> bool:
    return cell.first <= part.last and part.first <= cell.last


def _groups(
    rows: Sequence[list[_Part]], boxes: Sequence[Box], rules: Sequence[float]
) -> list[list[int]]:
    """Return which text rows make one row of the table."""
    bands = [sum(y < (box[1] + box[3]) / 2 for y in rules) for box in boxes]
    within = len(set(bands))
    if within >= 3 and within >= 0.4 * len(rows):
        out: list[list[int]] = []
        for index, band in enumerate(bands):
            if index and band == bands[index - 1]:
                out[-1].append(index)
            else:
                out.append([index])
        return out
    steps = [b[1] - a[1] for a, b in pairwise(boxes) if b[1] - a[1] > 1]
    step = statistics.median(steps) if steps else 12.0
    groups: list[list[int]] = []
    for index, row in enumerate(rows):
        if groups and _goes_on(rows, boxes, groups[-1], index, step):
            groups[-1].append(index)
        else:
            groups.append([index])
        _ = row
    return groups


def _goes_on(
    rows: Sequence[list[_Part]],
    boxes: Sequence[Box],
    group: Sequence[int],
    index: int,
    step: float,
) -> bool:
    """Tell whether text row *index* carries on the row of the table that *group* began."""
    row, before = rows[index], rows[index - 1]
    distance = boxes[index][1] - boxes[index - 1][1]
    tight = distance < 0.8 * step
    if distance > 1.5 * step:
        return False
    begun = {part.first for i in group for part in rows[i]}
    columns = {part.first for part in row}
    label = row[0]
    if columns == {0}:
        if 0 not in begun:
            return False
        old = next(part for i in group for part in rows[i] if part.first == 0)
        carried = _LOWER.match(label.words[0].text) is not None or (
            _UNFINISHED.search(before[0].words[-1].text) is not None and before[0].first == 0
        )
        indented = len(begun) > 1 and label.x0 > old.x0 + 3
        following = rows[index + 1][0].x0 if index + 1 < len(rows) else old.x0
        return tight or carried or (indented and following < label.x0 - 1)
    if 0 not in columns:
        if any(part.data for part in row):
            return begun == {0} and tight
        return columns <= begun or tight
    # The label's first line stood alone, and its figures stand beside its last.
    alone = begun == {0} and len(columns) > 1
    return alone and (_LOWER.match(label.words[0].text) is not None or tight)


def _body_row(rows: Sequence[list[_Part]], number: int) -> list[_Cell]:
    cells: list[_Cell] = []
    for row in rows:
        for part in row:
            last = part.last
            if len(row) == 1 and part.first == 0 and last > 0:
                last = 0  # a label that is longer than its column
            old = next((c for c in cells if c.first <= part.first <= c.last), None)
            if old is not None:
                old.lines.append(part.words)
            else:
                cells.append(_Cell(part.first, last, [part.words], number))
    return cells
