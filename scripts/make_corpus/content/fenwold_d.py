"""Fenwold Partnership NHS Foundation Trust: a new building, the use of detention, and the Board pack of May 2023."""

from __future__ import annotations

from scripts.make_corpus.content.fenwold_a import FENWOLD
from scripts.make_corpus.content.fenwold_c import MAY
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import CFO_F, MD_F
from scripts.make_corpus.frameworks import strategic
from scripts.make_corpus.packs import Entry, Pack

# fmt: off
PAPERS = Shelf(**FENWOLD)

PAPERS.add(
    "F-ESTATE-2023",
    """
# 1. Summary

Reedmace Hospital was built in 1931. Its two wards have shared bathrooms, a single lift and a boiler for which
parts are made to order. This paper asks the Board to approve the business case for moving both wards to a
new building beside Marram House, at a cost of £38.6m.

# 2. Why move

Three reasons are given by those who work there. A nurse cannot see all of a corridor from any one place.
Families from Cawdyke must take two buses. And the men's and the women's bedrooms are parted by a door that has
to be guarded at night, by someone who could be doing something else.

# 3. What would be built

Forty bedrooms, each with a shower and a window that opens; four gardens, one of them for visiting children; a
gymnasium; rooms for families to stay over. The ward office goes, and its place is taken by a desk in the day
room. People who have been patients drew the first sketches and have seen every version since.

# 4. Options

|widths 46 18 18 18
| Option | Cost | Years | Score |
| Do the least: lift, boiler, bathrooms | £9.1m | 2 | 38 |
| Rebuild at Reedmace | £44.0m | 5 | 61 |
| New building at Marram House | £38.6m | 4 | 79 |

# 5. Money

£30m would come from the national programme and the rest from selling the Reedmace site. If the sale
fetched less than we have allowed, the garden wing would be left until later. The yearly cost of running
the wards falls by £0.7m.

# 6. Timetable

{{p own=Chief Finance Officer; due=by the end of Q3 2023/24>2023-12-31|The Chief Finance Officer will submit the case to the national programme by the end of Q3 2023/24.}}
{{a|It is our ambition that no child who visits a parent should have to walk through a ward.}}

# 7. Recommendation

@recommendation

@sign
""",
    title="A new building for the Reedmace wards: business case", item="11", **MAY, purpose=("approval",), presented_by=(CFO_F,),
    authors=(("Leopold Carraway", "Head of Estates"),), date="2023-05-11", date_raw="11 May 2023", foi_status="part_exempt",
    foi="{{c c=FOIA s.43; scope=Appendix C; why=it is commercial in confidence|Appendix C is exempt from publication under section 43 of the Freedom of Information Act 2000 as it is commercial in confidence.}} "
    "{{c c=EIR r.12(4)(d); scope=Appendix D, the ground survey; why=the survey is still being completed|Appendix D, the ground survey, is excepted under regulation 12(4)(d) of the Environmental Information Regulations 2004 because the survey is still being completed.}}",
    risks=(strategic("SR2", "2023-05-25", 3, 5), strategic("SR4", "2023-05-25", 3, 4)),
    recommendation="The Board is asked to approve the business case for a new building at Marram House.",
    extra={"previous": "Finance and Performance Committee, 4 May 2023"},
)

PAPERS.add(
    "F-MHA-2023",
    """
# 1. Purpose

The Trust has powers to keep people in hospital against their will. Once a year the Board is told how often
they were used, on whom, and whether the paperwork was right.

# 2. How often

|widths 52 16 16 16
| Power | 2020/21 | 2021/22 | 2022/23 |
| {{o|Section 2}}, admission for assessment | 388 | 401 | 422 |
| {{o|Section 3}}, admission for treatment | 214 | 226 | 219 |
| {{o|Section 5(2)}}, a doctor's holding power | 61 | 58 | 49 |
| {{o|Section 136}}, brought by the police | 512 | 560 | 471 |

Black people were four times as likely as white people to be brought in by the police. That figure has not
improved in five years. The Trust's Race and Detention Group, which has members from three churches and a
barber's shop, has asked that officers ring our crisis line before acting; where they do, half of those they
ring about go home.

# 3. Were the papers right

Nineteen detentions were found to be unlawful on scrutiny because a form was unsigned or late. All nineteen
people were told and offered help to complain. In the year before there had been thirty-one.

# 4. Leave and aftercare

A sample of sixty {{o|section 17 leave}} forms was read. Forty-four gave conditions that a patient could understand.
Of 380 people entitled to aftercare under {{o|section 117}}, 352 had a plan; the other 28 were known to the county,
with which we hold a {{o|section 75 agreement}} for social workers.

# 5. Coroner

One {{o|regulation 28 report}} was received in the year. It concerned a woman who died while absent without
leave, and asked that families be rung at once when someone does not come back. That is now done.

# 6. What is next

{{p own=Medical Director; due=by the end of Q2 2023/24>2023-09-30; m=detentions found unlawful; d=at_most; v=10; u=detentions|The Medical Director will bring detentions found unlawful down to no more than 10 detentions in a half-year by the end of Q2 2023/24.}}

# 7. Recommendation

@recommendation

@sign
""",
    title="Mental Health Act: annual report 2022/23", item="12", **MAY, purpose=("assurance",), presented_by=(MD_F,), authors=(("Constance Wray-Osei", "Mental Health Act Manager"),),
    date="2023-05-10", date_raw="10 May 2023", financial_year="2022/23", foi="Public", foi_status="open", risks=(strategic("SR2", "2023-05-25", 3, 5),),
    recommendation="The Board is asked to take assurance that the powers were lawfully used save as set out in section 3.",
    story="Sections of the Mental Health Act, the 2006 Act and the coroners' regulations; none of them an exemption.",
)

PACKS = [
    Pack(
        file="fenwold/2023/Board of Directors public pack May 2023.pdf", body="fenwold", organisation="Fenwold Partnership NHS Foundation Trust",
        meeting="Board of Directors, meeting in public", date="2023-05-25", date_raw="Thursday 25 May 2023, 1.00pm", place="Withy Lane Centre, Cawdyke",
        theme="green", bookmarks="items", stamp="Pack page {n}",
        entries=(
            Entry("1", "Welcome, apologies and interests", "Chair", "verbal"),
            Entry("2", "Minutes of 30 March 2023", "Chair", "enclosed", "F-MIN-2023-03"),
            Entry("3", "Action log", "Trust Secretary", "enclosed", "F-LOG-2023-05"),
            Entry("4", "A story from a family", "Executive Director of Nursing", "presentation"),
            Entry("5", "Chief Executive's report", "Chief Executive", "to follow"),
            Entry("8", "Restraint on our wards", "Executive Director of Nursing", "enclosed", "F-RESTRAINT-2023"),
            Entry("10", "Board Assurance Framework: quarter 4", "Trust Secretary", "enclosed", "F-BAF-2023-05"),
            Entry("11", "A new building for the Reedmace wards", "Chief Finance Officer", "enclosed", "F-ESTATE-2023"),
            Entry("12", "Mental Health Act: annual report", "Medical Director", "enclosed", "F-MHA-2023"),
            Entry("13", "Questions from governors and the public", "Chair", "verbal"),
        ),
        notes=("The Board then meets in private.", "Next meeting: Thursday 27 July 2023, Council Chamber, Merefleet."),
    )
]
