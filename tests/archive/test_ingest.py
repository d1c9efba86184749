"""Ingest: nothing twice, nothing lost, everything counted."""

import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from papersearch.archive import Archive
from papersearch.archive.catalogue import UNFINISHED
from papersearch.archive.vectors import Vectors, pack
from papersearch.archive.verify import verify
from papersearch.errors import ArchiveError, UsageError
from papersearch.reading.guard import Limits
from papersearch.reading.options import ReadOptions
from tests.archive.library import (
    BROKEN,
    CAR_PARK,
    PACK,
    PLAN,
    Reader,
    answers,
    fill,
    make,
    text,
    write,
)
from tests.shelf import FakeEmbedder

LONG = text(
    "Bed plan", "2023-05-25",
    *(f"On ward {n} the number of beds falls from {n + 9} to {n + 7} before month {n} of the year."
      for n in range(1, 13)),
)  # fmt: skip


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return make(tmp_path / "papers")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def states(index: Path) -> dict[str, str]:
    with Archive.open(index) as archive:
        return {entry.path: entry.state for entry in archive.files()}


def titles(index: Path) -> dict[str, str]:
    """Return the file that each paper names as its source, by title."""
    with Archive.open(index) as archive:
        return {str(paper.title): paper.source.file for paper in archive.records()}


def assert_sound(index: Path, problems: tuple[str, ...] = ()) -> None:
    with Archive.open(index) as archive:
        assert tuple(p.kind for p in verify(archive).problems) == problems


def test_a_second_ingest_reads_nothing_and_changes_nothing(papers: Path, index: Path) -> None:
    first = fill(index, papers)
    assert (first.read, first.failed, first.ignored) == (3, 1, 2)
    told, catalogue = answers(index), (index / "catalogue.sqlite").read_bytes()
    Reader.read.clear()
    second = fill(index, papers)
    assert Reader.read == []
    assert (second.read, second.unchanged, second.failed) == (0, 4, 0)
    assert answers(index) == told
    assert (index / "catalogue.sqlite").read_bytes() == catalogue


def test_every_file_and_page_is_counted_once(papers: Path, index: Path) -> None:
    fill(index, papers)
    (papers / "2023/plan.txt").unlink()
    fill(index, papers)
    with Archive.open(index) as archive:
        held = archive.status()
        files = archive.files()
    assert held.files == 6
    assert held.files == held.current + held.failed + held.ignored + held.gone
    assert (held.current, held.failed, held.ignored, held.gone) == (2, 1, 2, 1)
    assert held.pages == (
        held.pages_text + held.pages_ocr + held.pages_scanned + held.pages_empty
        + held.pages_failed
    ) == 9  # fmt: skip
    assert (held.pages_ocr, held.pages_scanned, held.pages_empty, held.pages_failed) == (1, 1, 1, 1)
    assert all(entry.message for entry in files if entry.state in ("failed", "ignored"))
    assert all(entry.remedy for entry in files if entry.state == "failed")


def test_a_changed_file_replaces_its_papers(papers: Path, index: Path) -> None:
    fill(index, papers)
    write(papers / "2023/plan.txt", text("New plan", "2024-05-30", "We will plant trees."))
    assert fill(index, papers).read == 1
    assert "Annual plan" not in titles(index)
    assert titles(index)["New plan"] == "2023/plan.txt"
    assert b"trees" in answers(index, ["trees"])
    assert_sound(index)


def test_a_file_that_can_no_longer_be_read_leaves_no_old_papers(papers: Path, index: Path) -> None:
    fill(index, papers)
    write(papers / "2023/plan.txt", BROKEN + " now")
    assert fill(index, papers).failures[0][:2] == ("2023/plan.txt", "damaged")
    assert states(index)["2023/plan.txt"] == "failed"
    assert "Annual plan" not in titles(index)
    assert_sound(index)


@pytest.mark.parametrize("code", ["timed_out", "out_of_memory", "permission_denied"])
def test_what_was_read_is_kept_where_a_new_reading_of_the_same_bytes_fails(
    papers: Path, index: Path, code: str
) -> None:
    fill(index, papers)
    Reader.trouble = {"plan.txt": code}
    again = fill(index, papers, options=ReadOptions(tables=False))
    assert code in [failure[1] for failure in again.failures]
    assert states(index)["2023/plan.txt"] == "current"
    assert "Annual plan" in titles(index)
    Reader.trouble = {}
    Reader.read.clear()
    fill(index, papers, options=ReadOptions(tables=False))
    assert Reader.read == ["plan.txt"]  # it is tried until it is read as the others were


def test_a_deleted_file_is_gone_and_its_papers_stay(papers: Path, index: Path) -> None:
    fill(index, papers)
    (papers / "2023/plan.txt").unlink()
    assert fill(index, papers).gone == 1
    assert states(index)["2023/plan.txt"] == "gone"
    assert "Annual plan" in titles(index)
    assert fill(index, papers).gone == 0
    write(papers / "2023/plan.txt", PLAN)
    Reader.read.clear()
    fill(index, papers)
    assert states(index)["2023/plan.txt"] == "current"
    assert Reader.read == []
    assert_sound(index)


@pytest.mark.parametrize("later", [False, True], ids=["at once", "after it was seen as gone"])
def test_a_renamed_file_is_not_read_again(papers: Path, index: Path, later: bool) -> None:
    fill(index, papers)
    old = papers / "2023/plan.txt"
    old.rename(papers / "aside")
    if later:
        fill(index, papers)
    (papers / "aside").rename(papers / "the plan.txt")
    Reader.read.clear()
    report = fill(index, papers)
    assert (report.renamed, Reader.read) == (1, [])
    assert "2023/plan.txt" not in states(index)
    assert titles(index)["Annual plan"] == "the plan.txt"
    assert_sound(index)


def test_a_whole_folder_that_moved_is_not_read_again(papers: Path, index: Path) -> None:
    fill(index, papers)
    moved = papers.rename(papers.parent / "moved")
    Reader.read.clear()
    report = fill(index, moved)
    assert (report.renamed, Reader.read) == (3, ["broken.txt"])
    assert titles(index)["Annual plan"] == "2023/plan.txt"
    assert_sound(index)


def test_files_that_swap_their_names_lose_nothing(papers: Path, index: Path) -> None:
    fill(index, papers)
    one, other = papers / "2023/plan.txt", papers / "2023/car parks.txt"
    one.rename(papers / "aside")
    other.rename(one)
    (papers / "aside").rename(other)
    fill(index, papers)
    assert titles(index)["Annual plan"] == "2023/car parks.txt"
    assert titles(index)["Car parks"] == "2023/plan.txt"
    assert_sound(index)


def test_a_touched_file_is_not_read_again(papers: Path, index: Path) -> None:
    fill(index, papers)
    os.utime(papers / "2023/plan.txt", (0, 0))
    Reader.read.clear()
    assert fill(index, papers).unchanged == 4
    assert Reader.read == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no time of a file's last change")
def test_a_change_is_seen_though_size_and_time_are_the_old_ones(papers: Path, index: Path) -> None:
    fill(index, papers)
    file = papers / "2023/plan.txt"
    times = file.stat()
    write(file, PLAN.replace("ten beds", "six beds"))
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert file.stat().st_size == times.st_size
    assert fill(index, papers).read == 1
    assert b"six beds" in answers(index)
    assert b"ten beds" not in answers(index)


def test_the_same_bytes_twice_are_one_paper_and_two_files(papers: Path, index: Path) -> None:
    write(papers / "copy of plan.txt", PLAN)
    report = fill(index, papers)
    assert (report.read, report.copies) == (4, 1)
    assert states(index)["copy of plan.txt"] == "current"
    with Archive.open(index) as archive:
        ids = [paper.id for paper in archive.records()]
    assert len(ids) == len(set(ids)) == 4
    assert_sound(index)


@pytest.mark.parametrize("fate", ["changed", "deleted", "broken", "passed over"])
@pytest.mark.parametrize("which", ["2023/plan.txt", "copy of plan.txt"])
def test_a_copy_inherits_the_papers_of_the_file_that_held_them(
    papers: Path, index: Path, fate: str, which: str
) -> None:
    write(papers / "copy of plan.txt", PLAN)
    fill(index, papers)
    file = papers / which
    if fate == "changed":
        write(file, text("Another", "2024-01-25", "Other words."))
    elif fate == "broken":
        write(file, BROKEN)
    else:
        file.unlink()
    if fate == "passed over":
        file.symlink_to("/etc/hostname")
    fill(index, papers)
    other = "copy of plan.txt" if which == "2023/plan.txt" else "2023/plan.txt"
    assert titles(index)["Annual plan"] == other
    assert_sound(index)
    if fate == "deleted":
        (papers / other).unlink()
        fill(index, papers)
        assert "Annual plan" in titles(index)
        assert_sound(index)


def test_twins_are_linked_and_let_go(papers: Path, index: Path) -> None:
    write(papers / "2023/long.txt", LONG)
    write(papers / "committee.txt", LONG + "\nOne more line for the committee's members.")
    fill(index, papers)
    with Archive.open(index) as archive:
        twins = {p.source.file: p.same_as for p in archive.records() if p.same_as}
    assert set(twins) == {"2023/long.txt", "committee.txt"}
    write(papers / "committee.txt", text("Quite another", "2023-05-25", "Nothing alike."))
    fill(index, papers)
    with Archive.open(index) as archive:
        assert not [p for p in archive.records() if p.same_as]


def test_other_settings_read_everything_anew(papers: Path, index: Path) -> None:
    write(papers / "copy of plan.txt", PLAN)
    fill(index, papers)
    told = answers(index)
    report = fill(index, papers, options=ReadOptions(tables=False))
    assert (report.read, report.unchanged) == (4, 0)
    assert answers(index) == told
    assert_sound(index)
    assert fill(index, papers, options=ReadOptions(tables=False)).unchanged == 5


def test_what_the_archive_holds_word_for_word_is_not_embedded_again(
    papers: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded: list[str] = []
    embed = FakeEmbedder.embed

    def note(self: FakeEmbedder, texts: Sequence[str]) -> Vectors:
        embedded.extend(texts)
        return embed(self, texts)

    monkeypatch.setattr(FakeEmbedder, "embed", note)
    fill(index, papers)
    assert embedded
    embedded.clear()
    write(papers / "plan again.txt", f"{PLAN}\nThe lift was mended in the spring of that year.\n")
    assert fill(index, papers, options=ReadOptions(tables=False)).read > 1
    assert embedded == ["The lift was mended in the spring of that year."]
    assert_sound(index)
    with Archive.open(index) as archive:
        rows = archive.connection.execute("SELECT vector FROM passages").fetchall()
        wanted = archive.connection.execute("SELECT text FROM words ORDER BY rowid").fetchall()
        assert sorted(bytes(row[0]) for row in rows) == sorted(
            pack(embed(FakeEmbedder(), [row[0] for row in wanted]))
        )


def test_a_refusal_is_tried_again_when_its_limit_moves_and_nothing_else_is(
    papers: Path, index: Path
) -> None:
    Reader.trouble = {"plan.txt": "timed_out", "car parks.txt": "too_many_pages"}
    fill(index, papers, limits=Limits(seconds=1))
    Reader.read.clear()
    fill(index, papers, limits=Limits(seconds=1))
    assert Reader.read == []
    fill(index, papers, limits=Limits(seconds=2))
    assert set(Reader.read) == {"plan.txt", "car parks.txt", "broken.txt"}
    Reader.read.clear()
    Reader.trouble = {}
    fill(index, papers, limits=Limits(seconds=2), options=ReadOptions(max_pages=9000))
    assert set(Reader.read) == {"plan.txt", "car parks.txt", "broken.txt"}
    assert "Annual plan" in titles(index)


def test_an_encrypted_file_is_tried_with_each_password(papers: Path, index: Path) -> None:
    Reader.trouble = {"plan.txt": "encrypted"}
    for password in ("wrong", "other"):
        Reader.read.clear()
        fill(index, papers, options=ReadOptions(password=password))
        assert "plan.txt" in Reader.read
    Reader.read.clear()
    fill(index, papers)
    assert Reader.read == []
    assert b"wrong" not in (index / "catalogue.sqlite").read_bytes()


# --- folders and names -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["README.md", "readme.txt", "Read me first.txt", "LICENSE.txt", "licence.md", "COPYING.txt",
     "LICENSE-MIT.txt", "CHANGELOG.md", "Contributing.md", "CODE_OF_CONDUCT.md", "README.html"],
)  # fmt: skip
def test_what_tells_of_the_folder_is_no_paper(tmp_path: Path, index: Path, name: str) -> None:
    write(tmp_path / "papers" / name, PLAN)
    assert fill(index, tmp_path / "papers").ignored == 1
    with Archive.open(index) as archive:
        (entry,) = archive.files()
    assert entry.state == "ignored"
    assert "no paper" in str(entry.message)


@pytest.mark.parametrize(
    "name",
    ["Readmission rates.txt", "Licence application.txt", "Licensing committee.txt", "README.pdf",
     "Read meeting notes.txt", "Authors of the review.md", "Changelog of risks 2023.txt",
     "Copying of records policy.txt"],
)  # fmt: skip
def test_a_paper_with_a_name_nearly_like_it_is_a_paper(
    tmp_path: Path, index: Path, name: str
) -> None:
    write(tmp_path / "papers" / name, PLAN)
    assert fill(index, tmp_path / "papers").read == 1


def test_what_a_user_names_is_read_whatever_it_is_called(papers: Path, index: Path) -> None:
    write(papers / "README.md", CAR_PARK)
    notes = write(papers / "minutes.dat", PLAN)
    fill(index, papers / "README.md", notes)
    assert titles(index) == {"Car parks": "README.md", "Annual plan": "minutes.dat"}
    fill(index, papers)  # a walk later does not undo it
    assert titles(index)["Car parks"] in ("README.md", "2023/car parks.txt")
    assert states(index)["README.md"] == states(index)["minutes.dat"] == "current"
    write(papers / "README.md", text("Changed", "2023-01-01", "Other words."))
    fill(index, papers)
    assert titles(index)["Changed"] == "README.md"


def test_a_file_is_one_file_through_whatever_folder_it_is_reached(
    papers: Path, index: Path
) -> None:
    fill(index, papers / "2023/plan.txt")
    fill(index, papers / "2023")
    assert states(index) == {"plan.txt": "current", "car parks.txt": "current"}
    fill(index, papers)
    assert states(index)["2023/plan.txt"] == "current"
    assert "plan.txt" not in states(index)
    assert titles(index)["Annual plan"] == "2023/plan.txt"
    before = answers(index)
    Reader.read.clear()
    fill(index, papers / "2023")
    fill(index, papers, papers / "2023", papers / "2023/plan.txt")
    assert Reader.read == []
    assert answers(index) == before
    (papers / "2023/plan.txt").unlink()
    fill(index, papers / "2023")
    assert states(index)["2023/plan.txt"] == "gone"


def test_a_file_outside_the_folders_given_is_left_alone(papers: Path, index: Path) -> None:
    fill(index, papers)
    (papers / "pack.txt").unlink()
    assert fill(index, papers / "2023").gone == 0
    assert states(index)["pack.txt"] == "current"


def test_links_that_lead_out_or_nowhere_are_passed_over(
    papers: Path, index: Path, tmp_path: Path
) -> None:
    outside = write(tmp_path / "secret.txt", text("Secret", "2023-01-01", "Not for the archive."))
    (papers / "out.txt").symlink_to(outside)
    (papers / "nowhere.txt").symlink_to(tmp_path / "none")
    (papers / "loop.txt").symlink_to(papers / "loop.txt")
    (papers / "round").symlink_to(papers)
    fill(index, papers)
    found = states(index)
    assert found["out.txt"] == found["nowhere.txt"] == found["loop.txt"] == "ignored"
    assert "Secret" not in titles(index)
    assert not [path for path in found if path.startswith("round")]


ODD = [
    "a b  c.txt", "newline\nin name.txt", "tab\t.txt", "ÅngströmÅ.txt", "日本語.txt",
    "'quote\".txt", "-rf.txt", "%s{x}$HOME.txt", "x" * 240 + ".txt", "; DROP TABLE files;--.txt",
    "CON.txt",
]  # fmt: skip


def test_odd_names_come_and_go_like_others(tmp_path: Path, index: Path) -> None:
    folder = tmp_path / "papers"
    for number, name in enumerate(ODD):
        write(folder / name, text(f"Odd {number}", "2023-01-26", f"Words of number {number}."))
    deep = folder.joinpath(*["deep" * 12] * 20)
    write(deep / "far down.txt", text("Deep", "2023-01-26", "Far down."))
    assert fill(index, folder).read == len(ODD) + 1
    assert set(ODD) < set(states(index))
    Reader.read.clear()
    assert fill(index, folder).unchanged == len(ODD) + 1
    for name in ODD:
        (folder / name).unlink()
    assert fill(index, folder).gone == len(ODD)
    assert_sound(index)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a name be any bytes")
def test_a_name_that_is_no_text_is_kept(tmp_path: Path, index: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    name = os.path.join(os.fsencode(folder), b"caf\xe9 \xff.txt")  # noqa: PTH118 - bytes
    with open(name, "wb") as file:  # noqa: PTH123
        file.write(PLAN.encode())
    assert fill(index, folder).read == 1
    assert fill(index, folder).unchanged == 1
    assert_sound(index)
    ((path, state),) = states(index).items()
    assert state == "current"
    json.dumps(path).encode()
    os.unlink(name)  # noqa: PTH108
    assert fill(index, folder).gone == 1


def test_a_folder_that_cannot_be_listed_is_told_and_its_files_are_not_gone(
    papers: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(index, papers)
    scandir = os.scandir

    def shut(path: str) -> object:
        if str(path).endswith("2023"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", shut)
        patch.setattr(os, "lstat", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "x")))
        report = fill(index, papers)
    assert ("2023/", "permission_denied") in [failure[:2] for failure in report.failures]
    assert states(index)["2023/"] == "failed"
    assert states(index)["2023/plan.txt"] == "current"
    assert report.gone == 0
    fill(index, papers)
    assert "2023/" not in states(index)


def test_an_empty_mount_point_loses_nothing(papers: Path, index: Path) -> None:
    fill(index, papers)
    held = titles(index)
    kept = shutil.move(papers, papers.parent / "kept")
    papers.mkdir()
    assert fill(index, papers).gone == 6
    assert titles(index) == held
    papers.rmdir()
    shutil.move(kept, papers)
    Reader.read.clear()
    fill(index, papers)
    assert Reader.read == ["broken.txt"]
    assert titles(index) == held


def test_a_file_that_goes_while_others_are_read(papers: Path, index: Path) -> None:
    fill(index, papers)
    Reader.trouble = {"plan.txt": "not_found"}
    fill(index, papers, options=ReadOptions(tables=False))
    assert states(index)["2023/plan.txt"] == "gone"
    assert "Annual plan" in titles(index)


# --- stopped runs and wrong use ----------------------------------------------------------------


def test_control_c_keeps_what_was_read_and_the_next_run_carries_on(
    papers: Path, index: Path, tmp_path: Path
) -> None:
    def stop(path: str) -> None:
        if path.endswith("pack.txt"):
            raise KeyboardInterrupt

    Reader.before_each = stop
    with pytest.raises(KeyboardInterrupt):
        fill(index, papers)
    Reader.before_each = None
    assert_sound(index, ("unfinished",))
    done = set(Reader.read)
    assert done
    Reader.read.clear()
    fill(index, papers)
    assert not done & set(Reader.read) - {"broken.txt"}
    fill(tmp_path / "undisturbed", papers)
    assert answers(index) == answers(tmp_path / "undisturbed")
    assert_sound(index)


def test_twins_are_linked_though_the_run_that_met_them_was_stopped(
    papers: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(papers / "2023/long.txt", LONG)
    write(papers / "committee.txt", LONG + "\nOne more line for the committee.")
    with monkeypatch.context() as patch:
        patch.setattr("papersearch.archive.twins.link_twins", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            fill(index, papers)
    with Archive.open(index) as archive:
        assert archive.meta(UNFINISHED) is not None
    Reader.read.clear()
    fill(index, papers)
    assert Reader.read == []
    with Archive.open(index) as archive:
        assert len([p for p in archive.records() if p.same_as]) == 2
        assert archive.meta(UNFINISHED) is None


def test_vectors_of_another_model_are_not_mixed_in(
    papers: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(index, papers)
    monkeypatch.setattr("tests.shelf.FakeEmbedder.fingerprint", "another:32")
    with pytest.raises(ArchiveError, match="fake:32"):
        fill(index, papers)


def test_a_path_that_is_not_there_changes_nothing(papers: Path, index: Path) -> None:
    fill(index, papers)
    told = answers(index)
    with pytest.raises(UsageError, match=r"none\.pdf"):
        fill(index, papers, papers / "none.pdf")
    assert answers(index) == told


def test_the_pack_gives_each_paper_its_own_pages(papers: Path, index: Path) -> None:
    fill(index, papers)
    with Archive.open(index) as archive:
        pages = {str(p.title): p.source.pages for p in archive.records()}
        belongs = archive.connection.execute(
            "SELECT count(*), count(DISTINCT x.id), sum(p.id IS NULL), sum(w.rowid IS NULL) "
            "FROM passages x LEFT JOIN papers p ON p.id = x.paper LEFT JOIN words w "
            "ON w.rowid = x.id"
        ).fetchone()
        index_, _ = archive.index()
    assert pages["Minutes"] == (1, 3)
    assert pages["Estates"] == (4, 7)
    assert belongs[0] == belongs[1]
    assert belongs[2:] == (0, 0)
    assert index_ is not None
    assert len(index_) == belongs[0]
    assert PACK.count("\f") == 6
