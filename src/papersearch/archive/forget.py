"""Papers are taken out for good, and no byte of what was deleted is left in the archive."""

from __future__ import annotations

import sqlite3

from papersearch.archive import store, trouble
from papersearch.archive.catalogue import BYTES_LEFT, Archive, log
from papersearch.archive.changes import is_there
from papersearch.archive.generation import clear_leftovers, refresh_index
from papersearch.archive.lock import writing
from papersearch.errors import ArchiveError
from papersearch.record import Struct, paper_from_json


class Forgotten(Struct, frozen=True, kw_only=True):
    """A paper that was taken out."""

    paper_id: str
    title: str | None
    file: str
    file_is_there: bool
    """The file still lies in its folder: once its bytes change, an ingest reads it again."""


class Purged(Struct, frozen=True, kw_only=True):
    """What a purge did."""

    forgotten: tuple[Forgotten, ...]
    files: int
    """Files without papers, gone from their folder, that the archive knows no longer."""
    bytes_before: int
    bytes_after: int


def forget(archive: Archive, paper_ids: list[str]) -> list[Forgotten]:
    """Take papers out: record, passages, words, tags and vectors; no byte of their text is left.

    An ingest does not take the same pages of the same bytes in again, under
    whatever name. A file without papers that is no longer in its folder goes as well.

    Raises:
        ArchiveError: Another process is writing, or reads what is to be rewritten.
    """
    with writing(archive):
        out = take_out(archive, paper_ids)
        if out or archive.meta(BYTES_LEFT):
            take_out_bytes(archive)
    return out


def purge(archive: Archive, gone: bool = False) -> Purged:
    """Rewrite the archive, so that nothing is left of what was replaced, forgotten or interrupted.

    Args:
        archive: The archive.
        gone: Also forget every paper whose file is gone from its folder, and the file's name.

    Raises:
        ArchiveError: Another process is writing, or reads what is to be rewritten.
    """
    with writing(archive):
        before = size(archive)
        forgotten, files = [], 0
        if gone:
            forgotten = take_out(archive, papers_of_gone_files(archive))
            files = _drop_gone_files(archive)
        with archive.transaction() as connection:
            log(connection, f"purge: {len(forgotten)} papers, {files} names of files")
            archive.set_meta(BYTES_LEFT, "1")
        take_out_bytes(archive)
        return Purged(
            forgotten=tuple(forgotten), files=files, bytes_before=before, bytes_after=size(archive)
        )


def size(archive: Archive) -> int:
    """Return the bytes of all files of the archive."""
    return sum(file.stat().st_size for file in archive.folder.iterdir() if file.is_file())


def papers_of_gone_files(archive: Archive) -> list[str]:
    """Return the ids of papers whose file is no longer in its folder."""
    rows = archive.connection.execute(
        "SELECT p.paper_id FROM papers p JOIN files f ON f.id = p.file WHERE f.state = 'gone' "
        "ORDER BY f.path, p.first_page"
    )
    return [row[0] for row in rows]


def take_out(archive: Archive, paper_ids: list[str]) -> list[Forgotten]:
    """Delete papers' rows and note that they are not to come again; their bytes may be left."""
    out = []
    with archive.transaction() as connection:
        for paper_id in paper_ids:
            row = connection.execute(
                "SELECT p.id, p.title, p.record, f.id, f.root, f.path, f.sha256 FROM papers p "
                "JOIN files f ON f.id = p.file WHERE p.paper_id = ?",
                (paper_id,),
            ).fetchone()
            if row is None:
                continue
            number, title, record, file, root, path, sha256 = row
            _remove_paper(connection, number, file, sha256, record)
            there = is_there(root, path)
            left = connection.execute(
                "SELECT count(*) FROM papers WHERE file = ?", (file,)
            ).fetchone()[0]
            if not left and not there:
                store.remove_file(connection, file)
            log(connection, f"forget: {paper_id}")
            archive.set_meta(BYTES_LEFT, "1")
            out.append(Forgotten(paper_id=paper_id, title=title, file=path, file_is_there=there))
    return out


def _remove_paper(
    connection: sqlite3.Connection, number: int, file: int, sha256: str | None, record: str
) -> None:
    connection.execute(
        "DELETE FROM words WHERE rowid IN (SELECT id FROM passages WHERE paper = ?)", (number,)
    )
    pages = paper_from_json(record).source.pages or (1, 1)
    connection.execute("DELETE FROM agenda WHERE file = ? AND page BETWEEN ? AND ?", (file, *pages))
    connection.execute("DELETE FROM papers WHERE id = ?", (number,))
    if sha256 is not None:
        connection.execute(
            "INSERT OR REPLACE INTO forgotten "
            "VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
            (sha256, *pages),
        )


def _drop_gone_files(archive: Archive) -> int:
    """Delete the rows of files that are gone and hold no paper; return how many."""
    with archive.transaction() as connection:
        return connection.execute(
            "DELETE FROM files WHERE state = 'gone' AND id NOT IN (SELECT file FROM papers)"
        ).rowcount


def take_out_bytes(archive: Archive) -> None:
    """Rewrite what SQLite and FAISS keep, so that nothing deleted can be read from the files.

    Raises:
        ArchiveError: A reader holds the catalogue; a purge finishes it.
    """
    connection = archive.connection
    # FTS5 only marks deleted words until its segments are merged into one.
    with archive.transaction():
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    refresh_index(archive)
    clear_leftovers(archive, keep_one=False)
    try:
        busy = _rewrite(connection)
        if not busy:
            with archive.transaction():
                connection.execute("DELETE FROM meta WHERE key = ?", (BYTES_LEFT,))
            busy = _take_log_in(connection)
    except sqlite3.Error as error:
        raise trouble.of_sqlite(error, archive.folder) from error
    if busy:
        raise ArchiveError(
            "The papers are out of the archive, but another process is reading it, so that the "
            "bytes of their text are still in its files.",
            "When it is done, run: papersearch purge. It rewrites the files.",
        )


def _rewrite(connection: sqlite3.Connection) -> bool:
    """Write the catalogue anew; return whether a reader kept that from being done."""
    try:
        connection.execute("VACUUM")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            return True
        raise
    return _take_log_in(connection)


def _take_log_in(connection: sqlite3.Connection) -> bool:
    """Empty the write-ahead log; return whether a reader kept that from being done."""
    return bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
