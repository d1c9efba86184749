"""Lists of commitments set as tables: a tick column, a label beside a list, a plan of the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from papersearch.reading.document import Tick
from papersearch.tagging.commitments.annual import believable, list_year, to_found
from papersearch.tagging.commitments.columns import columns_of, owner_of
from papersearch.tagging.commitments.dues import cell_due, first_due
from papersearch.tagging.commitments.found import (
    Found,
    Piece,
    inside,
    lines_of,
    pieces,
    reference_day,
    without_number,
)
from papersearch.tagging.commitments.headings import Heading, list_heading
from papersearch.tagging.commitments.items import Item, ItemLine, is_item, read_items
from papersearch.tagging.commitments.patterns import matches
from papersearch.tagging.commitments.target import find_target
from papersearch.tagging.commitments.ticks import cell_tick, settle
from papersearch.tagging.layout import TableView

_MOST_WORDS = 60
_MOST_BLOCKS_BETWEEN = 3
_MOST_WORDS_OF_A_HEADER = 5


@dataclass(frozen=True, slots=True)
class _Area:
    """The rows and columns of a table that a heading governs (ends excluded)."""

    heading: Heading
    top: int
    bottom: int
    left: int
    right: int


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
            above = _heading_above(all_pieces, index, view)
            if above is not None:
                top = _header_rows(view)
                areas = [_Area(above, top, view.table.rows, 0, view.table.columns)]
        for area in areas:
            found = list(_plan(doc, view, area)) or list(_ticks(doc, view, area))
            yield from (one for one in found if not inside(one.span, skip))


def _heading_above(all_pieces: Sequence[Piece], index: int, view: TableView) -> Heading | None:
    """A list's heading as the block before the table, an instruction between them allowed.

    Above a table whose own header says "Priority" or "Commitment" a heading proper
    counts over a paragraph or two of introduction.
    """
    named = any(_is_bare_noun(view.text(0, c)) for c in range(view.table.columns))
    instructions_only = True
    for piece in reversed(all_pieces[max(0, index - _MOST_BLOCKS_BETWEEN) : index]):
        if piece.view is not None:
            return None
        heading = list_heading(piece.text)
        if heading is not None and (instructions_only or piece.block.kind == "heading"):
            return heading
        if piece.block.kind == "heading":
            return None
        if not matches("annual", "instructions", piece.text):
            if not named:
                return None
            instructions_only = False
    return None


def _header_rows(view: TableView) -> int:
    """Rows at the top that only say "✓", "Tick", "No." or "Objective"."""
    rows = 0
    while rows < min(2, view.table.rows - 1) and _is_header(view, rows):
        rows += 1
    return rows


def _is_header(view: TableView, row: int) -> bool:
    texts = [t for t in (view.text(row, c) for c in range(view.table.columns)) if t]
    if not texts:
        return True
    if row == 0 and len(texts) > 1 and any(_is_bare_noun(text) for text in texts):
        # "Priority | On course": what the other columns say is told by their header only.
        return all(len(text.split()) <= _MOST_WORDS_OF_A_HEADER for text in texts)
    return all(
        columns_of([text]) or matches("annual", "instructions", text) or _names_items(text)
        for text in texts
    ) and any(
        matches("annual", "instructions", t) or _names_items(t) or columns_of([t]) for t in texts
    )


def _names_items(text: str) -> bool:
    return len(text.split()) <= 4 and (
        _is_bare_noun(text) or list_heading(text, label=True) is not None
    )


def _is_bare_noun(text: str) -> bool:
    return matches("annual", "bare_nouns", text.lower().strip(" :")) is not None


def _areas(view: TableView) -> Iterator[_Area]:
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
        headerlike = all(_is_tick_header(text) or bool(columns_of([text])) for text in others)
        headerlike = headerlike or _is_plan_header(others)
        if headerlike and not (
            column == 0 and others == [] and _label_with_empty(view, row, last_column)
        ):
            top = row + 1
            while top < table.rows and _is_header(view, top) and _is_all_headers(view, top):
                top += 1
            bottom = _end_of_list(view, top)
            yield _Area(heading, top, bottom, 0, table.columns)
            row = max(bottom, row + 1)
        elif column == 0:
            bottom = _end_of_label(view, row)
            yield _Area(heading, row, bottom, last_column + 1, table.columns)
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


def _is_all_headers(view: TableView, row: int) -> bool:
    texts = [view.text(row, c) for c in range(view.table.columns)]
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


def _end_of_list(view: TableView, top: int) -> int:
    row = top
    while row < view.table.rows:
        first = next((t for c in range(view.table.columns) if (t := view.text(row, c))), "")
        if first and (
            matches("annual", "stops", first)
            or list_heading(first, label=True)
            or first.endswith(":")
        ):
            break
        row += 1
    return row


def _plan(doc: Doc, view: TableView, area: _Area) -> Iterator[Found]:
    """A plan of the year: the item's column beside its lead, date and status."""
    for header in (area.top - 1, area.top):
        if not 0 <= header < view.table.rows:
            continue
        texts = [view.text(header, c) for c in range(view.table.columns)]
        columns = columns_of(texts)
        if len({"owner", "due", "status"} & columns.keys()) == 0:
            continue
        main = _item_column(view, area, texts, columns)
        if main is None:
            continue
        rows = range(header + 1, area.bottom)
        cells = [(row, view.cell(row, main)) for row in rows]
        day = reference_day(doc)
        year = list_year(doc, area.heading, view.span)
        found = []
        seen: set[int] = set()
        for row, span in cells:
            if span is None or span.start in seen:
                continue
            seen.add(span.start)
            values = {name: view.text(row, column) for name, column in columns.items()}
            text, reference = without_number(view.text(row, main))
            if not is_item(text) or len(text.split()) > _MOST_WORDS:
                continue
            found.append(
                Found(
                    span=span,
                    kind="annual",
                    text=text,
                    why=f"annual-table: heading {area.heading.text!r}, "
                    f"columns {', '.join(sorted(columns))}",
                    financial_year=year,
                    target=find_target(text),
                    due=cell_due(values.get("due", ""), day) or first_due(text, day),
                    owner=owner_of(values.get("owner")),
                    status=values.get("status") or None,
                    reference=values.get("reference") or reference,
                )
            )
        if len(found) >= 2:
            yield from found
        return


def _item_column(
    view: TableView, area: _Area, texts: Sequence[str], columns: dict[str, int]
) -> int | None:
    named = [c for c, t in enumerate(texts) if t and _names_items(t)]
    if named:
        return named[0]
    if "action" in columns:
        return None
    free = [c for c in range(view.table.columns) if c not in columns.values()]
    lengths = {c: sum(len(view.text(r, c)) for r in range(area.top, area.bottom)) for c in free}
    return max(lengths, key=lambda c: lengths[c]) if lengths else None


def _ticks(doc: Doc, view: TableView, area: _Area) -> Iterator[Found]:
    """Items with a tick in their cell, beside it or below it, or with no tick at all."""
    grid = _Grid(doc, view, area)
    items = grid.items()
    ticked = any(item.tick for item in items)
    if not believable(doc, area.heading, items, ticked, listed=len(items) >= 2):
        return
    if not ticked and area.left > 0 and any(len(item.text.split()) < 3 for item in items):
        return  # beside a label: columns of a table headed so ("Objective | Risk | Score")
    states = settle([item.tick for item in items], grid.has_places)
    yield from to_found(doc, area.heading, items, states, view.span)


class _Grid:
    """The cells of an area, told apart into items, ticks and numbers."""

    def __init__(self, doc: Doc, view: TableView, area: _Area) -> None:
        self.doc, self.view, self.area = doc, view, area
        self.has_places = False
        rows, columns = range(area.top, area.bottom), range(area.left, area.right)
        self.ticks: dict[tuple[int, int], Tick | None] = {}
        self.texts: dict[tuple[int, int], str] = {}
        for row in rows:
            for column in columns:
                text = view.text(row, column)
                tick = cell_tick(view, row, column)
                self.ticks[row, column] = tick
                self.texts[row, column] = "" if tick is not None else text
        self.tick_columns = {
            column
            for column in columns
            if any(self.ticks[row, column] for row in rows)
            and not any(is_item(self.texts[row, column]) for row in rows)
        }
        self.rows, self.columns = rows, columns

    def items(self) -> list[Item]:
        """Return the items, row by row."""
        out: list[Item] = []
        seen: set[int] = set()
        spent: set[tuple[int, int]] = set()
        for row in self.rows:
            for column in self.columns:
                span = self.view.cell(row, column)
                if column in self.tick_columns or span is None or span.start in seen:
                    continue
                if not is_item(self.texts[row, column]):
                    continue
                seen.add(span.start)
                inner = self._in_cell(row, column, span)
                if len(inner) == 1 and inner[0].tick is None:
                    inner[0].tick = self._beside(row, column, spent)
                out += inner
        return out

    def _in_cell(self, row: int, column: int, span: Span) -> list[Item]:
        cell = self.view.table.cell(row, column)
        if cell is None:
            return []
        rows = lines_of(span, cell.lines)
        lines = [ItemLine(tuple(words), n == 0) for n, words in enumerate(rows)]
        own = (
            cell.tick if len(rows) == 1 or not any(w.tick for line in rows for w in line) else None
        )
        items, _ = read_items(lines)
        if self._one_to_a_cell() and len(items) > 1 and not any(item.tick for item in items):
            merged = Item([word for item in items for word in item.words], None)
            items = [merged]
        if len(items) == 1 and items[0].tick is None and own is not None:
            items[0].tick = own
        return items

    def _one_to_a_cell(self) -> bool:
        """Several filled cells hold one item each; a lone cell may hold a whole list."""
        filled = sum(
            1
            for (_, column), text in self.texts.items()
            if column not in self.tick_columns and is_item(text)
        )
        return filled > 1

    def _beside(self, row: int, column: int, spent: set[tuple[int, int]]) -> Tick | None:
        right = [c for c in self.tick_columns if c > column]
        left = [c for c in self.tick_columns if c < column]
        choices = [min(right)] if right else []
        choices += [max(left)] if left else []
        for place in choices:
            if (row, place) in spent:
                continue
            between = range(min(column, place) + 1, max(column, place))
            if any(is_item(self.texts.get((row, c), "")) for c in between):
                continue
            spent.add((row, place))
            self.has_places = self.has_places or any(
                self.ticks[r, place] in ("ticked", "not_ticked") for r in self.rows
            )
            return self.ticks[row, place]
        below = (row + 1, column)
        if not self.tick_columns and below in self.ticks and self._is_tick_row(row + 1):
            self.has_places = True
            return self.ticks[below]
        return None

    def _is_tick_row(self, row: int) -> bool:
        return any(self.ticks.get((row, c)) for c in self.columns) and not any(
            is_item(self.texts.get((row, c), "")) for c in self.columns
        )
