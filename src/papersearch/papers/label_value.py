"""A label and its value on one line: "Title: Winter plan", "Prepared by Jo Hill"."""

from __future__ import annotations

import re
from functools import cache

from papersearch import knowledge
from papersearch.papers.labels import label_kind, label_kinds

_LABEL_VALUE = re.compile(
    r"^(?P<label>[^\W\d_][^:\n]{1,70}?)\s*(?:\([^)]{0,60}\)\s*)?:\s*(?P<value>.*)$", re.S
)
_ALONE = frozenset({"recommendation", "foi"})
"""Kinds whose bare label on a line of its own is a heading of the form."""


@cache
def _purposes() -> frozenset[str]:
    data = knowledge.load("papersearch.papers", "purposes")
    return frozenset(form.lower() for forms in data.values() for form in forms)


@cache
def _prefixes() -> list[tuple[re.Pattern[str], str]]:
    data = knowledge.load("papersearch.papers", "people")["prefixes"]
    return [
        (
            re.compile(
                rf"^(?P<label>(?i:{'|'.join(words)}))\s+(?:(?i:the)\s+)?(?P<value>[A-Z].*)$"
            ),
            kind,
        )
        for kind, words in data.items()
    ]


def split_label(text: str) -> tuple[tuple[str, ...], str, str] | None:
    """Return kinds, label and value of a piece of line that is or begins with a label."""
    match = _LABEL_VALUE.match(text)
    if match is not None:
        # A bilingual label has a colon within: "TEITL YR ADRODDIAD: TITLE OF REPORT: …".
        second = _LABEL_VALUE.match(match["value"])
        if second is not None and label_kinds(match["label"]) == label_kinds(second["label"]) != ():
            match = second
        elif (
            text.endswith(":") and label_kinds(match["label"]) == label_kinds(match["value"]) != ()
        ):
            return label_kinds(match["value"]), text.strip().rstrip(":"), ""
        if lists_purposes(match["label"]):
            return ("purpose",), match["label"].strip(), match["value"].strip()
        if kinds := label_kinds(match["label"]):
            return kinds, match["label"].strip(), match["value"].strip()
    kinds = label_kinds(text)
    if kinds and (text.rstrip().endswith(":") or kinds[0] in _ALONE):
        return kinds, text.strip().rstrip(":"), ""
    if len(text.split()) <= 16:
        for pattern, kind in _prefixes():
            if (match := pattern.match(text)) is not None:
                return (kind,), match["label"], match["value"]
    return None


def opens_with_label(text: str) -> tuple[str, ...]:
    """Return the kind of a label without a colon that *text* opens with: "Prepared by Jo Hill"."""
    return next(((kind,) for pattern, kind in _prefixes() if pattern.match(text)), ())


def lists_purposes(label: str) -> bool:
    """Tell "Decision/Discussion/Information:", which asks for one of them."""
    parts = [part.strip().lower() for part in label.split("/")]
    return len(parts) > 1 and all(part in _purposes() for part in parts)


def is_pair(text: str) -> bool:
    """Tell whether *text* is a label with its value behind a colon."""
    match = _LABEL_VALUE.match(text)
    return match is not None and label_kind(match["label"]) is not None
