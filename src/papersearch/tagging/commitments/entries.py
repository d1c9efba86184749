"""Entries of a list of actions that a text runs on, one a line or one a paragraph.

"ACTIONS WITH DATES", then "1187 Chief Pharmacist to complete the works. Due 14/02/2027.
Status: amber." on lines of the same block or in blocks of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from papersearch.tagging.commitments.dues import first_due
from papersearch.tagging.commitments.found import Found, Piece, WordAt, lines_of
from papersearch.tagging.commitments.openers import opening_owner
from papersearch.tagging.commitments.patterns import any_of, words
from papersearch.tagging.commitments.tails import peel
from papersearch.tagging.commitments.target import find_target
from papersearch.tagging.commitments.who import is_owner

_LEAST_WORDS = 4
_MOST_WORDS = 50
_MOST_WORDS_OF_A_HEADING = 8
_CHARGED = re.compile(r"(?P<owner>[^.;:]{2,70}?) to (?=[a-z])")

_Line = list[WordAt]


def opens_list(text: str) -> bool:
    """Tell whether *text* as a whole heads a list of actions."""
    return any_of(words("actions")["minutes"]["list_headings"]).search(text) is not None


def read_entries(piece: Piece, day: date | None, in_list: bool) -> Iterator[Found]:
    """Yield the entries in a block that its first line, or the block before, heads as actions."""
    if piece.view is not None or piece.block.kind not in ("paragraph", "list_item"):
        return
    lines = lines_of(piece.span, piece.block.lines)
    if not lines:
        return
    if len(lines) > 1 and _is_heading(_text(lines[0])):
        lines = lines[1:]
    elif not in_list or piece.block.kind != "paragraph":
        return
    for group in _groups(lines):
        found = _entry(piece, group, day)
        if found is not None:
            yield found


def _is_heading(text: str) -> bool:
    plain = text.strip(" :")
    return len(plain.split()) <= _MOST_WORDS_OF_A_HEADING and (
        opens_list(plain) or any_of(words("actions")["tables"]["headings"]).match(plain) is not None
    )


def _text(words_: Sequence[WordAt]) -> str:
    return " ".join(word.word.text for word in words_)


def _groups(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Yield the words of each entry; a line that begins none goes on with that before it."""
    group: _Line = []
    for line in lines:
        if group and _begins(_text(line)):
            yield group
            group = []
        group += line
    if group:
        yield group


def _begins(text: str) -> bool:
    return _mark(text) is not None or _is_charged(text)


def _is_charged(text: str) -> bool:
    """Tell whether an entry begins with who is to do it: "Chief Pharmacist to complete"."""
    charged = _CHARGED.match(text)
    return charged is not None and is_owner(charged["owner"])


def _mark(text: str) -> re.Match[str] | None:
    return any_of(words("actions")["minutes"]["entry"], case=True).match(text)


def _entry(piece: Piece, group: _Line, day: date | None) -> Found | None:
    mark = _mark(_text(group))
    skip = len(mark.group().split()) if mark is not None else 0
    rest = group[skip:]
    text = _text(rest)
    if not _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS:
        return None
    tail = peel(text, day)
    if tail.owner is None and not _is_charged(text):
        return None
    plain = text[: tail.length] if tail.tells else text
    kept = rest[: max(1, len(plain.split()))]
    span = piece.span.doc.char_span(kept[0].start, kept[-1].end, alignment_mode="expand")
    if span is None:
        return None
    return Found(
        span=span,
        kind="action",
        text=plain,
        why=f"action-entry: {' '.join(plain.split()[:3])!r}",
        target=find_target(plain),
        due=tail.due or first_due(plain, day),
        owner=tail.owner or opening_owner(plain),
        status=tail.status,
        reference=mark["ref"] if mark is not None else None,
    )
