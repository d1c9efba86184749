"""Train the classifier of commitments, and tell how right it is.

    python -m training.commitments [--write]

``commitments.jsonl`` holds sentences written for the purpose in the voices of many
bodies, each with its label; nothing is copied from a real paper. Three figures are
printed: of the shipped settings across voices (each voice judged by what was learned
of the others), on ``commitments_held_apart.jsonl`` (another style, other bodies), and
the size. ``--write`` puts weights and figures into the package. The same sentences
give the same weights: nothing is drawn by chance.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from papersearch.tagging.learned.features import features
from papersearch.tagging.learned.model import KINDS, Weights

HERE = Path(__file__).parent
PACKAGE = HERE.parent / "src" / "papersearch" / "tagging" / "learned"
STRENGTH = 20.0
"""Inverse of the regularisation, chosen across voices."""
LEAST_OFTEN = 2
"""In how many sentences a feature must stand to be learned."""
FOLDS = 8


@dataclass(frozen=True)
class Labelled:
    """A sentence, its label (one of ``KINDS``), the kind of its paper, and whose voice it is."""

    text: str
    label: str
    paper: str
    voice: str


def read(name: str) -> list[Labelled]:
    """Return the sentences of a file in this folder."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [Labelled(**json.loads(line)) for line in lines]


def train(sentences: list[Labelled]) -> Weights:
    """Return weights learned of *sentences*, rounded as they ship."""
    found = [features(one.text, one.paper) for one in sentences]
    often = Counter(name for names in found for name in names)
    names = sorted(name for name, count in often.items() if count >= LEAST_OFTEN)
    rows = {name: row for row, name in enumerate(names)}
    model = LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-5)
    with threadpool_limits(1):  # sums in one order, and faster so for so little
        model.fit(_matrix(found, rows), [KINDS.index(one.label) for one in sentences])
    return Weights(
        rows,
        model.coef_.T.astype(np.float16).astype(np.float32),
        model.intercept_.astype(np.float32),
    )


def _matrix(found: list[list[str]], rows: dict[str, int]) -> sparse.csr_matrix:
    """Return one row a sentence, of length 1, with a column for each known feature."""
    indices: list[int] = []
    values: list[float] = []
    starts = [0]
    for names in found:
        known = [rows[name] for name in names if name in rows]
        indices += known
        values += [1 / max(1, len(known)) ** 0.5] * len(known)
        starts.append(len(indices))
    return sparse.csr_matrix((values, indices, starts), shape=(len(found), len(rows)))


def scores(weights: Weights, sentences: list[Labelled], least: float) -> Counter[str]:
    """Count what was found, expected and right of *sentences* with scores of *least* and more."""
    counts: Counter[str] = Counter()
    for one in sentences:
        judged = weights.judge(features(one.text, one.paper))
        kind = judged.kind if judged.score >= least else "none"
        counts["found"] += kind != "none"
        counts["expected"] += one.label != "none"
        counts["right"] += kind == one.label != "none"
    return counts


def across_voices(sentences: list[Labelled], least: float) -> Counter[str]:
    """Count as :func:`scores` does, each voice judged by what was learned of the others."""
    counts: Counter[str] = Counter()
    voices = [one.voice for one in sentences]
    for learned, judged in GroupKFold(FOLDS).split(sentences, groups=voices):
        weights = train([sentences[n] for n in learned])
        counts += scores(weights, [sentences[n] for n in judged], least)
    return counts


def shares(counts: Counter[str]) -> dict[str, float]:
    """Return precision, recall and F1 of counts, to three places."""
    precision, recall = (counts["right"] / counts[of] for of in ("found", "expected"))
    f1 = 2 * counts["right"] / (counts["found"] + counts["expected"])
    figures = {"precision": precision, "recall": recall, "f1": f1}
    return {name: round(value, 3) for name, value in figures.items()}


def packed(weights: Weights) -> bytes:
    """Return *weights* as the bytes of an ``.npz`` file, the same for the same weights."""
    names = "\n".join(weights.rows).encode("utf-8")
    buffer = io.BytesIO()
    np.savez(
        buffer,
        names=np.frombuffer(names, dtype=np.uint8),
        weights=weights.weights.astype(np.float16),
        bias=weights.bias,
    )
    return buffer.getvalue()


def main() -> int:
    """Train, print the figures, and with ``--write`` put them into the package."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    args = parser.parse_args()
    sentences, apart = read("commitments.jsonl"), read("commitments_held_apart.jsonl")
    weights = train(sentences)
    data = packed(weights)
    about = {
        "sha256": hashlib.sha256(data).hexdigest(),
        "sentences": dict(Counter(one.label for one in sentences)),
        "voices": len({one.voice for one in sentences}),
        "features": len(weights.rows),
        "across_voices": shares(across_voices(sentences, 0.5)),
        "held_apart": shares(scores(weights, apart, 0.5)),
    }
    sys.stdout.write(json.dumps(about, indent=2) + "\n")
    if args.write:
        (PACKAGE / "commitments.npz").write_bytes(data)
        (PACKAGE / "commitments.json").write_text(json.dumps(about, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
