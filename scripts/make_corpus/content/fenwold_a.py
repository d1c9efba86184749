"""Fenwold Partnership NHS Foundation Trust: appetite, assurance and safety papers, 2019 and 2020."""

from __future__ import annotations

from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import (
    CFO_F,
    COO_F,
    DIG_F,
    MD_F,
    NUR_F,
    SEC_F1,
)
from scripts.make_corpus.frameworks import strategic
from scripts.make_corpus.model import Risk

# fmt: off
FENWOLD = {
    "body": "fenwold", "organisation": "Fenwold Partnership NHS Foundation Trust", "form": "band", "theme": "green",
    "meeting": "Board of Directors", "footer": "Fenwold Partnership NHS Foundation Trust||Page {n}",
}
PAPERS = Shelf(**FENWOLD)


def stated(ref: str, name: str, raw: str) -> Risk:
    """Return a strategic risk with its appetite and no score of its own."""
    return Risk(level1=name, reference=ref, appetite=raw, levels=(raw.split(" (")[0].lower(),))


def target(name: str, ref: str, score: int) -> str:
    """Return a target score, marked."""
    return f"{{{{s name={name}; reference={ref}; kind=target; score={score}|{score}}}}}"


_2019 = (
    ("SR1", "Safe staffing of wards and teams", "Cautious (6-9)", "Up to 12", 8, "A shift may run one short if the nurse in charge has agreed to it."),
    ("SR2", "Harm to people in our care", "Avoid (1-3)", "Up to 5", 3, "No saving, target or timetable is worth a preventable injury."),
    ("SR3", "Waiting times in the community", "Cautious (6-9)", "Up to 12", 9, "Some queues are the price of seeing the most unwell first."),
    ("SR4", "Financial sustainability", "Cautious (6-9)", "Up to 10", 8, "Money may be spent ahead of income if the return is inside two years."),
    ("SR5", "Digital change", "Open (10-12)", "Up to 15", 10, "Pilots may fail provided that they fail early and cheaply."),
    ("SR6", "New models of care and research", "Seek (13-16)", "Up to 20", 15, "We would rather try something and stop it than not try."),
)

PAPERS.add(
    "F-RISK-2019",
    """
# 1. Purpose of this paper

Each March the Board says how much risk it is content to carry in pursuit of its objectives. This is
the fourth year of the exercise and the first in which every level has a band of scores beside it, so
that a reader can tell at once whether a risk is in or out.

# 2. How the statement was made

Directors met for half a day on 7 February with Dr Holroyd-Khan in the chair. They worked through six
short cases, all taken from the last twelve months and none of them comfortable: the closure of
Reedmace ward to admissions for nine days, the pilot of video appointments that was switched off, the
loan for the vehicle fleet. For each they asked what they would have wanted a manager to do without
ringing anybody. The answers were compared with last year's statement. They matched in four cases.

The two that did not match were both about money. Directors had been stricter on paper than they were
in practice, and managers had noticed. The view of the meeting was that practice was sound and that the
words ought to describe it.

# 3. The scale

The scale has six levels. It follows the matrix that most NHS boards use, and the bands are our own.

|widths 18 16 66
| Level | Score band | What it means |
| Avoid | 1-3 | We stay away from the risk, even at the loss of an opportunity. |
| Minimal | 4-5 | Only very safe options, and only where there is no other way. |
| Cautious | 6-9 | Safe options, accepting that a little may be left over. |
| Open | 10-12 | Any option that is likely to give a good result for a fair price. |
| Seek | 13-16 | New ways of working with greater uncertainty and greater reward. |
| Mature | 20-25 | Confident that controls are strong enough to back the boldest option. |

Scores are likelihood multiplied by consequence, each from one to five. A risk whose score lies above
the top of its band is out of appetite and its executive lead reports on it at every meeting.

# 4. The statement for 2019/20

Appetite is where the Board wishes a risk to sit. Tolerance is how far above that it can go before the
Board must be told the same day. The target is the score that the executive lead expects to have reached
by the end of the year. The three are different things and should not be read for one another.

@table appetites

# 5. What changes

Only one entry moves. Financial sustainability goes up by one level, from minimal in 2018/19, for the
reason given in section 2. The other five stand as they did. Nobody proposed that harm to people in our
care should ever move, and the Medical Director asked for that to be written down.

# 6. How it is used

Every report to the Board and its committees carries the strategic risks that it bears upon, the band,
the present score and whether that is in or out. Internal audit looked at forty reports from the autumn:
thirty-one had the right band, six had last year's, and three left the column empty.
{{p own=Trust Secretary; due=by the end of June 2019>2019-06-30|The Trust Secretary will put the six bands into the report template by the end of June 2019, so that they no longer have to be typed.}}

{{p own=Audit Committee; due=in Q4 2019/20>2020-01-01..2020-03-31|The Audit Committee will test another forty reports in Q4 2019/20.}}

# 7. Equality and quality impact

There is no effect on any group of people. The statement itself changes nothing that is done on a ward;
it changes who may decide without asking.

# 8. Recommendation

@recommendation

@sign
""",
    file="fenwold/2019/Item 12 Risk appetite statement 2019-20.pdf", producer="fpdf2", theme="plain", title="Risk appetite statement 2019/20", item="12",
    meeting_date="2019-03-28", meeting_date_raw="28 March 2019", purpose=("approval",), presented_by=(MD_F,), authors=(SEC_F1,),
    date="2019-03-18", date_raw="18 March 2019", financial_year="2019/20", foi="Public", foi_status="open",
    recommendation="The Board of Directors is asked to approve the risk appetite statement for 2019/20 in section 4.",
    extra={
        "previous": "Board development day, 7 February 2019",
        "appetites": {
            "head": ("Ref", "Strategic risk", "Appetite", "Tolerance", "Target score", "In plain words"), "widths": (7, 23, 15, 12, 10, 33),
            "rows": tuple(
                ((ref, name, raw, tolerance, target(name, ref, score), words), stated(ref, name, raw))
                for ref, name, raw, tolerance, score, words in _2019
            ),
        },
    },
    story="The first statement with score bands. Tolerance and target stand beside appetite and are neither.",
)

_BAF_2020 = (
    (
        "SR1", "Safe staffing of wards and teams", "Director of People", "Cautious (6-9)", ("cautious",), ((5, 4), (4, 4), (2, 4)),
        "Weekly staffing call; bank of 412 people; rosters approved six weeks ahead; a nurse in charge may close a bed.",
        (
            "The score is out of appetite. Marram House has 31 vacant posts and half of its night shifts rely on "
            "people who do not know the ward. {{p own=Director of People; due=by the end of April 2020>2020-04-30; m=healthcare assistants; v=20; u=healthcare assistants; d=increase|The "
            "Director of People will bring in another 20 healthcare assistants by the end of April 2020.}}"
        ),
        "outside",
    ),
    (
        "SR2", "Harm to people in our care", "Executive Director of Nursing", "Avoid (1-3)", ("avoid",), ((4, 5), (2, 5), (1, 3)),
        "Daily safety huddle; observation policy; window restrictors and collapsible rails; review of every death within 72 hours.",
        "The score is out of appetite and has been since the statement was made. Two inpatients were injured in falls from height. Anti-climb fencing at Marram House is finished; the courtyard roof at Reedmace Hospital is not.",
        "outside",
    ),
    (
        "SR3", "Waiting times in the community", "Chief Operating Officer", "Cautious (6-9)", ("cautious",), ((4, 3), (3, 3), (3, 2)),
        "Triage within five days; weekly look at anyone who has waited over eighteen weeks; duty worker in every team.",
        "The score is in appetite. The children's service is the exception within the total and the committee has asked to see it by itself.",
        "within",
    ),
    (
        "SR4", "Financial sustainability", "Chief Finance Officer", "Cautious (6-9)", ("cautious",), ((4, 4), (2, 4), (2, 3)),
        "Monthly budget meetings; vacancy panel; savings plan of £6.2m, nine tenths of it identified.",
        "The score is in appetite. Placements outside the county cost £410,000 more than planned in the quarter.",
        "within",
    ),
    (
        "SR5", "Digital change", "Chief Information Officer", "Open (10-12)", ("open",), ((5, 3), (4, 3), (3, 3)),
        "Design authority; clinical safety officer; a stop button in every pilot.",
        "The score is in appetite. Four hundred laptops are older than their warranty.",
        "within",
    ),
    (
        "SR6", "New models of care and research", "Medical Director", "Seek (13-16)", ("seek",), ((3, 5), (3, 5), (3, 5)),
        "Research governance group; partnership with the University of Merefleet; evaluation written before a pilot starts.",
        "The score is in appetite. No gap is reported.",
        "within",
    ),
)

PAPERS.add(
    "F-BAF-2020",
    """
# 1. Introduction

The Board Assurance Framework sets out the six things most likely to stop the Trust from doing what it
has promised, what is in place against each, and what is missing. It went to the Audit Committee on 11
February. Scores are likelihood times consequence. Where a score lies above the band that the Board chose
in March 2019, the entry says so.

# 2. What moved in the quarter

Two scores fell and none rose. Waiting times came down after the memory clinics moved to a single list.
Financial sustainability came down when the county's contract was signed in November, four months late.
Staffing did not move, and it will be said plainly here that three quarters of effort have not shifted it.

# 3. The framework

@baf

# 4. Assurance

Internal audit gave significant assurance on how the framework is kept and limited assurance on how
often its actions finish on time: eleven of nineteen did. The Committee chose to seek assurance from
executive leads in person.

# 5. Corporate risks of note

Three risks held below the framework are close to it. {{s name=Loss of the electronic prescribing server; kind=current; l=3; c=4; score=12|Loss of the electronic prescribing server stands at 12 (3 x 4)}}.
{{s name=Supply of a long-acting injection; kind=current; l=4; c=2; score=8|Supply of a long-acting injection stands at 8 (4 x 2)}}.
{{s name=Roof of the Withy Lane clinic; kind=current; l=5; c=2; score=10|Roof of the Withy Lane clinic stands at 10 (5 x 2)}}.

# 6. Recommendation

@recommendation

@sign
""",
    file="fenwold/2020/11 Board Assurance Framework Q3 2019-20.pdf", theme="wide", title="Board Assurance Framework: quarter 3, 2019/20", item="11",
    meeting_date="2020-02-27", meeting_date_raw="27 February 2020", purpose=("assurance", "discussion"), presented_by=(SEC_F1,), authors=(("Marcus Thackwray", "Risk Manager"),),
    date="2020-02-14", date_raw="14 February 2020", financial_year="2019/20", foi="Public", foi_status="open",
    recommendation="The Board is asked to discuss the two risks that are out of appetite and to take assurance on the remaining four.",
    extra={"baf": _BAF_2020, "landscape": True, "previous": "Audit Committee, 11 February 2020"},
)

PAPERS.add(
    "F-LIG-2020",
    """
# Background

A ligature point is anything to which a cord could be tied. Every room on our seven wards is walked
twice a year by a nurse and an estates officer together, who look at taps, hinges, curtain rails, bed
frames and the spaces between them. This paper gives the results of the walk of July 2020.

# What we found

The walk covered 163 bedrooms, 58 bathrooms and 22 gardens and courtyards. It found 91 points of concern,
against 240 two years ago. Sixty-four are low down or in places where people are never alone. The
remaining 27 are in bedrooms and bathrooms at Reedmace Hospital, which was built as a cottage hospital in
1931 and was never meant to hold people in despair.

Nobody has been hurt since the fittings were changed at Marram House. Staff told us that the new doors,
which sound an alarm when weight is put on the top edge, are trusted; the old pattern of checking every
fifteen minutes all night woke people up and made some of them worse.

# Covid-19

Contractors could not come on to the wards between March and June. Eleven weeks were lost. Two of them
have been won back by working in the wards that were empty.

# What happens next

{{p own=Executive Director of Nursing; due=by 31 December 2020>2020-12-31|The Executive Director of Nursing will have every point at Reedmace Hospital replaced or boxed in by 31 December 2020.}}
Until then the four bedrooms concerned are used only for people who have been assessed as not at risk of
harming themselves.

{{p own=Head of Estates; due=by March 2021>2021-03-31|The Head of Estates will fit the new doors to every bathroom by March 2021.}} The
cost is £386,000 and has been approved.

Replacing the hospital altogether is a matter for another paper.

# Freedom of information

The body of this paper may be published. {{c c=FOIA s.38(1)(b); scope=Appendix 2; why=a plan that shows where a cord could be tied would endanger the safety of people who stay on our wards|Appendix 2 is exempt under section 38(1)(b) of the Freedom of Information Act 2000 because a plan that shows where a cord could be tied would endanger the safety of people who stay on our wards.}}
The public interest in knowing that the work is being done is met by the figures above.

# Recommendation

@recommendation
""",
    file="fenwold/2020/Ligature and environment programme - Board Sept 2020.docx", producer="word", tick="boxes", title="Ligature and environment programme", item="14",
    meeting_date="2020-09-24", meeting_date_raw="24 September 2020", purpose=("assurance",), presented_by=(NUR_F,),
    authors=(("Agnieszka Thorsby", "Matron for Patient Safety"), ("Leopold Carraway", "Head of Estates")),
    foi_status="part_exempt", risks=(strategic("SR2", "2020-09-24", 2, 5),),
    recommendation="The Board is asked to take assurance that the number of ligature points has fallen and to support the use of four bedrooms being restricted.",
)

PAPERS.add(
    "F-VIDEO-2020",
    """
# 1. Summary

In February the Trust held eleven appointments a week by video. In the second week of May it held 3,140.
This paper looks at what was learned and asks which parts of it should be kept.

# 2. What people said

We rang 600 people who had been seen by video between April and July, and wrote to another 200 who had
refused it. Four in ten of those we rang would choose it again. They liked not having to travel, not
sitting in a waiting room, and having a cat on their lap. Three in ten would not. They missed privacy:
some were talking in a parked car, others with a partner in the next room. Those who refused had most
often no data left on their phone.

Clinicians were divided by what they do. Psychologists kept their lists almost whole. Those who give
injections, or who judge a person by the state of the kitchen, said that it could not be done.

# 3. What it did to attendance

|widths 46 18 18 18
| Measure | Autumn 2019 | Spring 2020 | Summer 2020 |
| Appointments kept | 81% | 88% | 90% |
| Appointments by video | 1% | 64% | 47% |
| Miles driven by staff in a week | 61,200 | 19,400 | 27,900 |
| Complaints about access | 14 | 9 | 17 |

# 4. Who was left out

People over 75, people whose first language is not English, and anyone sleeping rough were much less
likely to be offered video and less likely to take it. The learning disability team borrowed tablets from
a charity and found that carers could join from elsewhere for the first time.

# 5. Risk

The pilot stands inside the Board's band for digital change, though only just. A power cut on 9 June cut
off 70 appointments at once. The platform is a national one, free until March 2021.

# 6. What is proposed

Each service keeps video as one choice among three. {{p own=Chief Information Officer; due=by the end of Q3 2020/21>2020-12-31; m=tablets; v=250; u=tablets; d=at_least|The Chief Information Officer will have at least 250 tablets ready to lend by the end of Q3 2020/21.}}
{{p own=Chief Operating Officer; due=in February 2021>2021-02-28|The Chief Operating Officer will report in February 2021 on who is being left out.}}
{{a|Our hope is that nobody has to choose between being seen and being private.}}

# 7. Freedom of information

Exempt from publication: No.

# 8. Recommendation

@recommendation

@sign
""",
    file="fenwold/2020/15 Video appointments - what we learned.pdf", producer="fpdf2", theme="plain", tick="boxes", title="Video appointments: what we learned", item="15",
    meeting_date="2020-09-24", meeting_date_raw="24 September 2020", purpose=("discussion", "approval"), presented_by=(COO_F,), authors=(DIG_F,),
    date="2020-09-14", date_raw="14 September 2020", foi_status="open",
    risks=(strategic("SR3", "2020-09-24", 3, 3), strategic("SR5", "2020-09-24", 4, 3)),
    recommendation="The Board is asked to approve video as one of three ways in which a person may be seen, and to discuss section 4.",
)

PAPERS.add(
    "F-FIN-2020",
    """
# 1. Headlines

The Trust was £212,000 better than break-even at the end of month 5. National rules have changed the
basis of payment for the first half of the year: income arrives as a block and is topped up to cover what
the epidemic cost. The underlying position, without the top-up, is a deficit of £1.1m.

# 2. Where the money went

Protective clothing cost £640,000 in five months against nothing in the plan. Agency spending fell,
because wards were quieter and people were afraid to move between them. Travel fell by two thirds.
Placements outside the county rose again and are the largest single pressure.

|widths 46 18 18 18
| £000 | Plan | Actual | Difference |
| Income | 71,400 | 73,860 | 2,460 |
| Pay | 54,100 | 54,720 | (620) |
| Other costs | 16,900 | 18,530 | (1,630) |
| Out-of-county placements | 2,050 | 2,690 | (640) |

# 3. Cash and capital

There was £18.4m in the bank on 31 August. Of the £7.9m capital plan £1.6m has been spent. The largest
scheme, the roof and courtyard at Reedmace Hospital, could not begin until July.

# 4. Looking ahead

Guidance on the second half of the year came out two days before this report was written and has not
been digested. If the block were cut by 3 per cent, the Trust would not break even without further
savings. {{p own=Chief Finance Officer; due=by 29 October 2020>2020-10-29|The Chief Finance Officer will bring a plan for the second half of the year to the Finance and Performance Committee by 29 October 2020.}}

# 5. Freedom of information

This report is on the Trust's website. No part of it is exempt.

# 6. Recommendation

@recommendation

@sign
""",
    file="fenwold/2020/16 Finance report month 5.pdf", title="Finance report: month 5, 2020/21", item="16", meeting_date="2020-09-24", meeting_date_raw="24 September 2020",
    purpose=("assurance",), presented_by=(CFO_F,), authors=(("Ingrid Fosdyke", "Deputy Director of Finance"),), date="2020-09-15", date_raw="15/09/2020",
    financial_year="2020/21", foi_status="open", risks=(strategic("SR4", "2020-09-24", 3, 4),),
    recommendation="The Board is asked to take assurance on the position at month 5 and to note the uncertainty in section 4.",
)
