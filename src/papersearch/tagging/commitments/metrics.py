"""The words for what a target measures."""

from __future__ import annotations

import re

from papersearch import dates
from papersearch.tagging.commitments.patterns import any_of, words
from papersearch.tagging.commitments.quantities import Quantity

_MOST_WORDS_OF_A_METRIC = 24
_TRIM = re.compile(r"^(?:the|our|its|their|a|an|overall|of|in|for)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:[\s,;:(–-]+(?:and|by|to|from|of|in|for|at|with|the|a|an|so|that|or|as|this|year|each|is|are|"
    r"further|another|least|be))+$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[.;:()]|,\s|\s+(?:by|in|within|before|during|while|whilst|so that|through|via|using|compared|"
    r"against|and|which|until|over|as)\b",
    re.IGNORECASE,
)


def verbs(name: str) -> str:
    """Return an expression for the verbs *name* of ``[measure]``."""
    return "|".join(words("measure")[name])


def metric_before(text: str) -> str | None:
    """Return the subject with which *text* ends, a date that opens the sentence left out."""
    opening = dates.find_due(text)
    start = opening[0].end if opening and opening[0].start == 0 else 0
    return metric_of(text[start:].lstrip(" ,"))


def baseline_of(text: str) -> str | None:
    """Return what a target is compared with ("the 2022/23 baseline"), as printed."""
    match = any_of(words("measure")["baseline"]).search(text)
    if match is None:
        return None
    found = match["baseline"] or match["baseline2"]
    return found.strip() if found else None


def as_printed(text: str, quantity: Quantity) -> str:
    """Return the words of *quantity*."""
    return text[quantity.start : quantity.end].strip()


def until_due(text: str) -> str:
    """Return *text* up to its first due date."""
    # "waiting over 65 weeks", "within 25 working days": the standard itself, and no due date.
    found = [
        one
        for one in dates.find_due(text)
        if not re.match(r"(?:over|within)\s+\w+\s", one.due.raw, re.I)
    ]
    return text[: found[0].start] if found else text


def clause_of(text: str, keep_in: bool = False) -> str:
    """Return the clause with which *text* begins; *keep_in*: "in", "within" do not end it."""
    pattern = _CLAUSE_END
    if keep_in:
        pattern = re.compile(
            r"[.;:()]|,\s|\s+(?:by (?!\w+ing)|while|whilst|so that|through|and (?:will|to|we)"
            r"|compared|against|until)\b",
            re.I,
        )
    match = pattern.search(text)
    return text[: match.start()] if match else text


def metric_of(text: str) -> str | None:
    """Return *text* without articles and loose ends; ``None`` where no words are left."""
    text = _tidy_ends(" ".join(text.split()))
    for _ in range(3):
        text = _TRIM.sub("", text)
    text = _tidy_ends(_TAIL.sub("", text))
    if not re.search(r"[A-Za-z]{2}", text) or len(text.split()) > _MOST_WORDS_OF_A_METRIC:
        return None
    return text


def _tidy_ends(text: str) -> str:
    text = text.strip(" ,;:.–-")
    # A bracket that only opens or only closes is a piece of another phrase.
    if text.count("(") != text.count(")"):
        text = text.strip("() ")
    return text
