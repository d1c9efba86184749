"""Labels of the fields that speak of publication: "FOI status:", "Exempt", "Reason"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from papersearch.papers.fields import label_kind
from papersearch.tagging.exemptions.patterns import search
from papersearch.tagging.exemptions.patterns import words as words_of

Role = Literal["foi", "section", "reason", "date", "scope"]
"""What a field tells: the marking, the provision, the reason, the date of publication, the part."""

ROLES: tuple[Role, ...] = ("foi", "section", "reason", "date", "scope")
_LABEL = re.compile(
    r"(?:^|(?<=[.;:?)\s]))"
    r"(?P<label>[A-Z][^:?\n\t.]{2,110}?)\s*(?P<sign>[:?]|\s[–-]\s"
    r"|(?<=lassification)\s(?=Unrestricted|Exempt|Restricted))\s*"
)
_OWN_NAME = re.compile(r"\bFOI|\bexempt", re.IGNORECASE)
"""A label that tells by itself what it is about, so that it may stand within a paragraph."""
_BEHIND_NUMBER = re.compile(r"\b(?:s|ss|sections?)\.?\s?\d{1,2}A?[\d()a-z]{0,12}\s$", re.IGNORECASE)
_NEXT_LABEL = re.compile(r"\s(?=[A-Z][a-z]+(?: [A-Za-z/&()]+){0,4}:\s)")
MOST_LABEL_WORDS = 18
_SENTENCE = re.compile(
    r"(?i)\b(?:report|paper|document|item|parts?|information|it|this)\s+"
    r"(?:is|are|has|should|may|can|will|does|contains?)\b|[.;]\s|^(?:no|none|not|yes|public|open)\b"
    r"|^(?!wh|if\b)[^?]*\b(?:exemptions?|exceptions?)\s+(?:is|are|appl(?:y|ies))\b"
)
"""What says something by itself: "This report is exempt: section 43", "No exemption applies"."""
_LABEL_WORD = re.compile(r"[^\W_]+")
_ROLES_BY_WORDS: tuple[Role, ...] = ("date", "section", "foi")
_FLAT = re.compile(
    r"\b(?P<label>FOIS?A?(?: (?:exemptions?|status|marking|category))?|Freedom of [Ii]nformation"
    r"(?: (?:status|exemption|marking))?|Publication status|Exemptions?(?: applied)?)\s"
    r"(?P<value>(?:None|Nil|N/?A|Not applicable|Public|Open|Unrestricted|Release|Disclosable|Exempt"
    r"|Not exempt|Part exempt|No exemptions?)\b(?:\sappl(?:y"
    r"|ies)[^.;]{0,40})?)(?=\s*[.;]?\s*(?:$|[A-Z]))"
)
_COVER_WORD = re.compile(
    r"\b(?:Report|Title|Agenda|Author|Sponsor|Lead|Purpose|Date|Meeting|Presented|Prepared"
    r"|Action|Item)\b"
)
_LEAST_LABELS = 3
_IN_SENTENCE = re.compile(
    r"\b(?:of|under|by|to|in|with|the|this|that|from|for|on|and|or|our|an?)\W*$|"
    r"\b(?:sections?|ss?\.?|regulations?|regs?\.?) ?\d[\w(), &]{0,40}$",
    re.IGNORECASE,
)
"""Words that a label never follows: what comes next is the sentence's own."""


def label_role(text: str) -> Role | None:
    """Return what a field with the label *text* tells, ``None`` where it is no such label."""
    label = " ".join(text.replace("\u2019", "'").strip(" \t\n:?*\u2013-.").split())
    if not label or len(label.split()) > MOST_LABEL_WORDS:
        return None
    for role in ROLES:
        if search("labels", role, label):
            return role
    return _role_by_words(label)


def _role_by_words(label: str) -> Role | None:
    """Tell a label made of nothing but the words of such labels ("FOI exemption section")."""
    said = set(_LABEL_WORD.findall(label.lower().replace("(s)", "")))
    table = words_of("label_words")
    if _SENTENCE.search(label) or not said <= set(table["all"].split()):
        return None
    for role in _ROLES_BY_WORDS:
        if any(all(said & set(some.split()) for some in rule) for rule in table[role]):
            return role
    return None


def labelled(text: str) -> Iterator[tuple[int, int, int, Role, str]]:
    """Yield ``(start of label, start of value, end of value, role, label)`` in a paragraph."""
    found: list[tuple[int, int, Role, str]] = []
    position = 0
    while (match := _LABEL.search(text, position)) is not None:
        label = match["label"]
        # "Report author: A Name FOI status: Public": the label is the last words that are one.
        role, start = _last_label(label)
        if match["sign"].strip(":? ") and match.start("label") + start > 0:
            role = None  # "Annex 3: Exempt – s.21" is a marking of the annex, not a label
        if _BEHIND_NUMBER.search(text, 0, match.start("label") + start):
            role = None  # "s.41 FOIA: the comments were made in confidence"
        if role is not None:
            found.append((match.start("label") + start, match.end(), role, label[start:]))
        position = max(match.end(), match.start() + 1)
    if not found:
        yield from _flattened(text)
        return
    first, _, role, label = found[0]
    opens = not re.search(r"\w", text[:first])
    if not opens and (role == "reason" or (role == "section" and not _OWN_NAME.search(label))):
        return
    for index, (start, value, role, label) in enumerate(found):
        end = found[index + 1][0] if index + 1 < len(found) else len(text)
        other = _NEXT_LABEL.search(text, value, end)
        while other is not None:
            name = text[other.end() : text.find(":", other.end())]
            if label_kind(name) is not None or search("labels", "others", name):
                end = other.start()
                break
            other = _NEXT_LABEL.search(text, other.end(), end)
        yield start, value, end, role, label


def _flattened(text: str) -> Iterator[tuple[int, int, int, Role, str]]:
    """Yield the marking of a cover whose labels and values run on without signs.

    "… Author D Ilott, Risk Manager Purpose Assurance FOI exemption None"
    """
    flat = _FLAT.search(text)
    if flat is None or len(_COVER_WORD.findall(text, 0, flat.start())) < _LEAST_LABELS:
        return
    yield flat.start(), flat.start("value"), flat.end("value"), "foi", flat["label"]


def _last_label(words: str) -> tuple[Role | None, int]:
    role = label_role(words)
    if role is not None:
        return role, 0
    starts = [
        m.start()
        for m in re.finditer(r"(?<=\s)(?=[A-Z])", words)
        if not _IN_SENTENCE.search(words[: m.start()])
    ]
    for start in starts[:12]:
        if (role := label_role(words[start:])) in ("foi", "date"):
            return role, start
    return None, 0
