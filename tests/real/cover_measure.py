"""How right the cover fields of real papers are, against labels read by eye.

``cover_labels.jsonl`` holds one object a file: ``papers`` is how many papers it
holds, the other keys are fields of its first paper. A list under ``title``,
``organisation``, ``meeting_body``, ``date`` or ``agenda_item`` names readings
that are equally right; ``authors`` and ``presented_by`` list all names. A field
on which the page leaves a reader in doubt is not labelled.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from papersearch.papers import Division

LABELS = Path(__file__).with_name("cover_labels.jsonl")
BOARDS = Path(__file__).parents[3] / "shared" / "data" / "boards"


def labels() -> list[dict[str, Any]]:
    """Return the labels, one dictionary a file."""
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def compare(label: dict[str, Any], division: Division) -> Iterator[tuple[str, bool, Any, Any]]:
    """Yield field, whether it is right, what was wanted and what was found."""
    yield "papers", len(division.papers) == label["papers"], label["papers"], len(division.papers)
    if not division.papers:
        return
    cover = division.papers[0].cover
    found: dict[str, Any] = {
        "title": cover.title,
        "organisation": cover.organisation,
        "meeting_body": cover.meeting.body,
        "meeting_date": cover.meeting.date,
        "date": cover.date,
        "agenda_item": cover.agenda_item,
        "purpose": list(cover.purpose),
        "authors": sorted(p.name for p in cover.authors if p.name),
        "presented_by": sorted(p.name for p in cover.presented_by if p.name),
    }
    for field, wanted in label.items():
        if field not in found:
            continue
        have = found[field]
        if field in ("purpose", "authors", "presented_by"):
            yield field, have == sorted(wanted), wanted, have
        else:
            choices = wanted if isinstance(wanted, list) else [wanted]
            yield field, _folded(have) in map(_folded, choices), wanted, have


def _folded(value: str | None) -> str | None:
    if value is None:
        return None
    return " ".join(re.sub(r"[^a-z0-9]+", " ", value.lower()).split())
