"""The FOI desk: the register, what is due, what does not fit, precedents."""

from datetime import date
from pathlib import Path

import pytest

from papersearch.desks.common import in_order
from papersearch.desks.foi import answer, precedents, register, statuses
from papersearch.desks.foi_review import concerns, due
from papersearch.desks.provisions import matches_section
from papersearch.record import Evidence, Foi
from tests.shelf import fill, foi, marking, paper


@pytest.mark.parametrize(
    ("canonical", "wanted", "fits"),
    [
        ("FOIA s.43(2)", "s.43", True),
        ("FOIA s.43(2)", "section 43(2)", True),
        ("FOIA s.43(2)", "43", True),
        ("FOIA s.43(2)", "FOIA s.43(2)", True),
        ("FOIA s.43(2)", "s.43(1)", False),
        ("FOIA s.43(2)", "s.4", False),
        ("FOIA s.22A", "s.22", False),
        ("FOIA s.22A", "s.22A", True),
        ("FOISA s.30", "FOIA s.30", False),
        ("FOISA s.30", "s.30", True),
        ("EIR r.12(4)(d)", "EIR r.12", True),
        ("EIR r.12(4)(d)", "regulation 12(4)", True),
        ("LGA1972 Sch12A para 3", "LGA1972 Sch12A para 3", True),
        ("LGA1972 Sch12A para 3", "LGA1972", True),
        ("PBAMA1960 s.1(2)", "s.1", True),
        ("FOIA s.14", "s.1", False),
    ],
)
def test_a_section_takes_what_is_below_it(canonical: str, wanted: str, fits: bool) -> None:
    assert matches_section(canonical, wanted) is fits


def test_the_register_holds_every_marking_with_and_without_a_provision() -> None:
    papers = [
        paper(
            "2023-11-30",
            "B",
            foi=foi(
                "part_exempt", marking("FOIA s.43(2)", "prices"), marking("FOIA s.40(2)", "names")
            ),
        ),
        paper(
            "2023-01-26",
            "A",
            foi=Foi(status="exempt", evidence=Evidence(page=1, quote="Exempt: Yes")),
        ),
        paper("2024-01-25", "C", foi=foi("open")),
        paper("2024-03-28", "D"),
    ]
    found = register(papers)
    assert [(m.place.title, m.provision, m.status) for m in found] == [
        ("A", "no provision cited", "exempt"),
        ("B", "FOIA s.43(2)", "part_exempt"),
        ("B", "FOIA s.40(2)", "part_exempt"),
    ]
    assert found[0].place.quote == "Exempt: Yes"
    assert [m.provision for m in register(papers, "s.43")] == ["FOIA s.43(2)"]
    assert statuses(papers) == {"exempt": 1, "part_exempt": 1, "open": 1, "not_stated": 1}


def test_identical_reasons_are_counted_in_other_papers_only() -> None:
    reason = "it is commercial in confidence"
    papers = [
        paper(
            "2023-01-26",
            "A",
            foi=foi("exempt", marking("FOIA s.43", reason), marking("FOIA s.41", reason)),
        ),
        paper("2023-03-30", "B", foi=foi("exempt", marking("FOIA s.43", reason + "."))),
        paper("2023-05-25", "C", foi=foi("exempt", marking("FOIA s.43", "another reason"))),
        paper("2023-07-27", "D", foi=foi("exempt", marking("FOIA s.43"))),
    ]
    assert [m.same_reason_in for m in register(papers)] == [1, 1, 1, 0, 0]


def due_of(*papers: object, today: str = "2024-01-31") -> list[tuple[str | None, bool, str | None]]:
    held = in_order(papers)  # type: ignore[arg-type]
    return [
        (d.marking.place.title, d.overdue, d.later_open.title if d.later_open else None)
        for d in due(held, register(held), date.fromisoformat(today))
    ]


def test_a_promise_is_due_when_its_day_or_month_has_passed() -> None:
    papers = [
        paper(
            "2023-11-30",
            "Day gone",
            foi=foi("exempt", marking("FOIA s.22", publication_date="2024-01-30")),
        ),
        paper(
            "2023-11-30",
            "Month not over",
            foi=foi("exempt", marking("FOIA s.22", publication_date="2024-01")),
        ),
        paper(
            "2023-11-30",
            "Month over",
            foi=foi("exempt", marking("FOIA s.22(1)", publication_date="2023-12")),
        ),
        paper(
            "2023-11-30",
            "To come",
            foi=foi("exempt", marking("FOISA s.27(1)", publication_date="2024-06-30")),
        ),
    ]
    found = {title: overdue for title, overdue, _ in due_of(*papers)}
    assert found == {
        "Day gone": True,
        "Month over": True,
        "Month not over": False,
        "To come": False,
    }


def test_without_a_promise_half_a_year_is_long_enough() -> None:
    papers = [
        paper("2023-11-30", "Fresh", foi=foi("exempt", marking("FOIA s.22"))),
        paper("2023-01-26", "Old", foi=foi("exempt", marking("FOIA s.22"))),
        paper(None, "Undated", foi=foi("exempt", marking("FOIA s.22"))),
        paper("2020-01-30", "Other provision", foi=foi("exempt", marking("FOIA s.43(2)"))),
        paper("2020-01-30", "Research", foi=foi("exempt", marking("FOIA s.22A"))),
    ]
    found = due_of(*papers)
    assert {title: overdue for title, overdue, _ in found} == {
        "Fresh": False,
        "Old": True,
        "Undated": True,
    }
    assert [title for title, _, _ in found][-1] == "Fresh"


def test_a_later_open_paper_of_a_like_title_settles_it() -> None:
    marked = paper("2022-11-24", "Community survey 2022", foi=foi("exempt", marking("FOIA s.22")))
    later = paper("2023-06-29", "Community survey 2022: results", foi=foi("open"))
    assert due_of(marked, later) == [
        ("Community survey 2022", False, "Community survey 2022: results")
    ]
    for other in (
        paper("2021-06-24", "Community survey 2022", foi=foi("open")),
        paper("2023-06-29", "Community survey 2022", foi=foi("exempt", marking("FOIA s.36"))),
        paper("2023-06-29", "Estates strategy 2022", foi=foi("open")),
        paper("2023-06-29", "Community survey 2022", organisation="Oke Council", foi=foi("open")),
    ):
        assert due_of(marked, other) == [("Community survey 2022", True, None)]


def test_what_does_not_fit_is_listed_with_its_places() -> None:
    reason = "it is commercial in confidence"
    papers = [
        *(
            paper(f"2023-0{n}-26", f"Paper {n}", foi=foi("exempt", marking("FOIA s.43", reason)))
            for n in (1, 3, 5)
        ),
        paper(
            "2023-06-01", "Car park contract award", foi=foi("exempt", marking("FOIA s.43(2)", "a"))
        ),
        paper(
            "2023-07-01",
            "Car park contract award: update",
            foi=foi("exempt", marking("FOIA s.41", "b", advisories=("elements_missing",))),
        ),
        paper("2023-08-01", "Claim", foi=Foi(status="exempt", evidence=Evidence(page=1))),
    ]
    found = {c.kind: c for c in concerns(register(in_order(papers)))}
    assert set(found) == {
        "elements_missing",
        "same_wording",
        "same_subject_other_provision",
        "no_provision",
    }
    assert len(found["same_wording"].places) == 3
    assert reason in found["same_wording"].message
    assert {p.title for p in found["same_subject_other_provision"].places} == {
        "Car park contract award",
        "Car park contract award: update",
    }
    two = papers[:2]
    assert concerns(register(two)) == []


def test_what_a_marking_owes_and_leaves_empty_is_listed() -> None:
    papers = [
        paper("2023-01-26", "Lease", foi=foi("exempt", marking("FOIA s.43(2)", None))),
        paper("2023-02-26", "Draft", foi=foi("exempt", marking("FOIA s.22", None))),
        paper("2023-03-26", "Plan", foi=foi("exempt", marking("FOISA s.27(1)", "it is a draft"))),
        paper("2023-04-26", "Fees", foi=foi("exempt", marking("LGA1972 Sch12A para 3", None))),
        paper(
            "2023-05-26", "Survey",
            foi=foi("exempt", marking("FOIA s.22", None, publication_date="2023-07")),
        ),
    ]  # fmt: skip
    found = {
        (c.kind, p.title): c.message for c in concerns(register(in_order(papers))) for p in c.places
    }
    assert found == {
        ("no_reason", "Lease"): "FOIA s.43(2): no reason",
        ("no_reason", "Draft"): "FOIA s.22: no reason",
        ("no_publication_date", "Draft"): "FOIA s.22: no publication date",
        ("no_publication_date", "Plan"): "FOISA s.27(1): no publication date",
    }


def test_answers_carry_their_population_and_precedents_their_markings(tmp_path: Path) -> None:
    award = paper("2023-06-01", "Car park award", foi=foi("exempt", marking("FOIA s.43(2)", "a")))
    plain = paper("2023-07-01", "Minutes")
    archive = fill(tmp_path, [(award, "paper", ()), (plain, "minutes", ())])
    found = answer(archive)
    assert (found.population.looked_at, found.population.with_answer) == (2, 1)
    hits = [
        (plain.id, 2, None, "the car park", 0.8),
        (award.id, 1, "7", "parking", 0.7),
        (award.id, 3, None, "again", 0.6),
    ]
    near = precedents(archive, "car park", hits)
    assert [(p.place.title, p.place.page, p.status, len(p.markings)) for p in near.precedents] == [
        ("Minutes", 2, "not_stated", 0),
        ("Car park award", 1, "exempt", 1),
    ]
    assert near.precedents[1].place.quote == "parking"
    assert near.precedents[1].place.label == "7"
