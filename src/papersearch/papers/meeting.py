"""The meeting that a paper was written for, its date, and the author's own date."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from papersearch import dates
from papersearch.papers.body_names import organisation_in
from papersearch.papers.meeting_line import (
    ITEM_AT_END,
    is_empty,
    is_meeting_line,
    is_of_other,
    leads_to_day,
    line_pattern,
    meeting_of,
    names_nothing,
)
from papersearch.papers.paper import CoverField
from papersearch.reading.document import Block
from papersearch.record import Meeting

MOST_AFTER_DAY = 25
MOST_DAYS_AHEAD = 92
"""A meeting that prose mentions is the paper's own only where it is not far ahead of it."""
_DATE_OF = re.compile(
    r"^(?:Date of (?:the )?(?P<of>[A-Z].*?)(?:\s+[Mm]eeting)?"
    r"|(?P<body>[A-Z].*?)\s+[Mm]eeting\s+(?:of|on|held\s+on|date))$"
)
_LOG = re.compile(
    r"(?i)^(?P<body>.{3,60}?)\s+(?:[\u2013-]\s+)?(?:action|matters\s+arising|rolling|outstanding)\b"
)
LETTER = re.compile(r"^Dear\s+\w", re.M)
_NOT_THE_MEETING = re.compile(
    r"(?i)^(?:updated|version|published|publication|printed|issued|revised|effective)\b"
)
_FOR_MEETING = re.compile(
    r"(?i)^(?:for\s+)?(?:the\s+)?(?:[\w'\u2019]+\s+){0,6}meeting\s+(?:of|on|to\s+be\s+held\s+on)(?:\s+the)?\s*"
)
_MEETS = re.compile(r"(?i)\bmeeting\b")
_BEFORE = re.compile(r"(?i)\b(?:previous|last|next|minutes\s+of\s+\d|future|review)\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """A day as it is printed, resolved."""

    raw: str
    day: str | None
    inferred: bool


_IN_PROSE = re.compile(
    r"\b(?:(?:Trust|Public|Private|Governing)\s+)?(?:Board|Committee|Cabinet|Council"
    r"|Governing Body)\s+[Mm]eeting\s+(?:(?:on|of|held on|to be held on)\s+)?(?:the\s+)?"
)


def find_meeting(
    by_kind: Mapping[str, Sequence[CoverField]], head: Sequence[Block], lines: Sequence[str],
    blocks: Sequence[Block], author_date: str | None, kind: str,
) -> Meeting:  # fmt: skip
    """Return the meeting.

    Args:
        by_kind: The cover's fields.
        head: The blocks of the paper's first two pages.
        lines: The first page's lines, and running headers.
        blocks: The whole paper.
        author_date: The author's date, near which a day without a year lies.
        kind: The paper's kind; minutes carry their own meeting's day at their top.
    """
    body, told = _labelled(by_kind, author_date)
    if told is None or body is None:
        found_body, found = _held(head, author_date)
        body, told = body or found_body, told or found
    if told is None or body is None:
        found_body, found = _on_a_line(lines, author_date)
        body, told = body or found_body, told or found
    if body is None and kind == "action_log":
        body = _of_log(lines)
    if body is None:
        body = next(filter(None, map(_named_by_label, by_kind.get("meeting_date", ()))), None)
    if told is None and kind == "minutes" and "date" not in by_kind:
        told = _first_day(head, author_date)
    if told is None:
        told = _of_meeting(lines, author_date)
    if body is None and _MEETS.search(" ".join(lines[:8])):
        body = _weakly_named(lines)
    if told is None and body is not None and not LETTER.search("\n".join(lines)):
        told = _day_alone(lines, author_date)
    if told is None and body is None:
        return _in_prose(blocks, author_date) or Meeting()
    if told is None:
        return Meeting(body=body)
    return Meeting(body=body, date=told.day, raw=told.raw, inferred=told.inferred)


def _labelled(
    by_kind: Mapping[str, Sequence[CoverField]], near: str | None
) -> tuple[str | None, _Told | None]:
    body: str | None = None
    told: _Told | None = None
    named = [*by_kind.get("meeting", ()), *_report_for(by_kind)]
    for item in sorted(filter(_names_meeting, named), key=_rank):
        value = item.value.strip(" .;")
        mention = next((m for m in dates.find_dates(value) if m.day is not None), None)
        if mention is None:
            body = value if len(value.split()) <= 16 else None
        else:
            body = value[: mention.start].strip(" ,-\u2013:;(") or None
            told = _told(mention, value, near)
        if body is not None:
            body = re.sub(r"^(?:All\s+)?(?i:members)\s+of\s+(?:the\s+)?", "", body)
            body = re.sub(r"(?i)\s+(?:to\s+be\s+)?(?:held\s+)?(?:on|of|at)(?:\s+the)?$", "", body)
        break
    for item in by_kind.get("meeting_date", ()):
        mention = next((m for m in dates.find_dates(item.value) if m.day is not None), None)
        if mention is not None and told is None and not is_bare_date(item, by_kind):
            told = _told(mention, item.value, near)
    return body, told


def _rank(item: CoverField) -> int:
    """Put "Report to" before "Committee", whose report it is, and both before who decides."""
    label = item.label.lower()
    if re.search(r"\bto\b", label) and is_meeting_line(item.value):
        return 0
    return 2 if "decision" in label else 1


def _of_log(lines: Sequence[str]) -> str | None:
    """Return the meeting whose log it is: "Trust Board action log"."""
    for text in lines[:6]:
        match = _LOG.match(text.strip())
        if match is not None and is_meeting_line(match["body"]):
            return match["body"]
    return None


def _named_by_label(item: CoverField) -> str | None:
    """Return the meeting that a label names: "Date of Trust Board"."""
    match = _DATE_OF.match(item.label.strip(" :"))
    name = (match["of"] or match["body"]) if match is not None else ""
    return name if is_meeting_line(name) else None


def _report_for(by_kind: Mapping[str, Sequence[CoverField]]) -> list[CoverField]:
    """Return the fields "Report for" and the like that name a meeting and not a purpose."""
    return [item for item in by_kind.get("purpose", ()) if is_meeting_line(item.value)]


def is_bare_date(item: CoverField, by_kind: Mapping[str, Sequence[CoverField]]) -> bool:
    """Tell whether a "Date" is the author's: no meeting is named, or has its own date."""
    if item.label.lower().strip(" :") != "date":
        return False
    if has_meeting_date(by_kind):
        return True
    if any(other.block == item.block for other in by_kind.get("agenda_item", ())):
        return False  # a form that tells the agenda's number speaks of the meeting
    return not any(_names_meeting(f) for f in by_kind.get("meeting", ())) and not _report_for(
        by_kind
    )


def has_meeting_date(by_kind: Mapping[str, Sequence[CoverField]]) -> bool:
    """Tell whether a label such as "Date of meeting" has a value, besides a mere "Date"."""
    told = (item for item in by_kind.get("meeting_date", ()) if item.value.strip())
    return any(item.label.lower().strip(" :") != "date" for item in told)


def _names_meeting(item: CoverField) -> bool:
    """Tell whether a label such as "To" stands before a meeting and not before a person."""
    value = item.value.strip(" .;")
    loose = item.label.lower().strip(" :") in ("to", "board", "group", "panel", "paper for")
    return value[:1] == value[:1].upper() != "" and (not loose or is_meeting_line(value))


def _told(mention: dates.DateMention, raw: str, near: str | None) -> _Told:
    raw = " ".join(raw.split())
    if mention.iso is not None:
        return _Told(raw, mention.iso if mention.day is not None else None, False)
    reference = dates.parse_iso(near)
    day = dates.with_year(mention, reference) if reference is not None else None
    return _Told(raw, day.isoformat() if day else None, day is not None)


def _held(head: Sequence[Block], near: str | None) -> tuple[str | None, _Told | None]:
    """Read "meeting of the Cabinet held in the Council Chamber on Thursday, 30 January 2025"."""
    for block in head[:14]:
        if block.table is not None:
            continue
        text = block.text
        match = meeting_of().search(text)
        if match is None:
            continue
        mention = next(iter(dates.find_dates(text[match.end() : match.end() + 250])), None)
        if mention is not None and mention.day is not None:
            stop = match.end() + mention.end
            return match["body"].strip(), _told(mention, text[match.start() : stop], near)
    return None, None


def _on_a_line(lines: Sequence[str], near: str | None) -> tuple[str | None, _Told | None]:
    body: str | None = None
    for text, after in zip_longest(lines, lines[1:], fillvalue=""):
        line = ITEM_AT_END.sub("", text.strip())
        match = line_pattern().match(line)
        if match is None or len(line) > 150 or not line[:1].isupper():
            continue
        rest = match["rest"]
        days = [m for m in dates.find_dates(rest) if m.day is not None]
        bare = names_nothing(match["noun"]) and not match["of"]
        if is_of_other(rest) or (days and not leads_to_day(rest)) or not (days or is_empty(rest)):
            continue
        if not days and (day := _opening_day(after)) is not None:
            # "COURT" above a day is a meeting, "Web Science Group" may be anything.
            return _named(match, body), _told(day, after.strip(), near)
        if bare and not days:
            continue
        name = _without_meeting(match)
        if not days and organisation_in(name) == name:
            continue  # the masthead: a council meets as itself, too
        body = body or name
        if days:
            return body, _told(days[0], line, near)
    return body, None


def _named(match: re.Match[str], body: str | None) -> str | None:
    """Return the meeting above a day that stands alone, where none has been named before."""
    name = _without_meeting(match)
    return body or (name if organisation_in(name) != name else None)


def _without_meeting(match: re.Match[str]) -> str:
    name = match["body"].strip()
    if match["of"]:
        # "Minutes of the Trust Board meeting"
        name = re.sub(r"(?i)\s+meetings?(?:\s+in\s+\w+)?$", "", name)
    return _without_body(name)


def _without_body(name: str) -> str:
    """Return "Trust Board" of "Ashdale NHS Trust Trust Board", a masthead in two parts.

    A committee's own name stands alone; "NHS Fife Board" says whose board it is.
    """
    body = organisation_in(name)
    rest = name[len(body) :].strip() if body is not None and name.startswith(body) else ""
    if not rest or body is None:
        return name
    again = rest.split()[0] == body.split()[-1]
    return rest if again or (len(rest.split()) > 1 and is_meeting_line(rest)) else name


def _opening_day(text: str) -> dates.DateMention | None:
    """Return the day that opens a line and has hardly more than a weekday or an hour beside it."""
    mention = next(iter(dates.find_dates(text)), None)
    if mention is None or mention.day is None:
        return None
    opens = len(text[: mention.start].strip()) < 4
    return mention if opens and len(text) - len(mention.raw) < MOST_AFTER_DAY else None


def _of_meeting(lines: Sequence[str], near: str | None) -> _Told | None:
    """Read "For the public meeting of 27 July 2023" among the first lines."""
    for text in lines[:8]:
        match = _FOR_MEETING.match(text.strip())
        mention = next(iter(dates.find_dates(text[match.end() :])), None) if match else None
        if match is not None and mention is not None and mention.start <= 1 and mention.day:
            return _told(mention, text[: match.end() + mention.end], near)
    return None


def _weakly_named(lines: Sequence[str]) -> str | None:
    """Return "Open Data User Group" from the first lines, where they also speak of a meeting."""
    for text in lines[:3]:
        match = line_pattern().match(text.strip())
        if match is not None and not match["rest"].strip() and len(match["body"].split()) > 1:
            return match["body"].strip()
    return None


def _first_day(head: Sequence[Block], near: str | None) -> _Told | None:
    """Return the day at the top of minutes, before what they say of earlier minutes."""
    for block in head[:6]:
        if block.table is not None:
            continue
        for line in block.lines[:6]:
            text = line.text
            days = [m for m in dates.find_dates(text) if m.day is not None]
            if days and not _BEFORE.search(text) and len(text.split()) <= 25:
                return _told(days[0], text, near)
    return None


def _day_alone(lines: Sequence[str], near: str | None) -> _Told | None:
    for text in lines[:14]:
        text = text.strip()
        mention = next(iter(dates.find_dates(text)), None)
        if mention is None or mention.day is None or len(text) - len(mention.raw) >= 25:
            continue
        if not _BEFORE.search(text) and not _NOT_THE_MEETING.match(text):
            return _told(mention, text, near)
    return None


def _in_prose(blocks: Sequence[Block], author_date: str | None) -> Meeting | None:
    """Find "at Board meeting 30th November" in the text, nearest to the end."""
    for block in reversed(blocks):
        if block.table is not None:
            continue
        text = block.text
        for match in _IN_PROSE.finditer(text):
            after = dates.find_dates(text[match.end() : match.end() + 40])
            mention = next((m for m in after if m.start == 0), None)
            if mention is None or mention.day is None:
                continue
            told = _told(mention, text[match.start() : match.end() + mention.end], author_date)
            # A meeting that was before the paper was written is one it reports, not its own.
            own, written = dates.parse_iso(told.day), dates.parse_iso(author_date)
            if own is None or written is None or not 0 <= (own - written).days <= MOST_DAYS_AHEAD:
                continue
            return Meeting(body=None, date=told.day, raw=told.raw, inferred=told.inferred)
    return None
