"""The day on which a paper was written, as its author gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from papersearch import dates
from papersearch.papers.meeting import LETTER, has_meeting_date, is_bare_date
from papersearch.papers.meeting_line import is_meeting_line
from papersearch.papers.paper import CoverField
from papersearch.papers.people import is_name, is_role
from papersearch.reading.document import Block

LAST_LINES = 12


def find_author_date(
    by_kind: Mapping[str, Sequence[CoverField]], lines: Sequence[str], blocks: Sequence[Block],
    kind: str,
) -> str | None:  # fmt: skip
    """Return the day on which the author says the paper was written."""
    for item in by_kind.get("date", ()):
        for mention in dates.find_dates(item.value):
            if mention.iso is not None:
                return mention.iso
    for item in by_kind.get("meeting_date", ()):
        is_own = has_meeting_date(by_kind) or not any(map(is_meeting_line, lines))
        if is_bare_date(item, by_kind) and is_own:
            for mention in dates.find_dates(item.value):
                if mention.iso is not None and mention.day is not None:
                    return mention.iso
    for item in by_kind.get("authors", ()):
        # "Author: Ada Firth, Deputy Chief Nurse, 19/11/23"
        mentions = dates.find_dates(item.value)
        if len(mentions) == 1 and mentions[0].day and _ends_with(item.value, mentions[0].raw):
            return mentions[0].iso
    last = [] if kind == "minutes" else last_lines(blocks)
    for index, line in enumerate(last):
        mentions = dates.find_dates(line)
        if len(mentions) == 1 and len(line) - len(mentions[0].raw) < 12 and mentions[0].iso:
            # A date alone near the end belongs to the names above it.
            above = last[max(0, index - 4) : index + 1]
            if any(is_name(other) or is_role(other) for other in above):
                return mentions[0].iso
    if LETTER.search("\n".join(lines)):
        for text in lines:
            mentions = dates.find_dates(text)
            if len(mentions) == 1 and mentions[0].iso and len(text) - len(mentions[0].raw) < 8:
                return mentions[0].iso
    return None


def _ends_with(text: str, raw: str) -> bool:
    return text.rstrip(" .)").endswith(raw.rstrip(" ."))


def last_lines(blocks: Sequence[Block]) -> list[str]:
    """Return the last printed lines of the text, where signatures stand."""
    lines = [line.text.strip() for b in blocks[-LAST_LINES:] if b.table is None for line in b.lines]
    return lines[-LAST_LINES:]
