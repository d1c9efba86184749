"""Brackenshire County Council: two longer reports, on a flood in 2022 and on the budget of 2026."""

from __future__ import annotations

from scripts.make_corpus.content.brackenshire_a import BRACKENSHIRE, FIN
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import HWD_B, HWY_B, LEAD_B2

# fmt: off
PAPERS = Shelf(**BRACKENSHIRE)

PAPERS.add(
    "B-FLOOD-2022",
    """
# 1. Introduction

1.1 In the small hours of Sunday 20 February 2022 the Corve rose by 1.9 metres in four hours and went through 212 homes in Wrenhythe, 31
in Corvale and the whole of the ground floor of a primary school. Nobody was killed. Two people were taken off the
roof of a van.

1.2 The Council is the lead local flood authority and has to look into a flood of this size and publish what it finds,
under {{o|section 19 of the Flood and Water Management Act 2010}}. It may say who had the power to do something and whether
they did it. It cannot make anyone do anything, nor does it award blame.

1.3 Four hundred and six people have told us what they saw, on paper, by telephone, or standing in their kitchens. We are grateful to
all of them and in particular to a retired signalman at Old Tarn, who has written down the height of the river at six every
morning since 1987.

# 2. What happened

## The rain

2.1 Three storms came in five days. The first filled the ground, the second filled the becks, and the third had nowhere to go. The
gauge at Penny Marsh caught 61 millimetres between noon on Saturday and midnight. That is not a record. It has been passed
four times in a century, always in summer, when there are leaves to take it up.

## The river

2.2 Water came over the wall at Wrenhythe at 1.40am, at a place where it had been lowered by two courses in 1974 to let lorries turn.
Nobody now living remembers who asked for that. From there it ran down Tanner Street, which lies lower than the river for
most of its length, and pooled against the railway.

2.3 Forty minutes later the culvert under the station yard closed. It was built to carry a stream that had since been
joined by the drainage of two estates. When divers cleared it in March they took out a shopping trolley, part of
a shed and eleven tonnes of gravel.

## The warning

2.4 A flood alert was issued at 9.15pm and a flood warning at 1.25am, which is fifteen minutes before the wall was passed. Of the
homes that were flooded 38 in a hundred had signed up for warnings. The others learnt of it from the dog, the
neighbours, or their feet.

# 3. Who was affected

|widths 40 20 20 20
| Place | Homes | Businesses | Depth at worst (metres) |
| Tanner Street and the Shambles | 118 | 41 | 1.6 |
| Station Yard | 22 | 9 | 1.1 |
| Mill Lane, Wrenhythe | 72 | 3 | 0.7 |
| Corvale, Bridge Street | 31 | 14 | 0.4 |
| Wrenhythe Primary School | - | - | 0.9 |

3.1 One home in five was not insured. Those that were had been paid, on average, after nineteen weeks. In September 67 families were still
living somewhere else, eleven of them in one room.

3.2 People spoke less of what they had lost than of the months of deciding things. A woman in the Shambles said that she could have
borne the water, but not the fourteen telephone calls about a skirting board.

# 4. What each body did

4.1 **The Environment Agency** owns the wall and the gauges. It had inspected the wall in October and passed it. It opened the
sluice at Old Tarn at 11pm, as its manual says.

4.2 **The railway** owns the culvert. Its last inspection was in 2016. Two reports from residents, in 2019 and 2020, that the mouth was
half shut were filed under the name of another station.

4.3 **The water company** owns the sewers. Its pumping station at the Shambles failed at 2.10am, when the switch, which was in the
cellar, was under water.

4.4 **The district council** opened the leisure centre at 3am and had 140 people in it by daybreak, with blankets, and a cook who had not
been asked to come.

4.5 **The Council** closed nine roads. It had sandbags in the depot at Hexley Cross and no list of who should have them. Gullies in Tanner
Street were due to be emptied in February and had been put off until March, since the lorry was being mended. We do not
think that it would have altered the outcome by more than an inch. It would have altered what people thought of us.

# 5. What should be done

5.1 The report makes eleven recommendations, seven of them to other bodies. The Agency is asked to raise the wall to its height
before 1974. The railway is asked to clear the culvert twice a year and to say when it has. The water company is
asked to lift its switch.

5.2 The Council's own actions are these:

@log

5.3 {{p own=Director of Highways; due=by March 2023>2023-03-31; m=homes; d=at_least; v=150; u=homes|The Director of Highways will see that at least 150 homes have been offered boards for their doors by March 2023.}}
The Government pays up to £5,000 for each.

5.4 {{a|We should like nobody in the county to learn of a flood from the dog.}}

# 6. Risk

6.1 {{s name=A second flood at Wrenhythe before the wall is raised; kind=current; l=3; c=5; score=15|A second flood at Wrenhythe before the wall is raised is scored 3 x 5 = 15}}. With boards, pumps and an early call {{s name=A second flood at Wrenhythe before the wall is raised; kind=target; l=3; c=3; score=9|the target score is 3 x 3 = 9}}. The
likelihood is the river's and stays where it is.

# 7. Financial implications

7.1 The flood has cost the Council £2.4m, of which the Government has met £1.7m. Work on the four actions is £318,000 and is within
the budget for drainage.

# 8. Legal implications

8.1 The report has been shown in draft to each body named in it, and corrected where they were right.

# 9. Equalities

9.1 Half of those still out of their homes rent them. A tenant is not told when an insurer will pay, because she is not the
person insured. Eleven households do not have English as a first language and six did not know what a flood warning
was. A leaflet without words has been tried with them and improved by them.

# 10. Recommendation

@recommendation

# 11. Report author

@sign
""",
    file="brackenshire/2022/Flood investigation Wrenhythe HTCC 13-09-22.pdf", theme="serif", title="Flood at Wrenhythe, February 2022: report of the investigation",
    meeting="Highways and Transport Cabinet Committee", meeting_date="2022-09-13", meeting_date_raw="13 September 2022", presented_by=(HWY_B, HWD_B),
    authors=(("Marisol Kettering", "Flood Risk Manager"), ("Ambrose Tindall", "Asset Manager")), date="2022-08-31", date_raw="31 August 2022",
    foi="Unrestricted", foi_status="open", header="Highways and Transport Cabinet Committee", footer="Page {n} of {total}",
    recommendation="The Cabinet Committee is asked to endorse the report and to invite each of the bodies named in it to attend in March 2023.",
    extra={
        "Past pathway:": "None", "Future pathway:": "None", "Electoral division:": "Wrenhythe, Corvale East", "recommendation_on_cover": False,
        "summary": "In February 243 homes were flooded. The report says what happened, who could have done something about it, and what is now to be done.",
        "log": (
            ("F1", "Keep a list of homes that are to have sandbags, street by street", "MK", "31 October 2022>2022-10-31", "Half done"),
            ("F2", "Empty every gully in Wrenhythe before the winter and say so on the website", "AT", "30 November 2022>2022-11-30", "Begun"),
            ("F3", "Sign up the homes on Tanner Street for warnings", "MK", "December 2022>2022-12-31", "Not begun"),
            ("F4", "Place a pump at the primary school and teach the caretaker to use it", "KL", "14 October 2022>2022-10-14", "Complete"),
        ),
    },
    story="A section 19 investigation: another Act's section, other bodies' duties, and the Council's own actions.",
)

PAPERS.add(
    "B-BUDGET-2026",
    """
# 1. Introduction

1.1 The Council must set a budget by 11 March. This report asks Cabinet to recommend one to the County Council. It proposes spending of
£661.4m, council tax higher by 4.99 per cent, savings of £23.8m and, for the second year, some use of the general reserve.

1.2 Consultation ran for six weeks. Of 3,940 people who answered, 58 in a hundred would sooner pay more than see less done for the
old, and 31 in a hundred would not. On roads the two were nearly even. On libraries hardly anyone wanted a change, in
either direction.

# 2. Where the money comes from

|widths 46 18 18 18
| £m | 2024/25 | 2025/26 | 2026/27 |
| Council tax | 389.6 | 411.2 | 433.9 |
| Business rates | 71.5 | 72.8 | 74.1 |
| Social care grants | 91.4 | 98.0 | 101.7 |
| Other Government grants | 40.2 | 38.9 | 33.5 |
| Fees and charges | 12.9 | 13.6 | 14.1 |
| From the general reserve | 3.1 | 0.0 | 4.1 |

2.1 The Government has changed the way in which it shares money between councils. Brackenshire is held to be less poor than it was,
on the evidence of a census taken in the spring of 2021, when forty thousand people were living with their parents. The loss is phased over three
years and comes to £11.6m by the end.

2.2 A number of {{o|section 31 grants}} that used to be paid one by one have been rolled together. The total is smaller than the parts.

# 3. Where it goes

|widths 46 18 18 18
| £m | 2025/26 | 2026/27 | Change |
| Adult social care | 262.8 | 279.5 | 16.7 |
| Children | 149.1 | 157.9 | 8.8 |
| Highways and transport | 66.0 | 66.9 | 0.9 |
| Waste | 41.3 | 43.0 | 1.7 |
| Libraries and communities | 20.2 | 20.0 | (0.2) |
| Debt and everything else | 95.1 | 94.1 | (1.0) |

3.1 Three pounds in every five go to care. When the Council's present offices were opened, in 1931, it was one in thirty and the largest
item was the asylum.

3.2 Taking children to school costs £38.7m. Of 9,300 who are carried, 2,100 have special needs, and each of them costs on average nine
times as much as one of the others. A single taxi from Hexley Cross to a school in the next county is £214 a day. The
driver has done it for six years and is the only grown man to whom the boy speaks.

# 4. Savings

4.1 Forty-one proposals make up the £23.8m. The ten largest are below. Each has a sponsor, a plan and an assessment of whom it
touches.

|widths 62 19 19
| Proposal | £m | Posts |
| Helping people home from hospital, in place of short stays | 4.6 | - |
| Foster carers in place of children's homes | 3.9 | - |
| Adding a walk to the bus route for pupils over eleven | 2.2 | - |
| Fewer agency social workers | 2.1 | 12 |
| Selling Shire Hall annexe | 1.8 | - |
| Street lights dimmed from midnight to five | 1.4 | - |
| One contract for cleaning | 1.1 | 9 |
| Recordings that write up visits | 0.9 | 14 |
| Parking charges at country parks | 0.7 | - |
| Printing and post | 0.4 | 3 |

4.2 Last year nine tenths of what was promised was found. Two proposals were given up, one of them after a petition signed by 9,000
people about a bus that carries eighty. It runs still.

4.3 {{p own=Corporate Director for Finance; due=in July 2026>2026-07-31|The Corporate Director for Finance will tell Cabinet in July 2026 which proposals are behind their plans.}}
{{p own=Director of Highways; due=by 31 August 2026>2026-08-31; m=street lights; d=at_least; v=60000; u=street lights|The Director of Highways will have at least 60,000 street lights ready to be dimmed by 31 August 2026.}}

# 5. The opinion of the chief financial officer

5.1 When a budget is set the officer responsible for the Council's finances has to give an opinion of the estimates and of the reserves,
under {{o|section 25 of the Local Government Act 2003}}. What follows is that opinion and is his own.

5.2 "The estimates are sound. I have tested the largest six against what happened in each of the last five years. Care for adults has
never been overestimated. I have added £3m to it.

5.3 "The reserves are adequate and no more. At the end of March the general reserve is expected to be £10.9m against a least
prudent level of £12.5m. A council that plans to be below its own floor owes its residents a reason and a date. The
reason is that the loss of grant was made known on 17 December.

5.4 "I have considered whether the time has come for a report under {{o|section 114 of the Local Government Finance Act 1988}} and I am clear that it
has not. It would come if, by September, less than half of the savings had been found."

5.5 {{p own=Corporate Director for Finance; due=by 31 March 2028>2028-03-31; m=the general reserve; d=at_least; v=12500000; u=£|The Corporate Director for Finance will bring the general reserve back to at least £12.5m by 31 March 2028.}}

# 6. Risk and appetite

6.1 {{r l1=Financial resilience; raw=Cautious; lv=cautious; status=outside|The Council's appetite for risk to its Financial resilience is Cautious, and this budget is outside that appetite.}} Members are invited to say that they know it.

|widths 40 20 20 20
| Risk | Current (L x I) | Target (L x I) | Owner |
| {{s name=Savings are not found in time; kind=current; l=4; c=4; score=16|Savings are not found in time}} | 4 x 4 = 16 | {{s name=Savings are not found in time; kind=target; l=2; c=4; score=8|2 x 4 = 8}} | Corporate Director for Finance |
| {{s name=More old people than were foreseen; kind=current; l=3; c=4; score=12|More old people than were foreseen}} | 3 x 4 = 12 | {{s name=More old people than were foreseen; kind=target; l=3; c=3; score=9|3 x 3 = 9}} | Corporate Director for Adult Social Care |
| {{s name=Pay award above three per cent; kind=current; l=3; c=2; score=6|Pay award above three per cent}} | 3 x 2 = 6 | {{s name=Pay award above three per cent; kind=target; l=3; c=2; score=6|3 x 2 = 6}} | Head of People |

# 7. Borrowing

7.1 The Council owes £318m, which is £560 for each resident, and pays £17.2m a year for it. Nothing new is to be borrowed for anything
that does not save more than it costs. The link road at Corvale is the exception and stands in the programme at £6.9m.

# 8. Exempt information

8.1 {{c c=LGA1972 Sch12A para 3, LGA1972 Sch12A para 4; scope=Annex F; why=it sets out what is to be offered for the annexe and the posts about which the trade unions have still to be consulted|Annex F is exempt under paragraphs 3 and 4 of Part 1 of Schedule 12A to the Local Government Act 1972, because it sets out what is to be offered for the annexe and the posts about which the trade unions have still to be consulted.}}
The public interest in a fair negotiation outweighs, until March, that in publishing it.

# 9. Equalities

9.1 Adding a walk to the bus route bears hardest on girls in winter, who told us so. The assessment proposes that it should not apply where a
road has neither a pavement nor a light. Dimming was tried in two towns. Crime did not rise, and women walked home another
way.

# 10. Recommendation

@recommendation

# 11. Report author

@sign
""",
    file="brackenshire/2026/26-00003 Budget 2026-27 - Cabinet report.pdf", theme="plain", title="Budget 2026/27 and medium-term financial plan", header="Agenda Item 5", item="5",
    meeting_date="2026-01-29", meeting_date_raw="29 January 2026", presented_by=(LEAD_B2, FIN), authors=(("Hesper Galloway", "Chief Accountant"),),
    date="2026-01-19", date_raw="19 January 2026", financial_year="2026/27", foi="Unrestricted, except for Annex F", foi_status="part_exempt",
    recommendation="Cabinet is asked to recommend the budget and the level of council tax to the County Council, and to note the opinion in section 5.",
    extra={
        "Decision no:": "26/00003", "Key decision:": "Yes - it affects every electoral division", "Past pathway:": "Scrutiny Committee - 20 January 2026",
        "Future pathway:": "County Council - 12 February 2026", "Electoral division:": "All",
        "summary": "A balanced budget is put forward which takes £4.1m from the general reserve and leaves it, for a time, below the Council's own floor.",
    },
    story="Section 25 statement, section 114, section 31 grants; appetite stated and said to be exceeded.",
)
