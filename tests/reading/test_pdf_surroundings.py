"""What stands round a table or at a page's edge, and belongs to neither."""

from reportlab.pdfgen.canvas import Canvas

from tests.reading.pdfs import HEIGHT, body, grid, lines, pdf, read, ruled, tables

FIGURES = [["Waste", "10.5", "11.0"], ["Highways", "7.2", "7.0"], ["Libraries", "2.1", "2.2"]]
COLUMNS = (72, 250, 340)


def columns(canvas: Canvas, rows: list[list[str]], top: float = 140) -> None:
    for x, column in zip(COLUMNS, zip(*rows, strict=True), strict=True):
        lines(canvas, list(column), x=x, y=HEIGHT - top)


def test_a_caption_is_no_row_of_its_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, HEIGHT - 110, "Table 14.")
        canvas.drawString(130, HEIGHT - 110, "Spending on services of the council, in millions")
        canvas.drawString(130, HEIGHT - 124, "2023/24 and 2024/25")
        columns(canvas, [["Service", "2023/24", "2024/25"], *FIGURES])

    (table,) = tables(read(pdf(draw)))
    assert grid(table)[0] == ["Service", "2023/24", "2024/25"]


def test_names_that_span_columns_below_the_opening_line_are_the_header() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(72, HEIGHT - 112, 380, HEIGHT - 112)
        canvas.drawString(265, HEIGHT - 124, "Spending by year")
        columns(canvas, [["Service", "2023/24", "2024/25"], *FIGURES])
        canvas.line(72, HEIGHT - 144, 380, HEIGHT - 144)
        canvas.line(72, HEIGHT - 190, 380, HEIGHT - 190)

    (table,) = tables(read(pdf(draw)))
    assert (table.rows, table.header_rows) == (5, 2)
    assert "Spending by year" in grid(table)[0]


def test_prose_above_a_table_without_a_line_stays_prose() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, HEIGHT - 126, "What each service spends, in millions")
        columns(canvas, [["Service", "2023/24", "2024/25"], *FIGURES])

    assert [kind for kind, _ in body(read(pdf(draw)))] == ["paragraph", "table"]


def test_words_of_a_framed_chart_are_no_column_of_the_table_beside_it() -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["Topic", "Asked"], *([f"Topic {n}", str(n * 7)] for n in range(1, 7))],
              [110, 50], high=18)  # fmt: skip
        canvas.rect(270, HEIGHT - 250, 200, 130)
        for number in range(1, 7):
            canvas.drawString(290, HEIGHT - 125 - 20 * number, f"Topic {number}")
            canvas.drawString(360, HEIGHT - 125 - 20 * number, str(number * 7))

    found = tables(read(pdf(draw)))
    assert found[0].columns == 2


def test_tables_side_by_side_are_read_from_the_left() -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["Left", "N"], ["a", "1"], ["b", "2"]], [80, 40], x=72, top=126)
        ruled(canvas, [["Right", "N"], ["c", "3"], ["d", "4"]], [80, 40], x=300, top=122)

    assert [grid(table)[0][0] for table in tables(read(pdf(draw)))] == ["Left", "Right"]


def test_the_gap_of_a_double_line_is_no_row() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (120, 150, 155, 185):
            canvas.line(72, HEIGHT - y, 372, HEIGHT - y)
        for x in (72, 222, 372):
            canvas.line(x, HEIGHT - 120, x, HEIGHT - 185)
        for y, words in ((139, ["Situation", "Approach"]), (174, ["Need", "Benefits"])):
            canvas.drawString(80, HEIGHT - y, words[0])
            canvas.drawString(230, HEIGHT - y, words[1])

    (table,) = tables(read(pdf(draw)))
    assert grid(table) == [["Situation", "Approach"], ["Need", "Benefits"]]


def test_times_from_and_to_are_one_cell() -> None:
    def draw(canvas: Canvas) -> None:
        rows = [["1)", "11.00 - 11.10", "Minutes"], ["2)", "11.10 - 11.30", "The code"],
                ["3)", "11.30 - 11.45", "Update"], ["4)", "11.45 - 12.00", "AOB"]]  # fmt: skip
        for x, column in zip((72, 100, 250), zip(*rows, strict=True), strict=True):
            lines(canvas, list(column), x=x)

    cells = [cell.text for table in tables(read(pdf(draw))) for cell in table.cells]
    assert not cells or "11.00 - 11.10" in cells


def test_a_year_that_a_note_ends_with_is_no_page_number() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["The paper's words."])
        canvas.setFont("Helvetica", 9)
        canvas.drawString(
            72, 70, "41 Evidence from the regulator on growth in the sector, 22 March"
        )
        canvas.drawString(86, 60, "2023")

    page = read(pdf(draw)).pages[0]
    assert page.label is None
    assert "2023" in " ".join(block.text for block in page.blocks if block.kind != "footer")


def test_a_chapter_and_its_page_are_the_label() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["The paper's words."])
        canvas.drawString(290, 40, "5-17")

    assert read(pdf(draw)).pages[0].label == "5-17"


def test_what_stands_below_prose_is_no_running_line() -> None:
    def draw(number: int, name: str) -> object:
        def page(canvas: Canvas) -> None:
            canvas.drawString(
                72, HEIGHT - 40, f"Table {number} gives the numbers of pupils of {name} schools"
            )
            canvas.drawString(200, HEIGHT - 60, "Current spending")
            lines(canvas, ["The paper's words."])

        return page

    document = read(pdf(draw(19, "infant"), draw(20, "junior")))  # type: ignore[arg-type]
    assert "Current spending" in " ".join(text for _, text in body(document))
