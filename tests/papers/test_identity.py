"""A paper met twice is recognised; a form filled in anew is another paper."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from papersearch.archive.twins import are_twins
from papersearch.papers import PaperText, divide
from papersearch.papers.identity import LEAST_SAME, fingerprint, paper_id, similarity
from papersearch.reading import read_bytes
from tests.papers.sheets import PROSE, pdf, read

FORM = (
    "Meeting: {body}\nDate of meeting: {day}\nAgenda item: {item}\nReport title: {title}\n"
    "Report author: Jo Hill, Head of Reporting\nPurpose: Assurance\n\n"
    "Link to strategic objectives: Quality, People, Partnership, Sustainability\n\n"
    "Freedom of Information: This paper may be published.\n\n"
)
TEXT = "\n\n".join(
    f"{number}. In {place} the team saw {number * 37} people, {number * 5} more than in the year "
    f"before, and {reason}."
    for number, (place, reason) in enumerate(
        (
            ("the north", "most of them were glad of the new rooms"),
            ("the south", "few of them waited longer than they had been told"),
            ("the east", "no one was sent home without a plan that the family had read"),
            ("the west", "a third of them came by bus, for which the stop had to be moved"),
            ("the city", "the walk-in desk was kept open until eight on two evenings"),
            (
                "the valley",
                "snow closed the road on nine days and the calls were made by telephone",
            ),
        ),
        1,
    )
)
NEXT_YEAR = "\n\n".join(
    f"{number}. {sentence}"
    for number, sentence in enumerate(
        (
            "Waiting fell by a fifth once the second clinic had opened in May.",
            "Two nurses left and three came; the rota has had no gaps since September.",
            "Complaints were about parking, which is dear, and signs, which are few.",
            "The audit found four letters that went to an old address.",
        ),
        1,
    )
)


def paper(text: str, name: str = "paper.txt") -> PaperText:
    (only,) = divide(read_bytes(text.encode(), name)).papers
    return only


def form(**values: str) -> str:
    known = {"body": "Trust Board", "day": "30 November 2023", "item": "11", "title": "Access"}
    return FORM.format(**known | values)


FIRST = fingerprint(paper(form() + TEXT))


def test_public_and_committee_pack():
    other = fingerprint(
        paper(form(body="Quality Committee", day="16 November 2023", item="4") + TEXT)
    )
    assert similarity(FIRST, other) >= LEAST_SAME
    assert are_twins(FIRST, other, "2023-11-30", "2023-11-16")


def test_version_two_with_figures_corrected():
    text = TEXT.replace("74 people", "76 people").replace("nine days", "eight days")
    assert similarity(FIRST, fingerprint(paper(form() + text))) >= LEAST_SAME


def test_the_same_words_in_another_format():
    lines = [("p", line) for line in (form() + TEXT).split("\n") if line]
    (only,) = read(pdf(lines), "paper.pdf").papers
    assert similarity(FIRST, fingerprint(only)) >= LEAST_SAME


def test_the_form_filled_in_again_next_year():
    other = fingerprint(paper(form(day="28 November 2024") + NEXT_YEAR))
    assert similarity(FIRST, other) < LEAST_SAME
    assert not are_twins(FIRST, other, "2023-11-30", "2024-11-28")


def test_the_same_words_a_year_later_are_another_paper():
    other = fingerprint(paper(form(day="28 November 2024") + TEXT))
    assert similarity(FIRST, other) >= LEAST_SAME
    assert not are_twins(FIRST, other, "2023-11-30", "2024-11-28")
    assert are_twins(FIRST, other, "2023-11-30", None)


def test_papers_with_hardly_a_word_are_nobodys_twins():
    short = fingerprint(paper("Title: Access\n"))
    assert short == ()
    assert similarity(short, short) == 0.0
    assert not are_twins(short, short, None, None)


def test_different_papers():
    assert similarity(FIRST, fingerprint(paper("\n\n".join(PROSE)))) < 0.2


def test_the_id_is_of_the_content_and_not_of_the_path():
    assert paper_id("ab" * 32, 1, 4) == paper_id("ab" * 32, 1, 4)
    assert (
        len({paper_id("ab" * 32, 1, 4), paper_id("ab" * 32, 5, 8), paper_id("cd" * 32, 1, 4)}) == 3
    )
    assert fingerprint(paper(form() + TEXT, "elsewhere.txt")) == FIRST


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 119), st.integers(1, 12))
def test_the_more_is_changed_the_less_is_shared(start, count):
    words = (form() + TEXT).split(" ")
    start %= len(words)
    changed = [*words[:start], *["changed"] * count, *words[start + count :]]
    other = fingerprint(paper(" ".join(changed)))
    assert similarity(FIRST, other) <= 1.0
    assert similarity(FIRST, other) == similarity(other, FIRST)
    assert similarity(FIRST, other) >= 0.5
