"""A plan of the year: items beside who leads on them, by when, and how far they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from papersearch.tagging.commitments.annual import list_year
from papersearch.tagging.commitments.areas import Area, names_items
from papersearch.tagging.commitments.columns import columns_of, owner_of
from papersearch.tagging.commitments.dues import cell_due, first_due
from papersearch.tagging.commitments.found import Found, reference_day, without_number
from papersearch.tagging.commitments.items import is_item
from papersearch.tagging.commitments.target import find_target
from papersearch.tagging.commitments.ticks import cell_tick, settle
from papersearch.tagging.layout import TableView

_MOST_WORDS = 60
_MOST_WORDS_OF_ONE_OWNED = 180
_LEAST_PERIODS = 3
_SHARE_OF_DEEDS = 0.5
_PERIOD = re.compile(
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|q(?:uarter )?[1-4]|[1-4]q"
    r"|year [1-9]|(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?)(?:[\s\-–/’']*(?:20)?\d\d)*",
    re.IGNORECASE,
)
_TOLD = frozenset({"owner", "due", "status"})


def read_plan(doc: Doc, view: TableView, area: Area) -> Iterator[Found]:
    """Yield the items of a plan, ``[]`` unless a header names who, when or how far."""
    above = area.top - 1
    while above > 0 and not any(view.text(above, c) for c in range(view.table.columns)):
        above -= 1  # an empty row below the header
    for header in (above, area.top):
        if not 0 <= header < view.table.rows:
            continue
        texts = [view.text(header, c) for c in range(view.table.columns)]
        columns = columns_of(texts)
        if not _TOLD & columns.keys() and not is_calendar(view, header):
            continue
        main = _item_column(view, area, texts, columns)
        if main is None:
            continue
        found = list(_items(doc, view, area, range(header + 1, area.bottom), main, columns))
        if len(found) >= 2:
            yield from found
        return


def is_calendar(view: TableView, header: int) -> bool:
    """Tell whether a header is one column and months, quarters or years, with deeds below them.

    Figures below them ("81%") are a measure's.
    """
    columns = range(view.table.columns)
    filled = [text.strip() for c in columns if (text := view.text(header, c)).strip()]
    periods = sum(_PERIOD.fullmatch(text) is not None for text in filled)
    if periods < _LEAST_PERIODS or periods < len(filled) - 1:
        return False
    below = [
        text
        for c in columns
        if _PERIOD.fullmatch(view.text(header, c).strip())
        for row in range(header + 1, view.table.rows)
        if (text := view.text(row, c))
    ]
    told = sum(re.search(r"[A-Za-z]{4}", text) is not None for text in below)
    return told > 0 and told >= _SHARE_OF_DEEDS * len(below)


def _items(
    doc: Doc, view: TableView, area: Area, rows: range, main: int, columns: dict[str, int]
) -> Iterator[Found]:
    day = reference_day(doc)
    year = list_year(doc, area.heading, view.span)
    ticks = _tick_column(view, rows, main)
    columns = {name: column for name, column in columns.items() if column != ticks}
    states = settle(
        [None if ticks is None else cell_tick(view, row, ticks) for row in rows],
        places=ticks is not None,
    )
    by = ", ".join(sorted(columns)) or "by period"
    why = f"annual-table: heading {area.heading.text!r}, columns {by}"
    seen: set[int] = set()
    for row, state in zip(rows, states, strict=True):
        span = view.cell(row, main)
        if span is None or span.start in seen or _is_title(view, row, main):
            continue
        seen.add(span.start)
        values = {name: view.text(row, column) for name, column in columns.items()}
        text, reference = without_number(view.text(row, main))
        told = bool(values.get("owner") and values.get("due"))
        if not is_item(text) or len(text.split()) > (
            _MOST_WORDS_OF_ONE_OWNED if told else _MOST_WORDS
        ):
            continue
        yield Found(
            span=span,
            kind="annual",
            text=text,
            why=why,
            ticked=None if ticks is None else state,
            financial_year=year,
            target=find_target(text),
            due=cell_due(values.get("due", ""), day) or first_due(text, day),
            owner=owner_of(values.get("owner")),
            status=values.get("status") or None,
            reference=values.get("reference") or reference,
        )


def _is_title(view: TableView, row: int, main: int) -> bool:
    """Tell whether a row is a title across the table, which parts a plan and is no item of it."""
    cell = view.table.cell(row, main)
    return cell is not None and cell.column_span >= view.table.columns > 1


def _tick_column(view: TableView, rows: range, main: int) -> int | None:
    """Return a column that holds nothing but ticks and places for them."""
    for column in range(view.table.columns):
        if column == main:
            continue
        ticks = [cell_tick(view, row, column) for row in rows]
        others = [
            row
            for row, tick in zip(rows, ticks, strict=True)
            if tick is None and view.text(row, column)
        ]
        if any(tick in ("ticked", "not_ticked") for tick in ticks) and not others:
            return column
    return None


def _item_column(
    view: TableView, area: Area, texts: Sequence[str], columns: dict[str, int]
) -> int | None:
    named = [c for c, text in enumerate(texts) if text and names_items(text)]
    if named:
        return named[0]
    if "action" in columns:
        return None
    free = [c for c in range(view.table.columns) if c not in columns.values()]
    lengths = {c: sum(len(view.text(r, c)) for r in range(area.top, area.bottom)) for c in free}
    return max(lengths, key=lambda c: lengths[c]) if lengths else None
