"""Quantities in a commitment's words: money, percentages, counts and spans of time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from papersearch import dates
from papersearch.tagging.commitments.patterns import any_of, words

TIME_UNITS = frozenset(
    "day days week weeks month months year years hour hours minute minutes second seconds".split()
)
_SCALE = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6,
    "bn": 1e9, "b": 1e9, "billion": 1e9,
}  # fmt: skip
_FRACTIONS = {"third": 0.333, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
_FIXED_UNITS = (
    r"%|per\s?cent(?!\w)|members?\s+of\s+(?:staff|the\s+public)|miles?\s+of\s+road|percentage\s+points?|pp\b|basis\s+points|p\.p\.|"
    r"(?:calendar\s+|working\s+|bed\s+)?(?:second|minute|hour|day|week|month|year)s?\b|"
    r"tonnes?\b(?:\s+of\s+CO2e?)?|tCO2e?\b|kwh\b|mwh\b|miles?\b|km\b|kilometres?\b|hectares?\b|wte\b|fte\b"
)
_NOT_A_UNIT = frozenset(
    "of in on by to from and or for at the a an with per than as is are will be across compared "
    "against over under against our this that each every all more fewer less new additional "
    "within during until before after which who when where less plus across versus always".split()
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """Characters *start* to *end*, the number they say, and what it counts."""

    start: int
    end: int
    value: float | int
    unit: str | None


@cache
def _number() -> re.Pattern[str]:
    spelt = "|".join(sorted(words("numbers"), key=len, reverse=True))
    return re.compile(
        rf"(?P<money>[£€$])\s?(?P<amount>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>k|m|mn|bn|b|thousand|million|billion)?\b"
        rf"|(?<![\w/.£-])(?P<digits>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<big>million|billion|thousand|k|m|bn)\b)?"
        rf"(?![\d/]|st\b|nd\b|rd\b|th\b)\+?"
        rf"|\b(?P<half>half)\s+(?:a|an|of\s+a)\s+(?=\w)"
        rf"|\b(?:three|3) (?P<quarters>quarters)(?= of\b)"
        rf"|(?<=\bby )(?:a|one) (?P<fraction>third|quarter|fifth|tenth)\b(?! of (?:the|an?) year)"
        rf"|(?<!\w)(?P<word>{spelt})\b",
        re.IGNORECASE,
    )


MOST_CHARACTERS = 100
"""A longer string of digits counts nothing, and may be beyond any number that can be kept."""


def quantities_in(text: str) -> list[Quantity]:
    """Return the quantities in *text*; dates and financial years are none."""
    dated = [(mention.start, mention.end) for mention in dates.find_dates(text)]
    dated += [(start, end) for start, end, _ in dates.find_financial_years(text)]
    out = []
    for match in _number().finditer(text):
        start, end = match.span()
        if end - start > MOST_CHARACTERS:
            continue
        if any(start < stop and begin < end for begin, stop in dated):
            continue
        quantity = _quantity(text, match)
        if quantity is not None:
            out.append(quantity)
    return out


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    value: float | int
    if match["money"]:
        value = _tidy(float(match["amount"].replace(",", "")) * _scale(match["scale"]))
        return Quantity(match.start(), match.end(), value, match["money"])
    if match["digits"]:
        digits = match["digits"].rstrip(",").replace(",", "")
        value = _tidy(float(digits) * _scale(match["big"]))
        end = match.end()
        unit = _unit(text, end)
        if unit is None and re.fullmatch(r"(?:19|20)\d\d", digits):
            return None
        before = text[max(0, match.start() - 12) : match.start()]
        if re.search(
            r"(?:\b(?:section|s\.|band|grade|level|phase|stage|year|ward|item|part|tier|q|no\.|"
            r"goal|step|type|unit|room|version|v|page|option|priority|category)\s?)$",
            before,
            re.IGNORECASE,
        ):
            return None
        return Quantity(match.start(), end + (unit[1] if unit else 0), value, unit and unit[0])
    if match["half"]:
        unit = _unit(text, match.end())
        if unit is None:
            return None
        return Quantity(match.start(), match.end() + unit[1], 0.5, unit[0])
    if match["quarters"]:
        return Quantity(match.start(), match.end(), 0.75, None)
    if match["fraction"]:
        return Quantity(match.start(), match.end(), _FRACTIONS[match["fraction"].lower()], None)
    spelt = match["word"].lower()
    unit = _unit(text, match.end())
    if spelt == "zero" and re.search(r"\bto\s+$", text[: match.start()], re.I):
        return Quantity(match.start(), match.end(), 0, None)
    # "one of the", "two-year", "half the": a word is a quantity only before what it counts.
    if unit is None or spelt == "half":
        return None
    return Quantity(match.start(), match.end() + unit[1], words("numbers")[spelt], unit[0])


def _scale(word: str | None) -> float:
    return _SCALE[word.lower()] if word else 1.0


def _tidy(value: float) -> float | int:
    value = round(value, 6)
    return int(value) if value == int(value) else value


def _unit(text: str, at: int) -> tuple[str, int] | None:
    """Return the unit that begins at *at* and how many characters reach to its end."""
    tail = text[at:]
    fixed = re.match(
        rf"\s*(?P<unit>(?:{_FIXED_UNITS})(?:\s+per\s+[\w,]+(?:\s+bed\s+days)?)?)", tail, re.I
    )
    if fixed is not None:
        return " ".join(fixed["unit"].split()), fixed.end()
    free = re.match(
        r"\s+(?P<unit>(?:(?:more|additional|extra|new|fewer|further|newly|qualified|affordable|fewer)\s+)*"
        r"(?P<noun>[A-Za-z][a-z-]+)(?:\s+per\s+[\w,]+(?:\s+(?:bed\s+days|population|occupied\s+bed\s+days))?)?)",
        tail,
    )
    if free is None or free["noun"].lower() in _NOT_A_UNIT:
        return None
    noun = free["noun"].lower()
    # "three out-of-hours clinics": a word with hyphens only tells which things are counted.
    plural = noun.endswith(("s", "people", "staff", "children", "men", "women")) and "-" not in noun
    if not plural and "per" not in free["unit"]:
        # "40 extra nursing posts": the counted noun may stand one word further on.
        more = re.match(r"(?:[a-z-]+\s+){0,2}[a-z-]+s\b", tail[free.start("noun") :].lower())
        if more is None or any(w in _NOT_A_UNIT for w in more.group().split()):
            return None
        end = free.start("noun") + more.end()
        return " ".join(tail[free.start("unit") : end].split()), end
    # "3 new bus services": a word in -s may only tell which things are counted.
    next_word = re.match(r"\s+(?P<noun>[a-z-]+s)\b", tail[free.end() :])
    plain = noun.endswith(("s", "staff")) and " per " not in free["unit"]
    if plain and next_word is not None and next_word["noun"] not in _NOT_A_UNIT:
        end = free.end() + next_word.end()
        return " ".join(tail[free.start("unit") : end].split()), end
    return " ".join(free["unit"].split()), free.end()


def measures(text: str) -> bool:
    """Tell whether *text* holds a figure, in digits or in words, and may state a target."""
    return any_of(words("measure")["figures"]).search(text) is not None
