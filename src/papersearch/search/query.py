"""What a user typed: words, "quoted phrases", -excluded words, and references in any form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papersearch.archive.codes import typed_codes

_QUOTED = re.compile(r'(?P<minus>-)?["\u201c](?P<words>[^"\u201c\u201d]+)["\u201d]')
_EXCLUDED = re.compile(r"(?:^|(?<=\s))-(?P<word>[A-Za-z][\w'\u2019-]*)")
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
    def is_literal(self) -> bool:
        """Return whether letters decide: a reference, a number or a quoted phrase was typed."""
        has_number = any(ch.isdigit() for word in self.words for ch in word)
        return bool(self.codes or self.phrases) or has_number


def parse(raw: str) -> Query:
    """Return *raw* taken apart; any text is a query, none is an error."""
    raw = raw.encode("utf-8", "replace").decode()  # a shell may hand over bytes that are no text
    phrases: list[str] = []
    excluded: list[str] = []
    for match in _QUOTED.finditer(raw):
        phrase = " ".join(match["words"].split())
        if _WORD.search(phrase):
            (excluded if match["minus"] else phrases).append(phrase)
    rest = _QUOTED.sub(" ", raw)
    excluded += [match["word"] for match in _EXCLUDED.finditer(rest)]
    rest = _EXCLUDED.sub(" ", rest)
    text = " ".join([*rest.split(), *phrases])
    found, plain = typed_codes(rest)
    words = [w.lower() for w in _WORD.findall(plain)]
    kept = tuple(dict.fromkeys(w for w in words if w not in STOP))
    if not kept and not found and not phrases:
        kept = tuple(dict.fromkeys(words))
    return Query(raw, text, kept, tuple(phrases), tuple(excluded), tuple(found))


def terms(query: Query) -> list[str]:
    """Return what is looked for, each as an FTS5 expression in which nothing typed is syntax."""
    out = [f'"{word}"' for word in query.words]
    out += [f'codes : "{code}"' for code in query.codes]
    out += [quoted(phrase) for phrase in query.phrases]
    return out


def quoted(words: str) -> str:
    """Return *words* as one FTS5 phrase."""
    return f'"{" ".join(_WORD.findall(words))}"'


def folded(text: str) -> str:
    """Return the words of *text* in lower case, one blank between and around them."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def holds(phrase: str, text: str) -> bool:
    """Return whether *text* holds the words of *phrase*, one after the other."""
    return folded(phrase) in folded(text)
