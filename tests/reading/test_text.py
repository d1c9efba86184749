"""Plain text and Markdown become pages, headings, lists and tables."""

from pathlib import Path

import pytest

from papersearch.errors import ReadError
from papersearch.reading import read_bytes
from papersearch.reading.document import Document

SEED = Path(__file__).parents[3] / "shared/data/seed/000_adc8f6557a3ae86c.txt"


def read(text: str, name: str = "paper.txt") -> Document:
    return read_bytes(text.encode(), name)


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for page in document.pages for block in page.blocks]


def test_wrapped_lines_are_one_paragraph_and_blank_lines_part_them() -> None:
    document = read("The Board met\nin public.\n\nIt closed at noon.\n")
    assert kinds(document) == [
        ("paragraph", "The Board met in public."),
        ("paragraph", "It closed at noon."),
    ]


def test_form_feeds_count_pages() -> None:
    document = read("First page.\n\fSecond page.\n\f\fFourth page.")
    assert [page.number for page in document.pages] == [1, 2, 3, 4]
    assert [page.status for page in document.pages] == ["text", "text", "empty", "text"]


def test_a_trailing_form_feed_makes_no_page() -> None:
    assert len(read("Only page.\n\f").pages) == 1


def leading_space_text(pages: int) -> str:
    return "\n".join(
        f" Page {number} begins here\n" + "\n".join(f"line {n} of text" for n in range(20))
        for number in range(pages)
    )


def test_unmistakable_leading_spaces_are_page_starts_and_say_so() -> None:
    document = read(leading_space_text(3))
    assert len(document.pages) == 3
    assert [warning.code for warning in document.warnings] == ["pages_inferred"]


def test_an_indented_text_is_one_page() -> None:
    text = "\n".join(" every line is indented" for _ in range(60))
    document = read(text)
    assert len(document.pages) == 1
    assert not document.warnings


def test_leading_spaces_without_one_on_the_first_line_are_no_page_starts() -> None:
    assert len(read("Title\n" + leading_space_text(3)).pages) == 1


def test_numbered_headings_and_list_items_are_told_apart() -> None:
    document = read(
        "1. Summary\n\nWords.\n\n1. The first point of the paper, which runs\nover two lines.\n"
        "2. The second point.\n\n\u2022 a bullet\n"
    )
    assert kinds(document) == [
        ("heading", "1. Summary"),
        ("paragraph", "Words."),
        ("list_item", "1. The first point of the paper, which runs over two lines."),
        ("list_item", "2. The second point."),
        ("list_item", "\u2022 a bullet"),
    ]
    assert document.pages[0].blocks[0].marker == "1."


def test_ticks_are_known_by_their_code() -> None:
    words = (
        read("Improve staff retention \u2713\nCut waits \uf0fc\nM\u00fcller \u00fc\n")
        .pages[0]
        .blocks[0]
        .lines
    )
    ticks = [[word.tick for word in line.words if word.tick] for line in words]
    assert ticks == [["ticked"], ["ticked"], []]


def test_markdown_is_read_not_kept() -> None:
    document = read(
        "# Annual plan\n\nWe will **cut** waits, see [the plan](http://x.test/plan).\n\n"
        "| Risk | Appetite |\n|---|---|\n| Change \\| IT | Open |\n",
        "plan.md",
    )
    heading, paragraph, table = document.pages[0].blocks
    assert (heading.kind, heading.text) == ("heading", "Annual plan")
    assert paragraph.text == "We will cut waits, see the plan."
    assert table.table is not None
    assert [[cell.text if cell else "" for cell in row] for row in table.table.grid()] == [
        ["Risk", "Appetite"],
        ["Change | IT", "Open"],
    ]


def test_controls_and_soft_hyphens_go_and_ligatures_open() -> None:
    document = read("The \ufb01rst re\u00adport \x1b[31m of\u00a0\u202ethe year")
    assert document.pages[0].blocks[0].text == "The first report [31m of the year"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.pdf", "empty_file"),
        (b" \n\x00", "a.txt", "empty_file"),
        (b"\x89PNG\r\n\x1a\n123", "a.pdf", "unsupported_format"),
        (b"PK\x03\x04 not really a zip", "a.docx", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.doc", "unsupported_format"),
        (bytes(range(256)) * 40, "a.bin", "unsupported_format"),
        (bytes(range(256)) * 40, "a.pdf", "damaged"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, name: str, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert caught.value.code == code
    assert name in caught.value.message
    assert caught.value.remedy


@pytest.mark.skipif(not SEED.exists(), reason="../shared/data/seed is absent")
def test_the_seed_has_four_pages_and_its_numbered_sections() -> None:
    document = read_bytes(SEED.read_bytes(), "seed.txt")
    assert len(document.pages) == 4
    headings = [
        (page.number, block.text)
        for page in document.pages
        for block in page.blocks
        if block.kind == "heading" and block.marker
    ]
    assert headings[0] == (2, "1. Summary")
    assert headings[-1] == (4, "10. Supporting Information")
    assert len(headings) == 10


def test_bold_of_markdown_is_known() -> None:
    document = read("# Levels\n\nNone / **Low** / Moderate and **very high**.\n\n# Next\n", "p.md")
    words = document.pages[0].blocks[1].lines[0].words
    assert [(word.text, word.bold) for word in words if word.bold] == [
        ("Low", True), ("very", True), ("high.", True),
    ]  # fmt: skip


def test_a_name_that_ends_in_md_tells_markdown_without_headings() -> None:
    document = read("**Risk:** Theft of drugs\n", "p.md")
    assert document.pages[0].blocks[0].text == "Risk: Theft of drugs"
