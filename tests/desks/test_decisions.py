"""What is a decision on appetite, and what is only asked, offered, refused or put off."""

import pytest

from papersearch.desks.common import Place
from papersearch.desks.decisions import decides, deciding, nearest, sentences

DECIDES = [
    "The Board approved a change in its appetite for Digital Change from Open to Seek.",
    "RESOLVED: that the risk appetite for Treasury be moved from Cautious to Open.",
    "It was agreed that the appetite for workforce risk would be raised to Open from April.",
    "Members endorsed the revised risk appetite statement, with cyber security at Minimal.",
    "The Council adopted the new appetite for reputational risk, Cautious, by nine votes to two.",
    "Cabinet AGREED the appetite for commissioning risk at Minimal.",
    "The Governing Body ratified the Committee's decision to hold safeguarding at Averse.",
]
DOES_NOT = [
    "The Board is asked to approve a change in its appetite for Digital Change to Seek.",
    "The Committee recommended that the appetite for finance be approved at Open.",
    "It is proposed that the appetite, if approved, moves to Open.",
    "No change of appetite was agreed.",
    "The Board did not accept that the appetite should be Open, and what was agreed stays.",
    "The decision on appetite was deferred to July, as agreed with the Chair.",
    "Members discussed the appetite for workforce risk at length.",
    "The appetite for clinical risk is Minimal.",
    "Subject to approval, agreed levels of appetite will be published.",
]


@pytest.mark.parametrize("sentence", DECIDES)
def test_a_decision_is_one(sentence: str) -> None:
    assert decides(sentence)


@pytest.mark.parametrize("sentence", DOES_NOT)
def test_what_is_asked_refused_or_put_off_is_none(sentence: str) -> None:
    assert not decides(sentence)


def test_sentences_stand_as_they_are_and_titles_do_not_end_them() -> None:
    text = "Dr. Marsh spoke. Cllr. Oke agreed; It was late. See para. 4 for more."
    parts = sentences(text)
    assert parts == [
        "Dr. Marsh spoke.",
        "Cllr. Oke agreed;",
        "It was late.",
        "See para. 4 for more.",
    ]
    assert " ".join(parts) == text


def where(day: str, organisation: str = "Wold Vale NHS Trust") -> Place:
    return Place(
        paper_id="a",
        title="Minutes",
        organisation=organisation,
        meeting_date=day,
        file="minutes.txt",
        sha256=None,
        page=2,
        label=None,
        quote="",
    )


MINUTE = (
    "25/058 Sharing a record. The appetite for Digital Change (SR5) was discussed. "
    "The Board approved the move from Open to Seek with immediate effect. Tea was served."
)


def test_a_decision_may_name_the_risk_in_the_sentence_before() -> None:
    found = deciding(where("2025-05-22"), MINUTE, minutes=True)
    assert [one.place.quote for one in found] == [
        "The Board approved the move from Open to Seek with immediate effect."
    ]
    decision = nearest(
        found,
        organisation="Wold Vale NHS Trust",
        names=("Digital change", None),
        levels=("seek",),
        since="2025-01-30",
        until="2025-07-31",
    )
    assert decision is not None
    assert decision.minutes
    assert decision.place.page == 2
    assert decision.place.quote in MINUTE
    assert "Digital Change" in decision.place.quote
    assert "Tea" not in decision.place.quote


@pytest.mark.parametrize(
    "changed",
    [
        {"organisation": "Other Council"},
        {"names": ("Workforce risk",)},
        {"levels": ("minimal",)},
        {"since": "2025-06-01"},
        {"until": "2025-04-30"},
    ],
)
def test_another_body_risk_level_or_time_is_not_its_decision(changed: dict[str, object]) -> None:
    found = deciding(where("2025-05-22"), MINUTE, minutes=True)
    asked: dict[str, object] = {
        "organisation": "Wold Vale NHS Trust",
        "names": ("Digital change",),
        "levels": ("seek",),
        "since": "2025-01-30",
        "until": "2025-07-31",
    }
    assert nearest(found, **asked) is not None  # type: ignore[arg-type]
    assert nearest(found, **{**asked, **changed}) is None  # type: ignore[arg-type]


def test_minutes_come_before_papers() -> None:
    text = "The Board approved an appetite for Digital Change of Seek."
    in_paper = deciding(where("2025-06-01"), text, minutes=False)
    in_minutes = deciding(where("2025-05-22"), text, minutes=True)
    decision = nearest(
        [*in_paper, *in_minutes],
        organisation="Wold Vale NHS Trust",
        names=("Digital change",),
        levels=("seek",),
        since=None,
        until=None,
    )
    assert decision is not None
    assert decision.place.meeting_date == "2025-05-22"


def test_a_short_name_is_enough() -> None:
    text = "The Board agreed that its appetite for IT risk is Open."
    found = deciding(where("2025-05-22"), text, minutes=True)
    asked = {
        "organisation": "Wold Vale NHS Trust",
        "levels": ("open",),
        "since": None,
        "until": None,
    }
    assert nearest(found, names=("IT Risk",), **asked) is not None  # type: ignore[arg-type]


def test_a_long_passage_is_quick() -> None:
    text = "approved " * 40_000 + "appetite. " + "The Board is asked to note. " * 5_000
    assert deciding(where("2025-05-22"), text, minutes=False)
