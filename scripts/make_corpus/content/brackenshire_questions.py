"""Judged questions on Brackenshire's papers: kind, question, and words that stand in each passage that answers it.

A ``lay`` question shares no content word with the paragraph it looks for.
"""

from __future__ import annotations

# fmt: off
QUESTIONS: list[tuple[str, str, list[tuple[str, str]]]] = [
    # --- lay: a person's own words
    ("lay", "protected amphibians holding up a property deal", [("B-DEPOT-2019", "The subject that came up most was lorries, and after lorries, newts")]),
    ("lay", "mums popping in with infants because admission is free", [("B-LIB-2019", "somewhere warm where a toddler may make a noise")]),
    ("lay", "lonely pensioners whose sole regular visitor is the mobile lender", [("B-LIB-2019", "the only knock at the door in a fortnight")]),
    ("lay", "lockdown phone befriending of isolated folk", [("B-LIB-2020", "what people wanted was to talk")]),
    ("lay", "unemployed residents lacking internet for benefits", [("B-LIB-2020", "A person who has lost work has to claim on-line")]),
    ("lay", "tradesman fleeced elderly victim with fake building repairs", [("B-SAFE-2021", "A man at Great Tarn lost £41,000")]),
    ("lay", "dehydration among nursing facility occupants during hot spell", [("B-SAFE-2021", "eleven residents were found to be short of water")]),
    ("lay", "controlled by an abusive partner before escaping", [("B-SAFE-2021", "My neighbour noticed that I'd stopped putting the bins out")]),
    ("lay", "cyclists avoided the route when dark", [("B-HWY-2023", "the lights, not the surface, had decided them")]),
    ("lay", "garage bills reimbursed after drivers hit craters", [("B-HWY-2023", "for tyres, springs and, in one case, teeth")]),
    ("lay", "suicidal visitors: are library employees equipped?", [("B-LIB-2023", "a person who means to harm himself")]),
    ("lay", "how much does inadequate insulation raise fuel bills in elderly accommodation", [("B-CARE-2023", "Homes in old houses spend four times as much on heating")]),
    ("lay", "schoolgirl campaigned about dangerous HGVs outside class", [("B-MIN-2024-01", "The lead petitioner, who is eleven")]),
    ("lay", "AI transcription inventing facts about clients", [("B-REG-2024", "it gave a woman a son")]),
    ("lay", "restaurant employee stranded without late transport", [("B-MIN-2024-03", "Mr Oduya asked when the bus from Great Tarn would run")]),
    ("lay", "records deleted just after someone demanded them", [("B-FOI-2024", "An investigation found a clerk who emptied the shared drive")]),
    ("lay", "pensioner stranded far away owing to mutual assumption between departments", [("B-CARE-2025", "two teams each had a note which said that the other was doing it")]),
    ("lay", "hearing-impaired clients left at the back", [("B-WAIT-2025", "All three who had waited for more than four months were deaf")]),
    ("lay", "amnesty produced overdue wartime loan from a serviceman's family", [("B-LIB-2026", "one lent to a soldier in 1944")]),
    ("lay", "obstructed watercourse tunnel debris", [("B-FLOOD-2022", "they took out a shopping trolley")]),
    ("lay", "emotional toll of insurance bureaucracy", [("B-FLOOD-2022", "the fourteen telephone calls about a skirting board")]),
    ("lay", "autistic pupil expensive private transport", [("B-BUDGET-2026", "A single taxi from Hexley Cross")]),
    # --- reference: a number, a section, a name
    ("reference", "minute 24/047", [("B-MIN-2024-03", "24/047 Risk appetite"), ("B-MIN-2024-03", "Done - minute 24/047")]),
    ("reference", "regulation 12(5)(e) confidentiality of land negotiations", [("B-LINK-2024", "regulation 12(5)(e) of the same Regulations")]),
    ("reference", "paragraph 5 Schedule 12A legal professional privilege", [
        ("B-CARE-2025", "a claim to legal professional privilege could be maintained"), ("B-MIN-2019-11", "paragraphs 3 and 5 of Part 1 of Schedule 12A"),
    ]),
    ("reference", "section 106 agreement Corvale", [("B-DEPOT-2019", "section 106 agreement"), ("B-LINK-2024", "section 106 agreements")]),
    ("reference", "decision no 23/00019", [("B-CARE-2023", "23/00019")]),
    ("reference", "section 19 Flood and Water Management Act", [("B-FLOOD-2022", "section 19 of the Flood and Water Management Act 2010")]),
    # --- table: one cell
    ("table", "electronic loans in 2022 and 2025", [("B-LIB-2026", "Electronic loans"), ("B-LIB-2023", "Electronic loans")]),
    ("table", "current and target score of the attack on the Council's computers in 2024", [("B-REG-2024", "Attack on the Council's computers")]),
    ("table", "How deep was the water in Tanner Street?", [("B-FLOOD-2022", "Tanner Street and the Shambles")]),
    ("table", "holes filled in 2022/23", [("B-HWY-2023", "Holes filled"), ("B-HWY-2025", "Holes filled")]),
    ("table", "weekly rate for residential dementia care from April 2023", [("B-CARE-2023", "Residential, dementia")]),
    # --- change: what was first said and what was said later
    ("change", "Did the Council's appetite for data and technology change, and who decided it?", [
        ("B-RISK-2021", "Data and technology"), ("B-RISK-2024", "the appetite for Data and technology move from Cautious to Moderate"),
        ("B-MIN-2024-03", "that the appetite for Data and technology be moved from Cautious to Moderate"),
    ]),
    ("change", "Was the appetite for partnership and enterprise ever lowered?", [
        ("B-RISK-2024", "the appetite for Partnership and enterprise move from Moderate to Cautious"), ("B-MIN-2024-03", "the decision on Partnership and enterprise be deferred"),
        ("B-REG-2024", "a decision on Partnership and enterprise"),
    ]),
    ("change", "How has the goal for active borrowers of libraries moved over the years?", [
        ("B-LIB-2019", "Have at least 70,000 active borrowers by March 2024"), ("B-LIB-2023", "at least 60,000 active borrowers by March 2025"),
        ("B-LIB-2026", "at least 68,000 active borrowers by March 2028"),
    ]),
    ("change", "What happened to the commitment on adults waiting for a care assessment from 2023/24 to 2025/26?", [
        ("B-PLAN-2023", "Have no more than 400 adults waiting for a care assessment"), ("B-PLAN-2024", "Have no more than 300 adults waiting for a care assessment"),
        ("B-PLAN-2025", "Have no more than 200 adults waiting for a care assessment"),
    ]),
    ("change", "When was the sale of the Corvale depot put off and when was it agreed?", [
        ("B-MIN-2019-11", "the decision be deferred until a survey of the pond had been made"), ("B-MIN-2023-01", "the depot be sold on the terms in the exempt appendix"),
    ]),
    # --- none: nothing in the archive answers
    ("none", "How many lighthouses does the county maintain?", []),
    ("none", "What rent do allotment holders pay for a beehive?", []),
    ("none", "Which chess grandmaster opened the museum of clocks?", []),
]
