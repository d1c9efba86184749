"""PDF files as files: damaged, locked, scanned, too large, and what only seems to be PDF."""

import io
import random
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from papersearch.errors import READ_ERROR_CODES, ReadError
from papersearch.reading import ReadOptions, ocr, read_bytes, read_document
from tests.reading.pdfs import HEIGHT, WIDTH, body, codes, lines, pdf, read, ruled

SMALL = pdf(
    lambda canvas: (lines(canvas, ["The Board met in public.", "It agreed the plan."]),
                    ruled(canvas, [["Risk", "Appetite"], ["Change", "Open"]], [100, 100], top=300))
)  # fmt: skip


def scan(texts: list[str], turn: int = 0) -> bytes:
    """Return a PDF of one page that is only a picture of *texts*."""
    from PIL import ImageFont

    picture = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(size=34)
    for number, text in enumerate(texts):
        draw.text((150, 200 + 70 * number), text, fill="black", font=font)
    picture = picture.rotate(turn, expand=True, fillcolor="white")
    return pdf(lambda canvas: canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT))


def changed(data: bytes, **save: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        file.save(out, **save)  # type: ignore[arg-type]
    return out.getvalue()


def fails(data: bytes, name: str = "paper.pdf", **options: object) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name, ReadOptions(**{"ocr": False, **options}))  # type: ignore[arg-type]
    assert caught.value.remedy
    assert name in caught.value.message
    return caught.value


def test_a_locked_file_opens_with_its_password_only() -> None:
    locked = changed(SMALL, encryption=pikepdf.Encryption(user="open sesame", owner="o"))
    assert fails(locked).code == "encrypted"
    wrong = fails(locked, password="guess")
    assert wrong.code == "encrypted"
    assert "guess" not in wrong.message
    assert body(read(locked, password="open sesame")) == body(read(SMALL))


def test_a_password_beyond_ascii_is_tried_as_pdf_prepares_it() -> None:
    locked = changed(SMALL, encryption=pikepdf.Encryption(user="SaSLprep", owner="o"))
    assert body(read(locked, password="S\u00aaSL\u00adprep")) == body(read(SMALL))


def test_an_empty_password_is_always_tried() -> None:
    locked = changed(SMALL, encryption=pikepdf.Encryption(user="", owner="owner"))
    assert body(read(locked)) == body(read(SMALL))
    assert body(read(locked, password="of another file")) == body(read(SMALL))


def test_limits() -> None:
    many = pdf(*[lambda canvas: canvas.drawString(72, 700, "page")] * 4)
    assert fails(many, max_pages=3).code == "too_many_pages"
    assert len(read(many, max_pages=4).pages) == 4


def test_limits_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    path.write_bytes(SMALL)
    with pytest.raises(ReadError) as caught:
        read_document(path, ReadOptions(max_bytes=100))
    assert caught.value.code == "too_large"
    for place, code in ((tmp_path / "none.pdf", "not_found"), (tmp_path, "not_a_file")):
        with pytest.raises(ReadError) as caught:
            read_document(place)
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"%PDF-1.7\n" + b"\x00garbage" * 50, "damaged"),
        (b"<ht" + b"\xff\xfe\x00" * 100, "damaged"),
    ],
)
def test_garbage_is_named(data: bytes, code: str) -> None:
    assert fails(data).code == code


def test_a_truncated_file_is_read_or_named() -> None:
    for part in (0.2, 0.5, 0.8, 0.97):
        try:
            document = read(SMALL[: int(len(SMALL) * part)])
        except ReadError as error:
            assert error.code in {"damaged", "no_pages"}
        else:
            assert document.pages


def test_a_file_without_its_table_of_objects_is_read() -> None:
    start = SMALL.rindex(b"xref\n")
    assert "The Board met in public." in str(body(read(SMALL[:start])))


def test_a_page_tree_that_loops_ends() -> None:
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )
    try:
        document = read(data)
    except ReadError as error:
        assert error.code in {"damaged", "no_pages"}
    else:
        assert all(page.status in ("failed", "empty") for page in document.pages)
        assert len(codes(document)) >= len(document.pages)


def test_one_bad_page_costs_that_page() -> None:
    data = pdf(*[lambda canvas: canvas.drawString(72, 700, "good page")] * 3)
    with pikepdf.open(io.BytesIO(data)) as file:
        file.Root.Pages.Kids[1] = pikepdf.Dictionary(Type=pikepdf.Name.Nonsense)
        out = io.BytesIO()
        file.save(out)
    document = read(out.getvalue())
    assert len(document.pages) == 3
    assert [body(document, n)[0][1] for n in (1, 3)] == ["good page", "good page"]
    assert document.pages[1].status in ("failed", "empty")
    assert any(warning.page == 2 for warning in document.warnings)


def test_a_blank_page_is_told() -> None:
    document = read(pdf(lambda canvas: lines(canvas, ["Words."]), lambda canvas: None))
    assert [page.status for page in document.pages] == ["text", "empty"]
    assert [(w.code, w.page) for w in document.warnings] == [("page_without_text", 2)]


def test_a_gigantic_page_is_read_within_reason() -> None:
    data = pdf(lambda canvas: canvas.drawString(72, 700, "tiny words"), size=(200_000, 200_000))
    assert "tiny words" in str(body(read(data)))


def test_attachments_are_named_and_not_read() -> None:
    with pikepdf.open(io.BytesIO(SMALL)) as file:
        file.attachments["minutes.docx"] = b"PK"
        out = io.BytesIO()
        file.save(out)
    document = read(out.getvalue())
    assert document.attachments == ("minutes.docx",)
    assert "attachments" in codes(document)


def test_characters_without_meaning_are_counted() -> None:
    with pikepdf.open(io.BytesIO(SMALL)) as file:
        page = file.pages[0]
        cmap = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
1 beginbfrange <20> <7e> <F120> endbfrange endcmap end end"""
        odd = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
            ToUnicode=file.make_stream(cmap),
        )  # fmt: skip
        page.Resources.Font["/Odd"] = odd
        page.contents_add(b"BT /Odd 11 Tf 72 100 Td (words nobody can read here) Tj ET")
        out = io.BytesIO()
        file.save(out)
    assert "text_unreliable" in codes(read(out.getvalue()))


def test_a_scan_without_ocr_says_what_would_read_it() -> None:
    document = read(scan(["The Board met in public."]))
    page = document.pages[0]
    assert (page.status, page.blocks) == ("scanned", ())
    (warning,) = document.warnings
    assert (warning.code, warning.page) == ("page_without_text", 1)
    assert 'pip install "papersearch[ocr]"' in warning.message


def test_letters_drawn_as_paths_are_taken_for_a_picture() -> None:
    def draw(canvas: Canvas) -> None:
        for n in range(120):
            path = canvas.beginPath()
            path.moveTo(72 + 3 * n, 700)
            path.curveTo(74 + 3 * n, 705, 73 + 3 * n, 708, 75 + 3 * n, 710)
            canvas.drawPath(path)

    assert read(pdf(draw)).pages[0].status == "scanned"


@pytest.mark.skipif(not ocr.available(), reason="the ocr extra is not installed")
@pytest.mark.parametrize("turn", [0, 2, 90, 180, 270])
def test_a_scan_is_read_where_ocr_is_installed(turn: int) -> None:
    texts = ["The Board met in public.", "It agreed the annual plan."]
    document = read_bytes(scan(texts, turn), "scan.pdf", ReadOptions())
    page = document.pages[0]
    assert (page.status, page.way) == ("ocr", "ocr")
    assert page.confidence is not None
    assert 0.5 < page.confidence <= 1
    assert " ".join(text for _, text in body(document)) == " ".join(texts)
    words = [w for b in page.blocks for line in b.lines for w in line.words]
    assert all(word.confidence is not None for word in words)
    assert codes(document) == ["page_read_by_ocr"]
    for word in words:
        assert word.box is not None
        assert 0 <= word.box[0] <= word.box[2] <= page.width
        assert 0 <= word.box[1] <= word.box[3] <= page.height


@pytest.mark.skipif(not ocr.available(), reason="the ocr extra is not installed")
def test_pictures_beyond_the_time_allowed_are_told() -> None:
    document = read_bytes(scan(["The Board met."]), "scan.pdf", ReadOptions(ocr_seconds=-1))
    assert document.pages[0].status == "scanned"
    (warning,) = document.warnings
    assert warning.code == "page_without_text"
    assert "--timeout" in warning.message


def test_the_invisible_layer_of_a_scan_is_its_text() -> None:
    picture = ImageReader(Image.new("RGB", (100, 140), "lightgrey"))

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(picture, 0, 0, WIDTH, HEIGHT)
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        for n in range(4):
            text.textLine(f"Line {n} that a scanner recognised")
        canvas.drawText(text)

    document = read(pdf(draw))
    assert document.pages[0].status == "text"
    assert "Line 3 that a scanner recognised" in str(body(document))
    assert document.pages[0].hidden == ()


def survives(data: bytes, name: str) -> None:
    try:
        document = read_bytes(data, name, ReadOptions(ocr=False, max_pages=200))
    except ReadError as error:
        assert error.code in READ_ERROR_CODES
    else:
        assert document.pages


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=400), st.sampled_from(["a.pdf", "a.docx", "a.html", "a.txt", "a.bin"]))
def test_any_bytes_give_a_document_or_a_read_error(data: bytes, name: str) -> None:
    survives(data, name)
    survives(b"%PDF-1.7\n" + data, name)
    survives(b"<html>" + data, name)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.integers(1, 30))
@example(1280, 8)  # a page box that holds no numbers
def test_a_spoilt_pdf_gives_a_document_or_a_read_error(seed: int, count: int) -> None:
    chance = random.Random(seed)
    spoilt = bytearray(SMALL)
    for _ in range(count):
        place = chance.randrange(len(spoilt))
        if chance.random() < 0.3:
            del spoilt[place : place + chance.randrange(40)]
        else:
            spoilt[place] = chance.randrange(256)
    survives(bytes(spoilt), "spoilt.pdf")


def test_links_that_lead_back_to_themselves_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(tmp_path / "b.pdf")
    (tmp_path / "b.pdf").symlink_to(tmp_path / "a.pdf")
    with pytest.raises(ReadError) as told:
        read_document(tmp_path / "a.pdf", ReadOptions())
    assert told.value.code == "not_found"
    assert str(tmp_path) not in str(told.value)
