"""What a question may be narrowed to, and the SQL that does it; values are always parameters."""

from __future__ import annotations

import re
from typing import Any

from papersearch import dates
from papersearch.errors import UsageError
from papersearch.record import Struct


class Filters(Struct, frozen=True, kw_only=True):
    """Filters that a paper must pass, all of them. Dates are ISO days."""

    since: str | None = None
    until: str | None = None
    year: str | None = None
    """A financial year "2023/24": of the meeting, or named by the paper."""
    organisation: str | None = None
    committee: str | None = None
    kind: str | None = None
    purpose: str | None = None
    paper: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Return whether anything is narrowed."""
        return self != Filters()

    def plain(self) -> dict[str, Any]:
        """Return the filters that are set, for printing."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name in self.__struct_fields__
            if (value := getattr(self, name))
        }


def make_filters(
    since: str | None = None, until: str | None = None, year: str | None = None, **rest: Any
) -> Filters:
    """Return filters from what a user typed.

    Raises:
        UsageError: A date or year is not understood.
    """
    if since and (first := dates.parse_user_date(since)) is None:
        raise UsageError(
            f"'{since}' is not understood as a date.", 'Write "2023-04-01" or "April 2023".'
        )
    if until and (last := dates.parse_user_date(until, end=True)) is None:
        raise UsageError(
            f"'{until}' is not understood as a date.", 'Write "2024-03-31" or "March 2024".'
        )
    named = None
    if year:
        named = dates.financial_year(year)
        if named is None and re.fullmatch(r"(19|20)\d{2}", year.strip()):
            # "2023" alone is the calendar year, as people mean it.
            since, until = since or year, until or year
            first, last = dates.parse_user_date(since), dates.parse_user_date(until, end=True)
        elif named is None:
            raise UsageError(f"'{year}' is not understood as a year.", 'Write "2023/24" or "2023".')
    tags = tuple(_text(tag) for tag in rest.pop("tags", None) or ())
    return Filters(
        since=first if since else None,
        until=last if until else None,
        year=named,
        tags=tags,
        **{key: _text(value) for key, value in rest.items() if value},
    )


def _text(typed: Any) -> Any:
    """Return what was typed as text; a shell may hand over bytes that are none."""
    return typed.encode("utf-8", "replace").decode() if isinstance(typed, str) else typed


def where(filters: Filters | None) -> tuple[str, list[Any]]:
    """Return a WHERE clause over papers ``p`` and files ``f``, and its values."""
    if filters is None or not filters.any:
        return "", []
    parts: list[str] = []
    values: list[Any] = []

    def add(part: str, *more: Any) -> None:
        parts.append(part)
        values.extend(more)

    if filters.since:
        add("p.day >= ?", filters.since)
    if filters.until:
        add("p.day <= ?", filters.until)
    if filters.year:
        first, last = dates.year_span(filters.year)
        add("(p.day BETWEEN ? AND ? OR p.financial_year = ?)", first, last, filters.year)
    if filters.organisation:
        _add_words(add, "coalesce(p.organisation, '')", filters.organisation)
    if filters.committee:
        _add_words(add, "coalesce(p.body, '')", filters.committee)
    if filters.kind:
        add("p.kind = ?", filters.kind.lower())
    if filters.purpose:
        add(
            "EXISTS (SELECT 1 FROM tags t WHERE t.paper = p.id AND t.tag = ?)",
            f"purpose:{filters.purpose.lower()}",
        )
    if filters.paper:
        add("substr(p.paper_id, 1, ?) = ?", len(filters.paper), filters.paper)
    for tag in filters.tags:
        _add_tag(add, tag)
    return "WHERE " + " AND ".join(parts), values


def _add_words(add: Any, column: str, words: str) -> None:
    for word in words.split():
        add(f"instr(lower({column}), ?) > 0", word.lower())


_PROVISION = re.compile(
    r"^(?:(?P<regime>[a-z]+\d*)\s+)?(?:(?:sections?|s|regulations?|reg|r)\s*)?(?:\.\s*)?(?P<number>\d+[a-z]?)(?P<rest>(?:\s*\(\w+\))*)$",
    re.I,
)


def _add_tag(add: Any, tag: str) -> None:
    """A provision takes what is below it: ``exemption:s.43`` also ``exemption:FOIA s.43(2)``."""
    name, _, value = tag.strip().partition(":")
    name, value = name.strip().lower(), " ".join(value.split())
    exists = "EXISTS (SELECT 1 FROM tags t WHERE t.paper = p.id AND "
    provision = _PROVISION.match(value) if name == "exemption" else None
    if provision is not None:
        number = provision["number"].upper() + re.sub(r"\s+", "", provision["rest"]).lower()
        letter = (
            "r."
            if re.match(r"(?i)^(?:\w+\s+)?r", value) and not value.lower().startswith("s")
            else "s."
        )
        ends = f" {letter}{number}"
        regime = (provision["regime"] or "").lower()
        if regime in ("s", "r", "section", "regulation"):
            regime = ""
        clause = "(lower(substr(t.tag, -?)) = ? OR instr(lower(t.tag), ?) > 0)"
        values: list[Any] = [len(ends), ends.lower(), f"{ends.lower()}("]
        if regime:
            clause += " AND lower(t.tag) LIKE ?"
            values.append(f"exemption:{regime} %")
        add(f"{exists}t.tag LIKE 'exemption:%' AND {clause})", *values)
    elif value:
        add(f"{exists}lower(t.tag) = ?)", f"{name}:{value.lower()}")
    else:
        add(f"{exists}(lower(t.tag) = ? OR lower(t.tag) LIKE ?))", name, f"{name}:%")
