"""The grammar of citations: every form to its provisions, nothing raises, time is linear."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papersearch.tagging.exemptions.acts import find_acts
from papersearch.tagging.exemptions.cited import references
from papersearch.tagging.exemptions.grammar import find_citations


def cited(text: str) -> list[str]:
    return [
        item.number + "".join(f"({limb})" for limb in item.limbs)
        for found in find_citations(text)
        for item in found.items
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Section 22", ["22"]),
        ("section 22(1)(a)", ["22(1)(a)"]),
        ("s22", ["22"]),
        ("s.22", ["22"]),
        ("s 22", ["22"]),
        ("S22(1)", ["22(1)"]),
        ("Sec. 43", ["43"]),
        ("§ 43", ["43"]),
        ("ss.40 and 43", ["40", "43"]),
        ("ss40(2)&41:", ["40(2)", "41"]),
        ("sections 40(2), 41 & 43(2)", ["40(2)", "41", "43(2)"]),
        ("s.36(2)(b)(i), (b)(ii) and (c)", ["36(2)(b)(i)", "36(2)(b)(ii)", "36(2)(c)"]),
        ("sections 36(2)(b)(i), (b)(ii) and (c), and 40(2)",
         ["36(2)(b)(i)", "36(2)(b)(ii)", "36(2)(c)", "40(2)"]),
        ("section 36 (2) (b) (i)", ["36(2)(b)(i)"]),
        ("s.36(2)(b)(i)/(ii)", ["36(2)(b)(i)", "36(2)(b)(ii)"]),
        ("section 36(2)b(i)", ["36(2)(b)(i)"]),
        ("s.36.2.b.i", ["36(2)(b)(i)"]),
        ("Exemption 40", ["40"]),
        ("FOI exemption: 22", ["22"]),
        ("Exemption(s): 22, 43(2)", ["22", "43(2)"]),
        ("exempt (s.22A)", ["22A"]),
        ("section 22 A(1)", ["22A(1)"]),
        ("Section\n22", ["22"]),
        ("Section 22of the Act", ["22"]),
        ("Sectlon 22", ["22"]),
        ("Sect1on 22", ["22"]),
        ("5ection 22", ["22"]),
        ("section 4O(2)", ["40(2)"]),
        ("Section(s) 22", ["22"]),
        ("section (22)", ["22"]),
        ("regulations 12(4)(d) and (5)(e)", ["12(4)(d)", "12(5)(e)"]),
        ("reg. 12(5)(b), (e) and (f)", ["12(5)(b)", "12(5)(e)", "12(5)(f)"]),
        ("paragraphs 1-3", ["1", "2", "3"]),
        ("sections 40 to 43", ["40", "41", "42", "43"]),
        ("section 12(4)(a)-(c)", ["12(4)(a)", "12(4)(b)", "12(4)(c)"]),
        ("s.30(b)(i) and (ii)", ["30(b)(i)", "30(b)(ii)"]),
        ("s.44(1)(a) – section 237 of the Act", ["44(1)(a)", "237"]),
        ("section 21 – section 24", ["21", "22", "23", "24"]),
        ("section 31(1)(g) with 31(2)(c)", ["31(1)(g)", "31(2)(c)"]),
        ("section 37(1)(ab)", ["37(1)(ab)"]),
        ("section 40(2) and 40(3A)(a)", ["40(2)", "40(3A)(a)"]),
        # What follows is no provision.
        ("s.22 and 14 days", ["22"]),
        ("section 43 and 2 appendices", ["43"]),
        ("section 22. The 3 items", ["22"]),
        ("section 12 in 14 cases", ["12"]),
        ("section 43 2024", ["43"]),
        ("Section 2000", []),
        ("the Trust's 43 beds", []),
        ("R&R 30", []),
        ("sections of the paper", []),
        ("Sectors 22 and 23", []),
        ("", []),
    ],
)  # fmt: skip
def test_form(text: str, expected: list[str]) -> None:
    assert cited(text) == expected


def test_a_whole_part_is_not_spelt_out() -> None:
    (found,) = find_citations("sections 21 to 44")
    assert found.many
    assert [item.number for item in found.items] == ["21", "44"]


def test_offsets_are_those_of_the_text() -> None:
    text = "exempt (sections 40(2) and 43) today"
    (found,) = find_citations(text)
    assert text[found.start : found.end] == "sections 40(2) and 43"
    assert [text[item.start : item.end] for item in found.items] == ["40(2)", "43"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("section 43(2) of the Freedom of Information Act 2000", [("FOIA", 2000)]),
        ("FOI Act 2000 (Section 43)", [("FOIA", 2000)]),
        ("FOIA s 43(2)", [("FOIA", None)]),
        ("s43 FOIA", [("FOIA", None)]),
        ("FOIA 43(2)", [("FOIA", None)]),
        ("s.43 of the F.O.I. Act", [("FOIA", None)]),
        ("section 22 of the Freedom of Information (FOI) Act 2005", [("FOIA", 2005)]),
        ("section 30(c) of FOI(S)A", [("FOISA", None)]),
        ("section 30 of the Freedom of Information (Scotland) Act 2002", [("FOISA", 2002)]),
        ("regulation 12(4)(d) of the Environmental Information Regulations 2004", [("EIR", 2004)]),
        ("EIR 12(4)(d)", [("EIR", None)]),
        ("paragraph 3 of Part 1 of Schedule 12A", [("LGA1972", None)]),
        ("Local Government Act 1972, Schedule 12A, paragraph 3", [("LGA1972", None)]),
        ("section 1(2) Public Bodies (Admission to Meetings) Act 1960", [("PBAMA1960", 1960)]),
        ("section 31 of the Health and Social Care Act 2008 and section 43 of FOIA",
         [(None, 2008), ("FOIA", None)]),
        ("section 40 (personal information) of the FOI Act", [("FOIA", None)]),
        ("Section 31 notice", [(None, None)]),
        ("Section 31", [(None, None)]),
    ],
)  # fmt: skip
def test_the_act_of_a_citation(text: str, expected: list[tuple[str | None, int | None]]) -> None:
    found, _ = references(text, default=None, bare=False)
    assert [(one.regime, one.year) for one in found] == expected


def test_a_field_about_publication_stands_for_its_act() -> None:
    assert [r.regime for r in references("43(2)", "FOIA", bare=True)[0]] == ["FOIA"]
    assert [r.regime for r in references("s.33(1)(b)", "FOISA", bare=False)[0]] == ["FOISA"]
    assert [r.regime for r in references("Regulation 12(5)(e)", "FOIA", bare=False)[0]] == ["EIR"]
    # Regulation 12(2) is the care regulator's as much as anybody's.
    assert [r.regime for r in references("Regulation 12(2)", "FOIA", bare=False)[0]] == [None]
    assert [r.regime for r in references("section 136", "FOIA", bare=False)[0]] == [None]


ALPHABET = st.sampled_from(
    ["s", "ss", "section", "sections", "Section", "5ection", "reg", "para", "paragraphs", ".", ",",
     " ", " and ", "&", "or", "(", ")", "(2)", "(b)", "(i)", "(ii)", "22", "36", "40", "43", "12A",
     "1", "-", "–", "/", ":", "to", "FOIA", "the Act", "EIR", "of the Freedom of Information Act",
     "Schedule 12A", "exempt", "Appendix B", "because", "\n", "\t", "£", "%", "§", "é", "\xad"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(ALPHABET, max_size=40).map("".join))
def test_pieces_of_citations_never_raise(text: str) -> None:
    for found in find_citations(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.items
        for item in found.items:
            assert found.start <= item.start < item.end <= found.end
    for act in find_acts(text):
        assert 0 <= act.start < act.end <= len(text)
    references(text, "FOIA", bare=True)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_never_raises(text: str) -> None:
    references(text, None, bare=False)


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "unit",
    ["section 36(2)(b)(i), ", "s.", "(((", "sections ", "22, ", "(b)(i)", "111 ", "§", "s s s ",
     "Freedom of Information ", "Schedule 12A paragraph ", "of the Act "],
)  # fmt: skip
def test_endless_citations_do_not_hang(unit: str) -> None:
    """Twice a long pack's words: what grows with the square would not end in time."""
    text = unit * (400_000 // len(unit))
    find_citations(text)
    find_acts(text)
