"""Signs that a paper begins on a page: cover sheet, agenda title, page numbers, bookmark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from papersearch.papers.agenda import has_no_paper
from papersearch.papers.fields import find_fields
from papersearch.papers.kinds import ACTION_LOG, body, is_minutes, top_texts
from papersearch.papers.paper import AgendaItem
from papersearch.reading.document import Document, Page

LEAST_COVER_FIELDS = 3
MOST_COVER_BLOCKS = 25
LEAST_RESTARTS = 3
_COVER_KINDS = frozenset(
    {"title", "agenda_item", "meeting", "meeting_date", "purpose", "presented_by", "authors",
     "previous_committees", "recommendation", "foi", "summary", "strategic_objectives", "reference"}
)  # fmt: skip
_OPENING = frozenset({"title", "meeting", "agenda_item"})
_APPENDIX = re.compile(r"(?i)^(?:appendix|appendices|annex|annexe|schedule|exhibit)\b")
_ITEM_NAME = re.compile(
    r"(?i)^(?:item|agenda item|enc(?:losure)?|paper)?\s*\d{1,3}(?:[./]\d+)*[a-z]{0,4}\b"
)
_SURELY_ITEM = re.compile(r"(?i)^(?:item|agenda\s+item|agenda|enc(?:losure)?|paper)\s*[\d.]")
_FILE_NAME = re.compile(r"(?i)\.(?:docx?|pdf|pptx?|xlsx?)$")


@dataclass(frozen=True, slots=True)
class Sign:
    """What the top of a page says of itself."""

    cover: bool
    restart: bool
    """The printed page number is 1, and was not 1 on the page before."""
    item: int | None
    """The agenda item whose title stands at the top, counted from 0."""
    minutes: bool
    """Minutes or an action log begin."""
    appendix: bool


def folded(text: str) -> str:
    """Return *text* in lower case with only letters, digits and single spaces."""
    return " ".join(re.sub(r"[^a-z0-9 ]+", " ", text.lower()).split())


def cover_score(page: Page) -> int:
    """Return how many different fields of a cover sheet stand on *page*."""
    return len({f.kind for f in find_fields(body(page)[:MOST_COVER_BLOCKS])} & _COVER_KINDS)


def sign(document: Document, index: int, agenda: Sequence[AgendaItem]) -> Sign:
    """Return what page *index* (from 0) says of itself."""
    page = document.pages[index]
    before = document.pages[index - 1] if index else None
    tops = top_texts(page)
    header = [b.text for b in page.blocks if b.kind == "header"]
    fields = list(find_fields(body(page)[:MOST_COVER_BLOCKS]))
    titles = [field.value for field in fields if field.kind == "title"]
    return Sign(
        cover=len({field.kind for field in fields} & _COVER_KINDS) >= LEAST_COVER_FIELDS,
        restart=page.label == "1" and (before is None or before.label != "1"),
        item=_item_at_top([*titles, *tops], agenda),
        minutes=is_minutes(page) or any(ACTION_LOG.search(t) and len(t) < 60 for t in tops[:4]),
        appendix=any(_APPENDIX.match(text) for text in [*tops[:3], *header]),
    )


def _item_at_top(tops: Sequence[str], agenda: Sequence[AgendaItem]) -> int | None:
    for number, item in enumerate(agenda):
        wanted = folded(item.title)
        size = len(wanted.split())
        if size < 2 or has_no_paper(item):
            continue
        for text in tops:
            have = folded(text)
            if have == wanted or (
                size > 2 and have.endswith(wanted) and len(have.split()) <= size + 4
            ):
                return number
    return None


def starts(
    document: Document, rest: Sequence[int], signs: dict[int, Sign], agenda: Sequence[AgendaItem],
    printed: set[int], has_agenda: bool, linked: set[int],
) -> set[int]:  # fmt: skip
    """Return the pages (from 0) on which papers begin; empty where the file is one paper."""
    covers = {i for i in rest if signs[i].cover}
    items = {i for i in rest if signs[i].item is not None}
    minutes = {i for i in rest if signs[i].minutes}
    restarts = {i for i in rest if signs[i].restart}
    bookmarks = bookmarked(document, agenda) & set(rest)
    told = _labelled(document, rest, printed) | _opened(signs, linked)
    others = restarts - set(rest[:1])
    opening = {i for i in covers if _opens(document.pages[i])}
    is_pack = (
        (has_agenda and bool(covers | items | others | bookmarks | told))
        or (len(covers) >= 2 and bool(opening - set(rest[:1])))
        or (len(bookmarks) >= 2 and bool(bookmarks & (restarts | covers | minutes)))
        or len(restarts & (covers | minutes)) >= 2
    )
    if not is_pack:
        return set()
    begin = _first_of_each(items, signs, covers) | told | bookmarks
    begin |= {i for i in covers if i in opening or signs[i].restart}
    begin |= {i for i in minutes if i in restarts or has_agenda or i in bookmarks}
    if len(begin) < 2:
        begin |= restarts
    sure = bookmarks | told | {i for i in items if not signs[i].appendix}
    begin -= {i for i in begin if signs[i].appendix and i not in sure}
    return _without_repeats(document, begin, signs, sure)


def _first_of_each(items: set[int], signs: dict[int, Sign], covers: set[int]) -> set[int]:
    """A report behind its cover sheet bears the item's title again, and begins nothing."""
    seen: set[int] = set()
    out: set[int] = set()
    for index in sorted(items):
        item = signs[index].item
        if item is not None and (item not in seen or index in covers):
            out.add(index)
            seen.add(item)
    return out


def _without_repeats(
    document: Document, begin: set[int], signs: dict[int, Sign], sure: set[int]
) -> set[int]:
    """Drop second pages of forms, and minutes that stand behind their own cover sheet."""
    out = set(begin)
    for index in sorted(begin):
        if index in sure or index - 1 not in out:
            continue
        before, here = signs.get(index - 1), signs[index]
        if before is None or here.restart:
            continue
        form_goes_on = here.cover and not _opens(document.pages[index])
        own_minutes = here.minutes and not here.cover and before.cover and before.minutes
        if form_goes_on or own_minutes:
            out.discard(index)
    return out


def _labelled(document: Document, rest: Sequence[int], printed: set[int]) -> set[int]:
    """Return the pages whose printed number the agenda gives: "(Pages 5 - 12)"."""
    if not printed:
        return set()
    wanted = {str(number) for number in printed}
    found = {i for i in rest if document.pages[i].label in wanted}
    return found if len(found) <= len(printed) else set()


def _opened(signs: dict[int, Sign], linked: set[int]) -> set[int]:
    """Return the pages that the agenda's links open, without appendices."""
    return {index for index in linked if index in signs and not signs[index].appendix}


def _opens(page: Page) -> bool:
    """Tell whether a page opens with a title, meeting or agenda label rather than runs on."""
    first = [f.kind for f in find_fields(body(page)[:6])]
    return bool(_OPENING & set(first[:5]))


def bookmarked(document: Document, agenda: Sequence[AgendaItem]) -> set[int]:
    """Return the pages (from 0) of top bookmarks, where these name agenda items or files."""
    tops = [item for item in document.outline if item.depth == 1]
    if len(tops) == 1:
        tops = [item for item in document.outline if item.depth == 2]
    titles = {folded(item.title) for item in agenda} - {""}
    named = [
        item for item in tops
        if _ITEM_NAME.match(item.title)
        or _FILE_NAME.search(item.title)
        or any(title in folded(item.title) for title in titles)
    ]  # fmt: skip
    if len(named) < 2 or len(named) < 0.5 * len(tops):
        return set()
    if not agenda and not any(
        _FILE_NAME.search(i.title) or _SURELY_ITEM.match(i.title) for i in named
    ):
        return set()  # "1 Introduction", "2 Background": a report's chapters
    return {
        item.page - 1 for item in named
        if not _APPENDIX.match(item.title) and 0 < item.page <= len(document.pages)
    }  # fmt: skip
