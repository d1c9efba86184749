"""The run of lines or bullets that follows the heading of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span

from papersearch.tagging.commitments.found import Piece, WordAt, inside, lines_of
from papersearch.tagging.commitments.headings import Heading, leads_on, list_heading
from papersearch.tagging.commitments.items import ItemLine
from papersearch.tagging.commitments.patterns import matches
from papersearch.tagging.commitments.tails import is_status_text

MOST_ITEM_WORDS = 45
_MOST_ITEMS = 30
_MOST_WORDS_OF_A_LINE = 22
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S")
_BARE_NUMBER = re.compile(r"\d{1,2}\s+[A-Z]")
_BULLET = re.compile(r"(?:[•●○◦▪■–‣➢➤►▶◆→*]|o)\s+\S")
_PARAGRAPH_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?")
_WORD = re.compile(r"[A-Za-z]{2}")


@dataclass(slots=True)
class Run:
    """The lines of a list, the index of its last block, and what kind each entry is."""

    last: int
    lines: list[ItemLine] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    markers: list[str | None] = field(default_factory=list)
    numbers: list[int | None] = field(default_factory=list)

    @property
    def listed(self) -> bool:
        """Whether its entries are bullets or numbers."""
        return bool(self.kinds) and self.kinds[0] == "item"

    def clear(self) -> None:
        """Forget the entries: they only led in to the list."""
        self.lines.clear()
        self.kinds.clear()
        self.markers.clear()
        self.numbers.clear()


def follow(
    all_pieces: Sequence[Piece],
    start: int,
    fields: set[int],
    skip: Sequence[Span],
    heading: Heading,
) -> Run:
    """Return the run that begins at the block *start*, below *heading*.

    Args:
        all_pieces: The paper's blocks.
        start: The first block that may belong to the list.
        fields: Ids of blocks that are other fields of the cover.
        skip: Spans that other components have taken.
        heading: What the heading says of its list.
    """
    run = Run(start - 1)
    outer = marker_of(all_pieces[start - 1]) if start else None
    for index in range(start, min(len(all_pieces), start + 2 * _MOST_ITEMS)):
        piece = all_pieces[index]
        if piece.view is not None or id(piece.block) in fields or inside(piece.span, skip):
            break
        text = piece.text
        next_number = _BARE_NUMBER.match(text) and _number_of(piece) == len(run.kinds) + 1
        marked = _NUMBERED.match(text) or _BULLET.match(text) or next_number
        kind = "item" if piece.block.kind == "list_item" or marked else "line"
        if piece.block.kind == "heading" and run.lines and is_status_text(text):
            # "3 Recruit 60 workers –" and, thought to be a heading, "Partly met".
            rows = lines_of(piece.span, piece.block.lines)
            run.lines += [ItemLine(tuple(row), False) for row in rows]
            run.last = index
            continue
        if piece.block.kind == "heading":
            numbered = piece.block.marker and _number_of(piece) == len(run.kinds) + 1
            if not numbered or matches("annual", "stops", _plain_heading(text)):
                break
            kind = "item"
        only_ticks = not _WORD.search(text)
        if matches("annual", "instructions", text) and not only_ticks:
            run.last = index
            continue
        missing = heading.count is not None and len(run.kinds) < heading.count
        if _cannot_go_on(text, piece, kind, bool(run.lines), missing):
            break
        if leads_on(text) and not run.lines:
            outer, run.last = marker_of(piece), index
            continue
        continues = bool(run.lines) and text[:1].islower() and marker_of(piece) is None
        if not only_ticks and not continues:
            if _ends(run, piece, kind, outer):
                break
            if heading.count and len(run.kinds) == heading.count and not (
                heading.promises_ticks and _has_ticks(piece)
            ):  # fmt: skip
                break
            run.kinds.append(kind)
            run.markers.append(marker_of(piece))
            run.numbers.append(_number_of(piece))
        run.lines += [
            ItemLine(tuple(row), n == 0, kind == "item" and not continues)
            for n, row in enumerate(lines_of(piece.span, piece.block.lines))
        ]
        run.last = index
        if len(run.kinds) >= _MOST_ITEMS:
            break
    return run


def marker_of(piece: Piece) -> str | None:
    """Return the shape of what stands before a block: ``1.``, ``(a)``, ``1.1``, ``•``."""
    marker = piece.block.marker
    if marker is None:
        found = _NUMBERED.match(piece.text)
        marker = found.group().split()[0] if found is not None else None
    if marker is None:
        return "•" if _BULLET.match(piece.text) else None
    if not re.search(r"[\w]", marker) or marker == "o":
        return "•"
    return re.sub(r"[A-Za-z]+", "a", re.sub(r"\d+", "1", marker))


def _ends(run: Run, piece: Piece, kind: str, outer: str | None) -> bool:
    """Tell whether *piece* is no more of the list; forget one paragraph that led in to bullets."""
    if not run.kinds:
        return False
    if run.kinds[0] != kind:
        if kind == "item" and len(run.kinds) == 1 and not any(
            word.tick is not None for line in run.lines for word in line.words
        ):  # fmt: skip
            run.clear()
            return False
        return True
    marker = marker_of(piece)
    if marker == run.markers[0]:
        return _counts_anew(run, piece, outer)
    # The minute or paragraph after the list: "6. … as follows: • … • … 7. Each has a lead."
    numbered = marker is not None and _PARAGRAPH_NUMBER.fullmatch(marker) is not None
    return numbered and marker == outer


def _counts_anew(run: Run, piece: Piece, outer: str | None) -> bool:
    """Tell whether a number goes on with the paper's paragraphs and not with the list."""
    number, last = _number_of(piece), run.numbers[-1]
    if number is None or last is None or number == last + 1:
        return False
    alike = all(one == number for one in run.numbers)  # a list that numbers every item "1."
    return run.markers[0] == outer or (number <= last and not alike)


def _number_of(piece: Piece) -> int | None:
    match = re.match(r"\(?(\d{1,2})[.)]?$", piece.block.marker or piece.text.split(" ", 1)[0])
    return int(match.group(1)) if match else None


def _plain_heading(text: str) -> str:
    return re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", text)


def _has_ticks(piece: Piece) -> bool:
    rows: Sequence[Sequence[WordAt]] = lines_of(piece.span, piece.block.lines)
    return any(word.tick is not None for row in rows for word in row)


def _cannot_go_on(text: str, piece: Piece, kind: str, begun: bool, missing: bool) -> bool:
    if len(text.split()) > MOST_ITEM_WORDS:
        return True
    if kind == "line":
        # Of seven commitments the fourth may begin "Finance:", like a field of the cover.
        if matches("annual", "stops", text) and not missing:
            return True
        sentences = len(re.findall(r"(?<!\b\d)(?<!\b\d\d)[.!?](?=\s+[A-Z])", text))
        if sentences >= 1 and not (leads_on(text) and not begun):
            return True
        if text.endswith(".") and len(text.split()) > _MOST_WORDS_OF_A_LINE:
            return True
    if leads_on(text) and begun:
        return True
    return list_heading(text) is not None and piece.block.kind != "list_item"
