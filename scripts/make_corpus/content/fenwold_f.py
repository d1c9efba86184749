"""Fenwold Partnership NHS Foundation Trust: one paper in two packs, a review withheld, and the packs of September 2024."""

from __future__ import annotations

from scripts.make_corpus.content.fenwold_a import FENWOLD
from scripts.make_corpus.content.fenwold_e import SEPT
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import MD_F, NUR_F, PEO_F, QI_F
from scripts.make_corpus.frameworks import strategic
from scripts.make_corpus.packs import Entry, Pack

# fmt: off
PAPERS = Shelf(**FENWOLD)
QSC = {"meeting": "Quality and Safety Committee", "meeting_date": "2024-09-10", "meeting_date_raw": "10 September 2024"}

_LEARN = """
# 1. Purpose

Every quarter the Trust looks at the deaths of people who were known to us, asks of each whether anything could
have been done differently, and says what it means to do about the answer. 118 people died in the first
quarter of 2024/25. Nearly all were old and had been ill for a long time.

# 2. What the reviews found

{reviewed} of the 118 deaths have been reviewed. In nine the care was judged to have been poor in some way. Three
things came up more than once.

- Families had rung, sometimes for days, and what they said had not reached the person who was deciding.
- Medicines for the body were stopped on admission and not begun again.
- When someone missed an appointment a letter was sent, and nobody knocked.

Four of the nine were people with a learning disability. They died, on average, at 58.

# 3. Two cases

A man of 44 died of a blocked bowel. He took a medicine that is known to cause it, and his sister had told the
ward twice that he was in pain. He could not say so himself. A woman of 29 took her own life nine days after
leaving hospital; her first visit at home had been put off from the third day to the tenth because of
a training day.

The coroner has since sent the Trust a {{{{o|regulation 28 report}}}} about the second, and the Trust has
replied. {{{{p own=Chief Operating Officer; due=by 31 December 2024>2024-12-31; m=people leaving hospital; v=95; u=per cent; d=at_least|The Chief Operating Officer will ensure that at least 95 per cent of people leaving hospital are seen at home within three days by 31 December 2024.}}}}

# 4. What is changing

Each ward now has a telephone that is answered only for families. {{{{p own=Chief Pharmacist; due=by the end of Q3 2024/25>2024-12-31|The Chief Pharmacist will check every new inpatient's other medicines within a day of admission by the end of Q3 2024/25.}}}}
{extra}

# 5. Freedom of information

The report is for publication, apart from Appendix 1. {{{{c c=FOIA s.41; scope=Appendix 1; why=it is drawn from the records of people who have died, which they gave to their doctors in confidence|Appendix 1 is exempt under section 41 of the Freedom of Information Act 2000 because it is drawn from the records of people who have died, which they gave to their doctors in confidence.}}}}
{{{{c c=FOIA s.40(2); scope=The names of staff in Appendix 2; why=junior staff would not expect to be named in public|The names of staff in Appendix 2 have been removed under section 40(2) of that Act, as junior staff would not expect to be named in public.}}}}

# 6. Recommendation

@recommendation

@sign
"""

PAPERS.add(
    "F-LEARN-2024-V1",
    _LEARN.format(reviewed="Ninety-one", extra="A third change, on missed appointments, is still being argued over."),
    title="Learning from deaths: quarter 1, 2024/25", item="5", **QSC, purpose=("assurance", "discussion"), presented_by=(MD_F,),
    authors=(("Dr Hamish Ollerenshaw", "Mortality Lead"),), date="2024-09-02", date_raw="2 September 2024", financial_year="2024/25",
    foi_status="part_exempt", tick="boxes", risks=(strategic("SR2", "2024-09-10", 2, 5),), header="Learning from deaths Q1 v1",
    recommendation="The Committee is asked to discuss the two cases and to take assurance from the changes in section 4.",
    story="v1, for the Committee; v2 goes to the Board a fortnight later with more reviews and a third change.",
)
PAPERS.add(
    "F-LEARN-2024-V2",
    _LEARN.format(
        reviewed="A hundred and four",
        extra="{{p own=Chief Operating Officer; due=by 1 November 2024>2024-11-01|From a proposal of the Committee, the Chief Operating Officer will have every missed first appointment followed by a visit by 1 November 2024.}}",
    ),
    title="Learning from deaths: quarter 1, 2024/25", item="8", **SEPT, purpose=("assurance",), presented_by=(MD_F,),
    authors=(("Dr Hamish Ollerenshaw", "Mortality Lead"),), date="2024-09-17", date_raw="17 September 2024", financial_year="2024/25",
    foi_status="part_exempt", tick="boxes", risks=(strategic("SR2", "2024-09-26", 2, 5),), header="Learning from deaths Q1 v2",
    recommendation="The Board is asked to take assurance from the changes in section 4.",
    extra={"previous": "Quality and Safety Committee, 10 September 2024 (v1)"},
    story="v2 of the same paper.",
)

PAPERS.add(
    "F-CULTURE-2024",
    """
# 1. Background

In May a healthcare assistant on Willowherb ward told a Freedom to Speak Up Guardian that she was afraid to come
to work. Two others said the same within a week. The Executive Director of Nursing asked someone from outside
to spend a month on the ward, by day and by night, and to write down what he saw.

# 2. What was seen

Most people on the ward are kind. A small group, who have worked the same nights together for nine years, set
the tone for the rest. Jokes are made about patients in front of them. New starters are tested by being left
alone with the most frightening man on the ward. The manager knows, and goes home at five.

Nobody was found to have been hit. Two people had had their shoes taken away so that they would not ask to go
out.

# 3. What the reviewer advises

He advises that the group be broken up, that the manager be moved and not dismissed, and that the patients be
told by people whom they trust, with pictures. He doubts that the ward should be where it is: it is the last
building before the ring road and nobody passes.

# 4. What has been done

The night shifts were mixed from 12 August. A family member now sits with the ward team on Mondays.
{{p own=Executive Director of Nursing; due=in November 2024>2024-11-30|The Executive Director of Nursing will ask the reviewer back in November 2024.}}

# 5. Why this paper is not published

{{c c=FOIA s.36(2)(c); scope=This paper; why=staff who spoke to the reviewer on the footing that they could be frank would not do so again|This paper is exempt under section 36(2)(c) of the Freedom of Information Act 2000 because staff who spoke to the reviewer on the footing that they could be frank would not do so again.}}
Beatrix Onuoha, Chief Executive, who is the qualified person, gave her opinion on 3 September 2024 that
publication would be likely to prejudice the conduct of public affairs, and reviewed the public interest on the
same day: knowing what goes on in a ward weighs heavily, but the summary given to the Board in public meets
it. {{c c=FOIA s.41; scope=The statements in Annex A; why=three people gave them in confidence and could bring an action if it were broken|The statements in Annex A are also exempt under section 41, since three people gave them in confidence and could bring an action if it were broken.}}

# 6. Recommendation

@recommendation

@sign
""",
    title="Willowherb ward: what an outsider saw", item="7", **QSC, purpose=("discussion",), presented_by=(NUR_F, PEO_F), authors=(QI_F,), date="2024-09-04",
    date_raw="4 September 2024", foi_status="exempt", tick="x", producer="fpdf2", theme="plain", risks=(strategic("SR1", "2024-09-10", 3, 4), strategic("SR2", "2024-09-10", 2, 5)),
    recommendation="The Committee is asked to discuss the review and to advise on whether Willowherb ward should move.",
    story="s.36(2)(c) with a qualified person's opinion, name and date, and the public interest weighed.",
)

PAPERS.add(
    "F-MEDS-2024",
    """
# 1. Why this report

Last year a nurse gave one man's injection to another of the same surname. Since then the pharmacy has counted
not only what goes wrong but what nearly did.

# 2. The count

|widths 46 18 18 18
| Quarter 1, 2024/25 | Reported | Caught in time | Harm |
| Wrong person | 11 | 9 | 0 |
| Wrong dose | 47 | 31 | 2 |
| Not given | 160 | 12 | 5 |
| Given without a legal form | 23 | 14 | 0 |
| Storage too warm | 38 | 38 | 0 |

Most of what is missed is missed on Sunday evenings. Wards with a pharmacy technician miss half as much as
wards without.

# 3. Controlled drugs

A tin of eleven tablets could not be accounted for at Bulrush ward. The police were told. It was found in
September behind a drawer, with all eleven inside, and the nurse who had been suspended is back at work.

# 4. What is proposed

{{p own=Chief Pharmacist; due=by the end of Q4 2024/25>2025-03-31|The Chief Pharmacist will put a technician on every ward at weekends by the end of Q4 2024/25.}} It costs £96,000 and is
paid for by wasting less.

# 5. Risk

The committee's own register carries one risk here: {{s name=medicine given to the wrong person; kind=current; l=2; c=5; score=10|medicine given to the wrong person, scored 2 x 5 = 10}}. It had been {{s name=medicine given to the wrong person; kind=initial; l=4; c=5; score=20|4 x 5 = 20 at first}}.

# 6. Recommendation

@recommendation

@sign
""",
    title="Medicines safety: quarter 1", item="6", **QSC, purpose=("assurance",), presented_by=(MD_F,), authors=(("Ebele Winterbourne", "Chief Pharmacist"),),
    date="2024-09-03", date_raw="3 September 2024", foi="Public", foi_status="open", tick="zapf", risks=(strategic("SR2", "2024-09-10", 2, 5),),
    recommendation="The Committee is asked to take assurance on medicines safety and to support weekend technicians.",
)

_TRUST = "Fenwold Partnership NHS Foundation Trust"
PACKS = [
    Pack(
        file="fenwold/2024/QSC papers 10 Sep 2024.pdf", body="fenwold", organisation=_TRUST, meeting="Quality and Safety Committee", date="2024-09-10",
        date_raw="Tuesday 10 September 2024, 9.00am", place="by video", bookmarks="none", producer="fpdf2",
        entries=(
            Entry("1", "Apologies and interests", "Chair", "verbal"),
            Entry("4", "Visits to wards: what members saw", "All", "verbal"),
            Entry("5", "Learning from deaths: quarter 1", "Medical Director", "enclosed", "F-LEARN-2024-V1"),
            Entry("6", "Medicines safety: quarter 1", "Chief Pharmacist", "enclosed", "F-MEDS-2024"),
            Entry("7", "Willowherb ward (confidential)", "Executive Director of Nursing", "enclosed", "F-CULTURE-2024"),
            Entry("8", "Safeguarding annual report", "Executive Director of Nursing", "deferred"),
        ),
        notes=("Members are asked to delete item 7 after the meeting.",),
    ),
    Pack(
        file="fenwold/2024/Public Board papers 26.09.24 FINAL v2.pdf", body="fenwold", organisation=_TRUST, meeting="Board of Directors, meeting in public", date="2024-09-26",
        date_raw="Thursday 26 September 2024, 1.00pm", place="Council Chamber, Merefleet", theme="serif", bookmarks="none", stamp="{n}", dividers=True,
        entries=(
            Entry("1", "Welcome and apologies", "Chair", "verbal"),
            Entry("2", "Minutes of 25 July 2024", "Chair", "enclosed", "F-MIN-2024-07"),
            Entry("3", "Action log", "Trust Secretary", "tabled"),
            Entry("7", "Our priorities for 2024/25: half way", "Chief Executive", "enclosed", "F-PRIO-2024"),
            Entry("8", "Learning from deaths: quarter 1", "Medical Director", "enclosed", "F-LEARN-2024-V2"),
            Entry("9", "Finance report: month 5", "Chief Finance Officer", "enclosed", "F-FIN-2024"),
            Entry("10", "Any other business", "Chair", "verbal"),
        ),
    ),
]
