"""The body of a Word file becomes blocks in reading order: headings, lists, paragraphs, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from papersearch.reading.document import TICK_SIGNS, Block, Cell, Line, Table, Word
from papersearch.reading.docx_package import MC, W, switch, value
from papersearch.reading.docx_paragraph import (
    ParagraphReader,
    Place,
    Settings,
    alternatives,
    control_tick,
    is_colour,
)
from papersearch.reading.docx_styles import is_bullet
from papersearch.reading.docx_tabs import with_tabbed_tables
from papersearch.reading.glyphs import BULLET as BULLET_SIGN
from papersearch.reading.glyphs import tick as tick_of
from papersearch.reading.layout import BULLET, NUMBER
from papersearch.reading.table_tidy import header_rows, tick_alone

MOST_CELLS = 400_000
DEEPEST = 30
"""Tables, controls and text boxes nested deeper in each other are not looked into."""
_LONGEST_HEADING = 120


class BodyReader:
    """Reads block-level content; *place* counts pages as it goes."""

    def __init__(self, settings: Settings, place: Place) -> None:
        self.settings = settings
        self.place = place
        self.blocks: list[Block] = []
        self.sections: list[tuple[int, Any]] = []
        """First page and properties of each section."""
        self._section_start = place.page
        self._cells = 0
        self._tabs: dict[int, list[int]] = {}

    def read(self, parent: Any, depth: int = 0) -> None:
        """Read the children of *parent* (a body, a content control, a text box)."""
        if depth > DEEPEST:
            return
        for child in parent:
            tag = child.tag
            if tag == W + "p":
                self._paragraph(child, depth)
            elif tag == W + "tbl":
                self._table(child, depth)
            elif tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if content is not None:
                    self.read(content, depth + 1)
            elif tag == MC + "AlternateContent":
                for branch in alternatives(child):
                    self.read(branch, depth + 1)
            elif tag in (W + "customXml", W + "smartTag", W + "ins", W + "moveTo"):
                self.read(child, depth + 1)
            elif tag == W + "sectPr":
                self.sections.append((self._section_start, child))
        if depth == 0 and self._tabs:
            self.blocks = with_tabbed_tables(self.blocks, self._tabs)
            self._tabs = {}

    def _paragraph(self, element: Any, depth: int) -> None:
        read = ParagraphReader(self.settings, self.place).read(element)
        block = self._block(element, read.lines)
        if block is not None:
            self.blocks.append(block)
            if read.tabs and block.kind == "paragraph":
                self._tabs[id(block)] = read.tabs
        for box in read.boxes:
            self.read(box, depth + 1)
        section = element.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            self.sections.append((self._section_start, section))
            if value(section, "type") not in ("continuous", "nextColumn"):
                self.place.turn(rendered=True)
            self._section_start = self.place.page

    def _block(self, element: Any, lines: list[Line]) -> Block | None:
        if not lines:
            return None
        styles = self.settings.styles
        level = styles.heading_level(element)
        marker = self._marker(element)
        if marker is not None:
            lines = [replace(lines[0], words=(marker, *lines[0].words)), *lines[1:]]
        page = lines[0].page
        text = " ".join(line.text for line in lines)
        first = lines[0].words[0]
        named = marker.text if marker is not None else None
        opens = BULLET.match(first.text) or NUMBER.match(first.text)
        if named is None and len(lines[0].words) > 1 and opens:
            named = first.text
        if level and text.strip():
            return Block("heading", tuple(lines), page, level, named)
        if _looks_like_heading(lines, text, named):
            return Block("heading", tuple(lines), page, 3, named)
        if named is not None:
            return Block("list_item", tuple(lines), page, marker=named)
        return Block("paragraph", tuple(lines), page)

    def _marker(self, element: Any) -> Word | None:
        numbered = self.settings.styles.number_of(element)
        found = self.settings.numbering.next_marker(*numbered) if numbered else None
        if found is None:
            return None
        text, font = found
        tick = tick_of(text, font)
        if tick is not None:
            return Word(TICK_SIGNS[tick], font=font, tick=tick)
        return Word(BULLET_SIGN if is_bullet(text, font) or font else text)

    def _table(self, element: Any, depth: int) -> None:
        rows = list(_rows(element))
        widest = max((sum(_width(cell) for cell in _cells(row)) for row in rows), default=0)
        if widest <= 1:
            # One column is a frame round its text, not a table.
            for row in rows:
                for cell in _cells(row):
                    self.read(cell, depth + 1)
            return
        table = self._read_table(rows, depth)
        if table is None:
            return
        self.blocks.append(Block("table", page=table.page, table=table))

    def _read_table(self, rows: list[Any], depth: int) -> Table | None:
        cells: list[Cell] = []
        merged: dict[int, int] = {}  # column: index of the cell that goes on down
        continued: list[int] = []
        heads = columns = number = 0
        first_page = self.place.page if not self.place.fresh else None
        for row in rows:
            if self._cells > MOST_CELLS:
                break
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            start = self._row_start(row)
            last = start
            column = int(value(properties, "gridBefore") or 0)
            for element in _cells(row):
                self.place.page, self.place.fresh = start, True
                width = _width(element)
                properties_of_cell = element.find(W + "tcPr")
                merge = properties_of_cell.find(W + "vMerge") if properties_of_cell is not None \
                    else None  # fmt: skip
                made = self._cell(element, number, column, width, depth)
                last = max(last, self.place.page)
                if merge is not None and merge.get(W + "val") != "restart" and column in merged:
                    old = cells[merged[column]]
                    cells[merged[column]] = replace(
                        old, row_span=number - old.row + 1, lines=old.lines + made.lines
                    )
                else:
                    merged.pop(column, None)
                    if merge is not None:
                        merged[column] = len(cells)
                    cells.append(made)
                    self._cells += 1
                column += width
            columns = max(columns, column)
            if last > start:
                continued.append(number)
            if switch(properties, "tblHeader") and heads == number:
                heads = number + 1
            self.place.page, self.place.fresh = last, False
            first_page = start if first_page is None or number == 0 else first_page
            number += 1
        if not cells or first_page is None:
            return None
        pages = [line.page for cell in cells for line in cell.lines] or [first_page]
        table = Table(
            tuple(cells), number, columns, min(pages), max(pages),
            continued_rows=tuple(continued),
        )  # fmt: skip
        return replace(table, header_rows=heads or header_rows(table))

    def _row_start(self, row: Any) -> int:
        """Return the page on which *row* begins; Word marks a row's break in its first words."""
        for item in row.iter(W + "t", W + "sym", W + "lastRenderedPageBreak", W + "br"):
            if item.tag == W + "lastRenderedPageBreak":
                self.place.turn(rendered=True)
            elif item.tag == W + "br":
                continue
            break
        else:
            return self.place.page
        first = next(iter(row.iter(W + "p")), None)
        if first is not None and switch(first.find(W + "pPr"), "pageBreakBefore"):
            self.place.turn(rendered=True)
        return self.place.page

    def _cell(self, element: Any, row: int, column: int, width: int, depth: int) -> Cell:
        shaded = is_colour(value(element.find(W + "tcPr"), "shd", "fill"))
        lines = self._cell_lines(element, shaded, depth)
        words = [word for line in lines for word in line.words]
        page = lines[0].page if lines else self.place.page
        return Cell(
            row, column, tuple(lines), 1, width, None, page, shaded, tick_alone(words)
        )  # fmt: skip

    def _inner_table(self, table: Any, shaded: bool, depth: int) -> list[Line]:
        """Return a line for each row; ticks beneath options stand behind their options."""
        rows = [
            [self._cell_lines(c, shaded, depth + 1) for c in _cells(row)] for row in _rows(table)
        ]
        out: list[Line] = []
        index = 0
        while index < len(rows):
            row, below = rows[index], rows[index + 1] if index + 1 < len(rows) else []
            if len(row) == len(below) and _is_marks(below) and not _is_marks(row):
                row = [upper + lower for upper, lower in zip(row, below, strict=True)]
                index += 1
            lines = [line for cell in row for line in cell]
            words = tuple(word for line in lines for word in line.words)
            if words:
                out.append(Line(words, lines[0].page))
            index += 1
        return out

    def _cell_lines(self, element: Any, shaded: bool, depth: int) -> list[Line]:
        """Return all lines in a cell; a table within it gives one line a row."""
        if depth > DEEPEST:
            return []
        out: list[Line] = []
        for child in element:
            if child.tag == W + "p":
                read = ParagraphReader(self.settings, self.place, shaded).read(child)
                marker = self._marker(child) if read.lines else None
                if marker is not None:
                    first = read.lines[0]
                    read.lines[0] = replace(first, words=(marker, *first.words))
                out += read.lines
                for box in read.boxes:
                    out += self._cell_lines(box, shaded, depth + 1)
            elif child.tag == W + "tbl":
                out += self._inner_table(child, shaded, depth)
            elif child.tag == W + "sdt":
                tick = control_tick(child)
                content = child.find(W + "sdtContent")
                if tick is not None:
                    out.append(Line((Word(TICK_SIGNS[tick], tick=tick, font="form"),),
                                    self.place.page))  # fmt: skip
                elif content is not None:
                    out += self._cell_lines(content, shaded, depth + 1)
            elif child.tag in (W + "customXml", W + "ins", W + "moveTo"):
                out += self._cell_lines(child, shaded, depth + 1)
        return out


def _is_marks(row: Sequence[Sequence[Line]]) -> bool:
    """Tell whether a row holds nothing but ticks and empty places, and a tick at least."""
    words = [word for cell in row for line in cell for word in line.words]
    return bool(words) and all(tick_alone([word]) for word in words)


def _rows(table: Any) -> Any:
    yield from _within(table, W + "tr")


def _cells(row: Any) -> Any:
    yield from _within(row, W + "tc")


def _within(parent: Any, tag: str, depth: int = 0) -> Any:
    """Yield children *tag*, also those wrapped in content controls or tracked insertions."""
    if depth > DEEPEST:
        return
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"):
            yield from _within(child, tag, depth + 1)


def _width(cell: Any) -> int:
    span = value(cell.find(W + "tcPr"), "gridSpan")
    return min(max(int(span), 1), 200) if span and span.isdigit() else 1


def _looks_like_heading(lines: list[Line], text: str, marker: str | None) -> bool:
    if len(text) > _LONGEST_HEADING or len(lines) > 2 or (marker and BULLET.match(marker)):
        return False
    lettered = [w for line in lines for w in line.words if any(ch.isalpha() for ch in w.text)]
    if not lettered or not all(word.bold for word in lettered):
        return False
    return not re.search(r"[.,;]$", text.rstrip()) or len(text.split()) <= 4
