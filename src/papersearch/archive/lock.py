"""The one writer's lock: held by the system for a process, and gone with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from papersearch.archive import disk, trouble
from papersearch.errors import ArchiveError

if TYPE_CHECKING:
    from papersearch.archive.catalogue import Archive

LOCK = "writer.lock"
HOLDER = "writer.pid"


@contextmanager
def writing(archive: Archive) -> Iterator[None]:
    """Hold the archive's writer's lock. The system frees it when its holder dies.

    Raises:
        ArchiveError: Another process holds it, or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    folder = archive.folder
    lock = FileLock(str(folder / LOCK), mode=disk.PRIVATE)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ArchiveError(
            f"Another papersearch is writing to {folder}{_holder(folder)}.",
            "Wait until it is done; searching works meanwhile.",
        ) from error
    except OSError as error:
        raise trouble.of_disk(error, folder) from error
    try:
        try:
            disk.save(folder / HOLDER, lambda put: put(str(os.getpid()).encode("ascii")))
        except OSError as error:
            raise trouble.of_disk(error, folder) from error
        yield
    finally:
        lock.release()


def _holder(folder: Path) -> str:
    """Return the words that name the process which holds the lock, as far as it is known."""
    try:
        number = (folder / HOLDER).read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
    return f" (process {number})" if number.isdigit() else ""
