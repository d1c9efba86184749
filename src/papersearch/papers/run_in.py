"""Fields that run on in one line or paragraph: "Sponsor: Jo Hill. Author: Al Reed, Analyst."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from papersearch.papers.label_value import opens_with_label
from papersearch.papers.labels import MOST_WORDS_OF_LABEL, label_kinds
from papersearch.papers.lines import with_text
from papersearch.reading.document import Block, Line, Word

MOST_LINES = 8
"""A longer block is prose, whatever stands before its colons."""
_BARS = frozenset({"|", "\u00a6", "\u2022", "\u00b7"})
_DASHES = frozenset({"\u2013", "\u2014"})
_SHORT = frozenset(
    {"authors", "presented_by", "meeting", "meeting_date", "date", "agenda_item", "purpose"}
)
"""Kinds whose value ends where its sentence does."""
_OPENS_FIELD = _SHORT | {"title", "organisation", "reference", "recommendation"}
_PREPOSITIONS = frozenset({"by:", "to:", "for:", "from:"})
_STOPS = re.compile(r"\.['\"\u2019\u201d)\]]*$")
_PARTS = re.compile(r"[.;]['\"\u2019\u201d)\]]*$|^[\u2013\u2014]$")
_ABBREVIATED = re.compile(
    r"^(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|Cllr|Rev|Revd|St|No|Nos|Ref|Hon|Dir|Dep|Asst|approx|e\.g|i\.e)\.$"
)


def parted(block: Block) -> Block:
    """Return *block* with a line of its own for each field or part that its lines run together.

    Bars part a line whatever stands between them. Elsewhere a label must be known, and stand
    where a sentence begins; what follows the sentence of a name or a day is no part of it.
    """
    if block.table is not None or not block.lines or len(block.lines) > MOST_LINES:
        return block
    if any(word.text in _BARS for line in block.lines for word in line.words[1:-1]):
        block = replace(block, lines=tuple(p for line in block.lines for p in _at_bars(line)))
    words = [word for line in block.lines for word in line.words]
    line_starts = _line_starts(block.lines)
    starts = {0, *_starts(words)}
    if starts <= set(line_starts) or not _holds_fields(words, starts):
        return block
    # What stands above the first run-in field keeps its lines.
    first = min(starts - {0})
    runs = sorted(starts | {i for i in line_starts if i < first or _opens_line(words, i)})
    pages = [line.page for line in block.lines for _ in line.words]
    return replace(
        block,
        lines=tuple(
            Line(tuple(_without_stop(words[start:stop], stop < len(words))), pages[start])
            for start, stop in zip(runs, [*runs[1:], len(words)], strict=True)
        ),
    )


def _at_bars(line: Line) -> Iterator[Line]:
    part: list[Word] = []
    for index, word in enumerate(line.words):
        if word.text in _BARS and index:
            if part:
                yield Line(tuple(part), line.page)
            part = []
        else:
            part.append(word)
    if part:
        yield Line(tuple(part), line.page)


def _line_starts(lines: Sequence[Line]) -> list[int]:
    out, count = [], 0
    for line in lines:
        out.append(count)
        count += len(line.words)
    return out


def _starts(words: Sequence[Word]) -> list[int]:
    """Return where a field begins in mid-line, and where the value before it ends."""
    out: list[int] = []
    inside = opens = bool(set(_label_at(words, 0)) & _SHORT) and _has_colon(words, 0)
    skip = 1 + next((i for i, word in enumerate(words) if word.text.endswith(":")), len(words))
    for index in range(1, len(words)):
        before = words[index - 1].text
        if opens and index >= skip and (size := _size_of_label(words, index)):
            skip = index + size
            if before[-1:] != ":":  # else the same label in a second language, or a column's head
                out.append(index)
                inside = True
            continue
        if not _PARTS.search(before) or _ABBREVIATED.match(before):
            continue
        text = words[index].text
        if not text[:1].isupper():
            continue
        kinds = set(_label_at(words, index))
        if kinds & _OPENS_FIELD:
            out.append(index)
            inside = bool(kinds & _SHORT)
        elif inside and _STOPS.search(before):
            # "Sponsor: Jo Hill. Key decision: no. Governors are asked to …"
            out.append(index)
            inside = _has_colon(words, index)
    return out


def _size_of_label(words: Sequence[Word], index: int) -> int:
    """Return the size of a field's label with a colon in a line that began with one, else 0."""
    if not words[index].text[:1].isupper():
        return 0
    texts = [word.text for word in words[index : index + MOST_WORDS_OF_LABEL]]
    size = next((i + 1 for i, text in enumerate(texts) if text.endswith(":")), 0)
    kinds = set(label_kinds(" ".join(texts[:size]))) if size else set()
    return size if kinds & _OPENS_FIELD else 0


def _opens_line(words: Sequence[Word], index: int) -> bool:
    """Tell a line that begins with a label, known or not, from one that carries a value on."""
    return words[index].text[:1].isupper() and (
        _has_colon(words, index) or bool(_label_at(words, index))
    )


def _has_colon(words: Sequence[Word], index: int) -> bool:
    return any(word.text.endswith(":") for word in words[index : index + MOST_WORDS_OF_LABEL])


def _label_at(words: Sequence[Word], index: int) -> tuple[str, ...]:
    """Return the kinds of the label that begins at a word: "Author:", "Prepared by" and a name."""
    texts = [word.text for word in words[index : index + MOST_WORDS_OF_LABEL + 2]]
    for size in range(1, min(MOST_WORDS_OF_LABEL, len(texts)) + 1):
        if texts[size - 1].endswith(":"):
            if size == 1 and index and texts[0].lower() in _PREPOSITIONS:
                return ()  # "ACTION: Clerk to write. By: 31 May"
            return label_kinds(" ".join(texts[:size]))
    return opens_with_label(" ".join(texts))


def _holds_fields(words: Sequence[Word], starts: set[int]) -> bool:
    return len(starts) > 1 and any(set(_label_at(words, start)) & _OPENS_FIELD for start in starts)


def _without_stop(words: Sequence[Word], is_followed: bool) -> list[Word]:
    """Drop the sign that ends a field: its value is no sentence."""
    out = list(words)
    if len(out) > 1 and out[-1].text in _DASHES:
        out.pop()
    last = out[-1]
    ends = last.text[-1:] in (".", ";") and len(last.text) > 1 and not _ABBREVIATED.match(last.text)
    if ends and (is_followed or _label_at(words, 0)):
        out[-1] = with_text(last, last.text[:-1])
    return out
