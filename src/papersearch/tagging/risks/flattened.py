"""Risk tables that came apart: no layout, the cells' lines in the order of the text layer.

The rows are put together by :mod:`flattened_rows`; here each is parted into names and statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Doc

from papersearch.reading.flow import flow
from papersearch.record import Impact, Risk, Tickedness
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.cues import fold
from papersearch.tagging.risks.flattened_rows import Header, Row, dealt_out, read_header, read_rows
from papersearch.tagging.risks.found import Found
from papersearch.tagging.risks.lines import Printed, printed_lines
from papersearch.tagging.risks.names import clean, split_reference, split_statement
from papersearch.tagging.risks.status import read_status
from papersearch.tagging.risks.value import read_impact


def read_flattened(doc: Doc) -> Iterator[Found]:
    """Yield the risks of tables that stand in *doc* as loose lines."""
    if "ppetite" not in doc.text and "PPETITE" not in doc.text:
        return
    lines = printed_lines(doc)
    at = 0
    while at < len(lines):
        header = read_header(lines, at)
        if header is None:
            at += 1
            continue
        rows, at = read_rows(lines, header)
        yield from _risks(doc, dealt_out(rows, header), header)


def _risks(doc: Doc, rows: Sequence[Row], header: Header) -> Iterator[Found]:
    found: list[tuple[Found, Tickedness, Tickedness]] = []
    level1: str | None = None
    for row in rows:
        named = _named(row, header, level1)
        if named is None:
            continue
        risk, own = named
        level1 = risk.level1 if header.two_tiers else None
        first, last = min(p.start for p in row.lines), max(p.end for p in row.lines)
        span = doc.char_span(first, last, label="risk", alignment_mode="expand")
        if span is None:
            continue
        why = "risk table without layout: names, statement and value by the order of the lines"
        if len({line.page for line in row.lines}) > 1:
            why += "; the row is broken over a page"
        status = read_status(row.status[0].text) if row.status else None
        risk = replace(
            risk,
            appetite=replace(row.appetite, status=status or row.appetite.status),
            impact=read_impact(row.impact_text) if row.impact else Impact(),
            evidence=evidence(span, why),
        )
        ticks = _ticks(row, own)
        found.append((Found(risk, span, "flattened"), *ticks))
    shown1 = any(tick is not None for _, tick, _ in found)
    shown2 = any(tick is not None for _, _, tick in found)
    for one, tick1, tick2 in found:
        risk = replace(
            one.risk,
            level1_ticked=bool(tick1) if shown1 else None,
            level2_ticked=bool(tick2) if shown2 else None,
        )
        yield Found(risk, one.span, one.by)


def _ticks(row: Row, own_level1: bool) -> tuple[Tickedness, Tickedness]:
    """Return the ticks beside the names of both levels."""
    one: Tickedness = None
    two: Tickedness = None
    for index, line in enumerate(row.before):
        for word in line.words:
            if word.tick in ("ticked", "not_ticked"):
                if own_level1 and (index == 0 or line.block == row.before[0].block):
                    one = word.tick == "ticked"
                else:
                    two = word.tick == "ticked"
    return one, two


def _named(row: Row, header: Header, level1: str | None) -> tuple[Risk, bool] | None:
    """Return the names and statement of *row*, and whether it has its own Level 1."""
    blocks: list[list[Printed]] = []
    for line in row.before:
        if not line.text:
            continue
        if blocks and blocks[-1][-1].block == line.block:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    if not blocks:
        return None
    is_one_sentence = len(blocks) == 1 == len(blocks[0]) and blocks[0][0].text[-1] in ".!?"
    if is_one_sentence and split_statement(blocks[0][0].text)[1] is None:
        return None
    own = False
    if header.two_tiers:
        head, blocks = _level1_line(blocks)
        if head is not None:
            level1, own = head, True
    texts = [flow([line.line for line in block]).text for block in blocks]
    name: str | None = None
    statement: str | None = None
    if texts:
        joined = fold(" ".join(texts))
        if header.two_tiers and not own:
            joined, level1, own = _inline_level1(joined, level1)
        name, statement = split_statement(joined)
        if statement is None:
            name, statement = _by_block(texts, blocks)
    if row.after:
        more = flow([line.line for line in row.after]).text
        statement = fold(f"{statement} {more}") if statement else more
    reference, name = split_reference(name) if name else (None, None)
    if reference is None and level1 is not None and own:
        reference, level1 = split_reference(level1)
    if header.two_tiers and level1 is not None:
        return Risk(reference=reference, level1=level1, level2=name, statement=statement), own
    if not name and not statement:
        return None
    return Risk(reference=reference, level1=name, statement=statement), False


def _level1_line(blocks: list[list[Printed]]) -> tuple[str | None, list[list[Printed]]]:
    """Take the Level 1 name off the front: a short block, or a line that ends in "Risk"."""
    first = blocks[0]
    text = fold(" ".join(line.text for line in first))
    short = len(text.split()) <= 6 and not re.search(r"[.;]$", text)
    if short and split_statement(text)[1] is None and len(blocks) > 1:
        return clean(text), blocks[1:]
    head = first[0].text
    if len(first) > 1 and re.search(r"\brisks?$", head, re.IGNORECASE) and len(head.split()) <= 5:
        rest = fold(" ".join(line.text for line in first[1:]))
        if split_statement(rest)[1] is not None or re.search(r"\brisks?$", first[1].text, re.I):
            return clean(head), [first[1:], *blocks[1:]]
    return None, blocks


def _inline_level1(text: str, level1: str | None) -> tuple[str, str | None, bool]:
    """Part "Workforce Risk Workforce Supply Risk - We will …" printed on one line."""
    found = re.match(r"^((?:[A-Z&][\w&,'’-]* ){1,4}Risks?) ((?:\S+ ){1,8}?Risks?\b.*)$", text)
    if found and split_statement(found.group(2))[1] is not None:
        return found.group(2), clean(found.group(1)), True
    return text, level1, False


def _by_block(texts: list[str], blocks: list[list[Printed]]) -> tuple[str | None, str | None]:
    """Part a name from a statement by the blocks or lines that they stand in."""
    if len(texts) > 1 and len(texts[0].split()) <= 10:
        return clean(texts[0]), fold(" ".join(texts[1:]))
    first = blocks[0]
    if len(first) > 1 and re.search(r"\brisks?$", first[0].text, re.IGNORECASE):
        rest = flow([line.line for line in first[1:]]).text
        if len(rest.split()) >= 4:
            return clean(first[0].text), fold(" ".join([rest, *texts[1:]]))
    text = fold(" ".join(texts))
    return (None, text) if len(text.split()) > 15 else (clean(text), None)
