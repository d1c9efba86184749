"""Lists of the year's or the plan's commitments, set as lines, bullets or one sentence.

``Our Annual Commitments for 2023/24 are:`` and what follows; tables are read in
:mod:`papersearch.tagging.commitments.annual_tables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from papersearch import dates
from papersearch.tagging.commitments.dues import first_due
from papersearch.tagging.commitments.found import (
    Found,
    Piece,
    inside,
    lines_of,
    pieces,
    reference_day,
)
from papersearch.tagging.commitments.headings import Heading, lead_in, list_heading
from papersearch.tagging.commitments.items import (
    Item,
    ItemLine,
    are_options,
    are_told,
    breaks_off,
    is_item,
    is_option,
    read_items,
)
from papersearch.tagging.commitments.runs import MOST_ITEM_WORDS, follow
from papersearch.tagging.commitments.tails import is_status_text
from papersearch.tagging.commitments.target import find_target
from papersearch.tagging.commitments.ticks import settle

_MORE_SENTENCES = re.compile(r"[a-z)][.!?]\s+[A-Z]")
_SENTENCE_END = re.compile(r"(?<=[a-z)\d][.!?])\s+(?=[A-Z])")
_LEAD = re.compile(r"[^.:;]{8,140}?(?:(?:\s+to)?:|\b(?:are|is) (?=to\b(?!:)|\(?1\b))")
_ENUMERATOR = re.compile(r"(?:^|(?<=[\s;:,]))\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+")


def read_lists(doc: Doc) -> Iterator[Found]:
    """Yield the items of lists that stand as lines or bullets below their heading."""
    all_pieces = pieces(doc)
    fields = _other_fields(doc)
    skip = list(doc.spans.get("risks", ()))
    taken = -1
    for index, piece in enumerate(all_pieces):
        if index <= taken or piece.view is not None or inside(piece.span, skip):
            continue
        for heading, lines, last, listed in _candidates(all_pieces, index, fields, skip):
            found = list(_accept(doc, heading, lines, listed, piece))
            if found:
                taken = last
                yield from found
                break
        else:
            yield from _sentence_list(doc, piece)


def _other_fields(doc: Doc) -> set[int]:
    """Ids of the blocks that are other fields of the cover sheet."""
    paper = doc._.paper
    if paper is None:
        return set()
    return {
        id(paper.blocks[field.block])
        for field in paper.cover.fields
        if field.kind not in ("commitments", "strategic_objectives")
        and 0 <= field.block < len(paper.blocks)
        and paper.blocks[field.block].table is None
    }


_Candidate = tuple[Heading, list[ItemLine], int, bool]


def _candidates(
    all_pieces: Sequence[Piece], index: int, fields: set[int], skip: Sequence[Span]
) -> Iterator[_Candidate]:
    piece = all_pieces[index]
    block_lines = lines_of(piece.span, piece.block.lines)
    whole = list_heading(piece.text)
    if whole is not None:
        run = follow(all_pieces, index + 1, fields, skip, whole)
        yield whole, run.lines, run.last, run.listed
    for count in range(1, min(4, len(block_lines))):
        text = " ".join(word.word.text for line in block_lines[:count] for word in line)
        heading = list_heading(text)
        if heading is None:
            continue
        inner = [ItemLine(tuple(line), n == 0) for n, line in enumerate(block_lines[count:])]
        run = follow(all_pieces, index + 1, fields, skip, heading)
        if run.listed and run.lines and len(inner) <= 2:
            yield heading, run.lines, run.last, True
        yield heading, inner, index, True
        break
    leading = lead_in(piece.text) if whole is None else None
    if leading is not None:
        run = follow(all_pieces, index + 1, fields, skip, leading)
        if run.listed:
            yield leading, run.lines, run.last, True


def _accept(
    doc: Doc, heading: Heading, lines: Sequence[ItemLine], listed: bool, piece: Piece
) -> Iterator[Found]:
    items, clear = read_items(lines)
    if (
        heading.count
        and len(items) > heading.count
        and not any(item.tick for item in items[heading.count :])
    ):
        items = items[: heading.count]
    # Options of another field ("☑ For noting") end a list that runs on without a heading.
    end = next((n for n, i in enumerate(items) if n >= 2 and is_option(i.text)), len(items))
    # So does a paragraph that a page break has run on with the last bullet.
    runs_on = next(
        (n for n, item in enumerate(items) if _MORE_SENTENCES.search(item.text)), len(items)
    )
    if runs_on >= 2:  # where earlier items have several sentences, so may this
        end = min(end, runs_on)
    items = items[:end]
    ticked = any(item.tick for item in items)
    if not believable(doc, heading, items, ticked, listed):
        return
    places = clear and any(item.tick in ("ticked", "not_ticked") for item in items)
    yield from to_found(doc, heading, items, settle([i.tick for i in items], places), piece.span)


def believable(
    doc: Doc, heading: Heading, items: Sequence[Item], ticked: bool, listed: bool
) -> bool:
    """Tell whether *items* below *heading* are a list of commitments."""
    texts = [item.text for item in items]
    if len(items) < 2 and not (items and ticked):
        return False
    if are_options(texts) or any(len(text.split()) > MOST_ITEM_WORDS for text in texts):
        return False
    if any(item.tick in ("ticked", "not_ticked") for item in items):
        return True
    if heading.only_with_ticks or not _are_phrases(texts, listed) or are_told(texts):
        return False
    policy = doc._.paper is not None and doc._.paper.kind == "policy"
    if not listed:
        # Lines and no bullets: only a heading that leads in to them, or counts them, vouches.
        leads_in = heading.promises_ticks or heading.text.rstrip().endswith(":")
        counted = heading.count == len(items)
        return counted or (heading.strong and leads_in and heading.count is None)
    return heading.strong or not policy


def _are_phrases(texts: Sequence[str], listed: bool) -> bool:
    """Tell whether the items of a list without ticks are worded as commitments may be."""
    lengths = sorted(len(text.split()) for text in texts)
    small = sum(text[:1].islower() for text in texts)
    # "(i) clear the main drain; (ii) replace the pumps": all in small letters, or none.
    alike = not small or (listed and small == len(texts))
    phrases = lengths[0] >= 2 and lengths[len(lengths) // 2] >= 3
    return alike and phrases and not any(breaks_off(text) for text in texts)


def to_found(
    doc: Doc,
    heading: Heading,
    items: Sequence[Item],
    ticked: Sequence[bool | None],
    at: Span,
) -> Iterator[Found]:
    """Yield the items as commitments of the list's year."""
    year = list_year(doc, heading, at)
    day = reference_day(doc)
    for item, tick in zip(items, ticked, strict=True):
        span = item_span(doc, item)
        if span is None:
            continue
        text, status = _without_status(item.text)
        if status is not None:
            span = doc.char_span(span.start_char, span.end_char - len(status), "contract") or span
        yield Found(
            span=span,
            kind="annual",
            text=text,
            status=status,
            why=f"annual-list: heading {heading.text!r}",
            ticked=tick,
            financial_year=year,
            target=find_target(text),
            due=first_due(text, day),
            reference=item.reference,
        )


def _without_status(text: str) -> tuple[str, str | None]:
    """Return an item without what is said of it behind a dash: "Open the suite – Met"."""
    match = re.search(r"\s+[—–-]\s+(?P<status>[^—–]{2,40})$", text)
    if match is None or not is_status_text(match["status"]):
        return text, None
    return text[: match.start()], match["status"]


def item_span(doc: Doc, item: Item) -> Span | None:
    """Return the words of *item* in the doc, without the number before them."""
    first = item.words[0]
    for word in item.words:
        if item.text.startswith(word.word.text.rstrip(";,")) or word.word.text.endswith(
            item.text.split()[0]
        ):
            first = word
            break
    last = item.words[-1]
    return doc.char_span(first.start, last.end, alignment_mode="expand")


def list_year(doc: Doc, heading: Heading, at: Span) -> str | None:
    """Return the financial year of a list: its heading's own, the heading's above, the cover's.

    The cover's counts only for a list that calls itself the year's.
    """
    if heading.year is not None:
        return heading.year
    if re.search(r"\b20\d\d\s?(?:[-–/]|to)\s?(?:20)?\d\d\b", heading.text):
        return None  # a strategy period, and no year
    above = at._.heading
    if above is not None and re.search(
        r"\b(?:annual|plan|commitments|objectives|priorities|goals)\b", above.text, re.I
    ):
        years = {year for _, _, year in dates.find_financial_years(above.text)}
        if len(years) == 1:
            return years.pop()
    if re.search(r"\b(?:annual|this year|year ahead|the year)\b", heading.text, re.I):
        year: str | None = doc._.paper.cover.financial_year if doc._.paper is not None else None
        return year
    return None


def _sentence_list(doc: Doc, piece: Piece) -> Iterator[Found]:
    """``Our priorities for 2024/25 are: (1) …; (2) …; and (3) …``."""
    if piece.block.kind not in ("paragraph", "list_item"):
        return
    text = piece.span.text
    for lead in _leads(text):
        head = lead.group().strip()
        heading = list_heading(head if head.endswith(":") else f"{head}:")
        if heading is None or not (heading.strong or heading.count):
            continue
        found = list(_after_lead(doc, piece, text, lead.end(), heading, head))
        if found:
            yield from found
            return


def _leads(text: str) -> Iterator[re.Match[str]]:
    """Yield what may lead in to a list, at the beginning of each sentence of *text*."""
    for start in (0, *(match.end() for match in _SENTENCE_END.finditer(text))):
        lead = _LEAD.match(text, start)
        if lead is not None:
            yield lead


def _after_lead(
    doc: Doc, piece: Piece, text: str, at: int, heading: Heading, head: str
) -> Iterator[Found]:
    """Yield the items that stand in a row after *head*, ``[]`` unless all can be items."""
    body = text[at:]
    offset = piece.span.start_char + at
    spans = _enumerated(body) or _semicolons(body)
    if len(spans) < 2 or (heading.count and len(spans) != heading.count):
        return
    found = []
    for start, end in spans:
        words_ = body[start:end].strip(" ;,.\n")
        begin = offset + start + body[start:end].index(words_) if words_ else offset
        # The tokenizer keeps the "." of "£3m." with the "m".
        span = doc.char_span(begin, begin + len(words_), alignment_mode="expand")
        if span is None or not is_item(words_) or len(words_.split()) > MOST_ITEM_WORDS:
            return
        found.append((span, " ".join(words_.split())))
    texts = [plain for _, plain in found]
    if are_options(texts) or are_told(texts):
        return
    year = list_year(doc, heading, piece.span)
    for span, plain in found:
        yield Found(
            span=span,
            kind="annual",
            text=plain,
            why=f"annual-sentence: {head!r}",
            financial_year=year,
            target=find_target(plain),
            due=first_due(plain, reference_day(doc)),
        )


def _enumerated(body: str) -> list[tuple[int, int]]:
    marks = list(_ENUMERATOR.finditer(body))
    if len(marks) < 2 or marks[0].start() > 3:
        return []
    ends = [mark.start() for mark in marks[1:]] + [_first_stop(body, marks[-1].end())]
    out = []
    for mark, end in zip(marks, ends, strict=True):
        words_ = re.sub(r"[\s;,]+(?:and\s*)?$", "", body[mark.end() : end])
        out.append((mark.end(), mark.end() + len(words_)))
    return out


def _semicolons(body: str) -> list[tuple[int, int]]:
    stop = _first_stop(body, 0)
    parts = body[:stop].split(";")
    if len(parts) < 2:
        return []
    out = []
    position = 0
    for part in parts:
        lead = re.match(r"\s*(?:and\s+)?", part)
        start = position + (lead.end() if lead else 0)
        out.append((start, position + len(part)))
        position += len(part) + 1
    return out


def _first_stop(body: str, start: int) -> int:
    match = re.search(r"[.!?](?:\s|$)", body[start:])
    return start + match.start() if match else len(body)
