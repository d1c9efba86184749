"""The rows of a table of plain text: wrapped cells joined, the header told from the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from papersearch.reading.text_pieces import (
    REFERENCE,
    Aligned,
    Piece,
    Row,
    column_of,
    crosses,
)

_JOINS = re.compile(
    r"(?:[,/&–-]|\b(?:and|or|of|the|to|in|for|a|an|with|by|on|at|from|that|not|our|its|is|are))$",
    re.IGNORECASE,
)
_MOST_TITLE_WORDS = 9


@dataclass(slots=True)
class TextRow:
    """A row: the lines of each of its cells; *title* for a line that fills the whole row."""

    cells: list[list[str]]
    title: bool = False
    spans: dict[int, int] = field(default_factory=dict)
    """How many columns a cell covers, where it is more than one."""

    @property
    def filled(self) -> frozenset[int]:
        """The columns with words."""
        return frozenset(c for c, lines in enumerate(self.cells) if lines)


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of plain text and how many of its rows are its header."""

    rows: tuple[TextRow, ...]
    columns: int
    header_rows: int


@dataclass(frozen=True, slots=True)
class Found:
    """A table and the lines it was read from: *first* to *end*, which is none of its."""

    first: int
    end: int
    table: TextTable


@dataclass(frozen=True, slots=True)
class _Line:
    """The pieces of one line by column, and what stands above it."""

    number: int
    cells: dict[int, str]
    pieces: tuple[Piece, ...]
    parted: bool
    """A blank line or a rule stands right above."""
    ruled: bool


def rows_of(table: Aligned, spans: Mapping[int, Mapping[int, int]] | None = None) -> TextTable:
    """Return the rows of *table* with wrapped lines joined.

    Args:
        table: The lines and where their columns begin.
        spans: How many columns a cell covers, by its line's number and its column, where
            signs rule the table.
    """
    lines = list(_lines(table))
    steady = _steady(lines, table.columns)
    by_gap = _parted_by_gaps(lines, steady) or (
        spans is not None and _parted_by_rules(lines, table)
    )
    titles = _bare_titles(lines)
    rows: list[TextRow] = []
    header = 0
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        if line.ruled and rows and not header:
            header = len(rows)
        if spans is None and (number in titles or _is_title(line, table)):
            rows.append(TextRow([[line.pieces[0].text]], title=True))
        elif (
            rows
            and not rows[-1].title
            and _goes_on(rows[-1], line, steady, following, by_gap, table.columns)
        ):
            for column, text in line.cells.items():
                rows[-1].cells[column].append(text)
        else:
            row = TextRow([[] for _ in range(table.columns)])
            row.spans.update((spans or {}).get(line.number, {}))
            for column, text in line.cells.items():
                row.cells[column].append(text)
            rows.append(row)
    if len(rows) > 2 and span_groups(rows[0], rows[1], table.columns):
        header = 2
    elif len(rows) > 2:
        _span_references(rows)
    return TextTable(tuple(rows), table.columns, min(header, 3) or 1)


def _lines(table: Aligned) -> Iterator[_Line]:
    parted = ruled = second = False
    first: Row | None = None
    for row in table.rows:
        if not row.pieces:
            parted, ruled = True, ruled or row.rule
            continue
        cells = _cells(row, table.starts)
        if first is None:
            first = row
        elif second and not parted:
            cells = _below_names(row, first, table.starts)
        second = row is first
        yield _Line(row.number, cells, row.pieces, parted, ruled)
        parted = ruled = False


def _cells(row: Row, starts: Sequence[int]) -> dict[int, str]:
    cells: dict[int, str] = {}
    for piece in row.pieces:
        column = column_of(piece, starts)
        cells[column] = f"{cells[column]} {piece.text}" if column in cells else piece.text
    return cells


def _below_names(row: Row, names: Row, starts: Sequence[int]) -> dict[int, str]:
    """Return the cells of the line right below the names, each below the name that it overlaps."""
    cells: dict[int, str] = {}
    for piece in row.pieces:
        column = column_of(piece, starts)
        over = [name for name in names.pieces if _overlap(name, piece)]
        # A name above several is that of a group.
        if len(over) == 1 and sum(_overlap(over[0], other) for other in row.pieces) == 1:
            column = column_of(over[0], starts)
        cells[column] = f"{cells[column]} {piece.text}" if column in cells else piece.text
    return cells


def _overlap(a: Piece, b: Piece) -> bool:
    return a.start < b.end and b.start < a.end


def _is_title(line: _Line, table: Aligned) -> bool:
    if len(line.pieces) != 1 or len(line.pieces[0].text.split()) > _MOST_TITLE_WORDS:
        return False
    piece = line.pieces[0]
    return crosses(piece, table.starts) and not piece.text[:1].islower()


def _bare_titles(lines: Sequence[_Line]) -> frozenset[int]:
    """Return the lines that hold a name above a group of rows: one below the header, others later.

    A name that wraps stands alone in its line, too; but none so below the header, and again.
    """
    out = {
        number
        for number, line in enumerate(lines[:-1])
        if number
        and set(line.cells) == {0}
        and not _continues(lines[number - 1].cells.get(0, ""), line.cells[0])
        and len(lines[number + 1].cells) > 1
        and lines[number + 1].cells.get(0, "a")[:1].isupper()
    }
    return frozenset(out) if 1 in out and len(out) > 1 else frozenset()


def _continues(before: str, text: str) -> bool:
    """Tell words that go on in the middle of what stands above them in the same column."""
    return text[:1].islower() or _JOINS.search(before) is not None or text[:1] in "(&/"


def _steady(lines: Sequence[_Line], columns: int) -> frozenset[int]:
    """Return the columns whose cells keep to one line: references, levels, scores."""
    out = set()
    for column in range(columns):
        pairs = [
            (above.cells[column], line.cells[column])
            for above, line in pairwise(lines)
            if column in above.cells and column in line.cells and not line.parted
        ]
        wraps = sum(_continues(before, text) for before, text in pairs[1:] or pairs)
        alone = sum(set(line.cells) == {column} for line in lines)
        if wraps * 5 <= len(pairs) and alone == 0:
            out.add(column)
    return frozenset(out)


def _parted_by_gaps(lines: Sequence[_Line], steady: frozenset[int]) -> bool:
    """Tell a table with a blank line or a rule between all its rows."""
    segments: list[int] = []
    for line in lines:
        if line.parted or not segments:
            segments.append(0)
        segments[-1] += bool(steady & line.cells.keys())
    return len(segments) >= 3 and all(count <= 1 for count in segments[1:])


def _goes_on(
    row: TextRow,
    line: _Line,
    steady: frozenset[int],
    following: _Line | None,
    by_gap: bool,
    columns: int,
) -> bool:
    """Tell a line that goes on with *row* from the first of the next one."""
    if line.ruled:
        return False
    if by_gap:
        return not line.parted
    own = line.cells.keys()
    wraps = any(
        _continues(row.cells[column][-1], text)
        for column, text in line.cells.items()
        if row.cells[column]
    )
    if line.parted:
        return wraps and not own & steady
    if wraps and own != set(range(columns)):
        return True
    if not own & steady:
        begins = following is not None and not following.parted and 0 in own
        if begins and following is not None and following.cells.keys() & steady:
            first = following.cells.get(0)
            return not (first is None or first[:1].islower())
        return True
    if 0 not in own and not own & row.filled & steady:
        return True  # the values of a row whose name began a line above them
    return len(own) == 1 and 0 not in own and columns > 2


def _parted_by_rules(lines: Sequence[_Line], table: Aligned) -> bool:
    """Tell a grid with a rule below each row from a table with one below its header."""
    inner = sum(line.ruled for line in lines[1:])
    full = 0
    for above, line in pairwise(lines):
        full += not line.ruled and len(above.cells) == len(line.cells) == table.columns
    return inner >= 2 and full == 0


def span_groups(first: TextRow, second: TextRow, columns: int) -> bool:
    """Let names above several columns each ("Inherent", "Current") cover them; tell if so.

    The names below come again for each: "L", "I", "Score", "L", "I", "Score".
    """
    labels = [" ".join(lines).lower() for lines in second.cells]
    names = [lines for lines in first.cells if lines]
    for count in range(len(names), 1, -1):
        for width in range(columns // count, 1, -1):
            for start in range(columns - count * width + 1):
                parts = {
                    tuple(labels[start + n * width : start + (n + 1) * width]) for n in range(count)
                }
                lead = _names_before(first, start, len(names) - count)
                behind = columns - start - count * width
                if len(parts) > 1 or not all(*parts) or len(names) - count - lead > behind:
                    continue
                first.cells = [[] for _ in range(columns)]
                for column, name in enumerate(names[:lead]):
                    first.cells[column] = name
                for number, name in enumerate(names[lead : lead + count]):
                    first.cells[start + number * width] = name
                    first.spans[start + number * width] = width
                for column, name in enumerate(names[lead + count :]):
                    first.cells[start + count * width + column] = name
                return True
    return False


def _names_before(first: TextRow, start: int, most: int) -> int:
    """Return how many of the names of the *first* row stand before column *start*."""
    return min(most, sum(bool(lines) for lines in first.cells[:start]))


def _span_references(rows: Sequence[TextRow]) -> None:
    """Let a name that begins above references cover the nameless column of words beside them."""
    head, body = rows[0], [row for row in rows[1:] if not row.title]
    for column, lines in enumerate(head.cells[:-1]):
        if not lines or head.cells[column + 1] or head.spans or not body:
            continue
        references = [" ".join(row.cells[column]) for row in body]
        if sum(bool(REFERENCE.match(text)) for text in references) > 0.6 * len(body) and (
            sum(bool(row.cells[column + 1]) for row in body) > 0.6 * len(body)
        ):
            head.spans[column] = 2
