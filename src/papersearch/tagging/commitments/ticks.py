"""Ticks in cells and beside lines, and what a whole list's ticks say of each item."""

from __future__ import annotations

from collections.abc import Sequence

from papersearch.reading.document import Tick
from papersearch.record import Tickedness
from papersearch.tagging.commitments.found import WordAt
from papersearch.tagging.commitments.patterns import words
from papersearch.tagging.layout import TableView


def cell_tick(view: TableView, row: int, column: int) -> Tick | None:
    """Return the tick of a cell that holds nothing else, in a glyph or in a word."""
    cell = view.table.cell(row, column)
    if cell is None:
        return None
    text = view.text(row, column).strip()
    if cell.tick is not None and len(text.split()) <= 1:
        return cell.tick
    if not text:
        return view.tick(row, column)
    return word_tick(text)


def word_tick(text: str) -> Tick | None:
    """Return what a lone word or sign says as a tick."""
    data = words("ticks")
    if text in data["unreadable"]:
        return "unknown"
    lower = text.lower()
    if lower in data["yes"]:
        return "ticked"
    if lower in data["no"]:
        return "not_ticked"
    return None


def bracket_ticks(line: Sequence[WordAt]) -> list[tuple[WordAt, Tick | None, bool]]:
    """Return the words of *line*, their ticks, and whether they are ticks' signs only.

    "[x]" and "[ ]" are ticks too; the words of "[ ]" are two.
    """
    out: list[tuple[WordAt, Tick | None, bool]] = []
    skip = False
    for index, word in enumerate(line):
        if skip:
            skip = False
            out.append((word, None, True))
            continue
        text = word.word.text
        if word.tick is not None:
            out.append((word, word.tick, True))
        elif text.lower() in ("[x]", "[✓]", "(✓)"):
            out.append((word, "ticked", True))
        elif text in ("[]", "[_]"):
            out.append((word, "not_ticked", True))
        elif text == "[" and index + 1 < len(line) and line[index + 1].word.text == "]":
            out.append((word, "not_ticked", True))
            skip = True
        elif text.startswith("(cid:") or text == "\ufffd":
            out.append((word, "unknown", True))
        else:
            out.append((word, None, False))
    return out


def settle(ticks: Sequence[Tick | None], places: bool = False) -> list[Tickedness]:
    """Return what each item of a list is, given the tick found beside each.

    An item without a tick is unticked only where the list shows ticks or tick
    places; where no sign can be read nothing is said of any.

    Args:
        ticks: The tick of each item, ``None`` where none was found.
        places: The form has room for ticks that are seen apart from the items.
    """
    shown = places or any(tick in ("ticked", "not_ticked") for tick in ticks)
    unreadable = any(tick == "unknown" for tick in ticks)
    out: list[Tickedness] = []
    for tick in ticks:
        if tick == "ticked":
            out.append(True)
        elif tick == "not_ticked":
            out.append(False)
        elif tick == "unknown" or not shown or (unreadable and not shown):
            out.append(None)
        else:
            out.append(False)
    return out
