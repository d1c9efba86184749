"""The measures are the textbook's, and unjudged or broken files are told."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from papersearch.errors import UsageError
from papersearch.search.answer import Answer, Hit, Standing
from papersearch.search.evaluate import Question, evaluate, figure, load_questions, measure


def hit(file: str, page: int, *also: tuple[str, int]) -> Hit:
    return Hit(
        rank=1, score=0.5, paper_id="x", title=None, organisation=None, file=file,
        meeting_date=None, page=page, label=None, section=None, text="words",
        also_at=tuple(
            Standing(paper_id="y", title=None, file=f, meeting_date=None, page=p, label=None)
            for f, p in also
        ),
    )  # fmt: skip


def question(*wanted: set[tuple[str, int]], kind: str = "lay") -> Question:
    return Question(
        id="1", kind=kind, question="what", wanted=tuple(map(frozenset, wanted)), filters={}
    )


def answer(*hits: Hit, answerable: bool = True) -> Answer:
    return Answer(
        query="what", mode="hybrid", filters={}, answerable=answerable, took_ms=2.0, hits=hits
    )


def test_the_measures_are_the_textbooks() -> None:
    asked = question({("a", 1)}, {("b", 2)})
    found = measure(asked, [hit("c", 9), hit("a", 1), hit("a", 1), hit("b", 2)])
    best = 1 + 1 / math.log2(3)
    assert found["ndcg_10"] == pytest.approx((1 / math.log2(3) + 1 / math.log2(5)) / best)
    assert (found["recall_5"], found["recall_10"]) == (1.0, 1.0)
    assert (found["mrr"], found["success_1"]) == (0.5, 0.0)
    perfect = measure(asked, [hit("b", 2), hit("a", 1)])
    assert set(perfect.values()) == {1.0}
    assert set(measure(asked, [hit("c", 9)]).values()) == {0.0}
    assert set(measure(asked, []).values()) == {0.0}


def test_what_comes_after_the_tenth_does_not_count() -> None:
    late = [hit("c", n) for n in range(10)] + [hit("a", 1)]
    assert set(measure(question({("a", 1)}), late).values()) == {0.0}
    sixth = [hit("c", n) for n in range(5)] + [hit("a", 1)]
    found = measure(question({("a", 1)}), sixth)
    assert (found["recall_5"], found["recall_10"]) == (0.0, 1.0)


def test_a_place_named_beside_a_hit_counts_and_either_of_two_copies_does() -> None:
    assert measure(question({("a", 1)}), [hit("c", 9, ("a", 1))])["ndcg_10"] == 1.0
    assert measure(question({("a", 1), ("copy", 4)}), [hit("copy", 4)])["ndcg_10"] == 1.0
    # Two things on one page need one hit.
    assert measure(question({("a", 1)}, {("a", 1), ("b", 2)}), [hit("a", 1)])["ndcg_10"] == 1.0


def test_settings_are_compared_question_by_question() -> None:
    asked = [question({("a", 1)}) for _ in range(8)] + [question(kind="none")]
    good = evaluate(
        asked,
        {
            "good": lambda *_: answer(hit("a", 1)),
            "bad": lambda *_: answer(hit("c", 1), answerable=False),
        },
        "made up",
    )
    first, second = good.settings
    assert first.all.measures["mrr"].mean == 1.0
    assert second.all.measures["mrr"].mean == 0.0
    assert first.refused_wrongly is not None
    assert second.refused_rightly is not None
    assert (first.refused_wrongly.mean, second.refused_rightly.mean) == (0.0, 1.0)
    assert [one.kind for one in first.kinds] == ["lay", "none"]
    assert first.kinds[1].measures == {}
    assert {one.difference.mean for one in good.differences} == {1.0}
    assert (first.milliseconds, len(good.differences)) == (2.0, 5)


def test_an_interval_holds_the_mean_and_is_the_same_each_time() -> None:
    one = figure([0.0, 1.0, 0.5, 0.25, 1.0, 0.0])
    assert one.low < one.mean < one.high
    assert one == figure([0.0, 1.0, 0.5, 0.25, 1.0, 0.0])
    assert figure([0.3]).low == figure([0.3]).high == 0.3


def test_places_of_one_thing_are_put_together(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    places = [
        {"key": "K", "words": "w", "file": "a", "page": 1},
        {"key": "K", "words": "w", "file": "b", "page": 2},
        {"key": "K", "words": "other", "file": "a", "page": 3},
    ]
    lines = [
        {"question": "one", "kind": "lay", "answers": places},
        {"question": "two", "answers": [{"file": "a", "page": 1}, {"file": "b", "page": 2}]},
        {"question": "three"},
    ]
    file.write_text("\n\n".join(map(json.dumps, lines)), encoding="utf-8")
    one, two, three = load_questions(file)
    assert one.wanted == (frozenset({("a", 1), ("b", 2)}), frozenset({("a", 3)}))
    assert two.wanted == (frozenset({("a", 1)}), frozenset({("b", 2)}))
    assert (three.wanted, three.kind) == ((), "all")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "not json",
        "[1]",
        '{"q": 1}',
        '{"question": "x", "answers": [{"file": "a"}]}',
        "\xff",
    ],
)
def test_a_broken_file_is_told_with_its_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "q.jsonl"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError, match=r"q\.jsonl"):
        load_questions(file)
    with pytest.raises(UsageError, match="absent"):
        load_questions(tmp_path / "absent.jsonl")
