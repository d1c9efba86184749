"""Which papers are one paper: a stable id, and a fingerprint by which twins are found."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from papersearch.papers.paper import PaperText

HASHES = 64
SHINGLE = 4
LEAST_SAME = 0.7
"""Share of common runs of four words from which two papers are taken for one (v1 and v2,
public and committee pack). Two years' papers of the same form share far less."""
_WORD = re.compile(r"[a-z0-9]+")
_MASK = (1 << 61) - 1


def paper_id(sha256: str, first_page: int, last_page: int) -> str:
    """Return the id of a paper: of its file's content and its pages there, not of any path."""
    return hashlib.sha256(f"{sha256}:{first_page}-{last_page}".encode()).hexdigest()[:16]


def fingerprint(paper: PaperText) -> tuple[int, ...]:
    """Return a minhash of the paper's runs of four words; empty for a paper with few words."""
    words = _WORD.findall(" ".join(block.text for block in paper.blocks).lower())
    if len(words) < 5 * SHINGLE:
        return ()
    shingles = {
        int.from_bytes(
            hashlib.blake2b(" ".join(words[i : i + SHINGLE]).encode(), digest_size=8).digest(),
            "big",
        )
        & _MASK
        for i in range(len(words) - SHINGLE + 1)
    }
    import numpy as np

    values = np.fromiter(shingles, dtype=np.uint64, count=len(shingles))
    low = []
    with np.errstate(over="ignore"):
        for index in range(HASHES):
            mixed = (values ^ np.uint64(_salt(index))) * np.uint64(0x9E3779B97F4A7C15)
            mixed ^= mixed >> np.uint64(29)
            low.append(int((mixed * np.uint64(0xBF58476D1CE4E5B9)).min() >> np.uint64(32)))
    return tuple(low)


def _salt(index: int) -> int:
    return int.from_bytes(hashlib.blake2b(str(index).encode(), digest_size=8).digest(), "big")


def similarity(first: Sequence[int], second: Sequence[int]) -> float:
    """Return the estimated share of common runs of words, 0 to 1."""
    if not first or not second:
        return 0.0
    return sum(a == b for a, b in zip(first, second, strict=True)) / len(first)
