"""Qualifiers: marked sentences, scopes, and use in someone else's pipeline."""

import pytest
import spacy

from papersearch.tagging import build_nlp
from papersearch.tagging.qualifiers import qualities
from papersearch.tagging.qualifiers.context import find_cues
from papersearch.tagging.qualifiers.examples import Answer, answers, parse_example, scores

ANSWERS = answers()


@pytest.mark.parametrize(
    "answer",
    ANSWERS,
    ids=lambda answer: f"{answer.category}-{answer.words[:20]}-{answer.text[:40]}",
)
def test_marked_sentence(answer: Answer) -> None:
    assert answer.found is answer.expected


@pytest.mark.parametrize("category", ["negated", "conditional", "historic", "other_body"])
def test_there_are_enough_positives_to_measure(category: str) -> None:
    assert scores()[category][3] >= 10


def test_parse_example_keeps_offsets_and_refuses_unknown_qualities() -> None:
    text, entities = parse_example("It was <ent negated=true>not agreed</ent> today.")
    assert text == "It was not agreed today."
    assert text[entities[0].start : entities[0].end] == "not agreed"
    assert entities[0].qualities == {"negated"}
    with pytest.raises(ValueError, match="no such quality"):
        parse_example("<ent denied=true>x</ent>")


def test_a_qualifier_tells_which_words_made_it() -> None:
    doc = build_nlp()("Subject to funding, the Trust will not recruit.")
    found = doc[-2:-1]._.qualities
    assert found.conditional
    assert found.negated
    assert {cue.text for cue in found.cues} == {"Subject to", "will not"}
    assert "negated by 'will not'" in found.why()
    assert not found.plain


def test_works_in_someone_elses_pipeline_without_layout() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("papersearch_qualifiers")
    doc = nlp("We did not agree. We will report in June.")
    assert doc[3:4]._.negated
    assert not doc[7:8]._.negated


def test_works_without_sentences_on_the_whole_text() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("papersearch_qualifiers")
    doc = nlp("No exemptions apply")
    assert qualities(doc[1:2]).negated


def test_a_cue_does_not_cross_a_sentence() -> None:
    doc = build_nlp()("No exemptions apply. Section 22 was discussed.")
    section = doc[4:6]
    assert section.text == "Section 22"
    assert not section._.negated


def test_the_users_cues_are_added(tmp_path, monkeypatch) -> None:
    from papersearch import knowledge
    from papersearch.tagging.qualifiers import context

    config = tmp_path / "papersearch.toml"
    config.write_text(
        "[[cues.cue]]\ncategory = 'negated'\ndirection = 'forward'\npattern = '\\bnae\\b'\n"
    )
    monkeypatch.setenv("PAPERSEARCH_CONFIG", str(config))
    for cached in (knowledge.user_settings, knowledge.load, context._knowledge):
        cached.cache_clear()
    try:
        assert [cue.category for cue in find_cues("We will nae agree.")] == ["negated"]
    finally:
        monkeypatch.undo()
        for cached in (knowledge.user_settings, knowledge.load, context._knowledge):
            cached.cache_clear()
    assert find_cues("We will nae agree.") == ()
