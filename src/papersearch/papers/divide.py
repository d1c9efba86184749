"""A document is divided into its papers.

Most files hold one paper. A file is a pack where at least two of these signs
agree that several papers begin in it: an agenda at its front, cover sheets,
bookmarks that name agenda items, page numbers that start again. A chapter, an
appendix or a report behind its cover sheet begins no paper of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from papersearch.papers.agenda import (
    continues_agenda,
    has_no_paper,
    is_agenda,
    item_of,
    links_to_papers,
    lists_attendance,
    printed_pages,
    read_items,
)
from papersearch.papers.cover import find_cover
from papersearch.papers.kinds import (
    ACTION_LOG,
    MINUTES,
    body,
    is_minutes,
    kind_at_top,
    kind_by_title,
    sections,
    top_texts,
)
from papersearch.papers.masthead import is_masthead
from papersearch.papers.of_pack import with_pack
from papersearch.papers.paper import AgendaItem, Division, PaperText
from papersearch.papers.running_on import join_run_on
from papersearch.papers.signs import (
    LEAST_COVER_FIELDS,
    bookmarked,
    cover_score,
    folded,
    sign,
    starts,
)
from papersearch.reading.document import Document, Page
from papersearch.record import Section

AGENDA_WITHIN = 6
"""An agenda begins on one of the first pages."""
MOST_WORDS_BEFORE_AGENDA = 60
MOST_DIVIDER_WORDS = 12
_ANNOUNCES = re.compile(r"(?i)^(?:agenda\s+)?(?:item|enclosure|enc|section|paper|tab|part)\b\W*\w")


def divide(document: Document) -> Division:
    """Return the papers of *document* in page order, and the agenda if it has one."""
    pages = document.pages
    agenda_pages = _agenda_pages(document)
    listed = [pages[i] for i in sorted(agenda_pages)]
    linked = {p: text for i in agenda_pages for text, p in links_to_papers(document, i)}
    agenda = read_items(listed) or _unnumbered(listed, linked)
    rest = [i for i in range(len(pages)) if i not in agenda_pages]
    if not any(page.status in ("text", "ocr", "scanned", "failed") for page in pages):
        # Nothing but empty pages: one record that says so, never silence.
        rest = list(range(len(pages)))
    elif agenda_pages and not any(body(pages[i]) or pages[i].status != "empty" for i in rest):
        return Division((), tuple(agenda))
    signs = {i: sign(document, i, agenda) for i in rest}
    begin = starts(
        document,
        rest,
        signs,
        agenda,
        printed_pages(listed),
        bool(agenda_pages),
        {p - 1 for p in linked},
    )
    groups = _groups(rest, begin)
    papers = [
        _paper(document, _without_divider(document, group) if len(groups) > 1 else group)
        for group in groups
        if not (len(groups) > 1 and _is_divider([pages[i] for i in group]))
    ]
    if agenda_pages:
        papers = _with_agenda(papers, agenda)
        front = join_run_on(block for page in listed for block in body(page))
        told = find_cover(listed, front)
        papers = [with_pack(paper, told) for paper in papers]
    return Division(tuple(papers), tuple(_placed(agenda, papers)))


def _agenda_pages(document: Document) -> set[int]:
    pages = document.pages
    for index in range(min(len(pages), AGENDA_WITHIN)):
        if not is_agenda(pages[index]) and not links_to_papers(document, index):
            continue
        if lists_attendance(pages[index]) and _reports_discussion(document, index):
            return set()
        if not all(_is_front_matter(pages[i]) for i in range(index)):
            return set()
        found = set(range(index + 1))
        following = index + 1
        while following < len(pages) and continues_agenda(pages[following]) and not (
            cover_score(pages[following]) >= LEAST_COVER_FIELDS or is_minutes(pages[following])
        ):  # fmt: skip
            found.add(following)
            following += 1
        return found
    return set()


def _unnumbered(listed: Sequence[Page], linked: dict[int, str]) -> list[AgendaItem]:
    """Return the items of an agenda that numbers none: those linked, and those without a paper."""
    items = [AgendaItem(None, text, first_page=page) for page, text in sorted(linked.items())]
    lines = [line.text for page in listed for block in body(page) for line in block.lines]
    told = [item for line in lines if has_no_paper(item := item_of(line))]
    return [*items, *told] if items else []


def _reports_discussion(document: Document, index: int) -> bool:
    """Tell minutes that open with their agenda from a pack: no paper begins behind it."""
    rest = range(index + 1, len(document.pages))
    begins = any(
        cover_score(document.pages[i]) >= LEAST_COVER_FIELDS or document.pages[i].label == "1"
        for i in rest
    )
    return bool(rest) and not begins and not bookmarked(document, ())


def _is_front_matter(page: Page) -> bool:
    """Tell a summons, a title or an empty page before the agenda from a paper."""
    return sum(len(block.text.split()) for block in body(page)) <= MOST_WORDS_BEFORE_AGENDA


def _groups(rest: Sequence[int], begin: set[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    for index in rest:
        if not groups or index in begin or index != groups[-1][-1] + 1:
            groups.append([index])
        else:
            groups[-1].append(index)
    return groups


def _is_divider(pages: Sequence[Page]) -> bool:
    """Tell whether pages between papers hold nothing but a heading or nothing at all."""
    if any(page.status in ("scanned", "failed") for page in pages):
        return False
    words = sum(len(block.text.split()) for page in pages for block in body(page))
    return words <= MOST_DIVIDER_WORDS


def _without_divider(document: Document, group: Sequence[int]) -> Sequence[int]:
    """Drop a sheet "Item 3: Action log" from before the paper that it announces."""
    if len(group) < 2 or not _is_divider([document.pages[group[0]]]):
        return group
    words = " ".join(block.text for block in body(document.pages[group[0]]))
    after = " ".join(folded(text) for text in top_texts(document.pages[group[1]], 3))
    return group[1:] if _ANNOUNCES.match(words) or folded(words) in after else group


def _paper(document: Document, group: Sequence[int]) -> PaperText:
    pages = [document.pages[i] for i in group]
    blocks = join_run_on(block for page in pages for block in body(page))
    kind = kind_at_top(pages, blocks)
    cover = find_cover(pages, blocks, kind, document.metadata.get("title", ""))
    if cover.title is not None and kind == "paper":
        kind = kind_by_title(cover.title)
    first, last = pages[0].number, pages[-1].number
    return PaperText(
        document=document,
        first_page=first,
        last_page=last,
        blocks=blocks,
        cover=cover,
        sections=tuple(s for s in sections(blocks, cover.title) if not _is_front(s, first)),
        kind=kind,
        warnings=tuple(w for w in document.warnings if w.page is None or first <= w.page <= last),
        labels={page.number: page.label for page in pages if page.label},
    )


def _is_front(section: Section, first_page: int) -> bool:
    """Tell the masthead, which is set as a heading, from the paper's own sections."""
    return section.number is None and section.page == first_page and is_masthead(section.heading)


def _with_agenda(papers: list[PaperText], agenda: Sequence[AgendaItem]) -> list[PaperText]:
    """Give papers that print no agenda number the one of the agenda's item with their title."""
    out = []
    for paper in papers:
        cover = paper.cover
        title = folded(cover.title or "")
        if cover.agenda_item is None and title:
            match = next((i for i in agenda if i.number and folded(i.title) == title), None)
            if match is not None:
                cover = replace(cover, agenda_item=match.number)
        out.append(replace(paper, cover=cover))
    return out


def _is_kept_record(item: AgendaItem, paper: PaperText) -> bool:
    """Tell whether *item* announces the minutes or the action log that *paper* is."""
    wanted = {"minutes": MINUTES, "action_log": ACTION_LOG}.get(paper.kind)
    return (
        wanted is not None and paper.cover.agenda_item is None and bool(wanted.search(item.title))
    )


def _placed(agenda: Sequence[AgendaItem], papers: Sequence[PaperText]) -> list[AgendaItem]:
    """Return the agenda with the page of each item's paper, where one is found."""
    out = []
    for item in agenda:
        page = next(
            (p.first_page for p in papers
             if (item.number and p.cover.agenda_item == item.number)
             or p.first_page == item.first_page
             or _is_kept_record(item, p)
             or (p.cover.title and folded(p.cover.title) == folded(item.title))), None,
        )  # fmt: skip
        out.append(replace(item, first_page=page))
    return out
