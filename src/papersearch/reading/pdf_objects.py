"""What is drawn on a PDF page beside its words: rulings, fills, pictures, marks."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any, Literal

import pypdfium2.raw as raw

from papersearch.reading.document import Box
from papersearch.reading.pdf_icons import icon
from papersearch.reading.pdf_shapes import (
    Point,
    Shape,
    is_sketch,
    points_of,
    shape_of,
    straight_lines,
)
from papersearch.reading.pdf_words import Geometry, fast

MOST_OBJECTS = 20_000
"""A drawing of more objects (a map) is not looked at object by object."""
MOST_SEGMENTS = 4000
"""A path of more segments is a picture, not a table's lines."""
MOST_ICONS = 60
"""A page of more small pictures is decorated, not ticked."""
DEEPEST = 8
"""Drawings nested deeper than this inside each other are not looked into."""
WHITE = 245
"""From this value of every channel a colour passes for the paper's."""
_THIN = 3.0
_SMALLEST_MARK, _LARGEST_MARK = 3.0, 22.0
_SQUARE = (5.5, 18.0)
_UNIT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, float, float, float, float, float]

_get_object = fast(raw.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_get_type = fast(raw.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_get_bounds = fast(raw.FPDFPageObj_GetBounds, ctypes.c_int, *[ctypes.c_void_p] * 5)
_count_segments = fast(raw.FPDFPath_CountSegments, ctypes.c_int, ctypes.c_void_p)
_get_draw_mode = fast(raw.FPDFPath_GetDrawMode, ctypes.c_int, *[ctypes.c_void_p] * 3)
_get_fill = fast(raw.FPDFPageObj_GetFillColor, ctypes.c_int, *[ctypes.c_void_p] * 5)
_get_matrix = fast(raw.FPDFPageObj_GetMatrix, ctypes.c_int, *[ctypes.c_void_p] * 2)
_transparent = fast(raw.FPDFPageObj_HasTransparency, ctypes.c_int, ctypes.c_void_p)
_form_count = fast(raw.FPDFFormObj_CountObjects, ctypes.c_int, ctypes.c_void_p)
_form_object = fast(raw.FPDFFormObj_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)


@dataclass(frozen=True, slots=True)
class Mark:
    """A small drawing or picture that may be a tick, e.g. in an otherwise empty table cell."""

    box: Box
    kind: Literal["path", "image"]
    shape: Shape = "other"


@dataclass(frozen=True, slots=True)
class Fill:
    """An area painted in one colour, and its place in drawing order."""

    box: Box
    colour: tuple[int, int, int]
    order: int
    opaque: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on the page and its place in drawing order."""

    box: Box
    order: int
    opaque: bool = True


@dataclass(slots=True)
class Drawing:
    """The drawn objects of one page, in page-as-shown coordinates."""

    rulings: list[Box] = field(default_factory=list)
    """Lines and thin rectangles, and the sides of outlined boxes."""
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    squares: list[Box] = field(default_factory=list)
    """Small outlined squares, such as check boxes are drawn."""
    sketches: list[Box] = field(default_factory=list)
    """Larger paths of curves and slanted lines: parts of charts and drawings."""
    text_orders: dict[int, int] = field(default_factory=dict)
    """Place in drawing order of each text object, by its address."""
    paths: int = 0
    crowded: bool = False
    """More objects than are looked at one by one."""

    def picture_share(self, width: float, height: float) -> float:
        """Return the share of the page that its pictures cover, 0 to 1.

        Scanners cut a page into strips, so that shares are added up.
        """
        page = max(width * height, 1.0)
        total = 0.0
        for picture in self.pictures:
            x0, top, x1, bottom = picture.box
            total += max(0.0, min(x1, width) - max(x0, 0.0)) * max(
                0.0, min(bottom, height) - max(top, 0.0)
            )
        return min(total / page, 1.0)


def read_drawing(page: Any, geometry: Geometry, document: Any = None) -> Drawing:
    """Return what is drawn on *page*; small pictures are looked at where *document* is given."""
    return _Reader(geometry, document).read(page)


class _Reader:
    def __init__(self, geometry: Geometry, document: Any) -> None:
        self.geometry = geometry
        self._document = document
        self._icons: list[tuple[int, Box]] = []
        self.drawing = Drawing()
        self.order = 0
        self._numbers = (ctypes.c_float * 4)()
        base = ctypes.addressof(self._numbers)
        self._number_at = tuple(base + 4 * i for i in range(4))
        self._colours = (ctypes.c_uint * 4)()
        base = ctypes.addressof(self._colours)
        self._colour_at = tuple(base + 4 * i for i in range(4))
        self._modes = (ctypes.c_int * 2)()
        base = ctypes.addressof(self._modes)
        self._mode_at = (base, base + 4)
        self._matrix = raw.FS_MATRIX()
        self._matrix_at = ctypes.addressof(self._matrix)

    def read(self, page: Any) -> Drawing:
        handle = ctypes.cast(page, ctypes.c_void_p).value
        count = raw.FPDFPage_CountObjects(page)
        if count > MOST_OBJECTS:
            self.drawing.crowded = True
            return self.drawing
        for index in range(count):
            self._object(_get_object(handle, index), _UNIT, 0)
        looked_at = self._document is not None and len(self._icons) <= MOST_ICONS
        self.drawing.marks += [
            Mark(box, "image", icon(self._document, page, item) if looked_at else "other")
            for item, box in self._icons
        ]
        return self.drawing

    def _object(self, item: int, matrix: Matrix, depth: int) -> None:
        self.order += 1
        kind = _get_type(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self.drawing.text_orders[item] = self.order
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            self._form(item, matrix, depth)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            box = self._box(item, matrix)
            if box is not None:
                self._path(item, box, matrix)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            box = self._box(item, matrix)
            if box is not None:
                self._picture(item, box)

    def _form(self, item: int, matrix: Matrix, depth: int) -> None:
        count = _form_count(item)
        if depth >= DEEPEST or self.order + count > MOST_OBJECTS:
            self.drawing.crowded = True
            return
        own = self._matrix_of(item)
        inner = _UNIT if own is None else own
        combined = inner if matrix is _UNIT else _product(inner, matrix)
        for index in range(count):
            self._object(_form_object(item, index), combined, depth + 1)

    def _box(self, item: int, matrix: Matrix) -> Box | None:
        if not _get_bounds(item, *self._number_at):
            return None
        left, bottom, right, top = self._numbers
        if matrix is not _UNIT:
            corners = [_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)]
            left, right = min(c[0] for c in corners), max(c[0] for c in corners)
            bottom, top = min(c[1] for c in corners), max(c[1] for c in corners)
        return self.geometry.shown(left, bottom, right, top)

    def _matrix_of(self, item: int) -> Matrix | None:
        if not _get_matrix(item, self._matrix_at):
            return None
        m = self._matrix
        return (m.a, m.b, m.c, m.d, m.e, m.f)

    def _picture(self, item: int, box: Box) -> None:
        self.drawing.pictures.append(Picture(box, self.order, not _transparent(item)))
        if _is_small(box):
            self._icons.append((item, box))

    def _path(self, item: int, box: Box, matrix: Matrix) -> None:
        drawing = self.drawing
        drawing.paths += 1
        wide, high = box[2] - box[0], box[3] - box[1]
        if wide < _THIN or high < _THIN:
            if max(wide, high) >= 8:
                drawing.rulings.append(box)
            return
        segments = _count_segments(item)
        _get_draw_mode(item, *self._mode_at)
        filled, stroked = self._modes
        colour = (255, 255, 255)
        if filled:
            _get_fill(item, *self._colour_at)
            red, green, blue, alpha = self._colours
            colour = (red, green, blue)
            if segments <= 6:
                solid = alpha > 200 and not _transparent(item)
                drawing.fills.append(Fill(box, colour, self.order, solid))
        if segments > MOST_SEGMENTS:
            return
        # What is filled in four to six segments is taken for a rectangle; a line of as many
        # may be a curve of a chart.
        points = None if 4 <= segments <= 6 and filled else self._points(item, segments, matrix)
        if 4 <= segments <= 6 and (points is None or not is_sketch(points)):
            shade = filled and min(colour) < WHITE and wide * high < 0.4 * self._page_area()
            if stroked or shade:
                drawing.rulings += _sides(box)
            if stroked and _is_square(box) and min(colour) >= WHITE:
                drawing.squares.append(box)
        elif points:
            drawing.rulings += straight_lines(points)
            if not _is_small(box):
                if is_sketch(points):
                    drawing.sketches.append(box)
            elif segments <= 60:
                drawing.marks.append(Mark(box, "path", shape_of(points)))

    def _page_area(self) -> float:
        return self.geometry.width * self.geometry.height

    def _points(self, item: int, segments: int, matrix: Matrix) -> list[Point]:
        own = self._matrix_of(item)
        if own is None:
            return []
        whole = own if matrix is _UNIT else _product(own, matrix)

        def place(x: float, y: float) -> tuple[float, float]:
            x, y = _apply(whole, x, y)
            box = self.geometry.shown(x, y, x, y)
            return box[0], box[1]

        return points_of(item, segments, place)


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that does *inner* first and *outer* after it."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _is_small(box: Box) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return _SMALLEST_MARK <= wide <= _LARGEST_MARK and _SMALLEST_MARK <= high <= _LARGEST_MARK


def _is_square(box: Box) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return _SQUARE[0] <= wide <= _SQUARE[1] and 0.75 <= wide / high <= 1.33


def _sides(box: Box) -> list[Box]:
    x0, top, x1, bottom = box
    return [
        (x0, top, x1, top),
        (x0, bottom, x1, bottom),
        (x0, top, x0, bottom),
        (x1, top, x1, bottom),
    ]
