"""Harrowmere Teaching Hospitals NHS Trust: the Quality Account for 2022/23, in which figures held back in 2022 appear."""

from __future__ import annotations

from scripts.make_corpus.content.harrowmere_b import HARROWMERE
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import CMO_H, CN_H2

# fmt: off
PAPERS = Shelf(**{**HARROWMERE, "theme": "serif"})

PAPERS.add(
    "H-QA-2023",
    """
# Part 1. From the Chief Executive

A Quality Account is meant for the people whom we look after. It says what we promised a year ago, whether we kept
it, and what we promise next. I have asked for it to be short and it is not, because many people wished to add
something and most of them were right.

The year was hard. In December there were four nights on which we had no empty bed in either hospital. In March we
had our best month for four years. I do not think that anybody who worked here in both would say that it was the
same place.

One thing I should like to be remembered from it. On Christmas morning a woman of ninety-one, who had been waiting
nine hours, gave her chair to a younger man who looked worse than she felt. He was having a heart attack. A student
nurse noticed that he had not said thank you, thought it odd, and fetched a doctor. He went home in January.

Priya Venkatraman-Cole, June 2023

# Part 2. What we promised for 2022/23

## 2.1 Fewer falls

We promised to reduce falls that cause injury. There were 3.6 for every thousand days in hospital, against 4.1 in
the year before. On Ward 14, where the work began, falls of every kind came down from nine a month to four. What
helped was neither costly nor clever: grip socks, a round of the ward at two in the morning, and moving the commode
to where people think that it is.

## 2.2 Medicines on time for Parkinson's

People with Parkinson's need their tablets to the minute. We promised that seven doses in ten would be given within
half an hour of the time. It was 58 in a hundred in April and 74 in March. A kitchen timer, bought by a daughter,
hangs from the drug trolley on Ward 9 and has been copied on eleven others.

## 2.3 Listening at the end of life

We promised to ask every bereaved family, six weeks later, how it had been. Four hundred and twelve replied out of
1,033. Three hundred and fifty were content or more than content. The others wrote about noise, about not being told
that it was near, and about property returned in plastic sacks. Linen bags, sewn by volunteers, are now used in
place of sacks.

## 2.4 Letters that make sense

We promised to write to patients and not about them. Doctors in fourteen clinics now address the letter to the
patient and send a copy to the practice. Two clinics tried it and went back, since there was bad news in most of
what they wrote and they found that they could not say it on paper.

# Part 3. Improvement

## 3.1 Better Every Week

By November 1,150 members of staff had finished the short course and there were forty-one live projects. Those
figures were given to the Board at the time in a paper marked as not for publication until this account should
appear. They are published here, and the paper itself is on the website from today.

## 3.2 Learning from deaths

Two thousand and eighty-four people died in our hospitals. The notes of 371 were read by somebody who had not
cared for them. In nine cases it was thought more likely than not that the death could have been avoided. Four of
the nine concerned a delay in seeing that somebody was getting worse at a weekend.

## 3.3 Learning from what went well

Staff may now report excellence in the same way as error, on a green form. There were 1,266. The most common word in
them is "stayed".

# Part 4. The measures that everyone must report

|widths 46 18 18 18
| Measure | 2020/21 | 2021/22 | 2022/23 |
| Deaths compared with expectation (1.00 is as expected) | 1.04 | 1.02 | 0.99 |
| Readmitted within 30 days, aged 16 or over | 12.9% | 13.4% | 13.1% |
| Clots: risk assessed on arrival | 93.8% | 94.1% | 95.6% |
| Clostridioides difficile, cases | 88 | 94 | 90 |
| Safety incidents reported, per 1,000 days | 41.2 | 44.8 | 52.3 |
| Incidents with severe harm or death | 0.31% | 0.34% | 0.27% |
| Staff who would recommend the Trust to a friend | 66.9% | 61.2% | 62.5% |

More incidents reported and fewer with severe harm is what one hopes to see. It can also be what one sees when small
things are reported more readily and large ones are not. The external auditor looked at thirty of the large ones and
was satisfied.

# Part 5. Audit and research

We took part in 49 of the 52 national audits for which we were eligible. Of the three that we missed, two were
missed because the person who used to send the data had left. {{p own=Head of Clinical Audit; due=by September 2023>2023-09-30|The Head of Clinical Audit will name a deputy for each national audit by September 2023.}}

6,150 people joined a research study. The largest, with 1,902, asks whether a blood test taken in the ambulance can
tell a stroke from its mimics.

# Part 6. What the regulator said

The Care Quality Commission inspected medical care at Queen Maud in May 2022 and rated it as requiring improvement.
It asked for fourteen things, of which twelve are done. The {{o|Section 31 notice}} on triage in maternity was lifted in
October. In the period the Trust made eleven notifications under {{o|regulation 18}}.

# Part 7. What we promise for 2023/24

- {{n fy=2023/24|Give insulin before the meal and not after it}}
- {{n fy=2023/24; v=80; d=at_least; u=per cent|Give at least 80 per cent of Parkinson's doses within half an hour}}
- {{n fy=2023/24|Tell every family when a death is likely within days}}
- {{n fy=2023/24|Offer a chair that reclines to everyone who stays overnight with a child}}

They were chosen by 212 patients and carers from a list of eleven. {{p own=Chief Nurse; due=each quarter>|The Chief Nurse will report on them to the Quality Committee each quarter.}}

# Part 8. What others said of this account

## 8.1 The local Healthwatch

We welcome the plain words. We would have liked more on dentistry for people with learning disabilities, who wait
twice as long as others for work under anaesthetic, and we will go on saying so until it is put right.

## 8.2 The county's scrutiny committee

Members noted the account. Councillor Harbottle asked that it be recorded that the bus from Thornleigh no longer stops
at St Oswin's and that half of what is called not attending is not arriving.

## 8.3 The integrated care board

The board confirms that the figures agree with its own and is cautiously optimistic about the coming year.

# Part 9. Directors' responsibilities

The directors confirm to the best of their knowledge that the account is balanced, that its figures are reliable and
that the controls over them have been tested.

# Recommendation

@recommendation
""",
    file="harrowmere/2023/Quality Account 2022-23.pdf", form="plain", title="Quality Account 2022/23", meeting_date="2023-06-29", meeting_date_raw="29 June 2023",
    purpose=(), authors=(CN_H2, CMO_H), foi_status="not_stated", sections_certain=False, financial_year="2022/23",
    recommendation="The Board is asked to approve the Quality Account for 2022/23 for publication on 30 June 2023.",
    footer="Harrowmere Teaching Hospitals NHS Trust - Quality Account 2022/23||{n}",
    extra={
        "under_title": (
            "Trust Board, 29 June 2023", "Authors: Tobias Lindqvist-Hale, Chief Nurse; Dr Imogen Farraday, Chief Medical Officer",
        ),
    },
    story="A long document in parts; it publishes what H-QI-2022 was marked to hold back. Another body is 'cautiously optimistic'.",
)
