"""Hard cases 4 and 14: what is a commitment and what only sounds like one; what day is meant."""

from __future__ import annotations

from papersearch.record import Commitment, Paper
from tests.hard.shelf import Shelf, document, text_document
from tests.papers.sheets import BODY, docx, pdf

# --- 4. "We will …" as appetite, "commitment" as a noun, "The Board is asked to" ---

MIXED = (
    ("big", "Oxenholme and Duddon NHS Foundation Trust"),
    ("table", (
        ("Meeting", "Board of Directors"),
        ("Meeting date", "28 March 2024"),
        ("Report title", "Outpatients programme"),
        ("Author", "Leo Marsh, Programme Director"),
        ("Purpose", "Assurance"),
        ("Recommendation", ("The Board is asked to note the progress made and to support the next "
                           "phase.")),
    )),
    ("h", "Our Annual Commitments for 2023/24 are:"),
    ("table", (
        ("Halve the number of missed appointments", "\u2612"),
        ("Open three community clinics", "\u2610"),
    )),
    ("h", "Risk Appetite Framework"),
    ("table", (
        ("Level 1 Risk", "Level 2 Risks", "Risk Appetite", "Impact"),
        ("Operational Risk", "Change Risk - We will deliver change on time and to budget.",
         "Open", "Moving Towards"),
        ("External Risk", "Partnership Risk - We will work with partners who share our aims.",
         "Open", "Moving Towards"),
    )),
    ("h", "1. Summary"),
    ("p", ("This programme demonstrates our commitment to people who find it hard to travel. We "
          "have held 14 open days. Demand will rise by 4% next year. We will not be able to meet "
          "it without new rooms, and subject to funding we would add a fourth clinic.")),
    ("p", ("The Trust will call back every patient who missed an appointment within 5 working "
          "days, from 1 July 2024.")),
    ("p", "NHS England will publish new standards in June."),
    ("h", "2. Actions agreed"),
    ("p", "ACTION: Leo Marsh to bring the clinic lease to the Board by 30 May 2024."),
    *BODY,
)  # fmt: skip


@document("commitments-and-appetites.docx")
def _mixed_docx() -> bytes:
    return docx(MIXED)


@document("commitments-and-appetites.pdf")
def _mixed_pdf() -> bytes:
    return pdf(MIXED)


def _told(paper: Paper, kind: str) -> list[str]:
    return [c.text for c in paper.commitments if c.kind == kind]


def _having(paper: Paper, words: str) -> Commitment:
    (found,) = [c for c in paper.commitments if words in c.text]
    return found


def test_only_what_is_promised_is_a_commitment(shelf: Shelf) -> None:
    for name in ("commitments-and-appetites.docx", "commitments-and-appetites.pdf"):
        paper = shelf.one(name)
        assert [(c.text, c.ticked) for c in paper.commitments if c.kind == "annual"] == [
            ("Halve the number of missed appointments", True),
            ("Open three community clinics", False),
        ], name
        (action,) = [c for c in paper.commitments if c.kind == "action"]
        assert "bring the clinic lease to the Board" in action.text
        assert action.owner == "Leo Marsh"
        assert action.due is not None
        assert action.due.to == "2024-05-30"
        assert all(c.text.startswith("The Trust will call") for c in paper.commitments
                   if c.kind not in ("annual", "action"))  # fmt: skip
        assert [r.statement for r in paper.risks] == [
            "We will deliver change on time and to budget.",
            "We will work with partners who share our aims.",
        ]
        assert paper.recommendation is not None
        assert paper.recommendation.startswith("The Board is asked to note the progress")


def test_a_promise_from_a_day_on_is_a_pledge(shelf: Shelf) -> None:
    for name in ("commitments-and-appetites.docx", "commitments-and-appetites.pdf"):
        (pledge,) = _told(shelf.one(name), "pledge")
        assert pledge.startswith("The Trust will call back every patient"), name


# --- 14. days, years, quarters, strategy periods ---

DATES = (
    ("big", "Oxenholme and Duddon NHS Foundation Trust"),
    ("p", "Board meeting 30th November"),
    ("p", "Title: Nursing strategy 2022-27, one year on"),
    ("p", "Author: Ada Firth, Deputy Chief Nurse, 19/11/23"),
    ("h", "Our priorities for 2023/24"),
    ("li", "Raise the share of shifts filled to at least 95 per cent by March 2025"),
    ("li", "Train 40 more nurse associates by the end of Q3 2024/25"),
    ("li", "Open the training centre over the next few years"),
    *BODY,
)  # fmt: skip


@document("days-and-years.docx")
def _dates_docx() -> bytes:
    return docx(DATES)


@document("days-and-years.pdf")
def _dates_pdf() -> bytes:
    return pdf(DATES)


def test_days_and_years(shelf: Shelf) -> None:
    for name in ("days-and-years.docx", "days-and-years.pdf"):
        paper = shelf.one(name)
        assert paper.meeting.raw == "Board meeting 30th November", name
        assert paper.financial_year == "2023/24"
        share = _having(paper, "shifts filled")
        assert share.due is not None
        assert (share.due.to, share.financial_year) == ("2025-03-31", "2023/24")
        assert share.target is not None
        assert (share.target.direction, share.target.value) == ("at_least", 95)
        nurses = _having(paper, "nurse associates")
        assert nurses.due is not None
        assert (nurses.due.from_, nurses.due.to) in (
            ("2024-10-01", "2024-12-31"), (None, "2024-12-31"),
        )  # fmt: skip
        centre = _having(paper, "training centre")
        assert centre.due is None or (centre.due.from_, centre.due.to) == (None, None)


def test_the_authors_day_gives_the_meetings_year(shelf: Shelf) -> None:
    for name in ("days-and-years.docx", "days-and-years.pdf"):
        paper = shelf.one(name)
        assert paper.date == "2023-11-19", name
        assert (paper.meeting.date, paper.meeting.inferred) == ("2023-11-30", True)
        assert [(p.name, p.role) for p in paper.authors] == [("Ada Firth", "Deputy Chief Nurse")]


text_document(
    "no-year-at-all.txt",
    """Oxenholme and Duddon NHS Foundation Trust

Board meeting 3rd May

Title: Catering review

1. Summary

The strategy 2022-27 asks for better food. Deliveries in Q3 were late. Prices rose from 9/10 of a
penny to a penny.

2. Recommendation

The Board is asked to note this report.
""",
)


def test_what_has_no_year_gets_none(shelf: Shelf) -> None:
    paper = shelf.one("no-year-at-all.txt")
    assert paper.meeting.date is None
    assert paper.meeting.raw == "Board meeting 3rd May"
    assert paper.date is None
    assert paper.financial_year is None
    assert paper.commitments == ()


text_document(
    "numeric-days.txt",
    """Tarnbeck Primary Care NHS Trust

Meeting of the Trust Board: 4/3/2024

Title: Vaccination report
Author: Ivo Penn, Immunisation Lead
Date of report: 12.02.24

1. Summary

In 2023-24 we vaccinated 12,400 people. We commit to reach every care home by 31 October 2024.
""",
)


def test_the_day_comes_before_the_month(shelf: Shelf) -> None:
    paper = shelf.one("numeric-days.txt")
    assert (paper.meeting.date, paper.meeting.inferred) == ("2024-03-04", False)
    assert paper.date == "2024-02-12"
    (pledge,) = paper.commitments
    assert pledge.kind == "pledge"
    assert pledge.due is not None
    assert pledge.due.to == "2024-10-31"
