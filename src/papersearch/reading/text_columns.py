"""Tables of plain text whose columns are kept apart by spaces or tabs alone.

Lines of several pieces whose white stands one below the other make columns, as
in a PDF without lines (:mod:`papersearch.reading.table_aligned`); here the
letters of a line are the ruler. Prose in columns, addresses, forms of labels,
indented lists, contents pages and verse are no tables.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_PIECE = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"^\s*[-_=─━═~]{3,}(?:[\s+|]+[-_=─━═~]{2,})*\s*$")
_LEADER = re.compile(r"(?:[.…_·]{4,}|(?:\. ){3,}\.?)\s*\S*$")
_MARKER = re.compile(r"^(?:[•●○◦▪■–—·‣➢*o-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2})$")
_NUMERIC = re.compile(
    r"^[(\[<>~≤≥±+\-–−£$€↑↓↔→]*\s?\d[\d,.:/]*\s?[)\]%*↑↓↔→kmbn]{0,3}$|^[-–—]$|^[Nn]/?[Aa]$"
)
_HEADING = re.compile(r"^\s*#{1,6}\s")
_PIPES = re.compile(r"^\s*\|.+\|\s*$")
_MOST_BLANK = 2
_LONGEST_LINE = 500
"""Letters; no page is set wider."""
_PROSE_WORDS = 9
_LEAST_TABULAR = 3
_MOST_WORDS = 7.0
"""Mean number of words of a cell's line; columns of prose have more or begin in the middle."""
_MOST_LOWER = 0.35
_LEAST_MATRIX = 4
_MARK = re.compile(r"^[xX✓✔√☑☒●•■*\uf0fc\uf0fe]$|^\[[xX]\]$|^(?:yes|Yes)$")
# What columns are called, by the last words of the name; a cover sheet's labels are others.
_COLUMN_NAME = re.compile(
    r"\b(?:risks?|area|domain|category|theme|type|objective|aim|priority|goal|name|service|site|item|"
    r"measure|indicator|metric|scheme|project|programme|directorate|department|description|"
    r"appetite|tolerance|position|scores?|ratings?|rag|levels?|status|target|totals?|number|cost|budget|"
    r"value|owner|lead|action|due|deadline|scale|impact|likelihood|consequence|band|rationale|approach)"
    r"s?(?: \([^)]*\)| \d{4}(?:[/–-]\d\d)?)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line that belong together, from letter *start* up to *end*."""

    start: int
    end: int
    text: str

    @property
    def middle(self) -> float:
        """Half-way between its ends."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its number, its pieces; none for a blank line or a rule."""

    number: int
    pieces: tuple[Piece, ...] = ()
    rule: bool = False

    @property
    def blank(self) -> bool:
        """Nothing stands in it."""
        return not self.pieces and not self.rule


@dataclass(frozen=True, slots=True)
class Aligned:
    """The lines of a table, and the first letter of each of its columns but the first."""

    rows: tuple[Row, ...]
    starts: tuple[int, ...]

    @property
    def columns(self) -> int:
        """How many columns."""
        return len(self.starts) + 1


def find_aligned(lines: Sequence[str]) -> list[Aligned]:
    """Return the tables among *lines*, from top to bottom."""
    rows = [_row(number, line) for number, line in enumerate(_without_tabs(lines))]
    out: list[Aligned] = []
    at = 0
    while at < len(rows):
        if not _is_tabular(rows[at]) or _PIPES.match(lines[at]):
            at += 1
            continue
        run = _run(rows, at, lines)
        table = _table(run)
        if table is not None:
            out.append(table)
        at = run[-1].number + 1
    return out


def _without_tabs(lines: Sequence[str]) -> list[str]:
    """Return *lines* with spaces for tabs; below each other with as many tabs, in columns."""
    out: list[str] = []
    at = 0
    while at < len(lines):
        end = at + 1
        count = lines[at].rstrip().count("\t")
        while count and end < len(lines) and lines[end].rstrip().count("\t") == count:
            end += 1
        run = lines[at:end]
        if count and len(run) >= _LEAST_TABULAR:
            cells = [[cell.strip() for cell in line.rstrip().split("\t")] for line in run]
            widths = [max(map(len, column)) + 3 for column in zip(*cells, strict=True)]
            out += ["".join(map(str.ljust, row, widths)).rstrip() for row in cells]
        else:
            out += [line.expandtabs(8) for line in run]
        at = end
    return out


def _row(number: int, line: str) -> Row:
    if _RULE.match(line):
        return Row(number, rule=True)
    return Row(number, tuple(Piece(m.start(), m.end(), m.group()) for m in _PIECE.finditer(line)))


def _is_tabular(row: Row) -> bool:
    """Tell a line of several pieces, its bullet apart, that is no line of a contents page."""
    pieces = row.pieces
    if pieces and pieces[-1].end > _LONGEST_LINE:
        return False
    if len(pieces) > 1 and _MARKER.match(pieces[0].text) and not pieces[0].text.isdigit():
        pieces = pieces[1:]
    return len(pieces) > 1 and not any(_LEADER.search(piece.text) for piece in pieces)


def _run(rows: Sequence[Row], start: int, lines: Sequence[str]) -> list[Row]:
    """Return the lines from *start* that may belong to one table."""
    run = [rows[start]]
    width = rows[start].pieces[-1].end
    blank = 0
    last = 0
    """Place in *run* of the last line that surely belongs: tabular, or right below one."""
    for row in rows[start + 1 :]:
        line = lines[row.number]
        if row.blank:
            blank += 1
            if blank > _MOST_BLANK:
                break
            run.append(row)
            continue
        if _PIPES.match(line) or _HEADING.match(line):
            break
        if _is_tabular(row):
            last = len(run)
        elif not row.rule:
            piece = row.pieces[0]
            if len(piece.text.split()) > _PROSE_WORDS and piece.end - piece.start > 0.6 * width:
                break
            if blank == 0 and not _LEADER.search(piece.text):
                last = len(run)
        run.append(row)
        if row.pieces:
            width = max(width, row.pieces[-1].end)
        blank = 0
    return run[: last + 1]


def _table(run: Sequence[Row]) -> Aligned | None:
    tabular = [row for row in run if _is_tabular(row)]
    if len(tabular) < 2:
        return None
    counts = sorted(len(row.pieces) for row in tabular)
    usual = counts[int(0.8 * (len(counts) - 1))]
    core = [row for row in tabular if len(row.pieces) >= max(2, 0.6 * usual)]
    starts = _starts(core)
    if not starts:
        return _matrix(run)
    rows = _without_foot([_parted(row, starts) for row in run], starts)
    table = Aligned(tuple(rows), starts)
    core = [row for row in rows if len(row.pieces) >= max(2, 0.6 * table.columns)]
    return table if len(core) >= 2 and _is_table(table, core) else _matrix(run)


def _matrix(run: Sequence[Row]) -> Aligned | None:
    """Return the table of names with marks below one or more of the columns of its first line."""
    head = run[0].pieces
    if len(head) < _LEAST_MATRIX or not _has_header(run[0]):
        return None
    marked = 0
    for row in run[1:]:
        for piece in row.pieces:
            if piece.start < head[1].start - 1 and not _MARK.match(piece.text):
                continue  # a name, or words right of it that end before the first column
            below = any(name.start - 2 <= piece.middle <= name.end + 2 for name in head[1:])
            if not below or not _MARK.match(piece.text):
                return None
            marked += 1
    rows = len([row for row in run[1:] if row.pieces])
    if rows < 2 or marked * 2 < rows:
        return None
    starts = [round((a.end + b.start) / 2) for a, b in pairwise(head)]
    names = max((row.pieces[0].end for row in run[1:] if row.pieces), default=0)
    starts[0] = max(min(names + 1, head[1].start), starts[0])
    return Aligned(tuple(_without_foot(list(run), starts)), tuple(starts))


def _starts(core: Sequence[Row]) -> tuple[int, ...]:
    """Return the letter at which each column but the first begins, by the white left of it."""
    usual = Counter(piece.start for row in core for piece in row.pieces[1:])
    shared = tuple(place for place, count in usual.items() if count * 2 >= len(core))
    most = max(len(row.pieces) for row in core)
    core = [_parted(row, shared) if len(row.pieces) < most else row for row in core]
    width = max(row.pieces[-1].end for row in core)
    covered = [0] * (width + 1)
    for row in core:
        for piece in row.pieces:
            for place in range(piece.start, piece.end):
                covered[place] += 1
    allowed = max(len(core) // 12, 1 if len(core) >= 5 else 0)
    left = min(row.pieces[0].start for row in core)
    out: list[int] = []
    white = 0
    for place in range(left, width):
        if covered[place] <= allowed:
            white += 1
            continue
        if white >= 2 or (white == 1 and _begin_at(core, place) >= 0.5 * len(core)):
            out.append(place)
        white = 0
    return tuple(out)


def _begin_at(core: Sequence[Row], place: int) -> int:
    return sum(any(piece.start == place for piece in row.pieces[1:]) for row in core)


def column_of(piece: Piece, starts: Sequence[int]) -> int:
    """Return the number of the column, from 0, in which most of *piece* stands."""
    return sum(piece.middle >= start for start in starts)


def _parted(row: Row, starts: Sequence[int]) -> Row:
    """Part a piece where a column begins at one of its words: a long cell leaves one space."""
    out: list[Piece] = []
    for piece in row.pieces:
        cuts = [
            start
            for start in starts
            if piece.start < start < piece.end
            and piece.text[start - piece.start - 1] == " "
            and len(row.pieces) > 1
        ]
        edges = [piece.start, *cuts, piece.end]
        for begin, end in pairwise(edges):
            text = piece.text[begin - piece.start : end - piece.start].strip()
            if text:
                out.append(Piece(begin, begin + len(text), text))
    return Row(row.number, tuple(out), row.rule)


def crosses(piece: Piece, starts: Sequence[int]) -> bool:
    """Tell whether *piece* runs over the white between two columns."""
    return any(piece.start < start - 1 and piece.end > start for start in starts)


def _without_foot(rows: list[Row], starts: Sequence[int]) -> list[Row]:
    """Leave out single lines at the end that stand under no column: the text goes on."""
    while rows and (
        (not rows[-1].pieces and not rows[-1].rule)
        or (len(rows[-1].pieces) == 1 and crosses(rows[-1].pieces[0], starts))
    ):
        rows.pop()
    return rows


def _is_table(table: Aligned, core: Sequence[Row]) -> bool:
    columns = table.columns
    cells: list[list[Piece]] = [[] for _ in range(columns)]
    for row in core:
        for piece in row.pieces:
            cells[column_of(piece, table.starts)].append(piece)
    first = next(row for row in table.rows if row.pieces)
    least = 2 if len(core) > _LEAST_TABULAR else 1
    if any(len(column) < least for column in cells) or _is_form(cells):
        return False
    numbered = all(_MARKER.match(piece.text) for piece in cells[0]) and columns > 1
    body = cells[1:] if numbered else cells
    later = [piece for column in body[1:] for piece in column]
    if not later or sum(map(len, cells)) <= 0.5 * columns * len(core):
        return False
    if not all(_is_edged(column) for column in body):
        return False
    numeric = sum(bool(_NUMERIC.match(piece.text)) for piece in later) / len(later)
    if len(body) == 2:
        return len(core) >= _LEAST_TABULAR and _is_pair(table, body, numeric)
    if len(core) < _LEAST_TABULAR and not (_has_header(first) and _named(first)):
        return False
    if statistics.fmean(len(piece.text.split()) for piece in later) >= _MOST_WORDS:
        return False
    if _lower(core, columns) > _MOST_LOWER:
        return False
    return numeric >= 0.4 or _has_header(core[0])


def _is_form(cells: Sequence[Sequence[Piece]]) -> bool:
    """Tell labels beside their values: a column of words that end in colons."""
    return any(
        sum(bool(re.search(r":$|^[A-Z][\w ]{1,30}:\s", piece.text)) for piece in column)
        >= 0.5 * len(column)
        for column in cells
    )


def _is_pair(table: Aligned, cells: Sequence[Sequence[Piece]], numeric: float) -> bool:
    """Tell two columns of names and figures, or under a ruled header, from any other pairs."""
    first = next(row for row in table.rows if row.pieces)
    head = [row for row in table.rows if row.number <= first.number + 3]
    ruled = any(row.rule for row in head)
    short = statistics.fmean(len(piece.text.split()) for piece in cells[1]) <= 6
    if short and _has_header(first) and (ruled or _named(first)):
        return True
    plain = [int(p.text) for p in cells[1] if p.text.isdigit()]
    ascending = len(plain) >= 3 and all(a <= b for a, b in pairwise(plain))
    return numeric >= 0.6 and not ascending and len(plain) >= 3 and _has_header(first)


def _named(row: Row) -> bool:
    """Tell a line that names columns, most of them by the words that columns are called by."""
    named = sum(bool(_COLUMN_NAME.search(piece.text)) for piece in row.pieces)
    return named > 1 and named * 2 > len(row.pieces)


def _has_header(row: Row) -> bool:
    """Tell names of columns: short, no sentence, none that begins in the middle of one."""
    return all(
        len(piece.text.split()) <= 6
        and not re.search(r"[.;,]$", piece.text)
        and not piece.text[:1].islower()
        for piece in row.pieces
    ) and not all(_NUMERIC.match(piece.text) for piece in row.pieces)


def _lower(core: Sequence[Row], columns: int) -> float:
    """Return the share of pieces in full lines that begin in the middle of a sentence."""
    full = [piece for row in core[1:] if len(row.pieces) >= columns for piece in row.pieces]
    return sum(piece.text[:1].islower() for piece in full) / max(1, len(full))


def _is_edged(column: Sequence[Piece]) -> bool:
    """Tell whether the pieces of a column begin, end or are centred on one letter."""
    for place in (
        [float(piece.start) for piece in column],
        [float(piece.end) for piece in column],
        [piece.middle for piece in column],
    ):
        middle = statistics.median(place)
        if sum(abs(x - middle) <= 1.5 for x in place) >= 0.6 * len(place):
            return True
    return False
