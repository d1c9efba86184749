"""Brackenshire County Council: libraries, a depot that was not sold, and its Cabinet's minutes, 2019 and 2020."""

from __future__ import annotations

from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import LBD_B, LEAD_B1, LIB_B

# fmt: off
BRACKENSHIRE = {
    "body": "brackenshire", "organisation": "Brackenshire County Council", "form": "council", "theme": "plain",
    "meeting": "Cabinet", "footer": "{n}",
}
PAPERS = Shelf(**BRACKENSHIRE)
FIN = ("Alan Merriweather-Dunn", "Corporate Director for Finance")
NOV = {"meeting_date": "2019-11-28", "meeting_date_raw": "28 November 2019"}

PAPERS.add(
    "B-LIB-2019",
    """
# 1. Introduction

1.1 Open Doors, the Council's strategy for its libraries, was adopted in May 2018 after 11,400 people had
answered a questionnaire and rather more had signed petitions. It was written in the shadow of an earlier plan,
which would have shut eleven branches, and its first sentence says that no branch is to be shut. This is the
first annual update.

1.2 There are 34 libraries, three vans that visit 212 stops, and a service that takes books to the homes of
people who cannot get out. Between them they cost £7.9m in 2018/19, which is £9.60 for each resident.

# 2. What the strategy set out to do

2.1 The strategy has four goals:

- {{n|Keep every library open}}
- {{n m=active borrowers; d=at_least; v=70000; u=active borrowers; due=by March 2024>2024-03-31|Have at least 70,000 active borrowers by March 2024}}
- {{n|Give every town library a quiet room in which to study}}
- {{n|Offer help with forms and computers in each branch}}

2.2 The baseline for the second goal is the count of March 2018, when 58,300 people had borrowed something in
the twelve months before.

# 3. Where things stand

3.1 The figures for the first full year are better than were expected. The count of active borrowers is the
first to have risen since 2009.

|widths 40 20 20 20
| Measure | 2017/18 | 2018/19 | Change |
| Active borrowers | 58,300 | 61,200 | +5.0% |
| Visits | 1,391,000 | 1,422,000 | +2.2% |
| Electronic loans | 71,000 | 88,000 | +23.9% |
| Volunteers | 264 | 310 | +17.4% |
| Hours open each week, all branches | 1,104 | 1,071 | -3.0% |

3.2 Hours fell because Hexley Cross lost its heating for seven weeks and because four village branches could not
find anyone for Saturdays. {{p own=Head of Libraries; due=by the end of January 2020>2020-01-31|The Head of Libraries will restore Saturday opening at the four village branches by the end of January 2020.}}

3.3 Nine of the twelve town libraries have a quiet room. The one at Sallowfield was made out of a store that
held forty years of bound newspapers, now in the county archive, and is full by ten o'clock on any day in May.

3.4 Parents were asked why they came. The commonest answer had nothing to do with books. It was somewhere warm
where a toddler may make a noise and nobody expects one to buy a coffee. Story time now runs in 29 branches and
draws 1,900 children in an ordinary week.

# 4. Vans

4.1 Members asked last year whether the vans were worth their cost. Of the 212 stops, 38 had fewer than three
callers at each visit. Drivers were asked about those 38 before any was touched, and in eleven of them they
named somebody for whom theirs was the only knock at the door in a fortnight. Those eleven have passed to the
home service. The others have ended, and the time has gone to new estates at Corvale and Penny Marsh.

# 5. Financial implications

5.1 The service spent £64,000 less than its budget. A new roof at Wrenhythe, which is £410,000, stands in the
capital programme. Half of that comes from a developer under a {{o|section 106 agreement}} made when the old
brewery was turned into flats.

5.2 The fund for books has stood at £740,000 since 2014. What that buys has shrunk by about a seventh.

# 6. Legal implications

6.1 A county must by law run a comprehensive and efficient library service. Counsel advised in 2017 that the
earlier plan might have fallen short of it. No such doubt attaches to the present one.

# 7. Equalities

7.1 Women make up 63 per cent of borrowers, and people over seventy 24 per cent. Young men hardly come at all. A
games night that was tried at Great Tarn brought forty of them on its first evening, eleven of whom have since
taken out a card.

# 8. Conclusions

8.1 The strategy has made a sound start. {{a|We want a child in any part of the county to be able to walk into a library as if it were hers.}}

# 9. Report author

@sign
""",
    file="brackenshire/2019/Open Doors first annual update - Cabinet 26 September 2019.pdf", title="Open Doors: first annual update of the libraries strategy",
    meeting_date="2019-09-26", meeting_date_raw="26 September 2019", presented_by=(LIB_B,), authors=(LBD_B,), date="2019-09-12", date_raw="12 September 2019",
    foi="Unrestricted", foi_status="open", recommendation="Cabinet is asked to note the progress of the libraries strategy in its first year.",
    extra={
        "Past pathway:": "Communities Cabinet Committee - 10 September 2019", "Future pathway:": "None", "Electoral division:": "All",
        "summary": "Eighteen months ago the Council chose to keep all of its libraries. More people now use them, more of them give their time, and fewer branches open on a Saturday than should.",
    },
    story="First of four updates of Open Doors: 61,200 borrowers against a goal of 70,000 by March 2024; goals restated and cut later.",
)

PAPERS.add(
    "B-DEPOT-2019",
    """
# 1. Introduction

1.1 The highways depot at Corvale was built in 1958 for steam rollers. Gritting lorries have to be backed in
one at a time, the salt is kept under a tarpaulin, and the yard floods when the Corve does. In 2017 Cabinet
agreed that the depot should move to Hexley Cross, next to the trunk road, and that the old site should be sold
to pay for it.

1.2 The new depot opened on 14 October, eleven days before the first frost. The old site is empty. It costs
£2,300 a week to guard.

# 2. The site

2.1 The land comes to 2.9 hectares. It is ten minutes on foot from Corvale station and is down for about 95
homes in the district's local plan. Fuel was stored there for fifty years and the ground under the pumps is
foul. A survey puts the clearing of it at between £0.6m and £1.1m, the width of the range being due to a tank
that is on a drawing of 1961 and cannot be found.

2.2 The district council, which decides planning applications, has said that it would look for a third of the
homes to be let at rents that people on local wages can pay, for a crossing on Station Road and for money
towards the primary school. These would be settled in a {{o|section 106 agreement}}.

# 3. Options

3.1 Four courses were considered.

|widths 8 46 46
| | Option | Assessment |
| A | Keep the site for the Council's own use | No service has a need for it. |
| B | Sell it as it is to the highest bidder | Quick, but the buyer would knock the price down for the ground. |
| C | Clear the ground and sell with outline permission | A year longer and £1m at risk. |
| D | Sell now, with a share of any later gain | A fair price at once and some protection. |

3.2 Bids on the footing of option D were asked for in July. Seven came, from five housebuilders, a housing
association and a self-storage company. They have been scored on price, on how certain the money is and on how
soon homes would be built. The scoring and the names are in Appendix 2.

# 4. Views of residents and local Members

4.1 The local Member, Councillor Ferris, supports homes on the site and not seven-storey ones. A meeting at the
Methodist hall drew 130 people. The subject that came up most was lorries, and after lorries, newts. There is a
pond behind the old weighbridge, which was thought to be dry. It is not.

# 5. Risk

5.1 Should the buried tank turn out to have leaked, the cost might fall on the Council, since it was owner when
the harm was done. The draft contract passes the risk to the buyer up to £500,000.

# 6. Financial implications

6.1 The capital programme counts on £4.0m from this sale. Should less than that be had, the difference is to be
borrowed at a cost of about £60,000 a year for each million.

# 7. Legal implications

7.1 Land must be sold for the best consideration that can reasonably be obtained, under {{o|section 123 of the Local Government Act 1972}}. The head of
property advises that option D meets the test.

# 8. Exempt information

8.1 The report is open. {{c c=LGA1972 Sch12A para 3; scope=Appendix 2; why=it contains the bids of seven companies and the Council's own valuation|Appendix 2 is exempt under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972, because it contains the bids of seven companies and the Council's own valuation.}}
Until contracts are exchanged, the public interest in a good price outweighs that in seeing the bids.

# 9. Recommendation

@recommendation

# 10. Report author

@sign
""",
    file="brackenshire/2019/Report - Disposal of the former highways depot, Corvale.pdf", producer="fpdf2", theme="serif", header="Agenda Item 7", item="7",
    title="Disposal of the former highways depot, Corvale", **NOV, presented_by=(LEAD_B1, FIN), authors=(("Thea Ormerod-Vance", "Head of Property"),),
    date="2019-11-18", date_raw="18 November 2019", foi="Unrestricted, apart from Appendix 2", foi_status="part_exempt",
    recommendation="Cabinet is asked to agree to the sale of the former depot to the bidder named in Appendix 2 and to delegate the terms to the Corporate Director for Finance.",
    extra={
        "Decision no:": "19/00073", "Key decision:": "Yes - the receipt is above £1m", "Past pathway:": "None", "Future pathway:": "None",
        "Electoral division:": "Corvale West", "recommendation_on_cover": False,
        "summary": "The old depot at Corvale is empty and costs money to guard. Seven bids have been received. The report asks Cabinet to choose one.",
    },
    story="Minute 19/087 defers this decision because of the pond; the sale is agreed in January 2023 (minute 23/008).",
)

PAPERS.add(
    "B-MIN-2019-11",
    """
**Present:** Councillor Edmund Foxlease (Leader, in the chair), Councillor Joyce Ravenglass, Councillor Desmond
Harkaway, Councillor Odette Plumridge, Councillor Piers Whinfell, Councillor Agnes Torrington

**In attendance:** Gwendolen Marsh (Monitoring Officer), Alan Merriweather-Dunn (Corporate Director for Finance),
Sunita Braithwell (Corporate Director for Adult Social Care), Thea Ormerod-Vance (Head of Property)

**19/081 Apologies.** None.

**19/082 Declarations of interest.** Councillor Whinfell said that his sister lived in Station Road, Corvale, and that
he would leave the room for item 7.

**19/083 Minutes.** The minutes of 26 September 2019 were agreed and signed.

**19/084 Matters arising.** Cabinet went through what was left over from earlier meetings.

@log

**19/085 Leader's announcements.** The Leader thanked the crews who had worked through two nights when the Corve
came over the bridge at Wrenhythe. Thirty-one houses had been flooded. He read out a letter from a woman of
ninety who had been carried down her own stairs by a man from the drains gang.

**19/086 Revenue monitoring, half year.** Mr Merriweather-Dunn reported that the Council was likely to be £3.8m
over its budget at the end of the year, of which £2.9m was for the care of older people. It was not a figure at
which a {{o|section 114 notice}} came into view, but he did not wish to be asked later why he had said nothing.
Councillor Torrington asked what a home charged the Council and what it charged a family who paid for themselves.
Ms Braithwell said £612 and, on average, £884 a week. RESOLVED that the report be noted.

Action: {{x own=Corporate Director for Adult Social Care; due=by 31 January 2020>2020-01-31|Corporate Director for Adult Social Care to set out what each home is paid and how that was arrived at by 31 January 2020.}}

**19/087 Former highways depot, Corvale.** Ms Ormerod-Vance presented the report. A resident, Mrs Oakeshott, spoke
for three minutes about the pond behind the weighbridge and produced a photograph of a great crested newt, dated
the previous Sunday. Members were advised that a sale made without a survey could be unwound. Councillor
Harkaway thought that a week of guarding cost less than a year of lawyers. RESOLVED that the decision be deferred
until a survey of the pond had been made in the spring.

Action: {{x own=Head of Property; due=by the end of June 2020>2020-06-30|Head of Property to bring back the disposal with an ecological survey by the end of June 2020.}}

**19/088 Exclusion of the press and public.** RESOLVED that, under {{o|section 100A(4) of the Local Government Act 1972}},
{{c c=LGA1972 Sch12A para 3, LGA1972 Sch12A para 5; why=it was likely to involve the disclosure of exempt information as defined in paragraphs 3 and 5 of Part 1 of Schedule 12A to the Act|the press and public be excluded from the meeting for the remaining item on the grounds that it was likely to involve the disclosure of exempt information as defined in paragraphs 3 and 5 of Part 1 of Schedule 12A to the Act.}}

**19/089 Claim by a contractor.** The decision is recorded in a separate minute.

The meeting, which had begun at 10.00am, ended at 12.25pm.
""",
    form="plain", producer="fpdf2", theme="plain", file="brackenshire/2019/Printed minutes 28 November 2019 Cabinet.pdf",
    title="Minutes of a meeting of the Cabinet held on Thursday 28 November 2019", meeting_date="2019-11-28", sections_certain=False,
    extra={
        "form": "minutes", "under_title": ("Council Chamber, Shire Hall, Aldersby",),
        "log": (
            ("19/052", "Write to the water company about the outfall at Penny Marsh", "DH", "30 September 2019>2019-09-30", "Done"),
            ("19/066", "Say how many care leavers rent from a private landlord", "SB", "October 2019>2019-10-31", "Done - 71"),
            ("19/070", "Visit the village branches that are shut on Saturdays", "OP", "December 2019>2019-12-31", "Two visited"),
        ),
    },
    story="The depot's sale is deferred; s.100A(4) resolution under paragraphs 3 and 5.",
)

PAPERS.add(
    "B-LIB-2020",
    """
# 1. Introduction

1.1 Libraries closed their doors at five o'clock on Friday 20 March. For a service whose strategy is called Open
Doors it was a hard thing to put on a notice. This second annual update tells what was done instead and what has
been learnt from it.

# 2. While the buildings were shut

2.1 Anybody with a postcode in the county could join from home in three minutes, without showing a card or a
bill. In the first week 2,140 people did. The number of electronic books lent in April was more than in the whole
of the previous autumn, and the waiting list for one novel about a pandemic reached 311.

2.2 The staff who could not lend were lent. Sixty-two went to the shielding hub, where they rang people who had
been told not to leave home. They were given a script about food parcels. After a week they stopped using it,
since what people wanted was to talk, and a list of who would like a second call grew to 870 names.

2.3 Six branches stayed open by appointment for the use of a computer. A person who has lost work has to claim
on-line, and in parts of Sallowfield one household in five has no way to do so.

# 3. Opening again

3.1 Twenty branches opened for collection in July: readers said what they liked and a librarian chose. Returned
books rest for 72 hours. Browsing came back to eighteen of them in September. {{p own=Head of Libraries; due=by 30 November 2020>2020-11-30|The Head of Libraries will open the other 14 branches for collection by 30 November 2020.}}
That depends on nothing but screens and rotas, both of which are in hand.

|widths 46 18 18 18
| Measure | 2018/19 | 2019/20 | April to September 2020 |
| Active borrowers | 61,200 | 62,050 | not counted |
| Visits | 1,422,000 | 1,366,000 | 39,000 |
| Electronic loans | 88,000 | 112,000 | 241,000 |
| Volunteers | 310 | 318 | 96 |

# 4. The goals of the strategy

4.1 It would be foolish to pretend that a goal of 70,000 active borrowers, set in another world, can be measured
this year. The goal stands. Whether it should is a question for the update after next, when a full year of
figures is to hand.

4.2 The quiet rooms are being used to store returned books. Saturday opening was restored at all four villages in
January and lasted for nine Saturdays.

# 5. Money

5.1 Fines and hire brought in £188,000 less than in the same months of 2019. The Government's scheme makes good
about two thirds of that. Fines have not been charged since March, nobody has kept a book because of it so far as
can be told, and {{a|we should like never to charge a child a fine again.}}

# 6. Equalities

6.1 The people who gained from electronic lending were mostly under fifty. Those who lost most were the 1,120
readers of the home service, who had no deliveries for eight weeks. Volunteers over seventy were asked to stay at
home and eighty of them have not come back.

# 7. Recommendation

@recommendation

# 8. Report author

@sign
""",
    file="brackenshire/2020/20-00058 Open Doors second annual update.docx", producer="word", tick="boxes", title="Open Doors: second annual update of the libraries strategy",
    meeting_date="2020-10-22", meeting_date_raw="22 October 2020", presented_by=(LIB_B,), authors=(LBD_B,), date="2020-10-09", date_raw="9 October 2020",
    foi="Unrestricted", foi_status="open", recommendation="Cabinet is asked to note the second annual update and to thank the staff of the library service.",
    extra={"Past pathway:": "None", "Future pathway:": "None", "Electoral division:": "All", "recommendation_on_cover": False,
           "summary": "The report describes the year to September 2020, for half of which no library was open."},
    story="Second update: electronic loans 241,000 in six months; the goal of 70,000 stands for now.",
)
