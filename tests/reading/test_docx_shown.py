"""Word files: words struck out, pictures that are ticks, tables that tabs lay out."""

from __future__ import annotations

import pytest

from tests.reading.test_docx import blocks, only_table, with_body


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(*paragraphs: str) -> str:
    return "<w:tc>" + "".join(f"<w:p>{p}</w:p>" for p in paragraphs) + "</w:tc>"


def test_struck_words_go_where_others_stand_in_their_place() -> None:
    off = '<w:strike w:val="0"/>'
    document = with_body(
        f"<w:p>{run('Cautious', '<w:strike/>')}{run(' Open')}</w:p>"
        f"<w:p>{run('All of it', '<w:dstrike/>')}</w:p>"
        f"<w:p>{run('None of it', off)}{run(' here')}</w:p>"
    )
    assert [text for _, text in blocks(document)] == ["Open", "All of it", "None of it here"]


def test_struck_words_of_a_cell() -> None:
    row = "<w:tr>" + cell(run("Fire")) + cell(run("Low", "<w:strike/>"), run("Open")) + "</w:tr>"
    done = "<w:tr>" + cell(run("Flood")) + cell(run("Closed", "<w:strike/>")) + "</w:tr>"
    table = only_table(with_body(f"<w:tbl>{row}{done}</w:tbl>"))
    assert [c.text for c in table.cells] == ["Fire", "Open", "Flood", "Closed"]


@pytest.mark.parametrize(
    ("name", "tick"),
    [
        ("Tick with solid fill", "ticked"),
        ("Checkmark outline", "ticked"),
        ("Close with solid fill", "not_ticked"),
        ("Badge Cross with solid fill", "not_ticked"),
        ("The Chair at the opening", None),
        ("Closed ward", None),
    ],
)
def test_pictures_in_cells(name: str, tick: str | None) -> None:
    drawn = (
        '<w:r xmlns:p="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        f'<w:drawing><p:inline><p:docPr id="1" name="Picture 1" descr="{name}"/></p:inline>'
        "</w:drawing></w:r>"
    )
    head = "<w:tr>" + cell(run("To do")) + cell(run("Met")) + "</w:tr>"
    row = "<w:tr>" + cell(run("A")) + cell(drawn) + "</w:tr>"
    found = only_table(with_body(f"<w:tbl>{head}{row}</w:tbl>")).cell(1, 1)
    assert found is not None and found.tick == tick


def tabbed(*lines: str) -> str:
    return "".join(
        "<w:p>" + "<w:r><w:tab/></w:r>".join(run(part) for part in line.split("|")) + "</w:p>"
        for line in lines
    )


def test_tabs_lay_out_a_table() -> None:
    document = with_body(
        tabbed(
            "The risks are these.", "Risk|Appetite|Score", "Fire at night|Low|12", "Flood|Open|9"
        )
        + tabbed("They were agreed.")
    )
    table = only_table(document)
    assert [c.text for c in table.cells] == [
        "Risk", "Appetite", "Score", "Fire at night", "Low", "12", "Flood", "Open", "9",
    ]  # fmt: skip
    assert [kind for kind, _ in blocks(document)] == ["paragraph", "table", "paragraph"]
    assert table.header_rows == 1


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ("Item:|5|Date:|1 May", "Lead:|J Marsh|For:|Noting", "A:|b|C:|d"), id="a form"
        ),
        pytest.param(("Report of|the Chief Executive", "To|the Board", "On|1 May"), id="labels"),
        pytest.param(("Signed|Dated|Sealed", "J Marsh|1 May|no"), id="two lines"),
    ],
)
def test_tabs_that_lay_out_no_table(lines: tuple[str, ...]) -> None:
    assert {kind for kind, _ in blocks(with_body(tabbed(*lines)))} == {"paragraph"}
