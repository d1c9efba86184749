"""The printed lines of a paper's running text, each knowing its characters in the ``Doc``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from papersearch.reading.document import Block, Line, Word


@dataclass(frozen=True)
class Printed:
    """Words of one printed line; *start* to *end* are characters of ``doc.text``."""

    words: tuple[Word, ...]
    places: tuple[tuple[int, int], ...]
    page: int
    block: int
    kind: str
    marker: str | None

    @cached_property
    def text(self) -> str:
        """The words without tick signs."""
        return " ".join(word.text for word in self.words if word.tick is None)

    @property
    def line(self) -> Line:
        """The words without tick signs, as a line to be run on."""
        return Line(tuple(word for word in self.words if word.tick is None), self.page)

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.places[0][0]

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.places[-1][1]

    def part(self, first: int, last: int | None = None) -> Printed:
        """Return the words from *first* up to *last*."""
        return Printed(
            self.words[first:last],
            self.places[first:last],
            self.page,
            self.block,
            self.kind,
            self.marker,
        )


def printed_lines(doc: Doc) -> list[Printed]:
    """Return the lines of all blocks of *doc* that are no tables, in reading order."""
    known: list[Printed] | None = doc.user_data.get("printed_lines")
    if known is None:
        known = doc.user_data["printed_lines"] = _printed_lines(doc)
    return known


def _printed_lines(doc: Doc) -> list[Printed]:
    places = doc.user_data.get("places", [])
    if doc._.paper is None:
        return []
    out: list[Printed] = []
    at = 0
    for index, block in enumerate(doc._.paper.blocks):
        if block.table is not None:
            count = sum(
                1
                for cell in block.table.cells
                for line in cell.lines
                for word in line.words
                if word.text
            )
            at += count
            out.append(_gap(index, block))
            continue
        for line in block.lines:
            words = tuple(word for word in line.words if word.text)
            ranges = tuple((p.start, p.end) for p in places[at : at + len(words)])
            at += len(words)
            if words:
                out.append(Printed(words, ranges, line.page, index, block.kind, block.marker))
    return out


def _gap(index: int, block: Block) -> Printed:
    """Return the sign that a table stands here."""
    return Printed((), (), block.page, index, "table", None)
