"""No expression of the program takes more than the square of the text's length.

Papers' text comes folded, a page or a cell at a time, so that a square is
harmless; what backtracks worse would hang on a page of dots. A few runs are tried
for each expression here, all of them every night.
"""

import random

from tests.hostile import patterns


def test_no_expression_backtracks_without_end() -> None:
    found = patterns.patterns()
    assert len(found) > 300
    chance = random.Random()
    for pattern, name in found.items():
        for run in chance.sample(patterns.RUNS, 3):
            times = patterns.growth(pattern, run)
            assert times is None or times < patterns.MOST_GROWTH, (name, pattern.pattern, run)
