"""The auditor's desk: how the appetite for each risk moved, where, and on whose decision.

A risk's key is organisation, Level 1 and Level 2; the scale is compared at each
step, because the same word on two scales is not the same rank. A change is
shown with what the archive holds beside it; what it does not hold is "no
decision found in the archive", never "no decision".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from papersearch.desks.bodies import Held, assumed_bodies, held
from papersearch.desks.common import (
    Place,
    Population,
    Similarity,
    by_meaning,
    name_key,
    names,
    once,
    population,
)
from papersearch.desks.decisions import Deciding, deciding_in
from papersearch.desks.scales import rank as rank_on_scale
from papersearch.desks.trajectories import Trajectory, trajectories
from papersearch.record import Struct

if TYPE_CHECKING:
    from papersearch.archive import Archive, Filters, PassageRow

APPETITE_SCHEMA = "papersearch.appetite/1"


class AppetiteAnswer(Struct, frozen=True, kw_only=True):
    """What ``appetite --json`` prints."""

    schema: str = APPETITE_SCHEMA
    question: str | None = None
    found_by: Literal["words", "meaning"] | None = None
    """How the risks were found, where one was asked for."""
    filters: dict[str, Any]
    population: Population
    risks: tuple[Trajectory, ...] = ()


def answer(
    archive: Archive,
    question: str | None = None,
    filters: Filters | None = None,
    similarity: Callable[[], Similarity] | None = None,
) -> AppetiteAnswer:
    """Return the history of the risk that *question* names, or of every risk.

    Args:
        archive: Where the papers are.
        question: Words or the sense of a risk's name, or its reference.
        filters: Which papers are looked at.
        similarity: Gives the likeness of texts; called only where the words find nothing.
    """
    looked = held(archive, filters)
    papers = looked.papers
    found: list[Deciding] = []
    if any(paper.risks for paper in papers):
        found = decisions(archive)
    risks = trajectories(papers, rank_on_scale, found)
    found_by: Literal["words", "meaning"] | None = None
    if question is not None:
        chosen = find(risks, question)
        found_by = "words" if chosen else None
        if not chosen:
            chosen = find(risks, question, similarity)
            found_by = "meaning" if chosen else None
        risks = chosen
    seen = {sighting.place.paper_id for risk in risks for sighting in risk.sightings}
    return AppetiteAnswer(
        question=question,
        found_by=found_by,
        filters=filters.plain() if filters else {},
        population=appetite_population(archive, filters, looked, len(seen)),
        risks=tuple(risks),
    )


def appetite_population(
    archive: Archive, filters: Filters | None, looked: Held, with_answer: int
) -> Population:
    """Return the population of an answer on appetites: of *looked*, how many papers state one."""
    papers = looked.papers
    return population(
        archive,
        filters,
        len(papers),
        with_answer,
        holding=sum(any(r.appetite.raw for r in p.risks) for p in papers),
        what="an appetite",
        repeated=len(papers) - len(once(papers)),
        assumed=looked.assumed,
    )


def decisions(archive: Archive) -> list[Deciding]:
    """Return every sentence in the archive that decides on an appetite."""
    kinds = archive.kinds()
    guesses = assumed_bodies(archive)
    hashes = dict(
        archive.connection.execute(
            "SELECT p.paper_id, f.sha256 FROM papers p JOIN files f ON f.id = p.file"
        )
    )
    out: list[Deciding] = []
    for rows in _papers_on_appetite(archive):
        first = rows[0]
        guess = guesses.get(first.paper_id)
        passages = [
            (
                Place(
                    paper_id=row.paper_id,
                    title=row.title,
                    organisation=row.organisation or (guess.organisation if guess else None),
                    meeting_date=row.meeting_date or row.day,
                    file=row.file,
                    sha256=hashes.get(row.paper_id),
                    page=row.page,
                    label=row.label,
                    quote="",
                ),
                row.section,
                row.text,
            )
            for row in rows
        ]
        out += deciding_in(passages, kinds.get(first.paper_id) == "minutes")
    return out


MOST_PASSAGES = 5_000


def _papers_on_appetite(archive: Archive) -> list[list[PassageRow]]:
    """Return the passages, in order, of each paper that has appetite in its text or a heading."""
    hits = archive.match_words('{text section} : "appetite"', MOST_PASSAGES, None)
    papers = sorted({row.paper for row in archive.passages(number for number, _ in hits).values()})
    out = []
    for paper in papers:
        numbers = archive.connection.execute(
            "SELECT id FROM passages WHERE paper = ? ORDER BY id", (paper,)
        ).fetchall()
        rows = archive.passages(number for (number,) in numbers)
        out.append([rows[number] for number in sorted(rows)])
    return out


def find(
    risks: Sequence[Trajectory], question: str, similarity: Callable[[], Similarity] | None = None
) -> list[Trajectory]:
    """Return the risks that *question* names: by its words, else by meaning, best first."""
    if not name_key(question):
        return []
    chosen = [one for one in risks if names(question, one.name)] or [
        one
        for one in risks
        if any(s.reference and names(question, s.reference) for s in one.sightings)
    ]
    if chosen or similarity is None:
        return chosen
    texts = [f"{one.name}. {one.sightings[-1].statement or ''}" for one in risks]
    return by_meaning(question, risks, texts, similarity)
