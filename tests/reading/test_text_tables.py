"""Tables of plain text that spaces or tabs alone keep apart, and what is no table."""

from __future__ import annotations

import pytest

from papersearch.reading import read_bytes
from papersearch.reading.document import Table
from tests.reading.pdfs import grid


def tables(text: str, name: str = "paper.txt") -> list[list[list[str]]]:
    return [grid(table) for table in found(text, name)]


def found(text: str, name: str = "paper.txt") -> list[Table]:
    document = read_bytes(text.encode(), name)
    return [b.table for page in document.pages for b in page.blocks if b.table is not None]


def test_columns_that_begin_at_one_letter() -> None:
    text = """Our risks are below.

Risk                      Appetite     Score   Target
Patient safety            Minimal      12      8
Digital transformation    Open         9       9

They were agreed in May."""
    assert tables(text) == [
        [
            ["Risk", "Appetite", "Score", "Target"],
            ["Patient safety", "Minimal", "12", "8"],
            ["Digital transformation", "Open", "9", "9"],
        ]
    ]


def test_wrapped_cells_are_joined_by_the_columns_that_keep_to_one_line() -> None:
    text = """
Ref    Principal risk                 Risk        Rationale
                                      appetite
BAF1   Failure to recruit and retain  Cautious    Agency nurses
       enough nurses                              cost more
BAF2   Loss of the                    Minimal     No care without
       Elmbridge laundry                          clean linen
"""
    assert tables(text) == [
        [
            ["Ref", "Principal risk", "Risk appetite", "Rationale"],
            ["BAF1", "Failure to recruit and retain enough nurses", "Cautious",
             "Agency nurses cost more"],
            ["BAF2", "Loss of the Elmbridge laundry", "Minimal", "No care without clean linen"],
        ]
    ]  # fmt: skip


def test_blank_lines_or_rules_between_rows() -> None:
    text = """
  Risk area            Appetite      Rationale
  -----------------------------------------------------
  Fire prevention      Cautious      We act on evidence
                                     Lives are at stake

  Procurement of       Open          New suppliers may
  Vehicles                           bring value

  Pensions             Minimal       Members rely on us
"""
    (rows,) = tables(text)
    assert [row[0] for row in rows] == [
        "Risk area", "Fire prevention", "Procurement of Vehicles", "Pensions",
    ]  # fmt: skip
    assert rows[1][2] == "We act on evidence Lives are at stake"


def test_a_merged_first_column_leaves_its_rows_apart() -> None:
    text = """
Level 1      Level 2               Appetite
Clinical     Patient safety        Minimal
             Patient experience    Cautious
External     Regulatory            Averse
"""
    assert tables(text)[0][2] == ["", "Patient experience", "Cautious"]


def test_a_long_cell_that_leaves_one_space() -> None:
    text = """
Ref  Risk                   Appetite
R1   Failure of the network Averse
R2   Theft                  Cautious
R3   Late buildings         Open
"""
    assert tables(text)[0][1] == ["R1", "Failure of the network", "Averse"]


def test_titles_above_groups_of_rows() -> None:
    text = """
Risk               Appetite    Lead
Operational
Waiting times      Minimal     COO
Supply of drugs    Averse      MD
Financial
Capital spend      Open        CFO
"""
    table = found(text)[0]
    assert [(cell.text, cell.column_span) for cell in table.cells if cell.row == 4] == [
        ("Financial", 3)
    ]
    assert table.header_rows == 1


def test_names_over_several_columns() -> None:
    text = """
                    Inherent            Current
Risk             L    C    Score     L    C    Score
Theft            4    4    16        3    4    12
Flooding         3    5    15        2    5    10
"""
    table = found(text)[0]
    assert table.header_rows == 2
    assert [(c.text, c.column, c.column_span) for c in table.cells if c.row == 0 and c.lines] == [
        ("Inherent", 1, 3), ("Current", 4, 3),
    ]  # fmt: skip


def test_marks_below_names_of_levels() -> None:
    text = """
Domain           Averse   Minimal   Cautious   Open
Teaching                    X
Money                                 X
Growth abroad                                    X
"""
    rows = tables(text)[0]
    assert rows[1] == ["Teaching", "", "X", "", ""]
    assert rows[3] == ["Growth abroad", "", "", "", "X"]


def test_tabs() -> None:
    text = "Risk\tAppetite\tScore\nSafeguarding of children\tAverse\t10\nFleet\t\t12\n"
    assert tables(text) == [
        [["Risk", "Appetite", "Score"], ["Safeguarding of children", "Averse", "10"],
         ["Fleet", "", "12"]]
    ]  # fmt: skip


def test_a_table_ends_where_the_text_goes_on() -> None:
    text = """
Risk             Score   Target
Theft            16      8
Flooding         15      10
The Board is asked to note that both scores fell in the year and that more is to be done.
"""
    document = read_bytes(text.encode(), "paper.txt")
    assert [block.kind for block in document.pages[0].blocks] == ["table", "paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            """The Board has agreed that it    wishes to be open about what
it will tolerate in the year    ahead and that any paper that
asks for a decision should      say where the matter stands.
In the end it is a matter of    judgement and not of numbers.""",
            id="prose in two columns",
        ),
        pytest.param(
            """Trust Secretary                 Telephone 01632 960123
Rivermead House                 Email secretary@example.org
Long Lane                       Office hours 9 to 5
Elmbridge                       Closed at weekends""",
            id="addresses",
        ),
        pytest.param(
            """1.  Risk appetite ................  4
2.  Current scores ...............  8
3.  Target scores ................  12
4.  The year ahead ...............  15""",
            id="contents with leaders",
        ),
        pytest.param(
            """Contents             Page
Risk appetite        4
Current scores       8
Target scores        12
The year ahead       15""",
            id="contents without leaders",
        ),
        pytest.param(
            """We take    no risk
  with the    lives
of those we    serve,
  open    or minimal.""",
            id="verse",
        ),
        pytest.param(
            """  a)   Appetite      see annex
  b)   Scores        see annex
  c)   Controls      see the register""",
            id="an indented list",
        ),
        pytest.param(
            """Title:          Winter plan            Date:     30 November 2023
Author:         Jo Marsh               Item:     12
Purpose:        For assurance          Public:   Yes""",
            id="a cover sheet",
        ),
        pytest.param(
            """The winter was long.  It was cold.  The wards were full.
The spring was short.  It rained much.  The fields were wet.
The summer was hot.  It was dry.  The beds were free again.""",
            id="two spaces behind full stops",
        ),
        pytest.param(
            """Present:   Jo Marsh          Chair
           Ann Other         Chief Executive
           Sam Field         Medical Director""",
            id="who was there",
        ),
        pytest.param(
            """    1.   Note the report.
    2.   Agree the appetite.
    3.   Ask for a plan.""",
            id="a numbered list",
        ),
    ],
)
def test_no_table(text: str) -> None:
    assert tables(text) == []


def test_a_header_whose_words_stand_over_one_column() -> None:
    text = """
   Score now   Risk                              We want   Appetite
      20       Building safety remediation          6      Averse
      12       Sales fall short of the plan         9      Open
       9       Complaints are handled late          4      Cautious
"""
    assert tables(text)[0][:2] == [
        ["Score now", "Risk", "We want", "Appetite"],
        ["20", "Building safety remediation", "6", "Averse"],
    ]
