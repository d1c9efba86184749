"""A large archive under load: one process ingests while eight search, all with the real model.

    python benchmarks/load.py [--papers 10000] [--searchers 8] [--seconds 120] [--scratch DIR]

The corpus is read once; each further paper is one of its papers with a third of
its words changed for another's, so that every passage is embedded anew. Papers
are put in by the archive's own ingest (only reading is left out: it is measured
in benchmarks/reading.py). Then eight processes search, one of them by the
command line, while a ninth adds papers. Prints one line of JSON: papers and
passages a second, of the clock and of the processor's time, the searches'
middle and 95th percentile, the memory of each process at the beginning, in the
middle and at the end, and every error that a user would have seen. With
``--scratch`` what was put in is kept, and a run that was stopped carries on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from made import command, machine, resident

CORPUS = Path(__file__).parents[1] / "corpus"
TOPICS = [
    "beds", "staff", "waiting times", "car parks", "falls", "agency spend", "the east wing roof",
    "digital records", "infection control", "discharge", "winter plans", "theatre lists",
]  # fmt: skip
QUESTIONS = [f"{verb} {topic}" for verb in ("cost of", "risk to", "plan for") for topic in TOPICS]
AT_ONCE = 50
"""Papers of an ingest while others search: small ones, so that many generations come and go."""


class Copies:
    """Stands for the reading children: gives the paper of which a file says the number."""

    def __init__(self, read: Path) -> None:
        self.read = read

    @cached_property
    def papers(self) -> list[Any]:
        """Return the corpus's papers with what stands in them."""
        from papersearch.archive.work import decode

        works = [decode(file.read_bytes()) for file in sorted(self.read.iterdir())]
        return [paper for work in works for paper in work.papers if paper.passages]

    def __call__(self, *_: Any, **__: Any) -> Copies:
        """Take what a pool of children takes."""
        return self

    def __enter__(self) -> Copies:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def map(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield each path with the papers in it."""
        for path in paths:
            yield path, self.changed(Path(path).read_bytes())

    def changed(self, data: bytes) -> bytes:
        """Return the paper of that number: one of the corpus's with another's words in it."""
        import msgspec

        from papersearch.archive.passages import key_of
        from papersearch.archive.work import FileWork

        number = int(data)
        chance = random.Random(number)
        paper = self.papers[number % len(self.papers)]
        more = " ".join(p.text for p in chance.choice(self.papers).passages).split()

        def change(text: str) -> str:
            words = text.split()
            for place in range(chance.randrange(3), len(words), 3):
                words[place] = chance.choice(more)
            return " ".join(words)

        passages = []
        for passage in paper.passages:
            text = change(passage.text)
            passages.append(
                msgspec.structs.replace(passage, text=text, indexed=text, key=key_of(text))
            )
        sha256 = hashlib.sha256(data).hexdigest()
        source = msgspec.structs.replace(paper.record.source, sha256=sha256)
        record = msgspec.structs.replace(paper.record, id=sha256[:16], source=source)
        prints = tuple(chance.randrange(1 << 31) for _ in paper.fingerprint)
        pages = source.pages or (1, 1)
        work = FileWork(
            sha256=sha256, media_type="application/pdf", pages={"text": pages[1] - pages[0] + 1},
            ways={}, agenda=(), warnings=(),
            papers=(
                msgspec.structs.replace(
                    paper, record=record, passages=tuple(passages), fingerprint=prints
                ),
            ),
        )  # fmt: skip
        return msgspec.msgpack.encode(work)


def read_corpus(folder: Path) -> None:
    """Keep what reading the corpus gives."""
    from papersearch.archive.work import process_file
    from papersearch.errors import ReadError
    from papersearch.reading.guard import Guard
    from papersearch.reading.kind import READABLE_SUFFIXES

    folder.mkdir(parents=True, exist_ok=True)
    files = sorted(f for f in CORPUS.rglob("*") if f.suffix in READABLE_SUFFIXES)
    with Guard(process_file) as guard:
        for n, (_, result) in enumerate(guard.map(map(str, files))):
            if not isinstance(result, ReadError):
                (folder / f"{n:04}").write_bytes(result)


def write_papers(folder: Path, first: int, number: int) -> Path:
    """Write a file for each paper, which says its number."""
    for n in range(first, first + number):
        path = folder / f"{n // 500}/report {n}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text(str(n))
    return folder


def fill(index: Path, papers: Path, copies: Copies, tell: Callable[[Any], None]) -> Any:
    """Ingest papers by the program's own ingest; return its report."""
    import papersearch
    from papersearch.archive import ingest

    ingest.Guard = copies  # type: ignore[assignment, misc]
    with papersearch.open(index) as archive:
        return archive.ingest(papers, report_progress=tell)


def searcher(index: Path, seconds: float, seed: int) -> dict[str, Any]:
    """Search for that long; return times and memory."""
    import papersearch

    chance = random.Random(seed)
    times: list[float] = []
    errors: list[str] = []
    with papersearch.open(index, create=False) as archive:
        for question in QUESTIONS[:10]:
            archive.search(question)  # to load what is loaded once
        held = [resident()[1]]
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            started = time.perf_counter()
            try:
                if not archive.search(chance.choice(QUESTIONS)).hits:
                    errors.append("nothing was found")
            except Exception as error:
                errors.append(repr(error))
            times.append(time.perf_counter() - started)
            held.append(resident()[1])
    return {"times": times, "errors": errors, "memory": held}


def shell(index: Path, seconds: float, seed: int) -> dict[str, Any]:
    """Search by the command line, again and again; return what it said that was no answer."""
    chance = random.Random(seed)
    times: list[float] = []
    errors: list[str] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        started = time.perf_counter()
        done = subprocess.run(
            [command(), "search", chance.choice(QUESTIONS), "--index", str(index), "--json"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode or not done.stdout.strip():
            errors.append(f"{done.returncode}: {done.stderr[-500:]}")
        times.append(time.perf_counter() - started)
    return {"times": times, "errors": errors, "memory": []}


def ingester(home: Path, seconds: float) -> dict[str, Any]:
    """Add papers for that long; return what was done."""
    copies = Copies(home / "read")
    end = time.monotonic() + seconds
    read, errors, held, batch = 0, [], [], 0
    more = Path(tempfile.mkdtemp(prefix="more-", dir=home))
    first = 10_000_000 + int(time.time()) % 1_000_000 * 100
    while time.monotonic() < end:
        folder = write_papers(more / str(batch), first + batch * AT_ONCE, AT_ONCE)
        try:
            read += fill(home / "index", folder, copies, lambda _: None).read
        except Exception as error:
            errors.append(repr(error))
        held.append(resident()[1])
        batch += 1
    return {"read": read, "batches": batch, "errors": errors, "memory": held, "times": []}


def spread(memory: list[float]) -> list[int]:
    """Return the megabytes at the beginning, a third, two thirds and the end."""
    last = len(memory) - 1
    return [round(memory[last * n // 3]) for n in range(4)] if memory else []


def filled(home: Path, papers: int) -> dict[str, Any]:
    """Put in so many papers; return the figures of what this run put in."""
    if not (home / "read").is_dir():
        read_corpus(home / "read")
    write_papers(home / "papers", 0, papers)
    held = [resident()[1]]

    def tell(progress: Any) -> None:
        if progress.files_done % 100 == 0:
            held.append(resident()[1])
            print(f"{progress.files_done} of {progress.files_total}", file=sys.stderr, flush=True)

    started, cpu = time.monotonic(), time.process_time()
    report = fill(home / "index", home / "papers", Copies(home / "read"), tell)
    took, cpu = time.monotonic() - started, time.process_time() - cpu
    return {
        "papers_put_in": report.read, "passages_put_in": report.passages,
        "there_before": report.unchanged, "seconds": round(took), "cpu_seconds": round(cpu),
        "papers_a_cpu_second": round(report.read / cpu, 2), "ingest_mb": spread(held),
    }  # fmt: skip


def loaded(home: Path, searchers: int, seconds: float) -> dict[str, Any]:
    """Have so many search while another adds; return the figures."""
    base = [sys.executable, __file__, "--scratch", str(home), "--seconds", str(seconds)]
    roles = [["shell"], *[["searcher"]] * (searchers - 1), ["ingester"]]
    processes = [
        subprocess.Popen([*base, "--as", *role, "--seed", str(n)], stdout=subprocess.PIPE)
        for n, role in enumerate(roles)
    ]
    first, *others, adding = [json.loads(p.communicate()[0]) for p in processes]
    times = sorted(t for one in others for t in one["times"])
    from papersearch.archive import Archive
    from papersearch.archive.verify import verify

    with Archive.open(home / "index") as archive:
        status = archive.status()
        problems = [str(problem) for problem in verify(archive, with_files=False).problems]
    return {
        "searchers": searchers, "searches": len(times),
        "searches_a_second": round(len(times) / seconds, 1),
        "middle_ms": round(1000 * statistics.median(times)),
        "p95_ms": round(1000 * times[int(0.95 * len(times))]),
        "from_the_shell": len(first["times"]),
        "shell_middle_ms": round(1000 * statistics.median(first["times"])),
        "ingests_meanwhile": adding["batches"], "papers_meanwhile": adding["read"],
        "searcher_mb": [spread(one["memory"]) for one in others],
        "ingester_mb": spread(adding["memory"]),
        "errors": [e for one in [first, *others, adding] for e in one["errors"]],
        "papers": status.papers, "passages": status.passages, "problems": problems,
    }  # fmt: skip


def main() -> None:
    """Print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--searchers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--scratch", type=Path, help="a folder to keep what was made")
    parser.add_argument("--as", dest="role", choices=("searcher", "shell", "ingester", "fill"))
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="papersearch-load-") as temporary:
        home = given.scratch or Path(temporary)
        home.mkdir(parents=True, exist_ok=True)
        if given.role == "fill":
            print(json.dumps(filled(home, given.papers)))
        elif given.role == "ingester":
            print(json.dumps(ingester(home, given.seconds)))
        elif given.role is not None:
            search = shell if given.role == "shell" else searcher
            print(json.dumps(search(home / "index", given.seconds, given.seed)))
        else:
            figures = filled(home, given.papers)
            figures |= loaded(home, given.searchers, given.seconds)
            print(json.dumps({"machine": machine(), **figures}))


if __name__ == "__main__":
    main()
