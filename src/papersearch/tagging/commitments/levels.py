"""Targets that are levels to reach or not to pass, and numbers of things to be done."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from papersearch.record import Target
from papersearch.tagging.commitments.metrics import (
    baseline_of,
    clause_of,
    metric_before,
    metric_of,
    until_due,
    verbs,
)
from papersearch.tagging.commitments.patterns import any_of, words
from papersearch.tagging.commitments.quantities import TIME_UNITS, Quantity

Direction = Literal["reduce", "increase", "at_least", "at_most"]
_EXTENTS = frozenset(
    "km kilometres kilometre miles mile hectares hectare tonnes tonne metres acres acre".split()
)
_OR_BEYOND = re.compile(
    r"\s*\bor\s+(?:(?P<less>less|fewer|lower|below|under|sooner|quicker|shorter)"
    r"|more|above|better|higher|over|longer)\b",
    re.IGNORECASE,
)


def goes_beyond(text: str, quantities: list[Quantity]) -> bool:
    """Tell whether a level to keep to is told ("3% or less"), and none to come from."""
    return any(_OR_BEYOND.match(text, q.end) for q in quantities) and len(quantities) == 1


def level(text: str, quantities: list[Quantity]) -> Target | None:
    """``at least N``, ``no more than N``, ``N or less``."""
    for quantity in quantities:
        beyond = _OR_BEYOND.match(text, quantity.end)
        found = None
        if beyond is not None:
            found = _kept(text, quantity) or reach(text, [quantity], any_unit=True)
        if found is not None and beyond is not None:
            return msgspec.structs.replace(
                found, direction="at_most" if beyond["less"] else "at_least"
            )
    for quantity in quantities:
        longer = any_of(words("measure")["none_longer"]).search(text[: quantity.start])
        if longer is not None:
            return Target(
                metric=longer["metric"],
                direction="at_most",
                value=quantity.value,
                unit=quantity.unit,
            )
    for direction in ("at_most", "at_least"):
        phrases = "|".join(
            re.escape(p).replace(r"\ ", r"\s+") + (r"\b" if p[-1].isalpha() else "")
            for p in words("measure")[direction]
        )
        for quantity in quantities:
            lead = re.search(
                rf"(?<!\w)(?P<phrase>{phrases})\s*(?:a\s+total\s+of\s+)?$",
                text[: quantity.start],
                re.I,
            )
            if lead is None:
                continue
            if re.search(r"\b(?:no|not)\s+$", text[: lead.start()], re.I):
                continue  # "no less than" is of the other list
            let = any_of(words("measure")["not_let"]).search(text[: lead.start()])
            if direction == "at_least" and let is not None:
                return Target(
                    metric=metric_of(let["metric"]),
                    direction="at_most",
                    value=quantity.value,
                    unit=quantity.unit,
                )
            if lead["phrase"].lower() in ("over", "under") and quantity.unit in TIME_UNITS:
                continue
            way: Direction = "at_most" if direction == "at_most" else "at_least"
            metric = _level_metric(text, quantity, lead.start())
            if metric is None and quantity.unit in TIME_UNITS:
                continue  # "with at least four weeks' notice"
            return Target(
                metric=metric,
                direction=way,
                value=quantity.value,
                unit=quantity.unit,
                baseline=baseline_of(text),
            )
    return None


def _kept(text: str, quantity: Quantity) -> Target | None:
    """``hold the precept rise to 3%``, ``cut missed visits to 7%``, whatever the verb."""
    match = any_of(words("measure")["kept"]).search(text[: quantity.start])
    metric = metric_of(match["metric"]) if match is not None else None
    if metric is None:
        return None
    return Target(
        metric=metric, value=quantity.value, unit=quantity.unit, baseline=baseline_of(text)
    )


def _level_metric(text: str, quantity: Quantity, lead: int) -> str | None:
    being = any_of(words("measure")["being"]).search(text[:lead])
    if being is not None and (subject := metric_before(text[: being.start()])) is not None:
        return subject
    after = re.match(r"\s*(?:of|in|for)\s+(?P<metric>.+)", text[quantity.end :])
    if _counts(quantity):
        return counted(text, quantity)
    if after is not None:
        return metric_of(clause_of(until_due(after["metric"]), keep_in=True))
    word = re.match(r"\s+(?P<metric>[a-z].+)", text[quantity.end :])
    verb = None
    for name in ("reach", "reduce", "increase"):
        for match in re.finditer(rf"\b(?:{verbs(name)})\s+", text[:lead], re.I):
            verb = match
    if verb is not None and lead - verb.end() > 2:
        before = metric_of(re.sub(r"\s+(?:at|to|of|is|are)\s*$", "", text[verb.end() : lead]))
        if before is not None:
            return before
    if word is not None and quantity.unit in ("%", "per cent", "percent"):
        return metric_of(clause_of(until_due(word["metric"])))
    return None


def _counts(quantity: Quantity) -> bool:
    """Tell whether a quantity is a number of things, no share, sum or span of time."""
    unit = quantity.unit
    return (
        unit is not None
        and unit not in TIME_UNITS
        and unit not in ("per cent", "percent", "pp", "points", "percentage points")
        and unit[:1].isalpha()
    )


def reach(text: str, quantities: list[Quantity], any_unit: bool = False) -> Target | None:
    """``achieve 95% compliance with training``, ``achieve a vacancy rate of 6%``."""
    for verb in re.finditer(rf"\b(?:{verbs('reach')})\b", text, re.I):
        for quantity in quantities:
            if quantity.start < verb.end():
                continue
            if not any_unit and quantity.unit not in ("%", "per cent", "percent"):
                continue
            between = text[verb.end() : quantity.start].strip()
            if (
                re.fullmatch(
                    r"(?:(?:a|an|the|our|its)\s*)?(?:minimum\s+|overall\s+)?", between + " ", re.I
                )
                or not between
            ):
                metric = metric_of(clause_of(until_due(text[quantity.end :]), keep_in=True))
            elif re.fullmatch(r"(?:[\w’'/-]+\s+){1,8}(?:of|at|to)", between, re.I):
                metric = metric_of(re.sub(r"\s+(?:of|at|to)$", "", between))
            else:
                continue
            return Target(
                metric=metric,
                direction="at_least",
                value=quantity.value,
                unit=quantity.unit,
                baseline=baseline_of(text),
            )
    return None


def count(text: str, quantities: list[Quantity]) -> Target | None:
    """``recruit 40 nurses``, ``deliver £12m of savings``: so many at least are to be had.

    Money to be spent ("invest £3m") has no direction.
    """
    for verb in re.finditer(rf"\b(?:{verbs('count')})\b", text, re.I):
        for quantity in quantities:
            between = text[verb.end() : quantity.start].strip()
            if quantity.start < verb.end() or quantity.unit is None or quantity.unit in TIME_UNITS:
                continue
            plain = re.fullmatch(
                r"(?:(?:a|an|the|all|some|around|about|up\s+to|a\s+total\s+of)\s*)?", between, re.I
            )
            saved = re.fullmatch(
                r"(?P<metric>(?:[\w’'/-]+\s+){0,5}?(?:savings?|efficienc(?:y|ies)|surplus|income"
                r"|investment|reductions?))\s+(?:of|totalling|worth)",
                between,
                re.I,
            )
            if quantity.unit == "£" and (plain or saved):
                return _sum(text, verb.group(), quantity, saved["metric"] if saved else None)
            if plain and quantity.value >= 2 and quantity.unit not in ("%", "per cent"):
                return Target(
                    metric=counted(text, quantity),
                    direction="at_least",
                    value=quantity.value,
                    unit=quantity.unit,
                )
    return _led(text, quantities)


def _led(text: str, quantities: list[Quantity]) -> Target | None:
    """``Survey 70 km of drain``, ``Fill 95% of shifts``: any verb with which an item begins."""
    for quantity in quantities:
        lead = any_of(words("measure")["led"]).fullmatch(text[: quantity.start])
        unit = (quantity.unit or "").lower()
        if lead is None or unit not in (*_EXTENTS, "%", "per cent", "percent"):
            continue
        of = re.match(r"\s+of\s+(?P<what>.+)", text[quantity.end :])
        metric = metric_of(clause_of(until_due(of["what"]), keep_in=True)) if of else None
        if metric is not None:
            return Target(
                metric=metric, direction="at_least", value=quantity.value, unit=quantity.unit
            )
    return None


def _sum(text: str, verb: str, quantity: Quantity, saved: str | None) -> Target:
    of = re.match(r"\s+(?:of|in)\s+(?P<metric>.+)", text[quantity.end :])
    metric = saved or (clause_of(until_due(of["metric"])) if of else "")
    spent = any_of(words("measure")["spend"]).fullmatch(verb) is not None
    return Target(
        metric=metric_of(metric),
        direction=None if spent else "at_least",
        value=quantity.value,
        unit=quantity.unit,
    )


def counted(text: str, quantity: Quantity) -> str | None:
    """Return the things that a number counts, with what tells which: "people to studies".

    Of "400 hectares of bog" the bog.
    """
    unit = quantity.unit or ""
    rest = text[quantity.end :]
    of = re.match(r"\s+of\s+(?P<what>.+)", rest) if unit.lower() in _EXTENTS else None
    if of is not None:
        return metric_of(clause_of(until_due(of["what"]), keep_in=True))
    more = clause_of(until_due(rest), keep_in=True) if re.match(r"\s+[a-z]", rest) else ""
    if re.match(r"\s+(?:the|a|an|our|their|each|every)\b", more):
        more = ""  # "teach 4,000 people the course": no words of theirs
    more = re.split(r"\s(?:is|are|was|were|have|has|had|will|be|been)\s", more)[0]
    more = re.sub(
        r"\s+(?:at any (?:one )?time|a year|each year|in all|in total)$", "", more.rstrip()
    )
    return metric_of(f"{unit}{more}") or metric_of(unit)
