"""Whole packs: an agenda in a table, in a numbered list, with links; what it says of its papers."""

from __future__ import annotations

import pytest

from papersearch.papers import Division
from tests.papers.agendas import NUMBERED, TABLE, TITLES, joined, linked, word
from tests.papers.sheets import pdf, read


def packs() -> list:
    return [
        pytest.param(lambda: read(joined(TABLE), "pack.pdf"), id="table-pdf"),
        pytest.param(lambda: read(word(TABLE), "pack.docx"), id="table-docx"),
        pytest.param(lambda: read(joined(NUMBERED), "pack.pdf"), id="numbered-pdf"),
        pytest.param(lambda: read(word(NUMBERED), "pack.docx"), id="numbered-docx"),
        pytest.param(lambda: read(linked(), "pack.pdf"), id="linked-pdf"),
    ]


@pytest.mark.parametrize("pack", packs())
def test_every_paper_of_a_pack_and_what_its_agenda_lists(pack):
    division: Division = pack()
    assert [paper.cover.title for paper in division.papers] == list(TITLES)
    listed = {item.title: item for item in division.agenda}
    firsts = [paper.first_page for paper in division.papers]
    assert [listed[title].first_page for title in TITLES] == firsts
    assert listed["Sprinkler programme"].mode == "to follow"
    assert listed["Sprinkler programme"].first_page is None
    for paper in division.papers:
        assert paper.cover.organisation == "Wharfside Fire Authority"
        assert paper.cover.meeting.body == "Full Authority"
        assert paper.cover.meeting.date == "2023-12-11"


def test_a_day_that_only_the_agenda_prints_is_marked_as_inferred():
    papers = read(joined(TABLE), "pack.pdf").papers
    assert [paper.cover.meeting.inferred for paper in papers] == [False, False, True]


def test_the_minutes_in_a_pack_keep_their_own_meeting_and_are_found_in_the_agenda():
    minutes = (
        ("h", "Minutes of the Standards Panel held on 4 October 2023"),
        ("p", "Present: Ann Lowe (Chair), Paul Wright"),
        ("p", "12. The Chair welcomed all who had come to the meeting."),
    )
    agenda = (*TABLE[:-1], ("table", (
        ("Item", "Title", "Lead", "Paper"), ("1", "Apologies", "Chair", "Verbal"),
        ("2", "Minutes of the last meeting", "Chair", "Enclosed"),
        ("3", "On-call staffing review", "Chief Fire Officer", "Paper A"),
    )))  # fmt: skip
    import io

    import pypdfium2 as pdfium

    from tests.papers.agendas import COVERS

    whole = pdfium.PdfDocument.new()
    for part in (agenda, minutes, COVERS[0]):
        whole.import_pages(pdfium.PdfDocument(pdf(part)))
    out = io.BytesIO()
    whole.save(out)
    division = read(out.getvalue(), "pack.pdf")
    first = division.papers[0]
    assert first.cover.meeting.body == "Standards Panel"
    assert (first.cover.meeting.date, first.cover.meeting.inferred) == ("2023-10-04", False)
    assert [item.first_page for item in division.agenda] == [None, 2, 3]


@pytest.mark.parametrize("line", ["27 November 2025 at 9.30am", "To consider the report"])
def test_days_and_requests_are_no_items(line):
    agenda = (*NUMBERED[:3], ("p", line), *NUMBERED[3:])
    titles = [item.title for item in read(joined(agenda), "pack.pdf").agenda]
    assert titles[:2] == ["Apologies for absence", "Declarations of interest"]
    assert not any("November" in title or "consider" in title for title in titles)
