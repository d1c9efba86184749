"""Scores that sentences, list items and cells of tables give to a risk that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span

from papersearch.record import RiskScore
from papersearch.tagging.layout import block_at, blocks_before, evidence
from papersearch.tagging.risks.found import Taken
from papersearch.tagging.risks.names import clean
from papersearch.tagging.risks.prose_names import above
from papersearch.tagging.risks.value import fold
from papersearch.tagging.scores.context import (
    is_item,
    is_vetoed,
    may_score,
    on_risks,
    sentence_before,
)
from papersearch.tagging.scores.found import FoundScore
from papersearch.tagging.scores.headers import holds
from papersearch.tagging.scores.kinds import Value
from papersearch.tagging.scores.named import (
    Named,
    another,
    has_risk_reference,
    is_label_first,
    named,
    named_after,
    told_before,
)
from papersearch.tagging.scores.notation import Order, Score, figures
from papersearch.tagging.scores.values import PRODUCTS, values

# A score of a risk that the words around it do not name: kept without a name.
_THE_RISK = re.compile(
    r"\W*(?:the|this) risk (?:\w+ )?(?:scores|is scored|is rated)\b", re.IGNORECASE
)
_AT_END = re.compile(
    r"(?:[(\[]\s*(?P<inside>\d{1,2})\s*[)\]]|(?:\s[–—-]|:)\s*(?P<bare>\d{1,2}))\s*[;.,]?\s*$"
)
_ITEMS_BACK = 3
_WEAK = re.compile(r"(?<!scored )(?<!rated )\b(?:at|to|remains?|remained)\s+$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:had been|was|were|stood)\b[^.;]*$", re.IGNORECASE)
_CLOSED = re.compile(
    r"\b(?:closed|taken off|removed from|come off|came off|archived|no longer on)\b", re.IGNORECASE
)


def read_prose(doc: Doc, taken: Sequence[Span], order: Order | None) -> Iterator[FoundScore]:
    """Yield the scores in sentences of *doc* outside the spans *taken* and outside tables."""
    blocked = Taken([*taken, *(view.span for view in doc._.tables)])
    last, last_block = Named(), -1
    for sentence in doc.sents:
        if not any(token.like_num or token.shape_.count("d") for token in sentence):
            continue
        text = sentence.text.rstrip()
        if not re.search(r"\d", figures(text)) or blocked.overlaps(sentence):
            continue
        block = block_at(sentence)
        place = -1 if block is None else block.start
        known = last if place == last_block else Named()
        is_referred = has_risk_reference(f"{sentence_before(sentence)} {text}")
        if not (known.known or is_referred or may_score(sentence, text)):
            continue
        if is_vetoed(text):
            continue
        is_on_risks = is_referred or on_risks(sentence)
        found = values(text, order, is_on_risks) or _at_end(sentence, text)
        if not found or (_BEFORE.search(text[: found[0].start]) and _is_of_closed(sentence)):
            continue
        risk = _risk(sentence, text, found[0], known)
        if not risk.known and len(found) == 1 and not _THE_RISK.match(text):
            continue
        if not (risk.reference or risk == last or is_on_risks):
            continue
        yield from _scored(sentence, text, risk, found)
        last, last_block = _last_named(text, risk, found), place


def _risk(sentence: Span, text: str, first: Value, known: Named) -> Named:
    """Return the risk named before the first score, in the sentence or by what stands above."""
    risk = named(text[: first.start])
    if not risk.known and first.total is not None:
        risk = named(text[: first.total])
    if not risk.known and not re.search(r"[A-Za-z]{3}", text[: first.start]):
        risk = named_after(text[first.end :])
        risk = risk if risk.known else Named(refers=True)
    if risk.known or not risk.refers:
        return risk
    if known.known:
        return known
    risk = told_before(sentence_before(sentence), bare=is_label_first(text))
    if not risk.known:
        risk = item_above(sentence)
    return risk if risk.known else Named(*above(sentence))


def item_above(sentence: Span) -> Named:
    """Return the risk that an item right above names, whose scores follow as items below it."""
    if sentence._.block is None or sentence._.block.kind != "list_item":
        return Named()
    for block in blocks_before(sentence, _ITEMS_BACK):
        text = clean(block.text)
        if block.label_ == "list_item" and not re.search(r"[:.]$|:\s|\d\s*$", text):
            found = named(f"{text} is ")
            if found.name is not None and text[:1].isupper():
                return found
    return Named()


def _last_named(text: str, risk: Named, found: Sequence[Value]) -> Named:
    for one, following in pairwise(found):
        risk = another(text[one.end : following.start]) or risk
    return risk


def _scored(sentence: Span, text: str, risk: Named, found: Sequence[Value]) -> Iterator[FoundScore]:
    before, measured = 0, False
    for one in found:
        score = one.score
        if before and (other := another(text[before : one.start])) is not None:
            risk, measured = other, False
        before = one.end
        if not risk.known and not _THE_RISK.match(text):
            continue
        is_weak = _WEAK.search(text[: one.start]) is not None
        if is_weak and not risk.reference and _is_measure(risk.name or "", score):
            measured = True
        if measured:
            continue  # "Sickness is at 6, with a target of 4"
        if _counts(risk, one, text):
            continue
        why = f"sentence that gives a score: {fold(score.raw)!r}"
        item = RiskScore(
            name=risk.name,
            reference=risk.reference,
            # What a sentence gives without another word is how the risk stands.
            kind=one.kind or "current",
            likelihood=score.likelihood,
            consequence=score.consequence,
            score=score.score,
            evidence=evidence(sentence, why + score.remark),
        )
        yield FoundScore(item, sentence, score.raw if score.wrong else None)


def _counts(risk: Named, one: Value, text: str) -> bool:
    """Tell "completed for 16 wards, with a target of 20" from a risk: its name holds a number."""
    is_plain = one.score.factors is None and not re.search(r"\bscor|\brat(?:ed|ing)", text, re.I)
    return is_plain and risk.reference is None and re.search(r"\d", risk.name or "") is not None


def _is_measure(name: str, score: Score) -> bool:
    """Tell "The vacancy rate is at 12" from a risk."""
    return score.factors is None and (
        score.score not in PRODUCTS or holds("prose", "measures", name)
    )


def _at_end(sentence: Span, text: str) -> list[Value]:
    """Return the score of an item "Ageing boilers (20)" below words on risks and their scores."""
    found = _AT_END.search(text)
    if found is None or not is_item(sentence):
        return []
    number = int(found.group("inside") or found.group("bare"))
    if number not in PRODUCTS:
        return []
    return [Value(None, found.start(), found.end(), Score(None, None, number, raw=str(number)))]


def _is_of_closed(sentence: Span) -> bool:
    """Tell the last score of a risk that this sentence, or the one before it, says was closed."""
    return any(_CLOSED.search(text) for text in (sentence.text, sentence_before(sentence)))
