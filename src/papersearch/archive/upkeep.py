"""Looking after an archive: papers are taken out for good, and everything is checked."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from papersearch.archive.catalogue import Archive, log
from papersearch.archive.ingest import refresh_index, remove_file, writing
from papersearch.archive.tags import tags_of
from papersearch.archive.vectors import FaissIndex
from papersearch.errors import ArchiveError
from papersearch.record import Struct, paper_from_json


class Forgotten(Struct, frozen=True, kw_only=True):
    """A paper that was taken out."""

    paper_id: str
    title: str | None
    file: str
    file_is_there: bool
    """The file still lies in its folder: once it changes, an ingest reads it again."""


class Problem(Struct, frozen=True, kw_only=True):
    """Something that a check found."""

    kind: str
    """``catalogue``, ``words``, ``vectors``, ``record``, ``tags`` (the archive is damaged);
    ``changed``, ``missing`` (a file is no longer what was read)."""
    what: str
    remedy: str


class Verified(Struct, frozen=True, kw_only=True):
    """What was checked, and what was found."""

    papers: int
    passages: int
    files: int
    files_hashed: int
    problems: tuple[Problem, ...]


UNFINISHED = "forget_unfinished"
"""Stands among the archive's facts until the bytes of what was forgotten are gone."""

# --- forgetting ------------------------------------------------------------------------------


def forget(archive: Archive, paper_ids: list[str]) -> list[Forgotten]:
    """Take papers out: record, passages, words, tags and vectors; no byte of their text is left.

    A file without papers that is no longer in its folder goes as well.

    Raises:
        ArchiveError: Another process is writing.
    """
    out = []
    with writing(archive):
        with archive.transaction() as connection:
            for paper_id in paper_ids:
                row = connection.execute(
                    "SELECT p.id, p.title, p.record, f.id, f.root, f.path FROM papers p "
                    "JOIN files f ON f.id = p.file WHERE p.paper_id = ?",
                    (paper_id,),
                ).fetchone()
                if row is None:
                    continue
                number, title, record, file, root, path = row
                _remove_paper(connection, number, file, record)
                is_there = Path(root, path).is_file()
                left = connection.execute(
                    "SELECT count(*) FROM papers WHERE file = ?", (file,)
                ).fetchone()[0]
                if not left and not is_there:
                    remove_file(connection, file)
                log(connection, f"forget: {paper_id}")
                archive.set_meta(UNFINISHED, "1")
                out.append(
                    Forgotten(paper_id=paper_id, title=title, file=path, file_is_there=is_there)
                )
        if out or archive.meta(UNFINISHED):
            _leave_no_bytes(archive)
    return out


def papers_of_gone_files(archive: Archive) -> list[str]:
    """Return the ids of papers whose file is no longer in its folder."""
    rows = archive.connection.execute(
        "SELECT p.paper_id FROM papers p JOIN files f ON f.id = p.file WHERE f.state = 'gone' "
        "ORDER BY f.path, p.first_page"
    )
    return [row[0] for row in rows]


def _remove_paper(connection: sqlite3.Connection, number: int, file: int, record: str) -> None:
    connection.execute(
        "DELETE FROM words WHERE rowid IN (SELECT id FROM passages WHERE paper = ?)", (number,)
    )
    pages = paper_from_json(record).source.pages
    if pages is not None:
        connection.execute(
            "DELETE FROM agenda WHERE file = ? AND page BETWEEN ? AND ?", (file, *pages)
        )
    connection.execute("DELETE FROM papers WHERE id = ?", (number,))


def _leave_no_bytes(archive: Archive) -> None:
    """Rewrite what SQLite and FAISS keep, so that nothing deleted can be read from the files.

    Raises:
        ArchiveError: A reader holds the catalogue; forgetting again finishes it.
    """
    connection = archive.connection
    # FTS5 only marks deleted words until its segments are merged into one.
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    refresh_index(archive)
    current = archive.meta("faiss_file")
    for file in archive.folder.glob("vectors-*"):
        if file.name != current:
            file.unlink(missing_ok=True)
    try:
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError as error:
        busy = str(error)
    if busy:
        raise ArchiveError(
            "The papers are out of the archive, but another process is reading it, so that the "
            "bytes of their text are still in its files.",
            "When it is done, run: papersearch forget --gone --yes. It rewrites the files.",
        )
    with archive.transaction():
        connection.execute("DELETE FROM meta WHERE key = ?", (UNFINISHED,))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


# --- verifying -------------------------------------------------------------------------------


def verify(
    archive: Archive, with_files: bool = True, tell: Callable[[int, int], None] | None = None
) -> Verified:
    """Check the catalogue, its word index, records, tags and vectors, and re-hash the files.

    Args:
        archive: The archive.
        with_files: Also read every file again and compare its sha256.
        tell: Called with ``(files hashed, files)`` after each.
    """
    problems = [*_catalogue(archive), *_records(archive), *_vectors(archive)]
    count = archive.connection.execute
    current = count("SELECT root, path, sha256 FROM files WHERE state = 'current'").fetchall()
    hashed = 0
    if with_files:
        for root, path, sha256 in current:
            problems.extend(_file(Path(root, path), path, sha256))
            hashed += 1
            if tell is not None:
                tell(hashed, len(current))
    return Verified(
        papers=count("SELECT count(*) FROM papers").fetchone()[0],
        passages=count("SELECT count(*) FROM passages").fetchone()[0],
        files=len(current),
        files_hashed=hashed,
        problems=tuple(problems),
    )


_DAMAGED = "Delete the archive's folder and ingest again (your papers are untouched)."
_DERIVED = "Run papersearch ingest once more: it is made anew from the catalogue."


def _catalogue(archive: Archive) -> Iterator[Problem]:
    connection = archive.connection
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Problem(kind="catalogue", what=str(line), remedy=_DAMAGED)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        what = f"row {row} of {table} names a row of {parent} that is not there"
        yield Problem(kind="catalogue", what=what, remedy=_DAMAGED)
    try:
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        yield Problem(kind="words", what=f"the word index is damaged: {error}", remedy=_DAMAGED)
    unpaired = connection.execute(
        "SELECT (SELECT count(*) FROM passages WHERE id NOT IN (SELECT rowid FROM words)), "
        "(SELECT count(*) FROM words WHERE rowid NOT IN (SELECT id FROM passages))"
    ).fetchone()
    if any(unpaired):
        what = f"{unpaired[0]} passages without words, {unpaired[1]} words without passage"
        yield Problem(kind="words", what=what, remedy=_DAMAGED)


def _records(archive: Archive) -> Iterator[Problem]:
    connection = archive.connection
    for number, paper_id, kind, text in connection.execute(
        "SELECT id, paper_id, kind, record FROM papers ORDER BY id"
    ).fetchall():
        try:
            record = paper_from_json(text)
        except msgspec.MsgspecError as error:
            what = f"the record of {paper_id} cannot be read: {error}"
            yield Problem(kind="record", what=what, remedy=_DAMAGED)
            continue
        if record.id != paper_id:
            what = f"the record of {paper_id} names itself {record.id}"
            yield Problem(kind="record", what=what, remedy=_DAMAGED)
        held = connection.execute("SELECT tag, page FROM tags WHERE paper = ?", (number,))
        if sorted(held, key=str) != sorted(tags_of(record, kind), key=str):
            what = f"the tags of {paper_id} are not those of its record"
            yield Problem(kind="tags", what=what, remedy=_DAMAGED)


def _vectors(archive: Archive) -> Iterator[Problem]:
    connection = archive.connection
    dimensions = int(archive.meta("dimensions") or 0)
    passages, wrong = connection.execute(
        "SELECT count(*), coalesce(sum(length(vector) != ?), 0) FROM passages", (2 * dimensions,)
    ).fetchone()
    if wrong:
        what = f"{wrong} passages have a vector of another length than {dimensions}"
        yield Problem(kind="vectors", what=what, remedy=_DAMAGED)
    name, sha256 = archive.meta("faiss_file"), archive.meta("faiss_sha256")
    if not passages or not name or not sha256:
        if passages:
            what = "there is no vector index yet"
            yield Problem(kind="vectors", what=what, remedy=_DERIVED)
        return
    index = FaissIndex.load(archive.folder / name, sha256)
    if index is None:
        what = f"{name} is missing or is not the file that was written"
        yield Problem(kind="vectors", what=what, remedy=_DERIVED)
    elif len(index) != passages:
        what = f"{name} holds {len(index)} vectors for {passages} passages"
        yield Problem(kind="vectors", what=what, remedy=_DERIVED)


def _file(full: Path, shown: str, sha256: str | None) -> Iterator[Problem]:
    again = "Run papersearch ingest on its folder."
    try:
        with full.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        what = f"{shown}: {error.strerror or error}"
        yield Problem(kind="missing", what=what, remedy=again)
        return
    if found != sha256:
        yield Problem(kind="changed", what=f"{shown} was changed since it was read", remedy=again)
