"""Every change that the archive makes on disk, SQLite's own apart, is made here.

One small place, so that tests can make each step fail, tear or be the last
thing that the process does (tests/archive/faults.py), and so that every file is
made in the same safe order: written aside for the user alone, flushed to disk,
renamed into place, the folder flushed. Whoever is killed between two steps
leaves the old file or the new one, and at most a draft beside it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from io import RawIOBase
from pathlib import Path

DRAFT = ".draft"
"""Ending of a file that is being written."""
PRIVATE = 0o600
PRIVATE_FOLDER = 0o700


def write(file: RawIOBase, data: bytes) -> None:
    """Write *data*."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) or 0 :]


def fsync(number: int) -> None:
    """Have the system bring an open file or folder to the disk."""
    os.fsync(number)


def replace(draft: Path, path: Path) -> None:
    """Rename *draft* to *path*, whatever was there."""
    draft.replace(path)


def unlink(path: Path) -> None:
    """Delete a file that may have gone already."""
    path.unlink(missing_ok=True)


def commit(connection: sqlite3.Connection) -> None:
    """Make the open transaction's changes the catalogue."""
    connection.execute("COMMIT")


def save(path: Path, fill: Callable[[Callable[[bytes], None]], None]) -> None:
    """Make the file *path* whole, or leave what was there.

    Args:
        path: The file.
        fill: Called with a function that takes the file's bytes, piece by piece.

    Raises:
        OSError: It cannot be written; the draft is taken away again.
    """
    draft = path.with_name(f"{path.name}.{os.getpid()}{DRAFT}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, PRIVATE)
    try:
        with open(descriptor, "wb", buffering=0) as file:  # noqa: PTH123 - a descriptor
            fill(lambda data: _write_all(file, data))
            fsync(file.fileno())
        replace(draft, path)
    except BaseException:
        unlink(draft)
        raise
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Bring a folder's names to the disk; Windows does so by itself."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        fsync(number)
    finally:
        os.close(number)


def make_folder(folder: Path) -> None:
    """Make *folder* for the user alone; one that is there keeps its rights."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def touch(path: Path) -> None:
    """Make an empty file for the user alone, if there is none."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, PRIVATE))


_BINARY: int = getattr(os, "O_BINARY", 0)
_PIECE = 1 << 20


def _write_all(file: RawIOBase, data: bytes) -> None:
    for start in range(0, len(data), _PIECE):
        write(file, data[start : start + _PIECE])
