"""A paper's words as a spaCy ``Doc`` that knows its layout, and spans as evidence.

The conventions are those of the spacy-layout plugin: ``doc.spans["layout"]``
holds one span a block, labelled with its kind; ``span._.heading`` is the
closest heading before it; ``doc._.tables`` holds the tables. In addition each
token knows its page, box and tick (``token._.page``, ``token._.box``,
``token._.tick``), ``doc.spans["rows"]`` and ``doc.spans["cells"]`` hold table
rows and cells, and ``doc._.paper`` is the :class:`PaperText`.

:func:`evidence` is the one place where a span becomes page, quote and boxes.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import msgspec
import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup, Token

from papersearch.papers.paper import Cover, PaperText
from papersearch.reading.document import (
    Block,
    Box,
    Cell,
    Document,
    Line,
    Page,
    Table,
    Tick,
    Word,
    union,
)
from papersearch.reading.flow import flow
from papersearch.record import Evidence, PageBox


@dataclass(frozen=True)
class TableView:
    """A table of the paper with the spans of its cells in the ``Doc``."""

    table: Table
    span: Span
    heading: Span | None
    _cells: dict[tuple[int, int], Span]

    def of(self, cell: Cell) -> Span | None:
        """Return the span of *cell*, one of the table's own; ``None`` where it is empty."""
        return self._cells.get((cell.row, cell.column))

    def cell(self, row: int, column: int) -> Span | None:
        """Return the span of the cell that covers that place; ``None`` where it is empty."""
        cell = self.table.cell(row, column)
        return None if cell is None else self._cells.get((cell.row, cell.column))

    def tick(self, row: int, column: int) -> Tick | None:
        """Return the tick that the cell holds, alone or beside words."""
        cell = self.table.cell(row, column)
        if cell is None:
            return None
        if cell.tick is not None:
            return cell.tick
        for line in cell.lines:
            for word in line.words:
                if word.tick is not None:
                    return word.tick
        return None

    def text(self, row: int, column: int) -> str:
        """Return the cell's text without tick signs, ``""`` where it is empty."""
        span = self.cell(row, column)
        return "" if span is None else words_without_ticks(span)

    @cached_property
    def rows(self) -> list[Span | None]:
        """One span a table row, ``None`` for rows without words."""
        out: list[Span | None] = [None] * self.table.rows
        for (row, _), span in sorted(self._cells.items(), key=lambda item: item[0]):
            before = out[row]
            out[row] = span if before is None else span.doc[before.start : span.end]
        return out


class _Place(msgspec.Struct, frozen=True, gc=False):  # one a word
    """Characters ``start`` to ``end`` of the doc and the word they come from."""

    start: int
    end: int
    word: Word
    page: int


def _extend(owner: Any, name: str, **options: Any) -> None:
    if not owner.has_extension(name):
        owner.set_extension(name, **options)


class _Places:
    """Places in order, found by the character at which a token begins."""

    def __init__(self, places: list[_Place]) -> None:
        self._places = places
        self._starts = [place.start for place in places]

    def at(self, index: int) -> _Place | None:
        """Return the place that covers that character."""
        place = self._places[found] if (found := self._before(index)) >= 0 else None
        return place if place is not None and place.end > index else None

    def between(self, start: int, end: int) -> bool:
        """Tell whether a place touches the characters from *start* to before *end*."""
        found = self._before(end - 1)
        return found >= 0 and self._places[found].end > start

    def _before(self, index: int) -> int:
        return bisect.bisect_right(self._starts, index) - 1


_NOWHERE = _Places([])


def _token_place(token: Token) -> _Place | None:
    return cast(_Places, token.doc.user_data.get("placed", _NOWHERE)).at(token.idx)


def _token_page(token: Token) -> int | None:
    place = _token_place(token)
    return place.page if place else None


def _token_box(token: Token) -> Box | None:
    place = _token_place(token)
    return place.word.box if place else None


def _token_tick(token: Token) -> Tick | None:
    # Asked of nearly every token, and few places hold a tick.
    place = cast(_Places, token.doc.user_data.get("ticked", _NOWHERE)).at(token.idx)
    return place.word.tick if place else None


def _token_word(token: Token) -> Word | None:
    place = _token_place(token)
    return place.word if place else None


def _span_heading(span: Span) -> Span | None:
    starts: list[int] = span.doc.user_data.get("heading_starts", [])
    index = bisect.bisect_right(starts, span.start) - 1
    while index >= 0:
        heading: Span = span.doc.user_data["headings"][index]
        if not (heading.start <= span.start and span.end <= heading.end):
            return heading
        index -= 1
    return None


def _span_block(span: Span) -> Block | None:
    spans: list[tuple[int, Block]] = span.doc.user_data.get("blocks", [])
    index = bisect.bisect_right(spans, span.start, key=lambda item: item[0]) - 1
    return spans[index][1] if index >= 0 else None


_extend(Doc, "paper", default=None)
_extend(Doc, "tables", default=())
_extend(Token, "page", getter=_token_page)
_extend(Token, "box", getter=_token_box)
_extend(Token, "tick", getter=_token_tick)
_extend(Token, "word", getter=_token_word)
_extend(Span, "heading", getter=_span_heading)
_extend(Span, "block", getter=_span_block)


def to_doc(nlp: Language, paper: PaperText) -> Doc:
    """Return the words of *paper* as a ``Doc`` with layout; no component has run yet.

    Blocks stand a blank line apart, table rows a line apart, cells a tab apart.
    """
    text: list[str] = []
    places: list[_Place] = []
    length = 0
    block_ranges: list[tuple[int, int, Block]] = []
    cell_ranges: list[tuple[int, int, int, Cell]] = []  # start, end, table index, cell
    tables: list[tuple[Table, int, int]] = []

    def write(words: str) -> None:
        nonlocal length
        text.append(words)
        length += len(words)

    def write_lines(lines: tuple[Line, ...]) -> tuple[int, int]:
        running = flow(lines)
        start = length
        places.extend(
            _Place(start + piece.start, start + piece.end, piece.word, piece.page)
            for piece in running.pieces
        )
        write(running.text)
        return start, length

    for block in paper.blocks:
        if text:
            write("\n\n")
        start = length
        if block.table is None:
            write_lines(block.lines)
        else:
            row = -1
            for cell in sorted(block.table.cells, key=lambda c: (c.row, c.column)):
                if not cell.lines:
                    continue
                if row >= 0:
                    write("\n" if cell.row != row else "\t")
                row = cell.row
                cell_start, cell_end = write_lines(cell.lines)
                cell_ranges.append((cell_start, cell_end, len(tables), cell))
            tables.append((block.table, start, length))
        if length > start:
            block_ranges.append((start, length, block))

    doc = nlp.make_doc("".join(text))
    doc.user_data["text"] = "".join(text)
    doc.user_data["places"] = places
    doc.user_data["placed"] = _Places(places)
    doc.user_data["ticked"] = _Places([place for place in places if place.word.tick is not None])
    doc._.paper = paper

    def span(start: int, end: int, label: str) -> Span | None:
        return doc.char_span(start, end, label=label, alignment_mode="expand")

    layout: list[Span] = []
    headings: list[Span] = []
    doc.user_data["blocks"] = []
    for start, end, block in block_ranges:
        found = span(start, end, block.kind)
        if found is None:
            continue
        layout.append(found)
        doc.user_data["blocks"].append((found.start, block))
        if block.kind == "heading":
            headings.append(found)
    doc.user_data["headings"] = headings
    doc.user_data["heading_starts"] = [heading.start for heading in headings]
    doc.spans["layout"] = SpanGroup(doc, name="layout", spans=layout)

    cells_by_table: list[dict[tuple[int, int], Span]] = [{} for _ in tables]
    cell_spans: list[Span] = []
    for start, end, index, cell in cell_ranges:
        found = span(start, end, "cell")
        if found is not None:
            cells_by_table[index][(cell.row, cell.column)] = found
            cell_spans.append(found)
    views: list[TableView] = []
    row_spans: list[Span] = []
    for (table, start, end), cells in zip(tables, cells_by_table, strict=True):
        found = span(start, end, "table") if end > start else None
        if found is None:
            continue
        view = TableView(table, found, found._.heading, cells)
        views.append(view)
        row_spans.extend(row for row in view.rows if row is not None)
    doc._.tables = tuple(views)
    doc.spans["rows"] = SpanGroup(doc, name="rows", spans=row_spans)
    doc.spans["cells"] = SpanGroup(doc, name="cells", spans=cell_spans)
    return doc


def block_at(span: Span) -> Span | None:
    """Return the span of the layout's block that *span* begins in."""
    index = _block_index(span)
    layout = span.doc.spans.get("layout")
    if layout is None or index >= len(layout) or layout[index].start > span.start:
        return None
    return cast(Span, layout[index])


def _block_index(span: Span) -> int:
    """Return the place of the first block that ends after the start of *span*."""
    layout = span.doc.spans.get("layout", ())
    ends: list[int] = span.doc.user_data.get("block_ends", [])
    if len(ends) != len(layout):
        ends = span.doc.user_data["block_ends"] = [block.end for block in layout]
    return bisect.bisect_right(ends, span.start)


def blocks_before(span: Span, most: int) -> Iterator[Span]:
    """Yield the layout's blocks before the one *span* stands in, the nearest first."""
    here = _block_index(span)
    for index in range(here - 1, max(here - 1 - most, -1), -1):
        yield span.doc.spans["layout"][index]


def sentence_at(span: Span) -> Span:
    """Return the sentence that *span* begins in; without sentences, the whole ``Doc``.

    The same as ``span.sent``, which looks through the ``Doc`` from its start each time.
    """
    doc = span.doc
    starts: list[int] | None = doc.user_data.get("sentence_starts")
    if starts is None:
        if not doc.has_annotation("SENT_START"):
            return doc[:]
        starts = np.flatnonzero(doc.to_array([SENT_START]) == 1).tolist()
        doc.user_data["sentence_starts"] = starts
    index = bisect.bisect_right(starts, span.start)
    return doc[
        starts[index - 1] if index else 0 : starts[index] if index < len(starts) else len(doc)
    ]


def text_of(doc: Doc) -> str:
    """Return ``doc.text``, which spaCy puts together anew, token by token, each time."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text


def has_tick(span: Span) -> bool:
    """Tell whether a token of *span* is a tick."""
    ticked: _Places = span.doc.user_data.get("ticked", _NOWHERE)
    return ticked.between(span.start_char, span.end_char)


def words_without_ticks(span: Span) -> str:
    """Return the span's text, white space folded, tick signs left out."""
    doc = span.doc
    if not has_tick(span):
        return " ".join(text_of(doc)[span.start_char : span.end_char].split())
    return " ".join("".join(t.text_with_ws for t in span if t._.tick is None).split())


def evidence(span: Span, why: str | None = None) -> Evidence:
    """Return where *span* stands: its first page, label, verbatim words, a box a line."""
    doc = span.doc
    places: list[_Place] = doc.user_data.get("places", [])
    low = bisect.bisect_right(places, span.start_char, key=lambda place: place.end)
    touched: list[_Place] = []
    for place in places[low:]:
        if place.start >= span.end_char:
            break
        touched.append(place)
    page = touched[0].page if touched else None
    paper: PaperText | None = doc._.paper
    label = paper.labels.get(page) if paper is not None and page is not None else None
    ocr = any(place.word.confidence is not None for place in touched)
    return Evidence(
        page=page,
        label=label,
        quote=" ".join(text_of(doc)[span.start_char : span.end_char].split()),
        boxes=_line_boxes(touched),
        method="ocr" if ocr else None,
        why=why,
    )


def _line_boxes(places: Iterable[_Place]) -> tuple[PageBox, ...]:
    """One box for each run of words on one line of one page, to a tenth of a point."""
    out: list[PageBox] = []
    run: list[Box] = []
    page = 0

    def close() -> None:
        box = union(run)
        if box is not None:
            out.append((page, *(round(edge, 1) for edge in box)))  # type: ignore[arg-type]
        run.clear()

    for place in places:
        box = place.word.box
        if box is None:
            continue
        same_line = (
            bool(run)
            and place.page == page
            and abs(box[1] - run[-1][1]) < 0.6 * max(box[3] - box[1], 1.0)
            and box[0] >= run[-1][0]
        )
        if not same_line:
            close()
        page = place.page
        run.append(box)
    close()
    return tuple(out)


def paper_from_text(
    text: str, cover: Cover | None = None, kind: str = "paper", path: str = "example.txt"
) -> PaperText:
    """Return a one-page paper of plain paragraphs, for examples and for use from Python.

    Blank lines part the blocks; a line that starts with ``# `` is a heading, with
    ``- `` a list item; consecutive lines ``| a | b |`` are a table whose first row is its header.
    """
    blocks: list[Block] = []
    rows: list[list[str]] = []

    def words(line: str) -> tuple[Word, ...]:
        return tuple(Word(w, tick=_PLAIN_TICKS.get(w)) for w in line.split())

    def close_table() -> None:
        if not rows:
            return
        cells = tuple(
            Cell(r, c, (Line(words(value), 1),) if value.strip() else ())
            for r, row in enumerate(rows)
            for c, value in enumerate(row)
        )
        table = Table(cells, len(rows), max(map(len, rows)), 1, 1, header_rows=1)
        blocks.append(Block("table", page=1, table=table))
        rows.clear()

    paragraph: list[Line] = []

    def close_paragraph() -> None:
        if paragraph:
            blocks.append(Block("paragraph", tuple(paragraph), 1))
            paragraph.clear()

    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("|") and line.endswith("|"):
            close_paragraph()
            rows.append([cell.strip() for cell in line[1:-1].split("|")])
            continue
        close_table()
        if not line:
            close_paragraph()
        elif line.startswith("# "):
            close_paragraph()
            blocks.append(Block("heading", (Line(words(line[2:]), 1),), 1, level=1))
        elif line.startswith("- "):
            close_paragraph()
            blocks.append(Block("list_item", (Line(words(line[2:]), 1),), 1, marker="-"))
        else:
            paragraph.append(Line(words(line), 1))
    close_table()
    close_paragraph()
    page = Page(1, "text", blocks=tuple(blocks), way="text")
    document = Document(path, "0" * 64, "text/plain", (page,))
    return PaperText(document, 1, 1, tuple(blocks), cover or Cover(), kind=kind)


_PLAIN_TICKS: dict[str, Tick] = {
    "✓": "ticked", "✔": "ticked", "☑": "ticked", "☒": "ticked", "☐": "not_ticked",
}  # fmt: skip
