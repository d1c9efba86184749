"""Whose paper it is, where only a logo's lines or the text say so."""

from __future__ import annotations

import pytest

from papersearch.papers import divide
from papersearch.reading import read_bytes


def organisation(text: str, name: str = "paper.md") -> str | None:
    (paper,) = divide(read_bytes(text.encode(), name)).papers
    return paper.cover.organisation


BODY = (
    "We spent more on the estate than in the year before, because the roof of the north wing had "
    "to be made safe. NHS England asked for a plan, and NHS England has had it. What NHS England "
    "thought of it is in the annex; NHS England will write again.\n\n"
)


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (
            "**The Saltmarsh **\n\n**Teaching Hospitals**\n\n**NHS Trust**",
            "The Saltmarsh Teaching Hospitals NHS Trust",
        ),
        ("Vale of Orrin\n\nCounty Council", "Vale of Orrin County Council"),
        ("North Fenmere\n\nIntegrated Care\n\nBoard", "North Fenmere Integrated Care Board"),
    ],
)
def test_a_logo_over_several_lines_is_one_name(top: str, expected: str) -> None:
    assert organisation(f"{top}\n\nAnnual Report\n\n{BODY * 3}") == expected


@pytest.mark.parametrize(
    "top",
    [
        "Annual Report\n\nand Accounts",
        "Trust\n\nBoard",
        "Estates\n\nPrivate and confidential",
    ],
)
def test_a_national_body_that_one_page_names_often_is_not_its_author(top: str) -> None:
    assert organisation(f"{top}\n\n{BODY * 3}") is None
