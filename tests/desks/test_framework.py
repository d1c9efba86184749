"""Stated appetites against a register of decided ones."""

from pathlib import Path

import pytest

from papersearch.desks.framework import InForce, answer, check, load_register
from papersearch.errors import UsageError
from papersearch.record import Meeting
from tests.shelf import TRUST, fill, paper, risk

REGISTER = """organisation,risk,level,from,to,minute
Wold Vale,Workforce Risk,Cautious,2020-01-01,2021-03-24,
Wold Vale,Workforce Risk,Open,2021-03-25,,21/040
Wold Vale,Operational Risk > Change Risk,Cautious to Open,2020-01-01,,
,SR9,Averse,2022-01-01,2022-12-31,
"""


def verdicts(register: list[InForce], *papers: object) -> list[str]:
    return [c.verdict for c in check(papers, register)]  # type: ignore[arg-type]


@pytest.fixture
def register(tmp_path: Path) -> list[InForce]:
    file = tmp_path / "decided.csv"
    file.write_text("\ufeff" + REGISTER, encoding="utf-8")
    return load_register(file)


def test_the_level_in_force_on_the_day_counts(register: list[InForce]) -> None:
    def on(day: str, level: str | None) -> object:
        return paper(day, f"Paper {day}", risks=(risk("Workforce Risk", level),))

    assert verdicts(register, on("2021-03-24", "Cautious")) == ["agrees"]
    assert verdicts(register, on("2021-03-25", "Cautious")) == ["differs"]
    assert verdicts(register, on("2021-03-25", "OPEN")) == ["agrees"]
    assert verdicts(register, on("2021-03-25", None)) == ["not stated"]
    assert verdicts(register, on("2019-12-31", "Cautious")) == ["not in force"]
    found = check([on("2023-01-26", "Averse")], register)[0]  # type: ignore[list-item]
    assert found.in_force is not None
    assert (found.in_force.level, found.in_force.minute) == ("Open", "21/040")


def test_name_reference_body_and_range(register: list[InForce]) -> None:
    both = risk("Operational Risk", "Cautious to Open", level2="Change Risk",
                levels=("cautious", "open"))  # fmt: skip
    other = risk("Financial Risk", "Open", level2="Change Risk")
    assert verdicts(register, paper("2021-01-28", "A", risks=(both, other))) == [
        "agrees",
        "unknown risk",
    ]
    referred = risk("Anything at all", "Averse", reference="SR9")
    assert verdicts(register, paper("2022-05-26", "B", risks=(referred,))) == ["agrees"]
    council = paper("2022-05-26", "C", organisation="Oke Council",
                    risks=(risk("Workforce Risk", "Open"), referred))  # fmt: skip
    assert verdicts(register, council) == ["unknown risk", "agrees"]
    undated = paper(None, "D", meeting=Meeting(), risks=(risk("Workforce Risk", "Open"),))
    assert verdicts(register, undated) == ["undated"]


def test_toml_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "decided.toml"
    file.write_text('[[appetite]]\nrisk = "X"\nlevel = "Open"\nfrom = "2020-01-01"\n')
    assert load_register(file) == [InForce(risk="X", level="Open", from_="2020-01-01")]


@pytest.mark.parametrize(
    "text",
    ["", "risk,level\n", "risk,level\nX,\n", "risk,level,from\nX,Open,last year\n", "a,b\n1,2\n"],
)
def test_a_register_that_cannot_be_used_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "decided.csv"
    file.write_text(text)
    with pytest.raises(UsageError) as told:
        load_register(file)
    assert told.value.remedy
    with pytest.raises(UsageError):
        load_register(tmp_path / "none.csv")


def test_the_answer_counts_and_puts_differences_first(
    tmp_path: Path, register: list[InForce]
) -> None:
    archive = fill(
        tmp_path,
        [
            (paper("2022-01-27", "A", risks=(risk("Workforce Risk", "Open"),)), "paper", ()),
            (paper("2022-03-31", "B", risks=(risk("Workforce Risk", "Averse"),)), "paper", ()),
            (paper("2022-03-31", "C"), "paper", ()),
        ],
    )
    found = answer(archive, register, "decided.csv")
    assert [(c.verdict, c.place.title, c.place.organisation) for c in found.checked] == [
        ("differs", "B", TRUST),
        ("missing", "C", TRUST),
        ("agrees", "A", TRUST),
    ]
    assert (found.counts["differs"], found.counts["agrees"], found.counts["undated"]) == (1, 1, 0)
    assert (found.population.looked_at, found.population.with_answer) == (3, 3)


def test_what_the_meeting_itself_decides_is_said(register: list[InForce]) -> None:
    papers = [
        paper("2021-03-25", "Before", risks=(risk("Workforce Risk", "Cautious"),)),
        paper("2021-03-26", "After", risks=(risk("Workforce Risk", "Cautious"),)),
    ]
    found = check(papers, register)
    assert [c.verdict for c in found] == ["differs", "differs"]
    assert [c.note for c in found] == ["decided at this very meeting; until then Cautious", None]


def test_a_level_two_named_alone_is_the_one_risk_with_that_name() -> None:
    lines = [InForce(risk="Workforce Risk > Supply Risk", level="Open")]
    alone = paper("2024-01-25", "A", risks=(risk("Supply Risk", "Open"),))
    assert [c.verdict for c in check([alone], lines)] == ["agrees"]
    two = [*lines, InForce(risk="Estates Risk > Supply Risk", level="Averse")]
    assert [c.verdict for c in check([alone], two)] == ["unknown risk"]
