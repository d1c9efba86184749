"""By when: the date of a promise, told from the other dates of its sentence."""

from __future__ import annotations

import re
from datetime import date

from papersearch import dates
from papersearch.record import Due
from papersearch.tagging.commitments.patterns import any_of, matches, words

_EVENT = re.compile(
    r" of (?:the |its |our |their |being )?(?!(?:the |this )?(?:meeting|date|today|report)\b)"
    r"[\w-]+(?: (?!and\b|or\b|by\b|in\b|to\b|with\b)[\w-]+){0,2}"
)

_YEARS = re.compile(r"\b20\d\d\s?(?:to|until)\s?(?P<last>20\d\d)\b", re.IGNORECASE)
"""The years of a span: it is due at the end of the last."""


def due_of(text: str, start: int, end: int, day: date | None) -> Due | None:
    """Return the due date of the promise that stands at *start* to *end* of *text*.

    Of several dates one that "by" introduces is the promise's, then one that
    names a day or a month; dates after the promise's clause are others'.
    """
    close = any_of(words("dues")["clause_ends"]).search(text, end)
    limit = close.start() if close else len(text)
    found = [
        one
        for one in dates.find_due(text, day)
        # "By March 2025 we will …": a date that opens the sentence counts as well.
        if (end <= one.start < limit or (one.end <= start and one.start <= 3))
        and _is_deadline(one.due, text, one.start, day)
    ]
    by = [one for one in found if matches("dues", "by", one.due.raw)]
    solid = [one for one in found if is_date(one.due)]
    chosen = by or solid or found
    return _of_event(_tidy(chosen[0].due), text, chosen[0].end) if chosen else None


def _of_event(due: Due, text: str, end: int) -> Due:
    """Return "within six months of handover" as a term whose day the paper does not tell."""
    event = _EVENT.match(text, end) if matches("dues", "of_event", due.raw) else None
    return due if event is None else Due(raw=f"{due.raw}{event.group()}")


def first_due(text: str, day: date | None) -> Due | None:
    """Return the first due expression in *text*, a list's item or an action."""
    due = due_of(text, 0, 0, day)
    return due if due is not None and (is_date(due) or matches("dues", "vague", due.raw)) else None


def cell_due(text: str, day: date | None) -> Due | None:
    """Return what a due column's cell says: its words, and the day where they name one."""
    text = " ".join(text.split())
    if not text or matches("actions", "empty_cell", text):
        return None
    found = dates.find_due(text, day) or dates.find_due(f"by {text}", day)
    named = [one.due for one in found if one.due.to or one.due.from_]
    years = _YEARS.search(text)
    if years is not None and len(text.split()) <= 12:
        return Due(raw=text, to=f"{years['last']}-12-31")
    if len(text.split()) > 12:
        return named[0] if named else None
    # Of "June 2024, revised to September 2024" the last is the one in force.
    return Due(raw=text, from_=named[-1].from_, to=named[-1].to) if named else Due(raw=text)


def _tidy(due: Due) -> Due:
    # The full stop of "by 12 May." is the sentence's.
    return Due(raw=due.raw.rstrip("."), from_=due.from_, to=due.to)


def is_date(due: Due) -> bool:
    """Tell whether *due* names a time, rather than "ongoing" or "in the coming years"."""
    if due.to or due.from_:
        return True
    return not matches("dues", "vague", due.raw) and matches("dues", "named", due.raw) is not None


def is_by_then(due: Due) -> bool:
    """Tell whether *due* sets a term ("by 2028") rather than a time ("in 2028")."""
    return matches("dues", "by", due.raw) is not None


def is_set(due: Due) -> bool:
    """Tell whether *due* is a term or a time told as such ("by May", "in Q4"), no bare date."""
    return matches("dues", "set", due.raw) is not None


def is_past(due: Due, day: date | None) -> bool:
    """Tell whether *due* had passed on the paper's own day."""
    last = due.to or due.from_
    return day is not None and last is not None and last < day.isoformat()


def is_at_this_meeting(text: str, due: Due, day: date | None) -> bool:
    """Tell whether it announces what will be shown at the meeting that the paper goes to."""
    return (
        day is not None
        and due.to == day.isoformat()
        and matches("prose", "at_this_meeting", text) is not None
    )


def _is_deadline(due: Due, text: str, start: int, day: date | None) -> bool:
    """A date may also be that of an Act, of a meeting held, or a standard's span."""
    raw = due.raw
    if matches("dues", "begins", raw):
        # "from 1 February": the day to begin; "from 2019" is that of a baseline.
        return due.from_ is not None and (day is None or due.from_ > day.isoformat())
    if re.match(r"(?:within|in|over)\s+\S+\s+(?:\w+\s+)?(?:day|week|month|year)", raw, re.I):
        # "seen within 62 days", "answered in ten days": the measure itself.
        return not matches("dues", "measured_by_span", text[:start])
    if matches("dues", "by", raw):
        return True
    if matches("dues", "was_at_a_meeting", text[max(0, start - 70) : start]):
        return False
    if matches("dues", "at_a_meeting", text[max(0, start - 60) : start]):
        return True
    if matches("dues", "bare", raw) and matches("dues", "aside", text[:start]):
        return False
    if matches("dues", "of_a_baseline", text[max(0, start - 40) : start]):
        return False
    if matches("dues", "spans_back", raw):
        # "will pay for two nurses until March 2026" says how long; "since 2019" looks back.
        last = due.to or due.from_
        ahead = last is not None and day is not None and last > day.isoformat()
        return ahead and raw.lower().startswith("until")
    if matches("dues", "for_a_time", raw):
        return matches("dues", "planned", text[:start]) is not None
    return not matches("dues", "dated_thing", text[max(0, start - 30) : start])
