"""What tells a label, an item, a purpose and a body's name from words that look alike."""

from __future__ import annotations

import pytest

from papersearch.papers.labels import label_kinds
from papersearch.papers.people import parse_people
from papersearch.papers.purpose_words import only_marks_purpose
from tests.papers.sheets import BODY, Item, docx, pdf, plain, read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Date of Trust Board", ("meeting_date",)),
        ("Date of the Audit Committee:", ("meeting_date",)),
        ("Committee meeting date", ("meeting_date",)),
        ("Date of birth", ()),
        ("Date of the Board's last visit", ()),
        ("Prepared and presented by", ("authors", "presented_by")),
        ("Written & submitted by:", ("authors",)),
        ("Supported and funded by", ()),
    ],
)
def test_labels(text, kinds):
    assert label_kinds(text) == kinds


@pytest.mark.parametrize(
    "text",
    ["For Discussion", "For Approval ☐ For Noting ✓ For Decision ☐", "[X] Decision [ ] Noting",
     "Approve / Note", "☒ Assurance"],
)  # fmt: skip
def test_options_are_no_recommendation(text):
    assert only_marks_purpose(text)


@pytest.mark.parametrize(
    "text",
    ["The Board is asked to approve the plan.", "Approve the plan", "Note the report", "", "✓",
     "For the Board to note"],
)  # fmt: skip
def test_sentences_are_recommendations(text):
    assert not only_marks_purpose(text)


def cover(items: tuple[Item, ...], form: str = "pdf"):
    data = {"pdf": pdf, "docx": docx, "txt": plain}[form]((*items, *BODY))
    (paper,) = read(data, f"paper.{form}").papers
    return paper.cover


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Trust Board, 25 July 2024 – agenda item 18", "18"),
        ("Board in public, 25 July 2024; item 13", "13"),
        ("Quality Committee, 25 July 2024. Item 6.", "6"),
        ("Meeting of the NHS Board, 25 July 2024. Agenda item 5.2", "5.2"),
        ("Trust Board 25 July 2024 (item 4b)", "4b"),
        ("Trust Board, 25 July 2024", None),
    ],
)
@pytest.mark.parametrize("form", ["pdf", "txt"])
def test_an_item_behind_the_meetings_day(line, number, form):
    items = (("big", "Marlowe Valley NHS Trust"), ("p", line), ("big", "Estates plan"))
    found = cover(items, form)
    assert found.agenda_item == number
    assert found.meeting.date == "2024-07-25"


def test_an_item_that_prose_mentions_is_not_the_papers_own():
    said = "The survey was lost when papers were sorted; see also the old item 4"
    found = cover((("big", "Marlowe Valley NHS Trust"), ("big", "Estates plan"), ("p", said)))
    assert found.agenda_item is None


def test_words_that_a_narrow_column_cuts_are_labels_all_the_same():
    rows = (
        ("Committ\nee", "Quality Committee", "Da\nte", "28 March 2024"),
        ("Paper\ntitle", "Options for the network", "Ite\nm", "P7"),
        ("Present\ned by", "Gwil Prosser, Chief Operating Officer", "Fo\nr", "Decision"),
    )
    found = cover((("big", "Marlowe Valley NHS Trust"), ("table", rows)), "docx")
    assert found.meeting.body == "Quality Committee"
    assert (found.title, found.agenda_item) == ("Options for the network", "P7")
    assert [p.name for p in found.presented_by] == ["Gwil Prosser"]
    assert found.purpose == ("decision",)


def test_the_head_of_a_list_holds_no_fields():
    rows = (
        ("Meeting", "No.", "Who", "What was agreed", "Position"),
        *((f"{day} May", str(day), "AL", "Report on delays", "Open") for day in range(1, 6)),
    )
    found = cover((("big", "Marlowe Valley NHS Trust"), ("p", "Trust Board, 25 July 2024"),
                   ("big", "Action tracker"), ("table", rows)))  # fmt: skip
    assert found.meeting.body == "Trust Board"


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Havenport Homes", "Board, 20 July 2022", "Havenport Homes"),
        ("The Castle Rock Academies", "Trustees' Board, 20 July 2022", "The Castle Rock Academies"),
        ("Annual report", "Board, 20 July 2022", None),
        ("Winter resilience", "A plan for the cold months", None),
    ],
)
def test_the_first_line_above_its_meeting_is_the_bodys_name(first, second, name):
    found = cover((("p", first), ("p", second), ("big", "Matters arising")))
    assert found.organisation == name


def test_a_bilingual_body_goes_by_its_english_name():
    for lines in (("Cyngor Glanafon", "Glanafon Council"), ("Glanafon Council", "Cyngor Glanafon")):
        items = (
            *(("p", line) for line in lines),
            ("p", "Title: Grants"),
            ("p", "Date: 3 May 2024"),
        )
        assert cover(items).organisation == "Glanafon Council"


def test_a_post_that_its_column_cuts_is_one():
    cut = ("Assistant", "Commissioner, Fire Safety")
    assert [p.role for p in parse_people(" ".join(cut), cut)] == [" ".join(cut)]
    two = ("Head of Fleet", "Commissioner, Fire Safety")
    assert [p.role for p in parse_people(" ".join(two), two)] == list(two)


@pytest.mark.parametrize("opening", ["", "n\n\n"])
def test_a_masthead_over_several_bold_lines_is_no_title(opening):
    lines = (
        "**The Wharfside**\n\n**Teaching Hospitals**\n\n**NHS Trust**\n\n**People Strategy**\n\n"
    )
    (paper,) = read((opening + lines + "The plan was agreed in May.").encode(), "a.md").papers
    assert paper.cover.title == "People Strategy"
    assert paper.cover.organisation == "The Wharfside Teaching Hospitals NHS Trust"
