"""One paper's card: cover fields, ticks, risks, scores and FOI marking, each with its page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from papersearch import record
from papersearch.cli.layout import Col, facts, page_of, quoted, table
from papersearch.cli.terminal import one_line, text, ticked_word

if TYPE_CHECKING:
    from rich.console import RenderableType

STATUS_WORDS = {
    "exempt": "marked exempt",
    "part_exempt": "marked exempt in part",
    "open": "marked open",
    "not_stated": "no marking found",
}


def card(paper: record.Paper, why: bool = False) -> Iterable[RenderableType]:
    """Yield what to print for *paper*; with *why*, the rule behind every tag."""
    yield text(one_line(paper.title) or "(no title printed)", "bold")
    yield _facts(paper)
    if paper.recommendation:
        yield text("\nRecommendation", "bold")
        yield text(one_line(paper.recommendation))
    if paper.commitments:
        yield text("\nCommitments", "bold")
        yield _commitments(paper.commitments, why)
    if paper.risks:
        yield text("\nRisks and appetite", "bold")
        yield _risks(paper.risks, why)
    if paper.risk_scores:
        yield text("\nRisk scores", "bold")
        yield _scores(paper.risk_scores, why)
    yield text("\nFreedom of Information", "bold")
    yield from _foi(paper.foi, why)
    if paper.warnings:
        yield text("\nTo know about this reading", "bold")
        for warning in paper.warnings:
            page = f" (p. {warning.page})" if warning.page else ""
            yield text(f"- {one_line(warning.message) or warning.code}{page}", "yellow")


def _page(evidence: record.Evidence | None) -> str:
    return page_of(evidence.page, evidence.label) if evidence is not None else ""


def people(persons: Iterable[record.Person]) -> str:
    """Return names with their roles, "Name (Role); Name"."""
    out = []
    for person in persons:
        if person.name and person.role:
            out.append(f"{person.name} ({person.role})")
        else:
            out.append(person.name or person.role or "")
    return one_line("; ".join(out))


def _facts(paper: record.Paper) -> RenderableType:
    meeting = ", ".join(
        part for part in (paper.meeting.body, paper.meeting.date or paper.meeting.raw) if part
    )
    if meeting and paper.meeting.inferred:
        meeting += " (year inferred)"
    pages = paper.source.pages
    where = one_line(paper.source.file)
    if pages is not None:
        where += f", p. {pages[0]}" if pages[0] == pages[1] else f", pp. {pages[0]}-{pages[1]}"
    return facts(
        (
            ("Organisation", paper.organisation),
            ("Meeting", meeting),
            ("Agenda item", paper.agenda_item),
            ("Purpose", ", ".join(paper.purpose)),
            ("Presented by", people(paper.presented_by)),
            ("Author", people(paper.authors)),
            ("Date", paper.date),
            ("Financial year", paper.financial_year),
            ("Considered before by", "; ".join(paper.previous_committees)),
            ("File", where),
            ("Paper id", paper.id),
            ("Same paper as", ", ".join(paper.same_as)),
        )
    )


def _with_why(
    columns: list[Col], rows: list[list[str]], evidence: Iterable[record.Evidence], why: bool
) -> RenderableType:
    if why:
        columns = [*columns, Col("Why", 2)]
        rows = [[*row, one.why or ""] for row, one in zip(rows, evidence, strict=True)]
    return table(columns, rows)


def _commitments(commitments: Sequence[record.Commitment], why: bool) -> RenderableType:
    rows = []
    for item in commitments:
        due = item.due.raw if item.due else None
        rest = "; ".join(part for part in (due, item.owner, item.status) if part)
        tick = ticked_word(item.ticked) if item.kind == "annual" else ""
        rows.append([item.text, item.kind, tick, rest, _page(item.evidence)])
    columns = [Col("Commitment", 5), Col("Kind"), Col("Tick"), Col("Due, owner, status", 2),
               Col("Page")]  # fmt: skip
    return _with_why(columns, rows, [c.evidence for c in commitments], why)


def _risks(risks: Sequence[record.Risk], why: bool) -> RenderableType:
    rows = []
    for risk in risks:
        name = " > ".join(part for part in (risk.level1, risk.level2) if part)
        name = ": ".join(part for part in (risk.reference, name) if part)
        appetite = risk.appetite.raw or "(none stated)"
        if risk.appetite.status:
            appetite += f" ({risk.appetite.status})"
        rows.append([name, appetite, risk.impact.raw or "", _page(risk.evidence)])
    columns = [Col("Risk", 5), Col("Appetite", 2), Col("Impact", 2), Col("Page")]
    return _with_why(columns, rows, [r.evidence for r in risks], why)


def _scores(scores: Sequence[record.RiskScore], why: bool) -> RenderableType:
    rows = []
    for score in scores:
        numbers = ["" if n is None else str(n)
                   for n in (score.likelihood, score.consequence, score.score)]  # fmt: skip
        name = " ".join(part for part in (score.reference, score.name) if part)
        rows.append([name, score.kind or "", *numbers, _page(score.evidence)])
    columns = [Col("Risk", 5), Col("Kind"), Col("Likelihood", right=True),
               Col("Consequence", right=True), Col("Score", right=True), Col("Page")]  # fmt: skip
    return _with_why(columns, rows, [s.evidence for s in scores], why)


def _foi(foi: record.Foi, why: bool) -> Iterable[RenderableType]:
    where = _page(foi.evidence)
    yield text(STATUS_WORDS[foi.status] + (f", {where}" if where else ""))
    for citation in foi.citations:
        absolute = {True: "absolute", False: "qualified", None: ""}[citation.absolute]
        head = ", ".join(part for part in (citation.canonical, citation.title, absolute) if part)
        yield text(f"- {one_line(head)}, {_page(citation.evidence)}")
        advice = ", ".join(citation.advisories).replace("_", " ")
        yield facts(
            (
                ("withheld", citation.scope or "not told"),
                ("reason", quoted(citation.rationale) or "none given"),
                ("publication promised", citation.publication_date),
                ("not shown", ", ".join(citation.elements_missing).replace("_", " ")),
                ("for review", text(advice, "yellow") if advice else None),
                ("why tagged", citation.evidence.why if why else None),
            ),
            indent=2,
        )
    for other in foi.other_references:
        yield text(f"- not an exemption claimed here: {one_line(other.text)}, "
                   f"{_page(other.evidence)}")  # fmt: skip
