"""Judged questions on Fenwold's papers: kind, question, and words that stand in each passage that answers it.

A ``lay`` question shares no content word with the paragraph it looks for.
"""

from __future__ import annotations

from collections.abc import Callable

from scripts.make_corpus.model import Paper

# fmt: off
PAPERS: dict[str, Callable[[], Paper]] = {}

QUESTIONS: list[tuple[str, str, list[tuple[str, str]]]] = [
    # --- lay: a person's own words
    ("lay", "What happens to teenagers once they grow too old for paediatrics?", [("F-MIN-2023-03", "described leaving the children's service on his birthday")]),
    ("lay", "wife exhausted from looking after spouse, unaware of breaks on offer", [("F-MIN-2021", "she did not know that she could ask for a week's rest")]),
    ("lay", "colleagues bullying and mocking on one unit, whistleblower scared", [
        ("F-CULTURE-2024", "she was afraid to come to work"), ("F-CULTURE-2024", "Jokes are made about patients in front of them"),
    ]),
    ("lay", "racial inequality in emergency mental health arrests", [("F-MHA-2023", "Black people were four times as likely as white people")]),
    ("lay", "premises too ageing and dilapidated, privacy between sexes", [("F-ESTATE-2023", "shared bathrooms, a single lift and a boiler")]),
    ("lay", "suicide shortly after discharge because follow-up slipped", [("F-LEARN-2024-V1", "took her own life nine days after"), ("F-LEARN-2024-V2", "took her own life nine days after")]),
    ("lay", "relatives who telephone with worries get ignored", [("F-LEARN-2024-V1", "Families had rung, sometimes for days"), ("F-LEARN-2024-V2", "Families had rung, sometimes for days")]),
    ("lay", "clinicians toggling between several computer programs and overlooking vital facts", [
        ("F-MIN-2025-05", "a nurse who opened three windows and still missed what mattered"), ("F-EPR-2022", "has three windows open and still cannot see"),
    ]),
    ("lay", "gardening therapy keeps folk well cheaply", [("F-MIN-2024-07", "the allotment cost £14,000 a year")]),
    ("lay", "vaping permitted outdoors for inpatients", [("F-MIN-2024-07", "patients be allowed to use electronic cigarettes in the gardens")]),
    ("lay", "when might my son get diagnosed as neurodivergent?", [("F-WAIT-2021", "a child who joins the list today will be seen in the spring of 2024")]),
    ("lay", "lack of confidentiality at home during virtual consultations", [("F-VIDEO-2020", "some were talking in a parked car")]),
    ("lay", "digital exclusion of elderly and homeless", [("F-VIDEO-2020", "anyone sleeping rough were much less likely to be offered video")]),
    ("lay", "unethical procurement: splitting orders to dodge competition", [("F-AUDIT-2026", "Seven of twenty-five purchases were cut in two")]),
    ("lay", "ex-employees retained passwords and snooped", [("F-ANN-2024", "Forty-one accounts had stayed open and two had been used")]),
    ("lay", "medication mix-up involving similar names", [("F-MEDS-2024", "gave one man's injection to another of the same surname")]),
    ("lay", "missing narcotics turned up, employee cleared", [("F-MEDS-2024", "It was found in September behind a drawer")]),
    ("lay", "petty regulations scrapped so violence dropped", [("F-RESTRAINT-2023", "its kettle rules and eleven other rules")]),
    ("lay", "vehicles powered by batteries saving cash", [("F-FIN-2024", "140 electric cars cost a third as much to run")]),
    ("lay", "accommodation shortages drive trainees elsewhere", [("F-PRIO-2024", "where a flat is easier to find")]),
    # --- reference: a number, a section, a name
    ("reference", "minute 25/058", [("F-MIN-2025-05", "25/058 Sharing a record")]),
    ("reference", "section 36(2)(c) qualified person's opinion", [("F-CULTURE-2024", "section 36(2)(c) of the Freedom of Information Act 2000"), ("F-CULTURE-2024", "who is the qualified person")]),
    ("reference", "regulation 12(4)(d) Environmental Information Regulations", [("F-ESTATE-2023", "regulation 12(4)(d) of the Environmental Information Regulations 2004")]),
    ("reference", "section 43 commercial in confidence", [
        ("F-EPR-2022", "as it is commercial in confidence"), ("F-ESTATE-2023", "as it is commercial in confidence"), ("F-FIN-2025", "as it is commercial in confidence"),
        ("F-AUDIT-2026", "as it is commercial in confidence"), ("F-PART-2026", "as it is commercial in confidence"),
    ]),
    ("reference", "Section 29A warning notice Sedge ward", [("F-RESTRAINT-2023", "Section 29A warning notice")]),
    ("reference", "action 23/034 charging points", [
        ("F-MIN-2023-03", "Head of Estates to cost charging points at each site"), ("F-LOG-2023-05", "Cost charging points at each site"), ("F-LOG-2023-07", "Cost charging points at each site"),
    ]),
    # --- table: one cell
    ("table", "How many times was restraint used on Sedge in 2022/23?", [("F-RESTRAINT-2023", "Of which on the floor")]),
    ("table", "percentage who know whom to contact out of hours, Fenwold 2022", [("F-SURVEY-2022-OPEN", "Know whom to contact out of hours")]),
    ("table", "longest wait in weeks for autism and attention, five and over", [("F-WAIT-2021", "Autism and attention, five and over")]),
    ("table", "cost and score of a new building at Marram House against rebuilding at Reedmace", [("F-ESTATE-2023", "New building at Marram House")]),
    ("table", "current consequence x likelihood score of SR2 in quarter 4, 2022/23", [("F-BAF-2023-05", "5 x 3 = 15")]),
    # --- change: what was first said and what was said later
    ("change", "When did the appetite for digital change move from Open to Seek, and who decided?", [
        ("F-DIG-2025", "raise its appetite for SR5, Digital change, from Open to Seek"), ("F-MIN-2025-05", "a change in its appetite for Digital change (SR5) from Open to Seek"),
    ]),
    ("change", "What was Access to community services called before, and when was it renamed?", [
        ("F-SCALE-2023", "has been called Waiting times in the community since 2017"), ("F-MIN-2023-03", "formerly Waiting times in the community"),
    ]),
    ("change", "How has the target for people in hospital beds outside the county changed from year to year?", [
        ("F-PRIO-2022", "Have no more than 6 people in hospital beds outside the county"), ("F-PRIO-2024", "Have no more than 4 people in hospital beds outside the county"),
        ("F-PRIO-2025", "Have nobody in hospital beds outside the county"),
    ]),
    ("change", "Was a higher band for financial sustainability ever approved?", [
        ("F-AUDIT-2026", "a minute in which it was moved and did not find one"), ("F-MIN-2024-07", "It was not asked to change its appetite and did not"),
        ("F-MIN-2025-05", "No change of appetite was sought"),
    ]),
    ("change", "Was the embargoed community mental health survey published later?", [
        ("F-SURVEY-2022", "exempt from publication until 24 November 2022"), ("F-SURVEY-2022-OPEN", "The embargo ended today and the paper is published in full"),
    ]),
    # --- none: nothing in the archive answers
    ("none", "How many parking fines did the airport issue?", []),
    ("none", "Which ferry routes lost their subsidy?", []),
    ("none", "What did the astronomers decide about the telescope mirror?", []),
]
