"""A risk's levels over time as ranks on a named scale: what a chart is drawn from.

A paper that names no scale is read on the one named last before it, else the
first named after it. Where the scale changes, a new stretch begins: the same
word on two scales is not the same rank.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from papersearch.desks.scales import levels_of, rank
from papersearch.record import Struct

if TYPE_CHECKING:
    from papersearch.desks.trajectories import Sighting


class Point(Struct, frozen=True, kw_only=True):
    """What one paper states: the lowest and highest rank of its levels, 1 the lowest."""

    day: str
    low: int
    high: int
    words: str
    file: str
    page: int | None
    changed: bool


class Stretch(Struct, frozen=True, kw_only=True):
    """The time through which one scale was used."""

    scale: str
    levels: tuple[str, ...]
    """The scale's levels, low to high."""
    points: tuple[Point, ...]


def stretches(sightings: Sequence[Sighting]) -> list[Stretch]:
    """Return the dated sightings of one risk that stand on a named scale, scale by scale."""
    stated = [s for s in sightings if s.appetite.levels and s.place.meeting_date]
    named = [s.appetite.scale or s.ranked_on for s in stated if s.appetite.scale or s.ranked_on]
    scale = named[0] if named else None
    out: list[tuple[str, list[Point]]] = []
    for one in stated:
        scale = one.appetite.scale or one.ranked_on or scale
        if scale is None:
            return []
        found = [rank(scale, level) for level in one.appetite.levels]
        ranks = [place for place in found if place is not None]
        if len(ranks) < len(found):
            continue
        point = Point(
            day=one.place.meeting_date or "", low=min(ranks), high=max(ranks),
            words=one.appetite.raw or "", file=one.place.file, page=one.place.page,
            changed=one.step in ("raised", "lowered", "changed", "relabelled"),
        )  # fmt: skip
        if not out or out[-1][0] != scale:
            out.append((scale, []))
        out[-1][1].append(point)
    return [
        Stretch(scale=name, levels=levels_of(name), points=tuple(points)) for name, points in out
    ]
