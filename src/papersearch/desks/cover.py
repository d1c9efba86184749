"""What cover sheets lack: appetite, FOI marking, recommendation, or a form left unfilled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from papersearch.desks.common import Place, Population, in_order, name_key, place, population
from papersearch.knowledge import load
from papersearch.record import Paper, Struct

if TYPE_CHECKING:
    from papersearch.archive import Archive, Filters

COVER_SCHEMA = "papersearch.cover/1"
LEAST_SHEETS = 4
"""Cover sheets of one body from which it can be said what its forms have."""
LEAST_SHARE = 0.25
WITHOUT_COVER = frozenset(("minutes", "action_log", "agenda"))
"""Kinds of paper that have no cover sheet to be complete."""


class CoverSheet(Struct, frozen=True, kw_only=True):
    """One paper's cover sheet and what it lacks."""

    place: Place
    missing: tuple[str, ...]
    """Of: title, meeting date, purpose, author, recommendation, appetite, FOI marking."""
    placeholders: tuple[Place, ...]
    """Where a form's own words were left standing."""


class CoverAnswer(Struct, frozen=True, kw_only=True):
    """What ``cover --json`` prints."""

    schema: str = COVER_SCHEMA
    filters: dict[str, Any]
    population: Population
    without_cover: int
    """Minutes, action logs and the like, which need none."""
    complete: int
    without_purpose: tuple[str | None, ...]
    """Bodies whose forms have no purpose to mark: it is not counted as lacking."""
    missing: dict[str, int]
    """How many cover sheets lack each part."""
    sheets: tuple[CoverSheet, ...]
    """The incomplete ones, by date."""


def answer(archive: Archive, filters: Filters | None = None) -> CoverAnswer:
    """Return the incomplete cover sheets among the papers that fit."""
    papers = in_order(archive.records(filters))
    kinds = archive.kinds()
    unmarked = bodies_without_purpose(archive.records(), kinds)
    left = placeholders(archive)
    sheets = []
    counts: dict[str, int] = {}
    without = complete = 0
    for paper in papers:
        if kinds.get(paper.id) in WITHOUT_COVER:
            without += 1
            continue
        missing = lacking(paper)
        if name_key(paper.organisation) in unmarked:
            missing = tuple(part for part in missing if part != "purpose")
        unfilled = tuple(
            Place(
                paper_id=paper.id, title=paper.title, organisation=paper.organisation,
                meeting_date=paper.meeting.date, file=paper.source.file,
                sha256=paper.source.sha256, page=page, label=label, quote=words,
            )
            for page, label, words in left.get(paper.id, ())
        )  # fmt: skip
        if not missing and not unfilled:
            complete += 1
            continue
        for name in (*missing, *(["placeholder left"] if unfilled else [])):
            counts[name] = counts.get(name, 0) + 1
        where = place(paper, None)
        sheets.append(CoverSheet(place=where, missing=missing, placeholders=unfilled))
    return CoverAnswer(
        filters=filters.plain() if filters else {},
        population=population(archive, filters, len(papers), len(sheets)),
        without_cover=without,
        without_purpose=tuple(
            dict.fromkeys(p.organisation for p in papers if name_key(p.organisation) in unmarked)
        ),
        complete=complete,
        missing=dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
        sheets=tuple(sheets),
    )


def lacking(paper: Paper) -> tuple[str, ...]:
    """Return the parts of a cover sheet that *paper* does not have."""
    parts = (
        ("title", paper.title),
        ("meeting date", paper.meeting.date),
        ("purpose", paper.purpose),
        ("author", paper.authors or paper.presented_by),
        ("recommendation", paper.recommendation),
        ("appetite", any(risk.appetite.raw for risk in paper.risks)),
        ("FOI marking", paper.foi.status != "not_stated" or paper.foi.citations),
    )
    return tuple(name for name, there in parts if not there)


def bodies_without_purpose(papers: Iterable[Paper], kinds: dict[str, str]) -> set[str]:
    """Return the bodies (names folded) of whose cover sheets hardly any is marked for a purpose."""
    sheets: defaultdict[str, list[bool]] = defaultdict(list)
    for paper in papers:
        if kinds.get(paper.id) not in WITHOUT_COVER:
            sheets[name_key(paper.organisation)].append(bool(paper.purpose))
    return {
        body
        for body, marked in sheets.items()
        if len(marked) >= LEAST_SHEETS and sum(marked) < LEAST_SHARE * len(marked)
    }


def placeholders(archive: Archive) -> dict[str, list[tuple[int, str | None, str]]]:
    """Return ``(page, label, words)`` of a form's own words left standing, by paper id."""
    phrases: list[str] = load("papersearch.desks", "cues")["placeholder"]["phrases"]
    out: defaultdict[str, list[tuple[int, str | None, str]]] = defaultdict(list)
    for phrase in phrases:
        rows = archive.connection.execute(
            "SELECT p.paper_id, x.page, x.label, x.text FROM passages x "
            "JOIN papers p ON p.id = x.paper WHERE instr(lower(x.text), ?) > 0 ORDER BY x.id",
            (phrase,),
        )
        for paper_id, page, label, text in rows:
            at = text.lower().find(phrase)
            words = text[at : at + len(phrase)]
            if (page, label, words) not in out[paper_id]:
                out[paper_id].append((page, label, words))
    return dict(out)
