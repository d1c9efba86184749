"""What kind of body writes, and which provisions such a body cannot use."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from papersearch import knowledge
from papersearch.tagging.exemptions.law import any_of


def kinds_of(name: str | None) -> frozenset[str]:
    """Return the kinds of body that *name* tells, none where it tells nothing."""
    if not name:
        return frozenset()
    data = knowledge.load("papersearch.tagging.exemptions", "bodies")
    return frozenset(
        kind for kind, entry in data["kinds"].items() if any_of(entry["names"]).search(name)
    )


def body_of(doc: Doc) -> frozenset[str]:
    """Return the kinds of the body whose paper *doc* is."""
    paper = doc._.paper
    if paper is None:
        return frozenset()
    return kinds_of(paper.cover.organisation) or kinds_of(paper.cover.meeting.body)


def is_unavailable(canonical: str, kinds: frozenset[str]) -> bool:
    """Tell whether a body of *kinds* cannot use a provision; unknown bodies can use all."""
    if not kinds:
        return False
    data = knowledge.load("papersearch.tagging.exemptions", "bodies")
    for rule in data["unavailable"]:
        if not re.match(re.escape(rule["provision"]) + r"(?![\dA-Za-z])", canonical):
            continue
        if "only" in rule and not kinds & set(rule["only"]):
            return True
        if "never" in rule and kinds & set(rule["never"]):
            return True
    return False


def default_regime(kinds: frozenset[str]) -> str:
    """Return the Freedom of Information Act that binds a body of *kinds*."""
    return "FOISA" if "scottish" in kinds else "FOIA"
