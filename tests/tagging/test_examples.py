"""Every annotated example of every component gives what an expert expects."""

import pytest

from papersearch.tagging import measure

CASES = [
    pytest.param(component, example, id=f"{component}-{number}-{example['text'][:40]!r}")
    for component in measure.ITEMS
    for number, example in enumerate(measure.examples(component))
]


@pytest.mark.parametrize(("component", "example"), CASES)
def test_example(component: str, example: dict) -> None:
    outcome = measure.check(component, example)
    assert outcome.right, f"missed {outcome.missed}; spurious {outcome.spurious}"
