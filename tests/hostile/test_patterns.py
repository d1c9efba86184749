"""No expression of the program takes more than the square of the text's length.

Papers' text comes folded, a page or a cell at a time, so that a square is
harmless; what backtracks worse would hang on a page of dots. The runs that most
expressions skip over are tried for each here, all of them every night.
"""

import re
import signal

import pytest

from tests.hostile import patterns

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="this system cannot stop an expression that hangs"
)


def test_no_expression_backtracks_without_end() -> None:
    assert len(patterns.patterns()) > 300
    assert patterns.survey(patterns.GREEDY) == {}


def test_an_expression_that_backtracks_without_end_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(patterns, "LIMIT", 0.5)
    assert not patterns.ends(re.compile(r"(?:a+)+b"), "a")
    assert patterns.ends(re.compile(r"a+b"), "a")
