"""Cover sheets of many kinds of bodies: what is printed, and what a reader finds there.

All bodies and people are made up. A field that is not named holds nothing.
"""

# ruff: noqa: C408, E501  - data, as a reader would note it down

from __future__ import annotations

from typing import Any

from tests.papers.sheets import BOX, TICK, Item

Sheet = tuple[str, tuple[Item, ...], dict[str, Any]]

SHEETS: list[Sheet] = [
    (
        "NHS trust, form in a table, purposes ticked behind",
        (
            ("big", "Aldermere Hospitals NHS Foundation Trust"),
            (
                "table",
                (
                    ("Report to", "Board of Directors (Public)", "Date", "30 November 2023"),
                    ("Agenda item", "11.1", "Report title", "Staff survey results"),
                    (
                        "Executive lead",
                        "Jane Okafor, Chief People Officer",
                        "Report author",
                        "Tom Reed, Head of Insight",
                    ),
                    (
                        "Purpose",
                        f"Approval {BOX}  Assurance {TICK}  Discussion {TICK}  Information {BOX}",
                    ),
                    (
                        "Recommendation",
                        "The Board is asked to note the results and support the action plan.",
                    ),
                ),
            ),
        ),
        dict(
            title="Staff survey results",
            organisation="Aldermere Hospitals NHS Foundation Trust",
            agenda_item="11.1",
            body="Board of Directors (Public)",
            meeting_date="2023-11-30",
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
            (
                "p",
                "Previously considered by: Mortality Group 12 February 2024; Executive Team 20 February 2024",
            ),
        ),
        dict(
            title="Learning from deaths, quarter two",
            organisation="Marlowe Valley NHS Trust",
            agenda_item="25.a",
            body="Quality Committee",
            meeting_date="2024-03-07",
            purpose=["assurance"],
            authors=[("Dr Ruth Adeyemi", "Medical Examiner")],
            presented_by=[("Prof. Alan Birch", "Medical Director")],
            previous=["Mortality Group 12 February 2024", "Executive Team 20 February 2024"],
        ),
    ),
    (
        "teaching hospitals: presented for, previous committees, key points",
        (
            ("p", "Thornbury Teaching Hospitals NHS Trust"),
            ("p", "Board Meeting 28 September 2023"),
            (
                "table",
                (
                    ("Title", "Winter plan"),
                    ("Agenda item", "12.3"),
                    ("Presented for", "Assurance"),
                    (
                        "Presented by",
                        "Clare Osei, Chief Operating Officer\nPaul Wright, Director of Strategy and Performance",
                    ),
                    ("Author", "Samira Khan, Deputy Director of Operations"),
                    ("Previous Committees", "Finance and Performance Committee 20 September 2023"),
                ),
            ),
        ),
        dict(
            title="Winter plan",
            organisation="Thornbury Teaching Hospitals NHS Trust",
            agenda_item="12.3",
            body="Board Meeting",
            meeting_date="2023-09-28",
            purpose=["assurance"],
            presented_by=[
                ("Clare Osei", "Chief Operating Officer"),
                ("Paul Wright", "Director of Strategy and Performance"),
            ],
            authors=[("Samira Khan", "Deputy Director of Operations")],
            previous=["Finance and Performance Committee 20 September 2023"],
        ),
    ),
    (
        "REPORT FOR / REPORT FROM / CONTACT OFFICER",
        (
            ("p", "North Wolds and Marsh NHS Foundation Trust"),
            (
                "table",
                (
                    ("REPORT FOR", "Trust Board of Directors - Public"),
                    ("DATE OF MEETING", "26 April 2022"),
                    ("REPORT FROM", "Ellie Monk, Chief Nurse"),
                    ("CONTACT OFFICER", "Deborah Hale, Associate Director of Quality Governance"),
                    ("SUBJECT", "Ockenden action plan"),
                    ("PURPOSE OF THE REPORT", "For information"),
                    (
                        "ACTION REQUIRED BY THE BOARD",
                        "The Board is asked to receive the update and agree the timetable.",
                    ),
                ),
            ),
        ),
        dict(
            title="Ockenden action plan",
            organisation="North Wolds and Marsh NHS Foundation Trust",
            body="Trust Board of Directors - Public",
            meeting_date="2022-04-26",
            purpose=["information"],
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
            (
                "table",
                (
                    ("Title", "Integrated Performance Report"),
                    ("Status", "For discussion"),
                    ("History", "Discussed at the Trust Management Executive, 24 October 2013"),
                    ("Board Lead(s)", "Mr Paul Brenner, Director of Clinical Services"),
                    ("Key purpose", "Strategy", "Assurance \u2713", "Policy", "Performance"),
                ),
            ),
        ),
        dict(
            title="Integrated Performance Report",
            body="Trust Board Meeting",
            meeting_date="2013-11-13",
            purpose=["discussion", "assurance"],
            presented_by=[("Mr Paul Brenner", "Director of Clinical Services")],
            previous=["Discussed at the Trust Management Executive, 24 October 2013"],
        ),
    ),
    (
        "county council: From / To / Subject / Decision no / Classification",
        (
            (
                "lv",
                (
                    (
                        "From:",
                        "Rosa Field, Cabinet Member for Education and Skills\nIan Marsh, Corporate Director of Children, Young People and Education",
                    ),
                    ("To:", "Cabinet \u2013 30 January 2025"),
                    ("Subject:", "School places plan 2025-29"),
                    ("Decision no:", "24/00096"),
                    ("Classification:", "Unrestricted"),
                    (
                        "Past Pathway of report:",
                        "Education Cabinet Committee \u2013 21 November 2024",
                    ),
                ),
            ),
            ("h", "Recommendation(s):"),
            ("p", "Cabinet is asked to agree the plan."),
            ("foot", "Westmere County Council"),
        ),
        dict(
            title="School places plan 2025-29",
            organisation="Westmere County Council",
            body="Cabinet",
            meeting_date="2025-01-30",
            presented_by=[
                ("Rosa Field", "Cabinet Member for Education and Skills"),
                ("Ian Marsh", "Corporate Director of Children, Young People and Education"),
            ],
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
            (
                "lv",
                (
                    ("Report title:", "Parking review"),
                    ("Report of:", "Head of Place"),
                    ("Cabinet Member:", "Councillor Ann Lowe"),
                    ("Wards affected:", "All"),
                    ("Key Decision:", "No"),
                ),
            ),
            ("h", "Recommendations"),
            ("p", "That the Committee:"),
            ("li", "notes the findings of the review; and"),
            ("li", "recommends to Cabinet that charges stay as they are."),
        ),
        dict(
            title="Parking review",
            organisation="Harnley Borough Council",
            body="Overview and Scrutiny Committee",
            meeting_date="2022-06-14",
            authors=[(None, "Head of Place")],
            presented_by=[("Councillor Ann Lowe", None)],
            recommendation="That the Committee: \u2022 notes the findings of the review; and "
            "\u2022 recommends to Cabinet that charges stay as they are.",
        ),
    ),
    (
        "arm's-length body: meeting, agenda item, paper reference, 'for decision'",
        (
            (
                "lv",
                (
                    ("Meeting:", "Authority meeting"),
                    ("Agenda item:", "7"),
                    ("Paper number:", "HXA(20/03/2024) 007"),
                    ("Paper title:", "Licence fees"),
                    ("Meeting date:", "20 March 2024"),
                    ("Author:", "Morag Tate, Director of Finance and Resources"),
                    ("For:", "Decision"),
                    ("Organisation:", "Human Cell Authority"),
                ),
            ),
        ),
        dict(
            title="Licence fees",
            organisation="Human Cell Authority",
            agenda_item="7",
            body="Authority meeting",
            meeting_date="2024-03-20",
            purpose=["decision"],
            authors=[("Morag Tate", "Director of Finance and Resources")],
        ),
    ),
    (
        "arm's-length body: paper by, no meeting's date printed with a year",
        (
            ("h", "Paper 7"),
            ("p", "Board meeting 14 May"),
            (
                "lv",
                (
                    ("Title", "Risk report"),
                    ("Prepared by", "A. Nwosu and J Smith"),
                    ("Date prepared", "2 May 2024"),
                    ("Purpose", "To note"),
                ),
            ),
        ),
        dict(
            title="Risk report",
            body="Board meeting",
            meeting_date="2024-05-14",
            inferred=True,
            date="2024-05-02",
            purpose=["noting"],
            authors=[("A. Nwosu", None), ("J Smith", None)],
        ),
    ),
    (
        "integrated care board, enclosure, X for the purpose",
        (
            ("p", "NHS Severn and Wye Integrated Care Board"),
            ("h", "Enc C"),
            (
                "table",
                (
                    ("Meeting Title:", "Integrated Care Board", "Date:", "18/07/2023"),
                    ("Report Title:", "Joint forward plan"),
                    ("Report From:", "Sally Howe, Chief Strategy Officer"),
                    ("Approve", "X", "Discuss", ""),
                    ("Assure", "", "Note", ""),
                ),
            ),
        ),
        dict(
            title="Joint forward plan",
            organisation="NHS Severn and Wye Integrated Care Board",
            body="Integrated Care Board",
            meeting_date="2023-07-18",
            purpose=["approval"],
            presented_by=[("Sally Howe", "Chief Strategy Officer")],
        ),
    ),
    (
        "police and crime commissioner",
        (
            ("p", "Office of the Police and Crime Commissioner for Westshire"),
            (
                "lv",
                (
                    ("Report to:", "Joint Audit Committee"),
                    ("Date of meeting:", "Tuesday, 5 December 2023"),
                    ("Title of report:", "Internal audit progress"),
                    ("Report author:", "Helen Cross, Chief Finance Officer"),
                    ("Purpose of report:", "For information and discussion"),
                ),
            ),
        ),
        dict(
            title="Internal audit progress",
            organisation="Office of the Police and Crime Commissioner for Westshire",
            body="Joint Audit Committee",
            meeting_date="2023-12-05",
            purpose=["information", "discussion"],
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
            title="Estates strategy: annual update",
            presented_by=[(None, "Vice-Chancellor")],
            organisation="University of Northgate",
            body="University Council",
            meeting_date="2022-11-23",
        ),
    ),
    (
        "combined authority",
        (
            ("p", "East Calder Combined Authority"),
            (
                "table",
                (
                    ("Report to:", "Transport Committee"),
                    ("Date:", "12 January 2024"),
                    ("Subject:", "Bus franchising"),
                    ("Director:", "Liz Hunt, Director, Transport Policy"),
                    ("Author:", "Noor Aziz, Policy Manager"),
                    ("Is this a key decision?", "No"),
                ),
            ),
        ),
        dict(
            title="Bus franchising",
            organisation="East Calder Combined Authority",
            body="Transport Committee",
            meeting_date="2024-01-12",
            presented_by=[("Liz Hunt", "Director, Transport Policy")],
            authors=[("Noor Aziz", "Policy Manager")],
        ),
    ),
    (
        "Scottish health board, SBAR",
        (
            ("h", "NHS Strathmore"),
            (
                "lv",
                (
                    ("Meeting:", "Strathmore NHS Board"),
                    ("Meeting date:", "27 August 2024"),
                    ("Title:", "Whistleblowing, quarter one"),
                    ("Responsible Executive/Director:", "Fiona Baird, Nurse Director"),
                    ("Report Author:", "Euan Ross, Corporate Services Manager"),
                ),
            ),
            ("h", "1. Purpose"),
            ("p", "This is presented to the Board for:"),
            ("li", "Assurance"),
            ("h", "2. Situation"),
            ("p", "Two concerns were raised in the quarter."),
            ("h", "3. Recommendation"),
            ("p", "The Board is invited to take assurance from the report."),
        ),
        dict(
            title="Whistleblowing, quarter one",
            organisation="NHS Strathmore",
            body="Strathmore NHS Board",
            meeting_date="2024-08-27",
            presented_by=[("Fiona Baird", "Nurse Director")],
            authors=[("Euan Ross", "Corporate Services Manager")],
            purpose=["assurance"],
            recommendation="The Board is invited to take assurance from the report.",
        ),
    ),
    (
        "Welsh health board, bilingual labels",
        (
            ("h", "Bwrdd Iechyd Prifysgol Teifi"),
            (
                "table",
                (
                    ("DYDDIAD Y CYFARFOD:\nDATE OF MEETING:", "30 November 2023"),
                    ("TEITL YR ADRODDIAD:\nTITLE OF REPORT:", "Emergency planning"),
                    (
                        "CYFARWYDDWR ARWEINIOL:\nLEAD DIRECTOR:",
                        "Sian Prys, Director of Public Health",
                    ),
                    (
                        "SWYDDOG ADRODD:\nREPORTING OFFICER:",
                        "Huw Bowen, Head of Emergency Planning",
                    ),
                ),
            ),
        ),
        dict(
            title="Emergency planning",
            organisation="Bwrdd Iechyd Prifysgol Teifi",
            meeting_date="2023-11-30",
            presented_by=[("Sian Prys", "Director of Public Health")],
            authors=[("Huw Bowen", "Head of Emergency Planning")],
        ),
    ),
    (
        "Welsh local authority, Swyddog Cyfrifol",
        (
            ("p", "Cyngor Sir Glanfor"),
            (
                "lv",
                (
                    ("Cyfarfod / Meeting:", "Cabinet"),
                    ("Dyddiad / Date of meeting:", "16 Hydref / 16 October 2023"),
                    ("Swyddog Cyfrifol / Responsible Director:", "Mair Evans, Prifweithredwr"),
                    ("Teitl yr Adroddiad / Report title:", "Council tax premiums"),
                ),
            ),
        ),
        dict(
            title="Council tax premiums",
            organisation="Cyngor Sir Glanfor",
            body="Cabinet",
            meeting_date="2023-10-16",
            presented_by=[("Mair Evans", "Prifweithredwr")],
        ),
    ),
    (
        "fire authority, report number, recommendations in the cover",
        (
            ("big", "Peakshire Fire and Rescue Authority"),
            (
                "lv",
                (
                    ("Meeting:", "Policy and Resources Committee"),
                    ("Meeting date:", "9 February 2024"),
                    ("Report number:", "CFO/014/24"),
                    ("Presented by:", "Chief Fire Officer"),
                    ("Title of report:", "Firefighter pensions remedy"),
                    ("Officers consulted:", "Strategic leadership team"),
                ),
            ),
            ("h", "Recommendation"),
            ("p", "It is recommended that Members note the progress made."),
        ),
        dict(
            title="Firefighter pensions remedy",
            organisation="Peakshire Fire and Rescue Authority",
            body="Policy and Resources Committee",
            meeting_date="2024-02-09",
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
            title="Repairs to the pavilion roof",
            organisation="Little Barrow Parish Council",
            agenda_item="9",
            body="Parish Council",
            meeting_date="2023-06-06",
            authors=[(None, "Clerk to the Council")],
            recommendation="Members are asked to approve the lowest of the three quotations.",
        ),
    ),
    (
        "title over several lines, financial year in the list of priorities",
        (
            ("p", "Brackenfell Community NHS Trust"),
            (
                "big",
                "Annual plan: what we will do for the people whom we serve, and how we will know that we have done it",
            ),
            ("p", "Trust Board"),
            ("p", "Thursday 28 March 2024"),
            ("h", "Our priorities for 2024/25 are:"),
            ("li", "Shorter waits"),
            ("li", "Fewer falls"),
        ),
        dict(
            title="Annual plan: what we will do for the people whom we serve, and how we will know that we have done it",
            organisation="Brackenfell Community NHS Trust",
            body="Trust Board",
            meeting_date="2024-03-28",
            financial_year="2024/25",
        ),
    ),
    (
        "a strategy's period is no financial year",
        (
            ("big", "Digital strategy 2022-27: one year on"),
            ("p", "Meeting: Board of Governors, 19/11/23"),
            ("p", "Author: Zoe Pratt"),
        ),
        dict(
            title="Digital strategy 2022-27: one year on",
            body="Board of Governors",
            meeting_date="2023-11-19",
            authors=[("Zoe Pratt", None)],
        ),
    ),
    (
        "sub-item 27ii, several presenters on one line",
        (
            (
                "table",
                (
                    ("Agenda item", "27ii"),
                    ("Title", "Freedom to Speak Up"),
                    ("Committee", "Workforce Committee"),
                    ("Date of Committee", "11 June 2021"),
                    (
                        "Presenters",
                        "Maya Lindqvist, Guardian; Dr Owen Tate (Medical Director) and Rita Shah",
                    ),
                    ("Action required", "Discussion and assurance"),
                ),
            ),
        ),
        dict(
            title="Freedom to Speak Up",
            agenda_item="27ii",
            body="Workforce Committee",
            meeting_date="2021-06-11",
            purpose=["discussion", "assurance"],
            presented_by=[
                ("Maya Lindqvist", "Guardian"),
                ("Dr Owen Tate", "Medical Director"),
                ("Rita Shah", None),
            ],
        ),
    ),
    (
        "sub-item 4aiii, X in a column beside the options",
        (
            (
                "table",
                (
                    ("Item no.", "4aiii"),
                    ("Report title", "Cancer waiting times"),
                    ("Meeting", "Public Board"),
                    ("Meeting date", "5 Sept 2023"),
                ),
            ),
            (
                "table",
                (
                    ("For approval", ""),
                    ("For assurance", "X"),
                    ("For information", "X"),
                    ("For discussion", ""),
                ),
            ),
        ),
        dict(
            title="Cancer waiting times",
            agenda_item="4aiii",
            body="Public Board",
            meeting_date="2023-09-05",
            purpose=["assurance", "information"],
        ),
    ),
    (
        "item numbered within the year, a reference beside it",
        (
            ("p", "Agenda item: 2025-26 (16i)"),
            ("p", "Reference: SVA(20)133"),
            ("p", "Report title: Treasury management outturn"),
            ("p", "Report to: Audit and Risk Committee"),
            ("p", "Date of meeting: Wed 16 July 2025"),
            ("p", "Status: For noting"),
        ),
        dict(
            title="Treasury management outturn",
            agenda_item="2025-26 (16i)",
            body="Audit and Risk Committee",
            meeting_date="2025-07-16",
            purpose=["noting"],
        ),
    ),
    (
        "a reference alone is no agenda item",
        (
            ("p", "SVA(20)133"),
            ("p", "Title: Savings tracker"),
            ("p", "Author: F. Quist"),
            ("p", "Date written: 3.4.2020"),
        ),
        dict(title="Savings tracker", authors=[("F. Quist", None)], date="2020-04-03"),
    ),
    (
        "label above value in a table of one column",
        (
            (
                "table",
                (
                    ("Report title",),
                    ("Health inequalities",),
                    ("Executive sponsor",),
                    ("Nina Farrow, Director of Public Health",),
                    ("Recommendation",),
                    ("The Board is asked to endorse the approach to health inequalities.",),
                ),
            ),
        ),
        dict(
            title="Health inequalities",
            presented_by=[("Nina Farrow", "Director of Public Health")],
            recommendation="The Board is asked to endorse the approach to health inequalities.",
        ),
    ),
    (
        "labels in a row, values in the row beneath",
        (
            (
                "table",
                (
                    ("Agenda item", "Meeting date", "Author", "Purpose"),
                    ("8.2", "24 May 2022", "Ben Stokes", "Approval"),
                ),
            ),
            ("big", "Scheme of delegation"),
        ),
        dict(
            title="Scheme of delegation",
            agenda_item="8.2",
            meeting_date="2022-05-24",
            authors=[("Ben Stokes", None)],
            purpose=["approval"],
        ),
    ),
    (
        "purpose set in bold among others",
        (
            ("p", "Title: Pay gap report"),
            ("p", "Meeting: People Committee"),
            ("p", "Meeting date: 1 March 2024"),
            ("p", "Purpose: Decision / Discussion / <b>Information</b>"),
        ),
        dict(
            title="Pay gap report",
            body="People Committee",
            meeting_date="2024-03-01",
            purpose=["information"],
        ),
    ),
    (
        "options that nobody ticked, placeholders that nobody filled in",
        (
            (
                "table",
                (
                    ("Title", "Estates update"),
                    ("Meeting", "Trust Board"),
                    ("Date", "Click or tap to enter a date."),
                    ("Presented by", "Choose an item."),
                    ("Purpose", f"{BOX} Approval {BOX} Assurance {BOX} Information"),
                ),
            ),
        ),
        dict(title="Estates update", body="Trust Board"),
    ),
    (
        "role without a name, initials",
        (
            ("p", "Report title: Register of interests"),
            ("p", "Prepared by: Company Secretary"),
            ("p", "Presented by: JH"),
            ("p", "Meeting: Board"),
            ("p", "Meeting date: 30/01/2020"),
        ),
        dict(
            title="Register of interests",
            authors=[(None, "Company Secretary")],
            presented_by=[("JH", None)],
            body="Board",
            meeting_date="2020-01-30",
        ),
    ),
    (
        "lines without colons: presented by, prepared by",
        (
            ("big", "Safeguarding annual report"),
            ("p", "Presented by Lucy Gray, Chief Nurse"),
            ("p", "Prepared by Omar Said, Named Nurse for Safeguarding Children"),
            ("p", "Quality and Safety Committee, 21 October 2022"),
        ),
        dict(
            title="Safeguarding annual report",
            presented_by=[("Lucy Gray", "Chief Nurse")],
            authors=[("Omar Said", "Named Nurse for Safeguarding Children")],
            body="Quality and Safety Committee",
            meeting_date="2022-10-21",
        ),
    ),
    (
        "recommendation in two paragraphs, last section",
        (
            ("p", "Title: Procurement of scanners"),
            ("p", "Meeting: Finance Committee"),
            ("p", "Date: 14 February 2023"),
            ("h", "5. Recommendation"),
            ("p", "The Committee is asked to approve the award of the contract."),
            ("p", "It is also asked to note the risk to the timetable."),
            ("h", "6. Supporting information"),
            ("p", "The tender report is kept by the procurement team."),
        ),
        dict(
            title="Procurement of scanners",
            body="Finance Committee",
            meeting_date="2023-02-14",
            recommendation="The Committee is asked to approve the award of the contract. "
            "It is also asked to note the risk to the timetable.",
        ),
    ),
    (
        "the Board is asked to, and a list, without a heading",
        (
            ("p", "Title: Board assurance framework"),
            ("p", "Meeting: Trust Board in Public"),
            ("p", "Meeting date: 6 July 2023"),
            ("p", "The Board is asked to:"),
            ("li", "discuss the changes in risk 3; and"),
            ("li", "approve the new target score."),
        ),
        dict(
            title="Board assurance framework",
            body="Trust Board in Public",
            meeting_date="2023-07-06",
            recommendation="The Board is asked to: \u2022 discuss the changes in risk 3; and "
            "\u2022 approve the new target score.",
        ),
    ),
    (
        "author's date and meeting's date are two",
        (
            (
                "table",
                (
                    ("Report to", "Integrated Care Partnership Board"),
                    ("Meeting date", "7 December 2023"),
                    ("Report date", "27 November 2023"),
                    ("Subject", "Digital inclusion"),
                    ("Lead officer", "Kim Novak (Programme Director)"),
                ),
            ),
        ),
        dict(
            title="Digital inclusion",
            body="Integrated Care Partnership Board",
            meeting_date="2023-12-07",
            date="2023-11-27",
            presented_by=[("Kim Novak", "Programme Director")],
        ),
    ),
    (
        "a note with a date and no meeting",
        (
            ("big", "Note on the move to the new offices"),
            ("p", "Date: 4 August 2021"),
            ("p", "Author: Piotr Nowak, Facilities Manager"),
        ),
        dict(
            title="Note on the move to the new offices",
            date="2021-08-04",
            authors=[("Piotr Nowak", "Facilities Manager")],
        ),
    ),
    (
        "previous committees, one a line, in a table cell",
        (
            (
                "table",
                (
                    ("Title", "Mortality review"),
                    (
                        "Previously considered by",
                        "Clinical Effectiveness Group, 3 May 2023\nQuality Committee, 17 May 2023",
                    ),
                    ("Lead", "Dr Hana Suzuki, Associate Medical Director"),
                ),
            ),
        ),
        dict(
            title="Mortality review",
            previous=["Clinical Effectiveness Group, 3 May 2023", "Quality Committee, 17 May 2023"],
            presented_by=[("Dr Hana Suzuki", "Associate Medical Director")],
        ),
    ),
    (
        "joint boards: Northern Irish trust",
        (
            ("p", "Lough Erne Health and Social Care Trust"),
            ("p", "Title of paper: Performance against plan"),
            ("p", "Meeting: Trust Board meeting"),
            ("p", "Date of meeting: 1st February 2024"),
            ("p", "Responsible Director: Ciara Devlin, Director of Planning"),
            ("p", "Action required: For approval"),
        ),
        dict(
            title="Performance against plan",
            organisation="Lough Erne Health and Social Care Trust",
            body="Trust Board meeting",
            meeting_date="2024-02-01",
            presented_by=[("Ciara Devlin", "Director of Planning")],
            purpose=["approval"],
        ),
    ),
    (
        "integration joint board",
        (
            ("h", "Glen Lyon Integration Joint Board"),
            (
                "table",
                (
                    ("Date of Meeting", "29 June 2023"),
                    ("Report Title", "Annual performance report 2022/23"),
                    ("Report Number", "HSCP.23.051"),
                    ("Lead Officer", "Isla Munro, Chief Officer"),
                    ("Report Author Details", "Ewan Bell, Planning Manager"),
                ),
            ),
        ),
        dict(
            title="Annual performance report 2022/23",
            organisation="Glen Lyon Integration Joint Board",
            body="Glen Lyon Integration Joint Board",
            meeting_date="2023-06-29",
            presented_by=[("Isla Munro", "Chief Officer")],
            authors=[("Ewan Bell", "Planning Manager")],
            financial_year="2022/23",
        ),
    ),
    (
        "city council, report to executive board, contact officer",
        (
            ("big", "Eastbrook City Council"),
            (
                "table",
                (
                    ("Report to:", "Executive Board"),
                    ("Date:", "17 July 2024"),
                    ("Subject:", "Housing retrofit"),
                    ("Contact officer:", "Lena Fox"),
                    ("Report of:", "Director of Communities, Housing and Environment"),
                ),
            ),
        ),
        dict(
            title="Housing retrofit",
            organisation="Eastbrook City Council",
            body="Executive Board",
            meeting_date="2024-07-17",
            authors=[("Lena Fox", None)],
            presented_by=[(None, "Director of Communities, Housing and Environment")],
        ),
    ),
    (
        "government department's board, no form",
        (
            ("p", "Department for Rivers and Coasts"),
            ("big", "Delivery plan"),
            ("p", "Departmental Board, 9 May 2024"),
        ),
        dict(
            title="Delivery plan",
            organisation="Department for Rivers and Coasts",
            body="Departmental Board",
            meeting_date="2024-05-09",
        ),
    ),
    (
        "housing association, paper number in words",
        (
            ("p", "Fellside Housing Association"),
            ("p", "Agenda item no. 14"),
            ("p", "Board meeting: 22 September 2022"),
            ("p", "Report title: Rent setting"),
            ("p", "Report author: Gus Lane, Finance Director"),
            ("p", "For decision"),
        ),
        dict(
            title="Rent setting",
            organisation="Fellside Housing Association",
            agenda_item="14",
            body="Board meeting",
            meeting_date="2022-09-22",
            authors=[("Gus Lane", "Finance Director")],
            purpose=["decision"],
        ),
    ),
    (
        "academy trust, trustees",
        (
            ("p", "Meadow Learning Academy Trust"),
            ("h", "Report to the Board of Trustees"),
            ("p", "Date of meeting: 12 December 2023"),
            ("p", "Subject: School improvement"),
            ("p", "Report by: Chief Executive Officer"),
        ),
        dict(
            title="School improvement",
            organisation="Meadow Learning Academy Trust",
            body="Board of Trustees",
            meeting_date="2023-12-12",
            authors=[(None, "Chief Executive Officer")],
        ),
    ),
    (
        "title that reads as a label",
        (
            (
                "table",
                (
                    ("Title", "Risk appetite statement"),
                    ("Meeting", "Audit Committee", "Date", "2 April 2024"),
                    ("Author", "Vera Holt, Head of Risk"),
                ),
            ),
        ),
        dict(
            title="Risk appetite statement",
            body="Audit Committee",
            meeting_date="2024-04-02",
            authors=[("Vera Holt", "Head of Risk")],
        ),
    ),
    (
        "national park authority, recommendation with it is recommended",
        (
            ("big", "High Moor National Park Authority"),
            ("p", "Authority Meeting 15 March 2023"),
            ("p", "Title: Tree planting grants"),
            ("p", "Report author: Kit Rowe"),
            ("h", "Recommendation"),
            ("p", "It is recommended that the Authority approves the grants."),
        ),
        dict(
            title="Tree planting grants",
            organisation="High Moor National Park Authority",
            body="Authority Meeting",
            meeting_date="2023-03-15",
            authors=[("Kit Rowe", None)],
            recommendation="It is recommended that the Authority approves the grants.",
        ),
    ),
    (
        "ambulance",
        (
            ("table", (("TRUST BOARD MEETING - PUBLIC",),)),
            ("big", "Ambulance quality indicators"),
            (
                "lv",
                (
                    ("Date of Trust Board", "28 May 2024"),
                    ("Agenda Item No.", "9.2"),
                    ("Executive Lead", "Dr Sam Cole, Executive Medical Director"),
                    (
                        "Report Author(s)",
                        "Ivy Dunn, Head of Clinical Audit; Max Orr, Clinical Audit Manager",
                    ),
                    ("Paper for", "Assurance and information"),
                ),
            ),
            ("foot", "Moorland Ambulance Service NHS Trust"),
        ),
        dict(
            title="Ambulance quality indicators",
            organisation="Moorland Ambulance Service NHS Trust",
            agenda_item="9.2",
            body="TRUST BOARD MEETING - PUBLIC",
            meeting_date="2024-05-28",
            presented_by=[("Dr Sam Cole", "Executive Medical Director")],
            authors=[("Ivy Dunn", "Head of Clinical Audit"), ("Max Orr", "Clinical Audit Manager")],
            purpose=["assurance", "information"],
        ),
    ),
    (
        "district council numbered",
        (
            ("big", "Lowmoor District Council"),
            ("h", "Report to Audit and Governance Committee"),
            ("h", "Date of meeting: 19 September 2023"),
            ("p", "Report of the Section 151 Officer"),
            ("h", "Annual governance statement"),
            ("h", "1. Recommendations"),
            ("p", "1.1 That the Committee approves the annual governance statement."),
            ("h", "2. Purpose of report"),
            ("p", "To present the statement."),
        ),
        dict(
            title="Annual governance statement",
            organisation="Lowmoor District Council",
            body="Audit and Governance Committee",
            meeting_date="2023-09-19",
            authors=[(None, "Section 151 Officer")],
            recommendation="That the Committee approves the annual governance statement.",
        ),
    ),
    (
        "regulator board",
        (
            ("p", "OFFICIAL"),
            ("p", "Office for Water Standards"),
            ("h", "Board Paper 14/24"),
            (
                "lv",
                (
                    ("Board date:", "22 October 2024"),
                    ("Paper title:", "Enforcement priorities"),
                    ("Sponsor:", "Chloe Bain, Senior Director"),
                    ("Author:", "R. Iqbal"),
                    ("Decision/Discussion:", "Discussion"),
                ),
            ),
        ),
        dict(
            title="Enforcement priorities",
            organisation="Office for Water Standards",
            meeting_date="2024-10-22",
            presented_by=[("Chloe Bain", "Senior Director")],
            authors=[("R. Iqbal", None)],
            purpose=["discussion"],
        ),
    ),
    (
        "icb sequenced table",
        (
            (
                "table",
                (
                    ("Agenda Item No.", "14"),
                    ("Report Title", "Learning disability mortality review"),
                    ("Report Author", "Grace Obi, Programme Lead"),
                    ("Report Sponsor", "Lyn Perry, Chief Nurse"),
                    ("Meeting Date", "14 September 2023"),
                ),
            ),
            (
                "table",
                (
                    ("Report Purpose",),
                    (f"{BOX} Decision   {BOX} Discussion   {TICK} Assurance   {TICK} Information",),
                ),
            ),
            ("h", "Report Recommendations"),
            ("p", "The ICB Board are recommended to NOTE the report."),
        ),
        dict(
            title="Learning disability mortality review",
            agenda_item="14",
            meeting_date="2023-09-14",
            authors=[("Grace Obi", "Programme Lead")],
            presented_by=[("Lyn Perry", "Chief Nurse")],
            purpose=["assurance", "information"],
            recommendation="The ICB Board are recommended to NOTE the report.",
        ),
    ),
    (
        "university court",
        (
            ("head", "UNIVERSITY OF STRATHNAIRN"),
            ("h", "COURT"),
            ("h", "Monday 17 June 2024"),
            ("big", "Health and safety annual report"),
            (
                "lv",
                (
                    ("Agenda item", "6.1"),
                    ("Brought forward by", "Prof. Ewan Hay, Vice-Principal"),
                    ("Action requested", "For information"),
                ),
            ),
        ),
        dict(
            title="Health and safety annual report",
            organisation="UNIVERSITY OF STRATHNAIRN",
            agenda_item="6.1",
            body="COURT",
            meeting_date="2024-06-17",
            presented_by=[("Prof. Ewan Hay", "Vice-Principal")],
            purpose=["information"],
        ),
    ),
    (
        "scottish council",
        (
            ("p", "Inverglen Council"),
            ("h", "Policy and Resources Committee"),
            ("h", "Thursday, 1 February 2024"),
            (
                "lv",
                (
                    ("Title", "Winter roads budget"),
                    ("Report number", "PR/24/02"),
                    ("Executive director", "Shona Kerr, Executive Director of Place"),
                    ("Wards", "All"),
                ),
            ),
            ("h", "Recommendations"),
            ("p", "Members are asked to:"),
            ("li", "note the spend to date; and"),
            ("li", "agree a further sum for salt."),
        ),
        dict(
            title="Winter roads budget",
            organisation="Inverglen Council",
            body="Policy and Resources Committee",
            meeting_date="2024-02-01",
            presented_by=[("Shona Kerr", "Executive Director of Place")],
            recommendation="Members are asked to: \u2022 note the spend to date; and \u2022 agree a further sum for salt.",
        ),
    ),
    (
        "charity trustee",
        (
            ("big", "Safeguarding policy review"),
            ("p", "For: Board of Trustees, 8 December 2022"),
            ("p", "From: Head of Safeguarding"),
            ("p", "Purpose: for approval"),
        ),
        dict(
            title="Safeguarding policy review",
            body="Board of Trustees",
            meeting_date="2022-12-08",
            presented_by=[(None, "Head of Safeguarding")],
            purpose=["approval"],
        ),
    ),
    (
        "mental health trust with considered by",
        (
            ("p", "Riverside Mental Health NHS Foundation Trust"),
            (
                "table",
                (
                    ("Meeting title", "Council of Governors"),
                    ("Date of meeting", "21 February 2023"),
                    ("Report title", "Membership report"),
                    ("Agenda item", "12b"),
                    ("Report author (name and title)", "Asha Verma, Membership Officer"),
                    (
                        "Has this paper been considered elsewhere?",
                        "Executive Committee, 7 February 2023",
                    ),
                    (
                        "The Council of Governors is asked to",
                        "receive the membership report for information",
                    ),
                ),
            ),
        ),
        dict(
            title="Membership report",
            organisation="Riverside Mental Health NHS Foundation Trust",
            body="Council of Governors",
            meeting_date="2023-02-21",
            agenda_item="12b",
            authors=[("Asha Verma", "Membership Officer")],
            previous=["Executive Committee, 7 February 2023"],
            recommendation="receive the membership report for information",
        ),
    ),
    (
        "police",
        (
            ("h", "WESTSHIRE POLICE AND CRIME PANEL"),
            ("h", "5 MARCH 2024"),
            ("h", "REPORT OF THE POLICE AND CRIME COMMISSIONER"),
            ("big", "Precept proposal 2024/25"),
            ("h", "1. PURPOSE OF REPORT"),
            ("p", "To set out the proposal."),
            ("h", "2. RECOMMENDATION"),
            ("p", "That the Panel supports the precept."),
        ),
        dict(
            title="Precept proposal 2024/25",
            body="WESTSHIRE POLICE AND CRIME PANEL",
            meeting_date="2024-03-05",
            authors=[(None, "POLICE AND CRIME COMMISSIONER")],
            financial_year="2024/25",
            recommendation="That the Panel supports the precept.",
        ),
    ),
    (
        "dept board",
        (
            ("p", "Ministry of Works and Harbours"),
            ("h", "Executive Committee paper"),
            ("p", "Date: 11 April 2024"),
            ("p", "Title: Workforce plan for the year"),
            ("p", "SRO: Dame Ruth Ellis, Permanent Secretary"),
            ("p", "Drafted by: Policy Unit"),
            ("p", "Timing: Routine"),
            ("p", "We ask the Committee to agree the plan."),
        ),
        dict(
            title="Workforce plan for the year",
            organisation="Ministry of Works and Harbours",
            body="Executive Committee",
            meeting_date="2024-04-11",
            presented_by=[("Dame Ruth Ellis", "Permanent Secretary")],
            recommendation="We ask the Committee to agree the plan.",
        ),
    ),
]
