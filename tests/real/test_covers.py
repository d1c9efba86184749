"""Cover fields and division of real papers stay as right as they have been measured to be."""

from __future__ import annotations

from collections import Counter

import pytest

from papersearch.papers import divide
from papersearch.reading import ReadOptions, read_document
from tests.real.cover_measure import BOARDS, compare, labels

FLOORS = {
    "papers": 0.97,
    "title": 0.94,
    "organisation": 0.83,
    "meeting_body": 0.93,
    "meeting_date": 0.97,
    "date": 0.99,
    "agenda_item": 0.98,
    "purpose": 0.98,
    "authors": 0.97,
    "presented_by": 0.99,
}


@pytest.mark.real
@pytest.mark.timeout(900)
@pytest.mark.skipif(not BOARDS.exists(), reason="../shared, the owners' folder, is absent")
def test_cover_fields_of_labelled_files():
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong = []
    for label in labels():
        division = divide(read_document(BOARDS / label["file"], ReadOptions(ocr=False)))
        for field, is_right, wanted, found in compare(label, division):
            total[field] += 1
            right[field] += is_right
            if not is_right:
                wrong.append((label["file"], field, wanted, found))
    shares = {field: right[field] / total[field] for field in FLOORS}
    low = {field: share for field, share in shares.items() if share < FLOORS[field]}
    assert not low, (low, wrong)
