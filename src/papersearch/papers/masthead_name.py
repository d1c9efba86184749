"""The body's name as a masthead, a running line or a logo sets it, whole and with its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from papersearch import dates
from papersearch.papers.body_names import (
    body_words,
    name_key,
    name_shape,
    names_in,
    organisation_in,
    without_abbreviation,
)
from papersearch.papers.labels import label_kind
from papersearch.papers.meeting_line import is_meeting_line

MASTHEAD_LINES = 8
MOST_WORDS_OF_NAME = 12
_PARTS = re.compile(r"\s+[/|\u00b7\u2022\u2013\u2014-]\s+|\s*[|\u00b7\u2022]\s*|:\s+")
_SHAPE = name_shape(MOST_WORDS_OF_NAME)


@cache
def _of_or_for() -> re.Pattern[str]:
    """Return the form of "Institute for Coastal Science", "Combined Fire Authority for Kent"."""
    word = r"[A-Z][\w'\u2019-]+"
    return re.compile(
        rf"(?:The\s+)?(?:{word}\s+){{0,4}}(?i:{'|'.join(body_words()['kinds'])})\s+(?i:for|of)\s+"
        rf"(?:(?i:the)\s+)?{word}(?:,?\s+(?:(?i:and|of|the)\s+)?{word}){{0,5}}"
    )


def names_on_line(text: str) -> list[str]:
    """Return the names that a line of a masthead holds, each as it is set there.

    "Cyngor Glanafon / Glanafon Council" holds two; of "Fernbourne College Group" and "The
    Museum of Canals" all is the name. Parts that bars, dashes or colons set off are read apart.
    """
    found = [name for part in _PARTS.split(text) for name in _on_part(part.strip(" *_#"))]
    return found or names_in(text)[:1]


def _on_part(part: str) -> Iterator[str]:
    name = next(iter(names_in(part)), None)
    if _of_or_for().fullmatch(part) and not is_meeting_line(part):
        yield part
        return
    if name is None:
        return
    bare = without_abbreviation(part)
    if name not in body_words()["known"] and name_key(bare) != name_key(name):
        name = bare if _is_whole(bare, name) else name
    if part[:4] in ("The ", "THE ") and part[4:].startswith(name):
        name = part[: 4 + len(name)]
    yield name


def _is_whole(bare: str, name: str) -> bool:
    """Tell a name of which the patterns know but a part from a name beside other words."""
    before, _, after = bare.partition(name)
    if len(bare.split()) > MOST_WORDS_OF_NAME or not _SHAPE.fullmatch(bare):
        return False
    if "," in before or is_meeting_line(bare) or label_kind(bare) or dates.find_dates(bare):
        return False
    data = body_words()
    posts = set(data["posts_before"])
    if any(word.lower().strip(",.:") in posts for word in before.split()):
        return False
    endings = {word.lower() for word in (*data["endings"], *data["weak_endings"])}
    return not after.strip() or any(after.lower().endswith(f" {word}") for word in endings)


def over_lines(top: Sequence[str]) -> str | None:
    """Return a name that a masthead sets over two to four short lines, as logos do."""
    lines = [text.strip(" *_#") for text in top[:MASTHEAD_LINES]]
    for size in (4, 3, 2):
        for start in range(len(lines) - size + 1):
            parts = lines[start : start + size]
            if all(0 < len(part.split()) <= 5 and part[-1] not in ".:;," for part in parts):
                whole = " ".join(parts)
                names = names_in(whole)
                alone = not any(map(names_in, parts))
                if names and name_key(names[0]) == name_key(whole) and alone:
                    return whole if whole.lower().startswith("the ") else names[0]
    return None


def stands_before_meeting(line: str) -> str | None:
    """Return the name before a meeting and its day: "Willow Beck Homes - Board - 3 May 2024".

    Whatever its words, what such a line begins with can only be the body.
    """
    parts = [part.strip(" *_#") for part in _PARTS.split(line)]
    if len(parts) < 2 or not _SHAPE.fullmatch(parts[0]) or label_kind(parts[0]):
        return None
    rest = ", ".join(parts[1:])
    meets = is_meeting_line(rest) or any(map(is_meeting_line, parts[1:]))
    has_day = any(mention.day is not None for mention in dates.find_dates(rest))
    known = organisation_in(parts[0], weak=True) == parts[0].removeprefix("The ")
    return parts[0] if meets and has_day and known and not is_meeting_line(parts[0]) else None
