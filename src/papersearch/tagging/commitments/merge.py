"""One commitment, however often a paper says it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from papersearch.tagging.commitments.found import Found

_MOST_TOKENS_BETWEEN = 60
_MINUTE = re.compile(r"\d{1,3}[/.]\d{2,4}[a-z]?\b")
_ORDER = {"annual": 0, "action": 1, "pledge": 2, "aspiration": 3}


def once(found: Sequence[Found]) -> list[Found]:
    """Return *found* in the paper's order without repetitions.

    The same item in the lists of two years is two commitments; on the cover and
    in the body, or within one list, it is one, and what one place leaves open
    the other fills in. Words of a list's item are no pledge besides.
    """
    found = _told_once(found)
    kept: list[Found] = []
    by_words: dict[str, list[int]] = {}
    taken: list[tuple[int, int]] = []  # the spans of those kept, in order
    for one in sorted(found, key=_rank):
        alike = by_words.setdefault(_key(one.text), [])
        twin = next((n for n in alike if _same(kept[n], one)), None)
        if twin is not None:
            kept[twin] = _filled(kept[twin], one)
        elif not _overlaps(taken, one):
            alike.append(len(kept))
            kept.append(one)
            bisect.insort(taken, (one.span.start, one.span.end))
    return sorted(kept, key=lambda f: (f.span.start, f.span.end))


def _rank(one: Found) -> tuple[int, bool, int, int]:
    """Of what overlaps the first counts; a mark ("Action: …") over the sentence it stands in."""
    marked = one.why.startswith("action-marker")
    return _ORDER[one.kind], not marked, one.span.start, one.span.end


def _told_once(found: Sequence[Found]) -> list[Found]:
    """Leave out what a minute says before it says it as a marked action.

    "Members asked that the number be reported. ACTION: COO to report the number."
    """
    marks = sorted(
        (f.span.start, n) for n, f in enumerate(found) if f.why.startswith("action-marker")
    )
    out = []
    for one in found:
        if one.why.startswith("action-minuted"):
            index = bisect.bisect_left(marks, (one.span.end, -1))
            if index < len(marks):
                start, number = marks[index]
                mark = found[number]
                near = start - one.span.end <= _MOST_TOKENS_BETWEEN
                if near and _may_be_one(one.owner, mark.owner) and _one_minute(one, mark):
                    continue
        out.append(one)
    return out


def _may_be_one(a: str | None, b: str | None) -> bool:
    """Tell whether two owners may be one: "Mr Ode" and "SO" may."""
    if _agree(a, b) or a is None or b is None:
        return True
    return any(
        re.fullmatch(r"[A-Z]{2,3}", short) is not None
        and re.fullmatch(r"[A-Z][a-z\u2019'-]+", name.split()[-1]) is not None
        and name.split()[-1][0] == short[-1]
        for short, name in ((a, b), (b, a))
    )


def _one_minute(a: Found, b: Found) -> bool:
    """Tell whether two stand below the same heading, and below the same minute's number."""
    number = _minute_number(b)
    if number is not None and number != _minute_number(a):
        return False
    first, second = a.span._.heading, b.span._.heading
    return (first is None and second is None) or (
        first is not None and second is not None and first.start == second.start
    )


def _minute_number(one: Found) -> str | None:
    block = one.span._.block
    match = _MINUTE.match(block.text) if block is not None and block.table is None else None
    return match.group() if match is not None else None


def _key(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9%£]+", text.lower().replace("&", " and ")))


def _same(a: Found, b: Found) -> bool:
    """Tell whether two with the same words are one."""
    if a.kind == "annual" and b.kind == "annual":
        return a.financial_year == b.financial_year or not (a.financial_year and b.financial_year)
    if a.kind == "action" and b.kind == "action":
        alike = _agree(a.owner, b.owner) and _agree(a.reference, b.reference)
        # "Develop the case" stands in a log once for each matter, each with its own status.
        return alike and _agree(a.status, b.status)
    return True


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.lower() == b.lower()


def _overlaps(taken: list[tuple[int, int]], one: Found) -> bool:
    """Tell whether a span that is kept, none of which overlap, overlaps that of *one*."""
    index = bisect.bisect_left(taken, (one.span.end, 0))
    return index > 0 and taken[index - 1][1] > one.span.start


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
