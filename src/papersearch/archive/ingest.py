"""Files become papers of the archive: idempotent steps, keyed by content, one writer at a time.

Each group of files is one transaction: records, tags, passages and vectors
together or not at all. FAISS gets its new generation at the end; until then
readers compare the newest passages with the catalogue's own vectors.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import msgspec
import numpy as np

from papersearch.archive.catalogue import Archive, log
from papersearch.archive.codes import codes
from papersearch.archive.tags import tags_of
from papersearch.archive.twins import close_in_time
from papersearch.archive.vectors import FaissIndex, Ids, Vectors, pack
from papersearch.errors import ArchiveError, ReadError, UsageError
from papersearch.papers.identity import LEAST_SAME
from papersearch.reading.guard import Guard, Limits
from papersearch.reading.kind import READABLE_SUFFIXES
from papersearch.reading.options import ReadOptions
from papersearch.record import to_json

if TYPE_CHECKING:
    from papersearch.archive.work import FileWork, PaperWork

GROUP_PASSAGES = 384
"""Passages that are embedded and committed together."""
READER_VERSION = 1
"""Raised whenever reading, dividing or tagging gives other results: files are read anew."""


class EmbedderLike(Protocol):
    """What ingest needs of an embedder."""

    @property
    def fingerprint(self) -> str:
        """Return the word that says which vectors may be mixed."""

    @property
    def dimensions(self) -> int:
        """Return the length of a vector."""

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
    copies: int = 0
    gone: int = 0
    ignored: int = 0
    failed: int = 0
    pages: dict[str, int] = field(default_factory=dict)
    ways: dict[str, int] = field(default_factory=dict)
    papers: int = 0
    passages: int = 0
    failures: list[tuple[str, str, str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Found:
    root: str
    path: str
    full: str
    size: int
    mtime_ns: int


@contextmanager
def writing(archive: Archive) -> Iterator[None]:
    """Hold the archive's one writer's lock; the system frees it when its holder dies.

    Raises:
        ArchiveError: Another process holds it.
    """
    from filelock import FileLock, Timeout

    path = archive.folder / "writer.lock"
    lock = FileLock(str(path), mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        holder = ""
        note = archive.folder / "writer.pid"
        if note.is_file():
            holder = f" (process {note.read_text(encoding='ascii', errors='replace')[:12]})"
        raise ArchiveError(
            f"Another papersearch is writing to {archive.folder}{holder}.",
            "Wait until it is done; searching works meanwhile.",
        ) from error
    except OSError as error:
        raise ArchiveError(
            f"The folder {archive.folder} cannot be written: {error}.", "Check its permissions."
        ) from error
    try:
        (archive.folder / "writer.pid").write_text(str(os.getpid()), encoding="ascii")
        yield
    finally:
        lock.release()


def ingest(
    archive: Archive,
    paths: Iterable[Path],
    embedder: EmbedderLike,
    options: ReadOptions | None = None,
    limits: Limits | None = None,
    workers: int | None = None,
    report_progress: Callable[[Progress], None] | None = None,
) -> IngestReport:
    """Bring the archive up to date with the files under *paths*.

    Unchanged files are passed over by size and time; changed ones replace
    their papers; files that are gone from a folder given here are marked so.

    Raises:
        ArchiveError: Another process writes, or the archive's vectors are of another model.
        UsageError: A path does not exist.
    """
    options = options or ReadOptions()
    limits = limits or Limits(file_bytes=options.max_bytes)
    with writing(archive):
        _check_model(archive, embedder)
        report = IngestReport()
        made_by = _made_by(options)
        work = _Work(archive, embedder, made_by, report, report_progress or (lambda _: None))
        found, ignored, roots = _walk(paths)
        todo = work.sort_out(found, bool(options.password))
        report.ignored = len(ignored)
        work.note_ignored(ignored)
        work.note_gone(found, roots)
        work.progress.files_total = len(todo)
        if todo:
            # With spaCy behind it: loaded where there is something to read.
            from papersearch.archive.work import process_file

            full = {f.full: f for f in todo}
            with Guard(process_file, limits, workers, options=options) as guard:
                try:
                    for path, result in guard.map(full):
                        work.take(full[path], result)
                finally:
                    work.flush()
        work.finish()
    return report


class _Work:
    """One ingest on its way."""

    def __init__(
        self, archive: Archive, embedder: EmbedderLike, made_by: str, report: IngestReport,
        report_progress: Callable[[Progress], None],
    ) -> None:  # fmt: skip
        self.archive = archive
        self.embedder = embedder
        self.made_by = made_by
        self.report = report
        self.progress = Progress()
        self.tell = report_progress
        self.waiting: list[tuple[_Found, FileWork]] = []
        self.waiting_passages = 0
        self.changed = False

    def sort_out(self, found: Sequence[_Found], has_password: bool) -> list[_Found]:
        """Return the files that must be read; note copies of files that are known."""
        known = {
            (root, path): (size, mtime, made_by, state, code)
            for root, path, size, mtime, made_by, state, code in self.archive.connection.execute(
                "SELECT root, path, size, mtime_ns, made_by, state, code FROM files"
            )
        }
        todo = []
        for file in found:
            entry = known.get((file.root, file.path))
            if entry is not None:
                size, mtime, made_by, state, code = entry
                same = (size, mtime, made_by) == (file.size, file.mtime_ns, self.made_by)
                retry = state == "failed" and (code == "encrypted" and has_password)
                if same and state in ("current", "failed") and not retry:
                    self.report.unchanged += 1
                    continue
            todo.append(file)
        return todo

    def take(self, file: _Found, result: bytes | ReadError) -> None:
        """Take one file's result in; embed and commit when a group is full."""
        self.progress.current = file.path
        if isinstance(result, ReadError):
            self._fail(file, result)
        else:
            from papersearch.archive.work import decode

            work = decode(result)
            self.waiting.append((file, work))
            self.waiting_passages += sum(len(p.passages) for p in work.papers)
            pages = sum(work.pages.values())
            self.progress.pages += pages
            self.progress.papers += len(work.papers)
            self.progress.passages += sum(len(p.passages) for p in work.papers)
            if self.waiting_passages >= GROUP_PASSAGES:
                self.flush()
        self.progress.files_done += 1
        self.tell(self.progress)

    def flush(self) -> None:
        """Embed and commit the files that wait."""
        if not self.waiting:
            return
        texts = [p.indexed for _, w in self.waiting for paper in w.papers for p in paper.passages]
        vectors = self.embedder.embed(texts)
        blobs = iter(pack(vectors))
        with self.archive.transaction() as connection:
            for file, work in self.waiting:
                self._store(connection, file, work, blobs)
        self.waiting.clear()
        self.waiting_passages = 0
        self.changed = True

    def _store(self, connection: Any, file: _Found, work: FileWork, blobs: Iterator[bytes]) -> None:
        number = _put_file(connection, file, self.made_by, "current", work=work)
        copy_of = None
        for paper in work.papers:
            taken = connection.execute(
                "SELECT file FROM papers WHERE paper_id = ?", (paper.record.id,)
            ).fetchone()
            if taken is not None:
                # The same bytes under another name: its papers are in the archive already.
                copy_of = taken[0]
                for _ in paper.passages:
                    next(blobs)
                continue
            self._store_paper(connection, number, file, paper, blobs)
        if copy_of is not None:
            connection.execute("UPDATE files SET copy_of = ? WHERE id = ?", (copy_of, number))
            self.report.copies += 1
        connection.executemany(
            "INSERT INTO agenda VALUES (?, ?, ?, ?, ?, ?)",
            [(number, i, a.number, a.title, a.mode, a.page) for i, a in enumerate(work.agenda)],
        )
        self.report.read += 1
        for status, count in work.pages.items():
            self.report.pages[status] = self.report.pages.get(status, 0) + count
        for way, count in work.ways.items():
            self.report.ways[way] = self.report.ways.get(way, 0) + count

    def _store_paper(
        self,
        connection: Any,
        file_number: int,
        file: _Found,
        paper: PaperWork,
        blobs: Iterator[bytes],
    ) -> None:
        record = msgspec.structs.replace(
            paper.record, source=msgspec.structs.replace(paper.record.source, file=file.path)
        )
        pages = record.source.pages or (1, 1)
        number = connection.execute(
            "INSERT INTO papers (paper_id, file, first_page, kind, title, organisation, body, day, "
            "financial_year, record, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record.id, file_number, pages[0], paper.kind, record.title, record.organisation,
                record.meeting.body, record.meeting.date or record.date, record.financial_year,
                to_json(record), np.array(paper.fingerprint, dtype=np.uint32).tobytes(),
            ),
        ).lastrowid  # fmt: skip
        for passage in paper.passages:
            rowid = connection.execute(
                "INSERT INTO passages "
                "(paper, page, label, section, kind, text, boxes, key, vector) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    number, passage.page, passage.label, passage.section, passage.kind,
                    passage.text, to_json(passage.boxes), passage.key, next(blobs),
                ),
            ).lastrowid  # fmt: skip
            connection.execute(
                "INSERT INTO words (rowid, text, title, section, codes) VALUES (?, ?, ?, ?, ?)",
                (rowid, passage.indexed, record.title or "", passage.section or "",
                 " ".join(codes(passage.indexed))),
            )  # fmt: skip
        connection.executemany(
            "INSERT INTO tags VALUES (?, ?, ?)",
            [(number, page, tag) for tag, page in tags_of(record, paper.kind)],
        )
        self.report.papers += 1
        self.report.passages += len(paper.passages)

    def _fail(self, file: _Found, error: ReadError) -> None:
        with self.archive.transaction() as connection:
            _put_file(connection, file, self.made_by, "failed", error=error)
        entry = (file.path, error.code, error.message, error.remedy or "")
        self.progress.failed.append(entry)
        self.report.failures.append(entry)
        self.report.failed += 1
        self.changed = True

    def note_ignored(self, ignored: Sequence[tuple[_Found, str]]) -> None:
        """Write down the files of a folder that are of no kind that can be read."""
        with self.archive.transaction() as connection:
            for file, reason in ignored:
                connection.execute(
                    "INSERT INTO files (root, path, state, size, mtime_ns, message) "
                    "VALUES (?, ?, 'ignored', ?, ?, ?) ON CONFLICT (root, path) DO UPDATE SET "
                    "state = 'ignored', size = excluded.size, message = excluded.message",
                    (file.root, file.path, file.size, file.mtime_ns, reason),
                )

    def note_gone(self, found: Sequence[_Found], roots: set[str]) -> None:
        """Mark the files that are no longer in the folders that were walked."""
        here = {(f.root, f.path) for f in found}
        with self.archive.transaction() as connection:
            rows = connection.execute(
                "SELECT id, root, path FROM files WHERE state IN ('current', 'failed', 'ignored')"
            ).fetchall()
            for number, root, path in rows:
                if root in roots and (root, path) not in here and not Path(root, path).exists():
                    connection.execute("UPDATE files SET state = 'gone' WHERE id = ?", (number,))
                    self.report.gone += 1

    def finish(self) -> None:
        """Link twins, drop what was only renamed, make FAISS's new generation."""
        if self.changed:
            with self.archive.transaction() as connection:
                _link_twins(connection)
        refresh_index(self.archive)
        with self.archive.transaction() as connection:
            self.archive.set_meta("model", self.embedder.fingerprint)
            self.archive.set_meta("dimensions", str(self.embedder.dimensions))
            if self.changed:
                log(
                    connection,
                    f"ingest: {self.report.read} files read, {self.report.failed} failed",
                )


def _put_file(
    connection: Any, file: _Found, made_by: str, state: str,
    work: FileWork | None = None, error: ReadError | None = None,
) -> int:  # fmt: skip
    """Put the file's row in place of its old one; its old papers go with that."""
    old = connection.execute(
        "SELECT id FROM files WHERE root = ? AND path = ?", (file.root, file.path)
    ).fetchone()
    if old is not None:
        remove_file(connection, old[0])
    if work is not None:
        # The same content under a path that is gone: the file was renamed or moved.
        for (gone,) in connection.execute(
            "SELECT id FROM files WHERE sha256 = ? AND state = 'gone'", (work.sha256,)
        ).fetchall():
            remove_file(connection, gone)
    pages = work.pages if work else {}
    row = connection.execute(
        "INSERT INTO files (root, path, state, sha256, size, mtime_ns, media_type, made_by, code, "
        "message, remedy, pages_text, pages_ocr, pages_scanned, pages_empty, pages_failed, ways) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            file.root, file.path, state, work.sha256 if work else None, file.size, file.mtime_ns,
            work.media_type if work else None, made_by, error.code if error else None,
            error.message if error else None, error.remedy if error else None,
            *(pages.get(s, 0) for s in ("text", "ocr", "scanned", "empty", "failed")),
            msgspec.json.encode(work.ways if work else {}).decode(),
        ),
    )  # fmt: skip
    return int(row.lastrowid)


def remove_file(connection: Any, number: int) -> None:
    """Delete a file's row, its papers, passages, tags and words."""
    connection.execute(
        "DELETE FROM words WHERE rowid IN (SELECT x.id FROM passages x "
        "JOIN papers p ON p.id = x.paper WHERE p.file = ?)",
        (number,),
    )
    connection.execute("DELETE FROM files WHERE id = ?", (number,))


def refresh_index(archive: Archive) -> None:
    """Make FAISS's file agree with the catalogue, as a new generation, if it does not yet."""
    if archive.meta("dimensions") is None:
        row = archive.connection.execute("SELECT length(vector) FROM passages LIMIT 1").fetchone()
        if row is None:
            return
        archive.set_meta("dimensions", str(row[0] // 2))
    last, count = archive.connection.execute(
        "SELECT coalesce(max(id), 0), count(*) FROM passages"
    ).fetchone()
    index, indexed_to = archive.index()
    if index is not None and len(index) == count and indexed_to == last:
        return
    fresh = _extended(archive, index) if index is not None else None
    if fresh is None or len(fresh) != count:
        ids, vectors = archive.vectors()
        fresh = FaissIndex.build(ids, vectors) if count else None
    generation = int(archive.meta("generation") or 0) + 1
    old = archive.meta("faiss_file")
    name = f"vectors-{generation}.faiss" if fresh is not None else ""
    sha256 = fresh.save(archive.folder / name) if fresh is not None else ""
    with archive.transaction():
        archive.set_meta("faiss_file", name)
        archive.set_meta("faiss_sha256", sha256)
        archive.set_meta("indexed_to", str(last))
        archive.set_meta("generation", str(generation))
    for stale in archive.folder.glob("vectors-*"):
        if stale.name not in (name, old):
            stale.unlink(missing_ok=True)


def _extended(archive: Archive, index: FaissIndex) -> FaissIndex | None:
    """Take off what is gone and add what is new; ``None`` where another form is due."""
    import faiss

    if not hasattr(index._index, "id_map"):
        return None
    held: Ids = faiss.vector_to_array(index._index.id_map)
    rows = archive.connection.execute("SELECT id FROM passages").fetchall()
    current = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
    stale = np.setdiff1d(held, current)
    if len(stale):
        index.remove(stale)
    new = np.sort(np.setdiff1d(current, held))
    if len(new):
        index.add(*archive.vectors(new))
    return None if index.outgrown else index


def _link_twins(connection: Any) -> None:
    """Link papers that are one paper met twice: nearly the same words, meetings close in time."""
    connection.execute("DELETE FROM twins")
    rows = connection.execute(
        "SELECT id, fingerprint, day FROM papers WHERE length(fingerprint) > 0 ORDER BY id"
    ).fetchall()
    if len(rows) < 2:
        return
    prints = np.frombuffer(b"".join(row[1] for row in rows), dtype=np.uint32).reshape(len(rows), -1)
    buckets: dict[tuple[int, bytes], list[int]] = {}
    for band in range(0, prints.shape[1], 4):
        # Bands of four: papers that share seven tenths of their words meet in one nearly surely.
        for position in range(len(rows)):
            key = (band, prints[position, band : band + 4].tobytes())
            buckets.setdefault(key, []).append(position)
    seen: set[tuple[int, int]] = set()
    for members in buckets.values():
        if len(members) > 50:
            continue
        for i, first in enumerate(members):
            for second in members[i + 1 :]:
                if (first, second) in seen:
                    continue
                seen.add((first, second))
                share = float((prints[first] == prints[second]).mean())
                if share >= LEAST_SAME and close_in_time(rows[first][2], rows[second][2]):
                    a, b = rows[first][0], rows[second][0]
                    connection.executemany(
                        "INSERT OR IGNORE INTO twins VALUES (?, ?)", [(a, b), (b, a)]
                    )


def _check_model(archive: Archive, embedder: EmbedderLike) -> None:
    held = archive.meta("model")
    if held is not None and held != embedder.fingerprint:
        raise ArchiveError(
            f"This archive's vectors were made by {held}, not by {embedder.fingerprint}.",
            "Ingest into a new folder with --index, or delete this archive and ingest again.",
        )
    if held is None:
        archive.set_meta("model", embedder.fingerprint)
        archive.set_meta("dimensions", str(embedder.dimensions))


def _made_by(options: ReadOptions) -> str:
    """Return the fingerprint of code and settings; a password changes no result."""
    from importlib.metadata import version

    names = [name for name in options.__slots__ if name != "password"]
    settings = msgspec.json.encode({name: getattr(options, name) for name in names})
    parts = f"{version('papersearch')} {READER_VERSION} {settings.decode()}"
    return hashlib.sha256(parts.encode()).hexdigest()[:16]


def _walk(paths: Iterable[Path]) -> tuple[list[_Found], list[tuple[_Found, str]], set[str]]:
    """Return the files to read, those passed over with the reason, and the folders walked."""
    found: dict[str, _Found] = {}
    ignored: list[tuple[_Found, str]] = []
    roots: set[str] = set()
    for path in paths:
        full = path.expanduser()
        if not full.exists():
            raise UsageError(f"{path} does not exist.", "Check the path.")
        if full.is_file():
            resolved = full.resolve()
            entry = _entry(str(resolved.parent), resolved.name, resolved)
            found[entry.full] = entry
            continue
        root = full.resolve()
        roots.add(str(root))
        for folder, names, files in os.walk(root, followlinks=False):
            names[:] = sorted(n for n in names if not n.startswith("."))
            for name in sorted(files):
                file = Path(folder, name)
                relative = file.relative_to(root).as_posix()
                reason = _why_ignored(file, name, root)
                try:
                    entry = _entry(str(root), relative, file)
                except OSError:
                    entry = _Found(str(root), relative, str(file), 0, 0)
                    reason = reason or "it cannot be looked at"
                if reason is None:
                    found[entry.full] = entry
                elif not name.startswith("."):
                    ignored.append((entry, reason))
    return list(found.values()), ignored, roots


def _why_ignored(file: Path, name: str, root: Path) -> str | None:
    if name.startswith((".", "~$")):
        return "a hidden or lock file"
    if file.suffix.lower() not in READABLE_SUFFIXES:
        return f"no kind that papersearch reads ({file.suffix or 'no ending'})"
    if file.is_symlink() and not file.resolve().is_relative_to(root):
        return "a link that leads out of the folder"
    return None


def _entry(root: str, relative: str, file: Path) -> _Found:
    status = file.stat()
    return _Found(root, relative, str(file), status.st_size, status.st_mtime_ns)
