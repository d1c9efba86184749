"""The archive as readers see it: files, papers, passages, tags and vectors in one SQLite file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec
import numpy as np

from papersearch.archive import disk, schema, trouble
from papersearch.archive.filters import Filters, where
from papersearch.archive.vectors import FaissIndex, Ids, Vectors, unpack
from papersearch.errors import ArchiveError
from papersearch.record import Paper, Struct, paper_from_json

CATALOGUE = "catalogue.sqlite"
UNFINISHED = "unfinished"
"""Stands among the facts from the first change of an ingest until twins and FAISS follow it."""
BYTES_LEFT = "forget_unfinished"
"""Stands among the facts until the bytes of what was forgotten are gone."""
_WAIT_SECONDS = 30.0


class FileEntry(Struct, frozen=True, kw_only=True):
    """A file that the archive knows, and how its reading went."""

    path: str
    root: str
    state: str
    sha256: str | None
    code: str | None
    message: str | None
    remedy: str | None
    pages: int
    papers: int


class Status(Struct, frozen=True, kw_only=True):
    """What the archive holds.

    Always: files = current + failed + ignored + gone, and
    pages = text + ocr + scanned + empty + failed, over current and gone files.
    """

    files: int
    current: int
    failed: int
    ignored: int
    gone: int
    pages: int
    pages_text: int
    pages_ocr: int
    pages_scanned: int
    pages_empty: int
    pages_failed: int
    papers: int
    passages: int
    tags: int
    ways: dict[str, int]
    model: str | None
    generation: int
    digest: str
    """Hash over the papers' ids: two archives of the same papers have the same."""


class PassageRow(Struct, frozen=True, kw_only=True):
    """A passage with the facts of its paper that an answer shows."""

    id: int
    paper: int
    paper_id: str
    title: str | None
    organisation: str | None
    file: str
    root: str
    day: str | None
    meeting_date: str | None
    agenda_item: str | None
    body: str | None
    page: int
    label: str | None
    section: str | None
    kind: str
    text: str
    boxes: str
    key: str


def _connect(path: Path, create: bool, is_read_only: bool) -> sqlite3.Connection:
    """Return a connection to the catalogue; from a disk that cannot be written, for reading."""
    where = f"{path.absolute().as_uri()}?mode=rw"
    if is_read_only:
        # SQLite keeps its readers' marks in a file beside the catalogue, which cannot be made.
        # What nobody can write needs none; but a log that was not taken in would be passed over.
        log_file = path.with_name(f"{path.name}-wal")
        if log_file.is_file() and log_file.stat().st_size:
            raise sqlite3.OperationalError("unable to open: its write-ahead log is not taken in")
        where = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(where, timeout=_WAIT_SECONDS, isolation_level=None, uri=True)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA mmap_size = 1073741824")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA synchronous = FULL")
        if create:
            connection.execute("PRAGMA journal_mode = WAL")
            if os.name == "posix":
                path.chmod(disk.PRIVATE)
    except BaseException:
        connection.close()
        raise
    return connection


class Archive:
    """An archive in a folder. One process may write, any number may read.

    Args:
        folder: The folder; see :meth:`open`.
        connection: An open catalogue.
        is_read_only: Whether the disk or the folder's rights keep it from being written.
    """

    def __init__(
        self, folder: Path, connection: sqlite3.Connection, is_read_only: bool = False
    ) -> None:
        self.folder = folder
        self.connection = connection
        self.is_read_only = is_read_only
        self._index: tuple[tuple[int, str | None], FaissIndex | None] | None = None

    @classmethod
    def open(cls, folder: Path | str, create: bool = False) -> Archive:
        """Open the archive in *folder*.

        Raises:
            ArchiveError: There is none (unless *create*), or it cannot be opened or written.
        """
        folder = Path(folder)
        path = folder / CATALOGUE
        if not path.is_file() and not create:
            raise ArchiveError(
                f"There is no archive in {folder}.",
                f"Make one: papersearch ingest FOLDER --index {folder}",
            )
        try:
            if create:
                disk.make_folder(folder)
                disk.touch(path)
            is_read_only = not create and not os.access(folder, os.W_OK)
            connection = _connect(path, create, is_read_only)
        except sqlite3.Error as error:
            raise trouble.of_sqlite(error, folder) from error
        except OSError as error:
            raise trouble.of_disk(error, folder) from error
        try:
            schema.migrate(connection)
        except sqlite3.Error as error:
            connection.close()
            raise trouble.of_sqlite(error, folder) from error
        except ArchiveError:
            connection.close()
            raise
        return cls(folder, connection, is_read_only)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the catalogue."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing.

        Raises:
            ArchiveError: The disk or the catalogue fails; nothing was changed.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                disk.commit(self.connection)
            except BaseException:
                if self.connection.in_transaction:  # SQLite itself undoes some failures
                    self.connection.execute("ROLLBACK")
                raise
        except sqlite3.IntegrityError:
            raise  # a defect of ours
        except sqlite3.Error as error:
            raise trouble.of_sqlite(error, self.folder) from error
        except OSError as error:
            raise trouble.of_disk(error, self.folder) from error

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read several things from one state of the archive, whatever is written meanwhile.

        Raises:
            ArchiveError: The catalogue cannot be read.
        """
        if self.connection.in_transaction:
            yield self.connection
            return
        try:
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            raise trouble.of_sqlite(error, self.folder) from error

    def meta(self, key: str) -> str | None:
        """Return a stored fact."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Store a fact."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def records(self, filters: Filters | None = None) -> Iterator[Paper]:
        """Yield the records that fit, by date, file and page, their twins named."""
        condition, values = where(filters)
        rows = self.connection.execute(
            f"SELECT p.id, p.record FROM papers p JOIN files f ON f.id = p.file {condition} "  # noqa: S608
            "ORDER BY p.day IS NULL, p.day, f.path, p.first_page, p.id",
            values,
        ).fetchall()
        for number, text in rows:
            yield self._with_twins(number, paper_from_json(text))

    def record(self, paper: str) -> Paper:
        """Return the record of the paper with that id, or the start of one.

        Raises:
            ArchiveError: None or several fit.
        """
        rows = self.connection.execute(
            "SELECT id, record FROM papers WHERE paper_id >= ? AND paper_id < ? LIMIT 2",
            (paper, paper + "\U0010ffff"),
        ).fetchall()
        if len(rows) != 1:
            what = "No paper" if not rows else "More than one paper"
            raise ArchiveError(f"{what} has the id {paper}.", "See the ids: papersearch papers")
        return self._with_twins(rows[0][0], paper_from_json(rows[0][1]))

    def kinds(self) -> dict[str, str]:
        """Return the kind of each paper by its id."""
        return dict(self.connection.execute("SELECT paper_id, kind FROM papers"))

    def _with_twins(self, number: int, record: Paper) -> Paper:
        twins = self.connection.execute(
            "SELECT q.paper_id FROM twins t JOIN papers q ON q.id = t.twin "
            "WHERE t.paper = ? ORDER BY 1",
            (number,),
        ).fetchall()
        if not twins:
            return record
        return msgspec.structs.replace(record, same_as=tuple(row[0] for row in twins))

    def files(self) -> list[FileEntry]:
        """Return all files that the archive knows, in order of path."""
        rows = self.connection.execute(
            "SELECT path, root, state, sha256, code, message, remedy, "
            "pages_text + pages_ocr + pages_scanned + pages_empty + pages_failed, "
            "(SELECT count(*) FROM papers p WHERE p.file = f.id) FROM files f ORDER BY path, root"
        ).fetchall()
        names = FileEntry.__struct_fields__
        return [FileEntry(**dict(zip(names, row, strict=True))) for row in rows]

    def agenda_gaps(self) -> list[tuple[str, str | None, str, str | None]]:
        """Return ``(file, number, title, mode)`` of agenda items without a paper in their pack.

        An agenda that stands alone, or beside papers that are none of its own, is no pack.
        """
        return self.connection.execute(
            "SELECT f.path, a.number, a.title, a.mode FROM agenda a JOIN files f ON f.id = a.file "
            "WHERE a.page IS NULL AND EXISTS (SELECT 1 FROM agenda b WHERE b.file = a.file "
            "AND b.page IS NOT NULL) ORDER BY f.path, a.ordinal"
        ).fetchall()

    def status(self) -> Status:
        """Return what the archive holds."""
        one = self.connection.execute(
            "SELECT count(*), sum(state = 'current'), sum(state = 'failed'), "
            "sum(state = 'ignored'), sum(state = 'gone'), sum(pages_text), sum(pages_ocr), "
            "sum(pages_scanned), sum(pages_empty), sum(pages_failed) FROM files"
        ).fetchone()
        counts = [value or 0 for value in one]
        ways: dict[str, int] = {}
        for (text,) in self.connection.execute("SELECT ways FROM files"):
            for way, pages in msgspec.json.decode(text).items():
                ways[way] = ways.get(way, 0) + pages

        def count(table: str) -> int:
            return int(self.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608

        return Status(
            files=counts[0], current=counts[1], failed=counts[2], ignored=counts[3], gone=counts[4],
            pages=sum(counts[5:]), pages_text=counts[5], pages_ocr=counts[6],
            pages_scanned=counts[7], pages_empty=counts[8], pages_failed=counts[9],
            papers=count("papers"), passages=count("passages"), tags=count("tags"),
            ways=dict(sorted(ways.items())), model=self.meta("model"),
            generation=int(self.meta("generation") or 0), digest=self.digest(),
        )  # fmt: skip

    def digest(self) -> str:
        """Return a hash of the papers held, the same for the same papers on any machine."""
        import hashlib

        digest = hashlib.sha256()
        for (paper_id,) in self.connection.execute("SELECT paper_id FROM papers ORDER BY paper_id"):
            digest.update(paper_id.encode())
        return digest.hexdigest()[:16]

    # --- what the search room asks ---------------------------------------------------------

    def passage_ids(self, filters: Filters) -> Ids:
        """Return the ids of all passages of papers that fit, ascending."""
        condition, values = where(filters)
        rows = self.connection.execute(
            "SELECT x.id FROM passages x JOIN papers p ON p.id = x.paper "  # noqa: S608
            f"JOIN files f ON f.id = p.file {condition} ORDER BY x.id",
            values,
        ).fetchall()
        return np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))

    def passages(self, ids: Iterable[int]) -> dict[int, PassageRow]:
        """Return the passages of *ids* with the facts of their papers; unknown ids are left out."""
        out: dict[int, PassageRow] = {}
        wanted = [int(i) for i in ids]
        names = PassageRow.__struct_fields__
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join("?" * len(part))
            for row in self.connection.execute(
                "SELECT x.id, p.id, p.paper_id, p.title, p.organisation, f.path, f.root, p.day, "  # noqa: S608
                "json_extract(p.record, '$.meeting.date'), "
                "json_extract(p.record, '$.agenda_item'), "
                "p.body, x.page, x.label, x.section, x.kind, x.text, x.boxes, x.key "
                "FROM passages x JOIN papers p ON p.id = x.paper JOIN files f ON f.id = p.file "
                f"WHERE x.id IN ({marks})",
                part,
            ):
                out[row[0]] = PassageRow(**dict(zip(names, row, strict=True)))
        return out

    def page_tags(self, paper: int, page: int) -> list[str]:
        """Return the tags of that page of that paper."""
        rows = self.connection.execute(
            "SELECT DISTINCT tag FROM tags WHERE paper = ? AND page = ? ORDER BY tag", (paper, page)
        )
        return [row[0] for row in rows]

    def same_words(self, key: str) -> list[PassageRow]:
        """Return all passages of these very words, wherever they stand."""
        ids = self.connection.execute("SELECT id FROM passages WHERE key = ? ORDER BY id", (key,))
        return list(self.passages(row[0] for row in ids.fetchall()).values())

    def papers_of(self, ids: Iterable[int]) -> dict[int, int]:
        """Return the paper's row of each passage that is in the archive."""
        wanted = [int(i) for i in ids]
        out: dict[int, int] = {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join("?" * len(part))
            sql = f"SELECT id, paper FROM passages WHERE id IN ({marks})"  # noqa: S608
            out.update(self.connection.execute(sql, part))
        return out

    def twin_pairs(self, papers: Iterable[int]) -> set[tuple[int, int]]:
        """Return which of these papers' rows are one paper met twice, both ways round."""
        wanted = sorted(papers)
        marks = ",".join("?" * len(wanted))
        sql = f"SELECT paper, twin FROM twins WHERE paper IN ({marks})"  # noqa: S608
        return {(paper, twin) for paper, twin in self.connection.execute(sql, wanted)}

    def match_words(self, query: str, k: int, among: Ids | None) -> list[tuple[int, float]]:
        """Return ``(passage, BM25)`` of the *k* best for an FTS5 *query*, higher is better.

        Words of the title and section count as well; references count most.
        """
        condition = ""
        if among is not None:
            self.connection.execute(
                "CREATE TEMP TABLE IF NOT EXISTS among (id INTEGER PRIMARY KEY)"
            )
            self.connection.execute("DELETE FROM among")
            self.connection.executemany("INSERT INTO among VALUES (?)", ((int(i),) for i in among))
            condition = "AND rowid IN (SELECT id FROM among)"
        rows = self.connection.execute(
            "SELECT rowid, -bm25(words, 1.0, 0.35, 0.6, 2.5) FROM words "  # noqa: S608
            f"WHERE words MATCH ? {condition} ORDER BY 2 DESC, 1 LIMIT ?",
            (query, k),
        ).fetchall()
        return [(int(i), float(score)) for i, score in rows]

    def vectors(self, ids: Sequence[int] | Ids | None = None) -> tuple[Ids, Vectors]:
        """Return ids and vectors of *ids*, or of all passages, ascending."""
        dimensions = int(self.meta("dimensions") or 1)
        if ids is None:
            rows = self.connection.execute("SELECT id, vector FROM passages ORDER BY id").fetchall()
        else:
            rows = []
            wanted = sorted(int(i) for i in ids)
            for start in range(0, len(wanted), 500):
                part = wanted[start : start + 500]
                marks = ",".join("?" * len(part))
                rows += self.connection.execute(
                    f"SELECT id, vector FROM passages WHERE id IN ({marks}) ORDER BY id",  # noqa: S608
                    part,
                ).fetchall()
        numbers = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
        return numbers, unpack([row[1] for row in rows], dimensions)

    def index(self) -> tuple[FaissIndex | None, int]:
        """Return the FAISS index of the newest whole generation, and the last passage in it.

        ``None`` where the file is missing or not the one vouched for: the
        catalogue's own vectors are then compared instead.
        """
        name, sha256 = self.meta("faiss_file"), self.meta("faiss_sha256")
        generation = int(self.meta("generation") or 0)
        last = int(self.meta("indexed_to") or 0)
        if self._index is None or self._index[0] != (generation, sha256):
            index = None
            if name and sha256:
                index = FaissIndex.load(self.folder / name, sha256, self.meta("faiss_stamp"))
            self._index = ((generation, sha256), index)
        return self._index[1], last

    def drop_index(self) -> None:
        """Forget the FAISS index in memory; the next search reads the newest generation."""
        self._index = None

    def stale_vectors(self, index: FaissIndex, last: int) -> int:
        """Return how many vectors *index* holds of passages that are gone.

        None, but while an ingest or a forgetting is under way or was stopped.
        """
        if self.meta(UNFINISHED) is None and self.meta(BYTES_LEFT) is None:
            return 0
        held = self.connection.execute("SELECT count(*) FROM passages WHERE id <= ?", (last,))
        return max(len(index) - int(held.fetchone()[0]), 0)

    def later_than(self, passage: int) -> Ids:
        """Return the ids of passages that came after *passage*, which FAISS does not hold yet."""
        rows = self.connection.execute(
            "SELECT id FROM passages WHERE id > ? ORDER BY id", (passage,)
        ).fetchall()
        return np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))


def log(connection: sqlite3.Connection, what: str) -> None:
    """Write a line into the archive's log."""
    connection.execute("INSERT INTO log VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)", (what,))


def log_lines(archive: Archive) -> list[tuple[Any, ...]]:
    """Return the archive's log, oldest first."""
    return archive.connection.execute("SELECT at, what FROM log ORDER BY rowid").fetchall()
