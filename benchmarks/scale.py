"""A whole archive of a chosen size: cold and warm search beside the textbook pipeline's.

    python benchmarks/scale.py --passages 100000          # search
    python benchmarks/scale.py --unchanged 10000          # a run that finds nothing to do

The passages are made from those of real papers (benchmarks/made.py) and put in
by papersearch's own writer, 12 a paper, into catalogue, word index and FAISS.
The textbook's index holds the same texts and vectors. Cold is the program from
the shell, the two in turn; warm is a process that keeps its model. Memory is
that of the warm process after all its questions.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from made import command, machine, made_texts, made_vectors, quantiles, real_passages, resident
from textbook import QUESTION, Run, timed

A_PAPER = 12
REPEATS = 7
WARM = [
    "who is responsible for the capital programme",
    "what was decided about opening hours",
    "risk that the budget is not balanced",
    "how many volunteers took part",
    "data published under an open licence",
    "length of stay",
    "s.43(2)",
    "why do nurses leave",
    "cyber attack on the booking system",
    "which hospital buildings are unsafe",
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--passages", type=int, help="size of the archive")
    parser.add_argument("--unchanged", type=int, help="files that an ingest finds unchanged")
    parser.add_argument("--from", dest="folder", default="corpus", help="real papers")
    parser.add_argument("--scratch", type=Path, help="a folder to keep what was made")
    parser.add_argument("--warm", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.warm:
        warm(chosen.warm)
        return
    with tempfile.TemporaryDirectory() as temporary:
        scratch = chosen.scratch or Path(temporary)
        print(machine())
        print(
            f"papersearch --help: {times([timed([command(), '--help']) for _ in range(REPEATS)])}"
        )
        if chosen.unchanged:
            unchanged(chosen.unchanged, scratch)
        if chosen.passages:
            searched(chosen.passages, scratch, chosen.folder)


def times(runs: list[Run]) -> str:
    """Return the median and the least of wall time, and the median of the processor's time."""
    wall = [run.seconds for run in runs]
    cpu = statistics.median(run.cpu for run in runs)
    return f"{statistics.median(wall):.2f} s (least {min(wall):.2f}; processor {cpu:.2f})"


def unchanged(count: int, scratch: Path) -> None:
    """Ingest *count* small files, then time a run that finds nothing to do."""
    papers = scratch / f"papers-{count}"
    for number in range(count):
        path = papers / str(number // 500) / f"minutes {number}.txt"
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"Minutes number {number} of the Board.\n", encoding="utf-8")
    run = [command(), "ingest", str(papers), "--index", str(scratch / f"unchanged-{count}")]
    first = timed(run).seconds
    print(f"{count:,} files: first run {first:.1f} s ({count / first:.0f} files a second)")
    print(f"  a run that finds them unchanged: {times([timed(run) for _ in range(3)])}")


def searched(count: int, scratch: Path, folder: str) -> None:
    index, book = scratch / f"archive-{count}", scratch / f"book-{count}"
    start = time.perf_counter()
    if not index.is_dir():
        fill(index, book, count, scratch, folder)
        print(f"{count:,} passages put in, in {time.perf_counter() - start:.0f} s")
    here = Path(__file__).parent
    theirs = [sys.executable, str(here / "textbook.py"), "--query", str(book), QUESTION]
    ours = [command(), "search", QUESTION, "--index", str(index)]
    runs = [(timed(ours), timed(theirs)) for _ in range(REPEATS)]
    mine, other = (list(column) for column in zip(*runs, strict=True))
    print(f"cold search: papersearch {times(mine)}")
    print(f"             textbook    {times(other)}")
    wall = statistics.median(b.seconds / a.seconds for a, b in runs)
    cpu = statistics.median(b.cpu / a.cpu for a, b in runs)
    print(f"             ratio {wall:.1f} by the clock, {cpu:.1f} by the processor's time")
    run = [sys.executable, __file__, "--warm", str(index)]
    found = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    for name in ("search", "embedding the question", "FAISS"):
        (p50, p95), (cpu, _) = found[name]
        print(f"warm, {name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms (processor: p50 {cpu:.1f} ms)")
    everything, own = found["memory"]
    print(f"memory {everything:.0f} MB, of it {own:.0f} MB not mapped from files")


def warm(index: str) -> None:
    import papersearch

    archive = papersearch.open(index, create=False)

    def clock() -> tuple[float, float]:
        return time.perf_counter(), time.process_time()

    taken: dict[str, list[tuple[float, float]]] = {}

    def note(name: str, start: tuple[float, float]) -> None:
        end = clock()
        taken.setdefault(name, []).append((end[0] - start[0], end[1] - start[1]))

    for question in [*WARM, *WARM * 4]:
        start = clock()
        archive.search(question)
        note("search", start)
        start = clock()
        vector = archive.embedder.embed([question])[0]
        note("embedding the question", start)
        held, _ = archive.catalogue.index()
        start = clock()
        held.search(vector, 150)
        note("FAISS", start)
    told = {
        name: [quantiles(list(column)) for column in zip(*pairs[len(WARM) :], strict=True)]
        for name, pairs in taken.items()
    }
    print(json.dumps({**told, "memory": resident()}))


def fill(index: Path, book: Path, count: int, scratch: Path, folder: str) -> None:
    """Make papersearch's archive and the textbook's index of the same passages."""
    import faiss
    import msgspec

    from papersearch.archive import Archive, store
    from papersearch.archive.folders import Found
    from papersearch.archive.generation import refresh_index
    from papersearch.archive.ingest import check_model
    from papersearch.archive.passages import Passage, key_of
    from papersearch.archive.vectors import pack
    from papersearch.archive.work import FileWork, PaperWork
    from papersearch.embedding import Embedder

    real, texts = real_passages(scratch, folder)
    with Archive.open(scratch / "real") as archive:
        records = list(archive.records())
    made = made_texts(texts, count)
    flat = faiss.IndexFlatIP(real.shape[1])
    chunks: list[tuple[str, int, str]] = []

    def papers(vectors: np.ndarray, first: int) -> Iterator[tuple[PaperWork, np.ndarray]]:
        for start in range(0, len(vectors), A_PAPER):
            part = vectors[start : start + A_PAPER]
            number = first + start
            name = hashlib.sha256(str(number).encode()).hexdigest()
            record = records[number // A_PAPER % len(records)]
            source = msgspec.structs.replace(record.source, sha256=name, pages=(1, A_PAPER))
            passages = tuple(
                Passage(page=page, label=None, section=None, kind="text", text=text, indexed=text,
                        boxes=(), key=key_of(text))
                for page, text in enumerate(islice(made, len(part)), 1)
            )  # fmt: skip
            chunks.extend((f"{name}.pdf", p.page, p.text) for p in passages)
            record = msgspec.structs.replace(record, id=name[:16], source=source)
            fingerprint = tuple(int(n) for n in np.random.default_rng(number).integers(1e9, size=8))
            work = PaperWork(
                record=record, kind="paper", passages=passages, fingerprint=fingerprint
            )
            yield work, part

    with Archive.open(index, create=True) as archive:
        check_model(archive, Embedder())
        for ids, vectors in made_vectors(real, count):
            flat.add(vectors)
            with archive.transaction() as connection:
                for paper, part in papers(vectors, int(ids[0])):
                    sha256 = paper.record.source.sha256
                    work = FileWork(
                        sha256=sha256, media_type="application/pdf", pages={"text": A_PAPER},
                        ways={}, papers=(paper,), agenda=(), warnings=(),
                    )  # fmt: skip
                    file = Found(str(index), f"{sha256}.pdf", f"{index}/{sha256}.pdf", 1, 1)
                    row = store.put_file(connection, file, "made", "current", work=work)
                    store.put_papers(connection, row, file, work, iter(pack(part)))
        refresh_index(archive)
        with archive.transaction() as connection:
            connection.execute("DELETE FROM meta WHERE key = ?", (store.UNFINISHED,))
        archive.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    book.mkdir(exist_ok=True)
    faiss.write_index(flat, str(book / "textbook.faiss"))
    (book / "textbook.json").write_text(json.dumps(chunks))


if __name__ == "__main__":
    main()
