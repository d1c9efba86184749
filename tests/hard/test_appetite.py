"""Hard cases 1, 2, 11, 12: tables broken by a page, names met twice, words that are no levels."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from tests.hard.shelf import Shelf, document, levels_of, risk_of, risks_of, text_document
from tests.papers.sheets import BODY, docx, pdf
from tests.reading.pdfs import HEIGHT, lines
from tests.reading.pdfs import pdf as pages

FRAMEWORK = ("Level 1 Risk (\u2713)", "Level 2 Risks", "(Risk Appetite Scale)", "Impact")
SPLIT_STATEMENT = (
    "Change Risk - We will bring in new ways of working on time and within the sum agreed, with "
    "the gains we planned and without harm to others, keeping the savings programme on its course."
)

# --- 1. a row broken by a page, its values in the middle ---


def _grid(canvas: Canvas, top: float, bottom: float, rows: list[float]) -> None:
    edges = [60, 150, 390, 460, 540]
    for edge in edges:
        canvas.line(edge, HEIGHT - top, edge, HEIGHT - bottom)
    for row in rows:
        canvas.line(edges[0], HEIGHT - row, edges[-1], HEIGHT - row)


@document("broken-row.pdf")
def _broken_row() -> bytes:
    def first(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        lines(canvas, ["Aldermoor Teaching Hospitals NHS Trust"], 60, HEIGHT - 60)
        lines(canvas, ["Savings programme, half-year report"], 60, HEIGHT - 80)
        canvas.setFont("Helvetica", 11)
        lines(canvas, ["Board meeting 26 October 2023", "Presented for: Assurance"], 60,
              HEIGHT - 110)  # fmt: skip
        for n in range(33):
            lines(canvas, [f"{n + 1}. The programme's week {n + 1} was reviewed and is on course."],
                  60, HEIGHT - 150 - n * 15)  # fmt: skip
        canvas.setFont("Helvetica-Bold", 12)
        lines(canvas, ["Risk Appetite Framework"], 60, HEIGHT - 660)
        _grid(canvas, 670, 780, [670, 695, 735, 780])
        canvas.setFont("Helvetica-Bold", 9)
        for x, label in zip((64, 154, 394, 464), ("Level 1 Risk (\u00a0)", "Level 2 Risks",
                            "Risk Appetite", "Impact"), strict=True):  # fmt: skip
            canvas.drawString(x, HEIGHT - 686, label.replace("\u00a0", "tick"))
        canvas.setFont("Helvetica", 9)
        canvas.drawString(64, HEIGHT - 710, "Workforce Risk")
        lines(canvas, ["Workforce Supply Risk - We will have enough trained staff",
                       "on each ward at every hour."], 154, HEIGHT - 710, step=12)  # fmt: skip
        canvas.drawString(394, HEIGHT - 710, "Open")
        canvas.drawString(464, HEIGHT - 710, "Moving Away")
        canvas.drawString(64, HEIGHT - 750, "Financial Risk")
        lines(canvas, ["Change Risk - We will bring in new ways of working on",
                       "time and within the sum agreed, with the gains we"], 154, HEIGHT - 750,
              step=12)  # fmt: skip
        canvas.drawString(394, HEIGHT - 750, "Cautious")
        lines(canvas, ["Moving", "Towards"], 464, HEIGHT - 750, step=12)

    def second(canvas: Canvas) -> None:
        _grid(canvas, 60, 150, [60, 110, 150])
        canvas.setFont("Helvetica", 9)
        lines(canvas, ["planned and without harm to others, keeping the savings",
                       "programme on its course."], 154, HEIGHT - 75, step=12)  # fmt: skip
        canvas.drawString(64, HEIGHT - 125, "Clinical Risk")
        lines(canvas, ["Patient Safety & Outcomes Risk - We will harm nobody",
                       "whom we could have kept safe."], 154, HEIGHT - 125, step=12)  # fmt: skip
        canvas.drawString(394, HEIGHT - 125, "Minimal")
        canvas.drawString(464, HEIGHT - 125, "Operating Within")
        canvas.setFont("Helvetica", 11)
        lines(canvas, ["1. Summary", "The half-year report is attached and shows savings on plan."],
              60, HEIGHT - 200)  # fmt: skip

    return pages(first, second)


def test_a_row_broken_by_the_page_is_one_risk(shelf: Shelf) -> None:
    paper = shelf.one("broken-row.pdf")
    assert risks_of(paper) == [
        ("Workforce Risk", "Workforce Supply Risk", ("open",), "away"),
        ("Financial Risk", "Change Risk", ("cautious",), "towards"),
        ("Clinical Risk", "Patient Safety & Outcomes Risk", ("minimal",), "within"),
    ]
    broken = risk_of(paper, "Financial Risk")
    assert broken.statement == SPLIT_STATEMENT.removeprefix("Change Risk - ")
    assert broken.impact.raw == "Moving Towards"
    assert broken.evidence.page == 1
    assert risk_of(paper, "Clinical Risk").evidence.page == 2


text_document(
    "broken-row.txt",
    """ Our Annual Commitments for 2024/25 are:

Cut the wait for a first scan by 2 weeks \u2713

Level 1 Risk (\u2713) Level 2 Risks
(Risk Appetite

Scale)
Impact

Operational Risk

Business Continuity Risk - We will keep services
running through any failure of power or water.

Minimal

Moving
Away

Financial Risk

Change Risk - We will bring in new ways of working
on time and within the sum agreed, with the gains we planned and without

Cautious
Moving

Towards
 harm to others, keeping the savings
programme on its course.

1. Summary

This paper reports on the savings programme.
""",
)


def test_so_it_is_where_another_tool_left_the_text(shelf: Shelf) -> None:
    paper = shelf.one("broken-row.txt")
    assert risks_of(paper) == [
        ("Operational Risk", "Business Continuity Risk", ("minimal",), "away"),
        ("Financial Risk", "Change Risk", ("cautious",), "towards"),
    ]
    assert risk_of(paper, "Financial Risk").statement == SPLIT_STATEMENT.removeprefix(
        "Change Risk - "
    )


# --- 2. one second name under two first names ---

TWICE = (
    ("big", "Penhallow and Trewint NHS Foundation Trust"),
    ("p", "Board of Directors, 30 May 2024"),
    ("p", "Title: Digital programme"),
    ("h", "Risk appetite"),
    ("table", (
        FRAMEWORK,
        ("Operational Risk", "Change Risk - We will change how we work step by step.", "Open",
         "Moving Towards"),
        ("Financial Risk", "Change Risk - We will borrow for change only where it pays back.",
         "Cautious", "Neutral"),
        ("External Risk", "Partnership Risk - We will keep faith with partners.", "Open", "N/A"),
    )),
    *BODY,
)  # fmt: skip


@document("same-name-twice.pdf")
def _twice_pdf() -> bytes:
    return pdf([(k, *r) if k != "table" else (k, tuple(tuple(c.replace("\u2713", "tick")
               for c in row) for row in r[0])) for k, *r in TWICE])  # fmt: skip


@document("same-name-twice.docx")
def _twice_docx() -> bytes:
    return docx(TWICE)


def test_a_second_name_met_twice_stays_two_risks(shelf: Shelf) -> None:
    for name in ("same-name-twice.pdf", "same-name-twice.docx"):
        paper = shelf.one(name)
        assert risks_of(paper) == [
            ("Operational Risk", "Change Risk", ("open",), "towards"),
            ("Financial Risk", "Change Risk", ("cautious",), "neutral"),
            ("External Risk", "Partnership Risk", ("open",), None),
        ], name
        assert risk_of(paper, "Operational Risk").statement == (
            "We will change how we work step by step."
        )
        assert risk_of(paper, "Financial Risk").statement == (
            "We will borrow for change only where it pays back."
        )


# --- 11. words of every day, and values of more than one word ---

ORDINARY = (
    ("big", "Wrenbury Community Healthcare NHS Trust"),
    ("p", "Trust Board, 28 March 2024"),
    ("p", "Title: Internal audit progress report"),
    ("h", "Summary"),
    ("p", ("Four reports gave Significant Assurance and one gave Minimal Assurance. Two actions "
          "remain open and the Committee will seek assurance on both in May. We are cautiously "
          "optimistic that the open action on payroll can be closed.")),
    ("p", ("The Trust has zero tolerance of violence to staff. An open day drew 300 people, and "
          "the impact on budgets was minimal. Managers are eager to start.")),
    ("p", "The risk of fraud is scored 4 x 3 = 12 (High)."),
    *BODY,
)  # fmt: skip


@document("ordinary-words.docx")
def _ordinary() -> bytes:
    return docx(ORDINARY)


def test_words_of_every_day_are_no_appetite(shelf: Shelf) -> None:
    paper = shelf.one("ordinary-words.docx")
    assert paper.risks == ()
    assert [s.score for s in paper.risk_scores] == [12]


COMPOUND = (
    ("big", "Wrenbury Community Healthcare NHS Trust"),
    ("p", "Trust Board, 25 April 2024"),
    ("p", "Title: Appetite by category"),
    ("table", (
        ("Risk category", "Risk appetite", "Direction of travel"),
        ("Quality", "Cautious to Open", "Moving towards"),
        ("Workforce", "Minimal/Cautious", "No change"),
        ("Compliance", "very low/averse", "Moving away from appetite"),
        ("Estates", "\u2264 8", "Within"),
        ("Finance", "Cautious (4-6)", "Moving towards"),
        ("Digital", "Cautious (moving to Seek by March 2026)", "Moving towards"),
        ("Research", "Choose an item.", "Choose an item."),
        ("Partnerships", "", ""),
    )),
    *BODY,
)  # fmt: skip


@document("compound-values.docx")
def _compound_docx() -> bytes:
    return docx(COMPOUND)


@document("compound-values.pdf")
def _compound_pdf() -> bytes:
    return pdf([(k, *(r if k != "table" else [tuple(tuple(c.replace("\u2264", "<=") for c in row)
               for row in r[0])])) for k, *r in COMPOUND])  # fmt: skip


def test_values_of_more_than_one_word(shelf: Shelf) -> None:
    for name in ("compound-values.docx", "compound-values.pdf"):
        paper = shelf.one(name)
        assert levels_of(paper) == {
            "Quality": ("cautious", "open"),
            "Workforce": ("minimal", "cautious"),
            "Compliance": ("very low", "averse"),
            "Estates": (),
            "Finance": ("cautious",),
            "Digital": ("cautious",),
            "Research": (),
            "Partnerships": (),
        }, name
        assert risk_of(paper, "Finance").appetite.raw == "Cautious (4-6)"
        assert risk_of(paper, "Estates").appetite.raw in ("\u2264 8", "<= 8")
        assert risk_of(paper, "Digital").appetite.towards == "seek"
        assert "March 2026" in (risk_of(paper, "Digital").appetite.raw or "")
        assert risk_of(paper, "Research").appetite.raw is None
        assert risk_of(paper, "Research").impact.raw is None
        assert risk_of(paper, "Partnerships").appetite.raw is None


def test_the_direction_of_travel_is_the_impact(shelf: Shelf) -> None:
    for name in ("compound-values.docx", "compound-values.pdf"):
        paper = shelf.one(name)
        assert risk_of(paper, "Compliance").impact.direction == "away", name
        assert risk_of(paper, "Quality").impact.direction == "towards"


# --- 12. two scales, and a framework that changes between a paper's date and its meeting ---

HMT = (
    ("big", "Stourhaven Council"),
    ("p", "Cabinet, 14 September 2023"),
    ("p", "Title: Risk appetite statement 2023"),
    ("p", ("The Council uses the five levels of the Orange Book: Averse, Minimal, Cautious, Open "
          "and Eager.")),
    ("table", (
        ("Risk", "Risk appetite"), ("Legal", "Averse"), ("Commercial", "Open"),
        ("Technology", "Eager"),
    )),
    *BODY,
)  # fmt: skip
GGI = (
    ("big", "Merrow Vale NHS Trust"),
    ("p", "Board of Directors, 28 September 2023"),
    ("p", "Title: Appetite for the year"),
    ("table", (
        ("Risk", "None", "Minimal", "Cautious", "Open", "Seek", "Significant"),
        ("Quality", "", "X", "", "", "", ""),
        ("Innovation", "", "", "", "", "X", ""),
    )),
    *BODY,
)  # fmt: skip
MIDYEAR = (
    ("big", "Merrow Vale NHS Trust"),
    ("table", (
        ("Meeting", "Board of Directors"),
        ("Meeting date", "30 November 2023"),
        ("Report date", "20 September 2023"),
        ("Report title", "Theatres programme"),
        ("Author", "Una Frost, Programme Manager"),
    )),
    ("p", "Risk appetite: our appetite for quality risk is Cautious."),
    *BODY,
)  # fmt: skip


@document("scale-hmt.docx")
def _hmt() -> bytes:
    return docx(HMT)


@document("scale-ggi.docx")
def _ggi() -> bytes:
    return docx(GGI)


@document("paper-before-meeting-after.docx")
def _midyear() -> bytes:
    return docx(MIDYEAR)


def test_a_word_is_ranked_on_the_scale_that_its_paper_names(shelf: Shelf) -> None:
    council = shelf.one("scale-hmt.docx")
    assert levels_of(council) == {
        "Legal": ("averse",), "Commercial": ("open",), "Technology": ("eager",),
    }  # fmt: skip
    assert {r.appetite.scale for r in council.risks} == {"hmt-2020"}
    trust = shelf.one("scale-ggi.docx")
    assert levels_of(trust) == {"Quality": ("minimal",), "Innovation": ("seek",)}
    assert {r.appetite.scale for r in trust.risks} == {"ggi-2020"}
    other = shelf.one("paper-before-meeting-after.docx")
    assert {r.appetite.scale for r in other.risks} == {None}


def test_the_meeting_decides_which_framework_was_in_force(shelf: Shelf) -> None:
    from papersearch.desks.framework import InForce, check

    paper = shelf.one("paper-before-meeting-after.docx")
    assert paper.date == "2023-09-20"
    assert paper.meeting.date == "2023-11-30"
    assert [r.appetite.levels for r in paper.risks] == [("cautious",)]
    register = [
        InForce(organisation="Merrow Vale", risk="quality risk", level="Cautious",
                from_="2023-01-01", to="2023-09-30"),
        InForce(organisation="Merrow Vale", risk="quality risk", level="Open",
                from_="2023-10-01"),
    ]  # fmt: skip
    (found,) = check([paper], register)
    assert found.verdict == "differs"
    assert found.in_force is not None
    assert found.in_force.level == "Open"
