"""A model's ONNX form at work: tokenizers and onnxruntime, without torch.

Each text runs alone, on one core, several texts at once. There is no padding
to compute; and since 8-bit activations share one scale per run, a text's vector
is the same whatever stands beside it. Batches were not faster
(docs/decisions/0010).
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from papersearch.embedding.form import Pooling, Vectors, pool
from papersearch.embedding.source import model_folder
from papersearch.embedding.words import FILE, WordVectors, open_table

SLOW_FUSIONS = ("SkipLayerNormFusion",)
"""What onnxruntime would fuse on loading into a node that is not vectorised on a CPU."""


class OnnxForm:
    """An exported model.

    Args:
        path: The ONNX file.
        name: The model whose tokenizer is used.
        max_tokens: Tokens after which a text is cut.
        pooling: How token states become one vector.
        threads: Texts that run at once.
    """

    def __init__(
        self, path: Path, name: str, max_tokens: int, pooling: Pooling, threads: int
    ) -> None:
        self.path = path
        self.name = name
        self.max_tokens = max_tokens
        self.pooling = pooling
        self.threads = threads

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(model_folder(self.name) / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(self.max_tokens)
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 4  # what fails is raised; it need not be printed too
        # Texts come in all lengths: an arena for each would be kept for good.
        options.enable_mem_pattern = False
        return onnxruntime.InferenceSession(
            str(self.path), options, providers=["CPUExecutionProvider"],
            disabled_optimizers=list(SLOW_FUSIONS),
        )  # fmt: skip

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return an (n, dimensions) array, one row of length one for each text."""
        encoded = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        if len(encoded) < 2 or self.threads < 2:
            return np.stack([self._vector(ids) for ids in encoded])
        # The long ones first, so that no core ends alone on one.
        order = sorted(range(len(encoded)), key=lambda i: -len(encoded[i]))
        _ = self._session  # made once, before the threads ask for it
        with ThreadPoolExecutor(self.threads) as workers:
            vectors = workers.map(self._vector, (encoded[i] for i in order))
            out = dict(zip(order, vectors, strict=True))
        return np.stack([out[i] for i in range(len(encoded))])

    def words(self) -> WordVectors:
        """Return the vectors of the vocabulary's words, kept beside the form.

        Raises:
            OSError: They are not there yet and cannot be kept.
        """
        return open_table(self.path.with_name(FILE), self._tokenizer, self._vectors)

    def _vectors(self, ids: NDArray[np.int64]) -> Vectors:
        """Return the vectors of texts of equal length: near what each alone gives, not the same."""
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        states = self._session.run(None, feed)[0]
        return np.stack([pool(one, self.pooling) for one in states])

    def _vector(self, ids: list[int]) -> Vectors:
        tokens = np.array([ids], dtype=np.int64)
        feed = {"input_ids": tokens, "attention_mask": np.ones_like(tokens)}
        return pool(self._session.run(None, feed)[0][0], self.pooling)
