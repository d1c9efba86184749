"""Which words label a field of a cover sheet, and which field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from papersearch import knowledge

MOST_LABEL_WORDS = 9
MOST_LABEL_CHARACTERS = 120
MOST_WORDS_OF_LABEL = 6
"""So many words a label has at most where only its being known tells it from a value."""
FACTS = frozenset(
    {"title", "agenda_item", "meeting", "meeting_date", "presented_by", "authors", "purpose",
     "date", "previous_committees", "organisation", "reference"}
)  # fmt: skip
"""Kinds of fields whose values are a word, a name or a day, and stand on a line."""
STRONG = frozenset({"agenda_item", "meeting", "meeting_date", "presented_by", "authors"})
"""Kinds whose labels are never the title of a paper."""
_ASKED_TO = re.compile(
    r"^the [\w' -]{4,50} (?:is|are) (?:asked|invited|recommended|requested) to:?$"
)
_BODIES = "board|committee|council|cabinet|panel|authority|governing body|senate|court|forum"
_DATE_OF = re.compile(
    rf"^(?:date of (?:the |this )?(?:[\w'&-]+ ){{0,4}}(?:{_BODIES})(?: of \w+)?(?: meeting)?"
    rf"|(?:{_BODIES}) (?:meeting )?date"
    rf"|(?:[\w'&-]+ ){{0,3}}(?:{_BODIES}) meeting (?:of|on|held on))$"
)
"""Labels that name the meeting whose day they ask for."""
_BY_BOTH = re.compile(r"^(?P<one>[a-z]+)\s*(?:and|&|/)\s*(?P<two>[a-z]+) by$")
_TRAILING = re.compile(r"\s*(?:\([^)]{0,60}\)|\[[^\]]{0,60}\]|[:*?.\u2013-])+\s*$")
_LEADING = re.compile(r"^(?:\(?(?:\d{1,2}(?:\.\d{1,2})?|[a-z])[.)]\s+)")


@cache
def _labels() -> dict[str, str]:
    data = knowledge.load("papersearch.papers", "labels")
    return {label.lower(): kind for kind, labels in data.items() for label in labels}


def label_kind(text: str) -> str | None:
    """Return the kind of field that *text* labels, ``None`` where it is no label."""
    return next(iter(label_kinds(text)), None)


@lru_cache(maxsize=8192)
def label_kinds(text: str) -> tuple[str, ...]:
    """Return the kinds of field that *text* labels: two for "Author and presenter"."""
    if len(text) > MOST_LABEL_CHARACTERS:
        return ()
    folded = " ".join(text.lower().replace("\u2019", "'").split())
    if not folded or len(folded.split()) > MOST_LABEL_WORDS + 2:
        return ()
    labels = _labels()
    for form in _forms(folded):
        if form in labels:
            return (labels[form],)
    if _ASKED_TO.match(folded):
        return ("recommendation",)
    bare = folded.rstrip(" :?.")
    if _DATE_OF.match(bare):
        return ("meeting_date",)
    if (both := _BY_BOTH.match(bare)) is not None:
        pair = [labels.get(f"{both[part]} by") for part in ("one", "two")]
        if all(pair):
            return tuple(dict.fromkeys(kind for kind in pair if kind))
    # "Report author / presenter", "DYDDIAD Y CYFARFOD: DATE OF MEETING": each part says its own.
    parts = [part for part in re.split(r"\s*[/:|&]\s*|\s+and\s+", folded) if part]
    if not 2 <= len(parts) <= 3 or any(len(part.split()) > 6 for part in parts):
        return ()
    kinds = [next((labels[f] for f in _forms(part) if f in labels), None) for part in parts]
    if ":" in folded.rstrip(": ") and not all(kinds):
        return ()
    told = all(kinds) or (re.search(r"[/|]", folded) and (kinds[0] or kinds[-1]))
    return tuple(dict.fromkeys(kind for kind in kinds if kind)) if told else ()


def _forms(folded: str) -> Iterator[str]:
    yield folded
    stripped = _LEADING.sub("", _TRAILING.sub("", folded))
    yield stripped
    if stripped.startswith(("the ", "a ")):
        yield stripped.split(" ", 1)[1]
