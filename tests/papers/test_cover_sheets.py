"""Cover fields of every made-up sheet, as PDF, Word and HTML."""

from __future__ import annotations

from typing import Any

import pytest

from papersearch.papers import Cover
from tests.papers.cover_sheets import SHEETS
from tests.papers.front_pages import FRONT_PAGES
from tests.papers.sheets import BODY, WRITERS, plain, read

NOTHING: dict[str, Any] = {
    "title": None, "organisation": None, "agenda_item": None, "body": None, "meeting_date": None,
    "inferred": False, "purpose": [], "presented_by": [], "authors": [], "date": None,
    "previous": [], "financial_year": None, "recommendation": None,
}  # fmt: skip


def facts(cover: Cover) -> dict[str, Any]:
    return {
        "title": cover.title,
        "organisation": cover.organisation,
        "agenda_item": cover.agenda_item,
        "body": cover.meeting.body,
        "meeting_date": cover.meeting.date,
        "inferred": cover.meeting.inferred,
        "purpose": list(cover.purpose),
        "presented_by": [(p.name, p.role) for p in cover.presented_by],
        "authors": [(p.name, p.role) for p in cover.authors],
        "date": cover.date,
        "previous": list(cover.previous_committees),
        "financial_year": cover.financial_year,
        "recommendation": cover.recommendation,
    }


RUNNING = {"docx": {"foot"}, "html": {"head", "foot"}}
"""Formats whose readers give no such running lines."""
CASES = [
    pytest.param(items, wanted, form, id=f"{form}-{name}")
    for name, items, wanted in [*SHEETS, *FRONT_PAGES]
    for form in WRITERS
    if not {item[0] for item in items} & RUNNING.get(form, set())
]


GAPS_LOST = (
    "teaching hospitals", "county council", "integrated care board", "combined authority",
    "fire authority", "labels in a row", "purpose set in bold", "previous committees",
    "title that reads as a label", "ambulance", "district council", "scottish council",
    "mental health trust", "police",
)  # fmt: skip
"""Sheets whose cells nobody could tell apart, or whose bold is lost, in text without layout."""
AS_TEXT = [
    pytest.param(items, wanted, id=name)
    for name, items, wanted in SHEETS
    if not name.startswith(GAPS_LOST)
]


@pytest.mark.parametrize(("items", "wanted"), AS_TEXT)
def test_cover_sheet_as_text_that_a_tool_left(items, wanted):
    (paper,) = read(plain((*items, *BODY)), "sheet.txt").papers
    assert facts(paper.cover) == NOTHING | wanted


@pytest.mark.parametrize(("items", "wanted", "form"), CASES)
def test_cover_sheet(items, wanted, form):
    division = read(WRITERS[form]((*items, *BODY)), f"sheet.{form}")
    assert len(division.papers) == 1
    assert facts(division.papers[0].cover) == NOTHING | wanted
