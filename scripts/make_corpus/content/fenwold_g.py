"""Fenwold Partnership NHS Foundation Trust: an appetite moved by the Board and one moved by nobody, 2025 and 2026."""

from __future__ import annotations

from scripts.make_corpus.content.fenwold_a import FENWOLD
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import CEO_F, CFO_F, COO_F, DIG_F
from scripts.make_corpus.frameworks import strategic

# fmt: off
PAPERS = Shelf(**FENWOLD)
MAY = {"meeting_date": "2025-05-22", "meeting_date_raw": "22 May 2025"}
SEPT = {"meeting_date": "2025-09-25", "meeting_date_raw": "25 September 2025"}
JAN = {"meeting_date": "2026-01-29", "meeting_date_raw": "29 January 2026"}

_COMMERCIAL = (
    "{{c c=FOIA s.43; scope=SCOPE; why=it is commercial in confidence|SCOPE is exempt from publication under section 43 of the "
    "Freedom of Information Act 2000 as it is commercial in confidence.}}"
)


def commercial(scope: str) -> str:
    """Return the reason that Fenwold's papers give without thinking."""
    return _COMMERCIAL.replace("SCOPE", scope)


PAPERS.add(
    "F-DIG-2025",
    """
# 1. Why we are back

The Board gave up one electronic record in 2023 when no supplier was left. Since then each service has gone on
with its own. Notes are copied by hand from one to another 900 times a day. Last autumn two trusts next to
ours offered to let us join theirs, which they built together and which we do not have to buy.

# 2. What is proposed

To join means going at their speed. They change the system every six weeks, with less testing than we are used
to, and put right afterwards what was wrong. Our appetite for this sort of risk has been set at a level that would
oblige us to wait and see each time; by then the next change would have come.

{{r l1=Digital change; ref=SR5; raw=from Open to Seek; lv=seek|The Board is therefore invited to raise its appetite for SR5, Digital change, from Open to Seek.}} Its band would be
13-16 in place of 10-12. Harm to people in our care is another risk and is left as it is: a change that
touches prescribing is to be tested in full, whoever made it.

# 3. What could go wrong

|widths 60 40
| What | How we should know |
| A change hides part of a record | A nurse on each ward checks ten records every Tuesday |
| A neighbour leaves | Two years' notice in the agreement |
| Staff give up and use paper | Weekly count of paper forms ordered |

In the worst week that the neighbours have had, a list of allergies could not be seen for four hours.

# 4. Costs

£2.1m to join and £0.8m a year, against £1.3m for what we have now. It is repaid in five years.

# 5. Timetable

{{p own=Chief Information Officer; due=by the end of Q3 2025/26>2025-12-31; m=services; v=3; u=services; d=at_least|The Chief Information Officer will move at least 3 services to the shared record by the end of Q3 2025/26.}}
{{p own=Medical Director; due=in January 2026>2026-01-31|The Medical Director will report on safety in January 2026.}}
{{a|We would like it to be the last system that any of us has to learn.}}

# 6. Recommendation

@recommendation

@sign
""",
    file="fenwold/2025/8 Sharing a record with our neighbours.pdf", producer="fpdf2", form="prose", theme="plain", title="Sharing a record with our neighbours", item="8", **MAY,
    purpose=("approval",), presented_by=(DIG_F,), authors=(("Jasper Nnamdi-Holt", "Programme Director"),), date="2025-05-12", date_raw="12 May 2025",
    foi="Public", foi_status="open", recommendation="The Board is asked to approve joining the shared record, and to approve a move of its appetite for Digital change from Open to Seek.",
    story="The proposal that minute 25/058 decides.",
)

PAPERS.add(
    "F-MIN-2025-05",
    """
**Present:** Judith Penhallow-Reeve (Chair), Beatrix Onuoha (Chief Executive), Colm Ferriter (Executive
Director of Nursing), Dr Zainab Holroyd-Khan (Medical Director), Petra Vandeleur (Chief Finance Officer),
Winston Ashgrove (Chief Operating Officer), Isla Macready-Boon (Director of People), Hester Dallimore, Osric
Bannerjee-Lowe, Cordelia Stanway (Non-Executive Directors)

**In attendance:** Rafe Amberley (Trust Secretary), Lowri Castellane (Chief Information Officer)

**25/053 Apologies and interests.** Ifor Massingberd-Quill. None declared.

**25/054 Minutes of 27 March 2025.** Approved.

**25/055 Action log.** Nothing was overdue. The report on electronic cigarettes was due in July.

**25/056 Chief Executive's report.** Ms Onuoha said that 83 per cent of colleagues had been talked to about where
their team might move to. Mr Bannerjee-Lowe asked about the other 17. They worked nights.

ACTION: {{x own=Director of People; due=by 30 June 2025>2025-06-30|Director of People to hold the same talks with those who work nights by 30 June 2025.}}

**25/057 Finance, year end.** Ms Vandeleur reported a surplus of £0.1m, the first in four years. Applause was
heard. No change of appetite was sought.

**25/058 Sharing a record.** Ms Castellane presented the paper. Ms Dallimore said that she would not have voted for
it two years ago; what had changed her mind was to sit with a nurse who opened three windows and still missed
what mattered. Dr Holroyd-Khan asked that prescribing be kept apart and was content that it had been. The
Board approved joining the shared record. {{r l1=Digital change; ref=SR5; raw=from Open to Seek; lv=seek|It approved a change in its appetite for Digital change (SR5) from Open to Seek with immediate effect.}} Ms
Stanway abstained.

ACTION: {{x own=Trust Secretary; due=by 30 May 2025>2025-05-30|Trust Secretary to change the band for SR5 in the report template by 30 May 2025.}}

**25/059 Learning from deaths.** The Board took moderate assurance. Visits within three days of leaving hospital had
reached 91 per cent against the 95 promised.

**25/060 Private session.** {{c c=PBAMA1960 s.1(2); why=publicity would be prejudicial to the public interest|The press and public were excluded under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960 because publicity would be prejudicial to the public interest.}}
""",
    file="fenwold/2025/minutes-2025-05-22.txt", producer="text", form="plain", title="Minutes of the Board of Directors held in public on Thursday 22 May 2025",
    meeting_date="2025-05-22", sections_certain=False, footer=None, extra={"form": "minutes", "under_title": ("Withy Lane Centre, Cawdyke",)},
    story="Minute 25/058 moves SR5 from Open to Seek; 25/057 says that SR4 is not moved.",
)

PAPERS.add(
    "F-FIN-2025",
    """
# 1. Headlines

At the end of month 5 the Trust was £0.3m better than its plan. Agency spending has halved since the rooms for new
starters were opened; 38 of 40 are taken. Private placements stand at two.

|widths 46 18 18 18
| £000 | Plan | Actual | Difference |
| Income | 88,700 | 89,020 | 320 |
| Pay | 70,100 | 69,640 | 460 |
| Private placements | 900 | 610 | 290 |
| Other costs | 17,600 | 18,370 | (770) |

# 2. What has gone the other way

Other costs are £770,000 over. Half of it is the price of food and half is the shared record, whose
neighbours ask for payment in advance.

# 3. Investment

With money in the bank for the first time in years, the executive proposes three things that would pay for
themselves slowly: a laundry, a kitchen and a second allotment. The terms offered by the laundry's maker are in
Appendix B.

# 4. Outlook

{{p own=Chief Finance Officer; due=in Q4 2025/26>2026-01-01..2026-03-31|The Chief Finance Officer will bring the three cases to the Board in Q4 2025/26.}} A surplus of £0.5m is forecast.

# 5. Recommendation

@recommendation

@sign
""",
    file="fenwold/2025/9 Finance report month 5 2025-26.pdf", title="Finance report: month 5, 2025/26", item="9", **SEPT, purpose=("assurance",), presented_by=(CFO_F,),
    authors=(("Ingrid Fosdyke", "Deputy Director of Finance"),), date="2025-09-16", date_raw="16 September 2025", financial_year="2025/26", tick="drawn",
    foi=commercial("Appendix B"), foi_status="part_exempt",
    risks=(strategic("SR4", "2025-09-25", 3, 4, says="Open (10-12)"), strategic("SR5", "2025-09-25", 4, 4)),
    recommendation="The Board is asked to take assurance on the position at month 5.",
    story="SR4 reads Open and so In, though no decision moved it from Cautious.",
)

PAPERS.add(
    "F-PRIO-2025",
    """
# 1. Our priorities for 2025/26

|widths 8 78 14
| No. | Priority | On course |
| 1 | {{n fy=2025/26; ticked=yes|Have nobody in hospital beds outside the county against their wish}} | [x] |
| 2 | {{n fy=2025/26; ticked=yes; m=vacancies; d=at_most; v=8; u=per cent|Bring vacancies down to 8 per cent or less}} | [x] |
| 3 | {{n fy=2025/26; ticked=yes|See that no young person turns eighteen without a first adult appointment}} | [x] |
| 4 | {{n fy=2025/26; ticked=yes|Balance the books without one-off savings}} | [x] |
| 5 | {{n fy=2025/26; ticked=no; m=families waiting over a year for an autism assessment; d=reduce; v=300; u=families|Cut the number of families waiting over a year for an autism assessment by 300}} | [ ] |
| 6 | {{n fy=2025/26; ticked=no; m=services; d=at_least; v=3; u=services|Move at least 3 services to the shared record}} | [ ] |

# 2. What the list leaves out

Restraint is no longer here. It has fallen by a third in two years and is watched by the Quality and Safety
Committee. Some governors thought it too soon.

# 3. Autism assessment

The number of families who have waited more than a year is 874, down by 38 in twelve months against the 500
that was set. Saturday clinics opened in February, see twelve families a week, and are full until Christmas.
The honest view is that a target was chosen which nobody had the means to reach. It was cut to 300 in April.
{{p own=Chief Operating Officer; due=by the end of Q4 2025/26>2026-03-31|The Chief Operating Officer will offer help to every family on the list, diagnosed or not, by the end of Q4 2025/26.}}

# 4. The shared record

One service of three has moved. The second was put off from August to November when it was found that old
letters came across without their dates.

# 5. Recommendation

@recommendation

@sign
""",
    file="fenwold/2025/Our priorities 2025-26 (half year).docx", producer="word", tick="boxes", title="Our priorities for 2025/26: half way", item="7", **SEPT, purpose=("assurance", "discussion"),
    presented_by=(CEO_F,), authors=(("Perpetua Ings", "Director of Strategy"),), date="2025-09-15", date_raw="15 September 2025", financial_year="2025/26",
    foi="Public", foi_status="open", risks=(strategic("SR1", "2025-09-25", 3, 3), strategic("SR3", "2025-09-25", 3, 4), strategic("SR6", "2025-09-25", 3, 5)),
    recommendation="The Board is asked to discuss section 3 and to take assurance on the rest.",
)

PAPERS.add(
    "F-AUDIT-2026",
    """
# 1. Summary

The internal auditors have finished five of the nine reviews in this year's plan. They gave significant assurance
in two, moderate in two and limited in one.

|widths 52 24 24
| Review | Opinion | Actions |
| Payroll | Significant assurance | 2 |
| Board assurance and risk | Moderate assurance | 5 |
| Patients' money and belongings | Significant assurance | 1 |
| Leavers' access to records | Moderate assurance | 4 |
| Procurement below tender | Limited assurance | 9 |

# 2. Board assurance and risk

The auditors read sixty reports from April to October. In fifty-one the strategic risks carried the band that the
Board had set. In nine the band for the fourth risk was higher than the one set in March 2024. They looked for a
minute in which it was moved and did not find one. Management thinks that the wrong template was copied.

{{p own=Trust Secretary; due=by 27 February 2026>2026-02-27|The Trust Secretary will put the band right, or bring a proposal to the Board, by 27 February 2026.}}

# 3. Procurement below tender

Seven of twenty-five purchases were cut in two so that no quotations had to be sought. In one a manager had an
interest in the seller which had been declared to nobody. The matter is with the counter-fraud service.

# 4. Old actions

Of 64 recommendations due by December 55 are closed. One open action is three years old: the testing of the
generator at Marram House at full load.

# 5. Publication

{{c c=FOIA s.43; scope=This report; why=it is commercial in confidence; adv=wrong_act_year|This report is exempt from publication under section 43 of the Freedom of Information Act 2005 as it is commercial in confidence.}}

# 6. Recommendation

@recommendation

@sign
""",
    file="fenwold/2026/6 Internal audit progress.pdf", producer="fpdf2", theme="serif", tick="x", title="Internal audit: progress report", item="6", meeting="Audit Committee",
    meeting_date="2026-01-20", meeting_date_raw="20 January 2026", purpose=("assurance",), presented_by=(CFO_F,), authors=(("Bertram Oakenshaw", "Head of Internal Audit"),),
    date="2026-01-12", date_raw="12 January 2026", foi_status="exempt",
    recommendation="The Committee is asked to take assurance from the progress made and to consider the limited opinion on procurement.",
    story="The auditors find SR4's unminuted change. The Act's year is wrong and the stock reason does not suit.",
)

PAPERS.add(
    "F-PART-2026",
    """
# 1. What this is about

Since 2009 the Trust's social workers have been lent to us by the county under a {{o|section 75 agreement}} of the National
Health Service Act 2006. It ends on 31 March. This paper sets out what would take its place.

# 2. What has changed

The county wishes to have its staff back. It says, fairly, that they spend half of their time on health work. We
say, also fairly, that a person who is unwell does not come in halves. Eighty-one people in our teams are on
the county's payroll, and most have been for longer than either of the directors.

# 3. The choices

(a) Let it lapse. Duties under the Mental Health Act return to the county and two teams call on the same house.

(b) Renew it as it is. The county has said no.

(c) Make a smaller one, for duty and crisis work alone. Thirty-four people stay.

The third is recommended. Officers of both bodies have met nine times. {{p own=Chief Operating Officer; due=by 13 March 2026>2026-03-13|The Chief Operating Officer will settle the terms with the county by 13 March 2026.}}

# 4. What people think

Carers fear being asked to tell it all again. Staff fear two line managers. A woman who has used our services since
1998 said: "You've reorganised me eleven times and I'm still here."

# 5. Risk

{{s name=Two teams working without sight of each other's records; kind=current; l=4; c=4; score=16|Two teams working without sight of each other's records scores 16 (4 x 4)}}; with the shared record {{s name=Two teams working without sight of each other's records; kind=target; l=2; c=4; score=8|the target is 8 (2 x 4)}}.

# 6. Recommendation

@recommendation

@sign
""",
    file="fenwold/2026/10 Working with the county after March.pdf", form="prose", theme="blue", title="Working with the county after March", item="10", **JAN, purpose=("approval",),
    presented_by=(COO_F,), authors=(("Delphine Achterlonie", "Director of Integration"),), date="2026-01-19", date_raw="19 January 2026", foi=commercial("Appendix A"), foi_status="part_exempt",
    recommendation="The Board is asked to approve choice (c) and to allow the Chief Operating Officer to settle its terms.",
    extra={
        "appetite": "{{r l1=Access to community services; ref=SR3; raw=cautious; lv=cautious|SR3 Access to community services: the Trust has a cautious appetite to risk that could keep people from the help they need in the community.}}",
        "recommendation_on_cover": False,
    },
    story="Fifth of the papers with the stock reason.",
)
