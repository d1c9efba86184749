"""Everything that an archive holds is checked against everything else, and against the files."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from papersearch.archive import trouble
from papersearch.archive.catalogue import BYTES_LEFT, UNFINISHED, Archive
from papersearch.archive.generation import lag_of_index, trouble_with_index
from papersearch.archive.names import full_path
from papersearch.archive.tags import tags_of
from papersearch.record import Struct, paper_from_json


class Problem(Struct, frozen=True, kw_only=True):
    """Something that a check found."""

    kind: str
    """``catalogue``, ``words``, ``vectors``, ``record``, ``tags`` (the archive is damaged);
    ``changed``, ``missing`` (a file is no longer what was read); ``unfinished`` (a run was
    stopped before its end, and the next one finishes it)."""
    what: str
    remedy: str


class Verified(Struct, frozen=True, kw_only=True):
    """What was checked, and what was found."""

    papers: int
    passages: int
    files: int
    files_hashed: int
    problems: tuple[Problem, ...]


def verify(
    archive: Archive, with_files: bool = True, tell: Callable[[int, int], None] | None = None
) -> Verified:
    """Check the catalogue, its word index, records, tags and vectors, and re-hash the files.

    Args:
        archive: The archive.
        with_files: Also read every file again and compare its sha256.
        tell: Called with ``(files hashed, files)`` after each.
    """
    words = _words(archive)  # SQLite takes this check for a change: before the reading begins
    with archive.reading():
        problems = [
            *_catalogue(archive), *words, *_pairs(archive), *_records(archive), *_vectors(archive),
            *_unfinished(archive),
        ]  # fmt: skip
        count = archive.connection.execute
        current = count("SELECT root, path, sha256 FROM files WHERE state = 'current'").fetchall()
        papers = count("SELECT count(*) FROM papers").fetchone()[0]
        passages = count("SELECT count(*) FROM passages").fetchone()[0]
    hashed = 0
    if with_files:
        for root, path, sha256 in current:
            problems.extend(_file(full_path(root, path), path, sha256))
            hashed += 1
            if tell is not None:
                tell(hashed, len(current))
    return Verified(
        papers=papers,
        passages=passages,
        files=len(current),
        files_hashed=hashed,
        problems=tuple(problems),
    )


_DAMAGED = (
    "Bring back a backup (papersearch restore FILE), or delete the archive's folder and ingest "
    "again (your papers are untouched)."
)
_DERIVED = "Run papersearch ingest once more: it is made anew from the catalogue."


def _catalogue(archive: Archive) -> Iterator[Problem]:
    connection = archive.connection
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Problem(kind="catalogue", what=str(line), remedy=_DAMAGED)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        what = f"row {row} of {table} names a row of {parent} that is not there"
        yield Problem(kind="catalogue", what=what, remedy=_DAMAGED)
    for what, query in _BELONGINGS.items():
        if number := connection.execute(query).fetchone()[0]:
            yield Problem(kind="catalogue", what=f"{number} {what}", remedy=_DAMAGED)


_BELONGINGS: dict[str, str] = {
    "papers belong to a file that was not read": """
        SELECT count(*) FROM papers p JOIN files f ON f.id = p.file
        WHERE f.state NOT IN ('current', 'gone')""",
    "contents of files have their papers twice": """
        SELECT count(*) FROM (SELECT 1 FROM files f WHERE sha256 IS NOT NULL
        AND EXISTS (SELECT 1 FROM papers p WHERE p.file = f.id)
        GROUP BY sha256 HAVING count(*) > 1)""",
    "papers are there although they were forgotten": """
        SELECT count(*) FROM forgotten g JOIN files f ON f.sha256 = g.sha256
        JOIN papers p ON p.file = f.id
        WHERE p.first_page BETWEEN g.first_page AND g.last_page""",
}


def _words(archive: Archive) -> list[Problem]:
    """Have FTS5 check itself, where the archive may be written; it needs a writer's rights."""
    if archive.is_read_only:
        return []
    try:
        archive.connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise trouble.of_sqlite(error, archive.folder) from error
        return [Problem(kind="words", what=f"the word index is damaged: {error}", remedy=_DAMAGED)]
    return []


def _pairs(archive: Archive) -> Iterator[Problem]:
    unpaired = archive.connection.execute(
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
    wrong = connection.execute(
        "SELECT count(*) FROM passages WHERE length(vector) != ?", (2 * dimensions,)
    ).fetchone()[0]
    if wrong:
        what = f"{wrong} passages have a vector of another length than {dimensions}"
        yield Problem(kind="vectors", what=what, remedy=_DAMAGED)
    amiss = trouble_with_index(archive)
    if amiss is not None:
        yield Problem(kind="vectors", what=amiss, remedy=_DERIVED)


def _unfinished(archive: Archive) -> Iterator[Problem]:
    lag = lag_of_index(archive)
    if lag or archive.meta(UNFINISHED) is not None:
        what = "an ingest was stopped before its end"
        if lag:
            what += f": {lag} passages are found without the vector index, more slowly"
        yield Problem(kind="unfinished", what=what, remedy="Run papersearch ingest once more.")
    if archive.meta(BYTES_LEFT) is not None:
        what = "bytes of forgotten papers may still be in the archive's files"
        yield Problem(kind="unfinished", what=what, remedy="Run papersearch purge.")


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
