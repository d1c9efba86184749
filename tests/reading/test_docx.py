"""Word files: what a reader sees is read, what is hidden is told, what is hostile is refused."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from papersearch.errors import ReadError
from papersearch.reading import ReadOptions, docx_package, read_bytes
from papersearch.reading.document import Document, Table

W = nsdecls("w")
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(made: Any, **options: Any) -> Document:
    return read_bytes(saved(made), "paper.docx", ReadOptions(**options))


def with_body(xml: str, **options: Any) -> Document:
    """Return the document whose body is *xml* alone."""
    made = docx.Document()
    body = made.element.body
    for child in list(body):
        body.remove(child)
    for child in parse_xml(f"<w:body {W} {W14}>{xml}</w:body>"):
        body.append(child)
    return read(made, **options)


def rewritten(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def blocks(document: Document, page: int = 1) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.pages[page - 1].blocks]


def only_table(document: Document) -> Table:
    tables = [b.table for page in document.pages for b in page.blocks if b.table is not None]
    assert len(tables) == 1
    return tables[0]


def texts(table: Table) -> list[list[str | None]]:
    return [[cell.text if cell else None for cell in row] for row in table.grid()]


def p(text: str, more: str = "") -> str:
    return f"<w:p>{more}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_headings_lists_and_paragraphs_keep_their_order_and_levels() -> None:
    made = docx.Document()
    made.add_heading("Integrated performance report", 0)
    made.add_heading("Summary", 2)
    made.add_paragraph("The Board met in public.")
    made.add_paragraph("Cut waits", style="List Bullet")
    made.add_paragraph("First", style="List Number")
    made.add_paragraph("Second", style="List Number")
    document = read(made)
    assert blocks(document) == [
        ("heading", "Integrated performance report"),
        ("heading", "Summary"),
        ("paragraph", "The Board met in public."),
        ("list_item", "• Cut waits"),
        ("list_item", "1. First"),
        ("list_item", "2. Second"),
    ]
    assert [block.level for block in document.pages[0].blocks[:2]] == [1, 2]
    assert document.pages[0].blocks[-1].marker == "2."


def test_a_short_bold_paragraph_is_a_heading() -> None:
    made = docx.Document()
    made.add_paragraph().add_run("Financial implications").bold = True
    made.add_paragraph("None.")
    assert [kind for kind, _ in blocks(read(made))] == ["heading", "paragraph"]


def test_multilevel_numbers_are_counted_as_word_shows_them() -> None:
    numbering = (
        f'<w:abstractNum {W} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1(%2)"/></w:lvl></w:abstractNum>'
    )
    made = docx.Document()
    root = made.part.numbering_part.element
    root.insert(0, parse_xml(numbering))
    root.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for text, level in (("Risk", 0), ("one", 1), ("two", 1), ("Legal", 0), ("again", 1)):
        paragraph = made.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
        )
    assert [text for _, text in blocks(read(made))] == [
        "3. Risk", "3(a) one", "3(b) two", "4. Legal", "4(a) again",
    ]  # fmt: skip


def test_merged_cells_keep_their_spans() -> None:
    made = docx.Document()
    table = made.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Risk"
    table.cell(0, 2).text = "Appetite"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Workforce"
    table.cell(1, 1).text = "Supply"
    table.cell(1, 2).text = "Cautious"
    table.cell(2, 1).text = "Culture"
    table.cell(2, 2).text = "Open"
    read_table = only_table(read(made))
    assert texts(read_table) == [
        ["Risk", "Risk", "Appetite"],
        ["Workforce", "Supply", "Cautious"],
        ["Workforce", "Culture", "Open"],
    ]
    cell = read_table.cell(2, 0)
    assert cell is not None
    assert (cell.row, cell.row_span) == (1, 2)


def test_a_nested_table_is_read_in_its_cell_row_by_row() -> None:
    made = docx.Document()
    table = made.add_table(1, 2)
    table.cell(0, 0).text = "Purpose"
    inner = table.cell(0, 1).add_table(2, 2)
    for index, text in enumerate(("Approval", "X", "Assurance", "no")):
        inner.cell(index // 2, index % 2).text = text
    cell = only_table(read(made)).cell(0, 1)
    assert cell is not None
    assert [line.text for line in cell.lines] == ["Approval X", "Assurance no"]


def test_a_table_of_one_cell_is_a_frame() -> None:
    made = docx.Document()
    made.add_table(1, 1).cell(0, 0).text = "The Board is asked to note this paper."
    assert blocks(read(made)) == [("paragraph", "The Board is asked to note this paper.")]


def test_content_controls_tell_ticks_and_keep_placeholders() -> None:
    def box(state: int, sign: str) -> str:
        return (
            f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>'
            f"</w:sdtPr><w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"
        )

    choice = (
        "<w:sdt><w:sdtPr><w:dropDownList/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>"
        "<w:t>Choose an item.</w:t></w:r></w:sdtContent></w:sdt>"
    )
    document = with_body(
        f"<w:p>{box(1, '☒')}<w:r><w:t> Approval </w:t></w:r>{box(0, '☐')}"
        f"<w:r><w:t> Discussion</w:t></w:r></w:p><w:p>{choice}</w:p>"
    )
    words = document.pages[0].blocks[0].lines[0].words
    assert [(word.text, word.tick) for word in words] == [
        ("✓", "ticked"), ("Approval", None), ("☐", "not_ticked"), ("Discussion", None),
    ]  # fmt: skip
    assert blocks(document)[1] == ("paragraph", "Choose an item.")


def test_symbols_are_ticks_by_their_font() -> None:
    document = with_body(
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        '<w:r><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>'
        '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>ü</w:t></w:r>'
        "<w:r><w:t> ü Müller</w:t></w:r></w:p>"
    )
    words = document.pages[0].blocks[0].lines[0].words
    assert [word.tick for word in words] == ["ticked", "ticked", "ticked", None, None]
    assert [word.text for word in words[3:]] == ["ü", "Müller"]


@pytest.mark.parametrize(
    ("state", "tick"),
    [
        ('<w:checked/>', "ticked"),
        ('<w:checked w:val="0"/><w:default w:val="1"/>', "not_ticked"),
        ('<w:default w:val="1"/>', "ticked"),
        ("", "not_ticked"),
    ],
)  # fmt: skip
def test_legacy_form_boxes(state: str, tick: str) -> None:
    document = with_body(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData>'
        f"<w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData></w:fldChar></w:r>"
        "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> For noting</w:t></w:r></w:p>'
    )
    line = document.pages[0].blocks[0].lines[0]
    assert line.words[0].tick == tick
    assert [word.text for word in line.words[1:]] == ["For", "noting"]


def test_a_cell_with_only_a_letter_x_is_ticked() -> None:
    made = docx.Document()
    table = made.add_table(2, 2)
    for index, text in enumerate(("Staff retention", "X", "Delivery of X", "")):
        table.cell(index // 2, index % 2).text = text
    read_table = only_table(read(made))
    assert [[c.tick if c else None for c in row] for row in read_table.grid()] == [
        [None, "ticked"],
        [None, None],
    ]


def test_pages_are_counted_by_breaks_and_no_break_twice() -> None:
    document = with_body(
        p("one") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        "<w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>still two</w:t><w:lastRenderedPageBreak/><w:t> then three</w:t></w:r></w:p>"
        + p("four", "<w:pPr><w:pageBreakBefore/></w:pPr>")
    )
    assert [[text for _, text in blocks(document, n)] for n in (1, 2, 3, 4)] == [
        ["one"], ["two", "still two then three"], [], ["four"],
    ]  # fmt: skip
    assert [warning.code for warning in document.warnings] == ["pages_inferred"]


def test_without_breaks_all_is_page_one() -> None:
    document = with_body(p("one") + p("two"))
    assert len(document.pages) == 1
    assert document.warnings == ()


def test_a_row_that_begins_on_a_new_page_is_read_there() -> None:
    row = (
        "<w:tr><w:tc><w:p><w:r>{}<w:t>{}</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    )
    document = with_body(
        "<w:tbl>" + row.format("", "Risk", "Appetite")
        + row.format("<w:lastRenderedPageBreak/>", "Change", "Open") + "</w:tbl>" + p("after")
    )  # fmt: skip
    table = only_table(document)
    assert (table.page, table.last_page, table.continued_rows) == (1, 2, ())
    assert [cell.page for cell in table.cells] == [1, 1, 2, 2]
    assert blocks(document, 2) == [("paragraph", "after")]


def test_headers_footers_footnotes_and_text_boxes() -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Fenwold NHS Trust"
    made.sections[0].footer.paragraphs[0].text = "Official"
    paragraph = made.add_paragraph("Body")
    paragraph._p.append(
        parse_xml(
            f'<w:r {W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>'
            "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
            "</v:textbox></v:shape></w:pict></w:r>"
        )
    )
    assert blocks(read(made)) == [
        ("header", "Fenwold NHS Trust"),
        ("paragraph", "Body"),
        ("paragraph", "In a box"),
        ("footer", "Official"),
    ]


def test_tracked_changes_are_read_as_accepted() -> None:
    document = with_body(
        '<w:p><w:r><w:t xml:space="preserve">We will </w:t></w:r>'
        "<w:del><w:r><w:delText>halve</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>reduce</w:t></w:r></w:ins>"
        '<w:r><w:t xml:space="preserve"> waits</w:t></w:r></w:p>'
    )
    assert blocks(document) == [("paragraph", "We will reduce waits")]


def test_hidden_white_and_commented_text_is_told_and_left_out() -> None:
    document = with_body(
        "<w:p><w:r><w:t>Shown</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden name</w:t></w:r>"
        '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>white name</w:t></w:r></w:p>'
    )
    page = document.pages[0]
    assert blocks(document) == [("paragraph", "Shown")]
    assert [(h.reason, h.text) for h in page.hidden] == [
        ("invisible", "hidden name"),
        ("background_colour", "white name"),
    ]
    codes = [warning.code for warning in document.warnings]
    assert codes == ["hidden_text", "hidden_text"]
    assert all("name" not in warning.message for warning in document.warnings)


def test_hidden_text_is_read_where_the_user_asks() -> None:
    document = with_body(
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>", include_hidden=True
    )
    assert blocks(document) == [("paragraph", "hidden")]


def test_white_words_on_a_dark_cell_are_shown() -> None:
    cell = (
        '<w:tc><w:tcPr><w:shd w:val="clear" w:fill="005EB8"/></w:tcPr><w:p><w:r><w:rPr>'
        '<w:color w:val="FFFFFF"/></w:rPr><w:t>{}</w:t></w:r></w:p></w:tc>'
    )
    row = "<w:tr>" + cell.format("Risk") + cell.format("Appetite") + "</w:tr>"
    document = with_body(f"<w:tbl>{row}{row}</w:tbl>")
    assert texts(only_table(document))[0] == ["Risk", "Appetite"]
    assert document.pages[0].hidden == ()


def test_highlighted_words_are_marked() -> None:
    document = with_body(
        '<w:p><w:r><w:t xml:space="preserve">Averse </w:t></w:r><w:r><w:rPr>'
        '<w:highlight w:val="yellow"/></w:rPr><w:t>Open</w:t></w:r></w:p>'
    )
    words = document.pages[0].blocks[0].lines[0].words
    assert [(word.text, word.highlighted) for word in words] == [("Averse", False), ("Open", True)]


def test_a_bomb_is_refused_before_it_bursts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "MOST_PART", 1 << 20)
    data = rewritten(
        saved(docx.Document()),
        lambda name, old: old.replace(b"</w:body>", b" " * (2 << 20) + b"</w:body>")
        if name == "word/document.xml" else old,
    )  # fmt: skip
    assert len(data) < 1 << 20
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "bomb.docx")
    assert caught.value.code == "too_large"


def test_entities_are_never_resolved(tmp_path: Any) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET")
    declared = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY a "aaaa">]>'.encode()
    bad = rewritten(
        with_text("before &amp;after"),
        lambda name, old: old.replace(b"<w:document", declared + b"<w:document", 1)
        .replace(b"&amp;", b"&x;&a;") if name == "word/document.xml" else old,
    )  # fmt: skip
    text = " ".join(text for _, text in blocks(read_bytes(bad, "evil.docx")))
    assert "SECRET" not in text
    assert "aaaa" not in text
    assert "before" in text


def with_text(text: str) -> bytes:
    made = docx.Document()
    made.add_paragraph(text.replace("&amp;", "&"))
    return saved(made)


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_damaged(keep: float) -> None:
    data = with_text("whole")
    with pytest.raises(ReadError) as caught:
        read_bytes(data[: int(len(data) * keep)], "cut.docx")
    assert caught.value.code == "damaged"


def test_a_file_whose_document_is_no_xml_is_damaged() -> None:
    data = rewritten(
        with_text("x"), lambda name, old: b"\x00\x01" if name == "word/document.xml" else old
    )
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "bad.docx")
    assert caught.value.code == "damaged"


def test_endless_nesting_is_read_or_refused_but_never_crashes() -> None:
    depth = 5000
    nested = "<w:tbl><w:tr><w:tc>" * depth + p("deep") + "</w:tc></w:tr></w:tbl>" * depth
    data = rewritten(
        with_text("MARK"),
        lambda name, old: old.replace(b"<w:body>", b"<w:body>" + nested.encode())
        if name == "word/document.xml" else old,
    )  # fmt: skip
    try:
        read_bytes(data, "deep.docx")
    except ReadError as error:
        assert error.code == "damaged"


def test_the_limit_of_pages_holds() -> None:
    made = docx.Document()
    for _ in range(4):
        made.add_page_break()
        made.add_paragraph("page")
    with pytest.raises(ReadError) as caught:
        read(made, max_pages=3)
    assert caught.value.code == "too_many_pages"


def test_metadata_is_told() -> None:
    made = docx.Document()
    made.core_properties.title = "Quarterly report"
    made.core_properties.author = "A. Clerk"
    made.add_paragraph("x")
    metadata = read(made).metadata
    assert (metadata["title"], metadata["author"]) == ("Quarterly report", "A. Clerk")


def test_headers_stand_on_every_page_of_their_section() -> None:
    file = docx.Document()
    section = file.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Masthead"
    section.header.paragraphs[0].text = "Trust Board in public"
    for number in range(3):
        file.add_paragraph(f"Page {number}")
        if number < 2:
            file.add_page_break()
    out = io.BytesIO()
    file.save(out)
    document = read_bytes(out.getvalue(), "a.docx", ReadOptions())
    heads = [[b.text for b in page.blocks if b.kind == "header"] for page in document.pages]
    assert heads == [["Masthead"], ["Trust Board in public"], ["Trust Board in public"]]
    second = document.pages[1].blocks[0]
    assert second.page == second.lines[0].page == 2
