"""A document is divided into its papers.

Most files hold one paper. A file is a pack where at least two of these signs
agree that several papers begin in it: an agenda at its front, cover sheets,
bookmarks that name agenda items, page numbers that start again. A chapter, an
appendix or a report behind its cover sheet begins no paper of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from papersearch.papers.agenda import continues_agenda, has_no_paper, is_agenda, read_items
from papersearch.papers.cover import find_cover
from papersearch.papers.fields import find_fields
from papersearch.papers.paper import AgendaItem, Division, PaperText
from papersearch.papers.running_on import join_run_on
from papersearch.reading.document import Block, Document, Page
from papersearch.record import Section

APART = ("header", "footer", "watermark", "line_number")
LEAST_COVER_FIELDS = 3
_COVER_KINDS = frozenset(
    {"title", "agenda_item", "meeting", "meeting_date", "purpose", "presented_by", "authors",
     "previous_committees", "recommendation", "foi", "summary", "strategic_objectives", "reference"}
)  # fmt: skip
_MINUTES = re.compile(
    r"(?i)^(?:(?:draft|unconfirmed|unapproved|confirmed|approved|public|private|board|committee|trust|cabinet|part\s+\w+)\s+)*(?:meeting\s+)?minutes\b|^(?:draft\s+)?(?:notes|minutes)\s+(?:of|from)\b|meeting\s+minutes$"
)
_ACTION_LOG = re.compile(
    r"(?i)\b(?:action|matters arising)\s*(?:log|tracker|sheet|points|list|register|schedule)\b|^matters arising\b"
)
_REGISTER = re.compile(
    r"(?i)\b(?:risk\s+register|board\s+assurance\s+framework|corporate\s+risks?|strategic\s+risks?)\b"
)
_KINDS = (
    ("minutes", _MINUTES),
    ("action_log", _ACTION_LOG),
    ("risk_register", _REGISTER),
    ("strategy", re.compile(r"(?i)\bstrategy\b")),
    ("policy", re.compile(r"(?i)\b(?:policy|procedure|guidance|standing orders|terms of reference|constitution)\b")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Sign:
    """What the top of a page says of itself."""

    cover: bool
    restart: bool
    item: str | None
    """The agenda item whose title stands at the top."""
    minutes: bool
    words: int


def divide(document: Document) -> Division:
    """Return the papers of *document* in page order, and the agenda if it has one."""
    pages = document.pages
    agenda_pages = _agenda_pages(pages)
    agenda = read_items([pages[i] for i in agenda_pages])
    rest = [i for i in range(len(pages)) if i not in agenda_pages]
    if not any(page.status in ("text", "ocr", "scanned", "failed") for page in pages):
        # Nothing but empty pages: one record that says so, never silence.
        rest = list(range(len(pages)))
    elif agenda_pages and not any(_body(pages[i]) or pages[i].status != "empty" for i in rest):
        return Division((), tuple(agenda))
    signs = {i: _sign(document, i, agenda) for i in rest}
    starts = _starts(document, rest, signs, bool(agenda_pages), agenda)
    groups = _groups(rest, starts)
    papers = []
    for group in groups:
        if len(groups) > 1 and _is_divider([pages[i] for i in group]):
            continue
        papers.append(_paper(document, group))
    if len(papers) > 1:
        papers = _with_agenda(papers, agenda)
    return Division(tuple(papers), tuple(_placed(agenda, papers)))


def _body(page: Page) -> list[Block]:
    return [block for block in page.blocks if block.kind not in APART]


def _agenda_pages(pages: Sequence[Page]) -> set[int]:
    found: set[int] = set()
    for index in range(min(len(pages), 6)):
        if is_agenda(pages[index]) and not _is_minutes(pages[index]):
            found.add(index)
            following = index + 1
            while following < len(pages) and continues_agenda(pages[following]) and not (
                _cover_score(pages[following]) >= LEAST_COVER_FIELDS or _is_minutes(pages[following])
            ):  # fmt: skip
                found.add(following)
                following += 1
            break
    return found


def _is_minutes(page: Page) -> bool:
    return any(_MINUTES.match(text) for text in _top_texts(page, 6))


def _top_texts(page: Page, count: int = 8) -> list[str]:
    out = []
    for block in _body(page)[:count]:
        if block.table is not None:
            out += [c.text for c in block.table.cells if c.row < 3]
        else:
            out += [line.text.strip() for line in block.lines[:3]]
            out.append(block.text)
    return out


def _cover_score(page: Page) -> int:
    return len({f.kind for f in find_fields(_body(page)[:25])} & _COVER_KINDS)


def _sign(document: Document, index: int, agenda: Sequence[AgendaItem]) -> _Sign:
    page = document.pages[index]
    before = document.pages[index - 1] if index else None
    tops = _top_texts(page)
    return _Sign(
        cover=_cover_score(page) >= LEAST_COVER_FIELDS,
        restart=page.label == "1" and (before is None or before.label != "1"),
        item=_item_at_top(tops, agenda),
        minutes=_is_minutes(page) or any(_ACTION_LOG.search(t) and len(t) < 60 for t in tops[:4]),
        words=sum(len(block.text.split()) for block in _body(page)),
    )


def _item_at_top(tops: Sequence[str], agenda: Sequence[AgendaItem]) -> str | None:
    for item in agenda:
        wanted = _folded(item.title)
        if len(wanted.split()) < 2 or has_no_paper(item):
            continue
        for text in tops:
            have = _folded(text)
            if have and (
                have == wanted
                or (
                    len(wanted.split()) > 2
                    and have.endswith(wanted)
                    and len(have.split()) <= len(wanted.split()) + 4
                )
            ):
                return item.number
    return None


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9 ]+", " ", text.lower()).split())


def _starts(
    document: Document, rest: Sequence[int], signs: dict[int, _Sign], has_agenda: bool,
    agenda: Sequence[AgendaItem],
) -> set[int]:  # fmt: skip
    """Return the pages on which papers begin, the first page aside."""
    covers = {i for i in rest if signs[i].cover}
    items = {i for i in rest if signs[i].item is not None}
    minutes = {i for i in rest if signs[i].minutes}
    restarts = {i for i in rest if signs[i].restart}
    bookmarks = _bookmarks(document, agenda) & set(rest)
    is_pack = (
        (
            has_agenda
            and bool(covers | items | (restarts - {rest[0]} if rest else set()) | bookmarks)
        )
        or len(covers) >= 2
        or (len(bookmarks) >= 2 and len(bookmarks & (restarts | covers | minutes)) >= 1)
        or len(restarts) >= 3
    )
    if not is_pack:
        return set()
    starts = covers | items | bookmarks
    starts |= {i for i in minutes if i in restarts or has_agenda or i in bookmarks}
    if len(starts) < 2:
        starts |= restarts
    # A cover sheet of two pages shows labels on both: the second begins nothing.
    for index in sorted(covers):
        follows = index - 1 in starts and not signs[index].restart and index not in bookmarks
        if follows and signs[index].item is None and not _opens(document.pages[index]):
            starts.discard(index)
    return starts


def _opens(page: Page) -> bool:
    """Tell whether a page opens with a title, meeting or agenda label rather than runs on."""
    first = [f.kind for f in find_fields(_body(page)[:6])]
    return bool({"title", "meeting", "agenda_item"} & set(first[:4]))


def _bookmarks(document: Document, agenda: Sequence[AgendaItem]) -> set[int]:
    """Return the pages of top bookmarks, where these name agenda items or files."""
    tops = [item for item in document.outline if item.depth == 1]
    if len(tops) == 1:
        tops = [item for item in document.outline if item.depth == 2]
    titles = {_folded(item.title) for item in agenda}
    named = [
        item for item in tops
        if re.match(r"(?i)^(?:item|agenda item|enc(?:losure)?|paper|appendix)?\s*\d{1,3}(?:[./]\d+)*[a-z]{0,4}\b", item.title)
        or any(t and t in _folded(item.title) for t in titles)
        or re.search(r"\.(?:docx?|pdf|pptx?|xlsx?)$", item.title, re.I)
    ]  # fmt: skip
    if len(named) < 2 or len(named) < 0.5 * len(tops):
        return set()
    if not agenda and not any(
        re.search(r"\.(?:docx?|pdf)$", i.title, re.I)
        or re.match(r"(?i)^(?:item|agenda|enc|paper)", i.title)
        for i in named
    ):
        return set()  # "1 Introduction", "2 Background": a report's chapters
    return {item.page - 1 for item in named if not re.match(r"(?i)^appendix", item.title)}


def _groups(rest: Sequence[int], starts: set[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    for index in rest:
        if not groups or index in starts or index != groups[-1][-1] + 1:
            groups.append([index])
        else:
            groups[-1].append(index)
    return groups


def _is_divider(pages: Sequence[Page]) -> bool:
    """Tell whether pages between papers hold nothing but a heading or nothing at all."""
    if any(page.status in ("scanned", "failed") for page in pages):
        return False
    return sum(len(block.text.split()) for page in pages for block in _body(page)) <= 12


def _paper(document: Document, group: Sequence[int]) -> PaperText:
    pages = [document.pages[i] for i in group]
    blocks = join_run_on(block for page in pages for block in _body(page))
    kind = _kind(pages, blocks)
    cover = find_cover(pages, blocks, kind, document.metadata.get("title", ""))
    if cover.title is not None and kind == "paper":
        kind = next((name for name, pattern in _KINDS if pattern.search(cover.title)), "paper")
    first, last = pages[0].number, pages[-1].number
    return PaperText(
        document=document,
        first_page=first,
        last_page=last,
        blocks=blocks,
        cover=cover,
        sections=_sections(blocks, cover.title),
        kind=kind,
        warnings=tuple(w for w in document.warnings if w.page is None or first <= w.page <= last),
        labels={page.number: page.label for page in pages if page.label},
    )


def _kind(pages: Sequence[Page], blocks: Sequence[Block]) -> str:
    tops = _top_texts(pages[0], 6)
    if any(_MINUTES.match(text) for text in tops):
        return "minutes"
    if any(_ACTION_LOG.search(text) and len(text) < 80 for text in tops):
        return "action_log"
    if any(
        _REGISTER.search(b.text) and len(b.text) < 80 for b in blocks[:6] if b.kind == "heading"
    ):
        return "risk_register"
    return "paper"


def _sections(blocks: Sequence[Block], title: str | None) -> tuple[Section, ...]:
    out = []
    for block in blocks:
        if block.kind != "heading":
            continue
        text = block.text
        number = None
        if block.marker is not None:
            number = block.marker.strip("().")
            text = text[len(block.marker) :].strip() if text.startswith(block.marker) else text
        if text and text != title and (title is None or text not in title or number):
            out.append(Section(number=number, heading=text.rstrip(":"), page=block.page))
    return tuple(out)


def _with_agenda(papers: list[PaperText], agenda: Sequence[AgendaItem]) -> list[PaperText]:
    """Give papers that print no agenda number the one of the agenda's item with their title."""
    out = []
    for paper in papers:
        cover = paper.cover
        if cover.agenda_item is None and cover.title:
            match = next(
                (i for i in agenda if i.number and _folded(i.title) == _folded(cover.title or "")),
                None,
            )
            if match is not None:
                cover = replace(cover, agenda_item=match.number)
        out.append(replace(paper, cover=cover))
    return out


def _placed(agenda: Sequence[AgendaItem], papers: Sequence[PaperText]) -> list[AgendaItem]:
    """Return the agenda with the page of each item's paper, where one is found."""
    out = []
    for item in agenda:
        page = next(
            (p.first_page for p in papers
             if (item.number and p.cover.agenda_item == item.number)
             or (p.cover.title and _folded(p.cover.title) == _folded(item.title))), None,
        )  # fmt: skip
        out.append(replace(item, first_page=page))
    return out
