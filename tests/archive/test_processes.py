"""Several processes at one archive: one writes, any number reads, and whoever waits is told."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from papersearch.archive import Archive
from papersearch.archive.lock import writing
from papersearch.archive.verify import verify
from papersearch.errors import ArchiveError
from tests.archive.library import answers, fill, make, text, write

ROOT = Path(__file__).parents[2]

HOLDER = """
    import sys, time
    from pathlib import Path
    from papersearch.archive import Archive
    from papersearch.archive.lock import writing
    with Archive.open(Path(sys.argv[1]), create=True) as archive, writing(archive):
        print("held", flush=True)
        time.sleep(60)
"""

ASKER = """
    import json, sys
    from pathlib import Path
    from papersearch.archive import Archive
    from tests.archive.library import answers_of
    seen = []
    with Archive.open(Path(sys.argv[1])) as archive:
        print("open", flush=True)
        while not Path(sys.argv[2]).exists():
            told = answers_of(archive).decode()
            if told not in seen:
                seen.append(told)
        seen.append(answers_of(archive).decode())
    print(json.dumps(seen), flush=True)
"""


def start(program: str, *arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, process.communicate()[1]
    return line.strip()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return make(tmp_path / "papers")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def test_a_second_writer_is_told_who_writes_and_readers_are_not_kept(
    papers: Path, index: Path
) -> None:
    fill(index, papers)
    told = answers(index)
    holder = start(HOLDER, index)
    try:
        assert said(holder) == "held"
        with pytest.raises(ArchiveError, match=rf"writing to .*\(process {holder.pid}\)"):
            fill(index, papers)
        assert answers(index) == told
    finally:
        holder.kill()
        holder.wait()


def test_the_lock_of_a_dead_writer_is_taken_over(papers: Path, index: Path) -> None:
    holder = start(HOLDER, index)
    assert said(holder) == "held"
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert fill(index, papers).read == 3
    with Archive.open(index) as archive, writing(archive):
        assert (index / "writer.pid").read_text() == str(os.getpid())


def test_two_processes_make_one_archive(papers: Path, index: Path) -> None:
    opener = """
        import sys
        from pathlib import Path
        from papersearch.archive import Archive
        Archive.open(Path(sys.argv[1]), create=True).close()
    """
    several = [start(opener, index) for _ in range(6)]
    for process in several:
        assert process.wait(240) == 0, process.communicate()[1]
    assert fill(index, papers).read == 3


def test_ten_readers_get_whole_answers_while_the_archive_is_rebuilt(
    papers: Path, index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(index, papers)
    before = answers(index)
    for n in range(12):
        lines = [f"Ward {n} has {m} beds for staff." for m in range(6)]
        write(papers / f"ward {n}.txt", text(f"Ward {n}", "2024-01-25", *lines))
    write(papers / "2023/plan.txt", text("Plan", "2024-01-25", "Staff retention is no aim now."))
    whole = {before}
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(index, undisturbed)
    _fill_noting_each_commit(undisturbed, papers, whole, monkeypatch)
    done = tmp_path / "done"
    readers = [start(ASKER, index, done) for _ in range(10)]
    try:
        assert {said(reader) for reader in readers} == {"open"}
        _fill_noting_each_commit(index, papers, set(), monkeypatch, pause=0.05)
        done.touch()
        for reader in readers:
            seen = [told.encode() for told in json.loads(said(reader))]
            assert reader.wait(240) == 0
            assert set(seen) <= whole
            assert seen[-1] == answers(undisturbed)
    finally:
        done.touch()
        for reader in readers:
            reader.kill()
            reader.wait()


def _fill_noting_each_commit(
    index: Path, papers: Path, into: set[bytes], monkeypatch: pytest.MonkeyPatch, pause: float = 0
) -> None:
    from papersearch.archive import disk

    commit = disk.commit

    def noting(connection: object) -> None:
        commit(connection)  # type: ignore[arg-type]
        time.sleep(pause)
        if not pause:
            into.add(answers(index))

    with monkeypatch.context() as patch:
        patch.setattr(disk, "commit", noting)
        patch.setattr("papersearch.archive.ingest.GROUP_PASSAGES", 12)
        fill(index, papers)


# --- the disk ----------------------------------------------------------------------------------


def test_a_full_disk_is_told_and_nothing_is_lost(papers: Path, index: Path, tmp_path: Path) -> None:
    fill(index, papers)
    before = answers(index)
    long = [f"A long paper's line {n} of words on beds and staff." for n in range(4000)]
    write(papers / "long.txt", text("Long", "2024-02-22", *long))
    filler = """
        import resource, signal, sys
        from pathlib import Path
        from papersearch.errors import ArchiveError
        from tests.archive.library import fill
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        try:
            fill(Path(sys.argv[1]), Path(sys.argv[2]))
        except ArchiveError as error:
            print(error.message, "|", error.remedy, flush=True)
    """
    process = start(filler, index, papers)
    told = said(process)
    assert process.wait(240) == 0, process.communicate()[1]
    assert "Make room" in told or "Check the disk" in told
    with Archive.open(index) as archive:
        assert not [p for p in verify(archive).problems if p.kind != "unfinished"]
    assert answers(index) == before
    fill(index, papers)
    fill(tmp_path / "undisturbed", papers)
    assert answers(index, ["beds"]) == answers(tmp_path / "undisturbed", ["beds"])
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs unshare to make a small disk")
def test_a_small_disk_that_runs_full(papers: Path, tmp_path: Path) -> None:
    """A real file system of 600 kB: no room for the archive, then room on another."""
    for n in range(40):
        lines = [f"Ward {n} has {m} beds for staff." for m in range(40)]
        write(papers / f"ward {n}.txt", text(f"Ward {n}", "2024-01-25", *lines))
    mount = tmp_path / "small"
    mount.mkdir()
    script = f"""
        mount -t tmpfs -o size=600k none "{mount}" || exit 99
        "{sys.executable}" -c '{_FILL}' "{mount}/index" "{papers}" || exit 1
        "{sys.executable}" -c '{_CHECK}' "{mount}/index"
    """
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "bash", "-c", textwrap.dedent(script)],
        capture_output=True, text=True, timeout=240, check=False, cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    if done.returncode == 99 or "unshare" in done.stderr:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    assert "told: " in done.stdout
    assert "sound" in done.stdout


_FILL = """
import sys
from pathlib import Path
from papersearch.errors import ArchiveError
from tests.archive.library import fill
try:
    fill(Path(sys.argv[1]), Path(sys.argv[2]))
except ArchiveError as error:
    print("told:", error.message)
"""
_CHECK = """
import sys
from pathlib import Path
from papersearch.archive import Archive
from papersearch.archive.verify import verify
with Archive.open(Path(sys.argv[1])) as archive:
    wrong = [p for p in verify(archive, False).problems if p.kind != "unfinished"]
    print(wrong or "sound")
"""

AS_ANYONE = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
"""Root without its rights: what the folder's mode says holds for it as well."""


@pytest.mark.skipif(
    os.name != "posix" or (os.getuid() == 0 and shutil.which("setpriv") is None),
    reason="root may write anywhere",
)
def test_a_folder_that_may_not_be_written_can_be_searched_and_is_told(
    papers: Path, index: Path
) -> None:
    fill(index, papers)
    told = answers(index)
    program = """
        import sys
        from pathlib import Path
        from papersearch.archive import Archive
        from papersearch.archive.forget import forget
        from papersearch.archive.verify import verify
        from papersearch.errors import ArchiveError
        from tests.archive.library import answers, fill
        index, papers = map(Path, sys.argv[1:])
        sys.stdout.buffer.write(answers(index) + b"\\n")
        with Archive.open(index) as archive:
            print(verify(archive).problems)
            for do in (lambda: forget(archive, ["x"]), lambda: fill(index, papers)):
                try:
                    do()
                except ArchiveError as error:
                    print(error.message)
    """
    index.chmod(0o500)
    try:
        done = subprocess.run(
            [*(AS_ANYONE if os.getuid() == 0 else []), sys.executable, "-c",
             textwrap.dedent(program), str(index), str(papers)],
            capture_output=True, text=True, timeout=240, check=False, cwd=ROOT,
        )  # fmt: skip
    finally:
        index.chmod(0o700)
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert lines[0].encode() == told
    assert lines[1] == "()"
    assert len(lines) == 4
    assert all("cannot be written" in line or "may not be written" in line for line in lines[2:])


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_every_file_is_for_the_user_alone(papers: Path, index: Path) -> None:
    old = os.umask(0)
    try:
        fill(index, papers)
        with Archive.open(index) as archive, archive.reading(), writing(archive):
            archive.status()
            modes = {f.name: oct(f.stat().st_mode & 0o777) for f in index.iterdir()}
    finally:
        os.umask(old)
    assert oct(index.stat().st_mode & 0o777) == "0o700"
    assert set(modes.values()) == {"0o600"}, modes
    assert {"catalogue.sqlite", "writer.lock", "writer.pid"} < set(modes)
