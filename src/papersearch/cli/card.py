"""One paper's card: cover fields, ticks, risks, scores and FOI marking, each with its page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from papersearch import record
from papersearch.cli import terminal
from papersearch.cli.terminal import one_line, text, ticked_word

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

_STATUS_WORDS = {
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


def table(*columns: str, ratio: dict[str, int] | None = None) -> Table:
    """Return an empty table in the house style; in plain mode without lines."""
    from rich import box
    from rich.table import Table

    out = Table(
        box=None if terminal.plain() else box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        header_style="bold",
        expand=bool(ratio),
    )
    for column in columns:
        share = (ratio or {}).get(column)
        out.add_column(column, ratio=share, overflow="fold", no_wrap=False)
    return out


def page_of(evidence: record.Evidence | None) -> str:
    """Return "p. 3", or "p. 3 (printed 12)" where the printed number differs."""
    if evidence is None or evidence.page is None:
        return ""
    if evidence.label and evidence.label != str(evidence.page):
        return f"p. {evidence.page} (printed {one_line(evidence.label)})"
    return f"p. {evidence.page}"


def people(persons: Iterable[record.Person]) -> str:
    """Return names with their roles, "Name (Role); Name"."""
    out = []
    for person in persons:
        if person.name and person.role:
            out.append(f"{person.name} ({person.role})")
        else:
            out.append(person.name or person.role or "")
    return one_line("; ".join(out))


def _facts(paper: record.Paper) -> Table:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    meeting = ", ".join(
        part for part in (paper.meeting.body, paper.meeting.date or paper.meeting.raw) if part
    )
    if meeting and paper.meeting.inferred:
        meeting += " (year inferred)"
    pages = paper.source.pages
    where = one_line(paper.source.file)
    if pages is not None:
        where += f", p. {pages[0]}" if pages[0] == pages[1] else f", pp. {pages[0]}-{pages[1]}"
    facts = (
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
    for name, value in facts:
        if value:
            grid.add_row(text(name), text(one_line(value)))
    return grid


def _with_why(cells: list[str], evidence: record.Evidence, why: bool) -> list[str]:
    return [*cells, one_line(evidence.why)] if why else cells


def _commitments(commitments: Iterable[record.Commitment], why: bool) -> Table:
    columns = ["Commitment", "Kind", "Tick", "Due, owner, status", "Page"] + ["Why"] * why
    out = table(*columns, ratio={"Commitment": 5, "Due, owner, status": 2, "Why": 2})
    for item in commitments:
        rest = "; ".join(
            one_line(part) for part in (item.due.raw if item.due else None, item.owner, item.status)
            if part
        )  # fmt: skip
        tick = ticked_word(item.ticked) if item.kind == "annual" else ""
        cells = [one_line(item.text), item.kind, tick, rest, page_of(item.evidence)]
        out.add_row(*map(text, _with_why(cells, item.evidence, why)))
    return out


def _risks(risks: Iterable[record.Risk], why: bool) -> Table:
    columns = ["Risk", "Appetite", "Impact", "Page"] + ["Why"] * why
    out = table(*columns, ratio={"Risk": 5, "Appetite": 2, "Impact": 2, "Why": 2})
    for risk in risks:
        name = " > ".join(part for part in (risk.reference, risk.level1, risk.level2) if part)
        appetite = risk.appetite.raw or "(none stated)"
        if risk.appetite.status:
            appetite += f" ({risk.appetite.status})"
        cells = [
            one_line(name),
            one_line(appetite),
            one_line(risk.impact.raw),
            page_of(risk.evidence),
        ]
        out.add_row(*map(text, _with_why(cells, risk.evidence, why)))
    return out


def _scores(scores: Iterable[record.RiskScore], why: bool) -> Table:
    columns = ["Risk", "Kind", "Likelihood", "Consequence", "Score", "Page"] + ["Why"] * why
    out = table(*columns, ratio={"Risk": 5, "Why": 2})
    for score in scores:
        numbers = ("" if n is None else str(n)
                   for n in (score.likelihood, score.consequence, score.score))  # fmt: skip
        name = " ".join(part for part in (score.reference, score.name) if part)
        cells = [one_line(name), score.kind or "", *numbers, page_of(score.evidence)]
        out.add_row(*map(text, _with_why(cells, score.evidence, why)))
    return out


def _foi(foi: record.Foi, why: bool) -> Iterable[RenderableType]:
    where = page_of(foi.evidence)
    yield text(_STATUS_WORDS[foi.status] + (f", {where}" if where else ""))
    for citation in foi.citations:
        absolute = {True: "absolute", False: "qualified", None: ""}[citation.absolute]
        head = ", ".join(part for part in (citation.canonical, citation.title, absolute) if part)
        yield text(f"- {one_line(head)}, {page_of(citation.evidence)}")
        yield text(f"  withheld: {one_line(citation.scope) or 'not told'}")
        yield text(f"  reason given: {one_line(citation.rationale) or 'none'}")
        if citation.publication_date:
            yield text(f"  publication promised: {citation.publication_date}")
        if citation.elements_missing:
            missing = ", ".join(citation.elements_missing).replace("_", " ")
            yield text(f"  not shown in the reason: {missing}")
        if citation.advisories:
            advice = ", ".join(citation.advisories).replace("_", " ")
            yield text(f"  for FOI officer review: {advice}", "yellow")
        if why and citation.evidence.why:
            yield text(f"  why tagged: {one_line(citation.evidence.why)}", "dim")
    for other in foi.other_references:
        yield text(
            f"- not an exemption claimed here: {one_line(other.text)}, {page_of(other.evidence)}"
        )
