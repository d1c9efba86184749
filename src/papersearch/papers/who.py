"""Who wrote a paper and who presents it: the form's fields, else the paper's end or text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from papersearch import dates
from papersearch.papers.author_date import last_lines
from papersearch.papers.fields import find_fields
from papersearch.papers.paper import CoverField
from papersearch.papers.people import is_name, is_role, parse_people
from papersearch.reading.document import Block
from papersearch.record import Person

_WRITES = re.compile(r"(?i)author|prepared|written")
_REPORT_OF = re.compile(r"(?i)^report\s+(?:of|by)\b(?:\s+the)?\W*$")
_WEAK_OF_RECORDS = frozenset({"chair"})
"""Labels that tell who presents a report, but who sat in the chair where minutes have them."""


def find_people(
    fields: Sequence[CoverField], kind: str, head: Sequence[Block], paper: str = "paper"
) -> tuple[Person, ...]:
    """Return the people of the fields of *kind*, ``"authors"`` or ``"presented_by"``.

    Args:
        fields: The cover's fields in reading order.
        kind: Whose names are wanted.
        head: The blocks that the fields were found in.
        paper: The paper's kind.
    """
    out: list[Person] = []
    form: int | None = None
    for item in _fields_of(kind, fields, paper):
        is_table = head[item.block].table is not None
        if is_table and form is not None and item.block != form:
            continue  # a register further on has columns of leads, too
        if item.value.strip():
            form = item.block
        for person in _with_post(parse_people(item.value, item.lines), item, fields):
            if person not in out and not any(p.name and p.name == person.name for p in out):
                out.append(person)
    return tuple(out)


def _with_post(
    people: tuple[Person, ...], item: CoverField, fields: Sequence[CoverField]
) -> tuple[Person, ...]:
    """Give the one person without a post the one that the form's next field tells."""
    after = next((after for field, after in pairwise(fields) if field is item), None)
    if len(people) != 1 or people[0].role is not None or after is None:
        return people
    is_post = after.kind == "post" and after.block == item.block and after.value
    return (Person(name=people[0].name, role=after.value),) if is_post else people


def _fields_of(kind: str, fields: Sequence[CoverField], paper: str) -> list[CoverField]:
    """Return the fields of *kind*, sorted out where several labels may mean the author.

    A contact is the author only where no label says who wrote the paper, or a "Report of"
    says whose it is; that, like the "Responsible officer", presents it beside a named author.
    """
    authors = [f for f in fields if f.kind == "authors"]
    owned = [f for f in authors if _REPORT_OF.match(f.label)]
    responsible = [f for f in authors if "responsible" in f.label.lower()]
    contacts = [f for f in authors if "contact" in f.label.lower() and f.value.strip()]
    apart = [*owned, *responsible, *contacts]
    wrote = [f for f in authors if f not in apart and f.value.strip()]
    presenters = [f for f in fields if f.kind == "presented_by"]
    if paper != "paper":
        presenters = [f for f in presenters if f.label.lower().strip(" :") not in _WEAK_OF_RECORDS]
    ranked = [group for group in (wrote, contacts if owned else [], owned) if group]
    if kind == "authors":
        return ranked[0] if ranked else responsible or contacts
    if presenters or not ranked:
        return presenters
    return owned if ranked[0] is not owned and owned else responsible


def people_at_end(blocks: Sequence[Block], kind: str) -> tuple[Person, ...]:
    """Return the author named at the end; minutes are signed by their chair, not their author."""
    return () if kind == "minutes" else _people_at_end(blocks) or _signature(blocks)


def _people_at_end(blocks: Sequence[Block]) -> tuple[Person, ...]:
    """Return the report author that a section "Contact details" at the end names."""
    tail = blocks[-15:]
    written = [
        item for item in find_fields(tail)
        if item.kind == "authors" and _WRITES.search(item.label)
    ]  # fmt: skip
    found = find_people(written, "authors", tail)
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
