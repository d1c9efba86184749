"""How commitments are worded, as compiled expressions: ``commitments.toml``, ``speech.toml``."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from papersearch import knowledge


@cache
def words(section: str) -> dict[str, Any]:
    """Return a section of ``commitments.toml`` or ``speech.toml`` with the user's additions."""
    known: dict[str, dict[str, Any]] = {}
    for name in ("commitments", "speech"):
        known |= knowledge.load("papersearch.tagging.commitments", name)
    return known[section]


@lru_cache(maxsize=1024)
def compiled(pattern: str, case: bool = False) -> re.Pattern[str]:
    """Return *pattern* as an expression in which a space stands for any white space."""
    spaced = re.sub(r"\[([^\]]*) ([^\]]*)\]", r"[\1\\s\2]", pattern)
    spaced = spaced.replace(" ?", r"\s*").replace(" *", r"\s*").replace(" ", r"\s+")
    return re.compile(spaced, 0 if case else re.IGNORECASE)


@lru_cache(maxsize=256)
def _joined(patterns: tuple[str, ...], case: bool) -> re.Pattern[str]:
    return compiled("|".join(f"(?:{pattern})" for pattern in patterns), case)


def any_of(patterns: list[str], case: bool = False) -> re.Pattern[str]:
    """Return one expression for all *patterns*."""
    return _joined(tuple(patterns), case)


def matches(section: str, name: str, text: str, case: bool = False) -> re.Match[str] | None:
    """Return where one of the patterns *name* of *section* is found in *text*."""
    return any_of(words(section)[name], case).search(text)
