"""How right the commitments of real pages are, against labels read by eye.

``commitment_labels.jsonl`` holds one object a commitment: file, page, kind, a few
identifying words, and what the page says of owner, due date (``raw`` or ``to``),
status and year. ``optional`` ones leave a reader in doubt: to find them is
neither right nor wrong. ``none`` marks a page without any. Of files with
``others_unread`` only what is labelled was looked for.

``commitment_labels_blind.jsonl`` holds those of 84 other pages of 63 files, which
were labelled before any output was seen: at first sight .95 of what was found was
right, and .43 of what is there was found. Some of what was missed has since been
mended by them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from papersearch.papers import divide
from papersearch.reading import ReadOptions, read_document
from papersearch.record import Commitment
from papersearch.tagging import tag

LABELS = Path(__file__).with_name("commitment_labels.jsonl")
BLIND = Path(__file__).with_name("commitment_labels_blind.jsonl")
DATA = Path(__file__).parents[3] / "shared" / "data"
FIELDS = ("kind", "owner", "due", "status", "year")


@dataclass
class Outcome:
    """Counts of commitments and of their fields, and what was wrong."""

    matched: int = 0
    found: int = 0
    expected: int = 0
    fields: Counter[tuple[str, bool]] = field(default_factory=Counter)
    wrong: list[tuple[Any, ...]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is labelled."""
        return self.matched / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is labelled that was found."""
        return self.matched / self.expected if self.expected else 1.0

    def share(self, name: str) -> float:
        """Share of the labelled values of a field that are right, of what was found."""
        right, wrong = self.fields[name, True], self.fields[name, False]
        return right / (right + wrong) if right + wrong else 1.0


def labels(source: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the labels, by file."""
    out: dict[str, list[dict[str, Any]]] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        out.setdefault(label["file"], []).append(label)
    return out


def measure(source: Path = LABELS) -> Outcome:
    """Read every labelled file and compare."""
    outcome = Outcome()
    for file, wanted in labels(source).items():
        pages = {label["page"] for label in wanted}
        papers = divide(read_document(DATA / file, ReadOptions(ocr=False))).papers
        found = [c for p in papers for c in tag(p).commitments if c.evidence.page in pages]
        compare(file, wanted, found, outcome)
    return outcome


def compare(
    file: str, wanted: list[dict[str, Any]], found: list[Commitment], outcome: Outcome
) -> None:
    """Add to *outcome* how the commitments *found* on labelled pages agree with them."""
    left = list(found)
    for label in sorted(wanted, key=lambda one: bool(one.get("optional"))):
        if label.get("none"):
            continue
        words = _folded(label["words"])
        hit = next((one for one in left if words in _folded(one.text)), None)
        if hit is not None:
            left.remove(hit)
        if label.get("optional"):
            continue
        outcome.expected += 1
        if hit is None:
            outcome.wrong.append((file, "missed", label["words"]))
            continue
        outcome.matched += 1
        outcome.found += 1
        for name in FIELDS:
            if name in label:
                is_right, have = _agrees(name, label[name], hit)
                outcome.fields[name, is_right] += 1
                if not is_right:
                    outcome.wrong.append((file, name, label[name], have, label["words"]))
    if not wanted[0].get("others_unread"):
        outcome.found += len(left)
        outcome.wrong += [(file, "spurious", one.kind, one.text) for one in left]


def _agrees(name: str, wanted: Any, one: Commitment) -> tuple[bool, Any]:
    if name == "due":
        due = one.due
        have = {"raw": due.raw, "to": due.to} if due is not None else {"raw": None, "to": None}
        return all(_folded(have[key]) == _folded(value) for key, value in wanted.items()), have
    have = one.financial_year if name == "year" else getattr(one, name)
    return _folded(have) == _folded(wanted), have


def _folded(value: str | None) -> str | None:
    return None if value is None else " ".join(re.findall(r"[a-z0-9£%]+", value.lower()))
