"""Fenwold Partnership NHS Foundation Trust: appetite in prose, a report held until July, priorities half way, 2024."""

from __future__ import annotations

from scripts.make_corpus.content.fenwold_a import FENWOLD
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import CEO_F, CFO_F, SEC_F2
from scripts.make_corpus.frameworks import strategic

# fmt: off
PAPERS = Shelf(**{**FENWOLD, "form": "prose", "theme": "plain"})
SEPT = {"meeting_date": "2024-09-26", "meeting_date_raw": "26 September 2024"}

PAPERS.add(
    "F-APP-2024",
    """
# 1. Introduction

For five years the Board has said how much risk it will carry by means of a table with a word and a band of
scores. Managers told the internal auditors that they could read the table and still not know what to do. The
statement this year is therefore in sentences. The words in it are those of the scale, and the scale has not
changed.

# 2. How to read it

Three things are said of each strategic risk and they are not the same. The appetite is the level at which we
should like to be. The tolerance is a score that must not be passed without the Board being told. The target is
the score that the executive lead means to have reached by March 2025. It is possible to be over target and
within tolerance, and for most of the year we expect to be just that.

# 3. What the words mean

- None: we would give up an opportunity sooner than run the risk.
- Minimal: we take it only where there is no other way, and then in the safest form.
- Cautious: we prefer the safe course and accept that a little is left over.
- Open: we look at all courses and take the one most likely to succeed at a fair price.
- Seek: we go out of our way to try new things, knowing that some will fail.
- Significant: we trust our controls enough to take the boldest course.

An example may help. A service with an open appetite would let a team leader start a group in a village hall
without asking; one with a minimal appetite would not.

# 4. The statement for 2024/25

## SR1 Safe staffing of wards and teams

{{r l1=Safe staffing of wards and teams; ref=SR1; raw=cautious; lv=cautious|The Trust has a cautious appetite to risk that could leave a ward or a team without the people it needs.}} We
shall close beds sooner than open them with strangers. Tolerance is a score of 12 and the {{s name=Safe staffing of wards and teams; reference=SR1; kind=target; score=9|target score is 9}}.

## SR2 Harm to people in our care

{{r l1=Harm to people in our care; ref=SR2; raw=no appetite; lv=none|The Trust has no appetite for risk that could lead to a preventable injury or death.}} That is the level called None. It does
not mean that people are to be locked in for their own good; safety bought by taking away all that makes a
life worth having is not safety. Tolerance is a score of 5 and the {{s name=Harm to people in our care; reference=SR2; kind=target; score=5|target score is 5}}.

## SR3 Access to community services

{{r l1=Access to community services; ref=SR3; raw=cautious; lv=cautious|The Trust has a cautious appetite to risk that could keep people from the help they need in the community.}} Queues for
the least unwell may grow if that is the price of seeing the most unwell at once. Tolerance is a score of
12 and the {{s name=Access to community services; reference=SR3; kind=target; score=9|target score is 9}}.

## SR4 Financial sustainability

{{r l1=Financial sustainability; ref=SR4; raw=cautious, moving to open by 2026; lv=cautious; towards=open|Our appetite for this risk is cautious, moving to open by 2026.}} The move depends on two balanced years and
has not been made. Tolerance is a score of 12 and the {{s name=Financial sustainability; reference=SR4; kind=target; score=8|target score is 8}}.

## SR5 Digital change

{{r l1=Digital change; ref=SR5; raw=open; lv=open|The Trust has an open appetite to risk that comes with new ways of keeping and sharing records.}} Pilots may fail,
provided that paper is ready beside them. Tolerance is a score of 15 and the {{s name=Digital change; reference=SR5; kind=target; score=12|target score is 12}}.

## SR6 New models of care and research

{{r l1=New models of care and research; ref=SR6; raw=seek; lv=seek|Here the Board's appetite is to seek risk.}} The county is poor, spread out and old, and doing what is done
elsewhere will not serve it. Tolerance is a score of 20 and the {{s name=New models of care and research; reference=SR6; kind=target; score=15|target score is 15}}.

# 5. Who was asked

Forty team leaders read a draft on 6 February. They struck out nine adjectives. Governors asked that the second
statement should say something of liberty, and it now does. The internal auditors, who gave significant
assurance on the process in January, had no remarks on the text.

# 6. What follows

{{p own=Trust Secretary; due=by the end of Q1 2024/25>2024-06-30|The Trust Secretary will put the sentence for each risk on the cover of the reports that touch it by the end of Q1 2024/25.}}
{{p own=Audit Committee; due=in Q4 2024/25>2025-01-01..2025-03-31|The Audit Committee will look in Q4 2024/25 at whether decisions were taken at a lower level than before.}}
{{a|We hope for fewer telephone calls on Friday afternoons.}}

# 7. Recommendation

@recommendation

@sign
""",
    file="fenwold/2024/15 Risk appetite statement 2024-25.pdf", producer="fpdf2", theme="serif", title="Risk appetite statement 2024/25", item="15",
    meeting_date="2024-03-28", meeting_date_raw="28 March 2024", purpose=("approval",), presented_by=(CEO_F,), authors=(SEC_F2,), date="2024-03-18", date_raw="18 March 2024",
    financial_year="2024/25", foi="Public. No exemption applies.", foi_status="open",
    recommendation="The Board is asked to approve the statement in section 4 as its risk appetite for 2024/25.",
    story="The statement in prose: tolerance and target stand apart from appetite; SR4 is to move by 2026 but has not.",
)

PAPERS.add(
    "F-ANN-2024",
    """
# 1. Introduction

The annual report and accounts for 2023/24 are in their last but one draft. The Committee is asked to read them
before the external auditors finish, so that anything which jars can be put right.

# 2. The year in brief

The Trust saw 61,300 people, 2,900 more than in the year before. It ended £1.1m worse than plan. The regulator
lifted its warning on Sedge ward in November after a second visit. Two hundred and six people left a bed in
another county and came home.

# 3. What the auditors have raised

Three points are open. The value of the Reedmace site was taken from a letter two years old. Pay for the first
week of April was counted twice, which is worth £310,000. And the remuneration report gave the pension of a
director who left in June as though she had stayed. None is disputed.

# 4. The governance statement

The statement tells of one failing of internal control: for eleven weeks in the summer nobody checked
that staff who had left could no longer open patients' records. Forty-one accounts had stayed open and two had been
used. The Information Commissioner was told within three days.

# 5. Timetable

{{p own=Chief Finance Officer; due=by 28 June 2024>2024-06-28|The Chief Finance Officer will submit the audited accounts by 28 June 2024.}} The report then goes before Parliament.

# 6. Recommendation

@recommendation

@sign
""",
    file="fenwold/2024/05 Draft annual report and accounts.pdf", form="band", theme="green", title="Annual report and accounts 2023/24: draft", item="5", meeting="Audit Committee",
    meeting_date="2024-05-21", meeting_date_raw="21 May 2024", purpose=("discussion",), presented_by=(CFO_F,), authors=(("Ingrid Fosdyke", "Deputy Director of Finance"),),
    date="2024-05-14", date_raw="14 May 2024", financial_year="2023/24", tick="acro",
    foi="{{c c=FOIA s.22; pub=2024-07|Exempt until July 2024 (section 22)}}", foi_status="exempt", risks=(strategic("SR4", "2024-05-21", 3, 4),),
    recommendation="The Committee is asked to comment on the draft annual report and accounts.",
    story="Exempt until July 2024: only the month is told, no reason is given, and no later paper shows it.",
)

PAPERS.add(
    "F-MIN-2024-07",
    """
**Present:** Judith Penhallow-Reeve (Chair), Beatrix Onuoha (Chief Executive), Colm Ferriter (Executive
Director of Nursing), Dr Zainab Holroyd-Khan (Medical Director), Petra Vandeleur (Chief Finance Officer),
Winston Ashgrove (Chief Operating Officer), Hester Dallimore, Cordelia Stanway, Ifor Massingberd-Quill
(Non-Executive Directors)

**In attendance:** Rafe Amberley (Trust Secretary), Perpetua Ings (Director of Strategy), two governors

**24/061 Apologies.** Isla Macready-Boon and Osric Bannerjee-Lowe.

**24/062 Minutes.** The minutes of 23 May 2024 were approved as a true record.

**24/063 Actions.** All were closed but one: charging points had been put in at seven sites of nine.

**24/064 A story.** Members watched a film made by people at the Withy Lane allotment. Nobody spoke for a
while afterwards. Mr Ashgrove said that the allotment cost £14,000 a year and that eleven of the people in it had
not been in hospital since they began.

**24/065 Priorities.** Ms Ings reported on the first quarter. Mrs Dallimore asked for a list that a member
of the public could follow, with a tick against what was on course and nothing against what was not. It was
agreed.

ACTION: {{x own=Director of Strategy; due=by 26 September 2024>2024-09-26|Director of Strategy to bring the list of priorities with ticks by 26 September 2024.}}

**24/066 Finance.** Ms Vandeleur reported a deficit of £0.9m at the end of June, £0.2m worse than plan. Ms Stanway
asked whether the Trust was nearer to an open appetite on money. Ms Vandeleur thought not: one balanced year had
yet to be seen, let alone two. The Board noted the report. It was not asked to change its appetite and did
not.

**24/067 Charity.** The Board, as trustee, approved £60,000 for a sensory room at Bulrush ward.

**24/068 Smoking.** Dr Holroyd-Khan proposed that patients be allowed to use electronic cigarettes in the gardens.
After a long discussion the Board agreed, for one year.

ACTION: {{x own=Medical Director; due=in July 2025>2025-07-31|Medical Director to report the effect of electronic cigarettes on the wards in July 2025.}}

**24/069 Fire safety.** Mr Ferriter regretted that 31 per cent of night staff had not been on a fire drill.

ACTION: {{x own=Executive Director of Nursing; due=by the end of September 2024>2024-09-30; m=night staff have been on a fire drill; d=at_least; v=95; u=per cent|Executive Director of Nursing to see that at least 95 per cent of night staff have been on a fire drill by the end of September 2024.}}

**24/070 Private session.** Pursuant to {{c c=PBAMA1960 s.1(2)|section 1(2) of the Public Bodies (Admission to Meetings) Act 1960 the Board agreed to go into private session.}}
""",
    form="plain", title="Minutes of the Board of Directors held in public on Thursday 25 July 2024", meeting_date="2024-07-25", sections_certain=False,
    footer="Fenwold Partnership minutes||{n}", extra={"form": "minutes", "under_title": ("Withy Lane Centre, Cawdyke, 1.00pm",)},
)

PAPERS.add(
    "F-PRIO-2024",
    """
# 1. Introduction

In July the Board asked for a list that anyone could follow. A tick means that the priority is on course at the
end of August. No tick means that it is not.

**Our priorities for 2024/25**

|widths 86 14
| Priority | On course |
| {{n fy=2024/25; ticked=yes; m=people in hospital beds outside the county; d=at_most; v=4; u=people|Have no more than 4 people in hospital beds outside the county at any time}} | [x] |
| {{n fy=2024/25; ticked=no; m=vacancies; d=at_most; v=9; u=per cent|Bring vacancies down to 9 per cent or less}} | [ ] |
| {{n fy=2024/25; ticked=yes; m=restraint; d=reduce; v=15; u=per cent|Reduce the use of restraint by 15 per cent}} | [x] |
| {{n fy=2024/25; ticked=yes|See that no young person turns eighteen without a first adult appointment}} | [x] |
| {{n fy=2024/25; ticked=no|Balance the books without one-off savings}} | [ ] |
| {{n fy=2024/25; ticked=no; m=families waiting over a year for an autism assessment; d=reduce; v=500; u=families|Cut the number of families waiting over a year for an autism assessment by 500}} | [ ] |

# 2. What is on course

On 31 August three people were in beds outside the county, the fewest since records began. Use of restraint was
19 per cent lower than in the same five months of last year. All 34 young people who turned eighteen since April had
met their adult worker before their birthday; Theo, who spoke to the Board in 2023, helped to write the letter
that they get.

# 3. What is not

Vacancies are 11.2 per cent and have not moved since May. Nurses trained here go to the city, twenty miles off,
where a flat is easier to find. {{p own=Director of People; due=by the end of Q3 2024/25>2024-12-31; m=rooms; v=40; u=rooms; d=at_least|The Director of People will have at least 40 rooms for new starters ready by the end of Q3 2024/25.}}

The books are £1.4m behind. {{p own=Chief Finance Officer; due=by the end of Q3 2024/25>2024-12-31|The Chief Finance Officer will agree a fixed price for placements with the county by the end of Q3 2024/25.}}

Families waiting over a year for an autism assessment number 912, which is 38 fewer than in April. At this
rate the cut of 500 would take until 2029. {{p own=Chief Operating Officer; due=in Q4 2024/25>2025-01-01..2025-03-31|The Chief Operating Officer will open Saturday clinics in Q4 2024/25.}}
If the county were to match our £180,000, a third team could follow.

# 4. Against last year

The single electronic record is no longer among the priorities, since no supplier is left. The crisis house
opened in 2023. Restraint is asked to fall by less than in 2022/23, because it has already fallen by more.

# 5. Recommendation

@recommendation

@sign
""",
    title="Our priorities for 2024/25: half way", item="7", **SEPT, purpose=("assurance",), presented_by=(CEO_F,), authors=(("Perpetua Ings", "Director of Strategy"),),
    date="2024-09-16", date_raw="16 September 2024", financial_year="2024/25", foi="Public", foi_status="open", tick="zapf",
    recommendation="The Board is asked to take assurance on three of the six priorities and to challenge the Executive on the others.",
)

PAPERS.add(
    "F-FIN-2024",
    """
# 1. Headlines

At the end of month 5 the Trust had spent £1.4m more than it had planned. Eight parts in ten of that come from
people placed in private hospitals far away at short notice, at £740 a night each.

|widths 46 18 18 18
| £000 | Plan | Actual | Difference |
| Income | 84,200 | 84,910 | 710 |
| Pay | 66,300 | 66,850 | (550) |
| Private placements | 1,900 | 3,030 | (1,130) |
| Other costs | 16,500 | 16,930 | (430) |
| Deficit | (500) | (1,900) | (1,400) |

# 2. Savings

Of £7.4m, £4.9m has been found and £1.2m of that can be made only once. Travel has paid for itself: 140 electric
cars cost a third as much to run as those they replaced. Energy has not, because the boiler at Reedmace burned
more oil in a cool June than in the January before.

# 3. Outlook

The forecast for the year is a deficit between £2.0m and £3.6m. The middle of that range supposes that private
placements stop growing in October. {{p own=Chief Finance Officer; due=by 30 November 2024>2024-11-30|The Chief Finance Officer will bring a recovery plan to the Finance and Performance Committee by 30 November 2024.}}

# 4. Risk

{{s name=Failure to recover the deficit in year; kind=current; l=4; c=4; score=16|Failure to recover the deficit in year is scored 16 (4 x 4)}}, against {{s name=Failure to recover the deficit in year; kind=target; l=2; c=4; score=8|a target of 8 (2 x 4)}}. The position is outside tolerance
and is reported to the Board for that reason.

# 5. Recommendation

@recommendation

@sign
""",
    title="Finance report: month 5, 2024/25", item="9", **SEPT, purpose=("assurance", "discussion"), presented_by=(CFO_F,), authors=(("Ingrid Fosdyke", "Deputy Director of Finance"),),
    date="2024-09-17", date_raw="17 September 2024", financial_year="2024/25", foi="Public", foi_status="open",
    recommendation="The Board is asked to discuss the cost of private placements and to note the forecast.",
    extra={"appetite": "As stated in March, {{r l1=financial risk; raw=cautious, moving to open by 2026; lv=cautious; towards=open|our appetite for financial risk is cautious, moving to open by 2026.}}"},
    story="Cover in prose with an appetite that is to move.",
)
