"""One PDF page as pdfium reads it: shown words upright, hidden ones apart, what is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2 as pdfium

from papersearch.reading.document import (
    TICK_SIGNS,
    Box,
    FormField,
    HiddenText,
    PageStatus,
    Table,
    Word,
)
from papersearch.reading.hidden import find_hidden
from papersearch.reading.options import ReadOptions
from papersearch.reading.pdf_annotations import read_annotations
from papersearch.reading.pdf_marks import with_marks
from papersearch.reading.pdf_objects import WHITE, Drawing, read_drawing
from papersearch.reading.pdf_style import RawWord
from papersearch.reading.pdf_words import UNREADABLE, Geometry, WordReader
from papersearch.record import Warning

SCAN_SHARE = 0.5
"""A page with few words, half covered by pictures, is taken for a scan."""
FEW_WORDS = 8
MANY_PATHS = 40
"""A page without words but with so many drawn paths may hold letters drawn as paths."""
SMALL_PICTURE = 0.03
MOST_UNREADABLE = 0.05
"""Share of characters without a meaning from which a page's text is not to be trusted."""
_PLAIN_CHROMA = 50
_LARGEST_HIGHLIGHT = 0.08


@dataclass(slots=True)
class Sheet:
    """A page on its way: what was read of it so far.

    Words and drawing lie upright: where most of a page's text runs sideways
    the whole page is turned by ``turned`` degrees, and turned back at the end.
    """

    number: int
    status: PageStatus = "text"
    width: float = 0.0
    height: float = 0.0
    words: list[Word] = field(default_factory=list)
    artifacts: set[int] = field(default_factory=set)
    """``id()`` of words that the file itself marks as no part of the text."""
    odd: list[RawWord] = field(default_factory=list)
    """Words at another angle than the page's."""
    _odd_words: dict[int, Word] = field(default_factory=dict)
    turned: int = 0
    hidden: list[HiddenText] = field(default_factory=list)
    fields: list[FormField] = field(default_factory=list)
    drawing: Drawing = field(default_factory=Drawing)
    tables: list[Table] = field(default_factory=list)
    way: str = "pdfium"
    unreliable: bool = False
    confidence: float | None = None
    label: str | None = None

    def odd_words(self) -> list[tuple[RawWord, Word]]:
        """Return the words at another angle, each always as the same object."""
        out = []
        for item in self.odd:
            known = self._odd_words.get(id(item))
            if known is None:
                known = self._odd_words[id(item)] = item.word()
            out.append((item, known))
        return out

    @property
    def upright_size(self) -> tuple[float, float]:
        """Width and height as the words lie."""
        if self.turned % 180:
            return (self.height, self.width)
        return (self.width, self.height)


def read_sheet(
    pdf: Any, form: Any, number: int, warnings: list[Warning], options: ReadOptions
) -> Sheet:
    """Return page *number* (from 1); a page that cannot be read has status ``failed``."""
    sheet = Sheet(number)
    try:
        page = pdf[number - 1]
    except pdfium.PdfiumError:
        sheet.status = "failed"
        return sheet
    try:
        _fill(sheet, pdf, page, form, options)
    except (pdfium.PdfiumError, ValueError, OverflowError):
        sheet.status = "failed"
        sheet.words, sheet.odd = [], []
    finally:
        page.close()
    sheet.label = _file_label(pdf, number)
    judge_text(sheet, warnings)
    return sheet


def judge_text(sheet: Sheet, warnings: list[Warning]) -> None:
    """Warn where many characters of the page have no known meaning."""
    letters = sum(len(word.text) for word in sheet.words)
    unreadable = sum(
        len(UNREADABLE.findall(word.text))
        for word in sheet.words
        if word.tick is None and not word.text.isascii()
    ) + sum(5 for word in sheet.words if word.text.startswith("(cid:"))
    if unreadable and unreadable > max(3, MOST_UNREADABLE * letters):
        sheet.unreliable = True
        message = f"{unreadable} of {letters} characters on this page have no known meaning."
        warnings.append(Warning(code="text_unreliable", page=sheet.number, message=message))


def _fill(sheet: Sheet, pdf: Any, page: Any, form: Any, options: ReadOptions) -> None:
    geometry = Geometry(page.raw)
    sheet.width, sheet.height = geometry.width, geometry.height
    drawing = read_drawing(page.raw, geometry, pdf.raw)
    reader = WordReader(page.raw, geometry, drawing.text_orders)
    try:
        found = reader.words()
    finally:
        reader.close()
    scanned = drawing.picture_share(geometry.width, geometry.height) > SCAN_SHARE
    pinned = read_annotations(page.raw, form, geometry, sheet.number)
    size = (geometry.width, geometry.height)
    if not options.include_hidden:
        found, hidden = find_hidden(found, drawing, pinned.covers, page, size, scanned)
        sheet.hidden = [replace(item, page=sheet.number) for item in hidden]
    sheet.hidden += pinned.comments
    sheet.fields = pinned.fields
    sheet.turned = _main_angle(found)
    _highlight(found, drawing, geometry.width * geometry.height)
    if sheet.turned:
        turn = turner(sheet)
        for item in found:
            item.box = turn(item.box)
        drawing = _turned(drawing, turn)
        sheet.fields = [replace(f, box=turn(f.box)) if f.box else f for f in sheet.fields]
    sheet.drawing = drawing
    for item in found:
        if not _near(item.angle, sheet.turned):
            sheet.odd.append(item)
            continue
        word = item.word()
        sheet.words.append(word)
        if item.style.artifact:
            sheet.artifacts.add(id(word))
    sheet.words += _field_words(sheet.fields, sheet.words)
    sheet.words = with_marks(sheet.words, drawing)
    if len(sheet.words) < FEW_WORDS and scanned:
        sheet.status = "scanned"
    elif not sheet.words and not sheet.odd:
        sheet.status = "scanned" if _may_show_words(drawing, size) else "empty"


def _may_show_words(drawing: Drawing, size: tuple[float, float]) -> bool:
    """Tell a page of pictures, or of letters drawn as paths, from a blank one."""
    return (
        drawing.crowded or drawing.paths >= MANY_PATHS
        or drawing.picture_share(*size) > SMALL_PICTURE
    )  # fmt: skip


def _field_words(fields: Sequence[FormField], words: Sequence[Word]) -> list[Word]:
    """Return what is filled into form fields as words, where the page's text has it not."""
    out = []
    for item in fields:
        box = item.box
        if box is None or _holds_a_word(box, words):
            continue
        if item.tick is not None:
            out.append(Word(TICK_SIGNS[item.tick], box, "form", box[3] - box[1], tick=item.tick))
            continue
        texts = (item.value or "").split()
        step = (box[2] - box[0]) / max(sum(len(t) + 1 for t in texts), 1)
        left = box[0]
        for text in texts:
            right = left + step * len(text)
            place = (round(left, 1), box[1], round(right, 1), box[3])
            out.append(Word(text, place, "form", min(box[3] - box[1], 12.0)))
            left = right + step
    return out


def _holds_a_word(box: Box, words: Sequence[Word]) -> bool:
    return any(
        word.box is not None
        and box[0] - 1 <= (word.box[0] + word.box[2]) / 2 <= box[2] + 1
        and box[1] - 1 <= (word.box[1] + word.box[3]) / 2 <= box[3] + 1
        for word in words
    )


def _near(angle: int, wanted: int) -> bool:
    return min((angle - wanted) % 360, (wanted - angle) % 360) <= 5


def _main_angle(words: Sequence[RawWord]) -> int:
    counts: Counter[int] = Counter()
    for item in words:
        counts[item.angle] += len(item.text)
    letters = {
        main: sum(count for angle, count in counts.items() if _near(angle, main))
        for main in (0, 90, 180, 270)
    }
    return max(letters, key=lambda angle: (letters[angle], -angle))


def turner(sheet: Sheet, back: bool = False) -> Callable[[Box], Box]:
    """Return what turns a box of the page as shown upright, or *back* again."""
    width, height = sheet.width, sheet.height
    turned = sheet.turned

    def upright(box: Box) -> Box:
        x0, top, x1, bottom = box
        if turned == 90:
            return (height - bottom, x0, height - top, x1)
        if turned == 270:
            return (top, width - x1, bottom, width - x0)
        return (width - x1, height - bottom, width - x0, height - top)

    def shown(box: Box) -> Box:
        x0, top, x1, bottom = box
        if turned == 90:
            return (top, height - x1, bottom, height - x0)
        if turned == 270:
            return (width - bottom, x0, width - top, x1)
        return (width - x1, height - bottom, width - x0, height - top)

    return shown if back else upright


def _turned(drawing: Drawing, turn: Callable[[Box], Box]) -> Drawing:
    return Drawing(
        rulings=[turn(box) for box in drawing.rulings],
        fills=[replace(fill, box=turn(fill.box)) for fill in drawing.fills],
        pictures=[replace(picture, box=turn(picture.box)) for picture in drawing.pictures],
        marks=[replace(mark, box=turn(mark.box)) for mark in drawing.marks],
        squares=[turn(box) for box in drawing.squares],
        sketches=[turn(box) for box in drawing.sketches],
        crowded=drawing.crowded,
    )


def _highlight(words: Sequence[RawWord], drawing: Drawing, page_area: float) -> None:
    """Mark words on a small coloured ground, or in a colour that is not most words'."""
    grounds = [
        fill.box
        for fill in drawing.fills
        if min(fill.colour) < WHITE - 20
        and (fill.box[2] - fill.box[0]) * (fill.box[3] - fill.box[1])
        < _LARGEST_HIGHLIGHT * page_area
    ]
    if grounds and len(grounds) < 1000:
        for word in words:
            x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
            word.highlighted = any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in grounds)
    colours = {word.style.colour for word in words}
    if not any(max(c) - min(c) > _PLAIN_CHROMA for c in colours) or len(colours) < 2:
        return
    main = Counter(word.style.colour for word in words).most_common(1)[0][0]
    for word in words:
        colour = word.style.colour
        if colour != main and max(colour) - min(colour) > _PLAIN_CHROMA:
            word.highlighted = True


def _file_label(pdf: Any, number: int) -> str | None:
    try:
        label = str(pdf.get_page_label(number - 1) or "")
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return None
    return label if label and label != str(number) and label.isalnum() else None
