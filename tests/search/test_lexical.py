"""The half that goes by words is BM25: the same as one written out here."""

from __future__ import annotations

import math
import re
from collections import Counter

import numpy as np
import pytest

from papersearch.archive import Archive
from papersearch.search import lexical
from papersearch.search.query import parse

WORD = re.compile(r"[a-z0-9]+")


def tokens(text: str) -> Counter[str]:
    """Return the words of *text*; that a plural is its singular is all the stemming needed here."""
    return Counter(w.removesuffix("s") if len(w) > 3 else w for w in WORD.findall(text.lower()))


def naive(archive: Archive, question: str) -> dict[int, float]:
    """Return BM25 shares worked out from the texts."""
    rows = archive.connection.execute("SELECT rowid, text, title, section, codes FROM words")
    documents = {row[0]: [tokens(column) for column in row[1:]] for row in rows}
    lengths = {i: sum(map(Counter.total, columns)) for i, columns in documents.items()}
    average = sum(lengths.values()) / len(lengths)
    words = parse(question).words
    top = 0.0
    out: dict[int, float] = {}
    for word in words:
        holding = sum(any(word in column for column in d) for d in documents.values())
        weight = max(math.log((len(documents) - holding + 0.5) / (holding + 0.5)), 1e-6)
        top += weight * 2.2
        for i, columns in documents.items():
            often = sum(w * c[word] for w, c in zip(lexical.WEIGHTS, columns, strict=True))
            if often:
                norm = often + 1.2 * (0.25 + 0.75 * lengths[i] / average)
                out[i] = out.get(i, 0.0) + weight * often * 2.2 / norm
    return {i: score / top for i, score in out.items()}


def shares(archive: Archive, question: str, among: list[int] | None = None) -> dict[int, float]:
    ids = None if among is None else np.array(among, dtype=np.int64)
    wanted = lexical.wording(archive.connection, parse(question))
    return lexical.scores(archive.connection, wanted, 100, ids)


@pytest.mark.parametrize(
    "question", ["ward winter", "stay half patient", "nurse", "board report plan", "submarine ward"]
)
def test_it_is_bm25(shelf: Archive, question: str) -> None:
    found = shares(shelf, question)
    assert found == pytest.approx(naive(shelf, question), abs=1e-6)


def test_shares_lie_between_nothing_and_all(shelf: Archive) -> None:
    best = max(shares(shelf, "24/047").values())
    assert 0.6 < best <= 1
    part = max(shares(shelf, "24/047 submarine giraffe").values())
    assert part < best / 2


def test_only_what_may_be_found_is(shelf: Archive) -> None:
    everything = shares(shelf, "report assurance")
    some = sorted(everything)[:1]
    assert shares(shelf, "report assurance", some) == {some[0]: everything[some[0]]}
    assert shares(shelf, "report assurance", []) == {}


def test_common_words_alone_do_not_read_all_of_a_large_archive(
    shelf: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "asked report nurse vacancies"
    full = shares(shelf, question)
    monkeypatch.setattr(lexical, "MOST_ROWS", 4)
    few = shares(shelf, question)
    assert set(few) <= set(full)
    rare = {i for i in full if "Nurse" in shelf.passages([i])[i].text}
    assert rare <= set(few)
    # The common words still find the passages that hold all of them.
    assert any(i not in rare for i in few)


def test_a_phrase_must_stand_there(shelf: Archive) -> None:
    found = lexical.narrowed(shelf.connection, parse('"length of stay"'), None)
    assert found is not None
    texts = [shelf.passages([int(i)])[int(i)].text for i in found]
    assert len(texts) == 1
    assert texts[0].startswith("The length of stay fell")


def test_a_title_will_do_where_no_text_holds_the_phrase(shelf: Archive) -> None:
    found = lexical.narrowed(shelf.connection, parse('"one year on"'), None)
    assert found is not None
    assert {shelf.passages([int(i)])[int(i)].title for i in found} == {"Winter plan, one year on"}
    none = lexical.narrowed(shelf.connection, parse('"giraffe house"'), None)
    assert none is not None
    assert not len(none)


def test_an_excluded_word_is_in_nothing_that_is_left(shelf: Archive) -> None:
    left = lexical.narrowed(shelf.connection, parse("stay -maternity"), None)
    assert left is not None
    total = shelf.status().passages
    assert len(left) == total - 1
    assert not any("maternity" in shelf.passages([int(i)])[int(i)].text for i in left)
