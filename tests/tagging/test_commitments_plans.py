"""Plans set as tables: titles across a row, long rows, empty rows, months as columns."""

from __future__ import annotations

from papersearch.papers.paper import Cover, PaperText
from papersearch.reading.document import Block, Cell, Document, Line, Page, Table, Word
from papersearch.record import Commitment
from papersearch.tagging import paper_from_text, tag

ACROSS = "across"
HEADER = ["What we have committed to", "Led by", "Timescale", "Measure"]


def items(*rows: list[str]) -> list[Commitment]:
    """Return the commitments of a table; a row of one cell and ``ACROSS`` is a title."""
    width = max(len(row) for row in rows)
    cells = []
    for number, row in enumerate(rows):
        title = row[-1] == ACROSS
        for column, text in enumerate(row[:1] if title else row):
            lines = (Line(tuple(Word(w) for w in text.split()), 1),) if text else ()
            cells.append(Cell(number, column, lines, column_span=width if title else 1))
    block = Block("table", page=1, table=Table(tuple(cells), len(rows), width, 1, 1, header_rows=1))
    page = Page(1, "text", blocks=(block,), way="text")
    document = Document("plan.pdf", "0" * 64, "application/pdf", (page,))
    return list(tag(PaperText(document, 1, 1, (block,), Cover())).commitments)


def told(found: list[Commitment]) -> list[tuple[str, str | None, str | None]]:
    return [(one.text, one.owner, one.due.raw if one.due else None) for one in found]


def test_a_title_across_the_row_is_no_item() -> None:
    found = items(
        HEADER,
        ["More families live in homes that are warm and dry", ACROSS],
        ["Insulate the flats at Carr Lane", "Head of Housing", "March 2026", "EPC ratings"],
        ["Visit every tenant in arrears", "Income Manager", "Ongoing", "Visits made"],
    )
    assert told(found) == [
        ("Insulate the flats at Carr Lane", "Head of Housing", "March 2026"),
        ("Visit every tenant in arrears", "Income Manager", "Ongoing"),
    ]


def test_an_item_that_names_a_strategy_does_not_end_the_plan() -> None:
    found = items(
        HEADER,
        ["Write a homes, land and skills strategy", "Head of Economy", "May 2025", "Adopted"],
        ["Map the empty shops", "Town Centre Manager", "June 2025", "Map"],
    )
    assert [one.text for one in found] == [
        "Write a homes, land and skills strategy",
        "Map the empty shops",
    ]


def test_a_long_row_with_an_owner_and_a_date_is_read() -> None:
    long = "Test the falls alarm in thirty care homes. " + "The homes send what they see. " * 12
    found = items(
        HEADER,
        [long.strip(), "Falls Lead", "March 2026", "Falls"],
        ["Train two carers in each home", "Care Manager", "May 2026", "Carers trained"],
    )
    assert [one.owner for one in found] == ["Falls Lead", "Care Manager"]


def test_an_empty_row_below_the_header_is_passed_over() -> None:
    found = items(
        HEADER,
        ["", "", "", ""],
        ["Open the day centre on Sundays", "Centre Manager", "April 2026", "Visits"],
        ["Mend the lift", "Estates Lead", "May 2026", "Lift runs"],
    )
    assert [one.owner for one in found] == ["Centre Manager", "Estates Lead"]


def test_commitments_beside_months_are_a_list() -> None:
    found = tag(
        paper_from_text("""
| Commitment | Jan-2031 | Feb-2031 | Mar-2031 | Apr-2031 |
| Spending over £500 to be published online | Draft guidance | Pilot | | Launch |
| Names of senior staff to be published | | Consult unions | Publish | |
""")
    ).commitments
    assert [(one.kind, one.text) for one in found] == [
        ("annual", "Spending over £500 to be published online"),
        ("annual", "Names of senior staff to be published"),
    ]


def test_figures_beside_months_are_no_list() -> None:
    table = """
| Objective | Jan-2031 | Feb-2031 | Mar-2031 | Apr-2031 |
| Agency staff and consultants | 12 | 14 | 9 | 11 |
| Energy for all the buildings | 40 | 38 | 31 | 22 |
"""
    assert tag(paper_from_text(table)).commitments == ()


def test_a_lead_department_owns_a_commitment() -> None:
    found = tag(
        paper_from_text("""
| No. | Commitment | Lead Dept | Deadline | Status |
| 3 | Publish the register of quarries | Mines Office | May 2031 | On track |
| 4 | Map every bridle path in the county | Ways Office | June 2031 | Complete |
""")
    ).commitments
    assert [(one.owner, one.status, one.reference) for one in found] == [
        ("Mines Office", "On track", "3"),
        ("Ways Office", "Complete", "4"),
    ]
