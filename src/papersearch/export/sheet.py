"""A table to take away: columns with a kind, rows of plain values, no cell a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from papersearch.record import Struct

Kind = Literal["text", "long", "date", "number"]

# Controls, and the characters that turn writing direction or hide.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff]"
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


class Column(Struct, frozen=True):
    """A column's heading and what its cells hold; ``long`` text is wrapped."""

    name: str
    kind: Kind = "text"


class Sheet(Struct, frozen=True, kw_only=True):
    """A named table. Cells are text, numbers, booleans or ``None``; dates are ISO days."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    note: str | None = None
    """What the reader must know of it: the population it was drawn from."""
    links: tuple[tuple[int, int, str], ...] = ()
    """``(row, column, address)`` of cells that open a file, counted without the heading."""


def linked(sheet: Sheet, address: Callable[[str, str | None], str | None]) -> Sheet:
    """Return *sheet* with links from its files to them, and from its pages to those pages.

    Args:
        sheet: Columns named ``file`` and ``page``, or ``decision_file`` and ``decision_page`` …
        address: ``(file, paper id) -> `` its address, ``None`` where it is not there.
    """
    import msgspec

    names = {column.name: number for number, column in enumerate(sheet.columns)}
    papers = names.get("paper_id")
    links = []
    for name, at in names.items():
        if name != "file" and not name.endswith("_file"):
            continue
        pages = names.get(f"{name[:-4]}page")
        for number, row in enumerate(sheet.rows):
            owner = row[papers] if papers is not None and name == "file" else None
            found = address(row[at], owner) if row[at] else None
            if found is None:
                continue
            page = row[pages] if pages is not None else None
            links.append((number, at, found))
            if isinstance(page, int) and pages is not None:
                links.append((number, pages, f"{found}#page={page}"))
    return msgspec.structs.replace(sheet, links=tuple(links))


def clean(value: str) -> str:
    """Return *value* without controls and hidden characters."""
    return _UNSAFE.sub("", value)


def safe_cell(value: Any) -> Any:
    """Return *value* so that no spreadsheet takes it for a formula.

    >>> safe_cell("=1+1"), safe_cell(-3), safe_cell(None)
    ("'=1+1", -3, '')
    """
    if not isinstance(value, str):
        return "" if value is None else value
    value = clean(value)
    return f"'{value}" if value.lstrip().startswith(_FORMULA_STARTS) else value


def csv_lines(rows: Iterable[Iterable[Any]]) -> str:
    """Return *rows* as CSV text (CRLF), every cell safe."""
    buffer = io.StringIO()
    csv.writer(buffer).writerows([[safe_cell(value) for value in row] for row in rows])
    return buffer.getvalue()


def as_csv(sheet: Sheet) -> str:
    """Return *sheet* as CSV with a heading; its note is left out, a program reads this."""
    return csv_lines([[column.name for column in sheet.columns], *sheet.rows])


def as_markdown(sheets: Sequence[Sheet]) -> str:
    """Return *sheets* as Markdown tables; no text in them is markup or HTML."""
    parts: list[str] = []
    for sheet in sheets:
        parts += [f"## {_plain(sheet.name)}", ""]
        if sheet.rows:
            parts.append("| " + " | ".join(_plain(c.name) for c in sheet.columns) + " |")
            marks = ("---:" if c.kind == "number" else "---" for c in sheet.columns)
            parts.append("| " + " | ".join(marks) + " |")
            parts += ["| " + " | ".join(map(_plain, row)) + " |" for row in sheet.rows]
        else:
            parts.append("(nothing)")
        parts += ["", *([_plain(sheet.note), ""] if sheet.note else [])]
    return "\n".join(parts).rstrip() + "\n"


def _plain(value: Any) -> str:
    words = "" if value is None else " ".join(clean(str(value)).split())
    return _MARKDOWN.sub(r"\\\1", words.replace("&", "&amp;"))
