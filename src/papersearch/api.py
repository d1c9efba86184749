"""papersearch from Python: it reads as it does in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from papersearch.errors import ReadError
from papersearch.record import Failure, FailureError, Paper, Source

if TYPE_CHECKING:
    from datetime import date

    from papersearch.archive import Filters, Status
    from papersearch.archive.backup import Manifest
    from papersearch.archive.forget import Forgotten, Purged
    from papersearch.archive.ingest import IngestReport
    from papersearch.archive.verify import Verified
    from papersearch.desks.actions import ActionsAnswer
    from papersearch.desks.appetite import AppetiteAnswer
    from papersearch.desks.appetite_review import ReviewAnswer
    from papersearch.desks.appetite_review import View as ReviewView
    from papersearch.desks.bodies import Assumed
    from papersearch.desks.commitments import CommitmentsAnswer
    from papersearch.desks.common import Place, Similarity
    from papersearch.desks.cover import CoverAnswer
    from papersearch.desks.foi import FoiAnswer, View
    from papersearch.desks.framework import FrameworkAnswer, InForce
    from papersearch.desks.letter import Question
    from papersearch.desks.request import Found, RequestAnswer
    from papersearch.reading.guard import Limits
    from papersearch.reading.options import ReadOptions
    from papersearch.search import Answer


FOUND_FOR_DESKS = 300
"""Passages near in meaning that a desk looks through for what papers report on a promise."""
NEAR_BY_WORD = 60
"""And passages for each word of the promise."""


def read(
    path: str | Path, options: ReadOptions | None = None, limits: Limits | None = None
) -> list[Paper]:
    """Return the records of the papers in one file, read in a guarded child process.

    Raises:
        ReadError: The file cannot be read; ``code`` says why.
    """
    papers: list[Paper] = []
    for record in read_many([path], options, limits):
        if isinstance(record, Failure):
            error = record.error
            raise ReadError(error.code, error.message, error.remedy)
        papers.append(record)
    return papers


def read_many(
    paths: Iterable[str | Path], options: ReadOptions | None = None, limits: Limits | None = None,
    workers: int | None = None,
) -> Iterator[Paper | Failure]:  # fmt: skip
    """Yield the records of all files under *paths*, a failure in place of each that cannot be read.

    A folder is walked; ``source.file`` is then the path below it. Papers that
    are one paper met twice name each other once all files are read, so the
    records of several files come at the end.
    """
    from papersearch import knowledge
    from papersearch.archive.work import CHILD, decode, process_file
    from papersearch.reading.guard import Guard
    from papersearch.reading.options import ReadOptions as Options

    names = list(_files(paths))
    if not names:
        return
    results: list[tuple[Paper | Failure, tuple[int, ...]]] = []
    knowledge.user_settings()  # a file of the user's that is not TOML is told before any other
    with Guard(
        process_file, limits, workers or min(len(names), 2), preload=CHILD,
        options=options or Options(),
    ) as guard:  # fmt: skip
        shown = iter(names)
        for path, result in guard.map(full for full, _ in names):
            name = next(shown)[1]
            if isinstance(result, ReadError):
                results.append((_failure(name, path, result), ()))
                continue
            results.extend(
                (_named(paper.record, name), paper.fingerprint) for paper in decode(result).papers
            )
    yield from _linked(results)


def _files(paths: Iterable[str | Path]) -> Iterator[tuple[str, str]]:
    from papersearch.archive.folders import why_passed_over
    from papersearch.archive.names import as_text

    for given in paths:
        path = Path(given)
        if not path.is_dir():
            yield str(given), as_text(given)
            continue
        for file in sorted(path.rglob("*")):
            below = file.relative_to(path)
            hidden = any(part.startswith(".") for part in below.parts)
            if file.is_file() and not hidden and why_passed_over(file.name) is None:
                yield str(file), as_text(below.as_posix())


def _named(record: Paper, name: str) -> Paper:
    import msgspec

    return msgspec.structs.replace(record, source=msgspec.structs.replace(record.source, file=name))


def _failure(name: str, path: str, error: ReadError) -> Failure:
    import hashlib

    sha256 = None
    try:
        if Path(path).is_file():  # a pipe or a device would keep us for ever
            with Path(path).open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        sha256 = None  # the failure itself says that the file cannot be opened
    return Failure(
        source=Source(file=name, sha256=sha256),
        error=FailureError(code=error.code, message=error.message, remedy=error.remedy),
    )


def _linked(results: list[tuple[Paper | Failure, tuple[int, ...]]]) -> Iterator[Paper | Failure]:
    import msgspec

    from papersearch.archive.twins import are_twins

    papers = [(r, f) for r, f in results if isinstance(r, Paper)]
    twins: dict[int, set[str]] = {}
    if 1 < len(papers) <= 3000:
        for i, (first, one) in enumerate(papers):
            for second, other in papers[i + 1 :]:
                if are_twins(
                    one, other, first.meeting.date or first.date, second.meeting.date or second.date
                ):
                    twins.setdefault(id(first), set()).add(second.id)
                    twins.setdefault(id(second), set()).add(first.id)
    for record, _ in results:
        ids = sorted(twins.get(id(record), set()) - {getattr(record, "id", "")})
        if ids and isinstance(record, Paper):
            yield msgspec.structs.replace(record, same_as=tuple(ids))
        else:
            yield record


class OpenArchive:
    """An archive that can be filled, searched, listed and asked."""

    def __init__(self, folder: str | Path, create: bool = True, model: str | None = None) -> None:
        from papersearch.archive import Archive

        self.catalogue = Archive.open(folder, create=create)
        self._model = model

    def __enter__(self) -> OpenArchive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def embedder(self) -> Any:
        """The embedding model, loaded when first needed."""
        from papersearch import embedding

        return embedding.Embedder(self._model or embedding.DEFAULT_MODEL)

    def similarity(self) -> Similarity:
        """Return a function that gives the likeness (cosine) of texts to texts."""

        def likeness(first: Sequence[str], second: Sequence[str]) -> Any:
            return self.embedder.embed(list(first)) @ self.embedder.embed(list(second)).T

        return likeness

    def ingest(self, *paths: str | Path, **settings: Any) -> IngestReport:
        """Bring the archive up to date with the files under *paths*."""
        from papersearch.archive.ingest import ingest

        return ingest(self.catalogue, [Path(path) for path in paths], self.embedder, **settings)

    def search(
        self,
        question: str,
        k: int = 10,
        mode: str = "hybrid",
        explain: bool = False,
        reranker: Any = None,
        **filters: Any,
    ) -> Answer:
        """Return the answer to *question*; filters as on the command line (``since``, …).

        *reranker* looks at the best hits again: ``papersearch.search.rerank.CrossEncoder(folder)``.
        """
        from papersearch.search import Searcher

        embedder = None if mode == "lexical" else self.embedder
        return Searcher(self.catalogue, embedder, reranker).search(
            question,
            k,
            _filters(filters),
            mode,  # type: ignore[arg-type]
            explain,
        )

    def papers(self, **filters: Any) -> Iterator[Paper]:
        """Yield the records that fit the filters, by date."""
        return self.catalogue.records(_filters(filters))

    def matching(self, words: str, **filters: Any) -> list[Paper]:
        """Return the papers that *words* name: by the start of an id, else by title or file.

        A title that is just *words* is taken alone, whatever other titles hold them too.
        """
        from papersearch.desks.common import names, words_key

        wanted = words.strip()
        if not wanted:
            return []
        papers = list(self.papers(**filters))
        by_id = [p for p in papers if p.id.startswith(wanted)]
        if by_id:
            return by_id
        exact = [p for p in papers if words_key(p.title) == words_key(wanted)]
        return exact or [p for p in papers if names(wanted, p.title, p.source.file)]

    def appetite(self, risk: str | None = None, **filters: Any) -> AppetiteAnswer:
        """Return how the appetite for each risk, or for the one asked for, moved."""
        from papersearch.desks.appetite import answer

        return answer(self.catalogue, risk, _filters(filters), self.similarity)

    def appetite_check(self, register: str | Path, **filters: Any) -> FrameworkAnswer:
        """Return each appetite that papers state, against the user's *register* of decisions."""
        from papersearch.desks.framework import answer, load_register

        path = Path(register)
        return answer(self.catalogue, load_register(path), str(path), _filters(filters))

    def appetite_review(
        self, view: ReviewView = "check", question: str | None = None, **filters: Any
    ) -> ReviewAnswer:
        """Return what in stated appetites to look at, their impact, or the whole population."""
        from papersearch.desks.appetite_review import answer

        return answer(self.catalogue, view, question, _filters(filters))

    def appetite_draft(self, **filters: Any) -> list[InForce]:
        """Return a first register of appetites, from what papers state."""
        from papersearch.desks.draft import draft

        return draft(self.appetite(**filters).risks)

    def commitments(
        self, words: str | None = None, kind: str | None = None, **filters: Any
    ) -> CommitmentsAnswer:
        """Return the ledger of commitments, or promises of one *kind*."""
        from papersearch.desks.commitments import answer

        return answer(self.catalogue, words, kind, _filters(filters), self.similarity, self._find)

    def figures(self, measure: str, **filters: Any) -> CommitmentsAnswer:
        """Return the figures that papers report for *measure* through the years."""
        from papersearch.desks.commitments import figures

        return figures(self.catalogue, measure, self._find, self.similarity(), _filters(filters))

    def _find(self, question: str) -> list[tuple[Place, str]]:
        """Return the passages nearest to *question* with their places, for the desks.

        Unlike an answer of the search it leaves no repeats out: a figure may
        stand in a passage like many others.
        """
        from papersearch.desks.common import Place

        guesses = self._bodies
        rows = self.catalogue.passages(self._near(question))
        return [
            (
                Place(
                    paper_id=row.paper_id, title=row.title,
                    organisation=row.organisation
                    or (guesses[row.paper_id].organisation if row.paper_id in guesses else None),
                    meeting_date=row.meeting_date or row.day, file=row.file, sha256=None,
                    page=row.page, label=row.label, quote="",
                ),
                row.text,
            )
            for row in (rows[number] for number in sorted(rows))
        ]  # fmt: skip

    def _near(self, question: str) -> set[int]:
        """Return the ids of passages near to *question* in meaning, or with words of it."""
        import re

        words = set(re.findall(r"[a-z]{3,}", question.lower()))
        found = {
            number
            for word in sorted(words)
            for number, _ in self.catalogue.match_words(f'text : "{word}"', NEAR_BY_WORD, None)
        }
        if self.catalogue.meta("model") != self.embedder.fingerprint:
            return found
        vector = self.embedder.embed([question])[0]
        index, _ = self.catalogue.index()
        if index is not None:
            return found | {int(i) for i in index.search(vector, FOUND_FOR_DESKS)[1] if i >= 0}
        from papersearch.archive.vectors import exact

        ids, vectors = self.catalogue.vectors()
        return found | {int(i) for i in exact(ids, vectors, vector, FOUND_FOR_DESKS)[1]}

    @cached_property
    def _bodies(self) -> dict[str, Assumed]:
        from papersearch.desks.bodies import assumed_bodies

        return assumed_bodies(self.catalogue)

    def foi(
        self,
        view: View = "register",
        section: str | None = None,
        today: date | None = None,
        **filters: Any,
    ) -> FoiAnswer:
        """Return the register of FOI markings, what is ``due``, or what to ``check``."""
        from papersearch.desks.foi import answer

        return answer(self.catalogue, view, section, _filters(filters), today)

    def foi_precedents(self, subject: str, k: int = 60, **filters: Any) -> FoiAnswer:
        """Return how papers on *subject* were marked, the nearest first."""
        from papersearch.desks.foi import precedents

        found = self.search(subject, k, **filters)
        hits = [(h.paper_id, h.page, h.label, h.text, h.score) for h in found.hits]
        return precedents(self.catalogue, subject, hits, _filters(filters), found.answerable)

    def foi_request(self, letter: str, questions: Sequence[Question]) -> RequestAnswer:
        """Return what the archive holds on *questions* of a request *letter* (its name)."""
        from papersearch.desks.request import answer

        return answer(self.catalogue, letter, questions, self._ask)

    def _ask(self, question: Question, k: int) -> tuple[list[Found], float]:
        """Return the passages nearest to a question of a request, and what is close."""
        from papersearch.desks.common import Place
        from papersearch.desks.request import Found
        from papersearch.search.engine import ANSWERABLE

        found = self.search(question.search, k, since=question.since, until=question.until)
        return [
            Found(
                score=h.score,
                place=Place(
                    paper_id=h.paper_id, title=h.title, organisation=h.organisation,
                    meeting_date=h.meeting_date, file=h.file, sha256=None, page=h.page,
                    label=h.label, quote=h.text,
                ),
            )
            for h in found.hits
        ], ANSWERABLE  # fmt: skip

    def actions(
        self,
        words: str | None = None,
        with_closed: bool = False,
        today: date | None = None,
        **filters: Any,
    ) -> ActionsAnswer:
        """Return the actions not seen closed."""
        from papersearch.desks.actions import answer

        return answer(self.catalogue, words, with_closed, _filters(filters), today)

    def cover(self, words: str | None = None, **filters: Any) -> CoverAnswer:
        """Return the cover sheets that lack something; *words* of the title or of a pack's name."""
        from papersearch.desks.cover import answer

        return answer(self.catalogue, _filters(filters), words)

    def status(self) -> Status:
        """Return what the archive holds."""
        return self.catalogue.status()

    def forget(self, *paper_ids: str) -> list[Forgotten]:
        """Take papers out of the archive, so that none of their text is left in it."""
        from papersearch.archive.forget import forget

        return forget(self.catalogue, list(paper_ids))

    def purge(self, gone: bool = False) -> Purged:
        """Rewrite the archive's files, so that nothing is left of what was deleted or replaced."""
        from papersearch.archive.forget import purge

        return purge(self.catalogue, gone)

    def backup(self, path: str | Path, replace: bool = False) -> Manifest:
        """Write the archive into one checked file."""
        from papersearch.archive.backup import backup

        return backup(self.catalogue, Path(path), replace)

    def verify(
        self, with_files: bool = True, tell: Callable[[int, int], None] | None = None
    ) -> Verified:
        """Check the archive against itself and, *with_files*, against the files."""
        from papersearch.archive.verify import verify

        return verify(self.catalogue, with_files, tell)

    def close(self) -> None:
        """Close the archive."""
        self.catalogue.close()


def _filters(given: dict[str, Any]) -> Filters:
    from papersearch.archive import make_filters

    return make_filters(**given)


def open_archive(
    folder: str | Path = "indexes", create: bool = True, model: str | None = None
) -> OpenArchive:
    """Open the archive in *folder*, making it if there is none and *create* is set."""
    return OpenArchive(folder, create, model)
