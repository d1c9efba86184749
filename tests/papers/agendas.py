"""Packs with an agenda in a table, in a numbered list, and with links to its papers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape

from tests.papers.sheets import BODY, PROSE, Item, docx, pdf

COVERS: tuple[tuple[Item, ...], ...] = (
    (
        ("big", "Wharfside Fire Authority"),
        ("table", (
            ("Meeting", "Full Authority"), ("Date", "11 December 2023"), ("Agenda item", "5"),
            ("Subject", "On-call staffing review"),
            ("Report by", "Chief Fire Officer"), ("Purpose", "For decision"),
        )),
        *BODY,
    ),
    (
        ("big", "Wharfside Fire Authority"),
        ("p", "Full Authority, 11 December 2023"),
        ("p", "Report of the Treasurer"),
        ("big", "Revenue budget monitoring, period 7"),
        ("h", "1. Purpose of report"), ("p", PROSE[0]),
        ("h", "2. Recommendation"), ("p", "Members are asked to note the forecast."),
        ("h", "3. Background"), *(("p", text) for text in PROSE),
    ),
    (
        ("head", "OFFICIAL"),
        ("big", "Pensions board: annual report"),
        ("p", "Prepared by: Ola Reid, Pensions Manager"),
        ("p", PROSE[2]),
        *BODY,
    ),
)  # fmt: skip
TITLES = (
    "On-call staffing review", "Revenue budget monitoring, period 7",
    "Pensions board: annual report",
)  # fmt: skip
TABLE: tuple[Item, ...] = (
    ("big", "Wharfside Fire Authority"),
    ("p", "Full Authority, 11 December 2023, 10.30am, Committee Room 2"),
    ("h", "AGENDA"),
    ("table", (
        ("Time", "Item", "Title", "Lead", "Paper"),
        ("10.30", "1", "Apologies", "Chair", "Verbal"),
        ("10.32", "2", "Declarations of interest", "Chair", "Verbal"),
        ("10.35", "3", "Chair's announcements", "Chair", "Verbal"),
        ("10.40", "4", "Questions from the public", "Chair", "-"),
        ("10.45", "5", TITLES[0], "Chief Fire Officer", "Paper A"),
        ("11.05", "6", TITLES[1], "Treasurer", "Paper B"),
        ("11.20", "7", TITLES[2], "Pensions Manager", "Paper C"),
        ("11.30", "8", "Sprinkler programme", "Director of Safety", "To follow"),
        ("11.45", "9", "Date of next meeting", "Chair", ""),
    )),
)  # fmt: skip
NUMBERED: tuple[Item, ...] = (
    ("big", "Wharfside Fire Authority"),
    ("h", "Agenda"),
    ("p", "Full Authority, Monday 11 December 2023"),
    ("p", "1. Apologies for absence"),
    ("p", "2. Declarations of interest"),
    ("p", "3. Chair's announcements (verbal)"),
    ("p", "4. Questions from the public"),
    ("p", f"5. {TITLES[0]}"),
    ("p", "To consider the report of the Chief Fire Officer."),
    ("p", f"6. {TITLES[1]}"),
    ("p", f"7. {TITLES[2]}"),
    ("p", "8. Sprinkler programme (to follow)"),
    ("p", "9. Any urgent business"),
)


def joined(agenda: Sequence[Item]) -> bytes:
    """Return agenda and papers as one PDF, each set apart and put together."""
    import pypdfium2 as pdfium

    whole = pdfium.PdfDocument.new()
    for part in (agenda, *COVERS):
        whole.import_pages(pdfium.PdfDocument(pdf(part)))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def word(agenda: Sequence[Item]) -> bytes:
    """Return agenda and papers as one Word file, each on a page of its own."""
    items: list[Item] = list(agenda)
    for cover in COVERS:
        items += [("break",), *(item for item in cover if item[0] != "head")]
    return docx(items)


def linked() -> bytes:
    """Return a pack whose agenda has no numbers before its papers' titles, but links to them."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    base = ParagraphStyle("base", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=8)
    big = ParagraphStyle("big", base, fontName="Helvetica-Bold", fontSize=17, leading=22)
    bold = ParagraphStyle("bold", base, fontName="Helvetica-Bold")
    flow: list[object] = [
        Paragraph("Wharfside Fire Authority", big),
        Paragraph("Agenda for the Full Authority, 11 December 2023", bold),
        Paragraph("Apologies", base), Paragraph("Declarations of interest", base),
    ]  # fmt: skip
    for number, title in enumerate(TITLES):
        flow.append(Paragraph(f'<link href="#p{number}" color="blue">{escape(title)}</link>', base))
    flow.append(Paragraph("Sprinkler programme (to follow)", base))
    for number, title in enumerate(TITLES):
        flow += [PageBreak(), Paragraph(f'<a name="p{number}"/>{escape(title)}', big)]
        flow += [Paragraph(text, base) for text in PROSE * (5 + 4 * number)]
    out = io.BytesIO()
    SimpleDocTemplate(out).build(flow)
    return out.getvalue()
