"""Brackenshire County Council: one appetite moved and one put off; the register; requests for information, 2024."""

from __future__ import annotations

from scripts.make_corpus.content.brackenshire_a import BRACKENSHIRE, FIN
from scripts.make_corpus.content.brackenshire_b import RISK, points
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import MON_B
from scripts.make_corpus.model import Risk

# fmt: off
PAPERS = Shelf(**BRACKENSHIRE)

PAPERS.add(
    "B-MIN-2024-03",
    """
**Present:** Councillor Marian Tullibody (Leader, in the chair), Councillor Joyce Ravenglass, Councillor Desmond
Harkaway, Councillor Odette Plumridge, Councillor Agnes Torrington, Councillor Bartholomew Iwu

**In attendance:** Gwendolen Marsh (Monitoring Officer), Alan Merriweather-Dunn (Corporate Director for Finance),
Kofi Lansdell (Director of Highways), Linus Abercorn (Head of Risk and Insurance), Isolde Tranmere (Head of Policy),
Clemency Roake (Major Projects Manager)

**24/041 Apologies for absence.** None had been received.

**24/042 Declarations of interest.** Councillor Harkaway had a cousin who owned one of the six parcels of land on the line of the
link road. He left the chamber for minute 24/049.

**24/043 Minutes.** The minutes of 25 January 2024 were agreed as a correct record.

**24/044 Questions from the public.** Mr Oduya asked when the bus from Great Tarn would run after seven in the evening. He worked in a
kitchen and walked home five miles along an unlit road. The Leader said that she had no answer which would satisfy
him.

Action: {{x own=Director of Highways; due=by 12 April 2024>2024-04-12|Director of Highways to reply to Mr Oduya by 12 April 2024, with the cost of one late bus.}}

**24/045 Matters arising.** Everyone who was waiting for an assessment had now been rung twice. The queue stood at 431.

@log

**24/046 Framing Brackenshire.** Ms Tranmere introduced the report. Councillor Iwu said that five was the right number and that he
could recite them, which he did. RESOLVED that the commitments for 2024/25 be agreed.

**24/047 Risk appetite.** Mr Abercorn presented the statement for 2024-27. Councillor Torrington had been shown the recordings that
write themselves up and had found that one of them had her agreeing to a thing she had refused. She supported the trial
on condition that the person concerned read the note before it was kept. On trading, a letter from the four districts was read
out. They had put £3m into the wood yard on the strength of the county's word. RESOLVED

(a) {{r l1=Data and technology; raw=from Cautious to Moderate; lv=moderate|that the appetite for Data and technology be moved from Cautious to Moderate with immediate effect;}}

(b) that the decision on Partnership and enterprise be deferred to the meeting of 20 June, so that the districts could be heard;

(c) that the statement be adopted in all other respects.

Action: {{x own=Head of Risk and Insurance; due=by 31 May 2024>2024-05-31|Head of Risk and Insurance to meet the four districts and to report what they say by 31 May 2024.}}

**24/048 School places at Corvale.** The report had been withdrawn.

**24/049 Corvale link road.** Ms Roake presented the report. She was asked whether Mill Lane could be closed to lorries. It could. Residents
of Mill Lane, eleven of whom were in the gallery, were heard to approve. RESOLVED that application be made for planning permission
and that the land be treated for. In answer to Councillor Iwu the Monitoring Officer said that the
noise model was kept back only because it was not finished.

**24/050 Date of next meeting.** 2 May 2024.

The meeting ended at 12.40pm.
""",
    form="plain", producer="fpdf2", theme="serif", file="brackenshire/2024/Minutes of Cabinet 21 March 2024.pdf",
    title="Minutes of a meeting of the Cabinet held on Thursday 21 March 2024", meeting_date="2024-03-21", sections_certain=False,
    extra={
        "form": "minutes", "under_title": ("Council Chamber, Shire Hall, Aldersby, 10.00am", "Status: to be agreed on 2 May 2024"),
        "log": (
            ("24/004", "Bring a proposal on the statement of appetite", "LA", "March 2024>2024-03-31", "Done - minute 24/047"),
            ("24/005", "Have everyone on the list rung once a month", "SB", "15 March 2024>2024-03-15", "Done"),
            ("24/006", "Put a crossing in place at Hexley Cross", "KL", "June 2024>2024-06-30", "Poles ordered"),
        ),
    },
    story="Data and technology moves from Cautious to Moderate; Partnership and enterprise is put off and so stays Moderate.",
)

PAPERS.add(
    "B-FOI-2024",
    """
# 1. Introduction

1.1 Anybody may ask the Council for what it holds. In 2023/24 people did so 1,604 times under the Freedom of Information Act 2000
or the Environmental Information Regulations 2004. This report tells the Committee how they were dealt with.

# 2. How many and how fast

|widths 46 18 18 18
| Measure | 2021/22 | 2022/23 | 2023/24 |
| Requests received | 1,322 | 1,471 | 1,604 |
| Answered within twenty working days | 91% | 87% | 82% |
| Answered in full | 74% | 73% | 70% |
| Reviews asked for | 38 | 45 | 61 |
| Complaints to the Commissioner | 9 | 11 | 16 |

2.1 Speed has fallen for three years. Half of the late ones were late because nobody could find who held the answer. One
request, for the weight of gritting salt in a named barn, went to seven people and came back with seven weights.
{{p own=Monitoring Officer; due=by the end of March 2025>2025-03-31; m=of requests within twenty working days; d=at_least; v=90; u=per cent|The Monitoring Officer will see that at least 90 per cent of requests are answered within twenty working days by the end of March 2025.}}

# 3. What was refused and why

3.1 In 482 cases something was held back. A reply may rest on more than one provision, so that the figures below come to more
than that.

|widths 60 20 20
| Provision relied on in replies | 2022/23 | 2023/24 |
| {{o|Section 40(2)}}, personal information | 168 | 201 |
| {{o|Section 12}}, cost above the limit | 97 | 118 |
| {{o|Section 43(2)}}, commercial interests | 61 | 64 |
| {{o|Section 21}}, published already | 44 | 52 |
| {{o|Section 31(1)(a)}}, prevention of crime | 19 | 37 |
| {{o|Section 42}}, legal advice | 12 | 9 |
| {{o|Section 14(1)}}, vexatious | 4 | 3 |
| {{o|Regulation 12(4)(b)}}, manifestly unreasonable | 15 | 22 |
| {{o|Regulation 12(5)(e)}}, commercial confidentiality | 6 | 8 |

3.2 The rise in the fifth line is due to one campaign, which asked every council in England for a plan of its computer network. The
figures do not include requests that people made about themselves.

# 4. What the Commissioner said

4.1 Of sixteen complaints the Commissioner upheld five, rejected eight and settled three. In one that was upheld the Council had
refused to say what a consultant was paid. It argued that his business would be harmed. He was asked, and had no
objection.

4.2 In another it was held that minutes of a working group had been destroyed two days after they were requested. An
investigation found a clerk who emptied the shared drive on the first of each month and had done so since 2011.
Nobody had told her to stop.

# 5. Who asks

5.1 Journalists make up 19 per cent, companies 27 and campaigners 12. The rest are residents, so far as can be told, and most of
them want to know about one road, one school or one tree.

# 6. Publishing more

6.1 A fifth of requests ask for one of nine things. {{p own=Head of Policy; due=by 31 October 2024>2024-10-31|The Head of Policy will put those nine things on the website by 31 October 2024.}}

# 7. Legal implications

7.1 It is an offence to destroy what has been asked for in order that it may not be seen. No offence was committed in the
case described above, since there was no such intent.

# 8. Report author

@sign
""",
    file="brackenshire/2024/Item 6 FOI and EIR annual report 2023-24.pdf", theme="green", title="Requests for information: annual report 2023/24", meeting="Governance and Audit Committee",
    meeting_date="2024-07-16", meeting_date_raw="16 July 2024", presented_by=(MON_B,), authors=(("Barnaby Ekwueme", "Information Rights Manager"),),
    date="2024-07-04", date_raw="4 July 2024", financial_year="2023/24", foi="Unrestricted", foi_status="open", header="Agenda Item 6", item="6",
    recommendation="The Committee is asked to note the report and the steps that are being taken to answer requests in time.",
    extra={"Past pathway:": "Corporate Management Team - 25 June 2024", "Future pathway:": "None",
           "summary": "More requests came and fewer were answered in time. The Commissioner upheld five complaints."},
    story="Statistics of exemptions used in replies: references, not citations.",
)

_REGISTER = (
    ("C01", "Failure to protect an adult at risk", "SB", "Averse", (2, 5), (1, 5), "outside"),
    ("C02", "Overspending on the care of older people", "SB", "Cautious", (4, 4), (3, 3), "outside"),
    ("C03", "A bridge closed without warning", "KL", "Cautious", (2, 4), (2, 3), "within"),
    ("C04", "Attack on the Council's computers", "AM", "Moderate", (3, 5), (2, 5), "outside"),
    ("C07", "A recording that misreports what a person said", "SB", "Moderate", (3, 3), (2, 3), "within"),
    ("C06", "Failure of the company that runs the school buses", "KL", "Moderate", (2, 3), (2, 2), "within"),
    ("C08", "Payroll change pays people wrongly", "AM", "Moderate", (3, 4), (2, 4), "within"),
    ("C09", "A public duty missed in a reorganisation", "GM", "Averse", (2, 3), (1, 3), "within"),
)
_SAYS = {"within": "Within", "outside": "Outside"}

PAPERS.add(
    "B-REG-2024",
    """
# 1. Introduction

1.1 Eight risks stand in the corporate register at the end of September. Beside each is the stance that Cabinet has
taken on its category, and whether the present score is inside the limit which goes with it. The limits are 6, 9 and 12
for the three words that appear.

# 2. What has changed since June

2.1 **C03** came down from 12 after both lanes at Wrenhythe were opened on 19 April, eleven days early.

2.2 **C07** is new. Forty social workers have used recordings that write themselves up. In 1,900 notes that were checked, seven said
something that nobody had said, and one of the seven mattered: it gave a woman a son.

2.3 **C05**, want of school places at Corvale, has been handed to the education register.

2.4 **C02** was looked at by the Committee in private in September. It is outside the limit and has been for thirteen quarters.

# 3. The register

@table register

# 4. Risks that are outside

4.1 For three risks the score is above what Cabinet has said that it would stand. Their owners were asked for a date on which each
would come inside it.

4.2 {{p own=Corporate Director for Adult Social Care; due=by March 2025>2025-03-31|The Corporate Director for Adult Social Care will bring C01 inside the limit by March 2025.}}
Agency posts are down from a quarter to a ninth and two teams have permanent managers for the first time since 2019.

4.3 {{p own=Head of Information Security; due=by 31 January 2025>2025-01-31|The Head of Information Security will have every member of staff sign in with a second proof by 31 January 2025.}}
That would take one from the likelihood of C04 and bring it to 10.

4.4 No date was offered for C02. The Corporate Director for Finance told officers that he would sooner leave the space
empty than fill it with something he did not believe.

# 5. A category that is under review

5.1 Cabinet put off in March, and again in June, a decision on Partnership and enterprise. Until it decides, the entry of 2021 is in
force and C06 has been judged by it.

# 6. Financial implications

6.1 None arise from the register.

# 7. Report author

@sign
""",
    file="brackenshire/2024/GAC 14 Nov 2024 Corporate Risk Register.pdf", producer="fpdf2", title="Corporate risk register: quarter 2, 2024/25", meeting="Governance and Audit Committee",
    meeting_date="2024-11-14", meeting_date_raw="14 November 2024", presented_by=(FIN,), authors=(RISK,), date="2024-11-01", date_raw="1 November 2024", financial_year="2024/25",
    foi="Unrestricted", foi_status="open", recommendation="The Committee is asked to consider the three risks that are outside appetite.",
    extra={
        "landscape": True, "Past pathway:": "Corporate Management Team - 22 October 2024", "Future pathway:": "None",
        "summary": "Of eight corporate risks five are within the Council's appetite and three are not. One of the three has no date for coming back.",
        "register": {
            "head": ("Ref", "Risk", "Owner", "Appetite", "Current (L x I)", "Target (L x I)", "Within or outside"), "widths": (7, 40, 9, 11, 12, 12, 12),
            "rows": tuple(
                (
                    (ref, name, owner, word, points(name, ref, "current", *now), points(name, ref, "target", *aim), _SAYS[status]),
                    Risk(level1=name, reference=ref, appetite=word, levels=(word.lower(),), status=status),
                )
                for ref, name, owner, word, now, aim, status in _REGISTER
            ),
        },
    },
    story="Scores and appetite side by side; the moved category reads Moderate and the deferred one Moderate still.",
)
