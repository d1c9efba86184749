"""Rows that a colour cuts, links at a line's start, bold body type, bullets that stand off."""

from __future__ import annotations

import io

from reportlab.pdfgen import canvas

from papersearch.reading import ReadOptions, read_bytes
from papersearch.reading.document import Page


def page_of(draw) -> Page:
    out = io.BytesIO()
    sheet = canvas.Canvas(out)
    draw(sheet)
    sheet.save()
    return read_bytes(out.getvalue(), "a.pdf", ReadOptions(ocr=False)).pages[0]


def test_the_rest_of_a_cell_that_a_colour_leaves_white_is_no_row():
    edges = (60, 150, 380, 460, 540)
    rows = [("Date", "Action", "Deadline", "Progress")]
    rows += [(f"{day} May", "Write to all\nmembers", "July", "On track") for day in (1, 2, 3)]

    def draw(sheet):
        for number, row in enumerate(rows):
            top = 760 - 50 * number
            for column, text in enumerate(row):
                left, wide = edges[column], edges[column + 1] - edges[column]
                if number and column == 3:
                    sheet.setFillGray(0.7)
                    sheet.rect(left, top - 18, wide, 18, stroke=1, fill=1)
                    sheet.setFillGray(0)
                sheet.rect(left, top - 50, wide, 50)
                for line, words in enumerate(text.split("\n")):
                    sheet.drawString(left + 4, top - 13 - 14 * line, words)

    (table,) = [block.table for block in page_of(draw).blocks if block.table]
    assert (table.rows, table.columns) == (4, 4)
    assert [cell.text for cell in table.grid()[1] if cell] == [
        "1 May", "Write to all members", "July", "On track",
    ]  # fmt: skip


def test_an_empty_row_of_a_form_stays():
    def draw(sheet):
        for number, row in enumerate(
            (("Name", "Post"), ("Jo Hill", "Clerk"), ("", ""), ("An", ""))
        ):
            for column, text in enumerate(row):
                sheet.rect(60 + 200 * column, 700 - 30 * number, 200, 30)
                sheet.drawString(64 + 200 * column, 710 - 30 * number, text)

    (table,) = [block.table for block in page_of(draw).blocks if block.table]
    assert table.rows == 4


LINE = "The needles must not be longer than this; more is told to all who use them in the"


def test_a_link_that_fills_the_next_line_belongs_to_its_sentence():
    def draw(sheet):
        for number in range(6):
            sheet.drawString(60, 760 - 14 * number, LINE)
        sheet.setFillColorRGB(0.1, 0.2, 0.9)
        sheet.drawString(60, 760 - 14 * 6, "National Guidance.")

    blocks = page_of(draw).blocks
    assert not [block for block in blocks if block.kind == "heading"]
    assert blocks[-1].text.endswith("in the National Guidance.")


def test_a_coloured_line_below_a_whole_sentence_is_a_heading():
    def draw(sheet):
        for number in range(6):
            end = LINE if number < 5 else "The needles must not be longer than this."
            sheet.drawString(60, 760 - 14 * number, end)
        sheet.setFillColorRGB(0.1, 0.2, 0.9)
        sheet.drawString(60, 760 - 14 * 7, "National guidance")

    assert page_of(draw).blocks[-1].kind == "heading"


def test_where_all_is_bold_only_another_bold_font_makes_headings():
    def draw(sheet):
        sheet.setFont("Times-Bold", 12)
        sheet.drawString(60, 780, "Terms of reference")
        sheet.setFont("Helvetica-Bold", 12)
        for number in range(8):
            sheet.drawString(60, 750 - 30 * number, f"17.{number} Members may not serve on the")
            sheet.drawString(60, 736 - 30 * number, "panel where they have not been trained")

    kinds = [(block.kind, block.text[:5]) for block in page_of(draw).blocks]
    assert kinds[0] == ("heading", "Terms")
    assert [kind for kind, _ in kinds[1:]] == ["list_item"] * 8


def test_an_o_that_stands_off_is_a_bullet_before_small_letters_too():
    def draw(sheet):
        for number, words in enumerate(("the risk register", "The plan", "all other sums")):
            sheet.drawString(60, 760 - 30 * number, "o")
            sheet.drawString(90, 760 - 30 * number, words)

    assert [block.kind for block in page_of(draw).blocks] == ["list_item"] * 3
