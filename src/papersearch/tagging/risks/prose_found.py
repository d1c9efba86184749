"""A stated appetite as a risk: its value, where it moves to, its status, its name."""

from __future__ import annotations

import re
from typing import Literal

from spacy.tokens import Span

from papersearch.record import Appetite, Risk
from papersearch.tagging.layout import block_at, evidence, sentence_at
from papersearch.tagging.risks.cues import fold
from papersearch.tagging.risks.found import Found
from papersearch.tagging.risks.names import numbered, split_reference
from papersearch.tagging.risks.prose_names import above, before_appetite, cue, lead_in, subject
from papersearch.tagging.risks.prose_patterns import patterns, raw_of, with_band
from papersearch.tagging.risks.scales import low_to_high
from papersearch.tagging.risks.status import said_status
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
_LEAD_WITHOUT_COMMA = re.compile(
    r"^\W*(?:in|for|on|across|around|within)\s+(?P<name>[^,;:]*?[^,;:\s])\s+(?:we|the\s+\w+|our\s+\w+)\s+"
    r"(?:\w+ly\s+)?(?:has|have|takes?|holds?|adopts?|sets?|will have|"
    r"(?:is|are) (?:prepared|willing) to)\b",
    re.IGNORECASE,
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
    reference, name = _name(sentence, found, key, text)
    if TARGET.search(text[: found.start()]):
        towards, levels = levels[-1], ()
    risk = Risk(
        reference=reference,
        level1=name,
        appetite=Appetite(raw=raw, levels=levels, towards=towards, status=_said_status(sentence)),
        evidence=evidence(sentence, f"sentence that states an appetite ({key})"),
    )
    return Found(risk, sentence, "prose", changed=changed)


def _end_of_future(text: str, start: int, level: str) -> int:
    at = text.lower().find(level, start)
    end = at + len(level)
    when = re.match(r"[^.;,]{0,40}?\b(?:by|in|from|over|during|within)\s+[^,.;)]{2,40}", text[end:])
    return end + when.end() if when else end


def _said_status(sentence: Span) -> Literal["within", "outside"] | None:
    """Return what this sentence, or the next of its block, says of the risk against appetite."""
    doc = sentence.doc
    texts = [sentence.text]
    if sentence.end < len(doc) and sentence._.block is not None:
        following = sentence_at(doc[sentence.end : sentence.end + 1])
        if following._.block is sentence._.block and not re.search(
            expression() + r"\s+(?:risk\s+)?appetite", following.text, re.I
        ):
            texts.append(following.text)
    return next((said for text in texts if (said := said_status(text))), None)


def _name(
    sentence: Span, found: re.Match[str], key: str, text: str
) -> tuple[str | None, str | None]:
    """Return reference and name of the risk that the sentence is about."""
    after = text[found.end() :]
    candidates: list[str | None] = []
    if told := found.groupdict().get("name"):
        candidates.append(subject(told))
    if mid := found.groupdict().get("mid"):
        if key.startswith("moved"):
            mid = _MOVES.sub("", mid)
            if re.search(r"\bthat\b", text[: found.start()], re.IGNORECASE):
                mid = _BARE_MOVES.sub("", mid)
        about = patterns()["about"].match(mid)
        candidates.append(subject(about.group("name")) if about else None)
    about = patterns()["about"].match(_HELD.sub("", after))
    if about and not (
        about.group("how").lower() in ("to", "on", "in", "over", "where", "towards", "toward")
        and key in ("is", "was_set", "moved", "of")
        and not re.search(r"\brisks?\b", about.group("name")[:60], re.IGNORECASE)
        and about.group("how").lower() in ("to", "where", "over", "on")
    ):
        candidates.append(subject(about.group("name")))
    if key in ("is", "was_set", "of", "moved"):
        candidates.append(before_appetite(text[: found.start()] + _risk_of(found)))
    lead = re.match(
        rf"^\W*(?:however,?\s+)?{cue('about')}\s+(?P<name>[^,]+),",
        text[: found.start()],
        re.IGNORECASE,
    )
    if lead is None:
        lead = _LEAD_WITHOUT_COMMA.match(text[: found.start()])
    if lead:
        candidates.append(subject(lead.group("name")))
    if behind := _FOR_WHICH.search(text[: found.start()]):
        return split_reference(behind.group("name"))
    label = lead_in(_block_text(sentence))
    if label and key == "has":  # "Fraud: the Board has no appetite for bribery of any kind."
        return split_reference(label)
    for name in candidates:
        if name:
            if re.search(r"\d", name):
                return split_reference(name)
            behind = re.search(rf"{re.escape(name)}\s*\({_CODE}\)", fold(text))
            return (behind.group("ref") if behind else None), name
    if label:
        return split_reference(label)
    inside = numbered(text[: found.start()])
    return inside if any(inside) else above(sentence)


_CODE = r"(?P<ref>[A-Z]{2,4}\s?\d{1,4}(?:\.\d)?)"
"""A risk's reference behind its name: "Digital change (SR5)"."""
# "A minimal appetite is held for …"
_HELD = re.compile(
    r"^\s+(?:is|are|was|has been|will be)\s+"
    r"(?:held|taken|adopted|set|in place|kept|applied|appropriate)\b",
    re.I,
)
# "BAF risk 3 (Workforce), for which the Trust has an open appetite"
_FOR_WHICH = re.compile(
    r"^(?:.*\b(?:to|with|under|addresses|concerns|supports|affects|mitigates|on)\s+)?(?:the\s+)?"
    r"(?P<name>[A-Z][^,;:]*?),?\s+(?:for|to|on|towards|in respect of|in relation to)\s+which\s+"
    r"(?:\w+\s+){1,3}?(?:has|have|takes?|holds?|adopts?)\s+(?:(?:a|an|agreed|set)\s+)*$",
)


def _risk_of(found: re.Match[str]) -> str:
    risk = re.match(r"risk[\s-]+", found.group(), re.IGNORECASE)
    return risk.group() if risk else ""


def _block_text(sentence: Span) -> str:
    block = block_at(sentence)
    if block is None or block.label_ == "table":
        return str(sentence.text)
    return str(block.text)
