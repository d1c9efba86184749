"""What Markdown holds beside running lines: HTML, definition lists, quotations, code, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from papersearch.reading.document import Block, Line
from papersearch.reading.html_body import HtmlReader

_OPENS = re.compile(r"^\s{0,3}<(table|dl|ul|ol|p|h[1-6])\b", re.IGNORECASE)
_FRAME = re.compile(
    r"^\s*</?(?:details|div|section|article|main|center|header|footer|aside|blockquote|figure|nav)"
    r"(?:\s[^<>]{0,500})?>\s*$",
    re.IGNORECASE,
)
_SUMMARY = re.compile(r"^\s*(?:<details[^<>]{0,200}>)?\s*<summary>(.*?)</summary>\s*$", re.I)
_FENCE = re.compile(r"^\s{0,3}(?:`{3,}|~{3,})[^`]{0,60}$")
_QUOTED = re.compile(r"^\s{0,3}(?:>\s?)+")
_DEFINITION = re.compile(r"^\s{0,3}:\s+(?=\S)")
_COMMENT_OPENS, _COMMENT_ENDS = "<!--", "-->"
_NOTE = re.compile(r"^\s{0,3}\[\^([^\]\s]{1,40})\]:\s*")
_MOST_LINES = 2000
"""Lines after which an element that was opened is no longer looked for."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of one kind; *terms* are pairs of a name and its definition, one after the other."""

    kind: Literal["text", "html", "terms"]
    lines: tuple[str, ...]


def parts_of(lines: Sequence[str]) -> list[Part]:
    """Return *lines* of Markdown in parts; running text has no signs of quotation and code."""
    out: list[Part] = []
    text: list[str] = []

    def close() -> None:
        if text:
            out.append(Part("text", tuple(text)))
            text.clear()

    at = 0
    while at < len(lines):
        line = lines[at]
        opened = _OPENS.match(line)
        end = _end_of(lines, at, opened.group(1).lower()) if opened else None
        if end is not None:
            close()
            out.append(Part("html", tuple(lines[at:end])))
            at = end
            continue
        before, opens, comment = line.rpartition(_COMMENT_OPENS)
        if opens and _COMMENT_ENDS not in comment:
            text += _running(before)
            at, rest = _after_comment(lines, at)
            text += _running(rest) if rest.strip() else []
            continue
        if at + 1 < len(lines) and line.strip() and (pair := _definitions(lines, at)):
            close()
            terms, at = pair
            out.append(Part("terms", tuple(terms)))
            continue
        text += _running(line)
        at += 1
    close()
    return out


def html_blocks(part: Part, page: int) -> list[Block]:
    """Return the blocks of a part of HTML."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring("<div>" + "\n".join(part.lines) + "</div>", parser)
    if root is None:
        return []
    reader = HtmlReader(include_hidden=False)
    reader.read(root)
    return reader.blocks if page == 1 else [_moved(block, page) for block in reader.blocks]


def _moved(block: Block, page: int) -> Block:
    """Return *block*, read as if on page 1, on *page*."""
    table = block.table
    if table is not None:
        cells = tuple(
            replace(cell, lines=tuple(Line(ln.words, page) for ln in cell.lines), page=page)
            for cell in table.cells
        )
        table = replace(table, cells=cells, page=page, last_page=page)
    lines = tuple(Line(line.words, page) for line in block.lines)
    return replace(block, lines=lines, page=page, table=table)


def _running(line: str) -> list[str]:
    summary = _SUMMARY.match(line)
    if summary is not None:
        return ["", f"**{summary.group(1).strip()}**", ""]
    if _FENCE.match(line) or _FRAME.match(line):
        return [""]
    line = _NOTE.sub(lambda match: match.group(1) + " ", line)
    return [_QUOTED.sub("", line)]


def _end_of(lines: Sequence[str], start: int, tag: str) -> int | None:
    """Return the line after the one that closes the element opened at *start*."""
    opens, closes = re.compile(rf"<{tag}\b", re.I), re.compile(rf"</{tag}\s*>", re.I)
    depth = 0
    for at in range(start, min(len(lines), start + _MOST_LINES)):
        depth += len(opens.findall(lines[at])) - len(closes.findall(lines[at]))
        if depth <= 0:
            return at + 1
    return None


def _after_comment(lines: Sequence[str], start: int) -> tuple[int, str]:
    """Return the line below the end of the comment opened at *start*, and what stands behind it."""
    for at in range(start + 1, len(lines)):
        if _COMMENT_ENDS in lines[at]:
            return at + 1, lines[at].partition(_COMMENT_ENDS)[2]
    return len(lines), ""


def _definitions(lines: Sequence[str], start: int) -> tuple[list[str], int] | None:
    """Return names and definitions (": ..." below a line), and the line after the last."""
    out: list[str] = []
    at = start
    while at + 1 < len(lines):
        name = at
        below = name + 1
        if below < len(lines) and not lines[below].strip():
            below += 1
        if (
            not lines[name].strip()
            or below >= len(lines)
            or _DEFINITION.match(lines[name])
            or not _DEFINITION.match(lines[below])
        ):
            break
        words = [_DEFINITION.sub("", lines[below]).strip()]
        at = below + 1
        while at < len(lines) and lines[at].strip() and (
            lines[at].startswith("  ") or _DEFINITION.match(lines[at])
        ):  # fmt: skip
            words.append(_DEFINITION.sub("", lines[at]).strip())
            at += 1
        out += [lines[name].strip(), " ".join(words)]
        while at + 1 < len(lines) and not lines[at].strip():
            at += 1
    return (out, at) if out else None
