"""A table that goes on over the page is one table: rows broken in mid-cell are joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from papersearch.reading.document import Cell, Table

_RUNS_ON = re.compile(r"^[a-z(]")
_ENDED = re.compile(r"[.!?:;]['\"\u2019\u201d)]*$")


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
    if second.header_rows and not skip and first.header_rows and not _are_cards(first, second):
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


def _are_cards(first: Table, second: Table) -> bool:
    """Tell tables whose first column holds all names, in bold: what looks like a header is none."""
    firsts = [c for c in (*first.cells, *second.cells) if c.column == 0 and c.lines]
    top = {c.column: c for c in second.cells if c.row == 0 and c.column > 0}
    return (
        all(word.bold for cell in firsts for line in cell.lines for word in line.words)
        and bool(top) and not _all_bold(top) and not all(cell.shaded for cell in top.values())
    )  # fmt: skip


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
    if _all_bold(last) and not _all_bold(new):
        return False  # names of columns at the page's foot
    key = min(new)
    if key in filled and not (key in last and _runs_on(last[key], new[key])):
        return False
    return any(column in last and _runs_on(last[column], new[column]) for column in filled) or (
        key not in filled and all(column in last and last[column].lines for column in filled)
    )


def _all_bold(cells: dict[int, Cell]) -> bool:
    words = [word for cell in cells.values() for line in cell.lines for word in line.words]
    return bool(words) and all(word.bold for word in words)


def _runs_on(old: Cell, new: Cell) -> bool:
    if not old.lines:
        return False
    return not _ENDED.search(old.text) and _RUNS_ON.match(new.text) is not None
