"""Ranks of appetite levels, from the same data as the tagging, without loading spaCy for it."""

from __future__ import annotations

from papersearch.knowledge import load


def rank(scale: str, level: str) -> int | None:
    """Return the place of *level* on *scale*, 1 the lowest; ``None`` where it has none there.

    >>> rank("hmt-2020", "cautious"), rank("hmt-2020", "seek")
    (3, None)
    """
    data = load("papersearch.tagging.risks", "scales").get(scale)
    if data is None:
        return None
    levels = [str(word).lower() for word in data["levels"]]
    synonyms = {str(k).lower(): str(v).lower() for k, v in data.get("synonyms", {}).items()}
    word = synonyms.get(level.lower(), level.lower())
    return levels.index(word) + 1 if word in levels else None


def levels_of(scale: str) -> tuple[str, ...]:
    """Return the levels of a named scale, low to high; none where it is not known."""
    data = load("papersearch.tagging.risks", "scales").get(scale)
    return tuple(str(word).lower() for word in data["levels"]) if data else ()


def scale_names() -> tuple[str, ...]:
    """Return the names of all scales, the package's and the user's."""
    return tuple(load("papersearch.tagging.risks", "scales"))
