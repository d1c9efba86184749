"""The form of a model that runs: what it is, where it is kept, whether it is still that."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from papersearch.embedding.source import DEFAULT_MODEL, WEIGHTS, model_folder, sha256_of

FORMAT = 5
"""Raised whenever the way of exporting or pooling changes: vectors do not mix."""
MANIFEST = "manifest.json"

Vectors = NDArray[np.float32]
"""(n, dimensions), each row of length one."""
Pooling = Literal["mean", "cls"]


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What an archive must know of the model that made its vectors."""

    name: str
    sha256: str
    """Of the original's weights."""
    form: str
    """``onnx-int8``, ``onnx-fp32`` or ``torch``."""
    dimensions: int
    max_tokens: int
    pooling: Pooling
    cosine: float
    """Mean cosine of the form's vectors to the original's, on the probes."""
    agreement: float
    """Share of the original's ten nearest that the form finds again, on the probes."""
    file_sha256: str
    """Of the exported file; of the weights where none was exported."""

    @property
    def fingerprint(self) -> str:
        """Return a short word that differs whenever vectors must not be mixed."""
        name = Path(self.name).name
        parts = f"{name} {self.sha256} {self.form} {self.max_tokens} {self.pooling} {FORMAT}"
        return f"{name}:{self.form}:{hashlib.sha256(parts.encode()).hexdigest()[:12]}"


def cache_folder() -> Path:
    """Return where exported models are kept: ``$PAPERSEARCH_CACHE`` or the user's cache."""
    chosen = os.environ.get("PAPERSEARCH_CACHE")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_cache_dir("papersearch", appauthor=False))


def form_folder(name: str = DEFAULT_MODEL) -> Path:
    """Return the folder in which the forms of a model are kept."""
    if name == DEFAULT_MODEL:
        return cache_folder() / "models" / name / str(FORMAT)
    resolved = str(Path(name).expanduser().resolve())
    slug = f"{Path(name).name}-{hashlib.sha256(resolved.encode()).hexdigest()[:10]}"
    return cache_folder() / "models" / slug / str(FORMAT)


def file_of(folder: Path, form: str) -> Path:
    """Return the exported file of a form."""
    return folder / f"{form}.onnx"


def is_prepared(name: str = DEFAULT_MODEL) -> bool:
    """Tell whether the model can be used at once."""
    return read_manifest(form_folder(name), name) is not None


def read_manifest(folder: Path, name: str) -> ModelInfo | None:
    """Return the form's description; ``None`` where there is none or a file was changed since.

    The files (90 and 23 MB) are hashed when the form is made; afterwards size
    and time of change tell that they are untouched, and ``check_cache`` (which
    ``doctor`` calls) hashes the form again.
    """
    try:
        data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        info = ModelInfo(**data["info"])
        stamps = _stamps(folder, info, name)
        return info if stamps == data["stamps"] else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_manifest(folder: Path, name: str, info: ModelInfo) -> None:
    """Write the form's description, whole or not at all."""
    text = json.dumps({"info": asdict(info), "stamps": _stamps(folder, info, name)}, indent=1)
    draft = folder / f"manifest.{os.getpid()}.draft"
    draft.write_text(text, encoding="utf-8")
    draft.replace(folder / MANIFEST)


def _stamps(folder: Path, info: ModelInfo, name: str) -> dict[str, list[int]]:
    files = [model_folder(name) / WEIGHTS]
    if info.form.startswith("onnx"):
        files.append(file_of(folder, info.form))
    stats = {str(path): path.stat() for path in files}
    return {path: [stat.st_size, stat.st_mtime_ns] for path, stat in stats.items()}


def check_cache(name: str = DEFAULT_MODEL) -> str | None:
    """Return what is wrong with the exported model, ``None`` where all hashes are right."""
    folder = form_folder(name)
    info = read_manifest(folder, name)
    if info is None:
        return "not exported yet"
    if info.form.startswith("onnx") and sha256_of(file_of(folder, info.form)) != info.file_sha256:
        return "the exported file was changed since it was made"
    return None


def pool(states: NDArray[Any], pooling: Pooling) -> Vectors:
    """Return one text's vector (dimensions) of length one from its token states (tokens, d)."""
    vector = states[0] if pooling == "cls" else states.mean(axis=0, dtype=np.float32)
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-12), dtype=np.float32)
