"""A paper's words in passages: what is found, quoted and cited.

A passage keeps to one section and follows the paper: short neighbours stand
together, long paragraphs are cut at sentences, table rows keep their cells.
``text`` is verbatim; ``indexed`` may name the columns of a table's cells. A
heading stands in ``section``, not in the text, so that no quote begins with
words that only stood above it; headings with nothing under them (a contents
page, "ACTION: Trustees") are passages of kind ``heading``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from papersearch.reading.document import Block, Cell, Line, Table
from papersearch.reading.flow import flow
from papersearch.record import PageBox, Struct

if TYPE_CHECKING:
    from papersearch.papers.paper import PaperText

MOST_WORDS = 60
"""A passage is closed before it would hold more words. A vector of one thing said is nearer to a
question about it than one of three things: docs/decisions/0011 has the figures for 120, 80, 60."""
FEW_WORDS = 25
"""A passage of fewer words takes its section's next paragraph in."""
LONG_ROW = 120
"""Words from which a table's row is cut into its cells, or text without sentences by count."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z\u2022(\u201c\"'])")
_NOISE = re.compile(r"[^a-z0-9]+")


class Passage(Struct, frozen=True, kw_only=True):
    """A stretch of a paper; *page* is that on which its words begin."""

    page: int
    label: str | None
    section: str | None
    kind: str
    text: str
    indexed: str
    boxes: tuple[PageBox, ...]
    key: str
    """Hash of the folded words: the same paragraph in another pack has the same key."""


class _Draft:
    def __init__(self, section: str | None) -> None:
        self.section = section
        self.parts: list[str] = []
        self.indexed: list[str] = []
        self.lines: list[Line] = []
        self.words = 0
        self.kind = "text"

    def add(self, text: str, indexed: str, lines: tuple[Line, ...], kind: str) -> None:
        self.parts.append(text)
        self.indexed.append(indexed)
        self.lines.extend(lines)
        self.words += len(text.split())
        self.kind = kind


def passages(paper: PaperText) -> Iterator[Passage]:
    """Yield the passages of *paper* in reading order."""
    section: str | None = None
    draft = _Draft(section)
    waiting: list[Block] = []
    for block in paper.blocks:
        if block.kind == "heading":
            yield from _close(draft, paper)
            draft = _Draft(section)
            waiting.append(block)
            continue
        for text, indexed, lines, kind in _pieces(block):
            if waiting:
                yield from _bare_headings(waiting[:-1], paper)
                section = waiting[-1].text
                draft = _Draft(section)
                waiting = []
            words = len(text.split())
            if draft.words and (
                draft.words + words > MOST_WORDS
                or (draft.words >= FEW_WORDS and not _same_run(draft, kind))
                or ((kind == "table") != (draft.kind == "table") and draft.words > 12)
            ):
                yield from _close(draft, paper)
                draft = _Draft(section)
            draft.add(text, indexed, lines, kind)
    yield from _close(draft, paper)
    yield from _bare_headings(waiting, paper)


def _bare_headings(headings: list[Block], paper: PaperText) -> Iterator[Passage]:
    """Yield headings that have nothing under them, put together as they follow one another."""
    draft = _Draft(None)
    for block in headings:
        words = len(block.text.split())
        if draft.words and draft.words + words > MOST_WORDS:
            yield from _close(draft, paper)
            draft = _Draft(None)
        draft.section = block.text
        draft.add(block.text, block.text, block.lines, "heading")
    yield from _close(draft, paper)


def _same_run(draft: _Draft, kind: str) -> bool:
    return kind == draft.kind and kind in ("list", "table")


def _pieces(block: Block) -> Iterator[tuple[str, str, tuple[Line, ...], str]]:
    if block.table is not None:
        yield from _rows(block.table)
        return
    text = block.text
    kind = "list" if block.kind == "list_item" else "text"
    if len(text.split()) <= MOST_WORDS:
        if text:
            yield text, text, block.lines, kind
        return
    yield from _sentences(block.lines, kind)


def _sentences(
    lines: tuple[Line, ...], kind: str
) -> Iterator[tuple[str, str, tuple[Line, ...], str]]:
    """Cut a long paragraph at sentence ends into stretches of at most MOST_WORDS words."""
    running = flow(lines)
    cuts = [0, *(m.end() for m in _SENTENCE.finditer(running.text)), len(running.text)]
    spans: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        if spans and len(running.text[spans[-1][0] : end].split()) <= MOST_WORDS:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    for start, end in spans:
        inside = {id(p.word) for p in running.pieces if start <= p.start < end}
        part = tuple(
            Line(kept, line.page)
            for line in lines
            if (kept := tuple(w for w in line.words if id(w) in inside))
        )
        text = running.text[start:end].strip()
        for words in _by_words(text):
            yield words, words, part, kind


def _by_words(text: str) -> Iterator[str]:
    """Cut what has no sentence ends (a list of names, a legal clause) by the count of words."""
    words = text.split()
    if len(words) <= LONG_ROW:
        yield text
        return
    for start in range(0, len(words), MOST_WORDS):
        yield " ".join(words[start : start + MOST_WORDS])


def _rows(table: Table) -> Iterator[tuple[str, str, tuple[Line, ...], str]]:
    names = _column_names(table)
    for row in range(table.rows):
        cells = [c for c in table.cells if c.row == row and c.lines]
        cells.sort(key=lambda c: c.column)
        if not cells:
            continue
        texts = [cell.text for cell in cells]
        lines = tuple(line for cell in cells for line in cell.lines)
        if sum(len(t.split()) for t in texts) > LONG_ROW:
            for cell in cells:
                yield from _sentences(cell.lines, "table")
            continue
        text = " ".join(texts)
        indexed = (
            "; ".join(_named(cell, names) for cell in cells) if row >= table.header_rows else text
        )
        yield text, indexed, lines, "table"


def _column_names(table: Table) -> dict[int, str]:
    names: dict[int, str] = {}
    for row in range(table.header_rows):
        for column in range(table.columns):
            cell = table.cell(row, column)
            if cell is not None and cell.text and cell.text not in names.get(column, ""):
                names[column] = f"{names.get(column, '')} {cell.text}".strip()
    return names


def _named(cell: Cell, names: dict[int, str]) -> str:
    name = names.get(cell.column, "")
    return f"{name}: {cell.text}" if name and len(name.split()) <= 6 else cell.text


def _close(draft: _Draft, paper: PaperText) -> Iterator[Passage]:
    text = " ".join(part for part in draft.parts if part)
    if not any(ch.isalnum() for ch in text):
        return
    page = draft.lines[0].page if draft.lines else paper.first_page
    yield Passage(
        page=page,
        label=paper.labels.get(page),
        section=draft.section,
        kind=draft.kind,
        text=text,
        indexed=" ".join(part for part in draft.indexed if part),
        boxes=_boxes(draft.lines),
        key=key_of(text),
    )


def _boxes(lines: list[Line]) -> tuple[PageBox, ...]:
    out: list[PageBox] = []
    for line in lines:
        box = line.box
        if box is not None:
            out.append((line.page, *(round(edge, 1) for edge in box)))  # type: ignore[arg-type]
    return tuple(out)


def key_of(text: str) -> str:
    """Return the hash of the words of *text*, letters and digits only."""
    folded = _NOISE.sub(" ", text.lower()).strip()
    return hashlib.blake2b(folded.encode(), digest_size=12).hexdigest()
