"""Lines in reading order become blocks: headings, list items and paragraphs."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from papersearch.reading.document import Block, Line
from papersearch.reading.layout import BARE_NUMBER, BULLET, NUMBER, Strip
from papersearch.reading.lists import with_lists

MOST_STEP = 1.32
"""A line that lies more usual steps below the last begins a block."""
MOST_HEADING_STEP = 1.8
"""Letter heights from one line of a wrapped heading to the next."""
LEAST_DEDENT = 8.0
"""Points by which a line stands left of the lines above where a new paragraph begins."""
LEAST_LETTERS = 400
MOST_BOLD = 0.7
"""On a page of so many letters, a bold font that sets this share of them is its plain one."""
SMALL = 0.9
"""Letters below this share of the body's are a note's, never a heading's."""
_LEAST_WRAPPED = 4
_LEAST_WORDS = 7
"""A line of fewer words that ends at the column's edge need not go on below."""
_ENDS_SENTENCE = re.compile(r"[.;:?!]['\"\u2019\u201d)]*$")
_LINK = re.compile(r"https?:|www\.|@")
_CAPITALS = re.compile(r"^[^a-z]*[A-Z]{2}[^a-z]*$")
_NO_HEADING = re.compile(r"^\(.*\)$|^<|[.\u2026_]{5,}")
"""A name in brackets, a piece of code, a line of a contents list."""
_FIGURE = re.compile(r"\d")
_DASH = re.compile(r"^[*\u2013\u2014-]$")


def blocks_of(strips: Sequence[Strip], page: int) -> list[Block]:
    """Return *strips* as blocks: headings, list items and paragraphs."""
    if not strips:
        return []
    body = body_size(strips)
    edges: dict[int, float] = {}
    for strip in strips:
        edges[strip.column] = max(edges.get(strip.column, 0.0), strip.box[2])
    step = _usual_step(strips, edges, body)
    groups: list[list[Strip]] = []
    for strip in strips:
        # Larger letters stand wider apart.
        own = step * max(
            1.0, strip.size / body if body else 1.0
        )  # a file may say they have no size
        if groups and not _starts_block(groups[-1], strip, own, edges[strip.column]):
            groups[-1].append(strip)
        else:
            groups.append([strip])
    plain = _bold_body_font(strips)
    return with_lists([_block(group, page, body, plain) for group in groups])


def _usual_step(strips: Sequence[Strip], edges: dict[int, float], body: float) -> float:
    """Return the distance in points from one line of a paragraph to the next.

    Lines that run to the column's edge go on below it, so that theirs is the
    step; on a page of short lines most may be paragraphs of their own, and the
    smaller steps are those within one.
    """
    all_steps, wrapped = [], []
    for a, b in pairwise(strips):
        step = b.box[1] - a.box[1]
        if a.column == b.column and 0 < step < 4 * body:
            all_steps.append(step)
            if len(a.words) >= _LEAST_WORDS and _wraps(a, b, edges[a.column]):
                wrapped.append(step)
    if len(wrapped) >= _LEAST_WRAPPED:
        return statistics.median(wrapped)
    if not all_steps:
        return 1.3 * body
    return sorted(all_steps)[int(0.35 * (len(all_steps) - 1))]


def _bold_body_font(strips: Sequence[Strip]) -> str | None:
    """Return the font of most words where it calls itself bold: by it nothing stands out."""
    counts: Counter[tuple[str, bool]] = Counter()
    for strip in strips:
        for word in strip.words:
            counts[word.font, word.bold] += len(word.text)
    (font, bold), count = counts.most_common(1)[0]
    most = sum(counts.values())
    return font if bold and most >= LEAST_LETTERS and count > MOST_BOLD * most else None


def body_size(strips: Sequence[Strip]) -> float:
    """Return the letter height that most of the words have, in points."""
    counts: dict[float, int] = {}
    for strip in strips:
        for word in strip.words:
            size = round(word.size * 2) / 2
            counts[size] = counts.get(size, 0) + len(word.text)
    usual = max(counts, key=lambda size: (counts[size], -size)) if counts else 11.0
    return usual or 10.0  # a damaged file may say that its letters have no size


def _starts_block(group: list[Strip], strip: Strip, step: float, edge: float) -> bool:
    last = group[-1]
    gap = strip.box[1] - last.box[1]
    if strip.column != last.column or gap <= 0 or strip.spread:
        return True
    if _is_marked(strip, group, edge) or (last.spread and not _hangs_under(strip, last)):
        return True
    if gap > MOST_STEP * step and not _heading_goes_on(last, strip, edge):
        return True
    size, before = strip.size, last.size
    if abs(size - before) > 0.12 * before:
        return True
    if strip.coloured != last.coloured and len(last.words) + len(strip.words) > 4:
        return not _link_runs_on(last, strip, edge)
    if strip.bold != last.bold:
        if strip.words[0].bold and last.words[-1].bold and last.box[2] > edge - 30:
            return False
        # Bold words that open a sentence ("Recommendation: the Board …") part nothing.
        return not (_any_bold(strip) and _any_bold(last) and len(strip.words) > 3)
    if _is_dedented(group, strip, edge):
        return True
    wide = edge - group[0].box[0]
    ends_early = last.box[2] < edge - 0.2 * wide
    return (
        ends_early
        and _ENDS_SENTENCE.search(last.words[-1].text) is not None
        and (strip.words[0].text[:1].isupper())
    )


def _link_runs_on(last: Strip, strip: Strip, edge: float) -> bool:
    """Tell a coloured link or title that fills the next line of its sentence from a heading."""
    ends = _ENDS_SENTENCE.search(last.words[-1].text)
    alike = strip.bold == last.bold and abs(strip.size - last.size) < 0.05 * last.size
    at = last.hang if last.hang is not None else last.box[0]
    return ends is None and alike and abs(strip.box[0] - at) < 2 and _wraps(last, strip, edge)


def _wraps(last: Strip, strip: Strip, edge: float) -> bool:
    """Tell whether *last* ends where it does because the next word had no room on it."""
    box = strip.words[0].box
    wide = box[2] - box[0] if box is not None else 0.0
    return last.box[2] + wide + 0.2 * last.words[-1].size > edge - 1


def _heading_goes_on(last: Strip, strip: Strip, edge: float) -> bool:
    """Tell the second line of a heading, whose lines stand wider apart than the text's."""
    both = (last, strip)
    if not all(strip.bold for strip in both) and not all(strip.coloured for strip in both):
        return False
    size = last.size
    return (
        strip.box[1] - last.box[1] < MOST_HEADING_STEP * size
        and abs(strip.size - size) < 0.05 * size
        and _wraps(last, strip, edge)
        and not _ENDS_SENTENCE.search(last.words[-1].text)
    )


def _hangs_under(strip: Strip, last: Strip) -> bool:
    """Tell whether *strip* stands under what *last* has behind its label ("£12.6m   Estimated")."""
    return last.hang is not None and abs(strip.box[0] - last.hang) < 3


def _is_marked(strip: Strip, group: list[Strip], edge: float) -> bool:
    """Tell whether a bullet or number opens *strip*; both may be the sentence's own."""
    marker = _marker(strip)
    if marker is None:
        return False
    last = group[-1]
    if not _DASH.match(marker):
        return not _is_number_of_sentence(marker, strip, group, edge)
    own = (
        abs(strip.box[0] - last.box[0]) < 2
        and _wraps(last, strip, edge)
        and not _ENDS_SENTENCE.search(last.words[-1].text)
        and last.words[0].text != strip.words[0].text
    )
    return not own


def _is_number_of_sentence(marker: str, strip: Strip, group: Sequence[Strip], edge: float) -> bool:
    """Tell the figure at a line's start that ends or carries on the sentence of the line above.

    "… healthy life at 65 is / 11.4 years", "… under regulation / 13. The Board …",
    "10 (2 x / 5) as a target".
    """
    last = group[-1]
    text = " ".join(word.text for row in group for word in row.words)
    if marker[-1] == ")" and marker[0] != "(" and text.count("(") > text.count(")"):
        return True
    if _ENDS_SENTENCE.search(last.words[-1].text) or abs(strip.box[0] - last.box[0]) > 2:
        return False
    if (
        len(last.words) < _LEAST_WORDS
        or not _wraps(last, strip, edge)
        or not _FIGURE.search(marker)
    ):
        return False
    own = _marker(group[0])
    return own is None or not _are_alike(own, marker)


def _are_alike(first: str, second: str) -> bool:
    """Tell two markers of one form: "1." and "2.", "2.1" and "2.2"."""
    return re.sub(r"\d+", "#", first) == re.sub(r"\d+", "#", second)


def _is_dedented(group: list[Strip], strip: Strip, edge: float) -> bool:
    """Tell a paragraph that begins left of the list item or quotation above it."""
    last = group[-1]
    if len(group) < 2 or strip.box[0] > last.box[0] - LEAST_DEDENT or _wraps(last, strip, edge):
        return False
    middle = (strip.box[0] + strip.box[2]) / 2
    return (
        _marker(group[0]) is not None
        or abs(middle - (last.box[0] + last.box[2]) / 2) > LEAST_DEDENT
    )  # not centred


def _block(group: list[Strip], page: int, body: float, plain: str | None) -> Block:
    lines = tuple(Line(strip.words, page) for strip in group)
    marker = _marker(group[0])
    text = " ".join(line.text for line in lines)
    if _is_heading(group, text, marker, body, plain):
        return Block("heading", lines, page, _level(group, marker, body), marker)
    if marker is not None:
        return Block("list_item", lines, page, marker=marker)
    return Block("paragraph", lines, page)


def _marker(strip: Strip) -> str | None:
    """Return the bullet or number that opens *strip*; words must follow it."""
    if len(strip.words) < 2:
        return None
    first = strip.words[0].text
    apart = strip.hang is not None or strip.words[1].text[:1].isupper() or _stands_off(strip)
    if BULLET.match(first) and (first != "o" or apart):
        return first
    if NUMBER.match(first) and not (len(first) == 2 and first in ("A.", "I.") and strip.spread):
        return first
    if BARE_NUMBER.match(first) and not strip.spread:
        # "1  Introduction": a bare number is a marker only with a gap behind it.
        opens = strip.words[1].text[:1]
        if strip.hang is not None and opens.isdigit():
            return first
        if _stands_off(strip) and opens.isupper():
            return first
    return None


def _stands_off(strip: Strip) -> bool:
    """Tell whether a gap wider than between words is behind the first of them."""
    a, b = strip.words[0].box, strip.words[1].box
    return a is not None and b is not None and b[0] - a[2] > 0.7 * (a[3] - a[1])


def _is_heading(
    group: list[Strip], text: str, marker: str | None, body: float, plain: str | None
) -> bool:
    if len(group) > 3 or len(text) > 160 or (group[0].spread and len(text) > 90):
        return False
    if not any(ch.isalpha() for ch in text) or text.rstrip().endswith((",", ";")):
        return False
    if _NO_HEADING.search(text):
        return False
    sizes = statistics.median(word.size for strip in group for word in strip.words)
    bold = all(strip.bold for strip in group) and not (
        plain is not None and all(word.font == plain for s in group for word in s.words)
    )
    large = sizes > 1.15 * body
    ends = text.rstrip().endswith(".") and len(text.split()) > 4
    if marker is not None and BULLET.match(marker):
        return False
    coloured = all(strip.coloured for strip in group) and not _LINK.search(text)
    if (bold or large or coloured) and not ends:
        return True
    if _CAPITALS.match(text) and len(text.split()) >= 2 and len(group) == 1 and len(text) < 80:
        return True
    numbered = marker is not None and re.match(r"^\d{1,2}(?:\.\d{1,2})*\.?$", marker)
    return bool(
        numbered and len(group) == 1 and len(text) < 70 and not _ENDS_SENTENCE.search(text)
        and group[0].words[1].text[:1].isupper() and len(group[0].words) <= 8
        and sizes > SMALL * body
    )  # fmt: skip


def _level(group: list[Strip], marker: str | None, body: float) -> int:
    if marker is not None and (number := re.match(r"^\d+(?:\.\d+)*", marker)):
        return number.group().count(".") + 1
    size = group[0].size
    return 1 if size > 1.5 * body else 2 if size > 1.15 * body else 3


def _any_bold(strip: Strip) -> bool:
    return any(word.bold for word in strip.words)
