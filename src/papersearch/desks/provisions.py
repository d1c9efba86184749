"""Provisions as users type them, against provisions as records hold them."""

from __future__ import annotations

import re

_PROVISION = re.compile(
    r"^(?:(?P<regime>[a-z]+(?:\d{4})?)\s+)?"
    r"(?:(?:sections?|regulations?|exemption|s|r|reg)?\.?\s*)"
    r"(?P<rest>(?:sch\S*\s+para\.?\s*)?\d.*)$",
    re.IGNORECASE,
)
_LETTERS = frozenset(("s", "r", "reg", "section", "sections", "regulation", "exemption"))


def matches_section(canonical: str, wanted: str) -> bool:
    """Return whether *canonical* is *wanted* or below it ("s.43" takes "FOIA s.43(2)").

    *wanted* may name the regime ("FOISA s.30") or not ("43(2)", "section 43").

    >>> matches_section("FOIA s.43(2)", "s.43"), matches_section("FOIA s.22A", "s.22")
    (True, False)
    """
    have, want = _PROVISION.match(canonical), _PROVISION.match(wanted.strip())
    if have is None or want is None:
        return canonical.lower().startswith(wanted.strip().lower())
    regime = (want["regime"] or "").lower()
    if regime and regime not in _LETTERS and regime != (have["regime"] or "").lower():
        return False
    below = have["rest"].lower().replace(" ", "")
    above = want["rest"].lower().replace(" ", "")
    return below.startswith(above) and not below[len(above) :][:1].isalnum()
