"""The ConText method: cues, their scopes, and what a span's sentence says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, get_args

from spacy.tokens import Doc, Span

from papersearch import knowledge
from papersearch.tagging.layout import sentence_at

Category = Literal["negated", "conditional", "historic", "reported", "other_body"]
Direction = Literal["forward", "backward", "both", "heading"]

CATEGORIES: tuple[Category, ...] = get_args(Category)
"""What a span can be qualified as."""


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A cue found in a sentence (or in the heading above it), and the characters it reaches.

    Offsets count characters of the ``Doc``'s text, ends excluded.
    """

    category: Category
    direction: Direction
    text: str
    start: int
    end: int
    scope_start: int
    scope_end: int
    anywhere: bool = False
    """It counts wherever it stands inside the target."""


@dataclass(frozen=True, slots=True)
class Qualities:
    """What the words round a span say of it, and the cues that say so."""

    negated: bool = False
    conditional: bool = False
    historic: bool = False
    reported: bool = False
    other_body: bool = False
    cues: tuple[CueMatch, ...] = ()

    @property
    def plain(self) -> bool:
        """No cue touches the span."""
        return not self.cues

    def why(self) -> str:
        """Return the qualities and their cues in words, ``""`` where there are none."""
        return ", ".join(f"{cue.category} by {cue.text!r}" for cue in self.cues)


@dataclass(frozen=True, slots=True)
class _Cue:
    category: Category
    direction: Direction
    pattern: re.Pattern[str]
    scope: int | None
    anywhere: bool
    ends: re.Pattern[str] | None
    unless_organisation: re.Pattern[str] | None
    known_organisation: bool


@dataclass(frozen=True, slots=True)
class _Knowledge:
    cues: tuple[_Cue, ...]
    pseudo: dict[str, re.Pattern[str]]
    ends: dict[str, re.Pattern[str]]


def qualities(span: Span) -> Qualities:
    """Return what the sentence of *span* and the heading above it say of it.

    Where the pipeline sets no sentences, the whole ``Doc`` is taken as one.
    """
    found = tuple(
        cue
        for cue in (*_sentence_cues(span), *_heading_cues(span))
        if _touches(cue, span.start_char, span.end_char)
    )
    named = {cue.category for cue in found}
    return Qualities(**{category: category in named for category in CATEGORIES}, cues=found)


def _touches(cue: CueMatch, start: int, end: int) -> bool:
    if cue.start < end and start < cue.end:
        # A negation deep inside a long target ("reduce falls with no extra beds")
        # says nothing of the target as a whole; one that it begins with does.
        return cue.anywhere or cue.start <= start
    if cue.start >= end:
        return cue.direction != "forward" and cue.scope_start < end
    return cue.direction != "backward" and cue.scope_end > start


def _sentence_cues(span: Span) -> tuple[CueMatch, ...]:
    doc = span.doc
    sentence = sentence_at(span)
    start = sentence.start_char
    cache_: dict[int, tuple[CueMatch, ...]] = doc.user_data.setdefault("qualifier_cues", {})
    if start not in cache_:
        cache_[start] = find_cues(sentence.text, start, _organisation(doc))
    return cache_[start]


def _heading_cues(span: Span) -> tuple[CueMatch, ...]:
    if not Span.has_extension("heading"):
        return ()
    heading: Span | None = span._.heading
    if heading is None:
        return ()
    return tuple(
        CueMatch(
            cue.category,
            "heading",
            match.group(),
            heading.start_char + match.start(),
            heading.start_char + match.end(),
            heading.end_char,
            span.doc[-1].idx + len(span.doc[-1]),
        )
        for cue in _knowledge().cues
        if cue.direction == "heading"
        for match in [cue.pattern.search(heading.text)]
        if match
    )


def _organisation(doc: Doc) -> str | None:
    paper: Any = doc._.paper if Doc.has_extension("paper") else None
    return paper.cover.organisation if paper is not None else None


def find_cues(text: str, offset: int = 0, organisation: str | None = None) -> tuple[CueMatch, ...]:
    """Return the cues in one sentence with their scopes, in order.

    Args:
        text: The sentence.
        offset: Where it begins in the whole text; added to all offsets.
        organisation: Name of the body whose paper it is, where known: its own
            name is no cue of another body.
    """
    known = _knowledge()
    shields = {
        category: [match.span() for match in pattern.finditer(text)]
        for category, pattern in known.pseudo.items()
    }
    candidates: list[tuple[_Cue, int, int]] = []
    for cue in known.cues:
        if cue.direction == "heading" or not _is_others(cue, organisation):
            continue
        for match in cue.pattern.finditer(text):
            start, end = match.span()
            if any(s <= start and end <= e for s, e in shields.get(cue.category, ())):
                continue
            if cue.category == "other_body" and _is_own(match.group(), organisation):
                continue
            candidates.append((cue, start, end))
    matches = []
    for cue, start, end in candidates:
        # "did not" and not the "not" inside it; but "which have been" and "have been" agree.
        if any(
            other.category == cue.category
            and other.direction == cue.direction
            and (s, e) != (start, end)
            and s <= start
            and end <= e
            for other, s, e in candidates
        ):
            continue
        low, high = _scope(cue, text, start, end)
        matches.append(
            CueMatch(
                cue.category,
                cue.direction,
                text[start:end].strip(),
                offset + start,
                offset + end,
                offset + low,
                offset + high,
                cue.anywhere,
            )
        )
    return tuple(sorted(matches, key=lambda match: match.start))


def _scope(cue: _Cue, text: str, start: int, end: int) -> tuple[int, int]:
    stops = [p for p in (_knowledge().ends["any"], _knowledge().ends.get(cue.category)) if p]
    if cue.ends is not None:
        stops.append(cue.ends)
    low, high = start, end
    if cue.direction in ("forward", "both"):
        tail = [match.start() for stop in stops for match in [stop.search(text, end)] if match]
        high = min(tail, default=len(text))
        if cue.scope is not None:
            words = list(re.finditer(r"\S+", text[end:high]))
            if len(words) > cue.scope:
                high = end + words[cue.scope - 1].end()
    if cue.direction in ("backward", "both"):
        head = [match.end() for stop in stops for match in stop.finditer(text, 0, start)]
        low = max(head, default=0)
        if cue.scope is not None:
            words = list(re.finditer(r"\S+", text[low:start]))
            if len(words) > cue.scope:
                low += words[-cue.scope].start()
    return low, high


def _is_others(cue: _Cue, organisation: str | None) -> bool:
    if organisation is None:
        return not cue.known_organisation
    return cue.unless_organisation is None or not cue.unless_organisation.search(organisation)


def _is_own(name: str, organisation: str | None) -> bool:
    return organisation is not None and name.lower().removeprefix("the ") in organisation.lower()


@lru_cache(maxsize=4096)
def _compiled(pattern: str, case: bool = False) -> re.Pattern[str]:
    spaced = pattern.replace(" ", r"\s+").replace(r"\s+?", r"\s*")
    return re.compile(spaced, 0 if case else re.IGNORECASE)


def _any(patterns: list[str]) -> re.Pattern[str] | None:
    return _compiled("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None


@cache
def _knowledge() -> _Knowledge:
    data = knowledge.load("papersearch.tagging.qualifiers", "cues")
    cues = tuple(
        _Cue(
            category=entry["category"],
            direction=entry["direction"],
            pattern=_compiled(entry["pattern"], entry.get("case", False)),
            scope=entry.get("scope"),
            anywhere=entry.get("inside") == "anywhere",
            ends=_any(entry.get("ends", [])),
            unless_organisation=_any([entry["unless_organisation"]])
            if "unless_organisation" in entry
            else None,
            known_organisation=entry.get("known_organisation", False),
        )
        for entry in data["cue"]
    )
    return _Knowledge(
        cues,
        {key: pattern for key, value in data["pseudo"].items() if (pattern := _any(value))},
        {key: pattern for key, value in data["ends"].items() if (pattern := _any(value))},
    )
