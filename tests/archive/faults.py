"""A fault at each step of each undertaking, and what must hold after every one of them.

    python -m tests.archive.faults --layer calls --how tear --undertaking forget

Two layers. ``steps`` are the archive's own changes, all made through
:mod:`papersearch.archive.disk`. ``calls`` are those of the whole process, SQLite's
and FAISS's too, caught between the process and the system (calls.c). The n-th
step or call kills the process, tears (half a write, then death), fails with an
I/O error, or finds the disk full from then on. For every n, in a fresh copy:

1. the archive opens, and ``verify`` finds it sound;
2. a reader gets an answer that an undisturbed run gave between two commits;
3. the next run completes, to the same bytes of answer as an undisturbed run.
"""

from __future__ import annotations

import argparse
import ctypes
import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from papersearch.archive import Archive, disk, vectors
from papersearch.archive import ingest as ingesting
from papersearch.archive.forget import forget, purge
from papersearch.archive.verify import verify
from papersearch.errors import ArchiveError
from tests.archive import library

KILLED, TOLD, BROKEN = 77, 3, 4
HOW = {"kill": 1, "tear": 2, "fail": 3, "full": 4}
STEPS = ("write", "fsync", "replace", "unlink", "commit")
SECRET = "heliotrope"
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""A folder where fsync costs nothing, or the usual one."""


@dataclass(frozen=True)
class Undertaking:
    """What is done to an archive: how it comes to its first state, then what is disturbed."""

    before: Callable[[Path, Path], None]
    do: Callable[[Path, Path], Any]


def _papers(folder: Path) -> None:
    library.make(folder)
    library.write(
        folder / "secret.txt",
        library.text("Secret", "2023-10-26", f"The {SECRET} ward is to be closed in spring."),
    )


def _nothing(papers: Path, index: Path) -> None:
    _papers(papers)


def _filled(papers: Path, index: Path) -> None:
    _papers(papers)
    library.fill(index, papers)


def _changed(papers: Path, index: Path) -> None:
    _filled(papers, index)
    library.write(papers / "2023/plan.txt", library.PLAN.replace("ten beds", "six beds in all"))
    library.write(papers / "pack.txt", library.BROKEN)
    library.write(papers / "new.txt", library.text("New", "2024-01-25", "A new paper on beds."))
    library.write(papers / "copy.txt", library.CAR_PARK)
    (papers / "2023/car parks.txt").rename(papers / "parking.txt")
    (papers / "secret.txt").unlink()


def _grown(papers: Path, index: Path) -> None:
    _filled(papers, index)
    vectors.FLAT_UP_TO = 12  # the next passages ask for another form of FAISS's index
    for n in range(3):
        lines = [f"Ward {n} has {m} beds for staff retention." for m in range(4)]
        library.write(papers / f"more {n}.txt", library.text(f"More {n}", "2024-03-28", *lines))


def _ingest(papers: Path, index: Path) -> None:
    library.fill(index, papers)


def _forget(papers: Path, index: Path) -> None:
    with Archive.open(index) as archive:
        named = [p.id for p in archive.records() if p.title == "Secret"]
        forget(archive, named)


def _purge(papers: Path, index: Path) -> None:
    with Archive.open(index) as archive:
        purge(archive, gone=True)


def _gone(papers: Path, index: Path) -> None:
    _filled(papers, index)
    (papers / "secret.txt").unlink()
    library.fill(index, papers)


UNDERTAKINGS = {
    "ingest": Undertaking(_nothing, _ingest),
    "update": Undertaking(_changed, _ingest),
    "growth": Undertaking(_grown, _ingest),
    "forget": Undertaking(_filled, _forget),
    "purge": Undertaking(_gone, _purge),
}


class Bench:
    """One undertaking: its first state on disk, and the answers of an undisturbed run."""

    def __init__(self, folder: Path, undertaking: Undertaking) -> None:
        self.folder = folder
        self.papers = folder / "papers"
        self.index = folder / "index"
        self.kept = folder / "kept"
        self.undertaking = undertaking
        undertaking.before(self.papers, self.index)
        if self.index.exists():
            self.index.rename(self.kept)
        self.told: list[bytes] = []
        """Answers before the undertaking, after each of its commits, and at its end."""
        self.fresh()
        self._note()
        _patched(self._after_commit, self.run)
        self.final = self._note()

    def fresh(self) -> None:
        """Put the first state in place."""
        shutil.rmtree(self.index, ignore_errors=True)
        if self.kept.exists():
            shutil.copytree(self.kept, self.index)

    def run(self) -> None:
        """Do what is to be disturbed."""
        self.undertaking.do(self.papers, self.index)

    def answers(self) -> bytes:
        """Return what a reader gets; nothing where no archive was made yet."""
        if not (self.index / "catalogue.sqlite").exists():
            return b""
        return library.answers(self.index)

    def _note(self) -> bytes:
        told = self.answers()
        self.told.append(told)
        return told

    def _after_commit(self, step: str, go: Callable[[], None]) -> None:
        go()
        if step == "commit":
            self._note()

    def trouble_after(self, commits: int = 0) -> str | None:
        """Return what does not hold in the archive as a fault left it, ``None`` if all does.

        Args:
            commits: How many commits had been made when it happened, that must not be lost.
        """
        if (self.index / "catalogue.sqlite").exists():
            with Archive.open(self.index) as archive:
                found = verify(archive, with_files=False)
            wrong = [p for p in found.problems if p.kind != "unfinished"]
            if wrong:
                return f"not sound: {wrong}"
        if self.answers() not in self.told[commits:]:
            return "a reader gets an answer that no undisturbed run gave"
        self.run()
        if self.answers() != self.final:
            return "the next run does not come to the same answers"
        with Archive.open(self.index) as archive:
            problems = verify(archive, with_files=False).problems
            held = archive.meta("faiss_file")
        if problems:
            return f"the next run left problems: {problems}"
        stray = {f.name for f in self.index.iterdir()} - {
            "catalogue.sqlite", "writer.lock", "writer.pid", held,
        }  # fmt: skip
        if [name for name in stray if not name.startswith("vectors-") or "draft" in name]:
            return f"the next run left {stray}"
        if self.undertaking.do in (_forget, _purge):
            left = [f.name for f in self.index.iterdir() if SECRET.encode() in f.read_bytes()]
            if left:
                return f"forgotten words are still in {left}"
        return None


def _patched(around: Callable[[str, Callable[[], None]], None], do: Callable[[], None]) -> None:
    """Run *do* with each step of the seam handed to *around*."""
    kept = {name: getattr(disk, name) for name in STEPS}

    def wrap(name: str) -> Callable[..., None]:
        return lambda *arguments: around(name, lambda: kept[name](*arguments))

    for name in STEPS:
        setattr(disk, name, wrap(name))
    try:
        do()
    finally:
        for name, real in kept.items():
            setattr(disk, name, real)


def _failure(step: str, how: str) -> Exception:
    """Return what the system or SQLite would say."""
    if step == "commit":
        said = "database or disk is full" if how == "full" else "disk I/O error"
        return sqlite3.OperationalError(said)
    number = errno.ENOSPC if how == "full" else errno.EIO
    return OSError(number, os.strerror(number))


def _with_steps(n: int, how: str, do: Callable[[], None]) -> int:
    """Run *do* with a fault at the *n*-th step of the seam; return how many steps there were."""
    steps = [0]

    def around(step: str, go: Callable[[], None]) -> None:
        steps[0] += 1
        if steps[0] == n:
            if how == "kill":
                os._exit(KILLED)
            if how == "tear":
                go()
                os._exit(KILLED)
            raise _failure(step, how)
        if how == "full" and steps[0] > n and step == "write":
            raise _failure(step, how)
        go()

    _patched(around, do)
    return steps[0]


def _with_calls(n: int, how: str, do: Callable[[], None], below: Path) -> int:
    """Run *do* with a fault at the *n*-th call below a folder; return how many there were."""
    calls = ctypes.CDLL(None)
    calls.fault_arm(os.fsencode(f"{below}/"), ctypes.c_long(n), HOW[how])
    try:
        do()
    finally:
        calls.fault_arm(b"", ctypes.c_long(-1), 0)
        count: int = calls.fault_count()
    return count


def disturb(bench: Bench, layer: str, how: str, n: int) -> int:
    """Run the undertaking in a child with a fault at *n*; return how the child ended."""
    bench.fresh()
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = BROKEN
    try:
        if layer == "steps":
            _with_steps(n, how, bench.run)
        else:
            _with_calls(n, how, bench.run, bench.index)
        status = 0
    except ArchiveError:
        status = TOLD
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def count(bench: Bench, layer: str) -> int:
    """Return how many steps or calls an undisturbed run makes."""
    bench.fresh()
    if layer == "steps":
        return _with_steps(0, "kill", bench.run)
    steps: list[int] = []
    calls = ctypes.CDLL(None)
    calls.fault_arm(os.fsencode(f"{bench.index}/"), ctypes.c_long(-1), 0)
    bench.run()
    calls.fault_count.restype = ctypes.c_long
    steps.append(calls.fault_count())
    return steps[0]


def survey(layer: str, how: str, name: str, every: int = 1) -> dict[str, Any]:
    """Try every *every*-th fault of an undertaking; return the figures and all trouble."""
    with tempfile.TemporaryDirectory(prefix="papersearch-faults-", dir=MEMORY) as folder:
        bench = Bench(Path(folder).resolve(), UNDERTAKINGS[name])
        points = count(bench, layer)
        ends: dict[int, int] = {}
        trouble: list[str] = []
        for n in range(1, points + 1, every):
            end = disturb(bench, layer, how, n)
            ends[end] = ends.get(end, 0) + 1
            try:
                wrong = bench.trouble_after()
            except Exception:
                wrong = traceback.format_exc()
            if end == BROKEN:
                wrong = f"an error that is no sentence; {wrong}"
            if wrong:
                trouble.append(f"{name}, {layer}, {how} at {n}: {wrong}")
    return {
        "undertaking": name, "layer": layer, "how": how, "points": points,
        "tried": sum(ends.values()), "killed": ends.get(KILLED, 0), "told": ends.get(TOLD, 0),
        "went on": ends.get(0, 0), "states": len(set(bench.told)), "trouble": trouble,
    }  # fmt: skip


def build(folder: Path) -> Path:
    """Compile calls.c into *folder*."""
    out = folder / "calls.so"
    source = Path(__file__).with_name("calls.c")
    subprocess.run(
        ["cc", "-O1", "-shared", "-fPIC", "-Wall", "-Werror", "-o", out, source, "-ldl"],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    return out


def in_own_process(
    arguments: Sequence[str], preload: Path | None = None, module: str = "tests.archive.faults"
) -> list[dict[str, Any]]:
    """Run a module as a program, since it forks; return what it found."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    if preload is not None:
        environment["LD_PRELOAD"] = str(preload)
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        capture_output=True, text=True, timeout=3600, check=False, env=environment,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def main() -> None:
    """Try faults; print one line of JSON for each undertaking."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--layer", choices=("steps", "calls"), default="steps")
    parser.add_argument("--how", nargs="+", choices=[*HOW], default=[*HOW])
    parser.add_argument("--undertaking", choices=(*UNDERTAKINGS, "all"), default="all")
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args()
    if given.layer == "calls" and "LD_PRELOAD" not in os.environ:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["OMP_NUM_THREADS"] = "1"
            os.environ["LD_PRELOAD"] = str(build(Path(folder)))
            subprocess.run(
                [sys.executable, "-m", "tests.archive.faults", *sys.argv[1:]], check=True
            )
        return
    flat = vectors.FLAT_UP_TO
    ingesting.GROUP_PASSAGES = 4  # several commits within one small ingest
    for name in UNDERTAKINGS if given.undertaking == "all" else [given.undertaking]:
        for how in given.how:
            vectors.FLAT_UP_TO = flat
            print(json.dumps(survey(given.layer, how, name, given.every)), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
