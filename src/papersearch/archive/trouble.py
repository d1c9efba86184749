"""What SQLite and the disk say when something is wrong, in words that a user can act on."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from papersearch.errors import ArchiveError

KEPT = "What was committed before is kept; the same command carries on."
_FULL = f"Make room on the disk. {KEPT}"
_RIGHTS = "Check who may write there, and whether the disk is mounted for reading only."
_DAMAGED = (
    "See what is damaged: papersearch verify. Bring back a backup (papersearch restore FILE), or "
    "delete the folder and ingest again; your papers are untouched."
)
_BY_WORDS: tuple[tuple[str, str, str], ...] = (
    ("is full", "there is no room left on the disk", _FULL),
    ("readonly", "it may not be written", _RIGHTS),
    ("locked", "another process holds it", "Wait until that is done, then run this again."),
    ("busy", "another process holds it", "Wait until that is done, then run this again."),
    ("unable to open", "its file cannot be opened", _RIGHTS),
    ("disk i/o", "the disk failed to read or write", f"Check the disk and its room. {KEPT}"),
)


def of_sqlite(error: sqlite3.Error, folder: Path | str | None = None) -> ArchiveError:
    """Return what *error* of the catalogue means to a user."""
    where = f"The archive in {folder}" if folder else "The archive"
    said = str(error)
    for words, meaning, remedy in _BY_WORDS:
        if words in said.lower():
            return ArchiveError(f"{where} cannot be used: {meaning} ({said}).", remedy)
    return ArchiveError(f"{where} is damaged: {said}.", _DAMAGED)


def of_disk(error: OSError, folder: Path | str) -> ArchiveError:
    """Return what *error* of the system means to a user of the archive in *folder*."""
    said = error.strerror or str(error)
    remedy = _FULL if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else _RIGHTS
    return ArchiveError(f"The folder {folder} cannot be written: {said}.", remedy)
