"""Commitments: the founding paper, targets, due dates, ticks, owners, and any text at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papersearch.papers.divide import divide
from papersearch.papers.paper import Cover
from papersearch.reading import read_document
from papersearch.record import Commitment, Due, Meeting
from papersearch.tagging import measure, paper_from_text, tag
from papersearch.tagging.commitments.found import without_number
from papersearch.tagging.commitments.target import find_target
from papersearch.tagging.commitments.ticks import settle
from papersearch.tagging.commitments.who import agent_before, is_owner

SEED = Path(__file__).parents[3] / "shared" / "data" / "seed"


def commitments(text: str, meeting: str | None = None, kind: str = "paper") -> list[Commitment]:
    cover = Cover(meeting=Meeting(date=meeting))
    return list(tag(paper_from_text(text, cover, kind)).commitments)


# --- the founding paper ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def found() -> list[Commitment]:
    (path,) = SEED.glob("*.txt")
    (paper,) = divide(read_document(path)).papers
    return list(tag(paper).commitments)


@pytest.mark.skipif(not SEED.is_dir(), reason="../shared/data/seed is not beside this checkout")
class TestFoundingPaper:
    def test_seven_annual_commitments_four_ticked(self, found: list[Commitment]) -> None:
        annual = [one for one in found if one.kind == "annual"]
        assert [one.ticked for one in annual] == [False, True, True, True, True, False, False]
        assert {one.financial_year for one in annual} == {"2023/24"}
        assert all(one.evidence.page == 1 for one in annual)

    def test_target_for_length_of_stay(self, found: list[Commitment]) -> None:
        (target,) = [one.target for one in found if one.kind == "annual" and one.target]
        assert (target.metric, target.direction) == ("average length of stay", "reduce")
        assert (target.value, target.unit) == (0.5, "days per patient")

    def test_no_risk_is_a_pledge(self, found: list[Commitment]) -> None:
        """Appetite statements begin "We will"; the presentation is of the meeting itself."""
        assert not [one for one in found if one.kind == "pledge"]
        assert not any("We will" in one.text for one in found)


# --- targets -----------------------------------------------------------------------------------

TARGETS = [
    ("Reduce falls by 10%", ("falls", "reduce", 10, "%", None)),
    ("Reduce length of stay by half a day", ("length of stay", "reduce", 0.5, "day", None)),
    ("Halve the number of empty homes", ("number of empty homes", "reduce", 0.5, None, None)),
    ("Increase attendance by 2pp", ("attendance", "increase", 2, "pp", None)),
    ("Cut agency spend by £1.2m", ("agency spend", "reduce", 1200000, "£", None)),
    ("Lower waits from 18 weeks to 12 weeks", ("waits", "at_most", 12, "weeks", "18 weeks")),
    ("Raise turnout from 31% to 40%", ("turnout", "at_least", 40, "%", "31%")),
    (
        "Achieve at least 95% compliance with fire training",
        ("compliance with fire training", "at_least", 95, "%", None),
    ),
    (
        "Recruit twelve trainee planners",
        ("trainee planners", "at_least", 12, "trainee planners", None),
    ),
    ("Recruit 40 more foster carers", ("foster carers", "increase", 40, "foster carers", None)),
    (
        "Take on a further 120 apprentices by May 2026",
        ("apprentices", "increase", 120, "apprentices", None),
    ),
    ("Bring infections down by 10 per cent", ("infections", "reduce", 10, "per cent", None)),
    ("Agency spend will come down by 15%", ("Agency spend", "reduce", 15, "%", None)),
    ("Bring vacancies down to 8% or less", ("vacancies", "at_most", 8, "%", None)),
    (
        "Bring the time to hire down from 70 days to 50 days",
        ("time to hire", "at_most", 50, "days", "70 days"),
    ),
    ("Bring reserves back above £10m by 2027", ("reserves", "at_least", 10000000, "£", None)),
    (
        "Take £1.2m out of what we spend on agencies",
        ("what we spend on agencies", "reduce", 1200000, "£", None),
    ),
    ("Keep turnover at 10 per cent or less", ("turnover", "at_most", 10, "per cent", None)),
    (
        "Have no more than 4 people in beds outside the county at any time",
        ("people in beds outside the county", "at_most", 4, "people", None),
    ),
    (
        "Start at least 3 new bus services after seven in the evening",
        ("new bus services after seven in the evening", "at_least", 3, "new bus services", None),
    ),
    ("Invest £3m in lifts", ("lifts", None, 3000000, "£", None)),
    ("A 15 per cent reduction in complaints", ("complaints", "reduce", 15, "per cent", None)),
    ("Sickness will be no more than 4%", ("Sickness", "at_most", 4, "%", None)),
]


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_target(text: str, expected: tuple[object, ...]) -> None:
    target = find_target(text)
    assert target is not None
    got = (target.metric, target.direction, target.value, target.unit, target.baseline)
    assert got == expected


@pytest.mark.parametrize(
    "text",
    [
        "Deliver the financial plan",
        "Publish the report by 31 March 2025",
        "Deliver the 2024/25 plan",
        "Work with section 151 officers",
        "Open the centre in May 2026",
        "Give at least four weeks' notice of the date",
        "Open the door for the 3 new",
        "Bring the plan back to the Board",
    ],
)
def test_no_target(text: str) -> None:
    assert find_target(text) is None


# --- due dates ---------------------------------------------------------------------------------

DUES = [
    ("by March 2025", Due(raw="by March 2025", to="2025-03-31")),
    ("by the end of Q3", Due(raw="by the end of Q3", to="2024-12-31")),
    ("in Q4 2025/26", Due(raw="in Q4 2025/26", from_="2026-01-01", to="2026-03-31")),
    ("by year end", Due(raw="by year end", to="2025-03-31")),
    ("within six weeks", Due(raw="within six weeks", to="2024-08-22")),
    ("before Christmas", Due(raw="before Christmas", to="2024-12-25")),
]


@pytest.mark.parametrize(("words", "due"), DUES)
def test_due_date_is_counted_from_the_meeting(words: str, due: Due) -> None:
    (found,) = commitments(f"The Trust will publish the plan {words}.", meeting="2024-07-11")
    assert found.due == due


def test_what_was_due_before_the_meeting_is_no_pledge() -> None:
    assert commitments("The Trust will publish it by May 2023.", meeting="2024-07-11") == []


def test_the_date_of_a_baseline_is_not_due() -> None:
    (found,) = commitments("We will cut waits from 9 weeks in 2021/22 to 5 weeks by May 2026.")
    assert found.due is not None
    assert found.due.to == "2026-05-31"


def test_a_start_is_no_end() -> None:
    (found,) = commitments(
        "The Chief Nurse will give each ward a night matron from 8 April 2025.", "2025-02-04"
    )
    assert found.due == Due(raw="from 8 April 2025", from_="2025-04-08")


@pytest.mark.parametrize(
    "text",
    [
        "The letter agreed at our meeting 27th October would be sent.",
        "The Council is committed to paying its pension deficit, valued as at 31 March 2026.",
    ],
)
def test_the_date_of_something_else_is_not_due(text: str) -> None:
    assert all(one.due is None for one in commitments(text, "2026-01-26", "minutes"))


# --- minutes -----------------------------------------------------------------------------------


def test_a_marked_action_ends_where_the_next_minute_begins() -> None:
    (found,) = commitments(
        "ACTION: Head of Estates to cost charging points by May. 24/035 Any other business. "
        "The Chair thanked Ms Vane.",
        kind="minutes",
    )
    assert found.text == "Head of Estates to cost charging points by May."


def test_a_marked_action_of_two_sentences_is_whole() -> None:
    (found,) = commitments(
        "ACTION: TB to circulate the draft. Comments by 3 May 2025.", kind="minutes"
    )
    assert found.text == "TB to circulate the draft. Comments by 3 May 2025."


def test_an_action_told_and_then_marked_is_one() -> None:
    (found,) = commitments(
        "Members asked that the figure be reported monthly. ACTION: COO to report the figure.",
        kind="minutes",
    )
    assert (found.text, found.owner) == ("COO to report the figure.", "COO")


def test_the_margin_of_minutes_names_who_is_to_act() -> None:
    (found,) = commitments(
        """
        | 4 | Lettings. The new scale of fees will be circulated to hirers. | JW |
        | 5 | Heating. The boiler broke down twice in January. | |
        | 6 | Health and safety. The Board needs to understand its duties. | NS |
        """,
        kind="minutes",
    )
    assert (found.text, found.owner) == (
        "The new scale of fees will be circulated to hirers.",
        "JW",
    )


def test_what_was_said_last_year_is_no_pledge() -> None:
    table = """
        | What we said | What we will do next |
        | We will replace the lifts by March 2026 | We will replace the doors by May 2026 |
        """
    (found,) = commitments(table, "2025-05-01")
    assert found.text == "We will replace the doors by May 2026"


def test_the_status_of_an_action_may_stand_in_the_row_below() -> None:
    (found,) = commitments(
        """
        | Action | Due | Status |
        | Clerk to write to the Minister | March 2025 | |
        | | | On track for |
        | | | due date |
        """
    )
    assert found.status == "On track for due date"


# --- ticks -------------------------------------------------------------------------------------


def test_ticks_have_three_states() -> None:
    assert settle(["ticked", None, "not_ticked"]) == [True, False, False]
    assert settle([None, None]) == [None, None]
    assert settle(["ticked", "unknown", None]) == [True, None, False]
    assert settle(["unknown", None]) == [None, None]
    assert settle([None, None], places=True) == [False, False]


@pytest.mark.parametrize(
    "lines",
    [
        "Warm homes ✓\n\nGood jobs\n\nClean rivers ✓",
        "✓ Warm homes\nGood jobs\n✓ Clean rivers",
        "☒ Warm homes\n☐ Good jobs\n☒ Clean rivers",
        "Warm homes\n✓\nGood jobs\n☐\nClean rivers\n✓",
    ],
)
def test_ticks_before_after_and_below_their_items(lines: str) -> None:
    found = commitments(f"Our priorities for 2025/26 supported by this paper:\n\n{lines}")
    assert [(one.text, one.ticked) for one in found] == [
        ("Warm homes", True),
        ("Good jobs", False),
        ("Clean rivers", True),
    ]


def test_same_list_on_cover_and_in_body_counts_once() -> None:
    text = (
        "Our commitments for 2025/26 are:\n\nFreeze the rents we charge {}\n\nFix the roads {}\n\n"
    )
    again = "# Background\n\nThis paper explains.\n\n# Our commitments for 2025/26\n\n"
    items = "- Freeze the rents we charge\n\n- Fix the roads\n"
    found = commitments(text.format("✓", "") + again + items)
    assert [(one.text, one.ticked) for one in found] == [
        ("Freeze the rents we charge", True),
        ("Fix the roads", False),
    ]


# --- who ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("By March 2025 the Trust", "body", "Trust"),
        ("In April we", "we", "we"),
        ("The Director of People, Culture and Learning", "role", None),
        ("the Audit and Risk Committee", "committee", "Audit and Risk Committee"),
        ("In March Jane Smith", "person", "Jane Smith"),
        ("the chief executive", "role", "chief executive"),
        ("The Clerk to the Board", "role", "Clerk to the Board"),
        ("RM and TL", "initials", "RM and TL"),
    ],
)
def test_agent(text: str, kind: str, name: str | None) -> None:
    agent = agent_before(text)
    assert agent is not None
    assert agent.kind == kind
    assert name is None or agent.name == name


@pytest.mark.parametrize(
    "text", ["Demand", "Council Tax", "the NHS", "residents", "The Council's cash"]
)
def test_no_agent(text: str) -> None:
    assert agent_before(text) is None


@pytest.mark.parametrize("text", ["JB", "JB/TL", "Director of People and CFO", "J Smith", "All"])
def test_owner_cell(text: str) -> None:
    assert is_owner(text)


@pytest.mark.parametrize("text", ["In progress", "June 2024", "Circulate the plan", ""])
def test_no_owner_cell(text: str) -> None:
    assert not is_owner(text)


def test_another_body_promises_for_itself() -> None:
    text = "The Environment Agency will repair the weir by May 2026."
    assert commitments(text) == []
    own = paper_from_text(text, Cover(organisation="Environment Agency"))
    assert [one.kind for one in tag(own).commitments] == ["pledge"]


def test_number_and_name_before_an_item() -> None:
    assert without_number("3. SO2: Use resources wisely") == ("Use resources wisely", "SO2")
    assert without_number("• Freeze rents") == ("Freeze rents", None)
    assert without_number("12 new homes") == ("12 new homes", None)


# --- any text ----------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        "Our", "commitments", "for", "2024/25", "are:", "✓", "☐", "\n", "\n\n", "- ", "# ", "| ",
        " |", "Action:", "JB", "to", "will", "by", "March", "2025", "10%", "£1.2m", "from", "(",
        ")", "[", "]", "1.", "The", "Trust", "agreed", "that", "Director", "of", "x", "\ufffd",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=60).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    for kind in ("paper", "minutes"):
        for one in commitments(text, meeting="2024-07-11", kind=kind):
            assert one.text.strip()
            assert one.evidence.quote


@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    "text",
    [
        "The Trust Director Of And " * 2500,
        "agreed that the " * 4000,
        "reduce waits by 10% from 12% to " * 2000,
        "ACTION: " * 5000,
        "Our priorities for 2024/25 are: " * 2500,
    ],
)
def test_long_runs_do_not_hang(text: str) -> None:
    commitments(text, kind="minutes")
    commitments(text)


def test_examples_are_many_and_mostly_hard() -> None:
    examples = measure.examples("commitments")
    empty = sum(not example["expect"] for example in examples)
    held_out = sum(bool(example.get("held_out")) for example in examples)
    assert len(examples) >= 130
    assert empty >= 0.45 * len(examples)
    assert held_out >= len(examples) / 3
