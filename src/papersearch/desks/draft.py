"""A first register of appetites, written from what papers state, for the user to correct.

It holds what papers say, not what the Board decided: where no decision was
found for a change, the line says so in the place of its minute.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from papersearch.dates import parse_iso
from papersearch.desks.framework import InForce
from papersearch.desks.trajectories import Sighting, Trajectory

NO_DECISION = "no decision found: check"


def draft(risks: Iterable[Trajectory]) -> list[InForce]:
    """Return one line for each stretch of time through which papers state one level."""
    return [line for risk in risks for line in _lines(risk)]


def _lines(risk: Trajectory) -> list[InForce]:
    runs: list[tuple[str, str | None, str | None]] = []  # level, from, minute
    for day, sightings in _by_day(risk.sightings):
        levels = [_level(s) for s in sightings]
        if runs and runs[-1][0] in levels and len(set(levels)) == 1:
            continue
        moved = [s for s in sightings if not runs or _level(s) != runs[-1][0]]
        if not moved:
            continue
        # Papers of one meeting may state the old level beside the new one: the new one begins.
        one = next((s for s in moved if s.decision is not None), moved[-1])
        found = one.decision if one.decision and not one.decision.reported else None
        decided = found.place.meeting_date if found else None
        begins = min(filter(None, (day, decided)), default=None) if runs else day
        runs.append((_level(one), begins, _minute(one) if runs else None))
    out = []
    for number, (level, begins, minute) in enumerate(runs):
        ends = runs[number + 1][1] if number + 1 < len(runs) else None
        out.append(
            InForce(
                organisation=risk.organisation, risk=risk.name, level=level, from_=begins,
                to=_day_before(ends), minute=minute,
            )
        )  # fmt: skip
    return out


def _by_day(sightings: Iterable[Sighting]) -> Iterable[tuple[str, list[Sighting]]]:
    days: dict[str, list[Sighting]] = {}
    for one in sightings:
        if one.appetite.raw is not None and one.place.meeting_date is not None:
            days.setdefault(one.place.meeting_date, []).append(one)
    return days.items()


def _level(sighting: Sighting) -> str:
    levels = sighting.appetite.levels
    return " to ".join(levels).capitalize() if levels else sighting.appetite.raw or ""


def _minute(sighting: Sighting) -> str:
    """Return where the change was decided: the minute's number, else file and page."""
    if sighting.decision is None:
        return NO_DECISION
    place = sighting.decision.place
    return sighting.decision.minute or f"{place.file}, p. {place.page}"


def _day_before(day: str | None) -> str | None:
    found = parse_iso(day)
    return (found - timedelta(days=1)).isoformat() if found else None


def as_toml(lines: Iterable[InForce]) -> str:
    """Return register *lines* as TOML."""
    parts = ["# Appetites as papers state them. Correct this; papersearch does not decide.", ""]
    for line in lines:
        parts.append("[[appetite]]")
        fields = (
            ("organisation", line.organisation), ("risk", line.risk), ("level", line.level),
            ("from", line.from_), ("to", line.to), ("minute", line.minute),
        )  # fmt: skip
        parts += [f"{name} = {_quoted(value)}" for name, value in fields if value]
        parts.append("")
    return "\n".join(parts)


def _quoted(value: str) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)
