"""Both halves together: exactness, filters, repeats, order, what is said of an answer."""

from __future__ import annotations

import numpy as np
import pytest

from papersearch.archive import Archive, make_filters
from papersearch.errors import ArchiveError, UsageError
from papersearch.search import Searcher, fusion, second
from papersearch.search.query import parse
from tests.search.conftest import BED_WORDS, SAME_WORDS
from tests.shelf import FakeEmbedder


@pytest.fixture
def searcher(shelf: Archive) -> Searcher:
    return Searcher(shelf, FakeEmbedder())


def test_dense_search_is_what_numpy_says(shelf: Archive, searcher: Searcher) -> None:
    question = "patients waited for a bed"
    ids, vectors = shelf.vectors()
    cosines = vectors @ FakeEmbedder().embed([question])[0]
    best = {int(i): float(c) for i, c in zip(ids, cosines, strict=True)}
    top = searcher.search(question, 1, mode="dense", explain=True).hits[0]
    assert top.why is not None
    assert top.why.cosine == pytest.approx(max(best.values()), abs=2e-3)
    assert top.score == pytest.approx(fusion.meaning(max(best.values())), abs=4e-3)
    found = searcher._nearest(FakeEmbedder().embed([question])[0], 100, None)
    assert found == pytest.approx(best, abs=2e-3)


def test_a_filtered_search_is_the_whole_one_narrowed(shelf: Archive, searcher: Searcher) -> None:
    vector = FakeEmbedder().embed(["nurses on the ward"])[0]
    everything = searcher._nearest(vector, 100, None)
    among = shelf.passage_ids(make_filters(organisation="oke"))
    assert searcher._nearest(vector, 100, among) == pytest.approx(
        {int(i): everything[int(i)] for i in among}, abs=2e-3
    )


@pytest.mark.parametrize(
    ("filters", "files"),
    [
        ({"since": "2023-01-01"}, {"2023/winter.pdf", "2024/nurses.pdf"}),
        ({"until": "2023"}, {"2022/winter.pdf", "2023/winter.pdf"}),
        ({"since": "May 2023", "until": "31/05/2023"}, {"2023/winter.pdf"}),
        ({"year": "2022/23"}, {"2022/winter.pdf"}),
        ({"year": "2024"}, {"2024/nurses.pdf"}),
        ({"organisation": "OKE"}, {"2024/nurses.pdf"}),
        ({"committee": "quality"}, {"2023/winter.pdf"}),
        ({"kind": "minutes"}, {"2024/nurses.pdf"}),
        ({"purpose": "assurance"}, {"2022/winter.pdf"}),
        ({"tags": ["exemption:s.43"]}, {"2023/winter.pdf"}),
        ({"tags": ["exemption:FOIA 43(2)"]}, {"2023/winter.pdf"}),
        ({"tags": ["has:exemption", "foi:exempt"]}, {"2023/winter.pdf"}),
        ({"paper": "cccc"}, {"2024/nurses.pdf"}),
        ({"kind": "minutes", "until": "2022"}, set()),
    ],
)
@pytest.mark.parametrize("mode", ["hybrid", "dense", "lexical"])
def test_filters_narrow_both_halves(
    searcher: Searcher, filters: dict[str, object], files: set[str], mode: str
) -> None:
    narrowed = make_filters(**filters)  # type: ignore[arg-type]
    answer = searcher.search("the board report", 20, narrowed, mode)  # type: ignore[arg-type]
    found = {hit.file for hit in answer.hits}
    # Repeats stand for each other, but only within what was asked for.
    assert found <= files
    assert bool(found) == bool(files)


def test_the_same_words_are_one_hit_that_says_where_else(searcher: Searcher) -> None:
    hits = searcher.search("asked to note the report and the assurance", 10).hits
    same = [hit for hit in hits if hit.text == SAME_WORDS]
    assert len(same) == 1
    # The newest stands for all, the others are named newest first.
    assert same[0].file == "2024/nurses.pdf"
    assert same[0].also_in == 2
    assert [(s.file, s.page) for s in same[0].also_at] == [
        ("2023/winter.pdf", 1), ("2022/winter.pdf", 1),
    ]  # fmt: skip


def test_another_figure_is_no_repeat(searcher: Searcher) -> None:
    hits = searcher.search("nurse vacancies", 10).hits
    assert {"75.2", "72.5"} <= {word for hit in hits for word in hit.text.split()}


def test_each_hit_is_on_another_page(searcher: Searcher) -> None:
    hits = searcher.search("beds", 20).hits
    pages = [(hit.file, hit.page) for hit in hits]
    assert len(set(pages)) == len(pages)
    assert hits[0].text == BED_WORDS


@pytest.mark.parametrize("typed", ["s43(2)", "section 43(2)", "s.43", "FOIA 43"])
@pytest.mark.parametrize("mode", ["hybrid", "lexical"])
def test_a_citation_finds_its_page(searcher: Searcher, typed: str, mode: str) -> None:
    answer = searcher.search(typed, 3, mode=mode)  # type: ignore[arg-type]
    assert (answer.hits[0].file, answer.hits[0].page) == ("2023/winter.pdf", 3)


@pytest.mark.parametrize("mode", ["hybrid", "dense", "lexical"])
def test_phrases_occur_and_excluded_words_do_not(searcher: Searcher, mode: str) -> None:
    found = searcher.search('"nurse vacancies" -giraffe', 10, mode=mode)  # type: ignore[arg-type]
    assert found.hits
    assert all("Nurse vacancies" in hit.text for hit in found.hits)
    found = searcher.search("nurse -vacancies", 20, mode=mode)  # type: ignore[arg-type]
    assert not any("vacancies" in hit.text for hit in found.hits)
    nothing = searcher.search('"giraffe house"', 10, mode=mode)  # type: ignore[arg-type]
    assert nothing.hits == ()
    assert not nothing.answerable


def test_scores_are_the_weighted_halves_and_a_second_look(searcher: Searcher) -> None:
    for question, words_decide in (("beds on a ward", False), ("minute 24/047", True)):
        query = parse(question)
        weight = fusion.dense_weight(query, "hybrid")
        for hit in searcher.search(question, 10, explain=True).hits:
            assert hit.why is not None
            assert hit.why.weight == weight
            meant, share = fusion.meaning(hit.why.cosine or 0.0), hit.why.share or 0.0
            expected = weight * meant + (1 - weight) * (
                share if words_decide else fusion.worth(share)
            )
            assert (hit.why.met is None) is words_decide
            if hit.why.met is not None:
                expected = (1 - second.MET_WEIGHT) * expected + second.MET_WEIGHT * hit.why.met
            assert hit.why.around is not None
            assert hit.score == pytest.approx(min(expected + hit.why.around, 1.0), abs=1e-3)


@pytest.mark.parametrize("mode", ["dense", "lexical"])
def test_one_half_alone_is_not_looked_at_again(searcher: Searcher, mode: str) -> None:
    answer = searcher.search("beds on a ward", 10, mode=mode, explain=True)  # type: ignore[arg-type]
    assert answer.hits
    for hit in answer.hits:
        assert hit.why is not None
        assert hit.why.met is None
        assert hit.why.around is None


def test_a_small_share_is_worth_less_than_it_says() -> None:
    assert fusion.worth(0.1) == pytest.approx(0.05)
    assert fusion.worth(0.2) == pytest.approx(0.2)
    assert fusion.worth(0.6) == pytest.approx(0.6)


def test_the_first_hits_are_the_same_whatever_number_is_asked_for(searcher: Searcher) -> None:
    many = searcher.search("winter beds and nurses", 12).hits
    few = searcher.search("winter beds and nurses", 3).hits
    assert [(hit.file, hit.page, hit.score) for hit in few] == [
        (hit.file, hit.page, hit.score) for hit in many[:3]
    ]


def test_meaning_counts_less_where_a_reference_was_typed() -> None:
    assert fusion.dense_weight(parse("24/047"), "hybrid") < fusion.dense_weight(
        parse("beds"), "hybrid"
    )


def test_hits_come_best_first_and_the_same_each_time(searcher: Searcher) -> None:
    first = searcher.search("winter beds and nurses", 20)
    scores = [hit.score for hit in first.hits]
    assert scores == sorted(scores, reverse=True)
    assert [hit.rank for hit in first.hits] == list(range(1, len(scores) + 1))
    again = searcher.search("winter beds and nurses", 20)
    assert again.hits == first.hits
    # Fewer hits are the same ones.
    assert searcher.search("winter beds and nurses", 3).hits == first.hits[:3]


def test_an_answer_is_its_hits_one_after_the_other(searcher: Searcher) -> None:
    answer = searcher.search("winter beds and nurses", 5)
    assert list(answer) == list(answer.hits)
    assert len(answer) == len(answer.hits) > 1


def test_marks_are_places_in_the_text_that_is_shown(searcher: Searcher) -> None:
    hit = searcher.search("beds full", 1).hits[0]
    assert hit.text == BED_WORDS
    marked = {hit.text[mark.start : mark.end] for mark in hit.marks}
    assert marked == {"Beds", "full"}


def test_nothing_near_is_said(shelf: Archive) -> None:
    class Elsewhere(FakeEmbedder):
        def embed(self, texts: object) -> object:
            out = np.zeros((1, 32), dtype=np.float32)
            out[0, 31] = 1.0
            return out

    _, vectors = shelf.vectors()
    assert not (vectors[:, 31] > 0.3).any()
    searcher = Searcher(shelf, Elsewhere())
    answer = searcher.search("giraffe submarine volcano", 3)
    assert answer.hits
    assert not answer.answerable
    assert Searcher(shelf, None).search("giraffe", 3, mode="lexical").answerable is False


def test_wrong_questions_and_other_models_are_told(shelf: Archive, searcher: Searcher) -> None:
    for empty in ("", "  ", "?!", '""'):
        with pytest.raises(UsageError, match="empty"):
            searcher.search(empty)
    with pytest.raises(UsageError, match="psychic"):
        searcher.search("beds", mode="psychic")  # type: ignore[arg-type]

    class Other(FakeEmbedder):
        fingerprint = "other:1"

    with pytest.raises(ArchiveError, match="other:1"):
        Searcher(shelf, Other()).search("beds")


def test_a_reranker_has_the_last_word(shelf: Archive, searcher: Searcher) -> None:
    class Backwards:
        def order(self, question: str, texts: list[str]) -> list[int]:
            assert question == "beds on a ward"
            return list(reversed(range(len(texts))))

    plain = searcher.search("beds on a ward", 30)
    turned = Searcher(shelf, FakeEmbedder(), Backwards()).search("beds on a ward", 3, explain=True)
    assert [hit.text for hit in turned.hits] == [hit.text for hit in plain.hits[::-1][:3]]
    assert turned.hits[0].why is not None
    assert turned.hits[0].why.reranked_from == len(plain.hits)


def test_a_folder_without_a_model_is_no_reranker(tmp_path: object) -> None:
    from papersearch.errors import ModelError
    from papersearch.search.rerank import CrossEncoder

    with pytest.raises(ModelError, match="no cross-encoder"):
        CrossEncoder(str(tmp_path))
