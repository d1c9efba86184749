"""Dates as British papers write them: days, months, financial years and due expressions.

The financial year of the NHS, of councils and of most public bodies runs from
1 April to 31 March; its quarters are Q1 April-June to Q4 January-March.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from papersearch.record import Due

_MONTHS = {
    name: number
    for number in range(1, 13)
    for name in (calendar.month_name[number].lower(), calendar.month_abbr[number].lower())
} | {"sept": 9}
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?,?\s+(?:the\s+)?)?"
_DAY = r"(?P<day>\d{1,2})\s?(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_DAY_MONTH = re.compile(
    rf"\b{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR}|\s*'(?P<short>\d{{2}}))?\b", re.I
)
_MONTH_DAY = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}\b", re.I)
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\d/-]|\.\d)"
)
_ISO = re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_MONTH_YEAR = re.compile(rf"\b{_MONTH}\s+(?:of\s+)?{_YEAR}\b", re.I)
_FINANCIAL = re.compile(
    r"(?<![\d/-])(?:FY\s?)?(?P<first>20\d{2}|\d{2})\s?[/\u2013-]\s?(?P<second>20\d{2}|\d{2})(?![\d/]|-\d)",
    re.I,
)
_FY_SHORT = re.compile(r"\bFY\s?(?P<end>\d{2}|20\d{2})\b(?!\s?[/\u2013-]\s?\d)", re.I)


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
    for pattern in (_ISO, _DAY_MONTH, _MONTH_DAY, _NUMERIC, _MONTH_YEAR):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            mention = _mention(match)
            if mention is not None:
                found.append(mention)
                taken.append((mention.start, mention.end))
    return sorted(found, key=lambda mention: mention.start)


def _mention(match: re.Match[str]) -> DateMention | None:
    groups = match.groupdict()
    month_text = groups["month"].lower()
    month = int(month_text) if month_text.isdigit() else _MONTHS[_month_key(month_text)]
    day = int(groups["day"]) if groups.get("day") else None
    year_text = groups.get("year") or groups.get("short")
    year = _full_year(year_text) if year_text else None
    if not 1 <= month <= 12 or (day is not None and not _is_day(day, month, year)):
        return None
    iso = None
    if year is not None:
        iso = f"{year:04}-{month:02}" + (f"-{day:02}" if day is not None else "")
    return DateMention(match.start(), match.end(), match.group(), iso, day, month, year)


def _month_key(text: str) -> str:
    return text if text in _MONTHS else text[:3]


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text) if int(text) < 70 else 1900 + int(text)


def _is_day(day: int, month: int, year: int | None) -> bool:
    return 1 <= day <= calendar.monthrange(year or 2024, month)[1]


def with_year(mention: DateMention, near: date) -> date | None:
    """Return the day of *mention* in the year that brings it closest to *near*.

    A meeting is later than the paper written for it, so of two years equally
    plausible the one after *near* wins: up to nine months ahead, three behind.
    """
    if mention.day is None:
        return None
    choices = []
    for year in (near.year - 1, near.year, near.year + 1):
        if _is_day(mention.day, mention.month, year):
            choices.append(date(year, mention.month, mention.day))
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


def parse_user_date(text: str, end: bool = False) -> str | None:
    """Return what a user typed as a date ("2023", "April 2023", "1/4/23") as ISO.

    Args:
        text: What was typed.
        end: Take the last day of a year or month instead of its first.
    """
    text = text.strip()
    if re.fullmatch(r"(19|20)\d{2}", text):
        return f"{text}-12-31" if end else f"{text}-01-01"
    if re.fullmatch(r"(19|20)\d{2}-\d{2}", text):
        return _month_edge(int(text[:4]), int(text[5:]), end)
    year = financial_year(text)
    if year is not None:
        first, last = year_span(year)
        return last if end else first
    mentions = find_dates(text)
    if len(mentions) != 1 or mentions[0].iso is None:
        return None
    found = mentions[0]
    if found.day is None and found.year is not None:
        return _month_edge(found.year, found.month, end)
    return found.iso


def _month_edge(year: int, month: int, end: bool) -> str | None:
    if not 1 <= month <= 12:
        return None
    day = calendar.monthrange(year, month)[1] if end else 1
    return f"{year:04}-{month:02}-{day:02}"


def find_financial_years(text: str) -> list[tuple[int, int, str]]:
    """Return ``(start, end, "2023/24")`` for each financial year; "2022-27" is a period, not one."""
    out = []
    for match in _FINANCIAL.finditer(text):
        first, second = _full_year(match["first"]), _full_year(match["second"])
        if len(match["first"]) == 2 and (len(match["second"]) != 2 or "/" not in match.group()):
            if not match.group().lower().startswith("fy"):
                continue
        if second == first + 1 and 1990 < first < 2100:
            out.append((match.start(), match.end(), f"{first}/{second % 100:02}"))
    for match in _FY_SHORT.finditer(text):
        last = _full_year(match["end"])
        out.append((match.start(), match.end(), f"{last - 1}/{last % 100:02}"))
    return sorted(out)


def financial_year(text: str) -> str | None:
    """Return the one financial year that *text* as a whole names, else ``None``."""
    years = {year for _, _, year in find_financial_years(text)}
    return years.pop() if len(years) == 1 else None


def year_span(year: str) -> tuple[str, str]:
    """Return first and last day of a financial year "2023/24"."""
    first = int(year[:4])
    return f"{first}-04-01", f"{first + 1}-03-31"


def year_of(day: date) -> str:
    """Return the financial year in which *day* lies."""
    first = day.year if day.month >= 4 else day.year - 1
    return f"{first}/{(first + 1) % 100:02}"


def quarter_span(year: str, quarter: int) -> tuple[str, str]:
    """Return first and last day of quarter 1 to 4 of a financial year."""
    first = int(year[:4])
    month = 4 + 3 * (quarter - 1)
    start_year, month = (first, month) if month <= 12 else (first + 1, month - 12)
    last = calendar.monthrange(start_year, month + 2)[1]
    return f"{start_year}-{month:02}-01", f"{start_year}-{month + 2:02}-{last}"


# --- due expressions -------------------------------------------------------------------------

_LEAD = r"\b(?:by|before|until|due(?:\s+(?:by|on|in))?|no\s+later\s+than|not\s+later\s+than|to\s+be\s+(?:completed|delivered)\s+(?:by|in)|in|during|from|for|on|at|within|over|end\s+of|target\s+date:?|deadline:?)\b"
_PREFIX = r"(?:(?P<lead>by|before|until|in|during|no later than|not later than|due by|due|at|for|on|with effect from)\s+)?(?:the\s+)?(?P<edge>(?:end|close|start|beginning|middle)\s+of\s+|end\s+|mid-|late\s+|early\s+)?(?:the\s+)?"
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_NUMBER = {
    "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18,
}  # fmt: skip
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_DUE_QUARTER = re.compile(
    _PREFIX
    + r"(?:(?:Q|quarter\s)(?P<quarter>[1-4])|(?P<ordinal>first|second|third|fourth|final|last)\s+quarter)"
    r"(?:\s+(?:of\s+)?(?:FY\s?)?(?P<year>(?:20)?\d{2}\s?[/\u2013-]\s?(?:20)?\d{2})|\s+(?:of\s+)?(?P<calendar>20\d{2}))?\b",
    re.I,
)
_DUE_YEAR_END = re.compile(
    _PREFIX
    + r"(?:(?P<kind>financial\s+year(?:[\s-]+end)?|fiscal\s+year|year[\s-]end|calendar\s+year|(?:this|the)?\s*year)\b"
    r"(?:\s+(?P<year>(?:20)?\d{2}\s?[/\u2013-]\s?(?:20)?\d{2}))?)",
    re.I,
)
_DUE_FINANCIAL = re.compile(
    _PREFIX + r"(?:FY\s?)?(?P<year>20\d{2}\s?[/\u2013-]\s?(?:20)?\d{2}|\d{2}/\d{2})(?![\d/])", re.I
)
_DUE_SEASON = re.compile(
    _PREFIX
    + r"(?P<season>spring|summer|autumn|winter|christmas|easter)(?:\s+(?:of\s+)?(?P<year>20\d{2}))?\b",
    re.I,
)
_DUE_MEETING = re.compile(
    _PREFIX
    + r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:\s+(?P<year>20\d{2}))?(?:\s+(?:Trust\s+|Public\s+|Governing\s+)?(?:Board|Committee|Cabinet|Council|meeting|Executive)(?:\s+meeting)?)?\b"
)
_DUE_WITHIN = re.compile(
    r"\b(?:within|in|over)\s+(?:the\s+next\s+)?(?P<number>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|a)\s+(?:(?:calendar|working)\s+)?(?P<unit>day|week|month|year)s?(?:['\u2019]\s+time)?\b",
    re.I,
)
_DUE_VAGUE = re.compile(
    r"\b(?:(?:over|within|in)\s+the\s+(?:next|coming)\s+(?:few|several|couple\s+of)\s+(?:weeks|months|years)|in[\s-]year|"
    r"immediate(?:ly)?|ongoing|as\s+soon\s+as\s+possible|asap|(?:by|at|for|to)\s+the\s+next\s+(?:\w+\s+){0,2}(?:meeting|Board|committee)|next\s+meeting|"
    r"in\s+due\s+course|when\s+complete)\b",
    re.I,
)


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
    taken: list[tuple[int, int]] = []

    def add(start: int, end: int, span: tuple[str | None, str | None]) -> None:
        if not any(start < b and a < end for a, b in taken):
            raw = " ".join(text[start:end].split())
            found.append(DueMention(start, end, Due(raw=raw, from_=span[0], to=span[1])))
            taken.append((start, end))

    for mention in find_dates(text):
        lead = _lead_before(text, mention.start)
        if mention.iso is None:
            if mention.day is not None and reference is not None:
                day = _next_day(mention, reference)
                add(lead, mention.end, (None, day.isoformat() if day else None))
            continue
        if mention.day is not None:
            add(lead, mention.end, (None, mention.iso))
        elif mention.year is not None:
            add(lead, mention.end, (None, _edge_of_month(text[lead : mention.start], mention)))
    for match in _DUE_QUARTER.finditer(text):
        add(match.start(), match.end(), _quarter(match, reference))
    for match in _DUE_WITHIN.finditer(text):
        add(match.start(), match.end(), _within(match, reference))
    for match in _DUE_SEASON.finditer(text):
        span = _season(match, reference)
        if match["lead"] or match["year"]:
            add(match.start(), match.end(), span)
    for match in _DUE_FINANCIAL.finditer(text):
        year = financial_year(match["year"])
        if year is not None and (match["lead"] or match["edge"]):
            add(match.start(), match.end(), _in_year(match, year))
    for match in _DUE_YEAR_END.finditer(text):
        kind = match["kind"].lower()
        if match["edge"] or "end" in kind:
            add(match.start(), match.end(), _year_end(match, reference))
    for match in _DUE_MEETING.finditer(text):
        if match["lead"] or match["edge"] or match.group().split()[-1].lower() in _BODIES:
            add(match.start(), match.end(), _month_due(match, reference))
    for match in _DUE_VAGUE.finditer(text):
        add(match.start(), match.end(), (None, None))
    return sorted(found, key=lambda mention: mention.start)


_BODIES = {"board", "committee", "cabinet", "council", "meeting", "executive"}
_LEADS = re.compile(
    r"(?:\b(?:by|before|until|due(?:\s+(?:by|on))?|no\s+later\s+than|not\s+later\s+than|in|during|on|from|for)\s+)?"
    r"(?:the\s+)?(?:(?:end|start|beginning|middle|close)\s+of\s+|end\s+|mid-|late\s+|early\s+)?$",
    re.I,
)


def _lead_before(text: str, start: int) -> int:
    match = _LEADS.search(text[max(0, start - 40) : start])
    return start - len(match.group()) if match else start


def _next_day(mention: DateMention, reference: date) -> date | None:
    """Return the first such day on or after *reference*."""
    for year in (reference.year, reference.year + 1):
        if mention.day is not None and _is_day(mention.day, mention.month, year):
            day = date(year, mention.month, mention.day)
            if day >= reference:
                return day
    return None


def _edge_of_month(lead: str, mention: DateMention) -> str:
    year, month = mention.year or 0, mention.month
    if re.search(r"\b(?:start|beginning)\b", lead, re.I):
        return f"{year:04}-{month:02}-01"
    return f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"


def _quarter(match: re.Match[str], reference: date | None) -> tuple[str | None, str | None]:
    number = int(match["quarter"]) if match["quarter"] else _ORDINAL[match["ordinal"].lower()]
    if match["calendar"]:
        # "Q3 2024" is ambiguous between calendar and financial year: unresolved, not guessed.
        return (None, None)
    year = financial_year(match["year"]) if match["year"] else None
    if year is None and reference is not None:
        year = year_of(reference)
        if quarter_span(year, number)[1] < reference.isoformat():
            first = int(year[:4]) + 1
            year = f"{first}/{(first + 1) % 100:02}"
    if year is None:
        return (None, None)
    first_day, last_day = quarter_span(year, number)
    return (None, last_day) if match["edge"] or _is_by(match) else (first_day, last_day)


def _is_by(match: re.Match[str]) -> bool:
    return (match["lead"] or "").lower() in {
        "by",
        "before",
        "until",
        "no later than",
        "not later than",
    }


def _in_year(match: re.Match[str], year: str) -> tuple[str | None, str | None]:
    first, last = year_span(year)
    return (None, last) if match["edge"] or _is_by(match) else (first, last)


def _year_end(match: re.Match[str], reference: date | None) -> tuple[str | None, str | None]:
    if match["year"] and (year := financial_year(match["year"])):
        return (None, year_span(year)[1])
    if reference is None:
        return (None, None)
    kind = match["kind"].lower()
    if (
        "calendar" in kind
        or kind.strip() in ("year", "this year", "the year")
        and "financial" not in kind
    ):
        if "calendar" in kind:
            return (None, f"{reference.year}-12-31")
        return (None, None)
    return (None, year_span(year_of(reference))[1])


def _season(match: re.Match[str], reference: date | None) -> tuple[str | None, str | None]:
    name = match["season"].lower()
    year = int(match["year"]) if match["year"] else None
    if name == "easter":
        return (None, None)
    if year is None:
        if reference is None:
            return (None, None)
        year = reference.year
        last = 12 if name == "christmas" else _SEASONS[name][1]
        if last < reference.month:
            year += 1
    if name == "christmas":
        return (None, f"{year}-12-25")
    first_month, last_month = _SEASONS[name]
    last_year = year + 1 if last_month < first_month else year
    last_day = calendar.monthrange(last_year, last_month)[1]
    span = (f"{year}-{first_month:02}-01", f"{last_year}-{last_month:02}-{last_day}")
    return (None, span[1]) if _is_by(match) else span


def _month_due(match: re.Match[str], reference: date | None) -> tuple[str | None, str | None]:
    month = _MONTHS[match["month"].lower()]
    if match["year"]:
        year = int(match["year"])
    elif reference is not None:
        year = reference.year if month >= reference.month else reference.year + 1
    else:
        return (None, None)
    return (None, f"{year}-{month:02}-{calendar.monthrange(year, month)[1]:02}")


def _within(match: re.Match[str], reference: date | None) -> tuple[str | None, str | None]:
    if reference is None:
        return (None, None)
    number = match["number"].lower()
    count = int(number) if number.isdigit() else _NUMBER[number]
    unit = match["unit"].lower()
    if "working" in match.group().lower():
        return (None, None)
    if unit in ("day", "week"):
        day = reference + timedelta(days=count * (7 if unit == "week" else 1))
        return (None, day.isoformat())
    months = count * (12 if unit == "year" else 1)
    year, month = divmod(reference.month - 1 + months, 12)
    year, month = reference.year + year, month + 1
    if year > 9999:
        return (None, None)
    last = min(reference.day, calendar.monthrange(year, month)[1])
    return (None, f"{year}-{month:02}-{last:02}")


def dates_of(text: str) -> Iterator[str]:
    """Yield the ISO dates (days and months) in *text* that tell their year."""
    for mention in find_dates(text):
        if mention.iso is not None:
            yield mention.iso
