"""Small papers made in a test: one description, set as PDF, Word, HTML and plain text."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Sequence
from pathlib import Path

from papersearch.papers import Division, divide
from papersearch.reading import ReadOptions, read_bytes

Item = tuple
"""``("h", text)``, ``("p", text)``, ``("li", text)``, ``("lv", ((label, value), …))``,
``("table", rows)``, ``("big", text)``, ``("head", text)``, ``("foot", text)``, ``("break",)``."""

TICK, BOX = "\u2612", "\u2610"
PROSE = (
    (
        "The service has seen more people this quarter than in the same quarter of last year, and "
        "most of them were seen within the time that was promised to them when they first asked."
    ),
    (
        "Staff have worked hard to keep waiting times short. Where they rose, the reason was a "
        "lack of rooms and not a lack of people, and a plan to rent two more has been drawn up."
    ),
    (
        "The figures were checked by two people who did not work on the report, and no error was "
        "found that would change what is said here about the trend since the spring."
    ),
)
BODY: tuple[Item, ...] = (
    ("h", "Background"),
    *(("p", text) for text in PROSE),
    ("h", "Next steps"),
    *(("p", text) for text in PROSE),
)


def pdf(items: Sequence[Item]) -> bytes:
    """Set *items* as PDF; ticks come from ZapfDingbats."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

    base = ParagraphStyle("base", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=8)
    bold = ParagraphStyle("bold", base, fontName="Helvetica-Bold", spaceBefore=8)
    big = ParagraphStyle("big", bold, fontSize=18, leading=22, spaceAfter=10)
    listed = ParagraphStyle("li", base, leftIndent=18, bulletIndent=4)

    def marked(text: str) -> str:
        text = text.replace("&", "&amp;").replace("\n", "<br/>")
        for sign, code in ((TICK, "\u2714"), ("\u2713", "\u2714"), (BOX, "\u274f")):
            text = text.replace(sign, f'<font name="ZapfDingbats">{code}</font>')
        return text

    def cells(rows: Sequence[Sequence[str | None]]) -> list[list[object]]:
        return [[Paragraph(marked(c), base) if c is not None else "" for c in row] for row in rows]

    flow: list[object] = []
    running = [i for i in items if i[0] in ("head", "foot")]
    for item in items:
        kind = item[0]
        if kind in ("h", "p", "big"):
            style = {"h": bold, "p": base, "big": big}[kind]
            flow.append(Paragraph(marked(item[1]), style))
        elif kind == "li":
            flow.append(Paragraph(marked(item[1]), listed, bulletText="\u2022"))
        elif kind == "lv":
            rows = [[f"<b>{label}</b>", value] for label, value in item[1]]
            roomy = [("BOTTOMPADDING", (0, 0), (-1, -1), 6), ("VALIGN", (0, 0), (-1, -1), "TOP")]
            flow += [Table(cells(rows), colWidths=[150, 310], style=roomy), Spacer(1, 10)]
        elif kind == "table":
            width = max(len(row) for row in item[1])
            styles = [("GRID", (0, 0), (-1, -1), 0.6, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
            for number, row in enumerate(item[1]):
                if len(row) < width:
                    styles.append(("SPAN", (len(row) - 1, number), (-1, number)))
            rows = [[*row, *[None] * (width - len(row))] for row in item[1]]
            flow += [
                Table(cells(rows), colWidths=[470 / width] * width, style=styles),
                Spacer(1, 10),
            ]
        elif kind == "break":
            flow.append(PageBreak())

    def decorate(canvas: object, document: object) -> None:
        canvas.setFont("Helvetica", 9)  # type: ignore[attr-defined]
        for kind, text in running:
            height = A4[1] - 30 if kind == "head" else 25
            page = str(document.page)  # type: ignore[attr-defined]
            canvas.drawString(60, height, text.replace("{page}", page))  # type: ignore[attr-defined]

    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4, leftMargin=60, rightMargin=60)
    document.build(flow, onFirstPage=decorate, onLaterPages=decorate)
    return out.getvalue()


def docx(items: Sequence[Item]) -> bytes:
    """Set *items* in Word."""
    import docx as word

    document = word.Document()

    def write(paragraph: object, text: str) -> None:
        for number, part in enumerate(re.split(r"</?b>", text)):
            paragraph.add_run(part).bold = number % 2 == 1  # type: ignore[attr-defined]

    for item in items:
        kind = item[0]
        if kind in ("h", "big"):
            document.add_heading(item[1], level=1 if kind == "big" else 2)
        elif kind == "p":
            write(document.add_paragraph(), item[1])
        elif kind == "li":
            write(document.add_paragraph(style="List Bullet"), item[1])
        elif kind in ("lv", "table"):
            rows = item[1]
            width = max(len(row) for row in rows)
            table = document.add_table(len(rows), width, style="Table Grid")
            for r, row in enumerate(rows):
                for c, text in enumerate(row):
                    cell = table.cell(r, c)
                    if c == len(row) - 1 and len(row) < width:
                        cell = cell.merge(table.cell(r, width - 1))
                    lines = text.split("\n")
                    write(cell.paragraphs[0], lines[0])
                    for line in lines[1:]:
                        write(cell.add_paragraph(), line)
        elif kind == "head":
            document.sections[0].header.paragraphs[0].text = item[1].replace("{page}", "")
        elif kind == "break":
            document.add_page_break()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def web(items: Sequence[Item]) -> bytes:
    """Set *items* as HTML."""

    def marked(text: str) -> str:
        escaped = html.escape(text, quote=False).replace("\n", "<br>")
        return escaped.replace("&lt;b&gt;", "<b>").replace("&lt;/b&gt;", "</b>")

    parts = []
    for item in items:
        kind = item[0]
        if kind in ("h", "p", "big", "li"):
            tag = {"h": "h2", "big": "h1", "p": "p", "li": "li"}[kind]
            text = f"<{tag}>{marked(item[1])}</{tag}>"
            parts.append(f"<ul>{text}</ul>" if kind == "li" else text)
        elif kind in ("lv", "table"):
            width = max(len(row) for row in item[1])
            rows = []
            for row in item[1]:
                last = width - len(row) + 1
                spans = [""] * (len(row) - 1) + [f' colspan="{last}"' if last > 1 else ""]
                rows.append(
                    "".join(f"<td{s}>{marked(c)}</td>" for s, c in zip(spans, row, strict=True))
                )
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return ("<!doctype html><html><body>" + "\n".join(parts) + "</body></html>").encode()


def plain(items: Sequence[Item]) -> bytes:
    """Set *items* as the text that a tool takes out of a PDF: cells on a line, no sizes."""
    parts = []
    for item in items:
        if item[0] in ("lv", "table"):
            rows = ("    ".join(cell.replace("\n", " ") for cell in row) for row in item[1])
            parts.append("\n".join(rows))
        elif item[0] == "li":
            parts.append(f"\u2022 {item[1]}")
        elif item[0] == "break":
            parts.append("\f")
        else:
            parts.append(item[1])
    return re.sub(r"</?b>", "", "\n\n".join(parts)).encode()


WRITERS = {"pdf": pdf, "docx": docx, "html": web}


def read(data: bytes, name: str) -> Division:
    """Return the papers in *data*."""
    return divide(read_bytes(data, name, ReadOptions(ocr=False)))


def real(path: str) -> Path:
    """Return a path of the owners' folder of real papers."""
    return Path(__file__).parents[3] / "shared" / "data" / path
