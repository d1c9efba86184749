"""Sheets become pages: running lines set apart, words in blocks, tables in their places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec

from papersearch.reading.blocks import blocks_of
from papersearch.reading.document import Block, BlockKind, Box, Line, Page, Table, Word
from papersearch.reading.layout import Row, rows_of, strips_of
from papersearch.reading.pdf_sheet import Sheet, turner
from papersearch.reading.running import PageRows, set_apart

Turn = Callable[[Box], Box]


def pages_of(sheets: Sequence[Sheet]) -> list[Page]:
    """Return *sheets* (whose tables hold their words already) as pages."""
    sieved = [
        PageRows(
            sheet.upright_size[1],
            rows_of([word for word in sheet.words if word.box]),
            frozenset(sheet.artifacts),
        )
        for sheet in sheets
    ]
    set_apart(sieved)
    backs = {sheet.number: turner(sheet, back=True) for sheet in sheets if sheet.turned}
    return [_page(sheet, rows, backs) for sheet, rows in zip(sheets, sieved, strict=True)]


def _page(sheet: Sheet, sieved: PageRows, backs: dict[int, Turn]) -> Page:
    held = [table.box for table in sheet.tables if table.box is not None]
    strips = strips_of(sieved.rows, sheet.upright_size[0], held)
    body = blocks_of(strips, sheet.number)
    after = 0
    for table in sheet.tables:
        # Tables are in reading order already: none stands before the one before it.
        at = max(_place(body, table), after)
        body.insert(at, Block("table", page=sheet.number, table=table))
        after = at + 1
    blocks = [
        *_apart("header", sieved.headers, sheet.number),
        *body,
        *_apart("footer", sieved.footers, sheet.number),
        *_apart("line_number", sieved.numbers, sheet.number),
        *_odd_blocks(sheet),
    ]
    if backs:
        blocks = [_turn_block(block, backs) for block in blocks]
    if sheet.turned:
        back = backs[sheet.number]
        sheet.fields = [replace(f, box=back(f.box)) if f.box else f for f in sheet.fields]
    return Page(
        sheet.number, sheet.status, round(sheet.width, 1), round(sheet.height, 1),
        sieved.label or sheet.label, tuple(blocks), tuple(sheet.hidden), tuple(sheet.fields),
        sheet.way if sheet.status in ("text", "ocr") else "", sheet.confidence,
    )  # fmt: skip


def _place(body: Sequence[Block], table: Table) -> int:
    """Return where in reading order *table* stands: before the first block that begins below it."""
    if table.box is None:
        return len(body)
    left, top, right, _ = table.box
    for index, block in enumerate(body):
        box = block.box
        if box is not None and box[1] > top - 2 and not (box[2] < left or box[0] > right):
            return index
    later = [i for i, block in enumerate(body) if block.box is not None and block.box[1] > top - 2]
    return later[0] if later else len(body)


def _apart(kind: BlockKind, rows: Sequence[Row], page: int) -> list[Block]:
    return [Block(kind, (Line(row.words, page),), page) for row in rows]


def _odd_blocks(sheet: Sheet) -> list[Block]:
    """Words at another angle than the page's: slanted ones are a watermark, upright ones text."""
    groups: dict[int, list[Word]] = {}
    for item, word in sheet.odd_words():
        groups.setdefault(item.angle, []).append(word)
    return [
        Block(
            "paragraph" if angle % 90 in (0, 1, 89) else "watermark",
            (Line(tuple(words), sheet.number),),
            sheet.number,
        )
        for angle, words in sorted(groups.items())
    ]


def _turn_block(block: Block, backs: dict[int, Turn]) -> Block:
    """Turn boxes back to the page as shown; a joined table has cells of several pages."""
    lines = tuple(_turn_line(line, backs) for line in block.lines)
    table = block.table
    if table is not None:
        cells = tuple(
            replace(
                cell,
                lines=tuple(_turn_line(line, backs) for line in cell.lines),
                box=_turn_box(cell.box, backs.get(cell.page)),
            )
            for cell in table.cells
        )
        table = replace(table, cells=cells, box=_turn_box(table.box, backs.get(table.page)))
    return replace(block, lines=lines, table=table)


def _turn_line(line: Line, backs: dict[int, Turn]) -> Line:
    turn = backs.get(line.page)
    if turn is None:
        return line
    words = tuple(msgspec.structs.replace(w, box=turn(w.box)) if w.box else w for w in line.words)
    return Line(words, line.page)


def _turn_box(box: Box | None, turn: Turn | None) -> Box | None:
    return box if box is None or turn is None else turn(box)
