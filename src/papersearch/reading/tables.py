"""Tables of PDF pages, found by their lines or by how their words stand.

The lines come from pdfium and the finder's steps (snap and join edges,
intersections, cells, tables) are pdfplumber's: its finder needs no more, and
its own reading of a page takes many times as long.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from papersearch.reading.charts import is_chart
from papersearch.reading.document import Box, Table, Word
from papersearch.reading.layout import rows_of, stretches
from papersearch.reading.pdf_objects import WHITE, Drawing
from papersearch.reading.pdf_sheet import Sheet
from papersearch.reading.table_aligned import NUMERIC, find_aligned
from papersearch.reading.table_cells import table_of
from papersearch.reading.table_edges import JOIN, open_ends, open_sides
from papersearch.reading.table_join import join_over_pages
from papersearch.reading.table_rows import table_of_aligned
from papersearch.reading.torn_words import mended

_SNAP = 3
_TOUCH = 4
_LEAST_EDGE = 3
_LEAST_FIGURES = 0.08
_OFF_ROW = 3.0
_LEAST_LEVEL = 0.6
_FLUSH = 18.0
"""Points by which a frame may fall short of the table's height and still be as high."""
_LEVEL = 0.15
"""A table that begins within this share of another's height stands beside it."""
MOST_EDGES = 6000
"""A page of more lines is a drawing; finding cells in it would take minutes."""
MOST_WORDS = 6000
"""A page of more words is not searched for tables without lines."""


def fill_in_tables(sheets: Sequence[Sheet]) -> None:
    """Find the tables of all pages, join them over pages, and take their words off the sheets."""
    for sheet in sheets:
        if sheet.status in ("text", "ocr"):
            sheet.tables = find_tables(sheet)
            if sheet.tables and sheet.way == "pdfium":
                sheet.way = "pdfium+tables"
    taken = [_word_ids(sheet.tables) for sheet in sheets]
    whole = [[mended(table, sheet.words) for table in sheet.tables] for sheet in sheets]
    joined = join_over_pages(whole, [s.upright_size[1] for s in sheets])
    for sheet, tables, words in zip(sheets, joined, taken, strict=True):
        sheet.words = [word for word in sheet.words if id(word) not in words]
        sheet.odd = [item for item, word in sheet.odd_words() if id(word) not in words]
        sheet.tables = tables


def find_tables(sheet: Sheet) -> list[Table]:
    """Return the tables of one page, from top to bottom."""
    drawing = sheet.drawing
    shades = [fill.box for fill in drawing.fills if min(fill.colour) < WHITE]
    ruled = []
    sideways = [
        (word, item.angle)
        for item, word in sheet.odd_words()
        if 80 <= (item.angle - sheet.turned) % 180 <= 100
    ]
    if may_hold_ruled_table(drawing):
        for boxes in _find_cells(drawing.rulings, sheet.upright_size[1]):
            table = table_of(
                boxes, sheet.number, sheet.words, drawing.marks, sheet.fields, shades, sideways
            )
            if table is not None and not is_chart(table, drawing, sheet.words):
                ruled.append(table)
    tables: list[Table] = []
    for table in _without_nested(ruled):
        tables += _finer(table, sheet, shades) or [table]
    tables = [_wider(table, tables, sheet, shades) for table in tables]
    taken = _word_ids(tables)
    free = [word for word in sheet.words if id(word) not in taken and word.box]
    tables += _aligned(free, sheet, shades)
    return _in_order(tables)


def _in_order(tables: Sequence[Table]) -> list[Table]:
    """Return *tables* from top to bottom; those side by side from left to right."""
    out: list[list[Table]] = []
    for table in sorted(tables, key=lambda t: t.box[1] if t.box else 0.0):
        first = out[-1][0].box if out else None
        if first and table.box and table.box[1] < first[1] + _LEVEL * (first[3] - first[1]):
            out[-1].append(table)
        else:
            out.append([table])
    return [t for row in out for t in sorted(row, key=lambda t: t.box[0] if t.box else 0.0)]


def _aligned(words: Sequence[Word], sheet: Sheet, shades: Sequence[Box]) -> list[Table]:
    """Return the tables among *words* that are not drawn as a grid."""
    if len(words) > MOST_WORDS or sheet.drawing.crowded:
        return []
    rows = rows_of(words)
    if sum(len(row.segments) > 1 for row in rows) < 2:
        return []
    out = []
    rulings = sheet.drawing.rulings[:MOST_EDGES]
    for stretch in stretches(rows, sheet.upright_size[0]):
        for found in find_aligned(stretch, rulings):
            table = table_of_aligned(found, sheet.number, shades)
            if table is not None and not is_chart(table, sheet.drawing, sheet.words):
                out.append(table)
    return out


def _finer(table: Table, sheet: Sheet, shades: Sequence[Box]) -> list[Table]:
    """Return what stands in columns within the cells of a table that is only half ruled."""
    multi = [cell for cell in table.cells if len(cell.lines) > 2]
    many = sum(len(line.words) for cell in multi for line in cell.lines)
    everything = sum(len(line.words) for cell in table.cells for line in cell.lines)
    if many < 0.3 * everything or table.box is None:
        return []
    words = [word for cell in table.cells for line in cell.lines for word in line.words]
    # Prose in large cells is not looked at twice: columns within are columns of figures.
    figures = sum(any(map(str.isdecimal, w.text)) and bool(NUMERIC.match(w.text)) for w in words)
    if figures < _LEAST_FIGURES * len(words):
        return []
    found = _aligned(words, sheet, shades)
    if not found:
        return []
    kept = sum(len(line.words) for t in found for c in t.cells for line in c.lines)
    if kept < 0.8 * len(words) or not all(_is_data(part) for part in found):
        return []
    finer = max(part.columns for part in found) > table.columns
    longer = sum(p.rows - p.header_rows for p in found) > table.rows - table.header_rows
    return found if finer or (longer and max(p.columns for p in found) == table.columns) else []


def _wider(table: Table, others: Sequence[Table], sheet: Sheet, shades: Sequence[Box]) -> Table:
    """Return *table* with the columns beside it that no line encloses, where there are some."""
    if table.box is None or table.rows < 4 or not _is_data(table):
        return table
    own = _word_ids([table])
    taken = _word_ids(others) - own
    top, bottom = table.box[1] - 2, table.box[3] + 2
    upright = [b for b in sheet.drawing.rulings if b[3] - b[1] > 3 * (b[2] - b[0])]
    band = [
        w for w in sheet.words
        if w.box and top <= (w.box[1] + w.box[3]) / 2 <= bottom and id(w) not in taken
        and (id(w) in own or not _is_walled_off(w.box, table.box, upright))
    ]  # fmt: skip
    if len(band) - len(own) < 0.5 * table.rows or not _on_its_rows(band, own):
        return table
    found = _aligned(band, sheet, shades)
    if len(found) != 1 or found[0].columns <= table.columns:
        return table
    return found[0] if len(own & _word_ids(found)) > 0.9 * len(own) else table


def _on_its_rows(band: Sequence[Word], own: set[int]) -> bool:
    """Tell whether the words beside a table are level with its own; a chart's are not."""
    heights = sorted(_height(word) for word in band if id(word) in own)
    beside = [word for word in band if id(word) not in own]
    level = 0
    for word in beside:
        y = _height(word)
        at = bisect_left(heights, y)
        level += any(abs(h - y) < _OFF_ROW for h in heights[max(at - 1, 0) : at + 1])
    return level > _LEAST_LEVEL * len(beside)


def _height(word: Word) -> float:
    return (word.box[1] + word.box[3]) / 2 if word.box else 0.0


def _is_walled_off(box: Box, table: Box, upright: Sequence[Box]) -> bool:
    """Tell whether lines on both sides frame a word, as of a chart beside the table.

    A frame at least as high as the table is that of a group of its columns.
    """
    y = (box[1] + box[3]) / 2
    level = [
        line for line in upright
        if line[1] <= y <= line[3]
        and (line[1] > table[1] + _FLUSH or line[3] < table[3] - _FLUSH)
    ]  # fmt: skip
    if box[0] > table[2]:
        near = [line for line in level if table[2] + 2 < line[0] < box[0]]
        far = [line for line in level if line[0] > box[2]]
    else:
        near = [line for line in level if box[2] < line[0] < table[0] - 2]
        far = [line for line in level if line[0] < box[0]]
    return any(abs(a[1] - b[1]) < _SNAP and abs(a[3] - b[3]) < _SNAP for a in near for b in far)


def _is_data(table: Table) -> bool:
    """Tell whether most cells beside the first column are figures."""
    cells = [c for c in table.cells if c.column > 0 and c.row >= table.header_rows and c.lines]
    figures = sum(all(NUMERIC.match(word) for word in cell.text.split()) for cell in cells)
    return figures >= 0.5 * len(cells) > 0


def may_hold_ruled_table(drawing: Drawing) -> bool:
    """Return whether the page has lines enough for a ruled table."""
    if drawing.crowded:
        return False
    across = {round(b[1] / 3) for b in drawing.rulings if b[2] - b[0] > 3 * (b[3] - b[1])}
    down = {round(b[0] / 3) for b in drawing.rulings if b[3] - b[1] > 3 * (b[2] - b[0])}
    return len(across) >= 2 and len(down) >= 2


def _word_ids(tables: Sequence[Table]) -> set[int]:
    words: list[Word] = [w for t in tables for c in t.cells for line in c.lines for w in line.words]
    return {id(word) for word in words}


def _find_cells(rulings: Sequence[Box], height: float) -> list[list[Box]]:
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
        join_x_tolerance=JOIN, join_y_tolerance=JOIN,
    )  # fmt: skip
    merged = filter_edges(merged, min_length=_LEAST_EDGE)
    merged += open_sides(merged)
    merged += open_ends(merged, height)
    cells = intersections_to_cells(edges_to_intersections(merged, _TOUCH, _TOUCH))
    return [list(table) for table in cells_to_tables(cells)] if cells else []


def _without_nested(tables: list[Table]) -> list[Table]:
    """Drop tables that lie within a larger one; order from top to bottom."""
    kept: list[Table] = []
    for table in sorted(tables, key=lambda t: -_area(t.box) if t.box else 0):
        box = table.box
        if box and not any(k.box and _middle_in(k.box, box) for k in kept):
            kept.append(table)
    return sorted(kept, key=lambda t: (t.box[1], t.box[0]) if t.box else (0.0, 0.0))


def _middle_in(box: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
