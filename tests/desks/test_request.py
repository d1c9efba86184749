"""A request letter becomes questions; the questions become a schedule and a statement."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from papersearch.desks.common import Place
from papersearch.desks.letter import (
    Question,
    as_toml,
    from_toml,
    letter_text,
    period,
    questions_of,
    searched,
)
from papersearch.desks.request import Found, answer
from papersearch.errors import UsageError
from tests.shelf import fill, foi, marking, paper

LETTER = """Jo Requester

Dear Sir or Madam,

I am writing to make a request under the Freedom of Information Act 2000.

Please provide the following:

1. A copy of the contract for the car parks, and how the bids were
   evaluated.
2. How many people were waiting for an assessment between April 2022 and March 2024?
3) All information held on the loss of power since 2023.

I would like to receive the information in electronic form. If some of this is exempt please
redact it. I look forward to your response within 20 working days.

Yours faithfully,
Jo Requester
"""
PROSE = """Dear FOI team,

Under the Freedom of Information Act please could you tell me what the Trust spent on agency
nurses in 2023/24? I would also like to see any papers about the closure of Ward 9.

Could you acknowledge this email? My address is below. Many thanks.
"""
ASKED = [
    ("Please provide a copy of the car park contract since 2022.", "car park contract"),
    ("How many complaints were upheld?", "complaints were upheld"),
    ("I would like to know about parking fines", "parking fines"),
    ("Copies of all documents relating to the merger", "merger"),
]


def test_points_of_a_letter_are_its_questions() -> None:
    found = questions_of(LETTER)
    assert [q.text for q in found] == [
        "A copy of the contract for the car parks, and how the bids were evaluated.",
        "How many people were waiting for an assessment between April 2022 and March 2024?",
        "All information held on the loss of power since 2023.",
    ]
    assert [q.search for q in found] == [
        "contract for the car parks, and how the bids were evaluated",
        "people were waiting for an assessment",
        "loss of power",
    ]
    assert [(q.since, q.until) for q in found] == [
        (None, None), ("2022-04-01", "2024-03-31"), ("2023-01-01", None),
    ]  # fmt: skip


def test_sentences_that_ask_are_its_questions_and_formalities_are_not() -> None:
    found = questions_of(PROSE)
    assert [q.search for q in found] == ["Trust spent on agency nurses", "closure of Ward 9"]
    assert (found[0].since, found[0].until) == ("2023-04-01", "2024-03-31")


@pytest.mark.parametrize(("words", "expected"), ASKED)
def test_words_of_asking_are_not_searched_for(words: str, expected: str) -> None:
    assert searched(words) == expected


def test_times_are_days() -> None:
    assert period("from 1 April 2022 to 31 March 2023") == ("2022-04-01", "2023-03-31")
    assert period("until December 2023") == (None, "2023-12-31")
    assert period("in 2023/24") == ("2023-04-01", "2024-03-31")
    assert period("Ward 2023 beds and 14 chairs") == (None, None)


def test_questions_are_written_edited_and_read_back(tmp_path: Path) -> None:
    file = tmp_path / "q.toml"
    asked = [Question(text='He said "no"\\', search="no", since="2022-04-01"),
             Question(text="B", search="b c")]  # fmt: skip
    file.write_text(as_toml(asked, "letter.txt"), encoding="utf-8")
    assert from_toml(file) == ("letter.txt", asked)
    file.write_text('[[question]]\ntext = "Please provide the merger plan"\nsince = "2023"\n')
    (one,) = from_toml(file)[1]
    assert (one.search, one.since) == ("merger plan", "2023-01-01")


@pytest.mark.parametrize(
    "text", ["", "x = [", '[[question]]\ntext = ""', '[[question]]\nsearch = "a"\nsince = "soon"']
)
def test_a_bad_file_of_questions_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "q.toml"
    file.write_text(text)
    with pytest.raises(UsageError) as told:
        from_toml(file)
    assert told.value.remedy


def test_a_letter_of_any_length_is_quick() -> None:
    assert len(questions_of("1. Please provide the plan of ward x.\n" * 5_000)) == 1
    assert questions_of("please " * 50_000) == []


def test_a_letter_is_read_as_papers_are(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, encoding="utf-8")
    assert len(questions_of(letter_text(str(file)))) == 3


def test_the_outcome_counts_and_says_what_was_searched(tmp_path: Path) -> None:
    closed = paper(
        "2023-11-30", "Car parks", id="closed", foi=foi("part_exempt", marking("FOIA s.43(2)", "x"))
    )
    papers = [closed, paper("2024-01-25", "Power", id="power"), paper("2024-01-25", "Tea")]
    archive = fill(tmp_path, [(one, "paper", ()) for one in papers])

    def hit(one: str, page: int, score: float) -> Found:
        return Found(
            score=score,
            place=Place(
                paper_id=one, title="x", organisation=None, meeting_date=None, file="x", page=page,
                sha256=None, label=None, quote=f"words on page {page}",
            ),
        )  # fmt: skip

    held = {
        "car parks": [hit("closed", 2, 0.9), hit("closed", 3, 0.5), hit("power", 1, 0.4)],
        "power": [hit("power", 1, 0.8)],
        "mars": [hit("power", 4, 0.1)],
    }

    def ask(question: Question, k: int) -> tuple[Sequence[Found], float]:
        return held[question.search][:k], 0.3

    asked = [Question(text=name, search=name) for name in held]
    found = answer(archive, "letter.txt", asked, ask, datetime(2026, 1, 2, 9, 30, tzinfo=UTC))
    assert [(t.hits, t.papers, t.unique_papers, t.pages) for t in found.terms] == [
        (3, 2, 1, 3), (1, 1, 0, 1), (0, 0, 0, 0),
    ]  # fmt: skip
    assert [(s.paper.title, s.paper.page, s.pages, s.questions, s.relevance)
            for s in found.schedule] == [
        ("Car parks", 2, (2, 3), (1,), "strong"), ("Power", 1, (1,), (1, 2), "strong"),
    ]  # fmt: skip
    assert [m.provision for m in found.schedule[0].markings] == ["FOIA s.43(2)"]
    assert found.terms[2].nearest is not None
    assert found.nothing_found == (
        "Question 3: nothing close to 'mars' was found in the 3 papers searched.",
    )
    assert "On 2026-01-02 09:30 UTC 3 questions were put to the archive" in found.statement
    assert "3 papers in 3 files" in found.statement
    assert "Nothing was left out." in found.statement
    assert "This search" not in found.statement
    assert "FOI officer review" in found.review
