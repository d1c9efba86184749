"""Harrowmere Teaching Hospitals NHS Trust, 2025 and 2026: the pack of November, research made Eager, a promise revived."""

from __future__ import annotations

from dataclasses import replace

from scripts.make_corpus.content.harrowmere_b import HARROWMERE
from scripts.make_corpus.content.harrowmere_c import year_list
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import (
    CDIO_H,
    CEO_H2,
    CMO_H,
    CN_H2,
    COO_H2,
    QI_H,
    RI_H,
    SEC_H2,
)
from scripts.make_corpus.frameworks import row
from scripts.make_corpus.model import Risk
from scripts.make_corpus.packs import Entry, Pack

# fmt: off
PAPERS = Shelf(**{**HARROWMERE, "theme": "plain"})
NOV = {"meeting_date": "2025-11-27", "meeting_date_raw": "27 November 2025"}

PAPERS.add(
    "H-COMM-2025",
    f"""
# 1. Summary

Six commitments are put forward for 2025/26. Four are carried over, two of them with a new figure, and one is new.
The promise to halve the number of people in corridor beds becomes a promise to have none.

# 2. How the year went

In the last week of February six people at most were in a corridor at any one time, against twenty-two a year before.
Turnover is 9.6 per cent. Infections fell by sixteen in a hundred, most of that through better care of lines.
Waste reduction will close at £33.1m of £33.5m.

7,020 people have joined a study. Two large trials ended early, in both cases because the treatment worked. It is
suggested that the figure be one that can be reached.

# 3. Our annual commitments for 2025/26

{year_list("2025/26")}

# 4. One record

At present a doctor at St Oswin's who wishes to know what was prescribed at Queen Maud rings up. The records of the
two hospitals were bought in different decades from makers who dislike each other. The new record goes live in
February 2026 if the tests in the autumn are passed.

{{{{p own=Chief Digital and Information Officer; due=in November 2025>2025-11-30|The Chief Digital and Information Officer will tell the Board in November 2025 whether the tests were passed.}}}}

# 5. Financial Implications

The waste reduction plan is £36.2m, of which £4.0m depends on the new record and is therefore at risk.

# 6. Communication and Involvement

Six hundred staff voted on a longer list. Car parking came fourth and is not included.

# 7. Publication Under Freedom of Information Act

This paper may be published.

# 8. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2025/9 Annual commitments 2025-26.pdf", producer="fpdf2", title="Our annual commitments for 2025/26", item="9", meeting_date="2025-03-27",
    meeting_date_raw="27 March 2025", purpose=("approval",), presented_by=(CEO_H2,), authors=(("Cressida Wolverley", "Director of Strategy"),), date="2025-03-17",
    date_raw="17 March 2025", financial_year="2025/26", foi_status="open", tick="boxes",
    risks=(
        row("strategy", "2025-03-27", "Moving Towards", True),
        row("digital", "2025-03-27", "Moving Towards"),
        row("continuity", "2025-03-27", "Neutral", says="Cautious"),
    ),
    recommendation="The Board is asked to approve six annual commitments for 2025/26.",
    story="Length of stay has gone from the list and nobody says so; research is asked for less; corridors are to be ended, not halved.",
)

PAPERS.add(
    "H-MIN-2025-09",
    """
**Present:** Devlin Oyelaran-Pike (Chair), Priya Venkatraman-Cole, Tobias Lindqvist-Hale, Dr Imogen Farraday, Nadia
Okonjo-Whitby, Samir Dastoor, Lorna Peverell, Ignatia Broadwood, Crispin Aldous-Mbeki and Theodora Wray

**In attendance:** Owen Trefusis, Professor Anselm Korda (25/094)

**25/089 Welcome**

Members were shown the new stroke garden, which a patient's brother had built in six weekends.

**25/090 Minutes of 31 July 2025**

Agreed.

**25/092 Performance**

Mr Dastoor reported that 71.3 per cent of people had been seen within four hours in August. Mr Aldous-Mbeki asked
what had become of length of stay, since it was no longer among the commitments and nobody seemed to have decided
that it should not be. Ms Venkatraman-Cole said that it was measured still. She accepted that its going should have
been named.

**Action:** {{x own=Chief Executive; due=by January 2026>2026-01-31|Chief Executive to say in writing why length of stay left the list, by January 2026.}}

**25/093 Heat**

On three days in August it was 34 degrees on the top floor of Queen Maud. Fans had been bought, found to spread
infection and taken away. Ms Broadwood had seen a ward sister hand out ice lollies and thought that it was the
best thing done all day.

**Action:** {{x own=Director of Estates and Facilities; due=by April 2026>2026-04-30|Director of Estates and Facilities to fit external blinds to the top floor of Queen Maud by April 2026.}}

**25/094 Research**

Professor Korda asked whether the Board would look again at its appetite for research and innovation. He was not
asking for a decision that day. Dr Farraday would support a move if somebody other than the researchers watched over
it. It was agreed that a paper be brought in November.

**Action:** {{x own=Director of Research; due=in November 2025>2025-11-30|Director of Research to bring a proposal on the appetite for research and innovation risk in November 2025.}}

**25/095 Any other business**

None.
""",
    form="plain", title="Minutes of the Trust Board meeting held in public on 25 September 2025", meeting_date="2025-09-25", sections_certain=False, purpose=(),
    extra={"form": "minutes", "item_from_pack": True, "under_title": ("Education Centre, Queen Maud Hospital", "Draft")},
    story="A member notices that length of stay went from the list without a decision.",
)

PAPERS.add(
    "H-LOG-2025-11",
    """
@log
""",
    form="plain", title="Actions outstanding", **NOV, sections_certain=False, purpose=(), footer="{n}",
    extra={
        "form": "log", "item_from_pack": True, "under_title": ("Trust Board, 27 November 2025",),
        "log": (
            ("25/061", "Report on the state of the mortuary fridges", "GWM", "September 2025>2025-09-30", "Complete"),
            ("25/092", "Say in writing why length of stay left the list", "PVC", "January 2026>2026-01-31", "Not started"),
            ("25/093", "Fit external blinds to the top floor of Queen Maud", "GWM", "April 2026>2026-04-30", "In progress: two quotations received"),
            ("25/094", "Bring a proposal on the appetite for research and innovation risk", "AK", "November 2025>2025-11-30", "Complete - see item 9"),
        ),
    },
)

_IPR = """
# 1. Summary

October was better than October of last year in eleven measures, worse in four and the same in three. The four that are
worse all concern the weeks between a referral and a diagnosis.

# 2. Urgent care

|widths 46 18 18 18
| Measure | October 2024 | October 2025 | Plan |
| Seen within four hours | 68.9% | 72.6% | 75.0% |
| Ambulances handed over within 30 minutes | 74% | 83% | 85% |
| In the department more than 12 hours | 611 | 288 | 250 |
| People in corridors, most at once | 12 | 5 | 0 |
| Average length of stay (emergency) | 7.4 days | 7.1 days | 7.0 days |

Two things account for most of the improvement. A general practitioner now sits beside the ambulance entrance from
noon until midnight, and a lounge with recliners has taken the place of eleven trolleys. The recliners were paid for
by the League of Friends out of a legacy.

On 21 October both scanners at St Oswin's were out of use for five hours because a mouse had eaten through a cable. Nine
people were driven to Queen Maud. {{p own=Director of Estates and Facilities; due=by 31 December 2025>2025-12-31|The Director of Estates and Facilities will have the cable ducts at both hospitals sealed by 31 December 2025.}}

# 3. Planned care

|widths 46 18 18 18
| Measure | October 2024 | October 2025 | Plan |
| Waiting list | 61,204 | 58,870 | 57,500 |
| Waiting more than 52 weeks | 1,942 | 906 | 600 |
| Theatre sessions used | 81% | 86% | 88% |
| Cancelled on the day | 71 | 44 | 40 |

Cataract lists at the weekend, staffed by people who chose to work them, cleared 640 operations in nine weeks.
Children wait longest for the removal of tonsils; there is one surgeon and he is to retire. {{p own=Chief Medical Officer; due=by February 2026>2026-02-28|The Chief Medical Officer will agree a shared post with the children's hospital by February 2026.}}

# 4. Diagnosis

|widths 46 18 18 18
| Measure | October 2024 | October 2025 | Plan |
| Told whether it is cancer within 28 days | 77.9% | DIAGNOSIS | 80.0% |
| Scan within six weeks | 88% | 84% | 95% |
| Reports written within a week | 79% | 71% | 90% |
| Biopsies read within ten days | 83% | 69% | 90% |

Machines are not the trouble; people to read what they produce are. Of eighteen posts for pathologists six are empty.
Slides have been sent to a laboratory in the north since September at £41 each, and come back in eight days.

{{p own=Chief Operating Officer; due=by the end of Q4 2025/26>2026-03-31; m=of people within 28 days whether they have cancer; d=at_least; v=80; u=per cent|The Chief Operating Officer will tell at least 80 per cent of people within 28 days whether they have cancer by the end of Q4 2025/26.}}

# 5. Quality and safety

There were four serious incidents. In one, a man was given a meal that he could not swallow, although the sign above
the bed said so; the sign had been put above the next bed when the beds were moved for cleaning. Signs are now fixed
to the bed and not to the wall.

Forty-two infections have been counted since April against a limit of fifty-eight for the seven months. Hand washing
was watched on 812 occasions and done on 766.

The Care Quality Commission visited Ward 11 without notice on 9 October and said on the day that it had found nothing
to act upon. The {{o|Section 29A warning notice}} of 2022 on mandatory training was lifted in August.

# 6. People

Turnover is 9.1 per cent. Sickness is 5.4 per cent, and a third of it is put down to stress or worry. Nine in ten have
had an appraisal; one in two found it useful, which is the figure that we mean to report from now on.

# 7. Money

The Trust is £0.8m worse than plan after seven months. Ms Okonjo-Whitby expects to reach plan by March.

# 8. Risk

{{s name=Delay in diagnosing cancer; reference=CRR 17; kind=current; l=4; c=5; score=20|CRR 17, Delay in diagnosing cancer, has gone up to 20 (4 x 5)}} from fifteen.
{{s name=Care given in corridors; reference=CRR 24; kind=current; l=3; c=4; score=12|CRR 24, Care given in corridors, has come down to 12 (3 x 4).}}

# 9. Publication Under Freedom of Information Act

This paper may be published.

# 10. Recommendation

@recommendation

@sign
"""
_IPR_GIVEN = {
    "title": "Integrated performance report: month 7, 2025/26", "item": "6", **NOV, "purpose": ("assurance", "discussion"), "presented_by": (COO_H2, CN_H2, CMO_H),
    "authors": (("Katarzyna Ellwood-Finch", "Head of Performance"),), "date_raw": "19 November 2025", "financial_year": "2025/26",
    "ticked": (1, 2, 4), "foi_status": "open", "tick": "zapf", "footer": "Page {n} of {total}",
    "risks": (
        row("safety", "2025-11-26", "Moving Towards", True),
        row("infection", "2025-11-26", "Moving Towards", True),
        row("regulatory", "2025-11-26", "Moving Towards"),
        row("money", "2025-11-26", "Moving Away From"),
        row("continuity", "2025-11-26", "No change", says="Cautious"),
    ),
    "recommendation": "The Board is asked to discuss the four measures that are worse than a year ago and to take assurance from the rest.",
}
PAPERS.add(
    "H-IPR-2025-11", _IPR.replace("DIAGNOSIS", "75.2%"), **_IPR_GIVEN, date="2025-11-19",
    extra={"cover_alone": True, "key_points": (
        ("People in corridors: five at most, none planned.", "Assurance"),
        ("Diagnosis of cancer is slower than a year ago.", "Discussion"),
    )},
    story="Tables of cells; the share told within 28 days is printed 75.2% and corrected in a second version.",
)
PAPERS.add(
    "H-IPR-2025-11-V2", _IPR.replace("DIAGNOSIS", "72.5%"), **_IPR_GIVEN, date="2025-11-19",
    file="harrowmere/2025/6 IPR month 7 v2 corrected.pdf", header="Version 2: the figure for cancer diagnosis in section 4 has been corrected",
    extra={"cover_alone": True, "key_points": (
        ("People in corridors: five at most, none planned.", "Assurance"),
        ("Diagnosis of cancer is slower than a year ago.", "Discussion"),
    )},
    story="Version 2 of H-IPR-2025-11: one cell differs (72.5%, not 75.2%).",
)

PAPERS.add(
    "H-SAFE-2025",
    """
# 1. Summary

Safeguarding asks who is being harmed, often by somebody they love, and what a hospital that sees them for a day can do
about it. In the year to September staff raised 1,402 worries about adults and 2,116 about children.

# 2. Adults

The councils opened 214 {{o|section 42 enquiries}} in which the Trust took part. Thirty-one were about our own care. Nine
of those found neglect, in most cases pressure sores in people who had come from home with the skin already broken and
had then been left on a trolley.

A woman of seventy-nine came four times in six weeks with bruises and each time with a nephew who answered for her. On
the fourth visit a radiographer, who needed her alone for the picture, asked. She lives with a sister now.

# 3. Children

Of the babies born here in the year, 63 were the subject of a plan before birth. {{o|Section 47 enquiries}} about children
seen in our emergency departments numbered 158.

Midwives asked 96 in a hundred women, out of their partner's hearing, whether they were afraid of anyone. One in nineteen
said yes.

# 4. Liberty

1,011 people were kept in hospital under an authorisation for their own safety. In 88 cases it had lapsed before anyone
noticed. {{p own=Head of Safeguarding; due=by January 2026>2026-01-31|The Head of Safeguarding will send wards a warning five days before an authorisation ends, by January 2026.}}

# 5. Training

|widths 60 20 20
| Level | September 2024 | September 2025 |
| Adults, level 2 | 89% | 93% |
| Children, level 3 | 84% | 87% |
| Domestic abuse, half day | 41% | 66% |

# 6. Learning

Doctors in training wrote a card, the size of a bank note, with seven questions on one side and the telephone number on
the other. It has been asked for by six hospitals.

# 7. Publication Under Freedom of Information Act

{{c c=FOIA s.40(2); scope=Section 8 of Annex A; why=the families concerned would know themselves and be known by others|Section 8 of Annex A is exempt under section 40(2) of the Freedom of Information Act 2000 because the families concerned would know themselves and be known by others.}}
The paper may otherwise be published.

# 8. Recommendation

@recommendation

@sign
""",
    title="Safeguarding: annual report 2024/25", item="7", **NOV, purpose=("assurance",), presented_by=(CN_H2,), authors=(("Blessing Okereke-Lunt", "Head of Safeguarding"),),
    date="2025-11-14", date_raw="14 November 2025", financial_year="2025/26", ticked=(), foi_status="part_exempt", tick="zapf",
    risks=(row("safety", "2025-11-26", "Operating Within"), row("regulatory", "2025-11-26", "Operating Within"), row("partners", "2025-11-26", "Moving Towards")),
    recommendation="The Board is asked to take assurance from the annual report on safeguarding.",
    story="Section 42 and section 47 enquiries are of the Care Act and the Children Act, not of the Freedom of Information Act.",
)

PAPERS.add(
    "H-QI-2025",
    """
# 1. Summary

This is the fourth and last but one account of Better Every Week. 3,905 people have finished the short course; the aim was
4,000 by 2026. There are 104 live projects and eighty of them have a patient or a carer at the table.

# 2. Background

A year ago the Board heard that falls with injury had stopped coming down. Members asked for the reason. It turned out
to be slippers: a cheaper kind had been bought in the spring of 2024 and had smooth soles.

# 3. Progress

Falls with injury stand at 2.1 for every thousand days, against 2.9. The old slippers are back. Medicines to take home
are ready in ninety-five minutes. Outpatient letters leave within three days.

A project in the eye clinic began with one question put by a cleaner: why does everybody come at nine? Appointments are
now spread over the day, and the queue for the car park, as it happens, has gone with the queue for the clinic.

Visitors came from eleven hospitals. {{a|It is our hope that by the end a third of what we do will have come from somewhere else.}}

# 4. What is left

Three wards have never had a project. {{p own=Chief Medical Officer; due=before the end of March 2026>2026-03-31|The Chief Medical Officer will spend a day on each of the three wards before the end of March 2026.}}

# 5. Financial Implications

£233,000, and nothing beyond 2026 unless the Board decides otherwise.

# 6. Risk

The strategy ends and its gains fade.

# 7. Publication Under Freedom of Information Act

@foi

# 8. Recommendation

@recommendation

@sign
""",
    title="Better Every Week: fourth annual update of the improvement strategy", item="8", **NOV, purpose=("assurance",), presented_by=(CMO_H,), authors=(QI_H,),
    date="2025-11-17", date_raw="17 November 2025", financial_year="2025/26", ticked=(1, 2, 3), foi_status="open", tick="zapf",
    foi="The paper is open and may be published at once.",
    risks=(row("change", "2025-11-26", "Moving Towards", True), row("safety", "2025-11-26", "Moving Towards", True)),
    recommendation="The Trust Board is asked to take assurance from the fourth year of the improvement strategy and to say what should follow it.",
    story="Fourth annual update: 3,905 trained, 104 projects.",
)

PAPERS.add(
    "H-RESAPP-2025",
    """
# 1. Summary

The appetite for Research & Innovation Risk has been Open since the framework was made in 2021. The Board is asked to
make it Eager, which would be the first time that the Trust has used the boldest of the five levels.

# 2. Background

In September the Board asked for a proposal (minute 25/094). Four years ago one member wished to go further than Open and
had that put in the minutes. Since then 29,400 people have joined studies here. Eleven were harmed by what was tried; all
eleven had been told that they might be, and none regrets it so far as we know.

# 3. What would be different

{{r l1=Clinical Risk; l2=Research & Innovation Risk; raw=from Open to Eager; lv=eager|It is proposed that the appetite for Research & Innovation Risk be raised from Open to Eager.}} Three things could then be done that
are now refused. We could be the first hospital in the country to try a device and not the third. We could offer a study
to people who are dying and have asked. We could let a machine read scans at night, with a person reading them again
in the morning.

Nothing changes for Patient Safety & Outcomes Risk, whose appetite is and remains Minimal. The two pull against each other
and it is right that they should.

# 4. Who watches

A panel of five meets each month. It has no researcher on it; a former judge is in the chair. It can stop any study in an
hour. {{p own=Director of Research; due=by March 2026>2026-03-31|The Director of Research will publish the panel's decisions, with its reasons, by March 2026.}}

# 5. Financial Implications

Income of about £1.4m a year is expected from the makers of devices and does not enter into the reasons.

# 6. Equality Analysis

People who speak little English are a ninth of our patients and a fortieth of those in studies.

# 7. Publication Under Freedom of Information Act

The paper has been made available under the Act.

# 8. Recommendation

@recommendation

@sign
""",
    title="Appetite for Research & Innovation Risk", item="9", **NOV, purpose=("decision",), presented_by=(RI_H, SEC_H2), authors=(RI_H,), date="2025-11-18",
    date_raw="18 November 2025", financial_year="2025/26", ticked=(5,), foi_status="open", tick="zapf",
    recommendation="The Board is asked to approve the move of Research & Innovation Risk from Open to Eager with effect from 27 November 2025.",
    story="Research & Innovation Risk moves from Open to Eager (minute 25/118).",
)


def _unfilled(key: str) -> Risk:
    return replace(row(key, "2025-11-26", None), appetite=None, levels=(), blank="Choose an item.")


PAPERS.add(
    "H-EPR-2025",
    """
# 1. Summary

One record for both hospitals is due to go live on 21 February 2026. In March the Board asked to be told whether the
autumn tests were passed. Of 412 things tested, 371 worked.

# 2. What did not work

Most of the forty-one failures are small: a date printed the American way, labels that come out blank, a field for a
telephone number that will not take a number from abroad. Five are not small.

- Allergies entered at one hospital could not be seen at the other for up to twenty minutes.
- The dose of a drug for a child was worked out from the weight at an earlier visit.
- Two people born on the same day with the same name were shown as one.
- When the network failed, nothing said so; the screen went on showing what was true an hour before.
- Blood results could be signed off by a person who had left.

# 3. What is proposed

All five are said by the supplier to be mended. {{p due=between 5 and 16 January>2026-01-05..2026-01-16|They will be tested again between 5 and 16 January by people who have not seen the system.}} {{p own=Chief Digital and Information Officer; due=by 23 January 2026>2026-01-23|The Chief Digital and Information Officer will give the Board a plain yes or no by 23 January 2026.}}

Four thousand staff have had the training. Printing paper charts every four hours for the first
fortnight costs £18,000 and is thought cheap.

# 4. Financial Implications

£23.6m of £24.9m has been spent. Each month of delay costs £410,000.

# 5. Communication and Involvement

A group of twelve patients has used the part that patients see. They liked it, apart from the word "declined".
""",
    title="One electronic record: results of the autumn tests", item="10", **NOV, purpose=(), presented_by=(CDIO_H,), authors=(), financial_year="2025/26",
    ticked=(6,), foi_status="not_stated", tick="zapf",
    risks=(_unfilled("digital"), _unfilled("safety"), _unfilled("change")),
    extra={"presented_for": "Choose an item."},
    story="An unfinished cover: 'Choose an item.' three times over, no author, no recommendation, no statement on publication.",
)

PACKS = [
    Pack(
        file="harrowmere/2025/Board papers PUBLIC 27 Nov 2025.pdf", body="harrowmere", organisation="Harrowmere Teaching Hospitals NHS Trust", meeting="Trust Board",
        date="2025-11-27", date_raw="27 November 2025 at 9.30am", place="Education Centre, Queen Maud Hospital", bookmarks="items", dividers=True,
        entries=(
            Entry("1", "Apologies and interests", "Chair", "verbal"),
            Entry("2", "Minutes of 25 September 2025", "Chair", "enclosed", "H-MIN-2025-09"),
            Entry("3", "Actions outstanding", "Company Secretary", "enclosed", "H-LOG-2025-11"),
            Entry("4", "A patient's story", "Chief Nurse", "film"),
            Entry("5", "Chief Executive's remarks", "Chief Executive", "verbal"),
            Entry("6", "Integrated performance report", "Chief Operating Officer", "enclosed", "H-IPR-2025-11"),
            Entry("7", "Safeguarding annual report", "Chief Nurse", "enclosed", "H-SAFE-2025"),
            Entry("8", "Better Every Week: fourth update", "Chief Medical Officer", "enclosed", "H-QI-2025"),
            Entry("9", "Appetite for research and innovation", "Director of Research", "enclosed", "H-RESAPP-2025"),
            Entry("10", "One electronic record", "Chief Digital and Information Officer", "enclosed", "H-EPR-2025"),
            Entry("11", "Charity accounts", "Director of Finance", "to follow"),
        ),
        notes=("Members of the public may ask questions about any item by writing to the Company Secretary two days before.",),
    )
]

PAPERS.add(
    "H-MIN-2025-11",
    """
**Present:** Devlin Oyelaran-Pike (Chair), Priya Venkatraman-Cole, Tobias Lindqvist-Hale, Dr Imogen Farraday, Nadia
Okonjo-Whitby, Samir Dastoor, Lorna Peverell, Ignatia Broadwood, Crispin Aldous-Mbeki, Theodora Wray

**25/112 Apologies**

None.

**25/115 Integrated performance report**

Mr Dastoor asked members to replace a figure in section 4: the share of people told within 28 days whether they had cancer
was 72.5 per cent. Two digits had changed places. A corrected version would be put on the website.

{{x own=Head of Performance; due=by 1 December 2025>2025-12-01|Head of Performance to publish the corrected report by 1 December 2025.}}

**25/116 Safeguarding**

Mrs Wray asked after the woman of seventy-nine. Mr Lindqvist-Hale said that she had sent the radiographer a cake.

**25/117 Better Every Week**

Asked how slippers came to be changed without anybody on the wards knowing, Dr Farraday said that they were four pence
cheaper. The Board took assurance.

**25/118 Appetite for Research & Innovation Risk**

Professor Korda presented. Ms Broadwood spoke against: people who are dying will agree to anything. Mr Aldous-Mbeki
thought that this was for them to say. The Board **approved**, by eight votes to two, the move of Research &
Innovation Risk from Open to Eager with effect from 27 November 2025. It will be looked at again after a year.

{{x own=Director of Research; due=in November 2026>2026-11-30|Director of Research to report on a year of the new appetite in November 2026.}}

**25/119 One electronic record**

The Chair observed that the cover of the paper had not been completed and asked that papers in that state be sent back.
Members would not be hurried past five faults of that kind.

{{x own=Company Secretary; due=from January 2026>|Company Secretary to return any paper with an unfinished cover from January 2026.}}

**25/120 Close**

11.58am.
""",
    file="harrowmere/2026/Board minutes 2025-11-27 confirmed 29 Jan 2026.txt", producer="text", form="plain",
    title="Minutes of the Trust Board meeting held in public on 27 November 2025", **NOV, sections_certain=False, footer=None, purpose=(),
    extra={"form": "minutes", "under_title": ("Education Centre, Queen Maud Hospital, 9.30am", "Confirmed 29 January 2026")},
    story="Minute 25/118 moves research to Eager.",
)

PAPERS.add(
    "H-COMM-2026",
    f"""
# 1. Summary

Length of stay comes back. It was among our commitments for three years, at half a day and then at seven tenths, and went
from the list in 2025 without a word. The Chief Executive has written to say that this was an oversight.

# 2. What 2025/26 brought

The new record went live on 21 February and was switched off for two hours on the 23rd. Nobody was nursed in a corridor in
January, for the first month since we began to count; eleven were in February. 7,730 people joined a study. Turnover
is 9.2 per cent.

# 3. Our annual commitments for 2026/27

{year_list("2026/27")}

# 4. Why half a day

Because it can be done. From 7.1 to 6.6 days is where three hospitals like ours stand now. In 2023 we asked for more than
we could see a way to and got less than half of it.

# 5. What goes

Research is to be reported through the panel set up last November and leaves the list for that reason.

{{{{p own=Chief Executive; due=by the end of September 2026>2026-09-30|The Chief Executive will show each commitment, with its figure, on the wall of both main entrances by the end of September 2026.}}}}

# 6. Financial Implications

The waste reduction plan is £37.7m.

# 7. Publication Under Freedom of Information Act

This paper may be published.

# 8. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2026/8 Commitments for 2026-27.pdf", theme="blue", title="Our annual commitments for 2026/27", item="8", meeting_date="2026-03-26",
    meeting_date_raw="26 March 2026", purpose=("approval",), presented_by=(CEO_H2,), authors=(("Cressida Wolverley", "Director of Strategy"),), date="2026-03-16",
    date_raw="16 March 2026", financial_year="2026/27", foi_status="open", tick="dejavu",
    risks=(
        row("strategy", "2026-03-26", "Operating Within"),
        row("research", "2026-03-26", "Neutral"),
        row("continuity", "2026-03-26", "Operating Within", says="Cautious"),
    ),
    recommendation="The Board is asked to approve six annual commitments for 2026/27, among them the return of length of stay.",
    story="A dropped commitment is revived at its first figure; research leaves the list, by name.",
)
