"""Words of a hit that match: the question's own and their forms, and those near in meaning."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest

from papersearch.embedding import Embedder
from papersearch.search.marks import Marker
from papersearch.search.query import parse

ALIKE = {"money": 0, "funding": 0, "budget": 0, "nurse": 1, "matron": 1, "their": 0}


def vectors(words: Sequence[str]) -> np.ndarray:
    out = np.zeros((len(words), 2), dtype=np.float32)
    for row, word in enumerate(words):
        if word in ALIKE:
            out[row, ALIKE[word]] = 1.0
    return out


def marked(question: str, text: str, by: str | None = None) -> list[str]:
    (marks,) = Marker(parse(question), vectors).marks([text])
    assert all(a.end <= b.start for a, b in pairwise(marks))
    return [text[m.start : m.end] for m in marks if by in (None, m.by)]


@pytest.mark.parametrize(
    ("question", "text", "wanted"),
    [
        ("approval of plans", "The plan was approved.", ["plan", "approved"]),
        ("staff", "Staffing of the ward; distaff", ["Staffing"]),
        ('"length of stay"', "The length of the stay", ["length", "of", "stay"]),
        ("s.43(2) prices", "s.43(2) and price", ["s.43(2)", "price"]),
        ("cat", "category, cats, cat", ["cats", "cat"]),
        ("budget -staff", "Staff and budget", ["budget"]),
    ],
)
def test_words_and_their_forms_are_marked(question: str, text: str, wanted: list[str]) -> None:
    assert marked(question, text, "words") == wanted


def test_words_near_in_meaning_are_marked_with_the_word_they_are_like() -> None:
    text = "Funding rose; the budget for MATRON and their beds did not."
    (marks,) = Marker(parse("money for a nurse"), vectors).marks([text])
    found = [(text[m.start : m.end], m.by, m.like) for m in marks]
    # A word of no content ("their") is never marked, however near its vector.
    assert found == [
        ("Funding", "meaning", "money"),
        ("budget", "meaning", "money"),
        ("MATRON", "meaning", "nurse"),
    ]


def test_without_vectors_only_the_words_are_marked() -> None:
    text = "Funding and money"
    (marks,) = Marker(parse("money"), None).marks([text])
    assert [text[m.start : m.end] for m in marks] == ["money"]


def test_excluded_words_are_not_marked_by_meaning() -> None:
    assert marked("beds -nurse", "A matron took beds", "meaning") == []


@pytest.mark.parametrize(
    ("question", "text", "near", "not_near"),
    [
        ("money for constables", "Funding was cut on Tuesday.", {"Funding"}, {"Tuesday"}),
        ("must it match by law", "A legal duty of the archive.", {"legal"}, {"archive"}),
        ("trains to the airport", "Rail works at the library", {"Rail"}, {"library"}),
        ("letting people see offences", "Crime data of the month", {"Crime"}, {"month"}),
    ],
)
def test_the_models_own_words(question: str, text: str, near: set[str], not_near: set[str]) -> None:
    (marks,) = Marker(parse(question), Embedder().word_vectors).marks([text])
    found = {text[m.start : m.end] for m in marks if m.by == "meaning"}
    assert near <= found
    assert not found & not_near


def test_words_that_the_model_does_not_have_have_no_vector() -> None:
    rows = Embedder().word_vectors(["funding", "qzxvk", ""])
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1.0, 0.0, 0.0], abs=1e-5)
    assert Embedder().word_vectors([]).shape == (0, 384)
