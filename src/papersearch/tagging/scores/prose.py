"""Scores that sentences and list items give to a risk that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span

from papersearch.record import RiskScore
from papersearch.tagging.layout import blocks_before, evidence
from papersearch.tagging.risks.names import clean, split_reference
from papersearch.tagging.risks.prose_names import above
from papersearch.tagging.risks.value import fold
from papersearch.tagging.scores.headers import Kind, holds, kind_of
from papersearch.tagging.scores.notation import Order, Score, cues, from_match, patterns
from papersearch.tagging.scores.tables import FoundScore

_CONTEXT = re.compile(
    r"\b(?:risks?|scor(?:e|es|ed|ing)|rat(?:ed|ing)|likelihood|consequence|BAF)\b", re.IGNORECASE
)
_RISK = re.compile(r"\brisks?\b|\bBAF\b|\blikelihood\b|\bthreat\b", re.IGNORECASE)
_CUE = re.compile(
    r"(?:\b(?:risk\s+)?(?:scor(?:e|es|ed|ing)|rat(?:ed|ing)s?|grad(?:ed|ing))\b(?:\s+(?:is|of|at|as|was|to|currently|"
    r"now|remains?|remained|stands|stood|has|been|be|set|unchanged|still|high|extreme|moderate|low|a|an|red|amber)\b|\s*[:=–-]|\s*\()*\s*"
    r"|\btarget\b(?:\s+(?:is|of|at|score|rating|risk)\b|\s*[:=–-]|\s*\()*\s*"
    r"|\b(?:remains?|remained|stands?|sits?|is|continues)\s+(?:unchanged\s+)?at\s+(?:a\s+)?(?:an\s+)?)$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\bfrom\s+(?P<old>(?:(?!\bto\b)[^.;]){1,30}?)\s+(?:up\s+|down\s+)?to\s+(?:a\s+(?:score|rating)\s+of\s+)?(?=\d|[LCI]\d)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\s+(?:(?:is|are|was|were|has|have|had|remains?|remained|continues?|stands?|stood|sits?|currently|now|still|also|both)\s+)+"
    r"(?:been\s+|being\s+|to be\s+)?(?:currently\s+|now\s+|re-?)?(?:scored?|rated|graded|"
    r"assessed|increased|reduced|decreased|"
    r"raised|lowered|moved|at\b|unchanged|given|a\b|an\b|reviewed|set|held|down|up|escalated|de-?escalated)|"
    r"\s+(?:increased|reduced|decreased|rose|fell|moved|improved|deteriorated|worsened|dropped|went)\b|"
    r"\s+(?:scores(?!\s+(?:for|of|on))|scored|remains?|remained|stands|has\s+a|with\s+a|has\s+an|with\s+an)\b|\s*[(\[–—:,-]\s*$|\s+(?:from|at|is|was)\s",
    re.IGNORECASE,
)
_KINDS_NEAR = 45  # characters before a number in which its kind is named


def read_prose(doc: Doc, taken: Sequence[Span], order: Order | None) -> Iterator[FoundScore]:
    """Yield the scores in sentences of *doc* outside the spans *taken* and outside tables."""
    blocked = [(span.start, span.end) for span in taken]
    blocked += [(view.span.start, view.span.end) for view in doc._.tables]
    name: tuple[str | None, str | None] = (None, None)
    for sentence in doc.sents:
        text = sentence.text.rstrip()
        if not re.search(r"\d", text) or not (_CONTEXT.search(text) or _is_item(sentence)):
            continue
        if any(start < sentence.end and sentence.start < end for start, end in blocked):
            continue
        if holds("prose", "veto", text):
            continue
        found = list(_scores(text, order))
        if not found:
            continue
        name = _name(sentence, text, found[0][1])
        if name == (None, None) or not (name[0] or _on_risks(sentence)):
            continue
        for kind, _, score in found:
            item = RiskScore(
                name=name[1],
                reference=name[0],
                kind=kind,
                likelihood=score.likelihood,
                consequence=score.consequence,
                score=score.score,
                evidence=evidence(sentence, f"sentence that gives a score: {fold(score.raw)!r}"),
            )
            yield FoundScore(item, sentence, score.raw if score.wrong else None)


def _is_item(sentence: Span) -> bool:
    """Tell a list item below words on risks and their scores."""
    block = sentence._.block
    if block is None or block.kind != "list_item":
        return False
    for span in blocks_before(sentence, 15):
        if span.label_ != "list_item":
            return bool(
                re.search(r"\brisks?\b", span.text, re.I)
                and re.search(r"\bscor|\brat(?:ed|ing)", span.text, re.I)
            )
    return False


def _on_risks(sentence: Span) -> bool:
    """Tell a sentence on a risk from one on a tender or an inspection."""
    heading = sentence._.heading
    texts = (sentence.text, heading.text if heading is not None else "")
    return any(_RISK.search(text) for text in texts) or _is_item(sentence)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    keys = ("product", "total_first", "total_first_open", "named_product", "pair", "named_pair",
            "band_first", "band_last", "number")  # fmt: skip
    return tuple((key, patterns()[key]) for key in keys)


def _scores(text: str, order: Order | None) -> Iterator[tuple[Kind | None, int, Score]]:
    """Yield kind, place and score of each score that the sentence prints."""
    taken: list[tuple[int, int]] = []
    out: list[tuple[Kind | None, int, int, Score]] = []
    old = [m.span("old") for m in _FROM_TO.finditer(text)]
    local = order
    for key, pattern in _forms():
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(a < end and start < b for a, b in taken) or not _stands_alone(text, start, end):
                continue
            score = from_match(key, found, local)
            if score is None:
                continue
            before = text[:start]
            has_cue = _CUE.search(before) or (
                _FROM_TO.search(text[: end + 1]) and _ends_from_to(text, start)
            )
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
            if any(a <= start < b or a < end <= b for a, b in old):
                continue
            out.append((_kind(text, start, end), start, end, score))
    for kind, start, _, score in sorted(out, key=lambda item: item[1]):
        yield kind, start, score


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
    near = text[max(0, start - _KINDS_NEAR) : start]
    near = re.split(r"[.;]|\d(?=\D*$)", near)[-1]
    kinds: tuple[Kind, ...] = ("initial", "current", "target")
    best: tuple[int, Kind] | None = None
    for kind in kinds:
        for pattern in cues()["kind"][kind]:  # type: ignore[attr-defined]
            for found in re.finditer(pattern, near, re.IGNORECASE):
                if best is None or found.end() > best[0]:
                    best = (found.end(), kind)
    if best is not None:
        return best[1]
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
    if re.search(r"\b(?:is|are|remains?)\s+(?:scored|rated)\b|\bcurrently\b", text[:start], re.I):
        return "current"
    return None


def _name(sentence: Span, text: str, start: int) -> tuple[str | None, str | None]:
    """Return reference and name of the risk that the sentence scores."""
    before = text[:start]
    quoted = re.search(r"[“\"‘'](?P<name>[^”\"’]{4,120})[”\"’]", before)
    verb = _VERB.search(before)
    subject = before[: verb.start()] if verb else before
    subject = re.sub(
        r"^\W*(?:however|overall|in addition|the committee noted that|the board noted that|"
        r"it was noted that|"
        r"members noted that|following review|as a result|currently)\b,?\s*",
        "",
        subject,
        flags=re.IGNORECASE,
    )
    subject = re.sub(
        r"\b(?:(?:the\s+)?(?:current|initial|inherent|residual|target|overall)\s+)?(?:risk\s+)?(?:score|rating)\s+"
        r"(?:for|of|on|against)\s+",
        "",
        subject,
        flags=re.IGNORECASE,
    )
    reference = None
    inside = re.search(
        r"[(\[]\s*(?P<ref>(?:BAF|risk|ref\.?|datix|CRR|SR|ID)?\s*(?:no\.?\s*|"
        r"#)?[A-Z]{0,5}[-./ ]?\d{1,6}[a-z]?)\s*[)\]]",
        subject,
        re.I,
    )
    if inside:
        reference = clean(inside.group("ref"))
        subject = subject[: inside.start()] + " " + subject[inside.end() :]
    found, subject = split_reference(subject)
    reference = reference or found
    subject = clean(subject).strip(" ,(–—-:[")
    subject = re.sub(r"^(?:the|a|an|our|its)\s+(?=\w)", "", subject, flags=re.IGNORECASE)
    subject = re.sub(
        r"^risks?\s+(?:of|that|to|relating to|associated with|in relation to|around|regarding)\s+",
        "",
        subject,
        flags=re.I,
    )
    subject = re.sub(
        r"\s*(?:[:,–—-]|\bwith\b)?\s*(?:(?:the|a|an)\s+)?(?:current|initial|inherent|residual|target|gross|net)?"
        r"\s*(?:risk\s+)?(?:score|rating)?$",
        "",
        subject,
        flags=re.IGNORECASE,
    )
    if quoted:
        return reference, fold(quoted.group("name"))
    if re.fullmatch(
        r"(?:(?:this|that|it|these|they|which|risk|the risk|risks|current|residual|initial|"
        r"inherent|target|score|"
        r"rating|risk score|risk rating|overall|is|now|scores?|gross|net|likelihood|consequence|"
        r"impact|and|with)\s*)*",
        subject,
        re.I,
    ):
        subject = ""
    if (
        subject
        and len(subject.split()) <= 30
        and not re.search(
            r"\b(?:there are|risks? with|of these|number of)\b|^\d+\b|^(?:all|both|two|three|"
            r"four|five|six|seven|eight|nine|ten)\b",
            subject,
            re.I,
        )
    ):
        return reference, subject
    if reference:
        return reference, None
    if subject:
        return None, None
    return above(sentence)
