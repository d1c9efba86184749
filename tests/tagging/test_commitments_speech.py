"""What the ordinary speech of minutes charges somebody with, and what it only reports.

The sentences are made up, as minutes of many kinds of body speak.
"""

from __future__ import annotations

import pytest

from papersearch.papers.paper import Cover
from papersearch.record import Commitment, Meeting
from papersearch.tagging import paper_from_text, tag

AT_THE_TABLE = """Present: Priya Nair (PN), Tom Ashworth (TA), Canon Lucy Hart, Mrs J Oduya

In attendance: the Secretariat, Governance Office, Estates Team
"""


def actions(sentence: str) -> list[Commitment]:
    cover = Cover(meeting=Meeting(date="2024-03-12"), organisation="Larkfield Community Trust")
    paper = paper_from_text(f"{AT_THE_TABLE}\n{sentence}\n", cover, "minutes")
    return list(tag(paper).commitments)


MUST = [
    # somebody would
    ("Priya would send the floor plans to all trustees.", "Priya"),
    ("PN would collate the comments and forward them to the architect.", "PN"),
    ("The Clerk would chase the contractor for a date.", "Clerk"),
    ("The Head of Estates would obtain two further quotes.", "Head of Estates"),
    ("Mrs Oduya would put a notice in the village newsletter.", "Mrs Oduya"),
    ("Agreed that Priya and Tom will consider whether a second stall is needed.", "Priya and Tom"),
    ("The Secretary confirmed that the Treasurer would supply the figures.", "Treasurer"),
    ("It was noted that the gate was broken and the Clerk would write to the farmer.", "Clerk"),
    ("Following discussion, the Registrar would circulate a revised timetable.", "Registrar"),
    ("The Convener, with the Depute Clerk, would approach the Scottish Water office.", "Convener"),
    ("Councillors would monitor the speed signs over the summer.", "Councillors"),
    ("Officers would investigate the cost of a second crossing and report back.", "Officers"),
    ("Board members have been asked to bring ideas for the new sub-group.", "Board members"),
    ("Trustees were asked if they could provide raffle prizes.", "Trustees"),
    ("Governors were asked to send their availability to the Clerk.", "Governors"),
    # will be doing it
    ("TA will be contacting the three nearest surgeries.", "TA"),
    ("The Principal will be arranging a tour of the new workshops.", "Principal"),
    ("The Human Resources team will be doing a fresh count of leave.", "Human Resources team"),
    # a body or a department at the table
    ("The Secretariat would draft a response to the consultation.", "Secretariat"),
    ("Governance Office will issue the declaration forms.", "Governance Office"),
    ("Executive to bring a revised savings plan to the June meeting.", "Executive"),
    ("Estates Team to inspect the boiler room.", "Estates Team"),
    # what was agreed, by nobody named
    ("It was agreed to write to the County Council about the verge.", None),
    ("Agreed to print 80 copies of the appeal leaflet.", None),
    ("It was agreed that this would be an agenda item for the next meeting.", None),
    ("Members agreed that the old benches would be repaired.", None),
    # a thing to be done
    ("Two new notice boards to be purchased.", None),
    ("Revised risk assessment to be circulated by 30 April 2024.", None),
    ("Communication plan to be reviewed by the County Council.", None),
    ("3 quotations to be obtained for the hall roof.", None),
    ("Keys for the pavilion – PN to remind the cricket club.", "PN"),
    ("Website: TA to upload the signed accounts.", "TA"),
    ("TA and PN will work on the plan for the meadow.", "TA and PN"),
    ("It was AGREED that the leaflets would be sent to every house in the parish.", None),
    ("This report will be brought to Board meetings on a quarterly basis.", None),
    ("9.6 Agreed to display the old photographs in the porch.", None),
    # passives with a date or somebody who does it
    ("The draft strategy will be circulated by 5 April 2024.", None),
    ("The lease would be reviewed by the Finance Director.", "Finance Director"),
    ("An update will be brought to the next Board meeting.", None),
]

MUST_NOT = [
    # a sum that the meeting settles
    "It was resolved to request £12,400 for the coming year.",
    "Agreed to set aside a further £2,000 for the path.",
    "The Treasurer said that the reserves would cost the Trust dear if they were spent.",
    "It would be helpful if the Clerk would write sooner next time.",
    "PN felt that the Clerk would send the wrong message by objecting.",
    "The Chair asked whether the Head of Estates would obtain quotes.",
    "Would the Clerk circulate the minutes earlier?",
    "It was suggested that the Registrar would present better figures in time.",
    "The Principal would have written had the letter arrived.",
    "If the grant were refused, the Clerk would seek a loan.",
    "The Leader would welcome more detail.",
    "The Treasurer would prefer a later date.",
    "Members noted that the Ombudsman would publish her report in May 2024.",
    "The Highways Agency would repair the bridge.",
    "National Grid will provide a new substation by June 2024.",
    "The contractor hoped that the work would be completed by 30 April 2024.",
    "It was expected that the figures would be published by 30 April 2024.",
    "The minutes of the last meeting should read: the Clerk will write to the County Council.",
    "It was agreed to adopt the revised standing orders.",
    "It was agreed to set the precept at £14,200.",
    "It was agreed to accept the quotation from Hill and Sons.",
    "It was agreed to purchase a strimmer at a cost of £310.",
    "It was agreed that the meeting would be held in the annexe.",
    "There is more work to be done.",
    "The matters to be discussed were sent out with the agenda.",
    "The clerk would normally send the papers a week before.",
    "The Secretary would take over as Chair from June 2024.",
    "The library will be closed on 3 June 2024.",
    "Parking would be considered by the inspector at appeal.",
    "Schools would be presented with one grade from September 2024.",
    "The audit was to be completed by 31 January 2024.",
    "There had been concern over who would chair.",
    "Two returns were late; members would seek assurance in May that they had been sent.",
    "Councillor Rees said that Marsh Tolland would take it badly if the depot went.",
    "It was resolved to ask for £18,400.",
    "The Chair reminded members that the accounts would be considered in April.",
    "Wick Farm would apply to divert the path.",
]


@pytest.mark.parametrize(("sentence", "owner"), MUST, ids=[s[:40] for s, _ in MUST])
def test_what_minutes_charge_somebody_with(sentence: str, owner: str | None) -> None:
    found = actions(sentence)
    assert [(one.kind, one.owner) for one in found] == [("action", owner)]


@pytest.mark.parametrize("sentence", MUST_NOT, ids=[s[:40] for s in MUST_NOT])
def test_what_minutes_only_report(sentence: str) -> None:
    assert actions(sentence) == []


def test_he_is_who_was_named_last() -> None:
    text = "Mr Pugh had spoken to the diocese. He will send the contact details to the Clerk."
    (found,) = actions(text)
    assert found.owner == "Mr Pugh"


def test_a_date_that_is_past_is_none() -> None:
    assert actions("The draft strategy would be circulated by 5 January 2024.") == []


def test_two_who_would_are_two_actions() -> None:
    found = actions("Priya would send out the plans and TA would collate the comments.")
    assert [(one.text, one.owner) for one in found] == [
        ("Priya would send out the plans", "Priya"),
        ("TA would collate the comments.", "TA"),
    ]


def test_several_helpers_of_one_deed_are_no_second_action() -> None:
    found = actions("PN will be working with Estates Team and Library Managers to ensure order.")
    assert [one.owner for one in found] == ["PN"]


def test_for_the_next_meeting_is_when_it_is_due() -> None:
    (found,) = actions("The Treasurer will produce a forecast for the next Board meeting.")
    assert found.due is not None
    assert found.due.raw == "for the next Board meeting"


def test_a_number_without_a_space_behind_it_is_no_word() -> None:
    (found,) = actions("9.6Agreed to display the old photographs in the porch.")
    assert found.text == "Agreed to display the old photographs in the porch."
