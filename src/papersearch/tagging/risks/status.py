"""What cells, fields and sentences say of a risk against its appetite: within or outside it."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from papersearch.tagging.risks.cues import cues, fold
from papersearch.tagging.risks.scales import level_pattern

Status = Literal["within", "outside"]

_NOT = re.compile(
    r"\b(?:not|no longer|never|neither|nor|isn[’']t|aren[’']t)"
    r"(?: (?:currently|yet|now|still|being|be))*\s*$",
    re.IGNORECASE,
)
_PREDICATE = (
    r"\b(?:is|are|was|were|be|been|being|remains?|stays?|sits?|sat|stands?|stood|falls?|fell|lies?|"
    r"comes?|came|brings?|brought|takes?|took|puts?|moves?|moved|goes|gone|continues?|currently|"
    r"still|now|therefore|judged|assessed|considered|deemed|rated|scored|found|reported|held)\b"
)
# "if it is outside appetite" tells no state, nor does "is set out within the appetite statement".
_NO_STATE = re.compile(
    r"\b(?:set out|described|defined|included|contained|reflected|recorded|listed|stated|"
    r"explained|found)\s*$|"
    r"\brisks\s+(?:that|which)\b|"
    r"\b(?:if|when|whenever|where|any|whether|unless|until|would|should|could|might|may|once|"
    r"before|expected|aims?|aiming|plans?|planned|intends?|intention|targets?|forecast|ambition|"
    r"need|needs|required)\b",
    re.IGNORECASE,
)
# "to bring it within appetite" is a purpose, "is judged to be within appetite" is none.
_PURPOSE = re.compile(
    r"(?P<word>\w*)\s*\bto\s+(?:be|bring|come|move|return|get|go|reduce|remain|stay|keep|put|take|"
    r"operate|sit|fall)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?:judged|considered|assessed|deemed|thought|felt|found|agreed|believed|understood|seen|"
    r"shown|reported|said|continues?)$",
    re.IGNORECASE,
)


@cache
def _relations() -> tuple[tuple[Status, re.Pattern[str]], ...]:
    """Return the patterns of a sentence that puts a risk on either side of its appetite."""
    owner = (
        r"(?:(?:the|our|its|their|this|that|his|her|a|an|both|each|risk|agreed|stated|approved|set|current|present|"
        r"overall|corporate|respective|own|defined|accepted|existing|[\w.]+[’']s?|"
        rf"{level_pattern()})[\s-]+){{0,6}}"
    )
    appetite_alone = (
        r"(?:risk\s+)?appetites?\b"
        r"(?!\s+(?:framework|policy|paper|section|document|report|strategy|matrix|workshop))"
    )
    appetite = owner + appetite_alone
    pronoun = r"(?:it|this|that|them|these|those|both|all (?:of them|three|four|five))\b"
    outside, within = str(cues()["status"]["is_outside"]), str(cues()["status"]["is_within"])
    bare = r"(?:\s+\w+ly|\s+now|\s+back|\s+still|\s+not)*\s+"
    forms: tuple[tuple[Status, str], ...] = (
        (
            "outside",
            rf"{_PREDICATE}(?P<mid>[^.;]{{0,60}}?)\b(?:{outside})\s+(?:{appetite}|{pronoun})",
        ),
        (
            "within",
            rf"{_PREDICATE}(?P<mid>[^.;]{{0,60}}?)\b(?:{within})\s+(?:{appetite}|{pronoun})",
        ),
        ("within", rf"{_PREDICATE}(?P<mid>{bare})(?:in|at)\s+{appetite_alone}"),
        (
            "outside",
            rf"\b(?:exceeds?|exceeded|breach(?:es|ed)|surpass(?:es|ed))(?P<mid>)\s+{appetite}",
        ),
    )
    return tuple((status, re.compile(form, re.IGNORECASE)) for status, form in forms)


_ASKS_OUTSIDE = re.compile(
    r"\b(?:out|outside|outwith|exceed\w*|above|beyond|breach\w*)\b", re.IGNORECASE
)
_ASKS_WITHIN = re.compile(r"\b(?:within|in|inside|met)\b", re.IGNORECASE)


@cache
def _cell(key: str) -> re.Pattern[str]:
    found = "|".join(str(pattern) for pattern in cues()["status"][key])
    lead = r"(?:(?:currently|now|still|is|remains?|yes|no)\b[\s,:–-]*)*"
    return re.compile(rf"^{lead}(?:{found})$", re.IGNORECASE)


def read_status(text: str) -> Status | None:
    """Return what a status cell says of the risk against its appetite."""
    text = fold(text).strip(" .()")
    if _cell("outside").match(text):
        return "outside"
    if _cell("within").match(text):
        return "within"
    return None


def remarked_status(text: str) -> Status | None:
    """Return what a remark beside a risk says: "Outwith appetite", "Now within appetite; keep"."""
    text = fold(text)
    if "ppetite" not in text:
        return None
    parts = re.split(r"[.;:()]\s*|,\s+|\s[–—-]\s", text)[:3]
    told = (read_status(part) for part in parts if "ppetite" in part)
    return next((status for status in told if status is not None), None) or said_status(text)


def answered_status(label: str, answer: str) -> Status | None:
    """Return what the *answer* to "Within appetite?" or "Outside appetite?" says."""
    if (status := read_status(answer)) is not None:
        return status
    asks_outside, asks_within = _ASKS_OUTSIDE.search(label), _ASKS_WITHIN.search(label)
    if "appetite" not in label.lower() and not (asks_within or asks_outside):
        return None
    yes = re.match(r"^(?:y|yes|✓|√)\b|^[✓√]$", answer, re.IGNORECASE)
    no = re.match(r"^(?:n|no|x)\b(?!/?\s?a\b)", answer, re.IGNORECASE)
    if not (yes or no):
        return None
    if asks_within and asks_outside and asks_within.start() < asks_outside.start():
        asks_outside = None
    return "outside" if bool(yes) == bool(asks_outside) else "within"


# "Appetite: Low (1-4) Now: 12 Aim: 4 Over appetite", "Inside appetite.": words of their own.
_TRAILING = re.compile(
    r"(?:^|[.;|·•]\s*|(?<=[\d)])\s+)(?P<status>(?:currently |now )?(?:in line|"
    r"(?:outside|outwith|out of|above|beyond|over|exceeds|exceeding|within|inside|in line with|in|"
    r"at|below)\s(?:(?:the|our|its)\s)?(?:risk )?appetite))\s*\.?$",
    re.IGNORECASE,
)


def trailing_status(text: str) -> Status | None:
    """Return the status that stands by itself at the end of *text*."""
    found = _TRAILING.search(fold(text))
    return read_status(found.group("status")) if found else None


def said_status(sentence: str) -> Status | None:
    """Return what a sentence says of the risk that it speaks of, against its appetite.

    >>> said_status("It remains outside our appetite"), said_status("It would be outside it")
    ('outside', None)
    """
    for status, form in _relations():
        for found in form.finditer(sentence):
            before = sentence[: found.start("mid")] + found.group("mid")
            clause = re.split(r"[.;:]\s|\bbut\b|\bwhile\b|\bwhilst\b|\bwhereas\b", before)[-1]
            if _NO_STATE.search(clause) or any(
                not _HELD.match(found.group("word")) for found in _PURPOSE.finditer(clause)
            ):
                continue
            if _NOT.search(before):
                return "within" if status == "outside" else "outside"
            return status
    return None
