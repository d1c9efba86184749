"""Rows of files and their papers: put in, handed over, taken out.

Everything here runs inside the caller's transaction. Of files with the same
bytes one holds the papers; the others are its copies (``copy_of``). Whenever
the holder goes, a copy inherits them: no paper is lost while its bytes are
still somewhere in a folder that was ingested.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from papersearch.archive.catalogue import UNFINISHED
from papersearch.archive.codes import codes
from papersearch.archive.folders import Found
from papersearch.archive.names import as_text
from papersearch.archive.tags import tags_of
from papersearch.errors import ReadError
from papersearch.record import paper_from_json, to_json

if TYPE_CHECKING:
    from papersearch.archive.work import FileWork, PaperWork

PAGE_STATES = ("text", "ocr", "scanned", "empty", "failed")


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Store a fact."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def put_file(
    connection: sqlite3.Connection, file: Found, made_by: str, state: str,
    work: FileWork | None = None, error: ReadError | None = None,
) -> int:  # fmt: skip
    """Put the file's row in place of its old one; its old papers go with that."""
    take_out(connection, file)
    pages = work.pages if work else {}
    row = connection.execute(
        "INSERT INTO files (root, path, state, sha256, size, mtime_ns, ctime_ns, media_type, "
        "made_by, code, message, remedy, pages_text, pages_ocr, pages_scanned, pages_empty, "
        "pages_failed, ways) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            file.root, file.path, state, work.sha256 if work else None, file.size, file.mtime_ns,
            file.ctime_ns, work.media_type if work else None, made_by,
            error.code if error else None, as_text(error.message) if error else None,
            as_text(error.remedy or "") if error else None,
            *(pages.get(state, 0) for state in PAGE_STATES),
            msgspec.json.encode(work.ways if work else {}).decode(),
        ),
    )  # fmt: skip
    assert row.lastrowid is not None  # noqa: S101 - an INSERT has one
    set_meta(connection, UNFINISHED, "1")
    return row.lastrowid


def put_papers(
    connection: sqlite3.Connection, number: int, file: Found, work: FileWork, blobs: Iterator[bytes]
) -> list[PaperWork] | None:
    """Put in the papers of a file that was just read and return them; ``None``: it is a copy.

    Papers that were forgotten are left out. Papers that a copy of the file
    gave under other code or settings make way for these.
    """
    made_by = connection.execute("SELECT made_by FROM files WHERE id = ?", (number,)).fetchone()[0]
    for holder, its_made_by in connection.execute(
        "SELECT id, made_by FROM files f WHERE sha256 = ? AND id != ? "
        "AND EXISTS (SELECT 1 FROM papers p WHERE p.file = f.id)",
        (work.sha256, number),
    ).fetchall():
        if its_made_by == made_by:
            for paper in work.papers:
                for _ in paper.passages:
                    next(blobs)
            connection.execute("UPDATE files SET copy_of = ? WHERE id = ?", (holder, number))
            return None
        delete_papers(connection, holder)
        connection.execute(
            "UPDATE files SET copy_of = ? WHERE id = ? OR copy_of = ?", (number, holder, holder)
        )
    connection.execute("UPDATE files SET copy_of = NULL WHERE id = ?", (number,))
    for (gone,) in connection.execute(
        "SELECT id FROM files WHERE sha256 = ? AND state = 'gone'", (work.sha256,)
    ).fetchall():
        remove_file(connection, gone)  # it was renamed: here it is
    kept = []
    for paper in work.papers:
        first, last = paper.record.source.pages or (1, 1)
        vectors = [next(blobs) for _ in paper.passages]
        if not is_forgotten(connection, work.sha256, first, last):
            _put_paper(connection, number, file, paper, vectors)
            kept.append(paper)
    connection.executemany(
        "INSERT INTO agenda VALUES (?, ?, ?, ?, ?, ?)",
        [(number, i, a.number, a.title, a.mode, a.page) for i, a in enumerate(work.agenda)],
    )
    return kept


def _put_paper(
    connection: sqlite3.Connection, file_number: int, file: Found, paper: PaperWork,
    vectors: Sequence[bytes],
) -> None:  # fmt: skip
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
    for passage, vector in zip(paper.passages, vectors, strict=True):
        rowid = connection.execute(
            "INSERT INTO passages (paper, page, label, section, kind, text, boxes, key, vector) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number, passage.page, passage.label, passage.section, passage.kind,
                passage.text, to_json(passage.boxes), passage.key, vector,
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


def is_forgotten(connection: sqlite3.Connection, sha256: str, first: int, last: int) -> bool:
    """Return whether a paper on these pages of these bytes, or a part of it, was forgotten."""
    return bool(
        connection.execute(
            "SELECT 1 FROM forgotten WHERE sha256 = ? AND first_page <= ? AND last_page >= ?",
            (sha256, last, first),
        ).fetchone()
    )


def take_out(connection: sqlite3.Connection, file: Found) -> None:
    """Delete the file's row, if there is one; a copy inherits its papers."""
    old = connection.execute(
        "SELECT id FROM files WHERE root = ? AND path = ?", (file.root, file.path)
    ).fetchone()
    if old is not None:
        bequeath(connection, old[0])
        remove_file(connection, old[0])


def bequeath(connection: sqlite3.Connection, number: int) -> None:
    """Hand a file's papers and agenda over to a file with the same bytes, if there is one."""
    heir = connection.execute(
        "SELECT h.id, h.path FROM files h JOIN files f ON f.sha256 = h.sha256 WHERE f.id = ? "
        "AND h.id != f.id AND h.state IN ('current', 'gone') ORDER BY h.state = 'gone', h.id "
        "LIMIT 1",
        (number,),
    ).fetchone()
    if heir is None:
        return
    inheritor, path = heir
    held = connection.execute("SELECT 1 FROM papers WHERE file = ?", (inheritor,)).fetchone()
    if held is not None:
        return
    connection.execute("UPDATE papers SET file = ? WHERE file = ?", (inheritor, number))
    connection.execute("DELETE FROM agenda WHERE file = ?", (inheritor,))
    connection.execute("UPDATE agenda SET file = ? WHERE file = ?", (inheritor, number))
    connection.execute(
        "UPDATE files SET copy_of = NULL, "
        "made_by = (SELECT made_by FROM files WHERE id = ?) WHERE id = ?",
        (number, inheritor),
    )
    connection.execute(
        "UPDATE files SET copy_of = ? WHERE id != ? AND (id = ? OR copy_of = ?)",
        (inheritor, inheritor, number, number),
    )
    name_source(connection, inheritor, path)


def move_file(connection: sqlite3.Connection, number: int, file: Found) -> None:
    """Give a row the name and times of *file*, whose bytes it holds; its papers name it."""
    connection.execute(
        "UPDATE files SET root = ?, path = ?, size = ?, mtime_ns = ?, ctime_ns = ?, "
        "state = 'current' WHERE id = ?",
        (file.root, file.path, file.size, file.mtime_ns, file.ctime_ns, number),
    )
    name_source(connection, number, file.path)


def name_source(connection: sqlite3.Connection, number: int, path: str) -> None:
    """Have the records of a file's papers name *path* as their source."""
    for paper, text in connection.execute(
        "SELECT id, record FROM papers WHERE file = ?", (number,)
    ).fetchall():
        record = paper_from_json(text)
        if record.source.file != path:
            source = msgspec.structs.replace(record.source, file=path)
            changed = to_json(msgspec.structs.replace(record, source=source))
            connection.execute("UPDATE papers SET record = ? WHERE id = ?", (changed, paper))


def put_copy(connection: sqlite3.Connection, file: Found, like: int) -> None:
    """Put in a file whose bytes the row *like* holds already."""
    connection.execute(
        "INSERT INTO files (root, path, state, sha256, size, mtime_ns, ctime_ns, media_type, "
        "made_by, copy_of, pages_text, pages_ocr, pages_scanned, pages_empty, pages_failed, ways) "
        "SELECT ?, ?, 'current', sha256, ?, ?, ?, media_type, made_by, coalesce(copy_of, id), "
        "pages_text, pages_ocr, pages_scanned, pages_empty, pages_failed, ways FROM files "
        "WHERE id = ?",
        (file.root, file.path, file.size, file.mtime_ns, file.ctime_ns, like),
    )


def delete_papers(connection: sqlite3.Connection, number: int) -> None:
    """Delete the papers and the agenda of a file; passages, tags and twins go with them."""
    connection.execute(
        "DELETE FROM words WHERE rowid IN (SELECT x.id FROM passages x "
        "JOIN papers p ON p.id = x.paper WHERE p.file = ?)",
        (number,),
    )
    connection.execute("DELETE FROM papers WHERE file = ?", (number,))
    connection.execute("DELETE FROM agenda WHERE file = ?", (number,))


def remove_file(connection: sqlite3.Connection, number: int) -> None:
    """Delete a file's row, its papers, passages, tags and words."""
    delete_papers(connection, number)
    connection.execute("DELETE FROM files WHERE id = ?", (number,))
