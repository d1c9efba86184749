"""References and citations as single search words: "section 43(2)", "25/077", "NG(16)133", "£1.2m".

An ordinary word splitter tears them apart. Here each becomes one word of
letters and digits, the same for every way of writing it, at ingest and in a
question alike; a citation also gives the words of the provisions above it.
"""

from __future__ import annotations

import re

_SECTION = re.compile(
    r"\b(?:sections?|sect?\.?|ss?\.?|§)\s?(?P<number>\d{1,3}[A-Z]?)(?P<rest>(?:\s?\([0-9a-zA-Z]{1,4}\)|\.(?=\d)\d{1,2}){0,4})",
    re.IGNORECASE,
)
_REGULATION = re.compile(
    r"\b(?:regulations?|regs?\.?|r\.)\s?(?P<number>\d{1,3}[A-Z]?)(?P<rest>(?:\s?\([0-9a-zA-Z]{1,4}\)){0,4})",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[0-9a-zA-Z]+")
_WORD = re.compile(r"[^\s,;]+")
_EDGES = " .,;:!?\"'\u2018\u2019\u201c\u201d()[]{}<>*|"


def codes(text: str) -> list[str]:
    """Return the search words of all references in *text*, in order, repeats kept."""
    out: list[str] = []
    for pattern, letter in ((_SECTION, "s"), (_REGULATION, "r")):
        for match in pattern.finditer(text):
            word = f"cx{letter}{match['number'].lower()}"
            out.append(word)
            for part in _PARTS.findall(match["rest"]):
                word += f"x{part.lower()}"
                out.append(word)
    words = (_plain(match.group()) for match in _WORD.finditer(text))
    out.extend(word for word in words if word is not None)
    return out


def _plain(word: str) -> str | None:
    """Return the search word of a reference such as 25/077 or £1.2m; ``None`` for a plain word."""
    word = word.strip(_EDGES)
    if word.count("(") > word.count(")"):
        word += ")"
    if len(word) < 2 or len(word) > 40 or not any(ch.isdigit() for ch in word):
        return None
    if word.isdigit() or (word.isalnum() and word.isascii()):
        return None  # an ordinary word splitter keeps these whole
    folded = re.sub(r"[^0-9a-z]+", "x", word.lower().replace("£", "gbp").replace("%", "pc")).strip(
        "x"
    )
    return f"cx{folded}" if folded else None
