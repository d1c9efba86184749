"""The number under which a paper stands on its meeting's agenda."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papersearch import dates
from papersearch.papers.fields import label_kind
from papersearch.papers.lines import word_groups
from papersearch.papers.masthead import is_masthead
from papersearch.papers.meeting_line import is_meeting_line
from papersearch.papers.paper import CoverField
from papersearch.reading.document import Block

MOST_FIRST_ROWS = 3
MOST_WORDS_OF_TITLE = 25
NOTHING = frozenset({"", "n/a", "none", "not applicable", "na", "-", "no", "tbc", "nil"})
_NUMBER = r"[A-Z]{0,3}\d{1,3}(?:[./]\d{1,3}){0,2}(?:\.?[a-z]{1,4}\b|\([a-z0-9]{1,4}\))?"
_AGENDA_ITEM = re.compile(
    rf"^(?:agenda\s+)?item\s*+(?:(?:no\.?|number|ref\.?)\s*+)?(?::\s*+|(?<=\s))"
    rf"(?P<number>\d{{4}}-\d{{2}}\s*\([0-9a-z]{{1,6}}\)|{_NUMBER}(?:\s?\([0-9a-z]{{1,6}}\))?)\.?$",
    re.I,
)
_ITEM_BEFORE = re.compile(
    # "Item 14. Adult skills fund", "Item No. 7  PART II", "Item 5 For approval"
    rf"(?:^|(?<=[\s,:;]))(?i:(?:agenda\s+)?item(?:\s+(?:no\.?|number))?)\s+(?P<number>{_NUMBER})"
    r"(?:[.:\u2013\u2014-]?\s+(?=[A-Z])|\s*[\u2013\u2014:-]\s)"
)
_ITEM_BEHIND = re.compile(
    rf"(?P<sign>[,.;|(\u2013\u2014-]|\s)\s*\b(?:agenda\s+)?item(?:\s+no\.?)?:?\s+(?P<number>{_NUMBER})"
    r"\.?\)?$",
    re.I,
)
_AGENDA_IN_LINE = re.compile(
    r"(?i)^agenda\s+item\s*(?:no\.?|number|ref\.?)?\s*[:\s]\s*(\S{1,10}(?:\s?\([0-9a-z]{1,6}\))?)"
)


def first_value(by_kind: dict[str, list[CoverField]], kind: str) -> str | None:
    """Return the first value of a kind of field that says anything."""
    for item in by_kind.get(kind, ()):
        value = item.value.strip(" :")
        if value and label_kind(value) is None and value.lower() not in NOTHING:
            return value
    return None


def first_rows(head: Sequence[Block]) -> list[str]:
    """Return the cells above a form's first label, where forms set the body and the meeting."""
    table = next((block.table for block in head[:3] if block.table is not None), None)
    if table is None:
        return []
    out: list[str] = []
    for row in range(min(MOST_FIRST_ROWS, table.rows)):
        cells = [cell for cell in table.cells if cell.row == row and cell.lines]
        if row and any(label_kind(cell.text) for cell in cells):
            break
        out += [line.text for cell in cells for line in cell.lines]
    return out


def find_agenda_item(
    by_kind: dict[str, list[CoverField]], head: Sequence[Block], headers: Sequence[str]
) -> str | None:
    """Return the item's number as printed in the form, on a line, or behind a meeting's day."""
    value = first_value(by_kind, "agenda_item")
    if value is not None:
        # "11.1 Finance report": the number, without the title that the form puts beside it.
        number = re.match(rf"^(?:item\s+)?({_NUMBER})[.:]?(?:\s|$)", value, re.I)
        if len(value) <= 25 and any(c.isdigit() for c in value):
            # "4 (Public session)" tells of more than its number; "2025-26 (16i)" does not.
            told = re.search(r"\((?![0-9a-z]{1,6}\))", value, re.I)
            short = (len(value.split()) <= 2 or "(" in value) and not told
            return value.rstrip(".") if short or number is None else number.group(1)
        if number is not None:
            return number.group(1).rstrip(".")
        if re.fullmatch(r"[A-Z]{1,2}", value):
            return value
    texts = [line.text.strip() for b in head[:10] for line in b.lines]
    texts += [
        " ".join(word.text for word in words)
        for b in head[:10] for line in b.lines for words in word_groups(line)[1:]
    ]  # fmt: skip
    texts += first_rows(head)
    for text in [*texts, *headers]:
        if (match := _AGENDA_ITEM.match(text.strip())) is not None:
            return match["number"]
    for text in texts:
        match = _ITEM_BEHIND.search(text)
        # "(Item 1)" alone stands beneath the headings of minutes, too.
        is_told = match is not None and (
            match["sign"] == ","
            or "meeting" in text.lower()
            or any(m.day is not None for m in dates.find_dates(text[: match.start()]))
            or is_meeting_line(text[: match.start()])
        )
        if match is not None and is_told and len(text.split()) <= 14:
            return match["number"]
        match = _AGENDA_IN_LINE.match(text)
        if match is not None and any(c.isdigit() for c in match.group(1)):
            return match.group(1).rstrip(".,;:")
    return _before_title(texts, headers)


def _before_title(texts: Sequence[str], headers: Sequence[str]) -> str | None:
    """Return the item's number from a line of the first page that goes on behind it.

    A bare label "Agenda item" has its number on the next line.
    """
    for text, after in zip(texts[:12], [*texts[1:12], ""], strict=False):
        if label_kind(text) == "agenda_item" and re.fullmatch(_NUMBER, after):
            return after
    for text in [*texts[:8], *headers]:
        match = _ITEM_BEFORE.search(text)
        told = match is not None and (match.start() == 0 or is_masthead(text[: match.start()]))
        if match is not None and told and len(text.split()) <= MOST_WORDS_OF_TITLE:
            return match["number"]
    return None
