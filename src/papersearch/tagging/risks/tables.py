"""Risk tables: rows of risks with a column for the appetite, in whatever order."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Doc, Span

from papersearch.record import Appetite
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.cues import cues, fold
from papersearch.tagging.risks.found import Found
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.headers import (
    APPETITES,
    NAMES,
    Columns,
    bare,
    by_year,
    columns_of_levels,
    find_columns,
    stands_side_by_side,
)
from papersearch.tagging.risks.level_groups import read_groups
from papersearch.tagging.risks.names import heading_name
from papersearch.tagging.risks.prose_context import is_on_appetite
from papersearch.tagging.risks.recovered import tables_of
from papersearch.tagging.risks.row_names import RowNames
from papersearch.tagging.risks.row_values import appetite_of, by_column, impact_of, status_of
from papersearch.tagging.risks.scales import level_of
from papersearch.tagging.risks.unnamed_columns import by_cells, goes_on
from papersearch.tagging.risks.value import levels_in, read_appetite

_BEFORE = 40  # tokens before a table without header
_NEAR = 60  # tokens before and after a table
_LEAST_HEADLESS = 2  # levels in a table without header


def read_tables(doc: Doc) -> Iterator[Found]:
    """Yield the risks of all tables of *doc* that state appetites by row or by column."""
    before: tuple[int, Columns] | None = None
    unnamed: Columns | None = None
    for view in tables_of(doc):
        grid = Grid(view)
        rows = list(read_groups(grid)) or list(_read(grid))
        if not rows and before is not None and before[0] == grid.columns:
            rows = (
                list(_rows(grid, before[1], -1, grid.rows)) if _continues(grid, before[1]) else []
            )
        if not rows and (columns := _headless(grid)) is not None:
            rows = list(_rows(grid, columns, columns.last, grid.rows))
        if not rows:
            if unnamed is None or not goes_on(grid, unnamed):
                unnamed = by_cells(grid)
            rows = list(_rows(grid, unnamed, 0, grid.rows)) if unnamed is not None else []
        if not rows and grid.columns > 2 and _stands_in_columns(grid.turn()):
            rows = list(_read(grid.turn()))
        found = find_columns(grid)
        if rows and found is not None:
            before = (grid.columns, found)
        yield from rows


def _read(grid: Grid) -> Iterator[Found]:
    columns = find_columns(grid)
    while columns is not None:
        following = find_columns(grid, columns.last + 1)
        end = following.first if following else grid.rows
        yield from _rows(grid, columns, columns.last, end)
        columns = following


def _stands_in_columns(turned: Grid) -> bool:
    """Tell a table with its risks side by side from a form of labels and values."""
    columns = find_columns(turned)
    if columns is None or not stands_side_by_side(turned, columns.last + 1):
        return False
    value = columns.of("appetite_new", "appetite", "appetite_old")
    if value is None:
        return False
    texts = [turned.text(row, value) for row in range(columns.last + 1, turned.rows)]
    readings = [read_appetite(text) for text in texts if text]
    return len(readings) >= 2 and all(reading and reading.strict for reading in readings)


def _continues(grid: Grid, columns: Columns) -> bool:
    """Tell a table that goes on, without header, where the one before stopped."""
    value = columns.of("appetite", "appetite_new")
    if value is None:
        return False
    readings = [read_appetite(grid.text(row, value)) for row in range(grid.rows)]
    return sum(bool(r and r.appetite.levels and r.strict) for r in readings) * 2 >= grid.rows


def _headless(grid: Grid) -> Columns | None:
    """Return the columns of a table without header below words on risk appetite."""
    if "appetite" not in grid.above(_BEFORE).lower():
        return None
    if (yearly := by_year(grid)) is not None:
        return yearly
    value = next((c for c in columns_of_levels(grid, 0, _LEAST_HEADLESS) if c > 0), None)
    if value is None:
        return None
    if all(levels_in(grid.text(row, 0)) for row in range(grid.rows)):
        return None
    return Columns(-1, -1, {0: "name", value: "appetite"}, {}, {})


def _rows(grid: Grid, columns: Columns, last_header: int, end: int) -> Iterator[Found]:
    names = RowNames(grid, columns)
    if columns.levels and not _may_be_of_appetite(grid, columns):
        return
    if _defines_a_scale(grid, columns, last_header + 1, end) or names.is_cover():
        return
    group: str | None = None
    found: list[tuple[int, Found]] = []
    titled = _bare_titles(grid, columns, names, range(last_header + 1, end))
    for row in range(last_header + 1, end):
        title = _title(grid, row) or titled.get(row)
        if title is not None:
            group = heading_name(title)
            continue
        one = _row(grid, columns, names, row, group)
        if one is not None and not (found and _is_torn_off(one)):
            found.append((row, one))
        elif found:
            found[-1] = (found[-1][0], _continued(names, row, found[-1][1]))
    if not any(one.risk.appetite.raw for _, one in found) and not _may_stand_empty(columns):
        return
    ticks1 = names.ticks([row for row, _ in found], names.level1)
    ticks2 = names.ticks([row for row, _ in found], names.level2)
    for (_, one), tick1, tick2 in zip(found, ticks1, ticks2, strict=True):
        risk = replace(one.risk, level1_ticked=tick1, level2_ticked=tick2)
        yield dataclasses.replace(one, risk=risk)


def _may_be_of_appetite(grid: Grid, columns: Columns) -> bool:
    """Tell "Low | Medium | High" below words on appetite from marks for anything else."""
    levels = {level_of(levels_in(word)[0]) for word in columns.levels.values()}
    if not levels <= set(cues()["prose"]["ordinary"]):
        return True
    span = grid.view.span
    return is_on_appetite(f"{grid.above(_NEAR)} {span.doc[span.start : span.end + _NEAR].text}")


def _is_torn_off(one: Found) -> bool:
    """Tell the rest of a statement whose row a page or the reading tore, from a risk."""
    risk = one.risk
    return not (risk.level1 or risk.level2 or risk.reference) and risk.appetite.raw is None


def _may_stand_empty(columns: Columns) -> bool:
    """Tell a table whose appetite column may stand empty from one that defines levels."""
    return columns.of("appetite", "appetite_new") is not None and not columns.levels


def _defines_a_scale(grid: Grid, columns: Columns, start: int, end: int) -> bool:
    """Tell a table whose rows are the levels themselves."""
    if columns.roles.get(0) in APPETITES and any(r in NAMES for r in columns.roles.values()):
        return False  # the appetite stands left of the risk's name
    first = [fold(grid.text(row, 0)) for row in range(start, end) if grid.starts(row, 0)]
    cells = [text for text in first if text]
    levels = [
        text
        for text in cells
        if (reading := read_appetite(text)) is not None
        and reading.appetite.levels
        and len(text.split()) <= 5
    ]
    return len(cells) >= 2 and len(levels) * 2 > len(cells)


def _title(grid: Grid, row: int) -> str | None:
    """Return the words of a cell that fills the whole row."""
    cell = grid.cell(row, 0)
    if cell is None or grid.columns < 2 or grid.width(row, 0) < grid.columns:
        return None
    return grid.text(row, 0) or None


def _bare_titles(grid: Grid, columns: Columns, names: RowNames, rows: range) -> dict[int, str]:
    """Return the rows that hold a name and nothing else, where they head groups of rows.

    So they stand where cells are not merged: one above the first risk, each above a filled row.
    """
    if grid.columns < 3 or columns.levels or names.level2 is not None:
        return {}
    words = {row: [grid.text(row, c) for c in range(grid.columns)] for row in rows}
    place = names.level1 if names.level1 is not None else 0
    bare = {
        row: texts[place]
        for row, texts in words.items()
        if texts[place] and not any(text for c, text in enumerate(texts) if c != place)
    }
    heads = all(row + 1 in words and row + 1 not in bare for row in bare)
    return bare if rows.start in bare and heads else {}


def _continued(names: RowNames, row: int, one: Found) -> Found:
    """Return *one* with the rest of its statement from a row that only goes on with it."""
    grid = names.grid
    column = names.statement if names.statement is not None else names.level2
    if column is None or not one.risk.statement or not grid.starts(row, column):
        return one
    others = [c for c in range(grid.columns) if c != column and grid.starts(row, c)]
    more = fold(grid.text(row, column))
    if not more or any(grid.text(row, c) for c in others):
        return one
    if not (more[:1].islower() or not re.search(r"[.!?]$", one.risk.statement)):
        return one
    risk = replace(
        one.risk,
        statement=f"{one.risk.statement} {more}",
        evidence=replace(
            one.risk.evidence, why=f"{one.risk.evidence.why}; goes on in the next row"
        ),
    )
    return dataclasses.replace(one, risk=risk)


def _row(
    grid: Grid, columns: Columns, names: RowNames, row: int, group: str | None
) -> Found | None:
    value = columns.of("appetite_new", "appetite", "appetite_old", "appetite_future")
    if value is not None and not grid.starts(row, value) and not _starts_a_name(grid, names, row):
        return None
    risk = names.read(row)
    if risk is None:
        return None
    if value is not None and _covers_names(grid, names, row, value):
        return None
    prints: tuple[tuple[str, ...], ...] = ()
    changed = False
    if columns.levels:
        appetite: Appetite | None = by_column(grid, columns, row)
        prints = (tuple(level_of(levels_in(w)[0]) for w in columns.levels.values()),)
        why = "risk table with a column for each appetite level"
    else:
        appetite, prints, changed = appetite_of(grid, columns, row)
        header = columns.headers.get(value, "") if value is not None else ""
        why = f"risk table, column {bare(header) or 'of appetite levels'!r}"
    if appetite is None:
        return None
    if risk.level2 is None and group is not None and risk.level1 is not None:
        risk = replace(risk, level1=group, level2=risk.level1)
    span = _span(grid, columns, row)
    if span is None:
        return None
    status = status_of(grid, columns, names, row)
    if grid.broken(row):
        why += "; the row is broken over a page"
    risk = replace(
        risk,
        appetite=replace(appetite, status=status or appetite.status),
        impact=impact_of(grid, columns, row),
        evidence=evidence(span, why),
    )
    return Found(risk, span, "table", prints, changed)


def _starts_a_name(grid: Grid, names: RowNames, row: int) -> bool:
    lowest = names.level2 if names.level2 is not None else names.level1
    return lowest is not None and grid.starts(row, lowest) and bool(grid.text(row, lowest))


def _covers_names(grid: Grid, names: RowNames, row: int, value: int) -> bool:
    """Tell a row whose name runs through the appetite column: a group's title, no risk."""
    cell = grid.cell(row, value)
    places = (names.level1, names.level2, names.both, names.statement)
    return cell is not None and any(c is not None and grid.cell(row, c) is cell for c in places)


def _span(grid: Grid, columns: Columns, row: int) -> Span | None:
    if not grid.turned:
        return grid.row_span(row)
    value = columns.of("appetite_new", "appetite", "appetite_old", "appetite_future")
    return None if value is None else grid.span(row, value)
