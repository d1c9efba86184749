"""Days and months in a text."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

MONTHS = {
    name.lower(): number
    for number in range(1, 13)
    for name in (calendar.month_name[number], calendar.month_abbr[number])
} | {"sept": 9}
"""Number of a month by its English name or abbreviation in lower case."""

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?:the\s+)?)?"
)
_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"

_DAY_MONTH = re.compile(
    rf"(?<![\d.,£$€/-])\b{_WEEKDAY}{_DAY},?\s*(?:of\s+)?{_MONTH}"
    # "30 Nov 23" only where nothing follows that the number could count.
    rf"(?:,?\s*{_YEAR}|\s*['\u2019](?P<short>\d{{2}})\b|\s+(?P<bare>\d{{2}})(?=\s*(?:$|[),;\]])))?",
    re.I,
)
_MONTH_DAY = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}", re.I)
_MONTH_ORDINAL = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b", re.I)
_DASHED = re.compile(
    rf"(?<![\w/.-])(?P<day>\d{{1,2}})[-/.]{_MONTH}[-/.](?P<year>(?:19|20)\d{{2}}|\d{{2}})(?![\w/-])",
    re.I,
)
_NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)"
    r"(?P<year>(?:19|20)\d{2}|\d{2})(?![\w/-]|\.\d)"
)
_ISO = re.compile(
    r"(?<![\w/-])(?P<year>(?:19|20)\d{2})(?P<sep>[-/])(?P<month>\d{2})(?P=sep)(?P<day>\d{2})(?!\d)"
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}", re.I)
_MONTH_SHORT_YEAR = re.compile(
    rf"(?<![\w-])\b{_MONTH}(?:-|\s?['\u2019])(?P<year>\d{{2}})(?![\w-])", re.I
)
_PATTERNS = (
    _ISO, _DASHED, _DAY_MONTH, _MONTH_DAY, _NUMERIC, _MONTH_YEAR, _MONTH_ORDINAL, _MONTH_SHORT_YEAR,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: characters *start* to *end*, the day or month it names.

    *iso* is ``YYYY-MM-DD``, or ``YYYY-MM`` where no day is told; ``None`` where
    the year is not told (then *day* and *month* are).
    """

    start: int
    end: int
    raw: str
    iso: str | None
    day: int | None
    month: int
    year: int | None


def find_dates(text: str) -> list[DateMention]:
    """Return the dates in *text* in order; impossible ones (31 June) are none."""
    found: list[DateMention] = []
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            mention = _mention(match)
            if mention is not None:
                found.append(mention)
            if mention is not None or _is_impossible(match):
                taken.append(match.span())
    return sorted(found, key=lambda mention: mention.start)


def _is_impossible(match: re.Match[str]) -> bool:
    """Tell "31 June 2023", which is no date at all, from "Table 45 June 2023"."""
    groups = match.groupdict()
    return not groups["month"].isdigit() and 28 < int(groups.get("day") or 0) <= 31


def dates_of(text: str) -> Iterator[str]:
    """Yield the ISO dates (days and months) in *text* that tell their year."""
    for mention in find_dates(text):
        if mention.iso is not None:
            yield mention.iso


def _mention(match: re.Match[str]) -> DateMention | None:
    groups = match.groupdict()
    name = groups["month"]
    day = int(groups["day"]) if groups.get("day") else None
    digits = groups.get("year") or groups.get("short") or groups.get("bare")
    year = full_year(digits) if digits else None
    if name.isdigit():
        month = int(name)
        # "1.2.10" is a section far more often than 1 February 2010.
        if groups["sep"] == "." and len(digits or "") == 2 and len(name + groups["day"]) < 4:
            return None
    else:
        month = MONTHS[name.lower()]
        if not name[0].isupper() and (year is None or len(digits or "") == 2):
            return None  # "of whom 3 may", "on 4 dec": no month without its capital or a year
    if not 1 <= month <= 12 or (day is not None and not is_day(day, month, year)):
        return None
    iso = None
    if year is not None:
        iso = f"{year:04}-{month:02}" + (f"-{day:02}" if day is not None else "")
    raw = match.group().rstrip()
    return DateMention(match.start(), match.start() + len(raw), raw, iso, day, month, year)


def full_year(digits: str) -> int:
    """Return the year that two or four digits name; "70" to "99" are the last century's."""
    number = int(digits)
    if len(digits) == 4:
        return number
    return 2000 + number if number < 70 else 1900 + number


def is_day(day: int, month: int, year: int | None) -> bool:
    """Return whether there is such a day; without a year 29 February is one."""
    return 1 <= day <= last_day(year or 2024, month)


def last_day(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return calendar.monthrange(year, month)[1]


def with_year(mention: DateMention, near: date) -> date | None:
    """Return the day of *mention* in the year that brings it closest to *near*.

    A meeting is later than the paper written for it, so of two years equally
    plausible the one after *near* wins: up to nine months ahead, three behind.
    """
    if mention.day is None:
        return None
    choices = [
        date(year, mention.month, mention.day)
        for year in (near.year - 1, near.year, near.year + 1)
        if MINYEAR <= year <= MAXYEAR and is_day(mention.day, mention.month, year)
    ]
    ahead = [c for c in choices if -92 <= (c - near).days <= 275]
    return min(ahead or choices, key=lambda c: abs((c - near).days)) if choices else None


def parse_iso(text: str | None) -> date | None:
    """Return the day that an ISO date names; a month alone gives its first day."""
    if not text:
        return None
    try:
        return date.fromisoformat(text if len(text) == 10 else f"{text}-01")
    except ValueError:
        return None
