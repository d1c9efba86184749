"""What later papers say of a promise: the figure reported, and whether it is said to be met.

Found by meaning, sentence by sentence; what is shown is the sentence as it
stands, with its page. "Achieved" and "missed" are the paper's own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Literal

import msgspec

from papersearch.desks.common import (
    Place,
    Similarity,
    body_key,
    content_words,
    singular,
    words_key,
)
from papersearch.desks.decisions import sentences
from papersearch.knowledge import load
from papersearch.record import Struct

Find = Callable[[str], Sequence[tuple[Place, str]]]
"""``question -> [(place, passage)]``, best first: the search room's answer."""

LEAST_LIKE = 0.45
"""Cosine from which a sentence speaks of the promise (all-MiniLM-L6-v2)."""
LESS_THAN_BEST = 0.17
"""How much less like than the best one a figure may be and still be of that measure."""
MOST_SENTENCES = 800
_NUMBER = re.compile(
    r"(?<![\w.,/:-])(?P<pound>£\s?)?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"\s?(?P<scale>million|billion|bn|m|k)?\b(?P<percent>\s?%|\s+per\s?cent\b|\s+percent\b)?"
    r"(?![\w/:]|[.,]\d)(?:\s+(?P<noun>(?:[a-z]+\s)?[a-z]+))?"
)
_REFERENCE = re.compile(
    r"(?i)\b(?:sections?|items?|minutes?|pages?|p|wards?|papers?|append(?:ix|ices)|annex|para(?:graph)?s?"
    r"|quarter|months?|month|q|s|no|level|phase|band|version|v|step|stage|table|figure|since|in|of"
    r"|schedule|year|week|by|until|for|from|to|at)\.?\s*$"
)
_ONES = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
"""Without "one", which mostly counts nothing."""
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_COUNTED = "|".join((*_ONES, *_TENS))
_WORDED = re.compile(
    rf"(?i)\b(?:(?P<share>(?:one|\d+|{_COUNTED}) in (?:\d+|{_COUNTED}))"
    rf"|(?P<tens>{'|'.join(_TENS)})(?:[ -](?P<unit>one|{'|'.join(list(_ONES)[:8])}))?"
    rf"|(?P<small>{'|'.join(_ONES)}))\b"
    r"(?![-\u2019']|\s+(?:third|quarter|fifth|tenth|half|halves))"
)
"""A number in words; "two in ten" and "three quarters" are shares, which no series can hold."""
_MONTH = re.compile(
    r"(?i)^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|^(?:st|nd|rd|th)\b"
)
_MOVED_BY = re.compile(
    r"(?i)\b(?:f[ae]ll(?:en|s|ing)?|r[io]se[ns]?|rising|reduc\w+|increas\w+|cut(?:s|ting)?|drop\w*"
    r"|improv\w+|gr[eo]w\w*|shorten\w*|lengthen\w*|declin\w+|decreas\w+|went|gone|c[ao]me|down|up)"
    r"\b[^.;:]{0,40}\bby\s(?:(?:only|about|around|nearly|almost|over|just|some|at least|a further"
    r"|another|more than|less than)\s){0,2}$"
)
"""What stands before a figure that says how far a measure moved."""
_TIMES = frozenset(("day", "hour", "week", "minute", "month", "year"))
_SCALES = {"million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "k": 1e3}


class Report(Struct, frozen=True, kw_only=True):
    """A sentence of a later paper on the promise."""

    place: Place
    value: float | int | None = None
    unit: str | None = None
    """``%``, ``£``, or the noun that is counted, as printed."""
    is_change: bool = False
    """Whether the value is how far the measure moved ("fell by 0.3 days"), not where it stood."""
    claim: Literal["achieved", "missed"] | None = None
    likeness: float


class Series(Struct, frozen=True, kw_only=True):
    """The figures that papers report for one measure, by date, all of one unit."""

    measure: str
    organisation: str | None
    unit: str
    """``%``, ``£`` or ``count``."""
    figures: tuple[Report, ...]


def reports(
    promise: str,
    find: Find,
    similarity: Similarity,
    *,
    organisation: str | None = None,
    since: str | None = None,
    leave_out: Iterable[str] = (),
    promises: frozenset[str] = frozenset(),
) -> list[Report]:
    """Return what papers of *organisation* after *since* say of *promise*, by date.

    The best sentence of each paper, which must share words with the promise.

    Args:
        promise: What was promised, best without who and when.
        find: Searches the archive.
        similarity: Gives the likeness of texts.
        organisation: Whose papers.
        since: After which day.
        leave_out: Wordings of the promise, as lists print it: to repeat one is no report.
        promises: Every promise that papers make, folded (:func:`words_key`): to make
            another is no report either.
    """
    known = [words_key(text) for text in leave_out if words_key(text)]
    wanted = content_words(promise)
    found: dict[tuple[str, str], Place] = {}
    for where, text in find(promise):
        if organisation and body_key(where.organisation) != body_key(organisation):
            continue
        day = where.meeting_date
        if since is not None and (day is None or day <= since):
            continue
        for sentence in sentences(text):
            folded = words_key(sentence)
            if len(folded.split()) < 3 or any(wording in folded for wording in known):
                continue
            if folded in promises or len(wanted & content_words(sentence)) < min(2, len(wanted)):
                continue
            found.setdefault((where.paper_id, sentence), where)
    if not found:
        return []
    keys = list(found)[:MOST_SENTENCES]
    likeness = similarity([promise], [sentence for _, sentence in keys])[0]
    best: dict[str, Report] = {}
    for (paper, sentence), score in zip(keys, likeness, strict=True):
        if float(score) < LEAST_LIKE or (paper in best and best[paper].likeness >= float(score)):
            continue
        value, unit, moved = _nearest(sentence, promise)
        best[paper] = Report(
            place=msgspec.structs.replace(found[paper, sentence], quote=sentence),
            value=value, unit=unit, is_change=moved, claim=claim(sentence),
            likeness=round(float(score), 3),
        )  # fmt: skip
    return _each_once(best.values())


def _each_once(found: Iterable[Report]) -> list[Report]:
    """Return reports by date; a sentence that two versions of a paper share, once."""
    out: list[Report] = []
    seen: set[tuple[str | None, str]] = set()
    for one in sorted(found, key=lambda r: (r.place.meeting_date or "9999", r.place.file)):
        key = (one.place.meeting_date, words_key(one.place.quote))
        if key not in seen:
            seen.add(key)
            out.append(one)
    return out


def series(
    measure: str,
    find: Find,
    similarity: Similarity,
    *,
    organisation: str | None = None,
    unit: str | None = None,
    leave_out: Iterable[str] = (),
    promises: frozenset[str] = frozenset(),
) -> list[Series]:
    """Return the figures reported for *measure*, one series a body, in one unit each.

    *unit*: the unit of the promise; without it the unit that most papers use.
    *leave_out* and *promises*: see :func:`reports`.
    """
    known = [words_key(text) for text in leave_out if words_key(text)]
    found: dict[tuple[str, str], Place] = {}
    for where, text in find(measure):
        if organisation and body_key(where.organisation) != body_key(organisation):
            continue
        for sentence in sentences(text):
            folded = words_key(sentence)
            if folded not in promises and not any(wording in folded for wording in known):
                found.setdefault((where.paper_id, sentence), where)
    by_body: dict[str, list[Report]] = {}
    keys = [key for key in found if figure(key[1], measure)[0] is not None][:MOST_SENTENCES]
    if not keys:
        return []
    likeness = similarity([measure], [_without_figures(sentence) for _, sentence in keys])[0]
    for (paper, sentence), score in zip(keys, likeness, strict=True):
        if float(score) < LEAST_LIKE:
            continue
        where = found[paper, sentence]
        value, noun, moved = _nearest(sentence, measure)
        by_body.setdefault(body_key(where.organisation), []).append(
            Report(
                place=msgspec.structs.replace(where, quote=sentence),
                value=value, unit=noun, is_change=moved, claim=claim(sentence),
                likeness=round(float(score), 3),
            )
        )  # fmt: skip
    out = []
    for _, figures in sorted(by_body.items()):
        one = _one_unit(measure, figures, unit)
        if one is not None:
            out.append(one)
    return out


def _one_unit(measure: str, figures: list[Report], unit: str | None) -> Series | None:
    """Return the best figure of each paper, of the unit that is asked for or most common."""
    least = max(f.likeness for f in figures) - LESS_THAN_BEST
    figures = [f for f in figures if f.likeness >= least or _says(f.place.quote, measure)]
    kinds = [unit_kind(f.unit) for f in figures]
    wanted = unit_kind(unit) if unit else max(sorted(set(kinds)), key=kinds.count)
    best: dict[str, Report] = {}
    for one, kind in zip(figures, kinds, strict=True):
        held = best.get(one.place.paper_id)
        if kind == wanted and (held is None or one.likeness > held.likeness):
            best[one.place.paper_id] = one
    if not best:
        return None
    kept = _each_once(best.values())
    return Series(
        measure=measure, organisation=kept[0].place.organisation, unit=wanted, figures=tuple(kept)
    )


def _says(sentence: str, measure: str) -> bool:
    """Return whether *sentence* holds the words of *measure*, or all but one of several."""
    wanted = content_words(measure)
    return len(wanted & content_words(sentence)) >= max(len(wanted) - 1, min(2, len(wanted)))


def unit_kind(unit: str | None) -> str:
    """Return which figures may stand in one series: "%", "£", "days" and other times, "count"."""
    words = words_key(unit)
    if words in ("%", "per cent", "percent"):
        return "%"
    if words.startswith("£"):
        return "£"
    first = singular(words.split()[0]) if words else ""
    return f"{first}s" if first in _TIMES else "count"


def _without_figures(sentence: str) -> str:
    """Return *sentence* without its numbers, which say nothing of what is measured."""
    return " ".join(re.sub(r"£?\d[\d,.]*", " ", sentence).split())


def _in_digits(sentence: str) -> str:
    """Return *sentence* with its numbers from two to ninety-nine as digits and without shares."""

    def digits(match: re.Match[str]) -> str:
        if match["share"]:
            return "a share"
        if match["small"]:
            return str(_ONES[match["small"].lower()])
        ones = {"one": 1, **_ONES}.get((match["unit"] or "").lower(), 0)
        return str(_TENS[match["tens"].lower()] + ones)

    return _WORDED.sub(digits, sentence)


def figure(sentence: str, measure: str) -> tuple[float | int | None, str | None]:
    """Return the value and unit in *sentence* that stand nearest to the words of *measure*.

    Years, days, page and minute numbers are none.

    >>> figure("Turnover came down to 10.9 per cent in March 2024.", "staff turnover")
    (10.9, '%')
    >>> figure("Training has reached 2,480 people.", "people trained")
    (2480, 'people')
    >>> figure("Twelve ward managers were appointed.", "ward managers")
    (12, 'ward managers')
    """
    value, unit, _ = _nearest(sentence, measure)
    return value, unit


def _nearest(sentence: str, measure: str) -> tuple[float | int | None, str | None, bool]:
    """Return :func:`figure`'s value and unit, and whether it is how far the measure moved."""
    sentence = _in_digits(sentence)
    wanted = content_words(measure)
    spots = [m.start() for m in re.finditer(r"[A-Za-z]+", sentence)
             if singular(m.group().lower()) in wanted]  # fmt: skip
    found: list[tuple[float, int, float | int, str | None]] = []
    for match in _NUMBER.finditer(sentence):
        raw = match["number"]
        pound, percent = match["pound"], match["percent"]
        noun = _noun(match["noun"])
        bare = not (pound or percent or match["scale"])
        if bare and (
            _MONTH.match(sentence[match.end("number") :].lstrip())
            or (re.fullmatch(r"(?:19|20)\d\d", raw) and (noun is None or len(raw) == 4))
            or (_REFERENCE.search(sentence[: match.start()]) and noun is None)
        ):
            continue
        value = float(raw.replace(",", "")) * _SCALES.get(match["scale"] or "", 1)
        unit = "%" if percent else "£" if pound else noun
        if bare and noun is None:
            continue
        near = min((abs(spot - match.start()) for spot in spots), default=0)
        found.append((near, match.start(), int(value) if value.is_integer() else value, unit))
    if not found:
        return None, None, False
    _, at, value, unit = min(found, key=lambda item: item[:2])
    return value, unit, _MOVED_BY.search(sentence[:at]) is not None


_NO_UNIT = frozenset(
    "and or but in on at of to by for from with as than is are was were had has have a an the "
    "against it its which that who out per x more less fewer".split()
)


def _noun(words: str | None) -> str | None:
    """Return the noun that a number counts: "members of staff" gives "members"."""
    parts = (words or "").split()
    if not parts or parts[0] in _NO_UNIT:
        return None
    one_word = singular(parts[0]) in _TIMES or (len(parts) > 1 and parts[1] in _NO_UNIT)
    return " ".join(parts[: 1 if one_word else 2])


@cache
def _claims() -> dict[str, re.Pattern[str]]:
    cues: dict[str, list[str]] = load("papersearch.desks", "cues")["claims"]
    return {
        name: re.compile(
            r"\b(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")\b",
            re.IGNORECASE,
        )
        for name, words in cues.items()
        if words
    }


def claim(sentence: str) -> Literal["achieved", "missed"] | None:
    """Return what *sentence* itself claims: that something was achieved, or missed."""
    patterns = _claims()
    if patterns["missed"].search(sentence):
        return "missed"
    return "achieved" if patterns["achieved"].search(sentence) else None
