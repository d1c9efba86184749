"""Targets worded as moves: "bring vacancies down to 8%", "take £1m out of", "another 20 nurses"."""

from __future__ import annotations

import re
from functools import cache

from papersearch.record import Target
from papersearch.tagging.commitments.metrics import (
    as_printed,
    baseline_of,
    clause_of,
    metric_before,
    metric_of,
    until_due,
    verbs,
)
from papersearch.tagging.commitments.quantities import Quantity

_ABOUT = (
    r"(?:at\s+least\s+|a\s+further\s+|another\s+|no\s+more\s+than\s+|around\s+|about\s+|under\s+"
    r"|below\s+|an?\s+(?:average\s+of\s+)?|some\s+)?"
)
_OUT_OF = re.compile(r"\s+(?:a\s+year\s+)?(?:out\s+of|off|from)\s+(?P<metric>.+)", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:another|(?:an?|the)\s+(?:further|additional|extra))\s+$|\b(?:further|additional|extra)\s+$",
    re.IGNORECASE,
)
_WORD_OF_MORE = re.compile(
    r"^(?:more|additional|extra|further)\s+|\s+(?:more|additional|extra|further)$", re.IGNORECASE
)


@cache
def _down_or_up() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{verbs('move')})\b(?P<metric>[^.;]{{0,110}}?)"
        r"\b(?P<way>(?:back )?down|(?:back )?up|back)"
        rf"\s+(?P<word>by|to|from|below|under|above|over)\s+(?:at\s+or\s+)?{_ABOUT}$",
        re.IGNORECASE,
    )


def moved(text: str, quantities: list[Quantity]) -> Target | None:
    """Return the target of "bring X down by N", "X will come down to N", "take £N out of X"."""
    for quantity in quantities:
        match = _down_or_up().search(text[: quantity.start])
        if match is not None:
            return _down_or_up_by(text, match, quantity, quantities)
    for verb in re.finditer(rf"\b(?:{verbs('take_out')})\s+{_ABOUT}", text, re.I):
        for quantity in quantities:
            out_of = _OUT_OF.match(text, quantity.end) if quantity.start == verb.end() else None
            if out_of is not None:
                metric = metric_of(clause_of(until_due(out_of["metric"])))
                return Target(
                    metric=metric, direction="reduce", value=quantity.value, unit=quantity.unit
                )
    return None


def _down_or_up_by(
    text: str, match: re.Match[str], quantity: Quantity, quantities: list[Quantity]
) -> Target | None:
    way, word = match["way"].lower(), match["word"].lower()
    metric = metric_of(until_due(match["metric"])) or metric_before(
        re.sub(r"\b(?:(?:will|shall|should|to|must|is|are)\s+)*$", "", text[: match.start()])
    )
    if metric is not None and metric.lower() in ("us", "it", "this", "that", "them"):
        of = re.match(r"\s+of\s+(?P<metric>.+)", text[quantity.end :])
        metric = metric_of(clause_of(until_due(of["metric"]))) if of else None
    baseline = baseline_of(text)
    if word == "from":
        to = next((q for q in quantities if q.start > quantity.end), None)
        if to is None or not re.fullmatch(r"\s+to\s+", text[quantity.end : to.start]):
            return None
        baseline, quantity, word = as_printed(text, quantity), to, "to"
    down = "down" in way or word in ("below", "under")
    up = "up" in way or word in ("above", "over")
    if not down and not up:
        return Target(metric=metric, value=quantity.value, unit=quantity.unit, baseline=baseline)
    if word == "by":
        return Target(
            metric=metric,
            direction="reduce" if down else "increase",
            value=quantity.value,
            unit=quantity.unit,
            baseline=baseline,
        )
    return Target(
        metric=metric,
        direction="at_most" if down else "at_least",
        value=quantity.value,
        unit=quantity.unit,
        baseline=baseline,
    )


def more_of(text: str, quantities: list[Quantity]) -> Target | None:
    """Return the target of "recruit 40 more nurses", "take on a further 120 apprentices"."""
    for quantity in quantities:
        if quantity.unit is None or quantity.unit == "£":
            continue
        things = _WORD_OF_MORE.sub("", quantity.unit)
        before = _MORE.search(text[: quantity.start])
        if (things == quantity.unit and before is None) or not things.endswith(
            ("s", "people", "staff")
        ):
            continue
        if not re.search(rf"\b(?:{verbs('count')})\b", text[: quantity.start], re.I):
            continue
        return Target(metric=things, direction="increase", value=quantity.value, unit=things)
    return None
