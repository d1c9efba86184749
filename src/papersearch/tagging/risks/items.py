"""Lists of "Quality – Cautious" that no word on appetite announces, or that share a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace
from spacy.tokens import Doc, Span

from papersearch.record import Risk
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.cues import cues, fold, matches
from papersearch.tagging.risks.found import Found, Taken
from papersearch.tagging.risks.lines import Printed, printed_lines
from papersearch.tagging.risks.prose_context import on_appetite
from papersearch.tagging.risks.prose_lists import item_risk

_LONGEST = 16  # words of an item
_PARTED = re.compile(r"[:–—(]|\s-")


@dataclass(frozen=True)
class _Item:
    risk: Risk
    lines: tuple[Printed, ...]


def read_items(doc: Doc, taken: Sequence[Span]) -> Iterator[Found]:
    """Yield the risks of runs of items, each a name and a level and nothing else.

    Without a word on appetite above it, a run must hold different levels, one of
    them a word that says nothing else in office prose ("Averse", "Cautious").
    """
    spans = Taken(taken)
    run: list[_Item] = []
    for block in _blocks(printed_lines(doc)):
        items = _items(block)
        if items:
            run += items
            continue
        yield from _run(doc, run, spans)
        run = []
    yield from _run(doc, run, spans)


def _blocks(lines: Sequence[Printed]) -> Iterator[list[Printed]]:
    block: list[Printed] = []
    for line in lines:
        if block and line.block != block[0].block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _items(block: Sequence[Printed]) -> list[_Item]:
    """Return the items of a block: the whole of it, or each of its lines."""
    if block[0].kind not in ("paragraph", "list_item"):
        return []
    if not any(_PARTED.search(line.text) for line in block):
        return []
    risks = [item_risk(fold(line.text)) for line in block]
    if len(block) > 1 and None not in risks:
        return [_Item(risk, (line,)) for risk, line in zip(risks, block, strict=True) if risk]
    whole = fold(" ".join(line.text for line in block))
    risk = item_risk(whole) if len(whole.split()) <= _LONGEST else None
    return [] if risk is None else [_Item(risk, tuple(block))]


def _run(doc: Doc, run: Sequence[_Item], taken: Taken) -> Iterator[Found]:
    if len(run) < 2:
        return
    span = doc.char_span(run[0].lines[0].start, run[-1].lines[-1].end, alignment_mode="expand")
    if span is None or taken.overlaps(span):
        return
    if not on_appetite(span) and not _tells(span, [item.risk for item in run]):
        return
    for item in run:
        own = doc.char_span(item.lines[0].start, item.lines[-1].end, alignment_mode="expand")
        if own is not None:
            why = evidence(own, "list of risks with a level each")
            yield Found(replace(item.risk, evidence=why), own, "prose")


def _tells(span: Span, risks: Sequence[Risk]) -> bool:
    """Tell levels of risk from other marks of few words ("Status: Open", "Cost: Minimal")."""
    heading = span._.heading
    if heading is not None and matches("value", "no_appetites", heading.text):
        return False
    levels = {level for risk in risks for level in risk.appetite.levels}
    names = " ".join(risk.level1 or "" for risk in risks)
    return (
        len(levels) > 1
        and bool(levels & set(cues()["value"]["only_appetites"]))
        and not re.search(r"\btolerance\b|\bscenario\b|\bforecast\b", names, re.IGNORECASE)
    )
