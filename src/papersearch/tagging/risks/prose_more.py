"""The rest of a sentence that states several appetites, and names that share one."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Span

from papersearch.record import Appetite, Risk
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.cues import fold, matches
from papersearch.tagging.risks.found import Found
from papersearch.tagging.risks.prose_names import subject
from papersearch.tagging.risks.prose_patterns import levels_of, patterns, with_band

_AGAIN = re.compile(
    r",?\s+and\s+(?:for|to|in|on|around|over|about|towards)\s+(?:the\s+|its\s+|our\s+|any\s+)?",
    re.IGNORECASE,
)
_LIST = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_OWN = re.compile(r"^(?:its|our|their|the)\s+", re.IGNORECASE)
_LONGEST_OF_LIST = 3  # words


def each_named(found: Found) -> Iterator[Found]:
    """Yield a find for each risk that shares the appetite of *found*.

    "for land and for buildings", "both land and buildings", "Land, Buildings and Fleet": not
    "safety, dignity and privacy of residents", nor "equality, diversity and inclusion".
    """
    for name in _each(found.risk.level1 or ""):
        yield dataclasses.replace(found, risk=replace(found.risk, level1=name or None))


def _each(name: str) -> list[str]:
    again = _AGAIN.split(name)
    if len(again) > 1 and all(again):
        return [part.strip() for part in again]
    if both := re.match(r"both\s+(\S(?:.*?\S)?)\s+and\s+(\S.*)$", name, re.IGNORECASE):
        return [both.group(1), both.group(2)]
    parts = [_OWN.sub("", part.strip()) for part in _LIST.split(name)]
    if (
        "," not in name
        or len(parts) < 3
        or any(not part or len(part.split()) > _LONGEST_OF_LIST for part in parts)
        or re.search(r"\b(?:of|for|to|in|risks?)\b", parts[-1])
        or matches("prose", "one_name", name)
    ):
        return [name]
    return parts


def more_of(sentence: Span, text: str, start: int, seen: list[tuple[int, int]]) -> Iterator[Found]:
    """Yield the rest of a list: "cautious for finance, minimal for quality and open for …"."""
    for key in ("more", "one", "that_in", "that_for", "and_for"):
        for found in patterns()[key].finditer(text, start):
            levels = levels_of(found)
            if len(levels) > 2 or any(a < found.end("new") and found.start() < b for a, b in seen):
                continue
            if "appetite" in found.group("name").lower().split(",")[0]:
                continue
            name = subject(found.group("name"))
            if name is None:
                continue
            seen.append((found.start(), found.end("new")))
            risk = Risk(
                level1=name,
                appetite=Appetite(
                    raw=with_band(fold(found.group("new")), text[found.end("new") :]),
                    levels=levels,
                ),
                evidence=evidence(sentence, "sentence that lists several levels"),
            )
            yield Found(risk, sentence, "prose")
            yield from more_of(sentence, text, min(found.end("new"), found.end()), seen)
            return
