"""The classifier of commitments: its training set, its weights, and what it says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from importlib.resources import files

import numpy as np
import pytest
from training.commitments import Labelled, packed, read, scores, shares, train

from papersearch.errors import PapersearchError
from papersearch.papers.paper import Cover
from papersearch.record import Meeting
from papersearch.tagging import paper_from_text, tag
from papersearch.tagging.learned import KINDS, judge
from papersearch.tagging.learned.features import features, tokens
from papersearch.tagging.learned.model import unpack, weights

FOLDER = files("papersearch.tagging.learned")
LEAST_PRECISION_APART = 0.95
LEAST_F1_APART = 0.8


@pytest.fixture(scope="module")
def sentences() -> list[Labelled]:
    return read("commitments.jsonl")


@pytest.fixture(scope="module")
def apart() -> list[Labelled]:
    return read("commitments_held_apart.jsonl")


def about() -> dict[str, object]:
    return json.loads(FOLDER.joinpath("commitments.json").read_text("utf-8"))


# --- the sentences -----------------------------------------------------------------------------


def test_sentences_are_many_and_more_than_a_third_are_none(sentences: list[Labelled]) -> None:
    labels = Counter(one.label for one in sentences)
    assert len(sentences) >= 1500
    assert labels.keys() == set(KINDS)
    assert labels["none"] > len(sentences) / 3
    assert min(labels.values()) >= 100
    assert len({one.voice for one in sentences}) >= 50


def test_no_sentence_stands_twice_or_in_both_sets(
    sentences: list[Labelled], apart: list[Labelled]
) -> None:
    told = Counter((one.text.lower(), one.paper) for one in [*sentences, *apart])
    assert [text for text, count in told.items() if count > 1] == []
    assert not {one.voice for one in sentences} & {one.voice for one in apart}


# --- the weights -------------------------------------------------------------------------------


def test_training_again_gives_the_weights_that_ship(sentences: list[Labelled]) -> None:
    again = train(sentences)
    shipped = weights()
    assert again.rows == shipped.rows
    assert np.allclose(again.weights, shipped.weights, atol=0.02)
    kinds = [judge(one.text, one.paper).kind for one in sentences]
    mine = [again.judge(features(one.text, one.paper)).kind for one in sentences]
    assert sum(a != b for a, b in zip(kinds, mine, strict=True)) <= 2


def test_the_figures_told_are_those_measured(apart: list[Labelled]) -> None:
    measured = shares(scores(weights(), apart, 0.5))
    assert measured == about()["held_apart"]
    assert measured["precision"] >= LEAST_PRECISION_APART
    assert measured["f1"] >= LEAST_F1_APART


def test_weights_are_packed_alike_and_read_back() -> None:
    data = packed(weights())
    assert data == FOLDER.joinpath("commitments.npz").read_bytes()
    assert unpack(data, str(about()["sha256"])).rows == weights().rows


def test_other_bytes_are_refused() -> None:
    data = FOLDER.joinpath("commitments.npz").read_bytes()
    with pytest.raises(PapersearchError, match="not those that were trained"):
        unpack(data[:-1] + b"\0\0", str(about()["sha256"]))


def test_tagging_needs_nothing_of_what_trains() -> None:
    code = (
        "import sys; from papersearch.tagging.learned import judge; judge('We hope.', 'paper');"
        "print(sorted(m for m in ('sklearn', 'scipy') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- what it looks at --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("The Clerk will pay £30 by 3 May 2025.", "the _role will pay _money by _date"),
        ("By March 2026 we will plant 40 trees.", "by _date we will plant _n trees"),
        ("Oxenholme Trust saw a 12% rise in 2023/24", "_body saw a _pct rise in _fy"),
        ("It may end in May, or in Q3", "it may end in _date or in _quarter"),
        ("Mrs Achebe, who said “yes”", '_person who said " yes "'),
        ("on 30/09/2025 at Cole Street", "on _date at _name"),
        ("", ""),
    ],
)
def test_names_dates_and_sums_are_masked(text: str, masked: str) -> None:
    assert " ".join(tokens(text)) == masked


def test_features_of_nothing() -> None:
    assert judge("", "paper").kind == "none"
    assert judge("\u2022 \ufffd", "minutes").kind in KINDS


# --- what it adds to the rules -----------------------------------------------------------------


def why(text: str, kind: str = "paper") -> list[str]:
    cover = Cover(meeting=Meeting(date="2025-03-27"))
    found = tag(paper_from_text(text, cover, kind)).commitments
    return [one.evidence.why or "" for one in found]


def test_the_tag_says_that_it_was_learned_how_surely_and_by_which_words() -> None:
    (told,) = why("Every ward will have a dementia nurse on each late shift from 1 June 2025.")
    rule, _, words = told.partition(" by ")
    assert rule.startswith(("learned: pledge 0.", "learned: pledge 1."))
    assert "'every'" in words


def test_what_a_rule_finds_is_the_rules() -> None:
    (told,) = why("The Trust will recruit 40 midwives by July 2025.")
    assert told == "pledge: 'The Trust will recruit'" or told == "pledge: 'Trust will recruit'"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Public spending will settle at 44 per cent of national income by 2029/30.", "paper"),
        ("The Government has said that every school will have a nurse by June 2026.", "paper"),
        ("Every ward will have a dementia nurse on each late shift from 1 June 2025.", "policy"),
        ("Every ward will, if the bid succeeds, have a second nurse from 1 June 2025.", "paper"),
        ("Every ward will have had a second nurse from 1 June 2024.", "paper"),
        ("We look forward to hearing from you by 1 June 2025.", "paper"),
        ("The Head of Estates would be sorry to see it go in June 2025.", "minutes"),
    ],
)
def test_what_is_none_whatever_its_score(text: str, kind: str) -> None:
    assert why(text, kind) == []


def test_cells_of_tables_are_left_to_the_rules() -> None:
    text = "Every ward will have a dementia nurse on each late shift from 1 June 2025."
    assert why(f"| Notes | Date |\n| {text} | May |") == []
