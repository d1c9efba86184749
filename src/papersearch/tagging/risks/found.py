"""A risk as one reader of the paper found it, before the readers' finds are put together."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

from papersearch.record import Risk


@dataclass(frozen=True)
class Found:
    """A risk, the words it was read from, and the kind of reader."""

    risk: Risk
    span: Span
    by: str
    """``table``, ``form``, ``flattened`` or ``prose``."""
    prints: tuple[tuple[str, ...], ...] = ()
    """The scales, as lists of level words, that are printed with it."""
    changed: bool = False
    """The words record or propose a change of appetite."""
