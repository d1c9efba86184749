"""Tables of plain text whose columns are kept apart by spaces or tabs alone.

Lines of several pieces whose white stands one below the other make columns, as
in a PDF without lines (:mod:`papersearch.reading.table_aligned`); here the
letters of a line are the ruler. Prose in columns, addresses, forms of labels,
indented lists, contents pages and verse are no tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from papersearch.reading.columns import full_rows
from papersearch.reading.text_judge import has_header, is_table, named
from papersearch.reading.text_pieces import (
    LEADER,
    Aligned,
    Row,
    crosses,
    is_tabular,
    parted,
    row_of,
    without_tabs,
)

_HEADING = re.compile(r"^\s*#{1,6}\s")
_PIPES = re.compile(r"^\s*\|.+\|\s*$")
_MOST_BLANK = 2
_MOST_TRIES = 10
"""So many blank lines are tried as the end of a table."""
_LEAST_SAME = 0.35
"""Share of the pieces below a blank line that begin or end where one above does."""
_PROSE_WORDS = 9
_LEAST_MATRIX = 4
_MARK = re.compile(r"^[xX✓✔√☑☒●•■*\uf0fc\uf0fe]$|^\[[xX]\]$|^(?:yes|Yes)$")
_SECTION = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.|Appendix|Annex|Part)$", re.I)
_SECTION_HEADING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.)\s+[A-Z]")
_ENDS = re.compile(r"[.:;?!]$")


def find_aligned(lines: Sequence[str]) -> list[Aligned]:
    """Return the tables among *lines*, from top to bottom."""
    rows = [row_of(number, line) for number, line in enumerate(without_tabs(lines))]
    out: list[Aligned] = []
    at = 0
    while at < len(rows):
        if not is_tabular(rows[at]) or _PIPES.match(lines[at]) or _is_heading(rows, at):
            at += 1
            continue
        run = _run(rows, at, lines)
        table = next((found for part in _parts(run) if (found := _table(part))), None)
        if table is not None:
            out.append(table)
            at = table.rows[-1].number + 1
        else:
            at = next((row.number for row in run if row.blank), run[-1].number) + 1
    return out


def _parts(run: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Yield *run*, then what of it stands above each of its blank lines, the longest first.

    Where the columns below a blank line are others, what stands above it is all.
    """
    blanks = [place for place, row in enumerate(run) if row.blank and not run[place - 1].blank]
    for place in blanks[:_MOST_TRIES]:
        if _are_others(run, place):
            run = run[:place]
            break
    yield run
    for place in reversed(blanks[:_MOST_TRIES]):
        if place < len(run):
            yield run[:place]


def _are_others(run: Sequence[Row], place: int) -> bool:
    """Tell whether the lines below the blank one at *place* stand in other columns than above."""
    above = [row for row in run[:place] if is_tabular(row)]
    below: list[Row] = []
    for row in run[place:]:
        if row.blank and len(below) > 1:
            break
        if is_tabular(row):
            below.append(row)
    if len(above) < 2 or len(below) < 2:
        return False
    first = below[0]
    ruled = any(row.rule for row in run[place:] if row.number == first.number + 1)
    if has_header(first) and (ruled or named(first)) and (
        len(first.pieces) not in {len(row.pieces) for row in above}
    ):  # fmt: skip
        return True
    edges = {e for row in above for piece in row.pieces[1:] for e in (piece.start, piece.end)}
    near = {e + d for e in edges for d in (-1, 0, 1)}
    pieces = [piece for row in below for piece in row.pieces[1:]]
    same = sum(piece.start in near or piece.end in near for piece in pieces)
    return same < _LEAST_SAME * len(pieces)


def _is_heading(rows: Sequence[Row], at: int) -> bool:
    """Tell a line between blank lines that is a section's heading, or ends a sentence."""
    pieces = rows[at].pieces
    before, after = rows[max(at - 1, 0)], rows[min(at + 1, len(rows) - 1)]
    if not pieces or not (at == 0 or before.blank) or not (after.blank or at + 1 == len(rows)):
        return False
    if len(pieces) == 2:
        return _SECTION.match(pieces[0].text) is not None and pieces[1].text[:1].isupper()
    text = pieces[0].text
    return len(pieces) == 1 and bool(
        _SECTION_HEADING.match(text) or _ENDS.search(text) or text.isupper()
    )


def _heads_another(rows: Sequence[Row], at: int) -> bool:
    """Tell a line between blank lines below which the names of columns come again."""
    row, after = rows[at], rows[at + 1 : at + 4]
    first = next((other for other in after if other.pieces), None)
    return (
        len(row.pieces) == 1 and after[:1] != [] and after[0].blank
        and first is not None and is_tabular(first) and has_header(first) and named(first)
    )  # fmt: skip


def _run(rows: Sequence[Row], start: int, lines: Sequence[str]) -> list[Row]:
    """Return the lines from *start* that may belong to one table."""
    run = [rows[start]]
    width = rows[start].pieces[-1].end
    blank = 0
    last = 0
    """Place in *run* of the last line that surely belongs: tabular, or right below one."""
    for row in rows[start + 1 :]:
        line = lines[row.number]
        if row.blank:
            blank += 1
            if blank > _MOST_BLANK:
                break
            run.append(row)
            continue
        if _PIPES.match(line) or _HEADING.match(line):
            break
        if blank and (_is_heading(rows, row.number) or _heads_another(rows, row.number)):
            break
        if is_tabular(row):
            last = len(run)
        elif not row.rule:
            piece = row.pieces[0]
            if len(piece.text.split()) > _PROSE_WORDS and piece.end - piece.start > 0.6 * width:
                break
            if blank == 0 and not LEADER.search(piece.text):
                last = len(run)
        run.append(row)
        if row.pieces:
            width = max(width, row.pieces[-1].end)
        blank = 0
    return run[: last + 1]


def _table(run: Sequence[Row]) -> Aligned | None:
    tabular = [row for row in run if is_tabular(row)]
    if len(tabular) < 2:
        return None
    core = full_rows(tabular)
    starts = _starts(core)
    if not starts:
        return _matrix(run)
    rows = _without_foot([parted(row, starts) for row in run], starts)
    table = Aligned(tuple(rows), starts)
    core = [row for row in rows if len(row.pieces) >= max(2, 0.6 * table.columns)]
    return table if len(core) >= 2 and is_table(table, core) else _matrix(run)


def _matrix(run: Sequence[Row]) -> Aligned | None:
    """Return the table of names with marks below one or more of the columns of its first line."""
    head = run[0].pieces
    if len(head) < _LEAST_MATRIX or not has_header(run[0]):
        return None
    marked = 0
    for row in run[1:]:
        for piece in row.pieces:
            if piece.start < head[1].start - 1 and not _MARK.match(piece.text):
                continue  # a name, or words right of it that end before the first column
            below = any(name.start - 2 <= piece.middle <= name.end + 2 for name in head[1:])
            if not below or not _MARK.match(piece.text):
                return None
            marked += 1
    rows = len([row for row in run[1:] if row.pieces])
    if rows < 2 or marked * 2 < rows:
        return None
    starts = [round((a.end + b.start) / 2) for a, b in pairwise(head)]
    names = max((row.pieces[0].end for row in run[1:] if row.pieces), default=0)
    starts[0] = max(min(names + 1, head[1].start), starts[0])
    return Aligned(tuple(_without_foot(list(run), starts)), tuple(starts))


def _starts(core: Sequence[Row]) -> tuple[int, ...]:
    """Return the letter at which each column but the first begins, by the white left of it."""
    usual = Counter(piece.start for row in core for piece in row.pieces[1:])
    shared = tuple(place for place, count in usual.items() if count * 2 >= len(core))
    most = max(len(row.pieces) for row in core)
    core = [parted(row, shared) if len(row.pieces) < most else row for row in core]
    width = max(row.pieces[-1].end for row in core)
    covered = [0] * (width + 1)
    for row in core:
        for piece in row.pieces:
            for place in range(piece.start, piece.end):
                covered[place] += 1
    allowed = max(len(core) // 12, 1 if len(core) >= 5 else 0)
    left = min(row.pieces[0].start for row in core)
    out: list[int] = []
    white = 0
    for place in range(left, width):
        if covered[place] <= allowed:
            white += 1
            continue
        if white >= 2 or (white == 1 and _begin_at(core, place) >= 0.5 * len(core)):
            out.append(place)
        white = 0
    return tuple(out)


def _begin_at(core: Sequence[Row], place: int) -> int:
    return sum(any(piece.start == place for piece in row.pieces[1:]) for row in core)


def _without_foot(rows: list[Row], starts: Sequence[int]) -> list[Row]:
    """Leave out single lines at the end that stand under no column: the text goes on."""
    while rows and (
        (not rows[-1].pieces and not rows[-1].rule)
        or (len(rows[-1].pieces) == 1 and crosses(rows[-1].pieces[0], starts))
        or _opens_paragraph(rows, starts)
    ):
        rows.pop()
    return rows


def _opens_paragraph(rows: Sequence[Row], starts: Sequence[int]) -> bool:
    """Tell the number and first line of a paragraph below the table ("2.4    Appendix 3 is …")."""
    pieces = rows[-1].pieces
    return (
        len(pieces) == 2
        and len(rows) > 1
        and rows[-2].blank
        and _SECTION.match(pieces[0].text) is not None
        and crosses(pieces[1], starts)
    )
