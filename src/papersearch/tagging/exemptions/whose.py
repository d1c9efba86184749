"""What is withheld, where the sentence that cites the provision does not name it itself.

"It", "they" and a field's second sentence speak of what was named before; a form's label or
a heading may name the paper ("FOI status of this paper").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from papersearch.tagging.exemptions.patterns import pattern
from papersearch.tagging.exemptions.scope import (
    Scope,
    definite_subject,
    led_to,
    named_in,
    names_itself,
)
from papersearch.tagging.exemptions.sentence import Sentence

_PRONOUN = re.compile(r"(?i)(?:it|they|these|this|both)(?: (?:is|are))?\b")
_KEPT_APART = re.compile(
    r"\b(?:(?:a|an|the|its|our|one|two|three) )?(?:separate )?"
    r"(?:confidential|exempt|private|restricted|closed|separate) "
    r"(?:appendi(?:x|ces)|annex(?:es|e)?|enclosures?|attachments?)\b"
    r"|(?<=has\s)(?:an?|one)\s(?:[\w-]+\s){0,3}(?:appendix|annexe?|enclosure|attachment"
    r"|schedule)\b",
    re.IGNORECASE,
)
_SUBJECT_WITHIN = 25
_MOST_BACK = 3
_THE = re.compile(r"(?<=[a-z\d]\s)The\s")
_CLAUSE_OF_IT = re.compile(
    r"[;,:] (?:and |but )?(?:it|they|this|these) (?:is|are)\b", re.IGNORECASE
)
_TEST = re.compile(r"\bpublic[- ]interest\b", re.IGNORECASE)
_THIS_PAPER = re.compile(
    r"\bthis (?:paper|report|document|item|policy|log|note|briefing|presentation)\b", re.IGNORECASE
)


def told_before(
    sentence: Sentence, scope: Scope | None, earlier: Sequence[Sentence]
) -> tuple[Scope, Sentence] | None:
    """Return the part that "It is exempt" means, and the sentence before that names it.

    It is that sentence's subject, or an appendix that it says is kept apart. Sentences
    that speak of "it" themselves are passed over.
    """
    within = _in_clause_before(sentence)
    if within is not None and (scope is None or not scope.part or scope.start < within[0].start):
        return within
    if scope is not None and not _PRONOUN.fullmatch(scope.words(sentence.text)):
        return None
    if not _says_it(sentence):
        return None
    for before in reversed(earlier[-_MOST_BACK:]):
        subject = named_in(before.plain, 0, len(before.text))
        if subject is not None and subject.part:
            led = led_to(before.plain, 0, subject) or subject
            if led.start <= _SUBJECT_WITHIN:
                return led, before
        called = None if _TEST.search(before.text) else _called(before)
        if called is not None and not names_itself(before.plain, called):
            return called, before  # "The draft budget was tabled. It is exempt …"
        apart = _KEPT_APART.search(before.plain)
        if apart is not None:
            return Scope(apart.start(), apart.end(), True), before
        if not _says_it(before) and _TEST.search(before.text) is None:
            return None
    return None


def _called(before: Sentence) -> Scope | None:
    """Return what a sentence is about by its words alone: "The draft budget was tabled"."""
    starts = [0, *(m.start() for m in _THE.finditer(before.plain))]
    found = (definite_subject(before.plain, at, len(before.text)) for at in reversed(starts))
    return next((one for one in found if one is not None), None)


def _in_clause_before(sentence: Sentence) -> tuple[Scope, Sentence] | None:
    """Return what "it" means within a sentence.

    "Row 4 has a technical annex …; it is exempt", "The draft is not to be published: it is …".
    """
    clause = _CLAUSE_OF_IT.search(sentence.plain)
    if clause is None:
        return None
    apart = _KEPT_APART.search(sentence.plain, 0, clause.start())
    if apart is not None:
        return Scope(apart.start(), apart.end(), True), sentence
    called = definite_subject(sentence.plain, 0, clause.start())
    if called is None or names_itself(sentence.plain, called):
        return None
    return called, sentence


def _says_it(sentence: Sentence) -> bool:
    return _PRONOUN.match(sentence.text.lstrip(" \u2022-")) is not None


def of_value_before(earlier: Sequence[Sentence]) -> tuple[Scope, Sentence] | None:
    """Return the part that a field's first sentence withholds: "In part: Annex 2. FOIA s.43"."""
    for before in reversed(earlier):
        for predicate in before.closed:
            scope = before.scope_of(predicate, 0, len(before.text))
            if scope is not None and scope.part:
                return scope, before
    return None


def of_withheld_before(earlier: Sequence[Sentence]) -> tuple[Scope, Sentence] | None:
    """Return what the sentence before withholds: "The note is not published. We rely on …"."""
    if not earlier or not earlier[-1].withholds:
        return None
    before = earlier[-1]
    scope = before.scope_of(before.closed[0], 0, len(before.text))
    return (scope, before) if scope is not None else None


def of_label(sentence: Sentence) -> tuple[int, int] | None:
    """Return "this paper" of the label or heading over the words, in characters of the doc."""
    passage = sentence.passage
    label = _THIS_PAPER.search(passage.label)
    if label is None:
        return None
    floor = max(0, passage.start - 2000)
    found = [*_THIS_PAPER.finditer(passage.whole, floor, passage.start)]
    same = [m for m in found if m.group().lower() == label.group().lower()]
    return same[-1].span() if same else None


def within_reason(scope: Scope, reason: tuple[int, int] | None, text: str, cited: int) -> bool:
    """Tell whether words before a second provision are only the first one's reason.

    "… because it relates to the formulation of policy, and under section 36(2)(c)" withholds
    no policy; "as it is unfinished, and the bid under regulation 12(5)(e)" withholds the bid.
    """
    if reason is None or not reason[0] <= scope.start < reason[1]:
        return False
    return pattern("scope", "put_under").fullmatch(text, scope.end, cited) is None
