"""A word of a PDF page on its way, with the style that all letters of its text object share."""

from __future__ import annotations

from dataclasses import dataclass

from papersearch.reading.document import Box, Tick, Word


@dataclass(slots=True)
class Style:
    """What is the same for all characters of one text object."""

    font: str = ""
    table: str | None = None
    """Which table of symbol signs the font belongs to, ``None`` for text fonts."""
    size: float = 0.0
    """Nominal size in points as drawn; 0 where pdfium does not tell."""
    angle: int = 0
    """Degrees anticlockwise from upright, as shown; 0 for plain text."""
    bold: bool = False
    italic: bool = False
    colour: tuple[int, int, int] = (0, 0, 0)
    opacity: int = 255
    invisible: bool = False
    order: int = -1
    """Place in drawing order; -1 where unknown."""
    address: int = 0
    """pdfium's text object."""
    artifact: bool = False
    """The file itself marks it as no part of the text: a running header, a watermark."""
    optional: bool = False
    """In a layer that may be switched off."""


@dataclass(slots=True)
class RawWord:
    """A word on its way, with what the tests for hidden text and watermarks need."""

    text: str
    box: Box
    style: Style
    tick: Tick | None = None
    highlighted: bool = False
    glued: bool = False
    """A hyphen ended its line, and pdfium says that the next word goes on with it."""

    @property
    def angle(self) -> int:
        """Degrees anticlockwise from upright, as shown."""
        return self.style.angle

    @property
    def size(self) -> float:
        """Letter size in points."""
        box = self.box
        high = box[3] - box[1] if self.style.angle % 180 == 0 else box[2] - box[0]
        return round(self.style.size or high, 1)

    def word(self) -> Word:
        """Return it as a :class:`Word`."""
        style = self.style
        return Word(
            self.text, self.box, style.font, self.size, style.bold, style.italic, self.tick,
            None, self.highlighted,
        )  # fmt: skip
