"""A table that speaks of publication: a form's rows, or a row for each part that is withheld."""

from __future__ import annotations

import re

from spacy.tokens import Span

from papersearch.papers.fields import label_kind
from papersearch.tagging.exemptions.acts import find_acts
from papersearch.tagging.exemptions.labels import Role, label_role, labelled
from papersearch.tagging.exemptions.parts import CITES, DATED
from papersearch.tagging.exemptions.passage import Collector, Heading, fields_of, says_itself
from papersearch.tagging.exemptions.patterns import pattern, search
from papersearch.tagging.exemptions.scope import is_whole
from papersearch.tagging.exemptions.values import field_value
from papersearch.tagging.layout import TableView

_IF = re.compile(r"\b(?:if|when|where|think|consider|examples?|use)\b", re.IGNORECASE)
"""Headers of a table that tells authors which exemption to think of."""


def read_table(reader: Collector, view: TableView, heading: Heading) -> None:
    """Add the passages of a table: by its columns, or as a form's labels and values."""
    reader.group += 1
    group = heading.group if heading.foi else reader.group
    headers = _headers(view)
    is_log = _is_log(headers) or heading.log
    columns = {c: text for c, text in headers.items() if search("columns", "foi", text)}
    columns = columns or _law_columns(view, headers, heading)
    by_column = (
        bool(columns) and len(headers) > 1 and view.table.rows > 1 and len(view.table.cells) > 4
    )
    if by_column and _opens_form(view, headers):
        by_column = False
    roles = {c: label_role(text) for c, text in headers.items()}
    for row in range(view.table.rows):
        cells = _row_cells(view, row)
        if by_column and row > 0:
            _column_row(reader, cells, columns, roles, headers, group, is_log)
        else:
            _form_row(reader, view, row, cells, group, heading, is_log and by_column)


def _law_columns(view: TableView, headers: dict[int, str], heading: Heading) -> dict[int, str]:
    """Return the columns whose cells cite provisions, whatever their header says.

    Most of the filled cells begin with a provision, and an Act on access to information is
    named in one of them, or the heading speaks of publication: "Part | Provision | Why".
    """
    out: dict[int, str] = {}
    if any(label_role(view.text(row, 0)) for row in range(view.table.rows)):
        return out  # a form
    for column, header in headers.items():
        cells = [view.text(row, column) for row in range(1, view.table.rows)]
        filled = [text for text in cells if re.search(r"\w", text)]
        cited = [text for text in filled if CITES.match(text)]
        if not cited or 2 * len(cited) < len(filled):
            continue
        named = any(act.regime for text in cited for act in find_acts(text))
        withheld = heading.foi or search("headings", "withheld", heading.text) is not None
        if _IF.search(" ".join(headers.values())):
            continue
        if (withheld and _parts_named(view)) or (
            named and 2 * _parts_named(view) >= view.table.rows - 1
        ):
            out[column] = header
    return out


def _parts_named(view: TableView) -> int:
    """Return how many rows name a part of the paper, or the paper, in one of their cells."""
    return sum(
        any(_names_part(view.text(row, column)) for column in range(view.table.columns))
        for row in range(1, view.table.rows)
    )


def _names_part(text: str) -> bool:
    """Tell whether a cell begins with a part's name, or is the paper's."""
    return pattern("scope", "part").match(text.lstrip()) is not None or is_whole(text)


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
    """Tell a record of requests, or a list that explains the Act, from a list of claims."""
    joined = " | ".join(headers.values())
    if len(headers) < 2 or search("columns", "foi", joined) is None:
        return False
    first = headers.get(0, "")
    of_parts = search("columns", "part", first) and not search("columns", "foi", first)
    return search("columns", "requests" if of_parts else "log", joined) is not None


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
    reader: Collector, cells: list[tuple[int, Span]], columns: dict[int, str],
    roles: dict[int, Role | None], headers: dict[int, str], group: int, log: bool,
) -> None:  # fmt: skip
    reader.group += 1
    own = reader.group
    first = _row_of(cells, columns)
    row = (first.start_char, first.end_char) if first is not None else None
    for column, span in cells:
        if column in columns:
            reader.add(span.start_char, span.end_char, "column", label=columns[column],
                       role="section", group=own, row=row, log=log)  # fmt: skip
        elif roles.get(column) == "reason":
            reader.add(span.start_char, span.end_char, "field", label=headers[column],
                       role="reason", group=own, row=row, log=log)  # fmt: skip
        elif roles.get(column) == "date" or DATED.search(span.text):
            reader.add(span.start_char, span.end_char, "field", label=headers.get(column, ""),
                       role="date", group=own, row=row, log=log)  # fmt: skip
        else:
            reader.add(span.start_char, span.end_char, "prose", group=group, log=log, cell=True)


def _row_of(cells: list[tuple[int, Span]], columns: dict[int, str]) -> Span | None:
    """Return the cell that tells what a row speaks of: the first, else one that names a part."""
    if cells and cells[0][0] not in columns:
        return cells[0][1]
    others = (span for column, span in cells if column not in columns)
    return next((span for span in others if _names_part(span.text)), None)


def _form_row(
    reader: Collector, view: TableView, row: int, cells: list[tuple[int, Span]], group: int,
    heading: Heading, log: bool,
) -> None:  # fmt: skip
    position = 0
    while position < len(cells):
        column, span = cells[position]
        position += 1
        role = label_role(span.text)
        if role is None or (position == len(cells) and len(cells) == 1 and says_itself(span.text)):
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


def _cell(reader: Collector, span: Span, group: int, heading: Heading, log: bool) -> None:
    """Read a cell that is no label: it may hold "Label: value" itself."""
    fields = list(labelled(span.text))
    if fields:
        fields_of(reader, span, fields, heading)
        return
    if heading.foi:
        reader.add(span.start_char, span.end_char, "heading", label=heading.text,
                   group=heading.group, log=log)  # fmt: skip
    else:
        reader.add(span.start_char, span.end_char, "prose", group=group, log=log,
                   guidance=heading.guidance, cell=True)  # fmt: skip
