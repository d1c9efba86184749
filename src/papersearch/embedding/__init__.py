"""Embedding: texts become vectors, at ingest and at query time alike."""

from papersearch.embedding.form import ModelInfo, cache_folder, check_cache, is_prepared
from papersearch.embedding.model import Embedder
from papersearch.embedding.source import DEFAULT_MODEL, model_folder, verify

__all__ = [
    "DEFAULT_MODEL", "Embedder", "ModelInfo", "cache_folder", "check_cache", "is_prepared",
    "model_folder", "verify",
]  # fmt: skip
