"""The FOI officer's desk: the register of markings, what is due, what does not fit.

Nothing here is a ruling. An entry shows what the paper says, which of the
provision's elements its reason shows, and what an officer may want to look at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from papersearch.desks.common import Place, date_of, in_order, once, overlap, place, words_key
from papersearch.record import Citation, Paper, Struct

CLOSED = ("exempt", "part_exempt")
LEAST_TITLE_OVERLAP = 0.6
"""Share of words that two titles must have in common to be proposed as the same subject."""


class Marking(Struct, frozen=True, kw_only=True):
    """One provision that one paper claims."""

    place: Place
    status: str
    citation: Citation
    same_reason_in: int = 0
    """In how many other papers of the answer this very reason stands."""


class DueMarking(Struct, frozen=True, kw_only=True):
    """A marking for future publication: its age, what was promised, what the archive holds."""

    marking: Marking
    age_days: int | None
    promised: str | None
    overdue: bool
    later_open: Place | None
    """A later paper of the same title that is open or not marked, if the archive holds one."""


class Concern(Struct, frozen=True, kw_only=True):
    """Something for FOI officer review, with the places it rests on."""

    kind: str
    message: str
    places: tuple[Place, ...]


def register(papers: Iterable[Paper], section: str | None = None) -> list[Marking]:
    """Return every marking in *papers* by date; *section* ("s.43", "FOIA s.43(2)") narrows it."""
    entries = [
        Marking(place=place(paper, citation.evidence), status=paper.foi.status, citation=citation)
        for paper in in_order(papers)
        for citation in paper.foi.citations
        if section is None or matches_section(citation.canonical, section)
    ]
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.citation.rationale:
            groups[words_key(entry.citation.rationale)].add(entry.place.paper_id)
    return [
        Marking(
            place=entry.place,
            status=entry.status,
            citation=entry.citation,
            same_reason_in=max(0, len(groups[words_key(entry.citation.rationale)]) - 1)
            if entry.citation.rationale
            else 0,
        )
        for entry in entries
    ]


_PROVISION = re.compile(
    r"^(?:(?P<regime>[a-z]+(?:\d{4})?)\s+)?(?:(?:sections?|regulations?|s|r|reg)?\.?\s*)"
    r"(?P<rest>(?:sch\S*\s+para\.?\s*)?\d.*)$",
    re.IGNORECASE,
)


def matches_section(canonical: str, wanted: str) -> bool:
    """Return whether *canonical* is *wanted* or below it ("s.43" takes "FOIA s.43(2)").

    *wanted* may name the regime ("FOISA s.30") or not ("43(2)", "section 43").
    """
    have, want = _PROVISION.match(canonical), _PROVISION.match(wanted.strip())
    if have is None or want is None:
        return canonical.lower().startswith(wanted.strip().lower())
    if want["regime"] and want["regime"].lower() != (have["regime"] or "").lower():
        return False
    below = have["rest"].lower().replace(" ", "")
    above = want["rest"].lower().replace(" ", "")
    return below.startswith(above) and not below[len(above) :][:1].isalnum()


def due(papers: Iterable[Paper], today: date, section: str = "FOIA s.22") -> list[DueMarking]:
    """Return s.22 markings, the oldest and the undated promises first.

    A marking is overdue where the promised day has passed, or no day was
    promised and it is more than six months old, and no later open version of a
    paper with a like title is in the archive.
    """
    ordered = in_order(once(papers))
    out = []
    for entry in register(ordered, section):
        if entry.citation.canonical.startswith("FOIA s.22A"):
            continue
        marked = entry.place.meeting_date
        age = (today - date.fromisoformat(marked)).days if marked and len(marked) == 10 else None
        promised = entry.citation.publication_date
        later = _later_open(entry.place, ordered)
        passed = promised is not None and promised[:10] < today.isoformat()[: len(promised)]
        stale = promised is None and (age is None or age > 183)
        out.append(
            DueMarking(
                marking=entry,
                age_days=age,
                promised=promised,
                overdue=(passed or stale) and later is None,
                later_open=later,
            )
        )
    return sorted(
        out, key=lambda d: (not d.overdue, d.promised is not None, -(d.age_days or 10**6))
    )


def concerns(papers: Iterable[Paper]) -> list[Concern]:
    """Return what does not fit: reasons, provisions, like papers marked unlike, repeated reasons."""
    ordered = in_order(once(papers))
    entries = register(ordered)
    out: list[Concern] = []
    for entry in entries:
        for advisory in entry.citation.advisories:
            words = advisory.replace("_", " ")
            out.append(
                Concern(
                    kind=advisory,
                    message=f"{entry.citation.canonical}: {words}",
                    places=(entry.place,),
                )
            )
    by_reason: defaultdict[str, list[Marking]] = defaultdict(list)
    for entry in entries:
        if entry.citation.rationale:
            by_reason[words_key(entry.citation.rationale)].append(entry)
    for group in by_reason.values():
        subjects = {entry.place.paper_id: entry.place for entry in group}
        if len(subjects) > 2:
            out.append(
                Concern(
                    kind="same_wording",
                    message=f"The same reason stands in {len(subjects)} papers.",
                    places=tuple(subjects.values()),
                )
            )
    out.extend(_unlike_markings(entries))
    return out


def _unlike_markings(entries: list[Marking]) -> list[Concern]:
    out = []
    first_of: dict[str, Marking] = {}
    for entry in entries:
        first_of.setdefault(entry.place.paper_id, entry)
    markings = list(first_of.values())
    provisions: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        provisions[entry.place.paper_id].add(entry.citation.canonical)
    for index, one in enumerate(markings):
        for other in markings[index + 1 :]:
            if (
                one.place.organisation == other.place.organisation
                and one.place.title
                and other.place.title
                and overlap(one.place.title, other.place.title) >= LEAST_TITLE_OVERLAP
                and not provisions[one.place.paper_id] & provisions[other.place.paper_id]
            ):
                out.append(
                    Concern(
                        kind="same_subject_other_provision",
                        message=(
                            f"Like titles, but {', '.join(sorted(provisions[one.place.paper_id]))} "
                            f"in one and {', '.join(sorted(provisions[other.place.paper_id]))} "
                            "in the other."
                        ),
                        places=(one.place, other.place),
                    )
                )
    return out


def _later_open(marked: Place, papers: list[Paper]) -> Place | None:
    for paper in papers:
        when = date_of(paper)
        if (
            paper.id != marked.paper_id
            and paper.foi.status not in CLOSED
            and paper.organisation == marked.organisation
            and when is not None
            and marked.meeting_date is not None
            and when > marked.meeting_date
            and marked.title
            and paper.title
            and overlap(paper.title, marked.title) >= LEAST_TITLE_OVERLAP
        ):
            return place(paper, None)
    return None
