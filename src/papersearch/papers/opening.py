"""The first line of a page where it can only be the body's name, whatever its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papersearch import dates
from papersearch.papers.body_names import name_shape, names_document, organisation_in
from papersearch.papers.front import FrontLine
from papersearch.papers.labels import label_kind
from papersearch.papers.masthead import is_masthead
from papersearch.papers.meeting_line import is_meeting_line
from papersearch.papers.own_body import speaks_of
from papersearch.reading.document import Block

FIRST_LINES = 3
MOST_LINES_TO_TITLE = 8
MOST_WORDS_OF_TITLE = 20
MOST_WORDS_OF_NAME = 8
_SHAPE = name_shape(MOST_WORDS_OF_NAME)


def opening_name(front: Sequence[FrontLine], blocks: Sequence[Block], has_form: bool) -> str | None:
    """Return the name that opens the page.

    It stands above its meeting's line, above a form that holds the title, or above another
    line that can be the title; in the last two cases its last word must be one of a body's
    ("Homes", "Group"), or the text must tell what it does ("Merseytrams will run the depot").

    Args:
        front: The first page's lines.
        blocks: The paper.
        has_form: Whether a form names the title.
    """
    heading = next((i for i, line in enumerate(front[:FIRST_LINES]) if line.heading), 0)
    text = " ".join(block.text for block in blocks)
    for start in dict.fromkeys((0, heading)):
        if (name := _name_at(front[start:], text, has_form)) is not None:
            return name
    return None


def _name_at(front: Sequence[FrontLine], text: str, has_form: bool) -> str | None:
    if len(front) < 2:
        return None
    name, after = (line.text.strip(" *_#") for line in front[:2])
    rest = front[1 : 1 + MOST_LINES_TO_TITLE]
    if is_masthead(name) or label_kind(name) or not _SHAPE.fullmatch(name):
        return None
    if names_document(name):
        return None
    below = dates.find_dates(after) and not is_meeting_line(after)
    if below and is_meeting_line(f"{name}, {after}"):
        return None  # "POLICE AND CRIME PANEL" above its day is the meeting
    if not has_form and not any(map(_may_be_title, rest)):
        return None
    known = organisation_in(name, weak=True) == name.removeprefix("The ")
    if known and len(name.split()) > 1:
        return name
    if front[0].size and _goes_on(front[0], front[1]):
        return None
    meets = any(_meets(line.text.strip(" *_#")) for line in rest[: FIRST_LINES - 1])
    return name if (meets and len(name.split()) > 1) or speaks_of(name, text) else None


def _goes_on(line: FrontLine, after: FrontLine) -> bool:
    """Tell a title over two lines: the same letters, one close under the other."""
    gap = (after.top or 0.0) - (line.bottom or 0.0)
    return (line.size, line.bold) == (after.size, after.bold) and gap < line.size


def _meets(line: str) -> bool:
    meeting = is_meeting_line(line) or is_meeting_line(re.split(r"\.\s|\s[\u2013-]\s", line)[0])
    return meeting and any(mention.day is not None for mention in dates.find_dates(line))


def _may_be_title(line: FrontLine) -> bool:
    text = line.text.strip(" *_#")
    return (
        not is_masthead(text)
        and not line.numbered
        and label_kind(text) is None
        and text[-1:] not in ".:;"
        and 1 < len(text.split()) <= MOST_WORDS_OF_TITLE
    )
