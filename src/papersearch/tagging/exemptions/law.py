"""The law table: regimes and their provisions, from ``acts.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from papersearch import knowledge


@dataclass(frozen=True, slots=True)
class Element:
    """Something that a reason for a provision recites, and the words that show it."""

    name: str
    cues: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision as cited: what the Act calls it and what a reason for it must show.

    *absolute* is ``None`` where the Act divides the section and the citation
    does not say which limb, or where the regime has no such notion.
    """

    canonical: str
    regime: str
    title: str | None
    absolute: bool | None
    is_exemption: bool
    has_public_interest_test: bool
    elements: tuple[Element, ...]
    reasons: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Regime:
    """An Act or set of regulations under which a paper may be withheld."""

    name: str
    pattern: re.Pattern[str]
    years: tuple[int, ...]
    mark: str
    units: frozenset[str]
    numbers: frozenset[str] | None
    public_interest: bool
    exclusion: bool
    """It governs whether the public may attend, beside or instead of what is published."""


@lru_cache(maxsize=4096)
def compiled(pattern: str, case: bool = False) -> re.Pattern[str]:
    """Return *pattern* as an expression in which a space stands for any white space."""
    spaced = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(spaced, 0 if case else re.IGNORECASE)


@lru_cache(maxsize=1024)
def _joined(patterns: tuple[str, ...], case: bool) -> re.Pattern[str]:
    return compiled("|".join(f"(?:{pattern})" for pattern in patterns), case)


def any_of(patterns: list[str], case: bool = False) -> re.Pattern[str]:
    """Return one expression for all *patterns*."""
    return _joined(tuple(patterns), case)


def _data() -> dict[str, Any]:
    return knowledge.load("papersearch.tagging.exemptions", "acts")


@cache
def regimes() -> dict[str, Regime]:
    """Return every regime by its name ("FOIA")."""
    out = {}
    for name, entry in _data()["regimes"].items():
        numbers = entry.get("numbers")
        out[name] = Regime(
            name,
            re.compile(
                r"\b(?:"
                + "|".join(p.replace(" ?", r"\s*").replace(" ", r"\s+") for p in entry["names"])
                + r")(?!\w)"
            ),
            tuple(entry.get("years", ())),
            entry["mark"],
            frozenset(entry["units"]),
            frozenset(numbers) if numbers is not None else None,
            entry.get("required", True),
            entry.get("exclusion", False),
        )
    return out


@cache
def table(regime: str) -> dict[str, dict[str, Any]]:
    """Return the provisions of *regime* by number, as ``acts.toml`` has them."""
    found: dict[str, dict[str, Any]] = _data().get(regime, {})
    return found


def canonical(regime: str, number: str, limbs: tuple[str, ...] = ()) -> str:
    """Return the one way in which a provision is written.

    >>> canonical("FOIA", "36", ("2", "b", "i"))
    'FOIA s.36(2)(b)(i)'
    """
    return f"{regime} {regimes()[regime].mark}{number}{_brackets(limbs)}"


def _brackets(limbs: tuple[str, ...]) -> str:
    return "".join(f"({limb})" for limb in limbs)


@lru_cache(maxsize=2048)
def provision(regime: str, number: str, limbs: tuple[str, ...] = ()) -> Provision:
    """Return what the law table knows of a provision, also of one that it does not list."""
    known = regimes()[regime]
    entry = _entry(regime, number, limbs)
    base = table(regime).get(number, {})
    model = _model(entry or base)
    return Provision(
        canonical(regime, number, limbs),
        regime,
        entry.get("title"),
        _absolute(entry, _brackets(limbs)),
        known.numbers is None or number in known.numbers,
        known.public_interest,
        tuple(
            Element(element["name"], any_of(element["cues"]))
            for element in [*model.get("elements", ()), *_own_elements(entry)]
        ),
        any_of(model["reasons"]) if model.get("reasons") else None,
    )


def _entry(regime: str, number: str, limbs: tuple[str, ...]) -> dict[str, Any]:
    """Return the entry of the deepest listed limb that the citation lies in."""
    for depth in range(len(limbs), -1, -1):
        found = table(regime).get(number + _brackets(limbs[:depth]))
        if found is not None:
            return found
    return {}


def _model(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the entry whose elements count: its own, or those of the provision it is like."""
    if "like" not in entry:
        return entry
    regime, number = entry["like"].split(".", 1)
    return table(regime)[number]


def _own_elements(entry: dict[str, Any]) -> list[dict[str, Any]]:
    return list(entry.get("elements", ())) if "like" in entry else []


def _absolute(entry: dict[str, Any], limbs: str) -> bool | None:
    if "absolute" in entry:
        return bool(entry["absolute"])
    best: bool | None = None
    longest = 0
    for limb, absolute in entry.get("limbs", {}).items():
        if limbs.startswith(limb) and len(limb) > longest:
            best, longest = absolute, len(limb)
    return best


@lru_cache(maxsize=16)
def reasons_of(regime: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return ``(canonical, words that speak for it)`` for each provision of *regime*."""
    out = []
    for number in table(regime):
        found = provision(regime, number)
        if found.reasons is not None:
            out.append((found.canonical, found.reasons))
    return tuple(out)
