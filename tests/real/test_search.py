"""Real board papers are found by lay questions as well as they have been measured to be.

``board_questions.jsonl`` names file and page of what answers; questions of kind ``none`` have no
answer there. The papers are read without tags, which searching does not need.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from papersearch.archive import Archive, ingest, work
from papersearch.embedding import Embedder
from papersearch.search import Searcher
from papersearch.search.evaluate import evaluate, load_questions
from tests.search.conftest import _InThisProcess, _untagged

BOARDS = Path(__file__).parents[3] / "shared" / "data" / "boards"
QUESTIONS = Path(__file__).with_name("board_questions.jsonl")
FLOORS = {"lay": 0.56, "reference": 0.80, "all": 0.60}


@pytest.mark.real
@pytest.mark.timeout(3600)
@pytest.mark.skipif(not BOARDS.exists(), reason="../shared, the owners' folder, is absent")
def test_lay_questions_find_real_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "Guard", _InThisProcess)
    monkeypatch.setattr(work.tagging, "tag", _untagged)
    embedder = Embedder()
    with Archive.open(tmp_path, create=True) as archive:
        ingest.ingest(archive, [BOARDS], embedder)
        searcher = Searcher(archive, embedder)
        settings = {
            mode: lambda question, _, mode=mode: searcher.search(question, 10, mode=mode)
            for mode in ("hybrid", "lexical", "dense")
        }
        hybrid, *halves = evaluate(load_questions(QUESTIONS), settings, "boards").settings
    for kind in (*hybrid.kinds, hybrid.all):
        if kind.kind in FLOORS:
            assert kind.measures["ndcg_10"].mean >= FLOORS[kind.kind], kind
    for half in halves:
        assert hybrid.all.measures["ndcg_10"].mean > half.all.measures["ndcg_10"].mean
    assert hybrid.refused_wrongly is not None
    assert hybrid.refused_rightly is not None
    assert hybrid.refused_wrongly.mean <= 0.06
    assert hybrid.refused_rightly.mean >= 0.35
