"""Due expressions: "by March 2025", "end of Q3", "the May Board", "within six weeks"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from papersearch.dates.days import MONTHS, DateMention, find_dates, is_day, last_day
from papersearch.dates.years import (
    YEAR,
    financial_year,
    half_span,
    name_of,
    quarter_span,
    year_of,
    year_span,
)
from papersearch.record import Due

Span = tuple[str | None, str | None]
"""First and last day as ISO; ``None`` where it is open or cannot be told."""

_OPEN: Span = (None, None)
_LEAD = (
    r"(?:(?P<lead>by|before|prior to|ahead of|in time for|until|in|during|over|no later than"
    r"|not later than|due by|due in|due on|due|at|for|on|with effect from|starting from|from)\s+)?"
)
_EDGE = (
    r"(?:the\s+)?(?P<edge>(?:end|close|start|beginning|middle)\s+of\s+|end[\s-]+|mid[\s-]"
    r"|late\s+|early\s+)?(?:the\s+)?"
)
_PREFIX = r"\b" + _LEAD + _EDGE
_BY = frozenset(
    {
        "by",
        "before",
        "prior to",
        "ahead of",
        "in time for",
        "until",
        "no later than",
        "not later than",
        "due by",
    }
)
_FROM = frozenset({"from", "with effect from", "starting from"})
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_COUNTS = {
    "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18,
}  # fmt: skip
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_MEETINGS = "Board|Committee|Cabinet|Council|meeting|Executive|Governing Body|Authority|Panel"
_OF_YEAR = (
    rf"(?:\s+(?:of\s+)?(?P<year>{YEAR})(?!\d)|\s+(?:of\s+)?(?P<calendar>20\d{{2}})(?![\d/-]))?"
)

_QUARTER = re.compile(
    _PREFIX + r"(?:(?:Q|quarter\s)(?P<number>[1-4])"
    r"|(?P<ordinal>first|second|third|fourth|final|last)\s+quarter)\b" + _OF_YEAR,
    re.I,
)
_HALF = re.compile(
    _PREFIX + r"(?:(?:H|half\s)(?P<number>[12])|(?P<ordinal>first|second)\s+half)\b" + _OF_YEAR,
    re.I,
)
_YEAR_END = re.compile(
    _PREFIX + r"(?P<kind>(?:financial|fiscal|calendar|current|this)\s+year(?:[\s-]end)?"
    rf"|year[\s-]end|year)\b(?:\s+(?P<year>{YEAR})(?!\d))?",
    re.I,
)
_FINANCIAL = re.compile(
    _PREFIX + r"(?P<year>FY\s?\d{2}(?:\s?[/\u2013-]\s?\d{2})?|20\d{2}\s?[/\u2013-]\s?(?:20)?\d{2}"
    r"|\d{2}/\d{2})(?![\d/-])",
    re.I,
)
_CALENDAR = re.compile(_PREFIX + r"(?P<year>20\d{2})(?![\w/.,%\u2013-]*\d)\b", re.I)
_SEASON = re.compile(
    _PREFIX + r"(?P<season>spring|summer|autumn|winter|christmas|easter)"
    r"(?:\s+(?:of\s+)?(?P<year>20\d{2})(?!\d|[/\u2013-]\d))?\b",
    re.I,
)
_MONTH = re.compile(
    _PREFIX + r"(?P<month>January|February|March|April|May|June|July|August|September|October"
    r"|November|December)(?:\s+(?P<year>20\d{2}))?"
    rf"(?:\s+(?:Trust\s+|Public\s+|Full\s+)?(?P<meeting>{_MEETINGS})(?:\s+meeting)?)?\b",
    re.I,
)
_WITHIN = re.compile(
    # "over six months" may be how long somebody waits; "over the next six months" is a term.
    r"\b(?:(?:within|in)\s+(?:the\s+(?:next|coming)\s+)?|over\s+the\s+(?:next|coming)\s+)(?P<number>\d{1,3}|"
    + "|".join(_COUNTS)
    + r")\s+(?P<working>(?:calendar|working)\s+)?(?P<unit>day|week|month|year)s?"
    r"(?:['\u2019]\s*time)?\b",
    re.I,
)
_MONTH_END = re.compile(
    r"\b(?:by|before|at)\s+(?:the\s+)?(?:end|close)\s+of\s+(?P<which>the|this|next)\s+month\b", re.I
)
_VAGUE = re.compile(
    r"\b(?:(?:over|within|in)\s+the\s+(?:next|coming)\s+(?:few|several|couple\s+of)\s+"
    r"(?:weeks|months|years)|in[\s-]year|immediate(?:ly)?|ongoing|as\s+soon\s+as\s+possible|asap"
    r"|(?:by|at|for|to|prior\s+to|before|ahead\s+of|in\s+time\s+for)\s+the\s+next\s+(?:\w+\s+){0,2}(?:meeting|Board|committee)|next\s+meeting"
    r"|in\s+due\s+course|when\s+complete)\b",
    re.I,
)
_BEFORE_DATE = re.compile(
    r"(?:\b(?:by|before|until|due(?:\s+(?:by|on|in))?|no\s+later\s+than|not\s+later\s+than|in"
    r"|during|on|(?:with\s+effect\s+|starting\s+)?from|for|(?<!as\s)at|prior\s+to|ahead\s+of"
    r"|in\s+time\s+for)\s+)?(?:the\s+)?"
    r"(?:(?:end|start|beginning|middle|close)\s+of\s+|end[\s-]+|mid[\s-]|late\s+|early\s+)?$",
    re.I,
)
_BETWEEN = re.compile(
    r"\bbetween\s+(?:the\s+)?(?P<first>\d{1,2}(?:st|nd|rd|th)?|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?:\s+20\d{2})?)\s+and\s+$",
    re.I,
)
_ITS_MEETING = re.compile(rf"\s+(?:Trust\s+|Public\s+|Full\s+)?(?:{_MEETINGS})(?:\s+meeting)?\b")


@dataclass(frozen=True, slots=True)
class DueMention:
    """A due expression in a text and the days that it spans."""

    start: int
    end: int
    due: Due


def find_due(text: str, reference: date | None = None) -> list[DueMention]:
    """Return the due expressions in *text*.

    Args:
        text: A sentence or a cell.
        reference: The day from which "Q3" or "the May Board" are counted: the
            meeting's, else the author's. Without it they stay unresolved.
    """
    found: list[DueMention] = []
    if reference is not None and not 1900 <= reference.year <= 2200:
        reference = None  # no paper is so old or so new

    def add(start: int, end: int, span: Span) -> None:
        if not any(start < other.end and other.start < end for other in found):
            raw = " ".join(text[start:end].split())
            found.append(DueMention(start, end, Due(raw=raw, from_=span[0], to=span[1])))

    # The last first: "between 20 December and 3 January" is one, not two.
    for mention in reversed(find_dates(text)):
        before = text[max(0, mention.start - 40) : mention.start]
        lead = _BETWEEN.search(before) or _BEFORE_DATE.search(before)
        words = lead.group() if lead else ""
        span = _of_date(mention, words, reference)
        if span is not None:
            meeting = _ITS_MEETING.match(text, mention.end)
            add(mention.start - len(words), meeting.end() if meeting else mention.end, span)
    for pattern, resolve in _KINDS:
        for match in pattern.finditer(text):
            span = resolve(match, reference)
            if span is not None:
                add(match.start(), match.end(), span)
    return sorted(found, key=lambda mention: mention.start)


def _of_date(mention: DateMention, lead: str, reference: date | None) -> Span | None:
    begins = re.search(r"\bfrom\b", lead, re.I) is not None
    if mention.day is None:
        year = mention.year or 0
        edge = 1 if begins or re.search(r"\b(?:start|beginning)\b", lead, re.I) else None
        day = edge or last_day(year, mention.month)
        last: str | None = f"{year:04}-{mention.month:02}-{day:02}"
    elif mention.iso is not None:
        last = mention.iso
    elif reference is None:
        return None
    else:
        day_found = _next_day(mention, reference)
        last = day_found.isoformat() if day_found else None
    if begins:
        return last, None
    between = _BETWEEN.search(lead)
    return (_first_of(between["first"], last) if between else None), last


def _first_of(words: str, last: str | None) -> str | None:
    """Return the first day of "between 5 and 16 January": on or before *last*, its latest."""
    if last is None:
        return None
    end = date.fromisoformat(last)
    number = re.match(r"\d{1,2}", words)
    name = re.search(r"[A-Za-z]{3,}", re.sub(r"\d+(?:st|nd|rd|th)", "", words))
    told = re.search(r"20\d{2}", words)
    month = MONTHS[name.group().lower()] if name else end.month
    day = int(number.group()) if number else 1
    year = int(told.group()) if told else end.year - (month > end.month)
    if not is_day(day, month, year) or date(year, month, day) > end:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _next_day(mention: DateMention, reference: date) -> date | None:
    """Return the first such day on or after *reference*."""
    for year in (reference.year, reference.year + 1):
        if mention.day is not None and year <= MAXYEAR and is_day(mention.day, mention.month, year):
            day = date(year, mention.month, mention.day)
            if day >= reference:
                return day
    return None


def _is_by(match: re.Match[str]) -> bool:
    return (match["lead"] or "").lower() in _BY


def _is_from(match: re.Match[str]) -> bool:
    return " ".join((match["lead"] or "").lower().split()) in _FROM


def _number(match: re.Match[str]) -> int:
    return int(match["number"]) if match["number"] else _ORDINALS[match["ordinal"].lower()]


def _part_of_year(
    match: re.Match[str], reference: date | None, span_of: Callable[[str, int], tuple[str, str]]
) -> Span | None:
    told = match["lead"] or match["edge"] or match["year"]
    if not told and (match["ordinal"] or match.group().lower().startswith("h")):
        return None  # "the second half was better", "H1" as a reference
    if match["calendar"]:
        # "Q3 2024" may be of the calendar or of the financial year: unresolved, not guessed.
        return _OPEN
    year = financial_year(match["year"]) if match["year"] else None
    number = _number(match)
    if year is None:
        if match["year"] or reference is None:
            return _OPEN
        year = year_of(reference)
        if span_of(year, number)[1] < reference.isoformat():
            year = name_of(int(year[:4]) + 1)
    first, last = span_of(year, number)
    if _is_from(match):
        return first, None
    return (None, last) if match["edge"] or _is_by(match) else (first, last)


def _quarter(match: re.Match[str], reference: date | None) -> Span | None:
    return _part_of_year(match, reference, quarter_span)


def _half(match: re.Match[str], reference: date | None) -> Span | None:
    return _part_of_year(match, reference, half_span)


def _financial(match: re.Match[str], _reference: date | None) -> Span | None:
    year = financial_year(match["year"])
    if year is None or not (match["lead"] or match["edge"]):
        return None
    first, last = year_span(year)
    if _is_from(match):
        return first, None
    if (match["edge"] or "").lower().startswith(("start", "beginning")):
        return None, first
    return (None, last) if match["edge"] or _is_by(match) else (first, last)


def _calendar(match: re.Match[str], _reference: date | None) -> Span | None:
    lead, edge = (match["lead"] or "").lower(), (match["edge"] or "").lower().strip()
    if edge.startswith(("start", "beginning")):
        return None, f"{match['year']}-01-01"
    if edge.startswith(("early", "mid")):
        return _OPEN
    if edge.startswith(("end", "close")) or lead in _BY:
        return None, f"{match['year']}-12-31"
    if edge or lead in ("in", "during"):
        return f"{match['year']}-01-01", f"{match['year']}-12-31"
    if lead in _FROM:
        return f"{match['year']}-01-01", None
    return None


def _year_end(match: re.Match[str], reference: date | None) -> Span | None:
    kind = match["kind"].lower()
    if not (match["edge"] or "end" in kind):
        return None
    if match["year"] and (year := financial_year(match["year"])):
        return None, year_span(year)[1]
    # "By the end of the year" may mean either year; "year end" is the accounts' word.
    if reference is None or kind in ("year", "this year", "current year"):
        return _OPEN
    if "calendar" in kind:
        return None, f"{reference.year:04}-12-31"
    return None, year_span(year_of(reference))[1]


def _season(match: re.Match[str], reference: date | None) -> Span | None:
    if not (match["lead"] or match["year"] or match["edge"]):
        return None
    name = match["season"].lower()
    if name == "easter" or (match["year"] is None and reference is None):
        return _OPEN
    first_month, last_month = _SEASONS.get(name, (12, 12))
    if match["year"]:
        year = int(match["year"])
    else:
        assert reference is not None  # noqa: S101 - for the type checker; tested just above
        over = last_month if last_month >= first_month else 12
        year = reference.year + (over < reference.month)
    if name == "christmas":
        return None, f"{year}-12-25"
    last_year = year + 1 if last_month < first_month else year
    span = (
        f"{year}-{first_month:02}-01",
        f"{last_year}-{last_month:02}-{last_day(last_year, last_month)}",
    )
    if _is_from(match):
        return span[0], None
    return (None, span[1]) if _is_by(match) else span


def _month(match: re.Match[str], reference: date | None) -> Span | None:
    if not (match["lead"] or match["edge"] or match["meeting"]) or match["month"][0].islower():
        return None
    if match["lead"] in ("In", "During") and not match["edge"]:
        return None  # "In May we saw": a sentence about the past opens so
    month = MONTHS[match["month"].lower()]
    if match["year"]:
        year = int(match["year"])
    elif reference is not None:
        year = reference.year + (month < reference.month)
    else:
        return _OPEN
    if _is_from(match):
        return f"{year:04}-{month:02}-01", None
    if (match["edge"] or "").lower().startswith(("start", "beginning")):
        return None, f"{year:04}-{month:02}-01"
    return None, f"{year:04}-{month:02}-{last_day(year, month):02}"


def _within(match: re.Match[str], reference: date | None) -> Span | None:
    if reference is None or "working" in (match["working"] or "").lower():
        return _OPEN
    number = match["number"].lower()
    count = int(number) if number.isdigit() else _COUNTS[number]
    unit = match["unit"].lower()
    try:
        if unit in ("day", "week"):
            day = reference + timedelta(days=count * (7 if unit == "week" else 1))
        else:
            months = count * (12 if unit == "year" else 1)
            years, month = divmod(reference.month - 1 + months, 12)
            year, month = reference.year + years, month + 1
            day = date(year, month, min(reference.day, last_day(year, month)))
    except (OverflowError, ValueError):
        return _OPEN  # beyond the calendar's last year
    return None, day.isoformat()


def _month_end(match: re.Match[str], reference: date | None) -> Span | None:
    if reference is None:
        return _OPEN
    later = match["which"].lower() == "next"
    year, month = reference.year, reference.month + later
    if month > 12:
        year, month = year + 1, 1
    return None, f"{year:04}-{month:02}-{last_day(year, month):02}"


def _vague(_match: re.Match[str], _reference: date | None) -> Span | None:
    return _OPEN


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Span | None]], ...] = (
    (_QUARTER, _quarter),
    (_HALF, _half),
    (_WITHIN, _within),
    (_SEASON, _season),
    (_FINANCIAL, _financial),
    (_YEAR_END, _year_end),
    (_MONTH, _month),
    (_CALENDAR, _calendar),
    (_MONTH_END, _month_end),
    (_VAGUE, _vague),
)
