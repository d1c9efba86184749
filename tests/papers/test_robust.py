"""No text, however odd, makes the reading of covers fail or crawl."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papersearch.papers import divide
from papersearch.papers.body_names import organisation_in
from papersearch.papers.people import parse_people
from papersearch.reading import read_bytes

WORDS = (
    "Title: Agenda item 11.1 Meeting Date 30 November 2023 Board Committee of and the NHS Trust "
    "Council Purpose ☒ ☐ ✓ Assurance Decision Author Presented by Jo Hill Director For Minutes "
    "Recommendation is asked to : ; , ( ) / & - | University Department County \n \n\n \f • 1. 2. X"
).split(" ")


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_words_of_forms_in_any_order(words):
    text = "x " + " ".join(words)
    for paper in divide(read_bytes(text.encode(), "odd.txt")).papers:
        quotes = [paper.cover.title, paper.cover.recommendation, paper.cover.meeting.raw]
        for quote in quotes:
            assert quote is None or quote.strip()
        assert 1 <= paper.first_page <= paper.last_page


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300))
def test_any_text(text):
    parse_people(text, tuple(text.split("\n")))
    organisation_in(text)
    organisation_in(text, weak=True)


@pytest.mark.parametrize(
    "text",
    [
        "Royal " * 20_000,
        "NHS of and the " * 8_000,
        "Department for Health, " * 6_000,
        "Title: " * 20_000,
        "The Board of the " * 8_000 + "is asked to",
        "Meeting of the Board of " * 6_000,
        "Jo Hill, " * 8_000,
        "Jo Hill and Ann Lee & " * 4_000,
        "Report author / presenter " * 6_000,
        "(" * 30_000,
        "Agenda item 1 " * 8_000,
        "; - " * 10_000 + "item",
        "Author: Jo Hill. " * 6_000,
        "Board | Item 3 | " * 5_000,
        "\u00a9 The Board of " * 6_000,
        "Recommendation: That the Board " * 3_000,
        "The Body of Works is a " * 5_000,
    ],
    ids=lambda text: text[:24],
)
@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.timeout(120)
def test_endless_lines_do_not_hang(text, end):
    if end:
        text = "\n".join(text[i : i + 60] for i in range(0, len(text), 60))
    divide(read_bytes(text.encode(), "long.txt"))
