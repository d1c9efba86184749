"""What a paper is for, as its form marks it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from papersearch import knowledge
from papersearch.papers.fields import label_kind
from papersearch.papers.lines import segments
from papersearch.papers.paper import CoverField
from papersearch.reading.document import Block, Cell, Table, Tick, Word

MOST_WORDS_OF_A_NAMED_PURPOSE = 7
MOST_BLOCKS_OF_KEY_POINTS = 80
_TICK_WORDS = re.compile(r"^(?:x|X|y|Y|yes|Yes|YES|√|\[[xX✓]\]|\([xX✓]\))$")
_EMPTY_BOX = re.compile(r"^(?:\[\s*\]|\(\s*\)|_+|no|No|NO|n|N)$")


@cache
def _options() -> list[tuple[str, str]]:
    data = knowledge.load("papersearch.papers", "purposes")
    pairs = [(words.lower(), name) for name, forms in data.items() for words in forms]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def option(text: str) -> str | None:
    """Return the purpose that *text* as a whole names."""
    folded = re.sub(r"[^a-z ]", " ", text.lower())
    folded = " ".join(folded.split())
    return next((name for words, name in _options() if words == folded), None)


def find_purpose(
    fields: Sequence[CoverField], head: Sequence[Block], blocks: Sequence[Block]
) -> tuple[str, ...]:
    """Return the purposes that are ticked or named, in the form's order.

    An option that is printed and not ticked is none; of a row of options
    without any mark nothing is known. Labels beside single key points count
    only where the cover names no purpose.
    """
    for block in head:
        if block.table is not None:
            marked = _in_table(block.table)
            if marked is not None:
                return marked
    for item in fields:
        block = head[item.block]
        named = _named(item.value, _words(block))
        if named is not None:
            return named
    for block in head[:25]:
        if block.table is None:
            marked = _marked(_words(block))
            if marked:
                return marked
    for block in head[:12]:
        for line in block.lines:
            for part in segments(line, label_kind):
                match = re.match(r"(?i)^(?:report|paper|item)?\s*for\s*:\s*(.+)$", part)
                if match and (name := option(match.group(1))):
                    return (name,)
    return _beside_key_points(blocks)


def _words(block: Block) -> list[Word]:
    if block.table is not None:
        return [w for cell in block.table.cells for line in cell.lines for w in line.words]
    return [word for line in block.lines for word in line.words]


def _is_ticked(cell: Cell | None) -> Tick | None:
    if cell is None:
        return None
    if cell.tick is not None:
        return cell.tick
    words = [w for line in cell.lines for w in line.words]
    if len(words) == 1 and _TICK_WORDS.match(words[0].text):
        return "ticked"
    if not words or (len(words) == 1 and _EMPTY_BOX.match(words[0].text)):
        return "not_ticked"
    return None


def _in_table(table: Table) -> tuple[str, ...] | None:
    """Read options that stand in cells, each with its mark inside, beside or beneath it."""
    options: list[tuple[str, Cell]] = []
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        bare = " ".join(
            w.text for line in cell.lines for w in line.words
            if w.tick is None and not _TICK_WORDS.match(w.text)
        )  # fmt: skip
        name = option(bare)
        if name is not None:
            options.append((name, cell))
    if len(options) < 2:
        return None
    rows = {cell.row for _, cell in options}
    ticked: list[str] = []
    any_mark = False
    for name, cell in options:
        inside = next((w.tick for line in cell.lines for w in line.words if w.tick), None)
        if inside is None and any(
            _TICK_WORDS.match(w.text) for line in cell.lines for w in line.words
        ):
            inside = "ticked"
        right = table.cell(cell.row, cell.column + cell.column_span)
        left = table.cell(cell.row, cell.column - 1) if cell.column else None
        below = table.cell(cell.row + cell.row_span, cell.column)
        beside = None
        if inside is None:
            spots = [below, right, left] if len(rows) == 1 else [right, left]
            taken = {id(c) for _, c in options}
            for spot in spots:
                if spot is None or id(spot) in taken:
                    continue
                beside = _is_ticked(spot)
                if beside == "ticked":
                    break
        if "ticked" in (inside, beside) or cell.tick == "ticked":
            ticked.append(name)
            any_mark = True
        elif inside is not None:
            any_mark = True
    return tuple(dict.fromkeys(ticked)) if any_mark else None


def _marked(words: Sequence[Word]) -> tuple[str, ...]:
    """Read "☒ Assurance ☐ Decision" or "Assurance ✓ Decision" in running words."""
    spots: list[tuple[int, int, str]] = []
    index = 0
    texts = [re.sub(r"[^a-z]", "", w.text.lower()) for w in words]
    while index < len(words):
        for size in (3, 2, 1):
            name = option(" ".join(t for t in texts[index : index + size] if t))
            if name and texts[index]:
                spots.append((index, index + size, name))
                index += size - 1
                break
        index += 1
    marks: dict[int, Tick] = {}
    for i, word in enumerate(words):
        if word.tick is not None:
            marks[i] = word.tick
        elif _TICK_WORDS.match(word.text) and len(spots) > 1 and word.text not in ("y", "Y"):
            marks[i] = "ticked"
    if not marks or not spots:
        return ()
    before = sum((start - 1) in marks for start, _, _ in spots)
    after = sum(end in marks for _, end, _ in spots)
    chosen = []
    for start, end, name in spots:
        mark = marks.get(start - 1) if before >= after else marks.get(end)
        if mark == "ticked":
            chosen.append(name)
    return tuple(dict.fromkeys(chosen))


def _named(value: str, words: Sequence[Word]) -> tuple[str, ...] | None:
    marked = _marked(words)
    if marked:
        return marked
    if not value or len(value.split()) > MOST_WORDS_OF_A_NAMED_PURPOSE:
        return None
    if any(word.tick for word in words):
        return None
    names = [
        option(part) for part in re.split(r"\s*(?:,|;|/|\band\b|&|\n)\s*", value) if part.strip()
    ]
    if names and all(names):
        found = tuple(dict.fromkeys(name for name in names if name))
        # Four options in a row without a mark are a form that nobody filled in.
        return found if len(found) <= 3 else None
    return None


_FOR = re.compile(r"^(?:For|To)\s")


def _beside_key_points(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the labels that stand in a column beside key points, or alone as "For assurance"."""
    found: list[str | None] = []
    for block in blocks[:MOST_BLOCKS_OF_KEY_POINTS]:
        if block.table is not None:
            found += [_beside(block.table, cell) for cell in block.table.cells if cell.column > 0]
            continue
        for line in block.lines:
            parts = segments(line, label_kind)
            found += [
                option(part)
                for number, part in enumerate(parts)
                if len(part.split()) <= 3
                and (_FOR.match(part) or (number > 0 and len(parts[0].split()) > 4))
            ]
    return tuple(dict.fromkeys(name for name in found if name))


def _beside(table: Table, cell: Cell) -> str | None:
    left = table.cell(cell.row, 0)
    if left is None or len(left.text.split()) < 5 or len(cell.text.split()) > 3:
        return None
    return option(cell.text)
