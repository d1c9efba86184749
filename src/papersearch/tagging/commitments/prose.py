"""Pledges and aspirations in the sentences of a paper.

A pledge is a promise with an owner, a date or a measurable end. Forecasts,
rules, recommendations, conditions, what is done already, what another body
does and the wording of risks are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from spacy.tokens import Doc, Span

from papersearch.record import Due, Target
from papersearch.tagging.commitments.aspirations import is_unreal, read_aspiration
from papersearch.tagging.commitments.cell_parts import parts_of
from papersearch.tagging.commitments.charges import minuted, quality_of
from papersearch.tagging.commitments.clauses import clauses, told
from papersearch.tagging.commitments.dues import (
    due_of,
    is_at_this_meeting,
    is_by_then,
    is_date,
    is_past,
    is_set,
)
from papersearch.tagging.commitments.following import Following, following
from papersearch.tagging.commitments.found import (
    Found,
    Sentence,
    inside,
    kind_of_paper,
    organisation_of,
    pieces,
    reference_day,
    sentences,
)
from papersearch.tagging.commitments.learned import Setting, judged
from papersearch.tagging.commitments.patterns import any_of, matches, words
from papersearch.tagging.commitments.promises import Promise, is_one_off, promises_in
from papersearch.tagging.commitments.speech import (
    antecedent,
    is_correction,
    spoken,
    spoken_apart,
)
from papersearch.tagging.commitments.tails import peel
from papersearch.tagging.commitments.target import target_of
from papersearch.tagging.commitments.voices import words_of_others
from papersearch.tagging.layout import TableView

_LEAST_WORDS = 5
_MOST_WORDS = 90
_LEAST_TOKENS_OF_A_CELL = 8
_MOST_WORDS_OF_A_HEADER = 8
_LEAST_WORDS_WITHOUT_STOP = 12


def read_prose(doc: Doc) -> Iterator[Found]:
    """Yield the pledges, aspirations and minuted actions in the sentences of *doc*."""
    skip = [*doc.spans.get("risks", ()), *words_of_others(doc)]
    day = reference_day(doc)
    kind = kind_of_paper(doc)
    for span in _prose(doc):
        parts = list(sentences(span))
        told_before = 0  # sentences that only tell more of the one before them
        for index, part in enumerate(parts):
            if told_before:
                told_before -= 1
                continue
            if inside(part, skip) or not _LEAST_WORDS <= len(part.text.split()) <= _MOST_WORDS:
                continue
            if not _may_promise(part.text) or not _is_whole(part, span):
                continue
            # An action minuted under "Risk appetite" is one all the same.
            ruled = kind != "minutes" and _under_rules(part)
            if ruled and matches("prose", "under_rules_never", part._.heading.text):
                continue
            learned = span._.block.kind in ("paragraph", "list_item")
            more = following(parts[index + 1 :], day)
            found = list(_of_sentence(Sentence.of(part), Setting(day, kind, learned, more)))
            if ruled:
                found = [one for one in found if _stands_under_rules(one)]
            told_before = more.sentences if found else 0
            yield from (_with_more(one, more) for one in found)


def _with_more(one: Found, more: Following) -> Found:
    owner = one.owner or more.owner
    if owner is None:  # "… in place by May (owner: Medical Director)."
        owner = peel(one.text.rstrip("."), None).owner
    if owner is None and one.text.startswith(("He ", "She ")):
        owner = antecedent(one.span)
    return replace(one, due=one.due or more.due, owner=owner)


def _of_sentence(whole: Sentence, at: Setting) -> Iterator[Found]:
    """Yield what a sentence promises: as a whole, or its clauses where a later one does."""
    apart = spoken_apart(whole, at.day) if at.kind == "minutes" else []
    if apart:
        yield from apart
        return
    parts = [(part, _one(part, at)) for part in clauses(whole)]
    parted = ";" in whole.text or any(_has_own_subject(part, whole) for part, _ in parts[1:])
    if _is_one_promise(parts):
        parts = []
    if any(found for _, found in parts[1:]) or (parts and parted and parts[0][1] is not None):
        yield from _with_their_owner(parts)
        return
    found = _one(whole, at)
    reported = told(whole) if found is None or found.why.startswith("learned") else None
    if reported is not None and at.kind != "minutes":
        clause, teller = reported
        within = _one(clause, replace(at, told=True))
        if within is not None:
            found = replace(within, owner=within.owner or teller.owner)
    if found is not None:
        yield _shortened(whole, found, at)


def _is_one_promise(parts: Sequence[tuple[Sentence, Found | None]]) -> bool:
    """Tell whether "… and will table it in July" only says when the one before is due."""
    if len(parts) != 2 or parts[0][1] is None or parts[1][1] is None:
        return False
    goes_on = re.match(r"(?:will|shall) \w+ (?:it|them|this|these)\b", parts[1][0].text)
    return goes_on is not None and parts[0][1].due is None


def _shortened(whole: Sentence, found: Found, at: Setting) -> Found:
    """Leave out a clause behind the promise that only tells more: "…, and it is reasonable to"."""
    for match in any_of(words("clauses")["tells_only"]).finditer(whole.text):
        span = whole.at(0, match.start())
        part = Sentence.of(span) if span is not None else None
        if part is not None and len(part.text.split()) >= _LEAST_WORDS:
            shorter = _one(part, at)
            if shorter is not None and shorter.kind == found.kind == "pledge":
                return replace(shorter, owner=shorter.owner or found.owner)
    return found


def _has_own_subject(part: Sentence, whole: Sentence) -> bool:
    """Tell whether a later clause speaks of somebody else; else it goes on with the first."""
    first, begins = part.text.split()[0].lower(), whole.text.split()[0].lower()
    same = matches("clauses", "same_subject", part.text) is not None
    return not same and (first != begins or first == "the")


def _with_their_owner(parts: Sequence[tuple[Sentence, Found | None]]) -> Iterator[Found]:
    """Yield clauses; one that begins "will …" or "it has …" goes on with that before it."""
    before: Found | None = None
    for part, found in parts:
        goes_on = matches("clauses", "same_subject", part.text) is not None
        if found is not None and goes_on:
            owner = before.owner if before is not None else None
            found = replace(found, owner=found.owner or owner) if before is not None else None
        if found is not None:
            yield found
        before = found


def _one(sentence: Sentence, at: Setting) -> Found | None:
    """Return what the rules find, and only where they find nothing what was learned."""
    if at.kind == "minutes" and is_correction(sentence.text):
        return None
    found = minuted(sentence, at.day, at.kind)
    if found is None and at.kind == "minutes":
        found = spoken(sentence, at.day)
    elif found is None:
        found = _pledge(sentence, at) or read_aspiration(sentence, at.day, at.kind)
    if found is None and at.learned:
        found = judged(sentence, at)
    return found


def _prose(doc: Doc) -> Iterator[Span]:
    minutes = kind_of_paper(doc) == "minutes"
    for piece in pieces(doc):
        if piece.view is None:
            if piece.block.kind in ("paragraph", "list_item"):
                yield piece.span
            continue
        said_before = _columns_of_the_past(piece.view)
        for cell in piece.view.table.cells:
            span = piece.view.of(cell)
            if (
                span is not None
                and len(span) >= _LEAST_TOKENS_OF_A_CELL
                and cell.column not in said_before
            ):
                if minutes:  # a whole item may stand in a cell, with its heading and bullets
                    yield from (part.span for part in parts_of(span, cell))
                else:
                    yield span


def _columns_of_the_past(view: TableView) -> set[int]:
    """Return the columns headed "We said", "Last year's priority"."""
    return {
        column
        for column in range(view.table.columns)
        if len(view.text(0, column).split()) <= _MOST_WORDS_OF_A_HEADER
        and matches("prose", "said_before", view.text(0, column))
    }


@cache
def _trigger() -> re.Pattern[str]:
    return any_of([rf"\b(?:{'|'.join(words('prose')['triggers'])})\b"], case=True)


def _may_promise(text: str) -> bool:
    return _trigger().search(text) is not None


def _under_rules(span: Span) -> bool:
    heading = span._.heading
    return heading is not None and matches("prose", "not_under", heading.text) is not None


def _stands_under_rules(one: Found) -> bool:
    """Tell whether it names who and a day to come, or promises outright, as no rule does."""
    if one.kind != "pledge" or one.owner is None:
        return False
    return (one.due is not None and is_date(one.due)) or "commits to" in one.why


def _is_whole(part: Span, block: Span) -> bool:
    """Tell whether a sentence is all there; a column read line by line gives parts of them."""
    text = part.text.strip()
    if text.endswith(":"):
        return False  # it leads in to a list
    layout = block._.block
    if layout is None or layout.kind != "paragraph":
        return True
    if text[:1].islower():
        return False
    return text[-1:] in ".!?;)\"'\u2019\u201d" or len(text.split()) >= _LEAST_WORDS_WITHOUT_STOP


def _pledge(sentence: Sentence, at: Setting) -> Found | None:
    text, day, kind = sentence.text, at.day, at.kind
    if matches("prose", "not_promises", text):
        return None
    recurring = matches("prose", "recurring", text) is not None
    undated: Found | None = None
    for promise in promises_in(text, organisation_of(sentence.span.doc)):
        if matches("prose", "left_open", text[: promise.start]):
            continue
        quality = quality_of(sentence, promise.start, promise.end)
        # "I have told the Minister that we shall": whoever was told, we promise.
        own = matches("prose", "own_word", text[: promise.start], case=True) is not None
        if quality is None or (own and (quality.negated or quality.conditional)):
            continue
        if not own and is_unreal(quality, agent=promise.agent, told=at.told):
            continue
        if quality.historic and not (promise.explicit or promise.given or own):
            continue
        if promise.past and (day is None or not _is_to_come(text, promise, day)):
            continue
        due = due_of(text, promise.start, promise.end, day) or at.more.due
        if due is not None and (is_past(due, day) or is_at_this_meeting(text, due, day)):
            continue
        by_then = due is not None and is_date(due) and is_by_then(due)
        if not by_then and matches("prose", "regulates", text) and not _is_once(promise, text):
            continue
        target = target_of(text, 0 if promise.agent is None else promise.end)
        if not _is_pledge(promise, due, target, recurring, kind):
            continue
        if promise.rule == "state" and not _is_aim(sentence.span, text):
            continue
        found = sentence.found(
            "pledge", f"pledge: {promise.rule}", due=due, target=target, owner=promise.owner
        )
        if due is not None and is_date(due):
            return found
        undated = undated or found
    return undated


def _is_pledge(
    promise: Promise, due: Due | None, target: Target | None, recurring: bool, kind: str
) -> bool:
    """Tell whether a promise has an owner who is named, a date or a measurable end."""
    dated = due is not None and is_date(due)
    measured = target is not None and target.value is not None and not recurring
    if promise.rule == "passive":
        return dated
    if promise.rule == "state":
        return dated and measured and due is not None and is_by_then(due)
    if kind == "policy":
        return promise.explicit and (dated or measured)
    if promise.by_date_only:
        return dated and due is not None and is_set(due)
    return dated or measured or promise.explicit or promise.personal


def _is_once(promise: Promise, text: str) -> bool:
    """Tell whether a deed "within six months of handover" is done once, and no rule."""
    verb = re.match(r"\s*(?:(?:also|then|all|now)\s+)?(?P<verb>[\w-]+)", text[promise.end :])
    once = verb is not None and is_one_off(verb["verb"])
    return once and promise.agent is not None and not matches("prose", "of_many", text)


def _is_to_come(text: str, promise: Promise, day: date) -> bool:
    """Tell whether what "we promised to" do is due after *day*; else it is history."""
    due = due_of(text, promise.start, promise.end, day)
    return due is not None and is_date(due) and bool(due.to or due.from_) and not is_past(due, day)


def _is_aim(span: Span, text: str) -> bool:
    """Tell whether a state to be reached is an aim of the body's, and no forecast."""
    if matches("prose", "forecasts", text):
        return False
    heading = span._.heading
    return matches("prose", "levels", text) is not None or (
        heading is not None and matches("prose", "headings_of_aims", heading.text) is not None
    )
