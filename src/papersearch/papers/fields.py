"""Labelled fields of a cover sheet: "Title: …", label and value in table cells, label above value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from papersearch import knowledge
from papersearch.papers.paper import CoverField
from papersearch.reading.document import Block, Line, Table

MOST_LABEL_WORDS = 9
_TRAILING = re.compile(r"\s*(?:\([^)]{0,60}\)|[:*?.\u2013-])+\s*$")
_LABEL_VALUE = re.compile(
    r"^(?P<label>[A-Za-z][^:\n]{1,70}?)\s*(?:\([^)]{0,60}\)\s*)?:\s*(?P<value>.*)$", re.S
)


@cache
def _labels() -> dict[str, str]:
    data = knowledge.load("papersearch.papers", "cover")
    return {label.lower(): kind for kind, labels in data["labels"].items() for label in labels}


def label_kind(text: str) -> str | None:
    """Return the kind of field that *text* labels, ``None`` where it is no label."""
    folded = " ".join(text.lower().replace("\u2019", "'").split())
    if not folded or len(folded.split()) > MOST_LABEL_WORDS:
        return None
    labels = _labels()
    for form in (folded, _TRAILING.sub("", folded)):
        if form in labels:
            return labels[form]
    stripped = _TRAILING.sub("", folded)
    if stripped.startswith(("the ", "a ")) and stripped.split(" ", 1)[1] in labels:
        return labels[stripped.split(" ", 1)[1]]
    return None


def find_fields(blocks: Sequence[Block]) -> Iterator[CoverField]:
    """Yield the labelled fields of *blocks* in reading order; indexes count in *blocks*."""
    for index, block in enumerate(blocks):
        if block.table is not None:
            yield from _of_table(block.table, index)
        elif block.lines:
            yield from _of_lines(block, index, blocks[index + 1 : index + 6])


def _of_table(table: Table, index: int) -> Iterator[CoverField]:
    grid = table.grid()
    used: set[tuple[int, int]] = set()
    for row in grid:
        seen: set[int] = set()
        cells = [c for c in row if c is not None and not (id(c) in seen or seen.add(id(c)))]  # type: ignore[func-returns-value]
        for position, cell in enumerate(cells):
            text = cell.text.strip()
            if not text or (cell.row, cell.column) in used:
                continue
            kind = label_kind(text)
            if kind is None:
                yield from _inside_cell(text, cell.page, index)
                continue
            values: list[str] = []
            lines: list[str] = []
            for other in cells[position + 1 :]:
                if label_kind(other.text) is not None or _is_pair(other.text):
                    break
                if other.text.strip():
                    values.append(other.text.strip())
                    lines += [line.text for line in other.lines]
                    used.add((other.row, other.column))
            if not values and len(cells) > 1:
                below = table.cell(cell.row + cell.row_span, cell.column)
                if below is not None and below.text and label_kind(below.text) is None:
                    values.append(below.text.strip())
                    lines += [line.text for line in below.lines]
            yield CoverField(kind, text, " ".join(values), cell.page, index, tuple(lines))


def _inside_cell(text: str, page: int, index: int) -> Iterator[CoverField]:
    match = _LABEL_VALUE.match(text)
    if match is not None and (kind := label_kind(match["label"])) is not None:
        yield CoverField(kind, match["label"].strip(), match["value"].strip(), page, index)


def _is_pair(text: str) -> bool:
    match = _LABEL_VALUE.match(text)
    return match is not None and label_kind(match["label"]) is not None


def _of_lines(block: Block, index: int, following: Sequence[Block]) -> Iterator[CoverField]:
    pending: list[tuple[str, str, list[str], int]] = []
    edge: float | None = None
    for line in block.lines:
        for part in segments(line):
            found = _split(part)
            if found is not None:
                pending.append((found[0], found[1], [found[2]] if found[2] else [], line.page))
                edge = _value_edge(line, found[2])
            elif pending and len(block.lines) <= 30:
                pending[-1][2].append(part)
    for number, (kind, label, values, page) in enumerate(pending):
        if number == len(pending) - 1:
            values = [*values, *_carried_on(values, edge, block, following)]
        yield CoverField(kind, label, " ".join(values).strip(), page, index, tuple(values))


def _value_edge(line: Line, value: str) -> float | None:
    """Return the left edge of the value printed behind a label on *line*."""
    first = value.split()[0] if value else None
    boxes = [w.box for w in line.words if w.box is not None and w.text == first]
    return boxes[-1][0] if boxes else None


def _carried_on(
    values: list[str], edge: float | None, block: Block, following: Sequence[Block]
) -> list[str]:
    """Return the lines below a label's line that carry its value on, in the value's column."""
    left = block.box[0] if block.box else None
    out: list[str] = []
    for other in following:
        if other.table is not None or not other.lines or _split(other.lines[0].text) is not None:
            break
        if label_kind(segments(other.lines[0])[0]) is not None:
            break
        if not values and not out:
            # A label alone on its line: the next block is its value.
            if other.kind != "heading":
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


def _split(text: str) -> tuple[str, str, str] | None:
    """Return kind, label and value of a piece of line that is or begins with a label."""
    match = _LABEL_VALUE.match(text)
    if match is not None and (kind := label_kind(match["label"])) is not None:
        return kind, match["label"].strip(), match["value"].strip()
    kind = label_kind(text)
    if kind is not None and (text.rstrip().endswith(":") or kind in ("recommendation", "foi")):
        return kind, text.strip().rstrip(":"), ""
    return None


def segments(line: Line) -> list[str]:
    """Return the line's text parted where wide white gaps stand, as in a form."""
    parts: list[list[str]] = [[]]
    last = None
    for word in line.words:
        if last is not None and last.box and word.box:
            high = max(last.box[3] - last.box[1], 4.0)
            if word.box[0] - last.box[2] > 1.7 * high:
                parts.append([])
        parts[-1].append(word.text)
        last = word
    out = [" ".join(part) for part in parts if part]
    # "Title:" and its value stand apart in a form, yet belong together.
    joined: list[str] = []
    for part in out:
        if joined and joined[-1].endswith(":") and label_kind(joined[-1]) is not None:
            joined[-1] += " " + part
        elif (
            joined and label_kind(joined[-1]) is not None and len(joined[-1].split()) <= 4
            and label_kind(part) is None and ":" not in part
        ):  # fmt: skip
            joined[-1] += ": " + part
        else:
            joined.append(part)
    return joined
