"""What a paper's first page shows at its top, line by line, down to where prose begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from papersearch.papers.kinds import MINUTES
from papersearch.papers.lines import word_groups
from papersearch.papers.run_in import parted
from papersearch.reading.document import Block, Page, Word

NEXT_SENTENCE = re.compile(r"\w{3}\.\s+[A-Z]")
"""Where a second one begins; behind "at 10 a.m. in the Boardroom" none does."""
LARGER = 1.12
"""Letters this much larger than the body's stand out."""
LEAST_PROSE_WORDS = 14
_NUMBERED = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})+|\d{1,2}[.)]|\([a-z0-9]\)|[A-Z]\.)\s+\S"
    # "2 Background", but neither "5 March" nor "10 Year Plan"
    r"|^\d{1,2}\s+(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|year|point|day|week))[A-Z]"
)


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A line, or a part of one that wide gaps set apart. *size* 0: the format knows no sizes."""

    text: str
    size: float
    bold: bool
    heading: bool
    top: float | None
    bottom: float | None
    stands_out: bool
    block: int
    """Counts the first page's blocks."""

    def wraps_into(self, other: FrontLine) -> bool:
        """Whether *other* carries this line on: the same letters, close beneath, no longer."""
        alike = (other.size, other.bold) == (self.size, self.bold)
        gap = (other.top or 0) - (self.bottom or 0)
        close = -self.size < gap < 0.6 * self.size
        return alike and close and len(self.text) >= max(25, len(other.text))

    @property
    def numbered(self) -> bool:
        """Whether it begins with a section's number."""
        return _NUMBERED.match(self.text) is not None


def body_size(blocks: Sequence[Block]) -> float:
    """Return the letter size in which most of the text is set, 0 where the format knows none."""
    sizes: Counter[float] = Counter()
    for block in blocks[:400]:
        lines = block.lines
        if block.table is not None:
            lines = tuple(line for cell in block.table.cells for line in cell.lines)
        for line in lines:
            for word in line.words:
                sizes[round(word.size, 1)] += len(word.text)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0


def front_lines(page: Page, body: float) -> list[FrontLine]:
    """Return the lines of *page* above its first prose, with what stands out among them.

    A header counts: a title at the very top of a first page is often taken for one.
    Tables are left out; their labelled cells are fields.
    """
    out: list[FrontLine] = []
    for number, block in enumerate(page.blocks):
        if block.kind in ("footer", "watermark", "line_number") or block.table is not None:
            continue
        if out and _is_prose(block, body):
            break
        out += [
            _line(words, block, body, number)
            for line in parted(block).lines
            for words in word_groups(line)
        ]
    return out


def _line(words: Sequence[Word], block: Block, body: float, number: int) -> FrontLine:
    size = max(word.size for word in words)
    bold = all(word.bold for word in words)
    boxes = [word.box for word in words if word.box]
    heading = block.kind == "heading"
    out = size >= LARGER * body if body else False
    return FrontLine(
        " ".join(word.text for word in words), size, bold, heading,
        min((box[1] for box in boxes), default=None), max((box[3] for box in boxes), default=None),
        bool(out or bold or heading), number,
    )  # fmt: skip


def _is_prose(block: Block, body: float) -> bool:
    if block.kind not in ("paragraph", "list_item"):
        return False
    size = max((word.size for line in block.lines for word in line.words), default=0.0)
    if body and size >= LARGER * body:
        return False
    if size < 0.9 * body and len(block.lines) == 1:
        return False  # a line in small letters under the masthead
    text = block.text
    lines = [line.text for line in parted(block).lines]
    short = all(len(line.split()) <= LEAST_PROSE_WORDS and not line[:1].islower() for line in lines)
    if len(lines) > 1 and short and not text.endswith("."):
        return False  # several facts of a masthead, each on its line
    if MINUTES.match(text) and NEXT_SENTENCE.search(text) is None:
        return False  # "Minutes of the meeting … held at … on …" is a title, however long
    return len(text.split()) > LEAST_PROSE_WORDS and ":" not in text[:40]
