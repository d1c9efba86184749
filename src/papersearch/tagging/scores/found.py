"""A score as one reader of the paper found it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

from papersearch.record import RiskScore


@dataclass(frozen=True)
class FoundScore:
    """A score, the words it was read from, and whether its arithmetic is wrong."""

    score: RiskScore
    span: Span
    wrong: str | None = None
    """The words of a product that is not that of its factors."""
