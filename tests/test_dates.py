"""Dates, financial years and due expressions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papersearch import dates

DAYS = st.dates(date(1990, 1, 1), date(2069, 12, 31))
MEETING = date(2024, 11, 14)
"""A Thursday in the third quarter of 2024/25."""


def suffix(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


FORMS = {
    "long": lambda d: f"{d.day} {d:%B} {d.year}",
    "ordinal": lambda d: f"{d.day}{suffix(d.day)} {d:%B} {d.year}",
    "comma": lambda d: f"{d:%A}, {d.day}{suffix(d.day)} {d:%B}, {d.year}",
    "of": lambda d: f"the {d.day}{suffix(d.day)} of {d:%B} {d.year}",
    "short month": lambda d: f"{d:%a} {d.day} {d:%b} {d.year}",
    "capitals": lambda d: f"{d:%A} {d.day} {d:%B} {d.year}".upper(),
    "slashes": lambda d: f"{d:%d/%m/%Y}",
    "slashes, no zeros": lambda d: f"{d.day}/{d.month}/{d.year}",
    "slashes, short": lambda d: f"{d.day}/{d.month}/{d:%y}",
    "dots": lambda d: f"{d:%d.%m.%Y}",
    "dots, short": lambda d: f"{d:%d.%m.%y}",
    "dashes": lambda d: f"{d:%d-%m-%Y}",
    "Excel": lambda d: f"{d:%d-%b-%y}",
    "apostrophe": lambda d: f"{d.day} {d:%B} \u2019{d:%y}",
    "month first": lambda d: f"{d:%B} {d.day}, {d.year}",
    "ISO": lambda d: d.isoformat(),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@given(day=DAYS)
def test_a_day_written_in_any_british_form_is_read_back(form, day):
    for text in (form(day), f"The Board met on {form(day)}, in public.", f"({form(day)})"):
        found = dates.find_dates(text)
        assert [m.iso for m in found] == [day.isoformat()], text
        assert text[found[0].start : found[0].end] == found[0].raw


@given(day=DAYS)
def test_a_month_is_read_back(day):
    for text in (f"{day:%B} {day.year}", f"{day:%b}-{day:%y}", f"{day:%B}, {day.year}"):
        assert [m.iso for m in dates.find_dates(text)] == [f"{day:%Y-%m}"], text


@given(day=DAYS, lag=st.integers(-90, 270))
def test_a_missing_year_is_the_one_nearest_the_paper(day, lag):
    paper = day - timedelta(days=lag)
    if (day.month, day.day) == (2, 29):
        return
    (mention,) = dates.find_dates(f"Board meeting {day.day}{suffix(day.day)} {day:%B}")
    assert mention.iso is None
    assert dates.with_year(mention, paper) == day


@pytest.mark.parametrize(
    "text",
    [
        "of whom 3 may need support",
        "section 1.2.10 of the constitution",
        "31 June",
        "30 February 2024",
        "version 2.10.1",
        "patients 12/30",
        "ratio 1/2/3",
        "99/99/2024",
        "call 0113 243 2799",
        "32 patients",
        "see minute 25/077",
        "SVA(20)133",
        "00/01/2024",
        "1.4.2.3",
        "13/13/13",
    ],
)
def test_what_is_no_day_is_none(text):
    assert dates.find_dates(text) == []


def test_a_year_that_was_not_printed_is_not_made_up():
    assert [
        (m.iso, m.day, m.month) for m in dates.find_dates("on Thursday 30th November at 9am")
    ] == [(None, 30, 11)]
    assert dates.find_dates("from 30 November 25 patients moved")[0].iso is None


@given(st.text())
def test_no_text_makes_it_fail(text):
    dates.find_dates(text)
    dates.find_financial_years(text)
    dates.parse_user_date(text)
    for reference in (None, MEETING, date.min, date.max):
        dates.find_due(text, reference)


_PIECES = st.lists(
    st.sampled_from(
        "by before the end of mid- Q4 Q1 H2 within over 999 weeks years year end FY 24 24/25 2099 "
        "2024/25 30 29 February March spring winter Christmas next Board / - . ' first second "
        "quarter half 0 99 31 ٣".split()
    ),
    max_size=12,
)


@given(_PIECES, st.one_of(st.none(), st.dates()))
def test_no_run_of_date_words_makes_it_fail(words, reference):
    text = " ".join(words)
    for found in dates.find_due(text, reference):
        assert 0 <= found.start < found.end <= len(text)
        for day in (found.due.from_, found.due.to):
            assert day is None or date.fromisoformat(day)
    for mention in dates.find_dates(text):
        dates.with_year(mention, reference or date.max)
        dates.with_year(mention, date.min)


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "text", ["1/" * 20000, "by the end of " * 4000, "30 " * 20000, "Q1 of the " * 5000]
)
def test_long_texts_take_no_long_time(text):
    dates.find_due(text, MEETING)


@given(st.integers(1991, 2068))
def test_financial_years_are_read_back(first):
    name = f"{first}/{(first + 1) % 100:02}"
    forms = [
        name,
        f"{first}-{(first + 1) % 100:02}",
        f"{first}/{first + 1}",
        f"{first}\u2013{(first + 1) % 100:02}",
    ]
    if first >= 2000:
        forms += [
            f"{first % 100:02}/{(first + 1) % 100:02}",
            f"FY{first % 100:02}/{(first + 1) % 100:02}",
        ]
        forms += [
            f"FY {first % 100:02}-{(first + 1) % 100:02}",
            f"FY{(first + 1) % 100:02}",
            f"FY {first + 1}",
        ]
    for form in forms if first >= 2000 else []:
        assert dates.financial_year(f"Our priorities for {form} are:") == name, form
    assert dates.year_of(date(first, 4, 1)) == name == dates.year_of(date(first + 1, 3, 31))
    assert dates.year_span(name) == (f"{first}-04-01", f"{first + 1}-03-31")
    spans = [dates.quarter_span(name, quarter) for quarter in (1, 2, 3, 4)]
    assert (spans[0][0], spans[3][1]) == dates.year_span(name)
    assert (spans[0][0], spans[1][1]) == dates.half_span(name, 1)
    assert (spans[2][0], spans[3][1]) == dates.half_span(name, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Improvement Strategy 2022-27",
        "24/7 care",
        "10-11 patients",
        "the 2025-35 capital programme",
        "9/10 staff",
        "23-24 November",
        "minute 2023/241",
        "ref 2023/24/07",
        "01/02/2024",
        "2024",
        "2024/26",
        "wards 11-12",
    ],
)
def test_what_is_no_financial_year_is_none(text):
    assert dates.financial_year(text) is None


def test_two_years_are_not_one():
    assert dates.financial_year("from 2023/24 to 2024/25") is None


@pytest.mark.parametrize(
    ("text", "raw", "first", "last"),
    [
        ("complete by March 2025", "by March 2025", None, "2025-03-31"),
        ("by 31 March 2025", "by 31 March 2025", None, "2025-03-31"),
        ("by 31st March", "by 31st March", None, "2025-03-31"),
        ("no later than 1/2/25", "no later than 1/2/25", None, "2025-02-01"),
        ("by the end of Q3", "by the end of Q3", None, "2024-12-31"),
        ("by the end of Q2", "by the end of Q2", None, "2025-09-30"),
        ("in Q4 2024/25", "in Q4 2024/25", "2025-01-01", "2025-03-31"),
        (
            "in the third quarter of 2025/26",
            "in the third quarter of 2025/26",
            "2025-10-01",
            "2025-12-31",
        ),
        ("Q1 of FY25/26", "Q1 of FY25/26", "2025-04-01", "2025-06-30"),
        ("by year end", "by year end", None, "2025-03-31"),
        (
            "by the end of the financial year",
            "by the end of the financial year",
            None,
            "2025-03-31",
        ),
        ("by the end of the calendar year", "by the end of the calendar year", None, "2024-12-31"),
        ("at the May Board", "at the May Board", None, "2025-05-31"),
        ("to the January Committee", "the January Committee", None, "2025-01-31"),
        ("by the end of October", "by the end of October", None, "2025-10-31"),
        ("end December", "end December", None, "2024-12-31"),
        ("within six weeks", "within six weeks", None, "2024-12-26"),
        ("in 3 months' time", "in 3 months' time", None, "2025-02-14"),
        ("over the next two years", "over the next two years", None, "2026-11-14"),
        ("by FY25/26", "by FY25/26", None, "2026-03-31"),
        ("in FY26", "in FY26", "2025-04-01", "2026-03-31"),
        ("during 2025/26", "during 2025/26", "2025-04-01", "2026-03-31"),
        ("by the end of 2025/26", "by the end of 2025/26", None, "2026-03-31"),
        ("by the start of 2025/26", "by the start of 2025/26", None, "2025-04-01"),
        ("in H1 2025/26", "in H1 2025/26", "2025-04-01", "2025-09-30"),
        ("by the second half of 2025-26", "by the second half of 2025-26", None, "2026-03-31"),
        ("by H2", "by H2", None, "2025-03-31"),
        ("by 2030", "by 2030", None, "2030-12-31"),
        ("during 2026", "during 2026", "2026-01-01", "2026-12-31"),
        ("by the end of 2025", "by the end of 2025", None, "2025-12-31"),
        ("in spring 2025", "in spring 2025", "2025-03-01", "2025-05-31"),
        ("by winter", "by winter", None, "2025-02-28"),
        ("by Christmas", "by Christmas", None, "2024-12-25"),
        ("from 1 April 2025", "from 1 April 2025", "2025-04-01", None),
        ("from May", "from May", "2025-05-01", None),
        ("prior to May 2025", "prior to May 2025", None, "2025-05-31"),
        ("as at 31 March 2024", "31 March 2024", None, "2024-03-31"),
        ("by the end of the month", "by the end of the month", None, "2024-11-30"),
        ("before the end of next month", "before the end of next month", None, "2024-12-31"),
        ("with effect from April 2026", "with effect from April 2026", "2026-04-01", None),
        ("from Q1 2025/26", "from Q1 2025/26", "2025-04-01", None),
        ("from 2025/26", "from 2025/26", "2025-04-01", None),
        (
            "between 5 and 16 January 2025",
            "between 5 and 16 January 2025",
            "2025-01-05",
            "2025-01-16",
        ),
        ("between May and July 2025", "between May and July 2025", "2025-05-01", "2025-07-31"),
        (
            "between 20 December and 3 January 2026",
            "between 20 December and 3 January 2026",
            "2025-12-20",
            "2026-01-03",
        ),
        ("at the March 2025 meeting", "at the March 2025 meeting", None, "2025-03-31"),
        ("to the 12 May 2025 Board", "the 12 May 2025 Board", None, "2025-05-12"),
    ],
)
def test_due_expressions(text, raw, first, last):
    (found,) = dates.find_due(f"The team will finish {text}; the chair agreed.", MEETING)
    assert (found.due.raw, found.due.from_, found.due.to) == (raw, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "by the end of Q3",
        "by year end",
        "at the May Board",
        "within six weeks",
        "by Christmas",
        "in H1",
        "by winter",
    ],
)
def test_without_a_day_to_count_from_it_stays_unresolved(text):
    (found,) = dates.find_due(text)
    assert (found.due.raw, found.due.from_, found.due.to) == (text, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "by Q3 2024",
        "within 10 working days",
        "as soon as possible",
        "over the next few years",
        "by Easter",
        "in due course",
        "by the end of the year",
        "at the next Board meeting",
        "ongoing",
        "by early 2026",
    ],
)
def test_what_cannot_be_told_is_not_guessed(text):
    (found,) = dates.find_due(f"It will be done {text}.", MEETING)
    assert (found.due.raw, found.due.from_, found.due.to) == (text, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "In May we saw an increase",
        "of whom 3 may need help",
        "the second half was better",
        "risk H1 is open",
        "In March the team said so",
        "the summer was hot",
        "2,030 patients",
        "the 2022-27 strategy",
        "Ward 2025",
    ],
)
def test_what_is_no_due_expression(text):
    assert dates.find_due(text, MEETING) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-11", "2023-11-01", "2023-11-30"),
        ("April 2023", "2023-04-01", "2023-04-30"),
        ("2023/24", "2023-04-01", "2024-03-31"),
        ("2023-24", "2023-04-01", "2024-03-31"),
        ("1/4/23", "2023-04-01", "2023-04-01"),
        ("30 November 2023", "2023-11-30", "2023-11-30"),
        ("Feb 2024", "2024-02-01", "2024-02-29"),
        ("yesterday", None, None),
        ("30 November", None, None),
        ("2023-13-45", None, None),
        ("", None, None),
    ],
)
def test_what_a_user_types(text, first, last):
    assert (dates.parse_user_date(text), dates.parse_user_date(text, end=True)) == (first, last)


def test_iso_text_that_is_no_day():
    assert dates.parse_iso("2024-02-30") is None
    assert dates.parse_iso("2024-02") == date(2024, 2, 1)
    assert dates.parse_iso(None) is None
