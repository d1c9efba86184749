"""What an ingest must read: the files that were met, held against the catalogue.

A file is told by where it lies, not by the folder through which it was
reached. Size and times say that it is unchanged; where they do not, its bytes
do, so that a file that was only touched, renamed or copied is not read again.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from papersearch.archive import store
from papersearch.archive.folders import Found, Passed, Walk, is_below, joined
from papersearch.archive.names import full_path

_ALWAYS_TRIED_AGAIN = frozenset({"permission_denied", "not_found"})
"""Failures that may pass without the file changing."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the catalogue knows of a file."""

    id: int
    root: str
    path: str
    state: str
    sha256: str | None
    size: int | None
    mtime_ns: int | None
    ctime_ns: int | None
    made_by: str | None
    code: str | None

    def has_times_of(self, file: Found) -> bool:
        """Return whether nothing about the file moved since the row was written."""
        return (self.size, self.mtime_ns, self.ctime_ns) == (
            file.size, file.mtime_ns, file.ctime_ns,
        )  # fmt: skip


@dataclass(slots=True)
class Changes:
    """What became of the files that were met."""

    todo: list[Found]
    unchanged: int = 0
    renamed: int = 0
    copies: int = 0
    ignored: int = 0
    gone: int = 0


_ROWS = "SELECT id, root, path, state, sha256, size, mtime_ns, ctime_ns, made_by, code FROM files"


def rows(connection: sqlite3.Connection) -> dict[str, Row]:
    """Return what the catalogue knows, by where the files lie."""
    known = (Row(*row) for row in connection.execute(f"{_ROWS} ORDER BY id"))
    return {joined(row.root, row.path): row for row in known}


def row_of(connection: sqlite3.Connection, file: Found) -> Row | None:
    """Return what the catalogue knows of one file."""
    row = connection.execute(
        f"{_ROWS} WHERE root = ? AND path = ?",
        (file.root, file.path),
    ).fetchone()
    return Row(*row) if row else None


def note(
    connection: sqlite3.Connection, walk: Walk, made_by: str, failed_by: str, has_password: bool
) -> Changes:
    """Write down all that needs no reading; return the rest. Inside the caller's transaction.

    Args:
        connection: The catalogue.
        walk: The files that were met.
        made_by: The fingerprint of code and settings that make a record.
        failed_by: The fingerprint of those that make a failure.
        has_password: Whether files under a password may be tried again.
    """
    known = rows(connection)
    named = [p.file for p in walk.ignored if p.by_name and _was_named(known.get(p.file.where))]
    changes = Changes([])
    met = [*walk.found, *named]
    here = {file.where for file in met} | {p.file.where for p in walk.ignored}
    changes.ignored = _note_ignored(connection, known, walk.ignored, {f.where for f in named})
    changes.gone = _note_gone(connection, known, walk, here)
    sizes = {row.size for row in known.values() if row.sha256}
    for file in met:
        row = known.get(file.where)
        if row is not None:
            file = _as_known(connection, row, file)
            if _is_unchanged(connection, row, file, made_by, failed_by, has_password):
                changes.unchanged += 1
                continue
        if not _is_known_content(connection, file, made_by, sizes, here, changes):
            changes.todo.append(file)
    return changes


def _was_named(row: Row | None) -> bool:
    """Return whether a file whose name a walk passes over was once named by the user."""
    return row is not None and (
        row.state in ("current", "failed") or (row.state == "gone" and row.sha256 is not None)
    )


def _as_known(connection: sqlite3.Connection, row: Row, file: Found) -> Found:
    """Return the file as seen from the widest folder through which it was ever reached."""
    if file.root == row.root:
        return file
    if is_below(joined(row.root, ""), file.root):
        store.take_out(connection, file)
        connection.execute(
            "UPDATE files SET root = ?, path = ? WHERE id = ?", (file.root, file.path, row.id)
        )
        store.name_source(connection, row.id, file.path)
        return file
    return replace(file, root=row.root, path=row.path)


def _is_unchanged(
    connection: sqlite3.Connection, row: Row, file: Found, made_by: str, failed_by: str,
    has_password: bool,
) -> bool:  # fmt: skip
    if row.state == "failed":
        again = row.code in _ALWAYS_TRIED_AGAIN or (row.code == "encrypted" and has_password)
        return row.made_by == failed_by and row.has_times_of(file) and not again
    if row.state not in ("current", "gone") or row.made_by != made_by or row.size != file.size:
        return False
    if row.state == "current" and row.has_times_of(file):
        return True
    if _sha256(file) != row.sha256:
        return False
    store.move_file(connection, row.id, file)
    return True


def _is_known_content(
    connection: sqlite3.Connection, file: Found, made_by: str, sizes: set[int | None],
    here: set[str], changes: Changes,
) -> bool:  # fmt: skip
    """Take the file up as renamed or copied, if its bytes were read before in the same way."""
    if file.size not in sizes or (sha256 := _sha256(file)) is None:
        return False
    same = connection.execute(
        "SELECT id, root, path, state FROM files WHERE sha256 = ? AND made_by = ? "
        "AND state IN ('current', 'gone') AND NOT (root = ? AND path = ?) "
        "ORDER BY copy_of IS NOT NULL, id",
        (sha256, made_by, file.root, file.path),
    ).fetchall()
    if not same:
        return False
    store.take_out(connection, file)
    for number, root, path, _ in same:
        if joined(root, path) not in here and not is_there(root, path):
            store.move_file(connection, number, file)
            changes.renamed += 1
            return True
    like, _, _, state = same[0]
    store.put_copy(connection, file, like)
    if state == "gone":
        store.bequeath(connection, like)
    changes.copies += 1
    return True


def _note_ignored(
    connection: sqlite3.Connection, known: dict[str, Row], ignored: Sequence[Passed],
    named: set[str],
) -> int:  # fmt: skip
    count = 0
    for passed in ignored:
        file = passed.file
        if file.where in named:
            continue
        count += 1
        row = known.get(file.where)
        if row is not None and row.state != "ignored":
            store.bequeath(connection, row.id)
            store.remove_file(connection, row.id)
        elif row is not None:
            connection.execute(
                "UPDATE files SET size = ?, mtime_ns = ?, message = ? WHERE id = ?",
                (file.size, file.mtime_ns, passed.reason, row.id),
            )
            continue
        connection.execute(
            "INSERT INTO files (root, path, state, size, mtime_ns, message) "
            "VALUES (?, ?, 'ignored', ?, ?, ?)",
            (file.root, file.path, file.size, file.mtime_ns, passed.reason),
        )
    return count


def _note_gone(
    connection: sqlite3.Connection, known: dict[str, Row], walk: Walk, here: set[str]
) -> int:
    """Mark the files that are no longer in the folders that were walked; a copy inherits."""
    count = 0
    closed = {entry.where for entry, _ in walk.unlisted}
    for where, row in known.items():
        if row.state == "gone" or where in here or where in closed:
            continue
        if not any(is_below(where, root) for root in walk.roots):
            continue
        if where.endswith("/"):  # a folder that could not be listed before, and can now
            store.remove_file(connection, row.id)
        elif not is_there(row.root, row.path):
            mark_gone(connection, row.id)
            count += 1
    return count


def mark_gone(connection: sqlite3.Connection, number: int) -> None:
    """Mark a file as gone from its folder; its papers stay, or go over to a copy."""
    connection.execute("UPDATE files SET state = 'gone' WHERE id = ?", (number,))
    heir = connection.execute(
        "SELECT 1 FROM files h JOIN files f ON f.sha256 = h.sha256 WHERE f.id = ? "
        "AND h.id != f.id AND h.state = 'current'",
        (number,),
    ).fetchone()
    if heir is not None:
        store.bequeath(connection, number)


def is_there(root: str, path: str) -> bool:
    """Return whether a file of the catalogue is in its place, as far as can be seen."""
    try:
        os.lstat(full_path(root, path))
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True  # it cannot be looked at; that is no proof that it is gone
    return True


def _sha256(file: Found) -> str | None:
    """Return the hash of the file's bytes; ``None`` where its reading must say what is wrong."""
    try:
        with open(file.full, "rb") as opened:  # noqa: PTH123 - a path of any bytes
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None
