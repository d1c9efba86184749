"""Brackenshire County Council: commitments with ticks, roads, a complaint that is exempt, libraries, 2025 and 2026."""

from __future__ import annotations

from scripts.make_corpus.content.brackenshire_a import BRACKENSHIRE
from scripts.make_corpus.content.brackenshire_c import POLICY
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import (
    ASC_B,
    ASD_B,
    HWD_B,
    HWY_B,
    LBD_B,
    LEAD_B2,
    LIB_B,
    MON_B,
)

# fmt: off
PAPERS = Shelf(**BRACKENSHIRE)

PAPERS.add(
    "B-PLAN-2025",
    """
# 1. Introduction

1.1 This is the third short list of commitments and the last of the plan Framing Brackenshire. A new plan waits on the county
election in May and on what the Government decides about the shape of councils.

# 2. Our commitments for 2025/26

2.1 A tick shows a commitment that is carried on from the year before, whether or not its figure is the same.

|widths 84 16
| Commitment | Carried on |
| {{n fy=2025/26; ticked=yes; m=urgent road defects on time; d=at_least; v=96; u=per cent|Repair at least 96 per cent of urgent road defects on time}} | [x] |
| {{n fy=2025/26; ticked=yes; m=adults waiting for a care assessment; d=at_most; v=200; u=adults|Have no more than 200 adults waiting for a care assessment}} | [x] |
| {{n fy=2025/26; ticked=yes|Keep every library open}} | [x] |
| {{n fy=2025/26; ticked=yes; m=foster carers; d=increase; v=25; u=foster carers|Recruit 25 more foster carers}} | [x] |
| {{n fy=2025/26; ticked=no|Bring the cost of children's placements back within its budget}} | [ ] |
| {{n fy=2025/26; ticked=no; m=new bus services after seven in the evening; d=at_least; v=3; u=new bus services|Start at least 3 new bus services after seven in the evening}} | [ ] |

# 3. What has been altered

3.1 The figure for road defects has come down from 97 to 96. It was missed by a point in a mild winter, and the Director of Highways
was asked what the last point would cost. It would cost £1.3m, which is more than the potholes.

3.2 The figure for assessments has been cut by a hundred. On 28 February 287 people were waiting, 13 fewer than was promised. For
the first time since 2019 nobody had waited for more than four months.

3.3 The commitment on the budget is no longer listed. The Council has drawn £3.1m from the general reserve this year and Cabinet
did not think it honest to say once more that it would not.

3.4 Forty foster carers were looked for and 29 were found. Word of mouth brought 22 of them. The advertisement on the back of
buses brought two, at £19,000 each.

# 4. Buses

4.1 A kitchen porter asked Cabinet a year ago how he was to get home. One late bus from Great Tarn has run since September and
carries 38 people on an ordinary night, most of them in uniform of some kind.

# 5. Reporting

5.1 {{p own=Head of Policy; due=in October 2025>2025-10-31|The Head of Policy will report on the six commitments in October 2025.}}

# 6. Recommendation

@recommendation

# 7. Report author

@sign
""",
    file="brackenshire/2025/25-00021 Commitments for the year ahead - Report.docx", producer="word", tick="boxes", title="Framing Brackenshire: the last list", meeting_date="2025-03-20",
    meeting_date_raw="20 March 2025", presented_by=(LEAD_B2,), authors=(POLICY,), date="2025-03-06", date_raw="6 March 2025", financial_year="2025/26", foi="Unrestricted", foi_status="open",
    recommendation="Cabinet is asked to agree the commitments in section 2.",
    extra={"Decision no:": "25/00021", "Past pathway:": "None", "Future pathway:": "County Council - 27 March 2025", "recommendation_on_cover": False,
           "summary": "Six commitments, four of which are carried on. One figure is tighter, two are looser and one commitment has gone."},
    story="97 loosened to 96 per cent, 300 tightened to 200 adults, 40 foster carers cut to 25, the budget dropped; ticks in the body.",
)

PAPERS.add(
    "B-HWY-2025",
    """
# 1. Introduction

1.1 Half of the ten years of Mended Once have gone. This fifth annual update asks whether the argument behind it, that a road
mended early is cheaper than a road mended late, has turned out to be true.

# 2. The figures

|widths 40 15 15 15 15
| Measure | 2021/22 | 2022/23 | 2023/24 | 2024/25 |
| Miles laid again or sealed | 141 | 156 | 163 | 174 |
| Holes filled | 34,200 | 41,700 | 37,100 | 29,800 |
| Urgent defects mended in two working days | 88% | 89% | 94% | 96% |
| Claims for damage paid | 540 | 702 | 488 | 391 |
| Roads in poor condition, unclassified | 20% | 20% | 19% | 17% |

2.1 It has. On roads treated since 2020 there were 1.1 holes to the mile in the winter that has just gone. On the rest there
were 11.6. Spending on filling holes has fallen by £2.2m a year and all of that has gone into treating more miles.

2.2 The aim of 170 miles was missed in 2023/24 by seven and passed in 2024/25 by four.

# 3. Wrenhythe bridge

3.1 Both lanes opened on 19 April 2024. The oak piles are carrying more than the new concrete, and engineers have come
from Rotterdam to look at them. The weight limit has gone.

# 4. What people say

4.1 Satisfaction with the state of the roads rose from 23 to 34 in a hundred. The commonest complaint is now of works that
stand with nobody at them. Contractors are paid by the day for a closure and had no reason to hurry.
{{p own=Director of Highways; due=by the end of September 2025>2025-09-30|The Director of Highways will bring in a charge for each lane that a contractor shuts by the end of September 2025.}}

# 5. The next five years

5.1 {{p own=Director of Highways; due=by March 2026>2026-03-31; m=miles of road; d=at_least; v=180; u=miles|The Director of Highways will see that at least 180 miles of road are laid again or sealed by March 2026.}}
After that the miles that remain are the hardest: lanes with no foundation, on clay, that were made for a horse.

5.2 The trial of rubber from tyres at Penny Marsh has ended. It wears well. It was never found out what the smell was.

# 6. Drains

6.1 There are 134,000 gullies and until last year they were emptied once each, in order. A sensor costing £11 shows how
full one is. Half were clean. The others are now done twice, and calls about standing water have dropped by a third.
{{a|Our ambition is that no child should be splashed at a bus stop.}}

# 7. Financial implications

7.1 The Government's maintenance grant is fixed for one year at a time. {{o|Section 278 agreements}} with developers brought £1.9m of
new junctions, which the Council must keep up from now on.

# 8. Legal implications

8.1 There are none.

# 9. Report author

@sign
""",
    file="brackenshire/2025/Mended Once fifth annual update HTCC 12 June 2025.pdf", theme="serif", title="Mended Once: fifth annual update of the highways strategy",
    meeting="Highways and Transport Cabinet Committee", meeting_date="2025-06-12", meeting_date_raw="12 June 2025", presented_by=(HWY_B, HWD_B), authors=(("Ambrose Tindall", "Asset Manager"),),
    date="2025-05-30", date_raw="30 May 2025", foi="Unrestricted", foi_status="open", header="Agenda Item 5", item="5",
    recommendation="The Cabinet Committee is asked to comment on the update and to recommend Cabinet to keep the strategy as it is until 2030.",
    extra={"Past pathway:": "None", "Future pathway:": "Cabinet - 26 June 2025", "Electoral division:": "All",
           "summary": "Half way through the highways strategy, roads treated early have a tenth of the holes of those that were not."},
    story="The 170 miles promised in 2023 were missed, then passed; retargeted to 180.",
)

PAPERS.add(
    "B-CARE-2025",
    """
# 1. Introduction

1.1 The Ombudsman has found that the Council was at fault in the case of a woman who is called Mrs L in the published
decision. The law requires that a finding of this sort be laid before Members. Because officers and relatives can be told
from what follows, the report is taken in private.

# 2. What happened

2.1 Mrs L was 84 and had lived in one house since she was married. In November 2023 she fell. After eleven days in
hospital she was moved to a care home forty miles off, on the footing that it was for a fortnight. She was there for
fourteen months. Nobody reviewed the placement, for a reason that could hardly be plainer: two teams each had a note which
said that the other was doing it.

2.2 Her son, who lives in Canada, rang nineteen times. He was told on six of those calls that somebody would ring back.

2.3 When she was at last assessed it was found that she could have gone home in the first week, with a rail and two visits a day.
Her house had been let go by then.

# 3. The finding

3.1 Fault was found on four heads: no review, no reply to the family, no assessment of what she was able to decide, and a charge of
£61,400 made for care that she need not have had. The Council was told to pay that back and a further £3,500, and
to say sorry. It has done all three.

# 4. What is being done

4.1 {{p own=Corporate Director for Adult Social Care; due=by 30 November 2025>2025-11-30|The Corporate Director for Adult Social Care will have each short stay of more than six weeks reviewed by a named worker by 30 November 2025.}}
At the last count there were 143 of these.

4.2 {{p own=Monitoring Officer; due=by the end of January 2026>2026-01-31|The Monitoring Officer will tell the Committee by the end of January 2026 how many others were charged in the same way.}}

4.3 The two teams have been made one. The system no longer allows a case to be closed by a note that names another team.

# 5. Legal advice

5.1 {{c c=LGA1972 Sch12A para 5; scope=Annex 2; why=it is advice from counsel in respect of which a claim to legal professional privilege could be maintained|Annex 2 is also exempt under paragraph 5 of Part 1 of Schedule 12A because it is advice from counsel in respect of which a claim to legal professional privilege could be maintained.}}

# 6. Report author

@sign
""",
    file="brackenshire/2025/EXEMPT - Ombudsman finding - GAC Sept 2025.pdf", producer="fpdf2", theme="plain", title="A finding by the Ombudsman", meeting="Governance and Audit Committee",
    meeting_date="2025-09-18", meeting_date_raw="18 September 2025", presented_by=(MON_B, ASD_B), authors=(("Rowena Castlefield", "Head of Safeguarding"),), date="2025-09-05", date_raw="5 September 2025",
    foi="{{c c=LGA1972 Sch12A para 1, LGA1972 Sch12A para 2; scope=This report; why=it contains information relating to an individual and information likely to reveal her identity|EXEMPT. This report is not for publication under paragraphs 1 and 2 of Part 1 of Schedule 12A to the Local Government Act 1972, because it contains information relating to an individual and information likely to reveal her identity.}}",
    foi_status="exempt", header="NOT FOR PUBLICATION",
    recommendation="The Committee is asked to accept the finding and to note what has been done about it.",
    extra={"Past pathway:": "None", "Future pathway:": "None",
           "summary": "A woman was kept in a care home for fourteen months when she could have gone home in a week."},
    story="Wholly exempt under paragraphs 1 and 2; its annex under paragraph 5 besides.",
)

PAPERS.add(
    "B-WAIT-2025",
    """
# 1. Introduction

1.1 A person who asks the Council for help is entitled to have her needs looked into. How long that takes has been on
the Council's list of commitments for three years. The cabinet committee asked in September to see the whole queue and not
only its length.

# 2. The queue

|widths 40 15 15 15 15
| At 31 October | 2022 | 2023 | 2024 | 2025 |
| Adults waiting | 604 | 498 | 341 | 226 |
| Waiting over four months | 188 | 121 | 22 | 3 |
| Longest wait, weeks | 41 | 37 | 24 | 18 |
| Rung in the last month | 9% | 14% | 97% | 98% |

2.1 The fall is due to three things. Everyone is rung. One assessment in three is made by a therapist and not by a social worker. And
people who want a rail, a ramp or a stool for the shower may now order it without being assessed at all.

2.2 It is right to say what is not known. Some people may have stopped asking. Requests by carers are down by a ninth while the
number of carers, so far as anyone can judge, is up.

# 3. Those who wait longest

3.1 All three who had waited for more than four months were deaf. The Council had one worker who could sign, and she
was on leave to have a child. {{p own=Corporate Director for Adult Social Care; due=by the end of March 2026>2026-03-31; m=members of staff in British Sign Language; d=at_least; v=6; u=members of staff|The Corporate Director for Adult Social Care will train at least 6 members of staff in British Sign Language by the end of March 2026.}}

# 4. Carers

4.1 A woman who has looked after her brother since 1998 told the committee that she had been assessed nine times and helped
once. She asked for one thing, a Thursday. She has had eleven of them.

# 5. Paying for it

5.1 Therapists cost £390,000 a year. Equipment that is ordered without an assessment costs £52 on average and comes back less
often than it should. Of 840 stools 31 have been returned.

# 6. Risk

6.1 {{r l1=Safeguarding; raw=Averse; lv=averse; status=outside|The Council's risk appetite for Safeguarding is Averse, and the risk described here is outside appetite.}}
{{s name=Harm to a person who is waiting; kind=current; l=2; c=4; score=8|Harm to a person who is waiting stands at 8 (2 x 4)}}; {{s name=Harm to a person who is waiting; kind=target; l=1; c=4; score=4|the target is 4 (1 x 4)}}.

# 7. Legal implications

7.1 The duty to assess is in {{o|section 9 of the Care Act 2014}}, and the duty to assess carers in {{o|section 10}}.

# 8. Report author

@sign
""",
    file="brackenshire/2025/Item 7 Waiting for an assessment.pdf", theme="blue", title="Waiting for an assessment", meeting="Adult Social Care Cabinet Committee", meeting_date="2025-11-18",
    meeting_date_raw="18 November 2025", presented_by=(ASC_B, ASD_B), authors=(("Jocasta Firth-Adeyemi", "Head of Assessment"),), date="2025-11-06", date_raw="6 November 2025",
    foi="Unrestricted", foi_status="open", header="Agenda Item 7", item="7",
    recommendation="The Cabinet Committee is asked to note the length of the queue and to comment on the training of staff.",
    extra={"Past pathway:": "None", "Future pathway:": "None", "Electoral division:": "All",
           "summary": "226 adults are waiting, against 604 three years ago. Three have waited for more than four months."},
)

PAPERS.add(
    "B-LIB-2026",
    """
# 1. Introduction

1.1 Open Doors was written for five years and has lasted for eight. This is its sixth and last update; the fourth and fifth were
given by word of mouth. It sets out what came of each goal and what should follow.

# 2. What came of it

|widths 36 16 16 16 16
| Measure | 2018/19 | 2022 | 2024 | 2025 |
| Active borrowers | 61,200 | 52,700 | 60,400 | 63,900 |
| Visits | 1,422,000 | 1,083,000 | 1,301,000 | 1,374,000 |
| Electronic loans | 88,000 | 265,000 | 351,000 | 402,000 |
| Volunteers | 310 | 274 | 329 | 355 |

2.1 Every library is open. That was the first goal, and the only one which could be lost in an afternoon.

2.2 The second was 70,000 active borrowers by March 2024 and was changed in 2023 to 60,000 by March 2025. There were 60,900 on that day.
Officers would rather Members did not call it a triumph. It is fewer than in the strategy's first year.

2.3 Ten of twelve town libraries have a quiet room. Penny Marsh still has its nurse, and Sallowfield's has been given over, from October to
May, to people who have nowhere else to be.

2.4 Every branch has somebody who can help with a form. They helped 41,000 times last year. The form that brings most people
in is for a driving licence, and the one that takes longest is to say that one is too ill to work.

# 3. What the next strategy should ask

3.1 Should a library lend other things than books? Great Tarn lends ukuleles, a carpet cleaner and, since June, a telescope. All three
have queues.

3.2 Should there be fines? Grown-ups have paid none since April 2024. Eleven hundred books that had been away for over
ten years came back in the first month, among them one lent to a soldier in 1944 and returned by his granddaughter.

3.3 Should a branch be open when nobody is there to staff it? Two are, by a card and a camera. Borrowing rose by a sixth. Two people in their
eighties have said that they go only when the librarian is in, because it is she whom they come to see.

# 4. Targets for the time being

4.1 {{p own=Head of Libraries; due=by March 2028>2028-03-31; m=active borrowers; d=at_least; v=68000; u=active borrowers|Until there is a new strategy the Head of Libraries will work to have at least 68,000 active borrowers by March 2028.}}
{{p own=Head of Libraries; due=by the end of Q2 2026/27>2026-09-30|The Head of Libraries will bring a draft strategy to Cabinet by the end of Q2 2026/27.}}

# 5. Financial implications

5.1 The service costs £8.8m, which is £10.10 for each resident and, after inflation, a fifth less than in 2018/19. The fund for books is
£655,000.

# 6. Equalities

6.1 Young men are still the fewest. Games nights run in nineteen branches.

# 7. Exempt information

7.1 {{c c=LGA1972 Sch12A para 3; scope=The appendix; why=it contains the price at which the owner of the building at Hexley Cross may be willing to sell|The appendix is not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972, as it contains the price at which the owner of the building at Hexley Cross may be willing to sell.}}

# 8. Report author

@sign
""",
    file="brackenshire/2026/Cabinet 29 January 2026 item 6 Open Doors last update.pdf", producer="fpdf2", theme="serif", title="Open Doors: the last update of the libraries strategy",
    meeting_date="2026-01-29", meeting_date_raw="29 January 2026", presented_by=(LIB_B,), authors=(LBD_B,), date="2026-01-15", date_raw="15 January 2026",
    foi="Unrestricted, apart from the appendix", foi_status="part_exempt", header="Agenda Item 6", item="6",
    recommendation="Cabinet is asked to note what came of the strategy and to agree that a new one be drawn up.",
    extra={"Past pathway:": "Communities Cabinet Committee - 13 January 2026", "Future pathway:": "None", "Electoral division:": "All",
           "summary": "The strategy is at its end. All 34 libraries are open, and two thousand seven hundred more people use them than at the start."},
    story="60,000 by March 2025 reached; 68,000 by March 2028 promised.",
)
