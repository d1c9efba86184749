"""Whether a sentence on appetite states this body's appetite now."""

from __future__ import annotations

import re
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Span

from papersearch.tagging.layout import blocks_before
from papersearch.tagging.risks.cues import cues, fold, matches

_RISK_THAT = re.compile(
    r"\b(?:that|which|who|where|what|they|it|we|this|there)\s+(?:could|may|might|would|had|not)\b",
    re.I,
)
_MODAL_PURPOSE = re.compile(
    r"\bmay (?:wish|want|like) to (?:note|know|consider)\b|"
    r"\b(?:not only|whether or not|if necessary|if any)\b",
    re.I,
)
_YEARS = re.compile(r"\b(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)\b|\b(20\d\d)\b")
_GENERIC = frozenset(
    """the trust board council authority group nhs foundation integrated care hospital hospitals of
    and university college county city borough district directors community health services icb
    governing body cabinet committee executive combined association police fire rescue service risk
    our a partnership audit finance quality in members company january february march april may june
    july august september october november december monday tuesday wednesday thursday friday
    """.split()
)
_BODY = re.compile(
    r"\b(?P<body>(?:[A-Z][\w’'&.-]*\s+(?:(?:of the|of|and|for|&)\s+)*)+"
    r"(?:Trust|Council|Board|ICB|Authority|University|College|Hospitals?|Association|Police|Group|Agency))"
    r"(?=[’']s?\s|\s+(?:has|have|had|adopts?|takes?|sets?|holds|operates|is|agreed|approved))"
)


def is_asserted(sentence: Span, start: int, end: int) -> bool:
    """Tell words *start* to *end* of *sentence* from definitions, examples, history, hearsay."""
    text = sentence.text
    before = re.sub(r"\([^()]*\)", " ", text[:start])  # "(last year's in brackets)"
    before = re.sub(r",\s+which\s[^,;.]*,", " ", before)  # "For treasury, which does not arise, …"
    before = _MODAL_PURPOSE.sub(" ", _RISK_THAT.sub(" ", before))
    before = re.split(r";\s|\.\s|:\s", before)[-1]
    within = text[start:end]
    if text.rstrip().endswith("?"):
        return False
    if matches("prose", "veto_before", before) or matches("prose", "veto_after", text[end:]):
        return False
    if re.search(r"\b(?:not|never|no longer|rang\w+)\b", within, re.IGNORECASE):
        return False
    if any(pattern.search(before + within) for pattern in _others()):
        return False
    if _had_then(sentence, before):
        return False
    return not _other_body(sentence, before + within) and not _earlier_year(sentence)


@cache
def _others() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in cues()["prose"]["other_bodies"])


def _other_body(sentence: Span, words: str) -> bool:
    paper = sentence.doc._.paper
    own = paper.cover.organisation if paper is not None else None
    if not own:
        return False
    own_words = set(re.findall(r"\w+", own.lower()))
    initials = "".join(word[0] for word in own.split() if word[:1].isupper()).lower()
    for found in _BODY.finditer(words):
        body = re.split(r"\b(?:The|This|That|Our|Its)\s", found.group("body"))[-1]
        names = set(re.findall(r"\w+", body.lower())) - _GENERIC - STOP_WORDS
        if names and not names & own_words and initials not in names:
            return True
    return False


def _earlier_year(sentence: Span) -> bool:
    """Tell a sentence that speaks of an earlier year than the paper's own, and of no other."""
    paper = sentence.doc._.paper
    if paper is None:
        return False
    now = _year_of(paper.cover.financial_year, paper.cover.meeting.date)
    if now is None:
        return False
    years = [
        int(m.group(1) or m.group(3)) + (1 if m.group(2) else 0)
        for m in _YEARS.finditer(sentence.text)
    ]
    speaks_of_period = re.search(
        r"\b(?:in|for|during|throughout|since)\s+(?:the\s+)?(?:financial year\s+)?20\d\d\b",
        sentence.text,
        re.I,
    )
    decided = re.search(
        r"\b(?:agreed|approved|set|adopted|reviewed|confirmed)\b", sentence.text, re.I
    )
    return bool(years) and max(years) < now and bool(speaks_of_period) and not decided


_HAD_THEN = re.compile(
    r"\b(?:in|during|back in)\s+(?:\w+\s+)?(20\d\d)\b[^.;]*\bhad\s+(?:\w+ly\s+)?\w+\b"
)


def _had_then(sentence: Span, before: str) -> bool:
    """Tell "in 2021 the Board had set", two years and more before the paper's own meeting."""
    paper, found = sentence.doc._.paper, _HAD_THEN.search(before)
    if paper is None or found is None:
        return False
    now = _year_of(paper.cover.financial_year, paper.cover.meeting.date)
    return now is not None and int(found.group(1)) <= now - 2


def _year_of(financial_year: str | None, date: str | None) -> int | None:
    """Return the calendar year in which the paper's financial year begins, or its date's year."""
    if financial_year and (found := re.match(r"(20\d\d)", financial_year)):
        return int(found.group(1)) + 1
    if date:
        return int(date[:4])
    return None


# "How much risk is the Board willing to take?" is a heading on appetite too.
_ON_APPETITE = re.compile(
    r"appetite|\bhow much risk\b|\b(?:level|amount|degree) of risk (?:that )?(?:we|the \w+|it) "
    r"(?:is|are|will|would|can)\b|\brisks? (?:that )?(?:we|the \w+) (?:will|would|(?:is|are) "
    r"(?:willing|prepared|ready) to) (?:take|accept|bear|run)\b",
    re.IGNORECASE,
)


def is_on_appetite(text: str) -> bool:
    """Tell words on risk appetite, also where they do without the noun."""
    return _ON_APPETITE.search(text) is not None


_FIELD = re.compile(r"^(?:\w+ ){0,3}appetite(?: \w+)?\s*:\s*\S", re.IGNORECASE)


def on_appetite(span: Span) -> bool:
    """Tell whether the heading above or the words just before *span* speak of appetite."""
    heading = span._.heading
    if heading is not None and is_on_appetite(heading.text):
        return True
    crossed = False
    for block in blocks_before(span, 12):
        text = fold(block.text)
        if block.label_ == "heading":
            crossed = True
        elif block.label_ == "table" and crossed:
            return False  # a table on appetite in the section before
        if _FIELD.search(text):
            return False  # "Risk appetite: Open" is a field of its own; what follows is another
        if block.label_ == "list_item" or (len(text.split()) <= 12 and not text.endswith(":")):
            if is_on_appetite(text):
                return True
            continue
        return is_on_appetite(text)
    return False
