"""One commitment, however often a paper says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from papersearch.tagging.commitments.found import Found

_ORDER = {"annual": 0, "action": 1, "pledge": 2, "aspiration": 3}


def once(found: Sequence[Found]) -> list[Found]:
    """Return *found* in the paper's order without repetitions.

    The same item in the lists of two years is two commitments; on the cover and
    in the body, or within one list, it is one, and what one place leaves open
    the other fills in. Words of a list's item are no pledge besides.
    """
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (_ORDER[f.kind], f.span.start, f.span.end)):
        twin = next((n for n, other in enumerate(kept) if _same(other, one)), None)
        if twin is None:
            if not any(_overlaps(other, one) for other in kept):
                kept.append(one)
        else:
            kept[twin] = _filled(kept[twin], one)
    return sorted(kept, key=lambda f: (f.span.start, f.span.end))


def _key(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9%£]+", text.lower().replace("&", " and ")))


def _same(a: Found, b: Found) -> bool:
    if _key(a.text) != _key(b.text):
        return False
    if a.kind == "annual" and b.kind == "annual":
        return a.financial_year == b.financial_year or None in (a.financial_year, b.financial_year)
    if a.kind == "action" and b.kind == "action":
        return _agree(a.owner, b.owner) and _agree(a.reference, b.reference)
    return True


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.lower() == b.lower()


def _overlaps(a: Found, b: Found) -> bool:
    return a.span.start < b.span.end and b.span.start < a.span.end


def _filled(first: Found, second: Found) -> Found:
    return replace(
        first,
        ticked=first.ticked if first.ticked is not None else second.ticked,
        financial_year=first.financial_year or second.financial_year,
        target=first.target or second.target,
        due=first.due or second.due,
        owner=first.owner or second.owner,
        status=first.status or second.status,
        reference=first.reference or second.reference,
    )
