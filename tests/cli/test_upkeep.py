"""Forget and verify: no byte of a forgotten paper is left, and damage is found."""

import json
import sqlite3
from pathlib import Path

import pytest

from papersearch.archive import Archive
from tests.cli.conftest import Run


def bytes_of(index: Path) -> bytes:
    return b"".join(f.read_bytes() for f in sorted(index.iterdir()) if f.is_file())


def test_nothing_of_a_forgotten_paper_is_left(run: Run, own_shelf: Path) -> None:
    assert b"submarine" in bytes_of(own_shelf)
    done = run("forget", "cccc", "--yes", "--json", index=own_shelf)
    assert done.exit_code == 0, done.output
    assert [f["paper_id"] for f in json.loads(done.stdout)["forgotten"]] == ["cccc000000000004"]
    left = bytes_of(own_shelf)
    for word in (b"submarine", b"submarin", b"gnp.exe", b"Oke ["):
        assert word not in left, word
    assert b"Workforce Risk" in left
    with Archive.open(own_shelf) as archive:
        assert archive.status().papers == 3
        index, _ = archive.index()
        passages = archive.connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        assert index is not None
        assert len(index) == passages == 4
        last = archive.connection.execute("SELECT what FROM log ORDER BY rowid DESC").fetchone()
        assert last == ("forget: cccc000000000004",)
    assert len(list(own_shelf.glob("vectors-*"))) == 1
    assert run("verify", index=own_shelf).exit_code == 0
    assert run("forget", "cccc", "--yes", index=own_shelf).exit_code == 2


def test_papers_of_files_that_are_gone_are_forgotten_together(run: Run, own_shelf: Path) -> None:
    none = run("forget", "--gone", "--yes", index=own_shelf)
    assert none.exit_code == 1
    with Archive.open(own_shelf) as archive:
        root, path = archive.connection.execute(
            "SELECT root, path FROM files WHERE path LIKE '=cmd%'"
        ).fetchone()
        archive.connection.execute("UPDATE files SET state = 'gone' WHERE path = ?", (path,))
    Path(root, path).unlink()
    assert run("forget", "--gone", "--yes", index=own_shelf).exit_code == 0
    with Archive.open(own_shelf) as archive:
        assert path not in [file.path for file in archive.files()]
        assert archive.status().papers == 3


def test_a_sound_archive_is_sound(run: Run, own_shelf: Path) -> None:
    done = run("verify", index=own_shelf)
    assert done.exit_code == 0
    assert "All sound." in done.stdout
    assert "4 files read again" in done.stdout


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("DELETE FROM words WHERE rowid = 1", "words"),
        ("UPDATE papers SET record = '{' WHERE id = 1", "record"),
        ("UPDATE tags SET tag = 'foi:open' WHERE tag = 'foi:exempt'", "tags"),
        ("UPDATE passages SET vector = x'0011' WHERE id = 1", "vectors"),
        ("UPDATE meta SET value = 'bad' WHERE key = 'faiss_sha256'", "vectors"),
    ],
)
def test_damage_is_found(run: Run, own_shelf: Path, statement: str, kind: str) -> None:
    with sqlite3.connect(own_shelf / "catalogue.sqlite") as connection:
        connection.execute(statement)
    connection.close()
    done = run("verify", "--json", index=own_shelf)
    assert done.exit_code == 2
    found = json.loads(done.stdout)
    assert found["sound"] is False
    assert kind in {p["kind"] for p in found["checked"]["problems"]}


def test_changed_and_missing_files_are_told_apart_from_damage(run: Run, own_shelf: Path) -> None:
    papers = sorted((own_shelf.parent / "papers").rglob("*.pdf"))
    papers[0].write_text("other words")
    papers[1].unlink()
    done = run("verify", "--json", index=own_shelf)
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert (found["sound"], found["up_to_date"]) == (True, False)
    assert {p["kind"] for p in found["checked"]["problems"]} == {"changed", "missing"}
    assert run("verify", "--no-files", index=own_shelf).exit_code == 0


def test_a_reader_in_the_way_is_told_and_the_next_forget_finishes(
    run: Run, own_shelf: Path
) -> None:
    reader = sqlite3.connect(own_shelf / "catalogue.sqlite", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM papers").fetchone()
    from papersearch.archive import catalogue

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "_WAIT_SECONDS", 0.2)
        done = run("forget", "cccc", "--yes", index=own_shelf)
    assert done.exit_code == 2
    assert "another process is reading" in done.stderr
    reader.execute("COMMIT")
    reader.close()
    assert run("forget", "--gone", "--yes", index=own_shelf).exit_code == 1
    assert b"submarine" not in bytes_of(own_shelf)
