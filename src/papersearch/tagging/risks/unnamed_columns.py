"""Columns of levels whose header does not name them, below words on appetite.

A paper that has just said "the dial shows our appetite", or that stands under "Risk appetite",
heads the levels "Dial", "Level" or "Setting". The cells tell what the column holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from papersearch.tagging.layout import blocks_before
from papersearch.tagging.risks.cues import cues, fold, matches
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.headers import (
    NAMES,
    Columns,
    columns_of_levels,
    filled,
    is_level,
    role_of,
)
from papersearch.tagging.risks.prose_context import is_on_appetite
from papersearch.tagging.risks.scales import level_of, scales
from papersearch.tagging.risks.value import levels_in

_LEAST_ROWS = 3  # of levels; fewer tell nothing without a header
_LONGEST_HEADER = 6  # words
_LONGEST_NAME = 8  # words


def by_cells(grid: Grid) -> Columns | None:
    """Return the columns of a table that only its cells, and the words above, tell of appetite.

    One column alone holds levels and nothing else, one of them a word that means an appetite
    wherever it stands. ``None`` for a table of anything else, and for one that defines a scale:
    each level once, in order, beside no risk, area or category.
    """
    headers = {c: grid.text(0, c) for c in range(grid.columns)}
    if grid.columns < 2 or grid.rows <= _LEAST_ROWS or not all(map(_may_head, headers.values())):
        return None
    roles = {c: role for c, text in headers.items() if (role := role_of(text))}
    values = columns_of_levels(grid, 1, _LEAST_ROWS)
    if len(values) != 1 or not _is_below_appetite(grid):
        return None
    value = values[0]
    if roles.get(value, "score") != "score":
        return None
    levels = [level for text in filled(grid, value, 1) for level in levels_in(text)]
    if not set(map(level_of, levels)) & set(cues()["value"]["only_appetites"]):
        return None
    roles[value] = "appetite"
    if not set(roles.values()) & set(NAMES):
        name = _names(grid, roles)
        if name is None or _is_ladder(levels):
            return None
        roles[name] = "name"
    return Columns(0, 0, roles, headers, {})


def goes_on(grid: Grid, columns: Columns) -> bool:
    """Tell the rest of such a table, its header printed again on the next page."""
    headers = {c: grid.text(0, c) for c in range(grid.columns)}
    return columns.first == 0 and grid.rows > 1 and headers == columns.headers


def _may_head(text: str) -> bool:
    return 0 < len(text.split()) <= _LONGEST_HEADER and not is_level(text)


def _is_below_appetite(grid: Grid) -> bool:
    """Tell a table that the heading, or the paragraph right above, says shows our appetite."""
    heading = grid.view.heading
    above = next(iter(blocks_before(grid.view.span, 1)), None)
    words = [fold(block.text) for block in (heading, above) if block is not None]
    return any(map(is_on_appetite, words)) and not any(
        matches("value", "no_appetites", text) or _OTHERS.search(text) for text in words
    )


_OTHERS = re.compile(
    r"\b(?:other|another|neighbouring|comparable|similar)\s+(?:\w+\s+)?(?:trusts?|councils?|bodies|boards?|"
    r"organisations?|authorities|providers?|regulators?)\b|\bcompar(?:es?|ed|ing|ators?)\b",
    re.IGNORECASE,
)


def _names(grid: Grid, roles: dict[int, str]) -> int | None:
    """Return the first column of unknown role whose cells are names, each another."""
    for column in range(grid.columns):
        cells = filled(grid, column, 1)
        if (
            column not in roles
            and len(cells) >= _LEAST_ROWS
            and len({text.lower() for text in cells}) == len(cells)
            and all(
                re.match(r"[A-Z]", text) and len(text.split()) <= _LONGEST_NAME for text in cells
            )
        ):
            return column
    return None


def _is_ladder(levels: Sequence[str]) -> bool:
    """Tell levels each of which stands once, from the lowest up or the highest down."""
    words = [level_of(level) for level in levels]
    for scale in scales().values():
        places = [place for word in words if (place := scale.place(word)) is not None]
        if len(places) == len(words) and places in (
            sorted(set(places)),
            sorted(set(places), reverse=True),
        ):
            return True
    return False
