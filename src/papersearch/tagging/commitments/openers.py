"""Whoever opens an action: in a log or behind a mark, what stands before "to VERB" is the owner.

"Quarries House to settle the fees", "Home Waters team to share": names that no list of
roles knows. "Paper to include costs" opens with a thing, "Write to the Minister to ask" with
the deed itself.
"""

from __future__ import annotations

import re

from papersearch.tagging.commitments.patterns import any_of, matches, words
from papersearch.tagging.commitments.who import owner_at_start, tidy_owner

_OPENING = re.compile(
    r"(?P<owner>(?:The |the )?[A-Z][\w.’'&/-]*(?:,? (?:and |of |for |& |the )*+[\w.’'&/-]+){0,6}?)"
    r" to (?:\w+ly )?(?P<verb>[a-z][a-z-]+)\b"
)

_NO_DEEDS = frozenset(
    {"be", "come", "go", "follow", "include", "remain", "have", "the", "a", "date"}
)
_OF_PEOPLE = re.compile(r"\b(?:team|group|officials|officers|unit|department|office|managers?)$")


def opening_owner(text: str) -> str | None:
    """Return the owner with whom an action begins, one of a known kind or any name."""
    known = owner_at_start(text)
    if known is not None:
        return None if _begins_with_a_deed(known) else known
    match = _OPENING.match(text)
    if match is None or match["verb"] in _NO_DEEDS:
        return None
    owner = tidy_owner(match["owner"])
    if _OF_PEOPLE.search(owner) and not _begins_with_a_deed(owner):
        return owner
    return None if _begins_with_a_deed(owner) or matches("speech", "things", owner) else owner


def _begins_with_a_deed(owner: str) -> bool:
    """Tell whether it is no name but what is to be done: "Contact Northern Gas"."""
    first = re.split(r"[\s/]", owner)[0].lower()
    return first != "lead" and any_of(words("speech")["deeds"]).fullmatch(first) is not None
