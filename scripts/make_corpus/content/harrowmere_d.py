"""Harrowmere Teaching Hospitals NHS Trust, 2024: the pack of March, a risk renamed, commitments dropped."""

from __future__ import annotations

from scripts.make_corpus.content.harrowmere_b import HARROWMERE
from scripts.make_corpus.content.harrowmere_c import year_list
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import (
    CEO_H2,
    CMO_H,
    CN_H2,
    COO_H2,
    CPO_H,
    DOF_H2,
    QI_H,
    SEC_H2,
)
from scripts.make_corpus.frameworks import row
from scripts.make_corpus.packs import Entry, Pack

# fmt: off
PAPERS = Shelf(**{**HARROWMERE, "theme": "wide"})
MAR = {"meeting_date": "2024-03-28", "meeting_date_raw": "28 March 2024"}

PAPERS.add(
    "H-MIN-2024-01",
    """
**Present:** Devlin Oyelaran-Pike (Chair), Priya Venkatraman-Cole (Chief Executive), Tobias Lindqvist-Hale (Chief
Nurse), Dr Imogen Farraday (Chief Medical Officer), Callum Strathdearn (Director of Finance), Samir Dastoor (Chief
Operating Officer), Lorna Peverell (Chief People Officer), Wendeline Marsh-Otter, Silas Penhaligon-Shaw and Ignatia
Broadwood (Non-Executive Directors)

**In attendance:** Owen Trefusis (Company Secretary), Yusuf Adeyemi-Thorne (Chief Digital and Information Officer)

**24/001 Apologies and interests**

Gareth Winstanley-Moss sent apologies and his deputy attended. Ms Broadwood declared that her brother sells hospital
beds.

**24/002 Minutes of 30 November 2023**

Agreed.

**24/003 Patient story**

Mrs Ottey, who is deaf, described three days on Ward 6. Her interpreter was booked for the wrong hospital. A
healthcare assistant drew pictures on paper towels, and it was from one of these that she learned that she had had a
stroke. The Chair apologised to her.

**Action:** {{x own=Chief Nurse; due=by April 2024>2024-04-30|Chief Nurse to put video sign language on every ward by April 2024.}}

**24/004 Chief Executive's report**

Ms Venkatraman-Cole said that junior doctors had been on strike for six days at the start of the month and that
2,140 appointments had been moved. She was proud that nobody needing urgent treatment was turned away.

**24/005 Winter**

Mr Dastoor reported that up to nineteen people at a time had been nursed in corridors in the week of 8 January. Dr
Farraday said that a corridor could not be made safe, only less unsafe. Members asked that the number should be put
before them at every meeting, with the longest time that anybody had spent there.

**Action:** {{x own=Chief Operating Officer; due=from March 2024>|Chief Operating Officer to report the number of people in corridor beds from March 2024.}}

**24/006 Workforce supply: a year of the new appetite**

Ms Peverell reminded the Board that in January 2023 (minute 23/011) it had approved a move from Cautious to Open.
Vacant nursing posts had fallen from 611 to 348. Eighty-one apprentices were in post. Sickness among the nurses who
supervise them had gone up, and Ms Peverell did not think that the two were unconnected. The Board **agreed** to leave
the appetite at Open.

**24/007 Capital programme**

The paper was taken as read. Mr Penhaligon-Shaw wondered how a gas main could be on nobody's map.

**24/008 Loss of power: report on actions**

Tanks had been cleaned. The second feed would miss March. Members did not discuss appetite under this item.

**24/009 Patients' records left in a skip**

Mr Adeyemi-Thorne described the discovery of two hundred paper files in a skip behind the old nurses' home. All had
been recovered by the man who found them, a scaffolder, who had put them under a tarpaulin and telephoned. The matter
had been reported to the Information Commissioner.

**Action:** {{x own=Chief Digital and Information Officer; due=by 29 February 2024>2024-02-29|Chief Digital and Information Officer to write to everyone whose file was found, by 29 February 2024.}}

**24/010 Close**

The meeting ended at 12.32pm.
""",
    form="plain", title="Minutes of the Trust Board held in public on Thursday 25 January 2024", meeting_date="2024-01-25", sections_certain=False, purpose=(),
    footer="Minutes 25 January 2024||Page {n} of {total}", extra={"form": "minutes", "under_title": ("Lecture Theatre, Queen Maud Hospital, 9.30am", "Status: draft")},
    story="The Board looks at the workforce supply appetite after a year and leaves it at Open; business continuity is not discussed.",
)

PAPERS.add(
    "H-LOG-2024-03",
    """
@log

Key: an action is closed only when the person who asked for it says so.
""",
    form="plain", title="Action log: meeting in public", item="4", **MAR, sections_certain=False, purpose=(), footer="{n}", tick="x",
    extra={
        "form": "log", "under_title": ("Trust Board, 28 March 2024, item 4",),
        "log": (
            ("23/097", "Invite the borough's planning officer to a seminar on the brewery land", "GWM", "May 2024>2024-05-31", "On hold - keep until completed"),
            ("23/104", "Rehearse the loss of power at both hospitals", "SD", "December 2023>2023-12-31", "Overdue: Queen Maud done, St Oswin's in April"),
            ("24/003", "Put video sign language on every ward", "TLH", "April 2024>2024-04-30", "In progress: 31 of 46 wards"),
            ("24/005", "Report the number of people in corridor beds", "SD", "March 2024>2024-03-31", "Complete - see item 7"),
            ("24/009", "Write to everyone whose file was found", "YAT", "29 February 2024>2024-02-29", "Complete: 196 letters sent, four people could not be traced"),
        ),
    },
)

PAPERS.add(
    "H-RISK-2024-03",
    """
# 1. Summary

The Board's framework of risk appetite is two and a half years old. Internal audit tested fifty cover sheets
against it. This paper gives the result and asks for one name to be changed.

# 2. What the test showed

|widths 64 18 18
| Test | Papers | Per cent |
| Level printed on the cover is that of the framework on the day | 43 | 86 |
| Statement is printed word for word | 38 | 76 |
| Impact column is filled in | 41 | 82 |
| Section on risk explains the impact | 17 | 34 |

Four of the seven wrong levels were those of the framework before January 2023. One author had put "High",
which is a score, and one had copied the cover of another trust. The seventh has not been explained.

Most cover sheets say that a paper moves us towards our appetite. Out of 212 rows read, 171 do. Auditors remark
that a Board whose every paper brings it closer to where it wishes to be should by now have arrived.

# 3. Proposal

Information Technology Risk was named at a time when the subject belonged to one department. It is proposed that it
be called Digital & Cyber Risk. The statement stays as it is. {{r l1=Operational Risk; l2=Digital & Cyber Risk; raw=stays at Cautious; lv=cautious|The appetite for Digital & Cyber Risk stays at Cautious, the level approved in September 2021 for Information Technology Risk.}}

No other name and no level is proposed for change.

# 4. How it will be put into effect

{{p own=Company Secretary; due=by 12 April 2024>2024-04-12|The Company Secretary will issue a new cover sheet by 12 April 2024.}} The old name will be found in papers of
earlier years and means the same risk.

{{p own=Company Secretary; due=by the end of May 2024>2024-05-31|The Company Secretary will lock the levels in the template by the end of May 2024, so that authors choose a row and cannot type in it.}}

# 5. Financial Implications

None.

# 6. Equality Analysis

Not applicable to a change of name.

# 7. Publication Under Freedom of Information Act

This paper has been made available under the Freedom of Information Act 2000.

# 8. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2024/8 Risk appetite framework review (March 2024).pdf", title="Risk appetite framework: results of testing and a change of name", item="8", **MAR,
    purpose=("approval", "assurance"), presented_by=(SEC_H2,), authors=(SEC_H2,), date="2024-03-18", date_raw="18 March 2024", financial_year="2023/24",
    ticked=(), foi_status="open", tick="boxes", footer="Page {n} of {total}",
    recommendation="The Board is asked to approve the renaming of Information Technology Risk as Digital & Cyber Risk and to take assurance from the testing of fifty cover sheets.",
    extra={"previous": "Audit Committee, 12 March 2024"},
    story="Information Technology Risk becomes Digital & Cyber Risk (minute 24/031); the level stays. The same paper is in the pack and a file of its own.",
)

PAPERS.add(
    "H-COR-2024-03",
    """
# 1. Summary

In January members asked how many people are looked after in corridors. This is the first count. It covers
eight weeks and both hospitals.

# 2. The count

|widths 28 18 18 18 18
| Week beginning | St Oswin's, most at once | Queen Maud, most at once | Longest stay (hours) | Over 80 years |
| 15 January | 19 | 7 | 41 | 58% |
| 29 January | 14 | 4 | 36 | 61% |
| 12 February | 22 | 9 | 53 | 64% |
| 26 February | 11 | 2 | 27 | 60% |
| 11 March | 8 | 0 | 19 | 55% |

The 53 hours were spent by a retired bus driver opposite the linen store. He was given his meals on a tray on
his knees, used a bottle behind a screen and was thanked by everyone for his patience. He has written to say that
he does not wish to be thanked for it again.

# 3. What is known about harm

Of 418 people in the count eleven fell, four developed sores and two had medicines late enough to matter. In a
ward, among as many people of the same age, one would expect seven, two and none.

# 4. What we are doing

Corridor places now have a call bell, a screen and a number on the wall. That was the hardest decision of the year,
since to number a place is to admit that it exists. {{p own=Chief Nurse; due=from 8 April 2024>|The Chief Nurse will give each corridor its own registered nurse from 8 April 2024.}}

{{p own=Chief Operating Officer; due=by the end of June 2024>2024-06-30; m=people in corridors overnight; d=at_most; v=5; u=people|The Chief Operating Officer will have no more than 5 people in corridors overnight by the end of June 2024.}}

# 5. Financial Implications

The nurses cost £61,000 a month and are not in any budget.

# 6. Risk

{{s name=Care given in corridors; reference=CRR 24; kind=current; l=5; c=4; score=20|CRR 24, Care given in corridors, is scored 5x4=20}} and has
{{s name=Care given in corridors; reference=CRR 24; kind=target; l=2; c=4; score=8|a target of 2x4=8}}.

# 7. Publication Under Freedom of Information Act

This paper may be published.

# 8. Recommendation

@recommendation

@sign
""",
    title="People cared for in corridors", item="7", **MAR, purpose=("discussion",), presented_by=(COO_H2, CN_H2), authors=(("Ansel Dunmore", "Deputy Chief Operating Officer"),),
    date="2024-03-19", date_raw="19 March 2024", financial_year="2023/24", ticked=(1, 2, 6), foi_status="open", tick="dejavu",
    risks=(
        row("safety", "2024-03-28", "Moving Away", True),
        row("wellbeing", "2024-03-28", "Moving Away"),
        row("continuity", "2024-03-28", "Neutral", says="Cautious"),
    ),
    recommendation="The Board is asked to discuss the count and to support the cost of nurses for corridors until June 2024.",
    story="Business Continuity Risk is again printed Cautious.",
)

_BAF = (
    (
        "BAF 1", "People wait too long and come to harm", "Chief Operating Officer", "Minimal", ("minimal",), ((5, 4), (5, 4), (3, 4)),
        "Weekly review of every person over 52 weeks; harm reviews by a consultant; extra lists on Saturdays.",
        "Harm reviews are four months behind in urology. {{p own=Chief Medical Officer; due=by July 2024>2024-07-31|The Chief Medical Officer will clear the reviews in urology by July 2024.}}",
        None,
    ),
    (
        "BAF 2", "We cannot attract and keep the people we need", "Chief People Officer", "Open", ("open",), ((5, 4), (4, 4, 12), (3, 3)),
        "Apprenticeships; recruitment ahead of turnover; flexible rosters on 29 of 46 wards.",
        "Supervisors are tired. Exit interviews are offered to all and taken by 31 in a hundred.",
        None,
    ),
    (
        "BAF 3", "Money runs out before the year does", "Director of Finance", "Cautious", ("cautious",), ((4, 5), (3, 4), (2, 4)),
        "Monthly forecasts; a second signature on every agency shift; a waste reduction plan with named owners.",
        "£4.1m of next year's plan has no owner. The contract with the integrated care board is not signed.",
        None,
    ),
    (
        "BAF 4", "Buildings and plant fail", "Director of Estates and Facilities", "Cautious", ("cautious",), ((4, 5), (4, 5), (2, 5)),
        "Weekly start of every generator; condition survey; second feed under way.",
        "The gas main has been found, under the bandstand. {{p own=Director of Estates and Facilities; due=by September 2024>2024-09-30|The Director of Estates and Facilities will bring the second feed into use by September 2024.}}",
        None,
    ),
    (
        "BAF 5", "An attack closes our systems", "Chief Digital and Information Officer", "Cautious", ("cautious",), ((5, 5), (3, 5), (2, 5)),
        "Second proof of identity; copies kept off site and tested each quarter; 97 in a hundred staff trained.",
        "Two suppliers cannot show that they have tested their own copies.",
        None,
    ),
)

PAPERS.add(
    "H-BAF-2024-03",
    """
# 1. Summary

The assurance framework lists five things that could stop us from keeping our promises. Each is scored by its
lead, tested by a committee and brought here twice a year. Initial scores are those before controls, current scores
those of 29 February and target scores those that leads hope for in March 2025.

# 2. Movement since September

BAF 5 has come down from twenty after the tests of December. BAF 4 has gone up, for reasons that the Board knows
well. The others have not moved. BAF 1 has now stood at twenty for two years and the Committee asked whether a
framework that records the same number eight times is keeping anybody informed.

# 3. The five risks

@baf

# 4. Assurance

Internal audit gave significant assurance on BAF 3 and moderate assurance on BAF 5. It has not looked at BAF 2
since 2021. The Committee means to seek assurance from the Chief People Officer.

# 5. Publication Under Freedom of Information Act

The paper may be published.

# 6. Recommendation

@recommendation

@sign
""",
    title="Board assurance framework: half-year review", item="9", **MAR, purpose=("assurance",), presented_by=(SEC_H2,), authors=(("Marigold Tennant", "Head of Risk"),),
    date="2024-03-15", date_raw="15 March 2024", foi_status="open", producer="fpdf2",
    recommendation="The Board is asked to take assurance that the five risks are managed and to say whether BAF 1 is well described.",
    extra={"baf": _BAF, "previous": "Risk Committee, 5 March 2024"},
    story="One product is printed wrong: 4 x 4 = 12.",
)

PAPERS.add(
    "H-COMM-2024",
    f"""
# 1. Summary

The paper reports on the seven commitments of 2023/24 and proposes six for the coming year. Two leave the list and
one comes on to it. A third has a harder figure, and a fourth too.

# 2. The year that ends

Endoscopy opened. Turnover came down to 10.9 per cent, just short. Waste reduction closed at £30.2m of £31.0m.
Length of stay fell by 0.3 days, not 0.7. Infections fell by eleven in a hundred. Of those who had waited 65 weeks,
212 remain, most of them for one surgeon. 7,480 people joined a study.

# 3. What goes and why

The endoscopy unit is dropped because it is done. The long waits are dropped since the national rules for this year
set the figure, the date and the penalty, and it would be vain to present as our promise what is somebody else's
order. They are still to be found in the performance report.

# 4. Our annual commitments for 2024/25

{year_list("2024/25")}

# 5. The one that is new

To halve the number of people in corridor beds, counted as in item 7, is a promise that some directors thought
should not be made by half. The Chief Nurse said that he would rather promise half and do it.

# 6. Financial Implications

See the financial plan, which follows in April.

# 7. Publication Under Freedom of Information Act

No part of this paper is exempt and it may be published.

# 8. Recommendation

@recommendation

@sign
""",
    title="Our annual commitments for 2024/25", item="10", **MAR, purpose=("approval",), presented_by=(CEO_H2,), authors=(("Cressida Wolverley", "Director of Strategy"),),
    date="2024-03-20", date_raw="20/03/2024", financial_year="2024/25", foi_status="open",
    risks=(row("strategy", "2024-03-28", "Moving Towards"), row("safety", "2024-03-28", "Moving Towards"), row("research", "2024-03-28", "Operating Within")),
    recommendation="The Board is asked to approve six annual commitments for 2024/25 and to note the two that leave the list.",
    story="Endoscopy and long waits are dropped by name; corridor beds are new.",
)

PACKS = [
    Pack(
        file="harrowmere/2024/2024-03-28 Public Board pack.pdf", body="harrowmere", organisation="Harrowmere Teaching Hospitals NHS Trust",
        meeting="Trust Board meeting in public", date="2024-03-28", date_raw="Thursday 28 March 2024, 9.30am", place="Boardroom, St Oswin's Hospital",
        theme="wide", bookmarks="files", stamp="Board 28.03.24 - page {n}",
        entries=(
            Entry("1", "Apologies", "Chair", "verbal"),
            Entry("2", "Interests", "Chair", "verbal"),
            Entry("3", "Minutes of 25 January 2024", "Chair", "enclosed", "H-MIN-2024-01"),
            Entry("4", "Action log", "Company Secretary", "enclosed", "H-LOG-2024-03"),
            Entry("5", "Chief Executive's report", "Chief Executive", "verbal"),
            Entry("6", "Finance report, month 11", "Director of Finance", "to follow"),
            Entry("7", "People cared for in corridors", "Chief Operating Officer", "enclosed", "H-COR-2024-03"),
            Entry("8", "Risk appetite framework: testing and a change of name", "Company Secretary", "enclosed", "H-RISK-2024-03"),
            Entry("9", "Board assurance framework", "Company Secretary", "enclosed", "H-BAF-2024-03"),
            Entry("10", "Annual commitments 2024/25", "Chief Executive", "enclosed", "H-COMM-2024"),
            Entry("11", "Questions from the public", "Chair", "verbal"),
        ),
        notes=("The next meeting in public is on Thursday 30 May 2024.", "Papers marked 'to follow' will be sent two days before the meeting."),
    )
]

PAPERS.add(
    "H-MIN-2024-03",
    """
**Present:** Devlin Oyelaran-Pike (Chair); Priya Venkatraman-Cole (Chief Executive); Tobias Lindqvist-Hale (Chief
Nurse); Dr Imogen Farraday (Chief Medical Officer); Callum Strathdearn (Director of Finance); Samir Dastoor (Chief
Operating Officer); Lorna Peverell (Chief People Officer); Wendeline Marsh-Otter, Silas Penhaligon-Shaw, Ignatia
Broadwood (Non-Executive Directors)

**24/024 Opening**

The Chair noted that it was Mr Strathdearn's last meeting. He had seen eleven financial years and four chairs.

**24/025 Minutes of 25 January 2024**

Agreed as a correct record.

**24/029 People cared for in corridors**

Members had each read the table twice. Ms Broadwood asked what the bus driver had been told on the first night.
Mr Dastoor said that he had been told an hour. The Board **supported** the cost of nurses for corridors until June
2024 and **agreed** that numbering the places had been right.

{{x own=Chief Operating Officer; due=by 31 May 2024>2024-05-31|Chief Operating Officer to visit the bus driver and tell him what has changed, by 31 May 2024.}}

**24/031 Risk appetite framework**

Mr Trefusis presented the results of testing. Asked about the seventh wrong level, he said that enquiries went on. The
Board **approved** the renaming of Information Technology Risk as Digital & Cyber Risk, with effect from 28 March
2024. The appetite for it was confirmed as Cautious. No other change was made.

{{x own=Company Secretary; due=by the end of May 2024>2024-05-31|Company Secretary to lock the levels in the template by the end of May 2024.}}

**24/032 Board assurance framework**

Mr Penhaligon-Shaw observed that four fours are sixteen. Ms Tennant thanked him and said that the entry for BAF 2
would be put right.

**24/033 Annual commitments for 2024/25**

**Approved.** Ms Marsh-Otter asked that the minutes show her regret that long waits had left the list.

**24/034 Resolution**

{{c c=PBAMA1960 s.1(2); why=publicity would be prejudicial to the public interest by reason of the confidential nature of the business to be transacted|The Board resolved under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960 to exclude the public from the remainder of the meeting, as publicity would be prejudicial to the public interest by reason of the confidential nature of the business to be transacted.}}
""",
    file="harrowmere/2024/Minutes 28 March 2024 (confirmed).docx", producer="word", form="plain", title="Minutes of the Trust Board meeting in public, 28 March 2024",
    **MAR, sections_certain=False, purpose=(), footer=None,
    extra={"form": "minutes", "under_title": ("Boardroom, St Oswin's Hospital", "Confirmed at the meeting of 30 May 2024")},
    story="Minute 24/031 approves the new name and changes no level.",
)

PAPERS.add(
    "H-FTSU-2024",
    """
# 1. Summary

In the year to June 109 members of staff came to the Freedom to Speak Up Guardian, against 61 in the year before.
More people coming is taken as a good sign; it would be a better one if fewer of them asked to stay nameless.

# 2. What people spoke about

Forty-four spoke of how they were treated by a manager, twenty-six of patients' safety, nineteen of rotas and
favourites, and the remaining twenty of parking, heating and one haunted sluice.

# 3. Three stories

A night cleaner reported that the sharps bins on two wards were being pushed down by hand to make room. She had
told four people. Bins are now changed when they are two thirds full.

A student saw a drug chart signed before the round had begun. The ward sister did it to save time and had taught
others to. Charts on that ward are now checked at random.

A booking clerk was told to give new dates to people who had been cancelled once already so that the clock would
start again. It stopped the same day. Forty-seven people had been given the wrong place in the queue and
{{p own=Chief Operating Officer; due=by 30 August 2024>2024-08-30|the Chief Operating Officer will offer each of them an appointment by 30 August 2024.}}

# 4. What the Guardian asks for

Two days a week are not enough. {{p own=Chief People Officer; due=by October 2024>2024-10-31|The Chief People Officer will appoint a second guardian, for nights and weekends, by October 2024.}}

{{a|The Guardian hopes that one day nobody will need her.}}

# 5. Publication Under Freedom of Information Act

{{c c=FOIA s.36(2)(c); scope=The table in Annex A; why=staff would be less willing to come forward; adv=qualified_person_not_recorded|The table in Annex A is exempt under s36(2)(c) of the FOI Act because staff would be less willing to come forward.}}
{{c c=FOIA s.35; scope=The covering letter in Annex B; why=it concerns the making of policy; adv=not_available_to_body|The covering letter in Annex B is exempt under section 35 of the FOI Act because it concerns the making of policy.}}
The rest may be published.

# 6. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2024/13 Freedom to Speak Up annual report.pdf", theme="blue", title="Freedom to Speak Up: annual report 2023/24", item="13", meeting_date="2024-07-25",
    meeting_date_raw="25 July 2024", purpose=("assurance",), presented_by=(CPO_H,), authors=(("Nerys Calloway", "Freedom to Speak Up Guardian"),), date="2024-07-12",
    date_raw="12 July 2024", financial_year="2024/25", ticked=(3,), foi_status="part_exempt", tick="acro",
    risks=(row("wellbeing", "2024-07-25", "Moving Towards", True), row("safety", "2024-07-25", "Moving Towards"), row("regulatory", "2024-07-25", "Operating Within")),
    recommendation="The Board is asked to take assurance that concerns are heard and acted upon.",
    extra={"previous": "People Committee, 2 July 2024", "cover_alone": True},
    story="Section 36 without a qualified person, and section 35, which a trust cannot use. Ticks are form fields.",
)

PAPERS.add(
    "H-FIN-2024",
    """
# 1. Summary

At the end of June the Trust is £2.6m worse than plan. Strikes explain £1.1m, corridor nurses £0.2m and a pharmacy
bill that nobody forecast £0.7m. The rest is drift.

# 2. Income and spending

|widths 40 20 20 20
| £m, three months | Plan | Actual | Difference |
| Income from patient care | 231.4 | 230.9 | -0.5 |
| Pay | 148.2 | 149.6 | -1.4 |
| Drugs | 24.0 | 24.7 | -0.7 |
| Other | 60.1 | 60.1 | 0.0 |
| Surplus or deficit | -0.9 | -3.5 | -2.6 |

Agency spending was £1.9m, the lowest first quarter since 2014. Bank spending rose by nearly as much, and readers
should not be too quick to cheer.

# 3. The pharmacy bill

A maker of infusions withdrew from the market in April and the only other supplier trebled its price. Three
neighbouring hospitals are buying together from September.

# 4. Waste reduction

Of £33.5m, £21.2m is certain, £8.2m probable and £4.1m has no owner. {{p own=Director of Finance; due=by the end of Q2>2024-09-30|The Director of Finance will put a name to every pound of it by the end of Q2.}}

{{p own=Director of Procurement; due=in 2024/25>2024-04-01..2025-03-31; v=1200000; u=£; d=reduce; m=wound care|The Director of Procurement will take £1.2m out of what we spend on wound care in 2024/25.}}

# 5. Cash and capital

Cash stood at £38.8m. Capital spending was £4.4m of £39.0m; the electrical feed accounts for most of what is late.

# 6. Forecast

We expect to end the year at plan. That is a forecast and rests on no further strikes, a mild winter and a fair
settlement for drugs, and two of those three are not in our hands.

# 7. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2024/11 Finance report month 3.pdf", producer="fpdf2", theme="plain", title="Finance report: month 3, 2024/25", item="11", meeting_date="2024-07-25",
    meeting_date_raw="25 July 2024", purpose=("assurance",), presented_by=(DOF_H2,), authors=(("Linus Abernethy", "Deputy Director of Finance"),), date="2024-07-15",
    date_raw="15 July 2024", financial_year="2024/25", ticked=(4,), foi_status="not_stated", tick="x",
    risks=(row("money", "2024-07-25", "Moving Away", True), row("capital", "2024-07-25", "Neutral")),
    recommendation="The Board is asked to take assurance from the actions in section 4 and to note the position at month 3.",
    extra={"previous": "Finance Committee, 18 July 2024", "cover_alone": True},
    story="An incomplete paper: it says nothing of publication.",
)

PAPERS.add(
    "H-QI-2024",
    """
# 1. Summary

Third yearly account of Better Every Week. 3,310 people have finished the short course, eight hundred and thirty
more than a year ago. There are 96 live projects. Six aims are on course, one fewer than last year, since falls
with injury have stopped coming down.

# 2. Background

The Board last heard about the strategy in November 2023 and asked whether anything had been given up. Twenty-nine
projects have been, and this year's paper begins with them.

# 3. What did not work

Bedside handover in the evening was tried on six wards and dropped on five. Relatives were present, and nurses found
that they left things out. A machine that was to remind people to drink was ignored. A rota written by the team
itself lasted three weeks in radiology and ended in a quarrel about Diwali and Christmas.

# 4. What did

Pharmacy now has medicines ready an hour and forty minutes after they are prescribed. Sixty-three projects have a
patient or a carer. On the stroke unit a former patient, who had been a theatre manager, redrew the timetable so that
therapy comes before visitors and not during them; people go home two days sooner.

Falls with injury stand at 2.9 for every thousand days, against 2.8. The bundle is in use but the night-time round has
slipped. {{p own=Associate Medical Director for Improvement; due=by April 2025>2025-04-30|The Associate Medical Director for Improvement will look at every fall between midnight and six, with the night staff, by April 2025.}}

# 5. Financial Implications

£229,000 in the year.

# 6. Risk

A coach in each division has left and three have not been replaced.

# 7. Publication Under Freedom of Information Act

@foi

# 8. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2024/12.1 Better Every Week third update Nov 2024 (v2 FINAL).pdf", theme="blue", title="Better Every Week: third annual update of the improvement strategy", item="12.1",
    meeting_date="2024-11-28", meeting_date_raw="28 November 2024", purpose=("assurance", "discussion"), presented_by=(CMO_H,), authors=(QI_H,), date="2024-11-18",
    date_raw="18 November 2024", financial_year="2024/25", ticked=(1, 3), foi_status="exempt", tick="x",
    foi="{{c c=FOIA s.22; scope=This paper; why=it will be published with the Quality Account by June 2025; pub=2025-06|This paper is exempt under s.22 of the Freedom of Information Act 2000 because it will be published with the Quality Account by June 2025.}}",
    risks=(row("change", "2024-11-28", "Moving Towards", True), row("safety", "2024-11-28", "Neutral"), row("continuity", "2024-11-28", "Neutral", says="Cautious")),
    recommendation="The Trust Board is asked to discuss what was given up and to take assurance from what was kept.",
    extra={"previous": "Quality Committee, 6 November 2024"},
    story="Third annual update: 3,310 trained, 96 projects, falls no longer falling. Its s.22 marking promises June 2025; no open version is here.",
)
