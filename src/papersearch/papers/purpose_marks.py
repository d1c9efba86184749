"""Options of a form that are ticked, or set apart by their letters or their ground."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papersearch.papers.purpose_words import option
from papersearch.reading.document import Cell, Table, Tick, Word

TICK_WORDS = re.compile(r"^(?:x|X|y|Y|yes|Yes|YES|√|\[[xX✓]\]|\([xX✓]\))$")
_EMPTY_BOX = re.compile(r"^(?:\[\s*\]|\(\s*\)|_+|no|No|NO|n|N)$")


def _is_ticked(cell: Cell | None) -> Tick | None:
    if cell is None:
        return None
    if cell.tick is not None:
        return cell.tick
    words = [w for line in cell.lines for w in line.words]
    if len(words) == 1 and TICK_WORDS.match(words[0].text):
        return "ticked"
    if not words or (len(words) == 1 and _EMPTY_BOX.match(words[0].text)):
        return "not_ticked"
    return None


def marked_in_table(table: Table) -> tuple[str, ...] | None:
    """Read options that stand in cells, each with its mark inside, beside or beneath it."""
    options = _options_in(table)
    inside = [_mark_inside(cell) for _, cell in options]
    if any(inside) and (len(options) > 1 or "ticked" in inside):
        return tuple(
            name for (name, _), mark in zip(options, inside, strict=True) if mark == "ticked"
        )
    if len(options) < 2:
        return None
    cells = [cell for _, cell in options]
    for marks in _sides(table, cells):
        if "ticked" in marks:
            return tuple(
                name for (name, _), mark in zip(options, marks, strict=True) if mark == "ticked"
            )
    shaded = [name for name, cell in options if cell.shaded]
    one_row = len({cell.row for cell in cells}) == 1
    return tuple(shaded) if one_row and 0 < 2 * len(shaded) < len(options) + 1 else None


def _options_in(table: Table) -> list[tuple[str, Cell]]:
    out = []
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        bare = " ".join(
            w.text for line in cell.lines for w in line.words
            if w.tick is None and not TICK_WORDS.match(w.text)
        )  # fmt: skip
        name = option(bare)
        if name is not None:
            out.append((name, cell))
    return out


def _mark_inside(cell: Cell) -> Tick | None:
    if cell.tick is not None:
        return cell.tick
    words = [w for line in cell.lines for w in line.words]
    mark = next((w.tick for w in words if w.tick), None)
    if mark is None and any(TICK_WORDS.match(w.text) for w in words):
        return "ticked"
    return mark


def _sides(table: Table, cells: Sequence[Cell]) -> list[list[Tick | None]]:
    """Return the marks beneath, right and left of the options; sides that all have come first."""
    taken = {id(cell) for cell in cells}

    def mark(row: int, column: int) -> Tick | None:
        spot = table.cell(row, column) if row >= 0 and column >= 0 else None
        return None if spot is None or id(spot) in taken else _is_ticked(spot)

    right = [mark(c.row, c.column + c.column_span) for c in cells]
    left = [mark(c.row, c.column - 1) for c in cells]
    below = [mark(c.row + c.row_span, c.column) for c in cells]
    sides = [below, right, left] if len({c.row for c in cells}) == 1 else [right, left]
    return sorted(sides, key=lambda marks: None in marks)


def option_spots(words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """Return where options stand among *words*: first, behind last, name."""
    spots: list[tuple[int, int, str]] = []
    texts = [re.sub(r"[^a-z]", "", w.text.lower()) for w in words]
    index = 0
    while index < len(words):
        for size in (3, 2, 1):
            name = option(" ".join(t for t in texts[index : index + size] if t))
            if name and texts[index] and texts[min(index + size, len(texts)) - 1]:
                spots.append((index, index + size, name))
                index += size - 1
                break
        index += 1
    return spots


def marked_options(
    words: Sequence[Word], spots: Sequence[tuple[int, int, str]]
) -> tuple[str, ...] | None:
    """Read "☒ Assurance ☐ Decision" or "Assurance ✓ Decision"; ``None`` where no mark stands."""
    marks: dict[int, Tick] = {}
    for i, word in enumerate(words):
        if word.tick is not None:
            marks[i] = word.tick
        elif TICK_WORDS.match(word.text) and len(spots) > 1 and word.text[0] not in "yY":
            marks[i] = "ticked"
        elif i and words[i - 1].text + word.text in ("[]", "()"):
            marks[i - 1] = marks[i] = "not_ticked"
    before = sum((start - 1) in marks for start, _, _ in spots)
    after = sum(end in marks for _, end, _ in spots)
    if not before and not after:
        return None
    # Where both sides of most options have marks, the first option tells which are theirs.
    is_before = before > after if before != after else (spots[0][0] - 1) in marks
    chosen = [
        name for start, end, name in spots if marks.get(start - 1 if is_before else end) == "ticked"
    ]
    return tuple(dict.fromkeys(chosen))


def set_apart(words: Sequence[Word], spots: Sequence[tuple[int, int, str]]) -> tuple[str, ...]:
    """Return the options set in bold, or on colour, among others that are not."""
    for looks in ("bold", "highlighted"):
        chosen = [n for a, b, n in spots if all(getattr(w, looks) for w in words[a:b])]
        if 0 < len(chosen) < len(spots):
            return tuple(dict.fromkeys(chosen))
    return ()
