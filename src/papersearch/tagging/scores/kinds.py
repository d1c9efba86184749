"""Of which kind a score in running words is, and of which day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from papersearch.tagging.scores.headers import KINDS, Kind, cue_patterns, kind_of
from papersearch.tagging.scores.notation import Score

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WHEN = (
    rf"(?:(?:in|at|since|by|until|during)\s+(?:the\s+)?(?:end of\s+)?(?:last\s+\w+|{_MONTH}\b|"
    r"(?:19|20)\d\d|Q[1-4]|spring|summer|autumn|winter|quarter\s+\w+|the\s+(?:time|start|outset))"
    r"|at\s+the\s+time|when|last\s+(?:year|quarter|month|time|meeting)|"
    r"two\s+years\s+ago|a\s+year\s+ago)"
)
# "12 in June", "was 10", "20 when the roof was patched": a score of another day.
_PAST_VERB = r"(?:was|were|had\s+been|stood|used\s+to\s+be)"
_OLD_AFTER = re.compile(rf"[\s)\]]*+(?:,\s*)?{_WHEN}", re.IGNORECASE)
_OLD_BEFORE = re.compile(
    rf"(?:\b(?:previously|formerly|up\s+from|down\s+from|compared\s+(?:with|to)|"
    rf"{_PAST_VERB}\s+(?:previously|then|once))\s+(?:at\s+)?(?:an?\s+)?(?:score\s+of\s+)?|"
    rf"(?:,|\band|\(|\bit)\s*{_PAST_VERB}\s+(?:at\s+|scored\s+)?|,\s*from\s+)$",
    re.IGNORECASE,
)
_IT_WAS = re.compile(r"^\W*(?:it|this|the risk)\s+(?:was|were)\s+$", re.IGNORECASE)
_OLD_LEAD = re.compile(
    rf"^\W*(?:{_WHEN})[^,.;]{{0,30}}?,?\s+(?=[^.;]*\b{_PAST_VERB}\b)", re.IGNORECASE
)
_AGAIN_NOW = re.compile(r"\b(?:now|remains?|and (?:it )?(?:is|stays)|unchanged)\b", re.IGNORECASE)
FALLING = re.compile(
    r"\b(?:fall|reduc|drop|lower|com)ing\s+(?:down\s+)?to\s+(?:\w+\s+){0,4}$", re.I
)
_ONCE = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:after|once|when|by|following|with)\b", re.IGNORECASE)
_BOUNDARY = re.compile(
    r"[,;/|]|\.\s|\s[–—-]\s|\b(?:and|but|then|while|whilst|with|against)\b", re.I
)
_NEAR = 45  # characters behind a number in which a word may tell that it was the first
_KIND_NEAR = 70  # characters before the first number in which its kind is named


@dataclass(frozen=True, slots=True)
class Value:
    """A score in running words; *start* to *end* are characters of the text."""

    kind: Kind | None
    start: int
    end: int
    score: Score
    total: int | None = None
    """Where the total begins, if it stands behind its factors."""


def is_old(text: str, one: Value) -> bool:
    """Tell the score of another day from that of the paper's: "(12 in June)", "up from 9"."""
    before, after = text[: one.start], text[one.end :]
    if _first(_BOUNDARY.split(after, maxsplit=1)[0][:_NEAR]) == "initial":
        return False
    clause = re.split(r"[.;]", before)[-1]
    if _OLD_BEFORE.search(clause):
        return _nearest(clause) is None and not _IT_WAS.search(clause)
    if _OLD_LEAD.match(text) and not _AGAIN_NOW.search(text):
        return True
    was = re.search(rf"\b(?:{_PAST_VERB})\b[^.;]*$", clause, re.IGNORECASE)
    says_now = re.search(r"\b(?:is|are|remains?|now|current(?:ly)?)\b", clause, re.IGNORECASE)
    in_past = was is not None or re.search(r"\d\s+in\s+\w+,?\s+(?:and\s+)?$", clause)
    return bool(
        in_past
        and not (says_now and was is not None and says_now.start() > was.start())
        and _OLD_AFTER.match(after)
        and not re.match(r"[^.;]*\b(?:and (?:it )?)?remain", after)
    )


def with_kinds(text: str, found: list[Value]) -> list[Value]:
    """Give each value the kind that is named beside it: all before their numbers, or all after."""
    edges = [0, *(one.end for one in found)]
    before: list[Kind | None] = [None] * len(found)
    after: list[Kind | None] = [None] * len(found)
    for i, one in enumerate(found):
        gap, start = text[edges[i] : one.start], edges[i]
        if i == 0:
            gap = gap[-_KIND_NEAR:]
            gap = re.split(r"[.;](?=\s)", gap)[-1]
            before[0] = _nearest(gap)
            continue
        left, right = _parted(gap)
        after[i - 1] = _first(left)
        before[i] = _nearest(right)
        is_one = _BOUNDARY.search(gap) is None
        if is_one and before[i] and _touches(text, start, gap) and not before[0]:
            after[i - 1], before[i] = before[i], None
    if found:
        tail = text[found[-1].end :]
        after[-1] = _first(_BOUNDARY.split(tail, maxsplit=1)[0][:40])
    out = []
    for i, one in enumerate(found):
        inner = _nearest(one.score.raw) if re.search(r"[a-z]{4}", one.score.raw, re.I) else None
        kind = before[i] or inner
        if kind is None and FALLING.search(text[: one.start]) and _ONCE.match(text[one.end :]):
            kind = "target"
        kind = kind or after[i]
        out.append(replace(one, kind=kind))
    return out


def _parted(gap: str) -> tuple[str, str]:
    """Part the words between two numbers: those of the one before, and of the one after."""
    gap = re.sub(r"^[\s)\]]+", lambda m: " " * len(m.group()), gap)
    cut = _BOUNDARY.search(gap)
    return (gap[: cut.start()], gap[cut.start() :]) if cut else ("", gap)


def _touches(text: str, start: int, gap: str) -> bool:
    """Tell a word of kind right behind a number, before words that lead on to the next."""
    return _first(gap.strip()[:14]) is not None and text[start - 1 : start] != ":"


@cache
def _kind_words() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple(
        (kind, form)
        for kind in KINDS
        for section in ("kind", "kind_in_prose")
        for form in cue_patterns(section, kind)
        if not form.pattern.startswith("^")
    )


def _nearest(words: str) -> Kind | None:
    """Return the kind that is named last in *words*."""
    hits = [(m.end(), kind) for kind, form in _kind_words() for m in form.finditer(words)]
    return max(hits)[1] if hits else None


def _first(words: str) -> Kind | None:
    """Return the kind that is named first in *words*."""
    hits = [(m.start(), kind) for kind, form in _kind_words() for m in form.finditer(words)]
    return min(hits)[1] if hits else kind_of(words.strip())
