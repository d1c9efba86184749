"""The paragraphs of a cell: minutes set as a table hold a whole item in one.

An item's heading, its bullets and its paragraphs stand in one cell, parted by space and by
marks only. Sentences do not reach from one to the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from spacy.tokens import Span

from papersearch.reading.document import Box, Cell
from papersearch.tagging.commitments.found import WordAt, lines_of

_PITCHES_OF_A_GAP = 1.35
_HEIGHTS_OF_A_PITCH = 1.6
_SHARE_OF_A_FULL_LINE = 0.75
_MOST_WORDS_OF_A_HEADING = 9
_MARK = re.compile(r"^(?:[•●▪◦o\uf0b7\uf0a7–*-]|\(?(?:\d{1,2}|[a-z]|[ivxIVX]+)[.)])$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a cell: its words, its page, and from where to where it reaches."""

    words: list[WordAt]
    page: int

    @property
    def text(self) -> str:
        """The words with single spaces between."""
        return " ".join(word.word.text for word in self.words)

    @property
    def box(self) -> Box | None:
        """The line's box, ``None`` where the format has no places."""
        boxes = [word.word.box for word in self.words]
        if any(box is None for box in boxes):
            return None
        known = [box for box in boxes if box is not None]
        return (
            min(box[0] for box in known),
            min(box[1] for box in known),
            max(box[2] for box in known),
            max(box[3] for box in known),
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a cell."""

    span: Span
    rows: list[Row]


def parts_of(span: Span, cell: Cell) -> list[Part]:
    """Return the paragraphs of *cell*, whose words are *span*."""
    rows = rows_of(span, cell)
    if not rows:
        return [Part(span, [])]
    groups: list[list[Row]] = [[rows[0]]]
    pitch = pitch_of(rows)
    right = max((row.box[2] for row in rows if row.box is not None), default=0.0)
    for above, row in pairwise(rows):
        if _begins_part(above, row, pitch, right, first=len(groups[-1]) == 1):
            groups.append([])
        groups[-1].append(row)
    out = []
    for group in groups:
        start, end = group[0].words[0].start, group[-1].words[-1].end
        part = span.doc.char_span(start, end, alignment_mode="expand")
        if part is not None:
            out.append(Part(part, group))
    return out


def rows_of(span: Span, cell: Cell) -> list[Row]:
    """Return the lines of *cell* with the places of their words."""
    filled = [line for line in cell.lines if any(word.text for word in line.words)]
    return [
        Row(words, line.page)
        for words, line in zip(lines_of(span, cell.lines), filled, strict=False)
    ]


def pitch_of(rows: Sequence[Row]) -> float:
    """Return how far apart the lines of running text stand, 0 where that is not known."""
    boxes = [row.box for row in rows]
    heights = [box[3] - box[1] for box in boxes if box is not None]
    if not heights:
        return 0.0
    gaps = [
        below[1] - above[1]
        for (above, below), (first, second) in zip(pairwise(boxes), pairwise(rows), strict=True)
        if above is not None and below is not None and first.page == second.page
    ]
    most = _HEIGHTS_OF_A_PITCH * median(heights)
    near = [gap for gap in gaps if 0 < gap <= most]
    return median(near) if near else 1.2 * median(heights)


def _begins_part(above: Row, row: Row, pitch: float, right: float, first: bool) -> bool:
    if _MARK.match(row.words[0].word.text) and len(row.words) > 1:
        return True
    if above.box is None or row.box is None or above.page != row.page:
        return False
    if row.box[1] - above.box[1] > _PITCHES_OF_A_GAP * pitch:
        return True
    if first and _is_bold(above) and not _is_bold(row):
        return True
    # A heading stands alone on a line that it does not fill.
    return (
        first
        and len(above.words) <= _MOST_WORDS_OF_A_HEADING
        and above.box[2] < _SHARE_OF_A_FULL_LINE * right
        and re.match(r"[A-Z\d]", above.text) is not None
        and re.match(r"[A-Z]", row.text) is not None
        and above.text[-1:] not in ".,;:–-&"
    )


def _is_bold(row: Row) -> bool:
    return all(word.word.bold for word in row.words)
