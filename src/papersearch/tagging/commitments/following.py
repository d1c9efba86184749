"""When and who, where a sentence leaves it to the next to tell: "This will be done by May"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Span

from papersearch.record import Due
from papersearch.tagging.commitments.dues import first_due, is_date, is_past
from papersearch.tagging.commitments.patterns import matches
from papersearch.tagging.commitments.who import is_owner, tidy_owner

_MOST_WORDS = 16


@dataclass(frozen=True, slots=True)
class Following:
    """What the sentences after a promise tell of it."""

    due: Due | None = None
    owner: str | None = None
    sentences: int = 0
    """How many sentences tell it, and promise nothing themselves."""


NOTHING = Following()


def following(parts: Sequence[Span], day: date | None) -> Following:
    """Return what the first two of *parts*, which follow a sentence, tell of it."""
    due = owner = None
    count = 0
    for part in parts[:2]:
        text = " ".join(part.text.split())
        if len(text.split()) > _MOST_WORDS:
            break
        when = None if due else _when(text, day)
        lead = None if owner else _lead(text)
        if when is None and lead is None:
            break
        due, owner, count = due or when, owner or lead, count + 1
    return Following(due, owner, count) if count else NOTHING


def _when(text: str, day: date | None) -> Due | None:
    if not matches("next", "when", text):
        return None
    due = first_due(text, day)
    return due if due is not None and is_date(due) and not is_past(due, day) else None


def _lead(text: str) -> str | None:
    match = matches("next", "lead", text)
    if match is None:
        return None
    name = tidy_owner(match["name"] or match["name2"])
    return name if is_owner(name) else None
