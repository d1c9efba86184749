"""Judged questions on Harrowmere's papers: kind, question, and words that stand in each passage that answers it."""

from __future__ import annotations

from scripts.make_corpus.content import Question

# fmt: off
QUESTIONS: list[Question] = [
    # --- lay: a person's own words
    ("lay", "elderly gentleman shuffled round the building overnight, dentures gone missing", [("H-MIN-2021-09", "who had been moved four times in one night")]),
    ("lay", "pensioner stuck on a trolley in the hallway for days, humiliating toilet arrangements", [("H-COR-2024-03", "used a bottle behind a screen")]),
    ("lay", "hard-of-hearing patient left without anyone to translate, sketches instead", [("H-MIN-2024-01", "drew pictures on paper towels")]),
    ("lay", "blackout during an operation", [("H-BCM-2023", "In theatre 3 a man of sixty was open on the table")]),
    ("lay", "newborns kept breathing manually when electricity failed", [("H-BCM-2023", "In the neonatal unit nurses squeezed bags")]),
    ("lay", "hackers guessing logins of senior doctors", [("H-CYBER-2020", "The attempts came from 2,300 addresses in nineteen countries")]),
    ("lay", "bullying consultant everyone feared", [("H-CULT-2023", "as a man to be survived")]),
    ("lay", "anonymous whistleblower describes violent behaviour towards colleagues", [("H-CULT-2023", "Instruments had been thrown, twice")]),
    ("lay", "shortage of PPE and improvised garments early in the pandemic", [("H-COVID-2020", "made 1,100 aprons from clinical waste sacks")]),
    ("lay", "employees who lost their lives to coronavirus", [("H-COVID-2020", "Two have died: Reuben Castellow")]),
    ("lay", "confidential medical paperwork dumped as rubbish", [("H-MIN-2024-01", "two hundred paper files in a skip")]),
    ("lay", "drivers angry at fines", [("H-CARPARK-2022", "there were 2,274 complaints about parking"), ("H-CARPARK-2023", "Penalty charges fell by four fifths")]),
    ("lay", "kidney sufferers finding a place to leave the vehicle", [("H-CARPARK-2023", "have forty bays of their own")]),
    ("lay", "footwear caused tumbles", [("H-QI-2025", "It turned out to be slippers")]),
    ("lay", "rodent damage put imaging machines out of action", [("H-IPR-2025-11", "because a mouse had eaten through a cable"), ("H-IPR-2025-11-V2", "because a mouse had eaten through a cable")]),
    ("lay", "choking hazard: wrong food served since notice was misplaced", [("H-IPR-2025-11", "a man was given a meal that he could not swallow"), ("H-IPR-2025-11-V2", "a man was given a meal that he could not swallow")]),
    ("lay", "elder abuse uncovered by X-ray technician", [("H-SAFE-2025", "a radiographer, who needed her alone for the picture, asked")]),
    ("lay", "expectant mothers screened for violent husbands", [("H-SAFE-2025", "whether they were afraid of anyone")]),
    ("lay", "foreign mothers delayed analgesia in childbirth, family translating", [("H-MAT-2023-01", "waited longer for pain relief")]),
    ("lay", "manipulating waiting lists to hide delays", [("H-FTSU-2024", "was told to give new dates to people who had been cancelled once already")]),
    ("lay", "needle disposal containers overfilled", [("H-FTSU-2024", "the sharps bins on two wards were being pushed down by hand")]),
    ("lay", "sweltering upstairs rooms during summer", [("H-MIN-2025-09", "it was 34 degrees on the top floor of Queen Maud")]),
    ("lay", "mix-up of identities in the new computer system", [("H-EPR-2025", "Two people born on the same day with the same name")]),
    ("lay", "terminally ill volunteers for experiments", [("H-RESAPP-2025", "We could offer a study to people who are dying and have asked"), ("H-MIN-2025-11", "people who are dying will agree to anything")]),
    ("lay", "bottlenecks because too little discharging happens outside weekdays", [("H-WINTER-2019", "a quiet weekend, few people sent home on Sunday")]),
    ("lay", "failed experiments, abandoned", [("H-QI-2024", "Bedside handover in the evening was tried on six wards and dropped on five")]),
    ("lay", "illiterate employee concealed the problem for decades", [("H-PEOPLE-2024", "One is a charge hand who had hidden it for twenty-six years")]),
    ("lay", "childcare for shift workers", [("H-PEOPLE-2024", "A nursery is proposed for the old nurses' library")]),
    ("lay", "recruitment too slow, candidates lost to other employers", [("H-PEOPLE-2024", "It takes 94 days from the day on which a post falls vacant")]),
    # --- reference
    ("reference", "minute 21/098", [("H-MIN-2021-09", "21/098 Risk appetite framework")]),
    ("reference", "minute 25/118 vote", [("H-MIN-2025-11", "25/118 Appetite for Research & Innovation Risk")]),
    ("reference", "section 31(1)(a) exemption", [("H-CYBER-2020", "section 31(1)(a) of the Freedom of Information Act 2000")]),
    ("reference", "s.43(2) prices of bidders", [("H-CARPARK-2022", "exempt under section 43(2)"), ("H-CARPARK-2023", "withheld in July 2022 under section 43(2)")]),
    ("reference", "section 36(2)(b)(ii) and (c) qualified person", [("H-CULT-2023", "exempt under section 36(2)(b)(i), (b)(ii) and (c)")]),
    ("reference", "Section 31 notice on triage", [("H-MAT-2023-01", "lifted the Section 31 notice")]),
    ("reference", "legal advice section 42 Annex C", [("H-SEAL-2022", "section 42 of the Freedom of Information Act 2000")]),
    ("reference", "CRR 24 score", [("H-COR-2024-03", "CRR 24, Care given in corridors, is scored"), ("H-IPR-2025-11", "CRR 24, Care given in corridors, has come down"), ("H-IPR-2025-11-V2", "CRR 24, Care given in corridors, has come down")]),
    # --- table
    ("table", "What is the value of the car park contract?", [("H-CARPARK-2023", "£8.74m over seven years")]),
    ("table", "longest stay in a corridor in the week of 12 February 2024", [("H-COR-2024-03", "12 February")]),
    ("table", "stillbirths per 1,000 births in quarter 3", [("H-MAT-2023-01", "Stillbirths per 1,000 births")]),
    ("table", "drugs plan and actual at month 3, 2024/25", [("H-FIN-2024", "Drugs 24.0 24.7 -0.7")]),
    ("table", "share told whether it is cancer within 28 days, October 2025", [("H-IPR-2025-11", "Told whether it is cancer within 28 days"), ("H-IPR-2025-11-V2", "Told whether it is cancer within 28 days")]),
    ("table", "domestic abuse half day training September 2025", [("H-SAFE-2025", "Domestic abuse, half day")]),
    # --- change
    ("change", "When did the appetite for Workforce Supply Risk move from Cautious to Open?", [
        ("H-APP-2023-01", "It is proposed that the appetite for Workforce Supply Risk move from Cautious to Open"),
        ("H-MIN-2024-01", "in January 2023 (minute 23/011) it had approved a move from Cautious to Open"),
    ]),
    ("change", "What was Digital & Cyber Risk called before, and when was it renamed?", [
        ("H-RISK-2024-03", "be called Digital & Cyber Risk"), ("H-MIN-2024-03", "approved the renaming of Information Technology Risk as Digital & Cyber Risk"),
    ]),
    ("change", "How has the promise on average length of stay changed from year to year?", [
        ("H-COMM-2022", "Cut the average length of stay by half a day"), ("H-COMM-2023", "Cut the average length of stay by 0.7 days"),
        ("H-MIN-2025-09", "what had become of length of stay"), ("H-COMM-2026", "Length of stay comes back"),
    ]),
    ("change", "How many people had finished the short course in each year of Better Every Week?", [
        ("H-QI-2022", "1,150 members of staff have finished the short course"), ("H-QI-2022-OPEN", "1,150 members of staff have finished the short course"),
        ("H-QI-2023", "Training has reached 2,480 people"), ("H-QI-2024", "3,310 people have finished the short course"), ("H-QI-2025", "3,905 people have finished the short course"),
    ]),
    ("change", "Was the improvement strategy update of November 2022 ever published?", [
        ("H-QI-2022", "as the figures will appear in the Quality Account in June 2023"), ("H-QI-2022-OPEN", "It is now published in full"),
    ]),
    ("change", "corridor beds: from halving to ending", [
        ("H-COMM-2024", "Halve the number of people in corridor beds"), ("H-COMM-2025", "becomes a promise to have none"),
    ]),
    # --- none
    ("none", "Which helicopter company won the air ambulance tender?", []),
    ("none", "What did the zoo pay for the giraffe house?", []),
    ("none", "How many prisoners were vaccinated against yellow fever?", []),
    ("none", "What is the exchange rate used for the Norwegian bond?", []),
]
