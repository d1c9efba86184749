"""Harrowmere Teaching Hospitals NHS Trust, 2019 to 2021: before the framework, and the framework itself."""

from __future__ import annotations

from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import (
    CDIO_H,
    CEO_H1,
    CHAIR_H1,
    CMO_H,
    CN_H1,
    COO_H1,
    CPO_H,
    DOF_H1,
    EST_H,
    IPC_H,
    QI_H,
    SEC_H1,
)
from scripts.make_corpus.frameworks import row
from scripts.make_corpus.model import Risk

# fmt: off
HARROWMERE = {
    "body": "harrowmere", "organisation": "Harrowmere Teaching Hospitals NHS Trust", "form": "ticks", "theme": "blue",
    "meeting": "Trust Board", "footer": "Page {n}",
}
PAPERS = Shelf(**HARROWMERE)


def _scores(name: str, ref: str, *three: tuple[int, int]) -> str:
    """Return three cells of a register: initial, current and target score, each marked."""
    cells = []
    for kind, (likelihood, consequence) in zip(("initial", "current", "target"), three, strict=True):
        score = likelihood * consequence
        cells.append(
            f"{{{{s name={name}; reference={ref}; kind={kind}; l={likelihood}; c={consequence}; score={score}"
            f"|{score} (L{likelihood} x C{consequence})}}}}"
        )
    return " | ".join(cells)


PAPERS.add(
    "H-CRR-2019",
    f"""
# 1. Summary

The corporate risk register holds nineteen risks that directors judge to be material. Seven of them are
set out below because their score changed since January or because the Risk Committee asked that the
Board should see them. The other twelve are unchanged and are described in the register itself, which
any member may read on the governance pages of the intranet.

# 2. How risks reach the register

A risk scored fifteen or more by a division comes to the Risk Committee within a month. The Committee
may accept the score, change it or send it back. Between January and April it sent back four, all of
them because the division had scored what had already gone wrong and not what might.

Likelihood and consequence each run from one to five. The three scores are those before anything was
done, those of today and those that the lead director expects once present plans are complete. A target
score is a forecast of a plan. It does not say how much risk the Board is content to carry; that piece
of work has not been done in this Trust and is proposed for later in the year.

# 3. The seven risks

|widths 11 41 16 16 16
| Ref | Risk | Initial | Current | Target |
| CRR 2 | Shortage of registered nurses | {_scores("Shortage of registered nurses", "CRR 2", (5, 4), (4, 4), (3, 3))} |
| CRR 5 | Ageing electrical plant at St Oswin's | {_scores("Ageing electrical plant at St Oswin's", "CRR 5", (4, 5), (3, 5), (1, 5))} |
| CRR 6 | Failure to recognise sepsis | {_scores("Failure to recognise sepsis", "CRR 6", (4, 5), (2, 5), (2, 4))} |
| CRR 9 | Unsupported clinical software | {_scores("Unsupported clinical software", "CRR 9", (5, 4), (4, 4), (2, 4))} |
| CRR 11 | Crowding in the emergency department | {_scores("Crowding in the emergency department", "CRR 11", (5, 4), (5, 4), (3, 4))} |
| CRR 14 | Loss of control over agency spending | {_scores("Loss of control over agency spending", "CRR 14", (4, 4), (3, 4), (2, 3))} |
| CRR 18 | Asbestos in the boiler house | {_scores("Asbestos in the boiler house", "CRR 18", (3, 4), (2, 4), (1, 4))} |

# 4. What changed and why

Sepsis has come down from fifteen. Nurses on every ward now carry a card with six things to do within
the hour, and an audit of 212 sets of notes showed that antibiotics were given in time to 91 in every
hundred patients who needed them.

Electrical plant went up. The switchgear at St Oswin's was installed in 1974; its maker no longer
exists and the last man who serviced it has retired to Portugal. {{{{p own=Director of Estates and Facilities; due=by December 2019>2019-12-31|The Director of Estates and Facilities will have a second feed laid from the ring main by December 2019.}}}}
Until that is done a hired generator stands in the ambulance bay, and neighbours have complained of the
hum.

Unsupported software is new to this paper. Two hundred and six computers run an operating system for
which no repairs are issued after January. {{{{p own=Chief Digital and Information Officer; due=by the end of 2019>2019-12-31|The Chief Digital and Information Officer will replace or isolate all of them by the end of 2019.}}}}

Crowding has not moved in eighteen months. Directors told the Committee that they were cautiously
optimistic about the new assessment unit. The Committee thanked them and left the score at twenty.

# 5. Assurance

Internal audit gave significant assurance on how risks are recorded and partial assurance on whether
actions are finished: of 58 that fell due in the year, 21 were late and six had been forgotten.
{{{{p own=Company Secretary; due=from July 2019>|The Company Secretary will read out every overdue action at the Risk Committee from July 2019.}}}}

# 6. Communication and Involvement

Divisional managers and the staff side saw the register in April. Nobody outside the Trust was consulted.

# 7. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2019/11.1 Corporate risk register 30 May 2019.pdf", theme="serif", title="Corporate risk register", item="11.1",
    meeting_date="2019-05-30", meeting_date_raw="30 May 2019", purpose=("assurance",),
    presented_by=(CEO_H1, CMO_H, CN_H1, DOF_H1, COO_H1, CPO_H, EST_H, CDIO_H), authors=(SEC_H1,), date="2019-05-20", date_raw="20 May 2019",
    footer="Harrowmere Teaching Hospitals NHS Trust||Page {n} of {total}",
    recommendation="The Board is asked to take assurance that the nineteen material risks are owned and reviewed, and to agree the increase in the score of CRR 5.",
    extra={
        "previous": "Risk Committee, 2 May 2019; Audit Committee, 14 May 2019",
        "key_points": (
            ("There are nineteen material risks, one more than in January.", "Awareness"),
            ("CRR 5, Ageing electrical plant at St Oswin's, has gone up.", "Discussion"),
            ("CRR 6, Failure to recognise sepsis, has come down.", "Awareness"),
        ),
    },
    story="Before the framework: scores and targets, no appetite at all, no statement on publication.",
)

PAPERS.add(
    "H-WINTER-2019",
    """
# 1. Purpose

Last winter St Oswin's closed to ambulances on three nights. This plan sets out what is different.

# 2. What we learned

Managers, ward sisters, the ambulance service and two general practitioners met in April and went through
every day from 20 December to 20 February. They found that the trouble began each time in the same way:
a quiet weekend, few people sent home on Sunday, and a Monday on which twice as many arrived as left.
Beds opened in haste were staffed by people who had never seen the ward before. On eleven days the
hospital was short of pillows, of all things.

# 3. What we shall do

## 3.1 Weekends

{{p own=Chief Operating Officer; due=from 2 November 2019>|The Chief Operating Officer will put a pharmacist, a therapist and a consultant physician on each site on Saturdays and Sundays from 2 November 2019.}}
People who can leave on Sunday are told so on Friday, with their families.

## 3.2 Beds

Ward 22 opens on 1 December with 24 beds and closes on 31 March whatever happens. It has its own sister,
appointed in August, and its own nurses.

## 3.3 Influenza

Last year 64 per cent of front-line staff were vaccinated. {{p own=Chief Nurse; due=by Christmas>2019-12-25; m=front-line staff; d=at_least; v=80; u=per cent|The Chief Nurse will see at least 80 per cent of front-line staff vaccinated by Christmas.}}
Vaccinators go to wards at night, which is where the gap was.

## 3.4 Ambulances

{{a|We should like nobody ever to wait in an ambulance outside our doors.}} That is not in our gift while the
corridor between the department and the wards is full, and the plan does not pretend that it is.

# 4. How likely is it to work?

The modelling gives a shortfall of 31 beds on the worst day with the plan and 88 without it. In a mild
winter there is none. The Committee heard from the Chief Operating Officer that she was cautiously
optimistic. It decided to seek assurance each fortnight and not to wait for the quarterly report.

# 5. Money

The plan costs £2.14m. The commissioners pay £1.6m; the remainder comes from the contingency.

# 6. Equality

Older people gain most. Translated leaflets about going home on a Sunday exist in seven languages, chosen
from the list of interpreters booked last year.

# 7. Freedom of information

No exemptions apply.

# 8. Recommendation

@recommendation
""",
    file="harrowmere/2019/Winter plan 2019-20.pdf", producer="fpdf2", form="plain", title="Winter plan 2019/20",
    meeting_date="2019-09-26", meeting_date_raw="26 September 2019", presented_by=(), authors=(COO_H1,), financial_year="2019/20", foi_status="open", purpose=(),
    recommendation="The Trust Board is asked to approve the winter plan for 2019/20, including the spending of £540,000 from contingency.",
    extra={
        "under_title": (
            "Report to the Trust Board, 26 September 2019",
            "Author: Helen Bracegirdle, Chief Operating Officer",
        ),
    },
    story="No cover sheet at all: a plain report. 'Cautiously optimistic' and 'seek assurance' are no appetite.",
)

PAPERS.add(
    "H-COVID-2020",
    """
# 1. Where we are

On 27 May there were 74 people in our hospitals with Covid-19, eleven of them on ventilators. At the peak,
on 14 April, there were 311 and 46. Since 9 March we have cared for 1,877 people with the disease. Of those,
402 died. The Board will wish to stand for a minute before the paper is taken.

# 2. What we did

Operating theatres 4 to 9 became an intensive care unit in eight days. Physiotherapists learned to turn
patients on to their fronts, dental nurses learned to prove masks, and the chaplains held telephones so
that families could say goodbye. Four hundred and twelve people came back from retirement or early from
university. The laundry worked round the clock.

Planned operations stopped on 23 March except for cancer and for those that could not be put off. We have
2,906 people waiting who would not have been waiting in an ordinary year.

# 3. Staff

Seven hundred and sixty-one colleagues have tested positive. Two have died: Reuben Castellow, a porter at
Queen Maud for nineteen years, and Sister Amparo Villaluz of Ward 8. Rooms have been set aside on both
sites where people may sit quietly with somebody trained to listen. Nine hundred have done so.

Protective clothing ran to within six hours of nothing on 2 April. We were lent 4,000 gowns by a
neighbouring trust and made 1,100 aprons from clinical waste sacks, which was not reported at the time
as it should have been. {{p own=Director of Finance; due=by the end of July 2020>2020-07-31|The Director of Finance will keep a stock for thirty days in our own warehouse by the end of July 2020.}}

# 4. Decisions taken between meetings

The Chair and the Chief Executive used the emergency powers in standing order 5.2 on four occasions:

(a) to close the birth centre at Queen Maud and bring all births to St Oswin's from 30 March;

(b) to rent 60 rooms at a hotel for staff who could not go home;

(c) to spend £3.9m on ventilators and monitors ahead of reimbursement;

(d) to suspend visiting, with exceptions for the dying, for births and for children.

Directors were told of each by electronic mail on the same day. The Board is asked to ratify them.

# 5. What comes next

{{p own=Chief Operating Officer; due=by September 2020>2020-09-30; m=of the operations carried out a year earlier; d=at_least; v=75; u=per cent|The Chief Operating Officer will bring us back to at least 75 per cent of the operations carried out a year earlier by September 2020.}}
People will be called in order of need and then of waiting. Some will not want to come. Half of those we rang
last week said that they were afraid of the building.

{{a|In time we would like video appointments to be offered to everyone who prefers them.}}

# 6. Risk

The register was set aside in March and taken up again on 11 May. {{s name=A second wave before winter; kind=current; l=4; c=5; score=20|A second wave before winter is scored at 20 (4 x 5).}}
{{s name=Harm to those whose treatment was delayed; kind=current; l=5; c=4; score=20|Harm to those whose treatment was delayed is scored at 20 (5 x 4).}}

# 7. Publication

This paper may be published. It was sent to the press this morning, and the public can watch the meeting
by video for the first time.

# 8. Recommendation

@recommendation
""",
    file="harrowmere/2020/Covid-19 - report to the Board 28 May 2020.docx", producer="word", tick="boxes", title="Covid-19: our response so far and what comes next", item="5",
    meeting_date="2020-05-28", meeting_date_raw="28 May 2020", purpose=("discussion", "decision"), presented_by=(CEO_H1,), authors=(COO_H1, IPC_H), foi_status="open",
    recommendation="The Board is asked to ratify the four decisions in section 4 and to discuss the order in which services should return.",
    story="A Word file; decisions taken between meetings and ratified.",
)

PAPERS.add(
    "H-CYBER-2020",
    """
# 1. Summary

In the week of 5 October somebody tried 41,000 passwords against the accounts of our consultants. None
worked. The paper tells the Board what was learned, what has been mended and what is still weak.

# 2. What happened

The attempts came from 2,300 addresses in nineteen countries, a few at a time so as not to be noticed. A
registrar on night duty saw that his telephone was asking him to approve a log-in that he had not made,
and rang the switchboard. The switchboard knew whom to wake. Within fifty minutes every account outside the
hospital had been locked, and by seven in the morning they had been opened again one by one.

# 3. What went well and what did not

The registrar had been to a twenty-minute lesson in September. Of 6,804 members of staff 4,190 have been to
one. The other 2,614 include most of the porters, the cleaners and, it must be said, nine of the fourteen
people who sit at this table.

Eleven servers could not be checked because nobody knew who owned them. Two belonged to a research project
that ended in 2016.

# 4. What we shall do

{{p own=Chief Digital and Information Officer; due=by 31 January 2021>2021-01-31|The Chief Digital and Information Officer will require a second proof of identity from everyone who logs in from outside by 31 January 2021.}}

{{p own=Head of Information Security; due=by March 2021>2021-03-31; m=of staff; d=at_least; v=95; u=per cent|The Head of Information Security will have at least 95 per cent of staff through the lesson by March 2021.}}

Servers without an owner were switched off on 2 November. Three people telephoned to complain.

# 5. Financial Implications

The second proof of identity costs £88,000 a year and is in the budget.

# 6. Publication Under Freedom of Information Act

@foi

# 7. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2020/12.4 Attempted intrusion October 2020.pdf", producer="fpdf2", title="Attempted intrusion, October 2020: what we learned", item="12.4",
    meeting_date="2020-11-26", meeting_date_raw="26 November 2020", purpose=("assurance", "discussion"), presented_by=(CDIO_H,),
    authors=(("Ottoline Ferrers", "Head of Information Security"),), date="2020-11-16", date_raw="16 November 2020", foi_status="part_exempt",
    foi="The paper may be published without Annex 1. {{c c=FOIA s.31(1)(a); scope=Annex 1; why=a list of what is still weak would help anyone who meant to attack us and so would be likely to prejudice the prevention of crime|Annex 1 is exempt under "
    "section 31(1)(a) of the Freedom of Information Act 2000 because a list of what is still weak would help anyone who meant to attack us and so would be likely to prejudice the prevention of crime.}} "
    "The public interest in knowing how public money protects patients' records is met by sections 2 to 4, and on balance lies in keeping the annex back.",
    recommendation="The Board is asked to discuss the lessons of the attempted intrusion and to take assurance from the actions in section 4.",
    extra={"previous": "Digital Committee, 10 November 2020"},
    story="A true section 31, with its reason and a public interest test; elsewhere a Section 31 notice is none.",
)

_SCALE_ROWS = [
    row(key, "2021-09-30", None)
    for key in (
        "supply", "wellbeing", "change", "continuity", "it", "safety", "infection", "research", "money", "capital", "strategy",
        "regulatory", "partners",
    )
]


def _framework(risks: list[Risk]) -> tuple[tuple[tuple[str, ...], Risk], ...]:
    return tuple(((risk.level1, risk.level2 or "", risk.statement or "", risk.appetite or ""), risk) for risk in risks)


PAPERS.add(
    "H-APPFW-2021",
    """
# 1. Summary

The Trust has never said how much risk it is prepared to live with. Managers have had to guess, and the
guesses differ from corridor to corridor. This paper asks the Board to adopt a framework of five Level 1
risks and thirteen Level 2 risks, each with a statement and a level of appetite.

# 2. Background

The Board first asked for this in May 2019. Work began that autumn, stopped in March 2020 for reasons that
need no telling and began again in February. Directors spent two half days on it, in April and in June.
The method was simple. Each was given a pack of thirty decisions that a manager might face on a Tuesday
afternoon and asked to say, alone and without discussion, whether the manager should go ahead, go ahead and
tell somebody, or stop and ask. The answers were closer than anyone had expected except on two subjects,
research and buildings, where they were further apart.

External members of the Audit Committee then read the draft against the registers of three years. They found
that on nine of the thirteen subjects the Trust had behaved as the draft says it wishes to. On the other
four it had been bolder with money than it supposed and more timid with people.

# 3. Scale

We use the five levels of HM Treasury's Orange Book guidance and their usual meaning.

|widths 16 84
| Level | Meaning |
| Averse | To keep away from risk is the aim itself. |
| Minimal | Very safe courses only, even where the reward is small. |
| Cautious | Safe courses, with a little risk left over where the gain is plain. |
| Open | All courses are looked at; the likeliest to succeed at a fair price is taken. |
| Eager | New courses are sought, for a high reward, with high risk left over. |

An example: a ward whose appetite is Open may try a new kind of post; one whose appetite is Averse may not
try a new kind of disinfectant.

# 4. The framework

@table framework

# 5. How it will be used

From November every cover sheet carries those rows of the framework that bear on the paper, with one
further column that says whether the paper moves us towards our appetite, moves us away from it or leaves
us where we were. "Towards" is not praise and "away" is not blame: a plan that costs money may rightly move
us away for a year.

A tick beside a Level 1 risk shows that the paper was written chiefly because of it.

{{p own=Company Secretary; due=by 31 October 2021>2021-10-31|The Company Secretary will issue the new cover sheet, with a page of guidance, by 31 October 2021.}}
{{p own=Audit Committee; due=in Q4 2022/23>2023-01-01..2023-03-31|The Audit Committee will test fifty papers against the framework in Q4 2022/23.}}

Only the Board may change a level. A change takes effect on the day on which it is minuted and not before.

# 6. What was left out

Tolerance, in the sense of a score above which the Board must be told, is not part of the framework this
year. Neither is reputation: directors felt that it follows from the rest.

# 7. Financial Implications

None.

# 8. Equality Analysis

The framework was read by the staff networks. The disability network asked what "safe" meant and for whom,
and the wording on wellbeing was changed in consequence.

# 9. Publication Under Freedom of Information Act

This paper may be published, and the framework will be put on the website.

# 10. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2021/9.1 Risk appetite framework.pdf", title="Risk appetite framework", item="9.1", meeting_date="2021-09-30", meeting_date_raw="30 September 2021",
    purpose=("approval",), presented_by=(SEC_H1, CHAIR_H1), authors=(SEC_H1,), date="2021-09-20", date_raw="20 September 2021", foi_status="open",
    recommendation="The Board is asked to approve the risk appetite framework in section 4, with effect from the day of the meeting.",
    footer="Page {n} of {total}",
    extra={
        "previous": "Board seminars, 22 April and 24 June 2021; Audit Committee, 7 September 2021",
        "framework": {
            "head": ("Level 1", "Level 2", "Statement", "Appetite"), "widths": (17, 21, 48, 14), "rows": _framework(_SCALE_ROWS),
        },
    },
    story="The first framework: thirteen Level 2 risks on HM Treasury's five levels (minute 21/098).",
)

PAPERS.add(
    "H-MIN-2021-09",
    """
**Present:** Dame Rosalind Achterberg (Chair), Priya Venkatraman-Cole (Chief Executive), Bernadette
Quillfeather (Chief Nurse), Dr Imogen Farraday (Chief Medical Officer), Callum Strathdearn (Director of
Finance), Helen Bracegirdle (Chief Operating Officer), Anthea Gorringe, Rupert Delacroix-Bell and Silas
Penhaligon-Shaw (Non-Executive Directors)

**In attendance:** Marguerite Haldane (Company Secretary), Gareth Winstanley-Moss (Director of Estates and
Facilities)

**21/094 Apologies**

Lorna Peverell sent apologies.

**21/095 Minutes of 29 July 2021**

Agreed without change.

**21/096 A letter from a patient**

The Chair read a letter from a man of eighty-four who had been moved four times in one night, each time
with his belongings in a different bag. His teeth were lost at the second move. He had written, he said,
not to complain but because he supposed nobody knew. The Board sat in silence for a moment. Ms Quillfeather
said that moves after ten at night were now counted.

{{x own=Chief Nurse; due=in November 2021>2021-11-30|Chief Nurse to report the number of moves after ten at night in November 2021.}}

**21/097 Parking at Queen Maud**

Mr Winstanley-Moss said that the contract for the car parks would end in September 2022 and that he meant
to begin looking for a contractor in the spring. Mrs Gorringe had watched a nurse circle for forty minutes.
She asked that staff who work nights should not pay. The Board agreed in principle and asked for figures.

{{x own=Director of Estates and Facilities; due=by March 2022>2022-03-31|Director of Estates and Facilities to cost free parking for night staff by March 2022.}}

**21/098 Risk appetite framework**

Ms Haldane presented the framework. Mr Penhaligon-Shaw asked why infection was Averse when the Trust plainly
ran that risk every day; Dr Farraday replied that appetite was where one wished to be. Mr Delacroix-Bell
would have gone further on research and asked for his view to be recorded. The Board **approved** the risk
appetite framework with effect from 30 September 2021. Levels may be changed only by the Board.

**21/099 Finance report, month 5**

Noted. The position was £1.1m better than plan. Mr Strathdearn reminded members that the plan itself was for
the first half of the year only.

**21/100 Any other business**

The Chair told members that she would leave in June 2022, at the end of her second term.

**21/101 Next meeting**

25 November 2021, 9.30am, by video.
""",
    file="harrowmere/2021/minutes Board 30-09-2021.txt", producer="text", form="plain", title="Minutes of the Trust Board meeting held on 30 September 2021",
    meeting_date="2021-09-30", sections_certain=False, footer=None, purpose=(),
    extra={"form": "minutes", "under_title": ("Held in public by video at 9.30am", "Status: confirmed 25 November 2021")},
    story="Minute 21/098 approves the first framework.",
)

PAPERS.add(
    "H-QISTRAT-2021",
    """
# 1. Summary

Better Every Week is a strategy of four pages. It says that the people who do the work should be the ones
who change it, that small tests beat large plans, and that we shall be able to show by 2026 whether it was
so. The Board saw a first draft in July and asked for aims that could be counted. There are now eight.

# 2. Background

We have had three improvement programmes in twelve years. Each had a name, a logo and a steering group, and
each was over when its sponsor left. Staff who were asked about them in the spring remembered the mugs.

Visits were made to two hospitals abroad and four at home. What they share is dull: a daily quarter of an
hour in front of a board on the wall, a senior person who comes and asks what got in the way, and patience.

# 3. The eight aims

- {{n v=4000; u=people|Teach 4,000 people the short course}}
- {{n|Have a live project in every ward and department}}
- {{n|Put a chart of weekly results on the wall of every team}}
- {{n|Have a patient or a carer in every project}}
- {{n|Halve falls that cause injury}}
- {{n|Halve the wait for medicines to take home}}
- {{n|Send outpatient letters without delay}}
- {{n|Learn from other places, and let them learn from us}}

# 4. How we shall get there

There is no central programme. Sixteen coaches, released for a day a week, will each look after a division.
{{p own=Chief Medical Officer; due=by April 2022>2022-04-30; m=coaches; v=16; u=coaches|The Chief Medical Officer will have all 16 coaches in place by April 2022.}}

{{p own=Associate Medical Director for Improvement; due=by November 2022>2022-11-30|The Associate Medical Director for Improvement will give the Board a first frank account by November 2022.}}

# 5. Financial Implications

£214,000 a year for five years, all in staff time. The savings, if any, are left out on purpose, since a
strategy that has to find money first never finds anything else.

# 6. Risk

The strategy could be crowded out by the backlog. It would be odd to say, though, that we are too busy to
find better ways of being less busy.

# 7. Communication and Involvement

Three hundred and fifty colleagues and forty patients took part. The branch secretaries of two trade unions
sat on the group that wrote it.

# 8. Equality Analysis

Carried out; no adverse effect.

# 9. Publication Under Freedom of Information Act

This paper is available under the Freedom of Information Act.

# 10. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2021/Better Every Week - strategy 2021-26 (Board Nov 21).docx", producer="word", tick="boxes", title="Better Every Week: improvement strategy 2021-26",
    item="10.2", meeting_date="2021-11-25", meeting_date_raw="25 November 2021", purpose=("approval",), presented_by=(CMO_H,), authors=(QI_H,),
    date="2021-11-15", date_raw="15 November 2021", foi_status="open",
    risks=(
        row("change", "2021-11-25", "Moving Towards", True),
        row("safety", "2021-11-25", "Moving Towards"),
        row("strategy", "2021-11-25", "Operating Within"),
    ),
    recommendation="The Trust Board is asked to approve the improvement strategy for 2021-26.",
    extra={"previous": "Quality Committee, 3 November 2021"},
    story="The strategy whose yearly updates follow in 2022, 2023, 2024 and 2025.",
)
