"""What an auditor looks at again, the draft of a register, and the levels of a chart."""

from pathlib import Path

from papersearch.desks import scales
from papersearch.desks.appetite_review import answer, unfilled, uniform
from papersearch.desks.common import Place
from papersearch.desks.decisions import deciding
from papersearch.desks.draft import NO_DECISION, as_toml, draft
from papersearch.desks.framework import check, load_register
from papersearch.desks.levels import stretches
from papersearch.desks.trajectories import trajectories
from papersearch.record import Appetite, Impact, Paper, Risk
from tests.shelf import TRUST, evidence, fill, foi, paper, passage, risk


def claimed(level1: str, appetite: str | None, impact: str, direction: str) -> Risk:
    return Risk(
        level1=level1,
        appetite=Appetite(raw=appetite, levels=(appetite.lower(),) if appetite else ()),
        impact=Impact(raw=impact, direction=direction),  # type: ignore[arg-type]
        evidence=evidence(1, f"{level1} {appetite} {impact}"),
    )


def sectioned(text: str) -> object:
    import msgspec

    return msgspec.structs.replace(passage(3, text), section="7. Risk")


def test_rows_that_all_say_the_same_and_cells_left_empty_are_listed() -> None:
    same = tuple(claimed(f"R{n} Risk", "Cautious", "Moving Towards", "towards") for n in range(5))
    papers = [
        paper("2022-01-27", "Same", risks=same),
        paper("2022-01-27", "Two", risks=same[:2]),
        paper("2022-01-27", "Mixed", risks=(*same[:2], claimed("X", "Open", "None", "neutral"))),
        paper("2022-01-27", "Empty", risks=(risk("Y Risk", None),) * 3),
    ]  # fmt: skip
    assert [n.place.title for n in uniform(papers)] == ["Same"]
    assert "All 5 rows say 'Cautious' and 'Moving Towards'" in uniform(papers)[0].message
    assert [n.place.title for n in unfilled(papers)] == ["Empty"] * 3


def archive_of(tmp_path: Path, text: str, *risks: Risk) -> object:
    one = paper("2022-01-27", "Plan", risks=risks)
    return fill(tmp_path, [(one, "paper", [sectioned(text)])])  # type: ignore[list-item]


def test_an_impact_is_set_beside_the_papers_risk_section(tmp_path: Path) -> None:
    text = "7. Risk This leaves us further from our appetite for fire safety. It is late."
    archive = archive_of(
        tmp_path, text, claimed("Fire Safety Risk", "Averse", "Moving Towards", "towards")
    )
    found = answer(archive, "check").noted  # type: ignore[arg-type]
    assert [n.kind for n in found] == ["impact contradicted"]
    assert found[0].beside[0].page == 3
    assert found[0].beside[0].quote == "This leaves us further from our appetite for fire safety."


def test_moving_away_without_a_word_is_not_explained(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path, "7. Risk The bus is late.", claimed("Fire Risk", "Averse", "Moving Away", "away")
    )
    assert [n.kind for n in answer(archive, "check").noted] == ["impact not explained"]  # type: ignore[arg-type]
    (one,) = answer(archive, "impact", "away").claimed  # type: ignore[arg-type]
    assert (one.explained, [p.quote for p in one.risk_section]) == ((), ["The bus is late."])
    assert not answer(archive, "impact", "towards").claimed  # type: ignore[arg-type]


def test_the_population_lists_every_paper_with_the_reason(tmp_path: Path) -> None:
    archive = fill(
        tmp_path,
        [
            (paper("2022-01-27", "With", risks=(risk("X Risk", "Open"), risk("Y Risk", None))),
             "paper", ()),
            (paper("2022-01-27", "Without", foi=foi("open")), "paper", ()),
            (paper("2022-01-27", "Spoken"), "minutes", ()),
        ],
    )  # fmt: skip
    found = answer(archive, "population")
    assert [(c.title, c.rows, c.stated, c.why) for c in found.counted] == [
        ("Spoken", 0, 0, "no risk table (minutes)"),
        ("With", 2, 1, ""),
        ("Without", 0, 0, "no risk table (paper)"),
    ]
    assert (found.population.holding, found.population.looked_at) == (1, 3)


def years(*levels: str) -> list[Paper]:
    return [
        paper(f"{2020 + n}-01-30", f"P{n}", risks=(risk("X Risk", level),))
        for n, level in enumerate(levels)
    ]


def test_a_draft_has_a_line_for_each_stretch_and_says_where_no_decision_was_found() -> None:
    minute = Place(
        paper_id="m", title="Minutes", organisation=TRUST, meeting_date="2021-06-24",
        file="m.pdf", sha256=None, page=2, label=None, quote="",
    )  # fmt: skip
    text = "21/007 Appetite for X. The Board approved the move of X Risk from Cautious to Open."
    found = trajectories(
        years("Cautious", "Cautious", "Open", "Averse"),
        scales.rank,
        deciding(minute, text, minutes=True),
    )
    assert [(e.level, e.from_, e.to, e.minute) for e in draft(found)] == [
        ("Cautious", "2020-01-30", "2021-06-23", None),
        ("Open", "2021-06-24", "2023-01-29", "21/007"),
        ("Averse", "2023-01-30", None, NO_DECISION),
    ]


def test_papers_agree_with_the_register_drafted_from_them(tmp_path: Path) -> None:
    papers = years("Cautious", "Open", "Open")
    lines = draft(trajectories(papers, scales.rank))
    file = tmp_path / "draft.toml"
    file.write_text(as_toml(lines), encoding="utf-8")
    assert load_register(file) == lines
    assert [c.verdict for c in check(papers, lines)] == ["agrees"] * 3


def test_a_chart_has_a_stretch_for_each_scale_and_none_without() -> None:
    papers = [
        paper("2020-01-30", "A", risks=(risk("X Risk", "Cautious", "ggi-2012"),)),
        paper("2021-01-28", "B", risks=(risk("X Risk", "Open", None),)),
        paper("2022-01-27", "C", risks=(risk("X Risk", "Open", "hmt-2020"),)),
    ]
    (found,) = trajectories(papers, scales.rank)
    assert [(s.scale, [p.low for p in s.points]) for s in stretches(found.sightings)] == [
        ("ggi-2012", [3, 4]), ("hmt-2020", [4]),
    ]  # fmt: skip
    (unnamed,) = trajectories(
        [paper("2020-01-30", "A", risks=(risk("X Risk", "Cautious", None),))], scales.rank
    )
    assert stretches(unnamed.sightings) == []
