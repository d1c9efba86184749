"""What real pages say of publication stays as right as it has been measured to be."""

from __future__ import annotations

import pytest

from tests.real.foi_measure import DATA, Counts, labels, read_labelled

LEAST_OTHERS = 0.94
"""Least precision and recall of references to other Acts; 1.00 was measured."""


def test_there_are_enough_labels() -> None:
    assert len(labels()) >= 30
    assert sum(len(pages) for pages in labels().values()) >= 55


@pytest.mark.real
@pytest.mark.timeout(900)
@pytest.mark.skipif(not DATA.exists(), reason="../shared, the owners' folder, is absent")
def test_markings_and_references_of_labelled_pages() -> None:
    counts = Counts()
    records = read_labelled()
    for file, pages in labels().items():
        counts.take(pages, records[file])
    right, found, expected = counts.claims
    assert right == found == expected, counts.wrong
    assert counts.statuses[0] == counts.statuses[1], counts.wrong
    right, found, expected = counts.others
    assert right / found >= LEAST_OTHERS, counts.wrong
    assert right / expected >= LEAST_OTHERS, counts.wrong
