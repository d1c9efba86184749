"""The weights that ship with the package, and what they say of a sentence.

A logistic regression over :mod:`papersearch.tagging.learned.features`, trained by
``python -m training.commitments`` on sentences written and labelled for it
(``training/commitments.jsonl`` beside the package's source). The weights are plain
arrays in ``commitments.npz``, loaded without pickle and only if they are the bytes
that ``commitments.json`` names.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from papersearch.errors import PapersearchError
from papersearch.tagging.learned.features import features

KINDS = ("none", "pledge", "action", "aspiration")
"""What a sentence can be, in the order of the columns of the weights."""

_MOST_TELLING = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a sentence is taken for, how surely (0 to 1), and the words that speak most for it."""

    kind: str
    score: float
    telling: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """A row of weights a feature, a column a kind of :data:`KINDS`, and a bias a kind."""

    rows: dict[str, int]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def judge(self, found: Iterable[str]) -> Judgement:
        """Return what a sentence with the features *found* is.

        The score is that of being any commitment at all; the kind is the likeliest.
        """
        known = [(name, row) for name in found if (row := self.rows.get(name)) is not None]
        rows = [row for _, row in known]
        logits = self.bias + self.weights[rows].sum(axis=0) / max(1, len(rows)) ** 0.5
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        if shares[0] >= 0.5:
            return Judgement("none", float(shares[0]), ())
        best = 1 + int(shares[1:].argmax())
        ahead = self.weights[rows, best] - self.weights[rows, 0]
        telling = tuple(known[n][0] for n in np.argsort(-ahead, kind="stable")[:_MOST_TELLING])
        return Judgement(KINDS[best], float(1 - shares[0]), telling)


def judge(text: str, kind: str, organisation: str | None = None) -> Judgement:
    """Return what one sentence with its white space folded is, in a paper of that *kind*.

    >>> judge("By June the Trust will have 40 more beds open.", "paper").kind
    'pledge'
    """
    return weights().judge(features(text, kind, organisation))


@cache
def weights() -> Weights:
    """Return the weights that ship with the package.

    Raises:
        PapersearchError: They are not the bytes that were trained.
    """
    folder = files("papersearch.tagging.learned")
    about: dict[str, Any] = json.loads(folder.joinpath("commitments.json").read_text("utf-8"))
    return unpack(folder.joinpath("commitments.npz").read_bytes(), about["sha256"])


def unpack(data: bytes, sha256: str) -> Weights:
    """Return the weights of an ``.npz`` file's bytes, if their digest is *sha256*.

    Raises:
        PapersearchError: It is not.
    """
    if hashlib.sha256(data).hexdigest() != sha256:
        raise PapersearchError(
            "The weights in papersearch/tagging/learned/commitments.npz are not those that were "
            "trained.",
            remedy="Install papersearch again.",
        )
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        names = bytes(arrays["names"]).decode("utf-8").split("\n")
        return Weights(
            {name: row for row, name in enumerate(names)},
            arrays["weights"].astype(np.float32),
            arrays["bias"].astype(np.float32),
        )
