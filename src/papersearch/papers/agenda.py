"""Agendas: their pages, their items, and which items have no paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papersearch.dates import find_dates
from papersearch.papers.fields import label_kind
from papersearch.papers.kinds import ATTENDANCE, MINUTES
from papersearch.papers.lines import segments
from papersearch.papers.paper import AgendaItem
from papersearch.reading.document import Block, Document, Page, PageLink, Table

LEAST_ITEMS = 3
LEAST_LINKS = 2
MOST_PROSE = 0.6
"""An agenda may explain itself, but most of its words stand in its list."""
TOP_LINES = 24
_APART = ("header", "footer", "watermark", "line_number")
_NUMBER = re.compile(
    r"^(?:item\s+)?(?P<number>(?:\d{4}-\d{2}\s?\(\d{1,3}[a-z]{0,3}\)|\d{1,3}(?:[./]\d{1,3}){0,2}"
    r"\.?(?:[a-z]{1,4}|\([a-z]{1,4}\))?(?:\.[a-z])?|[A-Z]\d{1,2}))[.):]?$",
    re.I,
)
_PAGES = re.compile(r"\(?\s*\bPages?\s+(?P<first>\d{1,4})(?:\s*[-\u2013]\s*\d{1,4})?\s*\)?", re.I)
_PAGES_LISTED = re.compile(r"\(Pages?\s+(?P<first>\d{1,4})(?:\s+[-\u2013]\s+\d{1,4})?\s*\)")
_MODE = re.compile(
    r"\(?\b(verbal(?:\s+(?:update|report|item))?|oral(?:\s+(?:update|report))?|to\s+follow"
    r"|presentation|enclosed|enclosure(?:\s+\w{1,3})?|enc\.?(?:\s+\w{1,3})?|attached|tabled"
    r"|paper(?:\s+\w{1,3})?|late\s+paper|video|discussion\s+only|no\s+paper|none)\b\)?",
    re.I,
)
_NO_PAPER = re.compile(
    r"(?i)^(?:verbal|oral|to\s+follow|presentation|tabled|video|late|discussion|no\s+paper|none)"
)
_NOTE = re.compile(
    r"^(?:To (?:consider|receive|note|approve|agree|discuss|confirm|review|determine|endorse|hear"
    r"|resolve|sign)|Report (?:of|by|from) the|Members (?:are|will)|The (?:Board|Committee) is)\b"
)
"""Below an item: what is asked of it, and whose report it is."""
_TITLE = re.compile(
    r"(?i)^(?:[\w'\u2019&-]+\s+){0,9}?(?:agenda|a\s+g\s+e\s+n\s+d\s+a|order\s+of\s+business"
    r"|rhaglen|agenda\s+items?(?:\s+no)?)\b\W*(?:part|for|of|papers?\b|\d|$|[\u2013-]).{0,80}$"
)
_MATTERS = re.compile(
    r"(?i)\bagenda\s+(?:item|front|pack|setting)\b|\bforward\s+agenda\b|[.;]$"
    r"|(?:\b(?:on|off|from)|(?:^|\b(?:add(?:ed)?|bring|brought|moved?|put)\s+(?:\w+\s+){0,4})to)"
    r"\s+(?:(?:the|this|an?|next|our)\s+)*agenda\b"
)
"""What only speaks of one: "On agenda - propose close" in an action log. A supplement to one is."""
_TIME = re.compile(
    r"^\d{1,2}[.:]\d{2}(?:\s?[ap]m)?(?:\s*[-\u2013]\s*\d{1,2}[.:]\d{2})?(?:\s?[ap]m)?\s*", re.I
)
_MINUTES_LONG = re.compile(r"^\(?\d{1,3}\s?min", re.I)


def is_agenda(page: Page) -> bool:
    """Return whether *page* is (the start of) an agenda: it says so at the top and lists items."""
    items = read_items([page])
    if printed_pages([page]) and _is_list(page):
        return True  # "(Pages 5 - 12)" stands in no other list
    for text in _tops(page):
        if MINUTES.match(text):
            return False
        if _TITLE.match(text) and not _MATTERS.search(text):
            return len(items) >= LEAST_ITEMS and _is_list(page)
    return False


def links_to_papers(document: Document, index: int) -> list[tuple[str, int]]:
    """Return what page *index* (from 0) links: words and page, in order; empty for other pages.

    An agenda's links open later pages one after the other; a page that says at its
    top that it is an agenda and has two such links needs no numbers.
    """
    page = document.pages[index]
    titled = any(_TITLE.match(t) and not _MATTERS.search(t) for t in _tops(page))
    found: list[tuple[str, int]] = []
    for link in sorted((x for x in document.links if x.page == page.number), key=_place):
        words = _linked(page, link)
        if link.target > page.number and words and link.target not in [p for _, p in found]:
            found.append((words, link.target))
    targets = [target for _, target in found]
    return found if titled and len(found) >= LEAST_LINKS and targets == sorted(targets) else []


def _place(link: PageLink) -> tuple[float, float]:
    return link.box[1], link.box[0]


def _linked(page: Page, link: PageLink) -> str:
    """Return the words on which a link lies."""
    left, top, right, bottom = link.box
    for block in _body(page):
        rows = block.table.grid() if block.table is not None else [[]]
        lines = [line for row in rows for c in row if c is not None for line in c.lines]
        for line in lines or block.lines:
            words = [
                word.text for word in line.words
                if word.box and left - 1 < (word.box[0] + word.box[2]) / 2 < right + 1
                and top - 1 < (word.box[1] + word.box[3]) / 2 < bottom + 1
            ]  # fmt: skip
            if words:
                return " ".join(words)
    return ""


def _tops(page: Page) -> list[str]:
    out: list[str] = []
    for block in page.blocks:
        if block.kind in ("footer", "watermark", "line_number"):
            continue
        if block.table is not None:
            out += [line.text.strip() for c in block.table.cells if c.row < 2 for line in c.lines]
        else:
            out += [line.text.strip() for line in block.lines]
    return out[:TOP_LINES]


def continues_agenda(page: Page) -> bool:
    """Return whether *page* carries on an agenda: it lists items and hardly any prose."""
    return len(read_items([page])) >= 2 and _is_list(page)


def lists_attendance(page: Page) -> bool:
    """Return whether *page* names who came: then its list of items may open minutes."""
    return any(ATTENDANCE.match(text) for text in _tops(page))


def _is_list(page: Page) -> bool:
    """Minutes are numbered too, but under their numbers stands what was said."""
    prose = total = 0
    for block in _body(page):
        pieces = [c.text for c in block.table.cells] if block.table else [block.text]
        for piece in pieces:
            count = len(piece.split())
            total += count
            prose += count if count > 32 else 0
    return prose <= MOST_PROSE * total


def _body(page: Page) -> list[Block]:
    return [block for block in page.blocks if block.kind not in _APART]


def read_items(pages: Sequence[Page]) -> list[AgendaItem]:
    """Return the numbered items on *pages* in order, without the page of their papers."""
    out: list[AgendaItem] = []
    for page in pages:
        for block in _body(page):
            out.extend(_of_table(block.table) if block.table is not None else _of_lines(block))
    return out


def printed_pages(pages: Sequence[Page]) -> set[int]:
    """Return the printed numbers of the pages on which the agenda says that papers begin."""
    return {
        int(match["first"])
        for page in pages
        for block in _body(page)
        for match in _PAGES_LISTED.finditer(block.text)
    }


def _of_table(table: Table) -> list[AgendaItem]:
    out: list[AgendaItem] = []
    for row in table.grid():
        cells = list({id(cell): cell.text.strip() for cell in row if cell is not None}.values())
        filled = [text for text in cells if text]
        for index, text in enumerate(filled[:3]):
            number = _NUMBER.match(text)
            if number is None or _TIME.fullmatch(text):
                continue
            rest = [t for t in filled[index + 1 :] if not _is_time(t)]
            if rest and any(ch.isalpha() for ch in rest[0]):
                out.append(_item(number["number"], rest[0], rest[1:]))
            break
    return out


def _is_time(text: str) -> bool:
    return _TIME.match(text) is not None or _MINUTES_LONG.match(text) is not None


def _of_lines(block: Block) -> list[AgendaItem]:
    out: list[AgendaItem] = []
    for line in block.lines:
        parts = segments(line, label_kind)
        words = parts[0].split()
        if len(words) > 1 and words[0].lower() == "item":
            words = [f"item {words[1]}", *words[2:]]
        number = _NUMBER.match(words[0]) if words else None
        if number is not None and not _TIME.fullmatch(words[0]):
            title = _TIME.sub("", " ".join(words[1:])) or (parts[1] if len(parts) > 1 else "")
            if find_dates(line.text)[:1] and find_dates(line.text)[0].start == 0:
                continue  # "27 November 2025 at 9.30am"
            rest = parts[1:] if words[1:] else parts[2:]
            if title and title[0].isalpha():
                out.append(_item(number["number"], title, rest))
                continue
        if _NOTE.match(line.text):
            continue
        if out and len(parts) == 1 and not out[-1].title.endswith((".", ")")) and len(words) < 12:
            last = out[-1]
            out[-1] = _item(last.number, f"{last.title} {line.text}", [last.mode or ""])
    return out


def item_of(text: str) -> AgendaItem:
    """Return the item that a line without a number names."""
    return _item(None, text, ())


def _item(number: str | None, title: str, rest: Sequence[str]) -> AgendaItem:
    mode = None
    for text in [*rest, title]:
        found = _MODE.search(text)
        if found is not None and (
            text is not title or text.rstrip().endswith((")", found.group()))
        ):
            mode = found.group(1).lower()
            break
    title = _PAGES.sub("", title).strip()
    title = re.sub(r"\s*\([^)]{0,40}\)\s*$", "", title) if mode else title
    return AgendaItem(number=number.rstrip(".") if number else None, title=title.strip(), mode=mode)


def has_no_paper(item: AgendaItem) -> bool:
    """Return whether the agenda itself says that no paper is enclosed."""
    return item.mode is not None and _NO_PAPER.match(item.mode) is not None
