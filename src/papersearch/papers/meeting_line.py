"""Lines that name a meeting, with its day or without."""

from __future__ import annotations

import re
from functools import cache

from papersearch import dates, knowledge

MOST_BESIDE_DAY = 30
"""More letters beside the day than this make a sentence of a line."""
_WORD = r"(?:[A-Z][\w&'\u2019-]*,?|of|and|the|in|for|on|&|-|\u2013)"
_TAIL = (
    r"(?:\s+(?i:meeting)s?)?(?:\s+(?i:in\s+(?:public|private)))?"
    r"(?:\s*\((?i:public|private|part\s+\w+|open|closed|in\s+public|in\s+private)\))?"
    r"(?:\s+[\u2013\u2014-]\s+(?i:public|private|open|closed)(?i:\s+(?:meeting|session))?)?"
    r"(?:\s+(?:[\u2013\u2014-]\s+)?(?i:part)\s+(?:[0-9IVABab]{1,3}|(?i:one|two))\b"
    r"(?:\s*\((?i:public|private|open|closed)\))?)?"
)
_OF_WHOM = (
    rf"(?:\s+of\s+(?:the\s+)?(?:{_WORD}\s+){{1,7}}?(?:Board|Trust|Council|Authority|Committee)\b"
    r"(?!\s+[A-Z]))?"
)
_MINUTES_OF = (
    r"(?:(?:draft\s+|unconfirmed\s+)?(?:minutes|notes|agenda|record|report|paper"
    r"|action\s+log|actions|(?:draft\s+)?version\s+\d[\d.]*)\s+"
    r"(?:of|for|from|to)\s+(?:the\s+|a\s+)?)"
    r"(?:(?:\d+(?:st|nd|rd|th)\s+)?meeting\s+of\s+(?:the\s+)?)?"
)
_DAY = r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z])"
_NOT_OF_MEETING = re.compile(r"(?i)^\s*(?:date|pack|member|agenda|minutes|chair|lead|secretary)\b")
_ORDINAL = re.compile(
    r"(?i)^(?:the\s+)?(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|annual|ordinary|special"
    r"|extraordinary|quarterly|monthly)\s+(?:\w+\s+)?meeting$|^meeting\s+(?:no\.?\s*)?\d+$"
)
ITEM_NUMBER = (
    r"(?:(?i:no\.?|number|ref\.?)\s*)?[:#]?\s*"
    r"(?:[A-Z]{0,3}[\s./-]?\d(?:[\w./()-]{0,11}[\w)])?|[A-Z]{1,2})"
)
"""What stands behind "Item": "No. 7", ": 4(b)", "TB/25/61"."""
ITEM_AT_END = re.compile(
    r"(?<![\s,;.|(\u2013\u2014-])[\s,;.|(\u2013\u2014-]+(?i:(?:agenda\s+)?item)\s+"
    rf"{ITEM_NUMBER}\)?\.?$"
)
"""The agenda's number behind the meeting: "AUDIT COMMITTEE  AGENDA ITEM NO. 7"."""
_FORM_WORDS = frozenset({"", "paper", "papers", "report", "cover sheet"})
_LEADS_TO_DAY = re.compile(
    r"^\s*(?:$|[^\w\s'\u2019]|(?i:held|on|at|in|of|for|to\s+be|meetings?|dated?|papers?|report|day)\b"
    r"|\d|(?i:mon|tues|wednes|thurs|fri|satur|sun)day)"
)


@cache
def _body() -> str:
    data = knowledge.load("papersearch.papers", "meetings")
    forms = {form for noun in data["nouns"] for form in (noun, noun.upper())}
    nouns = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    return rf"(?:{_WORD}\s+){{0,9}}?(?P<noun>{nouns})(?![\w-])(?!\s+(?:{nouns})\b){_OF_WHOM}{_TAIL}"


@cache
def line_pattern() -> re.Pattern[str]:
    """Return the pattern of a line that begins with a meeting: ``of body noun rest``."""
    return re.compile(
        rf"^(?!(?i:date|title|name)\s+of\b)(?P<of>(?i:{_MINUTES_OF}))?(?P<body>{_body()})"
        r"(?P<rest>\W{0,6}(?:(?:held|in\s+public|in\s+private|to\s+be\s+held|on|at|of|meeting)\s+){0,4}.*)$",
        re.S,
    )


@cache
def meeting_of() -> re.Pattern[str]:
    """Return the pattern of "meeting of the Cabinet held", before its day."""
    return re.compile(
        rf"\b(?i:meeting)\s+(?i:of)\s+(?:(?i:the)\s+)?(?P<body>{_body()})\s*,?\s*"
        r"(?:\([^)]{0,80}\)\s*)?(?i:was\s+|will\s+be\s+|to\s+be\s+)?"
        rf"(?:(?i:held|on|at)\b|[:,\u2013-]\s*(?={_DAY})|(?={_DAY}))"
    )


def is_meeting_line(text: str) -> bool:
    """Tell whether a line is the name of a meeting, with its day or without."""
    match = line_pattern().match(text.strip())
    if match is None:
        return False
    rest = match["rest"].strip(" -\u2013,:|.")
    days = dates.find_dates(rest)
    if is_of_other(match["rest"]) or (not days and names_nothing(match["noun"])):
        return False
    return is_empty(rest) or (bool(days) and len(rest) - len(days[0].raw) <= MOST_BESIDE_DAY)


def leads_to_day(rest: str) -> bool:
    """Tell "…, held at the Shire Hall on 5 May" from "The Executive Director … by 5 May"."""
    return _LEADS_TO_DAY.match(rest) is not None


def is_of_other(rest: str) -> bool:
    """Tell "Board agenda" and "Board member" from the meeting that their first word names."""
    return _NOT_OF_MEETING.match(rest) is not None


@cache
def names_nothing(noun: str) -> bool:
    """Tell nouns that head columns and lists as often as they name meetings ("Group")."""
    never = knowledge.load("papersearch.papers", "meetings")["never"]
    return noun.lower() in {word.lower() for word in never}


def is_empty(rest: str) -> bool:
    """Tell whether nothing, or but a word of the form, stands beside a meeting's name."""
    rest = rest.strip(" -\u2013,:|.")
    return rest.lower() in _FORM_WORDS or _ORDINAL.match(rest) is not None
