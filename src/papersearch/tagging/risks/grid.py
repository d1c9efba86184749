"""A table as rows and columns that can be turned, every place known to its cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Span

from papersearch.reading.document import Cell, Tick
from papersearch.tagging.layout import TableView, words_without_ticks


@dataclass
class Grid:
    """Rows and columns of a :class:`TableView`; *turned*, its columns are the rows."""

    view: TableView
    turned: bool = False
    _texts: dict[tuple[int, int], str] = field(default_factory=dict)

    @cached_property
    def _places(self) -> list[list[Cell | None]]:
        return self.view.table.grid()

    @property
    def rows(self) -> int:
        """How many rows."""
        return self.view.table.columns if self.turned else self.view.table.rows

    @property
    def columns(self) -> int:
        """How many columns."""
        return self.view.table.rows if self.turned else self.view.table.columns

    @property
    def header_rows(self) -> int:
        """How many rows the reader took for the header."""
        return 0 if self.turned else self.view.table.header_rows

    def turn(self) -> Grid:
        """Return the same table with rows and columns exchanged."""
        return Grid(self.view, not self.turned)

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers that place."""
        if self.turned:
            row, column = column, row
        places = self._places
        if not (0 <= row < len(places) and 0 <= column < len(places[row])):
            return None
        return places[row][column]

    def starts(self, row: int, column: int) -> bool:
        """Tell whether a cell begins in that row, not one that reaches down into it."""
        cell = self.cell(row, column)
        return cell is not None and (cell.column if self.turned else cell.row) == row

    def width(self, row: int, column: int) -> int:
        """Return how many columns the cell covers."""
        cell = self.cell(row, column)
        return 1 if cell is None else (cell.row_span if self.turned else cell.column_span)

    def span(self, row: int, column: int) -> Span | None:
        """Return the words of that place."""
        cell = self.cell(row, column)
        return None if cell is None else self.view.of(cell)

    def text(self, row: int, column: int) -> str:
        """Return the words of that place without tick signs."""
        cell = self.cell(row, column)
        if cell is None:
            return ""
        key = (cell.row, cell.column)
        if key not in self._texts:
            span = self.view.of(cell)
            self._texts[key] = "" if span is None else words_without_ticks(span)
        return self._texts[key]

    def tick(self, row: int, column: int) -> Tick | None:
        """Return the tick of that place, alone or beside words."""
        cell = self.cell(row, column)
        if cell is None:
            return None
        if cell.tick is not None:
            return cell.tick
        return next((w.tick for line in cell.lines for w in line.words if w.tick is not None), None)

    def row_span(self, row: int) -> Span | None:
        """Return the words of the cells that begin in *row*."""
        spans = [
            span
            for column in range(self.columns)
            if self.starts(row, column) and (span := self.span(row, column)) is not None
        ]
        if not spans:
            return None
        return spans[0].doc[min(s.start for s in spans) : max(s.end for s in spans)]

    def above(self, tokens: int) -> str:
        """Return the words of the heading above the table, and the *tokens* right before it."""
        span, heading = self.view.span, self.view.heading
        before = span.doc[max(0, span.start - tokens) : span.start].text
        return f"{heading.text if heading is not None else ''} {before}"

    def broken(self, row: int) -> bool:
        """Tell whether the row was broken over a page and joined again."""
        return not self.turned and row in self.view.table.continued_rows
