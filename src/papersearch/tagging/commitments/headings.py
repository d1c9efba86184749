"""Headings of lists of commitments: whose list it is, of which year, how many items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papersearch import dates
from papersearch.tagging.commitments.patterns import any_of, matches, words

_MOST_WORDS = 22
_MOST_WORDS_OF_A_LABEL = 12
_MOST_WORDS_OF_A_NAME = 5
_TICK_SIGNS = re.compile(r"[✓✔☐☑☒\ufffd]|\[\s?x?\s?\]", re.IGNORECASE)
_NUMBER = re.compile(
    r"^(?:(?:part|section|chapter)\s+(?:\d+|[a-z])\b[.:]?|\d+(?:\.\d+)*\.?|[a-z]\))\s+",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the heading of a list says.

    *strong* headings name a year, say "our" or "annual"; below others only
    ticked or plainly listed items are believed.
    """

    text: str
    year: str | None
    count: int | None
    strong: bool
    promises_ticks: bool
    only_with_ticks: bool = False


def list_heading(text: str, label: bool = False) -> Heading | None:
    """Return what *text* says if it heads a list of commitments, goals or objectives.

    Args:
        text: A block, a line, or a cell.
        label: It is a form's label or a table's header, where the singular will do.
    """
    raw = " ".join(text.split())
    plain = _TICK_SIGNS.sub(" ", raw)
    hints = " ".join(_BRACKET.findall(plain))
    plain = " ".join(_BRACKET.sub(lambda m: _kept(m.group(1)), plain).split()).strip()
    colon = plain.endswith(":")
    plain = _NUMBER.sub("", plain).rstrip(": –-")
    if plain.endswith("?") and matches("annual", "asks", plain):
        plain, colon = plain.rstrip("? "), True  # "Which of our aims does this paper support?"
    if not plain or len(plain.split()) > _MOST_WORDS or _ends_a_sentence(plain):
        return None
    if matches("annual", "lead_ins", plain) or matches("annual", "lead_ins", _after_colon(plain)):
        year = _year(plain)
        return Heading(raw, year, None, strong=year is not None, promises_ticks=False)
    data = words("annual")
    noun = _last(any_of([rf"\b(?:{'|'.join(data['nouns'])})(?!\w)"]), plain)
    tickable = None
    if noun is None:
        tickable = _last(any_of([rf"\b(?:{'|'.join(data['nouns_with_ticks'])})(?!\w)"]), plain)
        if tickable is None:
            return None
    found = noun or tickable
    assert found is not None  # noqa: S101 - one of both is set, see above
    if matches("annual", "not_lists", plain):
        return None
    year = _year(plain)
    period = re.search(r"\b20\d\d\s?(?:[-–/]|to)\s?(?:20)?\d\d\b|\b20[2-9]\d\b", plain)
    qualifier = any_of([rf"\b(?:{'|'.join(data['qualifiers'])})(?!\w)"]).search(plain)
    count = _count(plain, found)
    promises = _TICK_SIGNS.search(raw) is not None or bool(
        matches("annual", "promises_ticks", f"{hints} {plain}")
    )
    if qualifier is None and period is None and count is None:
        return None
    if not _is_list_like(plain, found, colon):
        return None
    plural = found.group().lower().endswith(("s", "(s)", "(ies)"))
    if not plural and not label:
        return None
    strong = noun is not None and bool(
        year
        or period
        or re.search(r"\b(?:our|we)\b.*\b(?:commitments|pledges|promises)\b", plain, re.I)
        or re.search(r"\bannual\b", plain, re.I)
        or (
            count
            and re.search(
                r"\b(?:our|the (?:trust|council|board|force|university|icb))\b", plain, re.I
            )
        )
    )
    return Heading(raw, year, count, strong, promises, only_with_ticks=noun is None)


def _after_colon(text: str) -> str:
    """Return what a heading says after its name: "Year two: what we will deliver"."""
    name, colon, rest = text.partition(": ")
    return rest if colon and len(name.split()) <= _MOST_WORDS_OF_A_NAME else text


def _kept(words_in_brackets: str) -> str:
    return words_in_brackets if dates.find_financial_years(words_in_brackets) else ""


def _ends_a_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?", ";", ","))


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


def _year(text: str) -> str | None:
    years = dates.find_financial_years(text)
    return years[-1][2] if years else None


def _count(text: str, noun: re.Match[str]) -> int | None:
    spelt = words("numbers")
    before = text[max(0, noun.start() - 40) : noun.start()].lower().split()
    for word in reversed(before):
        if word.isdigit() and 2 <= int(word) <= 20:
            return int(word)
        if word in spelt and 2 <= spelt[word] <= 20:
            return int(spelt[word])
    return None


def _is_list_like(text: str, noun: re.Match[str], colon: bool) -> bool:
    """A label ends with its noun, a year or what it asks; a sentence needs its colon."""
    data = words("annual")
    if text[:1].islower() or any_of(data["item_verbs"]).match(text):
        return False
    tail = any_of(data["tail_years"]).sub("", text[noun.end() :].strip()).strip()
    short = len(text.split()) <= _MOST_WORDS_OF_A_LABEL
    if not tail:
        return colon or short
    if short and any_of(data["tail_plan"]).fullmatch(tail) is not None:
        return True
    if any_of(data["tail_begins"]).match(tail) is None or len(tail.split()) > 14:
        return False
    if colon:
        return True
    if re.search(r"\b(?:is|are|was|were|will|has|have|been|can|should)\b", text, re.I):
        return False
    return short and any_of(data["tail_words"]).fullmatch(tail) is not None
