"""Many passages made from few: what the benchmarks of size are run on.

A made vector is that of one real passage, a share of another's, and noise; a
made text is words of the same two. Neighbours are as near as related passages
of real papers are, and no two are the same.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

NOISE = 0.02
"""Standard deviation of the noise on each of the 384 numbers of a vector of length one."""
AT_ONCE = 20_000
Vectors = NDArray[np.float32]
Ids = NDArray[np.int64]


def command() -> str:
    """Return the program, as installed beside this Python."""
    return str(Path(sys.executable).with_name("papersearch"))


def real_passages(scratch: Path, folder: str = "corpus") -> tuple[Vectors, list[str]]:
    """Return vectors and texts of the passages of *folder*, read by papersearch itself."""
    from papersearch.archive import Archive

    index = scratch / "real"
    if not index.is_dir():
        done = [command(), "ingest", folder, "--index", str(index)]
        subprocess.run(done, check=True, capture_output=True)
    with Archive.open(index) as archive:
        rows = archive.connection.execute("SELECT text FROM passages ORDER BY id").fetchall()
        _, vectors = archive.vectors()
    return vectors, [row[0] for row in rows]


def pairs(count: int, real: int, seed: int) -> tuple[Ids, Ids]:
    """Return which two real passages each made one comes from."""
    rng = np.random.default_rng(seed)
    return rng.integers(0, real, count), rng.integers(0, real, count)


def made_vectors(real: Vectors, count: int, seed: int = 1) -> Iterator[tuple[Ids, Vectors]]:
    """Yield ids from 1 on and made vectors, piece by piece, the same on every call."""
    first, second = pairs(count, len(real), seed)
    for start in range(0, count, AT_ONCE):
        stop = min(start + AT_ONCE, count)
        rng = np.random.default_rng((seed, start))
        size = (stop - start, real.shape[1])
        part = real[first[start:stop]].copy()
        part += rng.uniform(0, 0.7, (size[0], 1)).astype(np.float32) * real[second[start:stop]]
        part += NOISE * rng.standard_normal(size, dtype=np.float32)
        part /= np.linalg.norm(part, axis=1, keepdims=True)
        yield np.arange(start + 1, stop + 1, dtype=np.int64), part


def made_texts(real: list[str], count: int, seed: int = 1) -> Iterator[str]:
    """Yield a text for each made vector: the one passage's words, with some of the other's."""
    rng = np.random.default_rng(seed + 1)
    split = [text.split() for text in real]
    for one, other in zip(*pairs(count, len(real), seed), strict=True):
        words, more = list(split[one]), split[other]
        for _ in range(len(words) // 3):
            words[rng.integers(len(words))] = more[rng.integers(len(more))]
        yield " ".join(words)


def machine() -> str:
    """Return what the figures were measured on, and how busy it was."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    return f"{os.cpu_count()} cores, load {load:.1f} (other programs take their share of the time)"


def resident() -> tuple[float, float]:
    """Return the MB of this process in memory: all of it, and without what is mapped from files."""
    fields = dict(
        line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines() if line
    )
    everything, mapped = (float(fields[key].split()[0]) / 1000 for key in ("VmRSS", "RssFile"))
    return everything, everything - mapped


def quantiles(seconds: list[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile in milliseconds."""
    p50, p95 = np.percentile(np.array(seconds) * 1000, [50, 95])
    return float(p50), float(p95)
