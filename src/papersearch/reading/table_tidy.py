"""Cells become a table: rows and columns counted anew, the header told, marks in cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from papersearch.reading.document import Box, Cell, Table, Tick, Word

SLIVER = 9.0
"""Points; a narrower strip between two lines is no row or column."""
_LONGEST_LABEL = 60
_LONGEST_STATUS = 20
_TICK_LETTERS = re.compile(r"^(?:x|X|y|Y|yes|Yes|YES|√)$")
_ENDED = re.compile(r"[.!?:;]['\"\u2019\u201d)]*$")


def tick_alone(words: Sequence[Word]) -> Tick | None:
    """Return the tick that a cell's only word is, be it a sign or a letter (X, Y, Yes)."""
    if len(words) != 1:
        return None
    return words[0].tick or ("ticked" if _TICK_LETTERS.match(words[0].text) else None)


def tidied(cells: list[Cell], rows: int, columns: int, page: int, box: Box) -> Table | None:
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
    return cell.row_span == 1 and (cell.box is None or cell.box[3] - cell.box[1] >= SLIVER)


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
