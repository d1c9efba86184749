"""The vector index: a small protocol, and FAISS as its embedded form.

The catalogue holds every vector; the FAISS file is a named generation made
from it, vouched for by its sha256 in the catalogue, and can be made again at
any time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from papersearch.archive import disk

Vectors = NDArray[np.float32]
Ids = NDArray[np.int64]

FLAT_UP_TO = 50_000
"""Vectors up to which they are kept and compared exactly."""
SCALAR_UP_TO = 500_000
"""Vectors up to which they are compared one by one in 8 bits; beyond, inverted lists."""
PROBED_LISTS = 64


class VectorIndex(Protocol):
    """What papersearch needs of a vector index."""

    def __len__(self) -> int:
        """Return the number of vectors."""

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Add *vectors* (n, d) under *ids* (n)."""

    def remove(self, ids: Ids) -> None:
        """Remove the vectors of *ids*."""

    def search(self, vector: Vectors, k: int, among: Ids | None) -> tuple[Vectors, Ids]:
        """Return scores and ids of the *k* nearest to *vector* (d), *among* those ids if given."""


class FaissIndex:
    """Inner product over unit vectors, exact while that is fast enough."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def build(cls, ids: Ids, vectors: Vectors) -> FaissIndex:
        """Return an index of *vectors* in the form that their number asks for."""
        import faiss

        count, dimensions = vectors.shape
        index = faiss.index_factory(dimensions, _form(count), faiss.METRIC_INNER_PRODUCT)
        if not index.is_trained:
            sample = vectors
            if count > 200_000:
                chosen = np.random.default_rng(0).choice(count, 200_000, replace=False)
                sample = vectors[np.sort(chosen)]
            index.train(sample)
        index.add_with_ids(vectors, ids)
        return cls(index)

    @classmethod
    def load(cls, path: Path, sha256: str) -> FaissIndex | None:
        """Return the index in *path*, ``None`` where it is missing or not the file vouched for."""
        import faiss

        try:
            if _sha256(path) != sha256:
                return None
            return cls(faiss.read_index(str(path)))
        except (OSError, RuntimeError):
            return None

    def save(self, path: Path) -> str:
        """Write the index to *path*, durably and at once; return its sha256.

        Raises:
            OSError: It cannot be written; what was there stays.
        """
        import faiss

        digest = hashlib.sha256()

        def fill(put: Callable[[bytes], None]) -> None:
            failed: list[OSError] = []

            def take(data: bytes) -> None:
                # FAISS must not meet our exception: it would only say that there was one.
                if failed:
                    return
                try:
                    put(data)
                except OSError as error:
                    failed.append(error)
                digest.update(data)

            faiss.write_index(self._index, faiss.PyCallbackIOWriter(take))  # type: ignore[attr-defined]
            if failed:
                raise failed[0]

        disk.save(path, fill)
        return digest.hexdigest()

    def ids(self) -> Ids | None:
        """Return the ids held, or ``None`` where this form does not list them."""
        import faiss

        if not hasattr(self._index, "id_map"):
            return None
        held: Ids = faiss.vector_to_array(self._index.id_map)
        return held

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def outgrown(self) -> bool:
        """Return whether the number of vectors asks for another form."""
        import faiss

        inner = faiss.downcast_index(
            self._index.index if hasattr(self._index, "index") else self._index
        )
        is_flat, is_scalar = (
            isinstance(inner, faiss.IndexFlat),
            isinstance(inner, faiss.IndexScalarQuantizer),
        )
        wanted = _form(len(self))
        return (
            ("Flat" in wanted and not is_flat)
            or (wanted == "IDMap2,SQ8" and not is_scalar)
            or ("IVF" in wanted and (is_flat or is_scalar))
        )

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Add *vectors* (n, d) under *ids* (n)."""
        self._index.add_with_ids(vectors, ids)

    def remove(self, ids: Ids) -> None:
        """Remove the vectors of *ids*; unknown ids are passed over."""
        import faiss

        self._index.remove_ids(faiss.IDSelectorBatch(ids))

    def search(self, vector: Vectors, k: int, among: Ids | None = None) -> tuple[Vectors, Ids]:
        """Return scores and ids of the *k* nearest, best first."""
        import faiss

        parameters: Any = None
        inner = self._index.index if hasattr(self._index, "index") else self._index
        selector = faiss.IDSelectorBatch(among) if among is not None else None
        is_lists = isinstance(faiss.downcast_index(inner), faiss.IndexIVF)
        if is_lists:
            parameters = faiss.SearchParametersIVF(nprobe=PROBED_LISTS, sel=selector)  # type: ignore[call-arg]
        elif selector is not None:
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        scores, ids = self._index.search(
            vector[None, :], min(k, max(len(self), 1)), params=parameters
        )
        kept = ids[0] >= 0
        return scores[0][kept], ids[0][kept]


def exact(ids: Ids, vectors: Vectors, vector: Vectors, k: int) -> tuple[Vectors, Ids]:
    """Return scores and ids of the *k* nearest by comparing all; ties by id."""
    if not len(ids):  # of what length vectors are, an empty archive does not know
        return np.zeros(0, dtype=np.float32), ids
    scores = vectors @ vector
    order = np.lexsort((ids, -scores))[:k]
    return scores[order], ids[order]


def _form(count: int) -> str:
    if count <= FLAT_UP_TO:
        return "IDMap2,Flat"
    if count <= SCALAR_UP_TO:
        return "IDMap2,SQ8"
    lists = 1 << max(8, int(np.log2(4 * np.sqrt(count))))
    return f"IVF{lists},SQ8"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pack(vectors: Vectors) -> list[bytes]:
    """Return each row as float16 bytes, as the catalogue keeps it."""
    return [row.tobytes() for row in vectors.astype(np.float16)]


def unpack(blobs: Sequence[bytes], dimensions: int) -> Vectors:
    """Return float16 rows as an (n, d) float32 array."""
    if not blobs:
        return np.zeros((0, dimensions), dtype=np.float32)
    return (
        np.frombuffer(b"".join(blobs), dtype=np.float16).reshape(len(blobs), -1).astype(np.float32)
    )
