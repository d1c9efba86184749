"""Risks and scores of plain text whose tables are laid out with spaces, from file to record."""

from __future__ import annotations

import pytest

from papersearch.papers import divide
from papersearch.reading import read_bytes
from papersearch.tagging import tag

COVER = """REPORT TO THE BOARD OF DIRECTORS

Title: Report on risk
Date: 12 May 2026
Author: Jo Marsh, Head of Risk

"""
END = """

Next steps

The Board will be told of progress in the autumn. Members are thanked for their questions.
"""

TEXTS = {
    "wrapped names and scores": (
        """
Ref    Principal risk                       Appetite    Inherent   Residual   Target
BAF1   Failure to recruit and retain        Cautious    20         16         8
       enough registered nurses
BAF2   Loss of clinical systems through     Minimal     25         15         10
       a cyber attack
""",
        [
            ("Failure to recruit and retain enough registered nurses", None, ("cautious",)),
            ("Loss of clinical systems through a cyber attack", None, ("minimal",)),
        ],
        [("initial", 20), ("current", 16), ("target", 8), ("initial", 25), ("current", 15),
         ("target", 10)],
    ),
    "two tiers with statements": (
        """
Level 1 Risk        Level 2 Risks                               Appetite    Impact
Workforce Risk      Retention Risk - We will keep our staff     Open        Moving Towards
                    by treating them fairly.
Clinical Risk       Infection Risk - We will give care in       Minimal     Moving Away
                    clean places at all times.
""",
        [("Workforce Risk", "Retention Risk", ("open",)),
         ("Clinical Risk", "Infection Risk", ("minimal",))],
        [],
    ),
    "marks below levels": (
        """
Our risk appetite

Domain           Averse   Minimal   Cautious   Open
Teaching                    X
Growth abroad                                    X
""",
        [("Teaching", None, ("minimal",)), ("Growth abroad", None, ("open",))],
        [],
    ),
    "scores of quarters are history": (
        """
Risk                        Q1 2024/25   Q2 2024/25   Current   Target
SR1 Staffing                20           16           16        8
SR2 Money                   12           12           15        10
SR3 Buildings               16           16           12        6
""",
        [],
        [("current", 16), ("target", 8), ("current", 15), ("target", 10), ("current", 12),
         ("target", 6)],
    ),
    "tabs": (
        "Risk\tRisk appetite\tCurrent\tTarget\nSafeguarding\tAverse\t10\t5\nFleet\tOpen\t12\t12\n",
        [("Safeguarding", None, ("averse",)), ("Fleet", None, ("open",))],
        [("current", 10), ("target", 5), ("current", 12), ("target", 12)],
    ),
    "columns of prose on appetite": (
        """
The Board has agreed that it    wishes to be open about what
it will tolerate in the year    ahead and that any paper that
asks for a decision should      say where the matter stands.
""",
        [],
        [],
    ),
    "a contents page": (
        """
Contents                        Page
Risk appetite                   4
Current risk scores             8
Target scores                   12
""",
        [],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_text(name: str) -> None:
    text, risks, scores = TEXTS[name]
    division = divide(read_bytes((COVER + text + END).encode(), "paper.txt"))
    records = [tag(paper) for paper in division.papers]
    assert [(r.level1, r.level2, r.appetite.levels) for one in records for r in one.risks] == risks
    assert [(s.kind, s.score) for one in records for s in one.risk_scores] == scores
