"""Short items that a number opens look like headings; their neighbours show what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from papersearch.reading.document import Block

_COUNTED = re.compile(r"^(\(?)(\d{1,2})([.)]?)$")
_ENDED = re.compile(r"[.;:?!]['\"\u2019\u201d)]*$")
_LEAST_ITEMS = 2
_MOST_WHITE = 2.0
"""Letter heights between two items of one list."""


def with_lists(blocks: Sequence[Block]) -> list[Block]:
    """Return *blocks* with numbered headings among the items of a list made items of it.

    Headings that follow each other by number with nothing between them have no
    text of their own: they are a list. The last one of a run is an item, too, where
    those before it end without a full stop.
    """
    out = list(blocks)
    start = 0
    for at in range(1, len(out) + 1):
        if at < len(out) and _follows(out[at - 1], out[at]):
            continue
        if at - start >= _LEAST_ITEMS:
            _make_items(out, start, at)
        start = at
    return out


def _make_items(blocks: list[Block], start: int, end: int) -> None:
    last = end - 1
    unended = not any(_ENDED.search(block.text) for block in blocks[start:last])
    for at in range(start, end):
        block = blocks[at]
        if block.kind == "heading" and (at < last or unended):
            blocks[at] = replace(block, kind="list_item", level=0)


def _follows(before: Block, block: Block) -> bool:
    """Tell whether *block* has the next number in the same form and look."""
    a, b = _COUNTED.match(before.marker or ""), _COUNTED.match(block.marker or "")
    if a is None or b is None or {before.kind, block.kind} - {"heading", "list_item"}:
        return False
    return (
        int(b.group(2)) == int(a.group(2)) + 1
        and (a.group(1), a.group(3)) == (b.group(1), b.group(3))
        and _look(before) == _look(block)
        and not _look(block)[0]  # bold type is meant
        and _is_near(before, block)
        and not _is_capital(block) and not _is_capital(before)
    )  # fmt: skip


def _is_near(before: Block, block: Block) -> bool:
    """Tell whether so little white lies between them that no table stands there."""
    a, b = before.box, block.box
    if a is None or b is None:
        return True
    return b[1] - a[3] < _MOST_WHITE * max(size for _, size in (_look(before), _look(block)))


def _look(block: Block) -> tuple[bool, float]:
    words = [word for line in block.lines for word in line.words[1:]] or [
        word for line in block.lines for word in line.words
    ]
    sizes = sorted(word.size for word in words)
    return all(word.bold for word in words), round(sizes[len(sizes) // 2])


def _is_capital(block: Block) -> bool:
    letters = [ch for ch in block.text if ch.isalpha()]
    return len(letters) > 3 and all(ch.isupper() for ch in letters)
