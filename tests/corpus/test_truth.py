"""The records of the corpus stay as right as they have been measured to be.

``python benchmarks/understanding.py --misses`` prints the same measure with
everything that is not right. The floors stand a little under what is measured:
raise them when the measure rises, lower them never.
"""

from __future__ import annotations

from typing import Any

import pytest
from benchmarks.understanding import CORPUS, FACETS, Count, compare, read_records, read_truth

FLOORS = {
    "papers": 1.0,
    "risks": 0.96,
    "risks.levels": 0.96,
    "risks.raw": 0.96,
    "risks.status": 0.99,
    "risks.towards": 1.0,
    "risks.reference": 0.98,
    "risks.statement": 0.99,
    "risks.impact": 0.99,
    "risks.ticks": 0.95,
    "scores": 0.99,
    "scores.plain": 0.99,
    "commitments": 0.97,
    "commitments.kind": 0.97,
    "commitments.ticked": 0.99,
    "commitments.year": 0.99,
    "commitments.target": 0.88,
    "commitments.metric": 0.75,
    "commitments.due": 0.95,
    "commitments.owner": 0.95,
    "commitments.status": 1.0,
    "exemptions": 1.0,
    "exemptions.scope": 1.0,
    "exemptions.rationale": 0.95,
    "exemptions.absolute": 1.0,
    "exemptions.published": 1.0,
    "exemptions.status": 1.0,
    "exemptions.others": 0.94,
    "cover.title": 0.99,
    "cover.organisation": 0.99,
    "cover.agenda_item": 0.99,
    "cover.body": 0.99,
    "cover.meeting": 0.99,
    "cover.purpose": 0.97,
    "cover.authors": 0.99,
    "cover.presented_by": 0.99,
    "cover.date": 0.99,
    "cover.year": 0.99,
    "cover.recommendation": 0.99,
    "cover.sections": 0.99,
}
"""The least F1 over all of the corpus, by facet."""


@pytest.fixture(scope="session")
def counts() -> dict[str, dict[str, Count]]:
    truth = read_truth(CORPUS)
    records = read_records(CORPUS, sorted({paper["source"]["file"] for paper in truth}))
    return compare(records, truth)


def test_every_floor_names_a_facet() -> None:
    assert not FLOORS.keys() - FACETS.keys() - {"papers"}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("facet", FLOORS)
def test_it_is_as_right_as_measured(counts: dict[str, dict[str, Count]], facet: str) -> None:
    count = counts["all"][facet]
    assert count.f1 >= FLOORS[facet], (count.missed[:20], count.false[:20])


def _paper(**fields: Any) -> dict[str, Any]:
    empty = {
        **dict.fromkeys(("title", "organisation", "agenda_item", "date"), None),
        **dict.fromkeys(("financial_year", "recommendation"), None),
        **{name: [] for name in ("purpose", "presented_by", "authors", "sections")},
        **{name: [] for name in ("commitments", "risks", "risk_scores")},
        "meeting": {"body": None, "date": None},
        "foi": {"status": "not_stated", "citations": [], "other_references": []},
        "source": {"file": "body/a.pdf", "pages": [1, 2]},
    }
    return {**empty, **fields}


def test_what_is_missed_or_false_costs_recall_or_precision() -> None:
    read = [_paper(purpose=["assurance", "decision"]), _paper(source={"file": "body/b.txt"})]
    true = [_paper(purpose=["Assurance", "noting"], title="A title")]
    counts = compare(read, true)["body"]
    purpose = counts["cover.purpose"]
    assert (purpose.right, purpose.found, purpose.expected) == (1, 2, 2)
    assert (counts["cover.title"].recall, counts["cover.title"].precision) == (0.0, 1.0)
    assert (counts["papers"].right, counts["papers"].found) == (1, 2)
    assert counts["cover.purpose"].false == [("body/a.pdf p1", ("decision",))]
