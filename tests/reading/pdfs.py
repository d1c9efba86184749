"""Small PDFs made for the tests, and short ways to look at what was read."""

import io
from collections.abc import Callable
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from papersearch.reading import ReadOptions, read_bytes
from papersearch.reading.document import Block, Document, Table

WIDTH, HEIGHT = A4
Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, size: tuple[float, float] = A4, **options: Any) -> bytes:
    """Return a PDF of one page for each of *pages*, which draw on it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, **options)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(data: bytes, **options: Any) -> Document:
    """Return *data* as read, without OCR."""
    return read_bytes(data, "paper.pdf", ReadOptions(**{"ocr": False, **options}))


def lines(
    canvas: Canvas, texts: list[str], x: float = 72, y: float = HEIGHT - 100, step: float = 14
) -> None:
    """Write *texts* one below the other."""
    for number, text in enumerate(texts):
        canvas.drawString(x, y - number * step, text)


def ruled(
    canvas: Canvas,
    rows: list[list[str]],
    widths: list[float],
    top: float = 120,
    high: float = 24,
    x: float = 72,
    bold_head: bool = True,
) -> None:
    """Draw a table with all its lines, *top* points from the page's top."""
    y = HEIGHT - top
    edges = [x]
    for width in widths:
        edges.append(edges[-1] + width)
    for number in range(len(rows) + 1):
        canvas.line(edges[0], y - number * high, edges[-1], y - number * high)
    for edge in edges:
        canvas.line(edge, y, edge, y - len(rows) * high)
    for r, row in enumerate(rows):
        canvas.setFont("Helvetica-Bold" if r == 0 and bold_head else "Helvetica", 10)
        for c, text in enumerate(row):
            for n, part in enumerate(text.split("\n")):
                canvas.drawString(edges[c] + 4, y - r * high - 11 - 11 * n, part)


def body(document: Document, page: int = 1) -> list[tuple[str, str]]:
    """Return kind and text of each block of *page* that is no running line."""
    return [(block.kind, block.text) for block in document.pages[page - 1].blocks
            if block.kind not in ("header", "footer", "line_number", "watermark")]  # fmt: skip


def blocks(document: Document, kind: str) -> list[Block]:
    return [block for page in document.pages for block in page.blocks if block.kind == kind]


def tables(document: Document) -> list[Table]:
    return [block.table for page in document.pages for block in page.blocks if block.table]


def grid(table: Table) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]
