"""What the value of a cover field says: "FOI status: Public", "Exempt: No", "N/A"."""

from __future__ import annotations

import re
from typing import Literal

from papersearch.tagging.exemptions.patterns import search, value_is

HINT = re.compile(
    r"\s*\((?:if|please|state|delete|tick|give|select|yes|y)\b[^()]{0,120}\)(?=\s*\w)",
    re.IGNORECASE,
)
"""What a form tells its author between label and value: "(If so, state why) No"."""
Kind = Literal["closed", "open"]

_AFTER_VALUE = re.compile(
    r"\s*(?:$|[.,;:()/\u2013\u2014-]|(?:until|as|by|and|for|from|in|at|with|but|to|since)\b"
    r"|(?:under|because|due|section|s\.?\s?\d|sch|para|apart|except|save|appendi|annex|document"
    r"|report"
    r"|paper|item|pending|exempt|foi)\w*\b)",
    re.IGNORECASE,
)


def field_value(label: str, text: str) -> tuple[Kind | None, bool, int]:
    """Return what a field's value says: closed or open, of a part, and how long the value is.

    >>> field_value("Exempt", "No")[0]
    'open'
    """
    hint = HINT.match(text)
    if hint is not None:
        kind, part, end = field_value(label, text[hint.end() :])
        return kind, part, hint.end() + end if kind is not None else 0
    label = " ".join(label.strip(" \t\n:?*").split())
    kinds: tuple[tuple[str, Kind], ...] = (
        ("part", "closed"), ("open", "open"), ("closed", "closed"),
    )  # fmt: skip
    for name, kind in kinds:
        match = value_is(name, text)
        if match is not None and _AFTER_VALUE.match(text, match.end()):
            if name == "open" and re.match(
                r"(?i)\W*(?:public|open|available|publish|release)\W*(?:/|or\b)", text
            ):
                return None, False, 0
            return kind, name == "part", match.end()
    yes, no, none = value_is("yes", text), value_is("no", text), value_is("none", text)
    if yes is not None and _AFTER_VALUE.match(text, yes.end()):
        if re.match(r"(?i)\W*yes\W*/\W*no\b", text):
            return None, False, 0
        if search("labels", "open_is_yes", label):
            return "open", False, yes.end()
        if search("labels", "exempt_is_yes", label):
            part = search("labels", "part_is_yes", label) is not None
            return "closed", part, yes.end()
    if no is not None and _AFTER_VALUE.match(text, no.end()):
        if re.match(r"(?i)\W*no\W*/\W*yes\b", text):
            return None, False, 0
        if search("labels", "open_is_yes", label):
            return "closed", False, no.end()
        if search("labels", "exempt_is_yes", label):
            return "open", False, no.end()
    if none is not None and no is None and search("labels", "none_is_open", label):
        return "open", False, none.end()
    return None, False, 0
