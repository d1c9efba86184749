"""Workbooks: typed dates, a frozen heading, filters, and no cell that is a formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from papersearch.export.sheet import Sheet, clean

_WIDTHS = {"text": 22, "long": 60, "date": 12, "number": 10}
MOST_CHARACTERS = 32_000
"""A cell of a workbook holds no more than 32,767."""
MOST_LINKS = 60_000
"""A sheet takes no more than 65,530 links."""
MOST_ADDRESS = 2_000
_CUT = " [cut: the whole text is in the JSON export]"
# A workbook of the same answer is the same file, byte for byte.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - workbooks know no time zones


def write_xlsx(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write *sheets* as a workbook to *path*."""
    import xlsxwriter

    book = xlsxwriter.Workbook(
        str(path), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    )
    book.set_properties({"created": _MADE, "title": "papersearch"})
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        "long": book.add_format({"text_wrap": True, "valign": "top"}),
        "text": book.add_format({"valign": "top"}),
        "link": book.add_format({"valign": "top", "font_color": "#0b4f9c", "underline": 1}),
    }
    names: set[str] = set()
    for sheet in sheets:
        page = book.add_worksheet(_name(sheet.name, names))
        for number, column in enumerate(sheet.columns):
            page.set_column(number, number, _WIDTHS[column.kind])
            page.write_string(0, number, column.name, formats["head"])
        links = {(row, column): address for row, column, address in sheet.links[:MOST_LINKS]}
        for row, values in enumerate(sheet.rows, 1):
            for number, (column, value) in enumerate(zip(sheet.columns, values, strict=True)):
                address = links.get((row - 1, number))
                if address is not None and len(address) <= MOST_ADDRESS:
                    _link(page, row, number, address, clean(str(value)), formats["link"])
                    if isinstance(value, int):  # a page stays a number
                        page.write_number(row, number, value, formats["link"])
                    continue
                _cell(page, row, number, column.kind, value, formats)
        page.freeze_panes(1, 0)
        if sheet.columns:
            page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.repeat_rows(0)
        page.fit_to_pages(1, 0)
        if sheet.note:
            # Under the table, outside the filter's range, so that it goes wherever the sheet goes.
            page.write_string(len(sheet.rows) + 3, 0, clean(sheet.note))
    book.close()


def _link(page: Any, row: int, column: int, address: str, words: str, form: Any) -> None:
    # xlsxwriter turns "file:" into a path as Windows writes it, which no other system opens; a
    # scheme is the same in capitals, and those it leaves as they are.
    page.write_url(row, column, address.replace("file:", "FILE:", 1), form, string=words)


def _name(wanted: str, taken: set[str]) -> str:
    base = "".join(c for c in wanted if c not in "[]:*?/\\'")[:28] or "Sheet"
    name, number = base, 2
    while name.lower() in taken:
        name, number = f"{base} {number}", number + 1
    taken.add(name.lower())
    return name


def _cell(page: Any, row: int, column: int, kind: str, value: Any, formats: dict[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        page.write_boolean(row, column, value, formats["text"])
    elif isinstance(value, int | float):
        page.write_number(row, column, value, formats["text"])
    elif kind == "date" and (day := _day(str(value))) is not None:
        page.write_datetime(row, column, day, formats["date"])
    else:
        words = clean(str(value))
        if len(words) > MOST_CHARACTERS:
            words = words[: MOST_CHARACTERS - len(_CUT)] + _CUT
        page.write_string(row, column, words, formats["long" if kind == "long" else "text"])


def _day(text: str) -> datetime | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day) if day.year >= 1900 else None  # noqa: DTZ001
