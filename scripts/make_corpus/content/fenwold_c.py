"""Fenwold Partnership NHS Foundation Trust: a scale relabelled, minutes, logs and the framework of 2023."""

from __future__ import annotations

from scripts.make_corpus.content.fenwold_a import FENWOLD, stated
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import SEC_F1, SEC_F2
from scripts.make_corpus.frameworks import strategic

# fmt: off
PAPERS = Shelf(**FENWOLD)
MAY = {"meeting_date": "2023-05-25", "meeting_date_raw": "25 May 2023"}

PAPERS.add(
    "F-SCALE-2023",
    """
# 1. What is asked

Two words on the risk appetite scale are to be replaced by two others, and one strategic risk is to have a new
name. No appetite moves, no band moves and no score moves.

# 2. The words

The body whose matrix we borrowed has changed its labels. Its lowest level was called Avoid and is now called
None; its highest was Mature and is now Significant. Regulators and auditors have begun to use the new ones.
A member of the public asked at the January meeting why a Trust should be "mature" about danger, and nobody had
a good reply.

|widths 22 22 20 36
| Label to 31 March 2023 | Label from 1 April 2023 | Score band | Change in meaning |
| Avoid | None | 1-3 | No change |
| Minimal | Minimal | 4-5 | No change |
| Cautious | Cautious | 6-9 | No change |
| Open | Open | 10-12 | No change |
| Seek | Seek | 13-16 | No change |
| Mature | Significant | 20-25 | No change |

Anyone who compares our papers over time should bear in mind that a risk which reads None after April is where
it always was.

# 3. The name

The third strategic risk has been called Waiting times in the community since 2017. Governors pointed out
that someone who is never referred does not wait, and so does not count. The Quality and Safety Committee
proposes Access to community services. What is scored stays the same for the present, until a measure of those
who never reach us has been found.

# 4. Next steps

{{p own=Trust Secretary; due=by 30 April 2023>2023-04-30|The Trust Secretary will change the report template and the framework by 30 April 2023.}} Past papers are
left as they were.

# 5. Freedom of information

This paper is not exempt. Exemption applied: none.

# 6. Recommendation

@recommendation

@sign
""",
    file="fenwold/2023/16 Risk appetite scale - labels.pdf", producer="fpdf2", theme="plain", title="The risk appetite scale: two labels and a name", item="16",
    meeting_date="2023-03-30", meeting_date_raw="30 March 2023", purpose=("approval",), presented_by=(SEC_F1,), authors=(("Marcus Thackwray", "Risk Manager"),),
    date="2023-03-20", date_raw="20 March 2023", foi_status="open", tick="x",
    recommendation="The Board is asked to approve, with effect from 1 April 2023, the labels in section 2 and the name in section 3.",
    extra={"previous": "Quality and Safety Committee, 14 March 2023"},
    story="Labels only: Avoid to None, Mature to Significant. SR3 is renamed.",
)

PAPERS.add(
    "F-MIN-2023-03",
    """
**Present:** Judith Penhallow-Reeve (Chair), Beatrix Onuoha (Chief Executive), Colm Ferriter (Executive
Director of Nursing), Dr Zainab Holroyd-Khan (Medical Director), Petra Vandeleur (Chief Finance Officer),
Winston Ashgrove (Chief Operating Officer), Isla Macready-Boon (Director of People), Hester Dallimore, Osric
Bannerjee-Lowe, Ifor Massingberd-Quill (Non-Executive Directors)

**In attendance:** Dorothy Kilnsey (Trust Secretary), Lowri Castellane (Chief Information Officer), Rafe
Amberley (Trust Secretary designate)

**23/026 Apologies.** Cordelia Stanway.

**23/027 Minutes.** The minutes of 26 January 2023 were approved.

**23/028 Patient story.** Theo, aged nineteen, described leaving the children's service on his birthday. His
last appointment was on a Thursday and his next, with an adult team, was seven months later. "I aged out,"
he said. He spent two of those months in hospital. Mr Ashgrove did not defend it.

ACTION: {{x own=Chief Operating Officer; due=by 27 July 2023>2023-07-27|Chief Operating Officer to bring to the Board by 27 July 2023 a plan under which no one leaves the children's service without a first adult appointment.}}

**23/029 Chief Executive's report.** Noted. The regulator's report on Sedge ward had arrived the day before.

**23/030 Safety.** Mr Ferriter reported that restraint had fallen by 11 per cent over the year against the 25
that had been set. Mr Bannerjee-Lowe asked what had been tried on the wards where it had risen. The Board was not
assured and asked for more.

ACTION: {{x own=Executive Director of Nursing; due=by 25 May 2023>2023-05-25|Executive Director of Nursing to report restraint ward by ward by 25 May 2023.}}

**23/031 The risk appetite scale.** Ms Kilnsey presented the paper. Ms Dallimore asked for an assurance that no
one's appetite was being moved under cover of a change in words. Ms Kilnsey gave it. The Board approved the
change of labels, with effect from 1 April 2023, and recorded that it changed labels only: the bands and
the Board's appetite for each risk stay as they were. The Board further approved the name Access to
community services for the third strategic risk, formerly Waiting times in the community.

**23/032 One electronic record.** Ms Castellane explained why the full business case was late. One of the two
suppliers had been bought by the other's parent. Taking legal advice had cost nine weeks. Members were
sorry but unsurprised.

ACTION: {{x own=Chief Information Officer; due=by the end of July 2023>2023-07-31|Chief Information Officer to say by the end of July 2023 whether one supplier can stand alone.}}

**23/033 Budget 2023/24.** The Board approved the budget, with a deficit of £2.4m. Mr Massingberd-Quill wished
it to be minuted that he had voted against.

**23/034 Green plan.** Received. The Board agreed that the fleet should be electric.

ACTION: {{x own=Head of Estates; due=by September 2023>2023-09-30|Head of Estates to cost charging points at each site by September 2023.}}

**23/035 Any other business.** The Chair thanked Ms Kilnsey, who was at her last meeting after eleven years.

**23/036 Private session.** The Board resolved {{c c=PBAMA1960 s.1(2); why=of the confidential nature of the business to be transacted|that the public be excluded from the next part of the meeting under the Public Bodies (Admission to Meetings) Act 1960, section 1(2), because of the confidential nature of the business to be transacted.}}
""",
    form="plain", title="Minutes of the Board of Directors held in public on Thursday 30 March 2023", meeting_date="2023-03-30", sections_certain=False,
    footer="Minutes, 30 March 2023||{n}", extra={"form": "minutes", "under_title": ("Council Chamber, Merefleet", "Draft until approved")},
    story="Minute 23/031: labels only, and the name of SR3.",
)

_LOG = (
    ("23/009", "Bring back the lone-worker alarm figures by team", "WA", "May 2023>2023-05-31"),
    ("23/028", "Plan under which no one leaves the children's service without a first adult appointment", "WA", "27 July 2023>2023-07-27"),
    ("23/030", "Report restraint ward by ward", "CF", "25 May 2023>2023-05-25"),
    ("23/032", "Say whether one supplier of the electronic record can stand alone", "LC", "July 2023>2023-07-31"),
    ("23/034", "Cost charging points at each site", "LCa", "September 2023>2023-09-30"),
)


def carried(*statuses: str | None) -> tuple[tuple[str, ...], ...]:
    """Return the log with the status of each action; one without a status has dropped off."""
    return tuple((*entry, status) for entry, status in zip(_LOG, statuses, strict=True) if status)


PAPERS.add(
    "F-LOG-2023-05",
    """
Each action keeps the number of the minute in which it arose. An open action is carried from meeting to
meeting; a closed action is shown once and then taken off.

@log

WA is Winston Ashgrove, CF Colm Ferriter, LC Lowri Castellane and LCa Leopold Carraway.
""",
    form="plain", title="Action log of the Board of Directors", **MAY, sections_certain=False,
    extra={
        "form": "log", "under_title": ("For the public meeting of 25 May 2023",),
        "log": carried("Closed", "Open - drafted with parents' group", "Closed: see item 8", "Open", "Open - not started"),
    },
    story="The same references are carried into F-LOG-2023-07.",
)

PAPERS.add(
    "F-RESTRAINT-2023",
    """
# 1. What was asked

In March the Board was not assured about restraint and asked for figures ward by ward (minute 23/030). They
are here, with what the wards themselves make of them.

# 2. The figures

|widths 28 18 18 18 18
| Ward | Beds | 2021/22 | 2022/23 | Of which on the floor |
| Alder | 18 | 96 | 61 | 4 |
| Teasel | 16 | 141 | 88 | 9 |
| Sedge | 20 | 118 | 204 | 57 |
| Bulrush (older people) | 22 | 73 | 42 | 0 |
| Willowherb (learning disability) | 10 | 112 | 86 | 3 |
| All wards | 86 | 540 | 481 | 73 |

Four wards have done what was asked of them and more. Alder gave up its television rota, its kettle rules and
eleven other rules that nobody could explain, and fights over them stopped. Teasel has a quiet room with a
hammock. On Sedge everything went the wrong way.

# 3. Sedge ward

Sedge takes men who have just been admitted. It had four ward managers in the year. In the six worst weeks seven
shifts in ten were led by someone from an agency. The Care Quality Commission came without notice on 14
February and served a {{o|Section 29A warning notice}} on 23 March. It found that men had been held face down
for longer than our policy permits, that records were written from memory the next day, and that a student
had been asked to take part.

The Trust accepts what was found. The families of three men have been visited and told, in person, by the
Medical Director. The regulator returns in September.

# 4. What is being done

{{p own=Executive Director of Nursing; due=by the end of Q1 2023/24>2023-06-30|The Executive Director of Nursing will end face-down restraint on every ward by the end of Q1 2023/24.}}
{{p own=Director of People; due=in June 2023>2023-06-30|The Director of People will appoint a permanent manager and two deputies for Sedge in June 2023.}} Eight beds there
were closed on 3 April and stay closed until then.

{{p own=Executive Director of Nursing; due=by 31 March 2024>2024-03-31; m=use of restraint; d=reduce; v=20; u=per cent|The Executive Director of Nursing will reduce the use of restraint by 20 per cent by 31 March 2024.}}

# 5. Risk

The score of the second strategic risk is raised from 10 to 15 on account of Sedge. It is far outside the
Board's band, and saying so again is not an action. {{s name=harm through restraint on Sedge ward; kind=current; l=4; c=5; score=20|On the ward's own register, harm through restraint on Sedge ward is scored 4 x 5 = 20}}.

# 6. Freedom of information

The paper is open but for its annex. {{c c=FOIA s.40(2); scope=Annex 1; why=it describes the care of three men in such detail that those who know them would recognise them|Annex 1 is withheld under section 40(2) of the Freedom of Information Act 2000, because it describes the care of three men in such detail that those who know them would recognise them.}}

# 7. Recommendation

@recommendation

@sign
""",
    title="Restraint on our wards", item="8", **MAY, purpose=("assurance", "discussion"), presented_by=(("Colm Ferriter", "Executive Director of Nursing"),),
    authors=(("Sorrel Adebayo-Finch", "Associate Director for Inpatient Care"),), date="2023-05-15", date_raw="15 May 2023", foi_status="part_exempt",
    risks=(strategic("SR1", "2023-05-25", 4, 4), strategic("SR2", "2023-05-25", 3, 5)),
    recommendation="The Board is asked to discuss what happened on Sedge ward and to take assurance, or not, from section 4.",
)


def _cl(name: str, ref: str, kind: str, consequence: int, likelihood: int) -> str:
    score = consequence * likelihood
    return f"{{{{s name={name}; reference={ref}; kind={kind}; c={consequence}; l={likelihood}; score={score}|{consequence} x {likelihood} = {score}}}}}"


_BAF_2023 = (
    ("SR1", "Safe staffing of wards and teams", "Cautious (6-9)", (4, 5), (4, 4), (4, 2)),
    ("SR2", "Harm to people in our care", "None (1-3)", (5, 4), (5, 3), (3, 1)),
    ("SR3", "Access to community services", "Cautious (6-9)", (3, 5), (3, 4), (3, 3)),
    ("SR4", "Financial sustainability", "Cautious (6-9)", (4, 4), (4, 3), (4, 2)),
    ("SR5", "Digital change", "Open (10-12)", (4, 4), (4, 3), (3, 3)),
    ("SR6", "New models of care and research", "Seek (13-16)", (4, 3), (4, 3), (4, 4)),
)

PAPERS.add(
    "F-BAF-2023-05",
    """
# 1. Introduction

This is the framework at the end of 2022/23. It uses the labels approved in March. Following a remark by the
auditors, scores in this report are set out as consequence x likelihood, which is the order of the national
matrix; earlier reports had them the other way about. The products are not affected.

# 2. The six strategic risks

@table framework

# 3. Commentary

Harm to people in our care rises because of Sedge ward, which has a paper of its own. Digital change is at
the very top of its band. New models of care is aimed above its present score, since the Board would like more
of this sort of risk and not less: two research posts are vacant.

On access to community services the number waiting fell by 640 in the year. The children's assessment team in
Merefleet opened in July, a month late, and sees 30 families a week.

# 4. Actions

|widths 12 50 22 16
| Risk | Action | Owner | Due |
| SR1 | {{x own=Director of People; due=Q2 2023/24>2023-07-01..2023-09-30; ref=SR1|Offer every student nurse on placement with us a post}} | Director of People | Q2 2023/24 |
| SR2 | {{x own=Executive Director of Nursing; due=Q1 2023/24>2023-04-01..2023-06-30; ref=SR2|End face-down restraint}} | Executive Director of Nursing | Q1 2023/24 |
| SR3 | {{x own=Chief Operating Officer; due=Q3 2023/24>2023-10-01..2023-12-31; ref=SR3|Find a measure of people who never reach us}} | Chief Operating Officer | Q3 2023/24 |
| SR4 | {{x own=Chief Finance Officer; due=Q2 2023/24>2023-07-01..2023-09-30; ref=SR4|Agree a price for placements outside the county}} | Chief Finance Officer | Q2 2023/24 |

# 5. Recommendation

@recommendation

@sign
""",
    title="Board Assurance Framework: quarter 4, 2022/23", item="10", **MAY, purpose=("assurance",), presented_by=(SEC_F2,), authors=(("Marcus Thackwray", "Risk Manager"),),
    date="2023-05-12", date_raw="12 May 2023", financial_year="2022/23", foi="Public", foi_status="open", theme="wide",
    recommendation="The Board is asked to take assurance from the framework and to agree the actions in section 4.",
    extra={
        "landscape": True, "previous": "Audit Committee, 9 May 2023",
        "framework": {
            "head": ("Ref", "Strategic risk", "Risk appetite", "Initial (C x L)", "Current (C x L)", "Target (C x L)"), "widths": (8, 34, 16, 14, 14, 14),
            "rows": tuple(
                ((ref, name, raw, _cl(name, ref, "initial", *first), _cl(name, ref, "current", *now), _cl(name, ref, "target", *aim)), stated(ref, name, raw))
                for ref, name, raw, first, now, aim in _BAF_2023
            ),
        },
    },
    story="Scores in the odd order, consequence x likelihood.",
)

PAPERS.add(
    "F-LOG-2023-07",
    """
Each action keeps the number of the minute in which it arose. An open action is carried from meeting to
meeting; a closed action is shown once and then taken off.

@log

WA is Winston Ashgrove, LC Lowri Castellane and LCa Leopold Carraway.
""",
    file="fenwold/2023/Action log July 2023.docx", producer="word", form="plain", title="Action log of the Board of Directors", meeting_date="2023-07-27",
    sections_certain=False,
    extra={
        "form": "log", "under_title": ("For the public meeting of 27 July 2023",),
        "log": carried(None, "Closed: plan at item 9", None, "Overdue - due to be told in September", "Open - three sites of nine done"),
    },
    story="Carried over from May with the same references; two closed actions have dropped off.",
)
