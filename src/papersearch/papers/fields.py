"""Labelled fields of a cover sheet: "Title: …", table cells, a label above its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from papersearch.papers.form_table import fields_of_table
from papersearch.papers.label_value import split_label
from papersearch.papers.labels import STRONG, label_kind, label_kinds
from papersearch.papers.lines import segments, word_groups
from papersearch.papers.lost_gaps import with_signs
from papersearch.papers.paper import CoverField
from papersearch.papers.people import is_name, is_role
from papersearch.papers.stacked import joined_pairs
from papersearch.reading.document import Block, Line, Word

__all__ = ["find_fields", "label_kind", "label_kinds"]

MOST_WORDS_OF_A_BROKEN_LABEL_LINE = 16
LEAST_BARE_LABELS = 2
"""So many labels without colon make a form that sets values beneath them."""
MOST_LINES_OF_FORM = 30
"""A block with more lines is prose: what follows a label there is not its value."""
_Pending = tuple[tuple[str, ...], str, list[str], int]
"""Kinds, label, lines of the value so far, page."""
_BARE_WORDS = frozenset({"title", "author", "authors", "author(s)", "subject", "presenter"})


def find_fields(blocks: Sequence[Block]) -> Iterator[CoverField]:
    """Yield the labelled fields of *blocks* in reading order; indexes count in *blocks*."""
    bare = sum(_is_bare_label(line.text) for b in blocks for line in b.lines) >= LEAST_BARE_LABELS
    blocks = with_signs(joined_pairs(blocks))
    for index, block in enumerate(blocks):
        if block.table is not None:
            yield from fields_of_table(block.table, index)
        elif block.lines:
            side_by_side = _columns(block, index, blocks[index + 1 : index + 8])
            yield from side_by_side or _of_lines(block, index, blocks[index + 1 : index + 6], bare)


def _is_bare_label(text: str) -> bool:
    """Tell whether a line is a label without a colon: "Report author" above its value."""
    if text.endswith(":") or not text[:1].isupper():
        return False
    if " " not in text and text.lower() not in _BARE_WORDS:
        return False  # "Report", "Paper" and "Item" are headings of much else
    return bool({*label_kinds(text)} & {*STRONG, "title"})


def _of_lines(
    block: Block, index: int, following: Sequence[Block], bare: bool
) -> Iterator[CoverField]:
    pending: list[_Pending] = []
    edge: float | None = None
    wrapped: tuple[Line, str] | None = None
    next_lines = following[0].lines[:1] if following and following[0].table is None else ()
    for line, after in zip_longest(block.lines, (*block.lines[1:], *next_lines)):
        if line is None:
            break
        if wrapped is not None and wrapped[0] is line:
            if wrapped[1]:
                pending[-1][2].append(wrapped[1])
            continue
        if after is not None and (two := _over_two_lines(line, after)) is not None:
            kinds, label, value, rest = two
            pending.append((kinds, label, [value] if value else [], line.page))
            edge, wrapped = _value_edge(line, value), (after, rest)
            continue
        for part in segments(line, label_kind):
            found = split_label(part)
            heads = len(block.lines) <= 2 and _is_heading_label(part, block)
            if found is None and (heads or (bare and part == line.text and _is_bare_label(part))):
                found = (label_kinds(part), part, "")
            if found is not None and not (pending and _is_post(part, found[2], pending[-1])):
                pending.append((found[0], found[1], [found[2]] if found[2] else [], line.page))
                edge = _value_edge(line, found[2])
            elif pending and _is_full(pending[-1]):
                continue
            elif pending and len(block.lines) <= MOST_LINES_OF_FORM:
                pending[-1][2].append(part)
    for number, (kinds, label, values, page) in enumerate(pending):
        if number == len(pending) - 1:
            values = [*values, *_carried_on(kinds[0], values, edge, block, following)]
        for kind in kinds:
            yield CoverField(kind, label, " ".join(values).strip(), page, index, tuple(values))


def _is_post(part: str, value: str, last: _Pending) -> bool:
    """Tell "Corporate Director: Resources" below "Report of:" from a label with its value."""
    wants = not last[2] and bool({"authors", "presented_by"} & set(last[0]))
    return wants and bool(value) and not is_name(re.split(r"[,(]", value)[0]) and is_role(part)


def _is_full(last: _Pending) -> bool:
    """Tell a number that has its value: what stands below is none of it."""
    return (
        bool(last[2]) and last[0][0] in ("agenda_item", "reference") and last[2][0][-1:].isalnum()
    )


def _crosses(group: Sequence[Word], edges: Sequence[float]) -> bool:
    """Tell whether words run on from one column into the next."""
    first, last = group[0].box, group[-1].box
    if first is None or last is None:
        return False
    return any(first[0] < edge - 4 and last[2] > edge + 10 for edge in edges)


def _over_two_lines(line: Line, after: Line) -> tuple[tuple[str, ...], str, str, str] | None:
    """Read a label that its narrow column breaks: kinds, label, the value's first and next line."""
    if max(len(line.words), len(after.words)) > MOST_WORDS_OF_A_BROKEN_LABEL_LINE:
        return None
    first, second = word_groups(line), word_groups(after)
    if len(first) < 2 or not second or len(second) > 2:
        return None
    one, two = (" ".join(word.text for word in group) for group in (first[0], second[0]))
    boxes = first[0][0].box, second[0][0].box
    if boxes[0] is None or boxes[1] is None or abs(boxes[0][0] - boxes[1][0]) > 4:
        return None
    kinds = label_kinds(f"{one} {two}")
    own = label_kinds(one)
    if not kinds or one.endswith(":") or (own and (own != kinds or not two.endswith(":"))):
        return None
    values = [" ".join(w.text for group in groups[1:] for w in group) for groups in (first, second)]
    return kinds, f"{one} {two}", values[0], values[1]


def _columns(block: Block, index: int, following: Sequence[Block]) -> list[CoverField]:
    """Read labels side by side, "Report Author:   Relevant Director:", with values beneath each."""
    lines = [line for b in (block, *following) if b.table is None for line in b.lines]
    groups = word_groups(lines[0]) if lines else []
    edges = [group[0].box[0] for group in groups if group[0].box]
    labels = [" ".join(word.text for word in group) for group in groups]
    kinds = [label_kind(label) if label.endswith(":") else None for label in labels]
    if len(groups) < 2 or len(edges) != len(groups) or not all(kinds):
        return []
    values: list[list[str]] = [[] for _ in groups]
    for line in lines[1:8]:
        if split_label(line.text) is not None or any(_crosses(g, edges) for g in word_groups(line)):
            break
        parted: list[list[str]] = [[] for _ in groups]
        for word in line.words:
            left = word.box[0] if word.box else 0.0
            column = max((i for i, edge in enumerate(edges) if left >= edge - 4), default=0)
            parted[column].append(word.text)
        for column, words in enumerate(parted):
            if words:
                values[column].append(" ".join(words))
    return [
        CoverField(kind, label, " ".join(value), lines[0].page, index, tuple(value))
        for kind, label, value in zip(kinds, labels, values, strict=True)
        if kind is not None
    ]


def _is_heading_label(text: str, block: Block) -> bool:
    """Tell a bare label above its value ("Report author") from a word of the text."""
    if block.kind != "heading" and not (block.lines and _all_bold(block.lines[0])):
        return False
    words = text.split()
    kinds = {*label_kinds(text)} & {*STRONG, "title"}
    return len(words) >= 2 and text[:1].isupper() and bool(kinds)


def _all_bold(line: Line) -> bool:
    return all(word.bold for word in line.words)


def _value_edge(line: Line, value: str) -> float | None:
    """Return the left edge of the value printed behind a label on *line*."""
    first = value.split()[0] if value else None
    boxes = [w.box for w in line.words if w.box is not None and w.text == first]
    return boxes[-1][0] if boxes else None


def _carried_on(
    kind: str, values: list[str], edge: float | None, block: Block, following: Sequence[Block]
) -> list[str]:
    """Return the lines below a label's line that carry its value on, in the value's column."""
    left = block.box[0] if block.box else None
    out: list[str] = []
    for other in following:
        if other.table is not None or not other.lines:
            break
        first = segments(other.lines[0], label_kind)[0]
        if split_label(other.lines[0].text) is not None:
            break
        if label_kind(first) is not None and (kind != "title" or values):
            break
        if not values and not out:
            # A label alone on its line: the next block is its value.
            if other.kind != "heading" or kind == "title":
                out += [line.text for line in other.lines]
            break
        indented = (
            edge is not None and left is not None and edge > left + 25
            and other.box is not None and abs(other.box[0] - edge) < 6
        )  # fmt: skip
        if not indented:
            break
        out += [line.text for line in other.lines]
    return out
