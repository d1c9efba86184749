"""Ticks, check boxes and bullets that a page draws or pictures, as the words they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from papersearch.reading.document import TICK_SIGNS, Box, Tick, Word
from papersearch.reading.glyphs import BULLET
from papersearch.reading.pdf_objects import Drawing, Mark

MOST_MARKS = 200
"""A page of more small drawings is a picture, in which a tick would be a chance likeness."""
FONT = "drawn"
_NEAR = 40.0
"""Points from a mark to the nearest word of its line, where no table holds it."""
_BULLET_GAP = 28.0
_LEAST_BULLETS = 2
_LARGEST_BULLET = 14.0
_DARK = 200
_LETTER = re.compile(r"^[xX\u00d7\u2713\u2714]$")


def with_marks(words: Sequence[Word], drawing: Drawing) -> list[Word]:
    """Return *words* and, as words, the ticks, boxes and bullets that are drawn beside them.

    An X that is written into a drawn box gives way to the box's tick.
    """
    if not words or not (drawing.marks or drawing.squares):
        return list(words)
    if len(drawing.marks) + len(drawing.squares) > MOST_MARKS:
        return list(words)
    marks = _crossed(drawing.marks)
    out = list(words)
    boxes = list(_check_boxes(drawing.squares, words))
    for box in boxes:
        inside = [word for word in words if word.box and _holds(box, word.box)]
        if any(word.tick for word in inside):
            continue
        drawn = any(_holds(box, mark.box) for mark in marks if mark.shape != "box")
        filled = any(
            _holds(box, fill.box) and max(fill.colour) < _DARK
            and _area(fill.box) > 0.2 * _area(box) for fill in drawing.fills
        )  # fmt: skip
        out = [word for word in out if not any(word is other for other in inside)]
        out.append(_word(box, "ticked" if inside or drawn or filled else "not_ticked"))
    free = [mark for mark in marks if not any(_holds(box, mark.box) for box in boxes)]
    in_table = len(drawing.rulings) >= 6
    for mark in free:
        tick: Tick | None = {"tick": "ticked", "ticked_box": "ticked", "box": "not_ticked"}.get(
            mark.shape
        )  # type: ignore[assignment]
        known = any(word.tick and word.box and _holds(mark.box, word.box) for word in words)
        if tick and not known and (in_table or _beside(mark.box, words, _NEAR)):
            out.append(_word(mark.box, tick))
    return out + list(_bullets([m for m in free if m.shape == "other"], words))


def _crossed(marks: Sequence[Mark]) -> list[Mark]:
    """Return *marks*; two slanted lines in one place are one cross."""
    strokes = [mark for mark in marks if mark.shape == "stroke"]
    out = [mark for mark in marks if mark.shape != "stroke"]
    used: set[int] = set()
    for index, mark in enumerate(strokes):
        if index in used:
            continue
        twin = next(
            (i for i in range(index + 1, len(strokes))
             if i not in used and _same(mark.box, strokes[i].box)), None,
        )  # fmt: skip
        if twin is not None:
            used.add(twin)
            out.append(Mark(mark.box, "path", "cross"))
    return out


def _check_boxes(squares: Sequence[Box], words: Sequence[Word]) -> Iterator[Box]:
    """Yield the squares that are check boxes: each once, none of a grid, none round a word."""
    seen: list[Box] = []
    for box in sorted(squares, key=_area, reverse=True):
        if any(_holds(other, box) for other in seen):
            continue
        seen.append(box)
    for box in seen:
        if any(other is not box and _touch(box, other) for other in seen):
            continue
        inside = [word for word in words if word.box and _holds(box, word.box)]
        if all(word.tick or _LETTER.match(word.text) for word in inside) and len(inside) < 2:
            yield box


def _bullets(marks: Sequence[Mark], words: Sequence[Word]) -> Iterator[Word]:
    """Yield the small pictures that open lines, two or more of them below each other."""
    opening = [
        mark for mark in marks
        if mark.box[3] - mark.box[1] <= _LARGEST_BULLET and _opens_line(mark.box, words)
    ]  # fmt: skip
    for mark in opening:
        below = sum(abs(other.box[0] - mark.box[0]) < 2 for other in opening)
        if below >= _LEAST_BULLETS:
            size = mark.box[3] - mark.box[1]
            yield Word(BULLET, _rounded(mark.box), FONT, round(size, 1))


def _opens_line(box: Box, words: Sequence[Word]) -> bool:
    """Tell whether words follow close behind *box* on its line, and none stand before it."""
    y = (box[1] + box[3]) / 2
    level = [w.box for w in words if w.box and w.box[1] <= y <= w.box[3]]
    after = [b[0] - box[2] for b in level if b[0] >= box[2] - 1]
    before = [b for b in level if b[2] <= box[0] + 1 and box[0] - b[2] < 3 * _BULLET_GAP]
    return bool(after) and min(after) < _BULLET_GAP and not before


def _beside(box: Box, words: Sequence[Word], most: float) -> bool:
    y = (box[1] + box[3]) / 2
    return any(
        w.box is not None and w.box[1] - 1 <= y <= w.box[3] + 1
        and -1 <= max(w.box[0] - box[2], box[0] - w.box[2]) < most for w in words
    )  # fmt: skip


def _word(box: Box, tick: Tick) -> Word:
    return Word(TICK_SIGNS[tick], _rounded(box), FONT, round(box[3] - box[1], 1), tick=tick)


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


def _holds(box: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _same(a: Box, b: Box) -> bool:
    return all(abs(p - q) < 2 for p, q in zip(a, b, strict=True))


def _touch(a: Box, b: Box) -> bool:
    return (
        a[0] - 1.5 < b[2] and b[0] < a[2] + 1.5 and a[1] - 1.5 < b[3] and b[1] < a[3] + 1.5
    )  # fmt: skip


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
