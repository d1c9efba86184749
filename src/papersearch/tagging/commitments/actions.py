"""Actions: the entries of action logs, and what minutes charge somebody with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Doc, Span

from papersearch.tagging.commitments.columns import columns_of, owner_of
from papersearch.tagging.commitments.found import (
    Found,
    Piece,
    cell_due,
    first_due,
    inside,
    pieces,
    reference_day,
    without_number,
)
from papersearch.tagging.commitments.patterns import any_of, is_one_of, matches, words
from papersearch.tagging.commitments.target import find_target
from papersearch.tagging.commitments.who import OWNER, owner_at_start, tidy_owner
from papersearch.tagging.layout import TableView

_LEAST_SHARE_OF_OWNERS = 0.7


def read_logs(doc: Doc) -> Iterator[Found]:
    """Yield the entries of tables of actions."""
    skip = list(doc.spans.get("risks", ()))
    all_pieces = pieces(doc)
    previous: dict[str, int] | None = None
    for index, piece in enumerate(all_pieces):
        view = piece.view
        if view is None:
            if piece.block.kind == "heading" or len(piece.text.split()) > 12:
                previous = None if piece.block.kind != "heading" else previous
            continue
        header = _header(view)
        if header is not None:
            columns, top = header
            if not _is_log(doc, view, columns, top - 1, _title(all_pieces, index)):
                previous = None
                continue
            previous = columns
        else:
            guessed = _guess(doc, view, all_pieces, index, previous)
            if guessed is None:
                continue
            columns, top = guessed, 0
        yield from (one for one in _rows(doc, view, columns, top) if not inside(one.span, skip))


def _title(all_pieces: Sequence[Piece], index: int) -> str:
    for piece in reversed(all_pieces[max(0, index - 3) : index]):
        if piece.view is not None:
            return ""
        if piece.block.kind == "heading" or len(piece.text.split()) <= 12:
            return piece.text
    return ""


def _header(view: TableView) -> tuple[dict[str, int], int] | None:
    """Return the columns and the first row below the header."""
    for row in range(min(3, view.table.rows)):
        texts = [view.text(row, c) for c in range(view.table.columns)]
        columns = columns_of(texts)
        if "action" in columns and len(columns) >= 2:
            return columns, row + 1
    return None


def _is_log(doc: Doc, view: TableView, columns: dict[str, int], row: int, title: str) -> bool:
    if not {"owner", "due", "status"} & columns.keys():
        return False
    header = " | ".join(view.text(row, c) for c in range(view.table.columns))
    if any_of(words("actions")["tables"]["not_logs"]).search(header):
        return False
    named = "action" in view.text(row, columns["action"]).lower()
    return named or _is_about_actions(doc, title) or {"owner", "due"} <= columns.keys()


def _is_about_actions(doc: Doc, title: str) -> bool:
    if doc._.paper is not None and doc._.paper.kind == "action_log":
        return True
    return any_of(words("actions")["tables"]["headings"]).search(title) is not None


def _guess(
    doc: Doc,
    view: TableView,
    all_pieces: Sequence[Piece],
    index: int,
    previous: dict[str, int] | None,
) -> dict[str, int] | None:
    """Columns of a log without a header row: a long text beside initials or a status."""
    if not _is_about_actions(doc, _title(all_pieces, index)):
        return None
    if previous is not None and max(previous.values()) < view.table.columns:
        return previous
    columns: dict[str, int] = {}
    lengths = {}
    for column in range(view.table.columns):
        texts = [t for r in range(view.table.rows) if (t := view.text(r, column))]
        if not texts:
            continue
        lengths[column] = sum(len(t.split()) for t in texts) / len(texts)
        statuses = sum(is_status(t) for t in texts) / len(texts)
        owners = sum(OWNER().fullmatch(t.strip()) is not None for t in texts) / len(texts)
        if statuses >= _LEAST_SHARE_OF_OWNERS:
            columns.setdefault("status", column)
        elif owners >= _LEAST_SHARE_OF_OWNERS:
            columns.setdefault("owner", column)
    rest = {c: n for c, n in lengths.items() if c not in columns.values()}
    if not rest or not columns:
        return None
    columns["action"] = max(rest, key=lambda c: rest[c])
    return columns if rest[columns["action"]] >= 3 else None


def is_status(text: str) -> bool:
    """Tell whether *text* is a status and nothing else."""
    plain = text.strip().rstrip(".")
    return any_of(words("actions")["tables"]["statuses"]).fullmatch(plain) is not None


def _rows(doc: Doc, view: TableView, columns: dict[str, int], top: int) -> Iterator[Found]:
    day = reference_day(doc)
    seen: set[int] = set()
    for row in range(top, view.table.rows):
        span = view.cell(row, columns["action"])
        if span is None or span.start in seen:
            continue
        seen.add(span.start)
        text = view.text(row, columns["action"])
        if not _is_entry(text, view, row, columns):
            continue

        def value(name: str, row: int = row) -> str:
            column = columns.get(name)
            return view.text(row, column) if column is not None else ""

        plain, number = without_number(text)
        reference = value("reference")
        if columns_of([text]) and columns_of([value("owner") or text]):
            continue  # the header again, on a later page
        yield Found(
            span=span,
            kind="action",
            text=plain,
            why=f"action-log: columns {', '.join(sorted(columns))}",
            target=find_target(plain),
            due=cell_due(value("due"), day) if "due" in columns else first_due(plain, day),
            owner=owner_of(value("owner")),
            status=value("status") or None,
            reference=_reference(reference) or number,
        )


def _is_entry(text: str, view: TableView, row: int, columns: dict[str, int]) -> bool:
    if any_of(words("actions")["tables"]["empty"]).fullmatch(text.strip()):
        return False
    if len(text.split()) < 2 or not re.search(r"[A-Za-z]{3}", text):
        return False
    # A title across the whole row parts a log, it is no entry of it.
    cell = view.table.cell(row, columns["action"])
    return not (cell is not None and cell.column_span >= view.table.columns)


def _reference(text: str) -> str | None:
    plain = " ".join(text.split()).strip(" :")
    return plain if plain and len(plain.split()) <= 5 and re.search(r"\w", plain) else None


# --- minutes ------------------------------------------------------------------------------


def read_minuted(doc: Doc) -> Iterator[Found]:
    """Yield "ACTION: …" lines, lists below "Actions", and actions noted within minutes."""
    skip = list(doc.spans.get("risks", ()))
    day = reference_day(doc)
    all_pieces = pieces(doc)
    in_list = False
    for index, piece in enumerate(all_pieces):
        if piece.view is not None:
            in_list = False
            for (row, column) in _prose_cells(piece.view):
                span = piece.view.cell(row, column)
                if span is not None and not inside(span, skip):
                    yield from _marked(doc, span, None, day)
            continue
        if inside(piece.span, skip):
            continue
        marked = list(_marked(doc, piece.span, all_pieces[index - 1] if index else None, day))
        if marked:
            yield from marked
            in_list = _opens_list(piece.text)
            continue
        if _opens_list(piece.text):
            in_list = True
            continue
        if in_list and piece.block.kind == "list_item":
            found = _listed(piece.span, day)
            if found is not None:
                yield found
            continue
        in_list = False


def _prose_cells(view: TableView) -> Iterator[tuple[int, int]]:
    seen: set[tuple[int, int]] = set()
    for cell in view.table.cells:
        if cell.lines and (cell.row, cell.column) not in seen:
            seen.add((cell.row, cell.column))
            yield cell.row, cell.column


def _opens_list(text: str) -> bool:
    return any_of(words("actions")["minutes"]["list_headings"]).search(text) is not None


def _listed(span: Span, day: date | None) -> Found | None:
    text, reference = without_number(span.text)
    if len(text.split()) < 3 or any_of(words("actions")["tables"]["empty"]).fullmatch(text):
        return None
    owner, _ = owner_at_start(text)
    return _action(span, text, owner or _owner_at_end(text), day, "action-list", reference)


def _marked(doc: Doc, span: Span, before: Piece | None, day: date | None) -> Iterator[Found]:
    """"ACTION: JS to circulate …" as a line, or at the end of a minute."""
    data = words("actions")["minutes"]
    text = span.text
    start = any_of(data["marker"]).match(text)
    marks = [start] if start is not None else []
    if not marks:
        marks = [m for m in any_of(data["inline_marker"], case=True).finditer(text) if m.start() > 0]
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        body = text[mark.end() : end].strip(" \n\t[]()")
        body = re.split(r"\n\s*\n", body)[0].strip(" []()")
        if not body or any_of(data["not_actions"]).match(body):
            continue
        found = _from_mark(doc, span, text, mark, body, before if mark.start() == 0 else None, day)
        if found is not None:
            yield found


def _from_mark(
    doc: Doc,
    span: Span,
    text: str,
    mark: re.Match[str],
    body: str,
    before: Piece | None,
    day: date | None,
) -> Found | None:
    groups = mark.groupdict()
    reference = groups.get("number") or groups.get("number2")
    offset = span.start_char + text.index(body, mark.end())
    due_only = re.fullmatch(r"(.+?)\s*(?:[-–(,]\s*)?(?:Due|Deadline)?:?\s*((?:by|before|due|for)\b.+?)\)?", body)
    names = body
    if due_only is not None and OWNER().fullmatch(due_only.group(1).strip(" ,;–-(")):
        names = due_only.group(1).strip(" ,;–-(")
    if OWNER().fullmatch(names.strip(" .")) is not None:
        # Only the owner is named: the action is the sentence before.
        return _of_owner_only(doc, span, offset, body, names, before, day, reference)
    item = doc.char_span(offset, offset + len(body), alignment_mode="expand")
    if item is None or len(body.split()) < 3:
        return None
    owner, _ = owner_at_start(body)
    return _action(item, " ".join(body.split()), owner or _owner_at_end(body), day, "action-marker", reference)


def _of_owner_only(
    doc: Doc,
    span: Span,
    offset: int,
    body: str,
    names: str,
    before: Piece | None,
    day: date | None,
    reference: str | None,
) -> Found | None:
    from papersearch.tagging.commitments.found import sentences

    head = doc.char_span(span.start_char, offset, alignment_mode="contract")
    within = [s for s in sentences(head)] if head is not None else []
    within = [s for s in within if len(s.text.split()) >= 4 and s.end_char <= offset]
    if within:
        target = within[-1]
        stop = re.search(r"\s*[\[(]?\s*\bA(?:CTION|ction)S?\s*(?:by|for|on)?\s*[:–—-]\s*$", target.text)
        if stop is not None:
            clipped = doc.char_span(target.start_char, target.start_char + stop.start(), alignment_mode="contract")
            if clipped is None or len(clipped.text.split()) < 4:
                return None
            target = clipped
    elif before is not None and before.view is None and before.block.kind != "heading":
        target = list(sentences(before.span))[-1]
    else:
        return None
    text, _ = without_number(" ".join(target.text.split()))
    if len(text.split()) < 4:
        return None
    due = first_due(body[len(names) :], day) or first_due(text, day)
    return Found(
        span=target,
        kind="action",
        text=text,
        why=f"action-marker: owner {names!r} named after the minute",
        target=find_target(text),
        due=due,
        owner=tidy_owner(names),
        reference=reference,
    )


def _owner_at_end(text: str) -> str | None:
    match = re.search(
        r"(?:[\[(]\s*|\b(?:Owner|Lead|Action(?:ed)? by|By|Responsible)\s*:\s*|[–—-]\s+)(?P<owner>[^\[\]():–—]{2,60}?)\s*[\])]?\.?$",
        text,
    )
    if match is None:
        return None
    named = match["owner"].strip()
    return tidy_owner(named) if OWNER().fullmatch(named) else None


def _action(
    span: Span, text: str, owner: str | None, day: date | None, why: str, reference: str | None
) -> Found:
    plain = " ".join(text.split())
    return Found(
        span=span,
        kind="action",
        text=plain,
        why=f"{why}: {plain.split()[0]!r}",
        target=find_target(plain),
        due=first_due(plain, day),
        owner=owner,
        reference=reference,
    )


__all__ = ["is_status", "matches", "is_one_of", "read_logs", "read_minuted"]
