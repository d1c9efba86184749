"""Names of public bodies among other capitalised words, told by their first and last words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from papersearch import knowledge

_WORD = r"(?:[A-Z][\w'\u2019.&-]*|St\.?)"
_LINK = r"(?:(?:of|and|on|upon|for|in|with|under|de|y|a|OF|AND|ON|UPON|FOR|&)\s+(?:the\s+)?)?"
_SHORT_NAME = re.compile(r"\s*\([A-Z][A-Za-z&]{1,7}\)\s*$")


@cache
def body_words() -> dict[str, Any]:
    """Return the words of ``organisations.toml``."""
    return dict(knowledge.load("papersearch.papers", "organisations"))


def _any(words: Iterable[str]) -> str:
    forms = {form for word in words for form in (word, word.upper())}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered)


@cache
def _patterns(weak: bool) -> tuple[re.Pattern[str], ...]:
    data = body_words()
    endings = [*data["endings"], *(data["weak_endings"] if weak else ())]
    stop = rf"(?!\s+(?i:{'|'.join(data['not_followed_by'])})\b)(?!\s+(?:of|for)\s+[A-Z])"
    rest = rf"{_WORD}(?:\s+{_LINK}{_WORD}){{0,6}}"
    listed = rf"{_WORD}(?:,?\s+{_LINK}{_WORD}){{0,6}}"
    return (
        re.compile(rf"\b(?:{_any(data['known'])})\b"),
        re.compile(
            rf"\b(?:(?:{_any(data['departments'])})\s+(?:the\s+)?{listed}"
            rf"|(?:{_any(data['openings'])})\s+(?:the\s+)?{rest})"
        ),
        re.compile(rf"\b(?:{_WORD}\s+{_LINK}){{1,7}}(?:{_any(endings)})(?![\w-]){stop}"),
        re.compile(rf"\b{data['nhs_opening']}\s+{_WORD}(?:\s+{_LINK}{_WORD}){{0,4}}"),
    )


def organisation_in(text: str, weak: bool = False) -> str | None:
    """Return the first name of a public body in *text*.

    Args:
        text: A line or a paragraph.
        weak: Whether endings count that headings share ("… Office", "… Limited").
    """
    return next(iter(names_in(text, weak)), None)


def names_in(text: str, weak: bool = False) -> list[str]:
    """Return the names of public bodies in *text*, in order."""
    found: list[tuple[int, int, str]] = []
    for order, pattern in enumerate(_patterns(weak)):
        if order == 3 and found:
            break  # "NHS" opens many names whose ending says more
        for match in pattern.finditer(text):
            name = _trimmed(match.group(), order)
            if name is not None:
                found.append((match.start(), order, name))
    return [name for _, _, name in sorted(found)]


def _trimmed(name: str, order: int) -> str | None:
    words = " ".join(name.split()).split()
    if order == 0:
        return " ".join(words)
    data = body_words()
    posts, generic = set(data["posts_before"]), set(data["generic"])
    if order == 2:
        # "Leader of Kent County Council": what stands before the last post is no part of it.
        for index in range(len(words) - 2, -1, -1):
            if words[index].lower().strip(",.:") in posts:
                words = words[index + 1 :]
                break
    if order == 2:
        # "Anonymous. The Council": a sentence began within.
        inner = [index for index, word in enumerate(words) if index and word == "The"]
        words = words[inner[-1] :] if inner else words
        if len(words) > 1 and words[-2] == "the":
            return None  # "DfE and the Council"
    while words and words[0].lower().strip(",.") in _OPENING_WORDS and order != 1:
        words.pop(0)
    text = " ".join(words).strip(" ,.-\u2013")
    if order in (1, 3):
        stop = next((i for i, w in enumerate(words) if i > 1 and w.lower() in _TAILS), len(words))
        text = " ".join(words[:stop]).strip(" ,.-\u2013")
    proper = [w for w in words if w.lower().strip(",.'\u2019") not in generic]
    return text if len(words) >= 2 and proper else None


_OPENING_WORDS = frozenset(
    "the a an our this your each every any that all for of and in partner other both as".split()
)


_TAILS = frozenset(
    "board meeting report paper agenda minutes public council court senate committee strategy open "
    "data cabinet policy plan annual constitution".split()
)


def name_shape(most_words: int) -> re.Pattern[str]:
    """Return the pattern of capitalised words, linked as in names, that may be a body's name."""
    word = r"[A-Z][\w'\u2019.&-]*"
    links = r"(?:(?:of|and|the|for|in|on|with|upon|de|y|a)\s+){0,2}"
    return re.compile(rf"{word}(?:,?\s+{links}(?:{word}|&)){{0,{most_words - 1}}}")


def without_abbreviation(name: str) -> str:
    """Return a name without the short one in brackets behind it, and without signs at its ends."""
    return _SHORT_NAME.sub("", name).strip(" .,-\u2013:")


def names_document(text: str) -> bool:
    """Tell "Estates Strategy 2024-29", which a paper is called, from the name of a body."""
    words = re.findall(r"[A-Za-z]+", text)
    return bool(words) and words[-1].lower() in body_words()["documents"]


def name_key(name: str) -> str:
    """Return a name as it is compared: in lower case, without "The"."""
    folded = name.lower().replace("&", "and").replace("\u2019", "'")
    return re.sub(r"'s?\b", "", folded).removeprefix("the ")


def initials(name: str) -> set[str]:
    """Return the abbreviations by which a body may go: KCC, LTHT, LTHNT."""
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isupper()]
    without = [word for word in words if word.upper() not in ("NHS", "THE")]
    forms = {"".join(word[0] for word in ws) for ws in (words, without)}
    return {form for form in forms if len(form) >= 3 and form.isalpha()}
