"""Tables that reached us as loose lines: one cell a line, or marks below names of levels.

Text that a tool took out of a PDF has each cell on a line of its own, row by
row; a table without lines whose cells are mostly empty is to the reading a
heap of short lines. Where header and values leave no doubt, the table is
put together again, and read like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from papersearch.reading.document import Cell, Line, Table, Word
from papersearch.tagging.layout import TableView
from papersearch.tagging.risks.headers import APPETITES, NAMES, is_level, role_of
from papersearch.tagging.risks.lines import Printed, printed_lines
from papersearch.tagging.risks.row_names import MARKS
from papersearch.tagging.risks.scales import level_pattern
from papersearch.tagging.risks.status import read_status
from papersearch.tagging.risks.value import is_unfilled, read_appetite

_COLUMNS = range(3, 10)
_LONGEST_NAME_LINES = 4
_LEAST_LEVELS = 3
SCORE = re.compile(
    r"^(?:(?:red|amber|green|low|moderate|medium|high|extreme)\W+)?[(LCI]{0,2}\d{1,2}"
    r"[\s\dx×*=()LCI,↑↓↔→-]{0,20}(?:\W+(?:red|amber|green|low|moderate|medium|high|extreme)\)?)?$",
    re.IGNORECASE,
)
Cells = list[list[list[Printed]]]
"""Rows of columns of lines."""


def tables_of(doc: Doc) -> tuple[TableView, ...]:
    """Return the tables of *doc* and those that can be put together from its lines."""
    known: tuple[TableView, ...] | None = doc.user_data.get("tables_of")
    if known is None:
        lines = printed_lines(doc)
        found = [*_by_lines(doc, lines), *_by_marks(doc, lines)]
        known = tuple(sorted([*doc._.tables, *found], key=lambda view: view.span.start))
        doc.user_data["tables_of"] = known
    return known


def _by_lines(doc: Doc, lines: Sequence[Printed]) -> Iterator[TableView]:
    """Yield the tables with scores whose cells stand one a line, header and rows in turn.

    Those of appetites alone, whose statements run over many lines, are read by
    :mod:`papersearch.tagging.risks.flattened`.
    """
    at = 0
    kinds = [_kind(line.text) if line.kind != "table" else None for line in lines]
    while at < len(lines):
        best: Cells = []
        end = at
        for count in _COLUMNS:
            header = kinds[at : at + count]
            if len(header) < count or None in header:
                break
            if at + count < len(kinds) and kinds[at + count] is not None:
                continue  # the header goes on
            if not {"name", "score"} <= set(header):
                continue
            rows, stop = _rows(lines, at + count, [str(kind) for kind in header])
            if len(rows) >= 2 and sum(map(len, rows)) > sum(map(len, best)):
                best, end = [[[line] for line in lines[at : at + count]], *rows], stop
        if best and (view := _view(doc, best)) is not None:
            yield view
            at = end
        else:
            at += 1


def _kind(text: str) -> str | None:
    """Return what a header line heads: ``name``, ``appetite``, ``score``, ``status``, ``words``."""
    if len(text.split()) > 6 or re.search(r"[.;,]$", text):
        return None
    role = role_of(text)
    if role in APPETITES:
        return "appetite"
    if role in ("score", "target", "likelihood", "history"):
        return "score"
    if role in (*NAMES, "reference"):
        return "name"
    if role == "status":
        return "status"
    return None if role is None else "words"


def _rows(lines: Sequence[Printed], at: int, kinds: Sequence[str]) -> tuple[Cells, int]:
    """Return the rows below a header, and the line behind the last one."""
    rows: Cells = []
    while True:
        row: list[list[Printed]] = []
        place = at
        for column, kind in enumerate(kinds):
            if place >= len(lines) or lines[place].kind == "table":
                return rows, at
            cell = [lines[place]]
            place += 1
            if kind in ("name", "words"):
                following = kinds[column + 1] if column + 1 < len(kinds) else None
                while (
                    following in ("appetite", "score")
                    and not SCORE.match(cell[-1].text)
                    and place < len(lines)
                    and len(cell) < _LONGEST_NAME_LINES
                    and not _fits(lines[place].text, following)
                ):
                    cell.append(lines[place])
                    place += 1
            elif not _fits(cell[0].text, kind):
                return rows, at
            row.append(cell)
        rows.append(row)
        at = place


def _fits(text: str, kind: str | None) -> bool:
    if is_unfilled(text):
        return True
    if kind == "score":
        return SCORE.match(text) is not None
    if kind == "status":
        return read_status(text) is not None or len(text.split()) <= 2
    reading = read_appetite(text)
    return reading is not None and reading.strict


def _by_marks(doc: Doc, lines: Sequence[Printed]) -> Iterator[TableView]:
    """Yield the tables of names with marks that stand below the names of levels on the page."""
    at = 0
    while at < len(lines):
        header = _level_header(lines[at])
        if header is None:
            at += 1
            continue
        rows: Cells = [header]
        end = at + 1
        while end < len(lines) and (row := _marked(lines[end], header)) is not None:
            rows.append(row)
            end += 1
        if len(rows) > 2 and (view := _view(doc, rows)) is not None:
            yield view
        at = end


def _level_header(line: Printed) -> list[list[Printed]] | None:
    """Return the pieces of a line that names levels, words before them first."""
    words = line.words
    if len(words) < _LEAST_LEVELS or any(word.box is None for word in words):
        return None
    first = next((i for i, word in enumerate(words) if is_level(word.text)), None)
    if first is None:
        return None
    text = " ".join(word.text for word in words[first:])
    pieces = [m.group() for m in re.finditer(level_pattern(), text, re.IGNORECASE)]
    if len(pieces) < _LEAST_LEVELS or " ".join(pieces).lower() != text.lower():
        return None
    out = [[line.part(0, first)]] if first else [[]]
    for piece in pieces:
        size = len(piece.split())
        out.append([line.part(first, first + size)])
        first += size
    return out


def _marked(line: Printed, header: Sequence[Sequence[Printed]]) -> list[list[Printed]] | None:
    """Return the cells of a line that is a name and marks below levels; ``None`` for any other."""
    marks = [i for i, word in enumerate(line.words) if _is_mark(word)]
    if not marks or marks != list(range(marks[0], len(line.words))) or not marks[0]:
        return None
    row: list[list[Printed]] = [[line.part(0, marks[0])], *([] for _ in header[1:])]
    for index in marks:
        column = _below(line.words[index], header)
        if column is None or row[column]:
            return None
        row[column] = [line.part(index, index + 1)]
    return row


def _is_mark(word: Word) -> bool:
    return word.tick is not None or MARKS.match(word.text) is not None


def _below(word: Word, header: Sequence[Sequence[Printed]]) -> int | None:
    """Return the column whose name stands nearest above *word*, if it stands above it at all."""
    if word.box is None:
        return None
    middle = (word.box[0] + word.box[2]) / 2
    places = [
        (abs(middle - (box[0] + box[2]) / 2), column, box[2] - box[0])
        for column, cell in enumerate(header)
        if column and (box := cell[0].line.box) is not None
    ]
    if not places:
        return None
    away, column, width = min(places)
    return column if away <= max(width, 20.0) else None


def _view(doc: Doc, rows: Cells) -> TableView | None:
    """Return *rows* as a table of *doc*."""
    cells: list[Cell] = []
    spans = {}
    for r, row in enumerate(rows):
        for c, lines in enumerate(row):
            parts = [part for part in lines if part.words]
            words = [word for part in parts for word in part.words]
            cells.append(
                Cell(
                    r,
                    c,
                    tuple(Line(part.words, part.page) for part in parts),
                    page=parts[0].page if parts else 1,
                    tick=words[0].tick if len(words) == 1 else None,
                )
            )
            if parts:
                span = doc.char_span(parts[0].start, parts[-1].end, alignment_mode="expand")
                if span is not None:
                    spans[r, c] = span
    if not spans:
        return None
    ordered = sorted(spans.values(), key=lambda span: span.start)
    whole = doc[ordered[0].start : max(span.end for span in ordered)]
    pages = [cell.page for cell in cells if cell.lines]
    table = Table(
        tuple(cells), len(rows), max(map(len, rows)), min(pages), max(pages), header_rows=1
    )
    return TableView(table, whole, whole._.heading, spans)
