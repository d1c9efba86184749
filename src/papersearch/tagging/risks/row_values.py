"""What the cells of a row of a risk table say: appetite, status and impact."""

from __future__ import annotations

import re

from msgspec.structs import replace

from papersearch.record import Appetite, Impact
from papersearch.tagging.risks.cues import fold
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.headers import APPETITES, Columns, bare, filled
from papersearch.tagging.risks.highlight import chosen, is_printed_scale, mentions
from papersearch.tagging.risks.prose_patterns import stated_in
from papersearch.tagging.risks.row_names import MARKS, RowNames
from papersearch.tagging.risks.scales import level_of, low_to_high
from papersearch.tagging.risks.status import Status, answered_status, remarked_status
from papersearch.tagging.risks.value import (
    is_unfilled,
    levels_in,
    own_word,
    read_appetite,
    read_future,
    read_impact,
)

_LONGEST_OWN = 6  # words of an appetite cell that no scale knows


def _impact_column(grid: Grid, columns: Columns) -> int | None:
    """Return the column of impacts, also where it is headed by the movement that its cells tell.

    "Direction of travel" heads scores' history in registers (arrows, "up from 12"), and in appetite
    tables what others call the impact ("Moving towards").
    """
    headed = columns.of("impact")
    if headed is not None:
        return headed
    for column, role in sorted(columns.roles.items()):
        if role == "history":
            impacts = [read_impact(text) for text in filled(grid, column, columns.last + 1)]
            told = [one.direction for one in impacts if one.raw is not None]
            if told and {"towards", "away"} & set(told) and None not in told:
                return column
    return None


def impact_of(grid: Grid, columns: Columns, row: int) -> Impact:
    """Return what the row's impact cell says; a score is none."""
    column = _impact_column(grid, columns)
    if column is None or re.match(r"^\d", grid.text(row, column)):
        return Impact()
    return read_impact(grid.text(row, column))


def status_of(grid: Grid, columns: Columns, names: RowNames, row: int) -> Status | None:
    """Return what the row says of its risk against appetite: in a column for it, or in a remark."""
    column = columns.of("status")
    if column is not None:
        text, header = grid.text(row, column), bare(columns.headers[column]).lower()
        told = answered_status(header, "yes" if grid.tick(row, column) == "ticked" else text)
        if told is not None:
            return told
    apart = {names.level1, names.level2, names.both, names.statement, names.reference}
    for place in range(grid.columns):
        role = columns.roles.get(place)
        if place in apart or role in APPETITES or not grid.starts(row, place):
            continue
        if (told := remarked_status(grid.text(row, place))) is not None:
            return told
    return None


def appetite_of(
    grid: Grid, columns: Columns, row: int
) -> tuple[Appetite | None, tuple[tuple[str, ...], ...], bool]:
    """Return the row's appetite, the scales printed in its cells, and whether it is a change."""
    of = columns.of
    new, now, old, later = (of(f"appetite{end}") for end in ("_new", "", "_old", "_future"))
    main = next((c for c in (new, now, old, later) if c is not None), None)
    if main is None:
        column = of("appetite_statement")
        if column is None:
            return None, (), False
        reading = read_appetite(grid.text(row, column))
        return (reading.appetite if reading else stated_in(grid.text(row, column))), (), False
    appetite, prints = _cell(grid, row, main)
    if appetite is None:
        return None, prints, False
    if main in (now, old) and later is not None:
        future, _ = _cell(grid, row, later)
        if future and future.levels and future.levels != appetite.levels:
            raw = _raw_of_both(grid, row, main, later) or appetite.raw
            appetite = replace(appetite, towards=future.levels[-1], raw=raw)
    changed = False
    before = next((c for c in (now, old) if c is not None and c != main), None)
    if main in (new, now) and before is not None:
        earlier, _ = _cell(grid, row, before)
        if earlier and earlier.levels and earlier.levels != appetite.levels and appetite.levels:
            raw = _raw_of_both(grid, row, before, main) or appetite.raw
            appetite = replace(appetite, raw=raw)
            changed = True
    return appetite, prints, changed


def _raw_of_both(grid: Grid, row: int, first: int, second: int) -> str | None:
    """Return the words of two cells that stand side by side, as the page has them."""
    one, two = grid.span(row, first), grid.span(row, second)
    if one is None or two is None:
        return None
    if one.start > two.start:
        one, two = two, one
    between = one.doc[one.end : two.start].text
    return None if between.strip() else fold(one.doc[one.start : two.end].text)


def _cell(grid: Grid, row: int, column: int) -> tuple[Appetite | None, tuple[tuple[str, ...], ...]]:
    """Return what an appetite cell says; ``None`` for words that are no appetite."""
    span, text = grid.span(row, column), grid.text(row, column)
    if span is None or is_unfilled(text):
        return Appetite(), ()
    if is_printed_scale(span):
        prints = (tuple(level_of(word.text) for word in mentions(span)),)
        picked = chosen(span)
        if not picked:
            return Appetite(), prints
        raw = fold(span.doc[picked[0].start : picked[-1].end].text)
        return Appetite(raw=raw, levels=low_to_high(level_of(w.text) for w in picked)), prints
    reading = read_appetite(text)
    if reading is not None:
        return reading.appetite, ()
    if len(text.split()) <= _LONGEST_OWN:
        return own_word(text), ()
    said = stated_in(text)
    if said is not None:
        return replace(said, towards=said.towards or read_future(text)), ()
    return None, ()


def _set_apart(grid: Grid, row: int, places: list[int]) -> list[int]:
    """Return the one or two of *places* whose words alone are in bold type or highlighted."""
    spans = [(c, span) for c in places if (span := grid.span(row, c)) is not None]
    for mark in ("highlighted", "bold"):
        found = [
            c
            for c, span in spans
            if all(getattr(t._.word, mark) for t in span if t._.word is not None and t.is_alpha)
        ]
        if 0 < len(found) <= 2 and len(found) < len(spans):
            return found
    return []


def by_column(grid: Grid, columns: Columns, row: int) -> Appetite | None:
    """Return the level in whose column a tick, a mark or the only shade stands."""
    places = list(columns.levels)
    marked = [c for c in places if grid.tick(row, c) == "ticked" or MARKS.match(grid.text(row, c))]
    if not marked:
        shaded = [c for c in places if (cell := grid.cell(row, c)) is not None and cell.shaded]
        marked = shaded if len(shaded) < len(places) and len(shaded) <= 2 else []
    if not marked:
        marked = _set_apart(grid, row, places)
    if not marked:
        repeated = [
            c for c in places if levels_in(grid.text(row, c)) == levels_in(columns.levels[c])
        ]
        marked = repeated if len(repeated) in (1, 2) and len(repeated) < len(places) else []
    if not marked:
        wordy = [c for c in places if len(grid.text(row, c).split()) > 3]
        return None if len(wordy) * 2 > len(places) else Appetite()
    levels = low_to_high(levels_in(columns.levels[c])[0] for c in marked)
    raw = " ".join(fold(columns.levels[c]) for c in marked)
    return Appetite(raw=raw, levels=levels)
