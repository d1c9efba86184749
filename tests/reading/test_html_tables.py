"""Tables of HTML, of whatever elements they are made; what only looks like one; icons as ticks."""

from __future__ import annotations

import pytest

from papersearch.reading import read_bytes
from papersearch.reading.document import Block, Document
from tests.reading.pdfs import grid


def read(body: str, head: str = "") -> Document:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), "paper.html")


def blocks(body: str, head: str = "") -> list[Block]:
    return list(read(body, head).pages[0].blocks)


def tables(body: str, head: str = "") -> list[list[list[str]]]:
    return [grid(block.table) for block in blocks(body, head) if block.table is not None]


REGISTER = [["Risk", "Appetite"], ["Fire", "Low"], ["Flood", "Open"]]


def register(row: str) -> str:
    """Return the lines of the register, each written as *row* says."""
    return "".join(row.format(*cells) for cells in REGISTER)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        pytest.param(
            '<div role="table"><div role="rowgroup"><div role="row">'
            '<span role="columnheader">Risk</span><span role="columnheader">Appetite</span>'
            '</div></div><div role="row"><span role="cell">Fire</span><span role="cell">Low'
            '</span></div><div role="row"><span role="cell">Flood</span>'
            '<span role="cell">Open</span></div></div>',
            "",
            id="roles",
        ),
        pytest.param(
            f"<div>{register('<div><div>{}</div><div>{}</div></div>')}</div>",
            "",
            id="rows of as many parts",
        ),
        pytest.param(
            '<div style="display: grid; grid-template-columns: 2fr minmax(1em, 1fr)">'
            f"{register('<div>{}</div><p>{}</p>')}</div>",
            "",
            id="a grid by its own style",
        ),
        pytest.param(
            f"<section class='g'>{register('<div>{}</div><div>{}</div>')}</section>",
            "<style>.g { display: grid; grid-template-columns: repeat(2, 1fr) }</style>",
            id="a grid by its class",
        ),
        pytest.param(
            '<div class="t">'
            + register('<div class="r"><span class="c">{}</span><span class="c">{}</span></div>')
            + "</div>",
            "<style>.t{display:table}.r{display:table-row}.c,th{display:table-cell}</style>",
            id="a table by its classes",
        ),
        pytest.param(
            "<pre>Risk     Appetite   Score\nFire     Low        12\nFlood    Open       9</pre>",
            "",
            id="set with spaces",
        ),
    ],
)
def test_a_register(body: str, head: str) -> None:
    (rows,) = tables(body, head)
    assert [row[:2] for row in rows] == REGISTER


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "<div><div><h2>News</h2><p>The ward opened.</p></div>"
            "<div><h2>Views</h2><p>It is good.</p></div>"
            "<div><h2>More</h2><p>And so on.</p></div></div>",
            id="cards with headings",
        ),
        pytest.param(
            "<div><div>" + "word " * 90 + "</div><div>" + "word " * 90 + "</div></div>",
            id="two columns of prose",
        ),
        pytest.param("<div><p>One.</p><p>Two.</p><p>Three.</p></div>", id="paragraphs"),
        pytest.param(
            "<div><div><a>Home</a><a>Papers</a></div><div>Footer</div></div>", id="a page's frame"
        ),
        pytest.param(
            "<dl><dt>Only</dt></dl><dl><dd>this</dd></dl>", id="halves of a list of terms"
        ),
    ],
)
def test_no_table(body: str) -> None:
    assert [t for t in tables(body) if any(len(row) > 1 and all(row) for row in t)] == []


def test_terms_and_their_descriptions() -> None:
    body = (
        "<dl><dt>Meeting</dt><dd>Board, <b>1 May</b></dd><dt>Authors</dt><dd>J Marsh</dd>"
        "<dd>A Other</dd></dl><dl><div><dt>Item</dt><dd>4</dd></div></dl>"
    )
    assert tables(body) == [
        [["Meeting", "Board, 1 May"], ["Authors", "J Marsh A Other"]], [["Item", "4"]],
    ]  # fmt: skip


def test_sections_in_a_list_of_terms_stay_blocks() -> None:
    body = "<dl><dt>Risk</dt><dd><h3>Why</h3><p>Because.</p></dd></dl>"
    assert [b.kind for b in blocks(body)] == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("icon", "tick"),
    [
        ('<img src="t.png" alt="Yes">', "ticked"),
        ('<img alt="tick">', "ticked"),
        ('<img alt="The Chair at the opening">', None),
        ("<svg><title>Not met</title></svg>", "not_ticked"),
        ('<svg aria-label="checked"></svg>', "ticked"),
        ('<i class="fa fa-check"></i>', "ticked"),
        ('<i class="fa fa-times"></i>', "not_ticked"),
        ('<span class="check">12</span>', None),
    ],
)
def test_icons_in_cells(icon: str, tick: str | None) -> None:
    row = f"<tr><td>A</td><td>{icon}</td></tr>"
    (block,) = blocks(f"<table><tr><th>To do</th><th>Met</th></tr>{row}</table>")
    assert block.table is not None
    cell = block.table.cell(1, 1)
    assert cell is not None and cell.tick == tick


def test_an_icon_outside_a_list_or_table_is_none() -> None:
    assert [b.text for b in blocks('<p><i class="fa fa-check"></i>Log in</p>')] == ["Log in"]


def test_what_a_class_hides_is_told() -> None:
    document = read('<p class="old">Secret</p><p>Open</p>', "<style>.old{display:none}</style>")
    assert [b.text for b in document.pages[0].blocks] == ["Open"]
    assert [h.text for h in document.pages[0].hidden] == ["Secret"]


def test_struck_words_go_where_others_stand_in_their_place() -> None:
    body = "<p>Appetite: <del>Cautious</del> <ins>Open</ins></p><p><s>All of it</s></p>"
    assert [b.text for b in blocks(body)] == ["Appetite: Open", "All of it"]


def test_markers_of_lists() -> None:
    body = '<ol type="a"><li>x</li><li value="5">y</li></ol><ol type="i" start="3"><li>z</li></ol>'
    assert [b.text for b in blocks(body)] == ["a. x", "e. y", "iii. z"]


def test_terms_that_prose_describes_stay_paragraphs() -> None:
    why = "Section 43(2) FOIA, because to release the prices would harm those who bid for the work."
    body = f"<dl><dt>Annex A</dt><dd>{why}</dd><dt>Annex B</dt><dd>{why}</dd></dl>"
    assert [b.kind for b in blocks(body)] == ["paragraph"] * 4
