"""How papers mark themselves, from ``markings.toml``, as compiled expressions."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from papersearch import knowledge
from papersearch.tagging.exemptions.law import any_of, compiled


@cache
def words(section: str) -> dict[str, Any]:
    """Return a section of ``markings.toml`` with the user's additions."""
    data: dict[str, Any] = knowledge.load("papersearch.tagging.exemptions", "markings")[section]
    return data


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """Return the patterns *name* of *section* as one expression."""
    found = words(section)[name]
    return compiled(found) if isinstance(found, str) else any_of(found)


def search(section: str, name: str, text: str) -> re.Match[str] | None:
    """Return where one of the patterns *name* of *section* is found in *text*."""
    return pattern(section, name).search(text)


@cache
def _value(name: str) -> re.Pattern[str]:
    found = "|".join(f"(?:{value})" for value in words("values")[name])
    return compiled(rf"\W*(?:{found})(?!\w)")


def value_is(name: str, text: str) -> re.Match[str] | None:
    """Return the match where *text* begins with one of the field values *name*."""
    return _value(name).match(text)
