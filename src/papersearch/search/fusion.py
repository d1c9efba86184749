"""The two halves become one score, from 0 to 1, that means the same for every question.

A convex combination: the cosine between fixed ends, BM25 as a share of what
could be scored (``lexical.py``), weighted by what was typed.
docs/decisions/0011 has the figures of what was compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from papersearch.search.query import Query

Mode = Literal["hybrid", "dense", "lexical"]

LOW_COSINE, HIGH_COSINE = 0.10, 0.75
"""Cosines that mean "nothing to do with it" and "says just that" (all-MiniLM-L6-v2)."""
DENSE_WEIGHT = 0.5
LITERAL_DENSE_WEIGHT = 0.15
"""A reference, a number, a quoted phrase is a matter of letters more than of meaning."""
WEAK_SHARE = 0.2
"""A share under this is worth less than it says: one common word of a question in words of one's
own stands in a hundred passages that answer nothing."""


def dense_weight(query: Query, mode: Mode) -> float:
    """Return how much the half that goes by meaning counts."""
    if mode != "hybrid":
        return 1.0 if mode == "dense" else 0.0
    return LITERAL_DENSE_WEIGHT if query.is_literal else DENSE_WEIGHT


def meaning(cosine: float) -> float:
    """Return a cosine as a score from 0 to 1; a little more where it says more than just that."""
    return max((cosine - LOW_COSINE) / (HIGH_COSINE - LOW_COSINE), 0.0)


def worth(share: float) -> float:
    """Return what a share is worth where words alone do not decide."""
    return share * min(share / WEAK_SHARE, 1.0)


def fuse(
    lexical: Mapping[int, float],
    dense: Mapping[int, float],
    weight: float,
    words_decide: bool = True,
) -> dict[int, float]:
    """Return the score of each passage that either half found.

    Args:
        lexical: Shares by passage; what is missing scores 0.
        dense: Cosines by passage; what is missing scores 0.
        weight: How much the dense half counts.
        words_decide: Whether a small share counts in full.
    """
    return {
        i: weight * (meaning(dense[i]) if i in dense else 0.0)
        + (1 - weight) * (share if words_decide else worth(share))
        for i in {*lexical, *dense}
        for share in (lexical.get(i, 0.0),)
    }
