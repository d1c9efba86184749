"""Agendas: their pages, their items, and which items have no paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papersearch.papers.fields import label_kind
from papersearch.papers.lines import segments
from papersearch.papers.paper import AgendaItem
from papersearch.reading.document import Block, Page

LEAST_ITEMS = 3
_NUMBER = re.compile(
    r"^(?P<number>(?:\d{1,3}(?:[./]\d{1,3}){0,2}\.?(?:[a-z]{1,4}|\([a-z]{1,4}\))?(?:\.[a-z])?|[A-Z]\d{1,2}))[.)]?$"
)
_MODE = re.compile(
    r"(?i)\(?\b(verbal(?:\s+(?:update|report))?|oral|to\s+follow|presentation|enclosed|enclosure(?:\s+\w{1,3})?|enc\.?(?:\s+\w{1,3})?|attached|tabled|paper(?:\s+\w{1,3})?|late\s+paper|video|discussion\s+only|none)\b\)?"
)
_NO_PAPER = re.compile(r"(?i)^(?:verbal|oral|to follow|presentation|tabled|video|late|discussion)")
_TITLE = re.compile(
    r"(?i)^(?:(?:public|private|board|meeting|draft|trust|council|the)\s+){0,4}agenda(?:\s+(?:part|for|of)\b.*|\s*[\u2013-].*)?$"
)
_TIME = re.compile(r"^\d{1,2}[.:]\d{2}(?:\s?[ap]m)?$|^\d{1,3}\s?min", re.I)


def is_agenda(page: Page) -> bool:
    """Return whether *page* is (the start of) an agenda: it says so at the top and lists items."""
    body = [
        b for b in page.blocks if b.kind not in ("header", "footer", "watermark", "line_number")
    ]
    top = [line.text.strip() for b in body[:10] for line in b.lines]
    tops = [
        *top, *(c.text for b in body[:3] if b.table for c in b.table.cells if c.row < 2),
        *(b.text for b in page.blocks if b.kind == "header"),
    ]  # fmt: skip
    named = any(_TITLE.match(text) for text in tops)
    return named and len(read_items([page])) >= LEAST_ITEMS and _is_mostly_items(page)


def continues_agenda(page: Page) -> bool:
    """Return whether *page* carries on an agenda: it lists items and hardly any prose."""
    return len(read_items([page])) >= 2 and _is_mostly_items(page)


def _is_mostly_items(page: Page) -> bool:
    """Minutes are numbered too, but under their numbers stands what was said."""
    body = [b for b in page.blocks if b.kind in ("paragraph", "list_item", "table", "heading")]
    words = sum(len(b.text.split()) for b in body)
    listed = sum(min(len(i.title.split()), 20) + 4 for i in read_items([page]))
    return listed > 0.35 * words


def read_items(pages: Sequence[Page]) -> list[AgendaItem]:
    """Return the numbered items on *pages* in order."""
    out: list[AgendaItem] = []
    for page in pages:
        for block in page.blocks:
            if block.kind in ("header", "footer", "watermark", "line_number"):
                continue
            out.extend(_of_table(block) if block.table is not None else _of_lines(block))
    return out


def _of_table(block: Block) -> list[AgendaItem]:
    out = []
    if block.table is None:
        return out
    for row in range(block.table.rows):
        cells = [
            c.text.strip()
            for c in sorted(block.table.cells, key=lambda c: c.column)
            if c.row == row
        ]
        filled = [c for c in cells if c]
        for index, text in enumerate(filled[:3]):
            number = _NUMBER.match(text)
            if number is None or _TIME.match(text):
                continue
            rest = [t for t in filled[index + 1 :] if not _TIME.match(t)]
            if rest and any(ch.isalpha() for ch in rest[0]):
                out.append(_item(number["number"], rest[0], rest[1:]))
            break
    return out


def _of_lines(block: Block) -> list[AgendaItem]:
    out: list[AgendaItem] = []
    for line in block.lines:
        parts = segments(line, label_kind)
        words = parts[0].split()
        number = _NUMBER.match(words[0]) if words else None
        if number is not None and not _TIME.match(words[0]):
            title = " ".join(words[1:]) or (parts[1] if len(parts) > 1 else "")
            rest = parts[1:] if words[1:] else parts[2:]
            if title and title[0].isalpha():
                out.append(_item(number["number"], title, rest))
                continue
        if out and len(parts) == 1 and not out[-1].title.endswith((".", ")")) and len(words) < 12:
            last = out[-1]
            if block.kind != "heading":
                out[-1] = _item(last.number, f"{last.title} {line.text}", [last.mode or ""])
    return out


def _item(number: str | None, title: str, rest: Sequence[str]) -> AgendaItem:
    mode = None
    for text in [*rest, title]:
        found = _MODE.search(text)
        if found is not None and (
            text is not title or text.rstrip().endswith((")", found.group()))
        ):
            mode = found.group(1).lower()
            break
    title = re.sub(r"\s*\([^)]{0,40}\)\s*$", "", title) if mode else title
    return AgendaItem(number=number.rstrip(".") if number else None, title=title.strip(), mode=mode)


def has_no_paper(item: AgendaItem) -> bool:
    """Return whether the agenda itself says that no paper is enclosed."""
    return item.mode is not None and _NO_PAPER.match(item.mode) is not None
