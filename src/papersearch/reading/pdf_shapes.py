"""What a drawn path looks like: level and upright lines, a tick, a cross, or a sketch."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import pypdfium2.raw as raw

from papersearch.reading.document import Box

Shape = Literal["tick", "cross", "stroke", "box", "ticked_box", "other"]
"""What a small drawing shows; ``stroke`` is one slanted line, half of a cross."""

Way = Literal["move", "line", "curve"]
LEAST_LINE = 3.0
_LEVEL = 1.0
_CORNER = 0.2


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a path as the page shows it, and how the path comes to it."""

    x: float
    y: float
    by: Way


def points_of(item: int, count: int, place: Any) -> list[Point]:
    """Return the first *count* points of a path, closing lines too.

    Args:
        item: Address of the path object.
        count: How many segments to look at.
        place: Turns a point of the object into one of the page as shown.
    """
    x, y = ctypes.c_float(), ctypes.c_float()
    path = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
    out: list[Point] = []
    start = (0.0, 0.0)
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        kind = raw.FPDFPathSegment_GetType(segment)
        here = place(x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = here
            out.append(Point(here[0], here[1], "move"))
        else:
            by: Way = "line" if kind == raw.FPDF_SEGMENT_LINETO else "curve"
            out.append(Point(here[0], here[1], by))
        if raw.FPDFPathSegment_GetClose(segment):
            out.append(Point(start[0], start[1], "line"))
    return out


def straight_lines(points: Sequence[Point]) -> list[Box]:
    """Return the level and upright lines of a path."""
    out: list[Box] = []
    for a, b in pairwise(points):
        if b.by != "line":
            continue
        wide, high = abs(a.x - b.x), abs(a.y - b.y)
        if (wide < _LEVEL) != (high < _LEVEL) and max(wide, high) >= LEAST_LINE:
            out.append((min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)))
    return out


def is_sketch(points: Sequence[Point]) -> bool:
    """Tell whether a path has curves or slanted lines, as charts and drawings have."""
    return any(
        b.by == "curve" or (b.by == "line" and abs(a.x - b.x) > _LEVEL and abs(a.y - b.y) > _LEVEL)
        for a, b in pairwise(points)
    )


def shape_of(points: Sequence[Point]) -> Shape:
    """Return what a small path shows, be it stroked as lines or filled as an outline."""
    left, right = min(p.x for p in points), max(p.x for p in points)
    top, bottom = min(p.y for p in points), max(p.y for p in points)
    if right - left < 2 or bottom - top < 2:
        return "other"
    spots = [((p.x - left) / (right - left), (p.y - top) / (bottom - top)) for p in points]
    strokes = [(a, b) for a, b in pairwise(points) if b.by == "line"]
    if len(points) == 2 and len(strokes) == 1:
        return "stroke"
    if _is_tick(spots):
        return "tick"
    return "cross" if _is_cross(spots) else "other"


def _is_tick(spots: Sequence[tuple[float, float]]) -> bool:
    """Tell a tick: down to its lowest point left of the middle, then up to the top right."""
    lowest = max(spots, key=lambda p: p[1])
    rightmost = max(spots, key=lambda p: p[0])
    begins = min(y for x, y in spots if x < 0.1)
    return (
        0.12 < lowest[0] < 0.62
        and rightmost[1] < 0.35
        and begins > 0.28
        and not any(x > 0.75 and y > 0.75 for x, y in spots)
    )


def _is_cross(spots: Sequence[tuple[float, float]]) -> bool:
    corners = ((0, 0), (0, 1), (1, 0), (1, 1))
    sides = ((0.5, 0), (0.5, 1), (0, 0.5), (1, 0.5))

    def near(spot: tuple[float, float]) -> bool:
        return any(abs(x - spot[0]) + abs(y - spot[1]) < 2 * _CORNER for x, y in spots)

    # A rectangle has the four corners too, and no more points than they.
    many = len(set(spots)) > 4 or _crosses(spots)
    return many and all(map(near, corners)) and not any(map(near, sides))


def _crosses(spots: Sequence[tuple[float, float]]) -> bool:
    """Tell whether four points, in their order, make two lines from corner to corner."""
    return len(spots) == 4 and all(
        abs(a[0] - b[0]) > 0.8 and abs(a[1] - b[1]) > 0.8 for a, b in (spots[:2], spots[2:])
    )
