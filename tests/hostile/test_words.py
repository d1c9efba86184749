"""Fuzz: whatever is typed or written is taken as words, and an error is a sentence."""

import sqlite3
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papersearch import dates
from papersearch.archive import Archive, Filters, make_filters
from papersearch.archive.codes import codes
from papersearch.errors import PapersearchError
from papersearch.record import Paper, paper_from_json, to_json
from papersearch.search import Searcher
from papersearch.tagging import paper_from_text, tag
from tests.archive import library
from tests.shelf import FakeEmbedder

# What people write, what machines choke on, and anything at all.
PIECES = st.sampled_from(
    ['"', "'", "(", ")", "*", "^", ":", "-", "+", "NEAR(", "AND", "OR", "NOT", "text :", "codes:",
     "s.43(2)", "section 36(2)(b)(i)", "r.12(4)(d)", "FOIA", "Sch 12A", "25/077", "£1.2m", "%s",
     "';--", "\\", "\x00", "\u202e", "\ud800", "é", "日本", "🙂", " ", "\n", "1 January 2023",
     "31/02/2023", "2023/24", "Q3", "next March", "the 30th of", "exempt under", "because",
     "9" * 40]
)  # fmt: skip
TYPED = st.one_of(
    st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=12).map("".join),
    st.text(max_size=60),
)  # fmt: skip
PLENTY = settings(max_examples=150, deadline=None)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("words")
    library.fill(folder / "index", library.make(folder / "papers"))
    return Archive.open(folder / "index")


@PLENTY
@given(TYPED, st.sampled_from(["hybrid", "dense", "lexical"]))
def test_any_question_has_an_answer_or_a_sentence(archive: Archive, typed: str, mode: str) -> None:
    searcher = Searcher(archive, FakeEmbedder())
    try:
        answer = searcher.search(typed, 3, mode=mode)  # type: ignore[arg-type]
    except PapersearchError as error:
        assert error.remedy
        return
    assert all(0.0 <= hit.score <= 1.0 for hit in answer.hits)
    assert archive.connection.execute("SELECT count(*) FROM files").fetchone()[0] == 6


@PLENTY
@given(TYPED, st.sampled_from([n for n in Filters.__struct_fields__ if n != "tags"]))
def test_any_filter_is_a_value_and_no_sql(archive: Archive, typed: str, name: str) -> None:
    try:
        filters = make_filters(**{name: typed})
    except PapersearchError as error:
        assert error.remedy
        return
    try:
        list(archive.records(filters))
        archive.passage_ids(make_filters(tags=(typed,)))
    except sqlite3.Error as error:
        pytest.fail(f"{typed!r} reached SQL: {error}")


@PLENTY
@given(TYPED)
def test_any_text_has_dates_and_codes_or_none(typed: str) -> None:
    day = dates.parse_user_date(typed)
    assert day is None or dates.parse_iso(day) is not None
    dates.financial_year(typed)
    assert all(code.startswith("cx") and code.isalnum() for code in codes(typed))


@settings(max_examples=60, deadline=None)
@given(st.lists(TYPED, max_size=8).map(lambda lines: "\n".join(lines).replace("\ud800", "")))
def test_any_text_is_tagged(text: str) -> None:
    record = tag(paper_from_text(text))
    assert paper_from_json(to_json(record).encode("utf-8", "replace")).title == record.title
    for citation in record.foi.citations:
        assert citation.regime
        assert citation.evidence.quote


@PLENTY
@given(
    st.one_of(
        st.binary(max_size=80), st.text(max_size=80).map(lambda t: t.encode("utf-8", "replace"))
    )
)
def test_any_bytes_are_a_record_or_are_refused(data: bytes) -> None:
    try:
        assert isinstance(paper_from_json(data), Paper)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)  # fmt: skip


@PLENTY
@given(st.sampled_from(Paper.__struct_fields__), JSON)
def test_a_record_with_a_wrong_part_is_refused_or_kept_as_it_is(name: str, value: object) -> None:
    base = msgspec.to_builtins(tag(paper_from_text("A paper.")))
    try:
        record = paper_from_json(msgspec.json.encode(base | {name: value}))
    except msgspec.ValidationError as error:
        assert name in str(error)
        return
    assert paper_from_json(to_json(record)) == record


def test_the_archive_of_the_fuzz_is_as_it_was(archive: Archive) -> None:
    folder = Path(archive.folder)
    assert archive.status().papers == 4
    assert folder.is_dir()


def test_a_string_of_digits_beyond_any_number_counts_nothing() -> None:
    from papersearch.tagging.commitments.quantities import quantities_in

    assert quantities_in(f"We will open {'9' * 400} beds.") == []
    assert [q.value for q in quantities_in("We will open 9,000 beds.")] == [9000]


def test_letters_without_a_size_make_blocks() -> None:
    from papersearch.reading.blocks import blocks_of
    from papersearch.reading.document import Word
    from papersearch.reading.layout import Strip

    box = (72.0, 700.0, 300.0, 710.0)
    strips = [Strip((Word(text="beds", box=box, size=0.0),), box, 0, False) for _ in range(3)]
    assert "beds" in blocks_of(strips, 1)[0].text
