"""Brackenshire County Council: the Cabinet's pack of March 2023."""

from __future__ import annotations

from scripts.make_corpus.content.brackenshire_a import BRACKENSHIRE, FIN
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import ASC_B, ASD_B, HWD_B, HWY_B, LBD_B, LEAD_B2, LIB_B
from scripts.make_corpus.packs import Entry, Pack

# fmt: off
PAPERS = Shelf(**BRACKENSHIRE)
MARCH = {"meeting_date": "2023-03-16", "meeting_date_raw": "16 March 2023"}
POLICY = ("Isolde Tranmere", "Head of Policy")

PAPERS.add(
    "B-MIN-2023-01",
    """
**Present:** Councillor Marian Tullibody (Leader, in the chair), Councillor Joyce Ravenglass, Councillor Desmond
Harkaway, Councillor Odette Plumridge, Councillor Agnes Torrington, Councillor Bartholomew Iwu

**In attendance:** Gwendolen Marsh (Monitoring Officer), Alan Merriweather-Dunn (Corporate Director for Finance),
Kofi Lansdell (Director of Highways), Thea Ormerod-Vance (Head of Property)

**23/001 Apologies and declarations.** None.

**23/002 Minutes.** Those of 15 December 2022 were agreed, with "culvert" for "convert" in minute 22/119.

**23/003 Matters arising.** The state of earlier actions was as follows.

@log

**23/004 Announcements.** The Leader had met the bishop, the chief constable and the head of the ambulance service, none of
whom could find anywhere in Aldersby for their younger staff to live.

**23/005 Draft budget.** Mr Merriweather-Dunn said that the budget balanced, by a use of reserves that could be made
once. As {{o|Section 151 Officer}} he was bound to tell them so. Councillor Iwu asked what would be left. It was £14m, or
nine days' spending. RESOLVED that the draft be recommended to the County Council.

**23/006 Warm places.** Councillor Plumridge described what the libraries were doing in the cold. Flasks had been handed out at
Sallowfield. A man came in each day at ten, read about the Peninsular War, and left when the doors were locked; on his
birthday the staff had found a biography of Wellington and a cake. Cabinet noted the report.

Action: {{x own=Head of Libraries; due=by 10 March 2023>2023-03-10|Head of Libraries to cost a fourth winter opening hour at each town library by 10 March 2023.}}

**23/007 Potholes.** Mr Lansdell said that the thaw after Christmas had opened 4,100 holes in nine days. Councillor Harkaway
had driven over a good many of them. It was suggested that parishes be asked to send photographs.

Action: {{x own=Director of Highways; due=by the end of February 2023>2023-02-28|Director of Highways to let parish clerks report defects by photograph by the end of February 2023.}}

**23/008 Former highways depot, Corvale.** The survey that had been awaited since November 2019 (minute 19/087) had found
nineteen newts. A new pond had been dug in the county park and they had been carried to it in buckets. Bids had been
had afresh. RESOLVED that the depot be sold on the terms in the exempt appendix.

**23/009 Exclusion of the public.** It was RESOLVED, under {{o|section 100A(4) of the Local Government Act 1972}}, {{c c=LGA1972 Sch12A para 3; why=exempt information of the kind described in paragraph 3 of Part 1 of Schedule 12A would otherwise be disclosed|that the public leave the meeting because exempt information of the kind described in paragraph 3 of Part 1 of Schedule 12A would otherwise be disclosed.}}
""",
    form="plain", title="Minutes of a meeting of the Cabinet held on Thursday 26 January 2023", header="Agenda Item 3", item="3",
    meeting_date="2023-01-26", sections_certain=False,
    extra={
        "form": "minutes", "under_title": ("Council Chamber, Shire Hall, Aldersby, 10.00am",),
        "log": (
            ("22/097", "Meet the bus company about the 7.15 from Great Tarn", "DH", "November 2022>2022-11-30", "Met; no change"),
            ("22/104", "Find out how many foster carers left in the year and why", "BI", "31 December 2022>2022-12-31", "Overdue"),
            ("22/119", "Publish the record of inspections of the Wrenhythe culvert", "KL", "20 January 2023>2023-01-20", "Published"),
        ),
    },
    story="The depot is sold at last; actions carried in the minutes.",
)

PAPERS.add(
    "B-PLAN-2023",
    """
# 1. Introduction

1.1 Framing Brackenshire, the Council's plan for 2021-25, names three things that it is for: people who can live as they
choose, places that work, and a council that pays its way. Each spring Cabinet turns them into a short list of what is
to be done in the twelve months ahead.

1.2 Short is the point. Last year's list had twenty-three entries and nobody in the room could recite five of them.

# 2. Our commitments for 2023/24

- {{n fy=2023/24; m=urgent road defects on time; d=at_least; v=95; u=per cent|Repair at least 95 per cent of urgent road defects on time}}
- {{n fy=2023/24; m=adults waiting for a care assessment; d=at_most; v=400; u=adults|Have no more than 400 adults waiting for a care assessment}}
- {{n fy=2023/24|Keep every library open}}
- {{n fy=2023/24|Set a balanced budget without drawing on the general reserve}}
- {{n fy=2023/24; m=trees; d=at_least; v=20000; u=trees|Plant at least 20,000 trees along our roads and on our farms}}
- {{n fy=2023/24|Open the new recycling centre at Thornmere}}

# 3. How the list was made

3.1 Eleven hundred residents on the citizens' panel were asked what the Council should be judged by. Roads came first, in
every district and at every age. Care for old people came second. Nobody wrote that the Council should have a vision.

3.2 The baseline for each is as follows. On time means within two working days; in January 89 per cent of urgent defects were. At the same date
612 adults were waiting to be assessed, the longest of them for seven months. Last winter's planting came to 12,400 trees,
of which a third died in the drought.

# 4. What is not on the list

4.1 Schools are not there, since the Council's part in them is now small, and neither is the coroner. That something is left
out does not mean that it stops.

# 5. Reporting

5.1 {{p own=Head of Policy; due=in October 2023>2023-10-31|The Head of Policy will report on the six commitments to Cabinet in October 2023.}}

# 6. Financial implications

6.1 The trees cost £180,000, part of which comes from a {{o|section 31 grant}}. The rest of the list is paid for in the budget
that the County Council passed in February.

# 7. Report author

@sign
""",
    title="Framing Brackenshire: commitments for the year ahead", header="Agenda Item 5", item="5", **MARCH, presented_by=(LEAD_B2,), authors=(POLICY,),
    date="2023-03-02", date_raw="2 March 2023", financial_year="2023/24", foi="Unrestricted", foi_status="open",
    recommendation="Cabinet is asked to agree the commitments in section 2.",
    extra={"Decision no:": "23/00014", "Past pathway:": "None", "Future pathway:": "County Council - 30 March 2023",
           "summary": "Six commitments are put forward for the coming year in place of last year's twenty-three."},
    story="First list of commitments; 95 per cent and 400 adults are changed in 2024/25, the trees dropped.",
)

PAPERS.add(
    "B-FIN-2023",
    """
# 1. Introduction

1.1 Ten months of the year have gone. This report sets what has been spent beside what was meant to be, gives a forecast for
the end of March, and says what is being done about the difference.

# 2. The position

2.1 An overspending of £6.4m is forecast, on a budget of £561m. In October it stood at £9.8m. The change is real, but £1.9m of it
is a grant that had not been looked for and is not to be had again.

|widths 40 20 20 20
| £m | Budget | Forecast | Difference |
| Adult social care | 224.6 | 231.0 | 6.4 |
| Children | 118.2 | 122.9 | 4.7 |
| Highways and transport | 61.7 | 62.4 | 0.7 |
| Libraries and communities | 19.3 | 19.1 | (0.2) |
| Everything else | 137.2 | 132.0 | (5.2) |

2.2 Children's homes are the hardest to foretell. One placement costs £9,400 a week. It was found in a hurry, on a Friday, and
four others had fallen through. Three such placements make the whole of the difference in that line.

# 3. What is being done

3.1 Posts that fall empty are held for eight weeks unless the work is with children or with people at risk. Travel has
been halved. A room of old maps is to be sold to the county's record society, which has offered to keep it in Aldersby.

3.2 {{p own=Corporate Director for Finance; due=by 30 June 2023>2023-06-30; m=savings; d=at_least; v=2100000; u=£|The Corporate Director for Finance will find at least £2.1m in savings by 30 June 2023.}}
{{p own=Director of Highways; due=by the end of Q1 2023/24>2023-06-30|The Director of Highways will let the street lighting contract by the end of Q1 2023/24.}}

# 4. Reserves

4.1 The general reserve is forecast at £14.0m. The least that it is prudent to hold is put at £12.5m. A council whose spending
is likely to be more than its resources has to stop and say so, in a {{o|section 114 report}}, and seven have done so in recent
years. Brackenshire is not in that position. It could be within eighteen months if nothing were altered.

# 5. Government grants

5.1 The county had 31 grants in the year, of which nineteen may be spent on one thing only. The largest is the social care
grant of £38.1m. Claims for two small ones were made late and £74,000 was lost.

# 6. Risk

6.1 The register holds this as C02. {{s name=Overspending on the care of older people; reference=C02; kind=current; l=5; c=4; score=20|Overspending on the care of older people now scores 20 (5 x 4)}}, and {{s name=Overspending on the care of older people; reference=C02; kind=target; l=3; c=3; score=9|its target is 9 (3 x 3)}}.

# 7. Report author

@sign
""",
    title="Revenue and capital monitoring: month 10, 2022/23", header="Agenda Item 6", item="6", **MARCH, presented_by=(FIN,), authors=(("Hesper Galloway", "Chief Accountant"),),
    date="2023-03-03", date_raw="3 March 2023", financial_year="2022/23", foi="Unrestricted", foi_status="open",
    recommendation="Cabinet is asked to note the forecast and to agree that posts continue to be held empty for eight weeks.",
    extra={"Past pathway:": "None", "Future pathway:": "None", "summary": "The Council is likely to spend £6.4m more than it has. In the autumn the figure was £9.8m."},
)

PAPERS.add(
    "B-HWY-2023",
    """
# 1. Introduction

1.1 Mended Once, the highways strategy, runs from 2020 to 2030. Its name is its argument: a hole filled in the rain costs £62 and
lasts a winter, and the same stretch laid again while it is still sound costs more and lasts for fifteen years. This is
the third annual update.

# 2. The year in figures

|widths 46 18 18 18
| Measure | 2020/21 | 2021/22 | 2022/23 |
| Miles laid again or sealed | 118 | 141 | 156 |
| Holes filled | 38,900 | 34,200 | 41,700 |
| Urgent defects mended in two working days | 84% | 88% | 89% |
| Claims for damage paid | 611 | 540 | 702 |
| Roads in poor condition, unclassified | 21% | 20% | 20% |

2.1 Until December the number of holes was falling as the strategy had foretold. Then it froze hard, thawed, and froze again.
The lesson that officers draw is that roads sealed since 2020 came through almost unharmed. Nine holes in ten were on the
four roads in ten that have not been touched.

2.2 Motorists were paid £214,000 for tyres, springs and, in one case, teeth.

# 3. Bridges

3.1 Wrenhythe has one lane open and a weight limit of 7.5 tonnes. Work begins in June and the bridge is expected to
be whole by Easter of next year. The diversion is eleven miles. {{p own=Director of Highways; due=by 30 April 2024>2024-04-30|The Director of Highways will have both lanes at Wrenhythe open by 30 April 2024.}}

# 4. Walking and cycling

4.1 Five miles of path were made. A counter on the path from Corvale to the station recorded 300 bicycles a day. People who
were stopped and asked said that the lights, not the surface, had decided them.

# 5. Targets

5.1 The strategy's long target, for unclassified roads, is kept as it was.
{{p own=Director of Highways; due=by March 2024>2024-03-31; m=miles of road; d=at_least; v=170; u=miles|The Director of Highways will see that at least 170 miles of road are laid again or sealed by March 2024.}}

# 6. Climate

6.1 Asphalt laid cool, at 130 degrees in place of 170, was used on a third of the work, and saved 410 tonnes of carbon. A mix with
ground-up tyres is on trial at Penny Marsh. It smells, and residents have said so.

# 7. Legal implications

7.1 It is a defence to a claim that reasonable care was taken, under {{o|section 58 of the Highways Act 1980}}. The defence succeeded in 71 per cent of cases.

# 8. Report author

@sign
""",
    title="Mended Once: third annual update of the highways strategy", header="Agenda Item 8", item="8", **MARCH, presented_by=(HWY_B, HWD_B), authors=(("Ambrose Tindall", "Asset Manager"),),
    date="2023-03-01", date_raw="1 March 2023", foi="Unrestricted", foi_status="open",
    recommendation="Cabinet is asked to note the update and to confirm the target for unclassified roads.",
    extra={"Past pathway:": "Highways and Transport Cabinet Committee - 28 February 2023", "Future pathway:": "None", "Electoral division:": "All",
           "summary": "More miles were treated than in any year of the strategy. A hard winter opened more holes all the same, nearly all of them on roads not yet treated."},
)

PAPERS.add(
    "B-LIB-2023",
    """
# 1. Introduction

1.1 No update of Open Doors was made in 2021 or 2022, for want of a year worth measuring. This one, the third, covers the time
since October 2020. All 34 libraries are open. So far as is known Brackenshire is one of four counties that have shut
none since 2010.

# 2. Where things stand

|widths 40 20 20 20
| Measure | 2018/19 | 2021/22 | 2022 calendar year |
| Active borrowers | 61,200 | 44,800 | 52,700 |
| Visits | 1,422,000 | 701,000 | 1,083,000 |
| Electronic loans | 88,000 | 271,000 | 265,000 |
| Volunteers | 310 | 233 | 274 |

2.1 People are coming back, children before their grandparents. The under-fives were above their old number by August.
Readers over seventy are a third fewer. Some have died, some have learnt to borrow on a tablet, and some told the
home service that they had lost the habit of going out.

2.2 From December every branch has been a warm place, with a kettle. On the coldest day 3,260 people came. Staff were not
trained for all that they met, and two have since taken a course on what to say to a person who means to harm himself.

# 3. The goals

3.1 The goal of 70,000 active borrowers by March 2024 cannot be met. Officers have looked at how fast the number is growing and
propose another. {{p own=Head of Libraries; due=by March 2025>2025-03-31; m=active borrowers; d=at_least; v=60000; u=active borrowers|The Head of Libraries will bring in enough readers to have at least 60,000 active borrowers by March 2025.}}
The three other goals are kept as they are.

3.2 Eleven of the twelve town libraries have a quiet room again. The twelfth, at Penny Marsh, lost its room to a district
nurse, whose clinic brings in eighty people a week and whom nobody wants to lose.

# 4. Fines

4.1 Children have paid no fines since March 2020. The number of books that never come back has not changed. Grown-ups still
pay 15p a day, which raises £71,000 and takes, by the staff's own count, about £40,000 worth of time to collect.

# 5. Money

5.1 The fund for books was cut to £690,000. Electronic copies cost the service three times what a reader pays for the same
title and lapse after two years. {{a|We hope that publishers will come to treat libraries as customers.}}

# 6. Equalities

6.1 Large print is now half of what the home service carries. Books in Polish, Romanian and Ukrainian went from 400 to 2,300.

# 7. Report author

@sign
""",
    title="Open Doors: third annual update of the libraries strategy", header="Agenda Item 9", item="9", **MARCH, presented_by=(LIB_B,), authors=(LBD_B,),
    date="2023-02-27", date_raw="27 February 2023", foi="Unrestricted", foi_status="open",
    recommendation="Cabinet is asked to note the update and to replace the goal for active borrowers as proposed in paragraph 3.1.",
    extra={"Decision no:": "23/00017", "Past pathway:": "None", "Future pathway:": "None", "Electoral division:": "All",
           "summary": "Libraries have regained three quarters of their visitors. The goal set in 2018 for borrowers is out of reach, and a lower one is put forward."},
    story="70,000 by March 2024 becomes 60,000 by March 2025.",
)

PAPERS.add(
    "B-CARE-2023",
    """
# 1. Introduction

1.1 The Council buys 2,310 beds in 118 care homes. Three years ago it paid £612 a week for one, whatever the person in it
needed. This report proposes four rates in place of one, from April, and describes the work that led to them.

# 2. What a bed costs

2.1 Owners of 81 homes opened their books. The middle figure for someone with dementia came to £871 a week. Half of that is wages.
Food is £38, which is £5.43 a day. Homes in old houses spend four times as much on heating as those built since 2000.

# 3. The proposal

|widths 52 24 24
| Kind of care | Now | From April 2023 |
| Residential | £668 | £714 |
| Residential, dementia | £668 | £802 |
| Nursing, the Council's share | £702 | £768 |
| Nursing, dementia, the Council's share | £702 | £841 |

3.1 Homes say that this is not enough, and they are right if the test is what it costs. It is what the Council can find.
{{p own=Corporate Director for Adult Social Care; due=by the end of September 2023>2023-09-30|The Corporate Director for Adult Social Care will publish a path to the full cost of care by the end of September 2023.}}

# 4. What could go wrong

4.1 Eleven homes said that they might give notice. For nine of them the new rate is above what they had asked for a
year earlier. A way of moving forty people in a week has been worked out and it is hoped that nobody need read it.

# 5. Financial implications

5.1 The cost is £11.2m in a full year, of which £4.9m comes from the Government and the rest from the care precept.

# 6. Legal implications

6.1 The Council has a duty to see that there is a market with enough homes in it, under {{o|section 5 of the Care Act 2014}}.

# 7. Exempt information

7.1 {{c c=LGA1972 Sch12A para 3; scope=Appendix 2; why=it relates to the financial or business affairs of 81 companies|Appendix 2 is exempt under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972 on the ground that it relates to the financial or business affairs of 81 companies.}}
A summary in which no company can be told is at Appendix 1.

# 8. Report author

@sign
""",
    title="What the Council pays for care homes", header="Agenda Item 10", item="10", **MARCH, presented_by=(ASC_B, ASD_B), authors=(("Dunstan Mehra", "Head of Commissioning"),),
    date="2023-03-03", date_raw="3 March 2023", foi="Unrestricted, except for Appendix 2", foi_status="part_exempt",
    recommendation="Cabinet is asked to agree the rates in section 3 for the year that begins on 1 April 2023.",
    extra={"Decision no:": "23/00019", "Key decision:": "Yes - it costs more than £1m", "Past pathway:": "Adult Social Care Cabinet Committee - 7 March 2023", "Future pathway:": "None",
           "summary": "One rate for every care home is replaced by four. The homes wanted more."},
)

PACKS = [
    Pack(
        file="brackenshire/2023/Public reports pack 16-Mar-2023 10.00 Cabinet.pdf", body="brackenshire", organisation="Brackenshire County Council", meeting="Cabinet",
        date="2023-03-16", date_raw="Thursday, 16th March, 2023, at 10.00 am", place="Council Chamber, Shire Hall, Aldersby", bookmarks="items", stamp="Page {n}",
        entries=(
            Entry("1", "Apologies for absence", "", ""),
            Entry("2", "Declarations of interest", "", ""),
            Entry("3", "Minutes of the meeting held on 26 January 2023", "Leader", "", "B-MIN-2023-01"),
            Entry("4", "Cabinet Members' updates", "Leader", "Verbal"),
            Entry("5", "Framing Brackenshire: commitments for the year ahead", "Leader", "", "B-PLAN-2023"),
            Entry("6", "Revenue and capital monitoring: month 10", "Finance", "", "B-FIN-2023"),
            Entry("7", "Quarterly performance report", "Leader", "To follow"),
            Entry("8", "Highways strategy: annual update", "Highways", "", "B-HWY-2023"),
            Entry("9", "Libraries strategy: annual update", "Communities", "", "B-LIB-2023"),
            Entry("10", "What the Council pays for care homes", "Adult Social Care", "", "B-CARE-2023"),
            Entry("11", "Exclusion of the press and public", "Monitoring Officer", "Verbal"),
            Entry("12", "Claim against the Council (exempt)", "Monitoring Officer", "Not public"),
        ),
        notes=("Unrestricted items: during these items the meeting is open to the public. Questions: Clerk to the Cabinet, Shire Hall, Aldersby.",),
    )
]
