"""A risk as one reader of the paper found it, before the readers' finds are put together."""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace
from spacy.tokens import Span

from papersearch.record import Risk
from papersearch.tagging.risks.status import Status


class Taken:
    """Spans that a reader has taken, to be asked whether another overlaps one of them.

    Asking costs the logarithm of their number: long papers have thousands.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans, key=lambda span: span.start):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def overlaps(self, span: Span) -> bool:
        """Tell whether *span* shares a token with a taken one."""
        index = bisect.bisect_left(self._starts, span.end) - 1
        return index >= 0 and self._ends[index] > span.start


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


def with_status(one: Found, status: Status, source: str | None) -> Found:
    """Return *one* within or outside its appetite, as the words of *source* tell."""
    risk = replace(
        one.risk,
        appetite=replace(one.risk.appetite, status=status),
        evidence=replace(
            one.risk.evidence, why=f"{one.risk.evidence.why}; {status} appetite from: {source}"
        ),
    )
    return dataclasses.replace(one, risk=risk)
