"""A second look at the best hits by a cross-encoder that the user has on disk.

Opt-in: it needs torch (seconds to import) and, on a laptop, a tenth of a
second a passage. Nothing is downloaded and no code of the model's is run.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from papersearch.errors import ModelError

AT_ONCE = 4
"""Passages scored between two looks at the clock."""


class CrossEncoder:
    """Orders passages by how well each answers the question.

    Args:
        folder: A sentence-transformers cross-encoder (``config.json`` and weights).
        seconds: Time for one question; passages not reached keep their places behind.
    """

    def __init__(self, folder: str | Path, seconds: float = 5.0) -> None:
        self.folder = Path(folder).expanduser()
        self.seconds = seconds
        if not (self.folder / "config.json").is_file():
            raise ModelError(
                f"{folder} is no cross-encoder on this machine.",
                "Name a folder that holds one (config.json and weights); nothing is downloaded.",
            )

    @cached_property
    def _model(self) -> Any:
        for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
            os.environ.setdefault(name, "1")
        from sentence_transformers import CrossEncoder as Model
        from transformers.utils import logging

        quiet: Any = logging
        quiet.disable_progress_bar()
        try:
            return Model(
                str(self.folder), device="cpu", local_files_only=True, trust_remote_code=False
            )
        except Exception as error:
            raise ModelError(
                f"The model in {self.folder} cannot be loaded: {error}",
                "Name the folder of a sentence-transformers cross-encoder.",
            ) from error

    def order(self, question: str, texts: Sequence[str]) -> list[int]:
        """Return the places of *texts*, best first; those not reached in time stay behind."""
        model = self._model
        started = time.monotonic()
        scores: list[float] = []
        for start in range(0, len(texts), AT_ONCE):
            if scores and time.monotonic() - started >= self.seconds:
                break
            pairs = [(question, text) for text in texts[start : start + AT_ONCE]]
            scores += map(float, model.predict(pairs, show_progress_bar=False))
        looked = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
        return [*looked, *range(len(scores), len(texts))]
