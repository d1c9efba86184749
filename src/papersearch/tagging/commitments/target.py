"""What is measured, which way it is to move and how far: the target in a commitment's words."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from papersearch import dates
from papersearch.record import Target
from papersearch.tagging.commitments.patterns import any_of, words
from papersearch.tagging.commitments.quantities import TIME_UNITS, Quantity, quantities_in

Direction = Literal["reduce", "increase", "at_least", "at_most"]

_MOST_WORDS_OF_A_METRIC = 24
_TRIM = re.compile(r"^(?:the|our|its|their|a|an|overall|of|in|for)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:[\s,;:(–-]+(?:and|by|to|from|of|in|for|at|with|the|a|an|so|that|or|as|this|year|each|is|are|"
    r"further|another|least|be))+$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[.;:()]|,\s|\s+(?:by|in|within|before|during|while|whilst|so that|through|via|using|compared|"
    r"against|and|which|until|over|as)\b",
    re.IGNORECASE,
)


def find_target(text: str) -> Target | None:
    """Return the target that *text* states, ``None`` where it states none.

    A change is ``reduce`` or ``increase`` *by* that much; a level is ``at_least`` or
    ``at_most``. Money and numbers in words are normalised; the unit stays as printed.
    """
    text = " ".join(text.split())
    quantities = quantities_in(text)
    return (
        _passive(text, quantities)
        or _change(text, quantities)
        or _by_half(text)
        or _level(text, quantities)
        or _reach(text, quantities)
        or _count(text, quantities)
    )


def _verbs(name: str) -> str:
    return "|".join(words("measure")[name])


def _passive(text: str, quantities: list[Quantity]) -> Target | None:
    """``waits will be reduced from 18 to 12 weeks``: what is measured stands before."""
    match = any_of(words("measure")["passive"]).search(text)
    if match is None:
        return None
    verb: Direction = "reduce" if match["reduce"] else "increase"
    found = _after_change_verb(text, match.end(), verb, quantities)
    before = _metric_before(text[: match.start()])
    return (
        None if found is None or before is None else msgspec.structs.replace(found, metric=before)
    )


def _metric_before(text: str) -> str | None:
    """Return the subject with which *text* ends, a date that opens the sentence left out."""
    opening = dates.find_due(text)
    start = opening[0].end if opening and opening[0].start == 0 else 0
    return _metric(text[start:].lstrip(" ,"))


def _change(text: str, quantities: list[Quantity]) -> Target | None:
    """``reduce X by N``, ``reduce X from A to B``, ``a 10% reduction in X``."""
    for direction in ("reduce", "increase"):
        for verb in re.finditer(rf"\b(?:{_verbs(direction)})\b", text, re.I):
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
            metric = _metric(text[noun.end() : quantity.start]) if quantity else None
        elif before:
            metric = _metric(_clause(text[noun.end() :]))
        else:
            inside = re.match(r"\s+in\s+(?P<metric>.+)", text[quantity.end :])
            metric = _metric(_clause(inside["metric"])) if inside else None
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
                baseline=_baseline(text),
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
    metric = _metric(_until_due(text[start : min(ends)]))
    chosen = by or to
    assert chosen is not None  # noqa: S101 - one of both is set, see above
    quantity = chosen[0]
    if metric is None:
        metric = _metric(_clause(text[start : chosen[1]])) or _metric(_clause(text[quantity.end :]))
    direction: Direction
    if by is not None:
        direction = "reduce" if verb == "reduce" else "increase"
    else:
        direction = "at_most" if verb == "reduce" else "at_least"
    baseline = _as_printed(text, origin[0]) if origin is not None else _baseline(text)
    unit = quantity.unit
    return Target(
        metric=metric, direction=direction, value=quantity.value, unit=unit, baseline=baseline
    )


def _by_half(text: str) -> Target | None:
    half = re.search(r"\b(?:halv(?:e|es|ing)\s+(?P<after>.+))", text, re.I)
    if half is not None:
        return Target(metric=_metric(_clause(half["after"])), direction="reduce", value=0.5)
    for direction in ("reduce", "increase"):
        match = re.search(
            rf"\b(?:{_verbs(direction)})\s+(?P<metric>[^.;]{{2,80}}?)\s+by\s+(?:a\s+)?half\b",
            text,
            re.I,
        )
        if match is not None:
            way: Direction = "reduce" if direction == "reduce" else "increase"
            return Target(metric=_metric(match["metric"]), direction=way, value=0.5)
    return None


def _level(text: str, quantities: list[Quantity]) -> Target | None:
    """``at least N``, ``no more than N``."""
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
            if direction == "at_most" and re.search(
                r"\b(?:no|not)\s+$", text[: lead.start()], re.I
            ):
                continue
            if direction == "at_least" and re.search(
                r"\b(?:no|not)\s+$", text[: lead.start()], re.I
            ):
                continue
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
                baseline=_baseline(text),
            )
    return None


def _level_metric(text: str, quantity: Quantity, lead: int) -> str | None:
    being = any_of(words("measure")["being"]).search(text[:lead])
    if being is not None and (subject := _metric_before(text[: being.start()])) is not None:
        return subject
    after = re.match(r"\s*(?:of|in|for)\s+(?P<metric>.+)", text[quantity.end :])
    if after is not None:
        return _metric(_clause(_until_due(after["metric"]), keep_in=True))
    word = re.match(r"\s+(?P<metric>[a-z].+)", text[quantity.end :])
    verb = None
    for name in ("reach", "reduce", "increase"):
        for match in re.finditer(rf"\b(?:{_verbs(name)})\s+", text[:lead], re.I):
            verb = match
    if verb is not None and lead - verb.end() > 2:
        before = _metric(re.sub(r"\s+(?:at|to|of|is|are)\s*$", "", text[verb.end() : lead]))
        if before is not None:
            return before
    if word is not None and quantity.unit in ("%", "per cent", "percent"):
        return _metric(_clause(_until_due(word["metric"])))
    return None


def _reach(text: str, quantities: list[Quantity]) -> Target | None:
    """``achieve 95% compliance with training``, ``achieve a vacancy rate of 6%``."""
    for verb in re.finditer(rf"\b(?:{_verbs('reach')})\b", text, re.I):
        for quantity in quantities:
            if quantity.start < verb.end() or quantity.unit not in ("%", "per cent", "percent"):
                continue
            between = text[verb.end() : quantity.start].strip()
            if (
                re.fullmatch(
                    r"(?:(?:a|an|the|our|its)\s*)?(?:minimum\s+|overall\s+)?", between + " ", re.I
                )
                or not between
            ):
                metric = _metric(_clause(_until_due(text[quantity.end :]), keep_in=True))
            elif re.fullmatch(r"(?:[\w’'/-]+\s+){1,8}(?:of|at|to)", between, re.I):
                metric = _metric(re.sub(r"\s+(?:of|at|to)$", "", between))
            else:
                continue
            return Target(
                metric=metric,
                direction="at_least",
                value=quantity.value,
                unit=quantity.unit,
                baseline=_baseline(text),
            )
    return None


def _count(text: str, quantities: list[Quantity]) -> Target | None:
    """``recruit 40 nurses``, ``deliver £12m of savings``: so many, in no stated direction."""
    for verb in re.finditer(rf"\b(?:{_verbs('count')})\b", text, re.I):
        for quantity in quantities:
            between = text[verb.end() : quantity.start].strip()
            if quantity.start < verb.end() or quantity.unit is None or quantity.unit in TIME_UNITS:
                continue
            plain = re.fullmatch(
                r"(?:(?:a|an|the|another|a\s+further|all|some|around)\s*)?", between, re.I
            )
            saved = re.fullmatch(
                r"(?P<metric>(?:[\w’'/-]+\s+){0,5}?(?:savings?|efficienc(?:y|ies)|surplus|income|investment|reductions?))\s+(?:of|totalling|worth)",
                between,
                re.I,
            )
            if quantity.unit == "£" and (plain or saved):
                of = re.match(r"\s+(?:of|in)\s+(?P<metric>.+)", text[quantity.end :])
                metric = (
                    saved["metric"] if saved else _clause(_until_due(of["metric"])) if of else ""
                )
                return Target(metric=_metric(metric), value=quantity.value, unit=quantity.unit)
            if plain and quantity.value >= 2 and quantity.unit not in ("%", "per cent"):
                return Target(value=quantity.value, unit=quantity.unit)
    return None


def _baseline(text: str) -> str | None:
    match = any_of(words("measure")["baseline"]).search(text)
    if match is None:
        return None
    found = match["baseline"] or match["baseline2"]
    return found.strip() if found else None


def _as_printed(text: str, quantity: Quantity) -> str:
    return text[quantity.start : quantity.end].strip()


def _until_due(text: str) -> str:
    # "waiting over 65 weeks", "within 25 working days": the standard itself, and no due date.
    found = [
        one
        for one in dates.find_due(text)
        if not re.match(r"(?:over|within)\s+\w+\s", one.due.raw, re.I)
    ]
    return text[: found[0].start] if found else text


def _clause(text: str, keep_in: bool = False) -> str:
    pattern = _CLAUSE_END
    if keep_in:
        pattern = re.compile(
            r"[.;:()]|,\s|\s+(?:by (?!\w+ing)|while|whilst|so that|through|and (?:will|to|we)"
            r"|compared|against|until)\b",
            re.I,
        )
    match = pattern.search(text)
    return text[: match.start()] if match else text


def _metric(text: str) -> str | None:
    text = _tidy_ends(" ".join(text.split()))
    for _ in range(3):
        text = _TRIM.sub("", text)
    text = _tidy_ends(_TAIL.sub("", text))
    if not re.search(r"[A-Za-z]{2}", text) or len(text.split()) > _MOST_WORDS_OF_A_METRIC:
        return None
    return text


def _tidy_ends(text: str) -> str:
    text = text.strip(" ,;:.–-")
    # A bracket that only opens or only closes is a piece of another phrase.
    if text.count("(") != text.count(")"):
        text = text.strip("() ")
    return text
