"""papersearch from Python: it reads as it does in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from papersearch.errors import ReadError
from papersearch.record import Failure, FailureError, Paper, Source

if TYPE_CHECKING:
    from papersearch.archive import Status
    from papersearch.archive.ingest import IngestReport
    from papersearch.reading.guard import Limits
    from papersearch.reading.options import ReadOptions
    from papersearch.search import Answer


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
    from papersearch.archive.work import decode, process_file
    from papersearch.reading.guard import Guard
    from papersearch.reading.options import ReadOptions as Options

    names = list(_files(paths))
    if not names:
        return
    results: list[tuple[Paper | Failure, tuple[int, ...]]] = []
    with Guard(
        process_file, limits, workers or min(len(names), 2), options=options or Options()
    ) as guard:
        shown = iter(names)
        for path, result in guard.map(full for full, _ in names):
            name = next(shown)[1]
            if isinstance(result, ReadError):
                results.append((_failure(name, path, result), ()))
                continue
            for paper in decode(result).papers:
                results.append((_named(paper.record, name), paper.fingerprint))
    yield from _linked(results)


def _files(paths: Iterable[str | Path]) -> Iterator[tuple[str, str]]:
    from papersearch.reading.kind import READABLE_SUFFIXES

    for given in paths:
        path = Path(given)
        if not path.is_dir():
            yield str(given), str(given)
            continue
        for file in sorted(path.rglob("*")):
            if (
                file.is_file()
                and file.suffix.lower() in READABLE_SUFFIXES
                and file.name[0] not in ".~"
            ):
                yield str(file), file.relative_to(path).as_posix()


def _named(record: Paper, name: str) -> Paper:
    import msgspec

    return msgspec.structs.replace(record, source=msgspec.structs.replace(record.source, file=name))


def _failure(name: str, path: str, error: ReadError) -> Failure:
    import hashlib

    sha256 = None
    try:
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
    """An archive that can be filled, searched and listed."""

    def __init__(self, folder: str | Path, create: bool = True, model: str | None = None) -> None:
        from papersearch.archive import Archive

        self.catalogue = Archive.open(folder, create=create)
        self._model = model

    @cached_property
    def embedder(self) -> Any:
        """The embedding model, loaded when first needed."""
        from papersearch.embedding import DEFAULT_MODEL, Embedder

        return Embedder(self._model or DEFAULT_MODEL)

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
        **filters: Any,
    ) -> Answer:
        """Return the answer to *question*; filters as on the command line (``since``, ``year``, …)."""
        from papersearch.archive import make_filters
        from papersearch.search import Searcher

        embedder = None if mode == "lexical" else self.embedder
        return Searcher(self.catalogue, embedder).search(
            question,
            k,
            make_filters(**filters),
            mode,
            explain,  # type: ignore[arg-type]
        )

    def papers(self, **filters: Any) -> Iterator[Paper]:
        """Yield the records that fit the filters, by date."""
        from papersearch.archive import make_filters

        return self.catalogue.records(make_filters(**filters))

    def status(self) -> Status:
        """Return what the archive holds."""
        return self.catalogue.status()

    def close(self) -> None:
        """Close the archive."""
        self.catalogue.close()


def open_archive(
    folder: str | Path = "indexes", create: bool = True, model: str | None = None
) -> OpenArchive:
    """Open the archive in *folder*, making it if there is none and *create* is set."""
    return OpenArchive(folder, create, model)
