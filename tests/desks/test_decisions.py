"""What is a decision on appetite, and what is only asked, offered, refused or put off."""

import pytest

from papersearch.desks.common import Place
from papersearch.desks.decisions import (
    decides,
    deciding,
    deciding_in,
    leads,
    nearest,
    on_scale,
    reported_later,
    sentences,
)

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


RESOLVED = (
    "24/047 Risk appetite. Mr Oke presented the statement. RESOLVED "
    "(a) that the appetite for Technology be moved from Cautious to Moderate; "
    "(b) that the decision on Partnership be deferred to 20 June; "
    "(c) that the rest of the appetites be adopted."
)


def asked(name: str, level: str, **more: object) -> dict[str, object]:
    return {
        "organisation": "Wold Vale NHS Trust", "names": (name,), "levels": (level,),
        "since": "2024-01-01", "until": "2024-12-31", **more,
    }  # fmt: skip


def test_each_item_under_resolved_is_a_decision_of_its_own() -> None:
    found = deciding(where("2024-03-21"), RESOLVED, minutes=True)
    decision = nearest(found, **asked("Technology", "moderate"))  # type: ignore[arg-type]
    assert decision is not None
    assert "(a) that the appetite for Technology" in decision.place.quote
    assert "Partnership" not in decision.place.quote
    last = nearest(found, **asked("the rest", "", levels=()))  # type: ignore[arg-type]
    assert last is not None
    assert "(c)" in last.place.quote
    assert decision.minute == "24/047"
    assert nearest(found, **asked("Partnership", "cautious")) is None  # type: ignore[arg-type]
    put_off = nearest(found, **asked("Partnership", "cautious", levels=(), put_off=True))  # type: ignore[arg-type]
    assert put_off is not None
    assert "deferred to 20 June" in put_off.place.quote


def test_a_list_may_begin_in_the_passage_before() -> None:
    first, rest = RESOLVED.split(" (a)", 1)
    assert leads(first)
    parts = [(where("2024-03-21"), None, first), (where("2024-03-21"), None, f"(a){rest}")]
    found = deciding_in(parts, minutes=True)
    assert found[0].place.quote.startswith("(a)")
    assert found[0].minute == "24/047"
    assert not leads("The Board was asked what had been resolved and why.")
    alone = deciding(where("2024-03-21"), f"(a){rest}", minutes=True)
    assert not any(one.place.quote.startswith("(a)") for one in alone)


def test_the_heading_of_a_minute_says_what_it_is_about() -> None:
    text = (
        "25/118 Appetite for Research Risk Professor Korda presented. Ms Broad spoke against. "
        "The Board approved, by eight votes to two, the move of Research Risk from Open to Eager."
    )
    decision = nearest(
        deciding(where("2024-11-27"), text, minutes=True),
        **asked("Research Risk", "eager"),  # type: ignore[arg-type]
    )
    assert decision is not None
    assert decision.minute == "25/118"
    assert decision.place.quote.startswith("The Board approved")


def test_a_later_paper_may_tell_of_a_decision_and_when() -> None:
    text = (
        "24/006 Workforce: a year of the new appetite. Ms Oke said that in January 2023 (minute "
        "23/011) the Board had approved a move from Cautious to Open for workforce."
    )
    found = deciding(where("2024-01-25"), text, minutes=True)
    about = {
        "organisation": "Wold Vale NHS Trust", "names": ("Workforce Risk",),
        "old": ("cautious",), "new": ("open",), "since": "2022-11-24", "until": "2023-04-28",
    }  # fmt: skip
    decision = reported_later(found, **about)  # type: ignore[arg-type]
    assert decision is not None
    assert (decision.minute, decision.reported) == ("23/011", True)
    for changed in ({"new": ("averse",)}, {"until": "2022-12-31"}, {"names": ("Fire",)}):
        assert reported_later(found, **{**about, **changed}) is None  # type: ignore[arg-type]


def test_a_decision_on_the_scale_is_found_by_its_words() -> None:
    text = (
        "23/031 The risk appetite scale. The Board approved the change of labels, and recorded "
        "that the appetite for each risk stays as it was."
    )
    found = deciding(where("2023-03-30"), text, minutes=True)
    about = {"organisation": "Wold Vale NHS Trust", "since": "2022-11-24", "until": "2023-08-01"}
    decision = on_scale(found, **about)  # type: ignore[arg-type]
    assert decision is not None
    assert decision.minute == "23/031"
    assert on_scale(found, **{**about, "until": "2023-03-01"}) is None  # type: ignore[arg-type]


def test_the_heading_may_stand_apart_from_the_text() -> None:
    text = "Ms Broad spoke against. The Board approved the move of Research Risk to Eager."
    assert deciding(where("2024-11-27"), text, minutes=True) == []
    for parts in (
        [(where("2024-11-27"), "25/118 Appetite for Research Risk", text)],
        [
            (where("2024-11-27"), None, "25/118 Appetite for Research Risk"),
            (where("2024-11-27"), None, text),
        ],
    ):
        found = deciding_in(parts, minutes=True)
        assert [one.minute for one in found] == ["25/118"]
    decision = nearest(found, **asked("Research Risk", "eager"))  # type: ignore[arg-type]
    assert decision is not None
    assert decision.minute == "25/118"
