"""A file as it was read: pages of words with boxes, lines, blocks and tables.

Coordinates are points from the top left of the page *as shown* (after its
rotation); page numbers are the file's, from 1. Word text is what the page
shows with ligatures unfolded, soft hyphens dropped and odd spaces made plain;
nothing else is changed, so that quotes stay verbatim.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import msgspec

from papersearch.record import Warning

Box = tuple[float, float, float, float]
"""``(x0, top, x1, bottom)`` in points."""

Tick = Literal["ticked", "not_ticked", "unknown"]

BlockKind = Literal[
    "heading", "paragraph", "list_item", "table", "header", "footer", "watermark", "line_number"
]

PageStatus = Literal["text", "ocr", "scanned", "empty", "failed"]
"""How a page was read. ``scanned``: only a picture, and no OCR was run."""

TICK_SIGNS: dict[Tick, str] = {"ticked": "✓", "not_ticked": "☐", "unknown": "\ufffd"}
"""The sign that stands in ``Word.text`` for a tick glyph of whatever font."""


class Word(msgspec.Struct, frozen=True, gc=False):  # made in a fifth of a dataclass's time
    """One word and where it stands. *confidence* (0 to 1) only where OCR read it."""

    text: str
    box: Box | None = None
    font: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    tick: Tick | None = None
    confidence: float | None = None
    highlighted: bool = False
    """Set against a coloured background, or in a colour other than its neighbours'."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line of one page, in reading order."""

    words: tuple[Word, ...]
    page: int

    @property
    def text(self) -> str:
        """The words with single spaces between."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box | None:
        """The smallest box round all words that have one."""
        return union(word.box for word in self.words)


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. An empty cell has no lines. Spans count rows and columns."""

    row: int
    column: int
    lines: tuple[Line, ...] = ()
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None
    page: int = 1
    shaded: bool = False
    tick: Tick | None = None
    """A mark drawn, pictured or set as a form field in the cell, or its only word."""

    @property
    def text(self) -> str:
        """The lines joined as one run of text."""
        from papersearch.reading.flow import text_of

        return text_of(self.lines)


@dataclass(frozen=True)
class Table:
    """A table, joined over the pages it runs over; rows and columns count from 0."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    page: int
    last_page: int
    header_rows: int = 0
    box: Box | None = None
    """Its box on its first page."""
    continued_rows: tuple[int, ...] = ()
    """Rows that were broken over a page and joined again."""

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers that place, or ``None``."""
        return self._places.get((row, column))

    @cached_property
    def _places(self) -> dict[tuple[int, int], Cell]:
        """The cell that covers each place of the grid; where two do, the first."""
        places: dict[tuple[int, int], Cell] = {}
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.rows)):
                for column in range(cell.column, min(cell.column + cell.column_span, self.columns)):
                    places.setdefault((row, column), cell)
        return places

    def grid(self) -> list[list[Cell | None]]:
        """Return *rows* lists of *columns* cells; a merged cell stands in each of its places."""
        grid: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.rows)):
                for column in range(cell.column, min(cell.column + cell.column_span, self.columns)):
                    grid[row][column] = cell
        return grid


@dataclass(frozen=True)
class Block:
    """A run of lines that belong together, or a table, in reading order."""

    kind: BlockKind
    lines: tuple[Line, ...] = ()
    page: int = 1
    level: int = 0
    """Heading level from 1; 0 where it is no heading."""
    marker: str | None = None
    """A list item's or heading's own number or bullet ("1.", "(a)", "•"), which
    also stands at the start of the first line."""
    table: Table | None = None

    @cached_property
    def text(self) -> str:
        """The lines joined as one run of text; of a table, rows by line and cells by tab."""
        from papersearch.reading.flow import text_of

        if self.table is not None:
            return "\n".join(
                "\t".join(cell.text if cell else "" for cell in row) for row in self.table.grid()
            )
        return text_of(self.lines)

    @property
    def box(self) -> Box | None:
        """The smallest box round its lines, or the table's."""
        return self.table.box if self.table else union(line.box for line in self.lines)


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Words that are in the file but not to be seen on the page."""

    page: int
    box: Box | None
    reason: Literal["covered", "invisible", "background_colour", "off_page", "tiny", "comment"]
    text: str


@dataclass(frozen=True, slots=True)
class FormField:
    """An interactive form field; *value* as text, *tick* for a check box or radio button."""

    name: str
    page: int
    box: Box | None = None
    value: str | None = None
    tick: Tick | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page. *blocks* hold every visible word once, running headers and all."""

    number: int
    status: PageStatus
    width: float = 0.0
    height: float = 0.0
    label: str | None = None
    """The page number printed on the page, or the file's own label for it."""
    blocks: tuple[Block, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    form_fields: tuple[FormField, ...] = ()
    way: str = ""
    """What read it: ``pdfium``, ``pdfium+pdfplumber``, ``pdfplumber``, ``ocr``, ``docx``, …"""
    confidence: float | None = None
    """Mean OCR confidence, 0 to 1."""


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A bookmark: its words, the page it opens, its depth from 1."""

    title: str
    page: int
    depth: int = 1


@dataclass(frozen=True, slots=True)
class PageLink:
    """A place on a page that opens another page of the same file."""

    page: int
    target: int
    box: Box


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read."""

    path: str
    sha256: str
    media_type: str
    pages: tuple[Page, ...]
    outline: tuple[OutlineItem, ...] = ()
    warnings: tuple[Warning, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    attachments: tuple[str, ...] = ()
    links: tuple[PageLink, ...] = ()
    """Links on the first pages, in the file's own order."""


def union(boxes: object) -> Box | None:
    """Return the smallest box round *boxes* (an iterable of boxes or ``None``)."""
    known = [box for box in boxes if box is not None]  # type: ignore[attr-defined]
    if not known:
        return None
    return (
        min(box[0] for box in known),
        min(box[1] for box in known),
        max(box[2] for box in known),
        max(box[3] for box in known),
    )
