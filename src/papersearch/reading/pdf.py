"""PDF files: pdfium reads every page, pdfplumber the pages that may hold a table.

Where pdfium cannot open a file it is repaired with pikepdf, and at last read
by pdfplumber alone. One bad page costs that page, never the file.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from papersearch.errors import ReadError
from papersearch.reading.document import (
    Block,
    Box,
    Document,
    FormField,
    HiddenText,
    Line,
    OutlineItem,
    Page,
    PageStatus,
    Table,
    Word,
)
from papersearch.reading.kind import PDF
from papersearch.reading.layout import Row, blocks_of, rows_of, strips_of
from papersearch.reading.options import ReadOptions
from papersearch.reading.pdf_objects import (
    Drawing,
    comments,
    find_hidden,
    form_fields,
    read_drawing,
)
from papersearch.reading.pdf_words import UNREADABLE, Geometry, RawWord, WordReader
from papersearch.reading.running import PageRows, set_apart
from papersearch.record import Warning

SCAN_SHARE = 0.5
"""A page with few words, half covered by one picture, is taken for a scan."""
FEW_WORDS = 8
MOST_UNREADABLE = 0.05
"""Share of characters without a meaning from which a page's text is not to be trusted."""


@dataclass(slots=True)
class _Sheet:
    """A page on its way: what was read of it so far."""

    number: int
    status: PageStatus = "text"
    width: float = 0.0
    height: float = 0.0
    words: list[Word] = field(default_factory=list)
    odd: list[RawWord] = field(default_factory=list)
    turned: int = 0
    hidden: list[HiddenText] = field(default_factory=list)
    fields: list[FormField] = field(default_factory=list)
    drawing: Drawing = field(default_factory=Drawing)
    tables: list[Table] = field(default_factory=list)
    way: str = "pdfium"
    confidence: float | None = None
    label: str | None = None


def read_pdf(data: bytes, path: str, sha256: str, options: ReadOptions) -> Document:
    """Return the document in *data*.

    Raises:
        ReadError: ``encrypted``, ``damaged``, ``no_pages`` or ``too_many_pages``.
    """
    name = PurePath(path).name
    warnings: list[Warning] = []
    pdf = _open(data, name, options, warnings)
    try:
        count = len(pdf)
        if count == 0:
            raise ReadError("no_pages", f"{name} opens but has no pages.")
        if count > options.max_pages:
            raise ReadError(
                "too_many_pages", f"{name} has {count:,} pages, more than {options.max_pages:,}."
            )
        form = _form(pdf)
        sheets = [_sheet(pdf, form, number, warnings, options) for number in range(1, count + 1)]
        _ocr(pdf, sheets, warnings, options)
        outline = _outline(pdf)
        metadata = {key.lower(): value for key, value in pdf.get_metadata_dict().items() if value}
        attachments = _attachments(pdf, warnings)
    finally:
        pdf.close()
    if options.tables:
        _find_tables(data, sheets, warnings, options)
    pages = _pages(sheets)
    warnings += _hidden_warnings(pages)
    return Document(
        path, sha256, PDF, tuple(pages), outline, tuple(warnings), metadata, attachments
    )


def _open(data: bytes, name: str, options: ReadOptions, warnings: list[Warning]) -> Any:
    try:
        return pdfium.PdfDocument(data, password=options.password)
    except pdfium.PdfiumError as error:
        code = raw.FPDF_GetLastError()
        if code == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            if options.password:
                raise ReadError("encrypted", f"The password does not open {name}.") from error
            raise ReadError("encrypted", f"{name} is encrypted.") from error
        repaired = _repair(data, name, options)
        if repaired is None:
            raise ReadError("damaged", f"{name} is damaged: no PDF reader can open it.") from error
    try:
        pdf = pdfium.PdfDocument(repaired)
    except pdfium.PdfiumError as error:
        raise ReadError("damaged", f"{name} is damaged beyond repair.") from error
    warnings.append(Warning(code="repaired", message="The file was damaged and read after repair."))
    return pdf


def _repair(data: bytes, name: str, options: ReadOptions) -> bytes | None:
    """Return the file as pikepdf rebuilds it, ``None`` where it cannot."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), password=options.password or "") as broken:
            out = io.BytesIO()
            broken.save(out)
            return out.getvalue()
    except pikepdf.PasswordError as error:
        raise ReadError("encrypted", f"{name} is encrypted.") from error
    except (pikepdf.PdfError, ValueError, RuntimeError, OSError):
        return None


def _form(pdf: Any) -> Any:
    if raw.FPDF_GetFormType(pdf.raw) == raw.FORMTYPE_NONE:
        return None
    pdf.init_forms()
    return pdf.formenv.raw if pdf.formenv else None


def _sheet(
    pdf: Any, form: Any, number: int, warnings: list[Warning], options: ReadOptions
) -> _Sheet:
    sheet = _Sheet(number)
    try:
        page = pdf[number - 1]
    except pdfium.PdfiumError:
        sheet.status = "failed"
        warnings.append(
            Warning(code="page_failed", page=number, message="This page could not be opened.")
        )
        return sheet
    try:
        _fill(sheet, page.raw, form, options)
    except (pdfium.PdfiumError, ValueError, OverflowError) as error:
        sheet.status = "failed"
        warnings.append(
            Warning(
                code="page_failed", page=number, message=f"This page could not be read ({error})."
            )
        )
    finally:
        page.close()
    sheet.label = _file_label(pdf, number)
    letters = sum(len(word.text) for word in sheet.words)
    unreadable = sum(len(UNREADABLE.findall(word.text)) for word in sheet.words if not word.tick)
    if unreadable and unreadable > max(3, MOST_UNREADABLE * letters):
        warnings.append(
            Warning(
                code="text_unreliable",
                page=number,
                message=f"{unreadable} of {letters} characters on this page have no known meaning.",
            )
        )
        sheet.way = "pdfium?"
    return sheet


def _fill(sheet: _Sheet, page: Any, form: Any, options: ReadOptions) -> None:
    geometry = Geometry(page)
    sheet.width, sheet.height = geometry.width, geometry.height
    sheet.drawing = drawing = read_drawing(page, geometry)
    reader = WordReader(page, geometry, drawing.text_orders)
    try:
        found = list(reader.words())
    finally:
        reader.close()
    scanned = drawing.image_share(geometry.width, geometry.height) > SCAN_SHARE
    if not options.include_hidden:
        found, hidden = find_hidden(found, drawing, geometry.width, geometry.height, scanned)
        sheet.hidden = [replace(item, page=sheet.number) for item in hidden]
    sheet.hidden += comments(page, geometry, sheet.number)
    sheet.fields = form_fields(page, form, geometry, sheet.number)
    turned = _main_angle(found)
    sheet.turned = turned
    sheet.words = [item.word for item in found if _near(item.angle, turned)]
    sheet.odd = [item for item in found if not _near(item.angle, turned)]
    filled = [f for f in sheet.fields if f.value and f.box]
    sheet.words += [
        Word(text, field.box, "form", field.box[3] - field.box[1])
        for field in filled
        if field.box
        for text in (field.value or "").split()
        if not _shown_already(field.box, sheet.words)
    ]
    if len(sheet.words) < FEW_WORDS and scanned:
        sheet.status = "scanned"
    elif not sheet.words and not sheet.odd:
        sheet.status = "scanned" if drawing.images and scanned else "empty"


def _shown_already(box: Box, words: Sequence[Word]) -> bool:
    return any(
        word.box is not None
        and box[0] - 1 <= (word.box[0] + word.box[2]) / 2 <= box[2] + 1
        and box[1] - 1 <= (word.box[1] + word.box[3]) / 2 <= box[3] + 1
        and word.font != "form"
        for word in words
    )


def _near(angle: int, wanted: int) -> bool:
    return min((angle - wanted) % 360, (wanted - angle) % 360) <= 5


def _main_angle(words: list[RawWord]) -> int:
    counts = {0: 0, 90: 0, 180: 0, 270: 0}
    for item in words:
        for angle in counts:
            if _near(item.angle, angle):
                counts[angle] += len(item.word.text)
    return max(counts, key=lambda angle: (counts[angle], -angle))


def _file_label(pdf: Any, number: int) -> str | None:
    try:
        label = str(pdf.get_page_label(number - 1) or "")
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return None
    return label if label and label != str(number) and label.isalnum() else None


def _ocr(pdf: Any, sheets: list[_Sheet], warnings: list[Warning], options: ReadOptions) -> None:
    """Read pictures of pages without usable text, where the user's installation can."""
    wanted = [s for s in sheets if s.status == "scanned" or s.way == "pdfium?"]
    for sheet in sheets:
        if sheet.way == "pdfium?":
            sheet.way = "pdfium"
    if not wanted:
        return
    from papersearch.reading import ocr

    if options.ocr is False or not ocr.available():
        for sheet in wanted:
            if sheet.status == "scanned":
                how = (
                    "it was told not to read pictures"
                    if options.ocr is False
                    else 'pip install "papersearch[ocr]" and read it again'
                )
                warnings.append(
                    Warning(
                        code="page_without_text",
                        page=sheet.number,
                        message=f"This page is a picture and not searchable: {how}.",
                    )
                )
        return
    for sheet in wanted:
        words, confidence = ocr.read_page(pdf, sheet.number)
        if not words:
            if sheet.status == "scanned":
                warnings.append(
                    Warning(
                        code="page_without_text",
                        page=sheet.number,
                        message="This page is a picture in which no words were recognised.",
                    )
                )
            continue
        sheet.words, sheet.odd, sheet.turned = words, [], 0
        sheet.status, sheet.way, sheet.confidence = "ocr", "ocr", confidence
        warnings.append(
            Warning(
                code="page_read_by_ocr",
                page=sheet.number,
                message=f"Read from a picture, confidence {confidence:.0%}.",
            )
        )


def _find_tables(
    data: bytes, sheets: list[_Sheet], warnings: list[Warning], options: ReadOptions
) -> None:
    from papersearch.reading.tables import (
        find_tables,
        join_over_pages,
        lines_are_nested,
        may_hold_table,
    )

    lying = [sheet for sheet in sheets if sheet.status == "text" and not sheet.turned]
    nested = [sheet for sheet in lying if lines_are_nested(sheet.drawing)]
    if nested:
        _add_nested_lines(data, nested, warnings, options)
    for sheet in lying:
        if may_hold_table(sheet.drawing):
            sheet.tables = find_tables(sheet.drawing, sheet.number, sheet.words, sheet.fields)
            if sheet.tables and "plumber" not in sheet.way:
                sheet.way = "pdfium+tables"
    joined = join_over_pages([s.tables for s in sheets], [s.height for s in sheets])
    for sheet, tables in zip(sheets, joined, strict=True):
        taken = {id(w) for t in sheet.tables for w in _table_words(t)}
        sheet.words = [word for word in sheet.words if id(word) not in taken]
        sheet.tables = tables


def _add_nested_lines(
    data: bytes, sheets: list[_Sheet], warnings: list[Warning], options: ReadOptions
) -> None:
    """Let pdfplumber read the lines that lie inside nested drawings."""
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    from papersearch.reading.tables import nested_rulings

    bad = (PdfminerException, PDFException, ValueError, TypeError, KeyError, IndexError,
           AttributeError, RecursionError, AssertionError)  # fmt: skip
    try:
        with pdfplumber.open(io.BytesIO(data), password=options.password or "") as pdf:
            for sheet in sheets:
                try:
                    sheet.drawing.rulings += nested_rulings(pdf, sheet.number)
                    sheet.way = "pdfium+pdfplumber"
                except bad as error:
                    warnings.append(
                        Warning(
                            code="tables_not_read",
                            page=sheet.number,
                            message=f"Lines of this page were not read ({type(error).__name__}).",
                        )
                    )
    except bad as error:
        warnings.append(
            Warning(
                code="tables_not_read",
                message=f"Lines of nested drawings were not read ({type(error).__name__}).",
            )
        )


def _table_words(table: Table) -> list[Word]:
    return [word for cell in table.cells for line in cell.lines for word in line.words]


def _pages(sheets: list[_Sheet]) -> list[Page]:
    sieved = []
    for sheet in sheets:
        words = [_turn(w, sheet) for w in sheet.words] if sheet.turned else sheet.words
        height = sheet.width if sheet.turned % 180 else sheet.height
        sieved.append(PageRows(height, rows_of([w for w in words if w.box])))
    set_apart(sieved)
    return [_page(sheet, rows) for sheet, rows in zip(sheets, sieved, strict=True)]


def _page(sheet: _Sheet, sieved: PageRows) -> Page:
    width = sheet.height if sheet.turned % 180 else sheet.width
    strips = strips_of(sieved.rows, width)
    body = blocks_of(strips, sheet.number)
    for table in sheet.tables:
        block = Block("table", page=sheet.number, table=table)
        top = table.box[1] if table.box else 0.0
        at = next(
            (i for i, b in enumerate(body) if (b.box or (0, 0, 0, 0))[1] > top - 2
             and (b.table is None or (b.box or (0, 0))[1] > top)), len(body),
        )  # fmt: skip
        body.insert(at, block)
    blocks = [
        *(Block("header", (Line(row.words, sheet.number),), sheet.number) for row in sieved.headers),
        *body,
        *(Block("footer", (Line(row.words, sheet.number),), sheet.number) for row in sieved.footers),
        *(Block("line_number", (Line(row.words, sheet.number),), sheet.number)
          for row in sieved.numbers),
        *_odd_blocks(sheet),
    ]  # fmt: skip
    if sheet.turned:
        blocks = [_turn_back(block, sheet) for block in blocks]
    return Page(
        sheet.number, sheet.status, round(sheet.width, 1), round(sheet.height, 1),
        sieved.label or sheet.label, tuple(blocks), tuple(sheet.hidden), tuple(sheet.fields),
        sheet.way if sheet.status in ("text", "ocr") else "", sheet.confidence,
    )  # fmt: skip


def _odd_blocks(sheet: _Sheet) -> list[Block]:
    """Words at another angle than the page's: slanted ones are a watermark, upright ones text."""
    groups: dict[int, list[Word]] = {}
    for item in sheet.odd:
        groups.setdefault(item.angle, []).append(item.word)
    return [
        Block(
            "paragraph" if angle % 90 in (0, 1, 89) else "watermark",
            (Line(tuple(words), sheet.number),),
            sheet.number,
        )
        for angle, words in sorted(groups.items())
    ]


def _turn(word: Word, sheet: _Sheet) -> Word:
    """Turn a word's box so that sideways text lies upright for the layout."""
    assert word.box is not None  # noqa: S101
    x0, top, x1, bottom = word.box
    if sheet.turned == 90:
        box = (sheet.height - bottom, x0, sheet.height - top, x1)
    elif sheet.turned == 270:
        box = (top, sheet.width - x1, bottom, sheet.width - x0)
    else:
        box = (sheet.width - x1, sheet.height - bottom, sheet.width - x0, sheet.height - top)
    return replace(word, box=box)


def _turn_back(block: Block, sheet: _Sheet) -> Block:
    def back(box: Box) -> Box:
        x0, top, x1, bottom = box
        if sheet.turned == 90:
            return (top, sheet.height - x1, bottom, sheet.height - x0)
        if sheet.turned == 270:
            return (sheet.width - bottom, x0, sheet.width - top, x1)
        return (sheet.width - x1, sheet.height - bottom, sheet.width - x0, sheet.height - top)

    if block.table is not None or block.kind == "watermark":
        return block
    lines = tuple(
        Line(tuple(replace(w, box=back(w.box)) if w.box else w for w in line.words), line.page)
        for line in block.lines
    )
    return replace(block, lines=lines)


def _outline(pdf: Any) -> tuple[OutlineItem, ...]:
    out = []
    try:
        for bookmark in pdf.get_toc(max_depth=6):
            destination = bookmark.get_dest()
            index = destination.get_index() if destination else None
            title = " ".join((bookmark.get_title() or "").split())
            if title and index is not None:
                out.append(OutlineItem(title, index + 1, bookmark.level + 1))
    except (pdfium.PdfiumError, UnicodeDecodeError, RecursionError):
        return tuple(out)
    return tuple(out)


def _attachments(pdf: Any, warnings: list[Warning]) -> tuple[str, ...]:
    try:
        names = tuple(
            pdf.get_attachment(i).get_name() for i in range(min(pdf.count_attachments(), 1000))
        )
    except (pdfium.PdfiumError, UnicodeDecodeError):
        names = ()
    if names:
        warnings.append(
            Warning(
                code="attachments",
                message=f"{len(names)} files are attached and were not read: {', '.join(names[:5])}.",
            )
        )
    return names


def _hidden_warnings(pages: list[Page]) -> list[Warning]:
    words = {
        "covered": "under a box or picture", "invisible": "set to be invisible",
        "background_colour": "in the colour of the paper", "off_page": "beside the page",
        "tiny": "too small to see", "comment": "in a comment",
    }  # fmt: skip
    out = []
    for page in pages:
        for hidden in page.hidden:
            box = ", ".join(f"{edge:.0f}" for edge in hidden.box) if hidden.box else "unknown"
            out.append(
                Warning(
                    code="hidden_text",
                    page=page.number,
                    message=(
                        f"Text {words[hidden.reason]} at ({box}): a possible failed redaction; "
                        "it is left out."
                    ),
                )
            )
    return out


__all__ = ["Row", "read_pdf"]
