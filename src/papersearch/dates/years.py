"""Financial years, their halves and quarters."""

from __future__ import annotations

import re
from datetime import date

from papersearch.dates.days import full_year, last_day

YEAR = r"(?:FY\s?)?(?:(?:20)?\d{2}\s?[/\u2013-]\s?(?:20)?\d{2}|(?<=FY)\d{2}|(?<=FY\s)\d{2})"
"""How a financial year is written within a longer expression."""

_FINANCIAL = re.compile(
    r"(?<![\w/.-])(?P<fy>FY\s?)?(?P<first>20\d{2}|\d{2})\s?(?P<sep>[/\u2013-])\s?"
    r"(?P<second>20\d{2}|\d{2})(?!\d|[/-]\d)",
    re.I,
)
_FY_END = re.compile(r"\bFY\s?(?P<end>20\d{2}|\d{2})\b(?!\s?[/\u2013-]\s?\d)", re.I)


def find_financial_years(text: str) -> list[tuple[int, int, str]]:
    """Return ``(start, end, "2023/24")`` for each financial year in *text*.

    "2022-27" is a period and no year. "23/24" is one, "23-24" only after "FY".
    """
    out = []
    for match in _FINANCIAL.finditer(text):
        first, second = full_year(match["first"]), full_year(match["second"])
        two_digits = len(match["first"]) == 2
        if two_digits and not match["fy"] and (match["sep"] != "/" or len(match["second"]) != 2):
            continue
        if second == first + 1 and 1990 < first < 2100:
            out.append((match.start(), match.end(), name_of(first)))
    out += [
        (match.start(), match.end(), name_of(full_year(match["end"]) - 1))
        for match in _FY_END.finditer(text)
    ]
    return sorted(out)


def financial_year(text: str) -> str | None:
    """Return the one financial year that *text* names, ``None`` where it names none or several."""
    years = {year for _, _, year in find_financial_years(text)}
    return years.pop() if len(years) == 1 else None


def name_of(first: int) -> str:
    """Return "2023/24" for 2023."""
    return f"{first}/{(first + 1) % 100:02}"


def year_span(year: str) -> tuple[str, str]:
    """Return first and last day of a financial year "2023/24"."""
    first = int(year[:4])
    return f"{first}-04-01", f"{first + 1}-03-31"


def year_of(day: date) -> str:
    """Return the financial year in which *day* lies."""
    return name_of(day.year if day.month >= 4 else day.year - 1)


def quarter_span(year: str, quarter: int) -> tuple[str, str]:
    """Return first and last day of quarter 1 to 4 of a financial year."""
    start_year, month = int(year[:4]), 4 + 3 * (quarter - 1)
    if month > 12:
        start_year, month = start_year + 1, month - 12
    last = last_day(start_year, month + 2)
    return f"{start_year}-{month:02}-01", f"{start_year}-{month + 2:02}-{last}"


def half_span(year: str, half: int) -> tuple[str, str]:
    """Return first and last day of half 1 or 2 of a financial year."""
    return quarter_span(year, 2 * half - 1)[0], quarter_span(year, 2 * half)[1]
