"""What an FOI officer may want to look at again: promises of publication, and what does not fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from papersearch.dates import parse_iso
from papersearch.desks.common import Place, body_key, in_order, overlap, words_key
from papersearch.desks.provisions import matches_section
from papersearch.desks.published import Alike, open_version
from papersearch.knowledge import load
from papersearch.record import Citation, Paper, Struct

LEAST_TITLE_OVERLAP = 0.6
"""Share of words that two titles must have in common to be proposed as the same subject."""
STALE_AFTER_DAYS = 183
"""Six months: when a promise of publication without a day is to be looked at again."""
INFORMATION_LAW = frozenset({"FOIA", "EIR", "FOISA", "EISR"})
"""Regimes whose provisions ask for a reason of the paper's own."""
REPEATED_FROM = 3
"""Papers with the very same reason from which it looks like a form's wording."""


def unlike(_: str, __: str) -> float:
    """Return that two papers share nothing: for records without fingerprints."""
    return 0.0


class Marking(Struct, frozen=True, kw_only=True):
    """One provision that one paper claims; no *citation*: marked exempt without a provision."""

    place: Place
    status: str
    citation: Citation | None
    same_reason_in: int = 0
    """In how many other papers of the answer this very reason stands."""

    @property
    def provision(self) -> str:
        """Return the provision, or words that say that there is none."""
        return self.citation.canonical if self.citation else "no provision cited"

    @property
    def reason(self) -> str | None:
        """Return the reason as printed."""
        return self.citation.rationale if self.citation else None


class DueMarking(Struct, frozen=True, kw_only=True):
    """A marking for future publication: its age, what was promised, what the archive holds."""

    marking: Marking
    age_days: int | None
    promised: str | None
    overdue: bool
    later_open: Place | None
    """An open version of the paper, not earlier, if the archive holds one."""


class Concern(Struct, frozen=True, kw_only=True):
    """Something for FOI officer review, with the places it rests on."""

    kind: str
    message: str
    places: tuple[Place, ...]


def due(
    papers: Iterable[Paper], markings: Iterable[Marking], today: date, alike: Alike = unlike
) -> list[DueMarking]:
    """Return markings for future publication, the overdue, undated and oldest first.

    A marking is overdue where the promised day has passed, or no day was
    promised and it is more than six months old, and no open version of the
    paper is in the archive.
    """
    ordered = in_order(papers)
    out = []
    for entry in markings:
        if entry.citation is None or not _is_for_publication(entry.citation):
            continue
        marked = parse_iso(entry.place.meeting_date)
        age = (today - marked).days if marked else None
        promised = entry.citation.publication_date
        later = open_version(entry.place, ordered, alike)
        # "2024-07" promises some day of that month: it has passed when the month has.
        passed = promised is not None and promised[:10] < today.isoformat()[: len(promised)]
        stale = promised is None and (age is None or age > STALE_AFTER_DAYS)
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
        out,
        key=lambda d: (
            not d.overdue,
            d.promised is not None,
            d.age_days is not None,
            -(d.age_days or 0),
        ),
    )


def _is_for_publication(citation: Citation) -> bool:
    """Tell section 22 and its like: what is withheld until it is published."""
    provisions: list[str] = load("papersearch.desks", "cues")["future_publication"]["provisions"]
    return any(matches_section(citation.canonical, wanted) for wanted in provisions)


def concerns(
    markings: Sequence[Marking], papers: Iterable[Paper] = (), alike: Alike = unlike
) -> list[Concern]:
    """Return what does not fit: advisories, reasons in many papers, like papers marked unlike.

    And papers that are marked closed while the archive holds an open version
    among *papers*. Each concern names its places.
    """
    return [
        *_advised(markings),
        *_in_the_open(markings, in_order(papers), alike),
        *_repeated(markings),
        *_unlike(markings),
    ]


def _in_the_open(
    markings: Sequence[Marking], papers: Sequence[Paper], alike: Alike
) -> list[Concern]:
    out = []
    seen: set[str] = set()
    for entry in markings:
        if entry.status != "exempt" or entry.place.paper_id in seen:
            continue
        seen.add(entry.place.paper_id)
        other = open_version(entry.place, papers, alike)
        if other is not None:
            out.append(
                Concern(
                    kind="open_version_held",
                    message=f"{entry.provision}: marked exempt, and the archive holds an open "
                    "version",
                    places=(entry.place, other),
                )
            )
    return out


def _advised(markings: Sequence[Marking]) -> list[Concern]:
    groups: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for entry in markings:
        if entry.citation is None:
            groups["no_provision", "Marked exempt, no provision cited"].append(entry.place)
            continue
        for lacking in (*entry.citation.advisories, *_not_told(entry.citation)):
            words = f"{entry.provision}: {lacking.replace('_', ' ')}"
            groups[lacking, words].append(entry.place)
    return [
        Concern(kind=kind, message=words, places=tuple(places))
        for (kind, words), places in sorted(groups.items())
    ]


def _not_told(citation: Citation) -> list[str]:
    """Return what a marking owes its reader and leaves empty.

    A council's paragraph of Schedule 12A and the 1960 Act's resolution are formulas
    that give their reason themselves; "exempt until July" (section 22) gives one too.
    """
    awaits_publication = _is_for_publication(citation)
    is_dated = citation.publication_date is not None
    lacking = []
    is_reasoned = citation.rationale is not None or (awaits_publication and is_dated)
    if citation.regime in INFORMATION_LAW and not is_reasoned:
        lacking.append("no_reason")
    if awaits_publication and not is_dated:
        lacking.append("no_publication_date")
    return lacking


def _repeated(markings: Sequence[Marking]) -> list[Concern]:
    by_reason: defaultdict[str, dict[str, Place]] = defaultdict(dict)
    statutory: list[str] = load("papersearch.desks", "cues")["same_wording"]["statutory"]
    for entry in markings:
        if entry.reason and not any(words in words_key(entry.reason) for words in statutory):
            by_reason[words_key(entry.reason)].setdefault(entry.place.paper_id, entry.place)
    return [
        Concern(
            kind="same_wording",
            message=f"The same reason stands in {len(places)} papers: {reason}",
            places=tuple(places.values()),
        )
        for reason, places in by_reason.items()
        if len(places) >= REPEATED_FROM
    ]


def _unlike(markings: Sequence[Marking]) -> list[Concern]:
    provisions: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, Place] = {}
    for entry in markings:
        provisions[entry.place.paper_id].add(entry.provision)
        first.setdefault(entry.place.paper_id, entry.place)
    places = list(first.values())
    out = []
    for index, one in enumerate(places):
        for other in places[index + 1 :]:
            mine, theirs = provisions[one.paper_id], provisions[other.paper_id]
            if mine & theirs or not _same_subject(one, other):
                continue
            message = (
                f"Like titles, but {', '.join(sorted(mine))} in one and "
                f"{', '.join(sorted(theirs))} in the other"
            )
            out.append(
                Concern(kind="same_subject_other_provision", message=message, places=(one, other))
            )
    return out


def _same_subject(one: Place, other: Place) -> bool:
    return bool(
        body_key(one.organisation) == body_key(other.organisation)
        and one.title
        and other.title
        and overlap(one.title, other.title) >= LEAST_TITLE_OVERLAP
    )
