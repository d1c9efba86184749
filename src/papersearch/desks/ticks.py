"""Which items of which lists papers tick: by year, quarter and directorate.

A tick means that a paper says it supports the commitment, not that it was achieved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from papersearch.desks.common import Place
from papersearch.desks.ledger import Thread
from papersearch.record import Paper, Struct


class TickCount(Struct, frozen=True, kw_only=True):
    """How many papers ticked one item of one year's list."""

    organisation: str | None
    year: str | None
    text: str
    ticked: int
    listed: int
    places: int
    """In how many papers it has a place for a tick, ticked or not."""
    quarters: dict[str, int]
    """Ticks by quarter of the meeting, "2023/24 Q3"."""
    directorates: dict[str, int]
    """Ticks by the role of who presents or wrote the paper; "not named" where none is."""
    papers: tuple[Place, ...] = ()
    """The papers that tick it."""
    asked: bool = True
    """Whether the question names it."""


def tick_counts(
    threads: Iterable[Thread],
    year: str | None = None,
    asked: Sequence[Thread] | None = None,
    directorates: dict[str, str] | None = None,
) -> list[TickCount]:
    """Return the ticks of each item of each list, by body and year, most ticked first.

    Args:
        threads: The ledger.
        year: Only this year's lists.
        asked: The threads that a question names; by default all.
        directorates: The role of who presents each paper, by paper id.
    """
    named = None if asked is None else {id(thread) for thread in asked}
    counts = []
    for thread in threads:
        for entry in thread.entries:
            if year is not None and entry.year != year:
                continue
            quarters: dict[str, int] = {}
            roles: dict[str, int] = {}
            for where in entry.ticked_in:
                name = quarter_of(where.meeting_date)
                quarters[name] = quarters.get(name, 0) + 1
                role = (directorates or {}).get(where.paper_id, "not named")
                roles[role] = roles.get(role, 0) + 1
            counts.append(
                TickCount(
                    organisation=thread.organisation,
                    year=entry.year,
                    text=entry.text,
                    ticked=len(entry.ticked_in),
                    listed=entry.lists,
                    places=len(entry.ticked_in) + entry.unticked,
                    quarters=dict(sorted(quarters.items())),
                    directorates=dict(sorted(roles.items(), key=lambda r: (-r[1], r[0]))),
                    papers=entry.ticked_in,
                    asked=named is None or id(thread) in named,
                )
            )
    return sorted(counts, key=lambda c: (c.organisation or "", c.year or "", -c.ticked, c.text))


def quarter_of(day: str | None) -> str:
    """Return the financial quarter of an ISO day: "2023/24 Q3"; "undated" without one."""
    if day is None or len(day) < 7:
        return "undated"
    year, month = int(day[:4]), int(day[5:7])
    first = year if month > 3 else year - 1
    return f"{first}/{(first + 1) % 100:02} Q{(month - 4) % 12 // 3 + 1}"


def directorates_of(papers: Iterable[Paper]) -> dict[str, str]:
    """Return the role of who presents, else wrote, each paper, by paper id."""
    out = {}
    for paper in papers:
        roles = [p.role for p in (*paper.presented_by, *paper.authors) if p.role]
        if roles:
            out[paper.id] = roles[0]
    return out
