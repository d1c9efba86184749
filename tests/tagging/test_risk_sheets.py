"""Risks and scores of every made-up sheet, as PDF, Word, HTML and Markdown."""

from __future__ import annotations

import pytest

from tests.tagging.risk_sheets import sheets
from tests.tagging.sheet_measure import compare, tagged

CASES = [
    pytest.param(sheet, form, id=f"{form}-{sheet.name}")
    for sheet in sheets()
    for form in sheet.formats
]


@pytest.mark.parametrize(("sheet", "form"), CASES)
def test_sheet(sheet, form):
    found = compare(tagged(sheet.items, form), sheet.risks, sheet.scores)
    false = {kind: one[1] for kind, one in found.items() if one[1]}
    missed = {kind: one[2] for kind, one in found.items() if one[2]}
    assert not false and not missed, (false, missed)
