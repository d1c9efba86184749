"""Actions not seen closed, cover sheets that lack something, differences of two papers."""

from datetime import date
from pathlib import Path

import pytest

from papersearch.desks import cover
from papersearch.desks.actions import actions, is_closed
from papersearch.desks.compare import compare
from tests.shelf import (
    PERSON,
    SECTIONS,
    TRUST,
    action,
    annual,
    fill,
    foi,
    marking,
    paper,
    passage,
    risk,
)

TODAY = date(2024, 1, 31)


@pytest.mark.parametrize(
    "status",
    ["Closed", "Complete", "COMPLETED 12/3/24", "Done.", "Actioned", "Closed - see 23/041"],
)
def test_a_printed_status_closes(status: str) -> None:
    assert is_closed(status)


@pytest.mark.parametrize(
    "status",
    [
        None,
        "",
        "Open",
        "In progress",
        "Not complete",
        "Partially complete",
        "Ongoing",
        "Begun",
        "To be completed by June",
        "Closely watched",
        "Overdue",
        "Met; no change",
    ],
)
def test_a_printed_status_does_not_close(status: str | None) -> None:
    assert not is_closed(status)


def test_the_newest_entry_tells_whether_an_action_is_closed() -> None:
    papers = [
        paper(
            "2023-05-25",
            "Log 1",
            commitments=(
                action(
                    "Write to the council about buses",
                    "Open",
                    "2023-06-30",
                    owner="COO",
                    reference="1",
                ),
                action("Count the beds", "Open", "2023-06-30", reference="2"),
            ),
        ),
        paper(
            "2023-07-27",
            "Log 2",
            commitments=(
                action("Write to the council about the buses", "Closed", reference="1"),
                action("Count the beds", "Open", reference="2"),
                action("Bring a plan in May", None, "2024-05-31"),
            ),
        ),
    ]
    found = {a.text: a for a in actions(papers, TODAY)}
    assert [a.text for a in actions(papers, TODAY)] == [
        "Count the beds",
        "Bring a plan in May",
        "Write to the council about the buses",
    ]
    letter = found["Write to the council about the buses"]
    assert (letter.closed, letter.overdue, letter.owner, letter.times_seen) == (
        True,
        False,
        "COO",
        2,
    )
    beds = found["Count the beds"]
    assert (beds.closed, beds.overdue) == (False, True)
    assert beds.first_seen.meeting_date == "2023-05-25"
    assert beds.last_seen.meeting_date == "2023-07-27"
    assert (found["Bring a plan in May"].closed, found["Bring a plan in May"].overdue) == (
        False,
        False,
    )


def test_one_reference_used_again_for_another_thing_is_another_action() -> None:
    papers = [
        paper("2022-05-26", "A", commitments=(action("Count the beds", "Closed", reference="1"),)),
        paper(
            "2023-05-25", "B", commitments=(action("Write to the mayor", "Open", reference="1"),)
        ),
    ]
    assert len(actions(papers, TODAY)) == 2


def complete(day: str, title: str, **more: object) -> object:
    parts: dict[str, object] = {
        "purpose": ("assurance",),
        "authors": (PERSON,),
        "recommendation": "Note it.",
        "risks": (risk("X Risk", "Open"),),
        "foi": foi("open"),
    }
    return paper(day, title, **{**parts, **more})


def test_covers_are_asked_for_each_part(tmp_path: Path) -> None:
    archive = fill(
        tmp_path,
        [
            (complete("2023-11-30", "Whole"), "paper", ()),
            (
                complete("2023-11-30", "No appetite", risks=(risk("X Risk", None, None),)),
                "paper",
                (),
            ),
            (complete("2023-11-30", "No marking", foi=foi("not_stated")), "paper", ()),
            (
                complete("2023-11-30", "Unfilled"),
                "paper",
                [passage(1, "Risk appetite: Choose an item. Impact: none")],
            ),
            (paper("2023-11-30", "Bare"), "paper", ()),
            (paper("2023-11-30", "Minutes"), "minutes", ()),
        ],
    )
    found = cover.answer(archive)
    lacks = {s.place.title: s.missing for s in found.sheets}
    assert lacks == {
        "No appetite": ("appetite",),
        "No marking": ("FOI marking",),
        "Unfilled": (),
        "Bare": ("purpose", "author", "recommendation", "appetite", "FOI marking"),
    }
    unfilled = next(s for s in found.sheets if s.place.title == "Unfilled")
    assert [(p.quote, p.page) for p in unfilled.placeholders] == [("Choose an item", 1)]
    assert (found.complete, found.without_cover) == (1, 1)
    assert found.missing["appetite"] == 2
    assert found.without_purpose == ()


def test_a_purpose_that_a_bodys_forms_never_have_is_not_lacking(tmp_path: Path) -> None:
    sheets = [
        (complete("2023-11-30", f"Report {n}", organisation="Oke Council", purpose=()), "paper", ())
        for n in range(4)
    ]
    found = cover.answer(fill(tmp_path, sheets))
    assert found.sheets == ()
    assert found.without_purpose == ("Oke Council",)


def test_two_papers_are_compared_part_by_part() -> None:
    before = paper(
        "2022-11-24",
        "Annual plan 2022",
        sections=SECTIONS,
        recommendation="Note the plan.",
        commitments=(
            annual("Reduce stay by 0.5 days", "2022/23", True),
            annual("Open a unit", "2022/23"),
        ),
        risks=(risk("Staffing Risk", "Open"), risk("Estates Risk", "Open")),
        foi=foi("exempt", marking("FOIA s.22", "it is a draft")),
    )
    after = paper(
        "2023-11-30",
        "Annual plan 2023",
        sections=SECTIONS,
        recommendation="Note the plan.",
        commitments=(annual("Reduce stay by 0.7 days", "2023/24", False),),
        risks=(risk("Staffing Risk", "Cautious"),),
        foi=foi("open"),
    )
    found = compare(before, after)
    told = {(c.part, c.name): (c.before, c.after) for c in found.changes}
    assert told[("cover", "title")] == ("Annual plan 2022", "Annual plan 2023")
    assert told[("risk", "Staffing Risk: appetite")] == ("Open", "Cautious")
    assert told[("risk", "Estates Risk: appetite")] == ("Open", "(not in this paper)")
    assert told[("marking", "status")] == ("exempt", "open")
    assert told[("marking", "FOIA s.22")] == ("it is a draft", None)
    assert told[("commitment", "tick: Reduce stay by 0.7 days")] == ("ticked", "not ticked")
    wording = next(c.wording for c in found.changes if c.after == "Reduce stay by 0.7 days")
    assert wording == ((" ", "Reduce stay by"), ("-", "0.5"), ("+", "0.7"), (" ", "days"))
    assert not any(c.part in ("section", "recommendation") for c in found.changes)
    assert found.same >= 2
    assert compare(before, before).changes == ()


def test_a_part_that_no_form_of_a_body_has_is_not_counted_as_lacking(tmp_path: Path) -> None:
    sheets = [
        paper(
            f"2022-0{n}-27", f"Paper {n}", file=f"pack/{n}.pdf", authors=(PERSON,),
            recommendation="Note it.", foi=foi("open"),
        )
        for n in range(1, 6)
    ]  # fmt: skip
    archive = fill(tmp_path, [(one, "paper", ()) for one in sheets])
    found = cover.answer(archive)
    assert found.not_on_forms == {TRUST: ("purpose", "appetite")}
    assert (found.complete, found.sheets) == (5, ())
    assert found.without_purpose == (TRUST,)
    assert cover.answer(archive, words="pack 3").population.looked_at == 1
