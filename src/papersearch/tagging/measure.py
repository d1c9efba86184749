"""Precision, recall and F1 of the components on annotated examples.

Each component's folder holds ``examples.toml``::

    [[example]]
    text = "This paper is exempt under section 43(2) of the FOI Act."
    expect = [{ canonical = "FOIA s.43(2)" }]

*text* is in the notation of :func:`papersearch.tagging.layout.paper_from_text`;
*expect* lists the items that must be tagged, each with the fields that must be
as given (nested tables are compared field by field); an empty list means that
nothing may be tagged. ``held_out = true`` keeps an example from being looked
at while rules are written. ``meeting`` and ``financial_year`` set the cover.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import msgspec

from papersearch.papers.paper import Cover
from papersearch.record import Meeting, Paper
from papersearch.tagging.layout import paper_from_text
from papersearch.tagging.pipeline import tag

ITEMS = {
    "commitments": lambda paper: paper.commitments,
    "risks": lambda paper: paper.risks,
    "scores": lambda paper: paper.risk_scores,
    "exemptions": lambda paper: paper.foi.citations,
}
"""What each component is measured on."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one example gave."""

    example: dict[str, Any]
    found: tuple[Any, ...]
    matched: int
    spurious: tuple[Any, ...]
    missed: tuple[dict[str, Any], ...]

    @property
    def right(self) -> bool:
        """All that was expected, and nothing else."""
        return not self.spurious and not self.missed


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts over many examples."""

    matched: int
    found: int
    expected: int

    @property
    def precision(self) -> float:
        """Share of the tags that were expected; 1 where nothing was tagged."""
        return self.matched / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected tags that were made; 1 where nothing was expected."""
        return self.matched / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def examples(component: str) -> list[dict[str, Any]]:
    """Return the annotated examples of *component*."""
    path = files(f"papersearch.tagging.{component}").joinpath("examples.toml")
    return list(tomllib.loads(path.read_text(encoding="utf-8")).get("example", []))


def check(component: str, example: dict[str, Any]) -> Outcome:
    """Tag one example and compare."""
    cover = Cover(
        meeting=Meeting(date=example.get("meeting")),
        organisation=example.get("organisation"),
        financial_year=example.get("financial_year"),
    )
    record: Paper = tag(paper_from_text(example["text"], cover, example.get("paper_kind", "paper")))
    found = ITEMS[component](record)
    plain = [msgspec.to_builtins(item) for item in found]
    missed: list[dict[str, Any]] = []
    for expected in example.get("expect", []):
        index = next((i for i, item in enumerate(plain) if item and _agrees(item, expected)), None)
        if index is None:
            missed.append(expected)
        else:
            plain[index] = None
    spurious = tuple(item for item, left in zip(found, plain, strict=True) if left is not None)
    return Outcome(example, tuple(found), len(found) - len(spurious), spurious, tuple(missed))


def measure(component: str, held_out: bool | None = None) -> Measure:
    """Return the counts of *component* over its examples (all, or only those held out or not)."""
    outcomes = [
        check(component, example)
        for example in examples(component)
        if held_out is None or bool(example.get("held_out")) == held_out
    ]
    return Measure(
        sum(o.matched for o in outcomes),
        sum(len(o.found) for o in outcomes),
        sum(o.matched + len(o.missed) for o in outcomes),
    )


def _agrees(item: Any, expected: Any) -> bool:
    if isinstance(expected, dict):
        return isinstance(item, dict) and all(
            (_agrees(item.get(key), value) if value != "null" else item.get(key) is None)
            for key, value in expected.items()
        )
    if isinstance(expected, list):
        return (
            isinstance(item, (list, tuple))
            and len(item) == len(expected)
            and all(_agrees(a, b) for a, b in zip(item, expected, strict=True))
        )
    return bool(item == expected)
