"""The law tables: numbers, titles, which provisions are absolute, what elements they have."""

import re
from pathlib import Path

import pytest

from papersearch.tagging.exemptions.bodies import is_unavailable, kinds_of
from papersearch.tagging.exemptions.law import canonical, provision, regimes, table

# Part II of the Act of 2000 by number, and section 2(3): which of them are absolute.
FOIA = {
    "21": ("Information accessible to applicant by other means", True),
    "22": ("Information intended for future publication", False),
    "22A": ("Research", False),
    "23": ("Information supplied by, or relating to, bodies dealing with security matters", True),
    "24": ("National security", False),
    "25": ("Certificates under ss. 23 and 24: supplementary provisions", None),
    "26": ("Defence", False),
    "27": ("International relations", False),
    "28": ("Relations within the United Kingdom", False),
    "29": ("The economy", False),
    "30": ("Investigations and proceedings conducted by public authorities", False),
    "31": ("Law enforcement", False),
    "32": ("Court records, etc.", True),
    "33": ("Audit functions", False),
    "34": ("Parliamentary privilege", True),
    "35": ("Formulation of government policy, etc.", False),
    "36": ("Prejudice to effective conduct of public affairs", None),
    "37": ("Communications with Her Majesty, etc. and honours", None),
    "38": ("Health and safety", False),
    "39": ("Environmental information", False),
    "40": ("Personal information", None),
    "41": ("Information provided in confidence", True),
    "42": ("Legal professional privilege", False),
    "43": ("Commercial interests", False),
    "44": ("Prohibitions on disclosure", True),
}
DOMAIN = Path(__file__).parents[3] / "shared" / "domain.md"


@pytest.mark.parametrize("number", FOIA)
def test_a_section_of_part_ii(number: str) -> None:
    title, absolute = FOIA[number]
    found = provision("FOIA", number)
    assert found.title == title
    assert found.absolute is absolute
    assert found.canonical == f"FOIA s.{number}"
    assert found.is_exemption is (number != "25")
    assert bool(found.elements) is (number != "25")


def test_part_ii_has_24_exemptions_and_no_more() -> None:
    assert regimes()["FOIA"].numbers == set(FOIA) - {"25"}
    assert len(regimes()["FOIA"].numbers) == 24
    part_one = {"1", "8", "12", "14", "16", "17", "19"}
    assert set(table("FOIA")) == set(FOIA) | part_one
    assert not any(provision("FOIA", number).is_exemption for number in part_one)


@pytest.mark.parametrize(
    ("number", "limbs", "absolute"),
    [
        ("36", ("2", "c"), None),
        ("37", ("1", "a"), True),
        ("37", ("1", "aa"), True),
        ("37", ("1", "ab"), True),
        ("37", ("1", "ac"), False),
        ("37", ("1", "b"), False),
        ("37", ("1",), None),
        ("40", ("1",), True),
        ("40", ("2",), None),
        ("40", ("3A", "a"), True),
        ("40", ("3B",), False),
        ("41", ("1", "b"), True),
        ("43", ("2",), False),
    ],
)
def test_the_limb_decides_where_the_act_divides_the_section(number, limbs, absolute) -> None:
    assert provision("FOIA", number, limbs).absolute is absolute


@pytest.mark.parametrize(
    ("regime", "number", "limbs", "title", "absolute"),
    [
        ("FOISA", "27", ("1",), "Information intended for future publication", False),
        ("FOISA", "30", ("b", "ii"), "Prejudice to effective conduct of public affairs", False),
        ("FOISA", "36", ("1",), "Confidentiality", False),
        ("FOISA", "36", ("2",), "Confidentiality", True),
        ("FOISA", "25", (), "Information otherwise accessible", True),
        ("FOISA", "38", ("1", "b"), "Personal information", None),
        ("EIR", "12", ("4", "d"),
         "Material in the course of completion, unfinished documents or incomplete data", False),
        ("EIR", "12", ("5", "e"), "Confidentiality of commercial or industrial information", False),
        ("EIR", "13", (), "Personal data", None),
        ("LGA1972", "5", (), ("Information in respect of which a claim to legal professional "
         "privilege could be maintained in legal proceedings"), None),
    ],
)  # fmt: skip
def test_other_regimes(regime, number, limbs, title, absolute) -> None:
    found = provision(regime, number, limbs)
    assert (found.title, found.absolute) == (title, absolute)


def test_canonical_forms() -> None:
    assert canonical("FOIA", "36", ("2", "b", "i")) == "FOIA s.36(2)(b)(i)"
    assert canonical("EIR", "12", ("4", "d")) == "EIR r.12(4)(d)"
    assert canonical("LGA1972", "3") == "LGA1972 Sch12A para 3"
    assert canonical("PBAMA1960", "1", ("2",)) == "PBAMA1960 s.1(2)"


def test_section_22_recites_intention_and_reasonableness() -> None:
    names = [element.name for element in provision("FOIA", "22").elements]
    assert names == ["intended_for_publication", "reasonable_to_withhold"]
    assert [e.name for e in provision("FOISA", "27").elements][-1] == "within_twelve_weeks"


@pytest.mark.parametrize(
    ("name", "provision_", "unavailable"),
    [
        ("Harrow Vale Hospitals NHS Trust", "FOIA s.35(1)(a)", True),
        ("Harrow Vale Hospitals NHS Trust", "FOIA s.33", True),
        ("Harrow Vale Hospitals NHS Trust", "FOIA s.43(2)", False),
        ("Harrow Vale Hospitals NHS Trust", "LGA1972 Sch12A para 3", True),
        ("Department for Transport", "FOIA s.35", False),
        ("Fenwold County Council", "LGA1972 Sch12A para 3", False),
        ("Fenwold County Council", "FOISA s.30", True),
        ("Fenwold Council, Scotland", "FOIA s.43", True),
        ("Fenwold Council, Scotland", "FOISA s.33", False),
        (None, "FOIA s.35", False),
    ],
)
def test_what_a_body_cannot_use(name, provision_, unavailable) -> None:
    assert is_unavailable(provision_, kinds_of(name)) is unavailable


@pytest.mark.real
@pytest.mark.skipif(not DOMAIN.exists(), reason="../shared is not here")
def test_the_table_agrees_with_the_domain_notes() -> None:
    rows = {}
    for line in DOMAIN.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > 6 and re.fullmatch(r"2\dA?|3\d|4[0-4]", cells[1]):
            rows[cells[1]] = cells[3]
    assert set(rows) == set(FOIA)
    for number, kind in rows.items():
        if kind in ("A", "Q"):
            assert provision("FOIA", number).absolute is (kind == "A"), number
        else:
            assert provision("FOIA", number).absolute is None, number
