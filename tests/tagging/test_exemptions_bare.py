"""Sections without an Act: law is kept as an other reference, parts of documents are not."""

import pytest

from papersearch.papers.paper import Cover
from papersearch.tagging import paper_from_text, tag

LAW = {
    "We were in breach of Regulation 12 and Regulation 13.": ["Regulation 12", "Regulation 13"],
    "A reg. 28 report was received.": ["reg. 28 report"],
    "He was detained under Section 3.": ["Section 3"],
    "The duty in s.117 is shared with the council.": ["s.117"],
    "Forty concerns met the Section 42 threshold.": ["Section 42 threshold"],
    "The exemption most used was section 40.": ["section 40"],
    "It turned on section 14(1) alone.": ["section 14(1)"],
    "| Mental Health Act use | 2023 |\n| Section 2 | 40 |\n| Section 3, treatment | 22 |": [
        "Section 2", "Section 3",
    ],
    "Subject: Section 25 Assurance Statement": ["Section 25 Assurance Statement"],
}  # fmt: skip
PARTS = [
    "The costs are in Section 4 and the options in Section 5.",
    "Payments under section 5 below are made monthly.",
    "The process is described in section 6.4.5 and section 9.8.3.1.",
    "Contents: Box 5: Regulation 52 Box 6: Sandbox 54 Challenges 55",
    "Ministers promised new regulations.309 The sector welcomed them.",
    "The Trust\u201fs 100 ideas were shown.",
    "| Section 1 | Provider details |\n| Section 2 | Patient details |",
    "4.1 Access to information is dealt with in the body of the report.",
]


@pytest.mark.parametrize(("text", "expected"), LAW.items())
def test_law_is_kept(text: str, expected: list[str]) -> None:
    found = tag(paper_from_text(text, Cover())).foi
    assert [one.text for one in found.other_references] == expected
    assert found.citations == ()


@pytest.mark.parametrize("text", PARTS)
def test_a_part_of_a_document_is_not(text: str) -> None:
    found = tag(paper_from_text(text, Cover())).foi
    assert found.other_references == ()
    assert found.citations == ()
