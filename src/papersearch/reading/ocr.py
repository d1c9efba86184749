"""Words from pictures of pages, with rapidocr, whose models come in its package."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

from papersearch.reading.document import Word

DPI = 200
MOST_PIXELS = 12_000_000
"""A larger picture is drawn smaller; a gigantic page must not fill the memory."""
LEAST_CONFIDENCE = 0.5
UPSIDE_DOWN = 0.85
"""Below this mean confidence the page is also read upside down."""
LEAST_SLANT, MOST_SLANT = math.radians(0.2), math.radians(20)


def available() -> bool:
    """Return whether the ``ocr`` extra is installed."""
    return find_spec("rapidocr") is not None


@cache
def _engine() -> Any:
    import logging

    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    # Finding lines needs no more than this many pixels a side; lines go one by one, as padding
    # short lines to the length of long ones takes longer than it saves.
    return RapidOCR(
        params={
            "Global.log_level": "error", "Det.limit_type": "max", "Det.limit_side_len": 1280,
            "Rec.rec_batch_num": 1,
        }
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """What was recognised on one page.

    Boxes are those of the page turned clockwise by ``turned`` degrees, so that
    the words stand upright.
    """

    words: list[Word]
    confidence: float
    """Mean of the lines' confidence, 0 to 1."""
    turned: int


@dataclass(frozen=True, slots=True)
class _Pass:
    """The lines found in the picture in one position: corners, text, confidence."""

    lines: list[tuple[list[tuple[float, float]], str, float]]
    turned: int
    size: tuple[float, float]

    @property
    def score(self) -> float:
        letters = sum(len(text) for _, text, _ in self.lines)
        return sum(score * len(text) for _, text, score in self.lines) / max(letters, 1)

    @property
    def sideways(self) -> bool:
        """Whether most letters stand in boxes that are higher than wide."""
        upright = tall = 0
        for corners, text, _ in self.lines:
            if len(text) < 4:
                continue
            wide = max(x for x, _ in corners) - min(x for x, _ in corners)
            high = max(y for _, y in corners) - min(y for _, y in corners)
            tall, upright = (tall + len(text), upright) if high > 1.5 * wide else (
                tall, upright + len(text)
            )  # fmt: skip
        return tall > upright


def read_page(pdf: Any, number: int) -> Seen:
    """Return what stands in the picture of page *number* (from 1), straightened.

    *pdf* is an open ``pypdfium2.PdfDocument``. Each recognised line is cut into
    its words in proportion to their letters.
    """
    page = pdf[number - 1]
    try:
        width, height = page.get_size()
        scale = min(DPI / 72, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        picture = page.render(scale=scale, grayscale=False).to_numpy()
    finally:
        page.close()
    best = _recognise(picture, 0)
    turns: tuple[int, ...] = ()
    if best.sideways:
        turns = (90, 270)
    elif best.lines and best.score < UPSIDE_DOWN:
        turns = (0, 180)
    if turns:
        part = _part(picture, best)
        turn = max((_recognise(part, turn) for turn in turns), key=lambda p: p.score).turned
        best = _recognise(picture, turn) if turn else best
    words = [w for line in _straight(best) for w in _words(*line, scale)]
    scores = [score for _, _, score in best.lines]
    return Seen(words, sum(scores) / len(scores) if scores else 0.0, best.turned)


def _part(picture: Any, seen: _Pass) -> Any:
    """Return the part of *picture* that holds words, or its middle: enough to tell which way up."""
    xs = [x for corners, _, _ in seen.lines for x, _ in corners]
    ys = [y for corners, _, _ in seen.lines for _, y in corners]
    left, right, top, bottom = (int(v) for v in (min(xs), max(xs), min(ys), max(ys)))
    high, wide = picture.shape[:2]
    if bottom - top > high / 2:
        top, bottom = top + (bottom - top) // 4, bottom - (bottom - top) // 4
    if right - left > wide / 2:
        left, right = left + (right - left) // 4, right - (right - left) // 4
    return picture[max(top - 10, 0) : bottom + 10, max(left - 10, 0) : right + 10]


def _recognise(picture: Any, turned: int) -> _Pass:
    """Read *picture*, turned clockwise; no line is turned by itself, so a wrong turn scores low."""
    import numpy

    upright = numpy.ascontiguousarray(numpy.rot90(picture, -(turned // 90)))
    size = (float(upright.shape[1]), float(upright.shape[0]))
    result = _engine()(upright, use_cls=False)
    if result is None or result.txts is None or result.boxes is None:
        return _Pass([], turned, size)
    lines = [
        ([(float(x), float(y)) for x, y in corners], str(text), float(score))
        for corners, text, score in zip(result.boxes, result.txts, result.scores, strict=True)
        if score >= LEAST_CONFIDENCE and text.strip()
    ]
    return _Pass(lines, turned, size)


def _straight(seen: _Pass) -> list[tuple[list[tuple[float, float]], str, float]]:
    """Turn the lines' corners about the page's middle by the slant that most of them share."""
    slants = [
        math.atan2(corners[1][1] - corners[0][1], corners[1][0] - corners[0][0])
        for corners, text, _ in seen.lines
        if len(text) >= 12
    ]
    slant = statistics.median(slants) if len(slants) >= 3 else 0.0
    if not LEAST_SLANT < abs(slant) < MOST_SLANT:
        return seen.lines
    cx, cy = seen.size[0] / 2, seen.size[1] / 2
    cos, sin = math.cos(-slant), math.sin(-slant)
    return [
        (
            [
                (cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos)
                for x, y in corners
            ],
            text,
            score,
        )
        for corners, text, score in seen.lines
    ]


def _words(
    corners: list[tuple[float, float]], text: str, score: float, scale: float
) -> Iterator[Word]:
    x0, x1 = min(x for x, _ in corners) / scale, max(x for x, _ in corners) / scale
    top, bottom = min(y for _, y in corners) / scale, max(y for _, y in corners) / scale
    letters = max(len(text), 1)
    at = 0
    for part in text.split():
        start = text.index(part, at)
        at = start + len(part)
        box = (
            round(x0 + (x1 - x0) * start / letters, 1), round(top, 1),
            round(x0 + (x1 - x0) * at / letters, 1), round(bottom, 1),
        )  # fmt: skip
        # Letters fill about four fifths of a recognised line's box.
        yield Word(part, box, "ocr", round(0.8 * (bottom - top), 1), confidence=score)
