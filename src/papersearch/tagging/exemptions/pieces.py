"""A passage in its sentences, a sentence's citations in runs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from papersearch.tagging.exemptions.cited import Reference
from papersearch.tagging.exemptions.joints import joined
from papersearch.tagging.exemptions.passage import Passage
from papersearch.tagging.exemptions.sentence import Sentence

_LONGEST_SENTENCE = 3000


def sentences_of(passage: Passage) -> Iterator[Sentence]:
    """Yield the sentences of *passage*, none longer than a table read as one may be."""
    text = passage.text
    span = passage.span()
    starts = [
        token.idx
        for token in span
        if token.is_sent_start and passage.start < token.idx < passage.end
    ]
    edges = [passage.start]
    for end in (*starts, passage.end):
        while end - edges[-1] > _LONGEST_SENTENCE:
            # No sentence is so long: a list or a table that was read as one.
            space = passage.whole.rfind(" ", edges[-1] + 1, edges[-1] + _LONGEST_SENTENCE)
            edges.append(space if space > 0 else edges[-1] + _LONGEST_SENTENCE)
        edges.append(end)
    for low, high in pairwise(edges):
        piece = text[low - passage.start : high - passage.start]
        if piece.strip():
            stripped = piece.rstrip()
            lead = len(stripped) - len(stripped.lstrip())
            yield Sentence(passage, stripped[lead:], low + lead)


def runs_of(text: str, found: list[Reference]) -> Iterator[list[Reference]]:
    """Yield the citations of a sentence in runs that it lists together."""
    run: list[Reference] = []
    for reference in found:
        if run and not (
            joined(text[run[-1].end : reference.text_start])
            and (run[-1].regime is None) == (reference.regime is None)
        ):
            yield run
            run = []
        run.append(reference)
    if run:
        yield run
