"""Lists set in the cells of a table, with a tick in the item's cell, beside it or below it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from papersearch.reading.document import Tick
from papersearch.tagging.commitments.annual import believable, to_found
from papersearch.tagging.commitments.areas import Area
from papersearch.tagging.commitments.found import Found, lines_of
from papersearch.tagging.commitments.items import Item, ItemLine, is_item, read_items
from papersearch.tagging.commitments.ticks import cell_tick, settle
from papersearch.tagging.layout import TableView


def read_grid(doc: Doc, view: TableView, area: Area) -> Iterator[Found]:
    """Yield items with a tick in their cell, beside it or below it, or with no tick at all."""
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

    def __init__(self, doc: Doc, view: TableView, area: Area) -> None:
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
