"""Other people's words in a paper: letters appended, forms filled in, signposts of the text."""

from __future__ import annotations

import pytest

from papersearch.papers.paper import Cover
from papersearch.record import Commitment, Meeting
from papersearch.tagging import paper_from_text, tag

FILLER = "\n\n".join(f"Paragraph {n} of the report tells how the quarry is run." for n in range(14))
LETTER = "We will invite proposals from every harbour by June 2031."


def commitments(text: str) -> list[Commitment]:
    cover = Cover(meeting=Meeting(date="2030-03-12"), organisation="Saltby Harbour Board")
    return list(tag(paper_from_text(text, cover)).commitments)


def letter(head: str, greeting: str, signed: str) -> str:
    return f"{head}\n\n{greeting}\n\n{LETTER}\n\nYours sincerely\n\n{signed}\n"


@pytest.mark.parametrize(
    ("head", "greeting", "signed"),
    [
        ("Minister of State for Harbours", "Dear Chairs", "Alun Teague"),
        ("Marsham House", "Dear Mr Orme", "Rt Hon Alun Teague MP"),
        ("Department for Ports", "Dear Chief Executive", "Head of Harbours"),
        ("Public Services Ombudsman", "Dear Ms Carne", "Ombudsman"),
    ],
)
def test_a_letter_from_elsewhere_promises_nothing(head: str, greeting: str, signed: str) -> None:
    assert commitments(f"{FILLER}\n\n{letter(head, greeting, signed)}") == []


@pytest.mark.parametrize(
    ("head", "greeting", "signed"),
    [
        ("Saltby Harbour Board", "Dear Minister", "Harbour Master"),
        ("Saltby Harbour Board", "Dear Ms Carne", "Chair of the Board"),
    ],
)
def test_the_bodys_own_letter_is_its_word(head: str, greeting: str, signed: str) -> None:
    assert [one.kind for one in commitments(f"{FILLER}\n\n{letter(head, greeting, signed)}")] == [
        "pledge"
    ]


def test_a_paper_that_is_a_letter_is_its_own_word() -> None:
    (found,) = commitments(letter("To the Minister for Ports", "Dear Colleagues", "The Chair"))
    assert found.kind == "pledge"


def test_the_answers_to_a_form_are_those_of_whoever_filled_it_in() -> None:
    form = """
# Why would you like to become a member?

Our goal is to improve the safety of every harbour. We will open three new berths by May 2031.

# What would you bring to the group?

I would like to make the tides better known.

# Are you a member of any other group?

No.
"""
    introduction = "We will publish the names of those who join by May 2031.\n"
    found = commitments(introduction + form * 2)
    assert [one.text for one in found] == [
        "We will publish the names of those who join by May 2031."
    ]


def test_a_question_to_the_reader_is_no_form() -> None:
    found = commitments(
        "# How can you help us?\n\nWe will hold two open days at the dock by May 2031.\n"
    )
    assert [one.kind for one in found] == ["pledge"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the sub-sections below, we will examine each of the six berths and what it earns.",
        "In this report we will set out four ways to pay for the new lock.",
        "We will discuss the two options for the lock in section 4.",
        "We will return to the three risks later in this report.",
    ],
)
def test_a_signpost_of_the_text_is_no_pledge(sentence: str) -> None:
    assert commitments(sentence) == []
