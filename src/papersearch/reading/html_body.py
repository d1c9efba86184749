"""The body of an HTML file becomes blocks in reading order.

Scripts and styles are no text; elements that are set not to be shown are told
as hidden and not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from papersearch.reading.counting import written
from papersearch.reading.document import (
    TICK_SIGNS,
    Block,
    BlockKind,
    Cell,
    FormField,
    HiddenText,
    Line,
    Table,
    Tick,
    Word,
)
from papersearch.reading.glyphs import tick as tick_of
from papersearch.reading.html_look import COLOURED, PARTS, Look, is_superseded, looked
from papersearch.reading.html_parts import (
    Sheet,
    is_hidden,
    rows_of,
    sheet_of,
    span,
    terms_of,
    tick_shown,
)
from papersearch.reading.layout import BULLET, NUMBER
from papersearch.reading.letters import clean
from papersearch.reading.table_tidy import header_rows, tick_alone

DEEPEST = 200
"""Elements nested deeper are read without their structure."""
MOST_CELLS = 400_000
_DROPPED = frozenset(
    "script style head template noscript iframe object embed svg math canvas audio video "
    "datalist".split()
)
_ICONS = frozenset("img svg i span".split())
_FRAMES = frozenset("table div section main article span p ul".split())
_LIST_KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HEADING = re.compile(r"^h([1-6])$")


@dataclass(slots=True)
class _Open:
    """Lines that are being filled."""

    lines: list[Line] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    glue: bool = False
    """The next letters go on with the last word."""

    def end_line(self) -> None:
        if self.words:
            self.lines.append(Line(tuple(self.words), 1))
        self.words = []
        self.glue = False


class HtmlReader:
    """Reads an element tree into ``blocks``, ``hidden`` and ``fields``."""

    def __init__(self, include_hidden: bool) -> None:
        self.include_hidden = include_hidden
        self.blocks: list[Block] = []
        self.hidden: list[HiddenText] = []
        self.fields: list[FormField] = []
        self._open = _Open()
        self._cells = 0
        self._sheet = Sheet()

    def read(self, root: Any) -> None:
        """Read all of *root*."""
        self._sheet = sheet_of(root)
        self._element(root, Look(), 0)
        self._close()

    def _close(self, level: int = 0, marker: str | None = None) -> None:
        """Make a block of the open lines."""
        self._open.end_line()
        lines, self._open = self._open.lines, _Open()
        if not lines:
            return
        words = lines[0].words
        if level:
            first = words[0].text if len(words) > 1 and NUMBER.match(words[0].text) else None
            self.blocks.append(Block("heading", tuple(lines), 1, level, first))
            return
        if marker is None and len(words) > 1 and (
            BULLET.match(words[0].text) or NUMBER.match(words[0].text)
        ):  # fmt: skip
            marker = words[0].text
        elif marker is not None:
            lines[0] = Line((Word(marker), *words), 1)
        kind: BlockKind = "list_item" if marker is not None else "paragraph"
        self.blocks.append(Block(kind, tuple(lines), 1, marker=marker))

    def _element(self, element: Any, look: Look, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        if (tag in _ICONS and self._icon(element)) or tag in _DROPPED:
            return
        if self._is_hidden(element):
            text = " ".join(clean(" ".join(element.itertext())).split())
            if text:
                self.hidden.append(HiddenText(1, None, "invisible", text))
            return
        if depth > DEEPEST:
            self._text("".join(element.itertext()), look)
            return
        if tag == "br":
            self._open.end_line()
        elif tag in ("input", "select", "textarea"):
            self._field(element, look)
        elif tag in ("s", "del", "strike") and is_superseded(element):
            return
        elif tag == "dl" and (terms := terms_of(element)):
            self._close()
            self._terms(terms, look, depth)
        elif tag == "pre":
            self._close()
            self._plain(element)
        elif tag in _FRAMES and (rows := rows_of(element, self._sheet)) is not None:
            self._close()
            self._table(element, rows, look, depth)
        elif tag in ("ul", "ol"):
            self._close()
            self._list(element, look, depth)
        elif heading := _HEADING.match(tag):
            self._close()
            self._inside(element, look, depth)
            self._close(level=int(heading.group(1)))
        elif tag in PARTS:
            self._close()
            self._inside(element, look, depth)
            self._close()
        else:
            self._inside(element, looked(element, look), depth)

    def _inside(self, element: Any, look: Look, depth: int) -> None:
        self._text(element.text or "", look)
        for child in element:
            self._element(child, look, depth + 1)
            self._text(child.tail or "", look)

    def _list(self, element: Any, look: Look, depth: int) -> None:
        number = _number(element.get("start"), 1)
        for item in element:
            if item.tag != "li":
                self._element(item, look, depth + 1)
                continue
            if self._is_hidden(item):
                self._element(item, look, depth + 1)
                continue
            number = _number(item.get("value"), number)
            kind = _LIST_KINDS.get(element.get("type") or "", "decimal")
            marker = f"{written(number, kind)}." if element.tag == "ol" else "•"
            number += 1
            self._close()
            before = len(self.blocks)
            self._inside(item, looked(item, look), depth + 1)
            self._close_item(marker, before)

    def _close_item(self, marker: str, before: int) -> None:
        """Give the first block of a list item its marker."""
        if len(self.blocks) == before:
            self._close(marker=marker)
            return
        self._close()
        first = self.blocks[before]
        if first.kind == "paragraph":
            lines = (Line((Word(marker), *first.lines[0].words), 1), *first.lines[1:])
            self.blocks[before] = Block("list_item", lines, 1, marker=marker)

    def _text(self, text: str, look: Look) -> None:
        if not text:
            return
        open_ = self._open
        text = clean(text)
        if text[:1].isspace():
            open_.glue = False
        for part in text.split():
            if open_.glue and open_.words and open_.words[-1].tick is None:
                last = open_.words[-1]
                open_.words[-1] = msgspec.structs.replace(last, text=last.text + part)
            else:
                tick = tick_of(part, look.font)
                open_.words.append(
                    Word(
                        TICK_SIGNS[tick] if tick else part, font=look.font, bold=look.bold,
                        italic=look.italic, tick=tick, highlighted=look.highlighted,
                    )
                )  # fmt: skip
            open_.glue = False
        if text.strip():
            open_.glue = not text[-1:].isspace()

    def _field(self, element: Any, look: Look) -> None:
        kind = (element.get("type") or "text").lower()
        name = element.get("name") or element.get("id") or ""
        if element.tag == "input" and kind in ("checkbox", "radio"):
            tick: Tick = "ticked" if element.get("checked") is not None else "not_ticked"
            self.fields.append(FormField(name, 1, None, None, tick))
            self._open.words.append(Word(TICK_SIGNS[tick], font="form", tick=tick))
            self._open.glue = False
            return
        if element.tag == "select":
            chosen = [o for o in element.iter("option") if o.get("selected") is not None]
            value = " ".join("".join(option.itertext()) for option in chosen)
        elif element.tag == "textarea":
            value = "".join(element.itertext())
        else:
            value = element.get("value") or ""
        value = " ".join(clean(value).split())
        if value and kind not in ("hidden", "submit", "button", "image", "reset", "password"):
            self.fields.append(FormField(name, 1, None, value))
            self._text(f" {value} ", look)

    def _is_hidden(self, element: Any) -> bool:
        return not self.include_hidden and is_hidden(element, self._sheet.style_of(element))

    def _icon(self, element: Any) -> bool:
        """Read an icon that shows a tick or a cross; tell whether it was one."""
        shown = tick_shown(element)
        if shown is not None:
            tick: Tick = "ticked" if shown else "not_ticked"
            self._open.words.append(Word(TICK_SIGNS[tick], font="icon", tick=tick))
            self._open.glue = False
        return shown is not None

    def _plain(self, element: Any) -> None:
        """Read text that is laid out with spaces."""
        from papersearch.reading.text import blocks_of_text

        self.blocks += blocks_of_text("".join(element.itertext()), 1, markdown=False)

    def _terms(
        self, terms: Sequence[tuple[Sequence[Any], Sequence[Any]]], look: Look, depth: int
    ) -> None:
        """Read names and descriptions as a table of two columns."""
        cells = []
        shown = [pair for pair in terms if not all(map(self._is_hidden, (*pair[0], *pair[1])))]
        for row, pair in enumerate(shown):
            for column, items in enumerate(pair):
                parts = [self._cell(item, row, column, 1, 1, look, depth) for item in items]
                lines = tuple(line for part in parts for line in part.lines)
                ticks = [part.tick for part in parts]
                cells.append(Cell(row, column, lines, tick=ticks[0] if len(ticks) == 1 else None))
        if any(cell.lines for cell in cells):
            table = Table(tuple(cells), len(shown), 2, 1, 1)
            self.blocks.append(Block("table", page=1, table=table))

    def _table(
        self, element: Any, all_rows: Sequence[Sequence[Any]], look: Look, depth: int
    ) -> None:
        rows = [row for row in all_rows if not row or not self._is_hidden(row[0].getparent())]
        caption = element.find("caption")
        if caption is not None:
            self._element(caption, look, depth + 1)
        widest = max(map(len, rows), default=0)
        if widest <= 1 or (element.find(".//table") is not None and widest <= 2):
            # A frame round the page's text.
            for row in rows:
                for cell in row:
                    self._element(cell, look, depth + 1)
            return
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        heads = 0
        for number, in_row in enumerate(rows):
            column = 0
            if in_row and heads == number and (
                all(map(_is_header, in_row)) or in_row[0].getparent().getparent().tag == "thead"
            ):  # fmt: skip
                heads = number + 1
            for item in in_row:
                while (number, column) in taken:
                    column += 1
                wide, high = span(item, "colspan"), span(item, "rowspan")
                high = min(high, len(rows) - number)
                taken |= {
                    (r, c)
                    for r in range(number, number + high)
                    for c in range(column, column + wide)
                }
                cells.append(self._cell(item, number, column, high, wide, look, depth))
                column += wide
                self._cells += 1
            if self._cells > MOST_CELLS or len(taken) > 4 * MOST_CELLS:
                break
        if not any(cell.lines for cell in cells):
            return
        count = max(cell.row + cell.row_span for cell in cells)
        columns = max(cell.column + cell.column_span for cell in cells)
        table = Table(tuple(cells), count, columns, 1, 1)
        table = replace(table, header_rows=heads or header_rows(table))
        self.blocks.append(Block("table", page=1, table=table))

    def _cell(
        self, item: Any, row: int, column: int, high: int, wide: int, look: Look, depth: int
    ) -> Cell:
        """Read a cell apart; blocks within it, nested tables too, give its lines."""
        blocks, self.blocks = self.blocks, []
        held, self._open = self._open, _Open()
        own = looked(item, look)
        own.bold = own.bold or _is_header(item)
        if not self._is_hidden(item):
            self._inside(item, own, depth + 1)
        else:
            self._element(item, own, depth)
        self._close()
        lines: list[Line] = []
        for block in self.blocks:
            if block.table is None:
                lines += block.lines
                continue
            for number in range(block.table.rows):
                words = tuple(
                    w for c in block.table.cells if c.row == number for ln in c.lines
                    for w in ln.words
                )  # fmt: skip
                lines += [Line(words, 1)] if words else []
        self.blocks, self._open = blocks, held
        words_of_cell = [word for line in lines for word in line.words]
        shaded = bool(item.get("bgcolor")) or bool(COLOURED.search(item.get("style") or ""))
        return Cell(
            row, column, tuple(lines), high, wide, None, 1, shaded, tick_alone(words_of_cell)
        )


def _is_header(cell: Any) -> bool:
    return bool(cell.tag == "th" or cell.get("role") == "columnheader")


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 9 else default
