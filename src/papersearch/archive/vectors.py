"""The vector index: a small protocol, and FAISS as its embedded form.

The catalogue holds every vector; the FAISS file is a named generation made
from it, vouched for by its sha256 in the catalogue, and can be made again at
any time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from papersearch.archive import disk

Vectors = NDArray[np.float32]
Ids = NDArray[np.int64]

FLAT_UP_TO = 50_000
"""Vectors up to which they are kept and compared exactly."""
SCALAR_UP_TO = 200_000
"""Vectors up to which all are compared, in 8 bits; beyond, inverted lists."""
SHRUNK = 0.5
"""An index is brought back to a smaller form only when it falls under so much of the limit."""
OUTGROWN = 4
"""Inverted lists are made anew when there are so many times more vectors than at their making."""
TRAINED_ON = 40
"""Vectors a list that the lists' centres are learned from (FAISS asks for 39)."""
SCALED_ON = 20_000
"""Vectors that the 8-bit scale of each dimension is learned from."""
PROBES = 128
WANTED_RECALL = 0.98
"""Share of the exact ten nearest that must be among the :data:`TAKEN` found in inverted lists; as
many lists are searched as it takes. docs/decisions/0012 has what was measured."""
TAKEN = 150
"""Vectors that a search takes over and puts in order by the catalogue's own numbers."""

Batches = Callable[[], Iterable[tuple[Ids, Vectors]]]
"""Gives the vectors anew on every call, piece by piece, so that not all are in memory at once."""


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
    """Inner product over unit vectors, exact while that is fast enough.

    Args:
        index: FAISS's own.
        path: The file that it is a view of, if it is one. FAISS aborts the process where a view
            is changed, so it is read into memory first.
    """

    def __init__(self, index: Any, path: Path | None = None) -> None:
        self._index = index
        self._view_of = path

    @classmethod
    def build(cls, ids: Ids, vectors: Vectors) -> FaissIndex:
        """Return an index of *vectors* (n, d) in the form that their number asks for."""
        return cls.gather(len(ids), vectors, lambda: [(ids, vectors)])

    @classmethod
    def gather(cls, count: int, sample: Vectors, batches: Batches) -> FaissIndex:
        """Return an index of *count* vectors that come in *batches*.

        Args:
            count: How many there are; the form follows from it.
            sample: Vectors (m, d) drawn by chance, at least :func:`sample_size` of *count*.
            batches: Gives ids and vectors.
        """
        import faiss

        form = _form(count)
        index = faiss.index_factory(sample.shape[1], form, faiss.METRIC_INNER_PRODUCT)
        if not index.is_trained:
            index.train(sample)
        for ids, vectors in batches():
            index.add_with_ids(vectors, ids)
        made = cls(index)
        if made._lists is not None:
            made._lists.nprobe = _lists_to_search(made._lists, sample, batches)
        return made

    @classmethod
    def load(cls, path: Path, sha256: str, stamp: str | None = None) -> FaissIndex | None:
        """Return a view of the index in *path*, ``None`` where it is not the file vouched for.

        Args:
            path: The file; it is mapped into memory, so that only what a search touches is read.
            sha256: Of the file.
            stamp: What :func:`stamp_of` gave when it was written. As long as it says the same the
                file is not hashed again; ``None`` has it hashed.
        """
        import faiss

        try:
            if (stamp is None or stamp_of(path) != stamp) and _sha256(path) != sha256:
                return None
            flags = 0
            if os.name == "posix":  # Windows cannot delete a file that is mapped
                flags = faiss.IO_FLAG_MMAP if _has_lists(path) else faiss.IO_FLAG_MMAP_IFC
            index = faiss.read_index(str(path), flags)
            return cls(index, path if flags else None)
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

    def ids(self) -> Ids:
        """Return the ids held, in no order."""
        import faiss

        lists = self._lists
        if lists is None:
            return np.array(faiss.vector_to_array(self._index.id_map), dtype=np.int64)
        inverted = lists.invlists
        parts = [
            np.array(faiss.rev_swig_ptr(inverted.get_ids(i), size), dtype=np.int64)
            for i in range(lists.nlist)
            if (size := inverted.list_size(i))
        ]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def kind(self) -> str:
        """Return how vectors are kept and compared, for a person to read."""
        lists = self._lists
        if lists is not None:
            return f"{lists.nprobe} of {lists.nlist} lists searched, 8 bits a number"
        return "all compared, 8 bits a number" if self._is_scalar else "all compared, exact"

    @property
    def _lists(self) -> Any:
        """FAISS's inverted lists, ``None`` where all vectors are compared."""
        import faiss

        inner = faiss.downcast_index(self._index)
        return inner if isinstance(inner, faiss.IndexIVF) else None

    @property
    def _is_scalar(self) -> bool:
        import faiss

        return self._lists is None and isinstance(
            faiss.downcast_index(self._index.index), faiss.IndexScalarQuantizer
        )

    @property
    def outgrown(self) -> bool:
        """Return whether the number of vectors asks for another form."""
        count = len(self)
        if self._lists is not None:
            return count < SHRUNK * SCALAR_UP_TO or count > OUTGROWN * _most_for(self._lists.nlist)
        if self._is_scalar:
            return not SHRUNK * FLAT_UP_TO <= count <= SCALAR_UP_TO
        return count > FLAT_UP_TO

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Add *vectors* (n, d) under *ids* (n)."""
        self._own()
        self._index.add_with_ids(vectors, ids)

    def remove(self, ids: Ids) -> None:
        """Remove the vectors of *ids*; unknown ids are passed over."""
        import faiss

        self._own()
        self._index.remove_ids(faiss.IDSelectorBatch(ids))

    def _own(self) -> None:
        """Read what was only mapped."""
        if self._view_of is not None:
            import faiss

            self._index = faiss.read_index(str(self._view_of))
            self._view_of = None

    def search(self, vector: Vectors, k: int, among: Ids | None = None) -> tuple[Vectors, Ids]:
        """Return scores and ids of the *k* nearest to *vector* (d), best first, ties by id.

        With *among* FAISS itself passes over all others, so that *k* of those are found.
        """
        import faiss

        selector = None if among is None else _selector(among)
        parameters: Any
        if (lists := self._lists) is not None:
            searched = lists.nprobe
            if among is not None:
                # The fewer are wanted, the more lists must be searched to meet them.
                searched = min(lists.nlist, searched * max(1, len(self) // max(len(among), 1)))
            parameters = faiss.SearchParametersIVF(nprobe=searched, sel=selector)  # type: ignore[call-arg]
        else:
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        with _on_one_core():
            scores, ids = self._index.search(
                vector[None, :], min(k, max(len(self), 1)), params=parameters
            )
        kept = ids[0] >= 0
        return _ordered(scores[0][kept], ids[0][kept])


@contextmanager
def _on_one_core() -> Iterator[None]:
    """Keep FAISS from starting threads: for one question they only wait, and take the cores."""
    import faiss

    threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(threads)


def _selector(among: Ids) -> Any:
    """Return FAISS's selector of *among*: one bit an id, looked up at once."""
    import faiss

    known = among[among >= 0]
    wanted = np.zeros(int(known.max(initial=0)) + 1, dtype=bool)
    wanted[known] = True
    bits = np.packbits(wanted, bitorder="little")
    return faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg, arg-type]


def _ordered(scores: Vectors, ids: Ids) -> tuple[Vectors, Ids]:
    order = np.lexsort((ids, -scores))
    return scores[order], ids[order]


def exact(ids: Ids, vectors: Vectors, vector: Vectors, k: int) -> tuple[Vectors, Ids]:
    """Return scores and ids of the *k* nearest by comparing all; ties by id."""
    if not len(ids):  # of what length vectors are, an empty archive does not know
        return np.zeros(0, dtype=np.float32), ids
    scores = vectors @ vector
    order = np.lexsort((ids, -scores))[:k]
    return scores[order], ids[order]


def sample_size(count: int) -> int:
    """Return of how many vectors an index of *count* learns its scales and lists."""
    return min(count, max(SCALED_ON, TRAINED_ON * _list_count(count)))


def _form(count: int) -> str:
    if count <= FLAT_UP_TO:
        return "IDMap,Flat"
    if count <= SCALAR_UP_TO:
        return "IDMap,SQ8"
    return f"IVF{_list_count(count)},SQ8"


def _list_count(count: int) -> int:
    """Return the power of two at or under four times the root, as FAISS's guide advises."""
    return 1 << max(2, int(np.log2(4 * np.sqrt(max(count, 1))))) if count > SCALAR_UP_TO else 1


def _most_for(lists: int) -> int:
    """Return the most vectors for which so many lists are made."""
    return int((2 * lists / 4) ** 2)


def _lists_to_search(index: Any, sample: Vectors, batches: Batches) -> int:
    """Return how many lists must be searched to find the exact ten nearest often enough."""
    asked = _questions(sample)
    true = _nearest(asked, batches)
    searched = 4
    while searched < index.nlist and recall(index, asked, true, searched) < WANTED_RECALL:
        searched *= 2
    return int(min(searched, index.nlist))


def _questions(sample: Vectors) -> Vectors:
    """Return probes as questions are: near the vectors held, but none of them."""
    rng = np.random.default_rng(0)
    asked = sample[rng.choice(len(sample), min(PROBES, len(sample)), replace=False)]
    width = 0.5 / np.sqrt(sample.shape[1])
    asked = asked + rng.normal(0, width, asked.shape).astype(np.float32)
    return np.asarray(asked / np.linalg.norm(asked, axis=1, keepdims=True), dtype=np.float32)


def _nearest(asked: Vectors, batches: Batches, k: int = 10) -> Ids:
    """Return the ids (n, k) of the exact nearest to each of *asked*."""
    scores = np.full((len(asked), k), -np.inf, dtype=np.float32)
    nearest = np.full((len(asked), k), -1, dtype=np.int64)
    for ids, vectors in batches():
        both = np.concatenate((scores, asked @ vectors.T), axis=1)
        names = np.concatenate((nearest, np.broadcast_to(ids, (len(asked), len(ids)))), axis=1)
        best = np.argpartition(-both, k - 1, axis=1)[:, :k]
        scores = np.take_along_axis(both, best, axis=1)
        nearest = np.take_along_axis(names, best, axis=1)
    return nearest


def recall(index: Any, asked: Vectors, true: Ids, searched: int) -> float:
    """Return the share of the *true* nearest (n, k) among what a search takes over, 0 to 1."""
    import faiss

    parameters = faiss.SearchParametersIVF(nprobe=searched)  # type: ignore[call-arg]
    _, found = index.search(asked, max(TAKEN, true.shape[1]), params=parameters)
    pairs = zip(found, true, strict=True)
    return float(np.mean([len(np.intersect1d(f, t)) / len(t) for f, t in pairs]))


def _has_lists(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"IwSq"  # FAISS's own sign of inverted lists of scalars


def stamp_of(path: Path) -> str:
    """Return what changes whenever the file is written to: its size and time of change."""
    stat = path.stat()
    return f"{stat.st_size} {stat.st_mtime_ns}"


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
