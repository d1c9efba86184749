"""The second look: words met, neighbours on the page, words looked up once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from papersearch.archive import PassageRow
from papersearch.archive.vectors import Vectors
from papersearch.search import second, words
from papersearch.search.lexical import K1, Wording

NEAR = {"money": 0.0, "funding": 0.9, "cash": 1.0, "giraffe": 1.57}
"""Angles of the words that the made-up table knows."""


def vectors(asked: Sequence[str]) -> Vectors:
    """Return rows of length one: the nearer two angles the nearer the words."""
    out = np.zeros((len(asked), 2), dtype=np.float32)
    for place, word in enumerate(asked):
        if word in NEAR:
            out[place] = np.cos(NEAR[word]), np.sin(NEAR[word])
    return out


def row(i: int, text: str = "", page: int = 1, paper: int = 1, section: str = "") -> PassageRow:
    return PassageRow(
        id=i, paper=paper, paper_id="p", title=None, organisation=None, file="a.pdf", root="/",
        day=None, meeting_date=None, agenda_item=None, body=None, page=page, label=None,
        section=section, kind="text", text=text, boxes="[]", key=str(i),
    )  # fmt: skip


def met(text: str, section: str = "", **rarity: float) -> float:
    found = second.met(rarity, sum(rarity.values()), [row(1, text, section=section)], vectors)
    return found[1]


def test_the_questions_own_words_and_their_forms_are_met_in_full() -> None:
    assert met("The Money was spent.", money=3.0) == pytest.approx(1.0)
    assert met("Approved last year", approval=3.0) == pytest.approx(1.0)
    assert met("It fell.", section="Money", money=3.0) == pytest.approx(1.0)


def test_a_near_word_counts_by_how_near_it_is_and_never_in_full() -> None:
    funding, cash = met("the funding", money=1.0), met("the cash", money=1.0)
    assert second.OTHER_WORD > funding > cash > 0
    assert met("a giraffe", money=1.0) == 0.0
    assert met("an unknown zebra", money=1.0) == 0.0
    assert met("", money=1.0) == 0.0


def test_rare_words_count_more_and_references_belong_to_what_was_asked() -> None:
    assert met("the money", money=3.0, giraffe=1.0) == pytest.approx(0.75)
    found = second.met({"money": 3.0}, 6.0, [row(1, "the money")], vectors)
    assert found[1] == pytest.approx(0.5)
    assert second.met({}, 2.0, [row(1, "the money")], vectors) == {1: 0.0}


def test_neighbours_on_the_page_add_less_the_further_they_are() -> None:
    rows = [row(1), row(2), row(5), row(6, page=2), row(7, paper=2), row(30)]
    near = second.around(dict.fromkeys((1, 2, 5, 6, 7, 30), 0.4), rows)
    part = second.AROUND * 0.4
    assert near[1] == pytest.approx(part * (1 + 1 / 2))
    assert near[2] == pytest.approx(part * (1 + 1 / 3**0.5))
    assert near[6] == near[7] == near[30] == 0.0


def test_the_best_are_read_word_by_word_and_what_answers_rises() -> None:
    wording = Wording(expression="x", best=2.0 * (K1 + 1), rarity={"money": 2.0})
    rows = {1: row(1, "a giraffe"), 2: row(2, "the money", page=2)}
    look = second.look({1: 0.5, 2: 0.48, 3: 0.1}, rows, wording, vectors)
    assert look.scores[2] > look.scores[1]
    assert look.scores[3] == pytest.approx(0.1 * (1 - second.MET_WEIGHT))
    left = second.look({1: 0.5, 2: 0.48}, rows, None, vectors)
    assert left.scores == {1: 0.5, 2: 0.48}
    assert left.met == {}


def test_ties_are_broken_by_number() -> None:
    assert second.best({7: 0.5, 3: 0.5, 9: 0.6}, 2) == [9, 3]


def test_a_word_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def look_up(new: Sequence[str]) -> Vectors:
        asked.extend(new)
        return vectors(new)

    remembered = words.Remembered(look_up)
    for question in (["money", "cash", "money"], ["cash", "giraffe"], []):
        np.testing.assert_array_equal(remembered(question), vectors(question))
    assert asked == ["money", "cash", "giraffe"]
    monkeypatch.setattr(words, "MOST_KEPT", 4)
    for question in (["funding", "zebra"], ["money"], ["a", "b", "c", "d", "money"]):
        np.testing.assert_array_equal(remembered(question), vectors(question))
    assert asked[3:] == ["funding", "zebra", "money", "a", "b", "c", "d", "money"]
