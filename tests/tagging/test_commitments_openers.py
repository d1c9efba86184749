"""Who opens an action is its owner; what stands below it by label; like words in a log."""

from __future__ import annotations

import pytest

from papersearch.papers.paper import Cover
from papersearch.record import Commitment, Meeting
from papersearch.tagging import paper_from_text, tag
from papersearch.tagging.commitments.dues import cell_due
from papersearch.tagging.commitments.openers import opening_owner


def commitments(text: str, kind: str = "minutes") -> list[Commitment]:
    cover = Cover(meeting=Meeting(date="2024-03-12"))
    return list(tag(paper_from_text(text, cover, kind)).commitments)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Quarries House to discuss licences with the assayers", "Quarries House"),
        ("Home Waters team to share the charts", "Home Waters team"),
        ("The Minister to write to the charities", "Minister"),
        ("Officials to discuss the register with the port", "Officials"),
        ("Tideline.org to provide the number of visits", "Tideline.org"),
        ("QRT and LDI to present a joint paper", "QRT and LDI"),
        ("Department for Ports to develop a paper on dredging", "Department for Ports"),
        (
            "QRT financial reporting policy team to weigh up the charges",
            "QRT financial reporting policy team",
        ),
        ("LDI and QRT to deliver the joint paper", "LDI and QRT"),
        ("Data.tides.org to keep a count of visits", "Data.tides.org"),
        ("JB to circulate the plan", "JB"),
    ],
)
def test_who_opens_an_action_is_its_owner(text: str, owner: str) -> None:
    assert opening_owner(text) == owner


@pytest.mark.parametrize(
    "text",
    [
        "Paper to include the costs of each option",
        "Write to the Minister to ask for a date",
        "Contact Northern Gas to arrange a survey",
        "Update on the lease to follow in May",
        "Letter to be sent to all tenants",
        "Staff survey to include a question on pay",
        "Discuss with Finance to find the money",
        "Set up a meeting to review the plan",
        "Training to raise awareness of fraud",
        "Add the report to May",
        "Failure to meet the standard",
        "Paper to come to the May meeting",
        "Commitment to deliver two berths",
    ],
)
def test_what_is_no_owner(text: str) -> None:
    assert opening_owner(text) is None


def test_a_paragraph_of_its_own_may_say_when_it_is_due() -> None:
    (found,) = commitments(
        "Actions: Harbour Data Team to arrange a meeting with the pilots.\n\nDue: May 2024\n"
    )
    assert (found.owner, found.due and found.due.to) == ("Harbour Data Team", "2024-05-31")


def test_what_follows_an_action_and_is_no_label_is_left() -> None:
    (found,) = commitments(
        "Actions: Harbour Data Team to arrange a meeting with the pilots.\n\n"
        "The harbour master spoke of the dues for May 2024.\n"
    )
    assert found.due is None


def test_like_words_with_another_status_are_another_action() -> None:
    found = commitments(
        """
| Action | Lead | Status |
| Tide tables | | |
| Write the business case | PM | Carried forward |
| Wreck charts | | |
| Write the business case | | Completed |
| Ask the pilots for their logs | TL | New |
""",
        "action_log",
    )
    assert [(one.text, one.status) for one in found] == [
        ("Write the business case", "Carried forward"),
        ("Write the business case", "Completed"),
        ("Ask the pilots for their logs", "New"),
    ]


@pytest.mark.parametrize(
    ("text", "to"),
    [("2024 to 2026", "2026-12-31"), ("2025 to 2027 and after", "2027-12-31")],
)
def test_a_span_of_years_is_due_at_its_end(text: str, to: str) -> None:
    due = cell_due(text, None)
    assert due is not None
    assert (due.raw, due.to) == (text, to)
