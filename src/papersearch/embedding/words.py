"""Vectors of single words: which word of a text is near one of a question, without running it.

Every whole word of a model's vocabulary is embedded once, alone, and kept as one row of a table of
8-bit numbers beside the model's form. A search then only looks rows up: no passage is run again.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from papersearch.embedding.form import Vectors

FILE = "words.npy"
AT_ONCE = 512
STEPS = 127
_START = "\u2581\u0120"
"""What SentencePiece and byte-level vocabularies put before a word's beginning."""
_WORD = re.compile(r"[a-z]{3,}")


class WordVectors:
    """A row for each token of the vocabulary that is a whole word, zeros for all others.

    Args:
        table: (vocabulary, dimensions), 8 bits a number; each row's scale is its own.
        tokenizer: Of the model.
    """

    def __init__(self, table: NDArray[np.int8], tokenizer: Any) -> None:
        self._table = table
        self._tokenizer = tokenizer

    def of(self, words: Sequence[str]) -> Vectors:
        """Return (n, dimensions) rows of length one; zeros for a word that is not in the table.

        Args:
            words: In lower case.
        """
        rows = [_row(encoding.ids) for encoding in _encoded(self._tokenizer, words)]
        vectors = np.zeros((len(rows), self._table.shape[1]), dtype=np.float32)
        known = [place for place, row in enumerate(rows) if row is not None]
        vectors[known] = self._table[[row for row in rows if row is not None]]
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1.0), dtype=np.float32)


def open_table(path: Path, tokenizer: Any, run: Callable[[NDArray[np.int64]], Any]) -> WordVectors:
    """Return the table in *path*, made first where there is none (seconds, once a model).

    Args:
        path: Where it is kept.
        tokenizer: Of the model.
        run: Gives the vectors (n, dimensions) of texts of equal length, as token ids (n, length).

    Raises:
        OSError: The table cannot be kept.
    """
    try:
        return WordVectors(np.load(path, mmap_mode="r"), tokenizer)
    except (OSError, ValueError):
        draft = path.with_name(f"words.{os.getpid()}.draft.npy")
        np.save(draft, _made(tokenizer, run))
        draft.replace(path)
    return WordVectors(np.load(path, mmap_mode="r"), tokenizer)


def _made(tokenizer: Any, run: Callable[[NDArray[np.int64]], Any]) -> NDArray[np.int8]:
    words = sorted(
        w for token in tokenizer.get_vocab() if _WORD.fullmatch(w := token.lstrip(_START))
    )
    found = {_row(encoding.ids) for encoding in _encoded(tokenizer, words)}
    rows = sorted(row for row in found if row is not None)
    before, after = _frame(tokenizer)
    ids = np.array([[*before, row, *after] for row in rows], dtype=np.int64)
    vectors = np.concatenate([run(ids[i : i + AT_ONCE]) for i in range(0, len(ids), AT_ONCE)])
    table = np.zeros((tokenizer.get_vocab_size(), vectors.shape[1]), dtype=np.int8)
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    table[rows] = np.rint(vectors / np.maximum(largest, 1e-12) * STEPS)
    return table


def _encoded(tokenizer: Any, words: Sequence[str]) -> Any:
    return tokenizer.encode_batch(list(words), add_special_tokens=False)


def _row(ids: Sequence[int]) -> int | None:
    """Return the row of a word that is one token; ``None`` where it is put together of several."""
    return int(ids[0]) if len(ids) == 1 else None


def _frame(tokenizer: Any) -> tuple[list[int], list[int]]:
    """Return the tokens that the model has before and after each text."""
    inner = tokenizer.encode("a", add_special_tokens=False).ids
    whole = tokenizer.encode("a").ids
    start = whole.index(inner[0])
    return whole[:start], whole[start + len(inner) :]
