"""The exemptions component: statuses, references of other Acts, advice, evidence, the seed."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papersearch import papers, reading
from papersearch.papers.paper import Cover
from papersearch.record import Foi
from papersearch.tagging import build_nlp, measure, paper_from_text, tag
from papersearch.tagging.exemptions.advice import publication_date
from papersearch.tagging.exemptions.labels import label_role
from papersearch.tagging.exemptions.values import field_value

SEED = Path(__file__).parents[3] / "shared/data/seed/000_adc8f6557a3ae86c.txt"
EXAMPLES = measure.examples("exemptions")


def foi(text: str, organisation: str | None = None, **cover: str) -> Foi:
    return tag(paper_from_text(text, Cover(organisation=organisation, **cover))).foi


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=[f"{n}-{e['text'][:40]!r}" for n, e in enumerate(EXAMPLES)]
)
def test_status_and_other_references_of_an_example(example: dict) -> None:
    found = tag(
        paper_from_text(
            example["text"],
            Cover(organisation=example.get("organisation")),
            example.get("paper_kind", "paper"),
        )
    ).foi
    assert found.status == example["status"], found.evidence
    texts = [one.text for one in found.other_references]
    assert set(example.get("others", ())) <= set(texts), texts
    if found.status != "not_stated":
        assert found.evidence is not None
        assert found.evidence.page == 1
        assert found.evidence.why


def test_there_are_enough_examples_of_both_kinds() -> None:
    without = [e for e in EXAMPLES if not e["expect"]]
    held_out = [e for e in EXAMPLES if e.get("held_out")]
    assert len(EXAMPLES) >= 120
    assert len(without) >= 0.45 * len(EXAMPLES)
    assert len(held_out) >= len(EXAMPLES) / 3


@pytest.mark.real
@pytest.mark.skipif(not SEED.exists(), reason="../shared/data/seed is absent")
def test_the_seed() -> None:
    (paper,) = papers.divide(reading.read_document(str(SEED))).papers
    found = tag(paper).foi
    assert found.status == "exempt"
    (citation,) = found.citations
    assert citation.canonical == "FOIA s.22"
    assert citation.title == "Information intended for future publication"
    assert citation.absolute is False
    assert citation.scope == "This paper"
    assert citation.rationale is not None
    assert citation.rationale.startswith("it contains information which is in draft format and may")
    assert citation.rationale.endswith("final decision")
    assert citation.elements_present == ()
    assert citation.elements_missing == ("intended_for_publication", "reasonable_to_withhold")
    assert citation.public_interest == "not_recorded"
    assert citation.publication_date is None
    assert {"rationale_suits_other_provision", "published_elsewhere"} <= set(citation.advisories)
    assert citation.evidence.page is not None
    assert citation.rationale in citation.evidence.quote
    assert found.other_references == ()


# --- advice -------------------------------------------------------------------------------


def advisories(text: str, organisation: str | None = None) -> tuple[str, ...]:
    (citation,) = foi(text, organisation).citations
    return citation.advisories


def test_a_draft_is_no_reason_for_section_22_but_may_be_for_36() -> None:
    told = advisories("This report is exempt under section 22 FOIA as it is still a draft.")
    assert "rationale_suits_other_provision" in told
    assert "elements_missing" in told
    fitting = advisories(
        "This report is exempt under section 22 FOIA as it will be published in May 2025."
    )
    assert fitting == ()


def test_commercial_words_do_not_suit_section_40() -> None:
    told = advisories(
        "Appendix A is exempt under section 40(2) FOIA because the tender prices are commercial."
    )
    assert "rationale_suits_other_provision" in told


def test_a_bare_marking_is_no_reason() -> None:
    told = advisories(
        "This paper is exempt under section 43 FOIA as it is commercial in confidence."
    )
    assert "generic_reason" in told
    assert advisories("This paper is exempt under section 43 FOIA.") == ()  # its null tells
    full = advisories(
        "This paper is exempt under section 43(2) FOIA as the bids are live and disclosure would "
        "prejudice the commercial interests of the bidders."
    )
    assert full == ()


def test_the_qualified_person() -> None:
    without = advisories(
        "This paper is exempt under section 36(2)(c) FOIA as it would inhibit frank advice."
    )
    assert without == ("qualified_person_not_recorded",)
    recorded = advisories(
        "This paper is exempt under section 36(2)(c) FOIA as in the reasonable opinion of the "
        "qualified person, the Chief Executive, disclosure would inhibit frank advice."
    )
    assert recorded == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This paper is exempt under section 45 of the Freedom of Information Act 2000.",
         "not_an_exemption"),
        ("This paper is exempt under section 12 of the Freedom of Information Act 2000.",
         "not_an_exemption"),
        ("This paper is exempt under section 43 of the Freedom of Information Act 2001.",
         "wrong_act_year"),
        ("This paper is exempt under section 33 of the Freedom of Information Act 2000.",
         "not_available_to_body"),
        ("This paper is exempt under section 30 of the Freedom of Information (Scotland) Act 2002.",
         "not_available_to_body"),
        ("This paper is exempt under section 43 of FOIA. The paper is available on our website.",
         "published_elsewhere"),
    ],
)  # fmt: skip
def test_advisory(text: str, expected: str) -> None:
    assert expected in advisories(text, "Harrow Vale Hospitals NHS Trust")


def test_the_public_interest() -> None:
    (citation,) = foi(
        "Appendix A is exempt under section 42 of FOIA. The public interest in maintaining the "
        "exemption outweighs the public interest in disclosure."
    ).citations
    assert citation.public_interest == "recorded"
    (citation,) = foi("Appendix A is exempt under section 42 of FOIA.").citations
    assert citation.public_interest == "not_recorded"
    (citation,) = foi("Appendix A is exempt under section 41 of FOIA.").citations
    assert citation.public_interest == "not_required"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exempt until July 2024", "2024-07"),
        ("which will be published on 14 March 2024", "2024-03-14"),
        ("embargoed until 9.30am on 12 September 2024", "2024-09-12"),
        ("On 3 June 2025 the report will be published.", "2025-06-03"),
        ("The plan was published on 3 June 2025.", None),
        ("The Board met on 3 June 2025.", None),
        ("It will be published in the spring.", None),
    ],
)
def test_publication_date(text: str, expected: str | None) -> None:
    assert publication_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # The reason serves one of two provisions: it does not speak against the other.
        "Annex C is exempt under sections 40(2) and 41 of FOIA as patients told us in confidence.",
        # Another's report is published, and a plan is on track: not what is withheld.
        "This paper is exempt under section 42 FOIA as it is legal advice. The plan is on track.",
        "This is exempt under s.42 FOIA as it is legal advice. The CQC report is on its website.",
        # A date by itself tells that publication is intended.
        "Exempt until July 2024 (section 22 FOIA)",
        "The plan is on the intranet. This paper is exempt under section 42 FOIA as legal advice.",
    ],
)
def test_advice_that_is_noise_is_not_given(text: str) -> None:
    told = {one for citation in foi(text).citations for one in citation.advisories}
    assert told == set()


def test_what_a_body_cannot_use_is_not_asked_for_its_elements() -> None:
    told = advisories(
        "Annex B is exempt under section 35 of FOIA because it is about people.",
        "Harrow Vale Hospitals NHS Trust",
    )
    assert told == ("not_available_to_body",)


# --- fields, scopes, reasons ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("FOI exemption section", "section"),
        ("Exemption(s) relied upon", "section"),
        ("Publishable under FOI?", "foi"),
        ("FOI Scotland status", "foi"),
        ("Date for release", "date"),
        ("Information to be withheld", "scope"),
        ("Exempt part(s)", "scope"),
        ("Information", None),
        ("No exemption applies", None),
        ("Public. No exemption applies.", None),
        ("This report is exempt", None),
        ("Section", "section"),
        ("Exempt accommodation", None),
        ("Date of birth", None),
    ],
)
def test_label_role(label: str, role: str | None) -> None:
    assert label_role(label) == role


@pytest.mark.parametrize(
    ("label", "value", "kind", "part"),
    [
        ("Exempt", "No", "open", False),
        ("Exempt", "Yes - s.43", "closed", False),
        ("Can this paper be published?", "Yes", "open", False),
        ("Can this paper be published?", "No", "closed", False),
        ("FOI exemption", "None", "open", False),
        ("FOI status", "Public", "open", False),
        ("FOI status", "Part exempt", "closed", True),
        ("Classification", "Unrestricted", "open", False),
        ("Classification", "OFFICIAL-SENSITIVE", None, False),
        ("Public or private", "Private", None, False),
        ("Exempt", "Yes / No", None, False),
        ("Classification", "Public Health report", None, False),
        ("Freedom of Information", "Yes", None, False),
    ],
)
def test_field_value(label: str, value: str, kind: str | None, part: bool) -> None:
    assert field_value(label, value)[:2] == (kind, part)


def test_each_provision_keeps_its_own_scope_and_reason() -> None:
    found = foi(
        "Appendix A is exempt under section 40(2) of FOIA because staff could be identified. "
        "Appendix B is exempt under section 43(2) because the price is not settled."
    )
    assert [(c.canonical, c.scope, c.rationale) for c in found.citations] == [
        ("FOIA s.40(2)", "Appendix A", "staff could be identified"),
        ("FOIA s.43(2)", "Appendix B", "the price is not settled"),
    ]
    assert found.status == "part_exempt"


def test_the_same_act_is_the_act_named_before() -> None:
    found = foi(
        "The site is let under section 5 of the Housing Act 1988. This paper is exempt under "
        "section 43 of the Freedom of Information Act 2000. Annex B is exempt under section 40 of "
        "the same Act."
    )
    assert [c.canonical for c in found.citations] == ["FOIA s.43", "FOIA s.40"]
    assert [o.text for o in found.other_references] == ["section 5 of the Housing Act 1988"]


def test_a_private_session_is_no_marking() -> None:
    found = foi(
        "That the public be excluded under section 1(2) of the Public Bodies (Admission to "
        "Meetings) Act 1960 as publicity would be prejudicial to the public interest."
    )
    assert found.status == "not_stated"
    (citation,) = found.citations
    assert citation.rationale == "publicity would be prejudicial to the public interest"
    assert citation.absolute is None


def test_evidence_says_which_rule() -> None:
    found = foi(
        "Appendix A is exempt under section 40(2) of FOIA.\n\nA Section 31 notice followed."
    )
    (citation,) = found.citations
    assert citation.evidence.page == 1
    assert citation.evidence.quote == "Appendix A is exempt under section 40(2) of FOIA."
    assert citation.evidence.why is not None
    assert "is exempt" in citation.evidence.why
    (other,) = found.other_references
    assert other.text == "Section 31 notice"
    assert other.evidence.why


def test_a_provision_stands_once_in_the_record() -> None:
    found = foi(
        "# Freedom of Information\n\nThis paper is exempt under section 22.\n\n# Annex\n\n"
        "This paper is exempt under section 22 of FOIA because it will be published in May 2025."
    )
    (citation,) = found.citations
    assert citation.rationale == "it will be published in May 2025"


def test_the_component_works_in_someone_elses_pipeline() -> None:
    doc = build_nlp()("This paper is exempt under section 43(2) of the FOI Act.")
    assert [c.canonical for c in doc._.foi.citations] == ["FOIA s.43(2)"]
    assert [span.text for span in doc.spans["exemptions"]] == [doc.text]


def test_the_users_law_is_added(tmp_path, monkeypatch) -> None:
    from papersearch import knowledge
    from papersearch.tagging.exemptions import law

    caches = (knowledge.user_settings, knowledge.load, law.regimes, law.table, law.provision)
    config = tmp_path / "papersearch.toml"
    config.write_text("[acts.FOIA.43]\ntitle = 'Commercial interests (our note)'\n")
    monkeypatch.setenv("PAPERSEARCH_CONFIG", str(config))
    for cached in caches:
        cached.cache_clear()
    try:
        assert law.provision("FOIA", "43").title == "Commercial interests (our note)"
        assert law.provision("FOIA", "43").absolute is False
    finally:
        monkeypatch.undo()
        for cached in caches:
            cached.cache_clear()
    assert law.provision("FOIA", "43").title == "Commercial interests"


# --- robustness ---------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["This paper", "Appendix B", "is exempt", "not", "under", "section 43(2)", "ss.40 and 41",
     "FOIA", "because", "it is", ",", ".", ";", "\n\n", "# Freedom of Information\n\n",
     "FOI status:", "Exempt:", "No", "Yes", "☐", "☒", "Public", "| FOI | s.43 |\n", "the Act",
     "(", ")", "—", "Schedule 12A", "paragraph 3", "until July 2024", "be published", "and",
     "if", "requests"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_no_order_of_words_raises(text: str) -> None:
    found = foi(text or "x")
    for citation in found.citations:
        assert citation.regime == citation.canonical.split()[0]
        assert citation.evidence.quote


@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    "unit",
    ["This paper is exempt under section 43 of FOIA because it is commercial. ",
     "the not for publication and exempt ", "Appendix A, ", "because of the ",
     "FOI status: Public ",
     "of the this report the ", "confidential and sensitive information of a "],
)  # fmt: skip
def test_long_papers_do_not_hang(unit: str) -> None:
    foi(unit * (60_000 // len(unit)))


@pytest.mark.parametrize(
    ("subject", "scope"),
    [
        ("Appendix D, the ground survey, is", "Appendix D, the ground survey"),
        ("Annex 2, a letter from counsel, is", "Annex 2, a letter from counsel"),
        ("Annex E, with the names of nine donors, is", "Annex E, with the names of nine donors"),
        ("Appendix 3 (pay (senior grades)) is", "Appendix 3 (pay (senior grades))"),
        ("The engineer's report on which it rests is", "The engineer's report on which it rests"),
        ("The file on the fire of 4 May is", "The file on the fire of 4 May"),
        ("Annex 2, which has gone to members only, is", "Annex 2"),
        ("Appendix 4 (exempt) is", "Appendix 4"),
        ("Appendix B and the ground survey are", "Appendix B and the ground survey"),
    ],
)
def test_what_a_part_is_called_belongs_to_it(subject: str, scope: str) -> None:
    (citation,) = foi(f"{subject} exempt under section 41 of FOIA.").citations
    assert citation.scope == scope
