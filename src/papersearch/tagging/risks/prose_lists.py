"""Risks that sentences and list items put beside their appetites, one after the other."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Doc, Span

from papersearch.record import Appetite, Risk
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.cues import fold
from papersearch.tagging.risks.found import Found
from papersearch.tagging.risks.highlight import chosen, is_printed_scale
from papersearch.tagging.risks.names import clean, heading_name, is_cover_label, split_reference
from papersearch.tagging.risks.prose_context import is_asserted, on_appetite
from papersearch.tagging.risks.prose_found import following_status
from papersearch.tagging.risks.prose_names import above, cue, subject
from papersearch.tagging.risks.prose_patterns import patterns, with_band
from papersearch.tagging.risks.prose_stances import sets_levels, speaks_of_appetite, stances
from papersearch.tagging.risks.scales import level_of, low_to_high
from papersearch.tagging.risks.value import Reading, expression, levels_in, read_appetite

# "Appetite: Low (1-4) Now: 12 Aim: 4": the next label ends the value.
_NEXT_LABEL = re.compile(r"[\s;|]+(?=[A-Z][\w ]{1,20}:\s)")
# "Future pathway: None", "Financial implications: None" below a title on appetite.
_FOOT = re.compile(
    r"\b(?:pathway|implications?|considerations?|appendi(?:x|ces)|annex(?:es)?|background papers?|"
    r"attachments?|contact|status|date|classification|consultation|assurance|ratings?|exemptions?|conflicts?|declarations?)\b",
    re.IGNORECASE,
)


def labelled(sentence: Span, found: re.Match[str]) -> Found | None:
    """Return the appetite of "Risk appetite: Cautious"."""
    value = _NEXT_LABEL.split(found.group("value").strip())[0]
    reading = _ticked_value(sentence, found) or read_appetite(value.rstrip("."))
    if reading is None or not reading.appetite.raw or len(reading.appetite.levels) >= 3:
        return None
    if not reading.appetite.levels and not reading.strict:
        return None
    if not is_asserted(sentence, found.start(), found.start("value")):
        return None
    appetite = reading.appetite
    if appetite.raw and not reading.strict:
        raw = with_band(appetite.raw, value[len(appetite.raw) :])
        appetite = replace(appetite, raw=raw)
    if appetite.status is None:
        appetite = replace(appetite, status=following_status(sentence))
    if appetite.levels and len(set(levels_in(value))) >= 3:
        return None  # the scale and its meaning
    if appetite.levels and not reading.strict and not appetite.towards:
        words = value.split()
        if len(words) > 12 and words[0][:1].islower():
            return None
    about = found.groupdict().get("mid")
    name = subject(re.sub(rf"^\s*{cue('about')}\s+", "", about, flags=re.I)) if about else None
    reference = None
    if name is None:
        before = clean(sentence.text[: found.start()].strip().rstrip("–—-:;,|"))
        if before and len(before.split()) <= 12:
            reference, label = split_reference(before)
            name = heading_name(label) if label else None
    if name is None and reference is None:
        reference, name = above(sentence)
    risk = Risk(
        reference=reference,
        level1=name,
        appetite=appetite,
        evidence=evidence(sentence, "label 'risk appetite' with its value"),
    )
    return Found(risk, sentence, "prose")


_ONLY_LABEL = re.compile(
    r"(?:(?:our|the|board|trust|council|current|agreed|overall|approved)\s+)*(?:risk\s+)?appetite"
    r"(?:\s+(?:level|rating|position))?\s*:?",
    re.IGNORECASE,
)
_LONGEST_VALUE = 8  # words


def read_labels(doc: Doc) -> Iterator[Found]:
    """Yield the risks, named above, of "Risk appetite" and a level in blocks of their own."""
    layout = list(doc.spans.get("layout", ()))
    for label, following in itertools.pairwise(layout):
        if _ONLY_LABEL.fullmatch(fold(label.text)) is None or following.label_ == "table":
            continue
        value = fold(following.text)
        reading = read_appetite(value.rstrip(".")) if len(value.split()) <= _LONGEST_VALUE else None
        if reading is None or not 0 < len(reading.appetite.levels) < 3:
            continue
        reference, name = above(label)
        if (reading.strict or reading.appetite.towards) and (reference or name):
            why = evidence(following, f"{fold(label.text)!r} above its value")
            risk = Risk(reference=reference, level1=name, appetite=reading.appetite, evidence=why)
            yield Found(risk, following, "form")


def read_headings(doc: Doc) -> Iterator[Found]:
    """Yield the risks of headings that name a level each ("Finance – Cautious").

    Two of them or more, in a paper whose title or earlier heading is on appetite.
    """
    title = (doc._.paper.cover.title or "") if doc._.paper is not None else ""
    on_topic = "appetite" in title.lower()
    found: list[Found] = []
    for block in doc.spans.get("layout", ()):
        if block.label_ != "heading":
            continue
        text = fold(block.text)
        if "appetite" in text.lower():
            on_topic = True
            continue
        item = patterns()["item"].match(text) if on_topic else None
        reading = read_appetite(item.group("value")) if item else None
        if item and reading and reading.strict and 0 < len(reading.appetite.levels) < 3:
            name = heading_name(item.group("name"))
            if name is None or re.fullmatch(expression(), name, re.IGNORECASE):
                continue
            reference, name = split_reference(name)
            risk = Risk(
                reference=reference,
                level1=name or None,
                appetite=reading.appetite,
                evidence=evidence(block, "headings that name a risk and its appetite"),
            )
            found.append(Found(risk, block, "prose"))
    if len(found) > 1:
        yield from found


def _ticked_value(sentence: Span, found: re.Match[str]) -> Reading | None:
    """Return the level that a tick picks out of a scale printed after the label."""
    offset = sentence.start_char + found.start("value")
    span = sentence.doc.char_span(offset, sentence.end_char, alignment_mode="expand")
    if span is None or not is_printed_scale(span):
        return None
    picked = chosen(span)
    raw = fold(span.doc[picked[0].start : picked[-1].end].text) if picked else None
    return Reading(Appetite(raw=raw, levels=low_to_high(level_of(w.text) for w in picked)), True)


def in_section(sentence: Span) -> Iterator[Found]:
    """Yield list items and sentences below a heading or lead-in on risk appetite."""
    if not speaks_of_appetite(sentence) and not sets_levels(sentence):
        return
    text = fold(sentence.text)
    if patterns()["item"].match(text) and on_appetite(sentence):
        risk = item_risk(text)
        if risk is not None:
            where = evidence(sentence, "list of risks with their appetites")
            yield Found(replace(risk, evidence=where), sentence, "prose")
        return
    yield from stances(sentence)


def item_risk(text: str) -> Risk | None:
    """Return the risk of an item that is a name and its level and nothing else.

    >>> item_risk("SR2: Workforce – Cautious (4-6)").appetite.raw
    'Cautious (4-6)'
    """
    item = patterns()["item"].match(text)
    if item is None:
        return None
    value = item.group("value").rstrip(".")
    reading = read_appetite(value if "(" in value else value.rstrip(")"))
    name = item.group("name").strip()
    if (
        reading is None
        or is_cover_label(name)
        or _FOOT.search(name)
        or not 0 < len(reading.appetite.levels) < 3
        or not (reading.strict or reading.appetite.towards)
        or re.fullmatch(expression(), name, re.IGNORECASE)
    ):
        return None
    reference, name = split_reference(name)
    return Risk(reference=reference, level1=name or None, appetite=reading.appetite)
