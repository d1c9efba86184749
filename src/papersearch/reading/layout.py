"""Words on a page become lines in reading order.

A page is read in rows from the top; a stretch of rows that share a white
gutter with running prose on both sides is read column by column. Rows of a
form or an unruled list, whose sides are short, are read across.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from papersearch.reading.document import Box, Word

SEGMENT_GAP = 1.7
"""A gap of more than so many letter heights parts two segments of a row."""
GUTTER = 7.0
"""Points of white from which a gap may be a gutter between columns."""
LEAST_COLUMN_ROWS = 4
LEAST_PARTED = 0.3
"""Share of the rows of two columns that have words on both sides of the gutter."""
_WHITE_BAND = 60.0
"""Points of white that end a stretch of columns."""

BULLET = re.compile(r"^(?:[•●○◦▪■‣➢❖➤►·*–—-]|o)$")
NUMBER = re.compile(
    r"^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3})$"
)
BARE_NUMBER = re.compile(r"^\d{1,2}$")
_LEAST_NUMBERED_WORDS = 4
"""A bare number before fewer words may be the first figure of a row."""


@dataclass(frozen=True)
class Row:
    """Words that stand on one height, from left to right, parted into segments at wide gaps."""

    segments: tuple[tuple[Word, ...], ...]
    box: Box

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words from left to right."""
        if len(self.segments) == 1:
            return self.segments[0]
        return tuple(word for segment in self.segments for word in segment)

    @property
    def is_table(self) -> bool:
        """It stands for a table, which fills a column as lines do, and has no words."""
        return not self.words[0].text


@dataclass(frozen=True)
class Strip:
    """One line of one column."""

    words: tuple[Word, ...]
    box: Box
    column: int
    spread: bool
    """Whether wide gaps part it, as in a form or an unruled table; that behind a bullet is none."""
    hang: float | None = None
    """Where its words begin behind a bullet, a number or a label that stands off to the left."""

    @cached_property
    def size(self) -> float:
        """The median of its letters' sizes in points."""
        return statistics.median(word.size for word in self.words) or 10.0

    @cached_property
    def bold(self) -> bool:
        """Whether all its words are bold, signs aside."""
        lettered = [word for word in self.words if any(map(str.isalnum, word.text))]
        return bool(lettered) and all(word.bold for word in lettered)

    @cached_property
    def coloured(self) -> bool:
        """Whether all its words are highlighted or coloured."""
        return all(word.highlighted for word in self.words)


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Return *words* (all upright, with boxes) as rows from top to bottom."""
    rows: list[list[Word]] = []
    low = high = 0.0
    for word in sorted(words, key=_place):
        _, top, _, bottom = word.box or (0.0, 0.0, 0.0, 0.0)
        if rows and low <= (top + bottom) / 2 <= high:
            shared = (bottom if bottom < high else high) - (top if top > low else low)
            tall, band = bottom - top, high - low
            if shared > 0.45 * (tall if tall < band else band):
                rows[-1].append(word)
                # The band stays that of the row's largest word: superscripts must not widen it.
                if band < tall < 1.6 * band:
                    low, high = top, bottom
                continue
        rows.append([word])
        low, high = top, bottom
    return [_row(row) for row in rows]


def _row(words: list[Word]) -> Row:
    # Called for every row of every page: plain comparisons, not min() and max().
    words.sort(key=_left)
    last = words[0]
    segments: list[list[Word]] = [[last]]
    left, top, right, bottom = last.box or (0.0, 0.0, 0.0, 0.0)
    edge, high = right, bottom - top
    for word in words[1:]:
        x0, y0, x1, y1 = word.box or (0.0, 0.0, 0.0, 0.0)
        own = y1 - y0
        least = own if own < high else high
        gap = x0 - edge
        if gap > 4 and (
            gap > SEGMENT_GAP * (least if least > 4 else 4.0)
            or (last.tick and gap > 0.8 * (least if least > 4 else 4.0))
        ):
            segments.append([word])
        else:
            segments[-1].append(word)
        top = y0 if y0 < top else top
        bottom = y1 if y1 > bottom else bottom
        right = x1 if x1 > right else right
        last, edge, high = word, x1, own
    return Row(tuple(map(tuple, segments)), (left, top, right, bottom))


def strips_of(rows: Sequence[Row], width: float, tables: Sequence[Box] = ()) -> list[Strip]:
    """Return the lines of *rows* in reading order.

    Args:
        rows: The words that stand in no table.
        width: The page's.
        tables: Boxes of the page's tables, which fill columns as lines do.
    """
    held = [Row(((Word("", box),),), box) for box in tables]
    if held:
        rows = sorted([*rows, *held], key=_height)
    return [
        _strip(row, column)
        for column, stretch in enumerate(stretches(rows, width))
        for row in stretch
        if not row.is_table
    ]


def _height(row: Row) -> float:
    """Return where *row* stands: a table by its upper edge, a line by its middle."""
    return row.box[1] if row.is_table else (row.box[1] + row.box[3]) / 2


def _strip(row: Row, column: int) -> Strip:
    parts = row.segments
    if len(parts) == 1:
        return Strip(row.words, row.box, column, spread=False)
    box = parts[1][0].box
    hang = box[0] if box is not None and len(parts) == 2 else None
    first = parts[0][0].text
    if len(parts[0]) == 1 and len(parts) == 2:
        bare = BARE_NUMBER.match(first) and len(parts[1]) >= _LEAST_NUMBERED_WORDS
        if BULLET.match(first) or NUMBER.match(first) or bare:
            return Strip(row.words, row.box, column, spread=False, hang=hang)
    return Strip(row.words, row.box, column, spread=True, hang=hang)


def stretches(rows: Sequence[Row], width: float) -> list[list[Row]]:
    """Return *rows* in reading order, cut where columns of running prose begin and end."""
    out: list[list[Row]] = [[]]
    if not rows:
        return []
    left, right = min(row.box[0] for row in rows), max(row.box[2] for row in rows)
    # A white gutter parts only rows of several segments; where there are hardly any, none does.
    parted = list(accumulate((len(row.segments) > 1 for row in rows), initial=0))
    if right - left < 0.3 * width or (parted[-1] < 2 and not _stand_apart(rows, left, right)):
        return [list(rows)]
    low, high = left + 0.2 * (right - left), right - 0.2 * (right - left)
    white = [_gaps(row, low, high) for row in rows]
    index = 0
    while index < len(rows):
        found = _columns(rows, index, white, parted, width)
        if found is None:
            out[-1].append(rows[index])
            index += 1
            continue
        end, gutter = found
        for side in (0, 1):
            out += stretches(_side(rows[index:end], gutter, side), width)
        out.append([])
        index = end
    return [stretch for stretch in out if stretch]


def _stand_apart(rows: Sequence[Row], left: float, right: float) -> bool:
    """Tell whether there are lines in either half that do not reach the other's."""
    middle = (left + right) / 2
    return (
        sum(row.box[2] < middle + GUTTER for row in rows) >= LEAST_COLUMN_ROWS
        and sum(row.box[0] > middle - GUTTER for row in rows) >= LEAST_COLUMN_ROWS
    )


def _columns(
    rows: Sequence[Row],
    start: int,
    white: Sequence[list[tuple[float, float]]],
    parted: Sequence[int],
    width: float,
) -> tuple[int, float] | None:
    """Return the end of the stretch of rows from *start* that stand in columns, and the gutter.

    Args:
        rows: The rows of a page or of one of its columns.
        start: Number of the first row.
        white: Each row's white gaps, away from its ends.
        parted: How many of the rows before each have several segments.
        width: The page's.
    """
    gutters = white[start]
    end = start + 1
    ends: list[tuple[int, float]] = []
    low = rows[start].box[3]
    while gutters and end <= len(rows):
        if end - start >= LEAST_COLUMN_ROWS:
            x = max(gutters, key=lambda gap: gap[1] - gap[0])
            ends.append((end, (x[0] + x[1]) / 2))
        if end == len(rows):
            break
        # A wide white band ends the stretch: what follows is another part of the page.
        if rows[end].box[1] - low > _WHITE_BAND:
            break
        low = max(low, rows[end].box[3])
        gutters = _intersect(gutters, white[end])
        end += 1
    # The longest stretch that reads as prose; a few shorter ones where a table follows it.
    tries = sorted({len(ends) - 1, len(ends) - 2, len(ends) - 4, *_shorter(len(ends))})
    for index in reversed([i for i in tries if 0 <= i < len(ends)]):
        stop, middle = ends[index]
        if parted[stop] - parted[start] < LEAST_PARTED * (stop - start) and not _are_beside(
            rows[start:stop], middle
        ):
            continue
        if _is_prose(rows[start:stop], middle, width):
            return ends[index]
    return None


def _shorter(count: int) -> list[int]:
    return [count * part // 8 for part in range(1, 8)]


def _gaps(row: Row, low: float, high: float) -> list[tuple[float, float]]:
    """Return the white stretches of *row* between *low* and *high*."""
    out = []
    edge = low
    for segment in row.segments:
        x0 = segment[0].box[0] if segment[0].box else 0.0
        x1 = max(word.box[2] for word in segment if word.box)
        if x0 - edge >= GUTTER:
            out.append((edge, min(x0, high)))
        edge = max(edge, x1)
    if high - edge >= GUTTER:
        out.append((edge, high))
    return [(a, b) for a, b in out if b - a >= GUTTER]


def _intersect(
    first: list[tuple[float, float]], second: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    out = []
    for a0, a1 in first:
        for b0, b1 in second:
            low, high = max(a0, b0), min(a1, b1)
            if high - low >= GUTTER:
                out.append((low, high))
    return out


def _are_beside(rows: Sequence[Row], gutter: float) -> bool:
    """Tell two columns, of which one may end before the other and whose lines need not be level.

    Where both are, many rows have words on both sides, or they stand left, right, left.
    """
    sides = [
        (row.box[0] < gutter, row.box[2] > gutter) for row in rows if not row.is_table
    ]  # a table in a column is no line of it
    lefts = [at for at, (left, _) in enumerate(sides) if left]
    rights = [at for at, (_, right) in enumerate(sides) if right]
    if min(len(lefts), len(rights)) < LEAST_COLUMN_ROWS:
        return False
    both = sides[max(lefts[0], rights[0]) : min(lefts[-1], rights[-1]) + 1]
    across = sum(left and right for left, right in both)
    if len(both) >= LEAST_COLUMN_ROWS and across >= LEAST_PARTED * len(both):
        return True
    single = [left for left, right in both if left != right]
    turns = sum(a != b for a, b in pairwise(single))
    least = min(single.count(True), single.count(False))
    return turns >= LEAST_COLUMN_ROWS and turns >= LEAST_PARTED * least


def _is_prose(rows: Sequence[Row], gutter: float, width: float) -> bool:
    """Tell whether both sides of *gutter* hold running lines, not labels or values."""
    rows = [row for row in rows if not row.is_table]
    across = sum(row.box[0] < gutter < row.box[2] for row in rows)
    if across < LEAST_PARTED * len(rows) and not _are_beside(rows, gutter):
        return False
    widths: tuple[list[float], list[float]] = ([], [])
    words, letters = [0, 0], [0, 0]
    # Plain comparisons, not min() and max(): this is tried at many places of every page.
    for row in rows:
        low, high = [1e9, 1e9], [0.0, 0.0]
        for word in row.words:
            x0, _, x1, _ = word.box or (0.0, 0.0, 0.0, 0.0)
            side = 0 if x0 + x1 < 2 * gutter else 1
            words[side] += 1
            letters[side] += word.text[:1].isalpha()
            if x0 < low[side]:
                low[side] = x0
            if x1 > high[side]:
                high[side] = x1
        for side in (0, 1):
            if high[side] > low[side]:
                widths[side].append(high[side] - low[side])
    for side in (0, 1):
        count = len(widths[side])
        if count < LEAST_COLUMN_ROWS - 1 or words[side] < 3.2 * count:
            return False
        if statistics.median(widths[side]) < 0.16 * width or letters[side] < 0.6 * words[side]:
            return False
    return True


def _side(rows: Sequence[Row], gutter: float, side: int) -> list[Row]:
    out = []
    for row in rows:
        words = [
            w for w in row.words if w.box and ((w.box[0] + w.box[2]) / 2 < gutter) == (side == 0)
        ]
        if words:
            out.append(_row(words))
    return out


def _place(word: Word) -> tuple[float, float]:
    box = word.box
    return ((box[1] + box[3]) / 2, box[0]) if box else (0.0, 0.0)


def _left(word: Word) -> float:
    return word.box[0] if word.box else 0.0
