"""How far the words for what is withheld reach: "Annex 2, the carbon model", "Appendix C (plans)".

What names a part is read first (:mod:`scope`); this adds what describes it behind the name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from papersearch.tagging.exemptions.patterns import pattern
from papersearch.tagging.exemptions.scope import Scope

_FINITE = (
    r"(?:is|are|was|were|be|has|have|had|will|would|shall|should|must|may|might|can|cannot"
    r"|could|ought"
    r"|contains?|attracts?|falls?|fell|remains?|sets? out|holds?|includes?|relates?|gives?|shows?"
    r"|engages?|comes?|goes|does|do|names?|refers?|concerns?|consists?|discusses|describes|deals?"
    r"|records?|lists?|which|who|whose|that|because|since|until|also|not|likewise|therefore)"
)
_BRACKET = re.compile(
    r"\s\((?!(?:exempt|see|s\.?\s?\d|ss\.?\s?\d|sections?|FOIS?A?|EIRs?|paragraphs?|paras?"
    r"|reg\w*|if"
    r"|attached|enclosed|confidential|restricted|private|closed|pages?|pp?\.|item|to follow"
    r"|circulated|not for|under|by virtue|part \w+|schedule)\b)[A-Za-z](?:[^()]"
    r"|\([^()]{1,30}\)){2,90}\)",
    re.IGNORECASE,
)
"""What a part is, in a bracket behind its name: "Appendix B (staff survey comments)"."""
_CLAUSE = re.compile(
    r"(?<!\bin)(?<!\bof)(?<!\bon)(?<!\bto)(?<!\bby)(?<!\bat)(?<!\bfrom)(?<!\bwith)"
    r",?\s(?:that|which|who)\s(?=\w)(?!(?:it|this|they|we|he|she|these)\s)",
    re.IGNORECASE,
)
"""What only says more of a part: "The confidential annex that accompanies it"."""
_MARKED = re.compile(
    r"\s\((?:exempt|confidential|restricted|private|closed|to follow|attached|enclosed)\)$",
    re.IGNORECASE,
)
_APPOSITION = re.compile(
    rf",\s(?:the|an?|our|its|their|his|her|being|with (?:the|its|our|their|an?)"
    rf"|(?:[\w.-]+\s)?[\w.-]+['\u2019]s?)"
    rf"\s(?:(?!\b(?:{_FINITE}|and (?:Appendix|Annexe?|Enclosure|Table))\b)[^,;:.()]){{2,90}}"
    rf"(?=,\s(?:{_FINITE}|\w+ly)\b)",
    re.IGNORECASE,
)
"""What a part is, between commas: "Appendix D, the ground survey, is withheld"."""
_PHRASE = re.compile(
    r"\s{1,2}(?:of|on|in|at|to|for|with|about|from|between|within|by|into|against|concerning"
    r"|regarding)"
    r"\s(?!(?:the grounds?|the basis|accordance|view|line|private|confidence|this|part|order"
    r"|due|full|draft|any|which|no)\b)"
    rf"(?:(?!\b(?:{_FINITE}|under|as|pursuant|virtue|grounds?"
    rf"|reasons?)\b)[\w'\u2019&-]+\s{{1,2}}){{0,14}}?"
    rf"(?:(?!\b{_FINITE}\b)[\w'\u2019&-]+)(?=\s{{1,2}}{_FINITE}\b|,\s(?:which|who)\b)",
    re.IGNORECASE,
)
"""What a part is about, up to the verb: "The supplementary report on the valuation"."""
_ON_WHICH = re.compile(
    r"\s(?:on|in|to|from|by|at|with|under|of) which (?:it|this|they|we|he|she|these)\s\w+",
    re.IGNORECASE,
)
"""What tells which document is meant: "the engineer's report on which it rests"."""


def full(text: str, found: Scope, end: int) -> Scope:
    """Return *found* with what describes it, up to *end* at most.

    Args:
        text: The sentence, the names of provisions blanked out.
        found: The words that name what is withheld.
        end: Where its verb, its provision or its clause ends.
    """
    clause = _CLAUSE.search(text, found.start, found.end)
    if clause is not None and clause.start() > found.start:
        found = replace(found, end=clause.start())
        end = found.end
    marked = _MARKED.search(text, found.start, found.end)
    if marked is not None and marked.start() > found.start:
        return replace(found, end=marked.start())
    if pattern("scope", "pointing").fullmatch(found.words(text)):
        return found
    high = found.end
    for expression in (_BRACKET, _PHRASE, _ON_WHICH, _BRACKET, _APPOSITION):
        match = expression.match(text, high)
        if match is not None and match.start() < end:
            high = match.end()
    return replace(found, end=high)
