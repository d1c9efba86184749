"""Draws a paper with ReportLab and says on which page each mark fell."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BalancedColumns,
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import Table as RLTable
from scripts.make_corpus.fonts import font
from scripts.make_corpus.model import (
    NO_TICK,
    SENTINEL,
    TICK,
    Block,
    Columns,
    Gap,
    Paper,
    Table,
    Text,
)

THEMES: dict[str, dict[str, Any]] = {
    "plain": {
        "font": "Helvetica",
        "bold": "Helvetica-Bold",
        "size": 10,
        "tint": "#e8edee",
        "ink": "#000000",
        "justify": False,
    },
    "blue": {
        "font": "Helvetica",
        "bold": "Helvetica-Bold",
        "size": 10.5,
        "tint": "#d8e6f3",
        "ink": "#003f72",
        "justify": False,
    },
    "serif": {
        "font": "Times-Roman",
        "bold": "Times-Bold",
        "size": 11,
        "tint": "#eeeeee",
        "ink": "#000000",
        "justify": True,
    },
    "green": {
        "font": "Helvetica",
        "bold": "Helvetica-Bold",
        "size": 10,
        "tint": "#e2efda",
        "ink": "#1c4d2c",
        "justify": False,
    },
    "wide": {
        "font": "Helvetica",
        "bold": "Helvetica-Bold",
        "size": 9.5,
        "tint": "#e4e4f0",
        "ink": "#2a2a55",
        "justify": False,
    },
}


def _register() -> None:
    if "DejaVu" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("DejaVu", str(font("DejaVuSans.ttf"))))


def draw(paper: Paper, blocks: list[Block]) -> tuple[bytes, dict[int, int], int]:
    """Return the PDF, the page of each mark, and the number of pages."""
    _register()
    data, pages, total = _build(paper, blocks, 0)
    if paper.footer and "{total}" in paper.footer:
        data, pages, total = _build(paper, blocks, total)
    return data, pages, total


def _build(paper: Paper, blocks: list[Block], total: int) -> tuple[bytes, dict[int, int], int]:
    theme = THEMES[paper.theme]
    size = landscape(A4) if paper.extra.get("landscape") else A4
    pages: dict[int, int] = {}
    boxes = [0]

    def on_mark(canvas: Canvas, _: str, label: str) -> None:
        pages.setdefault(int(label), canvas.getPageNumber())

    def on_tick(canvas: Canvas, _: str, label: str) -> None:
        _draw_tick(canvas, label, paper, boxes)

    def on_page(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont(theme["font"], 8)
        canvas.setFillColor(colors.HexColor("#444444"))
        values = {"n": canvas.getPageNumber(), "total": total}
        if paper.header:
            canvas.drawString(56, size[1] - 34, paper.header.format(**values))
            canvas.line(56, size[1] - 40, size[0] - 56, size[1] - 40)
        if paper.footer:
            left, _, right = paper.footer.format(**values).partition("||")
            if right:
                canvas.drawString(56, 30, left)
                canvas.drawRightString(size[0] - 56, 30, right)
            else:
                canvas.drawCentredString(size[0] / 2, 30, left)
        if paper.extra.get("watermark"):
            canvas.setFont("Helvetica-Bold", 90)
            canvas.setFillColor(colors.HexColor("#eeeeee"))
            canvas.translate(size[0] / 2, size[1] / 2)
            canvas.rotate(52)
            canvas.drawCentredString(0, -20, paper.extra["watermark"])
        canvas.restoreState()

    class MarkingCanvas(Canvas):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.setNamedCB("mark", on_mark)
            self.setNamedCB("tick", on_tick)

    out = io.BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=size,
        invariant=1,
        leftMargin=56,
        rightMargin=56,
        topMargin=54,
        bottomMargin=52,
        title=paper.extra.get("pdf_title", ""),
        author="",
        creator=paper.extra.get("creator", "Board portal export"),
    )
    frame = Frame(
        56,
        52,
        size[0] - 112,
        size[1] - 106,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document.addPageTemplates(PageTemplate("all", [frame], onPage=on_page))
    width = size[0] - 112
    story: list[Flowable] = []
    for block in blocks:
        story.extend(_flow(paper, block, theme, width))
    document.build(story, canvasmaker=MarkingCanvas)
    return out.getvalue(), pages, document.page


def _draw_tick(canvas: Canvas, label: str, paper: Paper, boxes: list[int]) -> None:
    info = canvas._curr_tx_info
    x, y = info["cur_x"], info["cur_y"]
    ox, oy = canvas.absolutePosition(x, y)
    if paper.tick == "drawn" and label == "1":
        canvas.saveState()
        canvas.setLineWidth(1.4)
        path = canvas.beginPath()
        path.moveTo(x + 2, y + 3)
        path.lineTo(x + 5, y)
        path.lineTo(x + 11, y + 8)
        canvas.drawPath(path)
        canvas.restoreState()
    elif paper.tick == "acro":
        boxes[0] += 1
        canvas.acroForm.checkbox(
            name=f"box{boxes[0]}",
            checked=label == "1",
            x=ox + 3,
            y=oy - 2,
            size=11,
            buttonStyle="check",
            borderWidth=0.8,
            forceBorder=True,
            fillColor=colors.white,
        )


def _markup(paper: Paper, text: str) -> str:
    text = escape(text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = SENTINEL.sub(r'<onDraw name="mark" label="\1"/>', text)
    ticks: dict[str, Callable[[], tuple[str, str]]] = {
        "dejavu": lambda: ('<font name="DejaVu">✓</font>', ""),
        "boxes": lambda: ('<font name="DejaVu">☒</font>', '<font name="DejaVu">☐</font>'),
        "zapf": lambda: ('<font name="ZapfDingbats">\u2714</font>', ""),
        "x": lambda: ("X", ""),
        "drawn": lambda: ('<onDraw name="tick" label="1"/> ', ""),
        "acro": lambda: (
            '<onDraw name="tick" label="1"/> ' + "\u00a0" * 6,
            '<onDraw name="tick" label="0"/> ' + "\u00a0" * 6,
        ),
    }
    yes, no = ticks[paper.tick]()
    text = text.replace(TICK, yes).replace(NO_TICK, no)
    return re.sub(r"([✓☐☒])(?![^<]*</font>)", r'<font name="DejaVu">\1</font>', text)


def _style(name: str, theme: dict[str, Any]) -> ParagraphStyle:
    size = theme["size"]
    base = ParagraphStyle(
        "body",
        fontName=theme["font"],
        fontSize=size,
        leading=size * 1.32,
        spaceAfter=size * 0.62,
        alignment=TA_JUSTIFY if theme["justify"] else TA_LEFT,
    )
    ink = colors.HexColor(theme["ink"])
    bold = theme["bold"]
    kinds: dict[str, dict[str, Any]] = {
        "body": {},
        "bullet": {"leftIndent": 18, "bulletIndent": 6, "spaceAfter": size * 0.4},
        "item": {"leftIndent": 20, "firstLineIndent": -14, "spaceAfter": size * 0.4},
        "numbered": {"leftIndent": 30},
        "h1": {
            "fontName": bold,
            "fontSize": size + 2,
            "leading": size + 6,
            "spaceBefore": 8,
            "textColor": ink,
            "keepWithNext": 1,
            "alignment": TA_LEFT,
        },
        "h2": {
            "fontName": bold,
            "spaceBefore": 4,
            "textColor": ink,
            "keepWithNext": 1,
            "alignment": TA_LEFT,
        },
        "org": {
            "fontName": bold,
            "fontSize": size + 5,
            "leading": size + 9,
            "textColor": ink,
            "spaceAfter": 10,
            "alignment": TA_LEFT,
        },
        "title": {
            "fontName": bold,
            "fontSize": size + 3,
            "leading": size + 7,
            "spaceAfter": 6,
            "alignment": TA_LEFT,
        },
        "under": {"spaceAfter": 3},
        "lead": {"fontName": bold, "spaceAfter": 4, "keepWithNext": 1, "alignment": TA_LEFT},
        "sign": {"spaceAfter": 2},
        "cell": {
            "fontSize": size - 0.8,
            "leading": (size - 0.8) * 1.25,
            "spaceAfter": 0,
            "alignment": TA_LEFT,
        },
        "cellhead": {
            "fontName": bold,
            "fontSize": size - 0.8,
            "leading": (size - 0.8) * 1.25,
            "spaceAfter": 0,
            "alignment": TA_LEFT,
        },
        "boxed": {
            "borderWidth": 0.6,
            "borderColor": colors.grey,
            "borderPadding": 5,
            "spaceBefore": 6,
            "spaceAfter": 9,
        },
        "centre": {"alignment": TA_CENTER},
    }
    return ParagraphStyle(name, parent=base, **kinds[name])


def _flow(paper: Paper, block: Block, theme: dict[str, Any], width: float) -> list[Flowable]:
    if isinstance(block, Gap):
        return [PageBreak()] if block.new_page else [Spacer(1, block.size)]
    if isinstance(block, Text):
        bullet = "•" if block.style == "bullet" else None
        text = block.text
        if block.style == "numbered":
            match = re.match(f"((?:{SENTINEL.pattern})?)(\\S+) (.*)", text, re.S)
            assert match
            bullet, text = match[3], match[1] + match[4]
        return [Paragraph(_markup(paper, text), _style(block.style, theme), bulletText=bullet)]
    if isinstance(block, Columns):
        inner = [flow for text in block.blocks for flow in _flow(paper, text, theme, width)]
        return [BalancedColumns(inner, nCols=2, innerPadding=16, needed=60)]
    return [_table(paper, block, theme, width), Spacer(1, 7)]


def _table(paper: Paper, block: Table, theme: dict[str, Any], width: float) -> RLTable:
    count = max(len(row) for row in block.rows)
    shares = block.widths or (100 / count,) * count
    rows = []
    for number, row in enumerate(block.rows):
        cells = []
        for column, cell in enumerate(row):
            bold = (block.header and number == 0) or (block.label_column and column == 0)
            cells.append(
                Paragraph(_markup(paper, cell), _style("cellhead" if bold else "cell", theme))
            )
        rows.append(cells)
    tint = colors.HexColor(theme["tint"])
    style: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    if block.look == "grid":
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.HexColor("#777777")))
    elif block.look == "lines":
        style.append(("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.HexColor("#999999")))
    if block.header:
        style.append(("BACKGROUND", (0, 0), (-1, 0), tint))
    if block.label_column and block.look != "plain":
        style.append(("BACKGROUND", (0, 0), (0, -1), tint))
    return RLTable(
        rows,
        colWidths=[width * share / sum(shares) for share in shares],
        style=style,
        repeatRows=1 if block.header and len(rows) > 2 else 0,
        hAlign="LEFT",
    )
