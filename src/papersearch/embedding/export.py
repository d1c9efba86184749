"""A model becomes its fast form: exported to ONNX, fused, brought to 8 bits, checked.

Run as a program of its own (``python -m papersearch.embedding.export NAME``):
torch takes a gigabyte of memory that an ingest has no further use for, and the
libraries' chatter stays off the user's terminal.
"""

from __future__ import annotations

import json
import logging
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

import numpy as np

from papersearch.embedding.form import (
    ModelInfo,
    Pooling,
    Vectors,
    file_of,
    form_folder,
    write_manifest,
)
from papersearch.embedding.probes import PROBES, agreement, cosine
from papersearch.embedding.run import OnnxForm
from papersearch.embedding.source import load_original, model_folder, sha256_of, verify
from papersearch.errors import PapersearchError

MAX_TOKENS = 256
LEAST = {"onnx-int8": (0.985, 0.9), "onnx-fp32": (0.999, 0.99)}
"""Mean cosine to the original and agreement with its ten nearest from which a form is kept."""
_FUSED = {"bert", "roberta", "xlm-roberta"}
"""Architectures that onnxruntime's optimizer knows as BERT's kin."""


def export(name: str) -> ModelInfo:
    """Make the best form of the model that agrees with the original; return what it is.

    Raises:
        ModelError: There is no such model, or its weights are not the published ones.
        OSError: The cache cannot be written.
    """
    folder = form_folder(name)
    folder.mkdir(parents=True, exist_ok=True)
    weights = verify(name)
    original = load_original(name)
    expected = np.asarray(original.encode(list(PROBES), normalize_embeddings=True), dtype="float32")
    tokens = min(int(original.max_seq_length or MAX_TOKENS), MAX_TOKENS)
    pooling = _pooling(original)
    info = None
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        if pooling is not None and (model_folder(name) / "tokenizer.json").is_file():
            for form, path in _candidates(original, name, Path(scratch)):
                vectors = OnnxForm(path, name, tokens, pooling, 1).embed(PROBES)
                alike = (cosine(vectors, expected), agreement(vectors, expected))
                if _is_good(form, vectors, expected, alike):
                    info = ModelInfo(
                        name, weights, form, vectors.shape[1], tokens, pooling,
                        round(alike[0], 5), round(alike[1], 4), sha256_of(path),
                    )  # fmt: skip
                    path.replace(file_of(folder, form))
                    OnnxForm(file_of(folder, form), name, tokens, pooling, 1).words()
                    break
    if info is None:
        dimensions = expected.shape[1]
        info = ModelInfo(name, weights, "torch", dimensions, tokens, "mean", 1.0, 1.0, weights)
    write_manifest(folder, name, info)
    return info


def _is_good(form: str, vectors: Vectors, expected: Vectors, alike: tuple[float, float]) -> bool:
    return vectors.shape == expected.shape and all(
        found >= least for found, least in zip(alike, LEAST[form], strict=True)
    )


def _pooling(original: Any) -> Pooling | None:
    """Return how the original pools; ``None`` where it does more than the fast forms can."""
    kinds = [type(module).__name__ for module in original]
    if kinds[:2] != ["Transformer", "Pooling"] or set(kinds[2:]) - {"Normalize"}:
        return None
    mode = str(original[1].pooling_mode)
    known: dict[str, Pooling] = {"mean": "mean", "cls": "cls"}
    return known.get(mode.removeprefix("('").removesuffix("',)"))


def _candidates(original: Any, name: str, scratch: Path) -> list[tuple[str, Path]]:
    full, small = scratch / "full.onnx", scratch / "small.onnx"
    _to_onnx(original, full)
    _fuse(full, model_folder(name))
    _quantise(full, small)
    return [("onnx-int8", small), ("onnx-fp32", full)]


def _to_onnx(original: Any, path: Path) -> None:
    """Export by tracing: unlike torch's newer exporter it leaves attention in a form that fuses."""
    import torch

    model = original[0].auto_model.eval()

    class States(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            return self.model(input_ids=input_ids, attention_mask=attention_mask)[0]

    ids = torch.ones((2, 7), dtype=torch.int64)
    shape = {0: "batch", 1: "length"}
    names = ["input_ids", "attention_mask", "states"]
    torch.onnx.export(
        States(), (ids, torch.ones_like(ids)), str(path), input_names=names[:2],
        output_names=names[2:], dynamic_axes=dict.fromkeys(names, shape), opset_version=17,
        dynamo=False,
    )  # fmt: skip


def _fuse(path: Path, folder: Path) -> None:
    """Fuse the layers that onnxruntime knows how to run as one (same numbers, less time)."""
    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    if config.get("model_type") not in _FUSED:
        return
    options = FusionOptions("bert")
    # A sum and a normalisation run in a fifth of the time of onnxruntime's one node for both.
    options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
    fused = optimizer.optimize_model(
        str(path), model_type="bert", num_heads=config["num_attention_heads"],
        hidden_size=config["hidden_size"], opt_level=1, optimization_options=options,
    )  # fmt: skip
    fused.save_model_to_file(str(path))


def _quantise(full: Path, small: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        str(full), str(small), weight_type=QuantType.QInt8, per_channel=True,
        # Not the embeddings' table: looking up is cheap already, and its words would blur.
        op_types_to_quantize=["MatMul", "Attention"],
        extra_options={"DefaultTensorType": 1},
    )  # fmt: skip


def main(name: str) -> int:
    """Export the model; tell a failure as one line of JSON on stdout."""
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    try:
        export(name)
    except PapersearchError as error:
        print(json.dumps({"message": error.message, "remedy": error.remedy}))  # noqa: T201
        return 2
    except OSError as error:
        remedy = "Make room, or set PAPERSEARCH_CACHE to a folder that can be written."
        print(  # noqa: T201
            json.dumps(
                {"message": f"The model's fast form cannot be kept: {error}", "remedy": remedy}
            )
        )
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
