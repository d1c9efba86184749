"""The pieces of a line of plain text that wide gaps, tabs or leaders keep apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_PIECE = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"^\s*[-_=─━═~]{3,}(?:[\s+|]+[-_=─━═~]{2,})*\s*$")
LEADER = re.compile(r"(?:[.…_·]{4,}|(?:\. ){3,}\.?)\s*\S*$")
MARKER = re.compile(r"^(?:[•●○◦▪■–—·‣➢*o-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2})$")
# "SR2", "4.", "24-017": a row's number in a register.
REFERENCE = re.compile(r"^(?=\S*\d)[A-Z]{0,6}[-./ ]?\d{1,4}[A-Za-z]?[.):]?$")
_LONGEST_LINE = 500
"""Letters; no page is set wider."""
LEAST_TABULAR = 3


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


def without_tabs(lines: Sequence[str]) -> list[str]:
    """Return *lines* with spaces for tabs; below each other with as many tabs, in columns."""
    out: list[str] = []
    at = 0
    while at < len(lines):
        end = at + 1
        count = lines[at].rstrip().count("\t")
        while count and end < len(lines) and lines[end].rstrip().count("\t") == count:
            end += 1
        run = lines[at:end]
        if count and len(run) >= LEAST_TABULAR:
            cells = [[cell.strip() for cell in line.rstrip().split("\t")] for line in run]
            widths = [max(map(len, column)) + 3 for column in zip(*cells, strict=True)]
            out += ["".join(map(str.ljust, row, widths)).rstrip() for row in cells]
        else:
            out += [line.expandtabs(8) for line in run]
        at = end
    return out


def row_of(number: int, line: str) -> Row:
    """Return line *number* in pieces."""
    if _RULE.match(line):
        return Row(number, rule=True)
    return Row(number, tuple(Piece(m.start(), m.end(), m.group()) for m in _PIECE.finditer(line)))


def is_tabular(row: Row) -> bool:
    """Tell a line of several pieces, its bullet apart, that is no line of a contents page."""
    pieces = row.pieces
    if pieces and pieces[-1].end > _LONGEST_LINE:
        return False
    if len(pieces) > 1 and MARKER.match(pieces[0].text) and not pieces[0].text.isdigit():
        pieces = pieces[1:]
    return len(pieces) > 1 and not any(LEADER.search(piece.text) for piece in pieces)


def column_of(piece: Piece, starts: Sequence[int]) -> int:
    """Return the number of the column, from 0, in which most of *piece* stands."""
    return sum(piece.middle >= start for start in starts)


def parted(row: Row, starts: Sequence[int]) -> Row:
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
