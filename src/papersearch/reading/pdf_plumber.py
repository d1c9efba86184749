"""The last resort for PDF: pdfplumber reads the words of files and pages that pdfium cannot."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from papersearch.reading import glyphs
from papersearch.reading.document import TICK_SIGNS, Word
from papersearch.reading.options import ReadOptions
from papersearch.reading.pdf_sheet import Sheet


def read_with_pdfplumber(
    data: bytes, options: ReadOptions, numbers: list[int] | None = None
) -> list[Sheet] | None:
    """Return pages *numbers* (from 1; all by default), ``None`` where pdfplumber cannot open it."""
    sheets: list[Sheet] = []
    try:
        with _opened(data, options) as pdf:
            count = len(pdf.pages)
            wanted = numbers or range(1, min(count, options.max_pages) + 1)
            sheets += (_sheet(pdf, number) for number in wanted if number <= count)
    except _bad():
        return sheets or None
    return sheets


@contextmanager
def _opened(data: bytes, options: ReadOptions) -> Iterator[Any]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data), password=options.password or "") as pdf:
        yield pdf


def _bad() -> tuple[type[BaseException], ...]:
    """What pdfminer raises on broken files, beside its own errors."""
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    return (
        MalformedPDFException, PdfminerException, PDFException, PSException, ValueError, TypeError,
        KeyError, IndexError, AttributeError, RecursionError, AssertionError, OverflowError,
        OSError, EOFError, struct.error, zlib.error,
    )  # fmt: skip


def _sheet(pdf: Any, number: int) -> Sheet:
    sheet = Sheet(number, way="pdfplumber")
    try:
        page = pdf.pages[number - 1]
        sheet.width, sheet.height = float(page.width), float(page.height)
        for found in page.extract_words(extra_attrs=["fontname", "size"], keep_blank_chars=False):
            box = (found["x0"], found["top"], found["x1"], found["bottom"])
            font, text = str(found["fontname"]), str(found["text"])
            tick = glyphs.tick(text, font)
            sheet.words.append(
                Word(TICK_SIGNS[tick] if tick else text, box, font, float(found["size"]),
                     "bold" in font.lower(), tick=tick)
            )  # fmt: skip
        sheet.status = "text" if sheet.words else "scanned" if page.images else "empty"
        page.close()
    except _bad():
        sheet.status, sheet.words = "failed", []
    return sheet
