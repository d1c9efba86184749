"""FAISS as papersearch uses it, at a chosen size: time, recall against exact, memory, disk.

    python benchmarks/vectors.py --passages 300000

The vectors are made from real passages' with noise (benchmarks/made.py); so are
the 200 questions, which are none of the vectors. Each is asked alone, as a
search asks. Recall is the share of the exact ten nearest (float32) among the
ten that are found, and among the 150 that a search takes over from FAISS.
A process of its own loads the file and asks, so that memory is a reader's.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from papersearch.archive.vectors import TAKEN, FaissIndex, _nearest, sample_size, stamp_of

sys.path.insert(0, str(Path(__file__).parent))
from made import machine, made_vectors, quantiles, real_passages, resident

QUESTIONS = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--passages", type=int, nargs="+", default=[100_000])
    parser.add_argument("--from", dest="folder", default="corpus", help="real papers")
    parser.add_argument("--scratch", type=Path, help="a folder to keep what was made")
    parser.add_argument("--ask", nargs=3, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.ask:
        ask(*chosen.ask)
        return
    with tempfile.TemporaryDirectory() as temporary:
        scratch = chosen.scratch or Path(temporary)
        real, _ = real_passages(scratch, chosen.folder)
        print(f"made from {len(real)} real passages; {machine()}")
        for count in chosen.passages:
            measure(count, real, scratch)


def measure(count: int, real: np.ndarray, scratch: Path) -> None:
    start = time.perf_counter()
    drawn = np.random.default_rng(0).random(count) < sample_size(count) / count
    sample = np.concatenate([v[drawn[i - 1]] for i, v in made_vectors(real, count)])
    index = FaissIndex.gather(count, sample, lambda: made_vectors(real, count))
    path = scratch / f"vectors-{count}.faiss"
    sha256 = index.save(path)
    built = time.perf_counter() - start
    kind = index.kind
    del index
    _, asked = next(made_vectors(real, QUESTIONS, seed=2))
    true = _nearest(asked, lambda: made_vectors(real, count))
    questions = scratch / f"questions-{count}.npz"
    np.savez(questions, asked=asked, true=true)
    me = [sys.executable, __file__, "--ask", str(path), sha256, str(questions)]
    done = subprocess.run(me, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    print(f"\n{count:,} vectors: {kind}; {path.stat().st_size / 1e6:,.0f} MB on disk")
    print(f"  made in {built:.1f} s, opened in {found['opened']:.1f} ms")
    print(f"  a question: p50 {found['p50']:.2f} ms, p95 {found['p95']:.2f} ms "
          f"(processor: p50 {found['cpu50']:.2f}, p95 {found['cpu95']:.2f} ms)")  # fmt: skip
    print(f"  recall@10 {found['recall']:.3f}; of the ten, among the {TAKEN} taken over: "
          f"{found['taken']:.3f}")  # fmt: skip
    print(f"  memory {found['all']:.0f} MB, of it {found['own']:.0f} MB not mapped from files")
    path.unlink()


def ask(path: str, sha256: str, questions: str) -> None:
    held = np.load(questions)
    start = time.perf_counter()
    index = FaissIndex.load(Path(path), sha256, stamp_of(Path(path)))
    opened = (time.perf_counter() - start) * 1000
    if index is None:
        raise SystemExit(f"{path} is not the file that was written")
    seconds, cpu, ten, taken = [], [], [], []
    index.search(held["asked"][0], TAKEN)
    for vector, true in zip(held["asked"], held["true"], strict=True):
        start, used = time.perf_counter(), time.process_time()
        _, ids = index.search(vector, TAKEN)
        seconds.append(time.perf_counter() - start)
        cpu.append(time.process_time() - used)
        ten.append(len(np.intersect1d(ids[:10], true)) / 10)
        taken.append(len(np.intersect1d(ids, true)) / 10)
    p50, p95 = quantiles(seconds)
    cpu50, cpu95 = quantiles(cpu)
    everything, own = resident()
    told = {
        "opened": opened, "p50": p50, "p95": p95, "cpu50": cpu50, "cpu95": cpu95,
        "recall": np.mean(ten), "taken": np.mean(taken),
        "all": everything, "own": own,
    }  # fmt: skip
    print(json.dumps(told))


if __name__ == "__main__":
    main()
