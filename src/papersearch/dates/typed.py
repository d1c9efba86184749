"""Dates that a user types at the terminal."""

from __future__ import annotations

import re

from papersearch.dates.days import find_dates, last_day
from papersearch.dates.years import financial_year, year_span


def parse_user_date(text: str, end: bool = False) -> str | None:
    """Return what a user typed as a date ("2023", "April 2023", "1/4/23") as ISO.

    Args:
        text: What was typed.
        end: Take the last day of a year or month instead of its first.
    """
    text = text.strip()
    if re.fullmatch(r"(19|20)\d{2}", text):
        return f"{text}-12-31" if end else f"{text}-01-01"
    if re.fullmatch(r"(19|20)\d{2}-(?:0[1-9]|1[0-2])", text):
        return _edge(int(text[:4]), int(text[5:]), end)
    year = financial_year(text)
    if year is not None:
        first, last = year_span(year)
        return last if end else first
    mentions = find_dates(text)
    if len(mentions) != 1 or mentions[0].iso is None:
        return None
    found = mentions[0]
    if found.day is None and found.year is not None:
        return _edge(found.year, found.month, end)
    return found.iso


def _edge(year: int, month: int, end: bool) -> str:
    return f"{year:04}-{month:02}-{last_day(year, month) if end else 1:02}"
