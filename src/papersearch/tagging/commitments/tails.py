"""Who, when and how far, told behind an action's words: "(JB, 31 May)", "Due 3/4. RAG: red"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from papersearch import dates
from papersearch.record import Due
from papersearch.tagging.commitments.dues import cell_due
from papersearch.tagging.commitments.patterns import any_of, matches, words
from papersearch.tagging.commitments.who import is_owner, tidy_owner

_MOST_TAILS = 4
_MOST_WORDS_OF_A_STATUS = 8
_SHARE_OF_A_DATE = 0.6
_BRACKET = re.compile(
    r"\s*[\[(](?P<inner>[^()\[\]]{2,90}(?:\([^()]{2,40}\)[^()\[\]]{0,40})?)[\])]$"
)
_DASH = re.compile(r"\s+[–—-]\s+(?P<inner>[^–—:.]{2,60})$")
_PARTS = re.compile(r"\s*[;,|]\s*|\s+[–—-]\s+|\s*/\s*(?=\d|by\b)")
_NEXT_ENTRY = re.compile(r"(?<=[\])])[\s;.]+(?:\d{1,2}[.)]\s+|[•●▪–-]\s+)?(?=[A-Z])")
_BARE = tuple(
    re.compile(rf"\s(?P<owner>{who})\s(?P<due>\S+(?:\s\S+){{{more}}})$")
    for who in (r"[A-Z]{2,3}(?:\s?[/&]\s?[A-Z]{2,3})*", r"[A-Z]\w+(?:\s[A-Z]\w+)?")
    for more in range(3)
)
"""Initials or a short title, and a date of one to three words."""


@dataclass(frozen=True, slots=True)
class Tail:
    """The first *length* characters are the action; the rest told who, when and how far."""

    length: int
    owner: str | None = None
    due: Due | None = None
    status: str | None = None

    @property
    def tells(self) -> bool:
        """Whether anything was told."""
        return self.owner is not None or self.due is not None or self.status is not None


def peel(text: str, day: date | None, brackets: bool = True, bare: bool = False) -> Tail:
    """Return what the end of *text* tells of the action with which it begins.

    Args:
        text: An entry of a log, a cell, or a marked action.
        day: The paper's own day, from which "June" is counted.
        brackets: Words in brackets are no part of the action, if they say who or when.
        bare: Initials and a date may stand there without any sign ("… SB 3 May 2026").
    """
    tail = Tail(_end(text, len(text)))
    for _ in range(_MOST_TAILS):
        rest = text[: tail.length].rstrip(" .;,")
        more = _labelled(rest, day)
        if more is None and brackets:
            more = _in_brackets(rest, day)
        if more is None:
            more = _behind_dash(rest, day)
        if more is None and bare:
            more = _bare(rest, day)
        if more is None or not text[: more.length].strip():
            break
        tail = Tail(
            _end(text, more.length),
            more.owner or tail.owner,
            more.due or tail.due,
            more.status or tail.status,
        )
    return tail


def entries_of(text: str) -> list[tuple[int, int]]:
    """Return where the entries of a cell begin and end, each told by its bracket at the end."""
    starts = [0, *(match.end() for match in _NEXT_ENTRY.finditer(text))]
    ends = [*(match.start() for match in _NEXT_ENTRY.finditer(text)), len(text)]
    return list(zip(starts, ends, strict=True))


def is_due_text(text: str, day: date | None) -> bool:
    """Tell whether *text* as a whole says when: "31 May 2026", "Q2", "June meeting", "ongoing"."""
    plain = re.sub(r"(?i)^(?:due|by|before|for|at|in|to)\s+(?:the\s+)?", "", text.strip(" .()"))
    if not plain or len(plain.split()) > 6 or is_owner(plain):
        return False
    whole = f"by {plain}"
    return any(
        min(one.end, len(whole)) - max(one.start, 3) >= _SHARE_OF_A_DATE * len(plain)
        for one in dates.find_due(whole, day)
    )


def is_status_text(text: str) -> bool:
    """Tell whether *text* is a status: a word for one, with what little is said of it."""
    plain = text.strip(" .")
    known = any_of([rf"(?:{'|'.join(words('actions')['tables']['statuses'])})\b"])
    return 0 < len(plain.split()) <= _MOST_WORDS_OF_A_STATUS and known.match(plain) is not None


def begins_with_label(text: str) -> bool:
    """Tell whether *text* goes on with "By: June meeting", "Owner: JB", "Due 3 May"."""
    match = _labels().match(text.strip(" .;)]"))
    return match is not None


def label_of(text: str, day: date | None) -> Tail | None:
    """Return what a paragraph tells that is a label and nothing else: "Due: May 2024"."""
    told = _labelled(text.strip(" .;"), day)
    return told if told is not None and told.length == 0 else None


def _end(text: str, length: int) -> int:
    return len(text[:length].rstrip(" \n\t;,"))


@cache
def _labels() -> re.Pattern[str]:
    data = words("actions")["tails"]
    names = "|".join(
        f"(?P<{name}>{'|'.join(data[name])})" for name in ("owner", "due", "status")
    ).replace(" ", r"\s+")
    undivided = "|".join(data["undivided"]).replace(" ", r"\s+")
    return re.compile(
        rf"(?:^|[\s.;,(\[–—-])(?:(?:{names})(?:\s*:\s*|\s+[–—-]\s+)"
        rf"|(?<![a-z]\s)(?P<due2>{undivided})\s+)(?P<value>[^:]{{1,70}})$",
        re.IGNORECASE,
    )


def _labelled(text: str, day: date | None) -> Tail | None:
    found = None
    for match in _labels().finditer(text):
        found = match
    if found is None:
        return None
    value = found["value"].strip(" .;,)]")
    length = found.start()
    if found["owner"] and is_owner(value):
        return Tail(length, owner=tidy_owner(value))
    if (
        (found["due"] or found["due2"])
        and (due := cell_due(value, day)) is not None
        and is_due_text(value, day)
    ):
        return Tail(length, due=due)
    if found["status"] and len(value.split()) <= _MOST_WORDS_OF_A_STATUS:
        return Tail(length, status=value)
    return None


def _in_brackets(text: str, day: date | None) -> Tail | None:
    match = _BRACKET.search(text)
    if match is None:
        return None
    labelled = _labelled(match["inner"], day)
    if labelled is not None and labelled.length == 0:
        return replace(labelled, length=match.start())
    told = _parts(match["inner"], day)
    return None if told is None else replace(told, length=match.start())


def _parts(text: str, day: date | None) -> Tail | None:
    """Return what "JB, by 31 May", "Director of People, Culture; June" tell, ``None`` if more."""
    if is_owner(text):
        return Tail(0, owner=tidy_owner(text))
    if is_due_text(text, day):
        return Tail(0, due=cell_due(text, day))
    for cut in reversed(list(_PARTS.finditer(text))):
        owner, due = text[: cut.start()], text[cut.end() :]
        if is_owner(owner) and is_due_text(due, day):
            return Tail(0, owner=tidy_owner(owner), due=cell_due(due, day))
        if is_owner(due) and is_due_text(owner, day):
            return Tail(0, owner=tidy_owner(due), due=cell_due(owner, day))
        if is_status_text(due) and (rest := _parts(owner, day)) is not None:
            return replace(rest, status=due)
    return None


def _behind_dash(text: str, day: date | None) -> Tail | None:
    match = _DASH.search(text)
    if match is None:
        return None
    if is_due_text(match["inner"], day):
        return Tail(match.start(), due=cell_due(match["inner"], day))
    told = _parts(match["inner"], day)
    # "the plan – Head of Estates" may be part of the words; initials and dates are not.
    if told is not None and (
        told.due is not None or matches("actions", "initials", told.owner or "", case=True)
    ):
        return replace(told, length=match.start())
    return None


def _bare(text: str, day: date | None) -> Tail | None:
    for pattern in _BARE:
        match = pattern.search(text)
        if match is not None and is_owner(match["owner"]) and is_due_text(match["due"], day):
            return Tail(
                match.start(), owner=tidy_owner(match["owner"]), due=cell_due(match["due"], day)
            )
    return None
