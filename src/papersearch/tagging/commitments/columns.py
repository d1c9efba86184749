"""What a table's columns hold: action, owner, due date, status, reference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from papersearch.tagging.commitments.patterns import any_of, words

_BLANK = re.compile(r"^(?:n/?a|none|-+|–|tbc|tbd|nil)$", re.IGNORECASE)


@cache
def _columns() -> dict[str, re.Pattern[str]]:
    return {name: any_of(patterns) for name, patterns in words("actions")["columns"].items()}


def columns_of(texts: Sequence[str]) -> dict[str, int]:
    """Return which column holds what, by the header words; the first of a kind counts."""
    out: dict[str, int] = {}
    for index, text in enumerate(texts):
        plain = " ".join(text.split()).strip(" :*")
        plain = re.sub(r"\s*\([^)]*\)$", "", plain) or plain
        closed = re.sub(r"\s+", "", plain)  # "Wh o", in a narrow column
        for name, pattern in _columns().items():
            if name not in out and (pattern.fullmatch(plain) or pattern.fullmatch(closed)):
                out[name] = index
                break
    return out


def owner_of(text: str | None) -> str | None:
    """Return an owner as printed, ``None`` where the cell names none."""
    plain = " ".join((text or "").split()).strip(" ,;:.")
    plain = re.sub(r"^([A-Z]{2,3}) ([A-Z])$", r"\1\2", plain)  # "CF O", a narrow column
    if not plain or _BLANK.match(plain) or len(plain.split()) > 14:
        return None
    return plain if re.search(r"[A-Za-z]{2}", plain) else None
