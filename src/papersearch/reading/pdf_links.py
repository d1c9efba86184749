"""Links from a PDF's first pages to others, such as an agenda has to its papers."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from papersearch.reading.document import PageLink
from papersearch.reading.pdf_words import Geometry

PAGES_WITH_LINKS = 8
"""An agenda stands among the first pages."""
MOST_LINKS = 500


def links_of(pdf: Any) -> tuple[PageLink, ...]:
    """Return the links on the first pages of *pdf* that open another page of it."""
    out: list[PageLink] = []
    for index in range(min(len(pdf), PAGES_WITH_LINKS)):
        try:
            page = pdf[index]
        except pdfium.PdfiumError:
            continue  # the page's own reading has told of it
        out += _on_page(pdf, page, index + 1)
        page.close()
    return tuple(out[:MOST_LINKS])


def _on_page(pdf: Any, page: Any, number: int) -> list[PageLink]:
    geometry = Geometry(page.raw)
    start = ctypes.c_int(0)
    link = raw.FPDF_LINK()
    out: list[PageLink] = []
    while len(out) < MOST_LINKS and raw.FPDFLink_Enumerate(
        page.raw, ctypes.byref(start), ctypes.byref(link)
    ):
        target = _target(pdf, link)
        rect = raw.FS_RECTF()
        if target != number and target and raw.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            box = geometry.shown(rect.left, rect.bottom, rect.right, rect.top)
            out.append(PageLink(number, target, box))
    return out


def _target(pdf: Any, link: Any) -> int:
    """Return the page that a link opens, counted from 1; 0 where it opens none of this file."""
    destination = raw.FPDFLink_GetDest(pdf.raw, link)
    if not destination:
        action = raw.FPDFLink_GetAction(link)
        if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_GOTO:
            destination = raw.FPDFAction_GetDest(pdf.raw, action)
    index = raw.FPDFDest_GetDestPageIndex(pdf.raw, destination) if destination else -1
    return index + 1 if 0 <= index < len(pdf) else 0
