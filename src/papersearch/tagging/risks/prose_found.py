"""A stated appetite as a risk: its value, where it moves to, its status, its name."""

from __future__ import annotations

import re

from spacy.tokens import Span

from papersearch.record import Appetite, Risk
from papersearch.tagging.layout import evidence, sentence_at
from papersearch.tagging.risks.cues import fold
from papersearch.tagging.risks.found import Found
from papersearch.tagging.risks.prose_about import named
from papersearch.tagging.risks.prose_patterns import raw_of, with_band
from papersearch.tagging.risks.scales import low_to_high
from papersearch.tagging.risks.status import Status, said_status, trailing_status
from papersearch.tagging.risks.value import expression, levels_in, read_future

_DECIDED = re.compile(
    r"\b(?:agreed|approved|resolved|proposed?s?|recommend(?:s|ed)?|asked|moved|increased|raised|reduced|"
    r"lowered|revised|changed|endorsed|supported|decided|ratified|confirmed|amended|shifted|has|have)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:by|from|during|before)\s+(?:the end of\s+)?(?:\w+\s+)?(?:20\d\d|Q[1-4]|year[- ]end)|"
    r"\bover the (?:next|coming)\b|\bin (?:the next|time|due course)\b|\bwill\s+move\b|"
    r"\b(?:aims?|ambition|aspir\w+|intends?|plans?)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"^\s*(?:,\s*)?(?:by|in|from|over|during|within|before|after|once|as|when)\s+[^,.;)]{2,60}",
    re.IGNORECASE,
)

TARGET = re.compile(
    r"\b(?:target|future|desired|aspirational|longer?[- ]term|ultimate)\s+"
    r"(?:(?:level|risk)\s+(?:of\s+)?)?$",
    re.I,
)


def found_in(
    sentence: Span, found: re.Match[str], key: str, levels: tuple[str, ...], text: str
) -> Found:
    """Return the appetite that the match of the form *key* states in *sentence*."""
    raw, towards, changed = raw_of(found), None, False
    rest = text[found.end() :]
    if key.startswith("moved"):
        if _LATER.search(rest[:80]) or (
            _LATER.search(text[: found.start()]) and not _DECIDED.search(text[: found.start("raw")])
        ):
            towards = levels[-1]
            levels = low_to_high(levels_in(found.group("old")))
            if when := _WHEN.match(rest):
                raw = fold(raw + when.group())
        else:
            changed = True
    else:
        later = re.match(r"[^.;]{0,80}", rest)
        near = later.group() if later else ""
        towards = read_future(near) if not re.match(r"\s*\w+ appetite", near) else None
        if towards is not None:
            start = found.start("new") if found.groupdict().get("new") else found.start()
            end = _end_of_future(text, found.end(), towards)
            raw = fold(text[start:end])
        else:
            raw = with_band(raw, rest)
    reference, name = named(sentence, found, key, text)
    if TARGET.search(text[: found.start()]):
        towards, levels = levels[-1], ()
    risk = Risk(
        reference=reference,
        level1=name,
        appetite=Appetite(
            raw=raw, levels=levels, towards=towards, status=following_status(sentence)
        ),
        evidence=evidence(sentence, f"sentence that states an appetite ({key})"),
    )
    return Found(risk, sentence, "prose", changed=changed)


def _end_of_future(text: str, start: int, level: str) -> int:
    at = text.lower().find(level, start)
    end = at + len(level)
    when = re.match(
        r"[^.;,]{0,40}?\b(?:by|in|from|over|during|within)\s+[^,.;)]{2,40}?"
        r"(?=[,.;)]|$|\s(?:once|when|if|subject|provided|as|because|and|but|so|while)\b)",
        text[end:],
    )
    return end + when.end() if when else end


def following_status(sentence: Span) -> Status | None:
    """Return what this sentence, or the next of its block, says of the risk against appetite."""
    doc = sentence.doc
    texts = [sentence.text]
    if sentence.end < len(doc) and sentence._.block is not None:
        following = sentence_at(doc[sentence.end : sentence.end + 1])
        if following._.block is sentence._.block and not re.search(
            rf"\b(?:is|at|an?|remains)\s+{expression()}|{expression()}\s+(?:risk\s+)?appetite",
            following.text,
            re.IGNORECASE,
        ):
            texts.append(following.text)
    for text in texts:
        if status := said_status(text) or trailing_status(text):
            return status
    return None
