"""A plan of the year: items beside who leads on them, by when, and how far they are."""

from __future__ import annotations

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
_TOLD = frozenset({"owner", "due", "status"})


def read_plan(doc: Doc, view: TableView, area: Area) -> Iterator[Found]:
    """Yield the items of a plan, ``[]`` unless a header names who, when or how far."""
    for header in (area.top - 1, area.top):
        if not 0 <= header < view.table.rows:
            continue
        texts = [view.text(header, c) for c in range(view.table.columns)]
        columns = columns_of(texts)
        if not _TOLD & columns.keys():
            continue
        main = _item_column(view, area, texts, columns)
        if main is None:
            continue
        found = list(_items(doc, view, area, range(header + 1, area.bottom), main, columns))
        if len(found) >= 2:
            yield from found
        return


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
    why = f"annual-table: heading {area.heading.text!r}, columns {', '.join(sorted(columns))}"
    seen: set[int] = set()
    for row, state in zip(rows, states, strict=True):
        span = view.cell(row, main)
        if span is None or span.start in seen or _is_title(view, row, main):
            continue
        seen.add(span.start)
        values = {name: view.text(row, column) for name, column in columns.items()}
        text, reference = without_number(view.text(row, main))
        if not is_item(text) or len(text.split()) > _MOST_WORDS:
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
    """Tell whether a row is a title across the table ("Live well")."""
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
