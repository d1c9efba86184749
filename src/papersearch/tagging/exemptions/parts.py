"""Blocks that only name a part of the paper, and the marking below it.

"Annex B: correspondence with the Isle of Man" over "s.27(1)(a) FOIA, because …", as
definition lists and the headings of appendices put it.
"""

from __future__ import annotations

import re

from spacy.tokens import Span

from papersearch.tagging.exemptions.patterns import pattern

BULLET = re.compile(r"\s*(?:[\u2022\u25aa\u25cf\u2013*-]|\(?[a-z0-9]{1,3}\)|\d+\.)\s")
MARKS = re.compile(
    r"(?i)\W*(?:(?:FOIS?A?|EIRs?|LGA|act|under|by virtue of|exempt(?:ion)?|from|publication|"
    r"disclosure|withheld|status|and|the|of|is|reason|provision)\W+){0,8}?"
    r"(?:(?:sections?|ss?\.?|regulations?|regs?\.?|paragraphs?|paras?\.?)\s*\d"
    r"|(?:exempt|withheld|not for publication|restricted|confidential|closed|redacted)\b\W*(?:$"
    r"|[.,;(:]"
    r"|under\b|from\b|by\b|until\b|as\b|because\b))"
)
"""A block that begins with a provision or a marking."""
CITES = re.compile(
    r"(?i)\W*(?:(?:FOIS?A?|EIRs?|LGA|1972|2000|2002|2004|act|schedule|sch|12A|part|[1I]"
    r"|exempt(?:ion)?"
    r"|under|of|the|freedom|information)\W+){0,8}?"
    r"(?:(?:sections?|ss?\.?|regulations?|regs?\.?|r\.?|paragraphs?|paras?\.?)\s*\d"
    r"|(?<=EIR\s)1[0-3]\(|(?<=FOIA\s)[2-4]\d|(?<=12A\s)\d)"
)
"""A cell that begins with a provision: "FOIA s.36(2)(c)", "EIR 12(4)(d)"."""
DATED = re.compile(
    r"(?i)\b(?:until|till|publish\w*|publication|releas\w*|embargo\w*)\b.*\b(?:19|20)\d\d\b"
)
"""A cell that tells when a row's document may be seen: "Withheld until 31 January 2023"."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|will|may|can|must|should|contains?|sets? out|shows?|gives?)\b",
    re.IGNORECASE,
)
_LAW = re.compile(r"(?:sections?|paragraphs?|paras?)\b", re.IGNORECASE)
_MOST_WORDS = 18
_EDGES = " \n\t\u2022.;:-\u2013"


def part_head(span: Span) -> tuple[int, int] | None:
    """Return the characters of a block that is nothing but a part's name and what it is."""
    text = span.text
    start = len(text) - len(text.lstrip(_EDGES))
    end = len(text.rstrip(_EDGES))
    named = pattern("scope", "part").match(text, start, end)
    if named is None or len(text.split()) > _MOST_WORDS or _FINITE.search(text):
        return None
    behind = text[named.end() : end].lstrip()
    if behind and behind[0] not in ":(\u2013-,\u2014" and not behind[0].isupper():
        return None
    if _LAW.match(named.group()) is not None:
        return None  # "Section 22 - information intended for future publication"
    if re.search(r"(?i)\bexempt|\bnot for publication|\bwithheld", behind):
        return None  # it marks the part itself
    return span.start_char + start, span.start_char + end
