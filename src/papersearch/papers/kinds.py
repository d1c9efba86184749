"""What kind of paper it is, told by the words at its top; and its sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papersearch.dates import find_dates
from papersearch.reading.document import Block, Page
from papersearch.record import Section

APART = ("header", "footer", "watermark", "line_number")
MINUTES = re.compile(
    r"(?i)^(?:(?:draft|unconfirmed|unapproved|confirmed|approved|public|private|open|closed|board"
    r"|committee|trust|cabinet|annual|general|extraordinary|printed|part\s+\w+)\s+)*(?:meeting\s+)?"
    r"minutes\b|^(?:draft\s+)?minute\s+of\b|^(?:draft\s+)?(?:notes|minutes)\s+(?:of|from)\b|(?:meeting|board|committee|council"
    r"|panel|cabinet)\s+minutes$|^cofnodion\b"
)
ATTENDANCE = re.compile(r"(?i)^(?:attendees|attendance|(?:members\s+)?present|in\s+attendance)\b")
_LAST = re.compile(r"(?i)\b(?:last|previous)\s+(?:\w+\s+)?meetings?\b")
ACTION_LOG = re.compile(
    r"(?i)\b(?:action|matters arising)\s*(?:log|tracker|sheet|points|list|register|schedule)\b"
    r"|^matters arising\b|\b(?:outstanding actions|actions (?:outstanding|arising))\b"
)
_REGISTER = re.compile(
    r"(?i)\b(?:risk\s+register|board\s+assurance\s+framework|corporate\s+risks?|strategic\s+risks?)\b"
)
_POLICY = re.compile(
    r"(?i)\b(?:policy|procedure|guidance|standing orders|terms of reference|constitution)\b"
)
_BY_TITLE = (
    ("minutes", MINUTES),
    ("action_log", ACTION_LOG),
    ("risk_register", _REGISTER),
    ("strategy", re.compile(r"(?i)\bstrategy\b")),
    ("policy", _POLICY),
)


def body(page: Page) -> list[Block]:
    """Return the page's blocks without running lines."""
    return [block for block in page.blocks if block.kind not in APART]


def top_texts(page: Page, count: int = 8) -> list[str]:
    """Return the lines and blocks at the top of a page."""
    out: list[str] = []
    for block in body(page)[:count]:
        if block.table is not None:
            out += [c.text for c in block.table.cells if c.row < 3]
        else:
            out += [line.text.strip() for line in block.lines[:3]]
            out.append(block.text)
    return out


def is_minutes(page: Page) -> bool:
    """Return whether *page* opens minutes; an agenda that lists the last ones does not."""
    return any(MINUTES.match(text) and not _LAST.search(text) for text in top_texts(page, 6))


def kind_at_top(pages: Sequence[Page], blocks: Sequence[Block]) -> str:
    """Return the paper's kind as its first page's top tells it, ``"paper"`` where it does not."""
    tops = top_texts(pages[0], 6)
    if is_minutes(pages[0]) or _notes_a_meeting(pages[0]):
        return "minutes"
    if any(ACTION_LOG.search(text) and len(text) < 80 for text in tops):
        return "action_log"
    headings = (block.text for block in blocks[:6] if block.kind == "heading")
    if any(_REGISTER.search(text) and len(text) < 80 for text in headings):
        return "risk_register"
    return "paper"


def _notes_a_meeting(page: Page) -> bool:
    """Tell a meeting's note from a paper: a day at its top, and who was there."""
    tops = top_texts(page, 12)
    return any(find_dates(t) for t in tops[:4]) and any(ATTENDANCE.match(t) for t in tops)


def kind_by_title(title: str) -> str:
    """Return the paper's kind as its title tells it."""
    return next((name for name, pattern in _BY_TITLE if pattern.search(title)), "paper")


_MINUTE = re.compile(
    r"^(?P<number>(?:[A-Z]{1,4}[\s/-]?)?\d{2,4}/\d{1,4}(?:[./]\d{1,3})?[A-Z]?)\.?\s+(?=[A-Z])"
)
_BARE_NUMBER = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2})*)\s+(?=[A-Z])")


LEAST_NUMBERED = 3
"""So many numbered headings show that a paper numbers its sections."""


def sections(blocks: Sequence[Block], title: str | None) -> tuple[Section, ...]:
    """Return the headings of a paper with their numbers and pages.

    Its title is none; nor are, in a paper that numbers its sections, the headings
    of the form before the first of them.
    """
    out: list[Section] = []
    bare = _counts_up([b.text for b in blocks if b.kind == "heading" and b.marker is None])
    for block in blocks:
        if block.kind != "heading":
            continue
        text = block.text
        number = None
        if block.marker is not None:
            number = block.marker.strip("().")
            text = text[len(block.marker) :].strip() if text.startswith(block.marker) else text
        minute = _MINUTE.match(text) if number is None else None
        if minute is not None:
            number, text = minute["number"], text[minute.end() :]
        elif number is None and bare and (counted := _BARE_NUMBER.match(text)) is not None:
            number, text = counted["number"], text[counted.end() :]
        if text and (number or title is None or not _is_title(text, title)):
            out.append(Section(number=number, heading=text.rstrip(":"), page=block.page))
    numbered = [index for index, section in enumerate(out) if section.number is not None]
    return tuple(out[numbered[0] :] if len(numbered) >= LEAST_NUMBERED else out)


def _is_title(text: str, title: str) -> bool:
    """Tell the paper's title, with its number or without, from a section's heading."""
    return text in title or text.endswith(f" {title}")


def _counts_up(headings: Sequence[str]) -> bool:
    """Tell sections numbered without a sign ("1 Context", "2 Proposal") from a year or a count."""
    found = [match["number"] for text in headings if (match := _BARE_NUMBER.match(text))]
    numbers = [int(number) for number in found if "." not in number]
    return len(numbers) > 1 and numbers[0] == 1 and numbers == sorted(set(numbers))
