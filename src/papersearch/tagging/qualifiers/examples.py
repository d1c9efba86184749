"""Sentences with marked words, and how many of their qualities are found.

``<ent negated=true>did not approve</ent>`` marks words and what must be said of
them; a quality that is not named must be absent.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from papersearch.papers.paper import Cover
from papersearch.tagging.layout import paper_from_text
from papersearch.tagging.pipeline import run
from papersearch.tagging.qualifiers.context import CATEGORIES, Category

_ENT = re.compile(r"<ent((?:\s+\w+=\w+)*)>(.*?)</ent>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entity:
    """Marked words: characters *start* to *end* of the plain text, and their qualities."""

    start: int
    end: int
    qualities: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was expected and found for one marked span and one category."""

    text: str
    words: str
    category: Category
    expected: bool
    found: bool
    held_out: bool


def parse_example(marked: str) -> tuple[str, tuple[Entity, ...]]:
    """Return the plain text of *marked* and its entities.

    >>> parse_example("It was <ent negated=true>not agreed</ent>.")[0]
    'It was not agreed.'
    """
    plain: list[str] = []
    entities: list[Entity] = []
    position = length = 0
    for match in _ENT.finditer(marked):
        before = marked[position : match.start()]
        plain += [before, match.group(2)]
        start = length + len(before)
        length = start + len(match.group(2))
        named = frozenset(
            name
            for name, value in (pair.split("=") for pair in match.group(1).split())
            if value == "true"
        )
        unknown = named - set(CATEGORIES)
        if unknown:
            raise ValueError(f"no such quality: {', '.join(sorted(unknown))}")
        entities.append(Entity(start, length, named))
        position = match.end()
    plain.append(marked[position:])
    return "".join(plain), tuple(entities)


def answers() -> list[Answer]:
    """Return one answer for each marked span of ``examples.toml`` and each category."""
    path = files("papersearch.tagging.qualifiers").joinpath("examples.toml")
    out: list[Answer] = []
    for example in tomllib.loads(path.read_text(encoding="utf-8"))["example"]:
        out.extend(_answers(example))
    return out


def _answers(example: dict[str, Any]) -> list[Answer]:
    text, entities = parse_example(example["text"])
    heading = f"# {example['heading']}\n\n" if "heading" in example else ""
    doc = run(paper_from_text(heading + text, Cover(organisation=example.get("organisation"))))
    shift = doc.text.index(text)
    out = []
    for entity in entities:
        span = doc.char_span(shift + entity.start, shift + entity.end, alignment_mode="expand")
        out += [
            Answer(
                text,
                span.text,
                category,
                category in entity.qualities,
                bool(getattr(span._, category)),
                bool(example.get("held_out")),
            )
            for category in CATEGORIES
            if category not in example.get("skip_qualities", ())
        ]
    return out


def scores(held_out: bool | None = None) -> dict[str, tuple[float, float, float, int]]:
    """Return precision, recall, F1 and number of positives a category, and for ``all``."""
    rows = [a for a in answers() if held_out is None or a.held_out == held_out]
    out = {}
    for category in (*CATEGORIES, "all"):
        some = [a for a in rows if category in (a.category, "all")]
        both = sum(a.expected and a.found for a in some)
        found = sum(a.found for a in some)
        expected = sum(a.expected for a in some)
        precision = both / found if found else 1.0
        recall = both / expected if expected else 1.0
        total = precision + recall
        f1 = 2 * precision * recall / total if total else 0.0
        out[category] = (precision, recall, f1, expected)
    return out
