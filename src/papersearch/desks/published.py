"""Whether the archive holds an open version of a paper that was marked closed.

A version is the same text (by fingerprint), or a paper of the same body and
title, with the same numbers in it: the accounts of another year, or the update
after this one, are no version of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from papersearch.desks.common import Place, body_key, content_words, date_of, place
from papersearch.knowledge import load
from papersearch.record import Paper

if TYPE_CHECKING:
    from papersearch.archive import Archive

LEAST_SAME_TEXT = 0.5
"""Share of common runs of four words from which one paper is a version of the other."""
LEAST_TITLE_WORDS = 2
LEAST_TITLE_SHARE = 0.5
"""Share of the longer title's words that the shorter one must have."""

Alike = Callable[[str, str], float]
"""``(paper id, paper id) -> `` share of common runs of words."""

_NUMBER = re.compile(
    r"(?i)\b(?:\d[\d/.\-\u2013]*|q[1-4]|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|last|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|spring|summer|autumn|winter)\b"
)


def alike_in(archive: Archive) -> Alike:
    """Return how alike two papers of *archive* are, by their fingerprints."""
    import numpy as np

    from papersearch.papers.identity import similarity

    held = {
        paper: np.frombuffer(blob, dtype=np.uint32)
        for paper, blob in archive.connection.execute(
            "SELECT paper_id, fingerprint FROM papers WHERE length(fingerprint) > 0"
        )
    }

    def alike(one: str, other: str) -> float:
        if one not in held or other not in held:
            return 0.0
        return similarity(held[one].tolist(), held[other].tolist())

    return alike


def open_version(marked: Place, papers: Sequence[Paper], alike: Alike) -> Place | None:
    """Return the first open paper, not earlier than *marked*, that is a version of it."""
    for paper in papers:
        day = date_of(paper)
        if (
            paper.id == marked.paper_id
            or paper.foi.status not in ("open", "not_stated")
            or body_key(paper.organisation) != body_key(marked.organisation)
            or (day is not None and marked.meeting_date is not None and day < marked.meeting_date)
        ):
            continue
        if alike(marked.paper_id, paper.id) >= LEAST_SAME_TEXT or same_title(
            marked.title, paper.title
        ):
            return place(paper, None)
    return None


def same_title(one: str | None, other: str | None) -> bool:
    """Return whether two titles name one paper: a draft and its final, early sight and release.

    >>> same_title("Annual report 2023/24: draft", "Annual report 2023/24")
    True
    >>> same_title("Annual report 2023/24: draft", "Annual report 2024/25")
    False
    """
    if not one or not other or _numbers(one) != _numbers(other):
        return False
    dropped = set(load("papersearch.desks", "cues")["published"]["no_part_of_a_title"])
    first, second = ({*content_words(title)} - dropped for title in (one, other))
    shorter, longer = sorted((first, second), key=len)
    return (
        len(shorter) >= LEAST_TITLE_WORDS
        and shorter <= longer
        and len(shorter) >= LEAST_TITLE_SHARE * len(longer)
    )


def _numbers(title: str) -> set[str]:
    return {match.lower().strip(".-\u2013") for match in _NUMBER.findall(title)}
