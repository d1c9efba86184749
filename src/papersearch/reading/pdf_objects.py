"""What is drawn on a PDF page beside its words: rulings, fills, images, marks, form fields."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import pypdfium2.raw as raw

from papersearch.reading.document import Box, FormField, HiddenText, Tick
from papersearch.reading.pdf_words import Geometry, RawWord

MOST_OBJECTS = 20_000
"""A drawing of more objects (a map) is not looked at object by object."""

MOST_SEGMENTS = 4000
"""A path of more segments is a picture, not a table's lines."""

_THIN = 3.0
_WHITE = 245


@dataclass(frozen=True, slots=True)
class Mark:
    """A small drawing or picture that may be a tick, e.g. in an otherwise empty table cell."""

    box: Box
    kind: Literal["path", "image"]


@dataclass(frozen=True, slots=True)
class Fill:
    """An area painted in one colour, and its place in drawing order."""

    box: Box
    colour: tuple[int, int, int]
    order: int
    opaque: bool = True


@dataclass(slots=True)
class Drawing:
    """The drawn objects of one page."""

    rulings: list[Box] = field(default_factory=list)
    """Lines and thin rectangles, and the sides of outlined boxes."""
    fills: list[Fill] = field(default_factory=list)
    images: list[tuple[Box, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    text_orders: dict[int, int] = field(default_factory=dict)
    nested: int = 0
    """Drawings inside drawings (form XObjects), whose lines are not in ``rulings``."""
    crowded: bool = False
    """More objects than are looked at one by one."""

    def image_share(self, width: float, height: float) -> float:
        """Return the share of the page that its largest image covers, 0 to 1."""
        area = max(width * height, 1.0)
        return max((_area(box) / area for box, _ in self.images), default=0.0)


def read_drawing(page: Any, geometry: Geometry) -> Drawing:
    """Return what is drawn on *page*."""
    drawing = Drawing()
    count = raw.FPDFPage_CountObjects(page)
    if count > MOST_OBJECTS:
        drawing.crowded = True
        return drawing
    numbers = [ctypes.c_float() for _ in range(4)]
    references = [ctypes.byref(number) for number in numbers]
    colours = [ctypes.c_uint() for _ in range(4)]
    colour_references = [ctypes.byref(colour) for colour in colours]
    for order in range(count):
        item = raw.FPDFPage_GetObject(page, order)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            drawing.text_orders[ctypes.cast(item, ctypes.c_void_p).value or 0] = order
            continue
        if kind == raw.FPDF_PAGEOBJ_FORM:
            drawing.nested += 1
            continue
        if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            continue
        if not raw.FPDFPageObj_GetBounds(item, *references):
            continue
        box = geometry.shown(*(number.value for number in numbers))
        wide, high = box[2] - box[0], box[3] - box[1]
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            drawing.images.append((box, order))
            if 3 <= wide <= 22 and 3 <= high <= 22:
                drawing.marks.append(Mark(box, "image"))
            continue
        segments = raw.FPDFPath_CountSegments(item)
        if wide < _THIN or high < _THIN:
            if max(wide, high) >= 8:
                drawing.rulings.append(box)
            continue
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, ctypes.byref(mode), ctypes.byref(stroked))
        if mode.value:
            raw.FPDFPageObj_GetFillColor(item, *colour_references)
            red, green, blue, alpha = (colour.value for colour in colours)
            if segments <= 6:
                drawing.fills.append(Fill(box, (red, green, blue), order, alpha > 200))
        if segments <= 5:
            if stroked.value or _is_shade(drawing.fills[-1:], box, geometry):
                drawing.rulings += _sides(box)
        elif segments <= MOST_SEGMENTS:
            drawing.rulings += _straight_lines(item, segments, geometry)
        # Four or five segments are a rectangle: a box or a patch of shade, not a tick.
        if 3 <= wide <= 22 and 3 <= high <= 22 and segments <= 40 and segments not in (4, 5):
            drawing.marks.append(Mark(box, "path"))
    return drawing


def find_hidden(
    words: Sequence[RawWord], drawing: Drawing, width: float, height: float, scanned: bool
) -> tuple[list[RawWord], list[HiddenText]]:
    """Part *words* into those that the page shows and those that it hides.

    *scanned*: a picture fills the page, so that invisible words are its OCR
    layer and not hidden.
    """
    shown: list[RawWord] = []
    hidden: list[tuple[str, RawWord]] = []
    for item in words:
        reason = _why_hidden(item, drawing, width, height, scanned)
        if reason is None:
            shown.append(item)
        else:
            hidden.append((reason, item))
    return shown, _group(hidden)


def form_fields(page: Any, form: Any, geometry: Geometry, number: int) -> list[FormField]:
    """Return the interactive fields of *page*; *form* is pdfium's form environment."""
    out = []
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_WIDGET:
                continue
            rect = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect))
            box = geometry.shown(rect.left, rect.bottom, rect.right, rect.top)
            kind = raw.FPDFAnnot_GetFormFieldType(form, annotation) if form else -1
            name = _string(raw.FPDFAnnot_GetFormFieldName, form, annotation) if form else ""
            tick: Tick | None = None
            value = None
            if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
                on = raw.FPDFAnnot_IsChecked(form, annotation)
                tick = "ticked" if on else "not_ticked"
            elif form:
                value = _string(raw.FPDFAnnot_GetFormFieldValue, form, annotation) or None
            if tick or value:
                out.append(FormField(name, number, box, value, tick))
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return out


def comments(page: Any, geometry: Geometry, number: int) -> list[HiddenText]:
    """Return the words of notes and comments pinned to *page*."""
    out = []
    noted = (
        raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_POPUP,
    )  # fmt: skip
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) not in noted:
                continue
            length = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
            if length <= 2:
                continue
            buffer = (ctypes.c_ushort * (length // 2 + 1))()
            raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, length)
            words = bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00").strip()
            rect = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect))
            if words:
                box = geometry.shown(rect.left, rect.bottom, rect.right, rect.top)
                out.append(HiddenText(number, box, "comment", words))
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return out


def _why_hidden(
    item: RawWord, drawing: Drawing, width: float, height: float, scanned: bool
) -> str | None:
    box, style = item.word.box, item.style
    if box is None:
        return None
    if style.invisible:
        return None if scanned else "invisible"
    if box[2] <= 0 or box[3] <= 0 or box[0] >= width or box[1] >= height:
        return "off_page"
    if 0 < item.word.size < 1.5:
        return "tiny"
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for fill in drawing.fills:
        if fill.opaque and fill.order > style.order >= 0 and _inside(fill.box, x, y):
            # A white or page-coloured patch over words is a redaction as much as a black one.
            if _covers(fill.box, box):
                return "covered"
    for image, order in drawing.images:
        if order > style.order >= 0 and _covers(image, box) and not scanned:
            return "covered"
    if style.opacity == 0:
        return "invisible"
    if min(style.colour) >= _WHITE and not _on_colour(drawing, x, y, style.order):
        return "background_colour"
    return None


def _on_colour(drawing: Drawing, x: float, y: float, order: int) -> bool:
    """Tell whether something other than white lies under the point (an image, a fill, a drawing)."""
    if drawing.nested or drawing.crowded:
        return True
    if any(_inside(box, x, y) for box, _ in drawing.images):
        return True
    return any(
        min(fill.colour) < _WHITE and _inside(fill.box, x, y)
        for fill in drawing.fills
        if order < 0 or fill.order < order
    )


def _group(hidden: list[tuple[str, RawWord]]) -> list[HiddenText]:
    """Join neighbours of one line and reason."""
    out: list[HiddenText] = []
    for reason, item in hidden:
        box = item.word.box
        last = out[-1] if out else None
        if (
            last is not None
            and last.box is not None
            and box is not None
            and last.reason == reason
            and abs(last.box[1] - box[1]) < 4
        ):
            joined = (
                min(last.box[0], box[0]), min(last.box[1], box[1]),
                max(last.box[2], box[2]), max(last.box[3], box[3]),
            )  # fmt: skip
            out[-1] = HiddenText(last.page, joined, last.reason, f"{last.text} {item.word.text}")
        else:
            out.append(HiddenText(0, box, reason, item.word.text))  # type: ignore[arg-type]
    return out


def _string(function: Any, form: Any, annotation: Any) -> str:
    length = function(form, annotation, None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    function(form, annotation, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00")


def _is_shade(fills: Sequence[Fill], box: Box, geometry: Geometry) -> bool:
    """Tell whether the last fill shades a cell or a band, whose sides are then a table's lines."""
    if not fills or fills[0].box != box or min(fills[0].colour) >= _WHITE:
        return False
    return _area(box) < 0.4 * geometry.width * geometry.height


def _straight_lines(item: Any, segments: int, geometry: Geometry) -> list[Box]:
    """Return the level and upright lines of a path of many segments (a grid in one stroke)."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
        return []
    x, y = ctypes.c_float(), ctypes.c_float()
    out: list[Box] = []
    start = last = (0.0, 0.0)
    for index in range(segments):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        ends = [(last, point)] if kind == raw.FPDF_SEGMENT_LINETO else []
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        if raw.FPDFPathSegment_GetClose(segment):
            ends.append((point, start))
        for a, b in ends:
            level, upright = abs(a[1] - b[1]) < 1, abs(a[0] - b[0]) < 1
            if level != upright and max(abs(a[0] - b[0]), abs(a[1] - b[1])) >= 3:
                out.append(geometry.shown(min(a[0], b[0]), min(a[1], b[1]),
                                          max(a[0], b[0]), max(a[1], b[1])))  # fmt: skip
        last = point
    return out


def _sides(box: Box) -> list[Box]:
    x0, top, x1, bottom = box
    return [
        (x0, top, x1, top),
        (x0, bottom, x1, bottom),
        (x0, top, x0, bottom),
        (x1, top, x1, bottom),
    ]


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _inside(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _covers(cover: Box, box: Box) -> bool:
    """Tell whether *cover* hides nearly all of *box* (a tenth may show at the edges)."""
    wide = min(cover[2], box[2]) - max(cover[0], box[0])
    high = min(cover[3], box[3]) - max(cover[1], box[1])
    return wide > 0.9 * (box[2] - box[0]) and high > 0.7 * (box[3] - box[1])
