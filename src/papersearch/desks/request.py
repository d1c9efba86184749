"""A request run over the archive: what was searched for, what was found, how it is marked.

For FOI officer review: a schedule to be edited, a report on the search terms, and
a statement of what was searched. That the archive holds nothing is not that the
body holds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from papersearch.desks.bodies import held
from papersearch.desks.common import Place, Population, place, population
from papersearch.desks.foi import register
from papersearch.desks.foi_review import Marking
from papersearch.desks.letter import Question
from papersearch.record import Paper, Struct

if TYPE_CHECKING:
    from papersearch.archive import Archive

REQUEST_SCHEMA = "papersearch.request/1"
HITS_A_QUESTION = 60
REVIEW = "For FOI officer review. What papers say and how they are marked; no ruling."


class Found(Struct, frozen=True, kw_only=True):
    """A passage that answers a question."""

    place: Place
    score: float


Ask = Callable[[Question, int], tuple[Sequence[Found], float]]
"""``(question, k) -> (hits best first, the score under which nothing is close)``."""


class Term(Struct, frozen=True, kw_only=True):
    """What one question found: the line of the search-terms report."""

    number: int
    question: Question
    hits: int
    """Passages close to the question."""
    papers: int
    unique_papers: int
    """Papers that no other question of the request found."""
    pages: int
    nearest: Found | None = None
    """Where nothing is close: the nearest passage, for the officer to judge."""


class Scheduled(Struct, frozen=True, kw_only=True):
    """A paper of the schedule of documents."""

    paper: Place
    """The best passage of it."""
    pages: tuple[int, ...]
    questions: tuple[int, ...]
    """Numbers of the questions that found it."""
    score: float
    relevance: str
    """``strong`` or ``close``: how near its best passage is to a question."""
    status: str
    markings: tuple[Marking, ...]


class Searched(Struct, frozen=True, kw_only=True):
    """What was searched, for the statement to the requester and the file."""

    at: str
    """UTC, to the minute."""
    digest: str
    model: str | None
    papers: int
    files: int
    pages: int
    pages_not_searchable: int
    first_meeting: str | None
    last_meeting: str | None
    not_read: tuple[str, ...]
    """Files that could not be read, and so were not searched."""

    def sentence(self, questions: int) -> str:
        """Return the statement in words."""
        span = (
            f", of meetings from {self.first_meeting} to {self.last_meeting}"
            if (self.first_meeting)
            else ""
        )
        gaps = []
        if self.not_read:
            gaps.append(f"{len(self.not_read):,} files that could not be read")
        if self.pages_not_searchable:
            gaps.append(f"{self.pages_not_searchable:,} pages without readable text")
        left = f" Not searched: {' and '.join(gaps)}." if gaps else " Nothing was left out."
        return (
            f"On {self.at} UTC {questions:,} questions were put to the archive {self.digest}: "
            f"{self.papers:,} papers in {self.files:,} files, {self.pages:,} pages{span}. The "
            f"search was by words and by meaning.{left} The search covers this archive only."
        )


class RequestAnswer(Struct, frozen=True, kw_only=True):
    """What ``foi request --json`` prints."""

    schema: str = REQUEST_SCHEMA
    letter: str
    review: str = REVIEW
    population: Population
    terms: tuple[Term, ...]
    schedule: tuple[Scheduled, ...]
    searched: Searched
    statement: str
    nothing_found: tuple[str, ...]
    """A sentence for each question to which nothing is close."""


def answer(
    archive: Archive,
    letter: str,
    questions: Sequence[Question],
    ask: Ask,
    now: datetime | None = None,
) -> RequestAnswer:
    """Put *questions* to *archive* and return the outcome."""
    looked = held(archive)
    papers = {paper.id: paper for paper in looked.papers}
    found: list[tuple[list[Found], Found | None, float]] = []
    for question in questions:
        hits, least = ask(question, HITS_A_QUESTION)
        near = [hit for hit in hits if hit.score >= least and hit.place.paper_id in papers]
        found.append((near, hits[0] if hits and not near else None, least))
    owners: dict[str, set[int]] = {}
    for number, (near, _, _) in enumerate(found, 1):
        for hit in near:
            owners.setdefault(hit.place.paper_id, set()).add(number)
    terms = [
        Term(
            number=number,
            question=question,
            hits=len(near),
            papers=len({h.place.paper_id for h in near}),
            unique_papers=sum(owners[i] == {number} for i in {h.place.paper_id for h in near}),
            pages=len({(h.place.paper_id, h.place.page) for h in near}),
            nearest=nearest,
        )
        for number, (question, (near, nearest, _)) in enumerate(
            zip(questions, found, strict=True), 1
        )
    ]
    markings: dict[str, list[Marking]] = {}
    for entry in register(looked.papers):
        markings.setdefault(entry.place.paper_id, []).append(entry)
    searched = _searched(archive, now or datetime.now(UTC))
    return RequestAnswer(
        letter=letter,
        population=population(
            archive, None, len(papers), len(owners), holding=len(owners),
            what="something close to a question", assumed=looked.assumed,
        ),
        terms=tuple(terms),
        schedule=tuple(
            _scheduled(papers[i], owners[i], found, markings.get(i, [])) for i in _by_best(found)
        ),
        searched=searched,
        statement=searched.sentence(len(questions)),
        nothing_found=tuple(
            f"Question {t.number}: nothing close to '{t.question.search}' was found in the "
            f"{len(papers):,} papers searched."
            for t in terms
            if not t.hits
        ),
    )  # fmt: skip


def _by_best(found: Sequence[tuple[list[Found], Found | None, float]]) -> list[str]:
    """Return the papers found, the nearest first."""
    best: dict[str, float] = {}
    for near, _, _ in found:
        for hit in near:
            best[hit.place.paper_id] = max(best.get(hit.place.paper_id, 0.0), hit.score)
    return sorted(best, key=lambda i: (-best[i], i))


def _scheduled(
    paper: Paper,
    questions: set[int],
    found: Sequence[tuple[list[Found], Found | None, float]],
    markings: Sequence[Marking],
) -> Scheduled:
    mine = [
        (hit, least) for near, _, least in found for hit in near if hit.place.paper_id == paper.id
    ]
    best, least = max(mine, key=lambda item: item[0].score)
    whole = place(paper, None)
    return Scheduled(
        paper=msgspec.structs.replace(
            whole, page=best.place.page, label=best.place.label, quote=best.place.quote
        ),
        pages=tuple(sorted({hit.place.page for hit, _ in mine if hit.place.page is not None})),
        questions=tuple(sorted(questions)),
        score=best.score,
        relevance="strong" if best.score >= (1 + 2 * least) / 3 else "close",
        status=paper.foi.status,
        markings=tuple(markings),
    )


def _searched(archive: Archive, now: datetime) -> Searched:
    status = archive.status()
    first, last = archive.connection.execute("SELECT min(day), max(day) FROM papers").fetchone()
    return Searched(
        at=now.astimezone(UTC).strftime("%Y-%m-%d %H:%M"),
        digest=status.digest,
        model=status.model,
        papers=status.papers,
        files=status.current,
        pages=status.pages,
        pages_not_searchable=status.pages_scanned + status.pages_failed,
        first_meeting=first,
        last_meeting=last,
        not_read=tuple(f.path for f in archive.files() if f.state == "failed"),
    )
