"""FAISS grown with the archive: exact while small, then 8 bits, then lists of measured recall."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papersearch.archive import vectors as module
from papersearch.archive.vectors import FaissIndex, Ids, Vectors, exact, pack, stamp_of, unpack

D = 32


def rows(count: int, seed: int = 0, spread: float = 0.35) -> Vectors:
    """Vectors of length one in 40 loose groups, as passages on the same subjects are."""
    rng = np.random.default_rng(seed)
    centres = np.random.default_rng(99).normal(size=(40, D))
    out = centres[rng.integers(0, 40, count)] + rng.normal(0, spread * 3, (count, D))
    return (out / np.linalg.norm(out, axis=1, keepdims=True)).astype(np.float32)


def numbers(count: int, step: int = 3) -> Ids:
    return np.arange(1, count + 1, dtype=np.int64) * step


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits at which a test's few vectors take every form."""
    monkeypatch.setattr(module, "FLAT_UP_TO", 300)
    monkeypatch.setattr(module, "SCALAR_UP_TO", 1500)
    monkeypatch.setattr(module, "SCALED_ON", 200)


def found(index: FaissIndex, asked: Vectors, k: int, among: Ids | None = None) -> list[set[int]]:
    return [set(index.search(row, k, among)[1].tolist()) for row in asked]


def true(ids: Ids, held: Vectors, asked: Vectors, k: int) -> list[set[int]]:
    return [set(exact(ids, held, row, k)[1].tolist()) for row in asked]


def share(got: list[set[int]], wanted: list[set[int]]) -> float:
    return float(np.mean([len(a & b) / max(len(b), 1) for a, b in zip(got, wanted, strict=True)]))


def test_the_form_follows_the_number() -> None:
    assert module._form(1) == module._form(50_000) == "IDMap,Flat"
    assert module._form(50_001) == module._form(200_000) == "IDMap,SQ8"
    assert module._form(200_001) == "IVF1024,SQ8"
    assert module._form(1_000_000) == "IVF2048,SQ8"
    assert module._form(10_000_000) == "IVF8192,SQ8"
    assert module.sample_size(100) == 100
    assert module.sample_size(1_000_000) == 40 * 2048


@given(st.integers(1, 60), st.integers(1, 80), st.integers(0, 2**32 - 1), st.booleans())
@settings(max_examples=60, deadline=None)
def test_small_is_exact(count: int, k: int, seed: int, filtered: bool) -> None:
    """With repeated vectors too: the scores are those of comparing all, best first, ties by id."""
    held = rows(count, seed % 1000)
    held[count // 2 :] = held[: count - count // 2]
    ids = numbers(count)
    index = FaissIndex.build(ids, held)
    asked = rows(1, seed % 997 + 1)[0]
    among = ids[:: 1 + seed % 3] if filtered else None
    kept = np.ones(count, dtype=bool) if among is None else np.isin(ids, among)
    scores, got = index.search(asked, k, among)
    wanted, _ = exact(ids[kept], held[kept], asked, k)
    assert scores == pytest.approx(wanted, abs=1e-5)
    assert set(got.tolist()) <= set(ids[kept].tolist())
    assert len(set(got.tolist())) == len(got) == min(k, int(kept.sum()))
    assert list(zip(-scores, got, strict=True)) == sorted(zip(-scores, got, strict=True))


@pytest.mark.parametrize(("count", "least"), [(250, 1.0), (1200, 0.95), (4000, 0.93)])
def test_each_form_finds_the_true_ten(small: None, count: int, least: float) -> None:
    ids, held, asked = numbers(count), rows(count), rows(40, 7)
    index = FaissIndex.build(ids, held)
    assert len(index) == count
    assert sorted(index.ids().tolist()) == ids.tolist()
    assert not index.outgrown
    assert share(found(index, asked, 10), true(ids, held, asked, 10)) >= least


def test_kinds_are_told(small: None) -> None:
    kinds = [FaissIndex.build(numbers(n), rows(n)).kind for n in (250, 1200, 4000)]
    assert kinds[0] == "all compared, exact"
    assert kinds[1] == "all compared, 8 bits a number"
    assert "of 128 lists searched" in kinds[2]


def test_more_lists_are_searched_until_the_recall_is_reached(
    small: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids, held = numbers(4000), rows(4000)
    wanted = FaissIndex.build(ids, held)
    monkeypatch.setattr(module, "WANTED_RECALL", 0.3)
    careless = FaissIndex.build(ids, held)
    assert careless._lists.nprobe < wanted._lists.nprobe <= 128
    asked = rows(40, 7)
    truth = true(ids, held, asked, 10)
    assert share(found(careless, asked, 10), truth) < share(found(wanted, asked, 10), truth)


@pytest.mark.parametrize("count", [250, 1200, 4000])
def test_a_filter_is_kept_inside_faiss(small: None, count: int) -> None:
    ids, held, asked = numbers(count), rows(count), rows(20, 7)
    index = FaissIndex.build(ids, held)
    among = np.sort(np.random.default_rng(3).choice(ids, count // 8, replace=False))
    strangers = np.concatenate((among, np.array([-5, 2, 10**7])))
    inside = np.isin(ids, among)
    got = found(index, asked, 10, strangers)
    assert all(len(hits) == 10 and hits <= set(among.tolist()) for hits in got)
    assert share(got, true(ids[inside], held[inside], asked, 10)) >= 0.93
    assert len(index.search(asked[0], 10, np.zeros(0, dtype=np.int64))[1]) == 0
    assert set(index.search(asked[0], 10, ids[:3])[1].tolist()) == set(ids[:3].tolist())


@pytest.mark.parametrize("count", [250, 1200, 4000])
def test_added_and_removed_without_making_it_anew(small: None, tmp_path: Path, count: int) -> None:
    ids, held, asked = numbers(count), rows(count), rows(20, 7)
    path = tmp_path / "v.faiss"
    sha256 = FaissIndex.build(ids[:-40], held[:-40]).save(path)
    index = FaissIndex.load(path, sha256)
    assert index is not None
    before = path.read_bytes()
    index.add(ids[-40:], held[-40:])
    index.remove(np.concatenate((ids[:60], np.array([10**9]))))
    assert path.read_bytes() == before  # the file is a generation of its own
    assert sorted(index.ids().tolist()) == ids[60:].tolist()
    assert share(found(index, asked, 10), true(ids[60:], held[60:], asked, 10)) >= 0.9
    assert index.search(held[-1], 1)[1].tolist() == [ids[-1]]
    again = tmp_path / "w.faiss"
    reread = FaissIndex.load(again, index.save(again))
    assert reread is not None
    assert found(reread, asked, 10) == found(index, asked, 10)


def test_outgrown_only_far_from_the_limit(small: None) -> None:
    index = FaissIndex.build(numbers(250), rows(250))
    index.add(numbers(60) + 10_000, rows(60, 5))
    assert index.outgrown  # exact, and more than are compared exactly
    scalar = FaissIndex.build(numbers(320), rows(320))
    scalar.remove(numbers(40))
    assert not scalar.outgrown  # a few taken off again: it stays what it is
    scalar.remove(numbers(200))
    assert scalar.outgrown
    lists = FaissIndex.build(numbers(1600), rows(1600))
    lists.remove(numbers(200))
    assert not lists.outgrown
    lists.remove(numbers(1000))
    assert lists.outgrown


@pytest.mark.parametrize("count", [250, 1200, 4000])
def test_only_the_file_vouched_for_is_read(small: None, tmp_path: Path, count: int) -> None:
    path = tmp_path / "v.faiss"
    sha256 = FaissIndex.build(numbers(count), rows(count)).save(path)
    stamp = stamp_of(path)
    assert FaissIndex.load(path, sha256) is not None
    assert FaissIndex.load(path, "0" * 64) is None
    assert FaissIndex.load(path, "0" * 64, stamp) is not None  # not hashed while the stamp holds
    blob = bytearray(path.read_bytes())
    blob[-9] ^= 1
    path.write_bytes(blob)
    assert FaissIndex.load(path, sha256, stamp) is None
    path.write_bytes(blob[:100])
    assert FaissIndex.load(path, sha256, stamp) is None
    path.unlink()
    assert FaissIndex.load(path, sha256, stamp) is None


def test_a_view_outlives_the_next_generation(small: None, tmp_path: Path) -> None:
    """A reader goes on with its own generation when a writer has taken the file away."""
    for count in (250, 1200, 4000):
        path = tmp_path / f"{count}.faiss"
        index = FaissIndex.load(path, FaissIndex.build(numbers(count), rows(count)).save(path))
        assert index is not None
        path.unlink()
        assert index.search(rows(count)[7], 1)[1].tolist() == [24]


def test_the_same_vectors_give_the_same_file(small: None, tmp_path: Path) -> None:
    for count in (250, 1200, 4000):
        sums = {
            FaissIndex.build(numbers(count), rows(count)).save(tmp_path / name) for name in "ab"
        }
        assert len(sums) == 1


def test_half_floats_keep_the_order() -> None:
    held = rows(500)
    kept = unpack(pack(held), D)
    assert kept.shape == held.shape
    assert float(np.abs(kept - held).max()) < 1e-3
    assert unpack([], D).shape == (0, D)
