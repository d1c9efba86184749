"""What a user types is taken apart, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papersearch.archive import Archive
from papersearch.search import lexical
from papersearch.search.query import holds, parse


def test_words_phrases_and_exclusions_are_told_apart() -> None:
    query = parse('car park "length of stay" -maternity -"head injury" \u201ca day\u201d')
    assert query.words == ("car", "park")
    assert query.phrases == ("length of stay", "a day")
    assert query.excluded == ("head injury", "maternity")
    assert query.text == "car park length of stay a day"
    assert query.is_literal


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    assert parse("follow-up of long-stay patients").excluded == ()


def test_stop_words_are_kept_where_there_is_nothing_else() -> None:
    assert parse("who is who").words == ("who", "is")
    assert parse("who is the chief nurse").words == ("chief", "nurse")


@pytest.mark.parametrize(
    "typed",
    ["s.43(2)", "s43(2)", "S 43 (2)", "section 43(2)", "sections 43(2)", "FOIA 43(2)",
     "FOI Act s.43(2)", "§43(2)", "Sect. 43(2)"],
)  # fmt: skip
def test_a_citation_is_the_same_in_any_form(typed: str) -> None:
    assert parse(typed).codes == ("cxs43", "cxs43x2")
    assert parse(typed).is_literal


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("regulation 12(5)(e)", ("cxr12", "cxr12x5", "cxr12x5xe")),
        ("EIR 12(4)(d)", ("cxr12", "cxr12x4", "cxr12x4xd")),
        ("para 3 of Schedule 12A", ("cxp3", "cxsch12a")),
        ("minute 24/047", ("cx24x047",)),
        ("NG(16)133", ("cxngx16x133",)),
        ("£1.2m", ("cxgbp1x2m",)),
        ("£1.2 million", ("cxgbp1x2m",)),
        ("£1,200,000", ("cxgbp1200000",)),
        ("75.2%", ("cx75x2pc",)),
        ("75.2 per cent", ("cx75x2pc",)),
        ("plain words only", ()),
        ("FOI Act 2000", ()),
        ("cases 43", ()),
    ],
)
def test_references_become_one_word(typed: str, codes: tuple[str, ...]) -> None:
    assert parse(typed).codes == codes


def test_a_phrase_is_held_word_by_word() -> None:
    assert holds("Length of Stay", "The length-of\nstay, again")
    assert not holds("length of stay", "lengths of stays")
    assert not holds("and", "The band played")


@given(st.text(max_size=60))
def test_any_text_is_a_question(shelf: Archive, typed: str) -> None:
    query = parse(typed)
    among = lexical.narrowed(shelf.connection, query, None)
    found = lexical.scores(shelf.connection, lexical.wording(shelf.connection, query), 5, among)
    assert all(0 <= share <= 1 for share in found.values())


@pytest.mark.parametrize("typed", ['"', '""', "-", "- -", "*", "NEAR(", "a AND", "text:x", "'--"])
def test_no_typed_sign_is_syntax(shelf: Archive, typed: str) -> None:
    query = parse(typed)
    among = lexical.narrowed(shelf.connection, query, None)
    lexical.scores(shelf.connection, lexical.wording(shelf.connection, query), 5, among)
