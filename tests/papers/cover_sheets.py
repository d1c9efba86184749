"""Cover sheets of many kinds of bodies: what is printed, and what a reader finds there.

All bodies and people are made up. A field that is not named holds nothing.
"""

from __future__ import annotations

from typing import Any

from tests.papers.sheets import BOX, TICK, Item

Sheet = tuple[str, tuple[Item, ...], dict[str, Any]]

SHEETS: list[Sheet] = [
    (
        "NHS trust, form in a table, purposes ticked behind",
        (
            ("big", "Aldermere Hospitals NHS Foundation Trust"),
            ("table", (
                ("Report to", "Board of Directors (Public)", "Date", "30 November 2023"),
                ("Agenda item", "11.1", "Report title", "Staff survey results"),
                ("Executive lead", "Jane Okafor, Chief People Officer", "Report author", "Tom Reed, Head of Insight"),
                ("Purpose", f"Approval {BOX}  Assurance {TICK}  Discussion {TICK}  Information {BOX}"),
                ("Recommendation", "The Board is asked to note the results and support the action plan."),
            )),
        ),
        dict(
            title="Staff survey results", organisation="Aldermere Hospitals NHS Foundation Trust",
            agenda_item="11.1", body="Board of Directors (Public)", meeting_date="2023-11-30",
            purpose=["assurance", "discussion"],
            presented_by=[("Jane Okafor", "Chief People Officer")],
            authors=[("Tom Reed", "Head of Insight")],
            recommendation="The Board is asked to note the results and support the action plan.",
        ),
    ),
    (
        "NHS trust, label: value lines, ticks before",
        (
            ("p", "Marlowe Valley NHS Trust"),
            ("p", "Title: Learning from deaths, quarter two"),
            ("p", "Meeting: Quality Committee"),
            ("p", "Date of meeting: Thursday 7th March 2024"),
            ("p", "Agenda item: 25.a"),
            ("p", "Author: Dr Ruth Adeyemi, Medical Examiner"),
            ("p", "Presented by: Prof. Alan Birch, Medical Director"),
            ("p", f"Purpose: {BOX} Decision {TICK} Assurance {BOX} Information"),
            ("p", "Previously considered by: Mortality Group 12 February 2024; Executive Team 20 February 2024"),
        ),
        dict(
            title="Learning from deaths, quarter two", organisation="Marlowe Valley NHS Trust",
            agenda_item="25.a", body="Quality Committee", meeting_date="2024-03-07",
            purpose=["assurance"], authors=[("Dr Ruth Adeyemi", "Medical Examiner")],
            presented_by=[("Prof. Alan Birch", "Medical Director")],
            previous=["Mortality Group 12 February 2024", "Executive Team 20 February 2024"],
        ),
    ),
    (
        "teaching hospitals: presented for, previous committees, key points",
        (
            ("p", "Thornbury Teaching Hospitals NHS Trust"),
            ("p", "Board Meeting 28 September 2023"),
            ("table", (
                ("Title", "Winter plan"),
                ("Agenda item", "12.3"),
                ("Presented for", "Assurance"),
                ("Presented by", "Clare Osei, Chief Operating Officer\nPaul Wright, Director of Strategy and Performance"),
                ("Author", "Samira Khan, Deputy Director of Operations"),
                ("Previous Committees", "Finance and Performance Committee 20 September 2023"),
            )),
        ),
        dict(
            title="Winter plan", organisation="Thornbury Teaching Hospitals NHS Trust", agenda_item="12.3",
            body="Board Meeting", meeting_date="2023-09-28", purpose=["assurance"],
            presented_by=[("Clare Osei", "Chief Operating Officer"),
                          ("Paul Wright", "Director of Strategy and Performance")],
            authors=[("Samira Khan", "Deputy Director of Operations")],
            previous=["Finance and Performance Committee 20 September 2023"],
        ),
    ),
    (
        "REPORT FOR / REPORT FROM / CONTACT OFFICER",
        (
            ("p", "North Wolds and Marsh NHS Foundation Trust"),
            ("table", (
                ("REPORT FOR", "Trust Board of Directors - Public"),
                ("DATE OF MEETING", "26 April 2022"),
                ("REPORT FROM", "Ellie Monk, Chief Nurse"),
                ("CONTACT OFFICER", "Deborah Hale, Associate Director of Quality Governance"),
                ("SUBJECT", "Ockenden action plan"),
                ("PURPOSE OF THE REPORT", "For information"),
                ("ACTION REQUIRED BY THE BOARD", "The Board is asked to receive the update and agree the timetable."),
            )),
        ),
        dict(
            title="Ockenden action plan", organisation="North Wolds and Marsh NHS Foundation Trust",
            body="Trust Board of Directors - Public", meeting_date="2022-04-26", purpose=["information"],
            presented_by=[("Ellie Monk", "Chief Nurse")],
            authors=[("Deborah Hale", "Associate Director of Quality Governance")],
            recommendation="The Board is asked to receive the update and agree the timetable.",
        ),
    ),
    (
        "Status / History / Board Lead(s) / Key purpose, a reference that is no item",
        (
            ("h", "Trust Board Meeting: Wednesday 13 November 2013"),
            ("h", "TB2013.137"),
            ("table", (
                ("Title", "Integrated Performance Report"),
                ("Status", "For discussion"),
                ("History", "Discussed at the Trust Management Executive, 24 October 2013"),
                ("Board Lead(s)", "Mr Paul Brenner, Director of Clinical Services"),
                ("Key purpose", "Strategy", "Assurance \u2713", "Policy", "Performance"),
            )),
        ),
        dict(
            title="Integrated Performance Report", body="Trust Board Meeting", meeting_date="2013-11-13",
            purpose=["discussion", "assurance"], presented_by=[("Mr Paul Brenner", "Director of Clinical Services")],
            previous=["Discussed at the Trust Management Executive, 24 October 2013"],
        ),
    ),
    (
        "county council: From / To / Subject / Decision no / Classification",
        (
            ("lv", (
                ("From:", "Rosa Field, Cabinet Member for Education and Skills\nIan Marsh, Corporate Director of Children, Young People and Education"),
                ("To:", "Cabinet \u2013 30 January 2025"),
                ("Subject:", "School places plan 2025-29"),
                ("Decision no:", "24/00096"),
                ("Classification:", "Unrestricted"),
                ("Past Pathway of report:", "Education Cabinet Committee \u2013 21 November 2024"),
            )),
            ("h", "Recommendation(s):"),
            ("p", "Cabinet is asked to agree the plan."),
            ("foot", "Westmere County Council"),
        ),
        dict(
            title="School places plan 2025-29", organisation="Westmere County Council", body="Cabinet",
            meeting_date="2025-01-30",
            presented_by=[("Rosa Field", "Cabinet Member for Education and Skills"),
                          ("Ian Marsh", "Corporate Director of Children, Young People and Education")],
            previous=["Education Cabinet Committee \u2013 21 November 2024"],
            recommendation="Cabinet is asked to agree the plan.",
        ),
    ),
    (
        "borough council: Report of, wards, key decision",
        (
            ("big", "Harnley Borough Council"),
            ("h", "Overview and Scrutiny Committee"),
            ("h", "14 June 2022"),
            ("lv", (
                ("Report title:", "Parking review"),
                ("Report of:", "Head of Place"),
                ("Cabinet Member:", "Councillor Ann Lowe"),
                ("Wards affected:", "All"),
                ("Key Decision:", "No"),
            )),
            ("h", "Recommendations"),
            ("p", "That the Committee:"),
            ("li", "notes the findings of the review; and"),
            ("li", "recommends to Cabinet that charges stay as they are."),
        ),
        dict(
            title="Parking review", organisation="Harnley Borough Council",
            body="Overview and Scrutiny Committee", meeting_date="2022-06-14",
            authors=[(None, "Head of Place")], presented_by=[("Councillor Ann Lowe", None)],
            recommendation="That the Committee: \u2022 notes the findings of the review; and "
            "\u2022 recommends to Cabinet that charges stay as they are.",
        ),
    ),
    (
        "arm's-length body: meeting, agenda item, paper reference, 'for decision'",
        (
            ("lv", (
                ("Meeting:", "Authority meeting"),
                ("Agenda item:", "7"),
                ("Paper number:", "HXA(20/03/2024) 007"),
                ("Paper title:", "Licence fees"),
                ("Meeting date:", "20 March 2024"),
                ("Author:", "Morag Tate, Director of Finance and Resources"),
                ("For:", "Decision"),
                ("Organisation:", "Human Cell Authority"),
            )),
        ),
        dict(
            title="Licence fees", organisation="Human Cell Authority", agenda_item="7",
            body="Authority meeting", meeting_date="2024-03-20", purpose=["decision"],
            authors=[("Morag Tate", "Director of Finance and Resources")],
        ),
    ),
    (
        "arm's-length body: paper by, no meeting's date printed with a year",
        (
            ("h", "Paper 7"),
            ("p", "Board meeting 14 May"),
            ("lv", (
                ("Title", "Risk report"),
                ("Prepared by", "A. Nwosu and J Smith"),
                ("Date prepared", "2 May 2024"),
                ("Purpose", "To note"),
            )),
        ),
        dict(
            title="Risk report", agenda_item="Paper 7", body="Board meeting", meeting_date="2024-05-14",
            inferred=True, date="2024-05-02", purpose=["noting"],
            authors=[("A. Nwosu", None), ("J Smith", None)],
        ),
    ),
    (
        "integrated care board, enclosure, X for the purpose",
        (
            ("p", "NHS Severn and Wye Integrated Care Board"),
            ("h", "Enc C"),
            ("table", (
                ("Meeting Title:", "Integrated Care Board", "Date:", "18/07/2023"),
                ("Report Title:", "Joint forward plan"),
                ("Report From:", "Sally Howe, Chief Strategy Officer"),
                ("Approve", "X", "Discuss", ""),
                ("Assure", "", "Note", ""),
            )),
        ),
        dict(
            title="Joint forward plan", organisation="NHS Severn and Wye Integrated Care Board",
            agenda_item="Enc C", body="Integrated Care Board", meeting_date="2023-07-18",
            purpose=["approval"], presented_by=[("Sally Howe", "Chief Strategy Officer")],
        ),
    ),
    (
        "police and crime commissioner",
        (
            ("p", "Office of the Police and Crime Commissioner for Westshire"),
            ("lv", (
                ("Report to:", "Joint Audit Committee"),
                ("Date of meeting:", "Tuesday, 5 December 2023"),
                ("Title of report:", "Internal audit progress"),
                ("Report author:", "Helen Cross, Chief Finance Officer"),
                ("Purpose of report:", "For information and discussion"),
            )),
        ),
        dict(
            title="Internal audit progress",
            organisation="Office of the Police and Crime Commissioner for Westshire",
            body="Joint Audit Committee", meeting_date="2023-12-05", purpose=["information", "discussion"],
            authors=[("Helen Cross", "Chief Finance Officer")],
        ),
    ),
    (
        "university council, no form, headings only",
        (
            ("head", "University of Northgate"),
            ("big", "Estates strategy: annual update"),
            ("h", "University Council"),
            ("h", "23 November 2022"),
            ("p", "Presented by the Vice-Chancellor"),
        ),
        dict(
            title="Estates strategy: annual update", organisation="University of Northgate",
            body="University Council", meeting_date="2022-11-23",
        ),
    ),
    (
        "combined authority",
        (
            ("p", "East Calder Combined Authority"),
            ("table", (
                ("Report to:", "Transport Committee"),
                ("Date:", "12 January 2024"),
                ("Subject:", "Bus franchising"),
                ("Director:", "Liz Hunt, Director, Transport Policy"),
                ("Author:", "Noor Aziz, Policy Manager"),
                ("Is this a key decision?", "No"),
            )),
        ),
        dict(
            title="Bus franchising", organisation="East Calder Combined Authority",
            body="Transport Committee", meeting_date="2024-01-12",
            presented_by=[("Liz Hunt", "Director, Transport Policy")],
            authors=[("Noor Aziz", "Policy Manager")],
        ),
    ),
    (
        "Scottish health board, SBAR",
        (
            ("h", "NHS Strathmore"),
            ("lv", (
                ("Meeting:", "Strathmore NHS Board"),
                ("Meeting date:", "27 August 2024"),
                ("Title:", "Whistleblowing, quarter one"),
                ("Responsible Executive/Director:", "Fiona Baird, Nurse Director"),
                ("Report Author:", "Euan Ross, Corporate Services Manager"),
            )),
            ("h", "1. Purpose"),
            ("p", "This is presented to the Board for:"),
            ("li", "Assurance"),
            ("h", "2. Situation"),
            ("p", "Two concerns were raised in the quarter."),
            ("h", "3. Recommendation"),
            ("p", "The Board is invited to take assurance from the report."),
        ),
        dict(
            title="Whistleblowing, quarter one", organisation="NHS Strathmore", body="Strathmore NHS Board",
            meeting_date="2024-08-27", presented_by=[("Fiona Baird", "Nurse Director")],
            authors=[("Euan Ross", "Corporate Services Manager")], purpose=["assurance"],
            recommendation="The Board is invited to take assurance from the report.",
        ),
    ),
    (
        "Welsh health board, bilingual labels",
        (
            ("h", "Bwrdd Iechyd Prifysgol Teifi"),
            ("table", (
                ("DYDDIAD Y CYFARFOD:\nDATE OF MEETING:", "30 November 2023"),
                ("TEITL YR ADRODDIAD:\nTITLE OF REPORT:", "Emergency planning"),
                ("CYFARWYDDWR ARWEINIOL:\nLEAD DIRECTOR:", "Sian Prys, Director of Public Health"),
                ("SWYDDOG ADRODD:\nREPORTING OFFICER:", "Huw Bowen, Head of Emergency Planning"),
            )),
        ),
        dict(
            title="Emergency planning", organisation="Bwrdd Iechyd Prifysgol Teifi",
            meeting_date="2023-11-30", presented_by=[("Sian Prys", "Director of Public Health")],
            authors=[("Huw Bowen", "Head of Emergency Planning")],
        ),
    ),
    (
        "Welsh local authority, Swyddog Cyfrifol",
        (
            ("p", "Cyngor Sir Glanfor"),
            ("lv", (
                ("Cyfarfod / Meeting:", "Cabinet"),
                ("Dyddiad y Cyfarfod / Date of meeting:", "16 Hydref / 16 October 2023"),
                ("Swyddog Cyfrifol / Responsible Director:", "Mair Evans, Prifweithredwr"),
                ("Teitl yr Adroddiad / Report title:", "Council tax premiums"),
            )),
        ),
        dict(
            title="Council tax premiums", organisation="Cyngor Sir Glanfor", body="Cabinet",
            meeting_date="2023-10-16", presented_by=[("Mair Evans", "Prifweithredwr")],
        ),
    ),
    (
        "fire authority, report number, recommendations in the cover",
        (
            ("big", "Peakshire Fire and Rescue Authority"),
            ("lv", (
                ("Meeting:", "Policy and Resources Committee"),
                ("Meeting date:", "9 February 2024"),
                ("Report number:", "CFO/014/24"),
                ("Presented by:", "Chief Fire Officer"),
                ("Title of report:", "Firefighter pensions remedy"),
                ("Officers consulted:", "Strategic leadership team"),
            )),
            ("h", "Recommendation"),
            ("p", "It is recommended that Members note the progress made."),
        ),
        dict(
            title="Firefighter pensions remedy", organisation="Peakshire Fire and Rescue Authority",
            body="Policy and Resources Committee", meeting_date="2024-02-09",
            presented_by=[(None, "Chief Fire Officer")],
            recommendation="It is recommended that Members note the progress made.",
        ),
    ),
    (
        "parish council, plain",
        (
            ("h", "Little Barrow Parish Council"),
            ("h", "Report to the Parish Council meeting, 6th June 2023"),
            ("p", "Agenda item 9"),
            ("p", "Subject: Repairs to the pavilion roof"),
            ("p", "Prepared by: Clerk to the Council"),
            ("p", "Members are asked to approve the lowest of the three quotations."),
        ),
        dict(
            title="Repairs to the pavilion roof", organisation="Little Barrow Parish Council",
            agenda_item="9", body="Parish Council meeting", meeting_date="2023-06-06",
            authors=[(None, "Clerk to the Council")],
            recommendation="Members are asked to approve the lowest of the three quotations.",
        ),
    ),
]
