"""Harrowmere Teaching Hospitals NHS Trust: the people plan of November 2024, a long paper in many sections."""

from __future__ import annotations

from scripts.make_corpus.content.harrowmere_b import HARROWMERE
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import CPO_H
from scripts.make_corpus.frameworks import row

# fmt: off
PAPERS = Shelf(**{**HARROWMERE, "theme": "serif"})

PAPERS.add(
    "H-PEOPLE-2024",
    """
# 1. Summary

This is a plan for the 7,412 people who work here, made with 1,900 of them. It covers the years 2025 to 2030. It has
five parts: joining, staying, learning, being well and being heard. Each part says what is wrong, what will be done
in the first eighteen months and what it will cost. Beyond eighteen months it says what we should like and no more,
because the last plan promised forty-one things by 2024 and delivered sixteen.

# 2. Background

## 2.1 Who works here

|widths 34 16 16 17 17
| Group | People | Vacancies | Over 55 | Left in the year |
| Registered nurses and midwives | 2,301 | 6.1% | 19% | 9.8% |
| Healthcare assistants | 1,044 | 11.7% | 22% | 17.3% |
| Doctors | 1,012 | 4.0% | 14% | 6.2% |
| Therapists and scientists | 918 | 8.8% | 12% | 11.0% |
| Estates, catering and portering | 871 | 13.2% | 41% | 14.9% |
| Clerical and managerial | 1,266 | 7.5% | 28% | 10.4% |

The fifth row is the one that should keep us awake. Four in ten of those who cook, clean, mend and carry will reach the
age at which they may retire before this plan is finished, and nobody is being taught to take their place.

## 2.2 What the last plan did

It filled nursing posts. Vacancies among registered nurses were above one in six in 2021. It did not do what it said
about flexible hours, for which the software was bought and never switched on, and it hardly touched bullying.

## 2.3 How this plan was made

Between March and July seventy-two conversations were held, each of an hour, each with people who do not normally meet. A
consultant anaesthetist was put beside a cook from the night kitchen. They found that they had the same complaint, which
was that the doors to the staff car park are locked at half past nine.

# 3. Joining

## 3.1 What is wrong

It takes 94 days from the day on which a post falls vacant to the day on which somebody starts. Of those 94 days 31 are
spent waiting for a manager to approve what the manager's manager has approved already. One in five people to whom we
offer a post has taken another by the time that the letter comes.

## 3.2 What will be done

{{p own=Head of Resourcing; due=by September 2025>2025-09-30; m=days from vacancy to start; d=at_most; v=60; u=days|The Head of Resourcing will bring the time from vacancy to start down to no more than 60 days by September 2025.}}

{{p own=Chief People Officer; due=from April 2025>|The Chief People Officer will take one signature in place of three for any post within budget from April 2025.}}

A hundred places a year are now kept for people from the four wards of the borough in which fewest are in work. They
are interviewed and not asked to fill in a form. The first twenty, all porters and kitchen assistants, began in
September, and nineteen are still here.

## 3.3 What we should like

{{a|We want, one day, to be the first place that a school leaver in Harrowmere thinks of.}}

# 4. Staying

## 4.1 What is wrong

Half of those who leave do so within two years. When asked on paper they say "work-life balance". When rung up
afterwards by somebody who is not their manager they say that nobody noticed whether they came or went, that the rota
came out eight days before it began, or that they could not find a nursery with hours that match a long day.

## 4.2 What will be done

{{p own=Chief Nurse; due=by June 2025>2025-06-30; m=wards; v=46; u=wards|The Chief Nurse will see that the rotas of all 46 wards are published six weeks ahead by June 2025.}}

A nursery is proposed for the old nurses' library, with 64 places, from six in the morning until nine at night. The
lease is being discussed. {{p own=Director of Estates and Facilities; due=in Q2 2026/27>2026-07-01..2026-09-30; v=64; u=places; m=places|The Director of Estates and Facilities will open the nursery, with 64 places, in Q2 2026/27.}}

Ringing everyone up at ninety days, by somebody from another department and with three questions, has begun. It was tried with 140 people in the summer. Eleven had already decided to go; eight of the eleven stayed.

# 5. Learning

## 5.1 What is wrong

The budget for learning is spent in the main on those who have had most of it. For each doctor it is £1,140 a year; for
each healthcare assistant £46; for each porter £9.

## 5.2 What will be done

{{p own=Head of Learning; due=in 2025/26>2025-04-01..2026-03-31; m=apprentices; d=increase; v=120; u=apprentices|The Head of Learning will take on a further 120 apprentices in 2025/26, a third of them in estates and catering.}}
Reading, writing and numbers are taught in working hours to whoever asks, without a manager being told. Forty-four
people have asked so far. One is a charge hand who had hidden it for twenty-six years.

## 5.3 What it is hoped will follow

Two thirds of nursing associates go on to become registered nurses. If the same were true of apprentices in the
laboratories, we should need no agency scientists by 2029. That is arithmetic and not a promise.

# 6. Being well

## 6.1 What is wrong

Sickness is 5.6 per cent. The chief reasons are strain of the mind and strain of the back, in that order. There is hot food
at night on one site and a vending machine on the other, which was empty on four of the seven nights on which we looked.

## 6.2 What will be done

{{p own=Head of Catering; due=by 1 March 2025>2025-03-01|The Head of Catering will serve hot food at both hospitals throughout the night by 1 March 2025.}}

{{p own=Head of Occupational Health; due=by December 2025>2025-12-31; m=days to be seen; d=at_most; v=5; u=days|The Head of Occupational Health will see anyone whose back has kept them away within 5 days by December 2025.}}

Rest rooms with beds exist on paper on every floor. On inspection seven of nineteen held beds; the others held boxes, a
broken hoist, Christmas trees and, in one case, a retired professor's library. They have been cleared.

# 7. Being heard

## 7.1 What is wrong

In the survey 58 in a hundred said that they would feel safe to raise a worry, and 41 that anything would be done. The
second figure is the more important and it has not moved in six years. Staff from minorities are one and a half times as
likely to go through a disciplinary hearing. Of the 112 most senior people nine are from a minority; of the 400 most
junior, 171.

## 7.2 What will be done

{{p own=Chief People Officer; due=from January 2025>|The Chief People Officer will have every proposed hearing looked at, before it begins, by somebody from outside the division, from January 2025.}}
Something like this was done at a neighbouring trust and halved the number.

{{p own=Board|The Board will meet its staff networks twice a year with no papers and no agenda.}}

# 8. How we shall know

|widths 52 16 16 16
| Measure | 2023/24 | March 2026 | March 2030 |
| Days from vacancy to start | 94 | 60 | 45 |
| Leave within two years | 50% | 42% | 30% |
| Rotas published six weeks ahead | 29 wards | 46 wards | all teams |
| Sickness | 5.6% | 5.0% | 4.2% |
| Feel that something would be done | 41% | 48% | 60% |
| Senior posts held by people from minorities | 8% | 12% | 22% |

Figures for 2026 are those on which directors will be judged. Those for 2030 are a direction.

# 9. Financial Implications

The plan costs £2.3m in the first year and £3.1m in the second. Of this £1.7m comes from lower agency spending and £0.6m
from the charity, for the nursery. The Finance Committee noted that the saving on agency staff has been counted once
already, in the waste reduction plan, and asked that it should not be counted a third time.

# 10. Risk

The greatest is that of the last plan: too much. The second is that money set aside for learning is taken in January, as
it has been in each of the last three years. {{s name=Loss of skilled estates staff; reference=CRR 26; kind=current; l=4; c=3; score=12|CRR 26, Loss of skilled estates staff, is new and is scored at 12 (4 x 3).}}

# 11. Communication and Involvement

A single sheet of the plan, in large print, goes with each payslip in December. The trade unions support the plan save
for the part on hearings, about which one of them is cautious and wishes to see a year of figures.

# 12. Equality Analysis

The plan is meant to treat people differently where they have been treated differently already. The full analysis, of
nine pages, was read by the networks and is on the intranet.

# 13. Publication Under Freedom of Information Act

This paper may be published except for Appendix 3. {{c c=FOIA s.43(2); scope=Appendix 3; why=it sets out what the Trust is ready to pay for the nursery lease and would be likely to weaken its hand with the landlord|Appendix 3 is exempt under section 43(2) of the Freedom of Information Act 2000, since it sets out what the Trust is ready to pay for the nursery lease and would be likely to weaken its hand with the landlord.}}
The public interest in how the sum was reached will be met when the lease has been signed.

# 14. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2024/9.1 People plan 2025-30.pdf", title="People plan 2025-30", item="9.1", meeting_date="2024-11-28", meeting_date_raw="28 November 2024",
    purpose=("approval",), presented_by=(CPO_H,), authors=(("Ingram Satterthwaite", "Deputy Chief People Officer"), CPO_H), date="2024-11-14", date_raw="14 November 2024",
    financial_year="2024/25", ticked=(3,), foi_status="part_exempt", tick="zapf", footer="People plan 2025-30||Page {n} of {total}",
    risks=(
        row("supply", "2024-11-28", "Moving Towards", True),
        row("wellbeing", "2024-11-28", "Moving Towards", True),
        row("money", "2024-11-28", "Moving Away"),
    ),
    recommendation="The Board is asked to approve the people plan for 2025 to 2030 and to agree that directors be judged by the figures for March 2026.",
    extra={
        "previous": "People Committee, 5 November 2024; Finance Committee, 19 November 2024", "cover_alone": True,
        "key_points": (
            ("The plan covers five years and promises only the first eighteen months.", "Awareness"),
            ("Four in ten of those who cook, clean, mend and carry are over fifty-five.", "Discussion"),
            ("The saving on agency staff is counted in another plan as well.", "Discussion"),
        ),
    },
    story="A long paper: many pledges with owners and dates, beside what is only hoped for, and a strategy period that is no financial year.",
)
