"""A large archive under load: one process ingests while eight search.

    python benchmarks/load.py [--papers 10000] [--searchers 8] [--seconds 60]

The corpus's records and passages are multiplied, each copy with words of its
own, and put in through the archive's own ingest (reading and the model are
measured elsewhere: benchmarks/reading.py, benchmarks/textbook.py). Then eight
processes search while a ninth adds more. Prints one line of JSON: papers and
passages a second, the searches' middle and 95th percentile, the memory at the
beginning and end of each process, and every error that a user would have seen.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

TOPICS = [
    "beds", "staff", "waiting times", "car parks", "falls", "agency spend", "the east wing roof",
    "digital records", "infection control", "discharge", "winter plans", "theatre lists",
]  # fmt: skip
QUESTIONS = [f"{verb} {topic}" for verb in ("cost of", "risk to", "plan for") for topic in TOPICS]


class Likeness:
    """An embedder without weight, of the kind that the archive is filled with here."""

    fingerprint = "fake:32"

    def embed(self, texts: Sequence[str]) -> Any:
        """Return a vector of length one for each text, the same for the same text."""
        rows = [np.random.default_rng(zlib.crc32(text.encode())).normal(size=32) for text in texts]
        vectors = np.array(rows, dtype=np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def write_papers(folder: Path, first: int, number: int) -> None:
    """Write papers of one to three pages, no two alike."""
    from tests.archive import library

    for n in range(first, first + number):
        chance = random.Random(n)
        year, month = chance.randrange(2015, 2026), chance.randrange(1, 13)
        day = f"{year}-{month:02}-{chance.randrange(1, 28):02}"
        pages = []
        for page in range(chance.randrange(1, 4)):
            lines = [
                f"Paper {n} says that {chance.choice(TOPICS)} moved by {chance.randrange(1000)} in "
                f"month {m} and the Board asked for a plan on {chance.choice(TOPICS)}."
                for m in range(chance.randrange(2, 8))
            ]
            pages.append("\n".join(lines) if page else library.text(f"Report {n}", day, *lines))
        library.write(folder / f"{n // 500}/report {n}.txt", "\f".join(pages))


def memory() -> float:
    """Return the megabytes that this process holds now."""
    with open("/proc/self/statm") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def searcher(index: Path, seconds: float, seed: int) -> None:
    """Search for that long; print times and memory."""
    from papersearch.archive import Archive
    from papersearch.search import Searcher

    chance = random.Random(seed)
    times, errors = [], []
    with Archive.open(index) as archive:
        ask = Searcher(archive, Likeness())
        ask.search("to load the index", 10)
        held = [memory()]
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            started = time.perf_counter()
            try:
                ask.search(chance.choice(QUESTIONS), 10)
            except Exception as error:
                errors.append(repr(error))
            times.append(time.perf_counter() - started)
            if len(times) % 20 == 0:
                held.append(memory())
    print(json.dumps({"times": times, "errors": errors, "memory": held}))


def ingester(index: Path, folder: Path, seconds: float) -> None:
    """Add and change papers for that long; print what was done."""
    from tests.archive import library

    end = time.monotonic() + seconds
    batch, read, errors, held = 0, 0, [], [memory()]
    first = 10_000_000
    while time.monotonic() < end:
        write_papers(folder / "more", first + batch * 50, 50)
        try:
            read += library.fill(index, folder / "more").read
        except Exception as error:
            errors.append(repr(error))
        library.Reader.read.clear()
        held.append(memory())
        batch += 1
    print(json.dumps({"read": read, "batches": batch, "errors": errors, "memory": held}))


def run(papers: int, searchers: int, seconds: float) -> dict[str, Any]:
    """Return the figures."""
    from tests.archive import library

    with tempfile.TemporaryDirectory(prefix="papersearch-load-") as name:
        home = Path(name)
        write_papers(home / "papers", 0, papers)
        started = time.monotonic()
        report = library.fill(home / "index", home / "papers")
        took = time.monotonic() - started
        base = [sys.executable, __file__, "--index", str(home / "index"), "--seconds", str(seconds)]
        started = time.monotonic()
        asking = [
            subprocess.Popen([*base, "--as", "searcher", "--seed", str(n)], stdout=subprocess.PIPE)
            for n in range(searchers)
        ]
        adding = subprocess.Popen(
            [*base, "--as", "ingester", "--folder", str(home)], stdout=subprocess.PIPE
        )
        done = [json.loads(process.communicate()[0]) for process in asking]
        added = json.loads(adding.communicate()[0])
        times = sorted(t for one in done for t in one["times"])
        return {
            "papers": papers, "passages": report.passages,
            "ingest_seconds": round(took, 1), "papers_a_second": round(papers / took),
            "searchers": searchers, "searches": len(times),
            "searches_a_second": round(len(times) / seconds, 1),
            "middle_ms": round(1000 * statistics.median(times)),
            "p95_ms": round(1000 * times[int(0.95 * len(times))]),
            "added_meanwhile": added["read"],
            "searcher_mb": [[round(one["memory"][0]), round(one["memory"][-1])] for one in done],
            "ingester_mb": [round(added["memory"][0]), round(added["memory"][-1])],
            "errors": [e for one in [*done, added] for e in one["errors"]],
        }  # fmt: skip


def main() -> None:
    """Print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--searchers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--as", dest="role", choices=("searcher", "ingester"))
    parser.add_argument("--index", type=Path)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    if given.role == "searcher":
        searcher(given.index, given.seconds, given.seed)
    elif given.role == "ingester":
        ingester(given.index, given.folder, given.seconds)
    else:
        print(json.dumps(run(given.papers, given.searchers, given.seconds)))


if __name__ == "__main__":
    main()
