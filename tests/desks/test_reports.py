"""What later papers report of a promise: figures, claims, and what is no report."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from papersearch.desks.common import Place, words_key
from papersearch.desks.reports import claim, figure, reports, series, unit_kind
from tests.shelf import TRUST, FakeEmbedder

FIGURES = [
    ("Twenty-five governors have been trained.", "governors trained", (25, "governors")),
    ("Sickness fell to five per cent in the second quarter.", "staff sickness", (5, "%")),
    ("We opened three new clinics this year.", "new clinics", (3, "new clinics")),
    ("Turnover stood at 13.9 per cent in March.", "staff turnover", (13.9, "%")),
    ("By November 1,150 members of staff had finished it.", "staff trained", (1150, "members")),
    ("Length of stay fell by 0.3 days, not 0.7.", "length of stay", (0.3, "days")),
    ("The deficit is £1.2m.", "deficit", (1200000, "£")),
    ("In 2024 turnover was 9% and sickness 5%.", "turnover", (9, "%")),
    ("226 adults are waiting, against 604 three years ago.", "adults waiting", (226, "adults")),
]
NONE = [
    "1 in 10 beds was closed.",
    "Nine in ten patients would recommend us.",
    "Three quarters of staff have had an appraisal.",
    "One of the wards has closed, and two of the theatres.",
    "A six-bedded bay was closed.",
    "The paper of 28 March 2024 was noted.",
    "See item 12 and section 31.",
    "It was agreed in 2023/24 at 09:30.",
    "The strategy covers 2025.",
    "Nobody counted them.",
    "Ward 14 is closed.",
]


@pytest.mark.parametrize(("sentence", "measure", "expected"), FIGURES)
def test_the_figure_nearest_to_the_measure_is_taken(
    sentence: str, measure: str, expected: tuple[float, str]
) -> None:
    assert figure(sentence, measure) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_days_years_and_references_are_no_figures(sentence: str) -> None:
    assert figure(sentence, "anything") == (None, None)


@pytest.mark.parametrize(
    ("sentence", "moved"),
    [
        ("Length of stay fell by 0.3 days, not 0.7.", True),
        ("Average length of stay has come down by just over 2 days.", True),
        ("Length of stay is down by some 0.4 days since May.", True),
        ("Length of stay came down to 7.4 days.", False),
        ("Length of stay fell from 7.9 days to 7.4 days.", False),
        ("Length of stay, as measured by the team, was 7.4 days.", False),
    ],
)
def test_how_far_a_measure_moved_is_told_from_where_it_stood(sentence: str, moved: bool) -> None:
    where = Place(
        paper_id="a", title=None, organisation=TRUST, meeting_date="2024-05-30", file="a.pdf",
        sha256=None, page=1, label=None, quote=sentence,
    )  # fmt: skip
    (one,) = series("length of stay", lambda _: [(where, sentence)], lambda a, b: [[0.9] * len(b)])
    assert [f.is_change for f in one.figures] == [moved]


def test_claims_are_the_papers_own_words() -> None:
    assert claim("The target was met in May.") == "achieved"
    assert claim("Turnover came down to 10.9 per cent, just short.") == "missed"
    assert claim("The target was not met.") == "missed"
    assert claim("Turnover is 9 per cent.") is None


def test_units_of_one_kind_stand_together() -> None:
    assert unit_kind("%") == unit_kind("per cent") == "%"
    assert unit_kind("days per patient") == unit_kind("days") == "days"
    assert unit_kind("people") == unit_kind("members") == "count"


def where(day: str, number: int = 1) -> Place:
    return Place(
        paper_id=f"{day}-{number}", title="T", organisation=TRUST, meeting_date=day,
        file=f"{day}.pdf", sha256=None, page=number, label=None, quote="",
    )  # fmt: skip


def likeness(first: Sequence[str], second: Sequence[str]) -> Any:
    embedder = FakeEmbedder()
    return np.asarray(embedder.embed(first)) @ np.asarray(embedder.embed(second)).T


PASSAGES = [
    (where("2023-03-30"), "Tea was served. Staff turnover was 12.6 per cent."),
    (where("2024-03-28"), "Staff turnover is 10.9 per cent, just short. It rained."),
    (where("2024-03-28", 2), "Staff turnover is 10.9 per cent, just short."),
    (where("2025-03-27"), "Keep staff turnover below 9 per cent."),
    (where("2022-03-31"), "Staff turnover was 15 per cent."),
]


def test_a_series_has_one_figure_a_paper_and_no_promise() -> None:
    known = frozenset({words_key("Keep staff turnover below 9 per cent")})
    (found,) = series("staff turnover", lambda _: PASSAGES, likeness, promises=known)
    assert found.unit == "%"
    assert [(f.place.meeting_date, f.value) for f in found.figures] == [
        ("2022-03-31", 15), ("2023-03-30", 12.6), ("2024-03-28", 10.9),
    ]  # fmt: skip
    assert found.figures[-1].place.quote == "Staff turnover is 10.9 per cent, just short."
    assert found.figures[-1].claim == "missed"


def test_a_report_comes_later_speaks_of_it_and_is_no_promise() -> None:
    found = reports(
        "staff turnover below 9 per cent", lambda _: PASSAGES, likeness, organisation=TRUST,
        since="2022-06-01", leave_out=["Keep staff turnover below 9 per cent"],
    )  # fmt: skip
    assert [r.place.meeting_date for r in found] == ["2023-03-30", "2024-03-28"]
    assert not reports("buses", lambda _: PASSAGES, likeness)
    assert not reports(
        "staff turnover", lambda _: PASSAGES, likeness, organisation="Oke County Council"
    )
