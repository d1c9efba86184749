"""Sentences that state an appetite without the noun: "averse to any risk to children".

The level stands with "risk" ("open to risk in", "risk hungry for"), with an approach ("takes a
cautious approach to"), or with an amount of risk ("will bear a high level of risk in").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Span

from papersearch.tagging.layout import block_at
from papersearch.tagging.risks.cues import cues
from papersearch.tagging.risks.found import Found
from papersearch.tagging.risks.prose_context import is_asserted, is_on_appetite, on_appetite
from papersearch.tagging.risks.prose_found import found_in
from papersearch.tagging.risks.prose_more import more_of
from papersearch.tagging.risks.prose_names import cue
from papersearch.tagging.risks.prose_patterns import QUOTE
from papersearch.tagging.risks.scales import level_of, low_to_high
from papersearch.tagging.risks.value import expression, levels_in

_MANNER = (
    r"(?:(?:\w+ly|very(?!\s+(?:low|high|little)\b)|quite|rather|highly|itself|ourselves|also|now|"
    r"both|set|described as|said to be)\s+)*"
)
_KINDS = (
    r"(?:any|all|the|its|our|taking|accepting|such|undue|unnecessary|avoidable|most|calculated)"
)
_MOVE = r"(?:mov|rais|lower|chang|shift|increas|reduc|revis|amend|relax|tighten|eas)"
_ALL_LEVELS = ("accepts", "stance", "lead_is")
"""Forms in which "low" and "high" are levels; "a high approach" is none."""
_HELD_BY = re.compile(r"\b(?:we|it|they|members|trustees|governors|our|its)\b", re.IGNORECASE)
_OF_RISK = re.compile(r"\s+of\b", re.IGNORECASE)
_PERSON = re.compile(
    r"^(?:(?:The|A|An|This|That|These|Those|All|Some|Most|Many|Both|He|She|It|They|We|There|Mr|Mrs|Ms|Miss|Dr|Cllr|"
    r"Councillors?|Professor|Sir|Dame|Lord|Lady|Rev|Members|Governors|Trustees|Directors|Officers)\b)",
)
_OTHERS = re.compile(
    r"\b(?:who|staff|officers?|culture|banks?|lenders?|residents?|public|families|patients|people|"
    r"market|managers?|colleagues|clinicians|suppliers?|bidders?)\s+"
    r"(?:is|are|were|was|remains?|being|seem|too|more)\b",
    re.IGNORECASE,
)


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    many = rf"{QUOTE}(?P<new>{expression()}){QUOTE}"
    old = rf"{QUOTE}(?P<old>{expression()}){QUOTE}"
    change = rf"(?P<raw>from\s+{old}\s+(?:up\s+|down\s+)?to\s+{many})"
    article = r"(?:(?:a|an|the)\s+)?"
    verb = r"(?:is|are|am|remains?|be|being|been|stays?|itself|ourselves|,|and|but|or)"
    flags = re.IGNORECASE
    return {
        "content": re.compile(  # "For commercial enterprise they were content to be hungry"
            r"\b(?:is|are|was|were|be)\s+(?:content|happy|prepared|willing|minded|ready|agreed)\s+to\s+be\s+"
            rf"{_MANNER}{many}\b",
            flags,
        ),
        "averse": re.compile(
            rf"\b(?:is|are|remains?|be)\s+{_MANNER}(?P<new>risk[\s-]+a(?:d)?verse)\b", flags
        ),
        "risk_word": re.compile(
            r"\brisk[\s-]+(?P<new>averse|adverse|hungry|seeking|cautious|neutral|tolerant|eager|"
            rf"open)\b(?=\s+{cue('about')}\s)",
            flags,
        ),
        "to_risk": re.compile(
            rf"(?:\b|(?<=,)){verb}\s+{_MANNER}{many}\s+(?:to|towards|for)\s+"
            rf"(?:{_KINDS}\s+)*risks?(?:[\s-]+taking)?\b",
            flags,
        ),
        "approach": re.compile(
            rf"{many}\s+(?:(?:and|but)\s+\w+\s+)?(?:risk\s+)?"
            r"(?:approach|stance|attitude|position|posture|view)\b"
            r"(?:\s+(?:to|towards|on|about)\s+(?:risks?(?:[\s-]+taking)?)\b)?",
            flags,
        ),
        "accepts": re.compile(
            r"\b(?:(?:would|will|shall)\s+)?(?:tolerate|accept|take|run|bear|carry|hold|"
            r"allow|permit|content with|comfortable with|prepared for|put up with|live with)s?\s+"
            r"(?:no (?:more|higher) than\s+|only\s+)?"
            rf"{article}{many}\s+(?:level|degree|amount|measure)s?\s+of\s+"
            r"(?P<name>(?:[\w’'&-]+\s+){0,5}?risks?)\b",
            flags,
        ),
        "lead_is": re.compile(  # "For financial sustainability it is Cautious (score 6 to 9)"
            rf"(?:^\W*|;\s+|,\s+(?:and|but|while)\s+){cue('about')}\s+"
            r"(?P<name>(?=\S)[^,;:]{2,60}?(?<=\S))(?:,\s+which[^,]{2,60})?,?\s+"
            rf"(?:it|this|we|they|(?:the|our|its)\s+(?:[\w’'-]+\s+){{0,3}}?[\w’'-]+)\s+"
            rf"(?:is|are|remains?|stays?|stands? at|is set at|was set at)\s+{_MANNER}{many}"
            r"(?=\s*(?:[.,;(]|$|(?:and|at present|for now|now|here)\b))",
            flags,
        ),
        "moved_one": re.compile(  # "agreed to move workforce from Cautious to Open"
            rf"\b{_MOVE}(?:e|es|ed|ing|s)?\s+(?:(?:of|in|for)\s+)?(?:(?:the|its|our)\s+)?(?:levels?\s+(?:for|of)\s+)?"
            rf"(?P<name>(?!from\b)(?=\S)[^,;:.]{{2,60}}?(?<=\S))\s+{change}",
            flags,
        ),
        "moved_passive": re.compile(  # "Workforce has been raised from Cautious to Open"
            r"(?:^\W*|[;,]\s+(?:and\s+)?)(?P<name>(?=\S)[^,;:.]{2,60}?(?<=\S))\s+"
            r"(?:(?:is|are|was|were|has|have|been|be|to|being|should|will)\s+)*"
            rf"{_MOVE}(?:es|ed|s)\s+{change}",
            flags,
        ),
        "subject_is": re.compile(  # "Loans overseas were to remain cautious"
            r"^\W*(?P<name>[A-Z][^,;:.]{2,60}?)\s+"
            r"(?:is|are|was|were|remains?|stays?|should be|will be|"
            r"(?:is|are|was|were) to (?:be|remain))\s+"
            rf"(?:to\s+)?(?:(?:set|held|kept)\s+)?(?:at\s+)?{_MANNER}{many}"
            r"(?=\s*(?:[.,;(]|$|(?:and|but|while|whilst|as|because)\b))",
            flags,
        ),
        "stance": re.compile(
            rf"\b(?:stance|posture|attitude|position)\b(?P<mid>\s{cue('about')}\s[^.;:]{{2,80}}?)\s"
            rf"{cue('is')}\s+{_MANNER}{many}",
            flags,
        ),
    }


def stances(sentence: Span, taken: list[tuple[int, int]] | None = None) -> Iterator[Found]:
    """Yield the appetites that *sentence*, in a text on appetite, states without the noun.

    Args:
        sentence: A sentence of running text.
        taken: Characters of it that other forms have read; those that this one reads are added.
    """
    text = sentence.text.rstrip()
    taken = [] if taken is None else taken
    ordinary = set(cues()["prose"]["ordinary"])
    for key, form in _forms().items():
        for found in form.finditer(text):
            if any(a < found.end() and found.start() < b for a, b in taken):
                continue
            levels = low_to_high(level_of(word) for word in levels_in(found.group("new")))
            if not levels and key == "risk_word":
                levels = (found.group("new").lower(),)
            if not 0 < len(levels) < 3 or (key not in _ALL_LEVELS and ordinary & set(levels)):
                continue
            if key == "subject_is" and not _may_be_subject(found, levels):
                continue
            of_risk = levels == ("open",) and _OF_RISK.match(text[found.end() :])
            if of_risk and not sets_levels(sentence):
                continue  # "open to the risk of challenge" may be a danger
            before = text[: found.start()]
            held = key == "subject_is" or _is_held(before, text)
            if _OTHERS.search(text[: found.end()]) or not held:
                continue
            start = found.start("new") if key == "lead_is" else found.start()
            if not is_asserted(sentence, start, found.end()):
                continue
            taken.append(found.span())
            yield found_in(sentence, found, key, levels, text)
            yield from more_of(sentence, text, found.end(), taken)


def _may_be_subject(found: re.Match[str], levels: Sequence[str]) -> bool:
    """Tell "Loans overseas were to remain cautious" from "Members were cautious"."""
    name = found.group("name")
    if re.search(r"\bappetite\b|" + cue("owner"), name, re.IGNORECASE) or _PERSON.match(name):
        return False
    printed = found.group("new")[:1].isupper()
    return printed or bool(set(levels) & set(cues()["value"]["only_appetites"]))


def sets_levels(sentence: Span) -> bool:
    """Tell a sentence that sets several levels, one of which says nothing else, for risks."""
    text = sentence.text
    levels = {level_of(word) for word in levels_in(text)} - set(cues()["prose"]["ordinary"])
    only = levels & set(cues()["value"]["only_appetites"])
    return len(levels) > 1 and bool(only) and re.search(r"\brisks?\b", text, re.I) is not None


def _is_held(before: str, text: str) -> bool:
    """Tell a stance that somebody takes ("the Board is averse to") from an ordinary adjective."""
    return (
        _HELD_BY.search(before) is not None
        or re.search(cue("owner"), text, re.IGNORECASE) is not None
    )


def speaks_of_appetite(sentence: Span) -> bool:
    """Tell whether the paragraph of *sentence*, or what stands above it, is on appetite."""
    block = block_at(sentence)
    if block is not None and block.label_ != "table" and is_on_appetite(block.text):
        return True
    return on_appetite(sentence)
