r"""Lines become running text, and every character still knows its word.

Words at line ends are joined again where a hyphen only broke the line; the
hyphen of a compound ("five-year", "co-\noperate") stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from papersearch.reading.document import Line, Word

# First parts after which British office prose keeps its hyphen.
_HYPHEN_KEEPERS = frozenset(
    (
        "non self co pre post re-elect anti cross multi inter intra sub semi well ill long "
        "short high low mid year end one two three four five six seven eight nine ten first "
        "second third half full part on off up in out over under large small medium cost risk "
        "evidence patient person value user data quality time decision longer shorter face "
        "day week month follow built whole so lower higher ex vice quasi all "
    ).split()
)
BREAK = "\x00"
"""Stands after a hyphen at a line's end until it is known whether the word goes on."""
_ENDS_WITH_HYPHEN = re.compile(r"[a-z]{2,}[-\u2010]$", re.IGNORECASE)
_STARTS_LOWER = re.compile(r"^[a-z]{2,}")
_IS_CAPITAL = re.compile(r"^[A-Z][a-z]+")


class Piece(msgspec.Struct, frozen=True, gc=False):  # there are hundreds a page
    """Characters ``start`` to ``end`` of a flow come from *word* on *page*."""

    start: int
    end: int
    word: Word
    page: int


@dataclass(frozen=True, slots=True)
class Flow:
    """Running text and the words it was made of, in order."""

    text: str
    pieces: tuple[Piece, ...]


def text_of(lines: Sequence[Line]) -> str:
    """Return the text of :func:`flow` alone, without the words' places."""
    words: list[str] = []
    for line in lines:
        words += [word.text for word in line.words if word.text]
        if line.words and _ENDS_WITH_HYPHEN.search(line.words[-1].text):
            return flow(lines).text
    text = " ".join(words)
    return text if BREAK not in text else flow(lines).text


def flow(lines: Iterable[Line], known: frozenset[str] = frozenset()) -> Flow:
    """Return *lines* as running text.

    *known* are words of the same document in lower case: a broken word whose
    joined form is among them is joined for certain.
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    glue = False
    for line in lines:
        for index, word in enumerate(line.words):
            if not word.text:
                continue
            if parts and not glue:
                parts.append(" ")
                length += 1
            glue = False
            text = word.text
            last = index == len(line.words) - 1
            parts.append(text)
            pieces.append(Piece(length, length + len(text), word, line.page))
            length += len(text)
            if last and _ENDS_WITH_HYPHEN.search(text):
                glue = True
        if glue:
            # Decided when the next line's first word is seen; see _unbreak.
            parts.append(BREAK)
            length += 1
    return _unbreak("".join(parts), pieces, known)


def _unbreak(text: str, pieces: list[Piece], known: frozenset[str]) -> Flow:
    if BREAK not in text:
        return Flow(text, tuple(pieces))
    out: list[str] = []
    shifts: list[tuple[int, int]] = []
    position = removed = 0
    while (mark := text.find(BREAK, position)) >= 0:
        head, tail = text[position:mark], text[mark + 1 :]
        first = re.split(r"[^A-Za-z]+", head.rstrip("-\u2010"))[-1]
        second = _STARTS_LOWER.match(tail)
        if second is None:
            keep = len(head)
        elif (first + second.group()).lower() in known:
            keep = len(head) - 1
        elif first.lower() in _HYPHEN_KEEPERS or f"{first}-{second.group()}".lower() in known:
            keep = len(head)
        else:
            keep = len(head) - 1
        out.append(head[:keep])
        # A compound in capitals ("Sub-" and "Committee") is one word, and keeps its hyphen.
        is_title = bool(_IS_CAPITAL.match(first) and _IS_CAPITAL.match(tail))
        space = "" if second is not None or is_title or not tail else " "
        out.append(space)
        removed += len(head) - keep + 1 - len(space)
        shifts.append((mark + 1, removed))
        position = mark + 1
    out.append(text[position:])

    def shift(offset: int) -> int:
        moved = 0
        for start, total in shifts:
            if offset < start:
                break
            moved = total
        return offset - moved

    joined = "".join(out).rstrip()
    moved = []
    for index, piece in enumerate(pieces):
        start = shift(piece.start)
        stop = shift(pieces[index + 1].start) if index + 1 < len(pieces) else len(joined)
        moved.append(
            Piece(
                start, min(shift(piece.start) + len(piece.word.text), stop), piece.word, piece.page
            )
        )
    return Flow(joined, tuple(moved))
