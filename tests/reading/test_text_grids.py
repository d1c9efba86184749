"""Tables of plain text and Markdown ruled by signs, stacked one cell a line; what is none."""

from __future__ import annotations

import pytest

from papersearch.reading import read_bytes
from papersearch.reading.document import Block
from tests.reading.test_text_tables import found, tables


def blocks(text: str, name: str = "paper.txt") -> list[Block]:
    document = read_bytes(text.encode(), name)
    return [block for page in document.pages for block in page.blocks]


REGISTER = [
    ["Ref", "Risk", "Appetite"],
    ["SR1", "Failure to recruit enough nurses", "Open"],
    ["SR2", "Estate fails", "Minimal"],
]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            """
+------+---------------------+----------+
| Ref  | Risk                | Appetite |
+------+---------------------+----------+
| SR1  | Failure to recruit  | Open     |
|      | enough nurses       |          |
| SR2  | Estate fails        | Minimal  |
+------+---------------------+----------+
""",
            id="a line under the header",
        ),
        pytest.param(
            """
+------+---------------------+----------+
| Ref  | Risk                | Appetite |
+======+=====================+==========+
| SR1  | Failure to recruit  | Open     |
|      | enough nurses       |          |
+------+---------------------+----------+
| SR2  | Estate fails        | Minimal  |
+------+---------------------+----------+
""",
            id="a line under each row",
        ),
        pytest.param(
            """
┌──────┬─────────────────────┬──────────┐
│ Ref  │ Risk                │ Appetite │
├──────┼─────────────────────┼──────────┤
│ SR1  │ Failure to recruit  │ Open     │
│      │ enough nurses       │          │
├──────┼─────────────────────┼──────────┤
│ SR2  │ Estate fails        │ Minimal  │
└──────┴─────────────────────┴──────────┘
""",
            id="a drawn box",
        ),
        pytest.param(
            """
Ref | Risk                             | Appetite
----+----------------------------------+---------
SR1 | Failure to recruit enough nurses | Open
SR2 | Estate fails                     | Minimal
""",
            id="no lines at the sides",
        ),
        pytest.param(
            """
Ref | Risk | Appetite
SR1 | Failure to recruit enough nurses | Open
SR2 | Estate fails | Minimal
""",
            id="pipes alone",
        ),
        pytest.param(
            """
Ref
Risk
Appetite

SR1
Failure to recruit enough nurses
Open

SR2
Estate fails
Minimal
""",
            id="one cell a line, a blank line between rows",
        ),
    ],
)
def test_a_register(text: str) -> None:
    assert tables(f"The risks are these.\n{text}\nThey were agreed.") == [REGISTER]


def test_a_cell_that_covers_two_columns() -> None:
    table = found("""
+------+----------+----------+
| Risk | Now      | Target   |
+------+----------+----------+
| Fire | not yet scored      |
+------+----------+----------+
| Theft| 9        | 6        |
+------+----------+----------+
""")[0]
    assert [(c.text, c.column_span) for c in table.cells if c.row == 1 and c.lines] == [
        ("Fire", 1), ("not yet scored", 2),
    ]  # fmt: skip
    assert table.grid()[1][2] is table.grid()[1][1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Paper to the Board | 21 May 2024 | Paper 4\n\nEnforcement.", id="a heading"),
        pytest.param("Home | Meetings | Papers | Contact\nSearch | Help | Log in", id="links"),
        pytest.param("Page 1 of 2 | Trust Board | March", id="a footer"),
        pytest.param(
            "Risk\nAppetite\nScore\nThe Board looked at each of these in turn and was content.",
            id="headings above prose",
        ),
        pytest.param(
            "Risk\nFinance\nAction\nPeople\nTarget\nEstates", id="labels and values that alternate"
        ),
        pytest.param(
            "Title\nWinter plan\nLead\nJo Marsh\nStatus\nFor approval\nAction\nNone", id="a cover"
        ),
        pytest.param(
            "Risk\nAppetite\n1. Note the report.\n2. Agree it.\n3. Ask.\n4. Tell.", id="a list"
        ),
    ],
)
def test_no_table(text: str) -> None:
    assert tables(text) == []


def test_one_cell_a_line() -> None:
    text = """Risk table

Risk
Appetite
Current
Target
Loss of skilled staff
Cautious
12
6
Dilapidations cost more than provided for
Open
9
9

4. Publication. Exempt."""
    assert tables(text) == [
        [
            ["Risk", "Appetite", "Current", "Target"],
            ["Loss of skilled staff", "Cautious", "12", "6"],
            ["Dilapidations cost more than provided for", "Open", "9", "9"],
        ]
    ]


def test_a_section_heading_belongs_to_no_table() -> None:
    text = """2   Principal risks

    Ref     Risk                    Appetite   Score

    PR1     Patients wait           Low        20
    PR2     We lose paramedics      Moderate   12

3   Freedom of information

    Annex A is withheld.
"""
    assert [(b.kind, b.text.split("\t")[0]) for b in blocks(text)] == [
        ("heading", "2 Principal risks"), ("table", "Ref"),
        ("heading", "3 Freedom of information"), ("paragraph", "Annex A is withheld."),
    ]  # fmt: skip


def test_tables_of_other_columns_below_each_other_are_two() -> None:
    text = """Risk                    L    C    Score    Appetite
Loss of data            4    5    20       Averse
Strike action           3    3    9        Cautious

          Actions agreed

 No.   Action                                    Who      When
 --------------------------------------------------------------
 1.    Chase the auditors for their letter       DoF      May
 2.    Find out what the roof will cost and      DoE      June
       bring it to the Committee

Priority                                                   Tick
To cut the number of falls by 10%                          [X]
To open the new ward                                       [ ]
To answer every complaint                                  [X]
"""
    first, second, third = found(text)
    assert first.columns == 5
    assert [c.text for c in second.cells if c.row == 2] == [
        "2.", "Find out what the roof will cost and bring it to the Committee", "DoE", "June",
    ]  # fmt: skip
    assert [c.tick for c in third.cells if c.column == 1] == [
        None, "ticked", "not_ticked", "ticked",
    ]  # fmt: skip


def test_names_over_several_columns_but_the_last() -> None:
    text = """
                    Inherent            Current
Risk             L    C    Score     L    C    Score    Appetite
Theft            4    4    16        3    4    12       Low
Flooding         3    5    15        2    5    10       Open
"""
    table = found(text)[0]
    assert table.header_rows == 2
    assert [(c.text, c.column, c.column_span) for c in table.cells if c.row == 0 and c.lines] == [
        ("Inherent", 1, 3), ("Current", 4, 3),
    ]  # fmt: skip


def test_a_name_above_references_covers_the_words_beside_them() -> None:
    text = """
    Risk                              Owner        Today   Appetite

    CR1  Local plan found unsound     Dir. Place   12      Moderate
    CR3  Dangerous cladding, Mill     Dir. Place   10      Very low
         Heights
    CR4  Cyber attack                 Dir. Res.    15      Low
"""
    table = found(text)[0]
    head = table.cell(0, 1)
    assert head is not None
    assert (head.text, head.column_span) == ("Risk", 2)
    assert [c.text if c else "" for c in table.grid()[2][:2]] == [
        "CR3", "Dangerous cladding, Mill Heights",
    ]  # fmt: skip
