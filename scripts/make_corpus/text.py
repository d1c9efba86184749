"""Writes a paper as a text file: plain with form feeds, or as another tool tore it from a PDF."""

from __future__ import annotations

import textwrap
from itertools import pairwise

from scripts.make_corpus.model import (
    NO_TICK,
    SENTINEL,
    TICK,
    Block,
    Columns,
    Gap,
    Paper,
    Table,
    Text,
)

_LINES = 52


def draw(paper: Paper, blocks: list[Block]) -> tuple[bytes, dict[int, int], int]:
    """Return the text, the page of each mark, and the number of pages."""
    torn = paper.producer == "torn"
    lines: list[str] = []
    marks: list[tuple[int, int]] = []  # line, mark
    breaks: list[int] = []

    def put(text: str, width: int, indent: str = "") -> None:
        clean, start = text, len(lines)
        found = [int(match[1]) for match in SENTINEL.finditer(text)]
        clean = SENTINEL.sub("", text).replace("**", "")
        wrapped = textwrap.wrap(clean, width, subsequent_indent=indent, break_on_hyphens=False) or [
            ""
        ]
        at = 0
        offsets = []
        for line in wrapped:
            offsets.append(at)
            at += len(line.strip()) + 1
        for match, mark in zip(SENTINEL.finditer(text), found, strict=True):
            place = len(SENTINEL.sub("", text[: match.start()]).replace("**", ""))
            row = max(index for index, offset in enumerate(offsets) if offset <= place)
            marks.append((start + row, mark))
        lines.extend(line + (" " if torn else "") for line in wrapped)

    for block in _flat(blocks):
        if isinstance(block, Gap):
            if block.new_page:
                breaks.append(len(lines))
            else:
                lines.append(" " if torn else "")
        elif isinstance(block, Text):
            put(_ticks(block.text, block.style), 92)
            lines.append(" " if torn else "")
            if torn and block.style in ("h1", "lead"):
                lines.append("")
        elif torn:
            count = max(len(row) for row in block.rows)
            shares = block.widths or (100 / count,) * count
            for row in block.rows:
                signs = {TICK, NO_TICK}
                cells = [cell for cell in row if cell not in signs]
                if len(cells) < len(row):  # such a tool leaves the tick behind its words
                    cells[-1] += f" {row[-1]}"
                for cell, share in zip(cells, shares, strict=False):
                    if cell.strip():
                        put(_ticks(cell, "cell"), max(8, round(0.84 * share)))
                        lines.append("")
        else:
            for row in block.rows:
                put("   ".join(_ticks(cell, "cell") for cell in row), 92, "    ")
            lines.append("")
    if not torn and not breaks:
        breaks = list(range(_LINES, len(lines), _LINES))
    pages = {mark: 1 + sum(line >= start for start in breaks) for line, mark in marks}
    if torn:
        for start in [0, *breaks]:
            lines[start] = " " + lines[start].lstrip()
        data = "\n".join(lines) + "\n"
    else:
        cut = [0, *breaks, len(lines)]
        data = "\f".join("\n".join(lines[a:b]) + "\n" for a, b in pairwise(cut))
    return data.encode("utf-8"), pages, len(breaks) + 1


def _ticks(text: str, style: str) -> str:
    text = text.replace(TICK, "✓").replace(NO_TICK, "")
    return {"bullet": "• "}.get(style, "") + text


def _flat(blocks: list[Block]) -> list[Text | Table | Gap]:
    flat: list[Text | Table | Gap] = []
    for block in blocks:
        if isinstance(block, Columns):
            flat.extend(block.blocks)
        else:
            flat.append(block)
    return flat
