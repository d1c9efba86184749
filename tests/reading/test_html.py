"""HTML is read as a browser shows it."""

from pathlib import Path

import pytest

from papersearch.reading import ReadOptions, read_bytes
from papersearch.reading.document import Document


def read(body: str, **options: bool) -> Document:
    data = f"<!doctype html><html><body>{body}</body></html>".encode()
    return read_bytes(data, "paper.html", ReadOptions(**options))  # type: ignore[arg-type]


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.pages[0].blocks]


def test_headings_paragraphs_and_lists() -> None:
    document = read(
        "<h1>1. Risk</h1><p>We <b>will</b> re<i>d</i>uce waits.<br>Next line.</p>"
        "<ul><li>one<li><p>two</p></ul><ol start=3><li>three</ol><div>loose <p>inner</p> end</div>"
    )
    assert blocks(document) == [
        ("heading", "1. Risk"),
        ("paragraph", "We will reduce waits. Next line."),
        ("list_item", "• one"),
        ("list_item", "• two"),
        ("list_item", "3. three"),
        ("paragraph", "loose"),
        ("paragraph", "inner"),
        ("paragraph", "end"),
    ]
    heading = document.pages[0].blocks[0]
    assert (heading.level, heading.marker) == (1, "1.")
    assert document.pages[0].blocks[1].lines[0].words[1].bold


def test_tables_with_spans_and_head() -> None:
    document = read(
        "<table><thead><tr><th>Risk<th>Level<th>Appetite</thead>"
        "<tr><td rowspan=2>Workforce<td>Supply<td>Open"
        "<tr><td colspan=2>Culture</table>"
    )
    table = document.pages[0].blocks[0].table
    assert table is not None
    assert table.header_rows == 1
    assert [[cell.text if cell else None for cell in row] for row in table.grid()] == [
        ["Risk", "Level", "Appetite"],
        ["Workforce", "Supply", "Open"],
        ["Workforce", "Culture", "Culture"],
    ]


def test_a_table_of_one_column_is_a_frame() -> None:
    assert blocks(read("<table><tr><td><p>one</p><p>two</p></table>")) == [
        ("paragraph", "one"),
        ("paragraph", "two"),
    ]


def test_check_boxes_and_filled_fields() -> None:
    document = read(
        "<p><input type=checkbox checked name=a> Approval <input type=checkbox> Noting</p>"
        "<p>Author: <input name=author value='J Bloggs'></p>"
        "<p><select><option>Open<option selected>Cautious</select></p>"
    )
    words = document.pages[0].blocks[0].lines[0].words
    assert [(w.text, w.tick) for w in words] == [
        ("✓", "ticked"), ("Approval", None), ("☐", "not_ticked"), ("Noting", None),
    ]  # fmt: skip
    assert blocks(document)[1:] == [("paragraph", "Author: J Bloggs"), ("paragraph", "Cautious")]
    assert document.pages[0].form_fields[0].name == "a"


def test_what_is_not_shown_is_told_and_left_out() -> None:
    body = (
        "<p>Shown</p><p style='display: none'>secret one</p><div hidden>secret two</div>"
        "<script>var x = 'secret three'</script><style>p {}</style><template>t</template>"
    )
    document = read(body)
    assert blocks(document) == [("paragraph", "Shown")]
    assert [h.text for h in document.pages[0].hidden] == ["secret one", "secret two"]
    assert [w.code for w in document.warnings] == ["hidden_text", "hidden_text"]
    assert len(blocks(read(body, include_hidden=True))) == 3


def test_encodings() -> None:
    for data in (
        "<html><body><p>café – £5</p></body></html>".encode(),
        "<html><body><p>café – £5</p></body></html>".encode("utf-16"),
        "<html><body><p>café – £5</p></body></html>".encode("cp1252"),
        "<html><meta charset='iso-8859-1'><body><p>café – £5</p></body></html>".encode("cp1252"),
    ):
        assert blocks(read_bytes(data, "a.html")) == [("paragraph", "café – £5")]


def test_entities_and_character_references() -> None:
    assert blocks(read("<p>R&amp;D &lt;10% &#10003;</p>"))[0] == ("paragraph", "R&D <10% ✓")


def test_external_entities_are_never_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET")
    declared = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    document = read_bytes(f"{declared}<html><p>a &x; b</p></html>".encode(), "a.html")
    text = " ".join(text for _, text in blocks(document))
    assert "a " in text
    assert "SECRET" not in text


@pytest.mark.timeout(120)
def test_endless_nesting_is_bounded_and_told() -> None:
    data = b"<html><body><p>before</p>" + b"<div>" * 50_000 + b"deep" + b"<table><tr><td>" * 50_000
    document = read_bytes(data, "deep.html")
    codes = {warning.code for warning in document.warnings}
    assert (
        codes & {"page_failed", "page_without_text"} or "deep" in document.pages[0].blocks[-1].text
    )


def test_huge_spans_are_bounded() -> None:
    document = read("<table><tr><td colspan=999999999999>a<td rowspan=99999>b<tr><td>c</table>")
    table = document.pages[0].blocks[0].table
    assert table is not None
    assert table.rows == 2
    assert table.columns <= 201 + 1


def test_a_page_without_words_says_so() -> None:
    document = read("<img src=scan.png>")
    assert document.pages[0].status == "empty"
    assert [w.code for w in document.warnings] == ["page_without_text"]
