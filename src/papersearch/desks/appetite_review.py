"""What an auditor may want to look at in stated appetites, and the whole population behind them.

``attention``: rows that are all the same, cells that nobody filled in, an impact
that the paper's own risk section contradicts. ``impact``: what papers claim, and
how their risk section explains it. ``population``: every file and paper, with
what it states, as a working paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from papersearch.desks.appetite import appetite_population
from papersearch.desks.bodies import held
from papersearch.desks.common import (
    Place,
    Population,
    content_words,
    date_of,
    in_order,
    once,
    place,
)
from papersearch.desks.decisions import sentences
from papersearch.knowledge import load
from papersearch.record import Paper, Risk, Struct

if TYPE_CHECKING:
    from papersearch.archive import Archive, Filters

REVIEW_SCHEMA = "papersearch.review/1"
LEAST_UNIFORM = 3
"""Rows of one paper, all with the same appetite and impact, that look filled in without thought."""
MOST_QUOTED = 2
"""Sentences of a risk section that are quoted for one risk."""

View = Literal["check", "impact", "population"]
Attention = Literal["uniform rows", "not filled in", "impact contradicted", "impact not explained"]


class Noted(Struct, frozen=True, kw_only=True):
    """Something in a paper's risk table to look at again, and what it rests on."""

    kind: Attention
    message: str
    place: Place
    beside: tuple[Place, ...] = ()
    """What the paper's own risk section says."""


class Claimed(Struct, frozen=True, kw_only=True):
    """The impact on appetite that a paper claims for a risk."""

    place: Place
    risk: str
    appetite: str | None
    impact: str | None
    direction: str | None
    explained: tuple[Place, ...] = ()
    """Sentences of the paper's own risk section on that risk."""
    risk_section: tuple[Place, ...] = ()
    """Where none speaks of that risk: how the section begins; empty where there is none."""


class Counted(Struct, frozen=True, kw_only=True):
    """A file that failed, or a paper, and what of appetite was read in it."""

    file: str
    state: Literal["read", "failed"]
    paper_id: str | None = None
    title: str | None = None
    organisation: str | None = None
    meeting_date: str | None = None
    first_page: int | None = None
    last_page: int | None = None
    rows: int = 0
    """Rows of its risk table, or risks that its prose names."""
    stated: int = 0
    """Of those: with an appetite."""
    why: str = ""
    """"no risk table", "repeats another paper", or why the file could not be read."""


class ReviewAnswer(Struct, frozen=True, kw_only=True):
    """What ``appetite check``, ``impact`` and ``population`` print with --json."""

    schema: str = REVIEW_SCHEMA
    view: View
    question: str | None = None
    filters: dict[str, Any]
    population: Population
    noted: tuple[Noted, ...] = ()
    claimed: tuple[Claimed, ...] = ()
    counted: tuple[Counted, ...] = ()


def answer(
    archive: Archive,
    view: View,
    question: str | None = None,
    filters: Filters | None = None,
) -> ReviewAnswer:
    """Return one of the three views; *question* narrows ``impact`` to a direction."""
    looked = held(archive, filters)
    papers = in_order(once(looked.papers))
    noted: list[Noted] = []
    claimed: list[Claimed] = []
    counted: list[Counted] = []
    if view == "population":
        counted = count_all(archive, looked.papers)
    else:
        with_risks = [p for p in papers if p.risks]
        said = risk_sections(archive, [p.id for p in with_risks])
        claimed = [c for p in with_risks for c in claims(p, said.get(p.id))]
        if view == "check":
            noted = [*uniform(with_risks), *unfilled(with_risks), *contradicted(claimed)]
            claimed = []
        elif question:
            claimed = [c for c in claimed if c.direction == question]
    seen = {n.place.paper_id for n in noted} | {c.place.paper_id for c in claimed}
    seen |= {c.paper_id for c in counted if c.paper_id and c.stated}
    return ReviewAnswer(
        view=view,
        question=question,
        filters=filters.plain() if filters else {},
        population=appetite_population(archive, filters, looked, len(seen)),
        noted=tuple(noted),
        claimed=tuple(claimed),
        counted=tuple(counted),
    )  # fmt: skip


def risk_name(risk: Risk) -> str:
    """Return "Level 1 > Level 2", or the reference where the paper names neither."""
    named = " > ".join(part for part in (risk.level1, risk.level2) if part)
    return named or risk.reference or "(unnamed)"


def uniform(papers: Iterable[Paper]) -> list[Noted]:
    """Return papers of which every row says the same: appetite and impact alike."""
    out = []
    for paper in papers:
        said = {(r.appetite.raw, r.impact.raw) for r in paper.risks}
        if len(paper.risks) < LEAST_UNIFORM or len(said) != 1:
            continue
        appetite, impact = next(iter(said))
        if appetite is None:
            continue
        also = f" and '{impact}'" if impact else ""
        out.append(
            Noted(
                kind="uniform rows",
                message=f"All {len(paper.risks)} rows say '{appetite}'{also}",
                place=place(paper, paper.risks[0].evidence),
            )
        )
    return out


def unfilled(papers: Iterable[Paper]) -> list[Noted]:
    """Return rows of risk tables whose appetite is not filled in."""
    return [
        Noted(
            kind="not filled in",
            message=f"{risk_name(risk)}: no appetite is filled in",
            place=place(paper, risk.evidence),
        )
        for paper in papers
        for risk in paper.risks
        if risk.appetite.raw is None
    ]


def contradicted(claimed: Iterable[Claimed]) -> list[Noted]:
    """Return impacts that the paper's own risk section contradicts, or does not explain."""
    against, away = _directions()
    out = []
    for one in claimed:
        if one.direction not in ("towards", "within", "away"):
            continue
        opposite = against if one.direction == "away" else away
        beside = tuple(p for p in one.explained if opposite.search(p.quote))
        if beside:
            out.append(
                Noted(
                    kind="impact contradicted",
                    message=f"{one.risk}: '{one.impact}', but the paper's own words differ",
                    place=one.place,
                    beside=beside,
                )
            )
        elif one.direction == "away" and not one.explained:
            missing = "does not name it" if one.risk_section else "is not there"
            out.append(
                Noted(
                    kind="impact not explained",
                    message=f"{one.risk}: '{one.impact}'; the risk section {missing}",
                    place=one.place,
                )
            )
    return out


@cache
def _directions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of words that say "towards or within appetite", and "away or outside"."""
    cues: dict[str, list[str]] = load("papersearch.desks", "cues")["impact"]

    def any_of(words: Sequence[str]) -> re.Pattern[str]:
        return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)

    return any_of(cues["towards"]), any_of(cues["away"])


def claims(paper: Paper, said: list[tuple[int, str | None, str]] | None) -> list[Claimed]:
    """Return the impact that *paper* claims for each risk, with its risk section's words on it.

    *said*: ``(page, label, sentence)`` of its risk section; ``None`` without one.
    """
    out = []
    for risk in paper.risks:
        if risk.impact.raw is None:
            continue
        where = place(paper, risk.evidence)
        words = content_words(risk.level2 or risk.level1)
        cue = _directions()[1 if risk.impact.direction == "away" else 0]
        quotes = [
            msgspec.structs.replace(where, page=page, label=label, quote=sentence)
            for page, label, sentence in said or ()
        ]
        explained = [
            q
            for q in quotes
            if (words and len(words & content_words(q.quote)) >= min(2, len(words)))
            or cue.search(q.quote)
        ]
        out.append(
            Claimed(
                place=where,
                risk=risk_name(risk),
                appetite=risk.appetite.raw,
                impact=risk.impact.raw,
                direction=risk.impact.direction,
                explained=tuple(explained[:MOST_QUOTED]),
                risk_section=() if explained else tuple(quotes[:MOST_QUOTED]),
            )
        )  # fmt: skip
    return out


def risk_sections(
    archive: Archive, paper_ids: Sequence[str]
) -> dict[str, list[tuple[int, str | None, str]]]:
    """Return ``(page, label, sentence)`` of each paper's section on risk, tables left out."""
    wanted = set(paper_ids)
    out: dict[str, list[tuple[int, str | None, str]]] = {}
    rows = archive.connection.execute(
        "SELECT p.paper_id, x.page, x.label, x.section, x.text FROM passages x "
        "JOIN papers p ON p.id = x.paper "
        "WHERE instr(lower(x.section), 'risk') > 0 AND x.kind != 'table' ORDER BY x.id"
    )
    for paper_id, page, label, section, text in rows:
        if paper_id not in wanted:
            continue
        words = text.removeprefix(section or "").strip()
        for sentence in sentences(words):
            entry = (page, label, sentence)
            if entry not in out.setdefault(paper_id, []):
                out[paper_id].append(entry)
    return out


def count_all(archive: Archive, papers: Sequence[Paper]) -> list[Counted]:
    """Return every paper, and every file that could not be read, with what was found in it."""
    kept = {paper.id for paper in once(in_order(papers))}
    kinds = archive.kinds()
    out = []
    for paper in in_order(papers):
        rows = len(paper.risks)
        why = "" if rows else f"no risk table ({kinds.get(paper.id, 'paper').replace('_', ' ')})"
        if paper.id not in kept:
            why = "; ".join(part for part in (why, "repeats another paper, counted once") if part)
        first, last = paper.source.pages or (None, None)
        out.append(
            Counted(
                file=paper.source.file, state="read", paper_id=paper.id, title=paper.title,
                organisation=paper.organisation, meeting_date=date_of(paper), first_page=first,
                last_page=last, rows=rows,
                stated=sum(r.appetite.raw is not None for r in paper.risks), why=why,
            )
        )  # fmt: skip
    out += [
        Counted(file=file.path, state="failed", why=file.message or file.code or "")
        for file in archive.files()
        if file.state == "failed"
    ]
    return out
