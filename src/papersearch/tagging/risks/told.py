"""What sentences beside a table or list say of its risks: "PR1 and PR3 are outside appetite".

The risks are told by reference, by name, as "both" or "all of them", or as the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from papersearch.tagging.risks.cues import fold
from papersearch.tagging.risks.found import Found, with_status
from papersearch.tagging.risks.prose_context import is_asserted
from papersearch.tagging.risks.status import Status, said_status

_MAY_TELL = re.compile(
    r"\b(?:outside|outwith|out of|beyond|above|exceed\w*|breach\w*|within|inside|in)\b", re.I
)
_CLAUSE = re.compile(
    r";\s*|,?\s+(?:and|but|while|whilst|whereas)\s+"
    r"(?=[^,;]{2,60}?\s(?:is|are|remains?|sits?|exceeds?)\b)"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|remains?|sits?|falls?|stays?|exceeds?)\b", re.IGNORECASE
)
_ALL = re.compile(
    r"\b(?:both|all (?:of )?(?:the |these |those |its |our )?(?:\w+ )?(?:risks|areas|domains|"
    r"categories|them|three|four|five|six|seven|eight)|each (?:of (?:them|these)|one)|they all)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:the (?:others?|rest|remainder|remaining)|all (?:the )?others?|every other|other risks|"
    r"otherwise)\b",
    re.IGNORECASE,
)
# "outside the Board's appetite for public confidence and within it otherwise"
_WITHIN_OTHERWISE = re.compile(
    r"\b(?:and|but)\s+(?:is\s+|are\s+)?(?P<way>within|inside|in|outside|beyond|above)"
    r"(?:\s+(?:it|that|this|the|our|its|appetite))*\s+"
    r"(?:otherwise|elsewhere|for (?:all )?(?:the )?(?:others?|rest)|"
    r"(?:on|in) (?:all|every|the) (?:other )?\w+)",
    re.IGNORECASE,
)
# "A score above the band is out of appetite: so for Children, Finance and Climate."
_SO_FOR = re.compile(
    r"(?::|\s[–—-]|,)\s*(?:so|namely|that is|this is (?:so|true)|true|as it is|the case)\s+"
    r"(?:(?:for|of|in|with)\s+)?",
    re.IGNORECASE,
)
_NOT_BEHIND_NAME = (
    r"(?!\s+(?:committee|director|department|team|report|paper|manager|officer|board|group|plan)\b)"
)


def with_told_status(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """Return *found* with the status that a sentence gives to risks of a table or list."""
    out = list(found)
    if not any(one.risk.appetite.status is None for one in out):
        return out
    for sentence in doc.sents:
        text = sentence.text
        may = "ppetite" in text or re.search(r"\bboth\b", text) is not None
        if not may or _MAY_TELL.search(text) is None:
            continue
        for status, indices, words in _told(sentence, out):
            for index in indices:
                if out[index].risk.appetite.status is None:
                    out[index] = with_status(out[index], status, fold(words))
    return out


def _told(sentence: Span, found: Sequence[Found]) -> Iterator[tuple[Status, list[int], str]]:
    """Yield each status that *sentence* tells, the places of its risks, and its words."""
    text = sentence.text
    told: set[int] = set()
    start = 0
    for clause in _clauses(text):
        start = text.find(clause, start)
        status = said_status(clause)
        if status is None:
            continue
        behind = _SO_FOR.search(clause)
        listed = _named(clause[behind.end() :], found) if behind else []
        if not listed and not is_asserted(sentence, start, start + len(clause)):
            continue
        indices = listed or _meant(clause, sentence, found)
        told.update(indices)
        yield status, indices, clause
        other = _WITHIN_OTHERWISE.search(clause)
        if other is not None and indices:
            rest = [i for i in _group(sentence, found) if i not in told]
            is_within = other.group("way").lower() in ("within", "inside", "in")
            yield ("within" if is_within else "outside"), rest, clause


def _clauses(text: str) -> list[str]:
    """Return the clauses of a sentence, "PR1 and PR2 are" in one."""
    out: list[str] = []
    last = 0
    for cut in _CLAUSE.finditer(text):
        if _VERB.search(text, last, cut.start()):
            out.append(text[last : cut.start()])
            last = cut.end()
    return [*out, text[last:]]


def _meant(clause: str, sentence: Span, found: Sequence[Found]) -> list[int]:
    """Return the places of the risks that a clause speaks of."""
    if numbered := _numbered(clause, found):
        return numbered
    if named := _named(clause, found):
        return named
    group = _group(sentence, found)
    if _ALL.search(clause):
        return group
    if _REST.search(clause):
        return [i for i in group if found[i].risk.appetite.status is None]
    return []


def _numbered(clause: str, found: Sequence[Found]) -> list[int]:
    """Return the places of the risks whose references *clause* holds."""
    codes = {code.lower() for code in re.findall(r"[A-Za-z]+[ -]?\d+(?:\.\d+)*", clause)}
    numbers = set(re.findall(r"\b[Rr]isks?\s(?:\w+\s)?(\d+(?:\.\d+)*)\b", clause))
    return [
        i
        for i, one in enumerate(found)
        if one.risk.reference
        and (one.risk.reference.lower() in codes or one.risk.reference in numbers)
    ]


def _named(clause: str, found: Sequence[Found]) -> list[int]:
    """Return the places of the risks whose names *clause* holds, the longest names first."""
    rest = clause
    out: list[int] = []
    names = [(one.risk.level2 or one.risk.level1 or "", i) for i, one in enumerate(found)]
    for name, index in sorted(names, key=lambda pair: -len(pair[0])):
        if len(name) < 4:
            continue
        form = re.compile(rf"\b{re.escape(name)}\b{_NOT_BEHIND_NAME}", re.IGNORECASE)
        if form.search(rest):
            rest = form.sub(" ", rest)
            out.append(index)
    return sorted(out)


def _group(sentence: Span, found: Sequence[Found]) -> list[int]:
    """Return the places of the risks that stand before the end of *sentence*, below its heading."""
    before = [i for i, one in enumerate(found) if one.span.start < sentence.end]
    heading = sentence._.heading
    start = heading.start if heading is not None else 0
    return [i for i in before if found[i].span.start >= start] or before
