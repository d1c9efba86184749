"""What a first page calls its paper: minutes, numbers before it, headings above the masthead."""

from __future__ import annotations

import pytest

from papersearch.papers import divide
from papersearch.papers.masthead import without_reference
from papersearch.papers.meeting_line import is_meeting_line, line_pattern
from papersearch.reading import read_bytes
from tests.papers.test_forms import saved, word

PROSE = "The roof of the north wing was mended in May, at a cost that nobody had foreseen.\n\n"

MEETS = "Trust Board, 26 March 2026\n\n"


def cover(text: str, name: str = "paper.md"):
    (paper,) = divide(read_bytes(text.encode(), name)).papers
    return paper.cover


@pytest.mark.parametrize(
    "line",
    [
        "Minutes of the Meeting of the Board held on 25 January 2024 at 10.00 am in the Boardroom",
        "Minutes of the Board held on 25 January 2024 at 10 a.m. in the Boardroom, Field House",
        "Minutes of the Board held on Wednesday 12 March 2025, 09:30, Field House",
        "Unconfirmed minutes of the meeting held on 16 October 2024",
        "Minutes of the Ordinary Meeting held in the Village Hall on 3 November 2025 at 7.30pm",
        "Minutes of the Board meeting held on 4 December 2025, 14:00 to 16:10",
        "Minutes of the meeting of the Board, Tuesday 13 June 2023, at The Institute, Low Drove",
    ],
)
def test_minutes_are_called_as_their_heading_says(line):
    text = f"VALE NHS TRUST\n\n{line}\n\nPRESENT\n\nJo Hill, Chair\n\n1. Apologies\n\nNone.\n"
    assert cover(text, "minutes.txt").title == line


def test_a_paragraph_that_begins_as_minutes_do_is_cut():
    said = "Minutes of the Board held on 25 January 2024. The Chair opened it."
    text = f"VALE NHS TRUST\n\n{said}\n\nPRESENT\n\nJo Hill, Chair\n\n1. Apologies\n\nNone.\n"
    assert cover(text, "minutes.txt").title == "Minutes of the Board"


def test_a_line_that_says_when_minutes_were_held_is_not_their_title():
    text = (
        "VALE NHS TRUST\n\nMINUTES OF THE BOARD OF DIRECTORS - PART 1 (PUBLIC)\n"
        "Held on Wednesday 12 March 2025, 09:30, Field House\n\nPRESENT\nJo Hill   Chair\n"
    )
    found = cover(text, "minutes.txt")
    assert found.title == "MINUTES OF THE BOARD OF DIRECTORS - PART 1 (PUBLIC)"
    assert found.meeting.date == "2025-03-12"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("GB/2026/19 Strategic Risk Review", "Strategic Risk Review"),
        ("TB(24)112: Winter plan", "Winter plan"),
        ("FPC-25-04 \u2013 Month 7 finance report", "Month 7 finance report"),
        ("COVID-19 recovery plan", "COVID-19 recovery plan"),
        ("ISO 27001 audit", "ISO 27001 audit"),
        ("2024/25 Budget", "2024/25 Budget"),
        ("Q3 2025/26 Finance report", "Q3 2025/26 Finance report"),
        ("GB/2026/19", "GB/2026/19"),
    ],
)
def test_a_reference_before_a_title_is_none_of_it(text, title):
    assert without_reference(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('---\ntitle: "Plan and appetite"\n---\n\n# Plan and appetite 2025/26\n\n',
         "Plan and appetite 2025/26"),
        ("Title: \u201cPlan and appetite\u201d\n\n# Plan and appetite of others\n\n",
         "Plan and appetite"),
        ('Title: "Open" and "closed" risks\n\n# Background\n\n', '"Open" and "closed" risks'),
        (f"Vale NHS Trust\n\n# Risk Appetite Statement\n\nVersion 0.4 for {MEETS}# Aims\n\n",
         "Risk Appetite Statement"),
        (f"Vale NHS Trust\n\n# Risk appetite\n\n{MEETS}# Introduction\n\n",
         None),
        ("We use cookies. Accept all / Reject all\n\n# Trams and their depots\n\n",
         "Trams and their depots"),
        (f"Month 7 finances met\n\nVale NHS Trust\n{MEETS}# 1 Cash\n\n", "Month 7 finances met"),
        (f"Month 7 was bad.\n\nVale NHS Trust\n{MEETS}# 1 Headlines\n\n", None),
    ],
)  # fmt: skip
def test_titles_of_first_pages(text, title):
    assert cover(text + PROSE * 2).title == title


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Version 0.4 for Trust Board, 26 March 2026", "Trust Board"),
        ("Draft version 2 for the Audit Committee, 26 March 2026", "Audit Committee"),
        ("Board of Directors - Part 1 (Public)", "Board of Directors - Part 1 (Public)"),
    ],
)
def test_meetings_on_a_line(line, body):
    match = line_pattern().match(line)
    assert match is not None
    assert (match["body"], is_meeting_line(line)) == (body, True)


@pytest.mark.parametrize(
    "line", ["Version 0.4 for comment, 26 March 2026", "Board papers in part 1 of the file"]
)
def test_lines_that_name_no_meeting(line):
    assert not is_meeting_line(line)


HEADS = ["Now", "Sought", "Heading", "What might happen", "Dial"]
LOG = ["Ref", "Meeting", "Subject", "Action", "Status"]
ROWS = [["12", "8", "Stores", "A loss of stock", "Open"], ["9", "4", "Data", "A leak", "Averse"]]
FORM = [["Heading", "Budget monitoring"], ["Lead", "Jo Hill, Director of Finance"]]


@pytest.mark.parametrize(
    ("rows", "title"),
    [([HEADS, *ROWS], "Stock and data"), ([LOG, *ROWS], "Stock and data"),
     (FORM, "Budget monitoring")],
)  # fmt: skip
def test_the_head_of_a_column_is_no_title(rows, title):
    file, _ = word(rows, ("Stock and data",))
    assert divide(read_bytes(saved(file), "paper.docx")).papers[0].cover.title == title


@pytest.mark.parametrize(
    ("row", "purpose"),
    [
        (["Seeks", "Discussion"], ("discussion",)),
        (["Report type", "Decision"], ("decision",)),
        (["Report type", "Quarterly"], ()),
    ],
)
def test_words_for_the_purpose(row, purpose):
    file, _ = word([["Title", "Trams"], row], ("Vale County Council",))
    assert divide(read_bytes(saved(file), "paper.docx")).papers[0].cover.purpose == purpose


@pytest.mark.parametrize("sign", ["*", "-", "\u2022"])
def test_facts_of_a_masthead_that_stand_as_a_list(sign):
    facts = ("Planning Committee", "Tuesday, 14th January 2025 6.30 pm", "Item 5",
             "**Executive lead:** Jo Hill, Chief Operating Officer",
             "**Author:** Ann Lee, Head of Planning",
             "**This paper is for:** approval",)  # fmt: skip
    listed = "\n".join(f"{sign} {fact}" for fact in facts)
    found = cover(
        f"**Vale County Council**\n\n# Trams and buses\n\n{listed}\n\n# Depots\n\n{PROSE}"
    )
    assert (found.title, found.agenda_item, found.purpose) == (
        "Trams and buses",
        "5",
        ("approval",),
    )
    assert (found.meeting.body, found.meeting.date) == ("Planning Committee", "2025-01-14")
    assert [person.name for person in found.presented_by] == ["Jo Hill"]
    assert [person.name for person in found.authors] == ["Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}- Author: Ann Lee\n- Lead: Jo Hill\n",
        "The depot has lost:\n\n- Author: Ann Lee\n- Lead: Jo Hill\n",
        "1. Depots\n2. Trams\n\n- Author: Ann Lee\n",
    ],
)
def test_lists_in_the_text_hold_no_facts_of_the_masthead(text):
    assert cover(f"# Vale County Council\n\n# Trams\n\n{text}\n{PROSE}").authors == ()
