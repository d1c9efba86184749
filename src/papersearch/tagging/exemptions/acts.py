"""Which Acts a text names, and where: those of the law table and all others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from papersearch import knowledge
from papersearch.tagging.exemptions.law import any_of, regimes

_YEAR = re.compile(r"[\s,]{0,3}(?:of\s+)?((?:19|20)\d\d)|\s?\(((?:19|20)\d\d)\)")
_TAIL = re.compile(
    r"\s*(?:,?\s*\(?(?:as\s+amended|the\s+\W?Act\W?|FOIA?|FoIA?|FOISA|EIRs?|DPA|LGA)\)?)?"
)
_NOUN = re.compile(r"\b(?:Acts?|ACT|Regulations|REGULATIONS|Order|Measure|Directive|Rules)\b")
_BY_YEAR = re.compile(
    r"\b[Tt]he (?P<year>(?:19|20)\d\d) (?P<kind>Act|Regulations|Order|Measure)\b"
    r"|\b[Tt]he (?P<kind_>Act|Order) of (?P<year_>(?:19|20)\d\d)\b"
)
"""An Act told by its year alone: "Regulation 12 of the 2014 Regulations"."""
_OF_YEAR = {
    (2000, "Act"): "FOIA", (2002, "Act"): "FOISA", (2004, "Regulations"): "EIR",
    (1972, "Act"): "LGA1972", (1960, "Act"): "PBAMA1960",
}  # fmt: skip
_IN_WORDS = frozenset("'\u2019&.-,_")
_LINKS = frozenset("of and the in for to on with from at as".split())
_MOST_WORDS = 14
_LONGEST_NAME = 160


@dataclass(frozen=True, slots=True)
class ActMention:
    """A name of an Act at *start* to *end*; *regime* is ``None`` for Acts not in the law table.

    *back* marks words that point to the Act named before ("the Act", "the same Act").
    """

    start: int
    end: int
    regime: str | None
    year: int | None = None
    back: bool = False


@cache
def _words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = knowledge.load("papersearch.tagging.exemptions", "other_acts")[
        "names"
    ]
    return found


def find_acts(text: str) -> list[ActMention]:
    """Return the Acts that *text* names, in order; a name inside a longer one is not told."""
    found: list[ActMention] = []
    for regime in regimes().values():
        for match in regime.pattern.finditer(text):
            end, year = _year(text, match.end(), match.group())
            found.append(ActMention(match.start(), end, regime.name, year))
    found += _other_acts(text)
    for match in any_of(_words()["others"], case=True).finditer(text):
        found.append(ActMention(match.start(), match.end(), None))
    for match in _BY_YEAR.finditer(text):
        year = int(match["year"] or match["year_"])
        of_year = _OF_YEAR.get((year, match["kind"] or match["kind_"]))
        found.append(ActMention(match.start(), match.end(), of_year, year))
    for match in any_of(_words()["back"]).finditer(text):
        found.append(ActMention(match.start(), match.end(), None, back=True))
    return _longest(found)


def _year(text: str, end: int, name: str) -> tuple[int, int | None]:
    tail = _TAIL.match(text, end)
    for start in {end, tail.end() if tail else end}:
        match = _YEAR.match(text, start)
        if match is not None:
            return match.end(), _number(match)
    year = re.match(r"(?:19|20)\d\d", name)
    return end, int(year.group()) if year else None


def _other_acts(text: str) -> list[ActMention]:
    """Read "the Local Audit and Accountability Act 2014" backwards from its last word."""
    out = []
    for match in _NOUN.finditer(text):
        best = start = match.start()
        floor = max(0, start - _LONGEST_NAME)
        for _ in range(_MOST_WORDS):
            before = _word_before(text, start, floor)
            if before is None:
                break
            start, word = before
            if word[:1].isupper():
                best = start
            elif word[:1] != "(" and word.rstrip(",").lower() not in _LINKS:
                break
        year = _YEAR.match(text, match.end())
        if best < match.start() and text[best].isupper():
            out.append(ActMention(best, year.end() if year else match.end(), None, _number(year)))
    return out


def _word_before(text: str, end: int, floor: int) -> tuple[int, str] | None:
    """Return where the word, or the bracket, before *end* begins, and the word."""
    stop = end
    while stop > floor and text[stop - 1].isspace():
        stop -= 1
    if stop == end or stop <= floor:
        return None
    start = stop
    if text[stop - 1] == ")":
        start = text.rfind("(", floor, stop)
    else:
        while start > floor and (text[start - 1].isalnum() or text[start - 1] in _IN_WORDS):
            start -= 1
    return (start, text[start:stop]) if floor <= start < stop else None


def _number(year: re.Match[str] | None) -> int | None:
    return int(year.group(1) or year.group(2)) if year else None


def _longest(found: list[ActMention]) -> list[ActMention]:
    """Keep, of overlapping names, a regime's before another's, then the longer."""

    def weight(act: ActMention) -> tuple[bool, bool, int]:
        return not act.back, act.regime is not None, act.end - act.start

    kept: list[ActMention] = []
    for act in sorted(found, key=lambda act: (act.start, -act.end)):
        if not kept or act.start >= kept[-1].end:
            kept.append(act)
        elif weight(act) > weight(kept[-1]):
            kept[-1] = act
    return kept
