"""Cells that hold an action with who and when: "Fill the posts (JB, 31 May 2026)".

Such cells stand in a column "Action / lead / due" of a register, or beside the label
"Further action" of a form; one cell may hold several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Span

from papersearch.tagging.commitments.columns import columns_of
from papersearch.tagging.commitments.dues import first_due
from papersearch.tagging.commitments.found import (
    Found,
    Sentence,
    kind_of_paper,
    pieces,
    reference_day,
    without_number,
)
from papersearch.tagging.commitments.patterns import any_of, words
from papersearch.tagging.commitments.tails import entries_of, peel
from papersearch.tagging.commitments.target import find_target
from papersearch.tagging.commitments.who import owner_at_start

_LEAST_WORDS = 3
_MOST_WORDS = 60
_MOST_COLUMNS_OF_A_FORM = 4


def cell_entries(span: Span, day: date | None, why: str) -> Iterator[Found]:
    """Yield the actions in a cell that each tell who or when behind their words."""
    whole = Sentence.of(span)
    for start, end in entries_of(whole.text):
        text, number = without_number(whole.text[start:end])
        start = end - len(whole.text[start:end]) + whole.text[start:end].index(text)
        if not _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS or is_empty(text):
            continue
        tail = peel(text, day, bare=True)
        owner = tail.owner or owner_at_start(text)
        due = tail.due or first_due(text[: tail.length], day)
        at = whole.at(start, start + tail.length)
        plain = text[: tail.length]
        charged = owner is not None and re.match(rf"{re.escape(owner)}\s+to\b", plain)
        if at is None or not (tail.tells or due or charged) or len(plain.split()) < _LEAST_WORDS:
            continue
        yield Found(
            span=at,
            kind="action",
            text=plain,
            why=why,
            target=find_target(plain),
            due=due,
            owner=owner,
            status=tail.status,
            reference=number,
        )


def read_forms(doc: Doc) -> Iterator[Found]:
    """Yield the actions beside a label "Further action" in forms of few columns."""
    if kind_of_paper(doc) == "policy":
        return
    day = reference_day(doc)
    for piece in pieces(doc):
        view = piece.view
        if view is None or view.table.columns > _MOST_COLUMNS_OF_A_FORM:
            continue
        for row in range(view.table.rows):
            label = view.text(row, 0)
            value = view.cell(row, 1) if view.table.columns > 1 else None
            if value is None or not _is_label(label) or "action" in columns_of([view.text(row, 1)]):
                continue
            yield from cell_entries(value, day, f"action-form: {label!r}")


def _is_label(text: str) -> bool:
    plain = re.sub(r"\s*\([^)]*\)$", "", text.strip(" :*"))
    return any_of(words("actions")["tables"]["labels"]).fullmatch(plain) is not None


def is_empty(text: str) -> bool:
    """Tell whether a cell for actions says that there are none: "None", "n/a"."""
    return any_of(words("actions")["tables"]["empty"]).fullmatch(text.strip(" .")) is not None
