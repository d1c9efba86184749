"""Brackenshire County Council: the Cabinet's pack of March 2024, in which the statement of appetite is opened again."""

from __future__ import annotations

from scripts.make_corpus.content.brackenshire_a import BRACKENSHIRE, FIN
from scripts.make_corpus.content.brackenshire_b import RISK
from scripts.make_corpus.content.brackenshire_c import POLICY
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import HWD_B, HWY_B, LEAD_B2
from scripts.make_corpus.packs import Entry, Pack

# fmt: off
PAPERS = Shelf(**{**BRACKENSHIRE, "theme": "blue"})
MARCH = {"meeting_date": "2024-03-21", "meeting_date_raw": "21 March 2024"}

PAPERS.add(
    "B-MIN-2024-01",
    """
**Present:** Councillor Marian Tullibody (Leader, in the chair), Councillor Joyce Ravenglass, Councillor Desmond
Harkaway, Councillor Odette Plumridge, Councillor Agnes Torrington

**In attendance:** Gwendolen Marsh (Monitoring Officer), Sunita Braithwell (Corporate Director for Adult Social Care),
Kofi Lansdell (Director of Highways), Linus Abercorn (Head of Risk and Insurance)

**24/001 Apologies.** Councillor Bartholomew Iwu.

**24/002 Minutes of 14 December 2023.** Agreed.

**24/003 Matters arising.** Action 22/104 was at last complete: 58 foster carers had left in the year, 31 of them because they
had grown too old for it and eleven because nobody had rung them back.

**24/004 Risk: the next strategy.** Mr Abercorn said that the strategy adopted in 2021 came to its end in March and that
two of the seven categories no longer fitted. Councillor Torrington was cautiously optimistic that a bolder line on
computers would save money and asked for evidence of it. It was left to officers to bring a proposal.

Action: {{x own=Head of Risk and Insurance; due=at the March 2024 meeting>2024-03-31|Head of Risk and Insurance to bring a proposal on the statement of appetite at the March 2024 meeting.}}

**24/005 Adult social care: the queue.** Ms Braithwell reported that 455 people were waiting for an assessment. Students from the
University of Aldersby had rung everyone on the list over two Saturdays. Sixty had died, moved or recovered; nineteen
needed somebody that week. Councillor Ravenglass asked why it had taken students to find the nineteen. Nobody answered.

Action: {{x own=Corporate Director for Adult Social Care; due=by 15 March 2024>2024-03-15|Corporate Director for Adult Social Care to have everyone on the list rung once a month, and to confirm this to Members by 15 March 2024.}}

**24/006 Petition: the crossing at Hexley Cross.** The lead petitioner, who is eleven, had counted 214 lorries between half past
eight and nine. Mr Lansdell agreed that a crossing was warranted. Cabinet thanked her.

Action: {{x own=Director of Highways; due=by the end of June 2024>2024-06-30|Director of Highways to put a crossing in place at Hexley Cross by the end of June 2024.}}

**24/007 Date of next meeting.** 21 March 2024.
""",
    form="plain", title="Minutes of a meeting of the Cabinet held on Thursday 25 January 2024", header="Agenda Item 3", item="3",
    meeting_date="2024-01-25", sections_certain=False, extra={"form": "minutes", "under_title": ("Council Chamber, Shire Hall, Aldersby",)},
    story="Minute 24/004 asks for the proposal of B-RISK-2024.",
)

PAPERS.add(
    "B-PLAN-2024",
    """
# 1. Introduction

1.1 A year ago Cabinet chose six commitments in place of twenty-three. This report says how they fared and puts forward
the list for the year ahead.

# 2. How last year's fared

2.1 Three were kept. No library shut. The recycling centre at Thornmere opened in November, four days after a
digger had cut its cable. The budget was set without the general reserve, though children's placements have since eaten
into it.

2.2 Two were nearly kept. At the end of February 94 per cent of urgent defects had been mended in two days. Adults waiting
to be assessed came down from 612 to 431, which is 31 more than was promised.

2.3 One was not. Eleven thousand trees went in. A disease of plane trees stopped the nursery from delivering, and the rest are
heeled into a field at Great Tarn.

# 3. Our commitments for 2024/25

- {{n fy=2024/25; m=urgent road defects on time; d=at_least; v=97; u=per cent|Repair at least 97 per cent of urgent road defects on time}}
- {{n fy=2024/25; m=adults waiting for a care assessment; d=at_most; v=300; u=adults|Have no more than 300 adults waiting for a care assessment}}
- {{n fy=2024/25|Keep every library open}}
- {{n fy=2024/25|Set a balanced budget without drawing on the general reserve}}
- {{n fy=2024/25; m=foster carers; d=increase; v=40; u=foster carers|Recruit 40 more foster carers}}

3.1 Five, then, in place of six. Trees are no longer on the list; those in the field are to be planted all the same. Foster carers
are new to it. A child who cannot be found a home here goes, on average, 74 miles away.

# 4. Why the figures were chosen

4.1 The figure for roads is the best that any county reached last year. The one for assessments was argued over. Officers
offered 350. Members of the cabinet committee held that a queue shorter by a hundred was the least that could be
defended to the people in it.

# 5. Reporting

5.1 {{p own=Head of Policy; due=in Q3 2024/25>2024-10-01..2024-12-31|The Head of Policy will bring a half-year report on the five commitments to Cabinet in Q3 2024/25.}}
{{a|We would like residents to be able to tell from their own street whether we have done what we said.}}

# 6. Financial implications

6.1 Fostering has £640,000 more in the budget, most of it for allowances. Nothing else on the list is new spending.

# 7. Report author

@sign
""",
    title="Framing Brackenshire: how last year went and what comes next", header="Agenda Item 5", item="5", **MARCH, presented_by=(LEAD_B2,), authors=(POLICY,),
    date="2024-03-07", date_raw="7 March 2024", financial_year="2024/25", foi="Unrestricted", foi_status="open",
    recommendation="Cabinet is asked to note the results for the past year and to agree the commitments in section 3.",
    extra={"Decision no:": "24/00022", "Past pathway:": "Policy and Resources Cabinet Committee - 5 March 2024", "Future pathway:": "County Council - 28 March 2024",
           "summary": "Of six commitments three were kept, two nearly and one not. Five are proposed for the year ahead."},
    story="95 becomes 97 per cent, 400 becomes 300 adults, the trees are dropped, libraries and budget restated.",
)

PAPERS.add(
    "B-RISK-2024",
    """
# 1. Introduction

1.1 The statement of appetite that Cabinet adopted on 16 September 2021 (decision 21/00049) has been in use for two and a half
years. Managers were asked whether it had made any difference. Of 190 who replied, 122 could give an example of a
decision that they had taken themselves and would once have sent upwards.

1.2 The report proposes that it be adopted for a further three years with two changes. The four words and what they mean are not
changed: Averse, Cautious, Moderate and Bold, in that order.

# 2. What was learnt

2.1 Two categories caused nine tenths of the argument. The first was computers. Six services asked to use software that writes up a
visit from a recording of it. Under a stance of Cautious each had to show that a mistake could be made good within a year, and
none could, because nobody knew what the mistakes would be. The trials did not happen. Meanwhile forty staff used
their own telephones to do the same thing.

2.2 The second was trading. Two councils that the working group of 2021 had admired have since issued a {{o|section 114 notice}}, one on
account of an energy company and one of an airport hotel. Our own ventures are small. The largest is a wood yard.

# 3. The statement

## Safeguarding

{{r l1=Safeguarding; raw=Averse; lv=averse|The Council's risk appetite for Safeguarding is Averse.}} Where a person able to decide for himself chooses to live with a danger,
respecting that choice is not a breach of the statement.

## Legal duties

{{r l1=Legal duties; raw=Averse; lv=averse|For Legal duties the Council's risk appetite is likewise Averse.}} Doubt is to be taken to the Monitoring Officer before, and not after.

## Financial resilience

{{r l1=Financial resilience; raw=Cautious; lv=cautious|The Council has a Cautious appetite for risk to its Financial resilience.}} Spending to save is welcome where the money comes back
inside three years.

## Roads and buildings

{{r l1=Roads and buildings; raw=Cautious; lv=cautious|The Council has a Cautious appetite for risk to Roads and buildings.}} New materials are tried first where nobody would be hurt if they failed.

## Data and technology

{{r l1=Data and technology; raw=from Cautious to Moderate; lv=moderate|It is proposed that the appetite for Data and technology move from Cautious to Moderate.}} A service could run a trial with the
consent of those concerned and a named person to stop it. Records about people at risk remain under the first heading.

## Changing how we work

{{r l1=Changing how we work; raw=Moderate, moving to Bold by 2027; lv=moderate; towards=bold|The appetite for risk in Changing how we work is Moderate, moving to Bold by 2027.}} The move waits until the new payroll has run for a year
without paying anybody twice.

## Partnership and enterprise

{{r l1=Partnership and enterprise; raw=from Moderate to Cautious; lv=cautious|It is proposed that the appetite for Partnership and enterprise move from Moderate to Cautious.}} The Council could still join with
others to provide a service. It could not put up capital in the hope of profit.

# 4. Limits

4.1 The score that may not be passed without a report to Members is 6 for the first word, 9 for the second, 12 for the third and 16
for the fourth. These are limits. No manager should read them as the score at which to be.

# 5. Who has been asked

5.1 The Governance and Audit Committee supports the first change and was evenly divided on the second. The districts, which own
half of the wood yard, asked to be heard and have not been.

# 6. Putting it to use

6.1 {{p own=Head of Risk and Insurance; due=by the end of May 2024>2024-05-31|The Head of Risk and Insurance will reissue the managers' card, with the words on one side and the limits on the other, by the end of May 2024.}}

# 7. Financial implications

7.1 The card costs £800. No other spending follows from the statement.

# 8. Recommendation

@recommendation

# 9. Report author

@sign
""",
    title="Risk appetite: the statement for 2024-27", header="Agenda Item 7", item="7", **MARCH, presented_by=(LEAD_B2, FIN), authors=(RISK,),
    date="2024-03-08", date_raw="8 March 2024", foi="Unrestricted", foi_status="open",
    recommendation="Cabinet is asked to adopt the statement in section 3, including the two changes that it contains.",
    extra={"Decision no:": "24/00025", "Past pathway:": "Governance and Audit Committee - 27 February 2024", "Future pathway:": "None",
           "summary": "The statement made in 2021 has worked. It is proposed to be less careful about computers and more careful about trading."},
    story="Two changes proposed; minute 24/047 makes the first and defers the second.",
)

PAPERS.add(
    "B-LINK-2024",
    """
# 1. Introduction

1.1 Corvale has one bridge and one road over it. Between four and six in the afternoon 1,640 vehicles an hour meet there, and for
forty years the town has been promised another way round. The link road would be 1.8 miles long, from the trunk road
at Hexley Cross to the station. This report asks for leave to apply for planning permission and to begin to buy land.

# 2. The road

2.1 It has a lane each way, a path for bicycles on the north side and a bridge of three spans over the Corve, with room beneath
for otters. It passes 140 metres from the nearest house. The former highways depot, sold in 2023, lies at its southern end;
95 homes there cannot be lived in until there is a second way out.

# 3. What it is for

3.1 Buses take nineteen minutes to go a mile and a half. With the road they would take seven. Air in Bridge Street has been above
the legal limit for nitrogen dioxide in nine years of the last ten. Traffic would fall there by two fifths and rise
elsewhere: on Mill Lane, by a quarter, and residents of Mill Lane have noticed.

# 4. Nature

4.1 The line crosses two fields that flood and one hedge that was on the tithe map. {{p own=Director of Highways; due=by 30 September 2024>2024-09-30|The Director of Highways will finish the surveys of bats, otters and newts by 30 September 2024.}}
Land for wet meadow, twice as much as would be lost, has been offered by the wildlife trust.

# 5. Cost

5.1 The estimate is £47.3m. The Government has offered £31m, developers owe £9.4m under three {{o|section 106 agreements}} and the
Council would find £6.9m. Should prices rise by more than a tenth the Council would bear the whole of the excess.

|widths 56 22 22
| Item | £m | Share |
| Road and drainage | 21.6 | 46% |
| Bridge | 11.9 | 25% |
| Land | 5.2 | 11% |
| Fees and surveys | 3.8 | 8% |
| Allowance for risk | 4.8 | 10% |

# 6. Risk

6.1 {{r l1=Roads and buildings; raw=Cautious; lv=cautious; status=within|The Council has a Cautious appetite for risk to Roads and buildings, and the scheme is within it.}}
{{s name=Flooding of the works; kind=current; l=3; c=3; score=9|Flooding of the works is scored 3 x 3 = 9}} and {{s name=objection to the purchase order; kind=current; l=4; c=2; score=8|objection to the purchase order 4 x 2 = 8}}.

# 7. Information that is not published

7.1 {{c c=EIR r.12(4)(d); scope=Appendix C; why=the noise model is still being run and its figures are incomplete|Appendix C is withheld under regulation 12(4)(d) of the Environmental Information Regulations 2004 because the noise model is still being run and its figures are incomplete.}}
It is to be put on the website when it is finished, with the planning application.

7.2 {{c c=EIR r.12(5)(e); scope=Appendix D; why=disclosure would adversely affect the confidentiality of talks with six owners of land|Appendix D is withheld under regulation 12(5)(e) of the same Regulations, since disclosure would adversely affect the confidentiality of talks with six owners of land.}}
The Monitoring Officer has weighed the public interest in each and finds that it lies, for the time being, in keeping them back.

# 8. Legal implications

8.1 Should owners not agree, the land would be taken by an order under {{o|section 239 of the Highways Act 1980}}. An inquiry would add a year.

# 9. Report author

@sign
""",
    title="Corvale link road: planning application and land", header="Agenda Item 9", item="9", **MARCH, presented_by=(HWY_B, HWD_B), authors=(("Clemency Roake", "Major Projects Manager"),),
    date="2024-03-08", date_raw="8 March 2024", foi="Unrestricted, apart from Appendices C and D", foi_status="part_exempt",
    recommendation="Cabinet is asked to agree (a) that an application be made for planning permission and (b) that the Director of Highways treat with owners for the land.",
    extra={"Decision no:": "24/00027", "Key decision:": "Yes - it costs more than £1m and affects two electoral divisions", "Past pathway:": "Highways and Transport Cabinet Committee - 4 March 2024",
           "Future pathway:": "Cabinet, when tenders are in", "Electoral division:": "Corvale East, Corvale West",
           "summary": "A second road into Corvale would cost £47.3m, of which the Council would find £6.9m. The report asks for leave to apply for planning permission and to begin to buy land."},
)

PACKS = [
    Pack(
        file="brackenshire/2024/2024-03-21 Cabinet agenda and reports.pdf", body="brackenshire", organisation="Brackenshire County Council", meeting="Cabinet",
        date="2024-03-21", date_raw="Thursday, 21st March, 2024, at 10.00 am", place="Council Chamber, Shire Hall, Aldersby", bookmarks="none", stamp=None, theme="blue",
        dividers=True,
        entries=(
            Entry("1", "Apologies for absence", "", ""),
            Entry("2", "Declarations of interest", "", ""),
            Entry("3", "Minutes of the meeting held on 25 January 2024", "Leader", "", "B-MIN-2024-01"),
            Entry("4", "Questions from the public", "Leader", "Verbal"),
            Entry("5", "Framing Brackenshire: how last year went and what comes next", "Leader", "", "B-PLAN-2024"),
            Entry("6", "Revenue monitoring", "Finance", "To follow"),
            Entry("7", "Risk appetite: the statement for 2024-27", "Leader", "", "B-RISK-2024"),
            Entry("8", "School places at Corvale", "Education", "Withdrawn"),
            Entry("9", "Corvale link road: planning application and land", "Highways", "", "B-LINK-2024"),
            Entry("10", "Cabinet Members' updates", "All", "Verbal"),
            Entry("11", "Other items which the Chair decides are urgent", "Leader", "Verbal"),
            Entry("12", "Date of next meeting", "Leader", ""),
        ),
        notes=("At the time of preparing the agenda there were no exempt items.",),
    )
]
