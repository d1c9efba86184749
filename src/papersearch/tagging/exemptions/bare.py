"""Is a section that names no Act law at all, or a part of the document?

Papers write "Section 3" of a Mental Health Act table and of themselves alike. A
reference to law is kept as an other reference, a part of the document is not.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from papersearch import knowledge
from papersearch.tagging.exemptions.grammar import Cited
from papersearch.tagging.exemptions.law import regimes, table

Place = Literal["cell", "foi"] | None
"""Where words stand that tell: a table's cell under an Act's name, a section on access."""

_OWN_PART = re.compile(
    r"\s*(?:above|below|overleaf|\(?(?:on )?page\b|of (?:the|this) (?:attached|enclosed)\b)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\d\s?\(\d{1,2}[A-Z]?\)")
"""A subsection: "section 40(2)"; parts of documents have dots ("section 6.4.5")."""
_DOTTED = re.compile(r"\d\.\d")
_REFUSALS = frozenset({"12", "14"})
"""Sections under which a request is refused for its cost or its purpose."""
_OF_REQUESTS = frozenset({"10", "12", "14", "16", "17", "45", "46", "50", "77"})
"""Sections on how a request is handled: law where a paper speaks of nothing else."""
_LAW_AFTER = re.compile(
    r"\s*(?:appl(?:y|ies|ied)|(?:is|are|was|were|be) (?:not )?(?:engaged|applied|relied|thought"
    r"|considered|held|claimed"
    r"|cited|used)|(?:does|did|do|would|could) (?:not )?apply|exemptions?)\b"
)
_PAGES = re.compile(r"(?<![\d.])\b\d{1,3}(?=\s+[A-Z][a-z]|\s*$)")
_MOST_PAGES = 3
_SHORT = re.compile(r"[sS]{1,2}\.\s?\d|s?s\s?\d{2}")
_LAW_BEFORE = re.compile(
    r"\b(?:under|appl(?:y|ies|ied|ying)|pursuant to|by virtue of|breach(?:es)? of|"
    r"detained (?:on|in)|powers (?:in|of)|rel(?:y|ied|ying|iance) (?:up)?on|"
    r"lean(?:t|s|ed|ing)? on|us(?:e|ed|ing)|in accordance with|for the purposes of)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_EXEMPTIONS = re.compile(
    r"\bexempt(?:ions?|ed)?\b|\bFOIA?\b|\bfreedom of information\b|\bqualified person\b|"
    r"\b(?:was|were|be) refused\b|\bwithheld\b|\brequesters?\b|\bICO\b"
    r"|\bCommissioner\b",
    re.IGNORECASE,
)


def is_law(text: str, cited: Cited, place: Place = None) -> bool:
    """Tell whether a citation without an Act is law at all, and no part of a document.

    "Regulation 12", "s.42", "section 40(2)", "under Section 3" are; "see Section 3" is not.
    """
    if text[cited.start].isdigit():
        return False  # a number without its word may be a paragraph's
    if cited.unit == "regulation":
        # "regulations.309" is a note's mark, "Regulation 52" a contents' page.
        head = text[cited.start : cited.items[0].start].strip().lower()
        mark = head.endswith(".") and head not in ("reg.", "regs.")
        return not mark and len(_PAGES.findall(text)) < _MOST_PAGES
    if cited.unit == "paragraph":
        numbers = [item.number for item in cited.items]
        return _LAW_AFTER.match(text, cited.end) is not None and all(
            number in table("LGA1972") for number in numbers
        )
    if cited.unit != "section" or _OWN_PART.match(text, cited.end):
        return False
    if _DOTTED.search(text, cited.start, cited.end):
        return False
    return (
        place == "cell"
        or any(item.number in _statutes() for item in cited.items)
        or _BRACKETED.search(text, cited.start, cited.end) is not None
        or _SHORT.match(text, cited.start) is not None
        or _LAW_BEFORE.search(text, max(0, cited.start - 60), cited.start) is not None
        or (
            (
                place == "foi"
                or _EXEMPTIONS.search(text) is not None
                or _LAW_AFTER.match(text, cited.end) is not None
            )
            and all(
                item.number in (_OF_REQUESTS if place == "foi" else _REFUSALS)
                or in_table("FOIA", item.number)
                for item in cited.items
            )
        )
    )


def in_table(regime: str, number: str) -> bool:
    """Tell whether *number* is cited among the exemptions of *regime*."""
    numbers = regimes()[regime].numbers or frozenset()
    return number in numbers or (regime == "FOIA" and number == "25")


@cache
def _statutes() -> frozenset[str]:
    nouns = knowledge.load("papersearch.tagging.exemptions", "other_acts")["nouns"]
    return frozenset(nouns["statute"])
