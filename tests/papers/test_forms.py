"""Fields of forms as programs and web pages make them: what each is found by."""

from __future__ import annotations

import io
from typing import Any

import pytest

from papersearch.papers import Division, divide
from papersearch.papers.paper import Cover
from papersearch.papers.people import is_name, parse_people
from papersearch.reading import ReadOptions, read_bytes
from tests.papers.sheets import PROSE


def cover(data: bytes, name: str) -> Cover:
    division: Division = divide(read_bytes(data, name, ReadOptions(ocr=False)))
    (paper,) = division.papers
    return paper.cover


def word(rows: list[list[str]], head: tuple[str, ...] = ()) -> tuple[Any, Any]:
    """Return a Word file and the table in it that holds *rows*."""
    import docx

    file = docx.Document()
    for text in head:
        file.add_paragraph(text)
    table = file.add_table(len(rows), max(map(len, rows)))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    return file, table


def saved(file: Any) -> bytes:
    for text in PROSE:
        file.add_paragraph(text)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def text(*lines: str) -> bytes:
    return "\n".join([*lines, "", *PROSE]).encode()


def test_ticks_beneath_options_in_a_table_within_a_cell() -> None:
    file, table = word([["Report title", "Staff survey"], ["Purpose", ""]], ("Ashdale NHS Trust",))
    inner = table.cell(1, 1).add_table(2, 3)
    for column, name in enumerate(("Decision", "Discussion", "Information")):
        inner.cell(0, column).text = name
    inner.cell(1, 1).text = "\u2713"
    assert cover(saved(file), "a.docx").purpose == ("discussion",)


def test_a_form_whose_first_rows_have_no_labels() -> None:
    file, _ = word(
        [["Moorgate NHS Foundation Trust", ""], ["Charitable Funds Committee", "Item 4"],
         ["12 December 2023", ""], ["Title of paper", "Annual accounts"]]
    )  # fmt: skip
    found = cover(saved(file), "a.docx")
    assert found.organisation == "Moorgate NHS Foundation Trust"
    assert found.agenda_item == "4"
    assert (found.meeting.body, found.meeting.date) == ("Charitable Funds Committee", "2023-12-12")


def test_labels_in_two_languages_below_each_other() -> None:
    file, _ = word(
        [["Teitl yr Adroddiad", "Winter plan"],
         ["Pwrpas yr Adroddiad (dewiswch fel yn addas)\nPurpose of the Report (select one)",
          "Ar Gyfer Sicrwydd/For Assurance"]]
    )  # fmt: skip
    assert cover(saved(file), "a.docx").purpose == ("assurance",)


def test_the_responsible_officer_beside_an_author_is_the_sponsor() -> None:
    file, _ = word(
        [["Title", "Annual review"], ["Responsible officer", "Morag Bain, Chief Officer"],
         ["Report author", "Ian Kerr, Planning Manager"]]
    )  # fmt: skip
    found = cover(saved(file), "a.docx")
    assert [p.name for p in found.authors] == ["Ian Kerr"]
    assert [p.name for p in found.presented_by] == ["Morag Bain"]
    alone, _ = word([["Title", "Annual review"], ["Responsible officer", "Morag Bain"]])
    assert [p.name for p in cover(saved(alone), "a.docx").authors] == ["Morag Bain"]


@pytest.mark.parametrize(
    ("line", "purpose"),
    [
        ("Purpose: [ ] Decision   [x] Discussion   [ ] Information", ("discussion",)),
        ("Purpose: ( ) Decision   (x) Discussion   (x) Information", ("discussion", "information")),
        ("Purpose\nApproval", ("approval",)),
        ("Purpose\nTo tell the Board of the plans for winter and what they cost", ()),
    ],
)
def test_options_in_brackets_and_below_their_heading(line: str, purpose: tuple[str, ...]) -> None:
    data = text("Ashdale NHS Trust", "Title: Winter plan", "Author: Mia Lund", "", line)
    assert cover(data, "a.txt").purpose == purpose


def test_columns_of_a_text_laid_out_with_spaces() -> None:
    data = text(
        "                    Kelham Valley NHS Trust", "",
        "  Meeting:       Trust Board            Date:     28 September 2023",
        "  Agenda item:   12                     Enclosure:   F", "",
        "  Title:         Safe staffing review", "  Author:        Ann Pole, Deputy Chief Nurse",
    )  # fmt: skip
    found = cover(data, "a.txt")
    assert (found.meeting.body, found.meeting.date) == ("Trust Board", "2023-09-28")
    assert (found.agenda_item, found.title) == ("12", "Safe staffing review")


ITEM = """<html><body><div>Thornbury Borough Council</div><ul><li>Home</li><li>Committees</li></ul>
<h1>{head}</h1><h2>Local plan consultation</h2><ul><li>{where}</li></ul><h3>Decision:</h3>
<p>RESOLVED that the consultation be agreed and published in January.</p></body></html>"""


def test_a_councils_web_page_of_an_agenda_item() -> None:
    where = "Meeting of Cabinet, Tuesday, 10th December, 2024 6.00 pm (Item 45.)"
    found = cover(ITEM.format(head="Agenda item", where=where).encode(), "a.html")
    assert found.title == "Local plan consultation"
    assert (found.meeting.body, found.meeting.date) == ("Cabinet", "2024-12-10")
    assert (found.agenda_item, found.organisation) == ("45", "Thornbury Borough Council")


def test_a_decision_that_no_meeting_took_has_no_meeting() -> None:
    page = ITEM.format(head="Decision details", where="Publication date: 03/02/2025")
    found = cover(page.encode(), "a.html")
    assert found.title == "Local plan consultation"
    assert (found.meeting.body, found.meeting.date) == (None, None)


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Board of the Integrated Care Board \u2013 26 September 2024",
         "Board of the Integrated Care Board"),
        ("Ashdale Ambulance NHS Trust Trust Board 26 September 2024", "Trust Board"),
        ("Board of Directors, 26 September 2024", "Board of Directors"),
    ],
)  # fmt: skip
def test_names_of_boards(line: str, body: str) -> None:
    found = cover(text(line, "", "Title: Winter plan", "Author: Mia Lund"), "a.txt")
    assert (found.meeting.body, found.meeting.date) == (body, "2024-09-26")


def test_numbers_beneath_minuted_headings_are_no_agenda_item() -> None:
    data = text("Ashdale Council", "Minutes of the Cabinet, 5 March 2024", "", "1. Apologies",
                "(Item 1)", "There were none.")  # fmt: skip
    assert cover(data, "a.txt").agenda_item is None


def test_surnames_that_are_posts_elsewhere() -> None:
    assert is_name("Dr Hal Dean")
    assert not is_name("Medical Director")
    assert not is_name("Mr Deputy Chairman")
    (person,) = parse_people("Dr Hal Dean, Guardian of Safe Working Hours")
    assert (person.name, person.role) == ("Dr Hal Dean", "Guardian of Safe Working Hours")


EXTRACT = (
    "This paper gives the Board a view of building schemes at Harmoor Teaching Hospitals NHS",
    "Trust, nine months into the year.",
    "",
    "The Trust Board is asked to review the progress.",
)


def test_the_only_body_that_a_text_names_and_calls_the_trust_is_its_own() -> None:
    again = ("", "The Trust has spent what it had planned, and the Trust Board knows it.")
    assert cover(text(*EXTRACT, *again), "a.txt").organisation == (
        "Harmoor Teaching Hospitals NHS Trust"
    )
    other = ("", "The Trust Board met Ashdale NHS Trust, and the Trust was thanked.")
    assert cover(text(*EXTRACT, *other), "a.txt").organisation is None
    assert cover(text(*EXTRACT[:2]), "a.txt").organisation is None
