"""Lists of commitments set as tables: a tick column, a label beside a list, a plan of the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from papersearch.tagging.commitments.areas import Area, is_bare_noun, names_items
from papersearch.tagging.commitments.columns import columns_of
from papersearch.tagging.commitments.found import Found, Piece, inside, pieces
from papersearch.tagging.commitments.headings import Heading, lead_in, list_heading
from papersearch.tagging.commitments.patterns import matches
from papersearch.tagging.commitments.plan_tables import is_calendar, read_plan
from papersearch.tagging.commitments.tick_grid import read_grid
from papersearch.tagging.layout import TableView

_MOST_BLOCKS_BETWEEN = 3
_MOST_WORDS_OF_A_HEADER = 5


def read_list_tables(doc: Doc) -> Iterator[Found]:
    """Yield the items of lists of commitments that are set in tables."""
    skip = list(doc.spans.get("risks", ()))
    all_pieces = pieces(doc)
    for index, piece in enumerate(all_pieces):
        view = piece.view
        if view is None:
            continue
        areas = list(_areas(view))
        if not areas:
            above = _heading_above(all_pieces, index, view) or _own_heading(all_pieces, index, view)
            if above is not None:
                top = _header_rows(view)
                areas = [Area(above, top, view.table.rows, 0, view.table.columns)]
        for area in areas:
            found = list(read_plan(doc, view, area)) or list(read_grid(doc, view, area))
            yield from (one for one in found if not inside(one.span, skip))


def _heading_above(all_pieces: Sequence[Piece], index: int, view: TableView) -> Heading | None:
    """A list's heading as the block before the table, an instruction between them allowed.

    Above a table whose own header says "Priority" or "Commitment" a heading proper
    counts over a paragraph or two of introduction.
    """
    named = any(is_bare_noun(text) for text in _row(view, 0))
    instructions_only = True
    for piece in reversed(all_pieces[max(0, index - _MOST_BLOCKS_BETWEEN) : index]):
        if piece.view is not None:
            return None
        heading = list_heading(piece.text) or lead_in(piece.text)
        if heading is not None and (instructions_only or piece.block.kind == "heading"):
            return heading
        if piece.block.kind == "heading":
            return None
        if not matches("annual", "instructions", piece.text):
            if not named:
                return None
            instructions_only = False
    return None


def _own_heading(all_pieces: Sequence[Piece], index: int, view: TableView) -> Heading | None:
    """Return the heading of a table that says itself what it lists: "Commitment | Mid-year".

    Its year is that of the last heading of such a list, where the page's columns were
    read so that something else stands between.
    """
    texts = [text for text in _row(view, 0) if text]
    columns = columns_of(texts)
    promised = [text for text in texts if matches("annual", "promised_in_column", text)]
    told = {"owner", "due", "status"} & columns.keys() and len(columns) + 1 >= len(texts)
    if len(promised) != 1 or not (told or is_calendar(view, 0)):
        return None
    for piece in reversed(all_pieces[:index]):
        heading = list_heading(piece.text) if piece.block.kind == "heading" else None
        if heading is not None and heading.year is not None:
            return heading
    return Heading(promised[0], None, None, strong=True, promises_ticks=False)


def _row(view: TableView, row: int) -> list[str]:
    return [view.text(row, column) for column in range(view.table.columns)]


def _header_rows(view: TableView) -> int:
    """Rows at the top that only say "✓", "Tick", "No." or "Objective"."""
    rows = 0
    while rows < min(2, view.table.rows - 1) and _is_header(view, rows):
        rows += 1
    return rows


def _is_header(view: TableView, row: int) -> bool:
    texts = [text for text in _row(view, row) if text]
    if not texts:
        return True
    if row == 0 and len(texts) > 1 and any(is_bare_noun(text) for text in texts):
        # "Priority | On course": what the other columns say is told by their header only.
        return all(len(text.split()) <= _MOST_WORDS_OF_A_HEADER for text in texts)
    return all(
        columns_of([text]) or matches("annual", "instructions", text) or names_items(text)
        for text in texts
    ) and any(
        matches("annual", "instructions", t) or names_items(t) or columns_of([t]) for t in texts
    )


def _areas(view: TableView) -> Iterator[Area]:
    table = view.table
    row = 0
    while row < table.rows:
        found = _heading_in_row(view, row)
        if found is None:
            row += 1
            continue
        heading, column, last_column = found
        others = [
            view.text(row, c)
            for c in range(table.columns)
            if not column <= c <= last_column and view.cell(row, c) is not None
        ]
        headerlike = _are_headers(others) or _is_plan_header(others)
        if headerlike and not (
            column == 0 and others == [] and _label_with_empty(view, row, last_column)
        ):
            top = row + 1
            while top < table.rows and _is_header(view, top) and _are_headers(_row(view, top)):
                top += 1
            bottom = _end_of_list(view, top)
            yield Area(heading, top, bottom, 0, table.columns)
            row = max(bottom, row + 1)
        elif column == 0:
            bottom = _end_of_label(view, row)
            yield Area(heading, row, bottom, last_column + 1, table.columns)
            row = bottom
        else:
            row += 1


def _is_plan_header(others: Sequence[str]) -> bool:
    """Tell whether cells beside a list's heading head a plan: whose, by when, how far, and more."""
    known = {"owner", "due", "status"} & columns_of(others).keys()
    return bool(known) and all(len(text.split()) <= _MOST_WORDS_OF_A_HEADER for text in others)


def _heading_in_row(view: TableView, row: int) -> tuple[Heading, int, int] | None:
    for cell in view.table.cells:
        if cell.row != row or not cell.lines or len(cell.text.split()) > 24:
            continue
        heading = list_heading(cell.text, label=True)
        if heading is not None and (
            cell.column == 0 or cell.column_span >= view.table.columns - 1 or row == 0
        ):
            return heading, cell.column, cell.column + cell.column_span - 1
    return None


def _is_tick_header(text: str) -> bool:
    plain = text.strip()
    return (
        not plain
        or len(plain) <= 2
        or matches("annual", "instructions", plain) is not None
        or (len(plain.split()) <= 6 and matches("annual", "promises_ticks", plain) is not None)
    )


def _are_headers(texts: Sequence[str]) -> bool:
    """Tell whether each of a row's cells is empty, promises ticks or names a column of a log."""
    return all(_is_tick_header(text) or bool(columns_of([text])) for text in texts)


def _label_with_empty(view: TableView, row: int, last_column: int) -> bool:
    """A label whose own row is empty beside it, with rows of items under the empty cell."""
    return (
        view.table.columns > last_column + 1
        and row + 1 < view.table.rows
        and not view.text(row + 1, 0)
        and bool(view.text(row + 1, last_column + 1))
    )


def _end_of_label(view: TableView, row: int) -> int:
    cell = view.table.cell(row, 0)
    bottom = row + (cell.row_span if cell else 1)
    while (
        bottom < view.table.rows
        and not view.text(bottom, 0)
        and any(view.text(bottom, c) for c in range(1, view.table.columns))
    ):
        bottom += 1
    return bottom


def _tell_of_an_item(others: Sequence[str]) -> bool:
    """Tell whether the cells beside a row's first say more than a header would."""
    return len(others) >= 2 and not (_are_headers(others) or _is_plan_header(others))


def _end_of_list(view: TableView, top: int) -> int:
    row = top
    while row < view.table.rows:
        texts = [text for text in _row(view, row) if text]
        first = texts[0] if texts else ""
        others = [text for text in texts if text != first]
        if first and (
            matches("annual", "stops", first)
            # "Develop a skills strategy | Head of Economy | May" is an item, whatever its noun.
            or (list_heading(first, label=True) and not _tell_of_an_item(others))
            or first.endswith(":")
        ):
            break
        row += 1
    return row
