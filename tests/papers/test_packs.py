"""Packs of papers: agenda, cover sheets, bookmarks, page numbers, agreeing or not."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise

import pytest

from papersearch.papers import Division, divide
from papersearch.papers.divide import divide as divide_document
from papersearch.reading import ReadOptions, read_bytes
from papersearch.reading.document import Document, OutlineItem
from tests.papers.sheets import BODY, PROSE, Item, pdf

BODY_NAME = "Silverdale Hospitals NHS Trust"
AGENDA: tuple[Item, ...] = (
    ("big", BODY_NAME),
    ("h", "Board of Directors"),
    ("h", "AGENDA"),
    ("p", "Thursday 30 November 2023 at 9.30am, Education Centre"),
    ("table", (
        ("No", "Item", "Lead", "Paper"),
        ("1", "Welcome and apologies", "Chair", "Verbal"),
        ("2", "Minutes of the last meeting", "Chair", "Enclosed"),
        ("3", "Action log", "Chair", "Enclosed"),
        ("4.1", "Integrated performance report", "Chief Operating Officer", "Enclosed"),
        ("4.2", "Finance report", "Chief Finance Officer", "Enclosed"),
        ("5.a", "Patient story", "Chief Nurse", "Presentation"),
        ("5.b", "Risk management strategy", "Chief Nurse", "To follow"),
        ("6", "Any other business", "Chair", "Verbal"),
    )),
)  # fmt: skip


def cover(title: str, item: str | None = None, author: str = "Jo Hill, Head of Reporting") -> list:
    rows = [("Meeting", "Board of Directors"), ("Meeting date", "30 November 2023")]
    rows += [("Agenda item", item)] if item else []
    rows += [("Report title", title), ("Report author", author), ("Purpose", "Assurance")]
    return [("table", tuple(rows))]


MINUTES: tuple[Item, ...] = (
    ("h", "Minutes of the Board of Directors held on 28 September 2023"),
    ("p", "Present: Ann Lowe (Chair), Paul Wright, Rita Shah"),
    ("p", "23/101 The Chair welcomed all to the meeting. " + PROSE[0]),
    ("p", "23/102 The Board received the report and noted its findings. " + PROSE[1]),
)
ACTIONS: tuple[Item, ...] = (
    ("h", "Board action log"),
    ("table", (
        ("Ref", "Action", "Owner", "Due", "Status"),
        ("23/88", "Circulate the estates plan", "PW", "30/11/2023", "Complete"),
        ("23/91", "Bring back the staff survey", "RS", "31/01/2024", "Open"),
    )),
)  # fmt: skip


def pack(*papers: Sequence[Item], joined: str = "{page}") -> tuple[bytes, list[int]]:
    """Set each paper alone, its pages numbered from 1, and join them; also return their pages."""
    import pikepdf

    out = pikepdf.new()
    starts = []
    for items in papers:
        one = pikepdf.open(io.BytesIO(pdf([*items, ("foot", f"Page {joined}")])))
        starts.append(len(out.pages) + 1)
        out.pages.extend(one.pages)
    data = io.BytesIO()
    out.save(data)
    return data.getvalue(), starts


def read(data: bytes, bookmarks: Sequence[tuple[str, int]] = ()) -> Division:
    document = read_bytes(data, "pack.pdf", ReadOptions(ocr=False))
    if bookmarks:
        outline = tuple(OutlineItem(title, page) for title, page in bookmarks)
        document = Document(
            document.path, document.sha256, document.media_type, document.pages, outline
        )
    return divide(document)


def firsts(division: Division) -> list[int]:
    return [paper.first_page for paper in division.papers]


LONG = (*BODY, *BODY, ("break",), *BODY, *BODY)


def test_agenda_minutes_log_and_covered_papers():
    data, starts = pack(
        AGENDA, MINUTES, ACTIONS,
        [*cover("Integrated performance report", "4.1"), *LONG],
        [*cover("Finance report", "4.2"), *LONG],
    )  # fmt: skip
    division = read(data)
    assert firsts(division) == starts[1:]
    assert [p.kind for p in division.papers] == ["minutes", "action_log", "paper", "paper"]
    assert [p.cover.title for p in division.papers][2:] == [
        "Integrated performance report", "Finance report",
    ]  # fmt: skip
    assert [p.cover.agenda_item for p in division.papers][2:] == ["4.1", "4.2"]
    assert division.papers[0].cover.meeting.date == "2023-09-28"
    assert division.papers[2].cover.meeting.date == "2023-11-30"
    assert division.papers[-1].last_page == starts[-1] + 1


def test_a_log_that_speaks_of_an_agenda_is_none():
    rows = (
        ("Ref", "Meeting", "Action", "Owner", "Due", "Status"),
        ("26/11-06", "14.11.26", "Bring the staff survey", "PW", "12.03.27", "On agenda - close"),
        ("26/11-09", "14.11.26", "Share the lone working policy", "RS", "31.01.27", "Overdue"),
        ("26/11-12", "14.11.26", "Confirm how many were trained", "PW", "31.01.27", "Open"),
        ("27/01-02", "16.01.27", "Write to the agencies", "RS", "30.04.27", "To agenda"),
    )
    (paper,) = read(pack([("h", "People Committee action log"), ("table", rows)])[0]).papers
    assert paper.kind == "action_log"


@pytest.mark.parametrize(
    "title", ["Supplement to the agenda", "Addendum to Agenda", "Agenda for the Trust Board"]
)
def test_a_supplement_to_an_agenda_is_one(title):
    lines = [("h", title), *AGENDA[3:]]
    data, starts = pack(lines, [*cover("Finance report", "4.2"), *LONG])
    assert firsts(read(data)) == starts[1:]


def test_the_agenda_lists_items_that_have_no_paper():
    data, starts = pack(AGENDA, [*cover("Finance report", "4.2"), *LONG], MINUTES)
    division = read(data)
    items = {item.number: item for item in division.agenda}
    assert items["1"].mode == "verbal"
    assert items["5.a"].mode == "presentation"
    assert items["5.b"].mode == "to follow"
    assert items["4.2"].first_page == starts[1]
    assert items["5.b"].first_page is None
    assert [item.number for item in division.agenda] == [
        "1", "2", "3", "4.1", "4.2", "5.a", "5.b", "6",
    ]  # fmt: skip


def test_covers_without_an_agenda():
    data, starts = pack(
        [*cover("Integrated performance report", "4.1"), *LONG],
        [*cover("Finance report", "4.2"), *BODY],
        [*cover("Staff survey", "4.3"), *LONG],
    )
    assert firsts(read(data)) == starts


def test_titles_of_the_agenda_where_papers_have_no_form():
    data, starts = pack(
        AGENDA,
        [("big", "Integrated performance report"), *LONG],
        [("big", "Finance report"), *LONG],
    )
    division = read(data)
    assert firsts(division) == starts[1:]
    assert [p.cover.agenda_item for p in division.papers] == ["4.1", "4.2"]


def test_a_report_behind_its_cover_is_one_paper_with_it():
    data, starts = pack(
        AGENDA,
        [*cover("Integrated performance report", "4.1"), *BODY, ("break",),
         ("big", "Integrated performance report"), *LONG],
        [*cover("Finance report", "4.2"), *LONG],
    )  # fmt: skip
    assert firsts(read(data)) == starts[1:]


def test_an_appendix_belongs_to_its_paper():
    data, starts = pack(
        AGENDA,
        [*cover("Integrated performance report", "4.1"), *BODY],
        [("h", "Appendix A"), *cover("Audit of waiting lists"), *LONG],
        [*cover("Finance report", "4.2"), *LONG],
    )
    assert firsts(read(data)) == [starts[1], starts[3]]


def test_dividers_and_blank_pages_are_no_papers():
    data, starts = pack(
        AGENDA,
        [("big", "Section 4"), ("p", "Performance")],
        [*cover("Integrated performance report", "4.1"), *LONG],
        [("p", " ")],
        [*cover("Finance report", "4.2"), *LONG],
    )
    division = read(data)
    titles = [paper.cover.title for paper in division.papers]
    assert titles == ["Integrated performance report", "Finance report"]
    assert firsts(division)[0] == starts[2]


def test_bookmarks_that_name_items():
    data, starts = pack(
        [("big", "Workforce plan"), *LONG],
        [("big", "Estates plan"), *LONG],
        [*cover("Digital plan", "8"), *BODY],
    )
    names = ("Item 6 - Workforce plan.docx", "Item 7 - Estates plan.docx", "Item 8 Digital.docx")
    division = read(data, tuple(zip(names, starts, strict=True)))
    assert firsts(division) == starts


def test_bookmarks_of_chapters_divide_nothing():
    data, _ = pack([("big", "Annual report 2022/23"), *LONG, *LONG])
    chapters = (("1 Performance report", 1), ("2 Accountability report", 2), ("3 Accounts", 4))
    assert firsts(read(data, chapters)) == [1]


def test_a_long_report_with_chapters_is_one_paper():
    chapters = [
        part
        for number, name in enumerate(("Introduction", "Findings", "Staff", "Money", "Plans"), 1)
        for part in (("big", f"{number}. {name}"), *LONG, ("break",))
    ]
    data, _ = pack([("big", "Inquiry into the winter of 2022"), *chapters])
    assert firsts(read(data)) == [1]


@pytest.mark.parametrize(
    "title", ["Risk management policy", "Five year strategy", "Annual report and accounts 2022/23"]
)
def test_one_document_is_one_paper(title):
    parts = [
        [("big", title), ("p", "Version 2"), ("p", "Author: Head of Governance"), *LONG],
        [("h", "1. Purpose"), *LONG, ("h", "2. Scope"), *LONG],
        [("h", "Appendix 1"), ("p", "Title: Checklist"), *BODY],
    ]
    data, _ = pack([item for part in parts for item in (*part, ("break",))])
    division = read(data)
    assert firsts(division) == [1]
    assert division.papers[0].cover.title == title


def test_a_single_paper_with_a_form_of_two_pages():
    form = [
        *cover("Ward moves", "9"), *BODY, ("break",),
        ("table", (("Recommendation", "The Board is asked to note the ward moves."),
                   ("Previously considered by", "Executive Team"),
                   ("Freedom of information", "Public"))),
        *LONG,
    ]  # fmt: skip
    data, _ = pack(form)
    assert firsts(read(data)) == [1]


def test_printed_page_numbers_that_the_agenda_names():
    agenda: list[Item] = [
        ("big", "Northfield Borough Council"), ("h", "Cabinet"), ("h", "AGENDA"),
        ("p", "1. Apologies for absence"),
        ("p", "2. Declarations of interest"),
        ("p", "3. Budget monitoring (Pages 5 - 8)"),
        ("p", "4. Tree strategy (Pages 9 - 12)"),
    ]  # fmt: skip
    import pikepdf

    parts = [[("big", "Quarter two position"), *LONG], [("big", "Planting for the future"), *LONG]]
    out = pikepdf.open(io.BytesIO(pdf(agenda)))
    starts, printed = [], 5
    for number, items in zip((5, 9), parts, strict=True):
        printed = number
        one = pikepdf.open(io.BytesIO(pdf(items)))
        starts.append(len(out.pages) + 1)
        out.pages.extend(one.pages)
    data = io.BytesIO()
    out.save(data)
    document = read_bytes(data.getvalue(), "pack.pdf", ReadOptions(ocr=False))
    from dataclasses import replace

    labels = {starts[0] + i: str(5 + i) for i in range(4)}
    labels |= {starts[1] + i: str(9 + i) for i in range(4)}
    pages = tuple(replace(p, label=labels.get(p.number)) for p in document.pages)
    division = divide_document(replace(document, pages=pages))
    assert firsts(division) == starts
    assert printed == 9


def test_an_agenda_alone_gives_no_paper():
    data, _ = pack(AGENDA)
    division = read(data)
    assert division.papers == ()
    assert len(division.agenda) == 8


def test_minutes_that_open_with_their_agenda_are_one_paper():
    items: list[Item] = [
        ("big", "Open Ground User Group"), ("h", "14th meeting"), ("h", "11 June 2013"),
        ("table", (("Attendees", "Apologies"), ("Ann Lowe (Chair)", "Paul Wright"))),
        ("h", "Agenda"),
        ("table", (("1", "Chair's update"), ("2", "Actions"), ("3", "Cases"), ("4", "AOB"))),
        ("break",), ("h", "1. Chair's update"), *(("p", text) for text in PROSE * 2),
        ("h", "2. Actions"), *(("p", text) for text in PROSE * 2),
    ]  # fmt: skip
    division = read(pdf(items))
    assert firsts(division) == [1]
    assert division.papers[0].cover.meeting.date == "2013-06-11"


def test_empty_pages_only_give_one_record():
    division = read(pdf([("p", " "), ("break",), ("p", " ")]))
    assert len(division.papers) == 1


def test_every_page_is_in_at_most_one_paper_and_in_order():
    data, _ = pack(
        AGENDA, MINUTES, [*cover("Integrated performance report", "4.1"), *LONG],
        [*cover("Finance report", "4.2"), *LONG],
    )  # fmt: skip
    spans = [(p.first_page, p.last_page) for p in read(data).papers]
    assert all(first <= last for first, last in spans)
    assert all(a[1] < b[0] for a, b in pairwise(spans))
