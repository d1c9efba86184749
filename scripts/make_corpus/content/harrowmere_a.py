"""Harrowmere Teaching Hospitals NHS Trust: the Board pack of January 2023 and papers near it."""

from __future__ import annotations

from scripts.make_corpus.content.harrowmere_b import HARROWMERE
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import (
    CMO_H,
    CN_H1,
    COO_H2,
    CPO_H,
    MID_H,
    QI_H,
    SEC_H1,
)
from scripts.make_corpus.frameworks import row
from scripts.make_corpus.packs import Entry, Pack

# fmt: off
PAPERS = Shelf(**HARROWMERE)

JAN = {"meeting_date": "2023-01-26", "meeting_date_raw": "26 January 2023"}

PAPERS.add(
    "H-MIN-2022-11",
    """
**Present:** Devlin Oyelaran-Pike (Chair), Priya Venkatraman-Cole (Chief Executive), Bernadette
Quillfeather (Chief Nurse), Dr Imogen Farraday (Chief Medical Officer), Callum Strathdearn (Director
of Finance), Samir Dastoor (Chief Operating Officer), Lorna Peverell (Chief People Officer), Anthea
Gorringe, Rupert Delacroix-Bell and Wendeline Marsh-Otter (Non-Executive Directors)

**In attendance:** Marguerite Haldane (Company Secretary), Dr Seren Abelwhite (item 22/117)

**22/113 Welcome and apologies**

The Chair opened the meeting at 9.30am and thanked the volunteers who had shown Board members round
the discharge lounge before the meeting. Apologies had been received from Gareth Winstanley-Moss.

**22/114 Minutes of the last meeting**

The minutes of 29 September 2022 were agreed as a correct record, with one change: in minute 22/101
"elective" should read "emergency".

**22/115 Chief Executive's report**

Ms Venkatraman-Cole described a hard autumn. Ambulances had queued outside St Oswin's on eleven
evenings in October and the hospital had opened every escalation bed it had. She thanked colleagues
who had worked extra shifts. Mrs Gorringe asked whether tired staff were being encouraged to take
leave. Ms Peverell said that most had, though pharmacy was a worry.

{{x own=Chief People Officer; due=by the end of January 2023>2023-01-31|Chief People Officer to report untaken leave in pharmacy to the People Committee by the end of January 2023.}}

**22/116 Integrated performance report**

Mr Dastoor reported that 63.8 per cent of people had been seen within four hours in October. The two
things that would change the picture were beds that emptied earlier in the day and fewer people
waiting in hospital for a place in a care home. Mr Delacroix-Bell observed that the paper gave
significant assurance on process and rather less on results. The Board noted the report and did not
accept that the recovery date in section 3 was realistic.

{{x own=Chief Operating Officer; due=by 26 January 2023>2023-01-26|Chief Operating Officer to bring a revised trajectory for emergency care to the Board by 26 January 2023.}}

**22/117 Improvement strategy: first annual update**

Dr Abelwhite presented the update. Six of the eight aims were on course. Members were struck by the
falls work on Ward 14 and asked how its lessons would travel. The Board took assurance from the
report.

**22/118 Workforce supply**

The Board discussed how far it was willing to go in filling posts in new ways. Ms Peverell said that
nursing associates, physician associates and recruits from overseas now made up a fifth of joiners,
and that the present stance held managers back. It was agreed that a proposal should come in the new
year.

{{x own=Chief People Officer; due=at the January 2023 meeting>2023-01-31|Chief People Officer to propose a change to the appetite for workforce supply risk at the January 2023 meeting.}}

**22/119 Meeting in private**

The Board resolved, {{c c=PBAMA1960 s.1(2); why=publicity would be prejudicial to the public interest by reason of the confidential nature of the business to be transacted|under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960, that members of the press and public be excluded from the rest of the meeting, as publicity would be prejudicial to the public interest by reason of the confidential nature of the business to be transacted.}}

**22/120 Date of next meeting**

Thursday 26 January 2023 at 9.30am, Lecture Theatre, Queen Maud Hospital. The public meeting closed
at 12.10pm.
""",
    form="plain", title="Minutes of the Trust Board held in public on Thursday 24 November 2022",
    meeting_date="2022-11-24", sections_certain=False, footer="Trust Board minutes - November 2022||{n}",
    extra={"form": "minutes", "under_title": ("Boardroom, St Oswin's Hospital, 9.30am", "Status: unconfirmed")},
    story="Minute 22/118 asks for the proposal that changes the workforce supply appetite in January 2023.",
)

PAPERS.add(
    "H-LOG-2023-01",
    """
The table lists every action that was open when the papers were issued, and those closed since the
last meeting. An open action stays on the log until the Chair agrees that it is done.

@log

Actions shown as complete drop off after this meeting.
""",
    form="plain", title="Trust Board action log", **JAN, footer="{n}", sections_certain=False,
    extra={
        "form": "log", "under_title": ("For the meeting of 26 January 2023",),
        "log": (
            ("22/088", "Publish the list of directors' interests on the website", "MH", "31 October 2022>2022-10-31", "Complete"),
            ("22/102", "Arrange a visit by Board members to the mortuary at Queen Maud Hospital", "BQ", "March 2023>2023-03-31", "In progress"),
            ("22/115", "Report untaken leave in pharmacy to the People Committee", "LP", "31 January 2023>2023-01-31", "On the People Committee agenda for 30 January"),
            ("22/116", "Bring a revised trajectory for emergency care to the Board", "SD", "26 January 2023>2023-01-26", "Complete - see item 6.1"),
            ("22/118", "Propose a change to the appetite for workforce supply risk", "LP", "January 2023>2023-01-31", "Complete - see item 7.1"),
        ),
    },
)

PAPERS.add(
    "H-IPR-2023-01",
    """
# 1. Summary

December was the hardest month that the Trust has reported since these measures began. Influenza and
Covid-19 arrived together, 214 staff were off sick on the worst day, and on four nights every bed on
both sites was full by six in the evening.

# 2. How people moved through our hospitals

Patients stayed 7.9 days on average after an emergency admission, against 7.6 in December 2021. On an
average morning 171 people were well enough to leave but had nowhere to go, most of them because a
package of care at home could not be found. The discharge lounge at Queen Maud Hospital opened on 5
December and took 40 people a day by Christmas.

|widths 40 20 20 20
| Measure | November 2022 | December 2022 | Plan for March 2023 |
| Seen within four hours | 62.1% | 58.4% | 68.0% |
| Ambulances handed over within 30 minutes | 71% | 61% | 80% |
| Average length of stay (emergency) | 7.7 days | 7.9 days | 7.3 days |
| People waiting over 78 weeks | 318 | 291 | 0 |
| Cancelled on the day | 41 | 96 | 40 |

# 3. Emergency care: revised trajectory

The Board did not accept the last trajectory (minute 22/116). The new one moves in three steps and
each has a name against it. {{p own=Chief Operating Officer; due=by 31 March 2023>2023-03-31; m=of people within four hours; d=at_least; v=68; u=per cent|The Chief Operating Officer will see that at least 68 per cent of people are dealt with within four hours by 31 March 2023.}}
{{p own=Deputy Chief Nurse; due=from 1 February 2023>|The Deputy Chief Nurse will run a seven-day discharge team on both sites from 1 February 2023.}}

National planning guidance expects every trust to reach 76 per cent in the following year; that is
not a figure we offer today.

# 4. Planned care

The number of people waiting more than 78 weeks fell for the fifth month running. Theatres lost 96
operations on the day, most of them for want of a bed afterwards. Dermatology stands out: photographs
taken in general practice have cut the queue by a third without a single extra clinic.

# 5. Risk

The corporate risk register holds two risks that bear on this report. {{s name=Crowding in the emergency department; kind=current; l=5; c=4; score=20|Crowding in the emergency department scores 20 (5 x 4).}}
{{s name=Delay in diagnosing cancer; kind=current; l=3; c=5; score=15|Delay in diagnosing cancer scores 15 (3 x 5).}}

# 6. Publication Under Freedom of Information Act

No exemptions apply. This paper may be published.

# 7. Recommendation

@recommendation

@sign
""",
    title="Integrated performance report: month 9, 2022/23", item="6.1", **JAN, purpose=("assurance", "discussion"),
    presented_by=(COO_H2,), authors=(("Katarzyna Ellwood-Finch", "Head of Performance"),), date="2023-01-18",
    date_raw="18 January 2023", financial_year="2022/23", ticked=(1, 6), foi_status="open",
    risks=(
        row("continuity", "2023-01-26", "Moving Away", True),
        row("safety", "2023-01-26", "Moving Away", True),
        row("regulatory", "2023-01-26", "Neutral"),
    ),
    recommendation="The Board is asked to discuss performance in December 2022 and to take assurance from the revised trajectory for emergency care.",
    extra={
        "author_on_cover": True,
        "key_points": (
            ("Four-hour performance fell to 58.4 per cent, the lowest on record.", "Discussion"),
            ("The revised trajectory asked for in November is in section 3.", "Assurance"),
        ),
    },
)

PAPERS.add(
    "H-APP-2023-01",
    """
# 1. Summary

The Board sets, for each Level 2 risk, how much risk it is content to carry. The present statements
were approved in September 2021 (minute 21/098) on the five levels of HM Treasury's Orange Book
guidance: Averse, Minimal, Cautious, Open and Eager. This paper asks the Board to move one of them.

# 2. Background

In November 2022 the Board asked for a proposal on workforce supply (minute 22/118). The Trust has 611
vacant nursing posts. Twelve months of advertising brought 209 joiners; recruits from overseas brought
another 187, and nursing associates 64. Every ward manager consulted said the same thing: rules drawn
for easier times stop them from trying a new role until three rounds of advertising have failed.

# 3. Proposal

{{r l1=Workforce Risk; l2=Workforce Supply Risk; raw=from Cautious to Open; lv=open; scale=hmt-2020|It is proposed that the appetite for Workforce Supply Risk move from Cautious to Open.}} In practice
a ward could appoint to a new role after one failed round, an apprentice could hold a registered post
while supervised, and the Trust could recruit ahead of turnover rather than behind it. Patient Safety
& Outcomes Risk is not touched by this paper.

The level would be looked at again within a year. {{p own=Chief People Officer; due=in January 2024>2024-01-31|The Chief People Officer will report the effect on vacancies to the Board in January 2024.}}

# 4. Financial Implications

Recruiting ahead of turnover costs £0.9m in the first year and saves £2.3m of agency spending, on
the assumptions tested by the Finance Committee.

# 5. Risk

New roles need supervision, and supervision takes senior nurses from the bedside. The Chief Nurse has
set a ceiling of one learner to each registered nurse on any shift.

# 6. Equality Analysis

Joiners through apprenticeships are younger and more often from the towns round our hospitals than
other joiners. No group is put at a disadvantage.

# 7. Publication Under Freedom of Information Act

This paper has been made available under the Freedom of Information Act 2000.

# 8. Recommendation

@recommendation

@sign
""",
    title="Risk appetite: workforce supply", item="7.1", **JAN, purpose=("approval",), presented_by=(CPO_H,),
    authors=(SEC_H1,), date="2023-01-16", date_raw="16/01/23", financial_year="2022/23", ticked=(3,), foi_status="open",
    risks=(),
    recommendation="The Board is asked to approve the move of Workforce Supply Risk from Cautious to Open with effect from 26 January 2023.",
    story="The appetite for Workforce Supply Risk moves from Cautious to Open, by a Board decision (minute 23/011).",
)

PAPERS.add(
    "H-MAT-2023-01",
    """
# 1. Summary

The paper gives the Board its quarterly picture of safety in the maternity units at St Oswin's and
Queen Maud: what happened to mothers and babies, whether the units were staffed, what families told
us and how far the actions of the last review have gone.

# 2. What happened

There were 1,304 births in the quarter. Three babies were referred to the national investigation
body, all born at term, and all three families have a named midwife who rings them each week. Two
reviews found that the heartbeat trace had been read correctly and acted on late. One found nothing
that would have changed the outcome.

|widths 52 16 16 16
| Measure | Quarter 1 | Quarter 2 | Quarter 3 |
| Births | 1,287 | 1,341 | 1,304 |
| Stillbirths per 1,000 births | 3.9 | 3.7 | 3.1 |
| One-to-one care in labour | 97% | 96% | 98% |
| Shifts with the planned number of midwives | 81% | 78% | 84% |
| Women booked by ten weeks | 66% | 68% | 71% |

# 3. Listening to families

The Maternity Voices group walked both units in November. Women who spoke little English waited
longer for pain relief, and often a relative spoke for them. The group asked for tablets with live
interpreters in every room. {{p own=Director of Midwifery; due=by the end of February 2023>2023-02-28|The Director of Midwifery will place an interpreting tablet in every labour room by the end of February 2023.}}

# 4. The regulator

The Care Quality Commission lifted the {{o|Section 31 notice}} on triage at Queen Maud in October. The notice
had required weekly returns for eleven months. A {{o|Section 29A warning notice}} on mandatory training remains,
and 88 per cent of midwives are now up to date.

# 5. Staffing

Eighteen midwives joined in the autumn and six left. {{p own=Head of Maternity Workforce; due=by September 2023>2023-09-30; m=vacancies; d=at_most; v=5; u=per cent|The Head of Maternity Workforce will bring vacancies down to no more than 5 per cent by September 2023.}}
{{a|Our ambition is to be somewhere that midwives choose to train.}} The unit at Queen Maud has had
continuity teams paused since the spring and they stay paused until the rota can bear them.

# 6. Risk

The table on the cover gives the effect of this paper on our appetite. {{s name=Midwifery staffing; kind=current; score=16; l=4; c=4|Midwifery staffing is scored 4x4=16}} with {{s name=Midwifery staffing; kind=target; score=8; l=2; c=4|a target of 2x4=8}}.

# 7. Publication Under Freedom of Information Act

The paper is open save for one part. {{c c=FOIA s.40(2); scope=Appendix A; why=with numbers this small families could be identified|Appendix A is exempt from publication under section 40(2) of the Freedom of Information Act 2000 because with numbers this small families could be identified.}}

# 8. Recommendation

@recommendation

@sign
""",
    title="Maternity and neonatal safety: quarter 3, 2022/23", item="8.1", **JAN, purpose=("assurance",),
    presented_by=(CN_H1, MID_H), authors=(MID_H,), date="2023-01-13", date_raw="13 January 2023",
    financial_year="2022/23", ticked=(3,), foi_status="part_exempt",
    risks=(
        row("supply", "2023-01-25", "Moving Towards", True),
        row("safety", "2023-01-26", "Moving Towards", True),
        row("regulatory", "2023-01-26", "Moving Towards"),
    ),
    recommendation="The Board is asked to take assurance on the safety of maternity services in quarter 3 and to note the three cases referred for national investigation.",
    extra={"previous": "Quality Committee, 11 January 2023", "cover_alone": True},
)

PAPERS.add(
    "H-ESTAB-2023-01",
    """
# 1. Summary

Twice a year the Chief Nurse sets out how many nurses each ward needs, by measuring how sick its
patients are over twenty days. The autumn count covered 46 wards.

# 2. What the count showed

Patients on the medical wards needed more care than in spring. The number whose needs were at the two
highest levels rose by a ninth. Surgical wards were steady and the children's ward was quieter. Eight
wards came out more than two nurses a shift short; all eight care for people over seventy-five.

# 3. What is proposed

No ward loses posts. The eight wards gain 37.4 posts, of which 21 are nursing associates. {{p own=Chief Nurse; due=by June 2023>2023-06-30; d=increase; v=37.4; u=posts; m=posts|The Chief Nurse will fill the 37.4 posts by June 2023.}}
Until then the wards keep their temporary uplift, which the Director of Finance has agreed.

# 4. Financial Implications

The full-year cost is £1.52m, found from the winter reserve and from lower agency spending. Subject
to the contract round, the Trust would extend the same approach to theatres.

# 5. Equality Analysis

The impact on people who share protected characteristics has been considered and no adverse effect was
found.

# 6. Publication Under Freedom of Information Act

This paper may be published.

# 7. Recommendation

@recommendation

@sign
""",
    title="Nursing establishment review, autumn 2022", item="11.1", **JAN, purpose=("approval", "assurance"),
    presented_by=(CN_H1,), authors=(("Philomena Artswell", "Associate Director of Nursing"),), date="2023-01-12",
    date_raw="12 January 2023", financial_year="2022/23", ticked=(3, 4), foi_status="open",
    risks=(
        row("supply", "2023-01-25", "Moving Towards"),
        row("wellbeing", "2023-01-26", "Moving Towards"),
        row("money", "2023-01-26", "Operating Within"),
    ),
    recommendation="The Board is asked to approve the establishment of each ward in section 3 and to take assurance that the count was made by the national method.",
    story="A header that promises ticks; no Level 1 row carries one.",
)

PACKS = [
    Pack(
        file="harrowmere/2023/Trust Board Public Papers 26 January 2023.pdf", body="harrowmere",
        organisation="Harrowmere Teaching Hospitals NHS Trust", meeting="Trust Board (public)", date="2023-01-26",
        date_raw="Thursday 26 January 2023, 9.30am", place="Lecture Theatre, Queen Maud Hospital", theme="blue",
        bookmarks="items",
        entries=(
            Entry("1", "Welcome and apologies", "Chair", "verbal"),
            Entry("2", "Declarations of interest", "Chair", "verbal"),
            Entry("3.1", "Minutes of the meeting held on 24 November 2022", "Chair", "enclosed", "H-MIN-2022-11"),
            Entry("3.2", "Action log", "Chair", "enclosed", "H-LOG-2023-01"),
            Entry("4", "Patient story", "Chief Nurse", "presentation"),
            Entry("5.1", "Chief Executive's report", "Chief Executive", "verbal"),
            Entry("6.1", "Integrated performance report: month 9", "Chief Operating Officer", "enclosed", "H-IPR-2023-01"),
            Entry("6.2", "Finance report: month 9", "Director of Finance", "to follow"),
            Entry("7.1", "Risk appetite: workforce supply", "Chief People Officer", "enclosed", "H-APP-2023-01"),
            Entry("8.1", "Maternity and neonatal safety", "Chief Nurse", "enclosed", "H-MAT-2023-01"),
            Entry("11.1", "Nursing establishment review", "Chief Nurse", "enclosed", "H-ESTAB-2023-01"),
            Entry("12", "Any other business and questions from the public", "Chair", "verbal"),
        ),
        notes=("Date of next meeting: Thursday 30 March 2023, 9.30am, Boardroom, St Oswin's Hospital.",),
    )
]

_QI_FOI = (
    "{{c c=FOIA s.22; scope=This paper; why=the figures will appear in the Quality Account in June {year}; pub={year}-06|This paper is exempt "
    "from publication under Section 22 of the Freedom of Information Act 2000, as the figures will appear in the Quality Account in June {year}.}}"
)

_QI_2022 = """
# 1. Summary

A year ago the Board adopted an improvement strategy with eight aims. This is the first account of how
far we have come. Six aims are on course, one is late and one has not begun.

# 2. Background

The strategy, Better Every Week 2021-26, was approved in November 2021. It asks every team to choose
one problem that matters to its patients, to test small changes and to keep what works. There is no
central programme to sign up to; there are coaches, a short course and a yearly fair where teams show
each other what they tried.

# 3. Progress

1,150 members of staff have finished the short course, in every division but estates. Forty-one teams
have a live project. The falls work on Ward 14 has gone furthest: grip socks, a night-time round and
moving the commodes nearer to the beds have brought falls from nine a month to four.

The aim that is late concerns data. Teams still wait three weeks for a chart that they could draw
themselves. {{p own=Chief Digital and Information Officer; due=by the end of March 2023>2023-03-31|The Chief Digital and Information Officer will give every project team its own chart of weekly results by the end of March 2023.}}

The aim that has not begun is the one on carers. {{a|Our ambition is that every project has a patient or a carer at the table.}}
At present nine have.

# 4. Financial Implications

The strategy costs £214,000 a year, all of it staff time. No new money is asked for.

# 5. Risk

Coaches are released by goodwill, and goodwill is short in winter.

# 6. Communication and Involvement

Updates go to the Quality Committee twice a year. The strategy is on the intranet.

# 7. Publication Under Freedom of Information Act

@foi bullet

# 8. Recommendation

@recommendation

@sign
"""

PAPERS.add(
    "H-QI-2022",
    _QI_2022,
    file="harrowmere/2022/12.2 Improvement strategy annual update Nov 2022.pdf", title="Better Every Week: first annual update of the improvement strategy",
    item="12.2", meeting_date="2022-11-24", meeting_date_raw="24 November 2022", purpose=("assurance",), presented_by=(CMO_H,), authors=(QI_H,),
    date="2022-11-14", date_raw="14 November 2022", financial_year="2022/23", ticked=(1, 2), foi_status="exempt", tick="zapf",
    risks=(
        row("change", "2022-11-24", "Moving Towards"),
        row("safety", "2022-11-24", "Moving Towards"),
        row("strategy", "2022-11-24", "Neutral"),
    ),
    foi=_QI_FOI.replace("{year}", "2023"),
    recommendation="The Trust Board is asked to take assurance from the progress made in the first year of the improvement strategy.",
    extra={"previous": "Quality Committee, 9 November 2022"},
    story="First of four annual updates of one strategy: 1,150 trained, 41 projects; marked s.22 until June 2023.",
)

PAPERS.add(
    "H-QI-2022-OPEN",
    _QI_2022,
    file="harrowmere/2023/Improvement strategy annual update Nov 2022 - published 30 June 2023.pdf", title="Better Every Week: first annual update of the improvement strategy",
    item="12.2", meeting_date="2022-11-24", meeting_date_raw="24 November 2022", purpose=("assurance",), presented_by=(CMO_H,), authors=(QI_H,),
    date="2022-11-14", date_raw="14 November 2022", financial_year="2022/23", ticked=(1, 2), foi_status="open", tick="zapf",
    risks=(
        row("change", "2022-11-24", "Moving Towards"),
        row("safety", "2022-11-24", "Moving Towards"),
        row("strategy", "2022-11-24", "Neutral"),
    ),
    header="Released 30 June 2023 with the Quality Account for 2022/23",
    foi="This paper was held back until the Quality Account appeared. It is now published in full.",
    recommendation="The Trust Board is asked to take assurance from the progress made in the first year of the improvement strategy.",
    extra={"previous": "Quality Committee, 9 November 2022"},
    story="The same paper as H-QI-2022, open: the s.22 marking was kept to, as promised, in June 2023.",
)

PAPERS.add(
    "H-QI-2023",
    """
# 1. Summary

This is the second yearly account of Better Every Week, our improvement strategy for 2021-26. Seven of
the eight aims are on course. The presentation that goes with the paper will be given at the Board
meeting on 30th November.

Key points

1) Training has reached 2,480 people, more than twice last year's figure.
2) Live projects number 77, and a third of them have a patient or carer at the table.
3) The coaching offer is stretched and the paper is frank about it.

# 2. Background

The Board last looked at the strategy in November 2022. It asked then for a plainer view of results
and for more from teams outside the wards. Porters, switchboard and the print room have since run
projects of their own.

# 3. Progress

Falls on Ward 14 stand at three a month and the same bundle is in use on eleven other wards. The
pharmacy project has halved the wait for medicines to take home, from four hours to two, by writing
prescriptions the evening before. Outpatient letters now leave within five days.

Weekly charts reached every project team in May, two months later than promised. {{p own=Associate Medical Director for Improvement; due=by March 2024>2024-03-31; m=coaches; d=increase; v=30; u=coaches|The Associate Medical Director for Improvement will train another 30 coaches by March 2024.}}
{{a|We hope to be a place that other hospitals visit in order to learn.}}

# 4. Financial Implications

There are none beyond the £221,000 a year already in the budget.

# 5. Risk

Progress bears on both of the change risks in the framework, which are worded differently, and readers
should not take one for the other.

# 6. Publication Under Freedom of Information Act

@foi bullet

# 7. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2023/11.3 Better Every Week second annual update.pdf", title="Better Every Week: second annual update of the improvement strategy",
    item="11.3", meeting_date="2023-11-30", meeting_date_raw="30 November 2023", purpose=("assurance",), presented_by=(CMO_H,), authors=(QI_H,),
    date="2023-11-20", date_raw="20/11/23", financial_year="2023/24", ticked=(1, 2, 3, 4), foi_status="exempt", tick="dejavu",
    risks=(
        row("supply", "2023-11-30", "Moving Towards"),
        row("change", "2023-11-30", "Moving Towards"),
        row("safety", "2023-11-30", "Moving Towards"),
        row("research", "2023-11-30", "Neutral"),
        row("capital", "2023-11-30", "Moving Towards", break_after="within budget and with the"),
        row("strategy", "2023-11-30", "Operating Within"),
    ),
    foi="{{c c=FOIA s.22; scope=This paper; why=it is a draft and does not yet reflect the Trust's final position; adv=elements_missing,rationale_suits_other_provision|This paper is exempt from "
    "publication under Section 22 of the Freedom of Information Act 2000, as it is a draft and does not yet reflect the Trust's final position.}}",
    recommendation="Trust Board members are asked to review the assurance given on the second year of the improvement strategy.",
    extra={"author_on_cover": False, "cover_alone": False},
    story="Second annual update: 2,480 trained, 77 projects. One risk row is cut by the page break. The s.22 reason fits another provision.",
)
