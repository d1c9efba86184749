"""Sentence boundaries for Board papers: layout first, punctuation second.

A sentence never crosses a block or a table cell. Full stops of abbreviations
that papers use ("s.22", "No. 3", "Dr.", "e.g.", "approx.") end none.
"""

from __future__ import annotations

import re

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from papersearch.tagging.layout import text_of

_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:sec|sect|dr|mr|mrs|ms|prof|rev|cllr|approx|inc|incl|est|dept|govt|e\.g|i\.e|"
    r"cf|vs?|viz|[A-Z])\.$",
    re.IGNORECASE,
)
# Abbreviations only before a number: "No. 3", but "Dr Smith said no."
_BEFORE_NUMBER = re.compile(
    r"(?:^|\W)(?:ss?|regs?|arts?|paras?|nos?|figs?|refs?|vol|pp?|section)\.$", re.IGNORECASE
)
_ENUMERATOR = re.compile(r"^\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxIVX]+)[.)]+$")
_END = re.compile(r"[.!?][\"'\u2019\u201d)\]]*$")


@Language.component("papersearch_sentences", assigns=["token.is_sent_start"])
def sentences(doc: Doc) -> Doc:
    """Set sentence starts on every token of *doc*."""
    starts = {span.start for span in doc.spans.get("layout", ())}
    starts |= {span.start for span in doc.spans.get("cells", ())}
    # Set at once: spaCy looks through the whole Doc each time one token is set.
    flags = np.full(len(doc), -1, dtype=np.int64)
    end_seen = False
    text = text_of(doc)
    for token in doc:
        if token.i == 0 or token.i in starts or (end_seen and not token.is_space):
            flags[token.i] = 1
            end_seen = False
        if token.is_space:
            if token.text.count("\n") > 1:
                end_seen = True
            continue
        end = token.idx + len(token)
        if token.whitespace_ or token.i + 1 == len(doc) or doc[token.i + 1].is_space:
            head = text[max(0, token.idx - 12) : end]
            following = text[end : end + 40].lstrip()[:1]
            start = text.rfind("\n", 0, token.idx) + 1
            if (
                _END.search(head)
                and not following.islower()
                and not _ABBREVIATION.search(head)
                and not (following.isdigit() and _BEFORE_NUMBER.search(head))
                and not _ENUMERATOR.match(text[start:end])
            ):
                end_seen = True
    if len(doc):
        doc.from_array([SENT_START], flags.astype(np.uint64).reshape(-1, 1))
    return doc
