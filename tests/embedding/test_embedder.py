"""The embedding model: verified, prepared once, light at query time, the same for each text."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from papersearch.archive import Archive
from papersearch.archive.ingest import check_model
from papersearch.embedding import (
    DEFAULT_MODEL,
    Embedder,
    check_cache,
    is_prepared,
    model_folder,
    source,
    verify,
)
from papersearch.embedding import form as forms
from papersearch.embedding.probes import PROBES, agreement, cosine
from papersearch.errors import ArchiveError, ModelError

TEXTS = [
    "Length of stay has fallen.",
    "The Board is asked to note this report.",
    "The Board is asked to note this report.",
    "x " * 600,
    "",
]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder()


def test_rows_have_length_one_and_follow_the_texts(embedder: Embedder) -> None:
    vectors = embedder.embed(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dimensions)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert np.array_equal(vectors[1], vectors[2])
    assert not np.array_equal(vectors[0], vectors[1])
    assert embedder.embed([]).shape == (0, embedder.dimensions)


def test_a_text_has_the_same_vector_whatever_stands_beside_it(embedder: Embedder) -> None:
    together = embedder.embed(TEXTS)
    for text, row in zip(TEXTS, together, strict=True):
        assert np.array_equal(embedder.embed([text])[0], row)
    assert np.array_equal(Embedder(threads=1).embed(TEXTS), Embedder(threads=3).embed(TEXTS))


def test_meaning_is_near_without_shared_words(embedder: Embedder) -> None:
    asked, near, far = embedder.embed(
        ["getting patients home sooner", "Length of stay has fallen.", "The car park contract."]
    )
    assert asked @ near > asked @ far + 0.1


def test_the_form_in_use_agrees_with_the_original(embedder: Embedder) -> None:
    """In a process of its own, so that the suite's processes do not keep torch."""
    code = (
        "import sys, numpy as np\n"
        "from papersearch.embedding.source import load_original\n"
        "from papersearch.embedding.probes import PROBES\n"
        "v = load_original(sys.argv[1]).encode(list(PROBES), normalize_embeddings=True)\n"
        "np.save(sys.argv[2], v)"
    )
    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"probes-{os.getpid()}.npy"
    subprocess.run([sys.executable, "-c", code, DEFAULT_MODEL, str(path)], check=True)
    original = np.load(path)
    path.unlink()
    vectors = embedder.embed(PROBES)
    assert cosine(vectors, original) == pytest.approx(embedder.info.cosine, abs=2e-3)
    assert cosine(vectors, original) >= 0.985
    assert agreement(vectors, original) >= 0.9


def test_agreement_counts_shared_neighbours() -> None:
    rng = np.random.default_rng(1)
    rows = rng.normal(size=(len(PROBES), 16)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    assert agreement(rows, rows) == 1.0
    assert cosine(rows, rows) == pytest.approx(1.0)
    assert agreement(rows[::-1], rows) < 0.8


def test_a_form_that_does_not_agree_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    from papersearch.embedding import export

    rows = np.eye(3, 8, dtype=np.float32)
    for form in ("onnx-int8", "onnx-fp32"):
        assert export._is_good(form, rows, rows, (1.0, 1.0))
        assert not export._is_good(form, rows, rows, (0.98, 1.0))
        assert not export._is_good(form, rows, rows, (1.0, 0.85))
        assert not export._is_good(form, rows[:, :4], rows, (1.0, 1.0))


def test_a_query_imports_neither_torch_nor_spacy(embedder: Embedder, tmp_path: Path) -> None:
    assert embedder.info.form == "onnx-int8"
    code = (
        "import json, sys\n"
        "import papersearch\n"
        "archive = papersearch.open(sys.argv[1])\n"
        "archive.embedder.embed(['getting patients home sooner'])\n"
        "archive.search('getting patients home sooner')\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "index")],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "onnxruntime" in loaded
    heavy = {"torch", "spacy", "transformers", "sentence_transformers", "pdfplumber", "pandas"}
    assert not loaded & heavy


def _copy_of_model(folder: Path) -> Path:
    """Return a copy of the default model, its weights a file of its own."""
    shutil.copytree(model_folder(), folder)
    return folder


def test_weights_that_were_changed_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _copy_of_model(tmp_path / "model")
    monkeypatch.setattr(source, "_packaged", lambda: folder)
    assert verify() == source.PUBLISHED_SHA256[DEFAULT_MODEL]
    with (folder / "model.safetensors").open("r+b") as file:
        file.seek(50_000_000)
        byte = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte[0] ^ 1]))
    with pytest.raises(ModelError, match="not the published ones") as told:
        verify()
    assert str(folder) in told.value.message
    assert "reinstall" in (told.value.remedy or "")


def test_the_process_that_prepares_tells_why_it_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAPERSEARCH_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    (folder / "pytorch_model.bin").write_bytes(b"pickle")
    with pytest.raises(ModelError, match=r"model\.safetensors is missing"):
        _ = Embedder(str(folder)).info
    assert not is_prepared(str(folder))


def test_a_model_that_is_not_here_is_named(tmp_path: Path) -> None:
    for name in (str(tmp_path), "nobody/no-such-model", "no such model", "../x"):
        with pytest.raises(ModelError, match="no model on this machine"):
            model_folder(name)
    assert model_folder(str(model_folder())) == model_folder()


def test_a_cache_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("PAPERSEARCH_CACHE", str(tmp_path / "file"))
    with pytest.raises(ModelError, match="cannot be kept") as told:
        _ = Embedder().info
    assert "PAPERSEARCH_CACHE" in (told.value.remedy or "")


def test_a_changed_form_is_noticed(
    embedder: Embedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = forms.form_folder()
    assert embedder.info.form == "onnx-int8"
    monkeypatch.setenv("PAPERSEARCH_CACHE", str(tmp_path))
    folder = forms.form_folder()
    assert check_cache() == "not exported yet"
    shutil.copytree(original, folder)  # keeps the times of change
    data = json.loads((folder / "manifest.json").read_text())
    data["stamps"] = {
        key.replace(str(original), str(folder)): value for key, value in data["stamps"].items()
    }
    (folder / "manifest.json").write_text(json.dumps(data))
    assert is_prepared()
    assert check_cache() is None
    path = forms.file_of(folder, "onnx-int8")
    stat = path.stat()
    blob = bytearray(path.read_bytes())
    blob[1000] ^= 1
    path.write_bytes(blob)
    assert not is_prepared()  # by its time of change
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert is_prepared()  # a forged time deceives the quick look ...
    assert check_cache() == "the exported file was changed since it was made"  # ... not this one
    (folder / "manifest.json").write_text("{")
    assert not is_prepared()


def test_fingerprints_differ_where_vectors_must_not_mix(embedder: Embedder) -> None:
    from dataclasses import replace

    info = embedder.info
    others = [
        replace(info, sha256="0" * 64),
        replace(info, form="onnx-fp32"),
        replace(info, max_tokens=128),
        replace(info, pooling="cls"),
    ]
    prints = {info.fingerprint, *(other.fingerprint for other in others)}
    assert len(prints) == 5
    # Where the cache lies and how well the form agrees is no matter.
    assert replace(info, cosine=0.99, file_sha256="0").fingerprint == info.fingerprint


def test_vectors_of_two_models_are_not_mixed(embedder: Embedder, tmp_path: Path) -> None:
    class Other:
        fingerprint = "other:onnx-int8:000000000000"
        dimensions = 384

        def embed(self, texts: object) -> None:
            raise AssertionError

    with Archive.open(tmp_path, create=True) as archive:
        check_model(archive, embedder)
        with pytest.raises(ArchiveError, match="made by all-MiniLM-L6-v2") as told:
            check_model(archive, Other())  # type: ignore[arg-type]
    assert "--index" in (told.value.remedy or "")
