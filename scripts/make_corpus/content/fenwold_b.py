"""Fenwold Partnership NHS Foundation Trust: minutes, queues, a survey held back and then shown, 2021 and 2022."""

from __future__ import annotations

from scripts.make_corpus.content.fenwold_a import FENWOLD
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import (
    CEO_F,
    COO_F,
    DIG_F,
    NUR_F,
    PEO_F,
    QI_F,
)
from scripts.make_corpus.frameworks import strategic

# fmt: off
PAPERS = Shelf(**FENWOLD)

PAPERS.add(
    "F-MIN-2021",
    """
Held by video and, for the public, at the Withy Lane Centre, Cawdyke. The meeting began at 1.00pm.

**Present:** Sir Alaric Monkhouse (Chair), Beatrix Onuoha (Chief Executive), Colm Ferriter (Executive
Director of Nursing), Dr Zainab Holroyd-Khan (Medical Director), Petra Vandeleur (Chief Finance Officer),
Winston Ashgrove (Chief Operating Officer), Isla Macready-Boon (Director of People), Hester Dallimore,
Osric Bannerjee-Lowe, Cordelia Stanway (Non-Executive Directors)

**In attendance:** Dorothy Kilnsey (Trust Secretary), Lowri Castellane (Chief Information Officer), three
governors and eleven members of the public

**21/081 Welcome, apologies and interests.** Apologies came from Ifor Massingberd-Quill. Ms Stanway said
that her brother-in-law had joined the firm that audits the charity; it was not thought to matter.

**21/082 Minutes of 29 July 2021.** Approved.

**21/083 Action log.** There was one open action, on the lone-worker alarms. Mr Ashgrove said that the
alarms had come and that 340 of 610 had been handed out. It stayed open.

**21/084 A story from a carer.** Mrs J told the Board about her husband, who has dementia. For two years she
did not know that she could ask for a week's rest. When a support worker mentioned it, she cried in the
kitchen. Nobody had kept it from her; everybody had supposed that someone else had said. Sir Alaric thanked
her. Mr Ferriter said that the story had already been used to train forty new starters.

ACTION: {{x own=Executive Director of Nursing; due=by 31 January 2022>2022-01-31|Executive Director of Nursing to see that every carer on the memory service's books has been told about respite by 31 January 2022.}}

**21/085 Chief Executive's report.** Ms Onuoha spoke of tired teams. Sickness stood at 6.9 per cent and
anxiety was the first cause. She was cautiously optimistic about the new health and wellbeing hub, which
had seen 212 colleagues since June. The vaccination of staff had reached 91 per cent.

**21/086 Risk: half-year look.** Ms Kilnsey took the Board through the six strategic risks. It was agreed
that no appetite should change. Ms Dallimore asked why the staffing risk had been out of appetite at ten
meetings running and whether the band meant anything if nothing followed. A long talk ensued. The Chair
concluded that a risk which could not be brought in should at least have a date by which the Board would
choose between more money and fewer beds.

ACTION: {{x own=Director of People; due=at the November 2021 meeting>2021-11-30|Director of People to bring the choice between more money and fewer beds to the Board at the November 2021 meeting.}}

**21/087 Winter plan.** Mr Ashgrove presented the plan. Two beds for people in crisis were to be held at the
Willow house in Merefleet, run with a charity. The crisis line had a new rota. The Board approved the
winter plan and the £740,000 set aside for it.

**21/088 Freedom of information: yearly report.** The Board noted that 311 requests had been answered, 96 per
cent in time. Information had been refused in 41 cases, most often under {{o|section 40(2)}} of the Freedom of
Information Act 2000, and twice under {{o|section 12}}.

**21/089 Mental health detention.** Dr Holroyd-Khan reported that the {{o|section 136 suite}} at Marram House
had been closed for nineteen days for want of staff. People had been driven to Osterby instead, an hour
away, one of them in handcuffs. The Board was sorry to hear it.

ACTION: {{x own=Medical Director; due=by the end of October 2021>2021-10-31|Medical Director to agree with the police by the end of October 2021 how people are to be brought in when Marram House is shut.}}

**21/090 Reports from committees.** Received. Ms Stanway said that the Finance and Performance Committee had
taken moderate assurance on savings and had asked for the plan to be recast.

**21/091 Private session.** It was resolved {{c c=PBAMA1960 s.1(2); why=publicity would be prejudicial to the public interest by reason of the confidential nature of the business to be transacted|under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960 to exclude the press and the public from the remainder of the meeting because publicity would be prejudicial to the public interest by reason of the confidential nature of the business to be transacted.}}

**21/092 Close.** The public part ended at 3.40pm. The next meeting is on 25 November 2021.
""",
    file="fenwold/2021/Board minutes 30 September 2021.txt", producer="text", form="plain", title="Minutes of the Board of Directors held in public on Thursday 30 September 2021",
    meeting_date="2021-09-30", sections_certain=False, footer=None, extra={"form": "minutes", "under_title": ("Confirmed 25 November 2021",)},
    story="Requests under the Act are only reported here; the private session is claimed.",
)

PAPERS.add(
    "F-WAIT-2021",
    """
# 1. Why this paper

At the end of October 7,912 people were waiting to be seen by one of our community teams, 1,340 more than
before the epidemic. The Finance and Performance Committee asked for the children's service to be shown by
itself, and section 3 does so.

# 2. Adults

A person referred by a family doctor to an adult team waited nine weeks on average. The spread is wide.
In Cawdyke it was four weeks and in Merefleet seventeen. Merefleet lost both of its psychiatrists in the
spring and has had locums since.

Those who wait are not left alone. A duty worker rings each of them once a month; in October the calls
found 23 people who had become worse, and they were seen that week. The calls cost £90,000 a year and
are, in the Medical Director's words, the best money we spend.

# 3. Children and young people

|widths 40 20 20 20
| Weeks waited, longest and middle | Longest | Middle | Number waiting |
| Anxiety and low mood | 41 | 14 | 812 |
| Eating disorders | 9 | 2 | 37 |
| Autism and attention, under five | 88 | 52 | 406 |
| Autism and attention, five and over | 131 | 67 | 1,655 |

The line to look at is the last. Referrals for a possible autism diagnosis have doubled in two years. At the
present rate of assessment a child who joins the list today will be seen in the spring of 2024. Parents
told us that they had been sent from school to doctor and back again, that nobody had warned them how
long it would be, and that some had paid £2,000 to go elsewhere.

# 4. What is being done

Two things have been agreed with the county and one has not. {{p own=Chief Operating Officer; due=by the end of Q1 2022/23>2022-06-30|The Chief Operating Officer will open a second assessment team in Merefleet by the end of Q1 2022/23.}}
{{p own=Head of Children's Services; due=by 31 March 2022>2022-03-31; m=wait for a first appointment for anxiety and low mood; d=at_most; v=12; u=weeks|The Head of Children's Services will bring the wait for a first appointment for anxiety and low mood to no more than 12 weeks by 31 March 2022.}}
What has not been agreed is money for help before diagnosis. Subject to the county's decision in January,
three family workers could start at Easter.

{{a|We aspire to a service in which no family has to prove that it is struggling before anyone helps.}}

# 5. The two risks

The score for waiting times has gone up from 12 in July because of the figures in section 3. Nothing in
this paper brings it back into appetite this year, and it would be wrong to pretend otherwise.

# 6. Freedom of information

This paper is published. No exemption is claimed.

# 7. Recommendation

@recommendation

@sign
""",
    file="fenwold/2021/10.2 Waiting times in the community Nov 2021.pdf", producer="fpdf2", theme="plain", tick="x", title="Waiting times in the community", item="10.2",
    meeting_date="2021-11-25", meeting_date_raw="25 November 2021", purpose=("discussion", "assurance"), presented_by=(COO_F,),
    authors=(("Morwenna Tilbrook", "Head of Children's Services"),), date="2021-11-15", date_raw="15 November 2021", foi_status="open",
    risks=(strategic("SR1", "2021-11-25", 4, 4), strategic("SR3", "2021-11-25", 4, 4)),
    recommendation="The Board is asked to discuss the wait for an autism assessment, and to take limited assurance on the rest.",
    extra={"previous": "Finance and Performance Committee, 9 November 2021"},
    story="SR3 under its first name.",
)

PAPERS.add(
    "F-PRIO-2022",
    """
# 1. Introduction

The Trust's strategy, Nearer to Home 2021-26, is in its second year. Each spring the Board picks a handful
of things that must be got right in the next twelve months. They are few on purpose.

# 2. How last year went

Of the seven things chosen for 2021/22 four were done, two were half done and one, the new roster system,
was stopped in February because the supplier failed. Community teams took 4,100 more people on to their
books than in the year before. The memory service halved its wait.

# 3. Our priorities for 2022/23

- {{n fy=2022/23; m=people in hospital beds outside the county; d=at_most; v=6; u=people|Have no more than 6 people in hospital beds outside the county at any time}}
- {{n fy=2022/23; m=vacancies; d=at_most; v=11; u=per cent|Bring vacancies down to 11 per cent or less}}
- {{n fy=2022/23|Open the crisis house in Merefleet}}
- {{n fy=2022/23; m=restraint; d=reduce; v=25; u=per cent|Reduce the use of restraint by 25 per cent}}
- {{n fy=2022/23|Balance the books without one-off savings}}
- {{n fy=2022/23|Choose one electronic record for all of our services}}

# 4. How each was chosen

Staff were asked in March and 1,206 replied. The crisis house came first in every locality. Restraint came
fifth with staff but first with people who have been on our wards, and the Board decided that theirs was the
better claim. Directors argued longest about the fifth. Savings that can be made only once have balanced the
books in four of the last five years, and each time the gap has been handed on to the next.

# 5. Who is answerable

|widths 44 32 24
| Priority | Executive | Committee |
| Beds outside the county, crisis house | Chief Operating Officer | Finance and Performance |
| Vacancies | Director of People | People |
| Restraint | Executive Director of Nursing | Quality and Safety |
| Books | Chief Finance Officer | Finance and Performance |
| Electronic record | Chief Information Officer | Finance and Performance |

{{p own=Chief Executive; due=in September 2022>2022-09-30|The Chief Executive will report in September 2022 on all six.}}

# 6. Recommendation

@recommendation

@sign
""",
    file="fenwold/2022/09 Our priorities for 2022-23.pdf", producer="fpdf2", theme="serif", tick="x", title="Nearer to Home: our priorities for 2022/23", item="9",
    meeting_date="2022-05-26", meeting_date_raw="26 May 2022", purpose=("approval",), presented_by=(CEO_F,), authors=(("Perpetua Ings", "Director of Strategy"),),
    date="2022-05-16", date_raw="16 May 2022", financial_year="2022/23", foi="Public", foi_status="open",
    risks=(strategic("SR1", "2022-05-26", 4, 4), strategic("SR3", "2022-05-26", 4, 3), strategic("SR4", "2022-05-26", 3, 4)),
    recommendation="The Board is asked to approve the six priorities for 2022/23.",
    story="A list of priorities without ticks. The 25 per cent for restraint is loosened, the six beds tightened, and the record dropped in later lists.",
)

PAPERS.add(
    "F-SURVEY-2022",
    """
# 1. What this is

Every year people who use community mental health services are sent the same questions by a national
contractor. 1,250 were sent to people who saw our teams last autumn and 287 came back. This paper gives
the Board an early sight of the answers.

# 2. What people told us

Seven in ten said that they were treated with respect always. That is better than most. Two in five had been
asked what they themselves wanted from their care. That is worse than most, and it has not moved in
three years. One in three knew whom to ring at night.

The free comments are harder reading. People wrote of six different workers in a year, and of telling
the same story to each. One wrote: "I would like to be told when someone has left."

# 3. What teams intend to do

The adult teams have started to write a letter to each person after a review, in plain words and in the second
person. {{p own=Head of Quality Improvement; due=by the end of Q4 2022/23>2023-03-31|The Head of Quality Improvement will have plain letters in use in all nine adult teams by the end of Q4 2022/23.}}
A card with the number of the crisis line is being printed.

# 4. Embargo

The contractor's report is under embargo and must not be quoted outside the Trust.
{{c c=FOIA s.22; scope=This paper; why=the results belong to a national survey and the Trust intends to publish them on that day; pub=2022-11-24|This paper is exempt from publication until 24 November 2022 under section 22 of the Freedom of Information Act 2000, because the results belong to a national survey and the Trust intends to publish them on that day.}}

# 5. Recommendation

@recommendation
""",
    file="fenwold/2022/Community survey 2022 - early sight (EMBARGOED).docx", producer="word", tick="boxes", title="Community mental health survey 2022: early sight of the results", item="12",
    meeting_date="2022-09-29", meeting_date_raw="29 September 2022", purpose=("information", "discussion"), presented_by=(NUR_F,), authors=(QI_F,),
    foi_status="exempt", recommendation="The Board is asked to discuss the results and to note the embargo.",
    story="s.22 with a promised date, kept: see F-SURVEY-2022-OPEN.",
)

PAPERS.add(
    "F-SURVEY-2022-OPEN",
    """
# 1. Introduction

The Board had an early sight of these results in September, when the paper was withheld under {{o|section 22 of
the Freedom of Information Act 2000}}. The embargo ended today and the paper is published in full, with the
figures for other trusts added.

# 2. Results

|widths 52 16 16 16
| Question | Fenwold 2021 | Fenwold 2022 | Middle trust 2022 |
| Treated with respect always | 68% | 71% | 66% |
| Asked what you wanted from your care | 41% | 40% | 52% |
| Know whom to contact out of hours | 35% | 34% | 47% |
| Seen often enough | 47% | 42% | 43% |
| Told who is in charge of your care | 69% | 70% | 71% |

287 people answered out of 1,250, which is 23 per cent. Younger people answered least.

# 3. Discussion

Seven in ten said that they were treated with respect always, better than most. On being asked what they
themselves wanted the Trust is in the bottom fifth, as it was last year. Teams with many locums do worst.

# 4. What is being done

Plain letters after a review are in use in four of nine adult teams. Cards with the number of the crisis line
went out in October: 14,000 of them, one in each appointment letter. {{p own=Chief Operating Officer; due=by 30 June 2023>2023-06-30; m=know whom to contact out of hours; d=at_least; v=50; u=per cent|The Chief Operating Officer will see that at least 50 per cent know whom to contact out of hours by 30 June 2023.}}

# 5. Recommendation

@recommendation

@sign
""",
    file="fenwold/2022/11 Community survey 2022.pdf", title="Community mental health survey 2022", item="11", meeting_date="2022-11-24", meeting_date_raw="24 November 2022",
    purpose=("assurance",), presented_by=(NUR_F,), authors=(QI_F,), date="2022-11-24", date_raw="24 November 2022", foi="Public", foi_status="open", tick="zapf",
    risks=(strategic("SR3", "2022-11-24", 4, 3),),
    recommendation="The Board is asked to take assurance that the two weakest answers are being acted upon.",
)

PAPERS.add(
    "F-EPR-2022",
    """
# 1. Summary

Eleven of our services keep their notes on four systems that cannot speak to one another. A nurse on the
crisis line has three windows open and still cannot see what the memory clinic wrote this morning. The
Board asked for one record to be chosen this year. This paper reports that three suppliers have bid and
asks for leave to go on with two.

# 2. The bids

All three meet the clinical requirements. They differ in how they are paid for and in how long it would
take to move 212,000 sets of notes. One supplier has done so for a trust of our size, in fourteen months.
Scores and prices are in Appendix A.

# 3. What clinicians saw

A hundred and sixty clinicians spent a morning with each system. They were asked to admit a person, to
prescribe and to write a safety plan. The mean number of clicks for a safety plan was 31, 44 and 78. No one
who tried the third would have it.

# 4. Money

The outline case allows £9.4m over seven years. Both of the remaining bids lie within it. Savings from
paper stores and old contracts would repay two thirds.

# 5. Timetable

{{p own=Chief Information Officer; due=by the end of Q4 2022/23>2023-03-31|The Chief Information Officer will bring a full business case to the Board by the end of Q4 2022/23.}}

# 6. Risk

The band for digital change allows a score of 12, and we are there. What would take us over it is a move of
notes that fails half way.

# 7. Recommendation

@recommendation

@sign
""",
    file="fenwold/2022/14 One electronic record - bids.pdf", producer="fpdf2", theme="serif", tick="x", title="One electronic record: outcome of the first round", item="14",
    meeting_date="2022-11-24", meeting_date_raw="24 November 2022", purpose=("approval",), presented_by=(DIG_F,), authors=(("Jasper Nnamdi-Holt", "Programme Director"),),
    date="2022-11-14", date_raw="14/11/22", foi_status="part_exempt",
    foi="{{c c=FOIA s.43; scope=Appendix A; why=it is commercial in confidence|Appendix A is exempt from publication under section 43 of the Freedom of Information Act 2000 as it is commercial in confidence.}} "
    "{{c c=FOIA s.22; scope=Appendix B; why=the outline case is to be published on the Trust's website; pub=2023-03|Appendix B is exempt until March 2023 under section 22 of the same Act, as the outline case is to be published on the Trust's website.}}",
    risks=(strategic("SR5", "2022-11-24", 3, 4), strategic("SR4", "2022-11-24", 3, 4)),
    recommendation="The Board is asked to approve that two bids go forward to a second round.",
    story="First of five papers with the reason 'commercial in confidence'. Appendix B is never seen again.",
)

PAPERS.add(
    "F-ESTABLISH-2022",
    """
# 1. Background

The Board was to choose between more money and fewer beds for the wards at Marram House (minute 21/086).
It chose in November 2021 to spend £1.3m and to look again after ten months. This is that look.

# 2. What the money bought

|widths 46 18 18 18
| Measure | October 2021 | October 2022 | Plan |
| Nurses in post, of 118 | 87 | 99 | 108 |
| Shifts below the agreed number | 22% | 13% | 8% |
| Nights led by someone new to the ward | 48% | 27% | 20% |
| Assaults on staff in the month | 39 | 24 | 25 |

Twelve of the joiners came through the new route for people who were care assistants here. They know the
place, they live nearby and none of them has left.

# 3. What people on the wards noticed

Activities at the weekend came back in June. Escorted walks, under {{o|section 17 leave}} and otherwise, were
called off 60 times in October, against 190 a year before. A man on Teasel ward told the matron that he had
"been to the shop like anybody else".

# 4. What is left

{{p own=Director of People; due=by the end of Q4 2022/23>2023-03-31; m=nurses in post; d=at_least; v=108; u=nurses|The Director of People will have at least 108 nurses in post at Marram House by the end of Q4 2022/23.}} If
that fails the choice comes back to the Board, and the second option is to close Sedge ward.

# 5. Recommendation

@recommendation

@sign
""",
    file="fenwold/2022/10 Staffing at Marram House.pdf", title="Staffing at Marram House: ten months on", item="10", meeting_date="2022-11-24", meeting_date_raw="24 November 2022",
    purpose=("assurance", "discussion"), presented_by=(PEO_F,), authors=(("Ottilie Farnsworth-Bako", "Deputy Director of People"),), date="2022-11-11", date_raw="11 November 2022",
    foi="Public", foi_status="open", tick="drawn", risks=(strategic("SR1", "2022-11-24", 3, 4), strategic("SR2", "2022-11-24", 2, 5)),
    recommendation="The Board is asked to discuss what is left to do and to take assurance that the money was spent as agreed.",
)
