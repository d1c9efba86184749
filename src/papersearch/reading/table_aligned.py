"""Tables without a full grid of lines, found by how their words stand one below the other.

Rows of short pieces whose white gaps stand over each other make columns; level
lines, where there are some, say where a table begins and ends and what its
header is. Running prose, lists and contents pages are no tables.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from papersearch.reading.columns import full_rows, is_edged
from papersearch.reading.document import Box, Word, union
from papersearch.reading.layout import BULLET, NUMBER, Row

_GAP = 0.8
"""A gap wider than so many letter sizes parts two pieces of a row."""
_NUMBER_GAP = 0.12
_LEAST_SEPARATOR = 1.5
_MOST_STEPS = 3.2
"""A white band of more line steps ends a table."""
_TOLERANCE = 4.0
"""Points by which the pieces of a column may stand off its edge."""
_MOST_BETWEEN = 2
"""Rows of one piece that may stand between two rows of several."""
_PROSE_WORDS = 9
NUMERIC = re.compile(
    r"^[(\[<>~≤≥±+\-–−£$€]*\d[\d,.:/]*(?:st|nd|rd|th)?[)\]%*†‡ªa-e]{0,3}$|^[-–—−.…*]+$|^[Nn]/?[Aa]\.?$"
)
_LEADING = re.compile(r"^[(+\-–−£$€]?\d{1,3}$")
_THOUSANDS = re.compile(r"^\d{3}[)*]?$")
_CAPTION = re.compile(
    r"^(?:Table|Figure|Fig\.?|Chart|Graph|Exhibit|Map)\s+[A-Z]?\d[\d.:\u2013-]*[.:]?(?:\s|$)", re.I
)
_DASHES = frozenset("-\u2013\u2014")
_MOST_HEAD_ROWS = 4
_LEADER = re.compile(r"[.…_]{4,}$")


@dataclass(slots=True)
class Piece:
    """Words of one row that belong together."""

    words: list[Word]
    x0: float
    x1: float

    @property
    def numeric(self) -> bool:
        """Whether it is a figure, a dash or "n/a"."""
        return all(NUMERIC.match(word.text) for word in self.words)

    @property
    def text(self) -> str:
        """Its words with single spaces between."""
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class TextRow:
    """One row of a page and its pieces from left to right."""

    pieces: list[Piece]
    box: Box
    tabular: bool = False


@dataclass(slots=True)
class Aligned:
    """A table found: its rows, and the x of the white between its columns."""

    rows: list[TextRow]
    separators: list[float]
    rules: list[float]
    """Heights of level lines that cross most of the table."""


def find_aligned(rows: Sequence[Row], rulings: Sequence[Box]) -> list[Aligned]:
    """Return the tables among *rows* (of one column of a page, from top to bottom).

    Args:
        rows: The words in rows.
        rulings: Lines drawn on the page.
    """
    level = [b for b in rulings if b[2] - b[0] > 3 * (b[3] - b[1]) and b[2] - b[0] > 20]
    upright = [b for b in rulings if b[3] - b[1] > 3 * (b[2] - b[0])]
    text_rows = [_text_row(row, upright) for row in rows]
    out: list[Aligned] = []
    for run in _runs(text_rows):
        _take(run, level, out)
    for table in out:
        _add_head(table, text_rows, level)
    return out


def _add_head(table: Aligned, rows: Sequence[TextRow], level: Sequence[Box]) -> None:
    """Put before *table* the rows of names that span its columns, below the line that opens it."""
    box = union(row.box for row in table.rows)
    assert box is not None  # noqa: S101 - a table has rows
    tops = [y for y in _rules(level, (box[0], box[1] - 60, box[2], box[3])) if y < box[1]]
    at = next(index for index, row in enumerate(rows) if row is table.rows[0])
    head: list[TextRow] = []
    for row in reversed(rows[max(at - _MOST_HEAD_ROWS, 0) : at]):
        first = head[0] if head else table.rows[0]
        high = row.box[3] - row.box[1]
        inside = box[0] - 6 <= row.box[0] and row.box[2] <= box[2] + 6
        if not inside or _is_prose(row, table.rows) or first.box[1] - row.box[3] > high:
            break
        under_rule = any(y <= row.box[1] + 2 for y in tops)
        # "Public" over "Health": a name of two lines whose others are level with its middle.
        tight = first.box[1] - row.box[3] < -0.25 * high and not any(
            p.numeric for p in first.pieces
        )
        if not under_rule and not tight:
            break
        head.insert(0, row)
    table.rows[:0] = head


def _take(run: list[TextRow], level: Sequence[Box], out: list[Aligned]) -> None:
    """Add the table of *run* to *out*, else those of its parts above and below its widest gap."""
    found = _aligned(run, level)
    if found is not None:
        out.append(found)
        return
    if len(run) < 8:
        return
    gaps = [(b.box[1] - a.box[3], i + 1) for i, (a, b) in enumerate(pairwise(run))]
    widest, at = max(gaps)
    steps = sorted(gap for gap, _ in gaps)
    if widest > steps[len(steps) // 2] + 4:
        for part in (run[:at], run[at:]):
            if sum(row.tabular for row in part) >= 2:
                _take(_trimmed(part), level, out)


def _text_row(row: Row, upright: Sequence[Box]) -> TextRow:
    crossing = [b[0] for b in upright if b[1] - 2 <= (row.box[1] + row.box[3]) / 2 <= b[3] + 2]
    pieces: list[Piece] = []
    for word in row.words:
        assert word.box is not None  # noqa: S101 - words of a page have boxes
        x0, _, x1, _ = word.box
        if pieces and not _parts(pieces[-1], word, crossing):
            pieces[-1].words.append(word)
            pieces[-1].x1 = max(pieces[-1].x1, x1)
        else:
            pieces.append(Piece([word], x0, x1))
    real = pieces[1:] if len(pieces) > 1 and _is_marker(pieces[0]) else pieces
    leaders = any(_LEADER.search(word.text) for word in row.words)
    tabular = len(real) >= 2 and not (leaders and len(real) == 2)
    return TextRow(pieces, row.box, tabular)


def _parts(piece: Piece, word: Word, crossing: Sequence[float]) -> bool:
    box, last = word.box, piece.words[-1]
    assert box is not None  # noqa: S101
    gap = box[0] - piece.x1
    size = min(word.size or 10.0, last.size or 10.0)
    if gap > _GAP * size or last.tick is not None:
        return True
    if any(piece.x1 - 1 < x < box[0] + 1 for x in crossing):
        return True
    if gap < 0.4 * size and ({word.text, last.text} & _DASHES):
        return False  # "11.00 - 11.10"
    if _THOUSANDS.match(word.text) and _LEADING.match(last.text) and gap < 0.4 * size:
        return False  # "15 455" is one figure
    numbers = NUMERIC.match(last.text) and NUMERIC.match(word.text)
    return bool(numbers) and gap > _NUMBER_GAP * size


def _is_marker(piece: Piece) -> bool:
    return len(piece.words) == 1 and bool(
        BULLET.match(piece.text) or NUMBER.match(piece.text) or re.match(r"^\d{1,2}$", piece.text)
    )


def _runs(rows: list[TextRow]) -> list[list[TextRow]]:
    """Return stretches that begin and end with rows of several pieces."""
    steps = [b.box[1] - a.box[1] for a, b in pairwise(rows) if b.box[1] - a.box[1] > 2]
    step = statistics.median(steps) if steps else 12.0
    runs: list[list[TextRow]] = []
    current: list[TextRow] = []
    between = 0
    above: TextRow | None = None
    for row in rows:
        if current:
            high = current[-1].box[3] - current[-1].box[1]
            far = row.box[1] - current[-1].box[3] > _MOST_STEPS * max(min(step, 30.0), high)
            if far or between > _MOST_BETWEEN or _is_caption(row):
                runs.append(current)
                current, between = [], 0
        if not current and (_is_caption(row) or (above is not None and _carries_on(above, row))):
            above = row if _is_caption(row) else above
            continue
        above = None
        if row.tabular:
            between = 0
        elif not current:
            continue
        else:
            between += 1 if not _is_prose(row, current) else _MOST_BETWEEN + 1
        current.append(row)
    runs.append(current)
    return [run for part in runs if len(run := _trimmed(part)) >= 2]


def _is_caption(row: TextRow) -> bool:
    return _CAPTION.match(" ".join(piece.text for piece in row.pieces[:2])) is not None


def _carries_on(caption: TextRow, row: TextRow) -> bool:
    """Tell the second line of a caption, which stands under its words and not under "Table 14."."""
    return len(caption.pieces) > 1 and abs(row.pieces[0].x0 - caption.pieces[1].x0) < 3


def _trimmed(run: Sequence[TextRow]) -> list[TextRow]:
    marked = [index for index, row in enumerate(run) if row.tabular]
    return list(run[marked[0] : marked[-1] + 1]) if marked else []


def _is_prose(row: TextRow, run: Sequence[TextRow]) -> bool:
    box = union(item.box for item in run)
    assert box is not None  # noqa: S101
    words = sum(len(piece.words) for piece in row.pieces)
    return words > _PROSE_WORDS and row.box[2] - row.box[0] > 0.6 * (box[2] - box[0])


def _aligned(run: list[TextRow], level: Sequence[Box]) -> Aligned | None:
    tabular = [row for row in run if row.tabular]
    if len(tabular) < 2:
        return None
    core = full_rows(tabular)
    separators = _separators(core)
    if not separators:
        return None
    box = union(row.box for row in run)
    assert box is not None  # noqa: S101
    rules = _rules(level, box)
    table = Aligned(run, separators, rules)
    return table if _is_table(table, core, tabular) else None


def _separators(core: Sequence[TextRow]) -> list[float]:
    """Return the middle of each white band that nearly all *core* rows leave free."""
    edges: list[tuple[float, int]] = []
    for row in core:
        for piece in row.pieces:
            edges += ((piece.x0, 1), (piece.x1, -1))
    edges.sort()
    allowed = len(core) // 12
    out: list[tuple[float, float]] = []
    depth = 0
    free_from: float | None = None
    for x, change in edges:
        before = depth
        depth += change
        if before > allowed >= depth:
            free_from = x
        elif before <= allowed < depth:
            if free_from is not None and x - free_from >= _LEAST_SEPARATOR:
                out.append((free_from, x))
            free_from = None
    found = [(a + b) / 2 for a, b in out]
    # A band beside which nothing stands in most rows is no column's edge of its own.
    return [x for x in found if any(p.x1 < x for r in core for p in r.pieces)]


def _rules(level: Sequence[Box], box: Box) -> list[float]:
    """Return the heights of lines (in pieces or whole) across most of *box* and just outside it."""
    wide = box[2] - box[0]
    heights: dict[int, tuple[float, float]] = {}
    for x0, top, x1, bottom in level:
        y = (top + bottom) / 2
        if not box[1] - 40 <= y <= box[3] + 12:
            continue
        shared = min(x1, box[2] + 6) - max(x0, box[0] - 6)
        if shared > 0:
            key = round(y / 2)
            total, _ = heights.get(key, (0.0, y))
            heights[key] = (total + shared, y)
    return sorted(y for total, y in heights.values() if total > 0.6 * wide)


def column_of(x: float, separators: Sequence[float]) -> int:
    """Return the number of the column, from 0, in which *x* lies."""
    return sum(x > separator for separator in separators)


def _is_table(table: Aligned, core: Sequence[TextRow], tabular: Sequence[TextRow]) -> bool:
    columns = len(table.separators) + 1
    cells: list[list[Piece]] = [[] for _ in range(columns)]
    for row in core:
        for piece in row.pieces:
            cells[column_of((piece.x0 + piece.x1) / 2, table.separators)].append(piece)
    if any(not column for column in cells):
        return False
    if all(_is_marker(piece) for piece in cells[0]) and columns == 2:
        return False
    filled = sum(map(len, cells)) / (columns * len(core))
    later = [piece for column in cells[1:] for piece in column]
    numeric = sum(piece.numeric for piece in later) / len(later)
    words = [len(piece.words) for piece in later]
    inside = [y for y in table.rules if table.rows[0].box[1] - 40 < y < table.rows[-1].box[3] + 12]
    ruled = len(inside) >= 2
    if columns == 2 and any(_LEADER.search(row.pieces[0].text) for row in core):
        return False
    if numeric >= 0.5 and filled > 0.45:
        least = 2 if ruled or columns >= 4 else 3
        return len(tabular) >= least and len(core) >= 2 and (columns > 2 or _is_data(cells))
    if columns >= 3 and filled > 0.5 and len(core) >= (2 if ruled else 3):
        return statistics.fmean(words) < 7 and all(_is_edged(column) for column in cells)
    # Label and value, with a line between the rows.
    return columns == 2 and len(inside) >= max(3, 0.6 * len(core)) and _is_edged(cells[1])


def _is_data(cells: Sequence[Sequence[Piece]]) -> bool:
    """Tell two columns of names and figures from a contents page or a numbered list."""
    figures = [piece for piece in cells[1] if piece.numeric]
    plain = [int(p.text) for p in figures if p.text.isdigit() and len(p.text) < 4]
    ascending = len(plain) == len(figures) and all(a <= b for a, b in pairwise(plain))
    return len(figures) >= 3 and not (ascending and len(plain) >= 3)


def _is_edged(column: Sequence[Piece]) -> bool:
    return is_edged([(piece.x0, piece.x1) for piece in column], _TOLERANCE)
