"""Ticks, boxes and bullets that are drawn or pictured, outside tables and within; charts."""

import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.colors import blue, green, red
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.reading.pdfs import HEIGHT, body, lines, pdf, read, ruled, tables

Y = HEIGHT - 200
Put = Callable[[Canvas, float, float], None]


def stroke(*points: tuple[float, float]) -> Put:
    def put(canvas: Canvas, x: float, y: float) -> None:
        path = canvas.beginPath()
        path.moveTo(x + points[0][0], y + points[0][1])
        for dx, dy in points[1:]:
            path.lineTo(x + dx, y + dy)
        canvas.drawPath(path, stroke=1, fill=0)

    return put


def square(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x, y, 10, 10)


def cross(canvas: Canvas, x: float, y: float) -> None:
    canvas.line(x + 1, y + 1, x + 9, y + 9)
    canvas.line(x + 1, y + 9, x + 9, y + 1)


def tick(canvas: Canvas, x: float, y: float) -> None:
    stroke((1, 5), (4, 1), (11, 10))(canvas, x, y)


def filled_tick(canvas: Canvas, x: float, y: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x, y + 5)
    for dx, dy in ((4, 0), (12, 11), (10, 12), (4, 3), (1.5, 6)):
        path.lineTo(x + dx, y + dy)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def letter(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x + 1.5, y + 1, "X")


def dot(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x + 2, y + 2, 6, 6, stroke=0, fill=1)


def icon(kind: str) -> Put:
    image = Image.new("RGB", (40, 40), "white")
    pen = ImageDraw.Draw(image)
    if "box" in kind:
        pen.rectangle((2, 2, 37, 37), outline="black", width=3)
    if "tick" in kind:
        pen.line([(8, 20), (17, 32), (34, 6)], fill="green", width=5)
    if "dot" in kind:
        pen.ellipse((8, 8, 32, 32), fill="black")
    return lambda canvas, x, y: canvas.drawImage(ImageReader(image), x, y, 10, 10)  # type: ignore[no-any-return]


def both(*puts: Put) -> Put:
    def put(canvas: Canvas, x: float, y: float) -> None:
        for one in puts:
            one(canvas, x, y)

    return put


@pytest.mark.parametrize(
    "ticked",
    [both(square, tick), both(square, cross), both(square, letter), both(square, dot),
     both(square, filled_tick), icon("box and tick")],
)  # fmt: skip
@pytest.mark.parametrize("empty", [square, icon("box")])
def test_boxes_before_options_are_ticked_or_not(ticked: Put, empty: Put) -> None:
    def draw(canvas: Canvas) -> None:
        for x, text, put in ((72, "Approval", empty), (170, "Assurance", ticked),
                             (270, "Information", empty)):  # fmt: skip
            put(canvas, x, Y)
            canvas.drawString(x + 16, Y + 1, text)

    assert [text for _, text in body(read(pdf(draw)))] == [
        "\u2610 Approval \u2713 Assurance \u2610 Information"
    ]


@pytest.mark.parametrize("put", [tick, filled_tick, icon("tick")])
def test_a_tick_drawn_behind_an_option_is_read(put: Put) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, Y, "Decision")
        canvas.drawString(172, Y, "Assurance")
        put(canvas, 230, Y)

    assert body(read(pdf(draw)))[0][1] == "Decision Assurance \u2713"


def arrow(canvas: Canvas, x: float, y: float) -> None:
    stroke((0, 5), (10, 5), (6, 9))(canvas, x, y)


def vee(canvas: Canvas, x: float, y: float) -> None:
    stroke((0, 10), (5, 0), (10, 10))(canvas, x, y)


def circle(canvas: Canvas, x: float, y: float) -> None:
    canvas.circle(x + 5, y + 5, 4, fill=1)


@pytest.mark.parametrize("put", [arrow, vee, circle, icon("dot"), stroke((0, 0), (10, 10))])
def test_other_shapes_are_no_ticks(put: Put) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(90, Y, "Decision of the Board")
        put(canvas, 72, Y)

    assert "\u2713" not in body(read(pdf(draw)))[0][1]


def test_pictures_that_open_lines_are_bullets() -> None:
    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(["wait less", "pay less", "travel less"]):
            icon("dot")(canvas, 72, Y - 16 * number)
            canvas.drawString(90, Y - 16 * number, text)

    assert body(read(pdf(draw))) == [
        ("list_item", "\u2022 wait less"),
        ("list_item", "\u2022 pay less"),
        ("list_item", "\u2022 travel less"),
    ]


def test_one_picture_before_a_line_is_a_picture() -> None:
    def draw(canvas: Canvas) -> None:
        icon("dot")(canvas, 72, Y)
        canvas.drawString(90, Y, "Call us")

    assert body(read(pdf(draw))) == [("paragraph", "Call us")]


def test_an_empty_box_in_a_cell_is_no_tick() -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["Aim", "Met"], ["Wait less", ""], ["Pay less", ""]], [200, 60])
        both(square, tick)(canvas, 300, HEIGHT - 120 - 42)
        square(canvas, 300, HEIGHT - 120 - 66)

    (table,) = tables(read(pdf(draw)))
    assert [cell.tick for cell in table.cells if cell.column == 1] == [None, "ticked", "not_ticked"]


def test_a_grid_of_squares_is_no_row_of_boxes() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, Y, "Heat")
        for k in range(5):
            canvas.rect(110 + 10 * k, Y, 10, 10)

    assert body(read(pdf(draw)))[0][1] == "Heat"


def bars(canvas: Canvas) -> None:
    lines(canvas, ["Spending by service is shown in the chart, in millions."])
    for number, (name, long) in enumerate(
        [("Waste", 150), ("Roads", 90), ("Parks", 40), ("Art", 20)]
    ):
        canvas.setFillColor(blue)
        canvas.rect(150, Y - 22 * number, long, 12, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(80, Y - 22 * number + 2, name)
        canvas.drawString(152 + long, Y - 22 * number + 2, str(long))
    for number in range(4):
        canvas.drawString(150 + 50 * number, Y - 100, str(50 * number))


def pie(canvas: Canvas) -> None:
    for start, colour in ((0, red), (120, green), (240, blue)):
        canvas.setFillColor(colour)
        canvas.wedge(150, Y - 100, 250, Y, start, 120, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    for x, y, text in ((120, -20, "Waste"), (260, -20, "Roads"), (120, -33, "21%"),
                       (260, -33, "35%"), (120, -60, "Parks"), (260, -60, "Art"),
                       (120, -73, "30%"), (260, -73, "14%")):  # fmt: skip
        canvas.drawString(x, Y + y, text)


def curve(canvas: Canvas) -> None:
    for number in range(5):
        canvas.line(100, Y - 25 * number, 400, Y - 25 * number)
        canvas.line(100 + 75 * number, Y, 100 + 75 * number, Y - 100)
        canvas.drawString(80, Y - 25 * number, str(40 - 10 * number))
        canvas.drawString(105 + 75 * number, Y - 14, str(2020 + number))
        canvas.drawString(105 + 75 * number, Y - 39, f"{number}.5")
    stroke((0, -90), (75, -40), (150, -70), (225, -20), (300, -5))(canvas, 100, Y)
    stroke((0, -80), (75, -60), (150, -40), (225, -50), (300, -25))(canvas, 100, Y)


@pytest.mark.parametrize("chart", [bars, pie, curve])
def test_the_labels_of_a_chart_are_no_table(chart: Callable[[Canvas], None]) -> None:
    document = read(pdf(chart))
    assert tables(document) == []
    assert "2020" in str(body(document)) or "Waste" in str(body(document))


def test_a_table_with_a_logo_beside_it_and_coloured_cells_is_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        for number, colour in enumerate((red, green, red)):
            canvas.setFillColor(colour)
            canvas.rect(272, HEIGHT - 120 - 24 * (number + 2), 60, 24, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        ruled(canvas, [["Risk", "RAG"], ["Flood", ""], ["Fraud", ""], ["Fire", ""]], [200, 60])
        canvas.circle(450, HEIGHT - 60, 30)
        canvas.ellipse(480, HEIGHT - 90, 540, HEIGHT - 40)

    (table,) = tables(read(pdf(draw)))
    assert table.rows == 4


def test_a_table_with_ticks_drawn_in_many_cells_is_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        rows = [["Aim", "A", "B"], *([f"Aim {n}", "", ""] for n in range(5))]
        ruled(canvas, rows, [150, 60, 60])
        for number in range(5):
            tick(canvas, 240 + 60 * (number % 2), HEIGHT - 120 - 24 * (number + 2) + 6)

    (table,) = tables(read(pdf(draw)))
    assert sum(cell.tick == "ticked" for cell in table.cells) == 5


def test_a_picture_that_cannot_be_shown_is_nothing() -> None:
    image = Image.new("1", (1, 1), 0)
    out = io.BytesIO()
    image.save(out, "PNG")

    def draw(canvas: Canvas) -> None:
        canvas.drawString(90, Y, "Words")
        canvas.drawImage(ImageReader(io.BytesIO(out.getvalue())), 72, Y, 10, 10)

    assert body(read(pdf(draw))) == [("paragraph", "Words")]
