"""Tables of plain text and Markdown that signs rule: pipes, drawn boxes, ``+---+``.

A table whose lines stand below each other and which is ruled by ``+`` or a
drawn box may wrap its cells; where only pipes part the cells, each line is a
row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from papersearch.reading.text_judge import has_header, named
from papersearch.reading.text_pieces import Aligned, Piece, Row
from papersearch.reading.text_rows import Found, TextRow, TextTable, rows_of, span_groups

_DRAWN = str.maketrans(
    dict.fromkeys("│┃║╎╏┆┇┊┋╽╿", "|")
    | dict.fromkeys("─━═╌╍┄┅┈┉", "-")
    | dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┏┳┓┣╋┫┗┻┛╭╮╰╯", "+")
)
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^(?=.*-{2}|.*={2}|.*:-|.*-:)[\s|+]*[-=:][-=:\s|+]*$")
_FRAMED = re.compile(r"^\s*\|.+\|\s*$")
_JOINT = re.compile(r"[|+]")
_LEAST_ROWS = 3
"""Lines without pipes at their ends and without a rule that make a table."""


def find_ruled(lines: Sequence[str]) -> list[Found]:
    """Return the tables that signs rule among *lines*, from top to bottom."""
    drawn = [line if line.isascii() else line.translate(_DRAWN) for line in lines]
    out: list[Found] = []
    at = 0
    while at < len(drawn):
        end = at
        while end < len(drawn) and _belongs(drawn[end]):
            end += 1
        table = _table(drawn[at:end]) if end > at else None
        if table is not None:
            out.append(Found(at, end, table))
        at = max(end, at + 1)
    return out


def _belongs(line: str) -> bool:
    return _PIPE.search(line) is not None or (_is_rule(line) and "+" in line)


def _is_rule(line: str) -> bool:
    return _RULE.match(line) is not None and _JOINT.search(line) is not None


def _table(lines: Sequence[str]) -> TextTable | None:
    rules = [number for number, line in enumerate(lines) if _is_rule(line)]
    rows = [line for line in lines if not _is_rule(line)]
    if not rows:
        return None
    framed = all(_FRAMED.match(line) for line in rows)
    cells = [_split(line) for line in rows]
    if not framed and not _is_open_table(cells, rules):
        return None
    if "+" in "".join(lines[number] for number in rules) or len(rules) > 1:
        art = _art(lines)
        if art is not None:
            return art
    columns = max(map(len, cells))
    made = [
        TextRow([[text] if text else [] for text in row] + [[]] * (columns - len(row)))
        for row in cells
    ]
    if len(made) > 1 and not any(made[0].cells):
        made = made[1:]  # Markdown wants a header even where there is none
        return TextTable(tuple(made), columns, 0)
    header = 1 if len(made) > 1 else 0
    if len(made) > 2 and span_groups(made[0], made[1], columns):
        header = 2
    return TextTable(tuple(made), columns, header)


def _split(line: str) -> list[str]:
    """Return the cells of a line, without the empty ones before the first and behind the last."""
    text = line.strip()
    text = text[1:] if text.startswith("|") else text
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(text)]


def _is_open_table(cells: Sequence[Sequence[str]], rules: Sequence[int]) -> bool:
    """Tell a table whose lines begin and end without a pipe from a line of links or a footer."""
    widths = {len(row) for row in cells}
    if max(widths) < 2 or len(cells) < 2:
        return False
    if rules:
        return rules[0] <= 1 and min(widths) > 1
    if len(widths) > 1 or len(cells) < _LEAST_ROWS:
        return False
    places = 0
    head = Row(0, tuple(Piece((places := places + 1), places, text) for text in cells[0] if text))
    return len(head.pieces) == len(cells[0]) and has_header(head) and (
        max(widths) > 2 or named(head)
    )  # fmt: skip


def _art(lines: Sequence[str]) -> TextTable | None:
    """Return the table whose pipes stand one below the other and whose cells may wrap."""
    joints = [
        [match.start() for match in _JOINT.finditer(line) if line[match.start() - 1] != "\\"]
        for line in lines
    ]
    places = sorted({place for row in joints for place in row})
    most = max(joints, key=len)
    if len(most) < 2 or any(place not in most for place in places):
        return None
    left = most[0] if all(not line[: most[0]].strip() for line in lines) else -1
    inner = [place for place in most if place > left]
    last = max(len(line) for line in lines)
    if inner and all(not line[inner[-1] + 1 :].strip() for line in lines):
        last = inner.pop()
    starts = tuple(inner)
    if not starts:
        return None
    rows: list[Row] = []
    spans: dict[int, dict[int, int]] = {}
    for number, line in enumerate(lines):
        if _is_rule(line):
            rows.append(Row(number, rule=True))
            continue
        pieces = []
        edges = [left, *[p for p in starts if line[p : p + 1] == "|"], last]
        for begin, end in pairwise(edges):
            text = line[begin + 1 : end].strip()
            column = sum(begin >= start for start in starts)
            wide = sum(begin < start < end for start in starts) + 1
            if wide > 1:
                spans.setdefault(number, {})[column] = wide
            if text:
                # One letter wide, just behind its pipe: that is the column it belongs to.
                pieces.append(Piece(begin + 1, begin + 2, text.replace("\\|", "|")))
        rows.append(Row(number, tuple(pieces)))
    while rows and rows[-1].rule:
        rows.pop()
    while rows and rows[0].rule:
        rows.pop(0)
    if not any(row.pieces for row in rows):
        return None
    return rows_of(Aligned(tuple(rows), starts), spans)
