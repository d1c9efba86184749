"""Whose a paper is that names no organisation; and that an answer says so."""

from pathlib import Path

from papersearch.archive import make_filters
from papersearch.desks.appetite import answer
from papersearch.desks.bodies import assumed_bodies, held
from papersearch.desks.common import body_key
from tests.shelf import TRUST, annual, fill, paper, risk

COUNCIL = "Oke County Council"


def two_bodies() -> list[tuple[object, str, tuple[()]]]:
    return [
        *(
            (paper(f"2022-0{n}-27", f"W{n}", file=f"wold/2022/{n}.pdf"), "paper", ())
            for n in (1, 2, 3)
        ),
        *(
            (
                paper(f"2022-0{n}-27", f"O{n}", file=f"oke/{n}.pdf", organisation=COUNCIL),
                "paper",
                (),
            )
            for n in (1, 2)
        ),
    ]


def test_the_only_body_of_an_archive_is_assumed(tmp_path: Path) -> None:
    archive = fill(
        tmp_path,
        [
            (paper("2022-01-27", "A", risks=(risk("X Risk", "Open"),)), "paper", ()),
            (
                paper("2023-01-26", "B", organisation=None, risks=(risk("X Risk", "Averse"),)),
                "paper",
                (),
            ),
        ],
    )
    found = answer(archive)
    assert [(r.organisation, [s.step for s in r.sightings]) for r in found.risks] == [
        (TRUST, ["first", "lowered"])
    ]
    assert f"1 paper names no organisation and is counted with {TRUST}" in (
        found.population.sentence()
    )


def test_a_folder_tells_and_a_mixed_one_does_not(tmp_path: Path) -> None:
    stray = [
        (
            paper("2022-05-26", "In", file="wold/2022/x.pdf", organisation=None, id="inside"),
            "paper",
            (),
        ),
        (
            paper("2022-05-26", "Few", file="oke/x.pdf", organisation=None, id="few"),
            "paper",
            (),
        ),
        (paper("2022-05-26", "Out", file="x.pdf", organisation=None, id="outside"), "paper", ()),
    ]
    archive = fill(tmp_path, [*two_bodies(), *stray])  # type: ignore[arg-type]
    found = assumed_bodies(archive)
    assert {key: one.organisation for key, one in found.items()} == {"inside": TRUST}
    assert "folder" in found["inside"].why


def test_a_list_word_for_word_is_its_bodys(tmp_path: Path) -> None:
    mine = (annual("Open the new unit", "2022/23"), annual("Keep every bed", "2022/23"))
    other = (annual("Mend the roads", "2022/23"), annual("Keep every bed", "2022/23"))
    archive = fill(
        tmp_path,
        [
            (paper("2022-01-27", "A", file="1.pdf", commitments=mine), "paper", ()),
            (
                paper("2022-01-27", "B", file="2.pdf", organisation=COUNCIL, commitments=other),
                "paper",
                (),
            ),
            (
                paper("2022-06-30", "C", file="3.pdf", organisation=None, commitments=mine[:2],
                      id="list"),
                "paper", (),
            ),
            (
                paper("2022-06-30", "D", file="4.pdf", organisation=None, commitments=mine[1:]),
                "paper", (),
            ),
        ],
    )  # fmt: skip
    assert {key: one.organisation for key, one in assumed_bodies(archive).items()} == {
        "list": TRUST
    }


def test_a_filter_by_organisation_takes_the_assumed_ones_too(tmp_path: Path) -> None:
    archive = fill(
        tmp_path,
        [
            *two_bodies(),
            (paper("2022-05-26", "X", file="wold/x.pdf", organisation=None), "paper", ()),
        ],  # type: ignore[list-item]
    )
    found = held(archive, make_filters(organisation="wold vale"))
    assert [p.title for p in found.papers] == ["W1", "W2", "W3", "X"]
    assert [a.file for a in found.assumed] == ["wold/x.pdf"]
    assert held(archive, make_filters(organisation="oke")).assumed == ()


def test_a_body_keeps_its_history_when_its_legal_form_changes() -> None:
    assert body_key("The Wold Vale NHS Foundation Trust") == body_key("Wold Vale NHS Trust")
    assert body_key("Wold County Council") != body_key("Wold Vale NHS Trust")
    assert body_key("NHS Trust")


def test_a_name_in_capitals_is_used_only_where_there_is_no_other(tmp_path: Path) -> None:
    named = [
        (paper(f"2022-0{n}-27", f"P{n}", organisation=name), "paper", ())
        for n, name in enumerate((TRUST.upper(), TRUST.upper(), TRUST), 1)
    ]
    unnamed = (paper("2022-05-26", "X", organisation=None), "paper", ())
    archive = fill(tmp_path, [*named, unnamed])  # type: ignore[list-item]
    assert [one.organisation for one in assumed_bodies(archive).values()] == [TRUST]
