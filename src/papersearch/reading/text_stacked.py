"""Tables whose cells stand one to a line, as a copied or extracted table of Word leaves them.

    Risk / Appetite / Score / Loss of data / Averse / 20 / Strike / Cautious / 9

Names of columns come first; then each row fills as many lines. A column of
figures, marks or words that come again shows that the count is right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from papersearch.reading.text_judge import COLUMN_NAME, NUMERIC
from papersearch.reading.text_pieces import REFERENCE
from papersearch.reading.text_rows import Found, TextRow, TextTable

_MOST_COLUMNS = 9
_MOST_WORDS = 5
"""Words of a column's name."""
_LEAST_ROWS = 2
_LONGEST_TABLE = 400
"""Lines."""
_SCORE = re.compile(r"^\d{1,2}(?: ?[x×*] ?\d{1,2})?(?: ?= ?\d{1,3})?(?: \(.{1,12}\))?$")
_DATE = re.compile(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{0,2} ?[A-Z][a-z]{2,8} \d{2,4}$")
_MARK = re.compile(r"^(?:[xX✓✔√☑☒☐-]|\[[ xX]?\]|[Yy]es|[Nn]o|[Nn]/?[Aa])$")
_BULLET = re.compile(r"^(?:[•●○◦▪■–—·‣➢-]|\d{1,2}[.)]|\([a-z]\))\s")


def find_stacked(lines: Sequence[str]) -> list[Found]:
    """Return the tables among *lines* that have one cell a line, from top to bottom."""
    out: list[Found] = []
    at = 0
    while at < len(lines):
        found = _at(lines, at) if _is_name(lines[at]) else None
        if found is None:
            at += 1
            continue
        out.append(found)
        at = found.end
    return out


def _is_name(line: str) -> bool:
    text = line.strip()
    return (
        0 < len(text) < 60
        and len(text.split()) <= _MOST_WORDS
        and not text[:1].islower()
        and text[-1] not in ".;:,?!"
        and re.search(r"\S\s{2,}\S|\t", text) is None
        and not NUMERIC.match(text)
    )


def _at(lines: Sequence[str], start: int) -> Found | None:
    """Return the table whose first name of a column stands in line *start*."""
    if start and lines[start - 1].strip() and not COLUMN_NAME.search(lines[start].strip()):
        return None
    end = start
    while end < len(lines) and lines[end].strip() and end - start < _LONGEST_TABLE:
        end += 1
    cells = [line.strip() for line in lines[start:end]]
    names = next((n for n, cell in enumerate(cells) if not _is_name(cell)), len(cells))
    for columns in range(min(_MOST_COLUMNS, names), 1, -1):
        if not _are_names(cells[:columns]):
            continue
        if columns == len(cells):
            grouped, after = _groups(lines, end, columns)
            if grouped and _is_table(cells, grouped):
                return Found(start, after, _table(cells, grouped))
            continue
        body = cells[columns:]
        whole, rest = divmod(len(body), columns)
        rows = [body[n * columns : (n + 1) * columns] for n in range(whole)]
        if not rest and whole >= _LEAST_ROWS and _is_table(cells[:columns], rows):
            return Found(start, end, _table(cells[:columns], rows))
    return None


def _groups(lines: Sequence[str], at: int, columns: int) -> tuple[list[list[str]], int]:
    """Return the groups of as many lines between blank ones from *at*, and where they end."""
    out: list[list[str]] = []
    after = at
    while at < len(lines):
        while at < len(lines) and not lines[at].strip():
            at += 1
        end = at
        while end < len(lines) and lines[end].strip():
            end += 1
        if end - at != columns:
            break
        out.append([line.strip() for line in lines[at:end]])
        at = after = end
    return (out, after) if len(out) >= _LEAST_ROWS else ([], after)


def _are_names(names: Sequence[str]) -> bool:
    known = sum(bool(COLUMN_NAME.search(name)) for name in names)
    return len(set(names)) == len(names) and known >= max(2, 0.5 * len(names))


def _is_table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the lines below *names* fall into columns of one kind each."""
    columns = [[row[n] for row in rows] for n in range(len(names))]
    if any(_BULLET.match(cell) for column in columns for cell in column):
        return False
    if any(cell in names for column in columns for cell in column):
        return False
    sure = sum(_is_of_one_kind(column) for column in columns)
    mixed = sum(
        0 < sum(_is_figure(cell) for cell in column) < 0.5 * len(column) for column in columns
    )
    wordy = any(not any(_is_figure(cell) for cell in column) for column in columns)
    return wordy and sure >= 1 and sure > mixed


def _is_figure(cell: str) -> bool:
    return bool(
        NUMERIC.match(cell) or _SCORE.match(cell) or _DATE.match(cell) or REFERENCE.match(cell)
    )


def _is_of_one_kind(column: Sequence[str]) -> bool:
    marks = sum(bool(_MARK.match(cell)) for cell in column)
    figures = sum(_is_figure(cell) for cell in column)
    again = len(set(column)) < len(column) and all(len(cell.split()) <= 3 for cell in column)
    return marks == len(column) or figures >= 0.8 * len(column) or (again and len(column) > 2)


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> TextTable:
    made = [TextRow([[cell] for cell in row]) for row in (names, *rows)]
    return TextTable(tuple(made), len(names), 1)
