"""What a column or a form label of a risk table holds, by its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from papersearch.tagging.risks.cues import cues, fold, matches
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.scales import level_pattern
from papersearch.tagging.risks.value import expression, levels_in, read_appetite

APPETITES = ("appetite", "appetite_new", "appetite_future", "appetite_old", "appetite_statement")
NAMES = ("level1", "level2", "level12", "name", "category", "objective")
_LONGEST_HEADER = 14  # words
_LEAST_LEVELS = 3
"""Fewer columns headed by a level are no table with one column a level."""
_ONLY_REFERENCE = re.compile(
    r"^(?:(?:principal|strategic|corporate|key|baf)\s+)?(?:risk\s+)?[A-Z]{0,5}\s?[-./#]?\s?"
    r"\d{1,5}(?:[./-]\d{1,4})*[a-z]?\.?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:20)?(\d\d)\s?[/–-]\s?(?:20)?(\d\d)\b|\b20(\d\d)\b")


@cache
def _roles() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    out = []
    for role in cues()["role"]:
        form = "^(?:{})$" if role.get("whole") else "{}"  # type: ignore[attr-defined]
        patterns = tuple(re.compile(form.format(p), re.IGNORECASE) for p in role["match"])  # type: ignore[index]
        out.append((str(role["name"]), patterns))  # type: ignore[index]
    return tuple(out)


def bare(text: str) -> str:
    """Return header words without tick signs, brackets and closing colons."""
    text = re.sub(r"[✓✔☑☒☐√()\[\]*:]", " ", text)
    return fold(text).strip(" .-–")


@cache
def role_of(text: str) -> str | None:
    """Return what a column headed *text* holds; ``None`` for words of no known role."""
    if not text.strip():
        return None
    words = bare(text)
    if not words:
        return "tick"
    if len(words.split()) > _LONGEST_HEADER or matches("value", "task", words):
        return None
    for name, patterns in _roles():
        if any(pattern.search(words) for pattern in patterns):
            return name
    return None


def is_level(text: str) -> bool:
    """Tell a header cell that is a level word and nothing else, a score band apart."""
    text = re.sub(r"^\s*\d\s*[-–.:]?\s*|[(\[]?\d+\s*[-–]\s*\d+[)\]]?", " ", text)
    return re.fullmatch(level_pattern(), fold(text), re.IGNORECASE) is not None


@dataclass(frozen=True)
class Columns:
    """The columns of a table that states appetites, from its header rows."""

    first: int
    last: int
    roles: dict[int, str]
    headers: dict[int, str]
    levels: dict[int, str]
    """Columns headed by a level word, where the table has one column a level."""

    def of(self, *names: str) -> int | None:
        """Return the first column with one of these roles, in the order of the names."""
        for name in names:
            for column, role in sorted(self.roles.items()):
                if role == name:
                    return column
        return None


def find_columns(grid: Grid, start: int = 0) -> Columns | None:
    """Return the header of the next table part, from row *start*, that states appetites."""
    for row in range(start, grid.rows):
        headers = {c: grid.text(row, c) for c in range(grid.columns) if grid.text(row, c)}
        if len({id(grid.cell(row, c)) for c in headers}) < (1 if grid.turned else 2):
            continue
        roles = {c: role for c, text in headers.items() if (role := role_of(text))}
        level_columns = [c for c, text in headers.items() if is_level(text)]
        if any(_holds_other_levels(grid, c, row) for c in level_columns):
            level_columns = []
        if not any(role in APPETITES for role in roles.values()) and (
            len(level_columns) < _LEAST_LEVELS
        ):
            continue
        named = level_columns if len(level_columns) >= _LEAST_LEVELS else []
        if any(_is_value(headers[c]) for c in headers if c not in named):
            continue
        last = row
        while last + 1 < grid.rows and _is_subheader(grid, last + 1):
            last += 1
        found = _columns(grid, row, last)
        if found is not None and _supported(grid, found):
            return found
    return None


def _holds_other_levels(grid: Grid, column: int, row: int) -> bool:
    """Tell a column of values, one of which stands in *row*, from one that a level heads."""
    own = levels_in(grid.text(row, column))
    return any(is_level(text) and levels_in(text) != own for text in filled(grid, column, row + 1))


def stands_side_by_side(turned: Grid, first: int) -> bool:
    """Tell risks in columns of their own from a form, whose title runs over several columns."""
    cells = [cell for row in range(first, turned.rows) if (cell := turned.cell(row, 0))]
    return len({id(cell) for cell in cells}) == len(cells)


def _is_value(text: str) -> bool:
    reading = read_appetite(text)
    return reading is not None and bool(reading.appetite.raw)


def _is_subheader(grid: Grid, row: int) -> bool:
    own = [c for c in range(grid.columns) if grid.starts(row, c) and grid.text(row, c)]
    if not own or (grid.columns > 1 and grid.width(row, own[0]) >= grid.columns):
        return False  # the title of a group of rows
    texts = [grid.text(row, c) for c in own]
    levels = [c for c in own if is_level(grid.text(row, c))]
    if len(levels) >= _LEAST_LEVELS and not any(_is_headed(grid, row - 1, c) for c in levels):
        return True
    if row < grid.header_rows:
        return True
    return len(own) >= 2 and all(
        len(text.split()) <= 4 and (role_of(text) in ("likelihood", "score", "impact", "target"))
        for text in texts
    )


def _is_headed(grid: Grid, row: int, column: int) -> bool:
    """Tell a column with a header of its own from those below one header for all the levels."""
    return bool(grid.text(row, column)) and grid.width(row, column) == 1


def _columns(grid: Grid, first: int, last: int) -> Columns | None:
    headers: dict[int, str] = {}
    levels: dict[int, str] = {}
    for column in range(grid.columns):
        parts: list[str] = []
        for row in range(first, last + 1):
            text = grid.text(row, column)
            if text and text not in parts and grid.width(row, column) < grid.columns:
                parts.append(text)
        if parts and is_level(parts[-1]):
            levels[column] = parts[-1]
        headers[column] = " ".join(parts)
    if len(levels) < 3:
        levels = {}
    roles = {
        column: role
        for column, text in headers.items()
        if column not in levels and (role := role_of(text))
    }
    _mentioned_only(grid, roles, headers, last)
    _numbered_only(grid, roles, last)
    _by_year(roles, headers)
    if not levels and not any(role in APPETITES for role in roles.values()):
        return None
    return Columns(first, last, roles, headers, levels)


_MENTION = re.compile(r"\([^()]*\)?|\b(?:risk )?appetite(?: (?:scale|levels?|ratings?))?\b", re.I)


def _numbered_only(grid: Grid, roles: dict[int, str], last: int) -> None:
    """A column whose cells are all numbers or codes holds references, whatever heads it.

    "Risk" above CR1, CR2 and the names in a column without header; "BAF" above 2, 6, 7.
    """
    for column, role in list(roles.items()):
        if role not in NAMES or "reference" in roles.values():
            continue
        cells = filled(grid, column, last + 1)
        if cells and all(_ONLY_REFERENCE.match(cell.strip(" ()[]")) for cell in cells):
            roles[column] = "reference"


def _mentioned_only(grid: Grid, roles: dict[int, str], headers: dict[int, str], last: int) -> None:
    """A header that names risks and only mentions the appetite holds what its cells show.

    "Level 2 Risks (Risk Appetite Scale)" heads the names where another column has the levels.
    """
    for column, role in list(roles.items()):
        if role not in APPETITES:
            continue
        rest = fold(_MENTION.sub(" ", headers[column]))
        named = role_of(rest) if re.search(r"[A-Za-z]{3}", rest) else None
        if _holds_values(grid, column, last + 1):
            continue
        if named in NAMES:
            roles[column] = str(named)
        elif column == 0 and not set(roles.values()) & {*NAMES, "statement", "reference"}:
            others = [c for c, other in roles.items() if other in APPETITES and c != column]
            if any(_tells_levels(grid, c, last + 1) for c in others):
                del roles[column]  # "Level of risk we accept" above the names, "our stance" beside


def _holds_values(grid: Grid, column: int, start: int) -> bool:
    """Tell a column in which every other cell is an appetite, or a place for one."""
    texts = filled(grid, column, start)
    readings = [read_appetite(text) for text in texts]
    return bool(texts) and sum(bool(r and r.strict) for r in readings) * 2 >= len(texts)


def _tells_levels(grid: Grid, column: int, start: int) -> bool:
    """Tell a column in which every other cell tells a level, alone or in a sentence."""
    texts = filled(grid, column, start)
    return bool(texts) and sum(bool(levels_in(text)) for text in texts) * 2 >= len(texts)


def filled(grid: Grid, column: int, start: int) -> list[str]:
    """Return the words of the cells that begin in *column* from row *start*, without empty ones."""
    return [
        text
        for row in range(start, grid.rows)
        if grid.starts(row, column)
        and grid.width(row, column) < grid.columns
        and (text := grid.text(row, column))
    ]


def _by_year(roles: dict[int, str], headers: dict[int, str]) -> None:
    """Of several columns of appetites by year, the latest is the paper's, the others are old."""
    columns = [c for c, role in roles.items() if role == "appetite"]
    years = _years({c: headers[c] for c in columns})
    if len(columns) > 1 and len(years) == len(columns):
        latest = max(years.values())
        for column, year in years.items():
            if year != latest:
                roles[column] = "history"


def _years(headers: dict[int, str]) -> dict[int, int]:
    """Return the year in each header that names one."""
    found = {column: _YEAR.search(text) for column, text in headers.items()}
    return {c: int(next(g for g in m.groups() if g)) for c, m in found.items() if m is not None}


def by_year(grid: Grid) -> Columns | None:
    """Return the columns of a table on appetite that years alone head; the latest year counts."""
    headers = {c: grid.text(0, c) for c in range(1, grid.columns)}
    years = _years(headers)
    if len(headers) < 2 or set(years) != set(headers) or len(set(years.values())) < len(years):
        return None
    if not all(_holds_values(grid, c, 1) for c in years):
        return None
    latest = max(years, key=lambda c: years[c])
    return Columns(0, 0, {0: "name", latest: "appetite"}, {0: grid.text(0, 0), **headers}, {})


def _supported(grid: Grid, columns: Columns) -> bool:
    """Tell a header with rows below it from a label beside its value."""
    if columns.last + 1 >= grid.rows:
        return False
    if columns.levels:
        return True
    named = [c for c, role in columns.roles.items() if role not in APPETITES]
    value = columns.of("appetite", "appetite_new", "appetite_old", "appetite_future")
    if value is None:
        return bool(named)
    below = filled(grid, value, columns.last + 1)
    if not below:
        return any(columns.roles[c] in NAMES for c in named)
    readings = [reading for text in below if (reading := read_appetite(text)) is not None]
    valued = sum(reading.appetite.raw is not None for reading in readings)
    told = sum(bool(levels_in(text)) for text in below)
    if valued or told:
        return (bool(named) or bool(valued)) and (len(readings) + told) * 4 >= len(below)
    return bool(named) and (
        len(readings) == len(below) or _own_scale(columns.headers[value], below)
    )


def _own_scale(header: str, cells: list[str]) -> bool:
    """Tell the words of a body's own scale, that no other knows, from any other entries.

    A scale has few words and they come again; the header promises nothing but an appetite.
    """
    plain = all(
        re.fullmatch(r"[A-Za-z]+(?:[ -][A-Za-z]+)?(?: ?(?:to|/|–) ?[A-Za-z]+)?", cell)
        for cell in cells
    )
    comes_again = len({cell.lower() for cell in cells}) < len(cells) or len(cells) <= 3
    only = re.fullmatch(
        r"(?:(?:our|board|trust|council|agreed|overall|current) )*(?:risk )?appetite"
        r"(?: (?:level|rating|score))?",
        bare(header),
        re.IGNORECASE,
    )
    return plain and comes_again and only is not None


def columns_of_levels(grid: Grid, start: int, least: int) -> list[int]:
    """Return the columns whose cells from row *start*, *least* or more, hold a level each."""
    form = re.compile(rf"^{expression()}$", re.IGNORECASE)
    out = []
    for column in range(grid.columns):
        cells = filled(grid, column, start)
        if len(cells) >= least and all(form.match(fold(text)) for text in cells):
            out.append(column)
    return out
