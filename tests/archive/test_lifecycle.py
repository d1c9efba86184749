"""What is forgotten is gone from every byte, what is backed up comes back, old archives move up."""

import hashlib
import os
import shutil
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from papersearch.archive import Archive, generation, schema
from papersearch.archive.backup import MANIFEST, backup, check, restore
from papersearch.archive.catalogue import log_lines
from papersearch.archive.forget import forget, papers_of_gone_files, purge
from papersearch.archive.verify import verify
from papersearch.errors import ArchiveError
from tests.archive.library import PLAN, Reader, answers, fill, make, text, write

SECRET = text(
    "Settlement", "2023-10-26", "The heliotrope claim of Quillfeather was settled for a sum.",
    "Risk Heliotrope Claims", "We will pay Quillfeather under s.43(2) by instalments.",
)  # fmt: skip
WORDS = (b"heliotrop", b"Heliotrop", b"uillfeather", b"uillfeath", b"Settlement")


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = make(tmp_path / "papers")
    write(folder / "2023/claim.txt", SECRET)
    return folder


@pytest.fixture
def index(papers: Path, tmp_path: Path) -> Path:
    fill(tmp_path / "index", papers)
    return tmp_path / "index"


def id_of(archive: Archive, title: str) -> str:
    return next(p.id for p in archive.records() if p.title == title)


def left_in(folder: Path) -> dict[str, list[bytes]]:
    """Return the files of the archive that hold one of the words, the log and lock among them."""
    found = {f.name: f.read_bytes() for f in folder.rglob("*") if f.is_file()}
    return {
        name: [word for word in WORDS if word in data]
        for name, data in found.items()
        if any(word in data for word in WORDS)
    }


def vector_of(archive: Archive, words: str) -> bytes:
    return bytes(
        archive.connection.execute(
            "SELECT vector FROM passages WHERE text LIKE ?", (f"%{words}%",)
        ).fetchone()[0]
    )


def test_no_byte_of_a_forgotten_paper_is_left(papers: Path, index: Path) -> None:
    assert left_in(index)
    with Archive.open(index) as archive:
        vector = vector_of(archive, "heliotrope claim")
        (forgotten,) = forget(archive, [id_of(archive, "Settlement")])
        assert forgotten.file_is_there
        # Also while the archive is open, with its log beside it.
        assert left_in(index) == {}
        assert all(vector not in f.read_bytes() for f in index.iterdir())
        assert log_lines(archive)[-1][1] == f"forget: {forgotten.paper_id}"
        assert not verify(archive).problems
    assert left_in(index) == {}
    assert (papers / "2023/claim.txt").read_text() == SECRET


def test_what_was_forgotten_stays_out_until_it_is_asked_for(papers: Path, index: Path) -> None:
    with Archive.open(index) as archive:
        forget(archive, [id_of(archive, "Settlement")])
    (papers / "2023/claim.txt").touch()
    shutil.copy(papers / "2023/claim.txt", papers / "again.txt")
    fill(index, papers)
    assert left_in(index) == {}
    with Archive.open(index) as archive:  # as after an upgrade: everything is read anew
        archive.connection.execute("UPDATE files SET made_by = 'older'")
    fill(index, papers)
    assert b"uillfeather" not in answers(index, ["Quillfeather"]).replace(b'"Quillfeather"', b"")
    report = fill(index, papers, also_forgotten=True)
    assert report.papers == 1
    with Archive.open(index) as archive:
        assert id_of(archive, "Settlement")
        assert not verify(archive).problems


def test_a_changed_file_is_another_paper(papers: Path, index: Path) -> None:
    with Archive.open(index) as archive:
        forget(archive, [id_of(archive, "Settlement")])
    write(papers / "2023/claim.txt", text("Settlement", "2023-10-26", "Redacted."))
    fill(index, papers)
    with Archive.open(index) as archive:
        assert id_of(archive, "Settlement")


def test_one_paper_of_a_pack_is_forgotten_alone(papers: Path, index: Path) -> None:
    with Archive.open(index) as archive:
        forget(archive, [id_of(archive, "Minutes")])
        titles = {p.title for p in archive.records()}
    assert "Estates" in titles
    assert "Minutes" not in titles
    with Archive.open(index) as archive:
        archive.connection.execute("UPDATE files SET made_by = 'older'")
    fill(index, papers)
    with Archive.open(index) as archive:
        assert titles == {p.title for p in archive.records()}


def test_purge_leaves_nothing_of_older_versions_and_stopped_runs(papers: Path, index: Path) -> None:
    write(papers / "2023/claim.txt", text("Claim", "2023-10-26", "Redacted."))
    fill(index, papers)
    write(index / "vectors-9.faiss.123.draft", "heliotrope")
    write(index / "vectors-77.faiss", "heliotrope")
    with Archive.open(index) as archive:
        done = purge(archive)
        assert log_lines(archive)[-1][1].startswith("purge: ")
        assert left_in(index) == {}
    assert done.bytes_after < done.bytes_before
    assert left_in(index) == {}
    with Archive.open(index) as archive:
        assert not verify(archive).problems


def test_purge_gone_forgets_files_that_are_gone_with_their_names(papers: Path, index: Path) -> None:
    (papers / "2023/claim.txt").rename(papers / "Quillfeather.txt")
    fill(index, papers)
    (papers / "Quillfeather.txt").unlink()
    (papers / "broken.txt").unlink()
    fill(index, papers)
    with Archive.open(index) as archive:
        assert len(papers_of_gone_files(archive)) == 1
        done = purge(archive, gone=True)
        assert archive.status().gone == 0
    assert [one.title for one in done.forgotten] == ["Settlement"]
    assert done.files == 1
    assert left_in(index) == {}


def test_no_question_is_written_down(index: Path, papers: Path) -> None:
    before = {f.name: f.read_bytes() for f in index.iterdir()}
    answers(index, ["zanzibar submarine", '"exact zanzibar"'])
    fill(index, papers)
    for file in index.iterdir():
        assert b"zanzibar" not in file.read_bytes()
        if file.name in before and file.suffix != ".pid":
            assert file.read_bytes() == before[file.name]


# --- backup and restore ------------------------------------------------------------------------


def test_a_backup_comes_back_as_it_was(index: Path, tmp_path: Path) -> None:
    told = answers(index)
    file = tmp_path / "archive.backup"
    with Archive.open(index) as archive:
        made = backup(archive, file)
        assert log_lines(archive)[-1][1] == f"backup: 5 papers, digest {made.digest}"
    assert check(file) == made
    assert os.name != "posix" or file.stat().st_mode & 0o777 == 0o600
    assert sorted(f.name for f in tmp_path.iterdir()) == ["archive.backup", "index", "papers"]
    assert restore(tmp_path / "other", file) == made
    assert answers(tmp_path / "other") == told
    with Archive.open(tmp_path / "other") as archive:
        assert not verify(archive).problems
    assert not list((tmp_path / "other").glob("*draft*"))


def test_a_restored_archive_carries_on(papers: Path, index: Path, tmp_path: Path) -> None:
    with Archive.open(index) as archive:
        backup(archive, tmp_path / "b")
    restore(tmp_path / "other", tmp_path / "b")
    Reader.read.clear()
    write(papers / "new.txt", text("New", "2024-01-25", "New words."))
    fill(tmp_path / "other", papers)
    assert Reader.read == ["new.txt"]


def test_nothing_is_written_over_unasked(index: Path, tmp_path: Path) -> None:
    file = tmp_path / "b"
    with Archive.open(index) as archive:
        backup(archive, file)
        with pytest.raises(ArchiveError, match="there already"):
            backup(archive, file)
        backup(archive, file, replace=True)
    with pytest.raises(ArchiveError, match="already"):
        restore(index, file)


def test_a_restore_over_an_archive_keeps_forgotten_what_was_forgotten(
    papers: Path, index: Path, tmp_path: Path
) -> None:
    with Archive.open(index) as archive:
        backup(archive, tmp_path / "b")
        forget(archive, [id_of(archive, "Settlement")])
        lines = len(log_lines(archive))
    write(papers / "new.txt", text("New", "2024-01-25", "New words."))
    fill(index, papers)
    with Archive.open(index) as reader:
        reader.status()
        restore(index, tmp_path / "b", replace=True)
        assert "New" not in {p.title for p in reader.records()}
    with Archive.open(index) as archive:
        assert "Settlement" not in {p.title for p in archive.records()}
        assert len(log_lines(archive)) > lines
        assert not verify(archive).problems
    assert left_in(index) == {}


@pytest.mark.parametrize("where", [0.05, 0.3, 0.6, 0.95])
@pytest.mark.parametrize("how", ["cut", "flip"])
def test_a_damaged_backup_is_refused_and_changes_nothing(
    index: Path, tmp_path: Path, where: float, how: str
) -> None:
    file = tmp_path / "b"
    with Archive.open(index) as archive:
        backup(archive, file)
    data = bytearray(file.read_bytes())
    at = int(len(data) * where)
    if how == "cut":
        del data[at:]
    else:
        data[at] ^= 0x55
    file.write_bytes(data)
    told = answers(index)
    with pytest.raises(ArchiveError, match=r"damaged|is no backup"):
        restore(index, file, replace=True)
    assert answers(index) == told
    with pytest.raises(ArchiveError):
        restore(tmp_path / "other", file)
    assert not (tmp_path / "other").exists()


def test_no_flipped_bit_of_a_backup_goes_unseen(index: Path, tmp_path: Path) -> None:
    """Not even in what the zip says of itself: a time, a length, an attribute of an entry."""
    with Archive.open(index) as archive:
        backup(archive, tmp_path / "b")
    whole = (tmp_path / "b").read_bytes()
    assert check(tmp_path / "b")
    edges = [*range(200), *range(len(whole) - 400, len(whole))]
    for at in [*edges, *range(200, len(whole) - 400, 997)]:
        spoilt = bytearray(whole)
        spoilt[at] ^= 0x01
        (tmp_path / "spoilt").write_bytes(spoilt)
        with pytest.raises(ArchiveError, match="damaged"):
            check(tmp_path / "spoilt")


def seal(path: Path) -> None:
    """End a zip as a backup ends: with the digest of all before it as its comment."""
    with zipfile.ZipFile(path, "a") as zipped:
        zipped.comment = bytes(64)
    data = path.read_bytes()[:-64]
    path.write_bytes(data + hashlib.sha256(data).hexdigest().encode())


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "text", "no zip")
    with zipfile.ZipFile(tmp_path / "zip", "w") as other:
        other.writestr("../../evil", "x")
    with zipfile.ZipFile(tmp_path / "newer", "w") as other:
        other.writestr(
            MANIFEST,
            '{"schema":"papersearch.backup/1","made_at":"","papersearch":"9","catalogue_version":99,'
            '"catalogue_sha256":"","catalogue_bytes":1,"papers":1,"passages":1,"files":1,'
            '"digest":"","model":null}',
        )
    with zipfile.ZipFile(tmp_path / "unsealed", "w") as other:
        other.writestr(MANIFEST, "{}")
    for name in ("zip", "newer"):
        seal(tmp_path / name)
    for name, why in (
        ("text", "is no backup"), ("zip", "is no backup"), ("unsealed", "checksum"),
        ("newer", "newer papersearch"), ("missing", "does not exist"),
    ):  # fmt: skip
        with pytest.raises(ArchiveError, match=why):
            check(tmp_path / name)


# --- versions ------------------------------------------------------------------------------------


def as_of_version(index: Path, version: int) -> None:
    """Make the archive what an older papersearch left: only the first steps were taken."""
    connection = sqlite3.connect(index / "catalogue.sqlite", isolation_level=None)
    if version < 2:
        connection.execute("ALTER TABLE files DROP COLUMN ctime_ns")
        connection.execute("DROP TABLE forgotten")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def test_an_older_archive_is_brought_up_to_date(papers: Path, index: Path) -> None:
    told = answers(index)
    as_of_version(index, 1)
    assert answers(index) == told
    with Archive.open(index) as archive:
        version = archive.connection.execute("PRAGMA user_version").fetchone()[0]
        assert version == schema.VERSION
        assert not verify(archive).problems
    Reader.read.clear()
    fill(index, papers)
    assert Reader.read == ["broken.txt"]  # hashes tell what times of an older archive do not


def test_the_steps_and_a_new_archive_come_to_the_same_tables(tmp_path: Path) -> None:
    def tables(path: Path) -> list[object]:
        with Archive.open(path, create=True) as archive:
            return archive.connection.execute(
                "SELECT name, sql FROM sqlite_master ORDER BY name"
            ).fetchall()

    one = tables(tmp_path / "one")
    as_of_version(tmp_path / "one", 1)
    assert [name for name, _ in tables(tmp_path / "one")] == [name for name, _ in one]  # type: ignore[misc]


def test_an_archive_of_a_newer_papersearch_is_refused(index: Path) -> None:
    as_of_version(index, 99)
    with pytest.raises(ArchiveError, match="newer papersearch") as caught:
        Archive.open(index)
    assert "--index" in str(caught.value.remedy)


@pytest.mark.parametrize("size", [1, 100, 4096, 20_000])
def test_a_damaged_catalogue_is_told_with_what_to_do(index: Path, size: int) -> None:
    file = index / "catalogue.sqlite"
    data = file.read_bytes()
    file.write_bytes(b"not a database, whatever it says" * 4 + data[128 : size + 128])
    with pytest.raises(ArchiveError) as caught:
        Archive.open(index)
    assert "restore" in str(caught.value.remedy)


def test_a_missing_faiss_file_is_found_told_and_made_again(papers: Path, index: Path) -> None:
    told = answers(index)
    for file in index.glob("vectors-*"):
        file.unlink()
    assert answers(index) == told
    with Archive.open(index) as archive:
        (problem,) = verify(archive).problems
    assert (problem.kind, "ingest" in problem.remedy) == ("vectors", True)
    fill(index, papers)
    with Archive.open(index) as archive:
        assert not verify(archive).problems
    assert answers(index) == told


def test_a_plan_is_still_there_after_all_this(papers: Path, index: Path) -> None:
    """The sources are never touched."""
    with Archive.open(index) as archive:
        forget(archive, [p.id for p in archive.records()])
        purge(archive, gone=True)
    assert (papers / "2023/plan.txt").read_text() == PLAN


def test_many_small_losses_make_the_index_anew_as_one_large_loss_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, index = tmp_path / "many", tmp_path / "many-index"
    for number in range(40):
        write(folder / f"{number}.txt", text(f"Paper {number}", "2023-10-26", f"Matter {number}."))
    made: list[int] = []
    built = generation._built

    def counted(archive: Archive, count: int) -> Any:
        made.append(count)
        return built(archive, count)

    monkeypatch.setattr(generation, "_built", counted)
    fill(index, folder)
    with Archive.open(index) as archive:
        (held,) = archive.connection.execute("SELECT count(*) FROM passages").fetchone()
    assert made == [held]
    lost = []
    for number in range(8):
        with Archive.open(index) as archive:
            forget(archive, [id_of(archive, f"Paper {number}")])
            lost.append(int(archive.meta(generation.LOST) or 0))
            assert not verify(archive).problems
    each = held // 40
    # A tenth of what is held is more than three papers until the fourth goes.
    assert lost == [each, 2 * each, 3 * each, 0, each, 2 * each, 3 * each, 0]
    assert made[1:] == [held - 4 * each, held - 8 * each]
