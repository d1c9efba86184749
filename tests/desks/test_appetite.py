"""The auditor's desk: how an appetite moved, with what beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from papersearch import knowledge
from papersearch.desks import scales
from papersearch.desks.appetite import answer, find
from papersearch.desks.common import Place
from papersearch.desks.decisions import deciding
from papersearch.desks.trajectories import Trajectory, moved, trajectories
from papersearch.errors import UsageError
from papersearch.record import Appetite
from tests.shelf import TRUST, fill, paper, passage, risk


def one(found: list[Trajectory]) -> Trajectory:
    assert len(found) == 1, [t.name for t in found]
    return found[0]


def steps(found: Trajectory) -> list[str]:
    return [sighting.step for sighting in found.sightings]


def test_an_appetite_is_raised_and_lowered_on_its_scale() -> None:
    papers = [
        paper("2021-01-28", "C", risks=(risk("Workforce Risk", "Minimal"),)),
        paper("2019-01-31", "A", risks=(risk("Workforce Risk", "Cautious"),)),
        paper("2020-01-30", "B", risks=(risk("Workforce risk", "Cautious"),)),
        paper("2022-01-27", "D", risks=(risk("Workforce Risk", "Open"),)),
    ]
    found = one(trajectories(papers, scales.rank))
    assert steps(found) == ["first", "same", "lowered", "raised"]
    assert found.sightings[0].place.meeting_date == "2019-01-31"
    assert all(s.place.page == 2 for s in found.sightings)
    assert all(s.decision is None for s in found.sightings)


def test_the_same_word_on_two_scales_is_not_the_same_rank() -> None:
    papers = [
        paper("2020-01-30", "A", risks=(risk("Clinical Risk", "Cautious", "hmt-2020"),)),
        paper("2021-01-28", "B", risks=(risk("Clinical Risk", "Cautious", "ggi-2020"),)),
        paper("2022-01-27", "C", risks=(risk("Clinical Risk", "Seek", "ggi-2020"),)),
    ]
    assert steps(one(trajectories(papers, scales.rank))) == ["first", "relabelled", "raised"]


def test_a_scale_once_named_holds_until_another_is() -> None:
    papers = [
        paper("2020-01-30", "A", risks=(risk("X Risk", "Cautious", "ggi-2012"),)),
        paper("2021-01-28", "B", risks=(risk("X Risk", "Cautious", None),)),
        paper("2022-01-27", "C", risks=(risk("X Risk", "Open", None),)),
        paper("2023-01-26", "D", risks=(risk("X Risk", "Open", "ggi-2020"),)),
        paper("2024-01-25", "E", risks=(risk("X Risk", "Hungry", None),)),
    ]
    found = one(trajectories(papers, scales.rank))
    assert steps(found) == ["first", "same", "raised", "relabelled", "changed"]
    assert [s.ranked_on for s in found.sightings] == [None, None, "ggi-2012", None, None]


@pytest.mark.parametrize(
    ("before", "now", "step"),
    [
        (("cautious",), ("open",), "changed"),
        (("cautious",), ("cautious",), "same"),
    ],
)
def test_without_a_named_scale_nothing_is_ranked(
    before: tuple[str, ...], now: tuple[str, ...], step: str
) -> None:
    one_, other = Appetite(raw="x", levels=before), Appetite(raw="y", levels=now)
    assert moved(one_, other, scales.rank) == step


def test_a_range_counts_by_its_middle_and_a_threshold_is_not_ranked() -> None:
    def appetite(*levels: str, raw: str = "x") -> Appetite:
        return Appetite(raw=raw, levels=levels, scale="hmt-2020")

    assert moved(appetite("minimal"), appetite("minimal", "cautious"), scales.rank) == "raised"
    assert moved(appetite("open"), appetite("cautious", "open"), scales.rank) == "lowered"
    assert moved(Appetite(raw="<= 8"), Appetite(raw="<= 12"), scales.rank) == "changed"
    assert moved(Appetite(raw="<= 8"), Appetite(raw="<= 8"), scales.rank) == "same"
    assert moved(appetite("open"), Appetite(raw=None), scales.rank) == "not stated"


def test_a_value_that_is_missing_for_a_while_is_no_change() -> None:
    papers = [
        paper("2020-01-30", "A", risks=(risk("Estates Risk", "Open"),)),
        paper("2021-01-28", "B", risks=(risk("Estates Risk", None, None),)),
        paper("2022-01-27", "C", risks=(risk("Estates Risk", "Open"),)),
        paper("2023-01-26", "D", risks=(risk("New Risk", None, None),)),
    ]
    by_name = {t.name: steps(t) for t in trajectories(papers, scales.rank)}
    assert by_name == {
        "Estates Risk": ["first", "not stated", "same"],
        "New Risk": ["not stated"],
    }


def test_a_change_shows_the_decision_that_the_archive_holds_and_no_other() -> None:
    minute = "The Board approved a change in the appetite for Digital Risk from Cautious to Open."
    place = Place(
        paper_id="m",
        title="Minutes",
        organisation=TRUST,
        meeting_date="2021-03-25",
        file="minutes.txt",
        sha256=None,
        page=5,
        label=None,
        quote="",
    )
    papers = [
        paper(
            "2020-01-30",
            "A",
            risks=(risk("Digital Risk", "Cautious"), risk("Estates Risk", "Open")),
        ),
        paper(
            "2021-05-27", "B", risks=(risk("Digital Risk", "Open"), risk("Estates Risk", "Averse"))
        ),
    ]
    found = trajectories(papers, scales.rank, deciding(place, minute, minutes=True))
    digital, estates = (t.sightings[-1] for t in found)
    assert digital.step == "raised"
    assert digital.decision is not None
    assert digital.decision.place.quote == minute
    assert digital.decision.place.page == 5
    assert estates.step == "lowered"
    assert estates.decision is None


def test_changed_wording_is_shown_word_by_word() -> None:
    papers = [
        paper(
            "2020-01-30", "A", risks=(risk("X Risk", "Open", statement="We will keep wards safe"),)
        ),
        paper(
            "2021-01-28",
            "B",
            risks=(risk("X Risk", "Open", statement="We will keep all wards safe"),),
        ),
    ]
    last = one(trajectories(papers, scales.rank)).sightings[-1]
    assert last.wording == ((" ", "We will keep"), ("+", "all"), (" ", "wards safe"))


def test_one_name_under_two_level_ones_is_two_risks_and_two_bodies_are_two() -> None:
    papers = [
        paper(
            "2020-01-30",
            "A",
            risks=(
                risk("Operational Risk", "Open", level2="Change Risk"),
                risk("Financial Risk", "Cautious", level2="Change Risk"),
            ),
        ),
        paper(
            "2020-02-01",
            "B",
            organisation="Oke Council",
            risks=(risk("Financial Risk", "Open", level2="Change Risk"),),
        ),
    ]
    found = trajectories(papers, scales.rank)
    assert sorted((t.organisation, t.name) for t in found) == [
        ("Oke Council", "Financial Risk > Change Risk"),
        (TRUST, "Financial Risk > Change Risk"),
        (TRUST, "Operational Risk > Change Risk"),
    ]


def test_a_paper_met_twice_counts_once() -> None:
    first = paper("2020-01-30", "A", id="one", risks=(risk("X Risk", "Open"),))
    again = paper("2020-01-30", "A", id="two", same_as=("one",), risks=(risk("X Risk", "Open"),))
    assert len(one(trajectories([first, again], scales.rank)).sightings) == 1


STATEMENT = "We keep enough staff with the right skills on every ward at all times"


def renamed() -> list[Trajectory]:
    return trajectories(
        [
            paper("2020-01-30", "A", risks=(risk("Staffing Risk", "Open", statement=STATEMENT),)),
            paper(
                "2022-01-27",
                "B",
                risks=(risk("People Risk", "Open", statement=STATEMENT + " and in every team"),),
            ),
        ],
        scales.rank,
    )


def test_a_rename_is_proposed_with_its_reason() -> None:
    by_name = {t.name: t for t in renamed()}
    assert by_name["Staffing Risk"].maybe_renamed_to == "People Risk"
    assert "share" in (by_name["Staffing Risk"].maybe_renamed_why or "")
    assert by_name["People Risk"].maybe_renamed_to is None


def test_a_rename_is_not_proposed_while_both_names_are_in_use() -> None:
    papers = [
        paper(
            "2020-01-30",
            "A",
            risks=(
                risk("Staffing Risk", "Open", statement=STATEMENT),
                risk("People Risk", "Open", statement=STATEMENT),
            ),
        ),
    ]
    assert all(t.maybe_renamed_to is None for t in trajectories(papers, scales.rank))


@pytest.fixture
def user_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    file = tmp_path / "papersearch.toml"
    monkeypatch.setenv("PAPERSEARCH_CONFIG", str(file))
    knowledge.user_settings.cache_clear()
    yield file
    knowledge.user_settings.cache_clear()


def test_a_rename_confirmed_by_the_user_is_followed(user_file: Path) -> None:
    user_file.write_text('[renames]\nsame = [["Staffing Risk", "People Risk"]]\n')
    found = one(renamed())
    assert found.name == "People Risk"
    assert steps(found) == ["first", "same"]


def test_a_rename_refused_by_the_user_is_not_proposed(user_file: Path) -> None:
    user_file.write_text('[renames]\ndifferent = [["Staffing Risk", "People Risk"]]\n')
    found = renamed()
    assert [t.maybe_renamed_to for t in found] == [None, None]


def test_a_risk_is_found_by_words_reference_and_meaning() -> None:
    papers = [
        paper(
            "2020-01-30",
            "A",
            risks=(
                risk(
                    "Clinical Risk",
                    "Minimal",
                    level2="Patient Safety & Outcomes Risk",
                    reference="SR2",
                ),
                risk("Workforce Risk", "Open", statement="people who leave us"),
            ),
        ),
    ]
    found = trajectories(papers, scales.rank)
    asked: list[str] = []

    def similarity() -> object:
        asked.append("loaded")
        return lambda first, second: [[0.1 if "Clinical" in name else 0.7 for name in second]]

    assert [t.level1 for t in find(found, "patient safety", similarity)] == ["Clinical Risk"]
    assert [t.level1 for t in find(found, "sr2", similarity)] == ["Clinical Risk"]
    assert [t.level1 for t in find(found, "outcome", similarity)] == ["Clinical Risk"]
    assert asked == []
    assert [t.level1 for t in find(found, "nurses going elsewhere", similarity)] == [
        "Workforce Risk"
    ]
    assert asked == ["loaded"]
    assert find(found, "  ", similarity) == []


def test_ranks_are_those_of_the_tagging() -> None:
    from papersearch.tagging.risks.scales import rank
    from papersearch.tagging.risks.scales import scales as every

    for scale in every().values():
        for level in (*scale.levels, *scale.synonyms, "no such word"):
            assert scales.rank(scale.id, level) == rank(scale.id, level), (scale.id, level)
        assert scales.levels_of(scale.id) == scale.levels


def test_the_answer_names_its_population_and_finds_decisions_in_the_archive(tmp_path: Path) -> None:
    minute = "The Board approved a change in its appetite for Digital Risk from Cautious to Open."
    archive = fill(
        tmp_path,
        [
            (paper("2020-01-30", "A", risks=(risk("Digital Risk", "Cautious"),)), "paper", ()),
            (paper("2020-05-28", "Minutes"), "minutes", [passage(3, minute)]),
            (paper("2020-07-30", "B", risks=(risk("Digital Risk", "Open"),)), "paper", ()),
            (paper("2020-07-30", "C", organisation="Oke Council"), "paper", ()),
        ],
    )
    found = answer(archive)
    last = found.risks[0].sightings[-1]
    assert last.decision is not None
    assert last.decision.minutes
    assert (last.decision.place.page, last.decision.place.quote) == (3, minute)
    assert last.decision.place.sha256
    assert (found.population.looked_at, found.population.with_answer) == (4, 2)
    from papersearch.archive import make_filters

    fewer = answer(archive, filters=make_filters(organisation="wold vale"))
    assert (fewer.population.looked_at, fewer.population.outside) == (3, 1)
    assert answer(archive, "no such risk").risks == ()


def test_papers_of_the_deciding_meeting_that_still_state_the_old_level_come_first() -> None:
    papers = [
        paper("2022-01-27", "A", risks=(risk("X Risk", "Cautious"),)),
        paper("2023-01-26", "Proposal", file="a.pdf", risks=(risk("X Risk", "Open"),)),
        paper("2023-01-26", "Report", file="b.pdf", risks=(risk("X Risk", "Cautious"),)),
        paper("2023-03-30", "B", risks=(risk("X Risk", "Open"),)),
    ]
    found = one(trajectories(papers, scales.rank))
    assert steps(found) == ["first", "same", "raised", "same"]


def test_a_risk_named_by_its_level_two_alone_is_that_risk() -> None:
    papers = [
        paper("2022-01-27", "A", risks=(risk("Clinical Risk", "Open", level2="Research Risk"),)),
        paper("2023-01-26", "B", risks=(risk("Research Risk", "Eager"),)),
        paper("2024-01-25", "C", risks=(risk("Other Risk", "Eager"),)),
    ]
    found = {t.name: steps(t) for t in trajectories(papers, scales.rank)}
    assert found == {"Clinical Risk > Research Risk": ["first", "raised"], "Other Risk": ["first"]}


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        ("Avoid (1-3)", "None (1-3)", "relabelled"),
        ("Cautious (4-6)", "Open (8-12)", "changed"),
        ("Hungry", "Seek", "relabelled"),
        ("Cautious", "from Cautious to Moderate", "changed"),
    ],
)
def test_two_labels_of_one_level_are_no_move(old: str, new: str, step: str) -> None:
    def stated(words: str) -> Appetite:
        level = words.split(" (")[0].split()[-1].lower()
        return Appetite(raw=words, levels=(level,))

    assert moved(stated(old), stated(new), scales.rank) == step


def test_the_scale_that_the_body_named_last_ranks_its_other_risks() -> None:
    papers = [
        paper("2020-01-30", "A", risks=(risk("X Risk", "Cautious", None),)),
        paper("2021-01-28", "B", risks=(risk("Y Risk", "Open", "hmt-2020"),)),
        paper("2022-01-27", "C", risks=(risk("X Risk", "Open", None),)),
        paper("2023-01-26", "D", risks=(risk("X Risk", "Seek", None),)),
    ]
    found = {t.name: t for t in trajectories(papers, scales.rank)}["X Risk"]
    assert steps(found) == ["first", "raised", "changed"]
    assert found.sightings[1].ranked_on == "hmt-2020"


def test_a_decision_that_renames_a_risk_proposes_it() -> None:
    minute = Place(
        paper_id="m", title="Minutes", organisation=TRUST, meeting_date="2023-03-30",
        file="m.pdf", sha256=None, page=2, label=None, quote="",
    )  # fmt: skip
    text = (
        "24/031 Risk appetite framework. The Board approved the renaming of Technology Risk as "
        "Digital & Cyber Risk. The appetite for it was confirmed as Open."
    )
    papers = [
        paper("2022-01-27", "A", risks=(risk("Technology Risk", "Open"),)),
        paper("2023-05-25", "B", risks=(risk("Digital & Cyber Risk", "Open"),)),
        paper("2023-05-25", "C", risks=(risk("Fire Risk", "Open"),)),
    ]
    found = {
        t.name: t for t in trajectories(papers, scales.rank, deciding(minute, text, minutes=True))
    }
    one_ = found["Technology Risk"]
    assert one_.maybe_renamed_to == "Digital & Cyber Risk"
    assert one_.maybe_renamed_by is not None
    assert one_.maybe_renamed_by.minute == "24/031"
    assert found["Fire Risk"].maybe_renamed_to is None
    without = {t.name: t for t in trajectories(papers, scales.rank)}
    assert without["Technology Risk"].maybe_renamed_to is None


@pytest.mark.parametrize("text", ['same = "x"', 'same = [["a"]]', "same = [[1, 2]]"])
def test_renames_that_are_no_pairs_are_told(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "papersearch.toml"
    file.write_text(f"[renames]\n{text}\n")
    monkeypatch.setenv("PAPERSEARCH_CONFIG", str(file))
    knowledge.user_settings.cache_clear()
    try:
        with pytest.raises(UsageError, match="no pairs"):
            trajectories([], scales.rank)
    finally:
        knowledge.user_settings.cache_clear()
