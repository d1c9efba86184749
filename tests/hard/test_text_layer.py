"""Hard case 15: damage of the text layer is reported, and what can be read is read."""

from __future__ import annotations

import io

import pikepdf
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from papersearch.record import Paper
from tests.hard.shelf import Shelf, citation_of, codes_of, document, text_document
from tests.papers.sheets import PROSE, pdf
from tests.reading.pdfs import HEIGHT, WIDTH, lines
from tests.reading.pdfs import pdf as pages

TRUST = "Ravenglass Mental Health NHS Trust"


def _head(canvas: Canvas, title: str, day: str = "27 March 2024") -> None:
    canvas.setFont("Helvetica-Bold", 13)
    lines(canvas, [TRUST], 60, HEIGHT - 60)
    canvas.setFont("Helvetica", 11)
    lines(canvas, [f"Board of Directors, {day}", f"Title: {title}"], 60, HEIGHT - 90, step=20)


def _words(record: Paper) -> str:
    """Return all that the record quotes, to look for what must not be lost or shown."""
    quotes = [c.evidence.quote for c in (*record.commitments, *record.foi.citations)]
    return " ".join([*quotes, record.recommendation or "", *(s.heading for s in record.sections)])


# --- a picture in place of a page ---


@document("scanned-page.pdf")
def _scanned() -> bytes:
    from PIL import Image, ImageDraw

    image = Image.new("L", (800, 1100), 255)
    draw = ImageDraw.Draw(image)
    for n in range(20):
        draw.text((80, 100 + 40 * n), "Signed letter from the regulator, line " + str(n), fill=0)

    def first(canvas: Canvas) -> None:
        _head(canvas, "Letter from the regulator")
        lines(canvas, ["The letter is on the next page."], 60, HEIGHT - 160)

    def second(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)

    return pages(first, second)


def test_a_scanned_page_is_told(shelf: Shelf) -> None:
    paper = shelf.one("scanned-page.pdf")
    assert paper.title == "Letter from the regulator"
    assert paper.source.pages == (1, 2)
    assert ("page_without_text", 2) in codes_of(paper)


# --- ligatures, soft hyphens, hyphens at the line's end ---

BROKEN_WORDS = f"""{TRUST}

Board of Directors, 25 April 2024

Title: Of\ufb01ce moves

1. Summary

The \ufb01nance team will move in May. A \ufb02oor plan is attached.

2. Freedom of Information

This paper is ex\u00adempt from publication un\u00adder section 43(2) of the Free-
dom of Information Act 2000 because it sets out our nego-
tiating position and a five-
year lease is still to be signed.
"""
text_document("ligatures-and-hyphens.txt", BROKEN_WORDS)


def test_ligatures_and_hyphens_are_folded(shelf: Shelf) -> None:
    paper = shelf.one("ligatures-and-hyphens.txt")
    assert paper.title == "Office moves"
    assert paper.foi.status == "exempt"
    citation = citation_of(paper, "FOIA s.43(2)")
    assert citation.scope == "This paper"
    assert citation.rationale == (
        "it sets out our negotiating position and a five-year lease is still to be signed"
    )


# --- characters that a font's map does not tell ---


@document("no-letters.pdf")
def _unmapped() -> bytes:
    """Set page 2 in a font whose map turns every code into U+FFFD."""
    import reportlab

    pdfmetrics.registerFont(TTFont("Vera", f"{reportlab.__path__[0]}/fonts/Vera.ttf"))

    def first(canvas: Canvas) -> None:
        _head(canvas, "Ward staffing")
        lines(canvas, ["The table on the next page gives the posts."], 60, HEIGHT - 160)

    def second(canvas: Canvas) -> None:
        canvas.setFont("Vera", 11)
        lines(canvas, [f"Ward {n} has posts filled and posts empty this month" for n in range(20)])

    data = pages(first, second)
    with pikepdf.open(io.BytesIO(data)) as found:
        for page in found.pages:
            for font in page.Resources.Font.values():
                if "/ToUnicode" in font:
                    font.ToUnicode = found.make_stream(_nothing_known())
        out = io.BytesIO()
        found.save(out)
    return out.getvalue()


def _nothing_known() -> bytes:
    codes = [b"<%02X> <FFFD>" % code for code in range(256)]
    maps = [
        b"%d beginbfchar\n%s\nendbfchar" % (100 if n < 200 else 56, b"\n".join(codes[n : n + 100]))
        for n in (0, 100, 200)
    ]
    return b"\n".join((
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        b"/CMapName /None def /CMapType 2 def",
        b"1 begincodespacerange <00> <FF> endcodespacerange", *maps,
        b"endcmap CMapName currentdict /CMap defineresource pop end end",
    ))  # fmt: skip


def test_a_page_without_letters_is_told(shelf: Shelf) -> None:
    paper = shelf.one("no-letters.pdf")
    assert paper.title == "Ward staffing"
    told = {code for code, page in codes_of(paper) if page == 2}
    assert told & {"text_unreliable", "page_without_text"}


# --- columns whose words were written in another order ---


@document("columns.pdf")
def _columns() -> bytes:
    left = ["The Trust will open a crisis", "house in the north of the county", "by March 2026.",
            "It will have six beds and be", "staffed by day and by night."]  # fmt: skip
    right = ["This paper is exempt from", "publication under section 43(2)",
             "of the Freedom of Information", "Act 2000 because the lease of the",
             "house has yet to be agreed."]  # fmt: skip

    def draw(canvas: Canvas) -> None:
        _head(canvas, "Crisis house")
        for n in range(5):  # line by line over both columns, the right one first
            canvas.drawString(320, HEIGHT - 170 - 15 * n, right[n])
            canvas.drawString(60, HEIGHT - 170 - 15 * n, left[n])
        for n, text in enumerate(PROSE * 2):
            for part in range(2):
                words = text.split()
                half = len(words) // 2
                shown = " ".join(words[:half] if part == 0 else words[half:])
                for k in range(0, len(shown), 34):
                    canvas.drawString((60, 320)[part], HEIGHT - 270 - 75 * n - 15 * (k // 34),
                                      shown[k : k + 34])  # fmt: skip

    return pages(draw)


def test_columns_are_read_one_after_the_other(shelf: Shelf) -> None:
    paper = shelf.one("columns.pdf")
    citation = citation_of(paper, "FOIA s.43(2)")
    assert citation.rationale == "the lease of the house has yet to be agreed"
    texts = [c.text for c in paper.commitments]
    assert any(
        "The Trust will open a crisis house in the north of the county by March 2026" in text
        for text in texts
    )


# --- a watermark across the words ---


@document("watermark.pdf")
def _watermark() -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFillGray(0.85)
        canvas.setFont("Helvetica-Bold", 110)
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(50)
        canvas.drawCentredString(0, 0, "DRAFT")
        canvas.restoreState()
        canvas.setFillGray(0)
        _head(canvas, "Ligature risks")
        lines(canvas, [
            "Appendix A is exempt under section 38(1)(b) of the Freedom of Information Act 2000",
            "because a map of ligature points would endanger patients.",
            *[f"{n}. Ward {n} was walked round in March and its points were listed." for n in
              range(1, 30)],
        ], 60, HEIGHT - 160)  # fmt: skip

    return pages(draw)


def test_a_watermark_is_no_word_of_the_paper(shelf: Shelf) -> None:
    paper = shelf.one("watermark.pdf")
    assert paper.title == "Ligature risks"
    citation = citation_of(paper, "FOIA s.38(1)(b)")
    assert citation.scope == "Appendix A"
    assert citation.rationale == "a map of ligature points would endanger patients"
    assert "DRAFT" not in citation.evidence.quote


# --- a black box with the words beneath it ---


@document("redaction.pdf")
def _redaction() -> bytes:
    def draw(canvas: Canvas) -> None:
        _head(canvas, "Staff grievance")
        lines(canvas, ["The grievance was brought by", "Geraldine Smallbone of Ward Nine,",
                       "and was not upheld.", "We will publish a new policy by June 2025."],
              60, HEIGHT - 160, step=22)  # fmt: skip
        canvas.setFillGray(0)
        canvas.rect(56, HEIGHT - 187, 240, 16, fill=1, stroke=0)

    return pages(draw)


def test_words_under_a_black_box_are_told_and_not_shown(shelf: Shelf) -> None:
    paper = shelf.one("redaction.pdf")
    assert ("hidden_text", 1) in codes_of(paper)
    (pledge,) = paper.commitments
    assert pledge.due is not None
    assert pledge.due.to == "2025-06-30"
    from papersearch.record import to_json

    assert "Smallbone" not in to_json(paper)


# --- files that cannot be opened ---


def _plain_paper() -> bytes:
    words = "The key to this file is held by the Company Secretary and by nobody else. "
    return pdf((("big", TRUST), ("p", "Title: Locked away"), ("p", words * 4)))


@document("locked.pdf")
def _locked() -> bytes:
    with pikepdf.open(io.BytesIO(_plain_paper())) as found:
        out = io.BytesIO()
        found.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return out.getvalue()


@document("owner-locked.pdf")
def _owner_locked() -> bytes:
    with pikepdf.open(io.BytesIO(_plain_paper())) as found:
        out = io.BytesIO()
        found.save(out, encryption=pikepdf.Encryption(user="", owner="secret"))
    return out.getvalue()


@document("torn.pdf")
def _torn() -> bytes:
    return _plain_paper()[:700]


@document("noise.pdf")
def _noise() -> bytes:
    return b"%PDF-1.7\n" + bytes(range(256)) * 20


@document("empty.pdf")
def _empty() -> bytes:
    return b""


@document("torn.docx")
def _torn_word() -> bytes:
    from tests.papers.sheets import docx

    return docx((("big", TRUST), ("p", "Title: Half a file")))[:2000]


def test_each_file_that_cannot_be_read_says_why(shelf: Shelf) -> None:
    expected = {"locked.pdf": {"encrypted"}, "torn.pdf": {"damaged", "no_pages"},
                "noise.pdf": {"damaged", "no_pages"}, "empty.pdf": {"empty_file"},
                "torn.docx": {"damaged"}}  # fmt: skip
    for name, codes in expected.items():
        failure = shelf.failure(name)
        assert failure.error.code in codes, name
        assert failure.error.message
        assert failure.error.remedy
        assert failure.source.file.endswith(name)


def test_a_lock_for_changes_only_is_no_hindrance(shelf: Shelf) -> None:
    assert shelf.one("owner-locked.pdf").title == "Locked away"
