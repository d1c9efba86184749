"""Action logs: tables whose rows are actions with an owner, a date, a status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Span

from papersearch.tagging.commitments.cells import cell_entries, is_empty
from papersearch.tagging.commitments.columns import columns_of, owner_of
from papersearch.tagging.commitments.dues import cell_due, first_due
from papersearch.tagging.commitments.found import (
    Found,
    Piece,
    inside,
    kind_of_paper,
    pieces,
    reference_day,
    without_number,
)
from papersearch.tagging.commitments.openers import opening_owner
from papersearch.tagging.commitments.patterns import any_of, words
from papersearch.tagging.commitments.tails import Tail, is_status_text, peel
from papersearch.tagging.commitments.target import find_target
from papersearch.tagging.commitments.who import is_owner
from papersearch.tagging.layout import TableView

_SHARE_OF_A_COLUMN = 0.7
_MOST_WORDS_OF_A_TITLE = 12


def read_logs(doc: Doc) -> Iterator[Found]:
    """Yield the entries of tables of actions."""
    skip = list(doc.spans.get("risks", ()))
    all_pieces = pieces(doc)
    previous: dict[str, int] | None = None  # the columns of a log that may go on over the page
    for index, piece in enumerate(all_pieces):
        view = piece.view
        if view is None:
            if piece.block.kind != "heading" and not _is_short(piece):
                previous = None
            continue
        title = _title(all_pieces, index)
        header = _header(view)
        if header is not None and header[1] > 1:
            title = view.text(0, 0) or view.text(0, 1) or title
        if header is not None:
            columns, top = header
            previous = columns if _is_log(doc, view, columns, top - 1, title) else None
        elif _is_about_actions(doc, title):
            top = 0
            goes_on = previous is not None and max(previous.values()) < view.table.columns
            previous = previous if goes_on else _guess(view)
        else:
            previous = None
        if previous is not None:
            # An action of a risk has its own owner and date; its row is the risk's.
            own = _tells_all(previous)
            yield from (
                one for one in _rows(doc, view, previous, top) if own or not inside(one.span, skip)
            )


def _tells_all(columns: Mapping[str, int]) -> bool:
    """Tell whether a log's columns say who is to do it and by when."""
    return "combined" in columns or columns.keys() >= {"action", "owner", "due"}


def _is_short(piece: Piece) -> bool:
    return len(piece.text.split()) <= _MOST_WORDS_OF_A_TITLE


def _title(all_pieces: Sequence[Piece], index: int) -> str:
    """Return the heading or short line that stands above a table."""
    for piece in reversed(all_pieces[max(0, index - 3) : index]):
        if piece.view is not None:
            return ""
        if piece.block.kind == "heading" or _is_short(piece):
            return piece.text
    return ""


def _header(view: TableView) -> tuple[dict[str, int], int] | None:
    """Return the columns and the first row below the header."""
    for row in range(min(3, view.table.rows)):
        columns = columns_of([view.text(row, c) for c in range(view.table.columns)])
        if ("action" in columns and len(columns) >= 2) or "combined" in columns:
            return columns, row + 1
    return None


def _is_log(doc: Doc, view: TableView, columns: dict[str, int], row: int, title: str) -> bool:
    if "combined" in columns:
        return True
    if not {"owner", "due", "status"} & columns.keys():
        return False
    header = " | ".join(view.text(row, c) for c in range(view.table.columns))
    if _tells_all(columns) and (
        "action" in view.text(row, columns["action"]).lower() or _is_about_actions(doc, title)
    ):
        return True  # of risks or of savings, whatever else its columns name
    if any_of(words("actions")["tables"]["not_logs"]).search(header):
        return False
    named = "action" in view.text(row, columns["action"]).lower()
    return named or _is_about_actions(doc, title) or {"owner", "due"} <= columns.keys()


def _is_about_actions(doc: Doc, title: str) -> bool:
    if kind_of_paper(doc) == "action_log":
        return True
    plain = re.sub(r"^(?:\d+(?:\.\d+)*|[A-Za-z])[.)]?\s+", "", title)
    return any_of(words("actions")["tables"]["headings"]).search(plain) is not None


def _guess(view: TableView) -> dict[str, int] | None:
    """Columns of a log without a header row: a long text beside initials or a status."""
    columns: dict[str, int] = {}
    lengths: dict[int, float] = {}
    for column in range(view.table.columns):
        texts = [t for r in range(view.table.rows) if (t := view.text(r, column))]
        if not texts:
            continue
        if sum(_is_status(t) for t in texts) >= _SHARE_OF_A_COLUMN * len(texts):
            columns.setdefault("status", column)
        elif sum(is_owner(t) for t in texts) >= _SHARE_OF_A_COLUMN * len(texts):
            columns.setdefault("owner", column)
        else:
            lengths[column] = sum(len(t.split()) for t in texts) / len(texts)
    if not lengths or not columns:
        return None
    longest = max(lengths, key=lambda c: lengths[c])
    return {**columns, "action": longest} if lengths[longest] >= 3 else None


def _is_status(text: str) -> bool:
    """Tell whether *text* is a status and nothing else."""
    plain = text.strip().rstrip(".")
    return any_of(words("actions")["tables"]["statuses"]).fullmatch(plain) is not None


def _rows(doc: Doc, view: TableView, columns: dict[str, int], top: int) -> Iterator[Found]:
    day = reference_day(doc)
    seen: set[int] = set()
    for row in range(top, view.table.rows):
        span = view.cell(row, columns.get("action", columns.get("combined", 0)))
        if span is None or span.start in seen:
            continue
        seen.add(span.start)
        if "action" not in columns:
            for one in cell_entries(span, day, "action-log: columns combined"):
                status = _value(view, row, columns, "status")  # or how the risk stands
                told = status if is_status_text(status) else None
                yield replace(one, status=one.status or told)
            continue
        values = {name: _value(view, row, columns, name) for name in columns}
        if _is_entry(view, row, columns, values):
            yield _entry(span, values, day)


def _value(view: TableView, row: int, columns: dict[str, int], name: str) -> str:
    """Return what a column says of an entry, in its row or, where that is empty, just below."""
    if name not in columns:
        return ""
    text = view.text(row, columns[name])
    if text or name == "action":
        return text
    below = []
    for lower in range(row + 1, view.table.rows):
        others = {other for other, c in columns.items() if _begins_in(view, lower, c)} - {name}
        if others:
            break  # the next entry
        below.append(
            view.text(lower, columns[name]) if _begins_in(view, lower, columns[name]) else ""
        )
    return " ".join(part for part in below if part)


def _begins_in(view: TableView, row: int, column: int) -> bool:
    """Tell whether a filled cell begins in that row, and does not reach into it from above."""
    cell = view.table.cell(row, column)
    return cell is not None and cell.row == row and bool(view.text(row, column))


def _entry(span: Span, values: dict[str, str], day: date | None) -> Found:
    text, number = without_number(values["action"])
    tail = peel(text, day) if not {"owner", "due"} <= values.keys() else Tail(len(text))
    if tail.tells:
        text = text[: tail.length]
    due = cell_due(values["due"], day) if "due" in values else tail.due or first_due(text, day)
    return Found(
        span=span,
        kind="action",
        text=text,
        why=f"action-log: columns {', '.join(sorted(values))}",
        target=find_target(text),
        due=due,
        owner=owner_of(values.get("owner")) or tail.owner or opening_owner(text),
        status=values.get("status") or tail.status,
        reference=_reference(values.get("reference", "")) or number,
    )


def _is_entry(view: TableView, row: int, columns: dict[str, int], values: dict[str, str]) -> bool:
    text = values["action"].strip()
    if is_empty(text):
        return False
    if len(text.split()) < 2 or not re.search(r"[A-Za-z]{3}", text):
        return False
    if columns_of([text]) and all(columns_of([value]) for value in values.values() if value):
        return False  # the header again, on a later page
    # A title across the row parts a log, it is no entry of it.
    cell = view.table.cell(row, columns["action"])
    alone = opening_owner(text) is None and not any(
        v for name, v in values.items() if name not in ("action", "reference")
    )
    return not (
        (cell is not None and cell.column_span >= view.table.columns)
        or (alone and len(text.split()) <= _MOST_WORDS_OF_A_TITLE and _are_filled(view, columns))
    )


def _are_filled(view: TableView, columns: dict[str, int]) -> bool:
    """Tell whether most rows of a log say who, when or how far."""
    others = [c for name, c in columns.items() if name not in ("action", "reference")]
    rows = range(view.table.rows)
    return sum(any(view.text(r, c) for c in others) for r in rows) >= 0.6 * len(rows)


def _reference(text: str) -> str | None:
    plain = " ".join(text.split()).strip(" :")
    return plain if plain and len(plain.split()) <= 5 and re.search(r"\w", plain) else None
