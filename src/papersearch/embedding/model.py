"""The embedding model: found, verified, prepared once, and run without torch.

sentence-transformers loads the model and is the standard that every faster
form is checked against. What runs is an ONNX form in the user's cache:
tokenizers and onnxruntime, a tenth of a second to import instead of five. The
8-bit form is kept only where it agrees with the original.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from papersearch.embedding.form import (
    ModelInfo,
    Vectors,
    file_of,
    form_folder,
    read_manifest,
)
from papersearch.embedding.run import OnnxForm
from papersearch.embedding.source import DEFAULT_MODEL, load_original, model_folder
from papersearch.embedding.words import WordVectors
from papersearch.errors import ModelError


class Embedder:
    """Turns texts into vectors of length one.

    Args:
        name: ``all-MiniLM-L6-v2``, or a model as :func:`~papersearch.embedding.model_folder`
            takes it.
        threads: Cores to use; by default all that this process may use.
    """

    def __init__(self, name: str = DEFAULT_MODEL, threads: int | None = None) -> None:
        self.name = name
        self.threads = threads or _cores()

    @cached_property
    def info(self) -> ModelInfo:
        """What the model is; the first use on a machine prepares it (half a minute).

        Raises:
            ModelError: There is no such model, its weights are not the published ones, or its
                fast form cannot be kept.
        """
        folder = form_folder(self.name)
        return read_manifest(folder, self.name) or _prepare(self.name)

    @property
    def fingerprint(self) -> str:
        """Return the word that says which vectors may be mixed."""
        return self.info.fingerprint

    @property
    def dimensions(self) -> int:
        """Return the length of a vector."""
        return self.info.dimensions

    @cached_property
    def _form(self) -> OnnxForm | None:
        info = self.info
        if not info.form.startswith("onnx"):
            return None
        path = file_of(form_folder(self.name), info.form)
        return OnnxForm(path, self.name, info.max_tokens, info.pooling, self.threads)

    @cached_property
    def _original(self) -> Any:
        original = load_original(self.name)
        original.max_seq_length = self.info.max_tokens
        return original

    def make_ready(self) -> None:
        """Load what the first text would have to wait for, a sixth of a second."""
        self.embed(["ready"])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return an ``(n, dimensions)`` float32 array, one row of length one for each text.

        The same text gives the same row, whatever other texts stand beside it.
        """
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        distinct = list(dict.fromkeys(texts))  # boilerplate stands in many papers
        if self._form is not None:
            vectors = self._form.embed(distinct)
        else:
            vectors = np.asarray(
                self._original.encode(distinct, normalize_embeddings=True, show_progress_bar=False),
                dtype=np.float32,
            )
        if len(distinct) == len(texts):
            return vectors
        rows = {text: row for row, text in enumerate(distinct)}
        return vectors[[rows[text] for text in texts]]

    def word_vectors(self, words: Sequence[str]) -> Vectors:
        """Return an ``(n, dimensions)`` array, a row of length one for each word of lower case.

        A row is zeros where the word is not one of the model's vocabulary, and all are where the
        model has no fast form or its cache cannot be written.
        """
        if self._words is None or not words:
            return np.zeros((len(words), self.dimensions), dtype=np.float32)
        return self._words.of(words)

    @cached_property
    def _words(self) -> WordVectors | None:
        try:
            return self._form.words() if self._form is not None else None
        except OSError:
            return None  # marks by meaning are a help for the eye, no reason to end a search


def _prepare(name: str) -> ModelInfo:
    """Have a process of its own export the model; only one does so at a time."""
    model_folder(name)  # says at once where there is none
    folder = form_folder(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        from filelock import FileLock

        with FileLock(str(folder / "lock")):
            done = read_manifest(folder, name)  # another process may have made it meanwhile
            if done is not None:
                return done
            command = [sys.executable, "-m", "papersearch.embedding.export", name]
            run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError as error:
        raise ModelError(
            f"The fast form of {name} cannot be kept in {folder}: {error}.",
            "Set PAPERSEARCH_CACHE to a folder that can be written.",
        ) from error
    done = read_manifest(folder, name)
    if run.returncode or done is None:
        raise _failure(name, run)
    return done


def _failure(name: str, run: subprocess.CompletedProcess[str]) -> ModelError:
    try:
        told = json.loads(run.stdout.strip().splitlines()[-1])
        return ModelError(told["message"], told["remedy"])
    except (IndexError, ValueError, KeyError, TypeError):
        last = (run.stderr.strip().splitlines() or [f"it ended with {run.returncode}"])[-1]
        return ModelError(
            f"The model {name} could not be prepared: {last}",
            "Check the installation: papersearch doctor",
        )


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
