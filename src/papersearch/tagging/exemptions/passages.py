"""Where a paper may speak of its own publication: fields, sections, columns, prose.

A passage is a run of words with what stands over it: the label of a cover
field, the heading of a section about publication, the header of a column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from spacy.tokens import Doc, Span

from papersearch.papers.fields import label_kind
from papersearch.tagging.exemptions.labels import MOST_LABEL_WORDS, Role, label_role, labelled
from papersearch.tagging.exemptions.parts import BULLET, DATED, MARKS, part_head
from papersearch.tagging.exemptions.patterns import search
from papersearch.tagging.exemptions.ticks import unticked
from papersearch.tagging.exemptions.values import field_value
from papersearch.tagging.layout import TableView

Where = Literal["field", "heading", "column", "prose"]


_MARKING = re.compile(
    r"\W*(?:not for publication|exempt|confidential|for publication|restricted|"
    r"exempt information)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that may hold a marking.

    Attributes:
        doc: The paper.
        whole: Its text, asked for once: spaCy puts it together anew each time.
        start, end: Its characters in the text of *doc*.
        where: What stands over it.
        label: The words of the label, the heading or the column's header.
        role: What a field tells: the marking, the provision, the reason, the date.
        group: Passages of one form or one section have the same number.
        row: What a table's row speaks of, where *where* is ``column``.
        masked: Spans of characters that an unticked option fills.
        log: It stands in a table or section that reports on requests.
        guidance: It stands in instructions to authors.
        cell: It is a cell of a table that is no label and no value of one.
        listed: It is an item of a list, or stands in a table.
    """

    doc: Doc
    whole: str
    start: int
    end: int
    where: Where
    label: str = ""
    role: Role = "foi"
    group: int = 0
    row: tuple[int, int] | None = None
    masked: tuple[tuple[int, int], ...] = ()
    log: bool = False
    guidance: bool = False
    cell: bool = False
    listed: bool = False

    @property
    def text(self) -> str:
        """Its words, unticked options blanked out, at the same offsets."""
        text = self.whole[self.start : self.end]
        for start, end in self.masked:
            low, high = max(start - self.start, 0), min(end - self.start, len(text))
            if low < high:
                text = text[:low] + " " * (high - low) + text[high:]
        return text

    def span(self, start: int | None = None, end: int | None = None) -> Span:
        """Return the span of its characters, or of characters of the doc."""
        low = self.start if start is None else start
        high = self.end if end is None else end
        found = self.doc.char_span(low, max(high, low + 1), alignment_mode="expand")
        return self.doc[0:1] if found is None else found


@dataclass(slots=True)
class _Reader:
    doc: Doc
    whole: str
    group: int = 0
    out: list[Passage] = field(default_factory=list)
    listed: bool = False
    part: tuple[int, int] | None = None
    """Words of the block before that only name a part: "Annex A: returns from operators"."""

    def add(self, start: int, end: int, where: Where, **more: object) -> None:
        if self.whole[start:end].strip():
            masked = unticked(self.doc, self.whole, start, end)
            found = Passage(
                self.doc, self.whole, start, end, where, masked=masked, listed=self.listed
            )
            self.out.append(replace(found, **more))  # type: ignore[arg-type]


def passages(doc: Doc) -> list[Passage]:
    """Return the passages of *doc* in reading order; together they are its whole text."""
    reader = _Reader(doc, doc.text)
    views = {view.span.start: view for view in doc._.tables}
    layout = list(doc.spans.get("layout", ())) or [doc[:]]
    heading = _Heading()
    for number, span in enumerate(layout):
        if not len(span) or not span.text.strip():
            continue
        part, reader.part = reader.part, None
        if span.start in views:
            reader.listed = True
            _table(reader, views[span.start], heading)
            continue
        reader.listed = span.label_ == "list_item" or BULLET.match(span.text) is not None
        if part is not None and MARKS.match(span.text):
            reader.group += 1
            reader.add(span.start_char, span.end_char, "column", role="section", row=part,
                       label=reader.whole[slice(*part)], group=reader.group)  # fmt: skip
            continue
        following = layout[number + 1].label_ if number + 1 < len(layout) else ""
        _block(reader, span, heading, following)
        reader.part = part_head(span)
    return reader.out


@dataclass(slots=True)
class _Heading:
    """The heading in force, and whether what follows is about publication."""

    text: str = ""
    foi: bool = False
    log: bool = False
    guidance: bool = False
    group: int = 0
    role: Role | None = None
    lone_label: bool = False

    def take(self, text: str, group: int) -> None:
        words = " ".join(text.split())
        self.text = words
        self.log = search("headings", "not_foi", words) is not None and (
            re.search(r"(?i)freedom of information|\bFOI|\binformation requests?\b|exempt", words)
            is not None
        )
        self.guidance = search("headings", "guidance", words) is not None
        self.role = label_role(re.sub(r"^[\W\d]+", "", words))
        self.foi = not self.log and (
            search("headings", "foi", words) is not None or self.role == "foi"
        )
        self.group = group
        self.lone_label = False


def _block(reader: _Reader, span: Span, heading: _Heading, following: str) -> None:
    text = span.text
    if span.label_ == "heading":
        reader.group += 1
        fields = list(labelled(text))
        if fields and fields[0][1] < len(text):
            _fields_of(reader, span, fields, heading)
            return
        heading.take(text, reader.group)
        if not heading.foi or re.search(
            r"(?i)\bnot for publication\b|\bexempt (?:under|from)\b", text
        ):
            reader.add(span.start_char, span.end_char, "prose", group=reader.group,
                       guidance=heading.guidance)  # fmt: skip
        return
    fields = list(labelled(text))
    if fields:
        if heading.lone_label:
            heading.foi = heading.lone_label = False
        _fields_of(reader, span, fields, heading)
        return
    role = label_role(text) if len(text.split()) <= MOST_LABEL_WORDS else None
    if role == "foi" and following in ("paragraph", "list_item") and not _says_itself(text):
        # A label alone in its block: what follows is its value.
        reader.group += 1
        heading.take(text, reader.group)
        heading.lone_label = True
        return
    if heading.foi or heading.log or heading.guidance:
        where: Where = "heading" if heading.foi else "prose"
        reader.add(
            span.start_char, span.end_char, where, label=heading.text, group=heading.group,
            log=heading.log, guidance=heading.guidance,
        )  # fmt: skip
        if heading.lone_label:
            heading.foi = heading.lone_label = False
        return
    reader.group += 1
    reader.add(span.start_char, span.end_char, "prose", group=reader.group)


def _says_itself(text: str) -> bool:
    """Tell whether a label's words are a marking by themselves ("Not for publication")."""
    return _MARKING.fullmatch(text) is not None and not text.rstrip().endswith(":")


def _fields_of(
    reader: _Reader,
    span: Span,
    fields: list[tuple[int, int, int, Role, str]],
    heading: _Heading,
) -> None:
    base = span.start_char
    reader.group += 0 if heading.foi else 1
    group = heading.group if heading.foi else reader.group
    if fields[0][0] > 0:
        reader.add(base, base + fields[0][0], "prose", group=group, guidance=heading.guidance)
    for _, value, end, role, label in fields:
        reader.add(
            base + value, base + end, "field", label=label, role=role, group=group,
            guidance=heading.guidance, log=heading.log,
        )  # fmt: skip


# --- tables -------------------------------------------------------------------------------


def _table(reader: _Reader, view: TableView, heading: _Heading) -> None:
    reader.group += 1
    group = heading.group if heading.foi else reader.group
    headers = _headers(view)
    is_log = _is_log(headers) or heading.log
    columns = {c: text for c, text in headers.items() if search("columns", "foi", text)}
    by_column = (
        bool(columns) and len(headers) > 1 and view.table.rows > 1 and len(view.table.cells) > 4
    )
    if by_column and _opens_form(view, headers):
        by_column = False
    reasons = [c for c, text in headers.items() if label_role(text) == "reason"]
    for row in range(view.table.rows):
        cells = _row_cells(view, row)
        if by_column and row > 0:
            _column_row(reader, cells, columns, reasons, headers, group, is_log)
        else:
            _form_row(reader, view, row, cells, group, heading, is_log and by_column)


def _opens_form(view: TableView, headers: dict[int, str]) -> bool:
    """Tell whether a table's first row is a form's label and its value, and no header."""
    if 0 in headers and label_role(headers[0]) is None:
        return False
    ticked = any(view.tick(0, column) is not None for column in headers)
    valued = [c for c in headers if c and field_value(headers.get(0, ""), headers[c])[0]]
    return len(headers) == 2 or ticked or bool(valued)


def _headers(view: TableView) -> dict[int, str]:
    return {
        column: view.text(0, column) for column in range(view.table.columns) if view.text(0, column)
    }


def _is_log(headers: dict[int, str]) -> bool:
    joined = " | ".join(headers.values())
    return (
        len(headers) > 1
        and search("columns", "foi", joined) is not None
        and search("columns", "log", joined) is not None
    )


def _row_cells(view: TableView, row: int) -> list[tuple[int, Span]]:
    cells = []
    for column in range(view.table.columns):
        cell = view.table.cell(row, column)
        if cell is None or (cell.row, cell.column) != (row, column):
            continue
        span = view.of(cell)
        if span is not None and span.text.strip():
            cells.append((column, span))
    return cells


def _column_row(
    reader: _Reader, cells: list[tuple[int, Span]], columns: dict[int, str], reasons: list[int],
    headers: dict[int, str], group: int, log: bool,
) -> None:  # fmt: skip
    reader.group += 1
    own = reader.group
    first = cells[0][1] if cells and cells[0][0] not in columns else None
    row = (first.start_char, first.end_char) if first is not None else None
    for column, span in cells:
        if column in columns:
            reader.add(span.start_char, span.end_char, "column", label=columns[column],
                       role="section", group=own, row=row, log=log)  # fmt: skip
        elif column in reasons:
            reader.add(span.start_char, span.end_char, "field", label=headers[column],
                       role="reason", group=own, row=row, log=log)  # fmt: skip
        elif DATED.search(span.text):
            reader.add(span.start_char, span.end_char, "field", label=headers.get(column, ""),
                       role="date", group=own, row=row, log=log)  # fmt: skip
        else:
            reader.add(span.start_char, span.end_char, "prose", group=group, log=log, cell=True)


def _form_row(
    reader: _Reader, view: TableView, row: int, cells: list[tuple[int, Span]], group: int,
    heading: _Heading, log: bool,
) -> None:  # fmt: skip
    position = 0
    while position < len(cells):
        column, span = cells[position]
        position += 1
        role = label_role(span.text)
        if role is None or (position == len(cells) and len(cells) == 1 and _says_itself(span.text)):
            _cell(reader, span, group, heading, log)
            continue
        values = []
        while position < len(cells):
            text = cells[position][1].text
            if label_kind(text) not in (None, "foi", "purpose") or label_role(text) in (
                "section",
                "reason",
            ):
                break
            values.append(cells[position])
            position += 1
        if not values:
            if len(cells) == 1 and row + 1 < view.table.rows and role == "foi":
                heading_like = view.cell(row + 1, column)
                if heading_like is not None and label_role(heading_like.text) is None:
                    reader.add(heading_like.start_char, heading_like.end_char, "field",
                               label=span.text, role=role, group=group)  # fmt: skip
            continue
        ticked = _tick_cells(view, row, values)
        for value_column, value in values:
            if ticked and value_column not in ticked:
                continue
            reader.add(value.start_char, value.end_char, "field", label=span.text, role=role,
                       group=group, log=log, guidance=heading.guidance)  # fmt: skip


def _tick_cells(view: TableView, row: int, values: list[tuple[int, Span]]) -> set[int]:
    """Return the columns of options whose own tick stands in the cell beside them."""
    ticked = set()
    for column, span in values:
        if any(token._.tick is not None for token in span) and len(span.text.split()) > 1:
            return set()
        if view.tick(row, column) == "ticked":
            before = [c for c, s in values if c < column and not _only_tick(s)]
            if before:
                ticked.add(before[-1])
    for column in range(view.table.columns):
        cell = view.table.cell(row, column)
        if cell is not None and cell.tick == "ticked" and view.of(cell) is None:
            before = [c for c, s in values if c < column and not _only_tick(s)]
            if before:
                ticked.add(before[-1])
    return ticked


def _only_tick(span: Span) -> bool:
    return all(token._.tick is not None or token.is_space for token in span)


def _cell(reader: _Reader, span: Span, group: int, heading: _Heading, log: bool) -> None:
    """Read a cell that is no label: it may hold "Label: value" itself."""
    fields = list(labelled(span.text))
    if fields:
        _fields_of(reader, span, fields, heading)
        return
    if heading.foi:
        reader.add(span.start_char, span.end_char, "heading", label=heading.text,
                   group=heading.group, log=log)  # fmt: skip
    else:
        reader.add(span.start_char, span.end_char, "prose", group=group, log=log,
                   guidance=heading.guidance, cell=True)  # fmt: skip
