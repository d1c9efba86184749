"""Words of a PDF page: reading order, running lines, ticks, fields, hidden text."""

import io
from typing import Any

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.colors import Color, black, white
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from papersearch.reading import glyphs
from tests.reading.pdfs import HEIGHT, WIDTH, blocks, body, codes, lines, pdf, read, ruled, tables

LEFT = [f"left column line {n} of running prose" for n in range(8)]
RIGHT = [f"right column line {n} of running prose" for n in range(8)]


def text_of(data: bytes, **options: Any) -> str:
    return " ".join(text for _, text in body(read(data, **options)))


def test_two_columns_are_read_one_after_the_other() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, LEFT, x=60)
        lines(canvas, RIGHT, x=320)

    text = text_of(pdf(draw))
    assert text.index("left column line 7") < text.index("right column line 0")


def test_labels_and_values_are_read_across() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["Title:", "Author:", "Date:"], x=72)
        lines(canvas, ["Finance report", "J Bloggs", "1 May 2024"], x=220)

    text = text_of(pdf(draw))
    assert text.index("Finance report") < text.index("Author:")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_rotated_pages_read_as_upright_ones(turn: int) -> None:
    data = pdf(lambda canvas: lines(canvas, ["The Board met in public.", "It closed at noon."]))
    with pikepdf.open(io.BytesIO(data)) as file:
        file.pages[0].Rotate = turn
        out = io.BytesIO()
        file.save(out)
    document = read(out.getvalue())
    assert text_of(out.getvalue()) == "The Board met in public. It closed at noon."
    page = document.pages[0]
    assert (page.width < page.height) == (turn % 180 == 0)
    for block in page.blocks:
        assert block.box is not None
        assert 0 <= block.box[0] <= block.box[2] <= page.width
        assert 0 <= block.box[1] <= block.box[3] <= page.height


@pytest.mark.parametrize("angle", [90, 270])
def test_sideways_text_and_its_table_are_read(angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(WIDTH if angle == 90 else 0, 0 if angle == 90 else HEIGHT)
        canvas.rotate(angle if angle == 90 else -90)
        canvas.drawString(60, 500, "Corporate risk register by owner")
        canvas.translate(0, 560 - HEIGHT)
        ruled(canvas, [["Risk", "Owner"], ["Flood", "Estates"], ["Fraud", "Finance"]], [120, 120])
        canvas.restoreState()

    document = read(pdf(draw))
    assert body(document)[0][1] == "Corporate risk register by owner"
    (table,) = tables(document)
    assert [c.text for c in table.cells] == [
        "Risk",
        "Owner",
        "Flood",
        "Estates",
        "Fraud",
        "Finance",
    ]
    page = document.pages[0]
    for cell in table.cells:
        assert cell.box is not None
        assert 0 <= cell.box[0] < cell.box[2] <= page.width
        assert cell.box[3] - cell.box[1] > cell.box[2] - cell.box[0]  # it lies on its side


def test_running_lines_and_printed_numbers_are_set_apart() -> None:
    def page(number: int) -> Any:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(72, HEIGHT - 40, "Fenwold NHS Trust Board, 30 May 2024")
            lines(canvas, [f"Body of page {n} is its own." for n in (number,)])
            canvas.drawString(280, 40, f"Page {number + 6} of 12")

        return draw

    document = read(pdf(*(page(n) for n in range(1, 5))))
    assert [page.label for page in document.pages] == ["7", "8", "9", "10"]
    for number in range(1, 5):
        assert body(document, number) == [("paragraph", f"Body of page {number} is its own.")]
    assert len(blocks(document, "header")) == len(blocks(document, "footer")) == 4


def test_line_numbers_of_a_draft_are_set_apart() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, [str(n) for n in range(1, 21)], x=40)
        lines(canvas, [f"clause of the draft constitution item {'x' * (n % 5)}" for n in range(20)])

    document = read(pdf(draw))
    assert len(blocks(document, "line_number")) == 20
    assert "1" not in text_of(pdf(draw)).split()


def test_a_slanted_watermark_is_no_text() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["The plan was approved by the Board in full."] * 3)
        canvas.saveState()
        canvas.translate(150, 300)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 80)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()

    document = read(pdf(draw))
    assert [block.text for block in blocks(document, "watermark")] == ["DRAFT"]
    assert "DRAFT" not in text_of(pdf(draw))


def test_hyphens_at_line_ends() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["We will now begin to re-", "duce the waits under the five-",
                       "year plan for all of our patients. It goes to the Property Sub-",
                       "Committee, as agreed, and to the Vice-", "Chair of the BBC- and NHS-",
                       "Group for work on this"])  # fmt: skip

    assert text_of(pdf(draw)) == (
        "We will now begin to reduce the waits under the five-year plan for all of our patients. "
        "It goes to the Property Sub-Committee, as agreed, and to the Vice-Chair of the BBC- and "
        "NHS- Group for work on this"
    )


@pytest.mark.parametrize(("code", "tick"), [("3", "ticked"), ("4", "ticked"), ("o", "not_ticked")])
def test_zapf_dingbats_are_ticks_by_their_code(code: str, tick: str) -> None:
    data = pdf(lambda canvas: lines(canvas, ["Approval 3 4 o"], x=90, y=700))
    with pikepdf.open(io.BytesIO(data)) as file:
        page = file.pages[0]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.ZapfDingbats
        )
        page.Resources.Font["/Tick"] = font
        page.contents_add(f"BT /Tick 11 Tf 72 700 Td ({code}) Tj ET".encode(), prepend=True)
        out = io.BytesIO()
        file.save(out)
    words = read(out.getvalue()).pages[0].blocks[0].lines[0].words
    assert words[0].tick == tick
    assert [word.tick for word in words[1:]] == [None] * 4


@pytest.mark.parametrize(
    ("letter", "font", "tick"),
    [
        ("ü", "ABCDEF+Wingdings-Regular", "ticked"),
        ("\uf0fc", "Wingdings", "ticked"),
        ("\uf0fc", "", "ticked"),
        ("þ", "Wingdings", "ticked"),
        ("¨", "Wingdings", "not_ticked"),
        ("o", "Wingdings", "not_ticked"),
        ("P", "Wingdings2", "ticked"),
        ("\uf050", "", "ticked"),
        ("a", "Webdings", "ticked"),
        ("Ö", "SymbolMT", "ticked"),
        ("☑", "Segoe UI Symbol", "ticked"),
        ("☒", "MS Gothic", "ticked"),
        ("☐", "MS Gothic", "not_ticked"),
        ("\ufffd", "Arial", "unknown"),
        ("ü", "Arial", None),
        ("P", "Wingdings", None),
        ("a", "Arial", None),
        ("o", "Arial", None),
        ("Ö", "Arial", None),
        ("4", "Symbol", None),
    ],
)
def test_ticks_are_decided_by_font_and_code(letter: str, font: str, tick: str | None) -> None:
    assert glyphs.tick(letter, font) == tick


def test_form_fields_are_read_where_they_stand() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "Approval")
        canvas.drawString(100, 670, "Assurance")
        canvas.acroForm.checkbox(name="approval", x=72, y=697, size=14, checked=True)
        canvas.acroForm.checkbox(name="assurance", x=72, y=667, size=14, checked=False)
        canvas.drawString(72, 640, "Author:")
        canvas.acroForm.textfield(name="author", x=120, y=636, width=150, height=18, value="J Roe")

    document = read(pdf(draw))
    found = {f.name: (f.tick, f.value) for f in document.pages[0].form_fields}
    assert found == {
        "approval": ("ticked", None), "assurance": ("not_ticked", None), "author": (None, "J Roe"),
    }  # fmt: skip
    words = [w for b in document.pages[0].blocks for line in b.lines for w in line.words]
    assert [(w.text, w.tick) for w in words] == [
        ("✓", "ticked"), ("Approval", None), ("☐", "not_ticked"), ("Assurance", None),
        ("Author:", None), ("J", None), ("Roe", None),
    ]  # fmt: skip


def shown_and_hidden(draw: Any, **options: Any) -> tuple[str, list[tuple[str, str]]]:
    data = pdf(draw)
    page = read(data, **options).pages[0]
    return text_of(data, **options), [(h.reason, h.text) for h in page.hidden]


def test_white_text_is_told_and_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Seen")
        canvas.setFillColor(white)
        canvas.drawString(72, 650, "patient name")

    assert shown_and_hidden(draw) == ("Seen", [("background_colour", "patient name")])
    assert "patient" not in str(read(pdf(draw)).warnings)
    assert codes(read(pdf(draw))) == ["hidden_text"]
    assert shown_and_hidden(draw, include_hidden=True) == ("Seen patient name", [])


def test_white_text_on_a_dark_ground_is_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(60, 640, 200, 30, fill=1, stroke=0)
        canvas.setFillColor(white)
        canvas.drawString(72, 650, "Heading in white")

    assert shown_and_hidden(draw) == ("Heading in white", [])


@pytest.mark.parametrize("ground", [black, white])
def test_words_under_an_opaque_box_are_a_failed_redaction(ground: Color) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "The complaint of")
        canvas.drawString(172, 700, "Mrs Smith")
        canvas.setFillColor(ground)
        canvas.rect(168, 694, 70, 18, fill=1, stroke=0)

    text, hidden = shown_and_hidden(draw)
    assert text == "The complaint of"
    assert hidden == [("covered", "Mrs Smith")]


def test_words_under_a_translucent_highlight_are_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Marked words")
        canvas.setFillColor(Color(1, 1, 0, alpha=0.4))
        canvas.rect(68, 694, 90, 18, fill=1, stroke=0)

    assert shown_and_hidden(draw) == ("Marked words", [])


def test_words_under_a_picture_are_a_failed_redaction() -> None:
    picture = ImageReader(Image.new("RGB", (40, 10), "black"))

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Name")
        canvas.drawString(172, 700, "Smith")
        canvas.drawImage(picture, 168, 694, 60, 18)

    assert shown_and_hidden(draw) == ("Name", [("covered", "Smith")])


def test_a_black_box_pinned_over_words_hides_them() -> None:
    data = pdf(lambda canvas: lines(canvas, ["Public words", "Private words"], y=700, step=40))
    with pikepdf.open(io.BytesIO(data)) as file:
        stream = file.make_stream(
            b"0 g 0 0 120 20 re f", BBox=[0, 0, 120, 20], Subtype=pikepdf.Name.Form
        )
        box = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[65, 653, 185, 673], F=4,
            C=[0, 0, 0], IC=[0, 0, 0], AP=pikepdf.Dictionary(N=stream),
        )  # fmt: skip
        file.pages[0].Annots = file.make_indirect(pikepdf.Array([file.make_indirect(box)]))
        out = io.BytesIO()
        file.save(out)
    page = read(out.getvalue()).pages[0]
    assert [b.text for b in page.blocks] == ["Public words"]
    assert [(h.reason, h.text) for h in page.hidden] == [("covered", "Private words")]


def test_invisible_tiny_and_off_page_words_are_told() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Seen")
        canvas.saveState()
        text = canvas.beginText(72, 650)
        text.setTextRenderMode(3)
        text.textLine("unseen")
        canvas.drawText(text)
        canvas.restoreState()
        canvas.drawString(WIDTH + 50, 600, "beside")
        canvas.setFont("Helvetica", 0.8)
        canvas.drawString(72, 550, "specks")

    text, hidden = shown_and_hidden(draw)
    assert text == "Seen"
    assert set(hidden) == {("invisible", "unseen"), ("off_page", "beside"), ("tiny", "specks")}


def test_comments_are_told_not_read() -> None:
    data = pdf(lambda canvas: lines(canvas, ["Report"]))
    with pikepdf.open(io.BytesIO(data)) as file:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[100, 700, 120, 720],
            Contents="Do we have to say this?",
        )  # fmt: skip
        file.pages[0].Annots = pikepdf.Array([file.make_indirect(note)])
        out = io.BytesIO()
        file.save(out)
    page = read(out.getvalue()).pages[0]
    assert [(h.reason, h.text) for h in page.hidden] == [("comment", "Do we have to say this?")]
    assert "Do we" not in text_of(out.getvalue())


def test_highlighted_and_coloured_words_are_marked() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 0)
        canvas.rect(118, 696, 40, 14, fill=1, stroke=0)
        canvas.setFillColor(black)
        canvas.drawString(72, 700, "Averse")
        canvas.drawString(120, 700, "Open")
        canvas.setFillColorRGB(0.8, 0, 0)
        canvas.drawString(170, 700, "Hungry")

    words = {
        w.text: w.highlighted
        for b in read(pdf(draw)).pages[0].blocks for line in b.lines for w in line.words
    }  # fmt: skip
    assert words == {"Averse": False, "Open": True, "Hungry": True}


def test_outline_and_labels_of_the_file() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.bookmarkPage(f"p{canvas.getPageNumber()}")
        canvas.addOutlineEntry(f"Item {canvas.getPageNumber()}", f"p{canvas.getPageNumber()}", 0)
        canvas.drawString(72, 500, "words of the item")

    document = read(pdf(draw, draw))
    assert [(o.title, o.page, o.depth) for o in document.outline] == [
        ("Item 1", 1, 1),
        ("Item 2", 2, 1),
    ]


def test_a_page_number_beside_other_words_of_the_footer_is_the_label() -> None:
    def page(number: int) -> Any:
        def draw(canvas: Canvas) -> None:
            lines(canvas, [f"Body of page {number} is its own."])
            canvas.drawString(72, 40, "Registered in England 31542")
            canvas.drawString(500, 40, str(number + 20))

        return draw

    document = read(pdf(*(page(n) for n in range(1, 4))))
    assert [page.label for page in document.pages] == ["21", "22", "23"]


def test_a_coloured_line_is_a_heading_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0.3, 0.8)
        canvas.drawString(72, 700, "Frequency of monitoring")
        canvas.setFillColor(black)
        lines(canvas, ["The number of checks varies with each patient and", "each month."], y=686)

    assert body(read(pdf(draw))) == [
        ("heading", "Frequency of monitoring"),
        ("paragraph", "The number of checks varies with each patient and each month."),
    ]
