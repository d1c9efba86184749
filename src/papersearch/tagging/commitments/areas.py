"""Where in a table the items of a list may stand, and which headers name them."""

from __future__ import annotations

from dataclasses import dataclass

from papersearch.tagging.commitments.headings import Heading, list_heading
from papersearch.tagging.commitments.patterns import matches

_MOST_WORDS_OF_A_NAME = 4


@dataclass(frozen=True, slots=True)
class Area:
    """The rows and columns of a table that a heading governs (ends excluded)."""

    heading: Heading
    top: int
    bottom: int
    left: int
    right: int


def names_items(text: str) -> bool:
    """Tell whether a header says that its column holds the list's items."""
    return len(text.split()) <= _MOST_WORDS_OF_A_NAME and (
        is_bare_noun(text) or list_heading(text, label=True) is not None
    )


def is_bare_noun(text: str) -> bool:
    """Tell whether a header is "Commitment", "Priority" or the like, and nothing else."""
    return matches("annual", "bare_nouns", text.lower().strip(" :")) is not None
