"""Markdown's own forms: tables, tasks, definitions, HTML, quotations, struck words."""

from __future__ import annotations

from papersearch.reading import read_bytes
from papersearch.reading.document import Block


def blocks(text: str) -> list[Block]:
    document = read_bytes(text.encode(), "paper.md")
    return [block for page in document.pages for block in page.blocks]


def grid(block: Block) -> list[list[str]]:
    assert block.table is not None
    return [[cell.text if cell else "" for cell in row] for row in block.table.grid()]


def test_rules_of_one_dash_and_colons() -> None:
    (block,) = blocks("| Risk | Net |\n|:-:|-:|\n| A \\| B | 9 |\n| **C**<br>two | 12 |\n")
    assert grid(block) == [["Risk", "Net"], ["A | B", "9"], ["C two", "12"]]
    assert block.table is not None and block.table.header_rows == 1


def test_no_pipes_at_the_ends() -> None:
    block, after = blocks("Risk | Appetite\n--- | ---\nFinance | Open\n\nSo it was agreed.")
    assert grid(block) == [["Risk", "Appetite"], ["Finance", "Open"]]
    assert after.text == "So it was agreed."


def test_an_empty_header_is_none() -> None:
    (block,) = blocks("| | |\n|---|---|\n| **Item** | 12 |\n| **Paper** | H |\n")
    assert grid(block) == [["Item", "12"], ["Paper", "H"]]
    assert block.table is not None and block.table.header_rows == 0


def test_an_empty_first_cell_is_a_row_of_its_own() -> None:
    (block,) = blocks("| A | B |\n|---|---|\n| x | 1 |\n|   | 2 |\n")
    assert grid(block)[2] == ["", "2"]


def test_tasks_are_boxes() -> None:
    items = blocks("- [x] Open the ward\n- [ ] Cut the list\n* [see annex] for more\n")
    assert [item.marker for item in items] == ["✓", "☐", "*"]
    assert [item.lines[0].words[0].tick for item in items] == ["ticked", "not_ticked", None]
    assert items[0].text == "✓ Open the ward"


def test_definitions() -> None:
    block, after = blocks("Annex A\n: Section 43(2)\n\nAnnex B\n: Section 40\n  of the Act\n\nEnd.")
    assert grid(block) == [["Annex A", "Section 43(2)"], ["Annex B", "Section 40 of the Act"]]
    assert after.text == "End."


def test_html_within() -> None:
    text = (
        "Before.\n\n<table>\n<tr><th>Risk</th><th>Appetite</th></tr>\n\n"
        "<tr><td>Fire</td><td>Low</td></tr>\n</table>\n\n<details>\n<summary>More</summary>\n\n"
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n</details>\n<!-- to be\ncut -->\n"
        "After &ndash; <b>bold</b>."
    )
    kinds = [(b.kind, b.text) for b in blocks(text)]
    assert kinds == [
        ("paragraph", "Before."), ("table", "Risk\tAppetite\nFire\tLow"), ("paragraph", "More"),
        ("table", "A\tB\n1\t2"), ("paragraph", "After – bold."),
    ]  # fmt: skip


def test_quotations_code_and_notes() -> None:
    text = "> Agreed by\n> the Board[^1].\n\n```\nRun it\n```\n\n[^1]: In May.\n"
    assert [b.text for b in blocks(text)] == ["Agreed by the Board.", "Run it", "1 In May."]


def test_what_stands_before_and_behind_comments_is_kept() -> None:
    text = "One <!-- a --> two <!-- b\nc\n--> three\n\nFour.\n\n<!-- never closed\nFive.\n"
    assert [b.text for b in blocks(text)] == ["One two three", "Four."]


def test_struck_words_go_where_others_stand_beside_them() -> None:
    assert [b.text for b in blocks("Appetite: ~~Cautious~~ Open\n\n~~All of it~~\n")] == [
        "Appetite: Open", "All of it",
    ]  # fmt: skip


def test_html_on_a_later_page() -> None:
    document = read_bytes(b"One\n\fTwo\n\n<table><tr><td>a</td><td>b</td></tr></table>", "p.md")
    table = document.pages[1].blocks[1].table
    assert table is not None
    assert (table.page, table.cells[0].page, table.cells[0].lines[0].page) == (2, 2, 2)
