"""An appetite, an impact or a status as printed in a cell, a field or a phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from msgspec.structs import replace

from papersearch.record import Appetite, Impact
from papersearch.tagging.risks.cues import cues, fold, matches
from papersearch.tagging.risks.scales import level_of, level_pattern, low_to_high
from papersearch.tagging.risks.status import read_status

__all__ = ["fold"]

JOIN = r"\s*(?:/|\\|\||,|&|–|—|-|\bto\b|\band\b|\bor\b|\bthrough to\b|\bup to\b)\s*"
_INDEX = r"(?:(?:level|score|rating)\s*)?(?:\(?(?:[0-6]|[A-F]\b)\s*(?:[-–—.:)=]\s*)?)?\(?"
_LABEL = r"(?:(?:risk\s+)?appetite(?:\s+(?:level|rating|score))?|level)\s*(?::|[-–—]|\bis\b)\s*"
_APPETITE_WORD = r"(?:\s+(?:risk\s+)?appetite(?:\s+for\s+risk)?)?"


@cache
def expression() -> str:
    """Return a pattern of one level, or of levels joined ("Cautious to Open")."""
    return f"{level_pattern()}(?:{JOIN}{level_pattern()})*"


def is_unfilled(text: str) -> bool:
    """Tell an empty cell or a placeholder that nobody replaced."""
    text = fold(text)
    return not text or matches("value", "unfilled", text, whole=True) is not None


def levels_in(text: str) -> tuple[str, ...]:
    """Return the level words of *text* in order of print."""
    return tuple(level_of(m.group()) for m in re.finditer(level_pattern(), text, re.IGNORECASE))


@dataclass(frozen=True, slots=True)
class Reading:
    """An appetite and how sure the form is: *strict* where nothing but a value was printed."""

    appetite: Appetite
    strict: bool


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    level, many = level_pattern(), expression()
    future = str(cues()["value"]["future"])
    before = str(cues()["value"]["before"])
    flags = re.IGNORECASE
    return {
        "change": re.compile(
            rf"^(?:\w+\s+){{0,3}}?from\s+(?P<old>{many})\s+to\s+(?P<new>{many})(?P<rest>.*)$", flags
        ),
        "arrow": re.compile(
            rf"^(?P<old>{many})\s*(?:→|➔|➜|⇒|->|=>|–>|>+)\s*(?P<new>{many})(?P<rest>.*)$", flags
        ),
        "old_first": re.compile(
            rf"^(?:{before})\s+(?P<old>{many})\s*[,;–—-]\s*(?:now|currently|new:?)\s*"
            rf"(?P<new>{many})(?P<rest>.*)$",
            flags,
        ),
        "lead": re.compile(
            rf"^(?:{_LABEL})?(?:(?:a|an|the|between|somewhere between)\s+)?{_INDEX}"
            rf"(?P<new>{many}){_APPETITE_WORD}(?P<rest>.*)$",
            flags,
        ),
        "said": re.compile(
            rf"^{cues()['value']['said']}\s+(?P<new>{many})\b(?=\s*(?:$|[.,;:(]|here\b|on this\b|"
            rf"overall\b|at present\b|for now\b|in this\b|and\b))(?P<rest>.*)$",
            flags,
        ),
        "future": re.compile(rf"{future}(?:{_INDEX})?(?P<level>{level})", flags),
        "previous": re.compile(rf"\(?\b{before}\s+(?:{many})", flags),
        "band": re.compile(
            r"^\s*(?:[\[(]\s*)?(?:(?:a\s+)?(?:risk\s+)?scores?\s*(?:(?:of|:)\s*)?)?"
            r"(?:(?:≤|<=|<|≥|>=|>|up to)\s*)?\d{1,2}"
            r"(?:\s*(?:-|–|—|to)\s*\d{1,2}|\+)?"
            r"(?:\s+(?:or|and)\s+(?:below|less|lower|under|above|more|over|higher))?\s*[\])]?\s*$",
            flags,
        ),
        "number": re.compile(rf"^{cues()['value']['threshold']}$", flags),
    }


# "Minimal (risk score 4-6) Outside appetite": a second line of the cell.
_WITH_STATUS = re.compile(
    r"^(?P<value>.{3,60}?)[\s,;:.–-]+\(?(?P<status>(?:currently |now )?"
    r"(?:outside|outwith|out of|above|beyond|exceeds|over|within|inside|in line with|in|at|below)"
    r"\s(?:\w+\s){0,2}?(?:risk )?appetite)\)?\.?$",
    re.IGNORECASE,
)


def read_appetite(text: str) -> Reading | None:
    """Return the appetite that *text* (a cell, a field) prints; ``None`` where it prints none.

    A placeholder gives an appetite without a value; a word of no known scale
    gives that word in lower case.
    """
    text = fold(text)
    if is_unfilled(text):
        return Reading(Appetite(), strict=True)
    if behind := _WITH_STATUS.match(text):
        reading, status = read_appetite(behind.group("value")), read_status(behind.group("status"))
        if reading is not None and reading.appetite.raw is not None and status is not None:
            return Reading(replace(reading.appetite, status=status), reading.strict)
    forms = _forms()
    if forms["number"].match(text):
        return Reading(Appetite(raw=text), strict=True)
    status = read_status(text)
    if status:
        return Reading(Appetite(raw=text, status=status), strict=True)
    for form in ("change", "arrow", "old_first", "lead"):
        if found := forms[form].match(text):
            return _read(text, found)
    if found := forms["said"].match(text):  # "we are Eager here; some challenge is the price"
        levels = low_to_high(levels_in(found.group("new")))
        return Reading(Appetite(raw=found.group("new"), levels=levels), strict=False)
    return None


def _read(text: str, found: re.Match[str]) -> Reading | None:
    forms = _forms()
    rest = found.group("rest")
    levels = low_to_high(levels_in(found.group("new")))
    towards = None
    if later := forms["future"].search(rest):
        towards = level_of(later.group("level"))
    status = None
    trailer = rest.strip(" .,;:()[]–—-")
    if trailer:
        status = read_status(trailer)
    also = re.fullmatch(rf"\s*[\[(]\s*({expression()})\s*[\])]\s*\.?", rest, re.IGNORECASE)
    if also is not None:  # a synonym in brackets: both words
        levels = tuple(dict.fromkeys((*levels, *levels_in(also.group(1)))))
    plain = not trailer or forms["band"].match(rest) or status is not None or also is not None
    gloss = re.match(r"\s*(?:[-–—:,;.]|\s-)\s*[A-Z][a-z]+ \w", rest)
    is_remark = len(rest.split()) <= 8 and gloss is None
    whole = plain or towards or forms["previous"].search(rest) or is_remark
    is_lead = found.re is forms["lead"] and not plain and re.match(r"\s*[a-z]", rest)
    if is_lead and not (towards or forms["previous"].search(rest)):
        return None  # "Open to new ways of working": an ordinary word, no level with a remark
    raw = text if whole else text[: found.end("new")]
    return Reading(
        Appetite(raw=raw, levels=levels, towards=towards, status=status), strict=bool(plain)
    )


def read_future(text: str) -> str | None:
    """Return the level that *text* says the appetite is to move to."""
    found = _forms()["future"].search(text)
    return level_of(found.group("level")) if found else None


_OWN = r"[A-Za-z][A-Za-z-]+"
_OWN_RANGE = re.compile(rf"^({_OWN})\s*(?:\bto\b|\bor\b|/|–|—|\s-\s)\s*({_OWN})$", re.IGNORECASE)


def own_word(text: str) -> Appetite:
    """Return the appetite of a cell that holds no known word: kept raw.

    One or two plain words are a level of the body's own scale, two joined are two; more are not.
    """
    text = fold(text)
    if ends := _OWN_RANGE.match(text):
        return Appetite(raw=text, levels=(ends.group(1).lower(), ends.group(2).lower()))
    words = text.split()
    plain = len(words) <= 2 and all(re.fullmatch(_OWN, word) for word in words)
    return Appetite(raw=text, levels=(text.lower(),) if plain else ())


def read_impact(text: str) -> Impact:
    """Return the impact cell as printed with its direction; nothing for a placeholder."""
    text = fold(text)
    if not text or (is_unfilled(text) and not re.fullmatch(r"n/?\s?a\.?", text, re.IGNORECASE)):
        return Impact()
    directions: tuple[Literal["away", "towards", "within", "neutral"], ...] = (
        "away",
        "towards",
        "within",
        "neutral",
    )
    for direction in directions:
        if matches("impact", direction, text):
            return Impact(raw=text, direction=direction)
    return Impact(raw=text)
