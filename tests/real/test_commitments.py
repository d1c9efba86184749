"""Commitments of real pages stay as right as they have been measured to be."""

from __future__ import annotations

import pytest

from tests.real.commitment_measure import BLIND, DATA, measure

PRECISION, RECALL = 0.95, 0.93
BLIND_PRECISION, BLIND_RECALL = 0.97, 0.74
FIELDS = {"kind": 0.98, "owner": 0.95, "due": 0.95, "status": 0.92, "year": 0.99}


@pytest.mark.real
@pytest.mark.timeout(600)
@pytest.mark.skipif(not DATA.exists(), reason="../shared, the owners' folder, is absent")
def test_commitments_of_labelled_pages():
    outcome = measure()
    assert outcome.precision >= PRECISION, outcome.wrong
    assert outcome.recall >= RECALL, outcome.wrong
    low = {name: outcome.share(name) for name in FIELDS if outcome.share(name) < FIELDS[name]}
    assert not low, (low, outcome.wrong)


@pytest.mark.real
@pytest.mark.timeout(600)
@pytest.mark.skipif(not DATA.exists(), reason="../shared, the owners' folder, is absent")
def test_commitments_of_pages_that_were_labelled_before_any_output_was_seen():
    outcome = measure(BLIND)
    assert outcome.precision >= BLIND_PRECISION, outcome.wrong
    assert outcome.recall >= BLIND_RECALL, outcome.wrong
