"""Lines that hold several things: which parts they have, and what each part tells."""

from __future__ import annotations

import pytest

from papersearch.papers import divide
from papersearch.papers.masthead import is_masthead, is_reference, without_number
from papersearch.papers.masthead_name import names_on_line, stands_before_meeting
from papersearch.papers.run_in import parted
from papersearch.reading import read_bytes
from papersearch.reading.document import Block, Line, Word


def cover(text: str, name: str = "paper.md"):
    (paper,) = divide(read_bytes(text.encode(), name)).papers
    return paper.cover


PROSE = "The roof of the north wing was mended in May, at a cost that nobody had foreseen.\n\n"


def parts(text: str) -> list[str]:
    lines = tuple(Line(tuple(map(Word, line.split())), 1) for line in text.split("\n"))
    return [line.text for line in parted(Block("paragraph", lines)).lines]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Author: Ann Lee, Clerk. Executive\nsponsor: Jo Hill, Chief Executive.",
         ["Author: Ann Lee, Clerk", "Executive sponsor: Jo Hill, Chief Executive"]),
        ("Paper to the Board | 21 May 2024 | Paper 4",
         ["Paper to the Board", "21 May 2024", "Paper 4"]),
        ("Estate and workforce. Prepared by Ann Lee, Secretary",
         ["Estate and workforce", "Prepared by Ann Lee, Secretary"]),
        ("To: Police Board, 22 January 2026 Item: 4(b) For: Discussion",
         ["To: Police Board, 22 January 2026", "Item: 4(b)", "For: Discussion"]),
        ("Author: Dr. A. Lee, St. Mary ward. Members are asked to note it.",
         ["Author: Dr. A. Lee, St. Mary ward", "Members are asked to note it."]),
    ],
)  # fmt: skip
def test_fields_that_run_on_are_parted(text, wanted):
    assert parts(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["The lift failed. Note: it is old. The driver: nobody knows.",
     "Recommendation: That the Board: approve the plan. Note: the risk.",
     "By: Jo Hill - Leader; Ann Lee - Director of People",
     "TEITL YR ADRODDIAD: TITLE OF REPORT: Winter plan"],
)  # fmt: skip
def test_what_is_one_field_or_prose_is_not_parted(text):
    assert parts(text) == [text]


@pytest.mark.parametrize(
    "text",
    ["GOVERNANCE COMMITTEE AGENDA ITEM NO. 7",
     "Board of Management \u2013 6 March 2025 \u2013 Paper E",
     "Board Paper 25/61", "Report NPA/21/017", "Cyngor Glanafon / Glanafon Council", "14iii",
     "Home > Meetings > 21 November 2025", "Item No 05"],
)  # fmt: skip
def test_mastheads(text):
    assert is_masthead(text)


@pytest.mark.parametrize(
    "text",
    ["Risk appetite statement: annual review", "Corporate risks - quarter 3",
     "Board Assurance Framework", "Item pricing in shops", "Minutes of the Cabinet, 5 March 2024"],
)  # fmt: skip
def test_titles_are_no_mastheads(text):
    assert not is_masthead(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Paper 8: Strategic risk", "Strategic risk"),
        ("Item 14. Adult skills", "Adult skills"),
        ("Decision Notice D/0342/2025 \u2013 Cameras", "Cameras"),
        ("Board meeting, 1 October 2025: Item 9 \u2013 Hosting contract", "Hosting contract"),
        ("Report 7", "Report 7"),
        ("Item pricing: a study", "Item pricing: a study"),
    ],
)
def test_a_number_before_a_title_is_none_of_it(text, title):
    assert without_number(text) == title


def test_references():
    assert all(map(is_reference, ("C/23/48", "TB(24)112", "LCA 05/25")))
    assert not any(map(is_reference, ("Budget 2024", "Annual report", "H")))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Fernbourne College Group", ["Fernbourne College Group"]),
        ("The National Museum of Canals", ["The National Museum of Canals"]),
        ("Bwrdd Iechyd Prifysgol Glannau / Glannau University Health Board",
         ["Bwrdd Iechyd Prifysgol Glannau", "Glannau University Health Board"]),
        ("Vale NHS Trust \u00b7 Trust Board 3 December 2025 \u00b7 Page 1", ["Vale NHS Trust"]),
        ("Leader of Vale County Council", ["Vale County Council"]),
        ("Institute for Coastal Science", ["Institute for Coastal Science"]),
        ("Board of Directors", []),
        ("DfE and the Council", []),
    ],
)  # fmt: skip
def test_names_on_a_masthead_are_whole(line, names):
    assert names_on_line(line) == names


def test_what_stands_before_a_meeting_and_its_day_is_the_body():
    assert stands_before_meeting("Willow Beck Homes - Board - 3 May 2024") == "Willow Beck Homes"
    assert stands_before_meeting("Winter resilience - Board - 3 May 2024") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\u00a9 Human Cell Authority 2023", "Human Cell Authority"),
        ("Write to clerk@vale.gov.uk. Vale County Council keeps the list. Vale County Council",
         "Vale County Council"),
        ("Vale and Fen Council has owned the wharf since 1974. The Council let it; the Council's",
         "Vale and Fen Council"),
        ("\u00a9 Crown copyright 2023", None),
        ("Vale County Council was told. The roof of the Council", None),
        ("Potential Council savings. The Council and the Council", None),
    ],
)  # fmt: skip
def test_what_the_text_says_of_its_body(text, name):
    assert cover(f"# Wharf\n\n{PROSE}{text}\n\n{PROSE}").organisation == name


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("# Brackwell Homes\n\n# Risk cards\n\nBoard, 25 March 2026\n\n",
         "Brackwell Homes", "Risk cards"),
        ("# Ashdale Shared Services\n\nBoard, 24 February 2026.\n\n# A new payroll\n\n",
         "Ashdale Shared Services", "A new payroll"),
        ("# Estates strategy\n\nBoard, 25 March 2026\n\n", None, "Estates strategy"),
        ("# Estates Strategy\n\nTrust Board, 25 March 2026\n\n# What has changed\n\n",
         None, "Estates Strategy"),
        ("Safety Annual Report\n\nTrust Board, 25 March 2026\n\nIncidents this year\n\n",
         None, "Safety Annual Report"),
    ],
)  # fmt: skip
def test_a_name_above_the_title(text, name, title):
    found = cover(text + PROSE * 3)
    assert (found.organisation, found.title) == (name, title)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("# Decision sought\n\n3.1 That the Panel agrees the plan.",
         "That the Panel agrees the plan."),
        ("# What we need from the Board\n\nTo approve the case.", "To approve the case."),
        ("# The Committee is invited to\n\nnote the plan and its risks.",
         "note the plan and its risks."),
        ("5. Recommendation. The Board is invited to agree.", "The Board is invited to agree."),
        ("# Recommendations\n\n1. That the plan be approved.\n\n2. That the sum be paid.",
         "1. That the plan be approved. 2. That the sum be paid."),
        ("# Recommendation\n\nThat the plan be approved.\n\nE. Varley, Port Health Officer",
         "That the plan be approved."),
    ],
)  # fmt: skip
def test_recommendations(said, wanted):
    assert cover(f"# Vale County Council\n\n# Trams\n\n{PROSE}{said}\n").recommendation == wanted


@pytest.mark.parametrize(
    ("line", "purpose"),
    [
        ("Board of Management \u2013 6 March 2025 \u2013 Paper E \u2013 for noting", ("noting",)),
        ("Trust Board, 26 March 2026 Item 5 For approval", ("approval",)),
        ("Purpose: For approval (Part A); for information (Part B)", ("approval", "information")),
        ("Paper is for: Noting (X) Endorsement ( ) Approval ( )", ("noting",)),
        ("Decision required: YES", ("decision",)),
        ("Plan for Kent 2025-29 for approval.", ()),
    ],
)
def test_purposes(line, purpose):
    assert cover(f"# Vale County Council\n\n{line}\n\n# Trams\n\n{PROSE * 2}").purpose == purpose


def test_a_form_that_stacks_values_beneath_labels():
    form = ("Organisation", "Lotteries Board", "Date", "22 May 2024", "Subject", "Small draws",
            "Lead", "Director of Games", "Status", "For decision")  # fmt: skip
    found = cover("\n\n".join((*form, PROSE)), "paper.txt")
    assert (found.title, found.organisation) == ("Small draws", "Lotteries Board")
    assert [p.role for p in found.presented_by] == ["Director of Games"]
    assert found.purpose == ("decision",)
