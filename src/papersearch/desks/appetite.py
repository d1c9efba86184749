"""The auditor's desk: how the appetite for each risk moved, where, and on whose decision.

A risk's key is organisation, Level 1 and Level 2; the scale is compared at each
step, because the same word on two scales is not the same rank. A change is
shown with what the archive holds beside it; what it does not hold is "no
decision found in the archive", never "no decision".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from papersearch.desks.common import (
    Place,
    Similarity,
    date_of,
    in_order,
    name_key,
    once,
    overlap,
    place,
    word_diff,
    words_key,
)
from papersearch.record import Appetite, Impact, Paper, Risk, Struct

Rank = Callable[[str, str], int | None]
"""``(scale, level) -> rank`` or ``None``, from the named scales."""

LEAST_LIKENESS = 0.45
"""Cosine from which a risk's name answers a question put in other words (all-MiniLM-L6-v2)."""
LEAST_SAME_STATEMENT = 0.6
"""Share of common words from which two statements are proposed as one risk renamed."""

Step = Literal["first", "same", "raised", "lowered", "changed", "relabelled", "not stated"]


class Decision(Struct, frozen=True, kw_only=True):
    """Words of a minute or paper that decide on an appetite."""

    place: Place
    minutes: bool


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
    decision: Decision | None = None
    """The nearest decision between the sighting before and this one, where it changed."""
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

    @property
    def name(self) -> str:
        """Return "Level 1 > Level 2"."""
        return " > ".join(part for part in (self.level1, self.level2) if part) or "(unnamed)"


def trajectories(
    papers: Iterable[Paper], rank: Rank, decisions: Sequence[Decision] = ()
) -> list[Trajectory]:
    """Return one trajectory a risk, by organisation and name; each in order of date."""
    seen: defaultdict[tuple[str, str, str], list[tuple[Paper, Risk]]] = defaultdict(list)
    for paper in in_order(once(papers)):
        for risk in paper.risks:
            key = (name_key(paper.organisation), name_key(risk.level1), name_key(risk.level2))
            seen[key].append((paper, risk))
    out = [_trajectory(items, rank, decisions) for _, items in sorted(seen.items())]
    return [_with_rename(one, out) for one in out]


def find(
    all_of_them: Sequence[Trajectory], question: str, similarity: Similarity | None = None
) -> list[Trajectory]:
    """Return the risks that *question* names: by its words, else by meaning, best first."""
    wanted = set(name_key(question).split())
    by_words = [
        one
        for one in all_of_them
        if wanted and wanted <= set(name_key(f"{one.name} {one.sightings[0].reference}").split())
    ]
    if by_words or similarity is None or not all_of_them:
        return by_words
    names = [one.name + ". " + (one.sightings[-1].statement or "") for one in all_of_them]
    likeness = similarity([question], names)[0]
    order = sorted(range(len(names)), key=lambda i: (-float(likeness[i]), i))
    return [all_of_them[i] for i in order if float(likeness[i]) >= LEAST_LIKENESS]


def moved(
    before: Appetite, now: Appetite, rank: Rank
) -> Literal["same", "raised", "lowered", "changed", "relabelled", "not stated"]:
    """Return how an appetite moved; ranked only within one named scale."""
    if now.raw is None:
        return "not stated"
    if before.scale and now.scale and before.scale != now.scale:
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


def _trajectory(
    items: list[tuple[Paper, Risk]], rank: Rank, decisions: Sequence[Decision]
) -> Trajectory:
    sightings: list[Sighting] = []
    last: Risk | None = None
    last_date: str | None = None
    for paper, risk in items:
        step: Step = "first" if last is None else moved(last.appetite, risk.appetite, rank)
        decision = None
        if step in ("raised", "lowered", "changed", "relabelled"):
            decision = _nearest(decisions, paper, risk, last_date)
        wording: tuple[tuple[str, str], ...] = ()
        if last is not None and last.statement and risk.statement:
            if words_key(last.statement) != words_key(risk.statement):
                wording = tuple(word_diff(last.statement, risk.statement))
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
                decision=decision,
                wording=wording,
            )
        )
        if risk.appetite.raw is not None:
            last, last_date = risk, date_of(paper)
    paper, risk = items[-1]
    return Trajectory(
        organisation=paper.organisation,
        level1=risk.level1,
        level2=risk.level2,
        sightings=tuple(sightings),
    )


def _nearest(
    decisions: Sequence[Decision], paper: Paper, risk: Risk, since: str | None
) -> Decision | None:
    """Return the latest decision on this risk after *since* and not after the paper's meeting."""
    until = date_of(paper)
    words = {w for w in name_key(f"{risk.level1} {risk.level2}").split() if w != "none"}
    best: tuple[int, str, Decision] | None = None
    for decision in decisions:
        when = decision.place.meeting_date
        if when is None or name_key(decision.place.organisation) != name_key(paper.organisation):
            continue
        if (since is not None and when < since) or (until is not None and when > until):
            continue
        quoted = set(name_key(decision.place.quote).split())
        shared = len(words & quoted)
        levels = {w for level in risk.appetite.levels for w in level.split()}
        if not shared or not levels & quoted:
            continue
        candidate = (shared, when, decision)
        if best is None or candidate[:2] > best[:2]:
            best = candidate
    return best[2] if best else None


def _with_rename(one: Trajectory, others: Sequence[Trajectory]) -> Trajectory:
    """Propose the risk of the same body that begins after *one* ends and reads alike."""
    last = one.sightings[-1]
    for other in others:
        first = other.sightings[0]
        if other is one or other.organisation != one.organisation:
            continue
        ends, begins = last.place.meeting_date, first.place.meeting_date
        if ends is None or begins is None or begins <= ends:
            continue
        alike = overlap(last.statement or "", first.statement or "")
        if last.reference and last.reference == first.reference:
            why = f"same reference {last.reference}"
        elif alike >= LEAST_SAME_STATEMENT:
            why = f"statements share {alike:.0%} of their words"
        else:
            continue
        return Trajectory(
            organisation=one.organisation,
            level1=one.level1,
            level2=one.level2,
            sightings=one.sightings,
            maybe_renamed_to=other.name,
            maybe_renamed_why=why,
        )
    return one
