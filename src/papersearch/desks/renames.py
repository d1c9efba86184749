"""Risks that are one under two names: proposed with the reason, confirmed or refused by users."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from papersearch.desks.common import body_key, name_key, overlap
from papersearch.desks.decisions import Deciding, Decision, renaming
from papersearch.errors import UsageError
from papersearch.knowledge import user_settings

if TYPE_CHECKING:
    from papersearch.desks.trajectories import Trajectory

LEAST_SAME_STATEMENT = 0.6
"""Share of common words from which two statements are proposed as one risk renamed."""


def confirmed(name: str, table: str = "renames") -> list[tuple[str, str]]:
    """Return the pairs that the user wrote in papersearch.toml's *table* as *name*.

    Raises:
        UsageError: They are no pairs of texts.
    """
    kept = user_settings().get(table, {})
    pairs = kept.get(name, []) if isinstance(kept, dict) else None
    good = isinstance(pairs, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(isinstance(n, str) for n in pair)
        for pair in pairs
    )
    if not good:
        raise UsageError(
            f"[{table}] {name} in papersearch.toml holds no pairs of names.",
            f'Write {name} = [["Old name", "New name"]].',
        )
    return [(old, new) for old, new in pairs or []]


def risk_name(level1: str | None, level2: str | None) -> str:
    """Return "Level 1 > Level 2", or the one that there is."""
    return " > ".join(part for part in (level1, level2) if part)


def pair_key(name: str) -> str:
    """Return "Level 1 > Level 2" folded for comparison, its two parts kept apart."""
    return " > ".join(name_key(part) for part in name.split(">"))


def with_rename(
    one: Trajectory,
    others: Sequence[Trajectory],
    refused: set[tuple[str, str]],
    found: Sequence[Deciding],
) -> Trajectory:
    """Propose the risk of the same body that begins after *one* ends and is the same."""
    last = one.sightings[-1]
    for other in others:
        first = other.sightings[0]
        if other is one or body_key(other.organisation) != body_key(one.organisation):
            continue
        if (pair_key(one.name), pair_key(other.name)) in refused:
            continue
        ends, begins = last.place.meeting_date, first.place.meeting_date
        if ends is None or begins is None or begins <= ends:
            continue
        why, decision = _why_renamed(one, other, found)
        if why is not None:
            return msgspec.structs.replace(
                one, maybe_renamed_to=other.name, maybe_renamed_why=why, maybe_renamed_by=decision
            )
    return one


def _why_renamed(
    one: Trajectory, other: Trajectory, found: Sequence[Deciding]
) -> tuple[str | None, Decision | None]:
    """Return why two risks are proposed as one: a decision, the reference, or the statement."""
    last, first = one.sightings[-1], other.sightings[0]
    decision = renaming(
        found, organisation=one.organisation, old=one.level2 or one.level1,
        new=other.level2 or other.level1,
    )  # fmt: skip
    if decision is not None:
        return "a decision gives it the new name", decision
    if last.reference and last.reference == first.reference:
        return f"same reference {last.reference}", None
    alike = overlap(last.statement or "", first.statement or "")
    if alike >= LEAST_SAME_STATEMENT:
        return f"statements share {alike:.0%} of their words", None
    return None, None
