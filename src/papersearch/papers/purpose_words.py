"""Words that say what a paper is for: "For noting", "Decision/Discussion", a row of options."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from papersearch import knowledge
from papersearch.reading.document import TICK_SIGNS

MOST_WORDS_OF_A_NAMED_PURPOSE = 7
_MARK = re.compile(r"^(?:[xX\u221a\u2713\u2714\u2610-\u2612\u25a1]|\[[xX\u2713]?\]?|\]|[/,&]|and)$")


@cache
def _options() -> list[tuple[str, str]]:
    data = knowledge.load("papersearch.papers", "purposes")
    pairs = [(words.lower(), name) for name, forms in data.items() for words in forms]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def option(text: str) -> str | None:
    """Return the purpose that *text* as a whole names."""
    folded = re.sub(r"[^a-z ]", " ", text.lower())
    folded = " ".join(folded.split())
    return next((name for words, name in _options() if words == folded), None)


def only_marks_purpose(value: str) -> bool:
    """Tell a row of options, marked or not ("For Approval ☐ For Noting ☒"), from a sentence."""
    words = [w for w in value.split() if not (w in TICK_SIGNS.values() or _MARK.match(w))]
    folded = " ".join(words)
    return bool(words) and (
        option(folded) is not None or purposes_in(folded) is not None or _all_options(words)
    )


def _all_options(words: Sequence[str]) -> bool:
    """Tell whether options, one behind the other, are all that the words say."""
    index = 0
    while index < len(words):
        size = next((n for n in (3, 2, 1) if option(" ".join(words[index : index + n]))), 0)
        if not size:
            return False
        index += size
    return True


def purposes_in(value: str) -> tuple[str, ...] | None:
    """Return the purposes that *value* lists, ``None`` where it says anything else."""
    # "For approval (Part A); for information (Part B)"
    value = re.sub(r"\s*\([^()]{0,40}\)", "", value)
    if not value or len(value.split()) > MOST_WORDS_OF_A_NAMED_PURPOSE:
        return None
    names = [
        option(part) for part in re.split(r"\s*(?:,|;|/|\band\b|&|\n)\s*", value) if part.strip()
    ]
    if names and all(names):
        found = tuple(dict.fromkeys(name for name in names if name))
        # Four options in a row without a mark are a form that nobody filled in.
        return found if len(found) <= 3 else None
    return None
