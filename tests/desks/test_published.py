"""Which paper is the open version of one that was marked closed."""

from pathlib import Path

import pytest

from papersearch.desks.common import place
from papersearch.desks.foi import answer, elements, register
from papersearch.desks.published import open_version, same_title
from papersearch.record import Paper
from tests.shelf import fill, foi, marking, paper

SAME = [
    ("Annual report and accounts 2023/24: draft", "Annual report and accounts 2023/24"),
    ("Staff survey 2022: early sight of the results", "Staff survey 2022"),
    ("Quarter 2 finance report (embargoed)", "Quarter 2 finance report"),
]
DIFFERENT = [
    ("Annual report and accounts 2023/24: draft", "Annual report and accounts 2024/25"),
    ("Better Every Week: second annual update", "Better Every Week: fourth annual update"),
    ("Finance report: month 5", "Finance report: month 6"),
    ("Staff survey", "Staff survey and estates strategy with a review of every ward"),
    ("Draft", "Final"),
    (None, "Staff survey"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_draft_and_its_final_have_one_title(one: str, other: str) -> None:
    assert same_title(one, other)
    assert same_title(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_another_year_or_update_is_another_paper(one: str | None, other: str) -> None:
    assert not same_title(one, other)


CLOSED = paper(
    "2022-09-29", "Staff survey 2022: early sight", id="closed",
    foi=foi("exempt", marking("FOIA s.22", "it will be published")),
)  # fmt: skip


def found_among(*others: Paper, share: float = 0.0) -> str | None:
    version = open_version(place(CLOSED, None), [CLOSED, *others], lambda *_: share)
    return version.paper_id if version else None


def test_the_version_is_open_of_the_same_body_and_not_earlier() -> None:
    def other(day: str | None = "2022-11-24", **more: object) -> Paper:
        more = {"title": "Staff survey 2022", "status": "open", **more}
        title, status = more.pop("title"), more.pop("status")
        return paper(day, str(title), id="other", foi=foi(str(status)), **more)

    assert found_among(other()) == "other"
    assert found_among(other(day=None)) == "other"
    assert found_among(other(title="Quite another name")) is None
    assert found_among(other(title="Quite another name"), share=0.9) == "other"
    assert found_among(other(day="2022-01-27")) is None
    assert found_among(other(status="exempt")) is None
    assert found_among(other(organisation="Oke County Council")) is None


def test_closed_papers_with_an_open_version_are_for_review(tmp_path: Path) -> None:
    released = paper("2022-11-24", "Staff survey 2022", foi=foi("open"))
    archive = fill(tmp_path, [(CLOSED, "paper", ()), (released, "paper", ())])
    kinds = [c.kind for c in answer(archive, "check").concerns]
    assert "open_version_held" in kinds
    concern = next(c for c in answer(archive, "check").concerns if c.kind == "open_version_held")
    assert [p.title for p in concern.places] == [CLOSED.title, released.title]


def test_the_acts_own_words_are_no_boilerplate(tmp_path: Path) -> None:
    words = (
        "publicity would be prejudicial to the public interest by reason of the confidential "
        "nature of the business"
    )
    papers = [
        paper(f"2022-0{n}-27", f"Minutes {n}", foi=foi("not_stated", marking(act, reason)))
        for n in range(1, 5)
        for act, reason in [("PBAMA1960 s.1(2)", words)]
    ]
    archive = fill(tmp_path, [(one, "minutes", ()) for one in papers])
    assert [c.kind for c in answer(archive, "check").concerns] == []


def test_elements_are_counted_by_paper() -> None:
    both = [
        marking("FOIA s.36(2)(b)", "x", elements_present=("qualified_person_opinion",)),
        marking("FOIA s.36(2)(c)", "x", elements_present=("qualified_person_opinion",)),
    ]
    without = marking("FOIA s.36(2)(c)", "y", elements_missing=("qualified_person_opinion",))
    papers = [
        paper("2023-07-27", "A", foi=foi("exempt", *both)),
        paper("2024-07-25", "B", foi=foi("part_exempt", without)),
    ]
    assert elements(register(papers)) == {"qualified_person_opinion": (1, 1)}
