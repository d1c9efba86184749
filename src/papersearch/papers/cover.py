"""The cover sheet: its fields as the record has them. What is not printed is ``None``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from papersearch import dates
from papersearch.papers.author_date import find_author_date
from papersearch.papers.body_names import organisation_in
from papersearch.papers.fields import find_fields
from papersearch.papers.front import LEAST_PROSE_WORDS, FrontLine, body_size, front_lines
from papersearch.papers.item import NOTHING, find_agenda_item, first_rows
from papersearch.papers.meeting import find_meeting
from papersearch.papers.opening import opening_name
from papersearch.papers.organisation import find_organisation
from papersearch.papers.paper import Cover, CoverField
from papersearch.papers.purpose import find_purpose
from papersearch.papers.purpose_words import only_marks_purpose, purposes_in
from papersearch.papers.recommendation import find_recommendation
from papersearch.papers.run_in import parted
from papersearch.papers.title import find_title
from papersearch.papers.who import find_people, people_at_end, presenter_in_text
from papersearch.reading.document import Block, Page

MOST_COVER_BLOCKS = 60
MOST_BLOCKS_OF_MASTHEAD = 12
_BULLETS = frozenset({"*", "-", "\u2022", "\u00b7", "\u25cf", "\u25aa", "\u2013"})
_RECORDS = frozenset({"minutes", "action_log"})
"""Kinds of papers that tell of many things and years."""
_YEAR_LIST = re.compile(
    r"(?i)\b(?:commitments?|objectives?|priorit(?:y|ies)|goals?|ambitions?|annual plan"
    r"|plan on a page|pledges?)\b"
)


_YEAR = re.compile(r"(?:19|20)\d{2}\.?")
_OTHER_YEAR = re.compile(r"(?i)\b(?:session|academic|school\s+year|season)\b")


def find_cover(
    pages: Sequence[Page], blocks: Sequence[Block], kind: str = "paper", metadata_title: str = ""
) -> Cover:
    """Return the cover fields of a paper.

    Args:
        pages: The paper's pages.
        blocks: Its blocks in reading order, without running lines.
        kind: Its kind, which tells minutes' own date from a meeting to come.
        metadata_title: The file's own title, used only where the first page prints it.
    """
    head = [parted(block) for block in _unlisted(_head(blocks))]
    headers = [b.text for page in pages for b in page.blocks if b.kind in ("header", "footer")]
    front = _front(pages, blocks)
    shown = [line.text for line in front if line.stands_out]
    fields = tuple(find_fields(head))
    by_kind: dict[str, list[CoverField]] = {}
    for item in fields:
        by_kind.setdefault(item.kind, []).append(item)
    lines = _mended([line.text for b in head[:14] for line in b.lines]) + headers
    lines = _without_earlier(first_rows(head) + lines, by_kind.get("previous_committees", ()))
    author_date = find_author_date(by_kind, lines, blocks, kind)
    options = [f for f in by_kind.get("recommendation", ()) if _is_option(f.value)]
    asked = [f for f in by_kind.get("recommendation", ()) if f not in options]
    opening = opening_name(front, blocks, bool(by_kind.get("title")))
    below = [line for line in front if line.text.strip(" *_#") != opening]
    title = find_title(_titles(by_kind, kind), below, kind, metadata_title)
    return Cover(
        title=title,
        organisation=find_organisation(
            by_kind.get("organisation", ()),
            _unwrapped(front) + first_rows(head),
            shown,
            headers,
            blocks,
            opening,
        ),
        agenda_item=find_agenda_item(by_kind, head, headers),
        meeting=find_meeting(by_kind, head, lines, blocks, author_date, kind),
        purpose=find_purpose(
            [f for f in fields if f.kind == "purpose" or _is_for(f) or f in options], head, blocks
        ),
        presented_by=find_people(fields, "presented_by", head, kind) or presenter_in_text(blocks),
        authors=find_people(fields, "authors", head, kind) or people_at_end(blocks, kind),
        date=author_date,
        financial_year=None if kind in _RECORDS else _financial_year(blocks, title),
        previous_committees=_previous(by_kind),
        recommendation=find_recommendation(asked, blocks, fields),
        fields=fields,
    )


def _titles(by_kind: dict[str, list[CoverField]], kind: str) -> list[CoverField]:
    """Return the fields that hold a title: "Item: Budget monitoring" is one, "Item: 7" is none."""
    items = by_kind.get("agenda_item", []) if kind not in _RECORDS else []
    return by_kind.get("title", []) or [item for item in items if _names_its_item(item)]


def _names_its_item(item: CoverField) -> bool:
    words = item.value.split()
    is_bare = item.label.lower().strip(" :") == "item"
    return is_bare and len(words) > 1 and not any(c.isdigit() for c in words[0])


def _is_option(value: str) -> bool:
    """Tell "For noting" and the answer to "Decision required?" from what is recommended."""
    return only_marks_purpose(value) or value.strip(" .").lower() in ("yes", "no")


def _is_for(item: CoverField) -> bool:
    """Tell "Paper for: Assurance" from "Paper for: Trust Board"."""
    return item.kind == "meeting" and purposes_in(item.value) is not None


def _head(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks among which cover fields are looked for: those of the first two pages."""
    first = blocks[0].page if blocks else 1
    return [block for block in blocks[:MOST_COVER_BLOCKS] if block.page <= first + 1]


def _unlisted(head: Sequence[Block]) -> list[Block]:
    """Return *head*; the facts of a masthead that stand as a list lose its bullets.

    Lists below the first prose, below a numbered line and options beneath what leads to them
    are left alone.
    """
    out = list(head)
    for number, block in enumerate(head[:MOST_BLOCKS_OF_MASTHEAD]):
        words = block.lines[0].words if block.lines else ()
        leads = number > 0 and out[number - 1].text.rstrip().endswith(":")
        if block.table is not None or leads or len(block.text.split()) > LEAST_PROSE_WORDS:
            break
        if block.kind == "list_item" and len(words) > 1 and words[0].text in _BULLETS:
            first = replace(block.lines[0], words=words[1:])
            out[number] = replace(block, lines=(first, *block.lines[1:]))
        elif block.kind == "list_item":
            break
    return out


def _mended(lines: Sequence[str]) -> list[str]:
    """Return the lines; a year that the line's end cut from its day stands with it again."""
    out: list[str] = []
    for line in lines:
        if out and _YEAR.fullmatch(line) and any(m.iso is None for m in dates.find_dates(out[-1])):
            out[-1] += " " + line
        else:
            out.append(line)
    return out


def _without_earlier(lines: Sequence[str], earlier: Sequence[CoverField]) -> list[str]:
    """Return the lines without those that tell where the paper was before."""
    told = {line for item in earlier for line in (item.value, *item.lines)}
    return [line for line in lines if line not in told]


def _front(pages: Sequence[Page], blocks: Sequence[Block]) -> list[FrontLine]:
    body = body_size(blocks)
    page = next((page for page in pages if any(b.text.strip() for b in page.blocks)), None)
    return front_lines(page, body) if page is not None else []


def _unwrapped(front: Sequence[FrontLine]) -> list[str]:
    """Return the lines; one whose body's name runs over its end is given as the whole name."""
    out = [line.text for line in front]
    for number, (line, after) in enumerate(pairwise(front)):
        name = organisation_in(line.text)
        if name is not None and line.wraps_into(after):
            whole = organisation_in(f"{line.text} {after.text}") or name
            out[number] = whole if len(whole) > len(name) else line.text
    return out


def _previous(by_kind: dict[str, list[CoverField]]) -> tuple[str, ...]:
    out: list[str] = []
    for item in by_kind.get("previous_committees", ()):
        for part in re.split(r"\s*(?:;|\n|\u2022)\s*", item.value):
            # "Quality Committee 3 May 2023 Audit Committee 9 May 2023": a date ends an entry.
            start = 0
            for mention in dates.find_dates(part):
                if re.match(r"[\s,]+(?:and\s+)?[A-Z]", part[mention.end :]):
                    out.append(part[start : mention.end])
                    start = mention.end
            out.append(part[start:])
    kept = [re.sub(r"^and\s+", "", entry.strip(" ,.")) for entry in out]
    return tuple(dict.fromkeys(entry for entry in kept if entry.lower() not in NOTHING))


def _financial_year(blocks: Sequence[Block], title: str | None) -> str | None:
    """Return the year that the paper's own list or heading names."""
    for block in blocks:
        if block.table is not None:
            first = " ".join(c.text for c in block.table.cells if c.row == 0)
            if _YEAR_LIST.search(first) and (year := dates.financial_year(first)):
                return year
            continue
        text = block.text
        heads = len(text) <= 200 and (block.kind == "heading" or text.rstrip().endswith(":"))
        if heads and _YEAR_LIST.search(text) and (year := dates.financial_year(text)):
            return year
    headings = [b.text for b in blocks[:12] if b.kind == "heading" and len(b.text.split()) > 2]
    for text in [title or "", *headings]:
        if not _OTHER_YEAR.search(text) and (year := dates.financial_year(text)):
            return year
    return None
