"""What a form's other fields add to its claims: the part, the reason, the date of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papersearch.tagging.exemptions.acts import find_acts
from papersearch.tagging.exemptions.advice import publication_date
from papersearch.tagging.exemptions.bare import in_table
from papersearch.tagging.exemptions.found import STRENGTH, Claim, Statement
from papersearch.tagging.exemptions.grammar import find_citations
from papersearch.tagging.exemptions.passage import Passage
from papersearch.tagging.exemptions.patterns import search, value_is
from papersearch.tagging.exemptions.scope import is_part

_MOST_REASON_PASSAGES = 3
_EDGES = " \n\t.;:,\u2022-"
_TEST = re.compile(r"\.\s(?=(?:The )?public[- ]interest)", re.IGNORECASE)


def names_part(text: str) -> bool:
    """Tell whether a field's value names what is withheld, and neither a provision nor none."""
    if any(value_is(kind, text) for kind in ("none", "no", "yes", "closed", "open")):
        return False
    cited = [
        one
        for one in find_citations(text)
        if one.unit != "paragraph"
        and (one.unit != "section" or all(in_table("FOIA", item.number) for item in one.items))
    ]
    return re.search(r"[A-Za-z]{3}", text) is not None and not cited and not find_acts(text)


def part_of_field(passage: Passage) -> Statement:
    """Return what a field that names the part says: it is withheld."""
    part = is_part(passage.text) or search("scope", "whole", passage.text) is None
    return Statement(
        "closed", part, True, STRENGTH["field"], passage.start, passage.end, passage.group,
        f"the field {passage.label.strip()!r} names what is withheld",
    )  # fmt: skip


def give_scopes(claims: Sequence[Claim], fields: Sequence[Passage]) -> None:
    """Give the claims of a form that tell no part what its field for it says."""
    for passage in fields:
        words = passage.text
        low = passage.start + len(words) - len(words.lstrip(_EDGES))
        high = passage.start + len(words.rstrip(_EDGES))
        for claim in claims:
            if claim.scope is None and claim.passage.group == passage.group:
                claim.scope = (low, high)


def give_dates(
    claims: Sequence[Claim], fields: Sequence[Passage], said: Sequence[Statement], text: str
) -> None:
    """Let a form's field for the date, or "Exempt until June 2025", speak of its claims."""
    for claim in claims:
        for one in said:
            if (
                one.kind == "closed"
                and not one.part
                and one.strength == STRENGTH["field"]
                and one.group == claim.passage.group
                and one.start != claim.start
                and publication_date(text[one.start : one.end]) is not None
            ):
                claim.context.append((one.start, one.end))
        for passage in fields:
            if passage.group == claim.passage.group:
                claim.context.append((passage.start, passage.end))


def give_reasons(claims: Sequence[Claim], fields: Sequence[tuple[int, Passage]]) -> None:
    """Give the claims of a form the reason of the next field for it; fields have their number."""
    for claim in claims:
        passage = next(
            (
                passage
                for number, passage in fields
                if passage.group == claim.passage.group
                and 0 < number - claim.order <= _MOST_REASON_PASSAGES
            ),
            None,
        )
        if passage is None:
            continue
        text = passage.text
        stop = _TEST.search(text)
        words = text[: stop.start()] if stop else text
        start = len(words) - len(words.lstrip(" \n\t\u2022-"))
        stripped = words.rstrip(" \n\t.;")
        if claim.reason is None and re.search(r"\w", stripped) and not value_is("none", stripped):
            claim.reason = (passage.start + start, passage.start + len(stripped))
        claim.context.append((passage.start, passage.end))
