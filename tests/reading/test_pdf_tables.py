"""Tables of PDF pages: ruled, half ruled, unruled, over pages; ticks drawn in cells."""

from typing import Any

from PIL import Image
from reportlab.lib.colors import lightgrey
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from papersearch.reading.document import Table
from tests.reading.pdfs import HEIGHT, body, grid, lines, pdf, read, ruled, tables

RISKS = [
    ["Risk", "Appetite", "Impact"],
    ["Workforce\nSupply", "Cautious", "Moving\nTowards"],
    ["Change", "Open", "Away"],
]


def only(data: bytes) -> Table:
    (table,) = tables(read(data))
    return table


def test_a_ruled_table_with_cells_of_several_lines() -> None:
    table = only(pdf(lambda canvas: ruled(canvas, RISKS, [150, 100, 100], high=30)))
    assert grid(table) == [
        ["Risk", "Appetite", "Impact"],
        ["Workforce Supply", "Cautious", "Moving Towards"],
        ["Change", "Open", "Away"],
    ]
    assert table.header_rows == 1
    cell = table.cell(1, 0)
    assert cell is not None
    assert [line.text for line in cell.lines] == ["Workforce", "Supply"]


def test_words_stand_in_the_table_or_beside_it_and_never_twice() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["Before the table."], y=HEIGHT - 90)
        ruled(canvas, RISKS, [150, 100, 100], high=30)
        lines(canvas, ["After the table."], y=HEIGHT - 260)

    kinds = body(read(pdf(draw)))
    assert [kind for kind, _ in kinds] == ["paragraph", "table", "paragraph"]
    everything = " ".join(text for _, text in kinds).split()
    assert everything.count("Cautious") == everything.count("Before") == 1


def test_merged_cells() -> None:
    def draw(canvas: Canvas) -> None:
        y = HEIGHT - 120
        for k in (0, 24, 48):
            canvas.line(72, y - k, 372, y - k)
        canvas.line(72, y, 72, y - 48)
        canvas.line(372, y, 372, y - 48)
        for x in (172, 272):
            canvas.line(x, y - 24, x, y - 48)
        canvas.drawString(76, y - 15, "Risk and appetite")
        for x, text in ((76, "Change"), (176, "Open"), (276, "Away")):
            canvas.drawString(x, y - 39, text)

    table = only(pdf(draw))
    assert (table.rows, table.columns) == (2, 3)
    top = table.cell(0, 0)
    assert top is not None
    assert top.column_span == 3


def test_a_half_ruled_table() -> None:
    def draw(canvas: Canvas) -> None:
        y = HEIGHT - 120
        for k in (0, 20, 80):
            canvas.line(72, y - k, 400, y - k)
        rows = [["Service", "Budget", "Spend"], ["Waste", "10.5", "11.0"],
                ["Highways and lighting", "7.2", "7.0"], ["Total", "17.7", "18.0"]]  # fmt: skip
        for r, row in enumerate(rows):
            for x, text in zip((76, 250, 340), row, strict=True):
                canvas.drawString(x, y - 14 - 18 * r, text)

    table = only(pdf(draw))
    assert grid(table)[0] == ["Service", "Budget", "Spend"]
    assert grid(table)[2] == ["Highways and lighting", "7.2", "7.0"]
    assert (table.rows, table.header_rows) == (4, 1)


def test_an_unruled_table_of_figures() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["Spending is set out below and was agreed by the Board in May."])
        rows = [["Service", "2023/24", "2024/25"], ["Waste", "10.5", "11.0"],
                ["Highways", "7.2", "7.0"], ["Libraries", "2.1", "2.2"]]  # fmt: skip
        for x, column in zip((72, 250, 340), zip(*rows, strict=True), strict=True):
            lines(canvas, list(column), x=x, y=HEIGHT - 140)
        lines(canvas, ["Officers will bring a further report on the figures in the autumn."],
              y=HEIGHT - 230)  # fmt: skip

    data = pdf(draw)
    assert grid(only(data))[1:] == [
        ["Waste", "10.5", "11.0"],
        ["Highways", "7.2", "7.0"],
        ["Libraries", "2.1", "2.2"],
    ]
    assert [kind for kind, _ in body(read(data))] == ["paragraph", "table", "paragraph"]


def test_thousands_parted_by_spaces_are_one_figure() -> None:
    def draw(canvas: Canvas) -> None:
        rows = [["Area", "Visits", "Loans"], ["North", "15 455", "13 951"],
                ["South", "35 190", "44 307"], ["West", "20 527", "20 922"]]  # fmt: skip
        for x, column in zip((72, 250, 340), zip(*rows, strict=True), strict=True):
            lines(canvas, list(column), x=x)

    assert grid(only(pdf(draw)))[1] == ["North", "15 455", "13 951"]


def test_prose_lists_and_contents_are_no_tables() -> None:
    def prose(canvas: Canvas) -> None:
        lines(canvas, [f"The Committee received report {n} and noted it." for n in range(9)])

    def listed(canvas: Canvas) -> None:
        for n in range(6):
            canvas.drawString(72, 700 - 20 * n, f"{n + 1}.")
            canvas.drawString(110, 700 - 20 * n, "An item of the list that says a thing")

    def contents(canvas: Canvas) -> None:
        for n, title in enumerate(("Introduction", "Background", "Risk", "Finance", "Legal")):
            canvas.drawString(72, 700 - 20 * n, title + " " + "." * 60)
            canvas.drawString(450, 700 - 20 * n, str(3 * n + 1))

    def form(canvas: Canvas) -> None:
        lines(canvas, ["Title:", "Author:", "Date:", "Purpose:"], x=72)
        lines(canvas, ["Finance report", "J Bloggs", "1 May 2024", "For approval"], x=220)

    for draw in (prose, listed, contents, form):
        assert tables(read(pdf(draw))) == [], draw.__name__


def over_pages(first: list[list[str]], second: list[list[str]], head: bool = True) -> Table:
    def one(canvas: Canvas) -> None:
        ruled(canvas, first, [150, 180, 100], top=842 - 60 - 40 * len(first), high=40)

    def two(canvas: Canvas) -> None:
        ruled(canvas, second, [150, 180, 100], top=70, high=40, bold_head=head)

    document = read(pdf(one, two))
    (table,) = tables(document)
    assert (table.page, table.last_page) == (1, 2)
    return table


def test_a_table_goes_on_over_the_page_and_drops_the_repeated_header() -> None:
    table = over_pages(
        [["Risk", "Statement", "Appetite"], ["Change", "We will change.", "Open"]],
        [["Risk", "Statement", "Appetite"], ["Clinical", "We will be safe.", "Averse"]],
    )
    assert grid(table) == [
        ["Risk", "Statement", "Appetite"],
        ["Change", "We will change.", "Open"],
        ["Clinical", "We will be safe.", "Averse"],
    ]
    assert [table.cell(row, 0).page for row in range(3)] == [1, 1, 2]  # type: ignore[union-attr]


def test_a_row_broken_in_the_middle_of_a_cell_is_one_row() -> None:
    table = over_pages(
        [["Risk", "Statement", "Appetite"],
         ["Change", "We will deliver change with no", "Cautious"]],
        [["", "significant adverse impacts.", ""], ["Clinical", "We will be safe.", "Averse"]],
        head=False,
    )  # fmt: skip
    assert grid(table)[1] == [
        "Change", "We will deliver change with no significant adverse impacts.", "Cautious",
    ]  # fmt: skip
    assert table.rows == 3
    assert table.continued_rows == (1,)
    cell = table.cell(1, 1)
    assert cell is not None
    assert [line.page for line in cell.lines] == [1, 2]


def test_two_tables_with_other_names_stay_two() -> None:
    def one(canvas: Canvas) -> None:
        ruled(canvas, [["Risk", "Owner"], ["Flood", "Estates"]], [150, 180], top=700)

    def two(canvas: Canvas) -> None:
        ruled(canvas, [["Action", "Due"], ["Write plan", "May"]], [150, 180], top=70)

    assert len(tables(read(pdf(one, two)))) == 2


def ticked_table(mark: Any) -> list[list[str | None]]:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["Commitment", "Supports"], ["Staff retention", ""], ["Waits", ""]],
              [200, 80], high=24)  # fmt: skip
        mark(canvas, 72 + 200 + 32, HEIGHT - 120 - 24 - 18)

    table = only(pdf(draw))
    return [[cell.tick if cell else None for cell in row] for row in table.grid()]


EXPECTED = [[None, None], [None, "ticked"], [None, None]]


def test_a_tick_drawn_as_a_path() -> None:
    def mark(canvas: Canvas, x: float, y: float) -> None:
        path = canvas.beginPath()
        path.moveTo(x, y + 5)
        path.lineTo(x + 4, y)
        path.lineTo(x + 12, y + 12)
        canvas.drawPath(path, stroke=1, fill=0)

    assert ticked_table(mark) == EXPECTED


def test_a_tick_that_is_a_small_picture() -> None:
    picture = ImageReader(Image.new("RGB", (12, 12), "green"))
    assert ticked_table(lambda c, x, y: c.drawImage(picture, x, y, 12, 12)) == EXPECTED


def test_a_letter_x_alone_in_a_cell_is_a_tick() -> None:
    assert ticked_table(lambda c, x, y: c.drawString(x, y + 2, "X")) == EXPECTED


def test_a_form_field_in_a_cell_is_its_tick() -> None:
    def mark(canvas: Canvas, x: float, y: float) -> None:
        canvas.acroForm.checkbox(name="a", x=x, y=y, size=12, checked=True)

    assert ticked_table(mark) == EXPECTED


def test_shaded_cells_are_told() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(lightgrey)
        canvas.rect(172, HEIGHT - 120 - 48, 100, 24, fill=1, stroke=0)
        canvas.setFillColorRGB(0, 0, 0)
        ruled(canvas, [["Averse", "Cautious", "Open"], ["no", "yes", "no"]], [100, 100, 100])

    table = only(pdf(draw))
    assert [[c.shaded if c else None for c in row] for row in table.grid()][1] == [
        False, True, False,
    ]  # fmt: skip


def test_names_that_run_upwards_stand_in_their_cells() -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["Item", ""], ["Labels", "35"]], [150, 40], high=60)
        canvas.saveState()
        canvas.translate(72 + 150 + 22, HEIGHT - 120 - 56)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Unit price")
        canvas.restoreState()

    document = read(pdf(draw))
    (table,) = tables(document)
    assert grid(table) == [["Item", "Unit price"], ["Labels", "35"]]
    assert [kind for kind, _ in body(document)] == ["table"]


def test_columns_beside_a_grid_belong_to_it() -> None:
    def draw(canvas: Canvas) -> None:
        figures = [["2024", "2025"], ["10.1", "11.0"], ["7.2", "7.0"], ["2.1", "2.2"], ["9", "8"]]
        ruled(canvas, figures, [80, 80], x=250, high=20)
        names = ["Service", "Waste", "Highways", "Libraries", "Parks"]
        for number, name in enumerate(names):
            canvas.drawString(90, HEIGHT - 120 - 20 * number - 11, name)

    assert grid(only(pdf(draw)))[1:3] == [["Waste", "10.1", "11.0"], ["Highways", "7.2", "7.0"]]


def test_a_form_row_of_label_and_value_is_a_table() -> None:
    data = pdf(lambda canvas: ruled(canvas, [["FOI status", "May be published"]], [120, 250]))
    assert grid(only(data)) == [["FOI status", "May be published"]]


def test_rows_shaded_whole_are_cut_into_their_columns() -> None:
    def draw(canvas: Canvas) -> None:
        y = HEIGHT - 120
        rows = [["Country", "2023", "2024"], ["France", "10", "11"], ["Spain", "7", "8"],
                ["Italy", "5", "6"], ["Malta", "1", "2"]]  # fmt: skip
        for k in range(6):
            canvas.line(72, y - 20 * k, 372, y - 20 * k)
        for x in (72, 372):
            canvas.line(x, y, x, y - 100)
        for x in (172, 272):
            canvas.line(x, y, x, y - 20)
        for r, row in enumerate(rows):
            for x, text in zip((80, 180, 280), row, strict=True):
                canvas.drawString(x, y - 14 - 20 * r, text)

    assert grid(only(pdf(draw)))[1] == ["France", "10", "11"]


def test_a_row_of_an_action_and_how_it_stands_is_a_table() -> None:
    action = "Advise all members of the group when they need\nto log into the space for requests"
    data = pdf(lambda canvas: ruled(canvas, [[action, "Ongoing"]], [300, 80], high=30))
    assert grid(only(data)) == [[action.replace("\n", " "), "Ongoing"]]


def test_a_frame_parted_by_a_line_is_no_table() -> None:
    words = "The Board heard how the service had done in the year,\nand what it meant to do next."
    data = pdf(lambda canvas: ruled(canvas, [[words, words]], [300, 300], high=30, x=20))
    assert tables(read(data)) == []
