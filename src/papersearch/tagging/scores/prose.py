"""Scores that sentences and list items give to a risk that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span

from papersearch.record import RiskScore
from papersearch.tagging.layout import block_at, blocks_before, evidence, sentence_at
from papersearch.tagging.risks.found import Taken
from papersearch.tagging.risks.prose_names import above
from papersearch.tagging.risks.value import fold
from papersearch.tagging.scores.headers import Kind, holds, kind_of
from papersearch.tagging.scores.named import Named, another, named, told_before
from papersearch.tagging.scores.notation import Order, Score, cues, from_match, patterns
from papersearch.tagging.scores.tables import FoundScore

_CONTEXT = re.compile(
    r"\b(?:risks?|scor(?:e|es|ed|ing)|rat(?:ed|ing)|likelihood|consequence|BAF)\b", re.IGNORECASE
)
_RISK = re.compile(r"\brisks?\b|\bBAF\b|\blikelihood\b|\bthreat\b", re.IGNORECASE)
_CUE = re.compile(
    r"(?:\b(?:risk\s+)?(?:scor(?:e|es|ed|ing)|rat(?:ed|ing)s?|grad(?:ed|ing))\b(?:\s+(?:is|of|at|as|was|to|currently|"
    r"now|remains?|remained|stands|stood|has|been|be|set|unchanged|still|high|extreme|moderate|low|a|an|red|amber)\b|\s*[:=–-]|\s*\()*\s*"
    r"|\btarget\b(?:\s+(?:is|of|at|score|rating|risk|remains?|stays|still|unchanged)\b|\s*[:=–-]|\s*\()*\s*"
    r"|\b(?:score|rating|target)s?\b[^.;:\d]{0,20}\b(?:for|of|on)\s[^.;:]{1,60}\s(?:is|remains|was)\s+"
    r"|\b(?:risen|fallen|gone|come|increased|reduced|decreased|raised|lowered|moved|dropped|rose|fell)\s+"
    r"(?:\w+\s+)?to\s+(?:a\s+(?:score|rating)\s+of\s+)?"
    r"|\b(?:remains?|remained|stands?|sits?|is|continues)\s+(?:unchanged\s+)?at\s+(?:a\s+)?(?:an\s+)?)$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\bfrom\s+(?P<old>(?:(?!\bto\b)[^.;]){1,30}?)\s+(?:up\s+|down\s+)?to\s+(?:a\s+(?:score|rating)\s+of\s+)?(?=\d|[LCI]\d)",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:is|are)\s+(?:\w+\s+)?(?:scored|rated|graded|assessed|given)\b|\b(?:scores|stands|sits|currently|now)\b|\bstill\s+\w+|"
    r"\b(?:had|has|have)\s+been\s+(?:\w+\s+)?(?:scored|rated|graded|assessed)\b|"
    r"\b(?:has|have)\s+(?:gone|come|risen|fallen|a|an)\b|,\s*(?:scored|rated|graded|scoring)\b|"
    r"\brisks?\b[^.;]{0,80}\s[-–—:(]\s*$|\b(?:is|are)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
# "score 12 (L3, I4) – remains the chief risk", "15 now", "16 in June and remains at that level"
_STILL = re.compile(
    r"[\s)\],–—-]{0,6}(?:now|today|at present|currently|"
    r"(?:and (?:it )?)?(?:is still|remains?|continues)(?! to\b))\b|"
    r"[^.;\d]{0,30}\band (?:it )?(?:remains?|stays) (?:at (?:that|this)|unchanged|there)\b",
    re.IGNORECASE,
)
# A score of a risk that the words around it do not name: kept without a name.
_THE_RISK = re.compile(
    r"\W*(?:the|this) risk (?:\w+ )?(?:scores|is scored|is rated)\b", re.IGNORECASE
)
_FALLING = re.compile(
    r"\b(?:fall|reduc|drop|lower|com)ing\s+(?:down\s+)?to\s+(?:\w+\s+){0,4}$", re.I
)
_ONCE = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:after|once|when|by|following|with)\b", re.IGNORECASE)
_IN_BRACKETS_AT_END = re.compile(r"[(\[]\s*(?P<score>\d{1,2})\s*[)\]]\s*[;.,]?\s*$")
_PRODUCTS = frozenset(a * b for a in range(1, 6) for b in range(1, 6))
_BEFORE = re.compile(r"\b(?:had been|was|were|stood)\b[^.;]*$", re.IGNORECASE)
_OF_LIMIT = re.compile(
    r"\b(?:toleran(?:ce|ces|t)|limit|threshold|appetite|ceiling)\b(?:(?!\btarget\b)[^.;,\d]){0,40}$",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:closed|taken off|removed from|come off|came off|archived|no longer on)\b", re.IGNORECASE
)
_KINDS_NEAR = 45  # characters before a number in which its kind is named


def read_prose(doc: Doc, taken: Sequence[Span], order: Order | None) -> Iterator[FoundScore]:
    """Yield the scores in sentences of *doc* outside the spans *taken* and outside tables."""
    blocked = Taken([*taken, *(view.span for view in doc._.tables)])
    last, last_block = Named(), -1
    for sentence in doc.sents:
        if not any(token.like_num or token.shape_.count("d") for token in sentence):
            continue
        text = sentence.text.rstrip()
        if not re.search(r"\d", text) or blocked.overlaps(sentence):
            continue
        block = block_at(sentence)
        place = -1 if block is None else block.start
        if not _may_score(sentence, text, last if place == last_block else Named()):
            continue
        if holds("prose", "veto", text):
            continue
        found = list(_scores(text, order)) or _at_end(sentence, text)
        if not found or (_BEFORE.search(text[: found[0][1]]) and _is_of_closed(sentence)):
            continue
        risk = named(text[: found[0][1]])
        if not risk.known and risk.refers and last.known and place == last_block:
            risk = last
        elif not risk.known and risk.refers:
            risk = told_before(_sentence_before(sentence))
            risk = risk if risk.known else Named(*above(sentence))
        if not risk.known and not _THE_RISK.match(text):
            continue
        if not (risk.reference or risk == last or _on_risks(sentence)):
            continue
        before = 0
        for kind, start, end, score in found:
            if before and (other := another(text[before:start])) is not None:
                risk = other
            before = end
            why = f"sentence that gives a score: {fold(score.raw)!r}"
            item = RiskScore(
                name=risk.name,
                reference=risk.reference,
                kind=kind,
                likelihood=score.likelihood,
                consequence=score.consequence,
                score=score.score,
                evidence=evidence(sentence, why + score.remark),
            )
            yield FoundScore(item, sentence, score.raw if score.wrong else None)
        last, last_block = risk, place


def _at_end(sentence: Span, text: str) -> list[tuple[Kind | None, int, int, Score]]:
    """Return the score of an item "Ageing boilers (20)" below words on risks and their scores."""
    found = _IN_BRACKETS_AT_END.search(text)
    if found is None or not _is_item(sentence):
        return []
    number = int(found.group("score"))
    if number not in _PRODUCTS:
        return []
    return [(None, found.start(), found.end(), Score(None, None, number, raw=found.group("score")))]


def _is_of_closed(sentence: Span) -> bool:
    """Tell the last score of a risk that this sentence, or the one before it, says was closed."""
    return any(_CLOSED.search(text) for text in (sentence.text, _sentence_before(sentence)))


def _sentence_before(sentence: Span) -> str:
    """Return the words of the sentence before *sentence*, of the same block."""
    if sentence.start == 0:
        return ""
    before = sentence_at(sentence.doc[sentence.start - 1 : sentence.start])
    same = block_at(before) == block_at(sentence)
    return str(before.text) if same else ""


def _may_score(sentence: Span, text: str, last: Named) -> bool:
    """Tell a sentence that may score a risk: by its words, its product, or what it follows."""
    if _CONTEXT.search(text) or last.known or _is_item(sentence):
        return True
    product = patterns()["total_first"].search(text) or patterns()["product"].search(text)
    return product is not None and _in_risky_block(sentence)


def _in_risky_block(sentence: Span) -> bool:
    """Tell a sentence whose paragraph, or the heading above it, speaks of risks."""
    block = block_at(sentence)
    heading = sentence._.heading
    texts = [str(part.text) for part in (block, heading) if part is not None]
    return any(_RISK.search(text) or re.search(r"\bregister\b", text, re.I) for text in texts)


def _is_item(sentence: Span) -> bool:
    """Tell a list item below words on risks and their scores."""
    block = sentence._.block
    if block is None or block.kind != "list_item":
        return False
    for span in blocks_before(sentence, 15):
        if span.label_ != "list_item":
            return bool(
                re.search(r"\brisks?\b", span.text, re.I)
                and re.search(
                    r"\bscor|\brat(?:ed|ing)|\b(?:highest|top|extreme|red|greatest)\b.*\brisks?\b|"
                    r"\brisk register\b",
                    span.text,
                    re.I,
                )
            )
    return False


def _on_risks(sentence: Span) -> bool:
    """Tell a sentence on a risk from one on a tender or an inspection."""
    return bool(_RISK.search(sentence.text)) or _in_risky_block(sentence) or _is_item(sentence)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    keys = ("product", "total_first", "total_first_open", "named_product", "pair", "named_pair",
            "band_first", "band_last", "number")  # fmt: skip
    return tuple((key, patterns()[key]) for key in keys)


def _scores(text: str, order: Order | None) -> Iterator[tuple[Kind | None, int, int, Score]]:
    """Yield kind, start, end and score of each score that the sentence prints."""
    taken: list[tuple[int, int]] = []
    out: list[tuple[Kind | None, int, int, Score]] = []
    old = [m.span("old") for m in _FROM_TO.finditer(text)]
    for key, pattern in _forms():
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(a < end and start < b for a, b in taken) or not _stands_alone(text, start, end):
                continue
            score = from_match(key, found, order)
            if score is None:
                continue
            before = text[:start]
            is_falling = _FALLING.search(before) is not None and (
                bool(out) or re.search(r"\bscor|\brat(?:ed|ing)", text, re.I) is not None
            )
            ends_change = _FROM_TO.search(text[: end + 1]) and _ends_from_to(text, start)
            has_cue = _CUE.search(before) or is_falling or ends_change
            in_brackets = before.rstrip().endswith(("(", "[", "–", "—", "-", ":"))
            is_band = key in ("band_last", "band_first")
            is_risk_band = is_band and in_brackets and re.search(r"\brisk", text, re.I)
            if (is_band or key == "number") and not (has_cue or is_risk_band):
                continue
            if key == "pair" and not (
                has_cue or re.search(r"\brisk|\bscor|\brat(?:ed|ing)", text, re.I)
            ):
                continue
            taken.append((start, end))
            if _OF_LIMIT.search(before):
                continue
            if any(a <= start < b or a < end <= b for a, b in old):
                continue
            out.append((_kind(text, start, end), start, end, score))
    yield from sorted(out, key=lambda item: item[1])


def _ends_from_to(text: str, start: int) -> bool:
    return any(m.end() == start for m in _FROM_TO.finditer(text))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell a number from a part of a date, a sum, a percentage or a reference."""
    before, after = text[max(0, start - 2) : start], text[end : end + 12]
    if re.search(r"[\w£$€.,/#]$|\d\s$", before) and not re.search(
        r"[a-z]$", before[-1:] or " ", re.I
    ):
        return False
    if re.search(r"[A-Za-z£$€#/.]$", before):
        return False
    return not re.match(
        r"[A-Za-z0-9/%]|\s*%|[.,]\d|\s+(?:per\s?cent|percent|days?|weeks?|months?|years?|hours?|patients|staff|beds|"
        r"risks|million|m\b|k\b|people|cases|january|february|march|april|may|june|july|august|september|october|"
        r"november|december|actions|of the|out of (?!25\b))",
        after,
        re.IGNORECASE,
    )


def _kind(text: str, start: int, end: int) -> Kind | None:
    """Return the kind named nearest before the number, else right after it."""
    if _FALLING.search(text[:start]) and _ONCE.match(text[end:]):
        return "target"
    near = text[max(0, start - _KINDS_NEAR) : start]
    near = re.split(r"[.;]|(?<![A-Z]{2}\s)(?<![A-Z]{2})(?<!isk\s)\d(?=\D*$)", near)[-1]
    kinds: tuple[Kind, ...] = ("initial", "current", "target")
    best: tuple[int, Kind] | None = None
    for kind in kinds:
        for pattern in cues()["kind"][kind]:  # type: ignore[attr-defined]
            for found in re.finditer(pattern, near, re.IGNORECASE):
                if best is None or found.end() > best[0]:
                    best = (found.end(), kind)
    if best is not None:
        return best[1]
    if _STILL.match(text[end:]):
        return "current"
    after = re.match(
        r"\s*[(\[]?\s*(?P<word>current|target|initial|inherent|residual)\b", text[end:], re.I
    )
    if after:
        return kind_of(after.group("word"))
    if re.search(r"\bfrom\b[^.;]{1,30}\bto\s+(?:an?\s+\w+\s+of\s+)?$", text[:start], re.IGNORECASE):
        return "current"
    if re.search(
        r"\b(?:increased|reduced|decreased|raised|lowered|moved|remains?|remained)\b",
        text[:start],
        re.I,
    ):
        return "current"
    if _BEFORE.search(text[:start]) and re.match(
        r"[^.;]{0,40}\b(?:before|at first|initially|originally|at the (?:outset|start))\b",
        text[end:],
        re.I,
    ):
        return "initial"
    return "current" if _NOW.search(text[:start]) else None
