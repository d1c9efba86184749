"""PDF files: pdfium reads every page; tables, pictures of text and running lines follow.

Where pdfium cannot open a file it is repaired with pikepdf, and at last read
by pdfplumber alone. One bad page costs that page, never the file.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from papersearch.errors import ReadError
from papersearch.reading import hidden, pdf_ocr
from papersearch.reading.document import Document
from papersearch.reading.kind import PDF
from papersearch.reading.options import ReadOptions
from papersearch.reading.pdf_file import attachments_of, form_of, metadata_of, open_pdf, outline_of
from papersearch.reading.pdf_links import links_of
from papersearch.reading.pdf_pages import pages_of
from papersearch.reading.pdf_plumber import read_with_pdfplumber
from papersearch.reading.pdf_sheet import Sheet, read_sheet
from papersearch.record import Warning


def read_pdf(data: bytes, path: str, sha256: str, options: ReadOptions) -> Document:
    """Return the document in *data*.

    Raises:
        ReadError: ``encrypted``, ``damaged``, ``no_pages`` or ``too_many_pages``.
    """
    name = PurePath(path).name
    warnings: list[Warning] = []
    pdf = open_pdf(data, name, options, warnings)
    if pdf is None:
        sheets = _last_resort(data, name, options, warnings)
        return _document(path, sha256, sheets, warnings, options)
    try:
        count = _page_count(pdf, name, options)
        form = form_of(pdf)
        sheets = [
            read_sheet(pdf, form, number, warnings, options) for number in range(1, count + 1)
        ]
        _retry_failed(data, sheets, warnings, options)
        pdf_ocr.read_pictures(pdf, sheets, warnings, options)
        outline = outline_of(pdf)
        metadata = metadata_of(pdf)
        links = links_of(pdf)
        attachments = attachments_of(pdf, warnings)
    finally:
        pdf.close()
    document = _document(path, sha256, sheets, warnings, options)
    return Document(
        path, sha256, PDF, document.pages, outline, document.warnings, metadata, attachments, links
    )


def _document(
    path: str, sha256: str, sheets: list[Sheet], warnings: list[Warning], options: ReadOptions
) -> Document:
    if options.tables:
        from papersearch.reading.tables import fill_in_tables

        fill_in_tables(sheets)
    pages = pages_of(sheets)
    warnings += [
        Warning(code="page_without_text", page=page.number, message="This page is blank.")
        for page in pages
        if page.status == "empty"
    ]
    warnings = [*warnings, *hidden.warnings_of(pages)]
    return Document(path, sha256, PDF, tuple(pages), warnings=tuple(warnings))


def _page_count(pdf: Any, name: str, options: ReadOptions) -> int:
    count = len(pdf)
    if count == 0:
        raise ReadError("no_pages", f"{name} opens but has no pages.")
    if count > options.max_pages:
        raise ReadError(
            "too_many_pages", f"{name} has {count:,} pages, more than {options.max_pages:,}."
        )
    return count


def _last_resort(
    data: bytes, name: str, options: ReadOptions, warnings: list[Warning]
) -> list[Sheet]:
    sheets = read_with_pdfplumber(data, options)
    if not sheets or not any(sheet.words for sheet in sheets):
        raise ReadError("damaged", f"{name} is damaged: no PDF reader can open it.")
    message = "The file is damaged; only its words could be read."
    warnings.append(Warning(code="repaired", message=message))
    warnings += [
        Warning(code="page_failed", page=s.number, message="This page could not be read.")
        for s in sheets
        if s.status == "failed"
    ]
    return sheets


def _retry_failed(
    data: bytes, sheets: list[Sheet], warnings: list[Warning], options: ReadOptions
) -> None:
    """Let pdfplumber read the pages that pdfium could not, and warn of those that nobody could."""
    failed = [sheet.number for sheet in sheets if sheet.status == "failed"]
    if not failed:
        return
    for sheet in read_with_pdfplumber(data, options, failed) or []:
        if sheet.words:
            sheets[sheet.number - 1] = sheet
    warnings += [
        Warning(code="page_failed", page=sheet.number, message="This page could not be read.")
        for sheet in sheets
        if sheet.status == "failed"
    ]
