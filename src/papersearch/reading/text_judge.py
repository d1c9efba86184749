"""Whether lines of plain text that stand in columns are a table: prose, forms, lists are none."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from itertools import pairwise

from papersearch.reading.columns import is_edged
from papersearch.reading.text_pieces import LEAST_TABULAR, MARKER, Aligned, Piece, Row, column_of

NUMERIC = re.compile(
    r"^[(\[<>~≤≥±+\-–−£$€↑↓↔→]*\s?\d[\d,.:/]*\s?[)\]%*↑↓↔→kmbn]{0,3}$|^[-–—]$|^[Nn]/?[Aa]$"
)
_MOST_WORDS = 7.0
"""Mean number of words of a cell's line; columns of prose have more or begin in the middle."""
_MOST_LOWER = 0.35
_TOLERANCE = 1.5
"""Letters by which the pieces of a column may stand off its edge."""
# What columns are called, by the last words of the name; a cover sheet's labels are others.
COLUMN_NAME = re.compile(
    r"\b(?:risks?|area|domain|category|theme|type|objective|aim|priority|goal|name|service|site|item|"
    r"measure|indicator|metric|scheme|project|programme|directorate|department|description|"
    r"appetite|tolerance|position|scores?|ratings?|rag|levels?|status|target|totals?|number|cost|budget|"
    r"value|owner|lead|action|due|deadline|scale|impact|likelihood|consequence|band|rationale|approach|"
    r"who|when|what|no\.|ref\.?|reference|id|ticks?|progress|update|comment|reason|exemption|document|"
    r"provision|gross|net|residual|inherent|initial|current|trend|movement|direction|control|gap|"
    r"assurance|mitigation|outcome|milestone|timescale|responsible|by whom|actual|plan|variance)"
    r"s?(?: \([^)]*\)| \d{4}(?:[/–-]\d\d)?)?$",
    re.IGNORECASE,
)


def is_table(table: Aligned, core: Sequence[Row]) -> bool:
    """Tell whether *table*, of which *core* are the fullest lines, is one."""
    columns = table.columns
    cells: list[list[Piece]] = [[] for _ in range(columns)]
    for row in core:
        for piece in row.pieces:
            cells[column_of(piece, table.starts)].append(piece)
    first = next(row for row in table.rows if row.pieces)
    least = 2 if len(core) > LEAST_TABULAR else 1
    if any(len(column) < least for column in cells) or _is_form(cells):
        return False
    numbered = all(MARKER.match(piece.text) for piece in cells[0]) and columns > 1
    body = cells[1:] if numbered else cells
    later = [piece for column in body[1:] for piece in column]
    if not later or sum(map(len, cells)) <= 0.5 * columns * len(core):
        return False
    if not all(
        is_edged([(piece.start, piece.end) for piece in column], _TOLERANCE) for column in body
    ):
        return False
    numeric = sum(bool(NUMERIC.match(piece.text)) for piece in later) / len(later)
    if len(body) == 2:
        return len(core) >= LEAST_TABULAR and _is_pair(table, body, numeric)
    if len(core) < LEAST_TABULAR and not (has_header(first) and named(first)):
        return False
    if statistics.fmean(len(piece.text.split()) for piece in later) >= _MOST_WORDS:
        return False
    if _lower(core, columns) > _MOST_LOWER:
        return False
    return numeric >= 0.4 or has_header(core[0])


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
    if short and has_header(first) and (ruled or named(first)):
        return True
    plain = [int(p.text) for p in cells[1] if p.text.isdigit()]
    ascending = len(plain) >= 3 and all(a <= b for a, b in pairwise(plain))
    return numeric >= 0.6 and not ascending and len(plain) >= 3 and has_header(first)


def named(row: Row) -> bool:
    """Tell a line that names columns, most of them by the words that columns are called by."""
    known = sum(bool(COLUMN_NAME.search(piece.text)) for piece in row.pieces)
    return known > 1 and known * 2 > len(row.pieces)


def has_header(row: Row) -> bool:
    """Tell names of columns: short, no sentence, none that begins in the middle of one."""
    return all(
        len(piece.text.split()) <= 6
        and not re.search(r"(?<!\bNo)(?<!\bRef)[.;,]$", piece.text)
        and not piece.text[:1].islower()
        for piece in row.pieces
    ) and not all(NUMERIC.match(piece.text) for piece in row.pieces)


def _lower(core: Sequence[Row], columns: int) -> float:
    """Return the share of pieces in full lines that begin in the middle of a sentence."""
    full = [piece for row in core[1:] if len(row.pieces) >= columns for piece in row.pieces]
    return sum(piece.text[:1].islower() for piece in full) / max(1, len(full))
