"""Labelled fields of a form that is laid out as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from papersearch.papers.label_value import is_pair, lists_purposes, split_label
from papersearch.papers.labels import STRONG, label_kind, label_kinds
from papersearch.papers.paper import CoverField
from papersearch.reading.document import Cell, Table

LEAST_COLUMNS_OF_LIST = 3
"""A label with so many words beside it, and rows of values below, heads a column."""
LEAST_COLUMNS_WITHOUT_LABEL = 5
"""In a row of so many cells a label behind others that are none heads a column, as they do."""
MOST_LINES_OF_CUT_LABEL = 4


def fields_of_table(table: Table, index: int) -> Iterator[CoverField]:
    """Yield the labelled fields of *table*; *index* counts its block."""
    used: set[tuple[int, int]] = set()
    for row in table.grid():
        cells = list({id(cell): cell for cell in row if cell is not None}.values())
        for position, cell in enumerate(cells):
            if not cell.lines or (cell.row, cell.column) in used:
                continue
            if paired := _line_by_line(cells, position):
                for kind, label, value in paired:
                    yield CoverField(kind, label, value, cell.page, index, (value,))
                used |= {
                    (cell.row, cell.column),
                    (cells[position + 1].row, cells[position + 1].column),
                }
                continue
            kinds = _kinds_of(cell)
            if not kinds and cell.text.endswith(":") and lists_purposes(cell.text[:-1]):
                kinds = ("purpose",)
            if not kinds:
                yield from _inside_cell(cell, index)
                continue
            values = _beside(cells, position, kinds[0])
            listed = len(cells) > 1 and _heads_list(table, cell)
            if listed and (
                len(values) >= LEAST_COLUMNS_OF_LIST or _is_one_of_heads(cells, position)
            ):
                continue
            if not values and not listed and (below := _below(table, cell)) is not None:
                values = [below]
            used |= {(value.row, value.column) for value in values}
            lines = tuple(line.text for value in values for line in value.lines)
            text = " ".join(value.text for value in values)
            for kind in kinds:
                yield CoverField(kind, cell.text, text, cell.page, index, lines)


def _kinds_of(cell: Cell) -> tuple[str, ...]:
    """Return what a cell labels, also where its column cuts words ("Committ", "ee")."""
    return label_kinds(cell.text) or _on_every_line(cell) or _cut_label(cell)


def _cut_label(cell: Cell) -> tuple[str, ...]:
    """Return what a label says whose words a narrow column cuts without a hyphen."""
    lines = [line.text for line in cell.lines]
    if not 1 < len(lines) <= MOST_LINES_OF_CUT_LABEL:
        return ()
    for number, (line, after) in enumerate(pairwise(lines)):
        if line[-1:].isalpha() and after[:1].islower():
            whole = [*lines[:number], line + after, *lines[number + 2 :]]
            if kinds := label_kinds(" ".join(whole)):
                return kinds
    return ()


def _line_by_line(cells: Sequence[Cell], position: int) -> list[tuple[str, str, str]]:
    """Read labels set below each other in one cell, their values likewise in the next."""
    labels = cells[position].lines
    values = cells[position + 1].lines if position + 1 < len(cells) else ()
    kinds = [label_kind(line.text) for line in labels]
    if len(labels) < 2 or len(values) != len(labels) or len(set(kinds)) < 2 or not all(kinds):
        return []
    return [
        (kind, label.text, value.text)
        for kind, label, value in zip(kinds, labels, values, strict=True)
        if kind is not None
    ]


def _heads_list(table: Table, cell: Cell) -> bool:
    """Tell the head of a list, which has several rows below it, from a form's row of labels."""
    below = cell.row + cell.row_span
    if table.rows - below <= 1:
        return False
    after = {
        id(c): c
        for column in range(table.columns)
        if (c := table.cell(below + 1, column)) and c.lines
    }
    # Under the one row of values the form goes on with labels again.
    return not after or not all(label_kinds(c.text) for c in after.values())


def _is_one_of_heads(cells: Sequence[Cell], position: int) -> bool:
    """Tell the head of a column between others from a label: "Ref | Subject | Action | Owner"."""
    row = [cell for cell in cells if cell.lines]
    beside = cells[position + 1 : position + 2]
    labels = sum(bool(_kinds_of(cell)) for cell in row)
    full = len(row) == len(cells) >= LEAST_COLUMNS_WITHOUT_LABEL
    if full and position and not any(_kinds_of(cell) for cell in cells[:position]):
        return True  # "Now | Sought | Heading | What might happen | Dial"
    return (
        len(row) == len(cells) > LEAST_COLUMNS_OF_LIST
        and labels >= LEAST_COLUMNS_OF_LIST
        and all(_kinds_of(cell) for cell in beside)
    )


def _on_every_line(cell: Cell) -> tuple[str, ...]:
    """Return what a label means that the form prints in two languages, one below the other."""
    kinds = {label_kinds(line.text) for line in cell.lines} if len(cell.lines) > 1 else set()
    return kinds.pop() if len(kinds) == 1 else ()


def _beside(cells: Sequence[Cell], position: int, kind: str) -> list[Cell]:
    """Return the cells to the right that hold a label's value."""
    following = cells[position + 1 :]
    if following and kind == "title" and following[0].lines:
        # A title may itself read as a label: "Board Assurance Framework".
        other = label_kind(following[0].text)
        if other not in STRONG and (other is None or len(cells) in (2, 4)):
            return [following[0]]
    # A body may meet as "Authority" or "Council", which label other forms' fields.
    meets = kind == "meeting" and len(cells) in (2, 4) and following
    if meets and label_kind(following[0].text) in ("organisation", "meeting"):
        return [following[0]]
    values = []
    for other_cell in following:
        if _kinds_of(other_cell) or is_pair(other_cell.text):
            break
        if other_cell.lines:
            values.append(other_cell)
    return values


def _below(table: Table, cell: Cell) -> Cell | None:
    """Return the cell under a label that has nothing beside it."""
    below = table.cell(cell.row + cell.row_span, cell.column)
    if below is None or not below.lines or label_kinds(below.text) or is_pair(below.text):
        return None
    # Under a label that spans the form its value spans it too; else it is the next row's label.
    return below if below.column_span >= min(cell.column_span, 2) else None


def _inside_cell(cell: Cell, index: int) -> Iterator[CoverField]:
    """Read a cell that holds labels and values: "Author: …", or a label on its first line."""
    found: list[tuple[tuple[str, ...], str, list[str], int]] = []
    for number, line in enumerate(cell.lines):
        text = line.text
        split = split_label(text)
        if split is not None:
            found.append((split[0], split[1], [split[2]] if split[2] else [], line.page))
        elif number == 0 and len(cell.lines) > 1 and (kinds := label_kinds(text)):
            found.append((kinds, text, [], line.page))
        elif found:
            found[-1][2].append(text)
        elif number > 1:
            return
    for kinds, label, values, page in found:
        for kind in kinds:
            yield CoverField(kind, label, " ".join(values), page, index, tuple(values))
