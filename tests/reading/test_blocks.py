"""Lines become blocks: what goes on in one, and where the next begins."""

from reportlab.pdfgen.canvas import Canvas

from tests.reading.pdfs import HEIGHT, body, pdf, read

FULL = "This line of prose is as long as the column, so that the line below it is part of it too"


def texts(*draw: object) -> list[tuple[str, str]]:
    return body(read(pdf(*draw)))  # type: ignore[arg-type]


def rows(canvas: Canvas, entries: list[tuple[float, str]], step: float = 14) -> None:
    for number, (x, text) in enumerate(entries):
        canvas.drawString(x, HEIGHT - 120 - number * step, text)


def test_a_bullet_far_from_its_words_keeps_their_second_line() -> None:
    def draw(canvas: Canvas) -> None:
        y = HEIGHT - 120
        for n, (mark, text) in enumerate(
            [("\u2022", "reduce the waits of people who need"), ("", "a bed on a ward"),
             ("\u2022", "open the new theatre")]
        ):  # fmt: skip
            canvas.drawString(90, y - 14 * n, mark)
            canvas.drawString(118, y - 14 * n, text)

    assert texts(draw) == [
        ("list_item", "\u2022 reduce the waits of people who need a bed on a ward"),
        ("list_item", "\u2022 open the new theatre"),
    ]


def test_an_amount_that_stands_off_keeps_the_lines_beneath_its_words() -> None:
    def draw(canvas: Canvas) -> None:
        y = HEIGHT - 120
        for n, (left, right) in enumerate(
            [("\u00a312.6m", "Estimated net impact on the budget of changes in"),
             ("", "the use of reserves"), ("\u00a340.7m", "Net increases as announced")]
        ):  # fmt: skip
            canvas.drawString(72, y - 14 * n, left)
            canvas.drawString(160, y - 14 * n, right)

    assert [text for _, text in texts(draw)] == [
        "\u00a312.6m Estimated net impact on the budget of changes in the use of reserves",
        "\u00a340.7m Net increases as announced",
    ]


def test_the_lines_of_a_wrapped_heading_are_one_though_they_stand_apart() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, [(72, FULL), (72, FULL), (72, FULL), (72, FULL), (72, FULL), (72, "the end.")])
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(72, HEIGHT - 240, "4. What did the people who use our services tell us, "
                                            "and what we have changed")  # fmt: skip
        canvas.drawString(72, HEIGHT - 258, "since then")

    assert texts(draw)[-1] == (
        "heading",
        "4. What did the people who use our services tell us, and what we have changed since then",
    )


def test_two_short_headings_stay_two() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, [(72, FULL)] * 6)
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(72, HEIGHT - 240, "Members")
        canvas.drawString(72, HEIGHT - 262, "Declarations of interest")

    assert texts(draw)[-2:] == [("heading", "Members"), ("heading", "Declarations of interest")]


def test_a_paragraph_left_of_the_list_above_begins_a_block() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, [(72, FULL), (108, "\u2022 support people through modern"),
                      (118, "services"), (72, "Openness drives efficiency")])  # fmt: skip

    assert [kind for kind, _ in texts(draw)] == ["paragraph", "list_item", "paragraph"]


def test_double_spaced_entries_are_blocks_of_their_own() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(8):
            canvas.drawString(72, HEIGHT - 120 - 36 * number, f"Entry {number} by its author")
            canvas.drawString(72, HEIGHT - 134 - 36 * number, "A house of books, 2014")

    assert len(texts(draw)) == 8


def test_a_dash_that_wraps_opens_no_list() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, [(72, FULL), (72, FULL[:-9] + "aged 18"),
                      (72, "\u2013 25, who need longer to train")])  # fmt: skip

    assert len(texts(draw)) == 1


def test_dashes_below_a_colon_open_a_list() -> None:
    def draw(canvas: Canvas) -> None:
        rows(
            canvas, [(72, FULL[:-9] + "these:"), (72, "\u2013 wait less"), (72, "\u2013 pay less")]
        )

    assert [kind for kind, _ in texts(draw)] == ["paragraph", "list_item", "list_item"]


def test_notes_names_and_contents_are_no_headings() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, [(72, FULL)] * 5)
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(72, HEIGHT - 230, "(Olivia Burman)")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, HEIGHT - 260, "4. Alternative titles " + "." * 40 + " 16")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, HEIGHT - 300, "35")
        canvas.drawString(100, HEIGHT - 300, "Evidence from the Royal Society")

    assert "heading" not in [kind for kind, _ in texts(draw)]
