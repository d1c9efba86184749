"""Forms that set each value on a line of its own beneath its label, without any sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papersearch.papers.labels import FACTS, MOST_WORDS_OF_LABEL, label_kinds
from papersearch.papers.lines import with_text
from papersearch.reading.document import Block, Line, Word

LEAST_PAIRS = 3
"""So many different labels, each with a line beneath that is none, make a form."""
MOST_WORDS_OF_VALUE = 16
_Place = tuple[int, int]


def joined_pairs(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return *blocks* with each stacked label and its value on one line, a colon between.

    The number of blocks stays; one whose only line went to its label has no lines.
    """
    lines = [
        ((number, place), line)
        for number, block in enumerate(blocks)
        if block.table is None
        for place, line in enumerate(block.lines)
    ]
    pairs: list[tuple[_Place, _Place, Line]] = []
    kinds: set[str] = set()
    index = 0
    while index + 1 < len(lines):
        (at, label), (below, value) = lines[index : index + 2]
        kind = _labels(label)
        if kind is not None and below[0] - at[0] <= 1 and _is_value(value):
            pairs.append((at, below, replace(label, words=(*_with_colon(label), *value.words))))
            kinds.add(kind)
            index += 1
        index += 1
    if len(kinds) < LEAST_PAIRS:
        return blocks
    changed: dict[_Place, Line | None] = {at: line for at, _, line in pairs}
    changed |= {below: None for _, below, _ in pairs}
    return [_changed(block, number, changed) for number, block in enumerate(blocks)]


def _labels(line: Line) -> str | None:
    """Return what a line labels that is a label as a whole, and has no colon."""
    text = line.text
    if len(line.words) > MOST_WORDS_OF_LABEL or text.endswith(":") or not text[:1].isupper():
        return None
    return next((kind for kind in label_kinds(text) if kind in FACTS), None)


def _is_value(line: Line) -> bool:
    text = line.text
    first = text[:1]
    return (
        len(line.words) <= MOST_WORDS_OF_VALUE
        and not text.endswith(":")
        and (first.isupper() or first.isdigit() or not first.isalpha())
        and not label_kinds(text)
    )


def _with_colon(label: Line) -> tuple[Word, ...]:
    *first, last = label.words
    return (*first, with_text(last, last.text + ":"))


def _changed(block: Block, number: int, changed: dict[_Place, Line | None]) -> Block:
    if not any(place[0] == number for place in changed):
        return block
    lines = [changed.get((number, place), line) for place, line in enumerate(block.lines)]
    return replace(block, lines=tuple(line for line in lines if line is not None))
