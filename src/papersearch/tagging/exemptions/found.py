"""What reading a sentence gives: claims, statements about publication, other references."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from papersearch.tagging.exemptions.cited import Reference
from papersearch.tagging.exemptions.passage import Passage

STRENGTH = {"field": 3, "column": 3, "heading": 2, "prose": 1}
"""How much a place's words weigh where two places disagree."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The paper says that it, or a part of it, is closed or open.

    *strength*: 3 a field, 2 a section about publication, 1 prose. *explicit*
    tells that the words name what they speak of. Offsets count characters of the doc.
    """

    kind: Literal["closed", "open"]
    part: bool
    explicit: bool
    strength: int
    start: int
    end: int
    group: int
    why: str
    itself: bool = True
    """The words for the whole are this paper's, and not only "the plan"."""


@dataclass(slots=True)
class Claim:
    """A citation that the paper claims for itself; later sentences may add to it."""

    passage: Passage
    reference: Reference
    start: int
    end: int
    scope: tuple[int, int] | None
    reason: tuple[int, int] | None
    context: list[tuple[int, int]]
    """The sentences that speak of it, in characters of the doc."""
    why: str
    order: int = 0


@dataclass(frozen=True, slots=True)
class Other:
    """A reference that is no claim: characters *start* to *end* of the doc."""

    start: int
    end: int
    why: str


@dataclass(slots=True)
class Findings:
    """All that reading a paper gave."""

    claims: list[Claim] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    others: list[Other] = field(default_factory=list)
