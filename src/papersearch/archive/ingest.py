"""Files become papers of the archive: idempotent steps, keyed by content, one writer at a time.

Each group of files is one transaction: records, tags, passages and vectors
together or not at all. FAISS gets its new generation at the end; until then
readers compare the newest passages with the catalogue's own vectors. A run that
is stopped, by whatever, leaves what it committed; the next one carries on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from papersearch.archive import changes, made_by, store
from papersearch.archive.catalogue import UNFINISHED, Archive, log
from papersearch.archive.embed import vectors_of
from papersearch.archive.folders import Found, Walk, walk
from papersearch.archive.generation import clear_leftovers, refresh_index
from papersearch.archive.lock import writing
from papersearch.archive.vectors import Vectors
from papersearch.errors import ArchiveError, ReadError
from papersearch.reading.guard import Guard, Limits
from papersearch.reading.options import ReadOptions

if TYPE_CHECKING:
    from papersearch.archive.work import FileWork

GROUP_PASSAGES = 384
"""Passages that are embedded and committed together."""
PASSING = frozenset({"permission_denied", "timed_out", "out_of_memory"})
"""Failures that say nothing of the bytes: what was read of the same bytes before is kept."""


class EmbedderLike(Protocol):
    """What ingest needs of an embedder."""

    @property
    def fingerprint(self) -> str:
        """Return the word that says which vectors may be mixed."""

    @property
    def dimensions(self) -> int:
        """Return the length of a vector."""

    def make_ready(self) -> None:
        """Load what the first text would have to wait for."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return (n, d) unit vectors."""


@dataclass(slots=True)
class Progress:
    """How far an ingest is; handed to the caller after every file."""

    files_total: int = 0
    files_done: int = 0
    pages: int = 0
    papers: int = 0
    passages: int = 0
    failed: list[tuple[str, str, str, str]] = field(default_factory=list)
    """``(path, code, message, remedy)``"""
    current: str = ""


@dataclass(slots=True)
class IngestReport:
    """What an ingest did."""

    read: int = 0
    unchanged: int = 0
    renamed: int = 0
    copies: int = 0
    gone: int = 0
    ignored: int = 0
    failed: int = 0
    pages: dict[str, int] = field(default_factory=dict)
    ways: dict[str, int] = field(default_factory=dict)
    papers: int = 0
    passages: int = 0
    failures: list[tuple[str, str, str, str]] = field(default_factory=list)


def ingest(
    archive: Archive,
    paths: Iterable[Path],
    embedder: EmbedderLike,
    options: ReadOptions | None = None,
    limits: Limits | None = None,
    workers: int | None = None,
    report_progress: Callable[[Progress], None] | None = None,
    also_forgotten: bool = False,
) -> IngestReport:
    """Bring the archive up to date with the files under *paths*.

    Files that are unchanged, renamed or copied are not read again; changed ones
    replace their papers; files that are gone from a folder given here are marked
    so. Papers that were forgotten stay out, unless *also_forgotten*.

    Raises:
        ArchiveError: Another process writes, the archive's vectors are of another model, or
            the disk or the catalogue fails; what was committed before is kept.
        UsageError: A path does not exist.
    """
    options = options or ReadOptions()
    limits = limits or Limits(file_bytes=options.max_bytes)
    met = walk(paths)
    with writing(archive):
        check_model(archive, embedder)
        clear_leftovers(archive)
        run = Run(
            archive, embedder, report_progress or (lambda _: None),
            made_by.result(options), made_by.failure(options, limits),
        )  # fmt: skip
        if also_forgotten:
            run.remember(met)
        todo = run.note(met, bool(options.password))
        if todo:
            run.read(todo, options, limits, workers)
        run.finish()
    return run.report


class Run:
    """One ingest on its way."""

    def __init__(
        self, archive: Archive, embedder: EmbedderLike, report_progress: Callable[[Progress], None],
        made_by: str, failed_by: str,
    ) -> None:  # fmt: skip
        self.archive = archive
        self.embedder = embedder
        self.tell = report_progress
        self.made_by = made_by
        self.failed_by = failed_by
        self.report = IngestReport()
        self.progress = Progress()
        self.waiting: list[tuple[Found, FileWork]] = []
        self.waiting_passages = 0
        self.model: Future[None] | None = None
        """Done when the embedder is ready for its first text."""

    def remember(self, met: Walk) -> None:
        """Lift what was forgotten of the files that were met, and have them read anew."""
        here = {file.where for file in met.found}
        with self.archive.transaction() as connection:
            contents = {
                row.sha256
                for where, row in changes.rows(connection).items()
                if where in here and row.sha256
            }
            for sha256 in contents:
                if connection.execute("DELETE FROM forgotten WHERE sha256 = ?", (sha256,)).rowcount:
                    connection.execute("UPDATE files SET made_by = '' WHERE sha256 = ?", (sha256,))

    def note(self, met: Walk, has_password: bool) -> list[Found]:
        """Write down what needs no reading; return the files that must be read."""
        with self.archive.transaction() as connection:
            noted = changes.note(connection, met, self.made_by, self.failed_by, has_password)
        for folder, said in met.unlisted:
            error = ReadError(
                "permission_denied", f"The folder {folder.path} cannot be looked into ({said})."
            )
            self.fail(folder, error)
        report = self.report
        report.unchanged, report.renamed = noted.unchanged, noted.renamed
        report.copies, report.ignored, report.gone = noted.copies, noted.ignored, noted.gone
        return noted.todo

    def read(
        self, todo: Sequence[Found], options: ReadOptions, limits: Limits, workers: int | None
    ) -> None:
        """Read files in guarded children and take in what they give."""
        from papersearch.archive.work import CHILD, process_file

        self.progress.files_total = len(todo)
        full = {file.full: file for file in todo}
        with (
            ThreadPoolExecutor(1) as aside,
            Guard(process_file, limits, workers, preload=CHILD, options=options) as guard,
        ):
            # Children take a second until they have their first file; the model is ready by then.
            self.model = aside.submit(self.embedder.make_ready)
            try:
                for path, result in guard.map(full):
                    self.take(full[path], result)
            except KeyboardInterrupt:
                self.flush()  # what was read is not read again
                raise
        self.flush()

    def take(self, file: Found, result: bytes | ReadError) -> None:
        """Take one file's result in; embed and commit when a group is full."""
        self.progress.current = file.path
        if isinstance(result, ReadError):
            self.fail(file, result)
        else:
            from papersearch.archive.work import decode

            work = decode(result)
            passages = sum(len(p.passages) for p in work.papers)
            self.waiting.append((file, work))
            self.waiting_passages += passages
            self.progress.pages += sum(work.pages.values())
            self.progress.papers += len(work.papers)
            self.progress.passages += passages
            if self.waiting_passages >= GROUP_PASSAGES:
                self.flush()
        self.progress.files_done += 1
        self.tell(self.progress)

    def flush(self) -> None:
        """Embed and commit the files that wait."""
        if not self.waiting:
            return
        if self.model is not None:
            self.model.result()
        passages = [p for _, w in self.waiting for paper in w.papers for p in paper.passages]
        blobs = iter(vectors_of(self.archive, passages, self.embedder))
        with self.archive.transaction() as connection:
            for file, work in self.waiting:
                number = store.put_file(connection, file, self.made_by, "current", work=work)
                kept = store.put_papers(connection, number, file, work, blobs)
                if kept is None:
                    self.report.copies += 1
                    continue
                self.report.papers += len(kept)
                self.report.passages += sum(len(p.passages) for p in kept)
        for _, work in self.waiting:
            self._count(work)
        self.waiting.clear()
        self.waiting_passages = 0

    def _count(self, work: FileWork) -> None:
        self.report.read += 1
        for status, count in work.pages.items():
            self.report.pages[status] = self.report.pages.get(status, 0) + count
        for way, count in work.ways.items():
            self.report.ways[way] = self.report.ways.get(way, 0) + count

    def fail(self, file: Found, error: ReadError) -> None:
        """Write down that a file could not be read, in place of what it held."""
        with self.archive.transaction() as connection:
            row = changes.row_of(connection, file)
            if row is not None and row.state == "current" and error.code == "not_found":
                changes.mark_gone(connection, row.id)  # it went while the others were read
            elif not _is_kept(row, file, error):
                store.put_file(connection, file, self.failed_by, "failed", error=error)
        entry = (file.path, error.code, error.message, error.remedy or "")
        self.progress.failed.append(entry)
        self.report.failures.append(entry)
        self.report.failed += 1

    def finish(self) -> None:
        """Link twins and make FAISS's new generation, if this run or one before it changed any."""
        if self.archive.meta(UNFINISHED) is not None:
            # With the room of papers behind it: loaded when the children are done.
            from papersearch.archive.twins import link_twins

            with self.archive.transaction() as connection:
                link_twins(connection)
        refresh_index(self.archive)
        with self.archive.transaction() as connection:
            done = connection.execute("DELETE FROM meta WHERE key = ?", (UNFINISHED,))
            if done.rowcount:
                read, failed = self.report.read, self.report.failed
                log(connection, f"ingest: {read} files read, {failed} failed")
        clear_leftovers(self.archive)


def _is_kept(row: changes.Row | None, file: Found, error: ReadError) -> bool:
    """Tell whether the papers in the archive are of the very bytes that could not be read now."""
    return (
        row is not None
        and row.state == "current"
        and error.code in PASSING
        and (row.size, row.mtime_ns) == (file.size, file.mtime_ns)
    )


def check_model(archive: Archive, embedder: EmbedderLike) -> None:
    """Write down which model the vectors are of.

    Raises:
        ArchiveError: They are of another.
    """
    held = archive.meta("model")
    if held is not None and held != embedder.fingerprint:
        raise ArchiveError(
            f"This archive's vectors were made by {held}, not by {embedder.fingerprint}.",
            "Ingest into a new folder with --index, or delete this archive and ingest again.",
        )
    if held is None:
        with archive.transaction():
            archive.set_meta("model", embedder.fingerprint)
            archive.set_meta("dimensions", str(embedder.dimensions))
