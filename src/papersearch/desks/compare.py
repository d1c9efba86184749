"""What changed between two papers, such as two years' papers of the same kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from papersearch.desks.common import Place, name_key, overlap, place, word_diff, words_key
from papersearch.record import Paper, Struct

DIFF_SCHEMA = "papersearch.diff/1"
LEAST_SAME_WORDS = 0.5
"""Share of common words from which two commitments are shown as one reworded."""


class Change(Struct, frozen=True, kw_only=True):
    """One thing that differs; ``None`` on the side that does not have it."""

    part: str
    """``cover``, ``recommendation``, ``commitment``, ``risk``, ``marking`` or ``section``."""
    name: str
    before: str | None
    after: str | None
    before_page: int | None = None
    after_page: int | None = None
    wording: tuple[tuple[str, str], ...] = ()
    """Where both sides are longer wordings: the change as ``(" " | "-" | "+", words)``."""


class DiffAnswer(Struct, frozen=True, kw_only=True):
    """What ``diff --json`` prints."""

    schema: str = DIFF_SCHEMA
    before: Place
    after: Place
    changes: tuple[Change, ...]
    same: int
    """How many things are the same in both."""


def compare(before: Paper, after: Paper) -> DiffAnswer:
    """Return what differs between the records of two papers."""
    pairs = [
        *_cover(before, after),
        *_commitments(before, after),
        *_risks(before, after),
        *_markings(before, after),
        *_sections(before, after),
    ]
    changes = [change for change in pairs if words_key(change.before) != words_key(change.after)]
    return DiffAnswer(
        before=place(before, None),
        after=place(after, None),
        changes=tuple(changes),
        same=len(pairs) - len(changes),
    )


def _cover(before: Paper, after: Paper) -> Iterable[Change]:
    def people(persons: Iterable[Any]) -> str | None:
        return "; ".join(p.name or p.role or "" for p in persons) or None

    facts = (
        ("title", before.title, after.title),
        ("organisation", before.organisation, after.organisation),
        ("meeting", before.meeting.body, after.meeting.body),
        ("meeting date", before.meeting.date, after.meeting.date),
        ("purpose", ", ".join(before.purpose) or None, ", ".join(after.purpose) or None),
        ("presented by", people(before.presented_by), people(after.presented_by)),
        ("author", people(before.authors), people(after.authors)),
        ("financial year", before.financial_year, after.financial_year),
    )
    for name, old, new in facts:
        if old or new:
            yield Change(part="cover", name=name, before=old, after=new)
    if before.recommendation or after.recommendation:
        yield _reworded("recommendation", "", before.recommendation, after.recommendation)


def _reworded(
    part: str, name: str, old: str | None, new: str | None,
    old_page: int | None = None, new_page: int | None = None,
) -> Change:  # fmt: skip
    wording = tuple(word_diff(old, new)) if old and new and words_key(old) != words_key(new) else ()
    return Change(
        part=part, name=name, before=old, after=new,
        before_page=old_page, after_page=new_page, wording=wording,
    )  # fmt: skip


def _commitments(before: Paper, after: Paper) -> Iterable[Change]:
    old, new = list(before.commitments), list(after.commitments)
    for left, right in _matched([c.text for c in old], [c.text for c in new]):
        a = old[left] if left is not None else None
        b = new[right] if right is not None else None
        page_a, page_b = (a.evidence.page if a else None), (b.evidence.page if b else None)
        kind = (b or a).kind  # type: ignore[union-attr]
        yield _reworded("commitment", kind, a.text if a else None, b.text if b else None,
                        page_a, page_b)  # fmt: skip
        if a and b and a.ticked != b.ticked:
            words = {True: "ticked", False: "not ticked", None: "cannot tell"}
            yield Change(
                part="commitment", name=f"tick: {b.text}", before=words[a.ticked],
                after=words[b.ticked], before_page=page_a, after_page=page_b,
            )  # fmt: skip


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterable[tuple[int | None, int | None]]:
    """Yield pairs of places in *old* and *new* that are one thing; ``None`` for none."""
    scored = sorted(
        (
            (2.0 if words_key(a) == words_key(b) else overlap(a, b), i, j)
            for i, a in enumerate(old)
            for j, b in enumerate(new)
        ),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    left: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in scored:
        if score >= LEAST_SAME_WORDS and i not in left and j not in taken:
            left[i] = j
            taken.add(j)
    for i in range(len(old)):
        yield i, left.get(i)
    for j in range(len(new)):
        if j not in taken:
            yield None, j


def _risks(before: Paper, after: Paper) -> Iterable[Change]:
    def by_name(paper: Paper) -> dict[tuple[str, str], Any]:
        return {(name_key(r.level1), name_key(r.level2)): r for r in paper.risks}

    old, new = by_name(before), by_name(after)
    for key in dict.fromkeys([*old, *new]):
        a, b = old.get(key), new.get(key)
        shown: Any = b or a
        name = " > ".join(part for part in (shown.level1, shown.level2) if part)
        pages = (a.evidence.page if a else None, b.evidence.page if b else None)
        absent = "(not in this paper)"
        for part, x, y in (
            ("appetite", a and a.appetite.raw, b and b.appetite.raw),
            ("impact", a and a.impact.raw, b and b.impact.raw),
        ):
            if x or y or part == "appetite":
                yield Change(
                    part="risk", name=f"{name}: {part}",
                    before=x if a else absent, after=y if b else absent,
                    before_page=pages[0], after_page=pages[1],
                )  # fmt: skip
        if a and b and (a.statement or b.statement):
            yield _reworded("risk", f"{name}: statement", a.statement, b.statement, *pages)


def _markings(before: Paper, after: Paper) -> Iterable[Change]:
    yield Change(part="marking", name="status", before=before.foi.status, after=after.foi.status)
    old = {c.canonical: c for c in before.foi.citations}
    new = {c.canonical: c for c in after.foi.citations}
    for provision in dict.fromkeys([*old, *new]):
        a, b = old.get(provision), new.get(provision)
        yield _reworded(
            "marking", provision,
            (a.rationale or "(no reason given)") if a else None,
            (b.rationale or "(no reason given)") if b else None,
            a.evidence.page if a else None, b.evidence.page if b else None,
        )  # fmt: skip


def _sections(before: Paper, after: Paper) -> Iterable[Change]:
    old = {words_key(s.heading): s for s in before.sections}
    new = {words_key(s.heading): s for s in after.sections}
    for key in dict.fromkeys([*old, *new]):
        a, b = old.get(key), new.get(key)
        yield Change(
            part="section", name="heading", before=a.heading if a else None,
            after=b.heading if b else None, before_page=a.page if a else None,
            after_page=b.page if b else None,
        )  # fmt: skip
