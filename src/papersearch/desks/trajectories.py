"""One risk of one body through the years: each statement of its appetite, and how it moved.

A risk's key is organisation, Level 1 and Level 2; the scale is compared at each
step, because the same word on two scales is not the same rank.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any, Literal

import msgspec

from papersearch.dates import parse_iso
from papersearch.desks.common import (
    Place,
    body_key,
    date_of,
    in_order,
    name_key,
    once,
    place,
    word_diff,
    words_key,
)
from papersearch.desks.decisions import (
    Deciding,
    Decision,
    nearest,
    on_scale,
    reported_later,
)
from papersearch.desks.renames import confirmed, pair_key, risk_name, with_rename
from papersearch.desks.scales import scale_names
from papersearch.record import Appetite, Impact, Paper, Risk, Struct

Rank = Callable[[str, str], int | None]
"""``(scale, level) -> rank`` or ``None``, from the named scales."""
DECIDED_WITHIN_DAYS = 92
"""A change is looked for in what was decided up to a quarter of a year after it is first seen."""
Step = Literal["first", "same", "raised", "lowered", "changed", "relabelled", "not stated"]


class Sighting(Struct, frozen=True, kw_only=True):
    """What one paper says of one risk."""

    place: Place
    reference: str | None
    level1: str | None
    level2: str | None
    appetite: Appetite
    impact: Impact
    statement: str | None
    step: Step
    ranked_on: str | None = None
    """The named scale by which it was raised or lowered: this paper's, or the last one named."""
    decision: Decision | None = None
    """The nearest decision between the sighting before and this one, where it changed."""
    put_off: Decision | None = None
    """Where none was found: words of that time that defer or refuse the change."""
    wording: tuple[tuple[str, str], ...] = ()
    """The change of the statement since the sighting before, as ``word_diff`` gives it."""


class Trajectory(Struct, frozen=True, kw_only=True):
    """One risk of one organisation through the years."""

    organisation: str | None
    level1: str | None
    level2: str | None
    sightings: tuple[Sighting, ...]
    maybe_renamed_to: str | None = None
    maybe_renamed_why: str | None = None
    maybe_renamed_by: Decision | None = None
    """The decision that gives the new name, where one was found."""

    @property
    def name(self) -> str:
        """Return "Level 1 > Level 2"."""
        return risk_name(self.level1, self.level2) or "(unnamed)"


def trajectories(
    papers: Iterable[Paper], rank: Rank, found: Sequence[Deciding] = ()
) -> list[Trajectory]:
    """Return one trajectory a risk, by organisation and name; each in order of date.

    Renames that the user confirmed in ``papersearch.toml`` are followed:
    ``[renames] same = [["Old name", "New name"]]``; those under ``different``
    are not proposed again.
    """
    new_names = {pair_key(old): pair_key(new) for old, new in confirmed("same")}
    refused = {(pair_key(old), pair_key(new)) for old, new in confirmed("different")}
    seen: defaultdict[tuple[str, str], list[tuple[Paper, Risk]]] = defaultdict(list)
    for paper in in_order(once(papers)):
        for risk in paper.risks:
            key = pair_key(risk_name(risk.level1, risk.level2))
            seen[body_key(paper.organisation), new_names.get(key, key)].append((paper, risk))
    _join_tiers(seen)
    named = _named_scales(seen)
    out = [_trajectory(items, rank, found, named[key[0]]) for key, items in sorted(seen.items())]
    return [with_rename(one, out, refused, found) for one in out]


def _named_scales(
    seen: dict[tuple[str, str], list[tuple[Paper, Risk]]],
) -> dict[str, list[tuple[str, str]]]:
    """Return ``(day, scale)`` of each paper that names its scale, by body, in order of day."""
    out: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for (body, _), items in seen.items():
        out[body].update(
            (date_of(paper) or "9999", risk.appetite.scale)
            for paper, risk in items
            if risk.appetite.scale
        )
    return defaultdict(list, {body: sorted(days) for body, days in out.items()})


def _join_tiers(seen: dict[tuple[str, str], list[tuple[Paper, Risk]]]) -> None:
    """Put a risk that is named by its Level 2 alone to the one risk of the body with that name."""
    for body, key in [k for k in seen if " > " not in k[1]]:
        whole = [k for k in seen if k[0] == body and k[1].endswith(f" > {key}")]
        if key and len(whole) == 1:
            items = [*seen[whole[0]], *seen.pop((body, key))]
            order = {paper.id: n for n, paper in enumerate(in_order(p for p, _ in items))}
            seen[whole[0]] = sorted(items, key=lambda item: order[item[0].id])


def moved(
    before: Appetite, now: Appetite, rank: Rank
) -> Literal["same", "raised", "lowered", "changed", "relabelled", "not stated"]:
    """Return how an appetite moved; ranked only within one named scale."""
    if now.raw is None:
        return "not stated"
    if before.scale and now.scale and before.scale != now.scale:
        return "relabelled"
    if _only_relabelled(before, now, rank):
        return "relabelled"
    if before.levels == now.levels and (now.levels or words_key(before.raw) == words_key(now.raw)):
        return "same"
    scale = now.scale or before.scale
    if scale and before.levels and now.levels:
        old = [rank(scale, level) for level in before.levels]
        new = [rank(scale, level) for level in now.levels]
        if None not in old and None not in new:
            low, high = sum(n for n in old if n is not None), sum(n for n in new if n is not None)
            difference = high / len(new) - low / len(old)
            if difference:
                return "raised" if difference > 0 else "lowered"
    return "changed"


_BAND = re.compile(r"\(\s*\d+\s*(?:-|to|\u2013)\s*\d+\s*\)")


def _only_relabelled(before: Appetite, now: Appetite, rank: Rank) -> bool:
    """Return whether two words are no step on one scale: the same score band, or no scale has both.

    "Avoid (1-3)" and "None (1-3)" are one level under two names.
    """
    if before.levels == now.levels or (before.scale and now.scale):
        return False
    if set(before.levels) & set(name_key(now.raw).split()):
        return False  # "from Cautious to Moderate" is a move
    bands = [_BAND.search(one.raw or "") for one in (before, now)]
    if bands[0] and bands[1]:
        return words_key(bands[0].group()) == words_key(bands[1].group())
    words = [set(one.levels) for one in (before, now)]
    if not all(words):
        return False
    known = [{s for s in scale_names() if all(rank(s, w) for w in part)} for part in words]
    return bool(known[0] and known[1] and not known[0] & known[1])


def _trajectory(
    items: list[tuple[Paper, Risk]],
    rank: Rank,
    found: Sequence[Deciding],
    named: Sequence[tuple[str, str]] = (),
) -> Trajectory:
    sightings: list[Sighting] = []
    last: Risk | None = None
    scale: str | None = None  # the last one that was named for this risk, else by its body
    last_date: str | None = None
    for paper, risk in _unmoved_first(items):
        step: Step = "first" if risk.appetite.raw is not None else "not stated"
        by_body = _last_named(named, date_of(paper)) if scale is None else None
        if last is not None:
            known = last.appetite.scale or scale or _fitting(by_body, last, risk, rank)
            before = msgspec.structs.replace(last.appetite, scale=known)
            step = moved(before, risk.appetite, rank)
            scale = scale or (known if step in ("raised", "lowered") else None)
        scale = risk.appetite.scale or scale
        decision = put_off = None
        if step in ("raised", "lowered", "changed", "relabelled"):
            decision, put_off = _decided(found, paper, risk, last, step, last_date)
        wording: tuple[tuple[str, str], ...] = ()
        old, new = (last.statement if last else None), risk.statement
        if old and new and words_key(old) != words_key(new):
            wording = tuple(word_diff(old, new))
        sightings.append(
            Sighting(
                place=place(paper, risk.evidence),
                reference=risk.reference,
                level1=risk.level1,
                level2=risk.level2,
                appetite=risk.appetite,
                impact=risk.impact,
                statement=risk.statement,
                step=step,
                ranked_on=scale if step in ("raised", "lowered") else None,
                decision=decision,
                put_off=put_off,
                wording=wording,
            )
        )
        if risk.appetite.raw is not None:
            last, last_date = risk, date_of(paper)
    # The newest name, of those with both tiers where there are any.
    paper, risk = next(((p, r) for p, r in reversed(items) if r.level2), items[-1])
    return Trajectory(
        organisation=paper.organisation,
        level1=risk.level1,
        level2=risk.level2,
        sightings=tuple(sightings),
    )


def _last_named(named: Sequence[tuple[str, str]], day: str | None) -> str | None:
    """Return the scale that the body named last up to *day*."""
    until = [scale for when, scale in named if when <= (day or "9999")]
    return until[-1] if until else None


def _fitting(scale: str | None, last: Risk, now: Risk, rank: Rank) -> str | None:
    """Return *scale* where both papers' words stand on it."""
    words = (*last.appetite.levels, *now.appetite.levels)
    return scale if scale and words and all(rank(scale, word) for word in words) else None


def _unmoved_first(items: list[tuple[Paper, Risk]]) -> list[tuple[Paper, Risk]]:
    """Return *items* by date, of one meeting those first that state what was stated before.

    Papers of the meeting that decides a change still state the old level.
    """
    out: list[tuple[Paper, Risk]] = []
    last: tuple[str, ...] | None = None
    for _, group in groupby(items, key=lambda item: date_of(item[0])):
        mine = list(group)
        out += sorted(mine, key=lambda item: item[1].appetite.levels != last)
        last = next((r.appetite.levels for _, r in reversed(out) if r.appetite.raw), last)
    return out


def _decided(
    found: Sequence[Deciding], paper: Paper, risk: Risk, last: Risk | None, step: str,
    last_date: str | None,
) -> tuple[Decision | None, Decision | None]:  # fmt: skip
    """Return the decision beside a change, or else words that put it off."""
    about: dict[str, Any] = {
        "organisation": paper.organisation,
        "names": (risk.level1, risk.level2, risk.reference),
    }
    window: dict[str, Any] = {"since": last_date, "until": _soon_after(date_of(paper))}
    decision = nearest(found, levels=risk.appetite.levels, **about, **window)
    if decision is None and step == "relabelled":
        # A new label may first be printed for this risk long after it was decided.
        until = window["until"]
        decision = on_scale(found, organisation=paper.organisation, since=None, until=until)
    if decision is None and last is not None:
        decision = reported_later(
            found, old=last.appetite.levels, new=risk.appetite.levels, **about, **window
        )
    if decision is not None:
        return decision, None
    return None, nearest(found, levels=(), put_off=True, **about, **window)


def _soon_after(day: str | None) -> str | None:
    """Return until when a decision still belongs to a change first seen on *day*.

    A paper that proposes a change comes before the minutes that decide it.
    """
    found = parse_iso(day)
    return (found + timedelta(days=DECIDED_WITHIN_DAYS)).isoformat() if found else None
