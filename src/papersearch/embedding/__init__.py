"""Embedding: texts become vectors, at ingest and at query time alike."""

from papersearch.embedding.model import DEFAULT_MODEL, Embedder, ModelInfo, check_cache, verify

__all__ = ["DEFAULT_MODEL", "Embedder", "ModelInfo", "check_cache", "verify"]
