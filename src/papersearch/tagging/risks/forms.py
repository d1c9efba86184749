"""Forms of one risk: labels beside their values, in a table or on a cover sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace
from spacy.tokens import Doc, Span

from papersearch.papers.labels import label_kind
from papersearch.record import Appetite, Risk
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.cards import (
    LONGEST_NAME,
    Placed,
    Title,
    across,
    parted_reference,
    placed_tables,
    title_of,
)
from papersearch.tagging.risks.cues import fold
from papersearch.tagging.risks.found import Found, Taken
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.headers import role_of
from papersearch.tagging.risks.highlight import chosen, is_printed_scale, mentions
from papersearch.tagging.risks.names import clean, split_reference
from papersearch.tagging.risks.scales import level_of, low_to_high
from papersearch.tagging.risks.status import Status, answered_status, said_status
from papersearch.tagging.risks.value import read_appetite

_NAMING = ("name", "level1", "level2", "category", "objective", "statement", "reference", "linked")
_OF_COVERS = frozenset({"meeting_date", "authors", "purpose"})
_LONGEST_LABEL = 6  # words
_CODE = re.compile(r"\b[A-Z]{1,5}[-./ ]?\d{1,5}(?:[./-]\d{1,4})*\b")
_NUMBER = re.compile(r"\d")
_INLINE = re.compile(r"^(?P<label>[^:?]{2,60}?)\s*[:?]\s*(?P<value>\S.*)$")


@dataclass(frozen=True)
class Entry:
    """A label of a form and what stands for it."""

    role: str
    label: str
    value: str
    span: Span
    row: int
    rest: Span | None = None
    """The value with the cells right of it that no label parts from it."""


def read_forms(doc: Doc, taken: Sequence[Span]) -> Iterator[Found]:
    """Yield the risks of forms in the tables of *doc* that no table reader took."""
    read = Taken(taken)
    group: list[Placed] = []
    for placed in placed_tables(doc):
        if placed.opens and group:
            yield from _form(group)
            group = []
        if not read.overlaps(placed.grid.view.span):
            group.append(placed)
    if group:
        yield from _form(group)


def entries(grid: Grid) -> Iterator[Entry]:
    """Yield the labelled values of a form: beside the label, below it, or after its colon."""
    passed = -1
    for row in range(grid.rows):
        if row <= passed:
            continue
        if _heads_values(grid, row):
            yield from _below(grid, row)
            passed = row + 1
            continue
        column = 0
        while column < grid.columns:
            span, text = grid.span(row, column), grid.text(row, column)
            width = max(1, grid.width(row, column))
            if span is None or not grid.starts(row, column):
                column += width
                continue
            inline = _INLINE.match(text)
            role = role_of(text)
            if inline and (part := role_of(inline.group("label"))) is not None:
                yield Entry(part, inline.group("label"), inline.group("value"), span, row)
            elif role is not None and column + width < grid.columns:
                value = grid.span(row, column + width)
                words = grid.text(row, column + width)
                if value is None and grid.columns == 2:
                    yield Entry(role, text, "", span, row)
                elif value is not None and (
                    _is_no_label(words)
                    or _is_value(words)
                    or (role == "name" and _NUMBER.search(text))
                ):
                    rest = _to_next_label(grid, row, column + width, value)
                    yield Entry(role, text, words, value, row, rest)
                    column += width
                    width = max(1, grid.width(row, column))
            column += width


def _heads_values(grid: Grid, row: int) -> bool:
    """Tell a row of labels alone, each above its value: "Initial | Current | Target | Appetite"."""
    columns = [c for c in range(grid.columns) if grid.starts(row, c) and grid.text(row, c)]
    places = {id(grid.cell(row, c)) for c in columns}
    if row + 1 >= grid.rows or len(places) < 3:
        return False
    return all(role_of(grid.text(row, c)) is not None for c in columns) and not any(
        role_of(text) is not None and not _is_value(text)
        for c in columns
        if (text := grid.text(row + 1, c))
    )


def _below(grid: Grid, row: int) -> Iterator[Entry]:
    """Yield the values that stand below the labels of *row*."""
    seen: set[int] = set()
    for column in range(grid.columns):
        cell, role = grid.cell(row, column), role_of(grid.text(row, column))
        value = grid.span(row + 1, column)
        if cell is None or id(cell) in seen or role is None or value is None:
            continue
        seen.add(id(cell))
        text, label = grid.text(row + 1, column), grid.text(row, column)
        yield Entry(role, label, text, value, row + 1, value)


def _to_next_label(grid: Grid, row: int, column: int, value: Span) -> Span:
    end = value.end
    for following in range(column + 1, grid.columns):
        span = grid.span(row, following)
        if span is not None:
            if role_of(grid.text(row, following)) is not None:
                break
            end = max(end, span.end)
    return value.doc[value.start : end]


def _is_no_label(words: str) -> bool:
    """Tell any other words, some of which ("family", "type") might head a column, from a label."""
    return role_of(words) is None or len(words.split()) > _LONGEST_LABEL


def _is_value(words: str) -> bool:
    """Tell a risk with its reference, or the words of an appetite, from another label."""
    if all(split_reference(words)) or re.fullmatch(r"(?:yes|no|y|n)\b.{0,40}", words, re.I):
        return True
    reading = read_appetite(words)
    return reading is not None and reading.strict and reading.appetite.raw is not None


def names_of(found: dict[str, str], grid: Grid | None, title: Title | None = None) -> Risk:
    """Return the names that the labels of a form give, else *title*, else those of the heading."""
    place = parted_reference(found["reference"]) if found.get("reference") else Title()
    reference = place.reference
    level1, level2 = found.get("level1"), found.get("level2")
    statement = found.get("statement")
    if level1 is None and level2 is None:
        linked = parted_reference(found["linked"]) if found.get("linked") else Title()
        level1 = found.get("name") or place.name or linked.name or found.get("category")
        reference = reference or linked.reference
    elif level2 is None and found.get("name"):
        level2 = found["name"]
    if level1 is None and level2 is None:
        title = title or (Title() if grid is None else title_of(grid))
        reference, level1 = reference or title.reference, title.name
        if level1 is None:
            level1 = found.get("objective")
    if level1 is None and level2 is None and statement and len(statement.split()) <= LONGEST_NAME:
        level1, statement = statement, None
    lowest = level2 or level1
    if lowest is not None:
        more, lowest = split_reference(lowest)
        reference = reference or more
        if level2:
            level2 = lowest
        else:
            level1 = lowest
    if level1 and not level2 and not statement and len(level1.split()) > LONGEST_NAME:
        level1, statement = None, level1
    return Risk(
        reference=reference or None,
        level1=level1 or None,
        level2=level2 or None,
        statement=fold(statement) if statement else None,
    )


def _form(group: Sequence[Placed]) -> Iterator[Found]:
    known: dict[str, str] = {}
    appetite: Appetite | None = None
    prints: tuple[tuple[str, ...], ...] = ()
    spans: list[Span] = []
    label = ""
    asked: tuple[str, str] | None = None
    grid, title = group[0].grid, group[0].title

    def close() -> Iterator[Found]:
        if appetite is None or not spans:
            return
        risk = names_of(known, grid, title)
        if risk.statement is None and (told := across(grid)) is not None:
            risk = replace(risk, statement=told)
        if appetite.raw is None and not (risk.reference and known.get("name")):
            return
        status = answered_status(*asked) if asked else None
        if status is None and len(group) > 1:
            status = _told_status(group)
        span = spans[0].doc[min(s.start for s in spans) : max(s.end for s in spans)]
        risk = replace(
            risk,
            appetite=replace(appetite, status=appetite.status or status),
            evidence=evidence(span, f"form with the label {label!r}"),
        )
        yield Found(risk, span, "form", prints)

    is_cover = _is_cover(group)
    for placed in group:
        for entry in entries(placed.grid):
            if is_cover and entry.role == "name" and label_kind(entry.label) is not None:
                continue
            again = entry.role in known and entry.role in ("name", "reference", "level1")
            elsewhere = entry.role == "name" and appetite is not None and "name" not in known
            if again or elsewhere or (entry.role == "appetite" and appetite is not None):
                yield from close()
                known, appetite, prints, spans, asked = {}, None, (), [], None
                grid, title = placed.grid, None
            if entry.role in ("appetite", "appetite_new", "appetite_old") and appetite is None:
                value, printed = _value(entry)
                if value is not None:
                    appetite, prints, label = value, printed, fold(entry.label)
                    row = placed.grid.row_span(entry.row)
                    spans.append(row if row is not None else entry.span)
            elif entry.role == "name" and re.search(r"\d", entry.label):
                code = _CODE.search(entry.label)
                known.setdefault("reference", code.group() if code else clean(entry.label))
                known.setdefault("name", entry.value)
            elif entry.role == "status":
                asked = asked or (entry.label, entry.value)
            elif entry.role in _NAMING:
                known.setdefault(entry.role, entry.value)
    yield from close()


def _is_cover(group: Sequence[Placed]) -> bool:
    """Tell the cover of a paper, whose "Title" names no risk, from a risk's own form."""
    cells = [
        placed.grid.text(row, column).partition(":")[0]
        for placed in group
        for row in range(placed.grid.rows)
        for column in range(placed.grid.columns)
    ]
    if any(role_of(cell) in ("score", "target", "likelihood", "tolerance") for cell in cells):
        return False
    return any(label_kind(cell) in _OF_COVERS for cell in cells)


def _told_status(group: Sequence[Placed]) -> Status | None:
    """Return what a sentence in a cell of the card says of the risk against its appetite."""
    for placed in group:
        grid = placed.grid
        for row in range(grid.rows):
            for column in range(grid.columns):
                if grid.starts(row, column) and (said := said_status(grid.text(row, column))):
                    return said
    return None


def _value(entry: Entry) -> tuple[Appetite | None, tuple[tuple[str, ...], ...]]:
    options = entry.rest if entry.rest is not None else entry.span
    if is_printed_scale(options):
        words = mentions(options)
        printed = (tuple(level_of(word.text) for word in words),)
        picked = chosen(options)
        if not picked:
            return Appetite(), printed
        raw = fold(entry.span.doc[picked[0].start : picked[-1].end].text)
        return Appetite(raw=raw, levels=low_to_high(level_of(w.text) for w in picked)), printed
    reading = read_appetite(entry.value)
    return (None if reading is None else reading.appetite), ()
