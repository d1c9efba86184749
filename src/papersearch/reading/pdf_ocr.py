"""Which pages of a PDF are read from their pictures, and what is said of the others."""

from __future__ import annotations

import time
from typing import Any

from papersearch.reading import ocr
from papersearch.reading.options import ReadOptions
from papersearch.reading.pdf_objects import Drawing
from papersearch.reading.pdf_sheet import Sheet
from papersearch.record import Warning

_INSTALL = 'run pip install "papersearch[ocr]" and read it again'
_ALLOW = 'read it again without --no-ocr (needs pip install "papersearch[ocr]")'

_LATE = (
    "This page is a picture and was not read: reading the pages before it took all the time "
    "allowed; raise the limit with --timeout."
)


def read_pictures(
    pdf: Any, sheets: list[Sheet], warnings: list[Warning], options: ReadOptions
) -> None:
    """Read the pictures of pages without usable text, where the user's installation can."""
    wanted = [s for s in sheets if s.status == "scanned" or (s.unreliable and s.way == "pdfium")]
    if not wanted:
        return
    if options.ocr is False or not ocr.available():
        how = _ALLOW if options.ocr is False else _INSTALL
        for sheet in wanted:
            if sheet.status == "scanned":
                _warn(warnings, sheet, f"This page is a picture and not searchable: {how}.")
        return
    start = time.monotonic()
    for sheet in wanted:
        if time.monotonic() - start > options.ocr_seconds:
            _warn(warnings, sheet, _LATE)
            continue
        _read(pdf, sheet, warnings)


def _read(pdf: Any, sheet: Sheet, warnings: list[Warning]) -> None:
    seen = ocr.read_page(pdf, sheet.number)
    if not seen.words:
        if sheet.status == "scanned":
            _warn(warnings, sheet, "This page is a picture in which no words were recognised.")
        return
    sheet.words, sheet.odd, sheet.turned = seen.words, [], seen.turned
    sheet.drawing, sheet.artifacts = Drawing(), set()
    sheet.status, sheet.way, sheet.confidence = "ocr", "ocr", seen.confidence
    message = f"Read from a picture, confidence {seen.confidence:.0%}."
    warnings.append(Warning(code="page_read_by_ocr", page=sheet.number, message=message))


def _warn(warnings: list[Warning], sheet: Sheet, message: str) -> None:
    warnings.append(Warning(code="page_without_text", page=sheet.number, message=message))
