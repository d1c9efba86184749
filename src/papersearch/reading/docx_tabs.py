"""Paragraphs of a Word file that tabs lay out as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from papersearch.reading.document import Block, Cell, Line, Table, Word
from papersearch.reading.table_tidy import tick_alone

_LEAST_COLUMNS = 3
_LEAST_ROWS = 3
_MOST_NAME = 6
"""Words of a column's name."""


def with_tabbed_tables(blocks: Sequence[Block], tabs: Mapping[int, Sequence[int]]) -> list[Block]:
    """Return *blocks* with paragraphs in a row that have as many tabs each made one table.

    Args:
        blocks: The blocks of a body.
        tabs: Before which words of a block, by its ``id()``, a tab stands.
    """
    out: list[Block] = []
    run: list[Block] = []

    def close() -> None:
        rows = [_parts(block, tabs.get(id(block), ())) for block in run]
        out.extend([_table(run, rows)] if _is_table(rows) else run)
        run.clear()

    for block in blocks:
        places = tabs.get(id(block), ())
        if run and len(places) != len(tabs.get(id(run[-1]), ())):
            close()
        if len(places) + 1 >= _LEAST_COLUMNS and block.table is None:
            run.append(block)
        else:
            close()
            out.append(block)
    close()
    return out


def _parts(block: Block, places: Sequence[int]) -> list[tuple[Word, ...]]:
    words = block.lines[0].words
    edges = [0, *places, len(words)]
    return [words[a:b] for a, b in pairwise(edges)]


def _is_table(rows: Sequence[Sequence[tuple[Word, ...]]]) -> bool:
    """Tell a table from the labels of a form, which end in colons, and from numbered lines."""
    if len(rows) < _LEAST_ROWS or any(not part for row in rows for part in row):
        return False
    labels = any(part[-1].text.endswith(":") for row in rows for part in row)
    return not labels and all(len(part) <= _MOST_NAME for part in rows[0])


def _table(run: Sequence[Block], rows: Sequence[Sequence[tuple[Word, ...]]]) -> Block:
    cells = tuple(
        Cell(r, c, (Line(part, run[r].page),), page=run[r].page, tick=tick_alone(part))
        for r, row in enumerate(rows)
        for c, part in enumerate(row)
    )
    pages = [block.page for block in run]
    table = Table(cells, len(rows), len(rows[0]), min(pages), max(pages), header_rows=1)
    return Block("table", page=table.page, table=table)
