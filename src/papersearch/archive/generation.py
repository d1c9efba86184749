"""FAISS's file follows the catalogue: one named generation after the other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from papersearch.archive import disk, trouble
from papersearch.archive.catalogue import Archive
from papersearch.archive.vectors import FaissIndex, Ids, Vectors, sample_size, stamp_of

AT_ONCE = 20_000
"""Vectors that are in memory at once while FAISS takes them in."""
THINNED = 0.1
"""Share of its vectors that an index may lose, at once or in many runs, before it is made anew:
where a third goes, all on one subject, lists that were learned with it find .83 of the exact ten,
not .95 (tests/archive/recall.py)."""
LOST = "faiss_lost"
"""The fact in the archive that counts the vectors lost since the index was made."""


def refresh_index(archive: Archive) -> None:
    """Make FAISS's file agree with the catalogue, as a new generation, if it does not yet.

    Raises:
        ArchiveError: It cannot be written; the old generation stays.
    """
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
    if index is None and not count and not archive.meta("faiss_file"):
        return
    try:
        _make(archive, index, last, count)
    finally:
        archive.drop_index()  # it was changed in memory


def _make(archive: Archive, index: FaissIndex | None, last: int, count: int) -> None:
    fresh, lost = _extended(archive, index) if index is not None and count else (None, 0)
    if count and (fresh is None or len(fresh) != count):
        fresh, lost = _built(archive, count), 0
    generation = int(archive.meta("generation") or 0) + 1
    name = f"vectors-{generation}.faiss" if fresh is not None else ""
    try:
        sha256 = fresh.save(archive.folder / name) if fresh is not None else ""
    except OSError as error:
        raise trouble.of_disk(error, archive.folder) from error
    with archive.transaction():
        archive.set_meta("faiss_file", name)
        archive.set_meta("faiss_sha256", sha256)
        archive.set_meta("faiss_stamp", stamp_of(archive.folder / name) if name else "")
        archive.set_meta("faiss_kind", fresh.kind if fresh is not None else "")
        archive.set_meta(LOST, str(lost))
        archive.set_meta("indexed_to", str(last))
        archive.set_meta("generation", str(generation))


def _built(archive: Archive, count: int) -> FaissIndex:
    """Make the index anew, never with all vectors in memory."""
    rows = archive.connection.execute("SELECT id FROM passages ORDER BY id").fetchall()
    ids: Ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
    drawn = np.random.default_rng(0).choice(ids, sample_size(count), replace=False)
    _, sample = archive.vectors(drawn)
    return FaissIndex.gather(count, sample, lambda: _pieces(archive, ids))


def _pieces(archive: Archive, ids: Ids) -> Iterator[tuple[Ids, Vectors]]:
    for start in range(0, len(ids), AT_ONCE):
        yield archive.vectors(ids[start : start + AT_ONCE])


def clear_leftovers(archive: Archive, keep_one: bool = True) -> None:
    """Delete what interrupted runs left, and the generations of FAISS's file that have passed.

    Args:
        archive: The archive; its writer's lock is held.
        keep_one: Keep the generation before this one, which a reader may just be opening.

    Raises:
        ArchiveError: A file cannot be deleted.
    """
    current = archive.meta("faiss_file")
    before = f"vectors-{int(archive.meta('generation') or 0) - 1}.faiss"
    kept = {current, before} if keep_one else {current}
    try:
        for pattern in ("vectors-*", f"*{disk.DRAFT}"):
            for file in archive.folder.glob(pattern):
                if file.name not in kept:
                    disk.unlink(file)
    except OSError as error:
        raise trouble.of_disk(error, archive.folder) from error


def _extended(archive: Archive, index: FaissIndex) -> tuple[FaissIndex | None, int]:
    """Take off what is gone and add what is new.

    Returns:
        The index, ``None`` where it is due to be made anew; how many it lost since it was made.
    """
    held = index.ids()
    rows = archive.connection.execute("SELECT id FROM passages").fetchall()
    current: Ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
    stale = np.setdiff1d(held, current)
    lost = int(archive.meta(LOST) or 0) + len(stale)
    if lost > THINNED * len(held):
        return None, 0
    if len(stale):
        index.remove(stale)
    new = np.sort(np.setdiff1d(current, held))
    for ids, vectors in _pieces(archive, new):
        index.add(ids, vectors)
    return None if index.outgrown else index, lost


def trouble_with_index(archive: Archive) -> str | None:
    """Return what is wrong with FAISS's file, ``None`` where it and the catalogue agree.

    Passages that came after the file are no trouble: a search compares them with
    the catalogue's own vectors.
    """
    name, sha256 = archive.meta("faiss_file"), archive.meta("faiss_sha256")
    if not name or not sha256:
        return None
    index = FaissIndex.load(archive.folder / name, sha256)
    if index is None:
        return f"{name} is missing or is not the file that was written"
    held = index.ids()
    indexed_to = int(archive.meta("indexed_to") or 0)
    rows = archive.connection.execute("SELECT id FROM passages WHERE id <= ?", (indexed_to,))
    lacking = {row[0] for row in rows} - set(held.tolist())
    if lacking:
        return f"{name} lacks the vectors of {len(lacking)} passages"
    return None


def lag_of_index(archive: Archive) -> int:
    """Return how many passages FAISS's file does not hold yet."""
    if not archive.meta("faiss_file"):
        return int(archive.connection.execute("SELECT count(*) FROM passages").fetchone()[0])
    return len(archive.later_than(int(archive.meta("indexed_to") or 0)))
