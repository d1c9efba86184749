"""What the paper asks its meeting to do, in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from papersearch.papers.fields import label_kind
from papersearch.papers.paper import CoverField
from papersearch.papers.people import is_name
from papersearch.reading.document import Block
from papersearch.reading.flow import flow

LEAST_WORDS = 4
MOST_BLOCKS = 25
_HEADING = re.compile(
    r"(?i)^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+|[a-z][.)]\s+)?(?:officer\s+)?recommendations?(?:\(s\))?"
    r"(?:\s*(?:/|and|&|to\s+the|for\s+the)\s*\w+){0,3}\s*:?$"
)
_ASKS = re.compile(
    r"^(?:(?:It\s+is\s+recommended\s+that\s+)?[Tt]he\s+)?(?:[A-Z][\w'\u2019-]*\s+|of\s+|and\s+|&\s+){0,6}"
    r"(?:Board|Committee|Cabinet|Council|Members|Authority|Panel|Executive|Governors|Governing\s+Body"
    r"|Directors|Trustees|Commissioner|Group|Court|Senate|Forum)(?:\s+members)?\s+(?:is|are)\s+"
    r"(?:therefore\s+|hereby\s+)?(?:asked|invited|recommended|requested)\b"
)
_RECOMMENDED = re.compile(
    r"^(?:It is (?:therefore )?recommended that\b"
    r"|We (?:ask|invite|recommend that) (?:the )?(?:\w+ ){0,3}(?:Board|Committee|Cabinet|Council"
    r"|Authority|Panel|Governors|Trustees|Members)\b)"
)


def find_recommendation(
    fields: Sequence[CoverField], blocks: Sequence[Block], others: Sequence[CoverField] = ()
) -> str | None:
    """Return the recommendation: the form's, the section's, or the sentence that asks.

    Args:
        fields: The cover's fields labelled as the recommendation.
        blocks: The paper.
        others: All the cover's fields; "Action required" may hold the recommendation, too.
    """
    for item in fields:
        if len(item.value.split()) >= LEAST_WORDS and _is_inline(item, blocks):
            return _whole(item, blocks)
    found = _section(blocks) or _asking(blocks)
    asking = (item for item in others if _ASKS.match(item.value.strip()))
    return found or next((_whole(item, blocks) for item in asking), None) or _short(fields)


def _is_inline(item: CoverField, blocks: Sequence[Block]) -> bool:
    """Tell a value that stands beside its label from paragraphs under a heading."""
    block = blocks[item.block]
    return block.table is not None or " ".join(item.value.split()) in block.text


def _short(fields: Sequence[CoverField]) -> str | None:
    values = (item.value.strip(" :") for item in fields)
    return next((v for v in values if v and v.lower() not in ("n/a", "none", "tbc")), None)


def _whole(item: CoverField, blocks: Sequence[Block]) -> str:
    """Return a field's value with the list that its line introduces."""
    if not item.value.rstrip().endswith(":") or item.block >= len(blocks):
        return item.value
    if blocks[item.block].table is not None:
        return item.value
    return " ".join([item.value, *_list_after(blocks, item.block, item.value)])


def _list_after(blocks: Sequence[Block], index: int, said: str) -> list[str]:
    out = []
    for block in blocks[index + 1 : index + MOST_BLOCKS]:
        if block.kind != "list_item" or block.table is not None:
            break
        if block.text not in said:
            out.append(block.text)
    return out


def _section(blocks: Sequence[Block]) -> str | None:
    """Return the text under the last heading that says "Recommendation"."""
    best: str | None = None
    for index, block in enumerate(blocks):
        if block.table is not None or not block.lines or len(block.lines) > 2:
            continue
        if not _HEADING.match(block.text.strip()) or (block.kind == "list_item" and best):
            continue
        parts: list[str] = []
        for following in blocks[index + 1 : index + MOST_BLOCKS]:
            if following.kind == "heading" and not _carries_on(following, parts):
                break
            if following.table is not None or (parts and _is_label(following)):
                break
            text, signed = _unsigned(following, bool(parts))
            parts += [text] if text else []
            if signed:
                break
        if parts:
            best = " ".join(parts)
    return best


def _unsigned(block: Block, inside: bool) -> tuple[str, bool]:
    """Return a block's text up to the signature that ends the paper, and whether one is there."""
    for number, line in enumerate(block.lines):
        if (number or inside) and is_name(line.text):
            return flow(block.lines[:number]).text, True
    return block.text, False


def _carries_on(block: Block, parts: Sequence[str]) -> bool:
    """Tell a recommendation set in bold, or a numbered one taken for a heading, from a heading."""
    text = block.text.strip()
    if _ASKS.match(text) or _RECOMMENDED.match(text):
        return True
    return bool(parts) and parts[-1].rstrip().endswith((":", ";", "; and")) and len(text) > 20


def _is_label(block: Block) -> bool:
    first = block.lines[0].text if block.lines else ""
    return first.rstrip().endswith(":") and label_kind(first) not in (None, "recommendation")


def _asking(blocks: Sequence[Block]) -> str | None:
    """Return the block "The Board is asked to …" with its list; the first page's, else the last."""
    found = [(index, text) for index, block in enumerate(blocks) if (text := _asks(block))]
    if not found:
        return None
    first = [(index, text) for index, text in found if blocks[index].page == blocks[0].page]
    index, text = first[0] if first else found[-1]
    return " ".join([text, *_list_after(blocks, index, text)])


def _asks(block: Block) -> str | None:
    """Return the block's text from the line on that asks the meeting."""
    if block.table is not None:
        return None
    for number, line in enumerate(block.lines):
        if _ASKS.match(line.text) or _RECOMMENDED.match(line.text):
            return _unsigned(replace(block, lines=block.lines[number:]), False)[0]
    return None
