"""A run of lines becomes list items with their ticks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from papersearch.reading.document import Tick
from papersearch.tagging.commitments.found import WordAt, without_number
from papersearch.tagging.commitments.patterns import any_of, matches, words
from papersearch.tagging.commitments.ticks import bracket_ticks

_CONNECTS = re.compile(
    r"(?:[,&/(—–-]|\b(?:and|or|of|the|to|for|in|with|a|an|our|by|on|at|from|that))$", re.I
)
_STRANDED = re.compile(
    r"\b(?:that|which|who|whom|what|where|we|they|people|everyone)\b.+\b(?:of|to|for|in|with|by|on|at|from)$",
    re.I,
)
"""A preposition that ends a clause: "a hostel that neighbours can live with"."""
_AND = re.compile(r"[;,]\s+(?:and|or)$")
_MARKER_WORD = re.compile(
    r"^(?:[•●○◦▪■–—·‣➢➤►▶◆→*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}\.\d{1,2})$"
)


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A line of a list, whether a block begins with it, and whether that is a list item."""

    words: tuple[WordAt, ...]
    first_of_block: bool
    is_list_item: bool = False


@dataclass(slots=True)
class Item:
    """An item: its words, its tick, what stands before it as number or name."""

    words: list[WordAt] = field(default_factory=list)
    tick: Tick | None = None
    closed: bool = False

    @property
    def raw(self) -> str:
        """Its words as printed, number and all, ticks left out."""
        return " ".join(word.word.text for word in self.words)

    @property
    def text(self) -> str:
        """Its words without number, bullet and name."""
        return _AND.sub("", without_number(self.raw)[0]).rstrip(" ;,")

    @property
    def reference(self) -> str | None:
        """Its name ("SO1", "Goal 2") where it has one."""
        return without_number(self.raw)[1]


def read_items(lines: Sequence[ItemLine]) -> tuple[list[Item], bool]:
    """Return the items in *lines*, and whether their ticks can be told apart.

    A tick stands before its item, after it, or alone on the next line; a run of
    ticks after all items (a column taken out by itself) is given out in order
    where there is one for each.
    """
    items: list[Item] = []
    run: list[Tick] = []  # ticks on lines of their own, one after another
    before = _ticks_come_first(lines)
    pending: Tick | None = None
    new_line_items = _lines_are_items(lines)
    for line in lines:
        signs = bracket_ticks(line.words)
        texts = [word for word, _, only in signs if not only]
        if not texts:
            ticks = [tick for _, tick, _ in signs if tick is not None]
            if before:
                pending = ticks[0] if ticks else None
            else:
                run += ticks
            continue
        if run:
            _hand_out(items, run)
            run = []
        fresh = True
        for word, tick, only in signs:
            if tick is not None:
                if before:
                    pending = tick
                    fresh = True
                elif items:
                    items[-1].tick = items[-1].tick or tick
                    items[-1].closed = True
                    fresh = True
                continue
            if only:
                continue
            if fresh and _begins_item(
                items, line, word, new_line_items, pending is not None, signs
            ):
                items.append(Item([], pending if before else None))
                pending = None
            fresh = False
            items[-1].words.append(word)
    if run and not _hand_out(items, run):
        return _clean(items), False
    return _clean(items), True


def _ticks_come_first(lines: Sequence[ItemLine]) -> bool:
    for line in lines:
        for _, tick, only in bracket_ticks(line.words):
            if tick is not None:
                # "☐ Item" comes first; a lone tick line first of all does too.
                return True
            if not only:
                break
        else:
            continue
        if _has_tick(line) or not _has_tick_later(lines, line):
            return False
        # A first item without tick: the convention shows on a later line.
        for later in lines[lines.index(line) + 1 :]:
            signs = bracket_ticks(later.words)
            if any(tick for _, tick, _ in signs) and any(not only for _, _, only in signs):
                first = next(((tick, only) for _, tick, only in signs), (None, False))
                return first[0] is not None
        return False
    return False


def _has_tick(line: ItemLine) -> bool:
    return any(tick for _, tick, _ in bracket_ticks(line.words))


def _has_tick_later(lines: Sequence[ItemLine], line: ItemLine) -> bool:
    return any(_has_tick(other) for other in lines[lines.index(line) + 1 :])


def _lines_are_items(lines: Sequence[ItemLine]) -> bool:
    """Within a block each capitalised line is an item of its own, if all lines say so."""
    inner = [line for line in lines if not line.first_of_block and line.words]
    starts = [_first_text(line) for line in inner]
    starts = [start for start in starts if start]
    if not starts:
        return False
    capital = sum(start[0].isupper() or bool(_MARKER_WORD.match(start)) for start in starts)
    ticks = sum(_has_tick(line) for line in lines)
    return capital >= 0.6 * len(starts) or ticks >= 0.5 * len(lines)


def _first_text(line: ItemLine) -> str:
    return next((word.word.text for word, _, only in bracket_ticks(line.words) if not only), "")


def _begins_item(
    items: list[Item],
    line: ItemLine,
    word: WordAt,
    new_line_items: bool,
    has_pending: bool,
    signs: Sequence[tuple[WordAt, Tick | None, bool]],
) -> bool:
    if not items:
        return True
    text = word.word.text
    last = items[-1]
    first_text = next((w for w, _, only in signs if not only), None) is word
    if has_pending:
        return True
    if first_text and _MARKER_WORD.match(text):
        return True
    if line.is_list_item and line.first_of_block and first_text:
        return True
    if text[0].islower():
        return False
    if _CONNECTS.search(last.raw):
        return False
    if not first_text:
        return last.closed  # a second item on one line, parted by a tick
    return line.first_of_block or new_line_items or last.closed


def _hand_out(items: list[Item], run: list[Tick]) -> bool:
    """Give a run of lone ticks to the items; tell whether it was clear whose they are."""
    if len(run) == 1 and items:
        items[-1].tick = items[-1].tick or run[0]
        items[-1].closed = True
        return True
    if len(run) == len(items) and all(item.tick is None for item in items):
        for item, tick in zip(items, run, strict=True):
            item.tick = tick
        return True
    for item in items:
        item.tick = None
    return False


def _clean(items: list[Item]) -> list[Item]:
    return [item for item in items if is_item(item.text)]


def is_item(text: str) -> bool:
    """Tell whether *text* can be an item: words, and no instruction of the form."""
    if not re.search(r"[A-Za-z]{3}", text):
        return False
    return matches("annual", "instructions", text) is None


def breaks_off(text: str) -> bool:
    """Tell whether *text* ends where no item can end: "work with partners to"."""
    return _CONNECTS.search(text) is not None and _STRANDED.search(text) is None


def are_options(texts: Sequence[str]) -> bool:
    """Tell whether a list is one of purposes, CQC domains, characteristics or levels."""
    return sum(is_option(text) for text in texts) >= 0.5 * len(texts)


def are_told(texts: Sequence[str]) -> bool:
    """Tell whether a list is mostly of what has been done: "Opened the hub", "Waits fell"."""
    return sum(matches("annual", "told", text) is not None for text in texts) >= 0.6 * len(texts)


def is_option(text: str) -> bool:
    """Tell whether *text* is an answer of another list: "For noting", "Well-led", "Cautious"."""
    plain = re.sub(r"\W+$", "", text.strip().lower())
    return _options().fullmatch(plain) is not None


@cache
def _options() -> re.Pattern[str]:
    return any_of([rf"(?:(?:for|to) )?(?:{'|'.join(words('annual')['options'])})"])
