"""The words of a PDF page by pdfium: text, boxes, fonts, colours, in page-as-shown coordinates.

A call into pdfium for every character is what makes reading slow, so the
page's text is taken in one call and boxes only for the ends of each word;
font and colour are asked once for each text object of the page.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

from papersearch.reading import glyphs
from papersearch.reading.document import TICK_SIGNS, Box, Word

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
# A line-end hyphen reaches us as U+0002 or U+FFFE from pdfium.
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
_DROPPED = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\uffff\x00-\x1f\x7f-\x9f\ufff9-\ufffb]"
)
_WORD = re.compile(r"[^\s\u00a0]+")
UNREADABLE = re.compile("[\ufffd\ue000-\uefff\uf100-\uf8ff]|\\(cid:\\d+\\)")


@dataclass(frozen=True, slots=True)
class Style:
    """What is the same for all characters of one text object."""

    font: str
    bold: bool
    italic: bool
    colour: tuple[int, int, int]
    opacity: int
    invisible: bool
    order: int


@dataclass(frozen=True, slots=True)
class RawWord:
    """A word with what hidden-text and watermark tests need beside the :class:`Word`."""

    word: Word
    style: Style
    angle: int
    """Degrees anticlockwise from upright, as shown, in steps of a degree; 0 for plain text."""


class Geometry:
    """Turns pdfium's coordinates into those of the page as shown."""

    def __init__(self, page: Any) -> None:
        self.rotation: int = raw.FPDFPage_GetRotation(page) % 4
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        box = (ctypes.byref(left), ctypes.byref(bottom), ctypes.byref(right), ctypes.byref(top))
        if not raw.FPDFPage_GetCropBox(page, *box):
            raw.FPDFPage_GetMediaBox(page, *box)
        self.x0, self.y0 = min(left.value, right.value), min(bottom.value, top.value)
        self.x1, self.y1 = max(left.value, right.value), max(bottom.value, top.value)
        self.width = float(raw.FPDF_GetPageWidthF(page))
        self.height = float(raw.FPDF_GetPageHeightF(page))
        if self.x1 - self.x0 < 1 or self.y1 - self.y0 < 1:
            turned = self.rotation % 2 == 1
            self.x0 = self.y0 = 0.0
            self.x1 = self.height if turned else self.width
            self.y1 = self.width if turned else self.height

    def shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return the box as ``(x0, top, x1, bottom)`` on the page as shown."""
        if self.rotation == 0:
            box = (left - self.x0, self.y1 - top, right - self.x0, self.y1 - bottom)
        elif self.rotation == 1:
            box = (bottom - self.y0, left - self.x0, top - self.y0, right - self.x0)
        elif self.rotation == 2:
            box = (self.x1 - right, bottom - self.y0, self.x1 - left, top - self.y0)
        else:
            box = (self.y1 - top, self.x1 - right, self.y1 - bottom, self.x1 - left)
        return (
            round(min(box[0], box[2]), 2),
            round(min(box[1], box[3]), 2),
            round(max(box[0], box[2]), 2),
            round(max(box[1], box[3]), 2),
        )


class WordReader:
    """Reads the words of one page.

    Args:
        page: pdfium's page handle (``PdfPage.raw``).
        orders: Place of each text object in drawing order, by address.
    """

    def __init__(self, page: Any, geometry: Geometry, orders: dict[int, int]) -> None:
        self.page = page
        self.geometry = geometry
        self.orders = orders
        self.text_page = raw.FPDFText_LoadPage(page)
        self._styles: dict[int, Style] = {}
        self._rect = raw.FS_RECTF()
        self._rect_pointer = ctypes.byref(self._rect)

    def close(self) -> None:
        """Free pdfium's text page."""
        raw.FPDFText_ClosePage(self.text_page)

    def words(self) -> Iterator[RawWord]:
        """Yield the page's words in the file's order."""
        text = self._text()
        for match in _WORD.finditer(text):
            yield from self._word(match.group(), match.start(), match.end() - 1)

    def _text(self) -> str:
        count = raw.FPDFText_CountChars(self.text_page)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self.text_page, 0, count, buffer)
        if written == count + 1:
            text = bytes(buffer)[: count * 2].decode("utf-16-le", "replace")
            if len(text) == count:
                return text
        # Characters without a code or beyond the first plane: one call each keeps places right.
        codes = (raw.FPDFText_GetUnicode(self.text_page, i) for i in range(count))
        return "".join(
            chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
            for code in codes
        )

    def _word(self, text: str, first: int, last: int) -> Iterator[RawWord]:
        start = self._box(first)
        end = start if first == last else self._box(last)
        style = self._style(first)
        if first != last and (
            self._is_broken(text, start, end) or self._changes_to_symbols(style, last)
        ):
            yield from self._split(text, first, last)
            return
        made = self._make(text, start, end, style, first)
        if made is not None:
            yield made

    def _make(
        self, text: str, start: tuple[float, ...], end: tuple[float, ...], style: Style, index: int
    ) -> RawWord | None:
        clean = _DROPPED.sub("", text.translate(_HYPHENS).translate(_LIGATURES))
        if not clean:
            return None
        box = self.geometry.shown(
            min(start[0], end[0]),
            min(start[1], end[1]),
            max(start[2], end[2]),
            max(start[3], end[3]),
        )
        angle = 0
        tall = box[3] - box[1] > 1.3 * (box[2] - box[0])
        if tall or (self.geometry.rotation % 2 == 1) or len(clean) > 1:
            angle = self._angle(index, box, len(clean))
        sign = glyphs.sign(clean, style.font)
        tick = glyphs.tick(clean, style.font)
        if tick is not None:
            clean = TICK_SIGNS[tick]
        elif sign == "bullet" and glyphs.symbol_font(style.font) is not None:
            clean = glyphs.BULLET
        elif "\uf000" <= clean[0] <= "\uf0ff" and sign == "bullet":
            clean = glyphs.BULLET
        height = box[3] - box[1] if angle % 180 == 0 else box[2] - box[0]
        word = Word(clean, box, style.font, round(height, 1), style.bold, style.italic, tick)
        return RawWord(word, style, angle)

    def _angle(self, index: int, box: Box, length: int) -> int:
        wide, high = box[2] - box[0], box[3] - box[1]
        if self.geometry.rotation == 0 and wide > 0.35 * length * high * 0.5 and wide > high:
            # Plainly lying: no call needed. A slanted watermark is as high as it is wide.
            return 0
        radians = raw.FPDFText_GetCharAngle(self.text_page, index)
        if radians < 0:
            return 0
        degrees = round(radians * 57.29578) - 90 * self.geometry.rotation
        return degrees % 360

    def _box(self, index: int) -> tuple[float, float, float, float]:
        if not raw.FPDFText_GetLooseCharBox(self.text_page, index, self._rect_pointer):
            return (0.0, 0.0, 0.0, 0.0)
        rect = self._rect
        return (rect.left, rect.bottom, rect.right, rect.top)

    def _is_broken(self, text: str, start: tuple[float, ...], end: tuple[float, ...]) -> bool:
        """Tell whether the ends of a word are too far apart to be one word."""
        high = max(start[3] - start[1], end[3] - end[1], 1.0)
        wide = max(end[2], start[2]) - min(start[0], end[0])
        tall = max(end[3], start[3]) - min(start[1], end[1])
        if self.geometry.rotation % 2 == 1 or tall > 1.6 * high:
            return tall > 1.1 * high * len(text) or (
                tall > 1.6 * high and wide > 0.8 * high * len(text)
            )
        return wide > 0.95 * high * len(text) + high or end[0] < start[0] - 0.3 * high

    def _changes_to_symbols(self, style: Style, last: int) -> bool:
        other = self._style(last)
        if other.font == style.font:
            return False
        return (glyphs.symbol_font(other.font) is None) != (glyphs.symbol_font(style.font) is None)

    def _split(self, text: str, first: int, last: int) -> Iterator[RawWord]:
        """Cut a run of characters where the font turns to symbols or a gap opens."""
        boxes = [self._box(index) for index in range(first, last + 1)]
        styles = [self._style(index) for index in range(first, last + 1)]
        begin = 0
        for here in range(1, len(text) + 1):
            if here < len(text):
                high = max(boxes[here][3] - boxes[here][1], 1.0)
                same_row = abs(boxes[here][1] - boxes[here - 1][1]) < 0.6 * high
                gap = boxes[here][0] - boxes[here - 1][2]
                symbols = [glyphs.symbol_font(styles[i].font) is None for i in (here - 1, here)]
                if same_row and -2 * high < gap < 0.5 * high and symbols[0] == symbols[1]:
                    continue
                if not same_row and self.geometry.rotation % 2 == 0:
                    straight = abs(boxes[here][0] - boxes[here - 1][0]) < high
                    if straight and symbols[0] == symbols[1]:
                        continue  # upright writing goes down the page
            made = self._make(
                text[begin:here], boxes[begin], boxes[here - 1], styles[begin], first + begin
            )
            if made is not None:
                yield made
            begin = here

    def _style(self, index: int) -> Style:
        text_object = raw.FPDFText_GetTextObject(self.text_page, index)
        address = ctypes.cast(text_object, ctypes.c_void_p).value or 0
        known = self._styles.get(address)
        if known is None:
            known = self._styles[address] = self._read_style(text_object, address, index)
        return known

    def _read_style(self, text_object: Any, address: int, index: int) -> Style:
        name = ctypes.create_string_buffer(160)
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(self.text_page, index, name, 160, ctypes.byref(flags))
        font = name.value.decode("utf-8", "replace")
        if len(font) > 7 and font[6] == "+" and font[:6].isupper():
            font = font[7:]
        lowered = font.lower()
        weight = raw.FPDFText_GetFontWeight(self.text_page, index)
        bold = weight >= 600 or any(w in lowered for w in ("bold", "black", "heavy", "semibold"))
        colour = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFText_GetFillColor(self.text_page, index, *(ctypes.byref(c) for c in colour))
        mode = raw.FPDFTextObj_GetTextRenderMode(text_object) if address else 0
        return Style(
            font=font,
            bold=bold,
            italic="italic" in lowered or "oblique" in lowered or bool(flags.value & 64),
            colour=(colour[0].value, colour[1].value, colour[2].value),
            opacity=colour[3].value,
            invisible=mode in (3, 7),
            order=self.orders.get(address, -1),
        )
