"""Brackenshire County Council: the first statement of risk appetite, the register, safeguarding, 2021."""

from __future__ import annotations

from scripts.make_corpus.content.brackenshire_a import BRACKENSHIRE, FIN
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import ASC_B, ASD_B, LEAD_B2
from scripts.make_corpus.model import Risk

# fmt: off
PAPERS = Shelf(**BRACKENSHIRE)
RISK = ("Linus Abercorn", "Head of Risk and Insurance")
CATEGORIES = (
    ("Safeguarding", "Averse", "6", "Corporate director"),
    ("Legal duties", "Averse", "6", "Monitoring Officer"),
    ("Financial resilience", "Cautious", "9", "Corporate director"),
    ("Roads and buildings", "Cautious", "9", "Director"),
    ("Data and technology", "Cautious", "9", "Director"),
    ("Changing how we work", "Moderate", "12", "Head of service"),
    ("Partnership and enterprise", "Moderate", "12", "Director"),
)


def stance(name: str, word: str) -> Risk:
    """Return a category of risk with the Council's stance on it."""
    return Risk(level1=name, appetite=word, levels=(word.lower(),))


def points(name: str, ref: str, kind: str, likelihood: int, impact: int) -> str:
    """Return a printed score, marked."""
    score = likelihood * impact
    return f"{{{{s name={name}; reference={ref}; kind={kind}; l={likelihood}; c={impact}; score={score}|{likelihood} x {impact} = {score}}}}}"


PAPERS.add(
    "B-RISK-2021",
    """
# 1. Introduction

1.1 The Council has had a register of its risks since 2004 and has never said how much risk it is prepared to run.
The peer team that came in February remarked on it. Officers had guessed, the team wrote, and had guessed low:
a change of opening hours at a recycling site had gone through five layers of approval.

1.2 The strategy for 2021-24 is at Annex 1. It was considered by the Governance and Audit Committee in July. This
report draws out the part that needs a decision from Cabinet, which is the statement of appetite in section 3.

# 2. The words used

2.1 There are national scales, and the working group of Members tried two of them. It found that nobody could say
without looking which of two neighbouring words was the bolder. It settled on four words of its own:

- **Averse** - we turn down a gain sooner than run the risk, and we pay to be safe.
- **Cautious** - we take the safe course unless the gain is large and the loss could be made good within a year.
- **Moderate** - we weigh gain and loss evenly and accept that one venture in four may come to nothing.
- **Bold** - we go first, knowing that we may be wrong in public.

2.2 Scores are likelihood times impact, each from one to five. Beside every word stands the highest score that may be
carried without a report to Members, and the post that may carry it. That is a limit and not an aim.

# 3. The Council's stance

3.1 The working group considered seven categories of risk. It proposes that none should be Bold for the present.

@table stances

3.2 To take an example: the library service wished to lend musical instruments. Some would be broken. Under the
fourth of the words above a manager would simply begin; as things stand the head of service may agree to it, and a
committee need not.

3.3 Members spent longest on the first line. It was put to them that to be averse about safeguarding might lead
social workers to take away a person's freedom in order to be on the safe side. The statement therefore reads
together with the law on mental capacity: a person who is able to decide may decide unwisely.

# 4. What other councils do

4.1 Of fifteen county councils asked, nine had a statement. Three published it. One had an appetite for commercial risk
described as hungry; that council has since borrowed more than it could repay, and Members may draw their own
conclusion about adjectives.

# 5. Putting it to use

5.1 {{p own=Head of Risk and Insurance; due=by 31 December 2021>2021-12-31; m=managers; d=at_least; v=220; u=managers|The Head of Risk and Insurance will train at least 220 managers in the use of the statement by 31 December 2021.}}

5.2 {{p own=Governance and Audit Committee; due=in Q4 2022/23>2023-01-01..2023-03-31|The Governance and Audit Committee will test in Q4 2022/23 whether decisions are being taken lower down.}}

5.3 The statement is looked at afresh when the strategy ends. A single category can be moved before then by Cabinet,
and by nobody else.

# 6. Financial implications

6.1 Training costs £9,000. The insurers have said that a council with a statement of this kind is one that they would
sooner cover, and have not said by how much.

# 7. Legal implications

7.1 The Accounts and Audit Regulations require a sound system of internal control that includes arrangements for the
management of risk. Nothing in them requires a statement of appetite.

# 8. Equalities

8.1 A screening found no effect on any group.

# 9. Recommendation

@recommendation

# 10. Report author

@sign
""",
    file="brackenshire/2021/Risk management strategy and statement of appetite - Cabinet 16 Sept 2021.pdf", theme="green", header="Agenda Item 9", item="9",
    title="Risk management strategy and statement of appetite", meeting_date="2021-09-16", meeting_date_raw="16 September 2021", presented_by=(LEAD_B2, FIN),
    authors=(RISK,), date="2021-09-03", date_raw="3 September 2021", foi="Unrestricted", foi_status="open",
    recommendation="Cabinet is asked to approve the risk management strategy and to adopt the statement of appetite in section 3.",
    extra={
        "Decision no:": "21/00049", "Past pathway:": "Governance and Audit Committee - 22 July 2021", "Future pathway:": "None",
        "summary": "The Council does not say how much risk it will run. The report offers four words and applies them to seven categories.",
        "stances": {
            "head": ("Category of risk", "Our stance", "Score not to be passed", "Who may carry it"), "widths": (34, 18, 20, 28),
            "rows": tuple(((name, word, limit, post), stance(name, word)) for name, word, limit, post in CATEGORIES),
        },
    },
    story="The Council's own four words. Two categories are put forward for change in March 2024 (B-RISK-2024); one is moved.",
)

_REGISTER = (
    ("C01", "Failure to protect an adult at risk", "SB", (3, 5), (2, 5), (1, 5), "Two teams have merged; a quarter of the posts are filled by agency workers."),
    ("C02", "Overspending on the care of older people", "SB", (5, 4), (4, 4), (3, 3), "Four homes have handed back their contracts since March."),
    ("C03", "A bridge closed without warning", "KL", (4, 4), (3, 4), (2, 4), "Wrenhythe and Old Tarn bridges are looked at each month."),
    ("C04", "Attack on the Council's computers", "AM", (4, 5), (3, 5), (2, 4), "Two neighbouring districts were attacked in the spring."),
    ("C05", "Want of school places at Corvale", "RP", (4, 3), (3, 3), (2, 3), "The depot site is still unsold."),
    ("C06", "Failure of the company that runs the school buses", "KL", (3, 3), (2, 3), (2, 2), "Accounts seen each quarter."),
)

PAPERS.add(
    "B-REG-2021",
    """
# 1. Introduction

1.1 The corporate risk register holds the risks that could stop the Council from doing what it must. Each belongs to
a corporate director or a director, who has gone through it with the Head of Risk and Insurance in the last month.
It comes to the Committee four times a year.

1.2 At the end of September the register held six risks. One had been added in the quarter and one taken off.

# 2. What has changed

2.1 **Added.** The failure of the bus company came on in August, after a letter from its bank reached the wrong desk. The
company carries 6,200 children. Its accounts have since been read and are thin, but they are not empty.

2.2 **Taken off.** The risk that the Council could not meet because of the pandemic has been closed. It stood at 4 (1 x 4).

2.3 **Gone down.** The risk of a bridge closing without warning was 16 in June. Divers have been under both bridges. At
Wrenhythe a pier that had been thought to stand on rock stands on oak piles from the reign of George III, which are
in better order than the concrete.

2.4 **Not moved.** Overspending on the care of older people has stayed where it was for five quarters. The target was to
have been reached by June.

# 3. The register

3.1 L is likelihood and I is impact. The first pair of figures is the risk with nothing done about it.

@table register

# 4. Appetite

4.1 Cabinet adopted a statement of appetite on 16 September. The register for the next quarter is the first to be set
beside it. Members have asked whether a target may lie above what the statement allows. It may not, and the owner
of any that does is to be asked to bring it down or to explain.

# 5. Actions that are late

5.1 Of 41 actions in the register 33 were finished on time. The eight others have slipped by 71 days on average. The
longest concerns a list of who holds keys to Shire Hall, which was promised for April.
{{p own=Head of Property; due=by 17 December 2021>2021-12-17|The Head of Property will finish the list of key holders by 17 December 2021.}}

# 6. Financial implications

6.1 There are none that do not appear in the budget reports.

# 7. Report author

@sign
""",
    file="brackenshire/2021/Item 8 - Corporate risk register Q2.pdf", producer="fpdf2", title="Corporate risk register: quarter 2, 2021/22", meeting="Governance and Audit Committee",
    meeting_date="2021-11-25", meeting_date_raw="25 November 2021", presented_by=(FIN,), authors=(RISK,), date="2021-11-11", date_raw="11 November 2021", financial_year="2021/22",
    foi="Unrestricted", foi_status="open", recommendation="The Committee is asked to note the register and to say which risk it would like to examine in January.",
    extra={
        "Past pathway:": "Corporate Management Team - 2 November 2021", "Future pathway:": "None",
        "summary": "Six risks stand in the register. One is new, one has gone, and the largest has not moved for five quarters.",
        "register": {
            "head": ("Ref", "Risk", "Owner", "Inherent (L x I)", "Current (L x I)", "Target (L x I)", "Note"), "widths": (6, 21, 11, 13, 13, 13, 23),
            "rows": tuple(
                (
                    (ref, name, owner, points(name, ref, "initial", *first), points(name, ref, "current", *now), points(name, ref, "target", *aim), note),
                    None,
                )
                for ref, name, owner, first, now, aim, note in _REGISTER
            ),
        },
    },
    story="Scores only: the register of 2021 states no appetite. The register of 2024 does.",
)

PAPERS.add(
    "B-SAFE-2021",
    """
# 1. Introduction

1.1 Anyone may tell the Council that an adult is being hurt, robbed or neglected. In 2020/21 people did so 5,816 times,
which is sixteen a day. This report says what became of those calls. The independent chair of the Safeguarding
Adults Board has read it and her remarks are at Annex A.

# 2. What the Council must do

2.1 Where there is reason to think that an adult with needs for care is being abused and cannot protect herself, the
Council has to find out what is going on and decide what should be done. This is known from the Act as a
{{o|section 42 enquiry}}. It may end with a plan for that person's safety, with a
prosecution, or with nothing at all because that is what she prefers.

# 3. The figures

|widths 46 18 18 18
| Measure | 2018/19 | 2019/20 | 2020/21 |
| Concerns reported | 4,377 | 4,902 | 5,816 |
| Enquiries begun | 1,502 | 1,588 | 1,731 |
| Person asked what they wanted to happen | 81% | 84% | 79% |
| Enquiries finished within 60 days | 64% | 66% | 52% |
| Risk removed or made less | 87% | 88% | 88% |

3.1 Neglect is the commonest kind and is most often found in a person's own home. The number of people robbed by
somebody whom they had let in doubled. A man at Great Tarn lost £41,000 to a caller who told him each week that his
roof would not last the winter, and did no work on it in two years.

3.2 The share of people asked what they wanted fell for the first time. In the months without visits, staff say, it
was hard to get past whoever picked up the telephone. {{p own=Corporate Director for Adult Social Care; due=by March 2022>2022-03-31; m=of people what they wish to happen; d=at_least; v=90; u=per cent|The Corporate Director for Adult Social Care will see that at least 90 per cent of people are asked what they wish to happen by March 2022.}}

# 4. Care homes

4.1 Forty-four homes were looked into. In most the matter was put right in days. Two had no manager for more than
six months. At one of those, Laurel Bank, eleven residents were found to be short of water on a warm afternoon in
August and the home has since closed. Their families were told in person, by a social worker whom they had met.

4.2 It took eleven weeks from the first call about Laurel Bank to the first visit. Three calls had been recorded as
separate and small. {{p own=Head of Safeguarding; due=by the end of February 2022>2022-02-28|The Head of Safeguarding will see that calls about the same address are joined up by the end of February 2022.}}

# 5. One person's account

5.1 "My neighbour noticed that I'd stopped putting the bins out. She rang you, which I'd have been cross about if she'd
asked me first. The lady who came didn't sit down until I said she could. I had not been asked a question in that
house for four years that wasn't an order." The woman who said this has a flat of her own.

# 6. Staffing

6.1 One social worker in four is from an agency. Newly qualified staff carry a smaller load for their first year.
{{a|The service would like nobody to have to tell her story more than once.}}

# 7. Exempt information

7.1 {{c c=LGA1972 Sch12A para 1, LGA1972 Sch12A para 2; scope=Annex B; why=it describes four people and their families who could be recognised from it|Annex B is not for publication by virtue of paragraphs 1 and 2 of Part 1 of Schedule 12A to the Local Government Act 1972, as it describes four people and their families who could be recognised from it.}}

# 8. Report author

@sign
""",
    file="brackenshire/2021/Safeguarding adults annual report 2020-21.pdf", theme="serif", title="Safeguarding adults: annual report 2020/21", meeting="Adult Social Care Cabinet Committee",
    meeting_date="2021-11-23", meeting_date_raw="23 November 2021", presented_by=(ASC_B, ASD_B), authors=(("Rowena Castlefield", "Head of Safeguarding"),),
    date="2021-11-09", date_raw="9 November 2021", financial_year="2020/21", foi="Unrestricted save for Annex B", foi_status="part_exempt", header="Adult Social Care Cabinet Committee - 23 November 2021",
    recommendation="The Cabinet Committee is asked to comment on the annual report and to commend it to Cabinet.",
    extra={
        "Past pathway:": "Safeguarding Adults Board - 19 October 2021", "Future pathway:": "Cabinet - 9 December 2021", "Electoral division:": "All",
        "summary": "More people told the Council of harm than in any earlier year. Enquiries took longer, and fewer people were asked what they wanted.",
    },
    story="Section 42 enquiries and two Schedule 12A paragraphs on one paper.",
)
