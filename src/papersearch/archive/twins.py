"""When two papers are one paper met twice: public and committee pack, v1 and v2."""

from __future__ import annotations

from collections.abc import Sequence

from papersearch.dates import parse_iso
from papersearch.papers.identity import LEAST_SAME, similarity

MOST_DAYS_APART = 120
"""The same form filled in a year later is another paper, however alike its words."""


def are_twins(
    first: Sequence[int], second: Sequence[int], first_day: str | None, second_day: str | None
) -> bool:
    """Return whether two papers' minhashes and days say that they are one paper."""
    return similarity(first, second) >= LEAST_SAME and close_in_time(first_day, second_day)


def close_in_time(first: str | None, second: str | None) -> bool:
    """Return whether two ISO days are near each other; an unknown day is near any."""
    a, b = parse_iso(first), parse_iso(second)
    return a is None or b is None or abs((a - b).days) <= MOST_DAYS_APART
