"""What a paper is for, as its form marks it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from papersearch import knowledge
from papersearch.papers.fields import label_kind
from papersearch.papers.lines import segments
from papersearch.papers.paper import CoverField
from papersearch.reading.document import TICK_SIGNS, Block, Cell, Table, Tick, Word

MOST_WORDS_OF_A_NAMED_PURPOSE = 7
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
_TICK_WORDS = re.compile(r"^(?:x|X|y|Y|yes|Yes|YES|√|\[[xX✓]\]|\([xX✓]\))$")
_MARK = re.compile(r"^(?:[xX\u221a\u2713\u2714\u2610-\u2612\u25a1]|\[[xX\u2713]?\]?|\]|[/,&]|and)$")
_EMPTY_BOX = re.compile(r"^(?:\[\s*\]|\(\s*\)|_+|no|No|NO|n|N)$")


@cache
def _options() -> list[tuple[str, str]]:
    data = knowledge.load("papersearch.papers", "purposes")
    pairs = [(words.lower(), name) for name, forms in data.items() for words in forms]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def option(text: str) -> str | None:
    """Return the purpose that *text* as a whole names."""
    folded = re.sub(r"[^a-z ]", " ", text.lower())
    folded = " ".join(folded.split())
    return next((name for words, name in _options() if words == folded), None)


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
        if block.table is not None and (ticked := _in_table(block.table)) is not None:
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
        spots = _spots(run)
        if len({name for _, _, name in spots}) > 1 and (ticked := _marked(run, spots)) is not None:
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
    spots = _spots(words)
    if spots and (ticked := _marked(words, spots)) is not None:
        return ticked
    if any(word.tick for word in words):
        return None
    if len(spots) > 1 and (chosen := _set_apart(words, spots)):
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
    return [run for run in runs if any(word.tick or _TICK_WORDS.match(word.text) for word in run)]


def _is_ticked(cell: Cell | None) -> Tick | None:
    if cell is None:
        return None
    if cell.tick is not None:
        return cell.tick
    words = [w for line in cell.lines for w in line.words]
    if len(words) == 1 and _TICK_WORDS.match(words[0].text):
        return "ticked"
    if not words or (len(words) == 1 and _EMPTY_BOX.match(words[0].text)):
        return "not_ticked"
    return None


def _in_table(table: Table) -> tuple[str, ...] | None:
    """Read options that stand in cells, each with its mark inside, beside or beneath it."""
    options = _options_in(table)
    inside = [_mark_inside(cell) for _, cell in options]
    if any(inside) and (len(options) > 1 or "ticked" in inside):
        return tuple(
            name for (name, _), mark in zip(options, inside, strict=True) if mark == "ticked"
        )
    if len(options) < 2:
        return None
    cells = [cell for _, cell in options]
    for marks in _sides(table, cells):
        if "ticked" in marks:
            return tuple(
                name for (name, _), mark in zip(options, marks, strict=True) if mark == "ticked"
            )
    shaded = [name for name, cell in options if cell.shaded]
    one_row = len({cell.row for cell in cells}) == 1
    return tuple(shaded) if one_row and 0 < 2 * len(shaded) < len(options) + 1 else None


def _options_in(table: Table) -> list[tuple[str, Cell]]:
    out = []
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        bare = " ".join(
            w.text for line in cell.lines for w in line.words
            if w.tick is None and not _TICK_WORDS.match(w.text)
        )  # fmt: skip
        name = option(bare)
        if name is not None:
            out.append((name, cell))
    return out


def _mark_inside(cell: Cell) -> Tick | None:
    if cell.tick is not None:
        return cell.tick
    words = [w for line in cell.lines for w in line.words]
    mark = next((w.tick for w in words if w.tick), None)
    if mark is None and any(_TICK_WORDS.match(w.text) for w in words):
        return "ticked"
    return mark


def _sides(table: Table, cells: Sequence[Cell]) -> list[list[Tick | None]]:
    """Return the marks beneath, right and left of the options; sides that all have come first."""
    taken = {id(cell) for cell in cells}

    def mark(row: int, column: int) -> Tick | None:
        spot = table.cell(row, column) if row >= 0 and column >= 0 else None
        return None if spot is None or id(spot) in taken else _is_ticked(spot)

    right = [mark(c.row, c.column + c.column_span) for c in cells]
    left = [mark(c.row, c.column - 1) for c in cells]
    below = [mark(c.row + c.row_span, c.column) for c in cells]
    sides = [below, right, left] if len({c.row for c in cells}) == 1 else [right, left]
    return sorted(sides, key=lambda marks: None in marks)


def _spots(words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """Return where options stand among *words*: first, behind last, name."""
    spots: list[tuple[int, int, str]] = []
    texts = [re.sub(r"[^a-z]", "", w.text.lower()) for w in words]
    index = 0
    while index < len(words):
        for size in (3, 2, 1):
            name = option(" ".join(t for t in texts[index : index + size] if t))
            if name and texts[index] and texts[min(index + size, len(texts)) - 1]:
                spots.append((index, index + size, name))
                index += size - 1
                break
        index += 1
    return spots


def _marked(words: Sequence[Word], spots: Sequence[tuple[int, int, str]]) -> tuple[str, ...] | None:
    """Read "☒ Assurance ☐ Decision" or "Assurance ✓ Decision"; ``None`` where no mark stands."""
    marks: dict[int, Tick] = {}
    for i, word in enumerate(words):
        if word.tick is not None:
            marks[i] = word.tick
        elif _TICK_WORDS.match(word.text) and len(spots) > 1 and word.text[0] not in "yY":
            marks[i] = "ticked"
        elif i and words[i - 1].text + word.text in ("[]", "()"):
            marks[i - 1] = marks[i] = "not_ticked"
    before = sum((start - 1) in marks for start, _, _ in spots)
    after = sum(end in marks for _, end, _ in spots)
    if not before and not after:
        return None
    # Where both sides of most options have marks, the first option tells which are theirs.
    is_before = before > after if before != after else (spots[0][0] - 1) in marks
    chosen = [
        name for start, end, name in spots if marks.get(start - 1 if is_before else end) == "ticked"
    ]
    return tuple(dict.fromkeys(chosen))


def _set_apart(words: Sequence[Word], spots: Sequence[tuple[int, int, str]]) -> tuple[str, ...]:
    """Return the options set in bold, or on colour, among others that are not."""
    for looks in ("bold", "highlighted"):
        chosen = [n for a, b, n in spots if all(getattr(w, looks) for w in words[a:b])]
        if 0 < len(chosen) < len(spots):
            return tuple(dict.fromkeys(chosen))
    return ()


def only_marks_purpose(value: str) -> bool:
    """Tell a row of options, marked or not ("For Approval ☐ For Noting ☒"), from a sentence."""
    words = [w for w in value.split() if not (w in TICK_SIGNS.values() or _MARK.match(w))]
    folded = " ".join(words)
    return bool(words) and (
        option(folded) is not None or purposes_in(folded) is not None or _all_options(words)
    )


def _all_options(words: Sequence[str]) -> bool:
    """Tell whether options, one behind the other, are all that the words say."""
    index = 0
    while index < len(words):
        size = next((n for n in (3, 2, 1) if option(" ".join(words[index : index + n]))), 0)
        if not size:
            return False
        index += size
    return True


def purposes_in(value: str) -> tuple[str, ...] | None:
    """Return the purposes that *value* lists, ``None`` where it says anything else."""
    # "For approval (Part A); for information (Part B)"
    value = re.sub(r"\s*\([^()]{0,40}\)", "", value)
    if not value or len(value.split()) > MOST_WORDS_OF_A_NAMED_PURPOSE:
        return None
    names = [
        option(part) for part in re.split(r"\s*(?:,|;|/|\band\b|&|\n)\s*", value) if part.strip()
    ]
    if names and all(names):
        found = tuple(dict.fromkeys(name for name in names if name))
        # Four options in a row without a mark are a form that nobody filled in.
        return found if len(found) <= 3 else None
    return None


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
