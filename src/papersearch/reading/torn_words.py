"""Words that a narrow cell has torn over two lines without a hyphen ("Inheren / t score")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import msgspec

from papersearch.reading.document import Cell, Line, Table, Word

_HEAD = re.compile(r"^[A-Za-z][A-Za-z'\u2019]{2,}$")
_TAIL = re.compile(r"^[a-z]{1,12}[,.;:)]?$")
_SHORT_WORDS = frozenset(
    "a i as at am an be by do go he if in is it me my no of on or so to up us we vs x l c".split()
)
_MOST_INDENT = 12.0
"""Points between a cell's side and its words."""
_LEAST_SURE = 3
"""Letters from which the rest of a word may be a word, and must be known to be none."""


def mended(table: Table, words: Sequence[Word]) -> Table:
    """Return *table* with torn words whole; *words* are the page's, among which they are known."""

    @cache
    def known() -> frozenset[str]:
        return frozenset(word.text.strip(".,;:()").lower() for word in words)

    cells = tuple(_mended(cell, known) for cell in table.cells)
    same = all(a is b for a, b in zip(cells, table.cells, strict=True))
    return table if same else replace(table, cells=cells)


def _mended(cell: Cell, known: Callable[[], frozenset[str]]) -> Cell:
    lines, box = cell.lines, cell.box
    # A word that is torn stands alone on its line.
    if len(lines) < 2 or box is None or not any(len(line.words) == 1 for line in lines[:-1]):
        return cell
    indent = min((w.box[0] for line in lines for w in line.words if w.box), default=box[0]) - box[0]
    # Words keep as far from the cell's right side as from its left.
    right = box[2] - min(max(indent, 0.0), _MOST_INDENT)
    whole = _whole(lines, right, known)
    return cell if len(whole) == len(lines) else replace(cell, lines=whole)


def _whole(
    lines: Sequence[Line], right: float, known: Callable[[], frozenset[str]]
) -> tuple[Line, ...]:
    out: list[Line] = []
    for line in lines:
        head = out[-1].words[0] if out and len(out[-1].words) == 1 else None
        if head is not None and _are_one(head, line.words[0], right, known):
            word = msgspec.structs.replace(head, text=head.text + line.words[0].text)
            out[-1] = Line((word, *line.words[1:]), line.page)
        else:
            out.append(line)
    return tuple(out)


def _are_one(head: Word, tail: Word, right: float, known: Callable[[], frozenset[str]]) -> bool:
    if head.box is None or tail.box is None:
        return False
    if not _HEAD.match(head.text) or not _TAIL.match(tail.text) or head.tick or tail.tick:
        return False
    letters = tail.text.rstrip(",.;:)")
    wide = (tail.box[2] - tail.box[0]) / len(tail.text)
    if right - head.box[2] > wide + 0.5:
        return False  # its next letter would have had room
    if len(letters) < _LEAST_SURE:
        return letters not in _SHORT_WORDS
    return (head.text + letters).lower() in known()
