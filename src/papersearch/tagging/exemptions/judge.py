"""Does the paper claim a provision for itself, or only speak of it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from papersearch.tagging.exemptions.cited import Reference
from papersearch.tagging.exemptions.law import regimes
from papersearch.tagging.exemptions.passage import Passage
from papersearch.tagging.exemptions.patterns import pattern
from papersearch.tagging.exemptions.reasons import reason_of
from papersearch.tagging.exemptions.scope import (
    Scope,
    definite_subject,
    is_part,
    led_to,
    named_in,
    names_itself,
    put_to_object,
)
from papersearch.tagging.exemptions.sentence import ASIDE, Sentence

_BARE_WORDS = 14
_WHILE = re.compile(
    r"\b(?:consideration|discussion) of\b|\bwhile\b|\bwhen\b|\b(?:excluded|withdraw|leave)\s"
    r"(?:from|for|during)(?=\s(?:part|(?:agenda )?items?|minutes?|the (?:next|following))\b)",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:is|are|was|were|will|must|should)\s(?:to\s)?(?:be\s)?"
    r"(?:taken|considered|discussed|heard|dealt with)\s(?:\w+\s){0,3}in\s(?:private|confidence"
    r"|committee)\b",
    re.IGNORECASE,
)
_WE = re.compile(
    r"\W*(?:we|(?:the|this) (?:\w+ ){0,3}\w+ (?:therefore )?(?:relies|rely))\b", re.IGNORECASE
)
"""A body that relies on a provision; it is not withheld itself."""
_JOINED_SUBJECT = re.compile(
    r"\b(?:and|while|but)\s(?P<subject>(?:the|our|its|their|those"
    r"|these)\s[\w'\u2019-]+(?:\s[\w'\u2019-]+){0,8}?)"
    r"\s(?:(?:is|are)\s(?:\w+\s)?)?(?:under|by|by virtue of)\s*$",
    re.IGNORECASE,
)
"""What a second provision is put to: "…, and the names in it under regulation 13"."""
_ELIDED = re.compile(
    r"(?:[;,)]|\band) (?:and |also |as well as )*(?:under |by |on |FOIA? |EIRs? |the )*$",
    re.IGNORECASE,
)
"""What leads to a second provision of the same claim: "…; and section 31(1)(a), …"."""
_LABEL = re.compile(r"[\s\u2022(\[-]*(?P<name>[A-Z][^:;.]{3,90}?)\s?:\s*(?:[A-Z]{2,4}\s)?\s*$")
"""What stands before a colon and its provision: "Table in the confidential annex: s43(1)"."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|will|must|should|may|can|not|be|exempt|withheld)\b",
    re.IGNORECASE,
)
_STRAIGHT = re.compile(
    r"[\s,]*(?:only\s|both\s)?(?:under|by|by virtue of|in accordance with|pursuant to)\s*"
    r"(?:(?:the|FOIS?A?|EIRs?)\s*)*",
    re.IGNORECASE,
)
_OPENS_CLAUSE = re.compile(
    r"(?:^|[;:,.(]|\b(?:and|but|while|as to|as for|as regards|in respect of"
    r"|in relation to))[\s\u2022-]*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s\([^()]{2,80}\)")
_BY_VIRTUE = re.compile(r"\W*by virtue of\b", re.IGNORECASE)
_SCHEDULES = frozenset({"LGA1972", "LGSA1973", "LGANI2014"})
_NOT_BARE = re.compile(r"\b(?:was|were|had|received|considered|applied)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """Citations that one sentence lists together.

    *floor* and *ceiling* bound the words that are theirs and not another run's;
    *opened* tells that the form above says that nothing is exempt; *again* that the
    sentence has already claimed a provision; *led* that it is an item of a list whose
    lead withholds what the list names.
    """

    references: Sequence[Reference]
    floor: int
    ceiling: int
    opened: bool = False
    again: bool = False
    led: bool = False

    @property
    def start(self) -> int:
        """Where the first begins."""
        return self.references[0].start

    @property
    def end(self) -> int:
        """Where the last ends."""
        return self.references[-1].end

    @property
    def excludes(self) -> bool:
        """Its Act says when the public may be kept from a meeting."""
        return regimes()[self.references[0].regime or ""].exclusion


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether it is a claim, of what, and by which rule."""

    claimed: bool
    why: str
    scope: Scope | None = None


def judge(sentence: Sentence, run: Run, earlier: Sequence[Sentence], strict: bool) -> Verdict:
    """Return the verdict on a run of citations.

    Args:
        sentence: The sentence they stand in.
        run: The citations.
        earlier: The sentences before it in its passage.
        strict: The paper is about the law or about requests: only a sentence that
            says of this paper or its part that it is withheld claims anything.
    """
    if any(reference.cited.many for reference in run.references):
        return Verdict(False, "it names a whole Part of the Act")
    if sentence.no_claim is not None:
        return Verdict(False, sentence.no_claim)
    predicate = _predicate(sentence, run)
    if predicate is None and _is_denied(sentence, run):
        return Verdict(False, "it is denied")
    if run.opened and sentence.passage.where != "prose" and predicate is None:
        return Verdict(False, "the form says that nothing is exempt")
    bears = [
        match
        for match in pattern("predicates", "bears").finditer(sentence.text)
        if run.floor <= match.start() < run.ceiling
    ]
    scope = _directly_before(sentence, run) or sentence.scope_of(predicate, run.floor, run.ceiling)
    if run.excludes and sentence.excludes:
        scope = (scope if predicate is not None else None) or _discussed(sentence)
        return Verdict(True, "it keeps the public from a meeting", scope)
    scope = scope or _scope_beside(sentence, run, bears)
    if run.led and (
        (scope is not None and scope.part) or not re.search(r"\w", sentence.text[3 : run.start])
    ):
        return Verdict(True, "the list's lead withholds it", scope)
    if sentence.passage.where in ("field", "column") or (
        sentence.passage.where == "heading" and not strict
    ):
        return _in_place(sentence, run, earlier, predicate or next(iter(bears), None), scope)
    return _in_prose(sentence, run, earlier, predicate, bears, scope, strict)


def _directly_before(sentence: Sentence, run: Run) -> Scope | None:
    """Return the part that stands right before its own provision: "Appendix 3 under s.40(2)".

    It outweighs the subject of the sentence: "Two appendices are withheld: Appendix 1 under …".
    """
    plain = sentence.plain
    label = _LABEL.match(plain, 0, run.start) if not run.floor else None
    if label is not None and is_part(label["name"]) and _FINITE.search(label["name"]) is None:
        return Scope(*label.span("name"), True)
    own = named_in(plain, run.floor, run.start, last=True)
    if own is None or not own.part:
        return None
    low = own.end
    bracket = _BRACKET.match(plain, low, run.start)
    low = bracket.end() if bracket is not None else low
    if _STRAIGHT.fullmatch(plain, low, run.start) is None:
        return None
    own = led_to(plain, run.floor, own) or own
    return own if _OPENS_CLAUSE.search(plain, 0, own.start) is not None else None


def _predicate(sentence: Sentence, run: Run) -> re.Match[str] | None:
    near = [m for m in sentence.closed if run.floor <= m.start() < run.ceiling]
    before = [m for m in near if m.start() < run.end]
    return before[-1] if before else next(iter(near), None)


def _is_denied(sentence: Sentence, run: Run) -> bool:
    denied = any(run.floor <= m.start() < run.ceiling for m in sentence.denied)
    return (denied or sentence.is_negated(run.start, run.end)) and (
        "qualified person" not in sentence.text[: run.start].lower()
    )


def _in_place(
    sentence: Sentence, run: Run, earlier: Sequence[Sentence], said: re.Match[str] | None,
    scope: Scope | None,
) -> Verdict:  # fmt: skip
    """Judge words in a field, a column or a section about publication."""
    passage = sentence.passage
    if (
        said is not None
        or passage.role == "section"
        or _is_bare(sentence.text, run)
        or any(one.closed for one in earlier)
    ):
        if scope is None and said is not None and not _WE.match(sentence.text):
            scope = definite_subject(sentence.plain, run.floor, said.end())
        return Verdict(True, _place(passage, said), scope)
    if run.again and _ELIDED.search(sentence.text, 0, run.start):
        return Verdict(True, "the same sentence withholds it", _withheld_with(sentence, run))
    own = _withheld_with(sentence, run)
    if own is not None:
        return Verdict(True, "the same sentence withholds it", own)
    return Verdict(False, "it only mentions the provision")


def _in_prose(
    sentence: Sentence, run: Run, earlier: Sequence[Sentence], predicate: re.Match[str] | None,
    bears: Sequence[re.Match[str]], scope: Scope | None, strict: bool,
) -> Verdict:  # fmt: skip
    if strict and (scope is None or predicate is None or not names_itself(sentence.plain, scope)):
        return Verdict(False, "it stands in a paper about the law or about requests")
    said = predicate or next(iter(bears), None)
    why = f"it says {' '.join(said.group().split())!r}" if said else ""
    if predicate is not None and (scope is not None or sentence.opens(predicate)):
        return Verdict(True, why, scope)
    if bears and scope is not None and (scope.part or not re.match(r"(?i)rel", bears[0].group())):
        told = run.again or sentence.closed or any(one.closed for one in earlier)
        if told or names_itself(sentence.plain, scope):
            return Verdict(True, why, scope)
    bare = _is_bare(sentence.text, run)
    own = _withheld_with(sentence, run)
    if own is not None:
        return Verdict(True, "the same sentence withholds it", own)
    if any(one.withholds for one in earlier) and (said is not None or bare):
        if scope is None and bears and not _WE.match(sentence.text):
            scope = definite_subject(sentence.plain, run.floor, run.end)
        return Verdict(True, "the sentence before says that it is withheld", scope)
    if (
        run.again
        and (sentence.closed or bears or earlier)
        and _ELIDED.search(sentence.text, 0, run.start)
    ):
        return Verdict(True, "the same sentence withholds it", scope)
    if bare and _BY_VIRTUE.match(sentence.text) and run.references[0].regime in _SCHEDULES:
        return Verdict(True, "it is the line by which a council marks a paper", scope)
    if scope is not None and scope.part and bare:
        return Verdict(True, "it puts the provision to a part of the paper", scope)
    return Verdict(False, "it does not say that this paper or a part of it is withheld")


def _withheld_with(sentence: Sentence, run: Run) -> Scope | None:
    """Return what a run adds to a claim: "…, and the names on page 7 under section 40(2)"."""
    if not run.again or not sentence.closed:
        return None
    put_to = put_to_object(sentence.plain, run.end, run.ceiling)
    if put_to is not None:
        return put_to
    joined = _JOINED_SUBJECT.search(sentence.plain, run.floor, run.start)
    if joined is not None:
        return Scope(*joined.span("subject"), True)
    own = named_in(sentence.plain, run.floor, run.start, last=True)
    if own is None:
        return definite_subject(sentence.plain, run.floor, run.start)
    return led_to(sentence.plain, run.floor, own) or own


def _scope_beside(sentence: Sentence, run: Run, bears: Sequence[re.Match[str]]) -> Scope | None:
    """Return what the citation is put to, where no predicate tells: before it, else after it."""
    plain = sentence.plain
    put_to = put_to_object(plain, run.end, run.ceiling) if run.again else None
    if put_to is not None:
        return put_to
    before = None
    if run.start > run.floor:
        before = named_in(plain, run.floor, run.start, last=True)
    if before is not None and (before.part or not bears):
        return led_to(plain, run.floor, before) or before
    for match in bears:
        if match.start() >= run.end:
            after = sentence.scope_of(match, match.start(), run.ceiling)
            if after is not None:
                return after
    if before is not None:
        return before
    after = named_in(plain, run.end, run.ceiling)
    if after is not None and (after.part or after.start - run.end < 25):
        reason = reason_of(sentence.text, (run.start, run.end), run.floor, run.ceiling)
        if reason is None or not reason[0] <= after.start < reason[1]:
            return after
    return None


def _is_bare(text: str, run: Run) -> bool:
    """Tell whether little stands beside the citations: no sentence, only a marking."""
    rest = text[: run.start] + " " + text[run.end :]
    return _NOT_BARE.search(rest) is None and len(re.findall(r"[A-Za-z]{2,}", rest)) <= _BARE_WORDS


def _discussed(sentence: Sentence) -> Scope | None:
    """Return the part that the public may not hear discussed."""
    taken = _TAKEN.search(sentence.plain)
    if taken is not None:  # "The report on the lease is to be taken in private"
        return definite_subject(sentence.plain, 0, taken.end()) or definite_subject(
            ASIDE.sub(lambda m: " " * len(m.group()), sentence.plain), 0, taken.end()
        )
    match = _WHILE.search(sentence.plain)
    return named_in(sentence.plain, match.end(), len(sentence.plain)) if match else None


def _place(passage: Passage, said: re.Match[str] | None) -> str:
    label = " ".join(passage.label.split())[:60]
    place = "section" if passage.where == "heading" else passage.where
    words = f" says {' '.join(said.group().split())!r}" if said else " holds it"
    return f"the {place} {label!r}{words}"
