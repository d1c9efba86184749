"""Who wrote a paper and who presents it: the form's fields, else the paper's end or text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papersearch import dates
from papersearch.papers.author_date import last_lines
from papersearch.papers.fields import find_fields
from papersearch.papers.paper import CoverField
from papersearch.papers.people import is_name, is_role, parse_people
from papersearch.reading.document import Block
from papersearch.record import Person


def find_people(
    by_kind: dict[str, list[CoverField]], kind: str, head: Sequence[Block]
) -> tuple[Person, ...]:
    """Return the people of the fields of *kind*, ``"authors"`` or ``"presented_by"``."""
    out: list[Person] = []
    items = _without_sponsors(kind, by_kind)
    # A contact is the author only where no label says who wrote it.
    writers = [item for item in items if "contact" not in item.label.lower()]
    form: int | None = None
    for item in writers or items:
        is_table = head[item.block].table is not None
        if is_table and form is not None and item.block != form:
            continue  # a register further on has columns of leads, too
        if is_table and item.value.strip():
            form = item.block
        for person in parse_people(item.value, item.lines):
            if person not in out and not any(p.name and p.name == person.name for p in out):
                out.append(person)
    return tuple(out)


def _without_sponsors(kind: str, by_kind: dict[str, list[CoverField]]) -> list[CoverField]:
    """Return the fields of *kind*; "Responsible officer" beside "Report author" is the sponsor."""
    authors = by_kind.get("authors", [])
    responsible = [f for f in authors if "responsible" in f.label.lower()]
    if len(responsible) == len(authors):
        return by_kind.get(kind, [])
    if kind == "authors":
        return [item for item in authors if item not in responsible]
    return by_kind.get(kind, responsible)


def people_at_end(blocks: Sequence[Block], kind: str) -> tuple[Person, ...]:
    """Return the author named at the end; minutes are signed by their chair, not their author."""
    return () if kind == "minutes" else _people_at_end(blocks) or _signature(blocks)


def _people_at_end(blocks: Sequence[Block]) -> tuple[Person, ...]:
    """Return the report author that a section "Contact details" at the end names."""
    tail = blocks[-15:]
    by_kind: dict[str, list[CoverField]] = {}
    for item in find_fields(tail):
        label = item.label.lower()
        if item.kind == "authors" and (
            "author" in label or "prepared" in label or "written" in label
        ):
            by_kind.setdefault("authors", []).append(item)
    found = find_people(by_kind, "authors", tail)
    if found:
        return found
    for index, block in enumerate(tail):
        if block.table is None and re.match(
            r"(?i)^(?:\d+\.?\s+)?contact\s+details?:?$", block.text
        ):
            lines = [line.text for b in tail[index + 1 : index + 3] for line in b.lines]
            return tuple(p for p in parse_people(" ".join(lines), lines) if p.name)[:1]
    return ()


def _signature(blocks: Sequence[Block]) -> tuple[Person, ...]:
    """Return who signed at the end: a name on its own line, with the post beneath."""
    lines = last_lines(blocks)
    people = []
    for index, line in enumerate(lines):
        if not is_name(line):
            continue
        after = lines[index + 1] if index + 1 < len(lines) else ""
        for mention in dates.find_dates(after):
            after = after[: mention.start].strip(" ,")
        if is_role(after):
            people.append(Person(name=line, role=after))
        elif any(dates.find_dates(other) for other in lines[index + 1 : index + 3]):
            people.append(Person(name=line))
    return tuple(people[-2:])


_SHARED_BY = re.compile(
    r"\b(?:shared|presented|given|introduced)\s+(?:at|to)\s+(?:the\s+)?(?:\w+\s+){0,3}"
    r"(?:Board|Committee|Cabinet|Council|meeting)\b(?P<between>[^.]{0,60}?)\bby\s+(?P<name>[A-Z].{3,80})"
)


def presenter_in_text(blocks: Sequence[Block]) -> tuple[Person, ...]:
    """Return whom the text names as presenting at the meeting, where the form has no field."""
    for block in blocks:
        if block.table is not None:
            continue
        match = _SHARED_BY.search(block.text)
        if match is not None:
            words = re.split(r"[.;,(]", match["name"])[0].split()
            for size in (4, 3, 2):
                if is_name(" ".join(words[:size])):
                    return (Person(name=" ".join(words[:size])),)
    return ()
