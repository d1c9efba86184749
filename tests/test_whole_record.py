"""The record of a paper that another tool extracted: every field, from the file to the JSON.

The founding paper is read where it is at hand; a paper of our own with the same traits (no title
block, no form feeds, interleaved cells, a risk broken over the page) stands in for it everywhere.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import papersearch as ps
from papersearch.record import Paper
from tests.papers.sheets import real
from tests.papers.test_seed import STAND_IN

SEED = real("seed/000_adc8f6557a3ae86c.txt")


def only_record(path: Path) -> Paper:
    (record,) = ps.read(path)
    assert isinstance(record, Paper)
    return record


def ticks(record: Paper) -> list[tuple[str, bool | None]]:
    return [(c.text, c.ticked) for c in record.commitments if c.kind == "annual"]


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    path = tmp_path_factory.mktemp("papers") / "falls.txt"
    path.write_text(STAND_IN, encoding="utf-8")
    return only_record(path)


def test_commitments_keep_their_ticks(stand_in: Paper) -> None:
    assert ticks(stand_in) == [
        ("Open the new day unit", False),
        ("Reduce falls on the wards by 10 per cent", True),
        ("Improve the staff canteen", False),
    ]
    assert {c.financial_year for c in stand_in.commitments if c.kind == "annual"} == {"2021/22"}
    target = next(c.target for c in stand_in.commitments if c.ticked)
    assert target is not None
    assert (target.direction, target.value, target.unit) == ("reduce", 10, "per cent")


def test_a_risk_is_whole_again_over_its_cells_and_its_page(stand_in: Paper) -> None:
    (risk,) = stand_in.risks
    assert (risk.level1, risk.level2) == ("Estates Risk", "Change Risk")
    assert (risk.level1_ticked, risk.level2_ticked) == (None, None)
    assert risk.statement == (
        "We will deliver change on time and to budget with benefits achieved and no significant "
        "adverse impacts, focussing on the delivery of the day unit."
    )
    assert risk.appetite is not None
    assert (risk.appetite.raw, risk.appetite.levels) == ("Cautious", ("cautious",))
    assert risk.impact is not None
    assert (risk.impact.raw, risk.impact.direction) == ("Moving Towards", "towards")
    assert risk.evidence.page == 1


def test_the_marking_keeps_its_own_words(stand_in: Paper) -> None:
    assert stand_in.foi.status == "exempt"
    (citation,) = stand_in.foi.citations
    assert citation.canonical == "FOIA s.22"
    assert citation.scope == "This paper"
    assert citation.rationale == "it contains information which is in draft format"
    assert citation.public_interest == "not_recorded"
    assert citation.publication_date is None
    assert "elements_missing" in citation.advisories
    assert "rationale_suits_other_provision" in citation.advisories
    assert citation.evidence.page == 4


@pytest.fixture(scope="module")
def record() -> Paper:
    """Return the record of the founding paper."""
    return only_record(SEED)


@pytest.mark.real
@pytest.mark.skipif(not SEED.exists(), reason="../shared, the owners' folder, is absent")
class TestFoundingPaper:
    def test_cover(self, record: Paper) -> None:
        assert record.title is None
        assert record.agenda_item is None
        assert record.organisation == "Leeds Teaching Hospitals NHS Trust"
        assert record.purpose == ("assurance",)
        assert [(p.name, p.role) for p in record.authors] == [
            ("Alison Cracknell", "Associate Medical Director for Quality Improvement")
        ]
        assert [p.name for p in record.presented_by] == ["Magnus Harrison"]
        assert record.date == "2023-11-19"
        assert record.financial_year == "2023/24"
        assert record.meeting is not None
        assert (record.meeting.date, record.meeting.inferred) == ("2023-11-30", True)
        assert record.recommendation is not None
        assert record.recommendation.startswith("Trust Board are asked to review the assurance")
        assert record.recommendation.endswith("the Improvement Strategy 2022-2027.")

    def test_seven_commitments_of_which_four_are_ticked(self, record: Paper) -> None:
        assert [ticked for _, ticked in ticks(record)] == [
            False, True, True, True, True, False, False,
        ]  # fmt: skip
        stay = ticks(record)[4][0]
        (target,) = [c.target for c in record.commitments if c.text == stay]
        assert target is not None
        assert (target.metric, target.direction) == ("average length of stay", "reduce")
        assert (target.value, target.unit) == (0.5, "days per patient")
        assert {c.financial_year for c in record.commitments if c.kind == "annual"} == {"2023/24"}

    def test_five_risks_with_their_statements(self, record: Paper) -> None:
        assert [(r.level1, r.level2) for r in record.risks] == [
            ("Workforce Risk", "Workforce Supply Risk"),
            ("Operational Risk", "Change Risk"),
            ("Clinical Risk", "Patient Safety & Outcomes Risk"),
            ("Financial Risk", "Change Risk"),
            ("External Risk", "Strategic Planning Risk"),
        ]
        for risk in record.risks:
            assert risk.level1_ticked is None
            assert risk.appetite is not None
            assert risk.appetite.levels == ("cautious",)
            assert risk.impact is not None
            assert risk.impact.direction == "towards"
            assert risk.statement is not None
            assert risk.statement.startswith("We will ")
        ends = [str(r.statement).split()[-2:] for r in record.risks]
        assert ends == [
            ["workforce", "supply."],
            ["adverse", "impacts."],
            ["our", "patients."],
            ["reduction", "programmes."],  # broken by the page's end in the paper
            ["Our", "Values."],
        ]

    def test_the_marking(self, record: Paper) -> None:
        assert record.foi.status == "exempt"
        (citation,) = record.foi.citations
        assert (citation.canonical, citation.scope) == ("FOIA s.22", "This paper")
        assert citation.absolute is False
        text = " ".join(SEED.read_text(encoding="utf-8").split())
        assert citation.rationale is not None
        assert citation.rationale in text
        assert citation.rationale.startswith("it contains information which is in draft")
        assert citation.rationale.endswith("final decision")
        assert citation.public_interest == "not_recorded"
        assert citation.publication_date is None
        assert set(citation.elements_missing) == {
            "intended_for_publication", "reasonable_to_withhold",
        }  # fmt: skip
        assert "rationale_suits_other_provision" in citation.advisories
