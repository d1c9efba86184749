"""Tables of PDF pages: pdfplumber's table finder on the page's lines, the page's words in its cells.

pdfplumber's own reading of a page is fifteen times slower than pdfium's, and
its finder needs only the lines. So the lines come from pdfium, the finder's
steps (snap and join edges, intersections, cells, tables) are pdfplumber's, and
pdfplumber opens the page itself only where lines lie inside nested drawings.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from papersearch.reading.document import Box, Cell, FormField, Line, Table, Tick, Word, union
from papersearch.reading.layout import rows_of
from papersearch.reading.pdf_objects import Drawing, Mark

_SNAP = 3
_JOIN = 4
_TOUCH = 4
_LEAST_EDGE = 3
_SAME_EDGE = 4.0
_WHITE = 245
MOST_EDGES = 6000
"""A page of more lines is a drawing; finding cells in it would take minutes."""
_TICK_LETTERS = re.compile(r"^(?:x|X|y|Y|yes|Yes|YES|√)$")
_RUNS_ON = re.compile(r"^[a-z(]")
_ENDED = re.compile(r"[.!?:;]['\"\u2019\u201d)]*$")


def may_hold_table(drawing: Drawing) -> bool:
    """Return whether the page has lines enough for a table."""
    if drawing.crowded:
        return False
    across = {round(b[1] / 3) for b in drawing.rulings if b[2] - b[0] > 3 * (b[3] - b[1])}
    down = {round(b[0] / 3) for b in drawing.rulings if b[3] - b[1] > 3 * (b[2] - b[0])}
    return len(across) >= 2 and len(down) >= 2


def lines_are_nested(drawing: Drawing) -> bool:
    """Return whether pdfplumber must open the page to see its lines."""
    return drawing.nested > 0 and not drawing.crowded


def find_tables(
    drawing: Drawing, page_number: int, words: Sequence[Word], fields: Sequence[FormField]
) -> list[Table]:
    """Return the ruled tables of one page.

    Args:
        drawing: The page's lines, fills and marks.
        page_number: From 1.
        words: The page's words, in page-as-shown coordinates; cells are made of them.
        fields: Form fields that may stand in cells.
    """
    shades = [fill.box for fill in drawing.fills if min(fill.colour) < _WHITE]
    tables = []
    for boxes in _find_cells(drawing.rulings):
        table = _table(boxes, page_number, words, drawing.marks, fields, shades)
        if table is not None:
            tables.append(table)
    return _without_nested(tables)


def nested_rulings(pdf: Any, page_number: int) -> list[Box]:
    """Return a page's lines as pdfplumber reads them; the page is closed after use."""
    page = pdf.pages[page_number - 1]
    try:
        shift_x, shift_y = _shift(page)
        return [
            (e["x0"] - shift_x, e["top"] - shift_y, e["x1"] - shift_x, e["bottom"] - shift_y)
            for e in page.edges
        ]
    finally:
        page.close()


def _find_cells(rulings: Sequence[Box]) -> list[list[Box]]:
    """Return the cells of each table that *rulings* draw, by pdfplumber's steps."""
    from pdfplumber.table import (
        cells_to_tables,
        edges_to_intersections,
        intersections_to_cells,
        merge_edges,
    )
    from pdfplumber.utils import filter_edges

    edges = []
    for x0, top, x1, bottom in dict.fromkeys(rulings):
        level = x1 - x0 >= bottom - top
        edges.append(
            {
                "x0": x0 if level else (x0 + x1) / 2, "x1": x1 if level else (x0 + x1) / 2,
                "top": (top + bottom) / 2 if level else top,
                "bottom": (top + bottom) / 2 if level else bottom,
                "width": x1 - x0 if level else 0, "height": 0 if level else bottom - top,
                "orientation": "h" if level else "v", "object_type": "line",
            }
        )  # fmt: skip
    if not edges or len(edges) > MOST_EDGES:
        return []
    merged = merge_edges(
        edges, snap_x_tolerance=_SNAP, snap_y_tolerance=_SNAP,
        join_x_tolerance=_JOIN, join_y_tolerance=_JOIN,
    )  # fmt: skip
    merged = filter_edges(merged, min_length=_LEAST_EDGE)
    cells = intersections_to_cells(edges_to_intersections(merged, _TOUCH, _TOUCH))
    return [list(table) for table in cells_to_tables(cells)] if cells else []


def join_over_pages(tables: list[list[Table]], heights: Sequence[float]) -> list[list[Table]]:
    """Join the last table of a page with the first of the next where it continues there.

    Args:
        tables: Tables by page, from top to bottom.
        heights: Height of each page in points.
    """
    out: list[list[Table]] = [[] for _ in tables]
    open_table: tuple[int, Table] | None = None
    for index, here in enumerate(tables):
        for position, table in enumerate(here):
            if position == 0 and open_table is not None:
                owner, first = open_table
                joined = _join(first, table, heights[index])
                if joined is not None:
                    out[owner][-1] = joined
                    open_table = (owner, joined) if len(here) == 1 else None
                    continue
            out[index].append(table)
            open_table = None
        if here and out[index] and here[-1] is out[index][-1]:
            last = here[-1]
            low = last.box is not None and last.box[3] > 0.72 * heights[index]
            open_table = (index, last) if low else None
        elif not here:
            open_table = None
    return out


def _shift(page: Any) -> tuple[float, float]:
    """pdfplumber counts from the media box, the page shows its crop box."""
    if page.rotation:
        return (0.0, 0.0)
    media, crop = page.mediabox, page.cropbox
    return (crop[0] - media[0], media[3] - crop[3])


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


def _table(
    boxes: list[Box],
    page: int,
    words: Sequence[Word],
    marks: Sequence[Mark],
    fields: Sequence[FormField],
    shades: Sequence[Box],
) -> Table | None:
    if len(boxes) < 2:
        return None
    xs = _edges([edge for box in boxes for edge in (box[0], box[2])])
    ys = _edges([edge for box in boxes for edge in (box[1], box[3])])
    placed: list[tuple[int, int, int, int, Box]] = []
    for box in boxes:
        left, right = _nearest(xs, box[0]), _nearest(xs, box[2])
        top, bottom = _nearest(ys, box[1]), _nearest(ys, box[3])
        if right > left and bottom > top:
            placed.append((top, left, bottom, right, box))
    if not placed:
        return None
    contents: dict[int, list[Word]] = {index: [] for index in range(len(placed))}
    outer = union(box for *_, box in placed)
    assert outer is not None  # noqa: S101
    for word in words:
        if word.box is None:
            continue
        x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
        if not (outer[0] - 2 <= x <= outer[2] + 2 and outer[1] - 2 <= y <= outer[3] + 2):
            continue
        index = min(
            (i for i in range(len(placed)) if _inside(placed[i][4], x, y)),
            key=lambda i: _area(placed[i][4]),
            default=None,
        )
        if index is not None:
            contents[index].append(word)
    cells = []
    for index, (top, left, bottom, right, box) in enumerate(placed):
        lines = tuple(Line(row.words, page) for row in rows_of(contents[index]))
        cells.append(
            Cell(
                top, left, lines, bottom - top, right - left, box, page,
                shaded=any(_covers(shade, box) for shade in shades),
                tick=_cell_tick(lines, box, marks, fields),
            )
        )  # fmt: skip
    return _tidy(cells, len(ys) - 1, len(xs) - 1, page, outer)


def _cell_tick(
    lines: tuple[Line, ...], box: Box, marks: Sequence[Mark], fields: Sequence[FormField]
) -> Tick | None:
    words = [word for line in lines for word in line.words]
    if len(words) == 1:
        if words[0].tick is not None:
            return words[0].tick
        if _TICK_LETTERS.match(words[0].text):
            return "ticked"
    for field in fields:
        if field.tick is not None and field.box is not None and _holds(box, field.box):
            return field.tick
    if not words and any(_lies_within(box, mark.box) for mark in marks):
        return "ticked"
    return None


def _tidy(cells: list[Cell], rows: int, columns: int, page: int, box: Box) -> Table | None:
    """Drop empty slivers, number rows and columns anew, tell whether it is a table at all."""
    used_rows = sorted(
        {cell.row for cell in cells if cell.lines or cell.tick or cell.row_span == 1}
    )
    filled = [cell for cell in cells if cell.lines or cell.tick]
    used_columns = sorted({cell.column for cell in filled})
    if len(used_columns) < 2 or len(filled) < 3:
        return None
    used_rows = sorted({cell.row for cell in filled} | set(used_rows))
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
    if len(used_rows) < 2:
        # One row of a ruled form still is label and value; one row of prose is a frame.
        if len(used_columns) < 2 or max(len(c.text.split()) for c in filled) > 60:
            return None
    table = Table(tuple(out), len(used_rows), len(used_columns), page, page, box=box)
    if rows * columns > 60 and len(filled) < 0.08 * rows * columns:
        return None  # a grid with hardly a word in it is a chart's
    return replace(table, header_rows=_header_rows(table))


def _header_rows(table: Table) -> int:
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


def _join(first: Table, second: Table, height: float) -> Table | None:
    if first.columns != second.columns or first.box is None or second.box is None:
        return None
    if second.box[1] > 0.3 * height:
        return None
    if abs(first.box[0] - second.box[0]) > 12 or abs(first.box[2] - second.box[2]) > 12:
        return None
    if not _same_columns(first, second):
        return None
    skip = 0
    for row in range(min(first.header_rows, second.rows)):
        if _row_text(first, row) == _row_text(second, row):
            skip = row + 1
    if second.header_rows and not skip and first.header_rows:
        return None  # a table of its own, with other column names
    broken = skip < second.rows and _is_broken_row(first, second, skip)
    cells = list(first.cells)
    base = first.rows - skip - (1 if broken else 0)
    for cell in second.cells:
        if cell.row < skip:
            continue
        moved = replace(cell, row=cell.row + base)
        if broken and cell.row == skip:
            target = next(
                (i for i, c in enumerate(cells)
                 if c.column == cell.column and c.row + c.row_span >= first.rows), None,
            )  # fmt: skip
            if target is not None:
                old = cells[target]
                cells[target] = replace(
                    old, lines=old.lines + cell.lines, tick=old.tick or cell.tick
                )
                continue
        cells.append(moved)
    rows = first.rows + second.rows - skip - (1 if broken else 0)
    continued = (*first.continued_rows, first.rows - 1) if broken else first.continued_rows
    return replace(
        first, cells=tuple(cells), rows=rows, last_page=second.last_page, continued_rows=continued
    )


def _same_columns(first: Table, second: Table) -> bool:
    def lefts(table: Table) -> dict[int, float]:
        out: dict[int, float] = {}
        for cell in table.cells:
            if cell.box is not None:
                out[cell.column] = min(out.get(cell.column, 1e9), cell.box[0])
        return out

    a, b = lefts(first), lefts(second)
    return all(abs(a[c] - b[c]) < 15 for c in a.keys() & b.keys())


def _row_text(table: Table, row: int) -> list[str]:
    return [cell.text.lower() for cell in table.cells if cell.row == row]


def _is_broken_row(first: Table, second: Table, skip: int) -> bool:
    """Tell whether the row after the break carries on the last row before it."""
    last = {c.column: c for c in first.cells if c.row + c.row_span >= first.rows}
    new = {c.column: c for c in second.cells if c.row == skip}
    filled = {column for column, cell in new.items() if cell.lines}
    if not filled or len(filled) == len(new):
        # A full row is a new one, unless every cell runs on in mid-sentence.
        return bool(filled) and all(
            column in last and _runs_on(last[column], new[column]) for column in filled
        )
    key = min(new)
    if key in filled and not (key in last and _runs_on(last[key], new[key])):
        return False
    return any(column in last and _runs_on(last[column], new[column]) for column in filled) or (
        key not in filled and all(column in last and last[column].lines for column in filled)
    )


def _runs_on(old: Cell, new: Cell) -> bool:
    if not old.lines:
        return False
    return not _ENDED.search(old.text) and _RUNS_ON.match(new.text) is not None


def _without_nested(tables: list[Table]) -> list[Table]:
    """Drop tables that lie within a larger one; order from top to bottom."""
    kept: list[Table] = []
    for table in sorted(tables, key=lambda t: -_area(t.box) if t.box else 0):
        box = table.box
        if box and not any(k.box and _holds(k.box, box) for k in kept):
            kept.append(table)
    return sorted(kept, key=lambda t: (t.box[1], t.box[0]) if t.box else (0.0, 0.0))


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
