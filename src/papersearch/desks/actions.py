"""Actions from minutes and action logs: who, by when, and which were not seen closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from papersearch.desks.bodies import held
from papersearch.desks.common import (
    Place,
    Population,
    body_key,
    in_order,
    names,
    once,
    overlap,
    place,
    population,
    words_key,
)
from papersearch.knowledge import load
from papersearch.record import Commitment, Due, Paper, Struct

if TYPE_CHECKING:
    from papersearch.archive import Archive, Filters

ACTIONS_SCHEMA = "papersearch.actions/1"
LEAST_SAME_WORDS = 0.6
"""Share of common words from which two entries without a reference are one action."""


class Action(Struct, frozen=True, kw_only=True):
    """One action of one body, as its newest entry has it."""

    organisation: str | None
    reference: str | None
    text: str
    owner: str | None
    due: Due | None
    status: str | None
    closed: bool
    overdue: bool
    """Open, and the last day of its due time has passed."""
    first_seen: Place
    last_seen: Place
    times_seen: int


class ActionsAnswer(Struct, frozen=True, kw_only=True):
    """What ``actions --json`` prints."""

    schema: str = ACTIONS_SCHEMA
    question: str | None = None
    as_of: str
    filters: dict[str, Any]
    population: Population
    open: int
    closed: int
    actions: tuple[Action, ...] = ()


def answer(
    archive: Archive,
    question: str | None = None,
    with_closed: bool = False,
    filters: Filters | None = None,
    today: date | None = None,
) -> ActionsAnswer:
    """Return the actions not seen closed (all of them *with_closed*), the overdue first.

    *question*: words of the action or its owner.
    """
    day = today or date.today()  # noqa: DTZ011 - a calendar day where the user sits
    found = held(archive, filters)
    papers = found.papers
    every = actions(papers, day)
    if question:
        every = [a for a in every if names(question, a.text, a.owner, a.reference)]
    shown = [a for a in every if with_closed or not a.closed]
    seen = {where.paper_id for a in shown for where in (a.first_seen, a.last_seen)}
    return ActionsAnswer(
        question=question,
        as_of=day.isoformat(),
        filters=filters.plain() if filters else {},
        population=population(
            archive,
            filters,
            len(papers),
            len(seen),
            holding=sum(any(c.kind == "action" for c in p.commitments) for p in papers),
            what="an action",
            assumed=found.assumed,
        ),
        open=sum(not a.closed for a in every),
        closed=sum(a.closed for a in every),
        actions=tuple(shown),
    )


def actions(papers: Iterable[Paper], today: date) -> list[Action]:
    """Return every action once, by its newest entry; the overdue first, then by due day.

    Entries of one body are one action where they have the same reference and
    like words, or like words alone.
    """
    threads: defaultdict[str, list[list[tuple[Paper, Commitment]]]] = defaultdict(list)
    for paper in in_order(once(papers)):
        mine = threads[body_key(paper.organisation)]
        for entry in paper.commitments:
            if entry.kind != "action":
                continue
            for thread in mine:
                if _same(thread[-1][1], entry):
                    thread.append((paper, entry))
                    break
            else:
                mine.append([(paper, entry)])
    out = [_action(thread, today) for mine in threads.values() for thread in mine]
    return sorted(
        out,
        key=lambda a: (
            a.closed,
            not a.overdue,
            (a.due.to if a.due else None) or "9999",
            a.first_seen.meeting_date or "9999",
            a.text,
        ),
    )


def _same(one: Commitment, other: Commitment) -> bool:
    if words_key(one.text) == words_key(other.text):
        return True
    alike = overlap(one.text, other.text)
    if one.reference and other.reference:
        return one.reference == other.reference and alike >= LEAST_SAME_WORDS / 2
    return alike >= LEAST_SAME_WORDS


def is_closed(status: str | None) -> bool:
    """Return whether a printed status says that an action is done with."""
    if status is None:
        return False
    cues: dict[str, list[str]] = load("papersearch.desks", "cues")["action"]
    words = words_key(status)
    if any(cue in words for cue in cues["still_open"]):
        return False
    return any(
        words.startswith(cue) and not words[len(cue) :][:1].isalnum() for cue in cues["closed"]
    )


def _action(thread: list[tuple[Paper, Commitment]], today: date) -> Action:
    (first_paper, first), (last_paper, last) = thread[0], thread[-1]
    due = next((entry.due for _, entry in reversed(thread) if entry.due), None)
    owner = next((entry.owner for _, entry in reversed(thread) if entry.owner), None)
    status = next((entry.status for _, entry in reversed(thread) if entry.status), None)
    closed = is_closed(status)
    passed = due is not None and due.to is not None and due.to < today.isoformat()
    return Action(
        organisation=last_paper.organisation,
        reference=last.reference or first.reference,
        text=last.text,
        owner=owner,
        due=due,
        status=status,
        closed=closed,
        overdue=passed and not closed,
        first_seen=place(first_paper, first.evidence),
        last_seen=place(last_paper, last.evidence),
        times_seen=len(thread),
    )
