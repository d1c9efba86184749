"""Where in its sentence, or around it, a stated appetite names the risk that it is for."""

from __future__ import annotations

import re

from spacy.tokens import Span

from papersearch.tagging.layout import block_at
from papersearch.tagging.risks.cues import fold
from papersearch.tagging.risks.names import heading_name, numbered, split_reference
from papersearch.tagging.risks.prose_names import above, before_appetite, lead_in, subject
from papersearch.tagging.risks.prose_patterns import patterns

Named = tuple[str | None, str | None]
"""Reference and name."""

_AUX = r"(?:should|shall|will|to|be|is|was|has|have|been|now)"
_MOVES = re.compile(
    rf"[\s,]+(?:{_AUX}\s+)*(?:{_AUX}\s+\w+|(?:mov|rais|chang|shift|lower|increas|reduc|rev|amend)\w*(?:es|ed|ing|s)|rises|"
    r"falls|goes)\s*$",
    re.IGNORECASE,
)
# "proposed that the appetite for X move from …": the bare verb only after "that".
_BARE_MOVES = re.compile(
    r"\s+(?:move|change|rise|fall|shift|go|increase|reduce)\s*$", re.IGNORECASE
)
_PREPOSITION = (
    r"(?:in relation to|in respect of|with (?:regard|respect) to|as (?:to|for|regards)|regarding|"
    r"concerning|when it comes to|in|for|on|across|around|within|over|about|with|towards?|where)"
)
_HOLDER = (
    r"(?:it|they|we|its|our|their|members|trustees|governors|there|"
    r"(?:the|this)\s+[\w’'-]+(?:\s+[\w’'-]+){0,2}?|(?-i:[A-Z])[\w’'-]+)"
)
_VERBS = (
    r"(?:is|are|has|have|had|be|been|will|would|shall|should|remains?|holds?|takes?|took|adopts?|adopted|"
    r"sets?|keeps?|kept|retains?|maintains?|prepared|willing|ready|content|to|accept|bear|agreed|set|"
    r"take|risks?|and|with|an?|the|now|also|currently|still|\w+ly)"
)
# "…; in public protection its", "that for digital change it would", "On provenance the Museum has".
_LEAD = re.compile(
    r"(?:^\W*|[;:,]\s+|\b(?:and|but|that|while|whilst|whereas|though|however,?)\s+)"
    rf"{_PREPOSITION}\s+(?P<name>(?=\S)[^;:]{{2,100}}?(?<=\S))(?:\s*,)?\s+{_HOLDER}\s+"
    rf"(?:{_VERBS}\s+)*(?:(?:our|its|their)\s+(?:risk\s+)?)?$|"
    r"(?:^\W*|[;:]\s+|\b(?:and|but|that|while|whilst|whereas)\s+)"
    rf"{_PREPOSITION}\s+(?P<bare>(?=\S)[^,;:]{{2,80}}?(?<=\S))\s+(?:our|its|the|their)\s+(?:risk\s+)?$",
    re.IGNORECASE,
)
_LEAD_WITH_COMMA = re.compile(
    rf"^\W*(?:however,?\s+)?{_PREPOSITION}\s+(?P<name>[^,]+),", re.IGNORECASE
)
_IS_CONCERNED = r"(?:is|are)\s+(?:concerned|at stake|affected|involved|at issue)"
_WHERE_CONCERNED = re.compile(
    r"^\s*(?:,\s*)?(?:where|when|as far as|so far as)\s+(?P<name>(?=\S)[^,;:.]{2,60}?(?<=\S))\s+"
    rf"{_IS_CONCERNED}\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    rf"(?:,\s+|\b)(?:and|but|while|whilst)\s+(?:that\s+)?{_PREPOSITION}\s+|,\s+(?:and|but)\s+",
    re.IGNORECASE,
)
_CONCERNED = re.compile(rf"\s+{_IS_CONCERNED}$", re.IGNORECASE)
_TOUCHES = (
    r"(?:caus\w+|leads?(?: \w+)? to|results? in|involv\w+|affect\w*|threaten\w*|damag\w+|"
    r"compromis\w+|harm\w*|touch\w*|concern\w*|undermin\w+|jeopardis\w+|endanger\w*|"
    r"impact\w*(?: on)?|"
    r"improv\w+|relat\w+ to|aris\w+ from|com\w+ from|has to do with|bears? on)"
)
# "which could cause harm to a child", "where there is a gain for wildlife", "a decision affects …"
_CLAUSE = re.compile(
    r"^\s*,?\s*(?:which|that|who|where|when(?:ever)?)\s+"
    rf"(?:there (?:is|are)|(?:(?:an?|the|any|our|its)\s+)?(?:\w+\s+){{0,2}}?{_TOUCHES})\s+"
    r"(?P<name>.+)$",
    re.IGNORECASE,
)
_TOUCHED = re.compile(
    rf"^(?:an?|the|any|it|they|this|we)\s+(?:\w+\s+)?{_TOUCHES}\s+", re.IGNORECASE
)
_FROM = re.compile(r"^\s*(?:from|of)\s+(?P<name>.+)$", re.IGNORECASE)
# "A minimal appetite is held for …"
_HELD = re.compile(
    r"^\s+(?:(?:is|are|was|has been|will be)\s+)?"
    r"(?:held|taken|adopted|set|in place|kept|applied|applies|appropriate|agreed|proposed)\b",
    re.IGNORECASE,
)
# "BAF risk 3 (Workforce), for which the Trust has an open appetite"
_FOR_WHICH = re.compile(
    r"^(?:.*\b(?:to|with|within|in|under|addresses|concerns|supports|affects|mitigates|on)\s+)?"
    r"(?:the\s+)?"
    r"(?P<name>[A-Z][^,;:()]*?(?:\([^()]*\))?),?\s+"
    r"(?:for|to|on|towards|in respect of|in relation to)\s+which\s+"
    r"(?:\w+\s+){1,3}?(?:has|have|takes?|holds?|adopts?)\s+"
    r"(?:(?:a|an|agreed|set)\s+)*(?:risk\s+)?$",
)
# "…, and Principal Risk 5 (Workforce), where the appetite is Open": numbered, else it is a clause
_WHERE = re.compile(
    r"(?:^|[,;]\s+(?:and\s+|but\s+)?|\b(?:and|but|to|with|within|in|under)\s+)"
    r"(?P<name>(?:[A-Z]\w+\s+){0,2}(?:[Rr]isk\s+[A-Z]{0,4}\d+|[A-Z]{2,5}\s?\d+)(?:\.\d+)?\s*"
    r"(?:\([^()]*\))?),?\s+"
    r"(?:where|for which)\s+(?:the|our|its)\s+(?:risk\s+)?$",
)
_CODE = r"(?P<ref>[A-Z]{2,4}\s?\d{1,4}(?:\.\d)?)"
"""A risk's reference behind its name: "Digital change (SR5)"."""
# "Skills is an area in which the Authority has": the subject of the sentence.
_IS_AREA = re.compile(
    r"^[\W\d]*(?:the\s+)?(?P<name>[A-Z][^,;:]{2,60}?)\s+(?:is|are)\s+(?:an?|the|one|among)\b[^,;:]{0,30}?\s"
    r"(?:where|that|(?:in|for|on|to)\s+which)\b",
)
_MOST_RUN_IN = 8  # words
_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|\w+ed)\b", re.IGNORECASE)
_AFTER = ("is", "was_set", "of", "moved")
_STANCES = ("averse", "risk_word", "to_risk", "approach", "accepts", "content")


def named(sentence: Span, found: re.Match[str], key: str, text: str) -> Named:
    """Return reference and name of the risk that the match of the form *key* is about.

    Args:
        sentence: The sentence.
        found: Where in its *text* the appetite is stated.
        key: The form of :func:`patterns` or of the stances that matched.
        text: The words of the sentence.
    """
    before, after = text[: found.start()], text[found.end() :]
    if label := run_in(sentence):
        return split_reference(label)
    label = lead_in(_block_text(sentence))
    if label and (key == "has" or key in _STANCES):  # "Fraud: the Board has no appetite for …"
        return split_reference(label)
    if behind := _FOR_WHICH.search(before) or _WHERE.search(before):
        return split_reference(behind.group("name"))
    for name in _candidates(found, key, before, after):
        if name:
            if re.search(r"\d", name):
                return split_reference(name)
            coded = re.search(rf"{re.escape(name)}\s*\({_CODE}\)", fold(text))
            return (coded.group("ref") if coded else None), name
    if label:
        return split_reference(label)
    inside = numbered(before)
    if any(inside):
        return inside
    earlier = numbered(_before_in_block(sentence), last=True)
    if any(earlier):
        return earlier
    heading = above(sentence)
    return heading if any(heading) else (None, _risks_that(after))


def _candidates(found: re.Match[str], key: str, before: str, after: str) -> list[str | None]:
    groups = found.groupdict()
    out: list[str | None] = []
    if told := groups.get("name"):
        out.append(subject(told))
    if mid := groups.get("mid"):
        if key.startswith("moved"):
            mid = _MOVES.sub("", mid)
            if re.search(r"\bthat\b", before, re.IGNORECASE):
                mid = _BARE_MOVES.sub("", mid)
        mid = re.sub(r"^\s*(?:agreed|approved|adopted|proposed|settled|set)\b", "", mid)
        about = patterns()["about"].match(mid)
        out.append(subject(about.group("name")) if about else None)
    out.append(_behind(after, key))
    if key in _AFTER:
        risk = re.match(r"risk[\s-]+", found.group(), re.IGNORECASE)
        out.append(before_appetite(before + (risk.group() if risk else "")))
    out.append(lead(before))
    return out


def _behind(after: str, key: str) -> str | None:
    """Return the risk that the words right behind an appetite name."""
    if concerned := _WHERE_CONCERNED.match(after):
        return subject(concerned.group("name"))
    about = patterns()["about"].match(_HELD.sub("", after))
    if about is not None:
        how = about.group("how").lower()
        of_another = (
            how in ("to", "where", "over", "on")
            and key in _AFTER
            and not re.search(r"\brisks?\b", about.group("name")[:60], re.IGNORECASE)
        )
        if not of_another and how != "where":
            return subject(about.group("name"))
    clause = _CLAUSE.match(after) or (_FROM.match(after) if key in _STANCES else None)
    return subject(clause.group("name")) if clause else None


def _risks_that(after: str) -> str | None:
    """Return what the risks would touch: "for risks that could harm patients"."""
    found = re.search(r"\brisks?\s+(?P<clause>(?:that|which|where)\s+[^,.;:]+)", after[:120], re.I)
    clause = _CLAUSE.match(found.group("clause")) if found else None
    return subject(clause.group("name")) if clause else None


def lead(before: str) -> str | None:
    """Return the risk named at the start of the clause that *before* leads up to.

    >>> lead("…, and that for digital change it would ")
    'digital change'
    """
    found = _LEAD.search(before) or _LEAD_WITH_COMMA.match(before)
    if found is None:
        area = _IS_AREA.match(before)
        return None if area is None else area.group("name").strip()
    words = found.groupdict().get("bare") or found.group("name")
    words = _AGAIN.split(words)[-1]
    return subject(_TOUCHED.sub("", _CONCERNED.sub("", words.strip(" ,"))))


def run_in(sentence: Span) -> str | None:
    """Return the label that opens the block as a sentence of its own: "Finance. The Trust …"."""
    before = _before_in_block(sentence)
    words = before.split()
    if not before.endswith(".") or not 0 < len(words) <= _MOST_RUN_IN or "." in before[:-1]:
        return None
    label = before[:-1].strip()
    if not label[:1].isupper() or _SENTENCE.search(label):
        return None
    return heading_name(label)


def _before_in_block(sentence: Span) -> str:
    """Return the words of the sentence's block, or of its cell, before the sentence."""
    block = block_at(sentence)
    if block is None:
        return ""
    start = block.start
    if block.label_ == "table":
        cell = next(
            (c for c in sentence.doc.spans["cells"] if c.start <= sentence.start < c.end), None
        )
        start = sentence.start if cell is None else cell.start
    return fold(sentence.doc[start : sentence.start].text) if start < sentence.start else ""


def _block_text(sentence: Span) -> str:
    block = block_at(sentence)
    if block is None or block.label_ == "table":
        return str(sentence.text)
    return str(block.text)
