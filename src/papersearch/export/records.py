"""Records as tables: papers, commitments, risks, scores and FOI markings, one sheet each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from papersearch.export.sheet import Column, Sheet
from papersearch.record import Evidence, Paper, Person

_PAPER = (
    Column("paper_id"), Column("file"), Column("organisation"), Column("meeting_date", "date"),
    Column("title", "long"),
)  # fmt: skip
_EVIDENCE = (Column("page", "number"), Column("printed_page"), Column("quote", "long"))
_TICK = {True: "ticked", False: "not ticked", None: "cannot tell"}


def sheets(papers: Iterable[Paper]) -> list[Sheet]:
    """Return the tables of *papers*."""
    held = list(papers)
    return [_papers(held), _commitments(held), _risks(held), _scores(held), _foi(held)]


def _head(paper: Paper) -> tuple[Any, ...]:
    when = paper.meeting.date or paper.date
    return (paper.id, paper.source.file, paper.organisation, when, paper.title)


def _tail(evidence: Evidence) -> tuple[Any, ...]:
    return (evidence.page, evidence.label, evidence.quote)


def _people(persons: Iterable[Person]) -> str:
    return "; ".join(
        f"{p.name} ({p.role})" if p.name and p.role else p.name or p.role or "" for p in persons
    )


def _papers(papers: list[Paper]) -> Sheet:
    columns = (
        *_PAPER, Column("first_page", "number"), Column("last_page", "number"),
        Column("meeting"), Column("agenda_item"), Column("purpose"), Column("presented_by"),
        Column("authors"), Column("date", "date"), Column("financial_year"),
        Column("recommendation", "long"), Column("foi_status"), Column("commitments", "number"),
        Column("risks", "number"), Column("same_as"), Column("warnings", "long"),
        Column("sha256"),
    )  # fmt: skip
    rows = []
    for paper in papers:
        first, last = paper.source.pages or (None, None)
        warnings = "; ".join(w.message or w.code for w in paper.warnings)
        rows.append((
            *_head(paper), first, last, paper.meeting.body, paper.agenda_item,
            ", ".join(paper.purpose), _people(paper.presented_by), _people(paper.authors),
            paper.date, paper.financial_year, paper.recommendation, paper.foi.status,
            len(paper.commitments), len(paper.risks), ", ".join(paper.same_as), warnings,
            paper.source.sha256,
        ))  # fmt: skip
    return Sheet(name="papers", columns=columns, rows=tuple(rows))


def _commitments(papers: list[Paper]) -> Sheet:
    columns = (
        *_PAPER, Column("text", "long"), Column("kind"), Column("tick"), Column("financial_year"),
        Column("metric"), Column("direction"), Column("value", "number"), Column("unit"),
        Column("due"), Column("due_from", "date"), Column("due_to", "date"), Column("owner"),
        Column("status"), Column("reference"), *_EVIDENCE,
    )  # fmt: skip
    rows = []
    for paper in papers:
        for item in paper.commitments:
            target, due = item.target, item.due
            rows.append((
                *_head(paper), item.text, item.kind, _TICK[item.ticked], item.financial_year,
                target.metric if target else None, target.direction if target else None,
                target.value if target else None, target.unit if target else None,
                due.raw if due else None, due.from_ if due else None, due.to if due else None,
                item.owner, item.status, item.reference, *_tail(item.evidence),
            ))  # fmt: skip
    return Sheet(name="commitments", columns=columns, rows=tuple(rows))


def _risks(papers: list[Paper]) -> Sheet:
    columns = (
        *_PAPER, Column("reference"), Column("level1"), Column("level2"),
        Column("statement", "long"), Column("appetite"), Column("levels"), Column("scale"),
        Column("status"), Column("towards"), Column("impact"), Column("impact_direction"),
        *_EVIDENCE,
    )  # fmt: skip
    rows = [
        (
            *_head(paper), risk.reference, risk.level1, risk.level2, risk.statement,
            risk.appetite.raw, ", ".join(risk.appetite.levels), risk.appetite.scale,
            risk.appetite.status, risk.appetite.towards, risk.impact.raw, risk.impact.direction,
            *_tail(risk.evidence),
        )
        for paper in papers
        for risk in paper.risks
    ]  # fmt: skip
    return Sheet(name="risks", columns=columns, rows=tuple(rows))


def _scores(papers: list[Paper]) -> Sheet:
    columns = (
        *_PAPER, Column("reference"), Column("name"), Column("kind"),
        Column("likelihood", "number"), Column("consequence", "number"),
        Column("score", "number"), *_EVIDENCE,
    )  # fmt: skip
    rows = [
        (
            *_head(paper), score.reference, score.name, score.kind, score.likelihood,
            score.consequence, score.score, *_tail(score.evidence),
        )
        for paper in papers
        for score in paper.risk_scores
    ]  # fmt: skip
    return Sheet(name="risk scores", columns=columns, rows=tuple(rows))


def _foi(papers: list[Paper]) -> Sheet:
    columns = (
        *_PAPER, Column("foi_status"), Column("provision"), Column("provision_title"),
        Column("absolute_or_qualified"), Column("scope", "long"), Column("reason", "long"),
        Column("elements_present"), Column("elements_missing"), Column("public_interest"),
        Column("publication_date", "date"), Column("advisories", "long"), *_EVIDENCE,
    )  # fmt: skip
    rows: list[tuple[Any, ...]] = []
    for paper in papers:
        if not paper.foi.citations:
            evidence = paper.foi.evidence or Evidence()
            rows.append((*_head(paper), paper.foi.status, *[None] * 10, *_tail(evidence)))
        for c in paper.foi.citations:
            absolute = {True: "absolute", False: "qualified", None: None}[c.absolute]
            rows.append((
                *_head(paper), paper.foi.status, c.canonical, c.title, absolute, c.scope,
                c.rationale, ", ".join(c.elements_present), ", ".join(c.elements_missing),
                c.public_interest, c.publication_date, ", ".join(c.advisories),
                *_tail(c.evidence),
            ))  # fmt: skip
    return Sheet(name="foi", columns=columns, rows=tuple(rows))
