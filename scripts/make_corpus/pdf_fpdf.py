"""Draws a paper with fpdf2 and says on which page each mark fell."""

from __future__ import annotations

import datetime as dt

from fpdf import FPDF
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

_FACES = {
    "plain": ("DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"),
    "serif": ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"),
}
_SIZES = {"h1": 12.0, "h2": 10.5, "org": 14.0, "title": 13.0, "boxed": 9.5}
_BOLD = {"h1", "h2", "org", "title", "lead"}


class _Sheet(FPDF):
    def __init__(self, paper: Paper) -> None:
        wide = bool(paper.extra.get("landscape"))
        super().__init__(orientation="landscape" if wide else "portrait", unit="pt", format="A4")
        self.paper = paper
        regular, bold = _FACES.get(paper.theme, _FACES["plain"])
        self.add_font("face", "", str(font(regular)))
        self.add_font("face", "B", str(font(bold)))
        self.set_margins(58, 56, 58)
        self.set_auto_page_break(auto=False)
        self.set_creation_date(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        self.set_creator("Board paper template")
        self.alias_nb_pages("{total}")
        self.floor = self.h - 60
        self.pages_of: dict[int, int] = {}

    def header(self) -> None:
        if self.paper.header:
            self.set_font("face", "", 7.5)
            self.set_xy(58, 28)
            self.cell(text=self.paper.header.replace("{n}", str(self.page_no())))
        self.set_y(56)

    def footer(self) -> None:
        if self.paper.footer:
            self.set_font("face", "", 7.5)
            left, _, right = self.paper.footer.replace("{n}", str(self.page_no())).partition("||")
            self.set_xy(58, self.h - 36)
            self.cell(text=left)
            if right:
                self.set_xy(58, self.h - 36)
                self.cell(w=self.w - 116, text=right, align="R")

    def lines(self, text: str, width: float) -> list[str]:
        return list(self.multi_cell(width, 10, text, dry_run=True, output="LINES", align="L"))

    def need(self, height: float) -> None:
        if self.get_y() + height > self.floor:
            self.add_page()


def draw(paper: Paper, blocks: list[Block]) -> tuple[bytes, dict[int, int], int]:
    """Return the PDF, the page of each mark, and the number of pages."""
    sheet = _Sheet(paper)
    sheet.add_page()
    for block in blocks:
        _put(sheet, paper, block)
    return bytes(sheet.output()), sheet.pages_of, sheet.pages_count


def _plain(paper: Paper, text: str) -> str:
    yes, no = {"boxes": ("☒", "☐"), "x": ("X", "")}.get(paper.tick, ("✓", ""))
    return text.replace("**", "").replace(TICK, yes).replace(NO_TICK, no)


def _write(sheet: _Sheet, text: str, x: float, width: float, leading: float) -> None:
    """Write *text* line by line; a mark is on the page of the line in which it stands."""
    places: list[tuple[int, int]] = []
    clean = ""
    end = 0
    for match in SENTINEL.finditer(text):
        clean += text[end : match.start()]
        places.append((len(clean.replace(" ", "")), int(match[1])))
        end = match.end()
    clean += text[end:]
    done = 0
    lines = sheet.lines(clean, width)
    for number, line in enumerate(lines):
        sheet.need(leading)
        length = len(line.replace(" ", ""))
        last = number == len(lines) - 1
        for place, mark in places:
            if done <= place < done + length or (last and place >= done):
                sheet.pages_of.setdefault(mark, sheet.page_no())
        done += length
        sheet.set_x(x)
        sheet.cell(w=width, h=leading, text=line.rstrip())
        sheet.set_y(sheet.get_y() + leading)


def _put(sheet: _Sheet, paper: Paper, block: Block) -> None:
    if isinstance(block, Gap):
        if block.new_page:
            sheet.add_page()
        else:
            sheet.set_y(sheet.get_y() + block.size)
        return
    if isinstance(block, Columns):
        for inner in block.blocks:
            _put(sheet, paper, inner)
        return
    if isinstance(block, Table):
        _table(sheet, paper, block)
        return
    _text(sheet, paper, block)


def _text(sheet: _Sheet, paper: Paper, block: Text) -> None:
    size = _SIZES.get(block.style, 9.5)
    bold = block.style in _BOLD
    sheet.set_font("face", "B" if bold else "", size)
    text = _plain(paper, block.text)
    leading = size * 1.42
    indent = 0.0
    if block.style in ("h1", "h2", "lead"):
        sheet.need(leading * 3)
        sheet.set_y(sheet.get_y() + 4)
    if block.style == "bullet":
        indent = 16
        sheet.need(leading)
        sheet.set_x(64)
        sheet.cell(w=8, h=leading, text="•")
    elif block.style == "item":
        indent = 10
    _write(sheet, text, 58 + indent, sheet.w - 116 - indent, leading)
    sheet.set_y(sheet.get_y() + (2 if block.style in ("sign", "under", "bullet", "item") else 6))


def _table(sheet: _Sheet, paper: Paper, block: Table) -> None:
    total = sheet.w - 116
    count = max(len(row) for row in block.rows)
    shares = block.widths or (100 / count,) * count
    widths = [total * share / sum(shares) for share in shares]
    size, pad = 8.6, 3.5
    leading = size * 1.34
    for number, row in enumerate(block.rows):
        wrapped: list[tuple[list[str], bool]] = []
        for column, cell in enumerate(row):
            bold = (block.header and number == 0) or (block.label_column and column == 0)
            sheet.set_font("face", "B" if bold else "", size)
            text = _plain(paper, cell)
            wrapped.append(
                (
                    sheet.lines(SENTINEL.sub("", text), widths[column] - 2 * pad) if text else [],
                    bold,
                )
            )
        height = max(len(lines) for lines, _ in wrapped) * leading + 2 * pad
        sheet.need(height)
        for cell in row:
            for match in SENTINEL.finditer(cell):
                sheet.pages_of.setdefault(int(match[1]), sheet.page_no())
        top, x = sheet.get_y(), 58.0
        for (lines, bold), width in zip(wrapped, widths, strict=False):
            if block.look == "grid":
                if bold:
                    sheet.set_fill_color(230, 232, 238)
                sheet.rect(x, top, width, height, style="DF" if bold else "D")
            sheet.set_font("face", "B" if bold else "", size)
            for index, line in enumerate(lines):
                sheet.set_xy(x + pad, top + pad + index * leading)
                sheet.cell(w=width - 2 * pad, h=leading, text=line.rstrip())
            x += width
        if block.look == "lines":
            sheet.line(58, top + height, 58 + total, top + height)
        sheet.set_y(top + height)
    sheet.set_y(sheet.get_y() + 6)
