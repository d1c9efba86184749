"""Which of several printed level words is the one that is meant."""

from __future__ import annotations

import re

from spacy.tokens import Span

from papersearch.reading.document import Tick, Word
from papersearch.tagging.risks.scales import level_of, level_pattern


def mentions(span: Span) -> list[Span]:
    """Return the level words of *span*."""
    found = []
    for match in re.finditer(level_pattern(), span.text, re.IGNORECASE):
        part = span.char_span(match.start(), match.end(), alignment_mode="expand")
        if part is not None:
            found.append(part)
    return found


def is_printed_scale(span: Span) -> bool:
    """Tell a run of three or more different level words with nothing else to read."""
    words = mentions(span)
    if len({level_of(word.text) for word in words}) < 3:
        return False
    rest = re.sub(level_pattern(), " ", span.text, flags=re.IGNORECASE)
    rest = re.sub(r"\b(?:risk|appetite|scale|levels?|and|or|to|rating|x)\b", " ", rest, flags=re.I)
    return len(re.findall(r"[A-Za-z]{2,}", rest)) <= 1


def chosen(span: Span) -> list[Span]:
    """Return the level words that a tick, a highlight or bold type picks out; may be none."""
    words = mentions(span)
    ticked = _ticked(span, words)
    if ticked:
        return ticked
    for mark in ("highlighted", "bold"):
        marked = [word for word in words if _is(word, mark)]
        if marked and len(marked) < len(words) and len(marked) <= 2:
            return marked
    return []


def _is(word: Span, mark: str) -> bool:
    places: list[Word] = [token._.word for token in word if token._.word is not None]
    return bool(places) and all(getattr(place, mark) for place in places)


def _ticked(span: Span, words: list[Span]) -> list[Span]:
    ticks: list[tuple[int, Tick]] = [(t.i, t._.tick) for t in span if t._.tick is not None]
    if not ticks or not words or all(tick != "ticked" for _, tick in ticks):
        return []
    before = ticks[0][0] < words[0].start
    out = []
    for word in words:
        if before:
            near = [tick for i, tick in ticks if _previous_end(words, word) <= i < word.start]
        else:
            near = [tick for i, tick in ticks if word.end <= i < _next_start(words, word, span)]
        if "ticked" in near:
            out.append(word)
    return out


def _previous_end(words: list[Span], word: Span) -> int:
    index = words.index(word)
    return words[index - 1].end if index else 0


def _next_start(words: list[Span], word: Span, span: Span) -> int:
    index = words.index(word)
    return int(words[index + 1].start if index + 1 < len(words) else span.end)
