"""Hard case 13: a pack without bookmarks, odd agenda numbers, items without a paper, twins."""

from __future__ import annotations

import io

import pikepdf

from papersearch.record import Paper
from tests.hard.shelf import Shelf, document
from tests.papers.sheets import BODY, PROSE, docx, pdf

TRUST = "Skelder Bay University Hospitals NHS Trust"
AGENDA = (
    ("big", TRUST),
    ("h", "Trust Board meeting in public"),
    ("h", "AGENDA"),
    ("p", "Thursday 25 January 2024, 10.00am, Lecture Theatre"),
    ("table", (
        ("Item", "Title", "Lead", "Paper"),
        ("9", "Welcome and apologies", "Chair", "(verbal)"),
        ("11.1", "Winter pressures report", "Chief Operating Officer", "(enclosure)"),
        ("11.2", "Estates backlog", "Director of Estates", "(to follow)"),
        ("25.a", "Guardian of safe working report", "Medical Director", "(enclosure)"),
        ("27ii", "Charity accounts", "Director of Finance", "(enclosure)"),
        ("28", "Any other business", "Chair", "(verbal)"),
    )),
)  # fmt: skip


def _paper(title: str, item: str, author: str, words: str) -> tuple:
    return (
        ("head", TRUST),
        ("table", (
            ("Meeting", "Trust Board"), ("Date of meeting", "25 January 2024"),
            ("Agenda item", item), ("Report title", title), ("Author", author),
            ("Purpose", "Assurance"),
        )),
        ("h", "1. Summary"), ("p", words), *(("p", text) for text in PROSE),
        ("break",),
        ("h", "2. Detail"), *(("p", text) for text in PROSE),
    )  # fmt: skip


WINTER = _paper(
    "Winter pressures report",
    "11.1",
    "Hugh Lamb, Deputy Chief Operating Officer",
    "Beds were full on 41 days of the quarter, and ambulances waited on 22 of them.",
)
GUARDIAN = _paper(
    "Guardian of safe working report",
    "25.a",
    "Dr Mina Seal, Guardian",
    "Doctors in training filed 63 exception reports, most of them in surgery.",
)
CHARITY = _paper(
    "Charity accounts",
    "27ii",
    "Rob Quaife, Charity Accountant",
    "The charity took in gifts of £310,000 and gave out £280,000 to the wards.",
)


@document("pack.pdf")
def _pack() -> bytes:
    """Join the agenda and three papers, each numbering its own pages from 1."""
    out = pikepdf.new()
    for items in (AGENDA, WINTER, GUARDIAN, CHARITY):
        one = pikepdf.open(io.BytesIO(pdf([*items, ("foot", "Page {page} of 2")])))
        out.pages.extend(one.pages)
    data = io.BytesIO()
    out.save(data)
    return data.getvalue()


COMMITTEE = tuple(
    ("table", tuple(
        ("Meeting", "Quality Committee") if row[0] == "Meeting"
        else ("Date of meeting", "11 January 2024") if row[0] == "Date of meeting"
        else row
        for row in item[1]
    )) if item[0] == "table" else item
    for item in GUARDIAN
)  # fmt: skip


@document("committee-copy.docx")
def _committee() -> bytes:
    return docx([item for item in COMMITTEE if item[0] != "break"])


def _named(papers: list[Paper], title: str) -> Paper:
    (found,) = [paper for paper in papers if paper.title == title]
    return found


def test_the_pack_falls_into_its_papers(shelf: Shelf) -> None:
    papers = shelf.all("pack.pdf")
    assert [(p.title, p.agenda_item, p.source.pages) for p in papers] == [
        ("Winter pressures report", "11.1", (2, 3)),
        ("Guardian of safe working report", "25.a", (4, 5)),
        ("Charity accounts", "27ii", (6, 7)),
    ]
    assert {p.meeting.date for p in papers} == {"2024-01-25"}
    assert {p.organisation for p in papers} == {TRUST}
    assert [p.authors[0].name for p in papers] == ["Hugh Lamb", "Dr Mina Seal", "Rob Quaife"]
    assert {p.purpose for p in papers} == {("assurance",)}


def test_sections_count_pages_of_the_file(shelf: Shelf) -> None:
    charity = _named(shelf.all("pack.pdf"), "Charity accounts")
    found = {(s.number, s.heading): s.page for s in charity.sections}
    assert found[("1", "Summary")] == 6
    assert found[("2", "Detail")] == 7


def test_the_committees_copy_names_the_boards(shelf: Shelf) -> None:
    board = _named(shelf.all("pack.pdf"), "Guardian of safe working report")
    copy = shelf.one("committee-copy.docx")
    assert copy.meeting.body == "Quality Committee"
    assert copy.meeting.date == "2024-01-11"
    assert board.id in copy.same_as
    assert copy.id in board.same_as
    assert board.id != copy.id
    winter = _named(shelf.all("pack.pdf"), "Winter pressures report")
    assert winter.same_as == ()


V1 = (
    ("big", TRUST),
    ("p", "Trust Board, 28 March 2024"),
    ("p", "Title: Car park tariffs"),
    ("p", "Version: v1 DRAFT"),
    ("p", "We propose to raise the daily tariff to £4.00."),
    *BODY,
)
V2 = (*V1[:3], ("p", "Version: v2 FINAL"),
      ("p", "We propose to raise the daily tariff to £4.50."), *BODY)  # fmt: skip


@document("tariffs-v1.docx")
def _first_version() -> bytes:
    return docx(V1)


@document("tariffs-v2.pdf")
def _second_version() -> bytes:
    return pdf(V2)


def test_two_versions_name_each_other(shelf: Shelf) -> None:
    one, two = shelf.one("tariffs-v1.docx"), shelf.one("tariffs-v2.pdf")
    assert one.title == two.title == "Car park tariffs"
    assert one.same_as == (two.id,)
    assert two.same_as == (one.id,)
