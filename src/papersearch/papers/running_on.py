"""Paragraphs that run on over a page break become one block again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from papersearch.reading.document import Block

_ENDED = re.compile(r"[.!?:;\u2026]['\"\u2019\u201d)\]]*$")
_RUNS_ON = re.compile(r"^[a-z(\u2018\u201c'\"]?[a-z]")
_PROSE = ("paragraph", "list_item")


def join_run_on(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return *blocks* with each paragraph joined that a page break cut in mid-sentence.

    A block runs on where it does not end a sentence, has more than a few words
    (a name or a table value standing alone does not run on), and the next page's
    first block begins in lower case without a marker of its own.
    """
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if last is not None and _is_cut(last, block):
            out[-1] = replace(last, lines=last.lines + block.lines)
        else:
            out.append(block)
    return tuple(out)


def _is_cut(first: Block, second: Block) -> bool:
    if first.kind not in _PROSE or second.kind != "paragraph" or second.marker is not None:
        return False
    if not first.lines or not second.lines or first.lines[-1].page + 1 != second.lines[0].page:
        return False
    text = first.lines[-1].text
    return (
        len(first.text.split()) > 5
        and not _ENDED.search(text)
        and _RUNS_ON.match(second.lines[0].text) is not None
    )
