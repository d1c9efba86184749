"""Harrowmere Teaching Hospitals NHS Trust, 2022 and 2023: the car parks, the commitments, a review, a power cut."""

from __future__ import annotations

from scripts.make_corpus.content.harrowmere_b import HARROWMERE
from scripts.make_corpus.content.kit import Shelf
from scripts.make_corpus.content.people import (
    CEO_H2,
    CMO_H,
    COO_H2,
    CPO_H,
    EST_H,
    SEC_H1,
)
from scripts.make_corpus.frameworks import commitments_of, row

# fmt: off
PAPERS = Shelf(**HARROWMERE)


def year_list(year: str) -> str:
    """Return a year's commitments as a list, each marked with its target."""
    lines = []
    for text, target in commitments_of(year):
        attrs = f"fy={year}"
        if target:
            attrs += f"; m={target['metric']}; d={target['direction']}; v={target['value']}; u={target['unit']}"
        lines.append(f"- {{{{n {attrs}|{text}}}}}")
    return "\n".join(lines)


PAPERS.add(
    "H-COMM-2022",
    f"""
# 1. Summary

Last year we had thirty-four objectives. Nobody, when asked in a lift, could name three. For 2022/23 it is
proposed that there be six commitments, that each should have one director, and that the cover sheet of
every paper should show which of them it serves.

# 2. Our annual commitments for 2022/23

{year_list("2022/23")}

# 3. Why these

Length of stay comes first since everything else hangs on it. In 2021/22 the average after an emergency was
7.8 days. Half a day is what four hospitals of our size achieved in a year; none achieved a whole day.

Infections: 196 people caught one of the four that are counted while they were with us. A tenth fewer would
be 176.

Turnover stood at 13.9 per cent in March and at 19 per cent among healthcare assistants, who can earn more in
the warehouse beside the motorway.

The endoscopy unit is a building. It has been promised, under one name or another, since 2015.

At the end of April 41 people had waited for more than two years. There ought to be none, and
{{{{p own=Chief Operating Officer; due=by the end of July 2022>2022-07-31|the Chief Operating Officer will have offered every one of them a date by the end of July 2022.}}}}

# 4. What is not on the list

Research is not there, to the regret of the Director of Research. Parking is not there. Food was on the list
until the last draft. Leaving them out does not mean that we shall stop; it means that they will not be first
when two things cannot both be done.

# 5. How we shall know

{{{{p own=Chief Executive; due=by September 2022>2022-09-30|The Chief Executive will report on all six by September 2022.}}}} A commitment
that has been met stays on the list until the end of the year. One that is dropped will be named as dropped.

# 6. Financial Implications

The waste reduction plan is £28.4m, of which £19.7m has a name against it.

# 7. Publication Under Freedom of Information Act

This paper may be published.

# 8. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2022/7.1 Annual commitments 2022-23.pdf", title="Our annual commitments for 2022/23", item="7.1", meeting_date="2022-05-26",
    meeting_date_raw="26 May 2022", purpose=("approval",), presented_by=(CEO_H2,), authors=(("Cressida Wolverley", "Director of Strategy"),),
    date="2022-05-16", date_raw="16 May 2022", financial_year="2022/23", foi_status="open", tick="x",
    risks=(
        row("strategy", "2022-05-26", "Moving Towards", True),
        row("money", "2022-05-26", "Neutral"),
        row("safety", "2022-05-26", "Moving Towards"),
    ),
    recommendation="The Board is asked to approve six annual commitments for 2022/23 and to agree that no others be added during the year.",
    story="The first list of commitments: half a day off length of stay, turnover below 12 per cent, the endoscopy unit.",
)

PAPERS.add(
    "H-SEAL-2022",
    """
# 1. Use of the seal

Standing order 8.3 requires that the Board be told of every document to which the seal of the Trust has been
put. There were three in the quarter.

|widths 12 58 30
| No. | Document | Witnesses |
| 214 | Lease of the ground floor of Tanner's Row, for the breast screening service, ten years | P Venkatraman-Cole, C Strathdearn |
| 215 | Deed of variation, catering contract, following the loss of the Queen Maud kitchen | P Venkatraman-Cole, L Peverell |
| 216 | Transfer of the old nurses' home at Ferry Lane to a housing association | P Venkatraman-Cole, C Strathdearn |

# 2. A claim

Hallbrook Construction has written to say that it is owed £1.36m for delay to the endoscopy unit. The Trust
says that the delay was of the builder's own making. The Director of Finance has set aside £400,000.

Members will find the opinion of leading counsel at Annex C. {{c c=FOIA s.42; scope=Annex C; why=it is legal advice for which a claim to professional privilege could be maintained|Annex C is exempt from disclosure under section 42 of the Freedom of Information Act 2000 as it is legal advice for which a claim to professional privilege could be maintained.}}
The rest of the paper is open.

{{p own=Company Secretary; due=in July 2022>2022-07-31|The Company Secretary will bring the terms of any settlement to the private meeting in July 2022.}}

# 3. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2022/scan0047.pdf", producer="scan", form="plain", theme="serif", title="Use of the Trust seal and a contractual claim", purpose=(),
    meeting_date="2022-05-26", meeting_date_raw="26 May 2022", authors=(SEC_H1,), date="2022-05-17", date_raw="17 May 2022", foi_status="part_exempt",
    recommendation="The Trust Board is asked to note the use of the seal and the position on the claim.",
    extra={"under_title": ("Trust Board, 26 May 2022", "Agenda item 13"), "form": "scan"}, item="13", footer=None,
    story="A picture of a signed paper; no text layer. Section 42 for an annex.",
)

PAPERS.add(
    "H-CARPARK-2022",
    """
# 1. Summary

The contract for our eleven car parks ends on 30 September. Three companies have bid to run them for seven
years. This paper says what was asked of them and how the bids will be judged. The prices are in Appendix B.

# 2. Background

In September 2021 the Board agreed in principle that staff who work at night should not pay (minute 21/097).
The cost is £186,000 a year and has been written into the specification. So have bays for dialysis patients,
who come three times a week for the rest of their lives and who told us that they plan their day round the
barrier.

In 2021 there were 2,274 complaints about parking, which is more than about everything else together. A good
half concerned penalty charges sent to people who had overstayed because their clinic ran late.

# 3. What we asked for

(a) A first half hour free at every site.

(b) No penalty charge where a clinic or ward confirms that the delay was ours.

(c) Cameras in place of barriers, with payment on the way out or up to midnight on the following day.

(d) Sixty charging points within two years.

(e) A named person on each site to whom people can speak.

# 4. How bids will be judged

Quality counts for sixty marks and price for forty. A patient, a night sister and a porter sit on the panel
with the usual officers. {{p own=Director of Estates and Facilities; due=by 9 September 2022>2022-09-09|The Director of Estates and Facilities will bring a recommendation to the private meeting by 9 September 2022.}}

# 5. The old brewery site

A fourth company would have built a new multi-storey on the brewery land. That land is bound by a
{{o|section 106 agreement}} with the borough, under which 40 per cent of it must be kept for homes. The
offer was not taken further.

# 6. Financial Implications

Parking brings in £2.9m and costs £1.3m. On the new terms the surplus falls by about a third. The Finance
Committee considered this on 12 July and was content.

# 7. Risk

One row on the cover moves away from appetite, and the reason is section 6.

# 8. Equality Analysis

Blue badge bays rise from 88 to 131, all within fifty metres of a door.

# 9. Publication Under Freedom of Information Act

Appendix B only is withheld; the paper may be published. {{c c=FOIA s.43(2); scope=Appendix B; why=it contains the prices of three bidders and its release before the contract is signed would be likely to prejudice their commercial interests and those of the Trust|Appendix B is exempt under section 43(2) of the Freedom of Information Act 2000 because it contains the prices of three bidders and its release before the contract is signed would be likely to prejudice their commercial interests and those of the Trust.}}
There is a public interest in what drivers will be charged, and the tariff itself will be open from the first
day; until signature the balance lies with a fair competition.

# 10. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2022/9.3 Car park contract - specification and bids.pdf", title="Car parks: specification and evaluation of bids", item="9.3",
    meeting_date="2022-07-28", meeting_date_raw="28 July 2022", purpose=("approval", "discussion"), presented_by=(EST_H,),
    authors=(("Evander Colquhoun-Reyes", "Head of Travel and Parking"),), date="2022-07-18", date_raw="18 July 2022", financial_year="2022/23",
    ticked=(4,), foi_status="part_exempt", tick="drawn",
    risks=(
        row("money", "2022-07-28", "Moving Away", True),
        row("partners", "2022-07-28", "Neutral"),
        row("wellbeing", "2022-07-28", "Moving Towards"),
    ),
    recommendation="The Board is asked to approve the way in which bids will be judged and to discuss the fall in the surplus from parking.",
    extra={"previous": "Finance Committee, 12 July 2022", "cover_alone": True},
    story="Section 43(2) on an appendix while bids are open; the award is published in September 2023. Ticks are drawn as paths.",
)

PAPERS.add(
    "H-COMM-2023",
    f"""
# 1. Summary

Of the six commitments for 2022/23 two were met, three were missed and one is a building with its roof on.
Seven are proposed for the coming year. Three are word for word as they were, three have a harder figure and
one is new.

# 2. What became of last year's six

Nobody has waited two years; that was true from 4 August. The waste reduction plan closed at £27.9m against
£28.4m, which the auditors accept as delivery. Length of stay went the wrong way until Christmas and ended at
7.7 days, against 7.8 a year ago and the 7.3 that had been promised. Infections fell by four in a hundred, not
ten. Turnover was 12.6 per cent.

The Board will ask why the figure for length of stay should be made harder after a miss. The answer is that in
February and March, once the discharge teams worked on Sundays, it was 7.2.

# 3. Our annual commitments for 2023/24

{year_list("2023/24")}

# 4. The new one

9,000 is the number of people who joined a study in 2019/20, the last ordinary year. At present it is 6,150.
The Director of Research believes that the difference lies in three clinics where nobody is asked.

# 5. Who answers for each

Length of stay: the Chief Operating Officer. Infections: the Chief Nurse. Turnover: the Chief People Officer.
Money: the Director of Finance. Endoscopy: the Director of Estates and Facilities. Waits: the Chief Operating
Officer again, who pointed out that these are two of seven. Research: the Chief Medical Officer.

{{{{p own=Director of Estates and Facilities; due=by 31 October 2023>2023-10-31|The Director of Estates and Facilities will hand over the endoscopy unit by 31 October 2023.}}}}

# 6. Financial Implications

The waste reduction plan for 2023/24 is £31.0m.

# 7. Publication Under Freedom of Information Act

This paper has been made available under the Freedom of Information Act 2000.

# 8. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2023/Item 7.1 annual commitments 2023-24 FINAL.docx", producer="word", tick="boxes", title="Our annual commitments for 2023/24", item="7.1",
    meeting_date="2023-03-30", meeting_date_raw="30 March 2023", purpose=("approval",), presented_by=(CEO_H2,), authors=(("Cressida Wolverley", "Director of Strategy"),),
    date="2023-03-20", date_raw="20 March 2023", financial_year="2023/24", foi_status="open",
    risks=(
        row("strategy", "2023-03-30", "Moving Towards", True),
        row("research", "2023-03-30", "Moving Towards"),
        row("supply", "2023-03-30", "Moving Towards"),
    ),
    recommendation="The Board is asked to approve seven annual commitments for 2023/24.",
    story="Length of stay is retargeted from half a day to 0.7 days; research is new.",
)

PAPERS.add(
    "H-CULT-2023",
    """
# 1. Why this paper is private

It reports what 63 people said of the operating theatres at Queen Maud on the promise that nobody would know
who had said it.

# 2. How the review came about

In January a scrub nurse wrote to the Chair without signing her name. The letter was short. Instruments had
been thrown, twice, and the people who saw it had been told that they had not. The Chief Medical Officer asked
Dame Iphigenia Sorrell-Hatch, formerly dean of a medical school elsewhere, to find out whether it was so.

# 3. What she found

It was so. Two surgeons shouted. One had done so for eleven years and was described by those whom he trained as
the best teacher they ever had and by those who handed him things as a man to be survived. The other copied him.

Seven people had asked to be moved. Four had left. Nobody had written anything down, because the form for doing
so went to the clinical lead, who was the elder of the two.

She found no harm to a patient. She found three occasions on which a swab count was not challenged, and says
that this is how harm begins.

# 4. What the Trust has done

Both surgeons stopped operating on 12 May. One has since resigned. {{p own=Chief Medical Officer; due=by the end of October 2023>2023-10-31|The Chief Medical Officer will complete the hearing of the other by the end of October 2023.}}

{{p own=Chief People Officer; due=by September 2023>2023-09-30|The Chief People Officer will route every such report to a guardian outside the division by September 2023.}}

Theatre teams now begin each list with first names and end it with ten minutes in which the most junior person
speaks first.

# 5. Advice on release

The reviewer's report is at Annex 1, the statements at Annex 2 and a letter from a royal college at Annex 3.

# 6. Publication Under Freedom of Information Act

{{c c=FOIA s.36(2)(b)(i), FOIA s.36(2)(b)(ii), FOIA s.36(2)(c); scope=This paper and Annex 1; why=in the reasonable opinion of the Chief Executive, who is the qualified person and who gave it on 17 July 2023, disclosure would be likely to inhibit the free and frank provision of advice and exchange of views and otherwise to prejudice the effective conduct of public affairs|This paper and Annex 1 are exempt under section 36(2)(b)(i), (b)(ii) and (c) of the Freedom of Information Act 2000 because, in the reasonable opinion of the Chief Executive, who is the qualified person and who gave it on 17 July 2023, disclosure would be likely to inhibit the free and frank provision of advice and exchange of views and otherwise to prejudice the effective conduct of public affairs.}}

{{c c=FOIA s.40(2); scope=Annex 2; why=those who spoke could be recognised from what they said, and disclosure would not be fair to them|Annex 2 is exempt under s.40(2) of the Act because those who spoke could be recognised from what they said, and disclosure would not be fair to them.}}

{{c c=FOIA s.41; scope=Annex 3; why=it was obtained from the college in confidence and its release would be an actionable breach|Annex 3 is exempt under s.41 of the Act because it was obtained from the college in confidence and its release would be an actionable breach.}}

The public interest in patients knowing that theatres are safe was weighed and will be met by a summary.

# 7. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2023/PRIVATE 4 Theatres review.pdf", title="Review of behaviour in operating theatres at Queen Maud Hospital", item="4", theme="plain",
    meeting="Trust Board (private)", meeting_date="2023-07-27", meeting_date_raw="27 July 2023", purpose=("discussion", "decision"), presented_by=(CMO_H, CPO_H), authors=(CMO_H,),
    date="2023-07-19", date_raw="19 July 2023", financial_year="2023/24", ticked=(3,), foi_status="exempt", tick="zapf",
    risks=(
        row("wellbeing", "2023-07-27", "Moving Towards", True),
        row("safety", "2023-07-27", "Moving Towards"),
        row("supply", "2023-07-27", "Moving Away"),
    ),
    recommendation="The Board is asked to discuss the findings and to decide when a summary can be given to the public.",
    header="OFFICIAL-SENSITIVE: not to be copied",
    story="Section 36 with its qualified person, date and limbs, beside sections 40(2) and 41, each with its own scope and reason.",
)

PAPERS.add(
    "H-BCM-2023",
    """
# 1. Summary

At 2.47pm on Friday 14 July the lights went out at St Oswin's and did not come back for three hours and
eleven minutes. The generators started as they should. One of them stopped nine minutes later. Nobody was
hurt. This paper says why it happened, who did what and what must change.

# 2. What happened

A digger working for the water company cut the main feed in Saltergate. Generator B, which serves the
wards on the north side, drew in fuel that had stood in its tank since 2019 and was thick with growth. The
second feed, which the Board was told in May 2019 would be laid from the ring main by that December, is
not finished.

In theatre 3 a man of sixty was open on the table. The team finished by the light of battery headlamps that
an anaesthetist keeps in her bag because she climbs. In the neonatal unit nurses squeezed bags by hand for six
minutes for two babies until the supply was switched across. Lifts stopped with four people in them. The
kitchens lost the evening meal and a wedding party at the Harrow Hotel sent over ninety portions of salmon.

# 3. What went well

Telephones failed and runners were used, as the plan says. Every ward had a torch and all but three of them
worked. The blood bank moved 212 units to a lorry with a running engine.

# 4. What did not

- Fuel is tested each month for quantity and had not been tested for quality in four years.
- The list of people on ventilators at home, who may come in when their own power fails, was out of date.
- The control room met in a room with no windows and no emergency light.

# 5. Actions

{{p own=Director of Estates and Facilities; due=by 30 November 2023>2023-11-30|The Director of Estates and Facilities will have every tank emptied, cleaned and filled by 30 November 2023.}}

{{p own=Director of Estates and Facilities; due=by March 2024>2024-03-31|The Director of Estates and Facilities will bring the second feed into use by March 2024.}}

{{p own=Chief Operating Officer; due=in Q3 2023/24>2023-10-01..2023-12-31|The Chief Operating Officer will rehearse the loss of power at both hospitals in Q3 2023/24.}}

# 6. Financial Implications

Fuel, cleaning and hire come to £94,000. A claim has been made against the water company.

# 7. Risk

{{s name=Ageing electrical plant at St Oswin's; reference=CRR 5; kind=current; l=4; c=5; score=20|CRR 5, Ageing electrical plant at St Oswin's, now stands at 20 (4 x 5).}} It was fifteen
when the Board last looked.

# 8. Publication Under Freedom of Information Act

This paper may be published. A drawing of the switch rooms that the author offered has been left out.

# 9. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2023/10.2 Loss of power at St Oswin's 14 July.pdf", producer="fpdf2", title="Loss of electrical power at St Oswin's Hospital, 14 July 2023", item="10.2",
    meeting_date="2023-09-28", meeting_date_raw="28 September 2023", purpose=("assurance", "discussion"), presented_by=(COO_H2, EST_H),
    authors=(("Hesper Loxley", "Head of Resilience"),), date="2023-09-15", date_raw="15 September 2023", financial_year="2023/24", ticked=(), foi_status="open",
    risks=(
        row("continuity", "2023-09-28", "Moving Away", True, says="Cautious"),
        row("safety", "2023-09-28", "Neutral"),
    ),
    recommendation="The Board is asked to discuss what happened and to take assurance from the actions in section 5.",
    story="Business Continuity Risk is printed Cautious for the first time; the framework says Minimal and no minute changed it. A commitment list without any tick.",
)

PAPERS.add(
    "H-CARPARK-2023",
    """
# 1. Summary

The contract for our car parks was signed on 21 October 2022 with Marlpit Mobility Limited. This note gives
the price, which could not be given before, and what a year of the new arrangements has shown.

# 2. The contract

|widths 50 50
| Term | What was agreed |
| Length | Seven years from 1 November 2022, with a break at four |
| Value | £8.74m over seven years |
| Payment to the Trust | £1.02m a year, rising with prices |
| Tariff | First half hour free; £2.40 up to two hours; £6.80 a day |
| Staff on nights | Free |
| Charging points | 60 by October 2024 |

Three bids were received. On quality the winner scored 51 of 60 and on price 33 of 40.

# 3. A year of it

Complaints fell from 2,274 to 611. Penalty charges fell by four fifths; of 1,908 that were sent, 1,140 were
cancelled because a clinic had run late. Dialysis patients have forty bays of their own and no longer circle.
Twenty-two of the sixty charging points are in, and {{p own=Head of Travel and Parking; due=by October 2024>2024-10-31|the Head of Travel and Parking will see the remainder working by October 2024.}}

The cameras read number plates wrongly about once in four hundred, and muddy weather makes it worse. Marlpit
has agreed to have a person look at each doubtful one.

# 4. Financial Implications

The surplus was £1.09m, £70,000 better than the contract assumed, since more people came.

# 5. Publication Under Freedom of Information Act

Prices were withheld in July 2022 under {{o|section 43(2)}} while bids were open. That reason has passed and
this paper, with the price, may be published.

# 6. Recommendation

@recommendation

@sign
""",
    file="harrowmere/2023/12.1 Car parks one year on.pdf", producer="fpdf2", title="Car parks: contract award and first year", item="12.1", theme="serif",
    meeting_date="2023-11-30", meeting_date_raw="30 November 2023", purpose=("noting",), presented_by=(EST_H,),
    authors=(("Evander Colquhoun-Reyes", "Head of Travel and Parking"),), date="2023-11-17", date_raw="17 November 2023", financial_year="2023/24",
    ticked=(4,), foi_status="open", tick="x",
    risks=(row("money", "2023-11-30", "Moving Towards"), row("partners", "2023-11-30", "Operating Within")),
    recommendation="The Board is asked to note the award of the contract and the results of the first year.",
    story="What was withheld under s.43(2) in July 2022 is published: contractor, value, scores.",
)

PAPERS.add(
    "H-CAP-2024",
    """
# 1. Summary

This paper gives the Board a view of building schemes at Harrowmere Teaching Hospitals NHS Trust, nine months
into the year. The plan of the sites (shown below) marks those that are late in red.

The Trust Board is asked to review the progress of the four large schemes.

Key points

1) Endoscopy was handed over on 8 December, five weeks late, and saw its first patient on 3 January.
2) The second electrical feed at St Oswin's is held up by a gas main that is on nobody's map.
3) Theatres 7 and 8 will be over budget by about £0.6m.

For assurance

---

# 2. Background

The capital plan for the year was approved in March and revised in September. It comes to £41.3m, of which
£22.8m had been spent by the end of December.

Contractors have been hard to find. For the pathology roof there was one bid, from a firm that then withdrew.

# 3. Proposal

Money that cannot be spent on the pathology roof before April should be lent to the equipment programme,
where there are forty-one infusion pumps past their time. {{p own=Director of Estates and Facilities; due=by March 2024>2024-03-31|The Director of Estates and Facilities will bring the pathology roof back to tender by March 2024.}}

{{p own=Deputy Director of Estates; due=by the end of February>2024-02-29|The Deputy Director of Estates will agree a new route for the cable with the gas company by the end of February.}}

---

# 4. Financial Implications

The forecast is that all of the £41.3m will have been spent by the year end, with the change in section 3.

# 5. Risk

Both change risks are touched. The larger is that a scheme slips into a year in which there is no money for it.

# 6. Communication and Involvement

Staff of the wards above theatres 7 and 8 have been told about the noise.

# 7. Equality Analysis

There are no implications for equality.

# 8. Publication Under Freedom of Information Act

@foi bullet

# 9. Recommendation

@recommendation

# 10. Supporting Information

The presentation will be given at the Board meeting on 25th January.

@sign
""",
    file="harrowmere/2024/capital-programme-extract.txt", producer="torn", title="", meeting_inferred=True, meeting=None,
    meeting_date="2024-01-25", meeting_date_raw="25th January", purpose=("assurance",), presented_by=(), authors=(("Lionel Astbury-Keane", "Deputy Director of Estates"),),
    date="2024-01-15", date_raw="15/01/24", financial_year="2023/24", ticked=(1, 4, 5, 6), foi_status="exempt",
    risks=(
        row("supply", "2024-01-25", "Moving Towards"),
        row("change", "2024-01-25", "Moving Towards"),
        row("safety", "2024-01-25", "Moving Towards"),
        row("capital", "2024-01-25", "Moving Towards", break_after="within budget and with the"),
        row("strategy", "2024-01-25", "Moving Towards"),
    ),
    foi="{{c c=FOIA s.22; scope=This paper; why=it is a draft and the figures may change before the Board has taken its final decision; adv=elements_missing,rationale_suits_other_provision|This paper is exempt "
    "from publication under Section 22 of the Freedom of Information Act 2000 as it is a draft and the figures may change before the Board has taken its final decision.}}",
    recommendation="Trust Board are asked to review the assurance given on the first nine months of the capital programme.",
    extra={"no_head": True, "fused_head": True},
    story="Text that another tool tore out of a PDF: cells one under another, a row cut by the page's end, no title, a meeting without a year, a s.22 marking never published.",
)
