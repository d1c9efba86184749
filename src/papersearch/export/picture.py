"""Pictures of places on pages: the words quoted, marked, with what stands around them.

Files are drawn in guarded children: a hostile one costs only its own pictures.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from papersearch.record import PageBox, Struct

SCALE = 1.5
"""Dots a point: 108 an inch, enough to read small print."""
AROUND = 26.0
"""Points of the page shown above and below the words."""
MOST_HEIGHT = 320.0
"""Points of the page shown at most."""
_MARK = (255, 214, 0)
_EDGE = (176, 96, 0)


class Wanted(Struct, frozen=True, kw_only=True):
    """A place to draw: the words, where the catalogue says they stand, and the page it names."""

    quote: str
    boxes: tuple[PageBox, ...]
    page: int


class Picture(Struct, frozen=True, kw_only=True):
    """A PNG of a place, and the page that it shows."""

    png: bytes
    page: int
    width: int
    height: int


def draw_file(
    path: str, wanted: Mapping[str, tuple[str, Sequence[Wanted]]]
) -> list[Picture | None]:
    """Return a picture of each place wanted of the file at *path*, ``None`` where there is none.

    Args:
        path: A PDF file.
        wanted: By path: the sha256 that the file must have, and the places.
    """
    import pypdfium2

    sha256, places = wanted[path]
    data = Path(path).read_bytes()
    if sha256 and hashlib.sha256(data).hexdigest() != sha256:
        return [None] * len(places)
    document = pypdfium2.PdfDocument(data)
    try:
        return [_draw(document, place) for place in places]
    finally:
        document.close()


def _draw(document: Any, wanted: Wanted) -> Picture | None:
    boxes = [box for box in wanted.boxes if 1 <= box[0] <= len(document)]
    kept = _on_the_words(document, boxes, wanted.quote) or boxes
    if not kept:
        return None
    pages = [box[0] for box in kept]
    number = max(dict.fromkeys([wanted.page, *pages]), key=pages.count)
    lines = [box for box in kept if box[0] == number]
    page = document[number - 1]
    height = page.get_height()
    top = max(min(box[2] for box in lines) - AROUND, 0.0)
    bottom = min(max(box[4] for box in lines) + AROUND, height, top + MOST_HEIGHT)
    picture = page.render(scale=SCALE, crop=(0, max(height - bottom, 0), 0, top)).to_pil()
    return _marked(picture.convert("RGB"), lines, top, number)


def _marked(picture: Any, lines: Sequence[PageBox], top: float, number: int) -> Picture:
    from PIL import Image, ImageChops, ImageDraw

    wash = Image.new("RGB", picture.size, (255, 255, 255))
    brush = ImageDraw.Draw(wash)
    for _, x0, y0, x1, y1 in lines:
        spot = [(x0 - 2) * SCALE, (y0 - top - 1) * SCALE, (x1 + 2) * SCALE, (y1 - top + 1) * SCALE]
        brush.rectangle(spot, fill=_MARK)
    # Multiplied, as a marker pen does it: black words stay black.
    picture = ImageChops.multiply(picture, wash)
    edge = ImageDraw.Draw(picture)
    # The edge is seen where colour is not.
    left = min(box[1] for box in lines)
    first, last = min(box[2] for box in lines), max(box[4] for box in lines)
    x = max((left - 7) * SCALE, 1)
    edge.line([x, (first - top) * SCALE, x, (last - top) * SCALE], fill=_EDGE, width=3)
    data = io.BytesIO()
    picture.quantize(64).save(data, "PNG", optimize=True)
    return Picture(png=data.getvalue(), page=number, width=picture.width, height=picture.height)


def _on_the_words(document: Any, boxes: Sequence[PageBox], quote: str) -> list[PageBox]:
    """Return those *boxes* (lines of a passage) that hold words of *quote*."""
    wanted = f" {_folded(quote)} "
    if not wanted.strip():
        return []
    kept = []
    texts: dict[int, Any] = {}
    try:
        for box in boxes:
            page = document[box[0] - 1]
            if page.get_rotation():
                return []
            if box[0] not in texts:
                texts[box[0]] = page.get_textpage()
            if _holds(texts[box[0]], page, box, wanted):
                kept.append(box)
    finally:
        for text in texts.values():
            text.close()
    return kept


def _holds(text: Any, page: Any, box: PageBox, wanted: str) -> bool:
    left, _, _, upper = page.get_cropbox()
    _, x0, y0, x1, y1 = box
    words = text.get_text_bounded(
        left=left + x0 - 1, bottom=upper - y1 - 1, right=left + x1 + 1, top=upper - y0 + 1
    )
    line = _folded(words).split()
    if not line:
        return False
    if f" {' '.join(line)} " in wanted or wanted.strip() in " ".join(line):
        return True
    runs = [f" {' '.join(line[n : n + 3])} " for n in range(len(line) - 2)]
    return any(run in wanted for run in runs)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))
