"""An archive as one file that can be checked, and back from it.

The file is a zip of the catalogue and a manifest with its sha256; the zip's comment,
which ends the file, is the sha256 of every byte before it, so that no flipped bit goes
unseen. FAISS's index is not in it: it is made from the catalogue. A name in the zip
is never used as a path.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import IO

import msgspec

from papersearch.archive import disk, schema, trouble
from papersearch.archive.catalogue import CATALOGUE, UNFINISHED, Archive, log
from papersearch.archive.forget import take_out, take_out_bytes
from papersearch.archive.generation import clear_leftovers, refresh_index
from papersearch.archive.lock import writing
from papersearch.errors import ArchiveError
from papersearch.record import Struct

BACKUP_SCHEMA = "papersearch.backup/1"
MANIFEST = "manifest.json"
_PIECE = 1 << 20
_MOST_MANIFEST = 1 << 16
_SEAL = hashlib.sha256().digest_size * 2
"""Length of the comment, in hexadecimal digits."""


class Manifest(Struct, frozen=True, kw_only=True):
    """What a backup holds."""

    schema: str = BACKUP_SCHEMA
    made_at: str
    papersearch: str
    catalogue_version: int
    catalogue_sha256: str
    catalogue_bytes: int
    papers: int
    passages: int
    files: int
    digest: str
    model: str | None


def backup(archive: Archive, path: Path, replace: bool = False) -> Manifest:
    """Write the archive into one file and check that file. An ingest may go on meanwhile.

    Raises:
        ArchiveError: *path* is there (unless *replace*), or cannot be written.
    """
    if path.is_dir() or (path.exists() and not replace):
        raise ArchiveError(f"{path} is there already.", "Name another file, or say --replace.")
    draft = path.with_name(f"{path.name}.catalogue{disk.DRAFT}")
    try:
        with _taken_away(draft):
            manifest = _copy_catalogue(archive, draft)
            disk.save(path, lambda put: _zip(draft, manifest, put))
            check(path)
    except OSError as error:
        raise trouble.of_disk(error, path.parent) from error
    except sqlite3.Error as error:
        raise trouble.of_sqlite(error, archive.folder) from error
    if not archive.is_read_only:
        with archive.transaction() as connection:
            log(connection, f"backup: {manifest.papers} papers, digest {manifest.digest}")
    return manifest


def check(path: Path) -> Manifest:
    """Return what the backup in *path* says of itself, once its bytes were found to be whole.

    Raises:
        ArchiveError: It is no backup, of a newer papersearch, or damaged.
    """
    return _unpacked(path, lambda _: None)


def restore(folder: Path, path: Path, replace: bool = False) -> Manifest:
    """Make the archive in *folder* what the backup in *path* holds.

    Readers of an archive that is replaced see the old one or the new one. What was
    forgotten in it stays forgotten, and its log goes on.

    Raises:
        ArchiveError: The backup is damaged or of a newer papersearch, *folder* holds an
            archive (unless *replace*), or another process writes.
    """
    if (folder / CATALOGUE).exists() and not replace:
        raise ArchiveError(
            f"There is an archive in {folder} already.",
            "Name another folder with --index, or say --replace.",
        )
    check(path)
    with Archive.open(folder, create=True) as archive, writing(archive):
        draft = folder / f"restored{disk.DRAFT}"
        try:
            with _taken_away(draft):
                manifest = _unpack(path, draft)
                _take_over(archive, draft, manifest)
        except OSError as error:
            raise trouble.of_disk(error, folder) from error
        except sqlite3.Error as error:
            raise trouble.of_sqlite(error, folder) from error
        archive.drop_index()
        refresh_index(archive)
        with archive.transaction() as connection:
            connection.execute("DELETE FROM meta WHERE key = ?", (UNFINISHED,))
        clear_leftovers(archive)
        _forget_again(archive)
    return manifest


def _copy_catalogue(archive: Archive, draft: Path) -> Manifest:
    """Write a compact copy of the catalogue that names no FAISS file; return what it holds."""
    draft.unlink(missing_ok=True)
    disk.touch(draft)
    archive.connection.execute("VACUUM INTO ?", (str(draft),))
    with Archive(draft.parent, sqlite3.connect(draft, isolation_level=None)) as copy:
        with copy.transaction() as connection:
            connection.execute(
                "DELETE FROM meta WHERE key IN ('faiss_file', 'faiss_sha256', 'indexed_to')"
            )
            copy.set_meta(UNFINISHED, "1")
        held = copy.status()
        made_at = copy.connection.execute("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')")
        at = str(made_at.fetchone()[0])
    return Manifest(
        made_at=at, papersearch=version("papersearch"), catalogue_version=schema.VERSION,
        catalogue_sha256=_sha256(draft), catalogue_bytes=draft.stat().st_size,
        papers=held.papers, passages=held.passages, files=held.files, digest=held.digest,
        model=held.model,
    )  # fmt: skip


class _Stream:
    """What zipfile needs to write to something that only goes forward.

    The end is held back, for the comment is known only when all else is written.
    """

    def __init__(self, put: Callable[[bytes], None]) -> None:
        self.put = put
        self.digest = hashlib.sha256()
        self.end = b""

    def write(self, data: bytes) -> int:
        held = self.end + bytes(data)
        at = max(len(held) - _SEAL, 0)
        piece, self.end = held[:at], held[at:]
        if piece:
            self.digest.update(piece)
            self.put(piece)
        return len(data)

    def flush(self) -> None:
        """Do nothing: what is held back is the comment's place."""

    def seal(self) -> None:
        """Write the digest of all that was written in the place that was kept for it."""
        self.put(self.digest.hexdigest().encode())


def _zip(draft: Path, manifest: Manifest, put: Callable[[bytes], None]) -> None:
    stream = _Stream(put)
    target: IO[bytes] = stream  # type: ignore[assignment]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        out.comment = bytes(_SEAL)
        out.writestr(MANIFEST, msgspec.json.encode(manifest))
        with draft.open("rb") as source, out.open(CATALOGUE, "w", force_zip64=True) as entry:
            while piece := source.read(_PIECE):
                entry.write(piece)
    stream.seal()


def _is_sealed(path: Path) -> bool:
    """Return whether the file's last bytes are the digest of all before them."""
    digest, left = hashlib.sha256(), path.stat().st_size - _SEAL
    with path.open("rb") as file:
        while left > 0 and (piece := file.read(min(_PIECE, left))):
            digest.update(piece)
            left -= len(piece)
        return file.read(_SEAL + 1) == digest.hexdigest().encode()


def _unpack(path: Path, draft: Path) -> Manifest:
    manifests: list[Manifest] = []

    def fill(put: Callable[[bytes], None]) -> None:
        manifests.append(_unpacked(path, put))

    disk.save(draft, fill)
    return manifests[0]


def _unpacked(path: Path, put: Callable[[bytes], None]) -> Manifest:
    """Hand the catalogue's bytes on, as many as the manifest promises, and check them."""
    damaged = f"{path} is damaged or is no backup of papersearch"
    remedy = "Use another backup; the archive was not changed."
    try:
        if not _is_sealed(path):
            raise ArchiveError(f"{damaged}: its checksum is another.", remedy)
        with zipfile.ZipFile(path) as zipped:
            with zipped.open(MANIFEST) as entry:
                manifest = msgspec.json.decode(entry.read(_MOST_MANIFEST), type=Manifest)
            _check_version(path, manifest)
            digest, left = hashlib.sha256(), manifest.catalogue_bytes
            with zipped.open(CATALOGUE) as entry:
                while piece := entry.read(min(_PIECE, left + 1)):
                    left -= len(piece)
                    if left < 0:
                        break
                    digest.update(piece)
                    put(piece)
    except FileNotFoundError as error:
        raise ArchiveError(f"{path} does not exist.", "Check the path.") from error
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, ValueError,
            RuntimeError, msgspec.MsgspecError) as error:  # fmt: skip
        raise ArchiveError(f"{damaged} ({error}).", remedy) from error
    if left or digest.hexdigest() != manifest.catalogue_sha256:
        raise ArchiveError(f"{damaged}: the catalogue's checksum is another.", remedy)
    return manifest


def _check_version(path: Path, manifest: Manifest) -> None:
    if manifest.schema != BACKUP_SCHEMA or manifest.catalogue_version > schema.VERSION:
        raise ArchiveError(
            f"{path} was made by a newer papersearch ({manifest.papersearch}).",
            "Install that version, or use an older backup.",
        )


def _take_over(archive: Archive, draft: Path, manifest: Manifest) -> None:
    """Make the catalogue the one in *draft*, in one transaction of SQLite's."""
    forgotten = archive.connection.execute("SELECT * FROM forgotten").fetchall()
    lines = archive.connection.execute("SELECT at, what FROM log ORDER BY rowid").fetchall()
    source = sqlite3.connect(draft, isolation_level=None)
    try:
        schema.migrate(source)
        if source.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise ArchiveError(f"The catalogue in {draft.name} is damaged.", "Use another backup.")
        source.execute("BEGIN IMMEDIATE")
        source.executemany("INSERT OR IGNORE INTO forgotten VALUES (?, ?, ?, ?)", forgotten)
        held = set(source.execute("SELECT at, what FROM log").fetchall())
        source.executemany(
            "INSERT INTO log VALUES (?, ?)", [line for line in lines if line not in held]
        )
        log(source, f"restore: {manifest.papers} papers, digest {manifest.digest}")
        disk.commit(source)
        source.backup(archive.connection)
    finally:
        source.close()


def _forget_again(archive: Archive) -> None:
    """Take out what was forgotten after the backup was made."""
    rows = archive.connection.execute(
        "SELECT p.paper_id FROM forgotten g JOIN files f ON f.sha256 = g.sha256 "
        "JOIN papers p ON p.file = f.id WHERE p.first_page BETWEEN g.first_page AND g.last_page"
    ).fetchall()
    if rows:
        take_out(archive, [row[0] for row in rows])
        take_out_bytes(archive)


@contextmanager
def _taken_away(draft: Path) -> Iterator[None]:
    try:
        yield
    finally:
        for end in ("", "-journal", "-wal", "-shm"):
            disk.unlink(draft.with_name(draft.name + end))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
