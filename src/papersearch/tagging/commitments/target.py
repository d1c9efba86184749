"""What is measured, which way it is to move and how far: the target in a commitment's words."""

from __future__ import annotations

import re

import msgspec

from papersearch.record import Target
from papersearch.tagging.commitments.levels import Direction, count, goes_beyond, level, reach
from papersearch.tagging.commitments.metrics import (
    as_printed,
    baseline_of,
    clause_of,
    metric_before,
    metric_of,
    until_due,
    verbs,
)
from papersearch.tagging.commitments.moves import more_of, moved
from papersearch.tagging.commitments.patterns import any_of, words
from papersearch.tagging.commitments.quantities import TIME_UNITS, Quantity, measures, quantities_in


def find_target(text: str) -> Target | None:
    """Return the target that *text* states, ``None`` where it states none.

    A change is ``reduce`` or ``increase`` *by* that much; a level is ``at_least`` or
    ``at_most``. Money and numbers in words are normalised; the unit stays as printed.
    """
    text = " ".join(text.split())
    quantities = quantities_in(text)
    first = level(text, quantities) if goes_beyond(text, quantities) else None
    return (
        first
        or moved(text, quantities)
        or _passive(text, quantities)
        or _change(text, quantities)
        or _by_half(text)
        or level(text, quantities)
        or reach(text, quantities)
        or more_of(text, quantities)
        or count(text, quantities)
    )


def target_of(text: str, start: int) -> Target | None:
    """Return the target that *text* states from *start* on, if it holds a figure there."""
    return find_target(text[start:]) if measures(text[start:]) else None


def _passive(text: str, quantities: list[Quantity]) -> Target | None:
    """``waits will be reduced from 18 to 12 weeks``: what is measured stands before."""
    match = any_of(words("measure")["passive"]).search(text)
    if match is None:
        return None
    verb: Direction = "reduce" if match["reduce"] else "increase"
    found = _after_change_verb(text, match.end(), verb, quantities)
    before = metric_before(text[: match.start()])
    return (
        None if found is None or before is None else msgspec.structs.replace(found, metric=before)
    )


def _change(text: str, quantities: list[Quantity]) -> Target | None:
    """``reduce X by N``, ``reduce X from A to B``, ``a 10% reduction in X``."""
    for direction in ("reduce", "increase"):
        for verb in re.finditer(rf"\b(?:{verbs(direction)})\b", text, re.I):
            found = _after_change_verb(text, verb.end(), direction, quantities)
            if found is not None:
                return found
    noun = re.search(
        r"\b(?P<what>reduction|decrease|fall|cut|increase|rise|improvement|growth|uplift)s? "
        r"(?:in|of|to)\b",
        text,
        re.I,
    )
    if noun is not None:
        before = [q for q in quantities if q.end <= noun.start() and noun.start() - q.end <= 12]
        after = [q for q in quantities if noun.end() <= q.start <= noun.end() + 4]
        quantity = before[-1] if before else after[0] if after else None
        if quantity is None:
            by = re.compile(r"\bof\s+(?:at\s+least\s+|up\s+to\s+)?$", re.I)
            later = [q for q in quantities if q.start > noun.end() and by.search(text[: q.start])]
            quantity = later[0] if later else None
            metric = metric_of(text[noun.end() : quantity.start]) if quantity else None
        elif before:
            metric = metric_of(clause_of(text[noun.end() :]))
        else:
            inside = re.match(r"\s+in\s+(?P<metric>.+)", text[quantity.end :])
            metric = metric_of(clause_of(inside["metric"])) if inside else None
        if quantity is not None:
            way: Direction = (
                "reduce"
                if noun["what"].lower() in ("reduction", "decrease", "fall", "cut")
                else "increase"
            )
            return Target(
                metric=metric,
                direction=way,
                value=quantity.value,
                unit=quantity.unit,
                baseline=baseline_of(text),
            )
    return None


def _after_change_verb(
    text: str, start: int, verb: str, quantities: list[Quantity]
) -> Target | None:
    later = [q for q in quantities if q.start >= start]
    if not later:
        return None
    stop = re.search(r"[;]|\.\s", text[start:])
    limit = start + stop.start() if stop else len(text)
    by = to = origin = None
    for quantity in later:
        if quantity.start >= limit:
            break
        lead = text[start : quantity.start]
        tail = re.search(
            r"\b(?P<word>by|to|from|below|under|above|over)\s+(?:at\s+least\s+|a\s+further\s+|an?\s+(?:additional|minimum|total|average)\s+(?:of\s+)?|up\s+to\s+|no\s+more\s+than\s+|around\s+|approximately\s+|more\s+than\s+|less\s+than\s+|fewer\s+than\s+|below\s+|under\s+|above\s+|over\s+|between\s+)?$",
            lead,
            re.I,
        )
        if tail is None:
            continue
        word = tail["word"].lower()
        if word in ("over", "under", "above", "below") and quantity.unit in TIME_UNITS:
            continue  # "patients waiting over 65 weeks"
        if word == "by" and by is None:
            by = (quantity, start + tail.start())
        elif word == "from" and origin is None:
            origin = (quantity, start + tail.start())
        elif word in ("to", "below", "under", "above", "over") and to is None:
            to = (quantity, start + tail.start())
    ends = [place for _, place in (x for x in (by, to, origin) if x)]
    if by is None and to is None:
        # "cut £2m from the budget", "increase at least 10%" say too little.
        return None
    metric = metric_of(until_due(text[start : min(ends)]))
    chosen = by or to
    assert chosen is not None  # noqa: S101 - one of both is set, see above
    quantity = chosen[0]
    if metric is None:
        metric = metric_of(clause_of(text[start : chosen[1]])) or metric_of(
            clause_of(text[quantity.end :])
        )
    direction: Direction
    if by is not None:
        direction = "reduce" if verb == "reduce" else "increase"
    else:
        direction = "at_most" if verb == "reduce" else "at_least"
    baseline = as_printed(text, origin[0]) if origin is not None else baseline_of(text)
    unit = quantity.unit
    return Target(
        metric=metric, direction=direction, value=quantity.value, unit=unit, baseline=baseline
    )


def _by_half(text: str) -> Target | None:
    half = re.search(r"\b(?:halv(?:e|es|ing)\s+(?P<after>.+))", text, re.I)
    if half is not None:
        return Target(metric=metric_of(clause_of(half["after"])), direction="reduce", value=0.5)
    for direction in ("reduce", "increase"):
        match = re.search(
            rf"\b(?:{verbs(direction)})\s+(?P<metric>[^.;]{{2,80}}?)\s+by\s+(?:a\s+)?half\b",
            text,
            re.I,
        )
        if match is not None:
            way: Direction = "reduce" if direction == "reduce" else "increase"
            return Target(metric=metric_of(match["metric"]), direction=way, value=0.5)
    return None
