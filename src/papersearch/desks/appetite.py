"""The auditor's desk: how the appetite for each risk moved, where, and on whose decision.

A risk's key is organisation, Level 1 and Level 2; the scale is compared at each
step, because the same word on two scales is not the same rank. A change is
shown with what the archive holds beside it; what it does not hold is "no
decision found in the archive", never "no decision".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from papersearch.dates import parse_iso
from papersearch.desks.bodies import assumed_bodies, held
from papersearch.desks.common import (
    Place,
    Population,
    Similarity,
    body_key,
    by_meaning,
    date_of,
    in_order,
    name_key,
    names,
    once,
    overlap,
    place,
    population,
    word_diff,
    words_key,
)
from papersearch.desks.decisions import (
    Deciding,
    Decision,
    deciding,
    leads,
    nearest,
    on_scale,
    reported_later,
)
from papersearch.desks.scales import rank as rank_on_scale
from papersearch.desks.scales import scale_names
from papersearch.knowledge import user_settings
from papersearch.record import Appetite, Impact, Paper, Risk, Struct

if TYPE_CHECKING:
    from papersearch.archive import Archive, Filters

APPETITE_SCHEMA = "papersearch.appetite/1"
Rank = Callable[[str, str], int | None]
"""``(scale, level) -> rank`` or ``None``, from the named scales."""

DECIDED_WITHIN_DAYS = 92
"""A change is looked for in what was decided up to a quarter of a year after it is first seen."""
LEAST_SAME_STATEMENT = 0.6
"""Share of common words from which two statements are proposed as one risk renamed."""

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

    @property
    def name(self) -> str:
        """Return "Level 1 > Level 2"."""
        return _name(self.level1, self.level2) or "(unnamed)"


class AppetiteAnswer(Struct, frozen=True, kw_only=True):
    """What ``appetite --json`` prints."""

    schema: str = APPETITE_SCHEMA
    question: str | None = None
    found_by: Literal["words", "meaning"] | None = None
    """How the risks were found, where one was asked for."""
    filters: dict[str, Any]
    population: Population
    risks: tuple[Trajectory, ...] = ()


def answer(
    archive: Archive,
    question: str | None = None,
    filters: Filters | None = None,
    similarity: Callable[[], Similarity] | None = None,
) -> AppetiteAnswer:
    """Return the history of the risk that *question* names, or of every risk.

    Args:
        archive: Where the papers are.
        question: Words or the sense of a risk's name, or its reference.
        filters: Which papers are looked at.
        similarity: Gives the likeness of texts; called only where the words find nothing.
    """
    looked = held(archive, filters)
    papers = looked.papers
    found: list[Deciding] = []
    if any(paper.risks for paper in papers):
        found = decisions(archive)
    risks = trajectories(papers, rank_on_scale, found)
    found_by: Literal["words", "meaning"] | None = None
    if question is not None:
        chosen = find(risks, question)
        found_by = "words" if chosen else None
        if not chosen:
            chosen = find(risks, question, similarity)
            found_by = "meaning" if chosen else None
        risks = chosen
    seen = {sighting.place.paper_id for risk in risks for sighting in risk.sightings}
    return AppetiteAnswer(
        question=question,
        found_by=found_by,
        filters=filters.plain() if filters else {},
        population=population(
            archive,
            filters,
            len(papers),
            len(seen),
            holding=sum(any(r.appetite.raw for r in p.risks) for p in papers),
            what="state an appetite",
            repeated=len(papers) - len(once(papers)),
            assumed=looked.assumed,
        ),
        risks=tuple(risks),
    )


def decisions(archive: Archive) -> list[Deciding]:
    """Return every sentence in the archive that decides on an appetite."""
    kinds = archive.kinds()
    guesses = assumed_bodies(archive)
    hashes = dict(
        archive.connection.execute(
            "SELECT p.paper_id, f.sha256 FROM papers p JOIN files f ON f.id = p.file"
        )
    )
    out: list[Deciding] = []
    seen: set[tuple[str, str]] = set()
    before, opens = "", False  # the paper of the passage before, and whether it ends "RESOLVED"
    for row in archive.sentences_with("appetite"):
        where = Place(
            paper_id=row.paper_id,
            title=row.title,
            organisation=row.organisation
            or (guesses[row.paper_id].organisation if row.paper_id in guesses else None),
            meeting_date=row.meeting_date or row.day,
            file=row.file,
            sha256=hashes.get(row.paper_id),
            page=row.page,
            label=row.label,
            quote="",
        )
        led = before == row.paper_id and opens
        before, opens = row.paper_id, leads(row.text)
        for one in deciding(where, row.text, kinds.get(row.paper_id) == "minutes", led):
            # Passages overlap: a sentence is taken from the first that holds it.
            if (row.paper_id, one.place.quote) not in seen:
                seen.add((row.paper_id, one.place.quote))
                out.append(one)
    return out


def trajectories(
    papers: Iterable[Paper], rank: Rank, found: Sequence[Deciding] = ()
) -> list[Trajectory]:
    """Return one trajectory a risk, by organisation and name; each in order of date.

    Renames that the user confirmed in ``papersearch.toml`` are followed:
    ``[renames] same = [["Old name", "New name"]]``; those under ``different``
    are not proposed again.
    """
    renames = user_settings().get("renames", {})
    new_names = {_pair_key(old): _pair_key(new) for old, new in renames.get("same", [])}
    refused = {(_pair_key(old), _pair_key(new)) for old, new in renames.get("different", [])}
    seen: defaultdict[tuple[str, str], list[tuple[Paper, Risk]]] = defaultdict(list)
    for paper in in_order(once(papers)):
        for risk in paper.risks:
            key = _pair_key(_name(risk.level1, risk.level2))
            seen[body_key(paper.organisation), new_names.get(key, key)].append((paper, risk))
    _join_tiers(seen)
    named = _named_scales(seen)
    out = [_trajectory(items, rank, found, named[key[0]]) for key, items in sorted(seen.items())]
    return [_with_rename(one, out, refused) for one in out]


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


def _name(level1: str | None, level2: str | None) -> str:
    return " > ".join(part for part in (level1, level2) if part)


def _pair_key(name: str) -> str:
    """Return "Level 1 > Level 2" folded for comparison, its two parts kept apart."""
    return " > ".join(name_key(part) for part in name.split(">"))


def find(
    risks: Sequence[Trajectory], question: str, similarity: Callable[[], Similarity] | None = None
) -> list[Trajectory]:
    """Return the risks that *question* names: by its words, else by meaning, best first."""
    if not name_key(question):
        return []
    chosen = [one for one in risks if names(question, one.name)] or [
        one
        for one in risks
        if any(s.reference and names(question, s.reference) for s in one.sightings)
    ]
    if chosen or similarity is None:
        return chosen
    texts = [f"{one.name}. {one.sightings[-1].statement or ''}" for one in risks]
    return by_meaning(question, risks, texts, similarity)


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
    if before.levels == now.levels or before.scale or now.scale:
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
        decision = on_scale(found, organisation=paper.organisation, **window)
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


def _with_rename(
    one: Trajectory, others: Sequence[Trajectory], refused: set[tuple[str, str]]
) -> Trajectory:
    """Propose the risk of the same body that begins after *one* ends and reads alike."""
    last = one.sightings[-1]
    for other in others:
        first = other.sightings[0]
        if other is one or body_key(other.organisation) != body_key(one.organisation):
            continue
        if (_pair_key(one.name), _pair_key(other.name)) in refused:
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
