"""A risk score as printed: "4 x 4 = 16", "16 (C4 L4)", "Extreme 16", "12"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from papersearch.knowledge import load

PACKAGE = "papersearch.tagging.scores"
Order = Literal["LC", "CL"]
"""Which factor a paper prints first: likelihood or consequence."""

HIGHEST = 25
"""Of the usual five by five matrix; a lone number above it is no risk score."""

_NAMES = r"(?:likelihood|probability|consequences?|impact|severity|[LCIPS])"
_FACTOR = (
    rf"(?:(?<![A-WYZa-wyz])(?P<before{{n}}>{_NAMES})\s*(?:score\s*)?(?:of|is|:|=|-)?\s*\(?)?(?P<f{{n}}>10|[1-9])\)?"
    rf"(?:\s*(?:out\s+)?(?:of\s+5\s*)?(?:for\s+)?\(?(?P<after{{n}}>{_NAMES})\b\)?(?!\s*[:=-]?\s*\d))?"
)
_TIMES = r"(?:[x×*X✕]|multiplied by|times|by)"
_ARROWS = r"[\s↑↓↔→←⇑⇓⇔▲▼►◄=<>]*"


# "12 (up from 9)", "16 (↓)", "9 – unchanged": how it moved, not what it is.
_REMARK = re.compile(
    r"(?:\s*[(\[]\s*(?:[↑↓↔→←⇑⇓⇔▲▼►◄\s]+|(?:up|down|was|from|previously|prev|unchanged|no change|"
    r"same|static|stable|increas\w+|decreas\w+|reduc\w+|new)\b[^()\[\]]{0,30})[)\]]|"
    r"\s*[(\[]\s*(?:by\s+)?(?:end\s+(?:of\s+)?)?(?:[A-Z][a-z]{2,8}\s+\d{2,4}|Q[1-4][\s\d/]*)\s*[)\]]|"
    r"\s+by\s+(?:end\s+(?:of\s+)?)?(?:[A-Z][a-z]{2,8}\s*|Q[1-4]\s*)?(?:\d{2,4}(?:/\d{2})?)?|"
    r"\s+(?:[-–,]\s*)?(?:unchanged|no change|static|stable|(?:up|down|was)(?: from)? \d{1,2}|up|"
    r"down))$",
    re.IGNORECASE,
)


_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_WORD = re.compile(
    r"\b(?:twenty[- ](?P<unit>one|two|three|four|five)|(?P<word>" + "|".join(_WORDS) + r"))\b",
    re.IGNORECASE,
)


def figures(text: str) -> str:
    """Return *text* with the numbers up to 25 that are written in words in figures.

    Each keeps its place: spaces fill what the figures leave.

    >>> figures("unchanged at twelve.")
    'unchanged at 12    .'
    """

    def figure(found: re.Match[str]) -> str:
        word, unit = found.group("word"), found.group("unit")
        number = _WORDS.index(word.lower()) + 1 if word else 21 + _WORDS.index(unit.lower())
        return str(number).ljust(len(found.group()))

    return _WORD.sub(figure, text)


@cache
def cues() -> dict[str, dict[str, object]]:
    """Return ``score_cues.toml`` with the user's additions."""
    return load(PACKAGE, "score_cues")


@dataclass(frozen=True, slots=True)
class Score:
    """A printed score and its factors; ``None`` for what is not printed or cannot be told."""

    likelihood: int | None
    consequence: int | None
    score: int | None
    factors: tuple[int, int] | None = None
    raw: str = ""
    assumed: bool = False
    """No word tells which factor stands first: it was taken for the likelihood."""

    @property
    def remark(self) -> str:
        """What to add to the reason of the tag."""
        return "; no word says which factor is first: likelihood assumed" if self.assumed else ""

    @property
    def wrong(self) -> bool:
        """Whether the printed product is not that of the printed factors."""
        return (
            self.score is not None
            and self.factors is not None
            and self.factors[0] * self.factors[1] != self.score
        )


def _pair(n: int, loose: bool) -> str:
    """Return a pattern of two factors; *loose* also without a times sign, if both are named."""
    first, second = _FACTOR.replace("{n}", str(n)), _FACTOR.replace("{n}", str(n + 1))
    between = (
        rf"\s*(?:{_TIMES}|,|/|;|:|·|•|and(?:\s+an?)?|&|\+|with(?:\s+an?)?)?\s*"
        if loose
        else rf"\s*{_TIMES}\s*"
    )
    return f"{first}{between}{second}"


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the forms of a score, for a whole cell or inside a sentence."""
    band = str(cues()["words"]["bands"])
    total = r"(?P<score>\d{1,2})(?!\d|\s*%|[.,]\d)"
    label = r"(?:(?:risk\s+)?(?:score|rating|total)\s*(?:of|:|=|is)?\s*)?"
    out = {
        "product": rf"{_pair(1, False)}(?:\s*(?:=|[-–]|:|\(|\[|,)\s*|\s+){label}{total}[\])]?",
        "total_first": rf"{total}\s*(?:{band}\s*)?[-–:=,]?\s*[(\[]\s*(?:{band}\s*[,:-]?\s*)?"
        rf"{_pair(1, True)}\s*[)\]]",
        "slashed": rf"(?P<f1>[1-5])\s*/\s*(?P<f2>[1-5])\s*(?:[(\[=]\s*){total}\s*[)\]]?",
        "total_first_open": rf"{total}\s*[:=,-]?\s*{_pair(1, False)}",
        "named_product": rf"{_pair(1, True)}\s*"
        r"(?:[,;]?\s*\b(?:which\s+|and\s+)?(?:giv(?:es|ing)|mak(?:es|ing)|results?\s+in|"
        r"resulting in|totalling|equals?|for)\b|=|,|;|[-–·•]|\(|(?<=[\d)])\s)\s*"
        rf"(?:a\s+|an\s+|overall\s+|total\s+|current\s+|risk\s+)*{label}{total}\)?",
        "pair": _pair(1, False),
        "named_pair": _pair(1, True),
        "band_first": rf"{band}\s*(?:risk\s*)?(?:[-–:,]\s*)?(?:[(\[]\s*)?{total}\s*[)\]]?",
        "band_last": rf"{total}\s*(?:[-–:,]\s*)?(?:[(\[]\s*)?{band}(?:\s*risk)?\s*[)\]]?",
        "number": total,
    }
    return {key: re.compile(pattern, re.IGNORECASE) for key, pattern in out.items()}


def read_score(text: str, order: Order | None = None) -> Score | None:
    """Return the score that *text* (a cell, a field) prints and nothing beside it."""
    words = " ".join(text.split())
    words = re.sub(r"(?<=\d)\s*(?:/|out of)\s*25$", "", _REMARK.sub("", words))
    words = re.sub(rf"^{_ARROWS}|{_ARROWS}$", "", words).strip(" .;")
    band = str(cues()["words"]["bands"])
    core = re.sub(rf"^(?:{band})\s*(?:risk)?\s*[-–:,(]?\s*(?=\d.*[x×*=])", "", words, flags=re.I)
    core = re.sub(rf"(?<=[\d)])\s*[-–:,(]?\s*(?:{band})\)?$", "", core, flags=re.IGNORECASE)
    for key, pattern in patterns().items():
        for candidate in (words, core):
            found = pattern.fullmatch(candidate)
            if found is not None and (score := from_match(key, found, order)) is not None:
                return score
    return None


_BARE_PAIR = re.compile(r"^\(?\s*(?P<f1>[1-5])\s*[,/x×* ]\s*(?P<f2>[1-5])\s*\)?$")


def read_pair(text: str, order: Order) -> Score | None:
    """Return the two factors that stand alone below a header that tells their order.

    >>> read_pair("4/3", "LC")
    Score(likelihood=4, consequence=3, score=None, factors=(4, 3), raw='4/3', assumed=False)
    """
    found = _BARE_PAIR.match(text)
    if found is None:
        return None
    one, two = int(found.group("f1")), int(found.group("f2"))
    return Score(*_assign(one, two, [None, None], order), None, (one, two), text)


def from_match(key: str, found: re.Match[str], order: Order | None) -> Score | None:
    """Return the score in a match of one of :func:`patterns`; ``None`` if it cannot be one."""
    groups = found.groupdict()
    score = int(groups["score"]) if groups.get("score") else None
    if groups.get("f1") is None:
        if score is None or not 1 <= score <= HIGHEST:
            return None
        return Score(None, None, score, raw=found.group())
    one, two = int(groups["f1"]), int(groups["f2"])
    names = [_factor_name(groups.get(f"before{n}") or groups.get(f"after{n}")) for n in (1, 2)]
    if names[0] is None and groups.get("before2") and groups.get("after2"):
        names = [_factor_name(groups["before2"]), _factor_name(groups["after2"])]
    if key in ("named_pair", "named_product") and None in names:
        return None
    if key in ("slashed", "total_first_open") and score != one * two:
        return None  # a date, a fraction, "two 4x4 gritters"
    if key == "product" and score != one * two and not re.search(r"[=(\[:–-]", found.group()):
        return None  # "4 x 4 12": two numbers beside each other, only the sum tells them one
    if (
        key == "total_first"
        and None in names
        and not re.search(_TIMES, found.group(), re.I)
        and score != one * two
    ):
        return None
    if names[0] is not None and names[0] == names[1]:
        return None
    if score is not None and not 1 <= score <= 100:
        return None
    likelihood, consequence = _assign(one, two, names, order)
    assumed = one != two and order is None and names == [None, None]
    return Score(likelihood, consequence, score, (one, two), found.group(), assumed)


def _factor_name(printed: str | None) -> Literal["L", "C"] | None:
    if not printed:
        return None
    return "L" if printed[0].upper() in "LP" else "C"


def _assign(
    one: int, two: int, names: list[Literal["L", "C"] | None], order: Order | None
) -> tuple[int, int]:
    """Return likelihood and consequence: by name, by the paper's order, else likelihood first.

    "Likelihood x consequence" is how most registers read; a paper that reads the
    other way says so in a header or a note, and then it counts.
    """
    first = names[0] or (None if names[1] is None else ("C" if names[1] == "L" else "L"))
    if first is None:
        first = "C" if order == "CL" else "L"
    return (one, two) if first == "L" else (two, one)


_ORDER = re.compile(
    r"\b(?P<one>likelihood|probability|consequences?|impact|severity|[LCIPS])\s*"
    r"(?:\([LCIPS1-5 -]+\)\s*)?"
    r"(?:[x×*]|multiplied by|by|/|,|&|and|\s)\s*"
    r"(?P<two>likelihood|probability|consequences?|impact|severity|[LCIPS])\b",
    re.IGNORECASE,
)


def order_in(text: str) -> Order | None:
    """Return the order of the factors that a header or a note names ("C x L")."""
    for found in _ORDER.finditer(text):
        one, two = _factor_name(found.group("one")), _factor_name(found.group("two"))
        if one is not None and two is not None and one != two:
            return "LC" if one == "L" else "CL"
    return None
