"""Minutes set as a table: the margin's initials speak of what stands at their height.

The minutes are made up; each line is given with how far down the page it stands.
"""

from __future__ import annotations

from papersearch.papers.paper import Cover, PaperText
from papersearch.reading.document import Block, Cell, Document, Line, Page, Table, Word
from papersearch.record import Commitment, Meeting
from papersearch.tagging import paper_from_text, tag

Lines = list[tuple[float, str]]


def line(top: float, text: str, left: float) -> Line:
    words = []
    for word in text.split():
        words.append(Word(word, box=(left, top, left + 5 * len(word), top + 10)))
        left += 5 * (len(word) + 1)
    return Line(tuple(words), 1)


def actions(*rows: tuple[Lines, Lines]) -> list[Commitment]:
    """Return the actions of a table of minutes with an item and its margin in each row."""
    cells = tuple(
        Cell(row, column, tuple(line(top, text, 60 + 400 * column) for top, text in lines))
        for row, both in enumerate(rows)
        for column, lines in enumerate(both)
    )
    block = Block("table", page=1, table=Table(cells, len(rows), 2, 1, 1, header_rows=0))
    page = Page(1, "text", blocks=(block,), way="text")
    document = Document("minutes.pdf", "0" * 64, "application/pdf", (page,))
    cover = Cover(meeting=Meeting(date="2024-03-12"))
    return list(tag(PaperText(document, 1, 1, (block,), cover, kind="minutes")).commitments)


def told(found: list[Commitment]) -> list[tuple[str, str | None]]:
    return [(one.text, one.owner) for one in found]


def test_each_of_several_initials_speaks_of_its_own_paragraph() -> None:
    item: Lines = [
        (100, "Premises"),
        (112, "The lift was out of use for nine days in February and the engineers came twice"),
        (124, "before it ran. A log of faults will be kept and sent to the insurers."),
        (150, "The car park barrier has been hit again and the panel is past mending this time."),
        (162, "A new barrier will be ordered."),
        (188, "Members thanked the caretaker for his work during the flood in the lower hall."),
    ]
    margin: Lines = [(124, "RD"), (160, "RD/TL")]
    assert told(actions((item, margin))) == [
        ("A log of faults will be kept and sent to the insurers.", "RD"),
        ("A new barrier will be ordered.", "RD/TL"),
    ]


def test_the_heading_of_an_item_is_no_part_of_the_action() -> None:
    item: Lines = [
        (100, "Date of the Open Day"),
        (
            112,
            "The programme will be circulated to every tutor who has agreed to teach on that day.",
        ),
    ]
    assert told(actions((item, [(112, "KM")]))) == [
        (
            "The programme will be circulated to every tutor who has agreed to teach on that day.",
            "KM",
        )
    ]


def test_the_bullets_of_a_cell_are_read_apart() -> None:
    item: Lines = [
        (
            100,
            "The following was agreed after a long talk about the day and who should come to it:",
        ),
        (114, "• Mayor's attendance – KM to confirm"),
        (128, "• The stalls could be on the lower lawn if the ground is dry by the end of May"),
        (142, "• KM to book the band"),
    ]
    found = told(actions((item, [(114, "KM"), (142, "KM")])))
    assert found == [
        ("Mayor's attendance – KM to confirm", "KM"),
        ("KM to book the band", "KM"),
    ]


def test_initials_beside_what_charges_nobody_are_left() -> None:
    item: Lines = [
        (100, "Accounts"),
        (
            112,
            "The Treasurer presented the accounts to the end of February and they were approved.",
        ),
        (138, "The Board thanked her for the clear summary and for the notes that go with it all."),
    ]
    assert actions((item, [(112, "KM"), (138, "KM")])) == []


def test_what_the_board_asked_for_is_charged_to_the_margin() -> None:
    item: Lines = [
        (100, "Signs"),
        (
            112,
            "The Board suggested that a sign in Welsh is considered for the front of the building.",
        ),
    ]
    assert told(actions((item, [(112, "GP")]))) == [
        (
            "The Board suggested that a sign in Welsh is considered for the front of the building.",
            "GP",
        )
    ]


def test_a_mark_of_its_own_names_who_for_all_that_was_agreed() -> None:
    text = """
# 9 Summer Fair

- 9.1 Agreed to place a notice in the parish magazine.

- 9.2 The marquee cost £400 last year.

- 9.3 Agreed to print 60 posters.

ACTION: MS/TL

# 10 Hall

- 10.1 Agreed to display the plans in the porch.
"""
    found = tag(paper_from_text(text, Cover(), "minutes")).commitments
    assert told(list(found)) == [
        ("Agreed to place a notice in the parish magazine.", "MS/TL"),
        ("Agreed to print 60 posters.", "MS/TL"),
        ("Agreed to display the plans in the porch.", None),
    ]
