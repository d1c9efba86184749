"""The words of a PDF page by pdfium: text, boxes, fonts, colours, in page-as-shown coordinates.

A call into pdfium for every character is what makes reading slow, so the
page's text is taken in one call and boxes only for the ends of each word;
font, size, angle and colour are asked once for each text object of the page.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw

from papersearch.reading import glyphs
from papersearch.reading.document import TICK_SIGNS, Box, Tick
from papersearch.reading.letters import DROPPED, LIGATURES
from papersearch.reading.pdf_style import RawWord, Style

BROKEN = "\x02"
"""pdfium's sign for a hyphen that broke a line; the rest of the word follows it."""
_HYPHENS = str.maketrans({BROKEN: "-", "\ufffe": "-"})
_WORD = re.compile(r"[^\s\u00a0]+")
UNREADABLE = re.compile("[\ufffd\ue000-\uefff\uf100-\uf8ff]|\\(cid:\\d+\\)")
_BOLD = re.compile("bold|black|heavy|demi")

_Pointers = ctypes.POINTER(ctypes.c_float)


def fast(function: Any, result: Any, *arguments: Any) -> Any:
    """Return *function* of pdfium with plain numbers for pointers, a third faster to call."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None  # noqa: S101 - a function that was loaded has an address
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_char_box = fast(
    raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)
_text_object = fast(
    raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int
)  # fmt: skip
_get_matrix = fast(
    raw.FPDFText_GetMatrix, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)
_font_size = fast(raw.FPDFText_GetFontSize, ctypes.c_double, ctypes.c_void_p, ctypes.c_int)
_fill_colour = fast(
    raw.FPDFText_GetFillColor, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 4
)
_render_mode = fast(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)
_font_of = fast(raw.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
_count_marks = fast(raw.FPDFPageObj_CountMarks, ctypes.c_int, ctypes.c_void_p)


class Geometry:
    """Turns pdfium's coordinates into those of the page as shown."""

    def __init__(self, page: Any) -> None:
        self.rotation: int = raw.FPDFPage_GetRotation(page) % 4
        box = raw.FS_RECTF()
        self.width = float(raw.FPDF_GetPageWidthF(page))
        self.height = float(raw.FPDF_GetPageHeightF(page))
        # What pdfium shows: the crop box within the media box, and a default where both fail.
        raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
        self.x0, self.x1 = min(box.left, box.right), max(box.left, box.right)
        self.y0, self.y1 = min(box.bottom, box.top), max(box.bottom, box.top)
        if self.x1 - self.x0 < 1 or self.y1 - self.y0 < 1:
            turned = self.rotation % 2 == 1
            self.x0 = self.y0 = 0.0
            self.x1 = self.height if turned else self.width
            self.y1 = self.width if turned else self.height

    def shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return the box as ``(x0, top, x1, bottom)`` on the page as shown."""
        if self.rotation == 0:
            a, b, c, d = left - self.x0, self.y1 - top, right - self.x0, self.y1 - bottom
        elif self.rotation == 1:
            a, b, c, d = bottom - self.y0, left - self.x0, top - self.y0, right - self.x0
        elif self.rotation == 2:
            a, b, c, d = self.x1 - right, bottom - self.y0, self.x1 - left, top - self.y0
        else:
            a, b, c, d = self.y1 - top, self.x1 - right, self.y1 - bottom, self.x1 - left
        if a > c:
            a, c = c, a
        if b > d:
            b, d = d, b
        # Two decimals, as round() gives them but in half the time; every word comes through here.
        return (
            int(a * 100 + 0.5) / 100, int(b * 100 + 0.5) / 100,
            int(c * 100 + 0.5) / 100, int(d * 100 + 0.5) / 100,
        )  # fmt: skip


class WordReader:
    """Reads the words of one page.

    Args:
        page: pdfium's page handle (``PdfPage.raw``).
        orders: Place of each text object in drawing order, by address.
    """

    def __init__(self, page: Any, geometry: Geometry, orders: dict[int, int]) -> None:
        self.geometry = geometry
        self.orders = orders
        self.text_page = raw.FPDFText_LoadPage(page)
        self._handle = ctypes.cast(self.text_page, ctypes.c_void_p).value
        self._styles: dict[int, Style] = {}
        self._rect = raw.FS_RECTF()
        self._rect_at = ctypes.addressof(self._rect)
        self._faces: dict[int, Style] = {}
        self._matrix = raw.FS_MATRIX()
        self._matrix_at = ctypes.addressof(self._matrix)
        self._colours = (ctypes.c_uint * 4)()
        self._colour_at = tuple(ctypes.addressof(self._colours) + 4 * i for i in range(4))

    def close(self) -> None:
        """Free pdfium's text page."""
        if self._handle:
            raw.FPDFText_ClosePage(self.text_page)
            self._handle = None

    def words(self) -> list[RawWord]:
        """Return the page's words in the file's order."""
        if not self._handle:
            return []
        out: list[RawWord] = []
        for match in _WORD.finditer(self._text()):
            self._word(match.group(), match.start(), match.end() - 1, out)
        return out

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

    def _word(self, text: str, first: int, last: int, out: list[RawWord]) -> None:
        style = self._style(first)
        start = self._box(first)
        if first == last:
            self._make(text, start, start, style, out)
            return
        other = self._style(last)
        end = self._box(last)
        if (
            BROKEN in text
            or style.table is not None
            or other.table is not None
            or self._is_broken(len(text), start, end, style.angle)
        ):
            for a, b in self._parts(text, first):
                self._make(
                    text[a:b], self._box(first + a), self._box(first + b - 1),
                    self._style(first + a), out,
                )  # fmt: skip
            return
        self._make(text, start, end, style, out)

    def _make(self, text: str, start: Box, end: Box, style: Style, out: list[RawWord]) -> None:
        tick: Tick | None = None
        glued = text[-1] == BROKEN
        if not text.isascii() or glued or not text.isprintable() or style.table is not None:
            text = DROPPED.sub("", text.translate(_HYPHENS).translate(LIGATURES))
            if not text:
                return
            if len(text) <= 2:
                tick = glyphs.tick(text, style.font)
                if tick is not None:
                    text = TICK_SIGNS[tick]
                elif (style.table or "\uf000" <= text[0] <= "\uf0ff") and (
                    glyphs.sign(text, style.font) == "bullet"
                ):
                    text = glyphs.BULLET
        box = self.geometry.shown(
            start[0] if start[0] < end[0] else end[0],
            start[1] if start[1] < end[1] else end[1],
            start[2] if start[2] > end[2] else end[2],
            start[3] if start[3] > end[3] else end[3],
        )
        out.append(RawWord(text, box, style, tick, False, glued))

    def _box(self, index: int) -> Box:
        if not _char_box(self._handle, index, self._rect_at):
            return (0.0, 0.0, 0.0, 0.0)
        rect = self._rect
        return (rect.left, rect.bottom, rect.right, rect.top)

    def _is_broken(self, length: int, start: Box, end: Box, angle: int) -> bool:
        """Tell whether the ends of a word are too far apart, or too high, to be one word."""
        if angle:
            if angle % 90:
                return False
            turned = angle % 180 == 90
            if not turned:  # upside down: it runs to the left
                start, end = end, start
            else:
                start = (start[1], start[0], start[3], start[2])
                end = (end[1], end[0], end[3], end[2])
        if self.geometry.rotation and not angle:
            start, end = self._upright(start), self._upright(end)
        high = max(start[3] - start[1], end[3] - end[1], 1.0)
        if abs(start[1] - end[1]) > 0.6 * high and abs(start[3] - end[3]) > 0.6 * high:
            return True
        wide = max(end[2], start[2]) - min(start[0], end[0])
        return wide > 0.95 * high * length + high or (end[0] < start[0] - 0.3 * high and not angle)

    def _upright(self, box: Box) -> Box:
        x0, top, x1, bottom = self.geometry.shown(*box)
        return (x0, -bottom, x1, -top)

    def _parts(self, text: str, first: int) -> Iterator[tuple[int, int]]:
        """Yield the runs of *text* between gaps, line ends and changes to a symbol font."""
        boxes = [self._box(first + index) for index in range(len(text))]
        if self.geometry.rotation:
            boxes = [self._upright(box) for box in boxes]
        styles = [self._style(first + index) for index in range(len(text))]
        begin = 0
        for here in range(1, len(text)):
            if self._goes_on(boxes[here - 1], boxes[here], styles[here - 1], styles[here]) and (
                text[here - 1] != BROKEN
            ):
                continue
            yield begin, here
            begin = here
        yield begin, len(text)

    @staticmethod
    def _goes_on(before: Box, box: Box, old: Style, style: Style) -> bool:
        if old.table != style.table or style.table is not None:
            return False  # each symbol stands for itself
        if style.angle:
            return style.angle == old.angle
        high = max(box[3] - box[1], before[3] - before[1], 1.0)
        gap = box[0] - before[2]
        same_row = abs(box[1] - before[1]) < 0.6 * high or abs(box[3] - before[3]) < 0.6 * high
        return same_row and -2 * high < gap < 0.5 * high

    def _style(self, index: int) -> Style:
        address = _text_object(self._handle, index) or 0
        known = self._styles.get(address)
        if known is None:
            known = self._styles[address] = self._read_style(address, index)
        return known

    def _read_style(self, address: int, index: int) -> Style:
        if not address:
            return Style()
        face = self._face(address, index)
        matrix = self._matrix
        _get_matrix(self._handle, index, self._matrix_at)
        size = _font_size(self._handle, index) * math.hypot(matrix.c, matrix.d)
        angle = 0
        if matrix.b or self.geometry.rotation or matrix.a < 0:
            degrees = math.degrees(math.atan2(matrix.b, matrix.a))
            angle = round(degrees - 90 * self.geometry.rotation) % 360
        _fill_colour(self._handle, index, *self._colour_at)
        red, green, blue, opacity = self._colours
        mode = _render_mode(address)
        artifact, optional = _content_marks(address)
        return Style(
            font=face.font,
            table=face.table,
            size=abs(size),
            angle=angle,
            bold=face.bold or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE,
            italic=face.italic,
            colour=(red, green, blue),
            opacity=opacity,
            invisible=mode in (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP),
            order=self.orders.get(address, -1),
            address=address,
            artifact=artifact,
            optional=optional,
        )

    def _face(self, address: int, index: int) -> Style:
        """Return what is the same for all text of one font."""
        key = _font_of(address) or 0
        known = self._faces.get(key)
        if known is not None and key:
            return known
        name = ctypes.create_string_buffer(160)
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(self.text_page, index, name, 160, ctypes.byref(flags))
        font = name.value.decode("utf-8", "replace")
        if len(font) > 7 and font[6] == "+" and font[:6].isupper():
            font = font[7:]
        lowered = font.lower()
        bold = _BOLD.search(lowered) is not None or (
            raw.FPDFText_GetFontWeight(self.text_page, index) >= 600
        )
        italic = "italic" in lowered or "oblique" in lowered or bool(flags.value & 64)
        face = Style(font=font, table=glyphs.symbol_font(font), bold=bold, italic=italic)
        self._faces[key] = face
        return face


def _content_marks(address: int) -> tuple[bool, bool]:
    """Return whether the file marks the object as an artifact, and as part of a layer."""
    count = _count_marks(address)
    if count <= 0:
        return False, False
    text_object = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
    artifact = optional = False
    for index in range(min(count, 4)):
        mark = raw.FPDFPageObj_GetMark(text_object, index)
        buffer = (ctypes.c_ushort * 12)()
        length = ctypes.c_ulong()
        if raw.FPDFPageObjMark_GetName(mark, buffer, 24, ctypes.byref(length)):
            name = bytes(buffer)[: max(length.value - 2, 0)]
            artifact = artifact or name == _ARTIFACT
            optional = optional or name == _LAYER
    return artifact, optional


_ARTIFACT = "Artifact".encode("utf-16-le")
_LAYER = "OC".encode("utf-16-le")
