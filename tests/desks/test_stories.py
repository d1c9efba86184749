"""The corpus's stories, told by the desks from the records that a careful reader would write.

No file is read: the records are the truth of corpus/truth.jsonl, so a failure
here is the desks' own.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from papersearch.desks import scales
from papersearch.desks.actions import actions
from papersearch.desks.foi import register
from papersearch.desks.foi_review import concerns, due
from papersearch.desks.ledger import Thread, ledger
from papersearch.desks.ticks import tick_counts
from papersearch.desks.trajectories import Trajectory, trajectories
from papersearch.record import Paper

TRUTH = Path(__file__).parents[2] / "corpus" / "truth.jsonl"


@cache
def papers() -> tuple[Paper, ...]:
    out = []
    for line in TRUTH.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        key = row.pop("key")
        seen = {paper.id for paper in out}
        number = sum(name.startswith(key) for name in seen)
        row["id"] = f"{key}#{number}" if number else key
        out.append(msgspec.convert(row, Paper))
    return tuple(out)


@cache
def risks() -> dict[str, Trajectory]:
    return {risk.name: risk for risk in trajectories(papers(), scales.rank)}


def moves(name: str) -> list[tuple[str | None, str, tuple[str, ...]]]:
    return [
        (s.place.meeting_date, s.step, s.appetite.levels)
        for s in risks()[name].sightings
        if s.step in ("raised", "lowered", "changed", "relabelled")
    ]


def test_harrowmeres_appetites_move_three_times() -> None:
    assert moves("Workforce Risk > Workforce Supply Risk") == [("2023-01-26", "raised", ("open",))]
    assert [m[0] for m in moves("Clinical Risk > Research & Innovation Risk")] == ["2025-11-27"]
    assert [(m[0], m[2]) for m in moves("Operational Risk > Business Continuity Risk")] == [
        ("2023-09-28", ("cautious",))
    ]
    assert moves("Clinical Risk > Patient Safety & Outcomes Risk") == []


def test_fenwolds_labels_change_and_its_risk_is_renamed() -> None:
    assert moves("Harm to people in our care") == [("2023-05-25", "relabelled", ("none",))]
    old = risks()["Waiting times in the community"]
    assert old.maybe_renamed_to == "Access to community services"
    assert old.maybe_renamed_why == "same reference SR3"
    assert [m[0] for m in moves("Financial sustainability")] == ["2025-09-25"]


def thread(words: str) -> Thread:
    found = [t for t in ledger(papers()) if any(words in e.text for e in t.entries)]
    assert len(found) == 1, [t.text for t in found]
    return found[0]


def test_length_of_stay_is_tightened_restated_left_out_and_taken_up_again() -> None:
    entries = thread("length of stay").entries
    assert [(e.year, e.event) for e in entries] == [
        ("2022/23", "made"), ("2023/24", "tightened"), ("2024/25", "restated"),
        ("2026/27", "revived"),
    ]  # fmt: skip
    assert entries[-1].absent_from == ("2025/26",)


def test_what_is_dropped_is_absent_from_the_next_list() -> None:
    assert thread("research studies").ending.startswith("absent from the list of 20")
    assert "2024/25" in thread("endoscopy").ending
    assert thread("turnover").ending == "no later list in the archive"


def test_research_is_the_item_that_no_paper_ticks() -> None:
    counts = [
        c
        for c in tick_counts(ledger(papers()), "2023/24")
        if (c.organisation or "").startswith("Harrowmere") and c.places
    ]
    assert [c.text for c in counts if not c.ticked] == ["Recruit 9,000 people to research studies"]


def test_what_was_to_be_published_and_was_not() -> None:
    found = due(papers(), register(papers()), date(2026, 4, 1))
    late = {d.marking.place.paper_id.split("#")[0] for d in found if d.overdue}
    assert late == {"H-QI-2023", "H-QI-2024", "H-CAP-2024", "F-EPR-2022", "F-ANN-2024"}
    settled = {d.marking.place.paper_id: d.later_open for d in found if not d.overdue}
    assert settled["F-SURVEY-2022"] is not None
    assert settled["F-SURVEY-2022"].paper_id == "F-SURVEY-2022-OPEN"
    assert settled["H-QI-2022"] is not None


def test_a_stock_reason_stands_in_five_papers() -> None:
    found = [c for c in concerns(register(papers())) if c.kind == "same_wording"]
    assert [(len(c.places), "commercial in confidence" in c.message) for c in found] == [(5, True)]


def test_actions_of_one_body_are_carried_from_log_to_log() -> None:
    found = actions(papers(), date(2026, 4, 1))
    assert any(a.times_seen > 1 for a in found)
    assert {a.closed for a in found} == {True, False}
