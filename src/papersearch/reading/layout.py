"""Words on a page become lines in reading order, and lines become blocks.

A page is read in rows from the top; a stretch of rows that share a white
gutter with running prose on both sides is read column by column. Rows of a
form or an unruled list, whose sides are short, are read across.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from papersearch.reading.document import Block, Box, Line, Word

SEGMENT_GAP = 1.7
"""A gap of more than so many letter heights parts two segments of a row."""
GUTTER = 7.0
"""Points of white from which a gap may be a gutter between columns."""
LEAST_COLUMN_ROWS = 4

BULLET = re.compile(r"^(?:[•●○◦▪■‣➢❖➤►·*–—-]|o)$")
NUMBER = re.compile(
    r"^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3})$"
)
_ENDS_SENTENCE = re.compile(r"[.;:?!]['\"\u2019\u201d)]*$")
_LINK = re.compile(r"https?:|www\.|@")
_CAPITALS = re.compile(r"^[^a-z]*[A-Z]{2}[^a-z]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """Words that stand on one height, from left to right, parted into segments at wide gaps."""

    segments: tuple[tuple[Word, ...], ...]
    box: Box

    @property
    def words(self) -> tuple[Word, ...]:
        """All words from left to right."""
        return tuple(word for segment in self.segments for word in segment)


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of one column."""

    words: tuple[Word, ...]
    box: Box
    column: int
    spread: bool
    """Whether wide gaps part it, as in a form or an unruled table."""


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


def strips_of(rows: Sequence[Row], width: float) -> list[Strip]:
    """Return the lines of *rows* in reading order; *width* is the page's."""
    return [
        Strip(row.words, row.box, column, len(row.segments) > 1)
        for column, stretch in enumerate(stretches(rows, width))
        for row in stretch
    ]


def stretches(rows: Sequence[Row], width: float) -> list[list[Row]]:
    """Return *rows* in reading order, cut where columns of running prose begin and end."""
    out: list[list[Row]] = [[]]
    if not rows:
        return []
    edges = (min(row.box[0] for row in rows), max(row.box[2] for row in rows))
    index = 0
    while index < len(rows):
        found = _columns(rows, index, edges, width)
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


def _columns(
    rows: Sequence[Row], start: int, edges: tuple[float, float], width: float
) -> tuple[int, float] | None:
    """Return the end of the stretch of rows from *start* that stand in columns, and the gutter."""
    left, right = edges
    span = right - left
    if span < 0.3 * width:
        return None
    low, high = left + 0.2 * span, right - 0.2 * span
    gutters = _gaps(rows[start], low, high)
    end = start + 1
    ends: list[tuple[int, float]] = []
    while gutters and end <= len(rows):
        if end - start >= LEAST_COLUMN_ROWS:
            x = max(gutters, key=lambda gap: gap[1] - gap[0])
            ends.append((end, (x[0] + x[1]) / 2))
        if end == len(rows):
            break
        # A wide white band ends the stretch: what follows is another part of the page.
        if rows[end].box[1] - rows[end - 1].box[3] > 60:
            break
        gutters = _intersect(gutters, _gaps(rows[end], low, high))
        end += 1
    # The longest stretch that reads as prose; a few shorter ones where a table follows it.
    tries = sorted({len(ends) - 1, len(ends) - 2, len(ends) - 4, *_shorter(len(ends))})
    for index in reversed([i for i in tries if 0 <= i < len(ends)]):
        stop, middle = ends[index]
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


def _is_prose(rows: Sequence[Row], gutter: float, width: float) -> bool:
    """Tell whether both sides of *gutter* hold running lines, not labels or values."""
    if sum(row.box[0] < gutter < row.box[2] for row in rows) < 0.3 * len(rows):
        return False
    for side in (0, 1):
        widths, words, letters = [], 0, 0
        for row in rows:
            low, high = 1e9, 0.0
            for segment in row.segments:
                for word in segment:
                    x0, _, x1, _ = word.box or (0.0, 0.0, 0.0, 0.0)
                    if ((x0 + x1) / 2 < gutter) != (side == 0):
                        continue
                    words += 1
                    letters += word.text[:1].isalpha()
                    low, high = min(low, x0), max(high, x1)
            if high > low:
                widths.append(high - low)
        if len(widths) < LEAST_COLUMN_ROWS - 1 or words < 3.2 * len(widths):
            return False
        if statistics.median(widths) < 0.16 * width or letters < 0.6 * words:
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


def blocks_of(strips: Sequence[Strip], page: int) -> list[Block]:
    """Return *strips* as blocks: headings, list items and paragraphs."""
    if not strips:
        return []
    body = body_size(strips)
    steps = [
        b.box[1] - a.box[1]
        for a, b in pairwise(strips)
        if a.column == b.column and 0 < b.box[1] - a.box[1] < 4 * body
    ]
    step = statistics.median(steps) if steps else 1.3 * body
    edges: dict[int, float] = {}
    for strip in strips:
        edges[strip.column] = max(edges.get(strip.column, 0.0), strip.box[2])
    groups: list[list[Strip]] = []
    for strip in strips:
        if groups and not _starts_block(groups[-1], strip, step, edges[strip.column]):
            groups[-1].append(strip)
        else:
            groups.append([strip])
    return [_block(group, page, body) for group in groups]


def body_size(strips: Sequence[Strip]) -> float:
    """Return the letter height that most of the words have, in points."""
    counts: dict[float, int] = {}
    for strip in strips:
        for word in strip.words:
            size = round(word.size * 2) / 2
            counts[size] = counts.get(size, 0) + len(word.text)
    return max(counts, key=lambda size: (counts[size], -size)) if counts else 11.0


def _starts_block(group: list[Strip], strip: Strip, step: float, edge: float) -> bool:
    last = group[-1]
    gap = strip.box[1] - last.box[1]
    if strip.column != last.column or gap <= 0 or gap > 1.32 * step or strip.spread or last.spread:
        return True
    if _marker(strip) is not None:
        return True
    size, before = _size(strip), _size(last)
    if abs(size - before) > 0.12 * before:
        return True
    if _is_coloured(strip) != _is_coloured(last) and len(last.words) + len(strip.words) > 4:
        return True
    if _is_bold(strip) != _is_bold(last):
        if strip.words[0].bold and last.words[-1].bold and last.box[2] > edge - 30:
            return False
        # Bold words that open a sentence ("Recommendation: the Board …") part nothing.
        return not (_any_bold(strip) and _any_bold(last) and len(strip.words) > 3)
    wide = edge - group[0].box[0]
    ends_early = last.box[2] < edge - 0.2 * wide
    return (
        ends_early
        and _ENDS_SENTENCE.search(last.words[-1].text) is not None
        and (strip.words[0].text[:1].isupper())
    )


def _block(group: list[Strip], page: int, body: float) -> Block:
    lines = tuple(Line(strip.words, page) for strip in group)
    marker = _marker(group[0])
    text = " ".join(line.text for line in lines)
    if _is_heading(group, text, marker, body):
        return Block("heading", lines, page, _level(group, marker, body), marker)
    if marker is not None:
        return Block("list_item", lines, page, marker=marker)
    return Block("paragraph", lines, page)


def _marker(strip: Strip) -> str | None:
    """Return the bullet or number that opens *strip*; words must follow it."""
    if len(strip.words) < 2:
        return None
    first = strip.words[0].text
    if BULLET.match(first) and not (first == "o" and strip.words[1].text[:1].islower()):
        return first
    if NUMBER.match(first) and not (len(first) == 2 and first in ("A.", "I.") and strip.spread):
        return first
    if re.match(r"^\d{1,2}$", first) and not strip.spread:
        # "1  Introduction": a bare number is a marker only with a gap behind it.
        a, b = strip.words[0].box, strip.words[1].box
        if a and b and b[0] - a[2] > 0.7 * (a[3] - a[1]) and strip.words[1].text[:1].isupper():
            return first
    return None


def _is_heading(group: list[Strip], text: str, marker: str | None, body: float) -> bool:
    if len(group) > 3 or len(text) > 160 or (group[0].spread and len(text) > 90):
        return False
    if not any(ch.isalpha() for ch in text) or text.rstrip().endswith((",", ";")):
        return False
    sizes = statistics.median(word.size for strip in group for word in strip.words)
    bold = all(_is_bold(strip) for strip in group)
    large = sizes > 1.15 * body
    ends = text.rstrip().endswith(".") and len(text.split()) > 4
    if marker is not None and BULLET.match(marker):
        return False
    coloured = all(_is_coloured(strip) for strip in group) and not _LINK.search(text)
    if (bold or large or coloured) and not ends:
        return True
    if _CAPITALS.match(text) and len(text.split()) >= 2 and len(group) == 1 and len(text) < 80:
        return True
    numbered = marker is not None and re.match(r"^\d{1,2}(?:\.\d{1,2})*\.?$", marker)
    return bool(
        numbered and len(group) == 1 and len(text) < 70 and not _ENDS_SENTENCE.search(text)
        and group[0].words[1].text[:1].isupper() and len(group[0].words) <= 8
    )  # fmt: skip


def _level(group: list[Strip], marker: str | None, body: float) -> int:
    if marker is not None and (number := re.match(r"^\d+(?:\.\d+)*", marker)):
        return number.group().count(".") + 1
    size = _size(group[0])
    return 1 if size > 1.5 * body else 2 if size > 1.15 * body else 3


def _is_bold(strip: Strip) -> bool:
    lettered = [word for word in strip.words if any(ch.isalnum() for ch in word.text)]
    return bool(lettered) and all(word.bold for word in lettered)


def _is_coloured(strip: Strip) -> bool:
    return all(word.highlighted for word in strip.words)


def _any_bold(strip: Strip) -> bool:
    return any(word.bold for word in strip.words)


def _size(strip: Strip) -> float:
    return statistics.median(word.size for word in strip.words) or 10.0


def _place(word: Word) -> tuple[float, float]:
    box = word.box
    return ((box[1] + box[3]) / 2, box[0]) if box else (0.0, 0.0)


def _left(word: Word) -> float:
    return word.box[0] if word.box else 0.0
