"""The power fails at each moment: of what was not brought to the disk, any part may be lost.

    python -m tests.archive.power --undertaking update [--every 1] [--cuts 6]

A killed process loses nothing that it wrote: the system keeps it. A power cut
does. So one undisturbed run is recorded call by call (calls.c), and for each
moment of it the folder is put together as a disk could hold it then:

- of a file, what it was at its last fsync, and of each write since any part by
  sectors of 512 bytes, in any order, or none (then all, or some, by chance);
- of names made, renamed or deleted, what was so at the folder's last fsync, and
  a first part of what came since: a journal keeps their order.

After each the same must hold as after any other fault (faults.py), and no
commit that had been made may be lost.
"""

from __future__ import annotations

import argparse
import ctypes
import itertools
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from papersearch.archive import ingest as ingesting
from papersearch.archive import vectors
from tests.archive import faults

SECTOR = 512


@dataclass(frozen=True)
class Call:
    """One recorded call: what it did, to which file, from which byte on, with which bytes."""

    what: str
    path: str
    at: int
    data: bytes


@dataclass
class File:
    """A file's bytes on the disk, and the calls on it that may not have reached it."""

    durable: bytearray = field(default_factory=bytearray)
    waiting: list[Call] = field(default_factory=list)

    def now(self, chance: random.Random | None, share: float) -> bytes:
        """Return what a disk may hold: of what waits, each sector by *chance* of *share*."""
        out = bytearray(self.durable)
        for call in self.waiting:
            if call.what == "truncate":
                if chance is None or chance.random() < share:
                    _resize(out, call.at)
                continue
            start = call.at
            for piece in _sectors(call):
                if chance is None or chance.random() < share:
                    _resize(out, max(len(out), start + len(piece)))
                    out[start : start + len(piece)] = piece
                start += len(piece)
        return bytes(out)

    def sync(self) -> None:
        """Bring all that waits to the disk."""
        self.durable = bytearray(self.now(None, 1.0))
        self.waiting.clear()


def _resize(data: bytearray, length: int) -> None:
    if length < len(data):
        del data[length:]
    else:
        data.extend(bytes(length - len(data)))


def _sectors(call: Call) -> Iterator[bytes]:
    """Yield the bytes of a write, cut where a sector of the file ends."""
    first = SECTOR - call.at % SECTOR
    cuts = [0, *range(first, len(call.data), SECTOR), len(call.data)]
    for start, end in itertools.pairwise(cuts):
        yield call.data[start:end]


class Disk:
    """A folder as the disk holds it and as its processes see it."""

    def __init__(self, folder: Path, kept: Path | None) -> None:
        self.folder = folder
        self.names: dict[str, File] = {}
        if kept is not None:
            for path in kept.iterdir():
                self.names[str(folder / path.name)] = File(bytearray(path.read_bytes()))
        self.durable = dict(self.names)
        self.waiting: list[tuple[str, File | None]] = []
        """Names that were given (to a file) or taken away, and may not be on the disk."""

    def do(self, call: Call) -> None:
        """Carry out a recorded call."""
        path = call.path.removesuffix(" (deleted)")
        if call.path != path:
            return  # of a file that has no name any more nothing can be left
        if call.what == "fsync" and path == str(self.folder):
            for name, file in self.waiting:
                _name(self.durable, name, file)
            self.waiting.clear()
        elif call.what == "fsync":
            if path in self.names:
                self.names[path].sync()
        elif call.what == "rename":
            file = self.names[path]
            self._give(call.data.decode(), file)
            self._give(path, None)
        elif call.what == "unlink":
            self._give(path, None)
        else:
            if path not in self.names:
                self._give(path, File())
            self.names[path].waiting.append(call)

    def _give(self, name: str, file: File | None) -> None:
        _name(self.names, name, file)
        self.waiting.append((name, file))

    def put(self, chance: random.Random, cut: int) -> None:
        """Write the folder as the *cut*-th kind of power cut leaves it.

        0: nothing reached the disk that was not brought there; 1: all names did, no bytes;
        2: all bytes did, no names; others: any part of both, by *chance*.
        """
        every = len(self.waiting)
        plain = [(0.0, 0), (0.0, every), (1.0, 0)]
        any_part = (chance.choice((0.1, 0.5, 0.9)), chance.randint(0, every))
        share, reached = plain[cut] if cut < len(plain) else any_part
        names = dict(self.durable)
        for name, file in self.waiting[:reached]:
            _name(names, name, file)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o700)
        for name, file in names.items():
            Path(name).write_bytes(file.now(chance, share))


def _name(names: dict[str, File], name: str, file: File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


def recorded(bench: faults.Bench, into: Path) -> list[Call]:
    """Run the undertaking once, undisturbed; return all calls that change what lies on the disk.

    A call ``mark`` stands after each commit.
    """
    bench.fresh()
    calls = ctypes.CDLL(None)
    child = os.fork()
    if not child:
        status = faults.BROKEN
        try:
            calls.fault_arm(os.fsencode(f"{bench.index}/"), ctypes.c_long(-1), 0)
            calls.record_into(os.fsencode(into))

            def after_commit(step: str, go: Any) -> None:
                go()
                if step == "commit":
                    calls.record_mark(ctypes.c_long(1))

            faults._patched(after_commit, bench.run)
            calls.record_into(None)
            status = 0
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    return list(_parsed(into.read_bytes()))


def _parsed(data: bytes) -> Iterator[Call]:
    position = 0
    while position < len(data):
        end = data.index(b"\n", position)
        what, name, at, length = data[position:end].split(b" ")
        start = end + 1 + int(name)
        path = os.fsdecode(data[end + 1 : start])
        position = start + int(length)
        yield Call(what.decode(), path, int(at), data[start:position])


def survey(name: str, every: int, cuts: int, careless: bool = False) -> dict[str, Any]:
    """Cut the power after every *every*-th call; return the figures and all trouble.

    With *careless*, as if nothing had ever asked for an fsync: there must be trouble.
    """
    with tempfile.TemporaryDirectory(prefix="papersearch-power-", dir=faults.MEMORY) as folder:
        root = Path(folder).resolve()
        bench = faults.Bench(root, faults.UNDERTAKINGS[name])
        calls = recorded(bench, root / "record")
        disk = Disk(bench.index, bench.kept if bench.kept.exists() else None)
        commits = tried = waited = 0
        trouble: list[str] = []
        for n, call in enumerate(calls, 1):
            if call.what == "mark":
                commits += 1
                continue
            if not (careless and call.what == "fsync"):
                disk.do(call)
            if n % every:
                continue
            waited += bool(disk.waiting or any(f.waiting for f in disk.names.values()))
            for cut in range(cuts):
                tried += 1
                disk.put(random.Random(n * 100 + cut), cut)
                try:
                    wrong = bench.trouble_after(commits)
                except Exception:
                    wrong = traceback.format_exc()
                if wrong:
                    trouble.append(f"{name}, cut {cut} after {call.what} {n}: {wrong}")
    return {
        "undertaking": name, "calls": len(calls), "commits": commits, "at stake": waited,
        "tried": tried, "trouble": trouble,
    }  # fmt: skip


def main() -> None:
    """Cut the power; print one line of JSON for each undertaking."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--undertaking", choices=(*faults.UNDERTAKINGS, "all"), default="all")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--cuts", type=int, default=6)
    parser.add_argument("--careless", action="store_true", help="Leave every fsync out.")
    given = parser.parse_args()
    if "LD_PRELOAD" not in os.environ:
        with tempfile.TemporaryDirectory() as folder:
            preload = str(faults.build(Path(folder)))
            subprocess.run(
                [sys.executable, "-m", "tests.archive.power", *sys.argv[1:]], check=True,
                env={**os.environ, "OMP_NUM_THREADS": "1", "LD_PRELOAD": preload},
            )  # fmt: skip
        return
    flat = vectors.FLAT_UP_TO
    ingesting.GROUP_PASSAGES = 4  # several commits within one small ingest
    for name in faults.UNDERTAKINGS if given.undertaking == "all" else [given.undertaking]:
        vectors.FLAT_UP_TO = flat
        found = survey(name, given.every, given.cuts, given.careless)
        print(json.dumps(found), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
