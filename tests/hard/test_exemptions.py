"""Hard cases 5 to 10: which Act, which provisions, what is withheld and why."""

from __future__ import annotations

import pytest

from tests.hard.shelf import Shelf, citation_of, claims_of, document, others_of, text_document
from tests.papers.sheets import BODY, docx, pdf


def _paper(title: str, body: str, *rest: tuple) -> tuple:
    return (
        ("big", body),
        ("p", "Board of Directors, 27 June 2024"),
        ("p", f"Title: {title}"),
        *rest,
        *BODY,
    )


# --- 5. section numbers of many Acts beside one true citation ---

TRAPS = _paper(
    "Regulation and security update",
    "Marsh Lane and Highfold NHS Foundation Trust",
    ("h", "1. Regulators"),
    ("p", ("The Care Quality Commission served a Section 31 notice in May and a Section 29A "
          "warning notice in June; it found breaches of Regulation 12 and Regulation 13. The "
          "auditors made a section 30 referral. The council opened two Section 42 enquiries.")),
    ("p", "Section 17 leave was reviewed on all wards. The coroner issued a Regulation 28 report."),
    ("h", "2. Site security"),
    ("p", ("Appendix C is exempt from publication under s.31(1)(a) of the Freedom of Information "
          "Act 2000 because it shows where cameras are blind.")),
)  # fmt: skip


@document("many-acts.pdf")
def _traps_pdf() -> bytes:
    return pdf(TRAPS)


@document("many-acts.docx")
def _traps_docx() -> bytes:
    return docx(TRAPS)


def test_one_true_citation_among_sections_of_other_acts(shelf: Shelf) -> None:
    for name in ("many-acts.pdf", "many-acts.docx"):
        paper = shelf.one(name)
        assert claims_of(paper) == [("FOIA s.31(1)(a)", "Appendix C")], name
        citation = citation_of(paper, "FOIA s.31(1)(a)")
        assert citation.rationale == "it shows where cameras are blind"
        assert paper.foi.status == "part_exempt"
        found = {text.lower() for text in others_of(paper)}
        assert {
            "section 31 notice", "section 29a warning notice", "regulation 12", "regulation 13",
            "section 30 referral", "section 42 enquiries", "section 17 leave",
            "regulation 28 report",
        } <= found  # fmt: skip


# --- 6. one sentence, several provisions, what is said once left out ---

FIVE = ["FOIA s.36(2)(b)(i)", "FOIA s.36(2)(b)(ii)", "FOIA s.36(2)(c)", "FOIA s.40(2)",
        "FOIA s.43(2)"]  # fmt: skip
LISTS = {
    "list-plain.txt": "sections 36(2)(b)(i), (b)(ii) and (c), and 40(2) and 43(2) of the Freedom "
    "of Information Act 2000",
    "list-short.txt": "ss.36(2)(b)(i)-(ii) and (c), 40(2) & 43(2) FOIA",
    "list-dots.txt": "s36.2.b.i, s36.2.b.ii, s36.2.c, s40.2 and s43.2 of FOIA",
    "list-spaces.txt": "Section 36 (2) (b) (i) and (ii) and (c); Section 40 (2); and Section 43 "
    "(2) of the FOI Act",
    "list-act-first.txt": "the Freedom of Information Act 2000, namely sections 36(2)(b)(i), "
    "36(2)(b)(ii), 36(2)(c), 40(2) and 43(2)",
}
for _name, _words in LISTS.items():
    text_document(
        _name,
        f"""Marsh Lane and Highfold NHS Foundation Trust

Report to the Board, 27 June 2024

Title: Review {_name.removesuffix(".txt")}

1. Summary

The review was finished in May and its findings are set out below.

2. Freedom of Information

This paper is exempt from disclosure under {_words}, because it gives candid views of named staff.
""",
    )


@pytest.mark.parametrize("name", LISTS)
def test_a_list_gives_a_citation_for_each_provision(shelf: Shelf, name: str) -> None:
    paper = shelf.one(name)
    assert [c.canonical for c in paper.foi.citations] == FIVE
    assert {c.rationale for c in paper.foi.citations} == {"it gives candid views of named staff"}
    assert {c.scope for c in paper.foi.citations} == {"This paper"}
    assert paper.foi.status == "exempt"


# --- 7. open, denied, not filled in ---

MARKINGS: dict[str, tuple[str, str]] = {
    "open-available": ("This paper has been made available under the Freedom of Information Act.",
                       "open"),
    "open-none-apply": ("# Freedom of Information\n\nNo exemptions apply.", "open"),
    "open-exempt-no": ("Exempt: No", "open"),
    "open-nothing-in-it": (("There is no information in this report that is exempt under section "
                           "43 or any section of the Freedom of Information Act 2000."), "open"),
    "open-question": ("Is any part of this paper exempt from publication? No", "open"),
    "unfilled-choice": ("FOI Exempt: Yes / No (delete as appropriate)", "not_stated"),
    "unfilled-template": ("FOI status: [state here the section of the Act, e.g. section 43]",
                          "not_stated"),
    "subject-to": ("This paper is subject to the Freedom of Information Act 2000.", "not_stated"),
    "private-only": ("This item will be taken in private session.", "not_stated"),
    "may-be": ("If Appendix 2 is completed it may be exempt under section 43 of FOIA.",
               "not_stated"),
    "marked-sensitive": ("OFFICIAL-SENSITIVE: COMMERCIAL", "not_stated"),
}  # fmt: skip
for _name, (_words, _) in MARKINGS.items():
    text_document(
        f"{_name}.txt",
        f"""Saltersgate Hospitals NHS Trust

Report to the Trust Board, 25 January 2024

Title: Pharmacy stock {_name}

1. Summary

Stock was counted in all four pharmacies in December and agreed with the ledger.

{_words.replace("# ", "2. ")}
""",
    )


@pytest.mark.parametrize("name", MARKINGS)
def test_what_is_open_denied_or_not_filled_in_claims_nothing(shelf: Shelf, name: str) -> None:
    paper = shelf.one(f"{name}.txt")
    assert paper.foi.citations == ()
    assert paper.foi.status == MARKINGS[name][1]


# --- 8. parts, each with its own provision and reason ---

PARTS = _paper(
    "Sale of the old laundry",
    "Saltersgate Hospitals NHS Trust",
    ("h", "5. Freedom of Information"),
    ("p", ("Appendix B only is exempt under s.43(2) of the FOI Act as it holds the bids; the paper "
          "may be published.")),
)  # fmt: skip
TWO_PARTS = _paper(
    "Disciplinary procedures and contracts",
    "Saltersgate Hospitals NHS Trust",
    ("table", (
        ("Freedom of Information status", "Part exempt"),
        ("Details", ("Appendix 1 is exempt under section 40(2) because staff are named. Appendix 2 "
                    "is exempt under section 43(2) as the tender is still open.")),
    )),
)  # fmt: skip
TWO_SENTENCES = _paper(
    "Energy contract",
    "Ferncliffe Borough Council",
    ("h", "Exempt information"),
    ("p", ("The prices in Table 2 are withheld under regulation 12(5)(e) of the Environmental "
          "Information Regulations 2004 on the ground that the supplier gave them in confidence, "
          "and the names on page 7 under section 40(2) of the Freedom of Information Act 2000 "
          "because they are of junior staff. The rest of the report is public.")),
)  # fmt: skip


@document("part-one.docx")
def _part_one() -> bytes:
    return docx(PARTS)


@document("part-two.pdf")
def _part_two() -> bytes:
    return pdf(TWO_PARTS)


@document("part-two-acts.docx")
def _part_acts() -> bytes:
    return docx(TWO_SENTENCES)


def test_a_part_is_exempt_and_the_paper_is_not(shelf: Shelf) -> None:
    paper = shelf.one("part-one.docx")
    assert paper.foi.status == "part_exempt"
    assert claims_of(paper) == [("FOIA s.43(2)", "Appendix B only")]
    assert citation_of(paper, "FOIA s.43(2)").rationale == "it holds the bids"


def test_two_parts_two_provisions_two_reasons(shelf: Shelf) -> None:
    paper = shelf.one("part-two.pdf")
    assert paper.foi.status == "part_exempt"
    assert claims_of(paper) == [("FOIA s.40(2)", "Appendix 1"), ("FOIA s.43(2)", "Appendix 2")]
    assert citation_of(paper, "FOIA s.40(2)").rationale == "staff are named"
    assert citation_of(paper, "FOIA s.43(2)").rationale == "the tender is still open"
    other = shelf.one("part-two-acts.docx")
    assert other.foi.status == "part_exempt"
    assert claims_of(other) == [
        ("EIR r.12(5)(e)", "The prices in Table 2"),
        ("FOIA s.40(2)", "the names on page 7"),
    ]
    assert citation_of(other, "EIR r.12(5)(e)").rationale == "the supplier gave them in confidence"
    assert citation_of(other, "FOIA s.40(2)").rationale == "they are of junior staff"


# --- 9. wrong or impossible law, and other regimes ---

LAW: dict[str, tuple[str, str, str, str | None]] = {
    "law-year": (
        "Saltersgate Hospitals NHS Trust",
        "This draft budget is exempt under the Freedom of Information Act 2005, section 22.",
        "FOIA s.22", "wrong_act_year",
    ),
    "law-35": (
        "Saltersgate Hospitals NHS Trust",
        "This paper is exempt under section 35 of the Freedom of Information Act 2000.",
        "FOIA s.35", "not_available_to_body",
    ),
    "law-25": (
        "Saltersgate Hospitals NHS Trust",
        "This paper is exempt under section 25 of the Freedom of Information Act 2000.",
        "FOIA s.25", "not_an_exemption",
    ),
    "law-45": (
        "Saltersgate Hospitals NHS Trust",
        "This paper is exempt from publication under Section 45 of the FOI Act.",
        "FOIA s.45", "not_an_exemption",
    ),
    "law-scotland": (
        "NHS Strathclachan",
        ("This paper is withheld under section 30(b)(i) of the Freedom of Information (Scotland) "
        "Act 2002 because it would inhibit free and frank advice."),
        "FOISA s.30(b)(i)", None,
    ),
    "law-eir": (
        "Ferncliffe Borough Council",
        ("This report is excepted from disclosure under EIR regulation 12(4)(d) since the flood "
        "model is unfinished."),
        "EIR r.12(4)(d)", None,
    ),
    "law-1960": (
        "Saltersgate Hospitals NHS Trust",
        ("That representatives of the press and public be excluded from the remainder of this "
        "meeting under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960."),
        "PBAMA1960 s.1(2)", None,
    ),
    "law-12a": (
        "Ferncliffe Borough Council",
        ("NOT FOR PUBLICATION: this report contains exempt information as defined in paragraph 3 "
        "of Part 1 of Schedule 12A of the Local Government Act 1972."),
        "LGA1972 Sch12A para 3", None,
    ),
}  # fmt: skip
for _name, (_body, _words, _, _) in LAW.items():
    text_document(
        f"{_name}.txt",
        f"""{_body}

Report to the Board, 22 February 2024

Title: Quarterly review {_name}

1. Summary

The quarter went as planned, and the next is set out in the table that follows.

2. Publication

{_words}
""",
    )


@pytest.mark.parametrize("name", LAW)
def test_wrong_law_is_kept_as_cited_and_flagged(shelf: Shelf, name: str) -> None:
    _, _, canonical, advisory = LAW[name]
    paper = shelf.one(f"{name}.txt")
    assert [c.canonical for c in paper.foi.citations] == [canonical]
    (citation,) = paper.foi.citations
    told = {"wrong_act_year", "not_available_to_body", "not_an_exemption"} & set(
        citation.advisories
    )
    assert told == ({advisory} if advisory else set())
    assert paper.foi.status == ("not_stated" if name == "law-1960" else "exempt")


# --- 10. a reason that belongs to another provision ---

MISMATCH = _paper(
    "Improvement plan, a year on",
    "Saltersgate Hospitals NHS Trust",
    ("p", "The plan was approved by the Board in May 2023. It is on our website."),
    ("h", "8. Publication Under Freedom of Information Act"),
    ("li", ("This paper is exempt from publication under Section 22 of the Freedom of Information "
           "Act 2000, as it is an early draft which may not be what the Trust will decide.")),
)  # fmt: skip


@document("reason-of-another.pdf")
def _mismatch() -> bytes:
    return pdf(MISMATCH)


def test_the_citation_stays_and_the_reason_is_flagged(shelf: Shelf) -> None:
    paper = shelf.one("reason-of-another.pdf")
    assert paper.foi.status == "exempt"
    (citation,) = paper.foi.citations
    assert (citation.canonical, citation.scope) == ("FOIA s.22", "This paper")
    assert citation.rationale == "it is an early draft which may not be what the Trust will decide"
    assert citation.elements_present == ()
    assert citation.elements_missing == ("intended_for_publication", "reasonable_to_withhold")
    assert citation.public_interest == "not_recorded"
    assert citation.publication_date is None
    assert {"rationale_suits_other_provision", "elements_missing", "published_elsewhere"} <= set(
        citation.advisories
    )
