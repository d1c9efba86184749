"""The founding paper, and one of our own with the same traits: no title block, no form feeds."""

from __future__ import annotations

import pytest

from papersearch.papers import PaperText, divide
from papersearch.reading import read_bytes, read_document
from papersearch.record import Meeting, Person
from tests.papers.sheets import real

SEED = real("seed/000_adc8f6557a3ae86c.txt")

STAND_IN = """\
 Our Annual Commitments for 2021/22 are:

Open the new day unit

Reduce falls on the wards by 10 per cent \u2713

Improve the staff canteen

Risk Appetite Framework

Level 1 Risk (\u2713) Level 2 Risks
(Risk Appetite

Scale)
Impact

Estates Risk

Change Risk - We will deliver change
on time and to budget with benefits achieved and no

Cautious
Moving

Towards
 significant adverse impacts, focussing on
the delivery of the day unit.

1. Summary

This paper covers progress made against the goals of the falls strategy (shown below).

The Trust Board is asked to review the progress made in the first 18months of the strategy.

Key points

1. This paper gives an update on the Hollowbeck Falls Strategy 2019-24, 18 months
after its launch. The strategy was approved by the Board in March 2020.

2. This update gives the Board an opportunity to have assurance that the
goals of the strategy are being delivered.

For assurance
 2. Background

The strategy was discussed at Board in January 2020 and approved in March 2020. It demonstrates our
commitment to learn from every fall, whoever had it and wherever it happened.

3. Proposal

The presentation shows progress against all goals. Evidence shows that progress is
made on every ward, and that wards learn from one another.

\u2022 The falls group reviews every fall that did harm.

\u2022 Wards have been given new lights beside each bed.

Our ambition is that over the next few years the strategy becomes part of everyday work,
and that nobody falls who need not have fallen.
 4. Financial Implications

There are no specific financial implications arising from this paper.

5. Risk

This strategy is consistent with the five-year plan. Carrying out what it sets down will
go on supporting the hospital's way of making risk smaller, and will
tell the Board each spring
where that is not yet so.

The ward managers have read this paper.
They agree with it.
The union has read it too.
So have the patients' council,
the medical committee
and the auditors,
each of whom had a few words to say,
which were heard.

6. Publication Under Freedom of Information Act

\u2022 This paper is exempt from publication under Section 22 of the Freedom of Information Act
2000, as it contains information which is in draft format.

7. Recommendation

Trust Board are asked to review the assurance provided on the first 18months of the
Falls Strategy 2019-24.

8. Supporting Information

The following papers make up this report:
Falls Strategy 2019-24

And a presentation will be shared at Board meeting 27th May by Dorothea Quill


Ignatius Vane

Deputy Chief Nurse for Harm Free Care
14/05/21

"""


def only_paper(division) -> PaperText:
    (paper,) = division.papers
    return paper


def test_a_paper_without_title_block():
    paper = only_paper(divide(read_bytes(STAND_IN.encode(), "falls.txt")))
    cover = paper.cover
    assert (paper.first_page, paper.last_page) == (1, 4)
    assert cover.title is None
    assert cover.organisation is None
    assert cover.agenda_item is None
    assert cover.purpose == ("assurance",)
    assert cover.authors == (
        Person(name="Ignatius Vane", role="Deputy Chief Nurse for Harm Free Care"),
    )
    assert cover.presented_by == (Person(name="Dorothea Quill"),)
    assert cover.date == "2021-05-14"
    assert cover.meeting == Meeting(
        body=None, date="2021-05-27", raw="Board meeting 27th May", inferred=True
    )
    assert cover.financial_year == "2021/22"
    assert cover.previous_committees == ()
    assert cover.recommendation == (
        "Trust Board are asked to review the assurance provided on the first 18months of the "
        "Falls Strategy 2019-24."
    )
    assert [(s.number, s.heading, s.page) for s in paper.sections] == [
        ("1", "Summary", 2),
        (None, "Key points", 2),
        ("2", "Background", 3),
        ("3", "Proposal", 3),
        ("4", "Financial Implications", 4),
        ("5", "Risk", 4),
        ("6", "Publication Under Freedom of Information Act", 4),
        ("7", "Recommendation", 4),
        ("8", "Supporting Information", 4),
    ]


@pytest.mark.real
@pytest.mark.skipif(not SEED.exists(), reason="../shared, the owners' folder, is absent")
def test_the_founding_paper():
    paper = only_paper(divide(read_document(SEED)))
    cover = paper.cover
    assert (paper.first_page, paper.last_page) == (1, 4)
    assert cover.title is None
    assert cover.organisation == "Leeds Teaching Hospitals NHS Trust"
    assert cover.agenda_item is None
    assert cover.purpose == ("assurance",)
    assert cover.authors == (
        Person(name="Alison Cracknell", role="Associate Medical Director for Quality Improvement"),
    )
    assert cover.presented_by == (Person(name="Magnus Harrison"),)
    assert cover.date == "2023-11-19"
    assert cover.meeting == Meeting(
        body=None, date="2023-11-30", raw="Board meeting 30th November", inferred=True
    )
    assert cover.financial_year == "2023/24"
    assert cover.previous_committees == ()
    text = SEED.read_text(encoding="utf-8")
    start, stop = text.index("Trust Board are asked"), text.index("10. Supporting")
    assert cover.recommendation == " ".join(text[start:stop].split())
    assert [(s.number, s.page) for s in paper.sections] == [
        ("1", 2), (None, 2), ("2", 3), ("3", 3), ("4", 4), ("5", 4), ("6", 4), ("7", 4),
        ("8", 4), ("9", 4), ("10", 4),
    ]  # fmt: skip
