"""What inverted lists find of the exact nearest: under filters, and after many removals.

    python -m tests.archive.recall [--count 50000] [--archive FOLDER]

Lists are made of vectors that would be compared one by one at this size, so that
the exact answer is at hand: an archive's own, or such as lie in loose groups, as
passages on one subject do. Questions are near the vectors and none of them. A
filter leaves a share by chance, or (as a body or a year does) those of few groups.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from papersearch.archive import Archive
from papersearch.archive import vectors as module
from papersearch.archive.generation import THINNED
from papersearch.archive.vectors import FaissIndex, Ids, Vectors, exact

DIMENSIONS = 384
GROUPS = 400
QUESTIONS = 100
K = 10
LEAST = 0.9
"""Share of the exact ten that must be found on the mean, however it was filtered or thinned."""


def grouped(count: int) -> Vectors:
    """Return vectors (count, 384) of length one in loose groups of very unlike sizes."""
    rng = np.random.default_rng(5)
    centres = rng.normal(size=(GROUPS, DIMENSIONS)).astype(np.float32)
    share = 1 / np.arange(1, GROUPS + 1)
    held = centres[rng.choice(GROUPS, count, p=share / share.sum())]
    held += rng.normal(0, 0.9, held.shape).astype(np.float32)
    return np.asarray(held / np.linalg.norm(held, axis=1, keepdims=True), dtype=np.float32)


def share_found(
    index: FaissIndex, ids: Ids, held: Vectors, asked: Vectors, among: Ids | None = None
) -> float:
    """Return the share of the exact ten that the index finds, *among* some ids or all."""
    if among is not None:
        inside = np.isin(ids, among)
        ids, held = ids[inside], held[inside]
    found = 0.0
    for question in asked:
        _, nearest = exact(ids, held, question, K)
        _, got = index.search(question, K, among)
        assert among is None or set(got) <= set(among)
        found += len(set(got) & set(nearest)) / len(nearest)
    return found / len(asked)


def survey(held: Vectors) -> dict[str, Any]:
    """Return the shares found for each filter and each removal, and what is too low."""
    count = len(held)
    rng = np.random.default_rng(6)
    ids = np.arange(1, count + 1, dtype=np.int64) * 3
    asked = module._questions(held[rng.permutation(count)[: 4 * QUESTIONS]])[:QUESTIONS]
    shares: dict[str, float] = {}
    with (
        mock.patch.object(module, "FLAT_UP_TO", count // 50),
        mock.patch.object(module, "SCALAR_UP_TO", count // 5),
    ):
        index = FaissIndex.build(ids, held)
        kind = index.kind
        shares["all"] = share_found(index, ids, held, asked)
        near_one = held @ held[0]
        filters = {f"{part:.1%} by chance": rng.random(count) < part for part in (0.5, 0.1, 0.01)}
        filters["50 by chance"] = np.isin(ids, rng.choice(ids, 50, replace=False))
        filters["2% of one subject"] = near_one >= np.quantile(near_one, 0.98)
        filters["2% far from one subject"] = near_one <= np.quantile(near_one, 0.02)
        for name, kept in filters.items():
            shares[name] = share_found(index, ids, held, asked, ids[kept])
        gone = rng.random(count) < THINNED
        index.remove(ids[gone])
        left, rest = ids[~gone], held[~gone]
        shares["as many removed as may be at once"] = share_found(index, left, rest, asked)
        near = rest @ held[0] >= np.quantile(rest @ held[0], 1 - THINNED)
        index.remove(left[near])
        left, rest = left[~near], rest[~near]
        shares["and as many again, of one subject"] = share_found(index, left, rest, asked)
        index.add(ids[gone] + 1, held[gone])
        left = np.concatenate((left, ids[gone] + 1))
        rest = np.concatenate((rest, held[gone]))
        shares["and others put in"] = share_found(index, left, rest, asked)
        among = left[:: max(1, len(left) // 500)]
        shares["of these 500"] = share_found(index, left, rest, asked, among)
    return {
        "vectors": count, "kind": kind,
        "found": {name: round(share, 3) for name, share in shares.items()},
        "trouble": [name for name, share in shares.items() if share < LEAST],
    }  # fmt: skip


def main() -> None:
    """Print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=50_000)
    parser.add_argument("--archive", type=Path, help="an archive whose vectors are taken")
    given = parser.parse_args()
    if given.archive is None:
        held = grouped(given.count)
    else:
        with Archive.open(given.archive) as archive:
            held = archive.vectors()[1][: given.count]
    print(json.dumps(survey(held)))  # noqa: T201


if __name__ == "__main__":
    main()
