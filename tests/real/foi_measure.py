"""Real pages that speak of publication, private sessions or sections of Acts, and what is found.

``foi_labels.jsonl`` holds one page a line, labelled by eye: ``file`` below the owners' folder,
``page``, ``status`` (of the paper that the page is of; two where it can be read two ways),
``canonical`` (provisions claimed there), ``others`` (references to law that stand there for the
first time in the file) and ``may`` (references that are no Act's: kept or not, both are right).
No text of the pages is kept.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import papersearch as ps
from papersearch.reading import ReadOptions
from papersearch.record import Paper

DATA = Path(__file__).parents[3] / "shared" / "data"
LABELS = Path(__file__).with_name("foi_labels.jsonl")
_CORE = re.compile(r"(?i)\b(sections?|ss?\.?|regulations?|regs?\.?)\s*(\d+[A-Z]?)")


def labels() -> dict[str, list[dict[str, Any]]]:
    """Return the labelled pages of each file."""
    by_file = defaultdict(list)
    for line in LABELS.read_text("utf-8").splitlines():
        label = json.loads(line)
        by_file[label["file"]].append(label)
    return dict(by_file)


def read_labelled() -> dict[str, list[Paper]]:
    """Return the records of each labelled file."""
    found: dict[str, list[Paper]] = defaultdict(list)
    names = {str(DATA / file): file for file in labels()}
    for record in ps.read_many(names, ReadOptions(ocr=False)):
        if isinstance(record, Paper):
            found[names[record.source.file]].append(record)
    return found


def core(text: str) -> str:
    """Return unit and number of a reference: "S151 officer" is "section 151"."""
    match = _CORE.search(text)
    if match is None:
        return text.lower()
    unit = "regulation" if match[1].lower().startswith("r") else "section"
    return f"{unit} {match[2].upper()}"


class Counts:
    """Right, found and expected of citations and of other references; statuses right of all."""

    def __init__(self) -> None:
        self.claims = [0, 0, 0]
        self.others = [0, 0, 0]
        self.statuses = [0, 0]
        self.wrong: list[tuple[Any, ...]] = []

    def take(self, pages: list[dict[str, Any]], records: list[Paper]) -> None:
        """Compare the labelled pages of one file."""
        first: dict[str, int] = {}
        for record in records:
            for other in record.foi.other_references:
                first.setdefault(core(other.text), other.evidence.page or 0)
        for label in pages:
            self._page(label, records, {name for name, at in first.items() if at == label["page"]})

    def _page(self, label: dict[str, Any], records: list[Paper], others: set[str]) -> None:
        where = (label["file"], label["page"])
        claims = {
            citation.canonical
            for record in records
            for citation in record.foi.citations
            if citation.evidence.page == label["page"]
        }
        self._add(self.claims, where, claims, set(label["canonical"]))
        self._add(self.others, where, others - set(label["may"]), set(label["others"]))
        own = [r for r in records if _holds(r, label["page"])]
        if own:
            self.statuses[1] += 1
            right = own[0].foi.status in label["status"]
            self.statuses[0] += right
            if not right:
                self.wrong.append((*where, own[0].foi.status, own[0].foi.evidence))

    def _add(
        self, counts: list[int], where: tuple[str, int], found: set[str], expected: set[str]
    ) -> None:
        for index, number in enumerate((len(found & expected), len(found), len(expected))):
            counts[index] += number
        if found != expected:
            self.wrong.append((*where, sorted(found - expected), sorted(expected - found)))


def _holds(record: Paper, page: int) -> bool:
    pages = record.source.pages
    return pages is not None and pages[0] <= page <= pages[1]
