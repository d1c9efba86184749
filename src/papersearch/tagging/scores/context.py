"""Whether words are on risks and their scores: their own, their paragraph, what stands above."""

from __future__ import annotations

import re
from itertools import takewhile

from spacy.tokens import Span

from papersearch.tagging.layout import block_at, blocks_before, sentence_at
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.scores.headers import Kind, holds
from papersearch.tagging.scores.notation import figures

_CONTEXT = re.compile(
    r"\b(?:risks?|scor(?:e|es|ed|ing)|rat(?:ed|ing)|likelihood|consequence|BAF)\b", re.IGNORECASE
)
_RISK = re.compile(
    r"\brisks?\b|\bBAF\b|\blikelihood\b|\bthreat\b|\b(?:inherent|residual)\s+(?:score|rating)",
    re.IGNORECASE,
)
_REGISTER = re.compile(r"\bregister\b|\bheat ?map\b|\bassurance framework\b", re.IGNORECASE)
_SCORES = re.compile(
    r"\bscor|\brat(?:ed|ing)|\b(?:highest|top|extreme|red|greatest)\b.*\brisks?\b|"
    r"\brisk register\b|\bheat ?map\b|\brisks are\b",
    re.IGNORECASE,
)
_BLOCKS_BACK = 15
_BLOCKS_ON = 6  # tables on the same risks may follow before the note that tells the kind


def may_score(sentence: Span, text: str) -> bool:
    """Tell a sentence that may score a risk: by its words, or by what it stands in."""
    return _CONTEXT.search(text) is not None or is_item(sentence) or in_risky_block(sentence)


def is_vetoed(text: str) -> bool:
    """Tell words on thresholds, what might be, other days, or the scores of other things."""
    words = figures(text)
    if holds("prose", "veto", words):
        return True
    return _RISK.search(text) is None and holds("prose", "veto_without_risk", words)


def on_risks(sentence: Span) -> bool:
    """Tell a sentence on a risk from one on a tender or an inspection."""
    return bool(_RISK.search(sentence.text)) or in_risky_block(sentence) or is_item(sentence)


def in_risky_block(sentence: Span) -> bool:
    """Tell a sentence whose paragraph, or the heading above it, speaks of risks."""
    block = block_at(sentence)
    heading = sentence._.heading
    texts = [str(part.text) for part in (block, heading) if part is not None]
    return any(_RISK.search(text) or _REGISTER.search(text) for text in texts)


def is_item(sentence: Span) -> bool:
    """Tell a list item below words on risks and their scores."""
    lead = lead_in(sentence)
    if lead is None:
        return False
    heading = lead._.heading
    above = f"{lead.text} {heading.text if heading is not None else ''}"
    return bool(re.search(r"\brisks?\b", above, re.I) and _SCORES.search(above))


def lead_in(sentence: Span) -> Span | None:
    """Return the block above the list that *sentence* is an item of."""
    block = sentence._.block
    if block is None or block.kind != "list_item":
        return None
    for span in blocks_before(sentence, _BLOCKS_BACK):
        marker = span._.block.marker if span._.block is not None else None
        if span.label_ != "list_item" or (marker or "") != (block.marker or ""):
            return span
    return None


def sentence_before(sentence: Span) -> str:
    """Return the words of the sentence before *sentence*, of the same block."""
    if sentence.start == 0:
        return ""
    before = sentence_at(sentence.doc[sentence.start - 1 : sentence.start])
    same = block_at(before) == block_at(sentence)
    return str(before.text) if same else ""


def noted_kind(grid: Grid) -> Kind | None:
    """Return the kind of score that the heading of a table, or a note beside it, tells.

    "Scores are those of today", "Residual risks".
    """
    span = grid.view.span
    heading = grid.view.heading
    layout = span.doc.spans["layout"]
    near = [block for block in blocks_before(span, 1) if block.label_ != "table"]
    behind = [block for block in layout if block.start >= span.end][:_BLOCKS_ON]
    behind = list(takewhile(lambda block: block.label_ != "heading", behind))
    near += [block for block in behind if block.label_ != "table"]
    texts = [part.text for part in (heading, *near) if part is not None]
    for text in texts:
        if holds("words", "note_initial", text) and not holds("words", "note_current", text):
            return "initial"
        if holds("words", "note_current", text):
            return "current"
    return None
