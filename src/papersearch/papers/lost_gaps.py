"""Forms whose white gaps are lost: "Report title Winter plan Date 30 November 2023".

Text that a tool took out of a PDF has neither cells nor gaps; a label is only
told from its value by being a label. That is trusted where many lines of a
form begin with one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from papersearch.papers.labels import FACTS, MOST_WORDS_OF_LABEL, label_kind, label_kinds
from papersearch.papers.lines import with_text
from papersearch.reading.document import Block, Line

LEAST_KINDS = 3
"""So many different labels that begin lines make a form."""
LEAST_LABELS_OF_A_FORM = 2
"""In a block with so many of them, single words that are labels are taken for labels, too."""
MOST_WORDS_OF_LINE = 40
_KINDS = FACTS | {"recommendation", "foi"}
SURE_LABELS = frozenset({"title", "subject", "author", "meeting", "purpose", "recommendation"})
"""Single words that label what follows; "Group" and "Board" also open names."""
_ON_SHORT_LINES = frozenset({"item", "status", "from", "for", "sponsor", "presenter", "dated"})
"""Words that open prose as well, and so are trusted where hardly more than a value follows."""
MOST_WORDS_OF_SHORT_LINE = 12
MOST_WORDS_BEFORE_COLON = 4
_BEGINS_VALUE = re.compile(r"[A-Z0-9\u2610-\u2713]")


def with_signs(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return *blocks* with a colon behind each label, and a line of its own for each field."""
    found = [[_label_at(line.text.split(), 0, False) for line in b.lines] for b in blocks]
    kinds = {label_kind(label) for labels in found for label in labels if label}
    if len(kinds) < LEAST_KINDS:
        return blocks
    return [
        _signed(block, sum(map(bool, labels)) >= LEAST_LABELS_OF_A_FORM) if any(labels) else block
        for block, labels in zip(blocks, found, strict=True)
    ]


def _label_at(words: Sequence[str], start: int, single: bool) -> str | None:
    """Return the label that begins at a word, where what follows may be its value."""
    if len(words) > MOST_WORDS_OF_LINE or _has_label(words):
        return None
    for size in range(min(MOST_WORDS_OF_LABEL, len(words) - start - 1), 0, -1):
        label = " ".join(words[start : start + size])
        sure = size > 1 or single or label.lower() in SURE_LABELS
        sure = sure or (len(words) <= MOST_WORDS_OF_SHORT_LINE and label.lower() in _ON_SHORT_LINES)
        if not sure or not label[0].isupper() or not set(label_kinds(label)) & _KINDS:
            continue
        if _BEGINS_VALUE.match(words[start + size]):
            return label
    return None


def _has_label(words: Sequence[str]) -> bool:
    """Tell a line whose label has its colon; a title's own colon is none of a label's."""
    head, sign, _ = " ".join(words).partition(":")
    return bool(sign) and (len(head.split()) <= MOST_WORDS_BEFORE_COLON or bool(label_kinds(head)))


def _signed(block: Block, single: bool) -> Block:
    lines: list[Line] = []
    for line in block.lines:
        lines += _parted(line, single)
    return replace(block, lines=tuple(lines))


def _parted(line: Line, single: bool) -> list[Line]:
    words = [word.text for word in line.words]
    first = _label_at(words, 0, single)
    if first is None:
        return [line]
    starts = [(0, len(first.split()))]
    index = starts[0][1] + 1
    while index < len(words) - 1:
        label = _label_at(words, index, False) or _date_at(words, index)
        if label is not None:
            starts.append((index, len(label.split())))
            index += len(label.split())
        index += 1
    out = []
    for number, (start, size) in enumerate(starts):
        stop = starts[number + 1][0] if number + 1 < len(starts) else len(words)
        own = list(line.words[start:stop])
        own[size - 1] = with_text(own[size - 1], own[size - 1].text + ":")
        out.append(replace(line, words=tuple(own)))
    return out


def _date_at(words: Sequence[str], index: int) -> str | None:
    return "Date" if words[index] == "Date" and words[index + 1][0].isdigit() else None
