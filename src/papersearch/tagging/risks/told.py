"""What sentences beside a table say of its risks: "PR1 and PR3 are outside appetite"."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Doc

from papersearch.tagging.risks.found import Found
from papersearch.tagging.risks.prose_context import is_asserted
from papersearch.tagging.risks.status import said_status

_MAY_TELL = re.compile(r"\b(?:outside|out of|beyond|above|exceed\w*|within|inside|in)\b", re.I)
_CLAUSE = re.compile(
    r";\s*|,?\s+(?:and|but|while|whilst|whereas)\s+(?=[^,;]{2,60}?\s(?:is|are|remains?|sits?)\b)"
)
_VERB = re.compile(r"\b(?:is|are|remains?|sits?|falls?|stays?|exceeds?)\b", re.IGNORECASE)


def _clauses(text: str) -> list[str]:
    """Return the clauses of a sentence, "PR1 and PR2 are" in one."""
    out: list[str] = []
    last = 0
    for cut in _CLAUSE.finditer(text):
        if _VERB.search(text, last, cut.start()):
            out.append(text[last : cut.start()])
            last = cut.end()
    return [*out, text[last:]]


def with_told_status(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """Return *found* with the status that a sentence gives to risks by their reference."""
    waiting = {
        one.risk.reference.lower(): index
        for index, one in enumerate(found)
        if one.risk.reference
        and re.search(r"[A-Za-z]", one.risk.reference)
        and one.risk.appetite.status is None
    }
    out = list(found)
    if not waiting:
        return out
    for sentence in doc.sents:
        text = sentence.text
        if "ppetite" not in text or _MAY_TELL.search(text) is None:
            continue
        start = 0
        for clause in _clauses(text):
            start = text.find(clause, start)
            status = said_status(clause)
            if status is None or not is_asserted(sentence, start, start + len(clause)):
                continue
            named = re.findall(r"[A-Za-z]+[ -]?\d+(?:\.\d+)*", clause)
            for name in {word.lower() for word in named} & waiting.keys():
                one = out[waiting[name]]
                why = f"{one.risk.evidence.why}; {status} appetite from: {' '.join(clause.split())}"
                risk = replace(
                    one.risk,
                    appetite=replace(one.risk.appetite, status=status),
                    evidence=replace(one.risk.evidence, why=why),
                )
                out[waiting[name]] = dataclasses.replace(one, risk=risk)
    return out
