"""What cover sheets lack: appetite, FOI marking, recommendation, or a form left unfilled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from papersearch.desks.bodies import held
from papersearch.desks.common import (
    Place,
    Population,
    body_key,
    in_order,
    names,
    place,
    population,
)
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
    not_on_forms: dict[str, tuple[str, ...]]
    """By body: the parts that hardly any of its cover sheets has; not counted as lacking."""
    missing: dict[str, int]
    """How many cover sheets lack each part."""
    sheets: tuple[CoverSheet, ...]
    """The incomplete ones, by date."""


def answer(
    archive: Archive, filters: Filters | None = None, words: str | None = None
) -> CoverAnswer:
    """Return the incomplete cover sheets among the papers that fit.

    *words*: of the paper's title or of its file's name (a pack).
    """
    looked = held(archive, filters)
    papers = [
        p for p in in_order(looked.papers) if not words or names(words, p.title, p.source.file)
    ]
    kinds = archive.kinds()
    unmarked = not_on_forms(held(archive).papers, kinds)
    left = placeholders(archive)
    sheets = []
    counts: dict[str, int] = {}
    without = complete = 0
    for paper in papers:
        if kinds.get(paper.id) in WITHOUT_COVER:
            without += 1
            continue
        excused = unmarked.get(body_key(paper.organisation), ())
        missing = tuple(part for part in lacking(paper) if part not in excused)
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
        population=population(
            archive,
            filters,
            len(papers),
            len(sheets),
            holding=len(papers) - without,
            what="a cover sheet",
            assumed=looked.assumed,
        ),
        without_cover=without,
        without_purpose=tuple(
            dict.fromkeys(
                p.organisation
                for p in papers
                if "purpose" in unmarked.get(body_key(p.organisation), ())
            )
        ),
        not_on_forms={
            p.organisation or "(organisation not named)": parts
            for p in papers
            if (parts := unmarked.get(body_key(p.organisation)))
        },
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


FORM_PARTS = ("purpose", "appetite", "FOI marking")
"""Parts that some bodies' forms do not have at all."""


def not_on_forms(papers: Iterable[Paper], kinds: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Return by body (name folded) the parts that hardly any of its cover sheets has."""
    sheets: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for paper in papers:
        if kinds.get(paper.id) not in WITHOUT_COVER:
            sheets[body_key(paper.organisation)].append(lacking(paper))
    out = {}
    for body, lacks in sheets.items():
        if len(lacks) < LEAST_SHEETS:
            continue
        parts = tuple(
            part
            for part in FORM_PARTS
            if sum(part not in missing for missing in lacks) < LEAST_SHARE * len(lacks)
        )
        if parts:
            out[body] = parts
    return out


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
