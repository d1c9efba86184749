"""Sentence boundaries for Board papers: layout first, punctuation second.

A sentence never crosses a block or a table cell. Full stops of abbreviations
that papers use ("s.22", "No. 3", "Dr.", "e.g.", "approx.") end none.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

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
    end_seen = False
    text = doc.text
    for token in doc:
        if token.i == 0 or token.i in starts or (end_seen and not token.is_space):
            token.is_sent_start = True
            end_seen = False
        else:
            token.is_sent_start = False
        if token.is_space:
            if token.text.count("\n") > 1:
                end_seen = True
            continue
        if token.whitespace_ or token.i + 1 == len(doc) or doc[token.i + 1].is_space:
            head = text[max(0, token.idx - 12) : token.idx + len(token)]
            following = text[token.idx + len(token) :].lstrip()[:1]
            start = text.rfind("\n", 0, token.idx) + 1
            if (
                _END.search(head)
                and not following.islower()
                and not _ABBREVIATION.search(head)
                and not (following.isdigit() and _BEFORE_NUMBER.search(head))
                and not _ENUMERATOR.match(text[start : token.idx + len(token)])
            ):
                end_seen = True
    return doc
