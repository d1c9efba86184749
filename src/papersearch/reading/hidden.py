"""Words that a PDF holds and its pages do not show: each is told, none is read as text.

The drawing tells which words *may* be hidden: painted over, in the colour of
the paper, under a box that was pinned on. Whether they are is decided by the
page's own picture: where a word's place is one even colour, nobody can read it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from papersearch.reading.document import Box, HiddenText, Page
from papersearch.reading.pdf_objects import WHITE, Drawing, Fill, Picture
from papersearch.reading.pdf_style import RawWord
from papersearch.record import Warning

Reason = Literal["covered", "invisible", "background_colour", "off_page", "tiny"]

_BAND = 24.0
_EVEN = 40
"""Greatest difference in grey of a place without letters."""
_SAME_COLOUR = 24
_MOST_PIXELS = 6_000_000
_TINY = 1.5
_TOLD_AT_MOST = 20
_WORDS = {
    "covered": "under a box or picture",
    "invisible": "set to be invisible",
    "background_colour": "in the colour of the paper",
    "off_page": "beside the page",
    "tiny": "too small to see",
    "comment": "in a comment",
}


@dataclass(frozen=True, slots=True)
class _Suspect:
    word: RawWord
    reason: Reason
    sure: bool


def find_hidden(
    words: Sequence[RawWord],
    drawing: Drawing,
    covers: Sequence[Box],
    page: Any,
    size: tuple[float, float],
    scanned: bool,
) -> tuple[list[RawWord], list[HiddenText]]:
    """Part *words* into those that the page shows and those that it hides.

    Args:
        words: Words of the page, as shown.
        drawing: What is drawn.
        covers: Boxes pinned over the page.
        page: The ``pypdfium2.PdfPage``, to be drawn where the drawing leaves doubt.
        size: Width and height of the page.
        scanned: A picture fills the page, so that invisible words are its OCR
            layer and not hidden.
    """
    over = _Bands(
        [f for f in drawing.fills if f.opaque] + [p for p in drawing.pictures if p.opaque]
    )
    under = _Bands([*drawing.fills, *drawing.pictures])
    pinned = _Bands([Picture(box, 1 << 30) for box in covers])
    suspects: dict[int, _Suspect] = {}
    for index, word in enumerate(words):
        found = _suspect(word, over, under, pinned, size, scanned, drawing.crowded)
        if found is not None:
            suspects[index] = found
    if not suspects:
        return list(words), []
    doubtful = [i for i, suspect in suspects.items() if not suspect.sure]
    if doubtful:
        sight = _Sight(page, size)
        for index in doubtful:
            if sight.shows(words[index].box):
                del suspects[index]
    shown = [word for index, word in enumerate(words) if index not in suspects]
    return shown, _group(suspects.values())


def warnings_of(pages: Iterable[Page]) -> list[Warning]:
    """Return one warning for each hidden text of *pages*, without the text itself."""
    out = []
    for page in pages:
        for hidden in page.hidden[:_TOLD_AT_MOST]:
            box = ", ".join(f"{edge:.0f}" for edge in hidden.box) if hidden.box else "unknown place"
            end = "." if hidden.reason == "comment" else ": a possible failed redaction."
            out.append(
                Warning(
                    code="hidden_text",
                    page=page.number,
                    message=f"Text {_WORDS[hidden.reason]} at ({box}) was left out{end}",
                )
            )
        more = len(page.hidden) - _TOLD_AT_MOST
        if more > 0:
            message = f"{more} more pieces of hidden text on this page were left out."
            out.append(Warning(code="hidden_text", page=page.number, message=message))
    return out


class _Bands:
    """Painted areas by height, so that a word meets only those beside it."""

    def __init__(self, items: Sequence[Fill | Picture]) -> None:
        self._bands: defaultdict[int, list[Fill | Picture]] = defaultdict(list)
        for item in items:
            low = max(int(item.box[1] // _BAND), -1)
            for band in range(low, min(int(item.box[3] // _BAND), low + 2000) + 1):
                self._bands[band].append(item)

    def __bool__(self) -> bool:
        return bool(self._bands)

    def at(self, x: float, y: float) -> Iterable[Fill | Picture]:
        for item in self._bands.get(int(y // _BAND), ()):
            box = item.box
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                yield item


def _suspect(
    word: RawWord,
    over: _Bands,
    under: _Bands,
    pinned: _Bands,
    size: tuple[float, float],
    scanned: bool,
    crowded: bool,
) -> _Suspect | None:
    box, style = word.box, word.style
    if style.invisible:
        return None if scanned else _Suspect(word, "invisible", True)
    if box[2] <= 0 or box[3] <= 0 or box[0] >= size[0] or box[1] >= size[1]:
        return _Suspect(word, "off_page", True)
    if 0 < word.size < _TINY:
        return _Suspect(word, "tiny", True)
    if style.opacity == 0:
        return _Suspect(word, "invisible", True)
    if crowded or (not under and not pinned and min(style.colour) < WHITE):
        return None
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    if pinned and any(_covers(item.box, box) for item in pinned.at(x, y)):
        return _Suspect(word, "covered", False)
    if (
        over
        and style.order >= 0
        and any(item.order > style.order and _covers(item.box, box) for item in over.at(x, y))
    ):
        return _Suspect(word, "covered", False)
    below = [i for i in under.at(x, y) if style.order < 0 or i.order < style.order]
    ground = max(below, key=lambda item: item.order, default=None)
    if isinstance(ground, Picture):
        return None
    paper = (255, 255, 255) if ground is None else ground.colour
    if min(paper) >= WHITE and min(style.colour) < WHITE:
        return None
    if max(abs(a - b) for a, b in zip(paper, style.colour, strict=True)) <= _SAME_COLOUR:
        return _Suspect(word, "background_colour", False)
    return None


class _Sight:
    """The page as it looks, drawn once."""

    def __init__(self, page: Any, size: tuple[float, float]) -> None:
        area = max(size[0] * size[1], 1.0)
        self.scale = min(2.0, (_MOST_PIXELS / area) ** 0.5)
        self.picture = page.render(scale=self.scale, grayscale=True).to_numpy()

    def shows(self, box: Box) -> bool:
        """Return whether anything but one even colour is to be seen in *box*."""
        x0, top, x1, bottom = (edge * self.scale for edge in box)
        inset = 0.15 * (bottom - top)
        high, wide = self.picture.shape[:2]
        part = self.picture[
            max(int(top + inset), 0) : min(int(bottom - inset) + 1, high),
            max(int(x0), 0) : min(int(x1) + 1, wide),
        ]
        if part.size == 0:
            return False
        # A box's edge may cut the place; its letters would show in many rows, or columns.
        spread = part.max(axis=0).astype(int) - part.min(axis=0).astype(int)
        return bool((spread > _EVEN).mean() > 0.15)


def _group(suspects: Iterable[_Suspect]) -> list[HiddenText]:
    """Join neighbours of one line and reason."""
    out: list[HiddenText] = []
    for suspect in suspects:
        box, text = suspect.word.box, suspect.word.text
        last = out[-1] if out else None
        if (
            last is not None
            and last.box is not None
            and last.reason == suspect.reason
            and abs(last.box[1] - box[1]) < 4
        ):
            joined = (
                min(last.box[0], box[0]), min(last.box[1], box[1]),
                max(last.box[2], box[2]), max(last.box[3], box[3]),
            )  # fmt: skip
            out[-1] = HiddenText(0, joined, last.reason, f"{last.text} {text}")
        else:
            out.append(HiddenText(0, box, suspect.reason, text))
    return out


def _covers(cover: Box, box: Box) -> bool:
    """Tell whether *cover* hides nearly all of *box* (a tenth may show at the edges)."""
    wide = min(cover[2], box[2]) - max(cover[0], box[0])
    high = min(cover[3], box[3]) - max(cover[1], box[1])
    return wide > 0.9 * (box[2] - box[0]) and high > 0.7 * (box[3] - box[1])
