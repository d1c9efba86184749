"""Hard case 3: a tick column promised and none in any row; its twins with every kind of tick."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from papersearch.record import Paper
from tests.hard.shelf import Shelf, document
from tests.papers.sheets import BODY, docx
from tests.reading.pdfs import HEIGHT, lines
from tests.reading.pdfs import pdf as pages

ITEMS = ("Open the second theatre", "Cut falls on the wards by 12%", "Fill every midwife post",
         "Meet the cancer targets")  # fmt: skip
TICKED = (False, True, False, True)
RISKS = (
    ("Workforce Risk", "Workforce Supply Risk - We will have enough staff.", "Cautious"),
    ("Clinical Risk", "Infection Prevention Risk - We will stop spread.", "Minimal"),
    ("Financial Risk", "Change Risk - We will spend what we have.", "Open"),
)
RISK_TICKED = (True, False, True)
Mark = Callable[[Canvas, float, float], None]


def _sheet(mark: Mark | None, empty: Mark | None = None) -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        lines(canvas, ["Fallowmere Hospitals NHS Trust", "Public Board, 25 July 2024"], 60,
              HEIGHT - 60)  # fmt: skip
        lines(canvas, ["Our Annual Commitments for 2024/25 are:"], 60, HEIGHT - 110)
        canvas.setFont("Helvetica", 10)
        edges = (60, 400, 440)
        for n in range(5):
            canvas.line(edges[0], HEIGHT - 120 - 24 * n, edges[2], HEIGHT - 120 - 24 * n)
        for edge in edges:
            canvas.line(edge, HEIGHT - 120, edge, HEIGHT - 120 - 24 * 4)
        for n, (item, ticked) in enumerate(zip(ITEMS, TICKED, strict=True)):
            y = HEIGHT - 136 - 24 * n
            canvas.setFont("Helvetica", 10)
            canvas.drawString(64, y, item)
            if mark is not None and ticked:
                mark(canvas, 412, y)
            elif empty is not None and not ticked:
                empty(canvas, 412, y)
        canvas.setFont("Helvetica-Bold", 12)
        lines(canvas, ["Risk Appetite Framework"], 60, HEIGHT - 260)
        columns = (60, 180, 430, 530)
        for n in range(5):
            canvas.line(columns[0], HEIGHT - 270 - 28 * n, columns[-1], HEIGHT - 270 - 28 * n)
        for edge in columns:
            canvas.line(edge, HEIGHT - 270, edge, HEIGHT - 270 - 28 * 4)
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(64, HEIGHT - 287, "Level 1 Risk (")
        canvas.setFont("ZapfDingbats", 10)
        canvas.drawString(128, HEIGHT - 287, "\u2713")
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(138, HEIGHT - 287, ")")
        canvas.drawString(184, HEIGHT - 287, "Level 2 Risks")
        canvas.drawString(434, HEIGHT - 287, "Risk Appetite")
        for n, ((first, second, level), ticked) in enumerate(zip(RISKS, RISK_TICKED, strict=True)):
            y = HEIGHT - 315 - 28 * n
            canvas.setFont("Helvetica", 10)
            canvas.drawString(64, y, first)
            canvas.drawString(184, y, second)
            canvas.drawString(434, y, level)
            if mark is not None and ticked:
                mark(canvas, 158, y)
            elif empty is not None and not ticked:
                empty(canvas, 158, y)

    return pages(draw)


def _glyph(font: str, text: str) -> Mark:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFont(font, 11)
        canvas.drawString(x, y, text)

    return draw


def _drawn(canvas: Canvas, x: float, y: float) -> None:
    canvas.setLineWidth(1.4)
    path = canvas.beginPath()
    path.moveTo(x, y + 4)
    path.lineTo(x + 3, y)
    path.lineTo(x + 9, y + 9)
    canvas.drawPath(path)
    canvas.setLineWidth(1)


def _picture(canvas: Canvas, x: float, y: float) -> None:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (40, 40), "white")
    ImageDraw.Draw(image).line([(4, 22), (15, 34), (36, 5)], fill="black", width=5)
    canvas.drawImage(ImageReader(image), x, y - 1, 11, 11)


def _renamed(data: bytes, old: str, new: str) -> bytes:
    """Give a font of the file another name, as if it were that font's code."""
    with pikepdf.open(io.BytesIO(data)) as found:
        for obj in found.objects:
            if isinstance(obj, pikepdf.Dictionary) and obj.get("/BaseFont") == f"/{old}":
                obj.BaseFont = pikepdf.Name(f"/{new}")
        out = io.BytesIO()
        found.save(out)
    return out.getvalue()


@document("no-ticks.pdf")
def _none() -> bytes:
    return _sheet(None)


@document("ticks-zapf.pdf")
def _zapf() -> bytes:
    return _sheet(_glyph("ZapfDingbats", "\u2714"))


@document("ticks-wingdings.pdf")
def _wingdings() -> bytes:
    return _renamed(_sheet(_glyph("Courier", "\u00fc")), "Courier", "ABCDEF+Wingdings-Regular")


@document("ticks-drawn.pdf")
def _vectors() -> bytes:
    return _sheet(_drawn)


@document("ticks-picture.pdf")
def _pictures() -> bytes:
    return _sheet(_picture)


@document("ticks-x.pdf")
def _crosses() -> bytes:
    return _sheet(_glyph("Helvetica", "X"))


def _annual(paper: Paper) -> list[tuple[str, bool | None]]:
    return [(c.text, c.ticked) for c in paper.commitments if c.kind == "annual"]


def _firsts(paper: Paper) -> list[bool | None]:
    return [risk.level1_ticked for risk in paper.risks]


def test_a_column_promised_and_empty_tells_nothing(shelf: Shelf) -> None:
    paper = shelf.one("no-ticks.pdf")
    assert _annual(paper) == [(item, None) for item in ITEMS]
    assert _firsts(paper) == [None, None, None]
    assert [r.level2 for r in paper.risks] == [
        "Workforce Supply Risk", "Infection Prevention Risk", "Change Risk",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "ticks-zapf.pdf",
        "ticks-wingdings.pdf",
        "ticks-drawn.pdf",
        "ticks-x.pdf",
    ],
)
def test_its_twin_with_ticks(shelf: Shelf, name: str) -> None:
    paper = shelf.one(name)
    assert _annual(paper) == list(zip(ITEMS, TICKED, strict=True))
    assert _firsts(paper) == list(RISK_TICKED)
    assert [r.level1 for r in paper.risks] == [first for first, _, _ in RISKS]


def test_a_picture_of_a_tick_is_never_read_as_no_tick(shelf: Shelf) -> None:
    paper = shelf.one("ticks-picture.pdf")
    found = _annual(paper)
    assert [text for text, _ in found] == list(ITEMS)
    assert all(ticked is not False for (_, ticked), want in zip(found, TICKED, strict=True) if want)
    assert all(
        ticked is not True for (_, ticked), want in zip(found, TICKED, strict=True) if not want
    )
    for told, want in zip(_firsts(paper), RISK_TICKED, strict=True):
        assert told is None or told == want


WORD = (
    ("big", "Fallowmere Hospitals NHS Trust"),
    ("p", "Public Board, 26 September 2024"),
    ("p", "Title: Autumn plan"),
    ("h", "Our Annual Commitments for 2024/25 are:"),
    ("table", tuple(
        (item, "\u2612" if ticked else "\u2610") for item, ticked in zip(ITEMS, TICKED, strict=True)
    )),
    ("h", "Risk Appetite Framework"),
    ("table", (
        ("Level 1 Risk (\u2713)", "Level 2 Risks", "Risk Appetite"),
        *((first + (" \u2612" if ticked else " \u2610"), second, level)
          for (first, second, level), ticked in zip(RISKS, RISK_TICKED, strict=True)),
    )),
    *BODY,
)  # fmt: skip


@document("ticks-word-boxes.docx")
def _word() -> bytes:
    return docx(WORD)


def test_words_box_with_a_cross_is_ticked(shelf: Shelf) -> None:
    paper = shelf.one("ticks-word-boxes.docx")
    assert _annual(paper) == list(zip(ITEMS, TICKED, strict=True))
    assert _firsts(paper) == list(RISK_TICKED)


@document("ticks-wingdings.docx")
def _word_symbols() -> bytes:
    """Set the same list with the ticks that Word's Insert Symbol leaves (F0FC of Wingdings)."""
    import docx as word
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document_ = word.Document()
    document_.add_heading("Fallowmere Hospitals NHS Trust", 1)
    document_.add_paragraph("Public Board, 28 November 2024")
    document_.add_paragraph("Title: Winter plan")
    document_.add_heading("Our Annual Commitments for 2024/25 are:", 2)
    table = document_.add_table(len(ITEMS), 2, style="Table Grid")
    for row, (item, ticked) in enumerate(zip(ITEMS, TICKED, strict=True)):
        table.cell(row, 0).text = item
        if ticked:
            run = table.cell(row, 1).paragraphs[0].add_run()
            run._r.append(parse_xml(f'<w:sym {nsdecls("w")} w:font="Wingdings" w:char="F0FC"/>'))
    for kind, text in BODY:
        if kind == "h":
            document_.add_heading(text, 2)
        else:
            document_.add_paragraph(text)
    out = io.BytesIO()
    document_.save(out)
    return out.getvalue()


def test_words_symbols(shelf: Shelf) -> None:
    assert _annual(shelf.one("ticks-wingdings.docx")) == list(zip(ITEMS, TICKED, strict=True))


@document("no-tick-glyph-is-a-name.docx")
def _names() -> bytes:
    return docx((
        ("big", "Fallowmere Hospitals NHS Trust"),
        ("p", "Public Board, 30 January 2025"),
        ("p", "Title: Staff awards"),
        ("table", (("Name", "Ward"), ("J\u00fcrgen M\u00fcller", "Six"), ("Th\u00fcr", "Nine"))),
        *BODY,
    ))  # fmt: skip


def test_an_umlaut_is_no_tick(shelf: Shelf) -> None:
    paper = shelf.one("no-tick-glyph-is-a-name.docx")
    assert paper.commitments == ()
    assert paper.risks == ()
