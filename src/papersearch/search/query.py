"""What a user typed: words, "quoted phrases", -excluded words, and references in any form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papersearch.archive.codes import codes

_QUOTED = re.compile(r'(?P<minus>-)?["\u201c](?P<words>[^"\u201c\u201d]+)["\u201d]')
_EXCLUDED = re.compile(r"(?:^|\s)-(?P<word>[A-Za-z][\w'\u2019-]*)")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
# Words that say nothing of what is sought; as in any list for English, questions' words added.
STOP = frozenset(
    """a about after all also an and any are as at be been before being by can could did do does
    doing for from had has have having he her here him his how i if in into is it its just me more
    most my no nor not now of off on once only or other our out over own paper papers said same she
    should show so some such tell than that the their them then there these they this those through
    to too under until up us very was we were what when where which while who whom why will with
    would you your say says find give list please find me trust board""".split()
)


@dataclass(frozen=True, slots=True)
class Query:
    """A question taken apart. *text* is what the dense half reads."""

    raw: str
    text: str
    words: tuple[str, ...]
    phrases: tuple[str, ...]
    excluded: tuple[str, ...]
    codes: tuple[str, ...]

    @property
    def is_reference(self) -> bool:
        """Return whether hardly anything but references was typed."""
        return bool(self.codes) and len(self.words) <= 2


def parse(raw: str) -> Query:
    """Return *raw* taken apart; any text is a query, none is an error."""
    phrases: list[str] = []
    excluded: list[str] = []
    rest = raw
    for match in _QUOTED.finditer(raw):
        (excluded if match["minus"] else phrases).append(" ".join(match["words"].split()))
    rest = _QUOTED.sub(" ", rest)
    excluded += [match["word"] for match in _EXCLUDED.finditer(rest)]
    rest = _EXCLUDED.sub(" ", rest)
    text = " ".join([*rest.split(), *phrases])
    words = [w.lower() for w in _WORD.findall(rest)]
    found = tuple(dict.fromkeys(codes(text)))
    kept = tuple(dict.fromkeys(w for w in words if w not in STOP)) or tuple(dict.fromkeys(words))
    return Query(raw, text, kept, tuple(phrases), tuple(excluded), found)


def match_expression(query: Query) -> str | None:
    """Return the FTS5 query: any word, all phrases, no excluded word; ``None`` where none is left.

    Each word is quoted, so that nothing a user types is FTS5 syntax.
    """
    words = [_quote(word) for word in query.words]
    words += [f"codes : {_quote(code)}" for code in query.codes]
    words += [w for phrase in query.phrases for w in [_quote(phrase)] if w != '""']
    words = [w for w in words if w != '""']
    if not words:
        return None
    expression = "(" + " OR ".join(words) + ")"
    for phrase in query.phrases:
        if (quoted := _quote(phrase)) != '""':
            expression = f"({expression} AND {quoted})"
    for word in query.excluded:
        if (quoted := _quote(word)) != '""':
            expression = f"({expression} NOT {quoted})"
    return expression


def _quote(words: str) -> str:
    kept = " ".join(_WORD.findall(words))
    return f'"{kept}"'


def passes(query: Query, text: str) -> bool:
    """Return whether *text* holds every phrase and no excluded word."""
    folded = f" {' '.join(_WORD.findall(text.lower()))} "
    return all(
        f" {' '.join(_WORD.findall(p.lower()))} " in folded for p in query.phrases
    ) and not any(f" {' '.join(_WORD.findall(word.lower()))} " in folded for word in query.excluded)
