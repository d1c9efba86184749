"""The forms of a sentence that states an appetite, and what each match says."""

from __future__ import annotations

import re
from functools import cache

from papersearch.record import Appetite
from papersearch.tagging.risks.cues import fold
from papersearch.tagging.risks.prose_names import cue
from papersearch.tagging.risks.scales import low_to_high
from papersearch.tagging.risks.value import expression, levels_in

APPETITE = r"(?:risk[\s-]+)?appetite(?:\s+(?:level|rating|position))?"
QUOTE = r"[\"'“”‘’]?"
ADVERB = (
    r"(?:(?:currently|generally|therefore|also|now|still|typically|usually|normally|both|overall|broadly|"
    r"consistently|thus|however|formally|likewise|similarly|equally|"
    r"accordingly|presently|clearly|set|deemed|at|as|to be|to|a|an|the|rated|level|described)\s+)*"
)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the forms by name; ``new`` is the appetite, ``old`` the one before it."""
    many = rf"{QUOTE}(?P<new>{expression()}){QUOTE}"
    old = rf"{QUOTE}(?P<old>{expression()}){QUOTE}"
    article = r"(?:(?:a|an|the)\s+)?"
    flags = re.IGNORECASE
    return {
        "moved": re.compile(
            rf"\bappetite\b(?P<mid>[^.;]{{0,140}}?)\b(?P<raw>from\s+{article}{old}\s+(?:up\s+|down\s+)?to\s+"
            rf"{article}{many})",
            flags,
        ),
        "moved_to": re.compile(
            rf"(?P<raw>\bfrom\s+{article}{old}\s+to\s+{article}{many})\s+{APPETITE}\b", flags
        ),
        "moved_of": re.compile(
            rf"(?P<raw>\bfrom\s+{article}{old}\s+to\s+{article}{many})(?P<mid>[^.;]{{0,60}}?)\bappetite\b",
            flags,
        ),
        "labelled": re.compile(
            rf"\b{APPETITE}(?:\s+(?:score|scale))?(?:\s*\([^)]*\))?(?P<mid>\s+(?:for|towards?|to)\s+[^:.;]{{2,80}}?)?\s*"
            r"(?::|=|\s[-–—])\s*(?P<value>[^\n]+)$",
            flags,
        ),
        "is": re.compile(
            rf"\b{APPETITE}\b(?P<mid>(?:(?!appetite)[^.;:]){{0,140}}?)\s{cue('is')}\s+{ADVERB}"
            rf"(?:{cue('set')}\s+)?{ADVERB}{many}",
            flags,
        ),
        "was_set": re.compile(
            rf"\b{APPETITE}\b(?P<mid>(?:(?!appetite)[^.;:]){{0,140}}?)\s(?:was|were)\s+{ADVERB}{cue('set')}\s+"
            rf"{ADVERB}{many}",
            flags,
        ),
        "was_said": re.compile(  # minutes: "confirmed that its appetite for fraud was averse"
            r"\b(?:agreed|confirmed|reaffirmed|resolved|decided|settled|concluded)\s+that\s+"
            rf"(?:the|its|their|our)\s+(?:[\w’'-]+\s+){{0,3}}?{APPETITE}\b"
            rf"(?P<mid>\s{cue('about')}\s[^.;:,]{{2,80}}?)\s(?:was|were)\s+{ADVERB}{many}",
            flags,
        ),
        "which": re.compile(
            rf"\b{APPETITE},?\s+which\s+"
            rf"(?:is|remains|stays at|(?:is|was|has been)\s+{cue('set')})\s+"
            rf"{ADVERB}{many}",
            flags,
        ),
        "of": re.compile(rf"\b{APPETITE}\s+(?:(?:of|=)\s*|\((?=[^()]*\))\s*){many}\)?", flags),
        "has": re.compile(
            rf"(?:\b(?P<no>no|zero|nil)|\b{many})(?:\s+(?:level|degree)\s+of)?\s+(?:overall\s+)?{APPETITE}\b",
            flags,
        ),
        "more": re.compile(
            rf"(?:,|;|\band\b|\bbut\b)\s+(?:and\s+|but\s+)?(?:(?:it|we|they)\s+(?:is|are|remains?)\s+)?"
            rf"{ADVERB}{many}\s+{cue('about')}\s+(?P<name>[^;.]+)",
            flags,
        ),
        "one": re.compile(
            rf"(?:,|;|\b(?:and|but|while|whilst|whereas)\b)\s+(?:and\s+|but\s+)?(?:a|an)\s+{many}\s+"
            r"(?:one|appetite|(?:level|degree|amount)(?:\s+of\s+risk)?)\s+"
            r"(?:(?:is|was|has been|applies|is to be)\s+(?:\w+ed\s+|held\s+|set\s+)?)?"
            rf"{cue('about')}\s+(?P<name>[^;.]+)",
            flags,
        ),
        "that_for": re.compile(  # "…; that for safeguarding was left at Averse"
            rf"\b(?:that|the (?:one|appetite|level))\s+{cue('about')}\s+"
            r"(?P<name>(?=\S)[^,;.:]{2,60}?(?<=\S))\s+"
            r"(?:is|was|were|remains?|stays?|be|should be|has been|to be)\s+"
            r"(?:(?:left|kept|held|put|set|placed|raised|lowered|moved|reduced|increased)\s+)?"
            rf"{ADVERB}{many}",
            flags,
        ),
        "that_in": re.compile(  # "…, and that in estates, where some pressed for more, it was open"
            rf"\bthat\s+{cue('about')}\s+(?P<name>(?=\S)[^,;.:]{{2,60}}?)"
            r"(?:,\s+(?:where|which|in which|on which)\s[^,;.]{2,90},)?,?\s+"
            r"(?:it|they|this)\s+"
            r"(?:(?:would|should|was to|is to|will)\s+(?:be|stay|remain)|is|was|were|remains?|"
            rf"remained|stays?|stayed)\s+{ADVERB}{many}"
            r"(?=\s*(?:[.,;(]|$|(?:and|but|while|whilst)\b))",
            flags,
        ),
        "and_for": re.compile(
            rf"(?:,|;|\b(?:and|but|while|whilst|whereas)\b)\s+(?:(?:and|but|while|whilst|whereas)\s+)?"
            rf"{cue('about')}\s+(?P<name>(?!\s)[^,;.]{{1,59}}?[^,;.\s]),?\s+"
            rf"(?:{cue('again')}\s+{ADVERB}|"
            rf"(?={QUOTE}{expression()}{QUOTE}\s*(?:[,.;(]|$|(?:and|but|while|whilst)\b)))"
            rf"{many}(?!\s+\w+\s+appetite)",
            flags,
        ),
        "ranges": re.compile(
            rf"\b{APPETITE}\b(?P<mid>\s{cue('about')}\s[^.;:]{{2,100}}?)\s"
            rf"(?:ranges?|varies|var(?:y|ies)|extends|lies|sits|falls|is)\s+(?:from|between)\s+{many}",
            flags,
        ),
        "item": re.compile(
            rf"^\W*(?:\d{{1,2}}[.)]\s+|[a-z]\)\s+)?(?P<name>[A-Z][^:;]{{1,90}}?)\s*"
            rf"(?::|\s[-–—]|[–—]|\s\((?={expression()}\)\W*$))\s*(?P<value>{QUOTE}{expression()}.*)$",
            flags,
        ),
        "about": re.compile(
            rf"^\s*,?\s*(?P<how>{cue('about')})\s+(?P<name>.+)$", flags | re.DOTALL
        ),
    }


BAND = re.compile(
    r"\s*[\[(]\s*(?:scores?\s+(?:of\s+)?)?(?:≤|<=|<)?\s*\d{1,2}(?:\s*(?:-|–|—|to)\s*\d{1,2})?\s*[\])]"
)
"""The score band behind a level: "Cautious (4-6)"."""


def with_band(raw: str, rest: str) -> str:
    """Return the words of a value with the score band that stands right behind them."""
    band = BAND.match(rest)
    return fold(raw + band.group()) if band else raw


def stated_in(text: str) -> Appetite | None:
    """Return the appetite that a cell's sentences state, without asking whose it is."""
    for key in ("moved", "moved_to", "is", "was_set", "has", "of"):
        found = patterns()[key].search(text)
        if found is None:
            continue
        levels = levels_of(found)
        if 0 < len(levels) < 3:
            return Appetite(raw=raw_of(found), levels=levels)
    return None


def levels_of(found: re.Match[str]) -> tuple[str, ...]:
    """Return the levels that a match states, low to high."""
    groups = found.groupdict()
    if groups.get("no"):
        word = groups["no"].lower()
        return ("none",) if word == "no" else (word,)
    return low_to_high(levels_in(groups["new"]))


def raw_of(found: re.Match[str]) -> str:
    """Return the words of the value that a match states."""
    groups = found.groupdict()
    if groups.get("raw"):
        return fold(groups["raw"])
    if groups.get("no"):
        return fold(found.group())
    return fold(groups["new"])
