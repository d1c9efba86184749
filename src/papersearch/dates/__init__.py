"""Dates as British papers write them: days, months, financial years and due expressions.

The financial year of the NHS, of councils and of most public bodies runs from
1 April to 31 March; its quarters are Q1 April-June to Q4 January-March.
"""

from papersearch.dates.days import DateMention, dates_of, find_dates, parse_iso, with_year
from papersearch.dates.due import DueMention, find_due
from papersearch.dates.typed import parse_user_date
from papersearch.dates.years import (
    financial_year,
    find_financial_years,
    half_span,
    quarter_span,
    year_of,
    year_span,
)

__all__ = [
    "DateMention",
    "DueMention",
    "dates_of",
    "financial_year",
    "find_dates",
    "find_due",
    "find_financial_years",
    "half_span",
    "parse_iso",
    "parse_user_date",
    "quarter_span",
    "with_year",
    "year_of",
    "year_span",
]
