"""Names, columns and places of risks and scores: what must match, and what must not."""

from __future__ import annotations

import pytest

from papersearch.papers.paper import Cover
from papersearch.tagging import paper_from_text, tag
from papersearch.tagging.pipeline import run
from papersearch.tagging.risks.found import Taken
from papersearch.tagging.risks.headers import role_of
from papersearch.tagging.risks.names import heading_name, is_cover_label, numbered, split_reference
from papersearch.tagging.risks.prose_about import lead
from papersearch.tagging.risks.status import answered_status, said_status
from papersearch.tagging.risks.value import read_appetite
from papersearch.tagging.scores.named import another, named
from papersearch.tagging.scores.notation import read_score


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Risk appetite", "appetite"),
        ("Our stance", "appetite"),
        ("Tolerable risk position", "tolerance"),
        ("Proposed risk appetite", "appetite_new"),
        ("BAF risk", "name"),
        ("BAF reference", "reference"),
        ("Within or outside", "status"),
        ("Does the proposal sit within appetite?", "status"),
        ("Link to BAF risk", "linked"),
        ("Agree the risk appetite of the project", None),
        ("Risk appetite framework", None),
        ("Executive lead", None),
    ],
)
def test_what_a_column_holds(header: str, role: str | None) -> None:
    assert role_of(header) == role


@pytest.mark.parametrize(
    "text", ["Date of meeting", "Author", "Presented by", "Previous committees"]
)
def test_labels_of_covers_name_no_risk(text: str) -> None:
    assert is_cover_label(text)


@pytest.mark.parametrize("text", ["Finance", "Legal", "Quality", "Workforce supply"])
def test_names_of_risks_are_no_labels_of_covers(text: str) -> None:
    assert not is_cover_label(text)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("24/006 Workforce supply: a year of the new appetite", "Workforce supply"),
        ("5. Cyber security", "Cyber security"),
        ("3. The framework", None),
        ("Our appetite for risk", None),
        ("Board's", None),
        ("We are prepared to accept some risk", None),
    ],
)
def test_what_a_heading_names(heading: str, name: str | None) -> None:
    assert heading_name(heading) == name


def test_references_stand_before_names_in_many_ways() -> None:
    assert split_reference("CRR 5, Ageing plant") == ("CRR 5", "Ageing plant")
    assert split_reference("Risk 5 (Cyber)") == ("Risk 5", "Cyber")
    assert numbered("It falls under BAF risk 3 (Workforce).") == ("BAF risk 3", "Workforce")
    assert numbered("In 2024 (May) it fell") == (None, None)


@pytest.mark.parametrize(
    ("label", "answer", "status"),
    [
        ("Within appetite?", "No", "outside"),
        ("Within or outside appetite", "Yes", "within"),
        ("Exceeds risk appetite (Y/N)", "Y", "outside"),
        ("Within appetite?", "N/A", None),
        ("Status", "No", None),
        ("Status", "Out", "outside"),
    ],
)
def test_answers_on_a_risk_against_its_appetite(label, answer, status) -> None:
    assert answered_status(label, answer) == status


def test_values_with_numbers_beside_the_word() -> None:
    for text in ("(4) Seek", "4 - Seek", "Seek (12-15)", "Seek (score of 15 or below)"):
        reading = read_appetite(text)
        assert reading is not None
        assert reading.appetite.levels == ("seek",)
    assert read_appetite("Open to new ways of working") is None


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("CRR 17, Delay in diagnosing cancer, has gone up to ", "Delay in diagnosing cancer"),
        ("A flood before the wall is raised is scored ", "A flood before the wall is raised"),
        ("Harm to those who were delayed is scored at ", "Harm to those who were delayed"),
        ("On the ward's own register, harm through restraint is scored ", "harm through restraint"),
        ("Members asked why the fleet risk still stood at ", "fleet risk"),
        ("The risk of a cyber attack is rated as ", "a cyber attack"),
        ("It carries one risk here: a wrong medicine, scored ", "a wrong medicine"),
    ],
)  # fmt: skip
def test_the_name_before_a_score(before: str, name: str) -> None:
    assert named(before).name == name


@pytest.mark.parametrize(
    "before",
    ["Two risks scored ", "The second strategic risk is raised from ", "There are five risks at "],
)  # fmt: skip
def test_a_count_of_risks_names_none(before: str) -> None:
    assert named(before).name is None


@pytest.mark.parametrize(
    "before", ["Its target score is ", "With boards and pumps the target is ", "It is "]
)
def test_words_that_point_back(before: str) -> None:
    assert named(before).refers


def test_a_second_score_of_a_sentence() -> None:
    assert another("; and weather, scored ").name == "weather"
    assert another(" and objection to the order ").name == "objection to the order"
    assert another(", with a target of ") is None
    assert another(" from ") is None


def test_factors_without_a_word_are_likelihood_first_and_said_to_be() -> None:
    score = read_score("4 x 5 = 20")
    assert (score.likelihood, score.consequence, score.assumed) == (4, 5, True)
    assert (read_score("4 x 5 = 20", "CL").likelihood, read_score("4 x 5 = 20", "CL").assumed) == (
        5,
        False,
    )
    assert not read_score("L4 x C5 = 20").assumed
    (tagged,) = tag(paper_from_text("The risk of flood is scored 20 (4 x 5).")).risk_scores
    assert "likelihood assumed" in tagged.evidence.why


def test_the_cover_of_a_paper_on_appetite_states_none() -> None:
    text = """
| Title | Risk appetite framework |
| Meeting | Trust Board |
| Date of meeting | 28 March 2024 |
| Presented by | Company Secretary |
| Author | Company Secretary |
"""
    assert tag(paper_from_text(text)).risks == ()


def test_the_board_at_the_start_of_a_sentence_is_the_papers_own() -> None:
    cover = Cover(organisation="Marshland Partnership NHS Foundation Trust")
    text = "# SR6 New models of care\n\nHere the Board's appetite is to seek risk."
    (risk,) = tag(paper_from_text(text, cover)).risks
    assert (risk.level1, risk.appetite.levels) == ("New models of care", ("seek",))
    other = (
        "# SR6 New models of care\n\nUpland Hospitals NHS Trust has an open appetite for this risk."
    )
    assert tag(paper_from_text(other, cover)).risks == ()


def test_taken_spans_are_told_from_free_ones() -> None:
    doc = run(paper_from_text("one two three four five six seven eight nine ten"))
    taken = Taken([doc[6:8], doc[1:3], doc[2:4]])
    free = [(0, 1), (4, 6), (8, 10)]
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            expected = not any(a <= start and end <= b for a, b in free)
            assert taken.overlaps(doc[start:end]) == expected
    assert not Taken([]).overlaps(doc[0:2])


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("It remains outside the Board's agreed risk appetite.", "outside"),
        ("The score now exceeds our appetite.", "outside"),
        ("It is no longer within appetite.", "outside"),
        ("The scheme is judged to be within the Council's cautious appetite.", "within"),
        ("The fleet has come back in appetite.", "within"),
        ("The strategy falls within both.", "within"),
        ("If it is outside appetite it is escalated.", None),
        ("Risks that are outside appetite go to the Board.", None),
        ("We aim to bring it within appetite by June.", None),
        ("It is set out within the risk appetite statement.", None),
    ],
)
def test_what_a_sentence_says_of_a_risk_against_appetite(sentence, status) -> None:
    assert said_status(sentence) == status


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("…, and that for digital work it would ", "digital work"),
        ("On provenance the Museum has ", "provenance"),
        ("It was agreed; in custody its ", "custody"),
        ("where a scheme affects heritage the Society is ", "heritage"),
        ("The Board has ", None),
    ],
)
def test_the_risk_that_leads_a_clause(words: str, name: str | None) -> None:
    assert lead(words) == name


def test_a_reference_in_words_gives_way_to_the_code_in_it() -> None:
    assert split_reference("Principal risk PR1: Care") == ("PR1", "Care")
    assert split_reference("Principal risk 3: Care") == ("Principal risk 3", "Care")
    assert numbered("BAF risk 3 (harm after discharge)") == ("BAF risk 3", "harm after discharge")
    assert numbered("Risk 3 (high) and risk 4 (4 x 4)") == (None, None)
