"""What a small picture on a page shows: a tick, a cross, a box that is empty or filled in."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as raw

from papersearch.reading.pdf_shapes import Shape

MOST_PIXELS = 512
"""A picture of more pixels a side was made for something larger than a tick."""
_LEAST_PIXELS = 6
_CONTRAST = 60
_RIM = 0.7
"""Share of a rim's pixels that are ink where a box is drawn."""
_FILLED = 0.06


def icon(document: Any, page: Any, item: int) -> Shape:
    """Return what the image object *item* shows, ``other`` where that is nothing of a form."""
    ink = _ink(document, page, item)
    return "other" if ink is None else shape_of_ink(ink)


def _ink(document: Any, page: Any, item: int) -> Any | None:
    """Return where the picture differs from its ground, as rows of booleans."""
    import numpy

    bitmap = raw.FPDFImageObj_GetRenderedBitmap(
        document, page, ctypes.cast(item, raw.FPDF_PAGEOBJECT)
    )
    if not bitmap:
        return None
    try:
        wide, high = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
        channels = {raw.FPDFBitmap_Gray: 1, raw.FPDFBitmap_BGR: 3}.get(
            raw.FPDFBitmap_GetFormat(bitmap), 4
        )
        if not (_LEAST_PIXELS <= wide <= MOST_PIXELS and _LEAST_PIXELS <= high <= MOST_PIXELS):
            return None
        stride = raw.FPDFBitmap_GetStride(bitmap)
        buffer = raw.FPDFBitmap_GetBuffer(bitmap)
        data = bytes((ctypes.c_ubyte * (stride * high)).from_address(
            ctypes.cast(buffer, ctypes.c_void_p).value or 0
        ))  # fmt: skip
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    rows = numpy.frombuffer(data, numpy.uint8).reshape(high, stride)[:, : wide * channels]
    pixels = rows.reshape(high, wide, channels).astype(int)
    shades = pixels[..., : min(channels, 3)]
    if channels == 4:
        alpha = pixels[..., 3:] / 255
        shades = shades * alpha + 255 * (1 - alpha)
    ink = 255 - shades.min(axis=2) > _CONTRAST
    return ink if ink.any() and not ink.all() else None


def shape_of_ink(ink: Any) -> Shape:
    """Return what *ink* (rows of booleans, true where it is dark or coloured) shows."""
    import numpy

    rows, columns = numpy.flatnonzero(ink.any(axis=1)), numpy.flatnonzero(ink.any(axis=0))
    ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    high, wide = ink.shape
    if min(high, wide) < _LEAST_PIXELS or not 0.5 <= wide / high <= 2:
        return "other"
    rim = max(1, round(0.12 * min(high, wide)))
    sides = (ink[:rim].any(axis=0), ink[-rim:].any(axis=0), ink[:, :rim].any(axis=1),
             ink[:, -rim:].any(axis=1))  # fmt: skip
    if all(side.mean() > _RIM for side in sides):
        edge = max(2, round(0.22 * min(high, wide)))
        inner = ink[edge:-edge, edge:-edge]
        if not inner.size or inner.mean() > 0.8:
            return "other"
        return "ticked_box" if inner.mean() > _FILLED else "box"
    if ink.mean() > 0.6:
        return "other"
    lowest = numpy.array([numpy.flatnonzero(column)[-1] if column.any() else -1
                          for column in ink.T]) / max(high - 1, 1)  # fmt: skip
    highest = numpy.array([numpy.flatnonzero(column)[0] if column.any() else high
                           for column in ink.T]) / max(high - 1, 1)  # fmt: skip
    bottom = int(lowest.argmax()) / max(wide - 1, 1)
    begins = highest[: max(1, wide // 12)].min()
    ends = highest[-max(1, wide // 12) :].min()
    falls = lowest[-max(1, wide // 8) :].max()
    if 0.12 < bottom < 0.62 and begins > 0.28 and ends < 0.35 and falls < 0.6:
        return "tick"
    third = max(1, wide // 5), max(1, high // 5)
    corners = (ink[: third[1], : third[0]], ink[: third[1], -third[0] :],
               ink[-third[1] :, : third[0]], ink[-third[1] :, -third[0] :])  # fmt: skip
    middle_top = ink[: third[1], wide // 2 - third[0] // 2 : wide // 2 + third[0] // 2 + 1]
    middle_left = ink[high // 2 - third[1] // 2 : high // 2 + third[1] // 2 + 1, : third[0]]
    if all(c.any() for c in corners) and not middle_top.any() and not middle_left.any():
        return "cross"
    return "other"
