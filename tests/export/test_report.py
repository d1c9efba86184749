"""The report: one HTML file, safe, the same every time, with pictures; and its chart."""

import base64
import io
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from papersearch.errors import ReadError
from papersearch.export import Column, Sheet
from papersearch.export.chart import Chart, Mark, Panel, document, in_words, svg
from papersearch.export.picture import Picture, Wanted, draw_file
from papersearch.export.report import Entry, FileRow, Report, html
from papersearch.reading.guard import Guard

HOSTILE = '<script>alert(1)</script> "x" \' & \x1b[31m \u202egnp <img src=http://x/y.png>'
VOID = {"meta", "img", "br", "hr", "input", "link"}


class Checker(HTMLParser):
    """Notes what a page holds; fails on tags that are not closed in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if found.get("href"):
            self.hrefs.append(str(found["href"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(text: str) -> Checker:
    checker = Checker()
    checker.feed(text)
    assert checker.open == []
    return checker


def picture() -> Picture:
    data = io.BytesIO()
    Image.new("RGB", (4, 3), "white").save(data, "PNG")
    return Picture(png=data.getvalue(), page=2, width=4, height=3)


def entry(quote: str, page: int = 2, **more: object) -> Entry:
    return Entry(
        paper_id="p1", title="Plan", organisation="Wold Vale NHS Trust",
        meeting_date="2023-11-30", file="2023/plan.pdf", page=page, label="7", quote=quote,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


CHART = Chart(
    title="Appetite of Wold Vale",
    panels=(
        Panel(
            name="Workforce Risk", scale="hmt-2020",
            levels=("averse", "minimal", "cautious", "open", "eager"),
            marks=(
                Mark(day="2021-09-30", low=3, high=3, words="Cautious"),
                Mark(day="2023-01-26", low=4, high=4, words="Open", changed=True),
                Mark(day="2024-01-25", low=4, high=5, words="Open to Eager", changed=True),
            ),
        ),
    ),
)  # fmt: skip


def report(words: str = "We will keep people safe.") -> Report:
    columns = (
        Column("organisation"), Column("meeting_date", "date"), Column("appetite"),
        Column("statement", "long"), Column("file"), Column("page", "number"), Column("quote"),
        Column("paper_id"),
    )  # fmt: skip
    long = f"{words} " * 6
    rows = tuple(
        ("Wold Vale", f"202{n}-11-30", words, long, "2023/plan.pdf", 2, words, "p1") for n in (2, 3)
    )
    return Report(
        title=f"Risk appetite: {words}",
        command=f"papersearch appetite {words}",
        facts=(("papersearch", "0.1"), ("Archive", "abcd")),
        population="2 papers looked at, 2 with an entry.",
        sheets=(Sheet(name="appetite", columns=columns, rows=rows),
                Sheet(name="nothing", columns=columns, rows=())),
        charts=(CHART,),
        entries=(entry(words, picture=picture()),
                 entry("Other words", 3, no_picture="the file is not where it was.")),
        files=(FileRow(file="2023/plan.pdf", sha256="0" * 64, pages=4),),
    )  # fmt: skip


def test_the_file_is_whole_needs_nothing_and_runs_nothing() -> None:
    text = html(report())
    page = parsed(text)
    assert text.startswith("<!DOCTYPE html>")
    assert ("html", {"lang": "en-GB"}) in page.tags
    names = [tag for tag, _ in page.tags]
    assert not {"script", "link", "iframe", "object", "form"} & set(names)
    assert "default-src 'none'" in text
    assert all(href.startswith("#") for href in page.hrefs)
    assert not re.search(r'(?:src|href|url\()\s*=?\s*["\']?https?:', text)


def test_links_lead_somewhere_and_ids_are_single() -> None:
    page = parsed(html(report()))
    assert len(page.ids) == len(set(page.ids))
    assert {href[1:] for href in page.hrefs} <= set(page.ids)
    assert "#place-1" in page.hrefs


def test_it_can_be_heard_and_used_by_keyboard() -> None:
    page = parsed(html(report()))
    images = [found for tag, found in page.tags if tag == "img"]
    assert images
    assert all("page 2 of 2023/plan.pdf" in str(found["alt"]) for found in images)
    assert all(found.get("scope") == "col" for tag, found in page.tags if tag == "th")
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    regions = [found for _, found in page.tags if found.get("role") == "region"]
    assert all(found.get("tabindex") == "0" and found.get("aria-label") for found in regions)
    assert [tag for tag, _ in page.tags].count("main") == 1
    captions = [tag for tag, _ in page.tags if tag in ("table", "caption")]
    assert captions.count("table") == captions.count("caption")


def test_nothing_that_a_paper_says_is_markup() -> None:
    text = html(report(HOSTILE))
    page = parsed(text)
    assert "script" not in [tag for tag, _ in page.tags]
    sources = [str(found.get("src")) for tag, found in page.tags if tag == "img"]
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_two_makings_are_the_same_bytes() -> None:
    assert html(report()) == html(report())


def test_a_table_says_once_what_is_the_same_in_every_row() -> None:
    text = html(report())
    assert "<caption>appetite; organisation: Wold Vale" in text
    assert text.count("as above") == 1
    assert "Nothing was found." in text
    assert '<a href="#place-1">plan.pdf, p. 2</a>' in text


def test_a_quote_without_a_picture_says_why() -> None:
    text = html(report())
    assert "No picture: the file is not where it was." in text
    assert text.count("<img ") == 1


def test_a_chart_is_told_in_words_and_marks_changes() -> None:
    text = svg(CHART)
    parsed(text)
    assert 'role="img"' in text
    assert in_words(CHART) == (
        "Workforce Risk, on hmt-2020: cautious from 2021-09-30, then open from 2023-01-26, then "
        "open to eager from 2024-01-25."
    )
    assert in_words(CHART) in text
    assert text.count("<polygon") == 2
    assert text.count('class="r"') == 1
    assert "open, 2023-01-26" in text
    assert document(CHART).startswith("<?xml")


def test_a_chart_of_hostile_words_is_still_a_chart() -> None:
    panel = Panel(
        name=HOSTILE, scale=HOSTILE, levels=(HOSTILE,),
        marks=(Mark(day="2023-01-26", low=1, high=1, words=HOSTILE),),
    )  # fmt: skip
    text = svg(Chart(title=HOSTILE, panels=(panel,)))
    parsed(text)
    assert "<script" not in text


# --- pictures --------------------------------------------------------------------------------

LINES = ("The first line is about tea.", "Our appetite for risk is Open.", "The last is silent.")


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    file = tmp_path / "plan.pdf"
    page = canvas.Canvas(str(file), pagesize=A4, invariant=1)
    page.drawString(72, 700, "Page one")
    page.showPage()
    for number, line in enumerate(LINES):
        page.drawString(72, 700 - 20 * number, line)
    page.showPage()
    page.save()
    return file


def boxes() -> tuple[tuple[int, float, float, float, float], ...]:
    height = A4[1]
    return tuple(
        (2, 72.0, height - 700 + 20 * n - 10, 260.0, height - 700 + 20 * n + 3) for n in range(3)
    )


def yellow_rows(found: Picture) -> list[int]:
    image = Image.open(io.BytesIO(found.png)).convert("RGB")
    return [
        y
        for y in range(image.height)
        if any(
            r > 200 and g > 180 and b < 90
            for r, g, b in (image.getpixel((x, y)) for x in range(0, image.width, 9))  # type: ignore[misc]
        )
    ]


def drawn(pdf: Path, quote: str, sha256: str = "") -> Picture | None:
    wanted = {str(pdf): (sha256, [Wanted(quote=quote, boxes=boxes(), page=2)])}
    (found,) = draw_file(str(pdf), wanted)
    return found


def test_the_words_quoted_are_marked_and_no_others(pdf: Path) -> None:
    one = drawn(pdf, LINES[1])
    every = drawn(pdf, " ".join(LINES))
    assert one is not None
    assert every is not None
    assert one.page == 2
    rows, all_rows = yellow_rows(one), yellow_rows(every)
    assert rows
    assert 10 < len(rows) < 35
    assert len(all_rows) > 2 * len(rows)
    assert drawn(pdf, LINES[1]) == one


def test_words_that_are_not_found_mark_the_whole_passage(pdf: Path) -> None:
    found = drawn(pdf, "Quite other words")
    every = drawn(pdf, " ".join(LINES))
    assert found is not None
    assert every is not None
    assert yellow_rows(found) == yellow_rows(every)


def test_a_file_that_changed_has_no_pictures(pdf: Path) -> None:
    assert drawn(pdf, LINES[1], "0" * 64) is None


def test_boxes_beyond_the_file_have_no_picture(pdf: Path) -> None:
    places = [Wanted(quote="x", boxes=((9, 0.0, 0.0, 5.0, 5.0),), page=9),
              Wanted(quote="x", boxes=(), page=1)]  # fmt: skip
    assert draw_file(str(pdf), {str(pdf): ("", places)}) == [None, None]


def test_a_damaged_file_costs_only_its_own_pictures(pdf: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7\nnot at all")
    place = [Wanted(quote=LINES[1], boxes=boxes(), page=2)]
    wanted = {str(bad): ("", place), str(pdf): ("", place)}
    with Guard(draw_file, None, 1, wanted=wanted) as guard:
        results = dict(guard.map([str(bad), str(pdf)]))
    assert isinstance(results[str(bad)], ReadError)
    good = results[str(pdf)]
    assert isinstance(good, list)
    assert base64.b64encode(good[0].png)  # type: ignore[union-attr]


def test_a_matrix_comes_first_and_codes_are_read_as_words() -> None:
    import msgspec

    matrix = Sheet(name="matrix", columns=(Column("risk"), Column("2023-11-30")),
                   rows=(("Workforce", "not_recorded, elements_missing"),))  # fmt: skip
    made = msgspec.structs.replace(report(), sheets=(*report().sheets, matrix))
    text = html(made)
    assert text.index("<caption>matrix") < text.index("<caption>appetite")
    assert "not recorded, elements missing" in text
