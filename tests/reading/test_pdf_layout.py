"""Columns of unequal length, tables in them, the foot of a page, figures in sentences."""

from reportlab.pdfgen.canvas import Canvas

from tests.reading.pdfs import HEIGHT, blocks, body, grid, lines, pdf, read, ruled, tables

LEFT = [
    "The Board keeps two hundred and four", "miles of water and eleven stations that",
    "it must be able to run at any hour. It", "looked at risk in the spring and said",
    "that it was cautious in all that it did.", "The auditor thought that one word was",
    "of little help to those who have to act", "upon it in the dark and in the rain. So",
    "a working party met three times and this", "is the statement that it has drawn up.",
]  # fmt: skip
RIGHT = [
    "Annex A has been withheld since it tells", "what the tenants bid for the land and",
    "would harm them if it were to be known.", "The test of the public interest is kept",
    "with the file and was met in the winter.",
]  # fmt: skip


def test_a_short_second_column_whose_lines_are_not_level() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, LEFT, x=60, y=HEIGHT - 100, step=15)
        lines(canvas, RIGHT, x=320, y=HEIGHT - 107, step=16.5)

    text = " ".join(text for _, text in body(read(pdf(draw))))
    assert text == " ".join([*LEFT, *RIGHT])


def test_a_table_in_one_column_leaves_the_columns_whole() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, LEFT[:5], x=60, y=HEIGHT - 100, step=15)
        rows = [["Risk", "Now"], ["Tram fleet", "15"], ["Ransomware", "20"]]
        ruled(canvas, rows, [150, 60], top=190, x=60)
        canvas.setFont("Helvetica", 11)
        lines(canvas, LEFT[5:], x=60, y=HEIGHT - 330, step=15)
        lines(canvas, RIGHT, x=320, y=HEIGHT - 107, step=16.5)

    found = body(read(pdf(draw)))
    assert [kind for kind, _ in found] == ["paragraph", "table", "paragraph", "paragraph"]
    assert found[2][1].startswith("The auditor thought")
    assert found[3][1] == " ".join(RIGHT)


def test_labels_beside_values_are_no_columns() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["Title", "Author", "Lead", "For", "Item"], x=60, step=15)
        lines(canvas, ["Winter plan", "Jo Marsh", "A Other", "Noting", "9"], x=320, step=15)

    text = " ".join(text for _, text in body(read(pdf(draw))))
    assert text.startswith("Title Winter plan")


def test_the_foot_of_a_page_without_neighbours() -> None:
    def draw(canvas: Canvas, foot: str, size: float, x: float | None) -> None:
        lines(canvas, LEFT, x=60)
        canvas.setFont("Helvetica", size)
        if x is None:
            canvas.drawCentredString((60 + 262) / 2, 40, foot)
        else:
            canvas.drawString(x, 40, foot)

    for foot, size, x, kind in (
        ("Estuary NHS Foundation Trust | Safety Committee | 1", 11, 60, "footer"),
        ("CFA/24/33 - 1", 11, 60, "footer"),
        ("Tudalen 1 o 3", 11, 60, "footer"),
        ("Port Health Authority", 8, None, "footer"),
        ("Seen by the Committee in May", 11, 60, "paragraph"),
        ("1 See the note to the accounts", 8, 60, "paragraph"),
    ):
        document = read(pdf(lambda c, f=foot, s=size, p=x: draw(c, f, s, p)))
        assert [b.text for b in blocks(document, kind)][-1:] == [foot], foot


def test_a_figure_that_begins_a_line_of_its_sentence_is_no_marker() -> None:
    for last, first in (
        ("affect the course of justice, and their names under regulation", "13. We agree."),
        ("figure of five. Healthy life expectancy at the age of 65 is now", "11.4 years for men."),
        ("hospital is scored 25 (5 x 5) at first, 20 (4 x 5) now, 10 (2 x", "5) as a target."),
    ):

        def draw(canvas: Canvas, a: str = last, b: str = first) -> None:
            lines(canvas, ["The first line of it is long enough to show how wide a line is.", a, b])

        assert [kind for kind, _ in body(read(pdf(draw)))] == ["paragraph"]


def test_numbered_items_follow_each_other_however_they_end() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["1. Replace the weedscreen at Tydd Gate", "2. Survey 70 km by drone",
                       "3. Bring down the use of fuel by 12 per cent"])  # fmt: skip

    assert [b.marker for b in blocks(read(pdf(draw)), "list_item")] == ["1.", "2.", "3."]


def test_a_numbered_heading_keeps_its_kind_where_text_follows() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["3. Works"])
        lines(canvas, LEFT[:4], y=HEIGHT - 125)
        lines(canvas, ["4. Land"], y=HEIGHT - 205)
        lines(canvas, LEFT[4:8], y=HEIGHT - 230)

    assert [b.text for b in blocks(read(pdf(draw)), "heading")] == ["3. Works", "4. Land"]


def cut_table(canvas: Canvas) -> None:
    """Draw a table whose last row the page's foot cuts: no line closes it."""
    rows = [["Risk", "What we say", "Open"], ["Fire", "We take none.", ""]]
    ruled(canvas, rows, [80, 240, 60], top=HEIGHT - 120)
    for x in (72, 152, 392, 452):
        canvas.line(x, 72, x, 40)
    canvas.drawString(76, 60, "Operators")
    canvas.drawString(156, 60, "None is put at risk to save money, and lone work is")
    canvas.drawString(400, 60, "X")


def test_a_row_that_the_foot_of_the_page_cuts() -> None:
    def second(canvas: Canvas) -> None:
        ruled(canvas, [["Risk", "What we say", "Open"], ["", "allowed only with the alarm.", ""],
                       ["Flood", "We plan for it.", ""]], [80, 240, 60], top=60)  # fmt: skip

    (table,) = tables(read(pdf(cut_table, second)))
    assert grid(table)[2:] == [
        ["Operators",
         "None is put at risk to save money, and lone work is allowed only with the alarm.", "X"],
        ["Flood", "We plan for it.", ""],
    ]  # fmt: skip
    assert table.continued_rows == (2,)


def test_a_card_of_bold_names_goes_on_over_the_page() -> None:
    def card(canvas: Canvas, rows: list[list[str]], top: float) -> None:
        ruled(canvas, rows, [120, 120, 120], top=top, bold_head=False)

    def bold(canvas: Canvas, names: list[str], top: float) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        for n, name in enumerate(names):
            canvas.drawString(76, HEIGHT - top - 24 * n - 11, name)

    def first(canvas: Canvas) -> None:
        top = HEIGHT - 110
        card(canvas, [["", "Backlog", "Deficit"], ["", "Open", "Cautious"]], top)
        bold(canvas, ["Risk", "Appetite"], top)
        canvas.drawString(196, HEIGHT - top - 11, "Backlog")
        canvas.drawString(316, HEIGHT - top - 11, "Deficit")

    def second(canvas: Canvas) -> None:
        card(canvas, [["", "Seek", "Minimal"], ["", "Nurse", "Treasurer"]], 50)
        bold(canvas, ["Tolerance", "Owner"], 50)

    (table,) = tables(read(pdf(first, second)))
    assert [row[0] for row in grid(table)] == ["Risk", "Appetite", "Tolerance", "Owner"]


def test_a_word_that_a_narrow_cell_has_torn() -> None:
    def draw(canvas: Canvas, head: str, wide: float) -> None:
        ruled(canvas, [["Risk", head], ["Theft of plant", "8"]], [100, wide], high=30)

    for head, wide, expected in (
        ("Inheren\nt score", 46, "Inherent score"),
        ("Residual\nscore", 50, "Residual score"),
        ("Chief\nof staff", 34, "Chief of staff"),
        ("Inheren\nt score", 90, "Inheren t score"),
    ):
        (table,) = tables(read(pdf(lambda c, h=head, w=wide: draw(c, h, w))))
        assert grid(table)[0][1] == expected
