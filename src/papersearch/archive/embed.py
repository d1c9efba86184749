"""Passages become vectors; what the archive holds word for word is not embedded again.

A paper of every pack, a standing paragraph, a file that is read anew by newer
code: the same text has the same vector, and the archive's are all of one model.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from papersearch.archive.catalogue import Archive
from papersearch.archive.passages import Passage
from papersearch.archive.vectors import pack

if TYPE_CHECKING:
    from papersearch.archive.ingest import EmbedderLike


def vectors_of(
    archive: Archive, passages: Sequence[Passage], embedder: EmbedderLike
) -> list[bytes]:
    """Return a vector for each passage, as the catalogue keeps it.

    Raises:
        ArchiveError: The catalogue cannot be read.
    """
    with archive.reading() as connection:
        held = [_held(connection, passage) for passage in passages]
    new = [p.indexed for p, vector in zip(passages, held, strict=True) if vector is None]
    made = iter(pack(embedder.embed(new)) if new else ())
    return [next(made) if vector is None else vector for vector in held]


def _held(connection: sqlite3.Connection, passage: Passage) -> bytes | None:
    row = connection.execute(
        "SELECT vector FROM passages JOIN words ON words.rowid = passages.id "
        "WHERE passages.key = ? AND words.text = ? LIMIT 1",
        (passage.key, passage.indexed),
    ).fetchone()
    return None if row is None else bytes(row[0])
