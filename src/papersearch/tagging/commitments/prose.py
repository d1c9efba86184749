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
from papersearch.tagging.commitments.charges import is_another_body, minuted
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
    Kind,
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
from papersearch.tagging.commitments.promises import Promise, promises_in
from papersearch.tagging.commitments.quantities import measures
from papersearch.tagging.commitments.target import find_target
from papersearch.tagging.commitments.who import Agent
from papersearch.tagging.layout import TableView
from papersearch.tagging.qualifiers import Qualities, qualities

_LEAST_WORDS = 5
_MOST_WORDS = 90
_LEAST_TOKENS_OF_A_CELL = 8
_MOST_WORDS_OF_A_HEADER = 8
_LEAST_WORDS_WITHOUT_STOP = 12


def read_prose(doc: Doc) -> Iterator[Found]:
    """Yield the pledges, aspirations and minuted actions in the sentences of *doc*."""
    skip = list(doc.spans.get("risks", ()))
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
            if kind != "minutes" and _under_rules(part):
                continue  # an action minuted under "Risk appetite" is one all the same
            learned = span._.block.kind in ("paragraph", "list_item")
            more = following(parts[index + 1 :], day)
            found = list(_of_sentence(Sentence.of(part), Setting(day, kind, learned, more)))
            told_before = more.sentences if found else 0
            yield from (_with_more(one, more) for one in found)


def _with_more(one: Found, more: Following) -> Found:
    return replace(one, due=one.due or more.due, owner=one.owner or more.owner)


def _of_sentence(whole: Sentence, at: Setting) -> Iterator[Found]:
    """Yield what a sentence promises: as a whole, or its clauses where a later one does."""
    parts = [(part, _one(part, at)) for part in clauses(whole)]
    parted = ";" in whole.text or any(_has_own_subject(part, whole) for part, _ in parts[1:])
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
        yield found


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
    found = minuted(sentence, at.day, at.kind)
    if found is None and at.kind != "minutes":
        found = _pledge(sentence, at) or _aspiration(sentence, at.day, at.kind)
    if found is None and at.learned:
        found = judged(sentence, at)
    return found


def _prose(doc: Doc) -> Iterator[Span]:
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
        quality = _quality(sentence, promise.start, promise.end)
        if quality is None or _is_unreal(quality, agent=promise.agent, told=at.told):
            continue
        if quality.historic and not (promise.explicit or promise.given):
            continue
        if promise.past and (day is None or not _is_to_come(text, promise, day)):
            continue
        due = due_of(text, promise.start, promise.end, day) or at.more.due
        if due is not None and (is_past(due, day) or is_at_this_meeting(text, due, day)):
            continue
        by_then = due is not None and is_date(due) and is_by_then(due)
        if not by_then and matches("prose", "regulates", text):
            continue
        target = _target(text, 0 if promise.agent is None else promise.end)
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


def _target(text: str, start: int) -> Target | None:
    return find_target(text[start:]) if measures(text[start:]) else None


def _quality(sentence: Sentence, start: int, end: int) -> Qualities | None:
    anchor = sentence.at(start, end)
    return None if anchor is None else qualities(anchor)


def _is_unreal(
    quality: Qualities, wish: bool = False, agent: Agent | None = None, told: bool = False
) -> bool:
    conditional = quality.conditional
    if wish:  # "we would like": the "would" is politeness, no condition
        conditional = any(
            cue.category == "conditional" and cue.text.lower() != "would" for cue in quality.cues
        )
    reported = quality.reported and not told
    return quality.negated or conditional or reported or is_another_body(quality, agent)


# --- aspirations -----------------------------------------------------------------------------


@cache
def _aspirations() -> re.Pattern[str]:
    bodies = "|".join([*words("who")["small_bodies"], *words("who")["offices"]])
    roles = "|".join(words("who")["roles"])
    body = rf"the (?:[\w-]+ ){{0,3}}?(?:{bodies}|(?-i:{roles})(?: (?:of|for) \w+)?)"
    return any_of(
        [
            pattern.replace("{we}", f"(?:we|{body})").replace("{our}", f"(?:our|{body}[’']?s?)")
            for pattern in words("prose")["aspirations"]
        ]
    )


def _aspiration(sentence: Sentence, day: date | None, kind: str) -> Found | None:
    text = sentence.text
    match = _aspirations().search(text)
    if match is None or matches("prose", "not_aspirations", text) or text.endswith("?"):
        return None
    if matches("prose", "within_a_clause", text[: match.start()]):
        return None
    quality = _quality(sentence, match.start(), match.end())
    if quality is None or quality.historic or _is_unreal(quality, wish=True):
        return None
    if kind == "policy" and not matches("prose", "named_aspirations", match.group()):
        return None
    due = due_of(text, match.start(), match.end(), day)
    if due is not None and is_past(due, day):
        return None
    target = _target(text, match.end())
    measured = target is not None and target.value is not None
    # An ambition with a date or a measure is more than a hope.
    which: Kind = "pledge" if measured or (due is not None and is_date(due)) else "aspiration"
    return sentence.found(which, f"{which}: {match.group()!r}", due=due, target=target)
