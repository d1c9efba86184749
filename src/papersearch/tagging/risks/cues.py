"""The words that risk tables, forms and sentences are made of: ``risk_cues.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from papersearch.knowledge import load
from papersearch.tagging.risks.scales import PACKAGE


@cache
def cues() -> dict[str, dict[str, Any]]:
    """Return ``risk_cues.toml`` with the user's additions."""
    return load(PACKAGE, "risk_cues")


@cache
def _compiled(section: str, key: str, whole: bool = False) -> tuple[re.Pattern[str], ...]:
    found = cues()[section][key]
    patterns = [found] if isinstance(found, str) else list(found)
    form = r"^(?:{})$" if whole else "{}"
    return tuple(re.compile(form.format(pattern), re.IGNORECASE) for pattern in patterns)


def matches(section: str, key: str, text: str, whole: bool = False) -> re.Match[str] | None:
    """Return the first of the named cue patterns that *text* holds (or, *whole*, is)."""
    for pattern in _compiled(section, key, whole):
        if found := pattern.search(text):
            return found
    return None


def fold(text: str) -> str:
    """Return *text* with white space folded."""
    return " ".join(text.split())
