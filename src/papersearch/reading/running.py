"""Running headers and footers, watermarks, line numbers and printed page numbers.

What stands in the top or bottom margin and comes again on a neighbouring page
(figures aside) at the same height is a running line, not the paper's text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from papersearch.reading.layout import Row

MARGIN = 0.11
"""Share of the page's height at top and bottom in which running lines stand."""
_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(
    r"(?:^|\b)page\s*[|:]?\s*(\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\b|"
    r"\b(\d{1,4})\s*\|\s*page\b|^\D{0,3}(\d{1,4})\s*(?:of|/)\s*\d{1,4}$",
    re.IGNORECASE,
)
_LONE = re.compile(r"^[-–—|\s]*(\d{1,4}|[ivxlc]{1,6}|(?:\d{1,2}|[A-Z])[-–.]\d{1,3})[-–—|\s.]*$")
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]\s+[A-Z]")
"""Words like a section's heading: papers of one form begin their second pages with the same."""
_NUMBERED_FOOT = re.compile(
    r"(?:[|\u00b7\u2022\u2013\u2014-]\s*|\b(?:page|p\.|tudalen|td\.)\s*)(\d{1,3})$|"
    r"\b(\d{1,3})\s*(?:of|o|/)\s*\d{1,3}$",
    re.IGNORECASE,
)
_APART = 1.2
"""Letter heights of white above a page's foot."""
SMALL = 0.95
"""Letters below this share of the page's usual ones are a foot's."""
_LEAST_COUNTED = 3
"""So many pages whose numbers go up with them show that these are page numbers."""
_LEAST_PROSE = 6
"""Below a row of so many words, which is none of the page's running lines, none follows."""


@dataclass(slots=True)
class PageRows:
    """A page's rows as they go through the sieve."""

    height: float
    rows: list[Row]
    marked: frozenset[int] = frozenset()
    """``id()`` of words that the file itself marks as no part of the text."""
    headers: list[Row] = field(default_factory=list)
    footers: list[Row] = field(default_factory=list)
    numbers: list[Row] = field(default_factory=list)
    label: str | None = None


def set_apart(pages: Sequence[PageRows]) -> None:
    """Move running lines and line numbers of *pages* out of ``rows``; set printed labels."""
    where: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, page in enumerate(pages):
        for row in page.rows:
            if _in_margin(row, page.height):
                where[_folded(row)].append((index, row.box[1]))
    steps = _steps(pages)
    for index, page in enumerate(pages):
        kept: list[Row] = []
        begun = False
        for row in page.rows:
            side = _in_margin(row, page.height)
            text = " ".join(word.text for word in row.words)
            note = kept and len(row.words) == 1 and _goes_on(kept[-1], row)
            counted = (
                text.isdecimal() and len(text) < 5 and steps[int(text) - index] >= _LEAST_COUNTED
            )
            if (side == "top" and begun) or (note and not counted):
                side = None
            far = 1 if _NUMBERED.match(text) else 3
            near = any(
                other != index and abs(other - index) <= far and abs(top - row.box[1]) < 12
                for other, top in where.get(_folded(row), ())
            ) if side else False  # fmt: skip
            number = _printed_number(text) if side else None
            lone = side is not None and _LONE.match(text) is not None
            foot = side == "bottom" and _is_foot(row, kept, page.rows, index)
            marked = bool(page.marked) and all(id(word) in page.marked for word in row.words)
            if side and (near or lone or marked or foot or (number and len(text) < 40)):
                (page.headers if side == "top" else page.footers).append(row)
                if number and (page.label is None or "page" in text.lower()):
                    page.label = number
            else:
                kept.append(row)
                begun = begun or len(row.words) >= _LEAST_PROSE
        page.rows = _without_line_numbers(page, kept)
    _label_by_counting(pages)


def _is_foot(row: Row, kept: Sequence[Row], rows: Sequence[Row], index: int) -> bool:
    """Tell the last line of a page that has no neighbour: apart, and numbered or small and centred.

    Args:
        row: The line.
        kept: The page's lines above it.
        rows: All lines of the page.
        index: The page's number from 0.
    """
    high = row.box[3] - row.box[1]
    if row is not rows[-1] or (kept and row.box[1] - kept[-1].box[3] < _APART * high):
        return False
    numbered = _NUMBERED_FOOT.search(" ".join(word.text for word in row.words))
    if numbered is not None:
        return int(numbered.group(1) or numbered.group(2)) == index + 1
    sizes = sorted(word.size for other in rows for word in other.words)
    left, right = min(r.box[0] for r in rows), max(r.box[2] for r in rows)
    centred = abs((row.box[0] + row.box[2]) - (left + right)) < 2 * high
    return centred and row.box[0] > left + 2 * high and all(
        word.size < SMALL * sizes[len(sizes) // 2] for word in row.words
    )  # fmt: skip


def _steps(pages: Sequence[PageRows]) -> Counter[int]:
    """Return how many pages have a number alone on a line that is so far from their count."""
    return Counter(
        number - index
        for index, page in enumerate(pages)
        for number in {
            int(row.words[0].text)
            for row in page.rows
            if len(row.words) == 1
            and row.words[0].text.isdecimal()
            and len(row.words[0].text) < 5
            and _in_margin(row, page.height)
        }
    )


def _goes_on(before: Row, row: Row) -> bool:
    """Tell the year that a note's last line holds alone from a page number, which stands apart."""
    high = row.box[3] - row.box[1]
    lefts = [word.box[0] for word in before.words[:3] if word.box is not None]
    return row.box[1] - before.box[3] < 0.6 * high and any(abs(row.box[0] - x) < 3 for x in lefts)


def _label_by_counting(pages: Sequence[PageRows]) -> None:
    """Find the number that stands apart in a running line and goes up by one with each page."""
    found: list[set[int]] = []
    for page in pages:
        lone = (
            segment[0].text
            for row in (*page.headers, *page.footers)
            for segment in row.segments
            if len(segment) == 1 and segment[0].text.isdecimal() and len(segment[0].text) < 5
        )
        found.append({int(text) for text in lone})
    steps = Counter(number - index for index, here in enumerate(found) for number in here)
    for index, page in enumerate(pages):
        near = found[max(index - 1, 0)] | (found[index + 1] if index + 1 < len(found) else set())
        counted = [
            n for n in found[index] if steps[n - index] > 1 and (n - 1 in near or n + 1 in near)
        ]
        if page.label is None and counted:
            page.label = str(max(counted, key=lambda n: steps[n - index]))


def _without_line_numbers(page: PageRows, rows: list[Row]) -> list[Row]:
    """Take off the numbers that count the lines of a draft down its left edge."""
    firsts = [
        (int(row.words[0].text), index)
        for index, row in enumerate(rows)
        if len(row.words) > 1 and row.words[0].text.isdecimal() and _stands_off(row)
    ]
    ascending = sum(b[0] - a[0] == 1 for a, b in pairwise(firsts))
    if len(firsts) < 12 or ascending < 0.9 * (len(firsts) - 1) or len(firsts) < 0.7 * len(rows):
        return rows
    numbered = {index for _, index in firsts}
    out = []
    for index, row in enumerate(rows):
        if index not in numbered:
            out.append(row)
            continue
        first = row.words[0]
        page.numbers.append(Row(((first,),), first.box or row.box))
        head = row.segments[0][1:]
        rest = (head, *row.segments[1:]) if head else row.segments[1:]
        left = rest[0][0].box
        out.append(Row(rest, (left[0] if left else row.box[0], *row.box[1:])))
    return out


def _stands_off(row: Row) -> bool:
    """Tell whether a wide gap follows the row's first word."""
    first, second = row.words[0].box, row.words[1].box
    return bool(first and second) and second[0] - first[2] > 0.8 * (first[3] - first[1])  # type: ignore[index]


def _in_margin(row: Row, height: float) -> str | None:
    if row.box[3] < MARGIN * height:
        return "top"
    if row.box[1] > (1 - MARGIN) * height:
        return "bottom"
    return None


def _folded(row: Row) -> str:
    return _DIGITS.sub("#", " ".join(word.text for word in row.words)).lower()


def _printed_number(text: str) -> str | None:
    match = _PAGE.search(text)
    if match:
        return next(group for group in match.groups() if group)
    lone = _LONE.match(text)
    return lone.group(1) if lone else None
