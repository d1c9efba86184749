"""Labelled fields of a cover sheet: "Title: …", table cells, a label above its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from papersearch import knowledge
from papersearch.papers.labels import STRONG, label_kind, label_kinds
from papersearch.papers.lines import segments, word_groups
from papersearch.papers.lost_gaps import with_signs
from papersearch.papers.paper import CoverField
from papersearch.reading.document import Block, Cell, Line, Table, Word

__all__ = ["find_fields", "label_kind", "label_kinds"]

MOST_WORDS_OF_A_BROKEN_LABEL_LINE = 16
LEAST_BARE_LABELS = 2
"""So many labels without colon make a form that sets values beneath them."""
MOST_LINES_OF_FORM = 30
"""A block with more lines is prose: what follows a label there is not its value."""
_LABEL_VALUE = re.compile(
    r"^(?P<label>[^\W\d_][^:\n]{1,70}?)\s*(?:\([^)]{0,60}\)\s*)?:\s*(?P<value>.*)$", re.S
)
_BARE_WORDS = frozenset({"title", "author", "authors", "author(s)", "subject", "presenter"})
_ALONE = frozenset({"recommendation", "foi"})
"""Kinds whose bare label on a line of its own is a heading of the form."""


@cache
def _purposes() -> frozenset[str]:
    data = knowledge.load("papersearch.papers", "purposes")
    return frozenset(form.lower() for forms in data.values() for form in forms)


@cache
def _prefixes() -> list[tuple[re.Pattern[str], str]]:
    data = knowledge.load("papersearch.papers", "people")["prefixes"]
    return [
        (
            re.compile(
                rf"^(?P<label>(?i:{'|'.join(words)}))\s+(?:(?i:the)\s+)?(?P<value>[A-Z].*)$"
            ),
            kind,
        )
        for kind, words in data.items()
    ]


def find_fields(blocks: Sequence[Block]) -> Iterator[CoverField]:
    """Yield the labelled fields of *blocks* in reading order; indexes count in *blocks*."""
    bare = sum(_is_bare_label(line.text) for b in blocks for line in b.lines) >= LEAST_BARE_LABELS
    blocks = with_signs(blocks)
    for index, block in enumerate(blocks):
        if block.table is not None:
            yield from _of_table(block.table, index)
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


def _of_table(table: Table, index: int) -> Iterator[CoverField]:
    used: set[tuple[int, int]] = set()
    for row in table.grid():
        cells = list({id(cell): cell for cell in row if cell is not None}.values())
        for position, cell in enumerate(cells):
            if not cell.lines or (cell.row, cell.column) in used:
                continue
            kinds = label_kinds(cell.text) or _on_every_line(cell)
            if not kinds and cell.text.endswith(":") and _lists_purposes(cell.text[:-1]):
                kinds = ("purpose",)
            if not kinds:
                yield from _inside_cell(cell, index)
                continue
            values = _beside(cells, position, kinds[0])
            # A row of labels heads a list where several rows follow; a form has one.
            listed = len(cells) > 1 and table.rows - cell.row - cell.row_span > 1
            if not values and not listed and (below := _below(table, cell)) is not None:
                values = [below]
            used |= {(value.row, value.column) for value in values}
            lines = tuple(line.text for value in values for line in value.lines)
            text = " ".join(value.text for value in values)
            for kind in kinds:
                yield CoverField(kind, cell.text, text, cell.page, index, lines)


def _on_every_line(cell: Cell) -> tuple[str, ...]:
    """Return what a label means that the form prints in two languages, one below the other."""
    kinds = {label_kinds(line.text) for line in cell.lines} if len(cell.lines) > 1 else set()
    return kinds.pop() if len(kinds) == 1 else ()


def _beside(cells: Sequence[Cell], position: int, kind: str) -> list[Cell]:
    """Return the cells to the right that hold a label's value."""
    following = cells[position + 1 :]
    if following and kind == "title" and following[0].lines:
        # A title may itself read as a label: "Board Assurance Framework".
        other = label_kind(following[0].text)
        if other not in STRONG and (other is None or len(cells) in (2, 4)):
            return [following[0]]
    values = []
    for other_cell in following:
        if label_kinds(other_cell.text) or _is_pair(other_cell.text):
            break
        if other_cell.lines:
            values.append(other_cell)
    return values


def _below(table: Table, cell: Cell) -> Cell | None:
    """Return the cell under a label that has nothing beside it."""
    below = table.cell(cell.row + cell.row_span, cell.column)
    if below is None or not below.lines or label_kinds(below.text) or _is_pair(below.text):
        return None
    # Under a label that spans the form its value spans it too; else it is the next row's label.
    return below if below.column_span >= min(cell.column_span, 2) else None


def _inside_cell(cell: Cell, index: int) -> Iterator[CoverField]:
    """Read a cell that holds labels and values: "Author: …", or a label on its first line."""
    found: list[tuple[tuple[str, ...], str, list[str], int]] = []
    for number, line in enumerate(cell.lines):
        text = line.text
        split = _split(text)
        if split is not None:
            found.append((split[0], split[1], [split[2]] if split[2] else [], line.page))
        elif number == 0 and len(cell.lines) > 1 and (kinds := label_kinds(text)):
            found.append((kinds, text, [], line.page))
        elif found:
            found[-1][2].append(text)
        elif number > 1:
            return
    for kinds, label, values, page in found:
        for kind in kinds:
            yield CoverField(kind, label, " ".join(values), page, index, tuple(values))


def _lists_purposes(label: str) -> bool:
    """Tell "Decision/Discussion/Information:", which asks for one of them."""
    parts = [part.strip().lower() for part in label.split("/")]
    return len(parts) > 1 and all(part in _purposes() for part in parts)


def _is_pair(text: str) -> bool:
    match = _LABEL_VALUE.match(text)
    return match is not None and label_kind(match["label"]) is not None


def _of_lines(
    block: Block, index: int, following: Sequence[Block], bare: bool
) -> Iterator[CoverField]:
    pending: list[tuple[tuple[str, ...], str, list[str], int]] = []
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
            found = _split(part)
            heads = len(block.lines) <= 2 and _is_heading_label(part, block)
            if found is None and (heads or (bare and part == line.text and _is_bare_label(part))):
                found = (label_kinds(part), part, "")
            if found is not None:
                pending.append((found[0], found[1], [found[2]] if found[2] else [], line.page))
                edge = _value_edge(line, found[2])
            elif pending and len(block.lines) <= MOST_LINES_OF_FORM:
                pending[-1][2].append(part)
    for number, (kinds, label, values, page) in enumerate(pending):
        if number == len(pending) - 1:
            values = [*values, *_carried_on(kinds[0], values, edge, block, following)]
        for kind in kinds:
            yield CoverField(kind, label, " ".join(values).strip(), page, index, tuple(values))


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
        if _split(line.text) is not None or any(_crosses(g, edges) for g in word_groups(line)):
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
        if _split(other.lines[0].text) is not None:
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


def _split(text: str) -> tuple[tuple[str, ...], str, str] | None:
    """Return kinds, label and value of a piece of line that is or begins with a label."""
    match = _LABEL_VALUE.match(text)
    if match is not None:
        # A bilingual label has a colon within: "TEITL YR ADRODDIAD: TITLE OF REPORT: …".
        second = _LABEL_VALUE.match(match["value"])
        if second is not None and label_kinds(match["label"]) == label_kinds(second["label"]) != ():
            match = second
        elif (
            text.endswith(":") and label_kinds(match["label"]) == label_kinds(match["value"]) != ()
        ):
            return label_kinds(match["value"]), text.strip().rstrip(":"), ""
        if _lists_purposes(match["label"]):
            return ("purpose",), match["label"].strip(), match["value"].strip()
        if kinds := label_kinds(match["label"]):
            return kinds, match["label"].strip(), match["value"].strip()
    kinds = label_kinds(text)
    if kinds and (text.rstrip().endswith(":") or kinds[0] in _ALONE):
        return kinds, text.strip().rstrip(":"), ""
    if len(text.split()) <= 16:
        for pattern, kind in _prefixes():
            if (match := pattern.match(text)) is not None:
                return (kind,), match["label"], match["value"]
    return None
