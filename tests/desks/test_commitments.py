"""The ledger: made, restated, reworded, retargeted both ways, dropped, revived; ticks counted."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from papersearch.desks.commitments import answer, promises
from papersearch.desks.ledger import Thread, ledger
from papersearch.desks.ticks import quarter_of, tick_counts
from papersearch.errors import UsageError
from papersearch.knowledge import user_settings
from papersearch.record import Commitment, Paper, Target
from tests.shelf import TRUST, FakeEmbedder, action, annual, evidence, fill, paper


def stay(days: float, unit: str = "days") -> Target:
    return Target(metric="length of stay", direction="reduce", value=days, unit=unit)


def year(name: str, day: str, *items: Commitment, **more: object) -> Paper:
    return paper(day, f"Commitments {name}", commitments=items, **more)


OTHERS = ("Improve staff retention", "Deliver the financial plan")


def history(thread: Thread) -> list[tuple[str | None, str]]:
    return [(entry.year, entry.event) for entry in thread.entries]


def by_text(threads: list[Thread], words: str) -> Thread:
    found = [t for t in threads if any(words in e.text for e in t.entries)]
    assert len(found) == 1, [t.text for t in threads]
    return found[0]


def test_the_same_words_are_restated_and_other_words_reworded() -> None:
    threads = ledger(
        [
            year("22", "2022-05-26", annual("Improve staff retention", "2022/23")),
            year("23", "2023-05-25", annual("Improve staff retention.", "2023/24")),
            year("24", "2024-05-30", annual("Improve staff retention in every team", "2024/25")),
        ]
    )
    thread = by_text(threads, "Improve staff retention")
    assert history(thread) == [
        ("2022/23", "made"),
        ("2023/24", "restated"),
        ("2024/25", "reworded"),
    ]
    assert ("+", "in every team") in thread.entries[2].wording or any(
        sign == "+" and "in every team" in words for sign, words in thread.entries[2].wording
    )
    assert thread.ending == "no later list in the archive"


def test_a_target_is_tightened_and_loosened_by_its_direction() -> None:
    def least(value: float) -> Target:
        return Target(metric="patients", direction="at_least", value=value, unit="per cent")

    def most(value: float) -> Target:
        return Target(metric="turnover", direction="at_most", value=value, unit="%")

    threads = ledger(
        [
            year(
                "22",
                "2022-05-26",
                annual(
                    "Reduce average length of stay by 0.5 days", "2022/23", target=stay(0.5, "day")
                ),
                annual(
                    "See at least 76 per cent of patients in four hours",
                    "2022/23",
                    target=least(76),
                ),
                annual("Keep turnover below 10 per cent", "2022/23", target=most(10)),
            ),
            year(
                "23",
                "2023-05-25",
                annual("Reduce average length of stay by 0.7 days", "2023/24", target=stay(0.7)),
                annual(
                    "See at least 70 per cent of patients in four hours",
                    "2023/24",
                    target=least(70),
                ),
                annual("Keep turnover below 12 per cent", "2023/24", target=most(12)),
            ),
            year(
                "24",
                "2024-05-30",
                annual(
                    "Reduce average length of stay by 2 hours", "2024/25", target=stay(2, "hours")
                ),
                annual(
                    "See at least 78 per cent of patients in four hours",
                    "2024/25",
                    target=least(78),
                ),
                annual("Keep turnover below 9 per cent", "2024/25", target=most(9)),
            ),
        ]
    )
    assert [e for _, e in history(by_text(threads, "length of stay"))] == [
        "made",
        "tightened",
        "retargeted",
    ]
    assert [e for _, e in history(by_text(threads, "four hours"))] == [
        "made",
        "loosened",
        "tightened",
    ]
    assert [e for _, e in history(by_text(threads, "turnover"))] == [
        "made",
        "loosened",
        "tightened",
    ]


def lists(*years: tuple[str, str, tuple[str, ...]]) -> list[Paper]:
    return [year(name, day, *(annual(text, name) for text in texts)) for name, day, texts in years]


def test_gone_is_only_said_where_a_later_list_is_held() -> None:
    first = ("2022/23", "2022-05-26", ("Open the new unit", *OTHERS))
    assert by_text(ledger(lists(first)), "new unit").ending == "no later list in the archive"
    later = ("2023/24", "2023-05-25", OTHERS)
    ended = by_text(ledger(lists(first, later)), "new unit").ending
    assert ended == "absent from the list of 2023/24"
    one_mention = ("2023/24", "2023-05-25", OTHERS[:1])
    ended = by_text(ledger(lists(first, one_mention)), "new unit").ending
    assert ended == "no later list in the archive"


def test_another_bodys_later_list_says_nothing() -> None:
    other = [
        paper(
            "2023-05-25",
            "Council",
            organisation="Oke Council",
            commitments=tuple(
                annual(t, "2023/24") for t in ("Mend the roads", "Keep libraries open")
            ),
        ),
    ]
    mine = lists(("2022/23", "2022-05-26", ("Open the new unit", *OTHERS)))
    assert by_text(ledger([*mine, *other]), "new unit").ending == "no later list in the archive"


def test_a_commitment_that_comes_back_is_revived() -> None:
    threads = ledger(
        lists(
            ("2021/22", "2021-05-27", ("Open the new unit", *OTHERS)),
            ("2022/23", "2022-05-26", OTHERS),
            ("2023/24", "2023-05-25", ("Open the new unit", *OTHERS)),
        )
    )
    assert history(by_text(threads, "new unit")) == [("2021/22", "made"), ("2023/24", "revived")]


FALLS = "Reduce inpatient falls with harm on our wards"
SORES = "Cut pressure ulcers acquired in community care"
BOTH = "Reduce inpatient falls with harm and pressure ulcers acquired in community care"


def everything_is_alike(first: Sequence[str], second: Sequence[str]) -> list[list[float]]:
    return [[0.9] * len(second) for _ in first]


TWO_TO_ONE = lists(
    ("2022/23", "2022-05-26", (FALLS, SORES, *OTHERS)), ("2023/24", "2023-05-25", (BOTH, *OTHERS))
)
ONE_TO_TWO = lists(
    ("2022/23", "2022-05-26", (BOTH, *OTHERS)), ("2023/24", "2023-05-25", (FALLS, SORES, *OTHERS))
)


def test_two_that_become_one_are_merged() -> None:
    threads = ledger(TWO_TO_ONE)
    assert len(by_text(threads, BOTH).entries) == 1
    new = by_text(threads, BOTH).entries[-1]
    assert (new.event, set(new.merged_from)) == ("merged", {FALLS, SORES})
    for old in (FALLS, SORES):
        assert by_text(threads, old).ending.endswith(f"merged in 2023/24: {BOTH}")


def test_one_that_takes_up_another_is_merged() -> None:
    thread = by_text(ledger(TWO_TO_ONE, everything_is_alike), BOTH)
    old, new = thread.entries
    assert new.event == "merged"
    assert {old.text, *new.merged_from} == {FALLS, SORES}


def test_one_that_becomes_two_is_split() -> None:
    threads = ledger(ONE_TO_TWO)
    for text in (FALLS, SORES):
        assert [(e.event, e.split_from) for e in by_text(threads, text).entries] == [
            ("split", BOTH)
        ]
    ending = by_text(threads, BOTH).ending
    assert "split in 2023/24" in ending
    assert FALLS in ending
    assert SORES in ending


def test_a_part_that_leaves_what_goes_on_is_split_off() -> None:
    threads = ledger(ONE_TO_TWO, everything_is_alike)
    assert [e.split_from for t in threads for e in t.entries].count(BOTH) == 1


def test_a_new_one_that_shares_a_phrase_with_one_that_goes_on_is_made_anew() -> None:
    threads = ledger(
        lists(
            ("2022/23", "2022-05-26", ("Improve access to community mental health services",)),
            (
                "2023/24",
                "2023-05-25",
                (
                    "Improve access to community mental health services",
                    "Improve access to dentists",
                    "Recruit community nurses",
                ),
            ),
        )
    )
    assert [e.event for t in threads for e in t.entries].count("made") == 3


def test_what_users_say_of_two_wordings_goes_before_likeness(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = lists(
        ("2022/23", "2022-05-26", ("Recruit more nurses", "Improve staff retention")),
        ("2023/24", "2023-05-25", ("Grow our workforce", "Improve staff retention in theatres")),
    )
    file = tmp_path / "papersearch.toml"
    monkeypatch.setenv("PAPERSEARCH_CONFIG", str(file))
    file.write_text(
        '[ledger]\nsame = [["Recruit more nurses.", "Grow our workforce"]]\n'
        'different = [["Improve staff retention", "Improve staff retention in theatres"]]\n'
    )
    user_settings.cache_clear()
    try:
        grown = by_text(ledger(papers), "Grow our workforce")
        assert [e.text for e in grown.entries] == ["Recruit more nurses", "Grow our workforce"]
        assert len(by_text(ledger(papers), "in theatres").entries) == 1
        file.write_text('[ledger]\nsame = ["Recruit more nurses"]\n')
        user_settings.cache_clear()
        with pytest.raises(UsageError, match=r"\[ledger\] same"):
            ledger(papers)
    finally:
        user_settings.cache_clear()


def test_likeness_joins_what_shares_a_word_and_never_what_shares_none() -> None:
    papers = lists(
        ("2022/23", "2022-05-26", ("Improve staff retention",)),
        ("2023/24", "2023-05-25", ("Fewer people leave our staff",)),
        ("2024/25", "2024-05-30", ("Plant ten thousand trees",)),
    )
    texts = sorted(len(t.entries) for t in ledger(papers, everything_is_alike))
    assert texts == [1, 2]
    assert sorted(len(t.entries) for t in ledger(papers)) == [1, 1, 1]


def test_ticks_are_counted_by_item_and_quarter_and_cannot_tell_is_no_tick() -> None:
    texts = ("Improve staff retention", "Deliver the financial plan")
    papers = [
        paper(
            day,
            f"Paper {day}",
            commitments=(
                annual(texts[0], "2023/24", ticked=first),
                annual(texts[1], "2023/24", ticked=second),
            ),
        )
        for day, first, second in (
            ("2023-05-25", True, False),
            ("2023-11-30", True, None),
            ("2023-12-14", True, True),
        )
    ]
    counts = tick_counts(ledger(papers))
    assert [(c.text, c.ticked, c.listed) for c in counts] == [(texts[0], 3, 3), (texts[1], 1, 3)]
    assert counts[0].quarters == {"2023/24 Q1": 1, "2023/24 Q3": 2}
    thread = by_text(ledger(papers), "financial plan")
    assert (thread.entries[0].unticked, thread.entries[0].unknown) == (1, 1)
    assert tick_counts(ledger(papers), "2022/23") == []


def test_quarters_are_of_the_financial_year() -> None:
    days = {
        "2024-04-01": "2024/25 Q1",
        "2024-12-31": "2024/25 Q3",
        "2025-03-31": "2024/25 Q4",
        "1999-12-31": "1999/00 Q3",
        None: "undated",
    }
    assert {day: quarter_of(day) for day in days} == days


def test_promises_are_told_once_with_their_place() -> None:
    text = "Chief Nurse to report the number of moves"
    papers = [
        paper("2023-05-25", "A", commitments=(action(text, owner="Chief Nurse"),)),
        paper("2023-07-27", "B", commitments=(action(text), annual("Improve", "2023/24"))),
    ]
    found = promises(papers, ["action"])
    assert [(p.commitment.text, p.place.meeting_date, p.place.page) for p in found] == [
        (text, "2023-05-25", 3)
    ]


def test_the_answer_finds_by_words_of_any_year_then_by_meaning(tmp_path: Path) -> None:
    pledge = Commitment(
        text="We will report back by June.", kind="pledge", evidence=evidence(2, "We will")
    )
    archive = fill(
        tmp_path,
        [
            (year("22", "2022-05-26", annual("Improve staff retention", "2022/23")), "paper", ()),
            (
                year("23", "2023-05-25", annual("Improve retention of staff", "2023/24")),
                "paper",
                (),
            ),
            (paper("2023-11-30", "Improvement strategy", commitments=(pledge,)), "paper", ()),
        ],
    )

    def similarity() -> object:
        embed = FakeEmbedder().embed
        return lambda first, second: embed(list(first)) @ embed(list(second)).T

    found = answer(archive, "staff retention", similarity=similarity)  # type: ignore[arg-type]
    assert found.found_by == "words"
    assert [t.organisation for t in found.threads] == [TRUST]
    assert len(found.threads[0].entries) == 2
    assert (found.population.looked_at, found.population.with_answer) == (3, 2)
    near = answer(archive, "staff who improve", similarity=similarity)  # type: ignore[arg-type]
    assert near.found_by == "meaning"
    assert answer(archive, "submarines", similarity=similarity).threads == ()  # type: ignore[arg-type]
    promised = answer(archive, "improvement strategy", "pledge")
    assert [p.commitment.text for p in promised.promises] == ["We will report back by June."]
