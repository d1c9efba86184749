"""What a paper is for, as its form marks it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from papersearch.papers.fields import label_kind
from papersearch.papers.lines import segments
from papersearch.papers.paper import CoverField
from papersearch.papers.purpose_marks import (
    TICK_WORDS,
    marked_in_table,
    marked_options,
    option_spots,
    set_apart,
)
from papersearch.papers.purpose_words import option, purposes_in
from papersearch.reading.document import Block, Cell, Table, Word

MOST_BLOCKS_OF_KEY_POINTS = 80
MOST_BLOCKS_OF_FORM = 25
MOST_WORDS_OF_OPTIONS = 14
MOST_WORDS_OF_LABEL = 6
MOST_WORDS_OF_MASTHEAD = 20
_PAPER_IS_FOR = re.compile(
    r"(?i)^this\s+(?:paper|report|item)\s+(?:is\s+)?(?:(?:presented|submitted|brought)\s+)?"
    r"(?P<value>(?:for|to)\s+\w+(?:\s+(?:and|/|&)\s+\w+)?)\.?$"
)
_FOR_AT_END = re.compile(
    r"(?:^|[.,;|\u00b7\u2013\u2014]\s+|\b(?i:item|paper)\s+\S+\s+)"
    r"(?P<value>[Ff]or\s+\w+(?:\s+(?:and|or)\s+\w+)?)\.?$"
)
"""How a line of a masthead ends: "Trust Board, 26 March 2026 Item 5 For approval"."""
_FOR = re.compile(r"^(?:For|To)\s")
_NAMED = re.compile(r"(?i)^(?:report|paper|item)?\s*for\s*:\s*(.+)$")


def find_purpose(
    fields: Sequence[CoverField], head: Sequence[Block], blocks: Sequence[Block]
) -> tuple[str, ...]:
    """Return the purposes that are ticked or named, in the form's order.

    An option that is printed and not ticked is none; of a row of options
    without any mark nothing is known. Labels beside single key points count
    only where the cover names no purpose.
    """
    found: list[str] = []
    marked = False
    for item in fields:
        named = _of_value(item, head[item.block])
        if named is not None:
            marked = True
            found += named
    for block in head:
        if block.table is not None and (ticked := marked_in_table(block.table)) is not None:
            marked = True
            found += ticked
    if marked:
        return tuple(dict.fromkeys(found))
    if (asked := next(filter(None, map(_asked_for, fields)), None)) is not None:
        return (asked,)
    if (named := _below_heading(head)) is not None:
        return named
    if (said := _said_for(fields, head)) is not None:
        return said
    for run in _runs(head[:MOST_BLOCKS_OF_FORM]):
        spots = option_spots(run)
        if (
            len({name for _, _, name in spots}) > 1
            and (ticked := marked_options(run, spots)) is not None
        ):
            return ticked
    for block in head[:12]:
        for line in block.lines:
            for part in segments(line, label_kind):
                match = _NAMED.match(part)
                if match and (name := option(match.group(1))):
                    return (name,)
    return _beside_key_points(blocks)


def _asked_for(item: CoverField) -> str | None:
    """Return "decision" where "Decision required:" is answered with yes."""
    if item.value.strip(" .").lower() not in ("yes", "y"):
        return None
    asked = re.sub(r"(?i)\s+(?:required|needed|sought|requested)\W*$", "", item.label)
    return option(asked) if asked != item.label else None


def _said_for(fields: Sequence[CoverField], head: Sequence[Block]) -> tuple[str, ...] | None:
    """Return what a form says a paper is for under labels of its own: "Item type: For decision".

    Several cells or lines that say so are options that nobody marked.
    """
    pieces = [item.value for item in fields]
    for block in head[:MOST_BLOCKS_OF_FORM]:
        if block.table is not None:
            pieces += [cell.text for cell in block.table.cells if cell.lines]
            continue
        for line in block.lines:
            text = line.text.strip()
            label, sign, value = text.partition(":")
            pieces.append(value if sign and len(label.split()) <= MOST_WORDS_OF_LABEL else "")
            pieces += _parts_of_masthead(text)
            if (match := _PAPER_IS_FOR.match(text)) is not None:
                pieces.append(match["value"])
    found = {
        piece.strip(" .").lower(): named
        for piece in pieces
        if _FOR.match(piece.strip().capitalize()) and (named := purposes_in(piece.strip(" .")))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _parts_of_masthead(text: str) -> list[str]:
    """Part "Board of Management \u2013 6 March 2025 \u2013 Paper E \u2013 for noting"."""
    if len(text.split()) > MOST_WORDS_OF_MASTHEAD:
        return []
    last = _FOR_AT_END.search(text)
    return re.split(r"\s+[|\u2013\u2014-]\s+|\s*[|;]\s*", text) + ([last["value"]] if last else [])


def _below_heading(head: Sequence[Block]) -> tuple[str, ...] | None:
    """Return the option that stands alone beneath the heading "Purpose"."""
    for block, after in pairwise(head[:MOST_BLOCKS_OF_FORM]):
        alone = block.table is None and after.table is None and len(after.lines) == 1
        if alone and label_kind(block.text) == "purpose":
            return purposes_in(after.text)
    return None


def _of_value(item: CoverField, block: Block) -> tuple[str, ...] | None:
    """Return what a purpose field says, ``None`` where it says nothing that is known."""
    words = _value_words(item, block)
    spots = option_spots(words)
    if spots and (ticked := marked_options(words, spots)) is not None:
        return ticked
    if any(word.tick for word in words):
        return None
    if len(spots) > 1 and (chosen := set_apart(words, spots)):
        return chosen
    named = purposes_in(item.value) or purposes_in(item.value.split(". ")[0])
    if named is None and len(item.lines) > 1:
        named = purposes_in(item.lines[0])  # prose follows without a gap
    return named


def _value_words(item: CoverField, block: Block) -> list[Word]:
    """Return the words of *block* that are the field's value."""
    words = [word for line in block.lines for word in line.words]
    if block.table is not None:
        words = [w for cell in block.table.cells for line in cell.lines for w in line.words]
    wanted = item.value.split()
    texts = [word.text for word in words]
    for start in range(len(words) - len(wanted) + 1):
        if wanted and texts[start : start + len(wanted)] == wanted:
            return words[start : start + len(wanted)]
    return []


def _runs(blocks: Sequence[Block]) -> list[list[Word]]:
    """Return the words of short lines that follow one another, as options in a form do."""
    runs: list[list[Word]] = [[]]
    for block in blocks:
        if block.table is not None:
            runs.append([])
            continue
        for line in block.lines:
            if len(line.words) > MOST_WORDS_OF_OPTIONS:
                runs.append([])
            else:
                runs[-1] += line.words
    return [run for run in runs if any(word.tick or TICK_WORDS.match(word.text) for word in run)]


def _beside_key_points(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the labels that stand in a column beside key points, or alone as "For assurance"."""
    found: list[str | None] = []
    for block in blocks[:MOST_BLOCKS_OF_KEY_POINTS]:
        if block.table is not None:
            found += [_beside(block.table, cell) for cell in block.table.cells if cell.column > 0]
            continue
        for line in block.lines:
            parts = segments(line, label_kind)
            found += [
                option(part)
                for number, part in enumerate(parts)
                if len(part.split()) <= 3
                and (_FOR.match(part) or (number > 0 and len(parts[0].split()) > 4))
            ]
    return tuple(dict.fromkeys(name for name in found if name))


def _beside(table: Table, cell: Cell) -> str | None:
    left = table.cell(cell.row, 0)
    if left is None or len(left.text.split()) < 5 or len(cell.text.split()) > 3:
        return None
    return option(cell.text)
