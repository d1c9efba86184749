"""Whose words they are: a letter from elsewhere, the answers to a form, promise nothing here.

A paper may have a Minister's letter behind it, or the forms of those who applied to join.
"I intend to ask" is then the writer's word, not that of the body whose paper it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from papersearch.tagging.commitments.found import Piece, organisation_of, pieces
from papersearch.tagging.commitments.patterns import matches

_BLOCKS_BEFORE_AN_OWN_LETTER = 12
"""A paper that is a letter greets near its top; further down another's is appended."""
_BLOCKS_OF_A_LETTERHEAD = 8
_BLOCKS_OF_A_SIGNATURE = 6
_MOST_WORDS_OF_A_GREETING = 8
_LEAST_WORDS_OF_A_QUESTION = 4
_MOST_WORDS_OF_A_QUESTION = 40
_LEAST_TWICE_ASKED = 3


def words_of_others(doc: Doc) -> list[Span]:
    """Return the parts of *doc* that others wrote: letters appended, forms filled in."""
    all_pieces = pieces(doc)
    return [*_letters(doc, all_pieces), *_answers(doc, all_pieces)]


def _letters(doc: Doc, all_pieces: Sequence[Piece]) -> list[Span]:
    out: list[Span] = []
    for index, piece in enumerate(all_pieces):
        if index < _BLOCKS_BEFORE_AN_OWN_LETTER or not _greets(piece):
            continue
        end = next(
            (
                n
                for n in range(index + 1, len(all_pieces))
                if matches("voices", "closes", all_pieces[n].text) or _greets(all_pieces[n])
            ),
            len(all_pieces) - 1,
        )
        head = all_pieces[max(0, index - _BLOCKS_OF_A_LETTERHEAD) : index]
        signed = all_pieces[end : end + _BLOCKS_OF_A_SIGNATURE]
        if matches("voices", "to_others", piece.text, case=True):
            continue  # the body's own letter to them
        if any(_is_anothers(one, organisation_of(doc)) for one in (*head, *signed)):
            out.append(doc[piece.span.start : all_pieces[end].span.end])
    return out


def _greets(piece: Piece) -> bool:
    return (
        piece.view is None
        and re.match(r"Dear\s+[A-Z]", piece.text) is not None
        and len(piece.text.split()) <= _MOST_WORDS_OF_A_GREETING
    )


def _is_anothers(piece: Piece, organisation: str | None) -> bool:
    """Tell whether a line of a letter's head or signature names another body's office."""
    found = matches("voices", "offices", piece.text, case=True)
    return (
        piece.view is None
        and found is not None
        and not matches("voices", "addressed", piece.text)
        and found.group().lower() not in (organisation or "").lower()
    )


def _answers(doc: Doc, all_pieces: Sequence[Piece]) -> list[Span]:
    """Return what follows the first question of a form that several have filled in.

    A form puts the same questions to each ("Why would you like to join?").
    """
    asked: Counter[str] = Counter()
    first: int | None = None
    for piece in all_pieces:
        texts = (
            [piece.text]
            if piece.view is None
            else [" ".join(cell.text.split()) for cell in piece.view.table.cells]
        )
        for text in texts:
            if _asks(text):
                asked[text.lower()] += 1
                first = piece.span.start if first is None else first
    twice = sum(count > 1 for count in asked.values())
    return [] if first is None or twice < _LEAST_TWICE_ASKED else [doc[first : len(doc)]]


def _asks(text: str) -> bool:
    count = len(text.split())
    return (
        _LEAST_WORDS_OF_A_QUESTION <= count <= _MOST_WORDS_OF_A_QUESTION
        and matches("voices", "asks_you", text) is not None
    )
