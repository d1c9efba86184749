"""Forms of one risk: labels beside their values, in a table or on a cover sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace
from spacy.tokens import Doc, Span

from papersearch.record import Appetite, Risk
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.found import Found
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.headers import role_of
from papersearch.tagging.risks.highlight import chosen, is_printed_scale, mentions
from papersearch.tagging.risks.names import clean, heading_name, split_reference
from papersearch.tagging.risks.scales import level_of, low_to_high
from papersearch.tagging.risks.value import fold, read_appetite, read_status

_NAMING = ("name", "level1", "level2", "category", "objective", "statement", "reference")
_LONGEST_NAME = 30  # words
_INLINE = re.compile(r"^(?P<label>[^:]{2,60}?)\s*:\s*(?P<value>\S.*)$")


@dataclass(frozen=True)
class Entry:
    """A label of a form and what stands for it."""

    role: str
    label: str
    value: str
    span: Span
    row: int


def read_forms(doc: Doc, taken: Sequence[Span]) -> Iterator[Found]:
    """Yield the risks of forms in the tables of *doc* that no table reader took."""
    starts = {span.start for span in taken}
    for view in doc._.tables:
        if any(view.span.start <= start < view.span.end for start in starts):
            continue
        grid = Grid(view)
        yield from _form(grid)


def entries(grid: Grid) -> Iterator[Entry]:
    """Yield the labelled values of a form: beside the label, below it, or after its colon."""
    for row in range(grid.rows):
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
                if value is not None and (role_of(words) is None or _is_value(words)):
                    yield Entry(role, text, words, value, row)
                    column += width
                    width = max(1, grid.width(row, column))
            column += width


def _is_value(words: str) -> bool:
    """Tell the words of a status or an appetite from another label."""
    reading = read_appetite(words)
    return reading is not None and reading.strict and reading.appetite.raw is not None


def title_of(grid: Grid) -> tuple[str | None, str | None]:
    """Return reference and name that a title row or the heading of the table gives."""
    for row in range(min(grid.rows, 3)):
        if grid.width(row, 0) >= grid.columns > 1 and (text := grid.text(row, 0)):
            reference, name = split_reference(text)
            label = re.match(
                r"^(?:principal |strategic |corporate )?risk(?: title)?\s*:\s*(.+)$", text, re.I
            )
            if label:
                return split_reference(label.group(1))
            if reference and name and len(name.split()) <= _LONGEST_NAME:
                return reference, name
            if (named := heading_name(text)) is not None:
                return split_reference(named)
    heading = grid.view.heading
    if heading is not None and (named := heading_name(fold(heading.text))) is not None:
        return split_reference(named)
    return None, None


def names_of(found: dict[str, str], grid: Grid) -> Risk:
    """Return the names that the labels of a form give, else those of its title."""
    reference = clean(found["reference"]) if found.get("reference") else None
    level1, level2 = found.get("level1"), found.get("level2")
    statement = found.get("statement")
    if level1 is None and level2 is None:
        level1 = found.get("name") or found.get("category")
    elif level2 is None and found.get("name"):
        level2 = found["name"]
    if level1 is None and level2 is None:
        title_reference, level1 = title_of(grid)
        reference = reference or title_reference
        if level1 is None:
            level1 = found.get("objective")
    if level1 is None and level2 is None and statement and len(statement.split()) <= _LONGEST_NAME:
        level1, statement = statement, None
    lowest = level2 or level1
    if lowest is not None:
        more, lowest = split_reference(lowest)
        reference = reference or more
        if level2:
            level2 = lowest
        else:
            level1 = lowest
    if level1 and not level2 and not statement and len(level1.split()) > _LONGEST_NAME:
        level1, statement = None, level1
    return Risk(
        reference=reference or None,
        level1=level1 or None,
        level2=level2 or None,
        statement=fold(statement) if statement else None,
    )


def _form(grid: Grid) -> Iterator[Found]:
    known: dict[str, str] = {}
    appetite: Appetite | None = None
    prints: tuple[tuple[str, ...], ...] = ()
    spans: list[Span] = []
    label = ""

    def close() -> Iterator[Found]:
        if appetite is None or not spans:
            return
        risk = names_of(known, grid)
        status = read_status(known["status"]) if known.get("status") else None
        span = spans[0].doc[min(s.start for s in spans) : max(s.end for s in spans)]
        risk = replace(
            risk,
            appetite=replace(appetite, status=appetite.status or status),
            evidence=evidence(span, f"form with the label {label!r}"),
        )
        yield Found(risk, span, "form", prints)

    for entry in entries(grid):
        again = entry.role in known and entry.role in ("name", "reference", "level1")
        if again or (entry.role == "appetite" and appetite is not None):
            yield from close()
            known, appetite, prints, spans = {}, None, (), []
        if entry.role in ("appetite", "appetite_new", "appetite_old") and appetite is None:
            value, printed = _value(entry)
            if value is not None:
                appetite, prints, label = value, printed, fold(entry.label)
                row = grid.row_span(entry.row)
                spans.append(row if row is not None else entry.span)
        elif entry.role == "name" and re.search(r"\d", entry.label):
            known.setdefault("reference", clean(entry.label))
            known.setdefault("name", entry.value)
        elif entry.role in _NAMING or entry.role == "status":
            known.setdefault(entry.role, entry.value)
    yield from close()


def _value(entry: Entry) -> tuple[Appetite | None, tuple[tuple[str, ...], ...]]:
    if is_printed_scale(entry.span):
        words = mentions(entry.span)
        printed = (tuple(level_of(word.text) for word in words),)
        picked = chosen(entry.span)
        if not picked:
            return None, printed
        raw = fold(entry.span.doc[picked[0].start : picked[-1].end].text)
        return Appetite(raw=raw, levels=low_to_high(level_of(w.text) for w in picked)), printed
    reading = read_appetite(entry.value)
    if reading is None or reading.appetite.raw is None:
        return None, ()
    return reading.appetite, ()
