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
    every = patterns.patterns()
    assert len(every) > 800
    assert patterns.survey(every, patterns.GREEDY, most=1) == {}


def test_expressions_are_found_wherever_they_stand() -> None:
    places = set(patterns.patterns().values())
    assert "papersearch.reading.kind._ABOUT_THE_FOLDER" in places
    assert any(place.endswith("()") for place in places)  # made once, of data
    assert any(place.rpartition(":")[2].isdigit() for place in places)  # where they are used


@pytest.mark.parametrize(
    "written",
    [
        r"(?:a+)+b",
        r"^Report:\s*(?:\S*[ ,:-]+){1,24}[^\s.:;,]+$",  # only its own text shows it
        r"a*-?a*-?a*:",  # the cube
    ],
)
def test_an_expression_that_backtracks_without_end_is_found(
    written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "LIMIT", 0.5)
    assert patterns.survey({(re.compile(written), False): "here"}, patterns.GREEDY)


def test_an_expression_that_ends_is_not_blamed() -> None:
    sound = {(re.compile(written), False): "here" for written in (r"a+b", r"\s*\w+\s*:$")}
    assert patterns.survey(sound, patterns.GREEDY) == {}
