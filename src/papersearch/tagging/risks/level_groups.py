"""Tables that put the names of risks below or beside the level that they share.

"Averse | Cautious | Open" above "Fraud; Safety | Estates | Digital", or one level a row: not the
tables that say what the levels of a scale mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papersearch.record import Appetite, Risk
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.cues import fold, matches
from papersearch.tagging.risks.found import Found
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.headers import is_level
from papersearch.tagging.risks.names import clean, split_reference
from papersearch.tagging.risks.prose_context import is_on_appetite
from papersearch.tagging.risks.scales import low_to_high
from papersearch.tagging.risks.value import levels_in

_BEFORE = 40  # tokens before a table
_LEAST_LEVELS = 3
_LONGEST_NAME = 6  # words
_NAMES = re.compile(
    r"\b(?:risks|areas|domains|categories|themes|activities|types|matters|applies to|objectives)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:we|is|are|was|will|would|should|may|can|be|to|not|no|any|all|only|where|which|that|very|"
    r"avoid\w*|willing|prefer\w*|accept\w*|tolerat\w*|safe|options?|reward\w*|uncertain\w*|eager)\b|[.!?]$",
    re.IGNORECASE,
)


def read_groups(grid: Grid) -> Iterator[Found]:
    """Yield the risks of a table on appetite whose cells list names by level; else nothing."""
    if not _is_on_appetite(grid):
        return
    found = list(_below_levels(grid)) or list(_beside_levels(grid))
    if len(found) > 1:
        yield from found


def _is_on_appetite(grid: Grid) -> bool:
    header = " ".join(grid.text(0, c) for c in range(grid.columns))
    return is_on_appetite(f"{grid.above(_BEFORE)} {header}")


def _below_levels(grid: Grid) -> Iterator[Found]:
    """Yield the names below a header row that holds levels and nothing else."""
    header = [grid.text(0, c) for c in range(grid.columns)]
    if sum(map(is_level, header)) < _LEAST_LEVELS or not all(is_level(t) for t in header if t):
        return
    places = [(r, c) for r in range(1, grid.rows) for c in range(grid.columns) if grid.starts(r, c)]
    filled = [(r, c) for r, c in places if grid.text(r, c)]
    if not all(header[c] and _names(grid.text(r, c)) for r, c in filled):
        return
    for row, column in filled:
        yield from _found(grid, row, column, header[column])


def _beside_levels(grid: Grid) -> Iterator[Found]:
    """Yield the names beside a first column that holds levels and nothing else."""
    if grid.columns != 2 or grid.rows < 2 or _NAMES.search(grid.text(0, 1)) is None:
        return
    rows = range(1, grid.rows)
    levels = [fold(grid.text(row, 0)).lower() for row in rows]
    if not all(is_level(text) for text in levels) or len(set(levels)) < len(levels):
        return
    if not all(_names(grid.text(row, 1)) for row in rows if grid.text(row, 1)):
        return
    for row in rows:
        yield from _found(grid, row, 1, grid.text(row, 0))


def _names(text: str) -> list[str]:
    """Return the names that a cell lists; none where it holds a clause."""
    parts = re.split(r"\s*[;•▪●]\s*|,\s+", text.strip(" ;•▪●"))
    if any(not p or len(p.split()) > _LONGEST_NAME or _CLAUSE.search(p) for p in parts):
        return []
    return [text] if matches("prose", "one_name", text) else [clean(part) for part in parts]


def _found(grid: Grid, row: int, column: int, level: str) -> Iterator[Found]:
    span = grid.span(row, column)
    if span is None:
        return
    for name in _names(grid.text(row, column)):
        reference, bare = split_reference(name)
        risk = Risk(
            reference=reference,
            level1=bare or None,
            appetite=Appetite(raw=fold(level), levels=low_to_high(levels_in(level))),
            evidence=evidence(span, "table that lists risks by their level"),
        )
        yield Found(risk, span, "table")
