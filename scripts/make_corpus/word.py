"""Writes a paper as a Word document with real check-box content controls."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph
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

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def draw(paper: Paper, blocks: list[Block]) -> tuple[bytes, dict[int, int], int]:
    """Return the document, page 1 for each mark (Word files have no pages), and 1."""
    document = Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(10.5)
    core = document.core_properties
    core.author, core.title, core.comments = "", paper.extra.get("pdf_title", ""), ""
    core.created = core.modified = dt.datetime(2020, 1, 1)  # noqa: DTZ001 - python-docx wants it naive
    if paper.header:
        document.sections[0].header.paragraphs[0].text = paper.header
    if paper.footer:
        document.sections[0].footer.paragraphs[0].text = paper.footer.split("||")[0]
    for block in _flat(blocks):
        if isinstance(block, Table):
            _table(document, block)
        elif isinstance(block, Gap):
            if block.new_page:
                document.add_page_break()
        else:
            _text(document, block)
    out = io.BytesIO()
    document.save(out)
    return _same_bytes(out.getvalue()), dict.fromkeys(range(len(paper.marks)), 1), 1


def _flat(blocks: list[Block]) -> list[Block]:
    flat: list[Block] = []
    for block in blocks:
        flat.extend(block.blocks if isinstance(block, Columns) else [block])
    return flat


def _text(document: Document, block: Text) -> None:
    style = {
        "h1": "Heading 1",
        "h2": "Heading 2",
        "org": "Title",
        "title": "Heading 1",
        "bullet": "List Bullet",
        "lead": "Heading 2",
    }.get(block.style, "Normal")
    _runs(document.add_paragraph(style=style), block.text)


def _runs(paragraph: Paragraph, text: str) -> None:
    text = SENTINEL.sub("", text)
    for part in re.split(f"(\\*\\*.+?\\*\\*|{TICK}|{NO_TICK})", text):
        if part in (TICK, NO_TICK):
            paragraph._p.append(_box(part == TICK))
        elif part.startswith("**"):
            paragraph.add_run(part.strip("*")).bold = True
        elif part:
            paragraph.add_run(part)


def _box(checked: bool) -> object:
    state, glyph = ("1", "☒") if checked else ("0", "☐")
    return parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:w14="{_W14}"><w:sdtPr><w14:checkbox>'
        f'<w14:checked w14:val="{state}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f'<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic"/></w:rPr>'
        f"<w:t>{glyph}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _table(document: Document, block: Table) -> None:
    columns = max(len(row) for row in block.rows)
    table = document.add_table(rows=0, cols=columns)
    table.style = "Table Grid"
    for number, row in enumerate(block.rows):
        cells = table.add_row().cells
        for column, text in enumerate(row):
            bold = (block.header and number == 0) or (block.label_column and column == 0)
            _runs(
                cells[column].paragraphs[0],
                f"**{text}**" if bold and text and "**" not in text else text,
            )
    document.add_paragraph()


def _same_bytes(data: bytes) -> bytes:
    """Return the zip file with fixed times, so that a second run gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name), compresslevel=9)
    return out.getvalue()
