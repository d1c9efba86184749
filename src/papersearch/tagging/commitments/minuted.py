"""Minuted actions: "ACTION: JB to circulate …", lists of them, and what sentences charge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from spacy.tokens import Doc, Span

from papersearch.tagging.commitments.charges import minuted
from papersearch.tagging.commitments.dues import cell_due, first_due
from papersearch.tagging.commitments.entries import opens_list, read_entries
from papersearch.tagging.commitments.found import (
    Found,
    Piece,
    Sentence,
    inside,
    kind_of_paper,
    pieces,
    reference_day,
    sentences,
    without_number,
)
from papersearch.tagging.commitments.margins import charges_by_name, read_margins
from papersearch.tagging.commitments.openers import opening_owner
from papersearch.tagging.commitments.patterns import any_of, words
from papersearch.tagging.commitments.speech import spoken
from papersearch.tagging.commitments.tails import Tail, begins_with_label, label_of, peel
from papersearch.tagging.commitments.target import target_of
from papersearch.tagging.commitments.who import (
    is_owner,
    tidy_owner,
)
from papersearch.tagging.layout import TableView

_LEAST_WORDS = 4
_MOST_WORDS_OF_AN_ACTION = 40
_NUMBERED = re.compile(r"(?P<major>\d{1,3})[./]\d")
_DASH = re.compile(r"(?<=\S)\s+[\u2013\u2014-]\s+(?=\S)")
_DUE_BEHIND_DASH = re.compile(r"[\w /]{3,37}\.?")
_DUE_IN_BRACKETS = re.compile(
    r"\s*\((?P<due>(?:(?:by|before|due|for) )?(?:the )?(?:(?:next|\d{1,2}|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{4})? ?){1,3}(?:meeting|board|committee)?)\)\.?$",
    re.IGNORECASE,
)


def read_marked(doc: Doc) -> Iterator[Found]:
    """Yield "ACTION: …" lines and marks, and the items of lists headed "Actions"."""
    skip = list(doc.spans.get("risks", ()))
    day = reference_day(doc)
    before: list[Piece] = []  # of the same minute, since its heading or the last mark
    in_list = False
    all_pieces = pieces(doc)
    for index, piece in enumerate(all_pieces):
        if inside(piece.span, skip):
            before = []
            continue
        if piece.view is not None:
            for cell in piece.view.table.cells:
                span = piece.view.of(cell)
                if span is not None:
                    yield from _marked(span, [], day)
            if kind_of_paper(doc) == "minutes":
                yield from _margin(piece.view, day)
            in_list, before = False, []
            continue
        marked = list(_marked(piece.span, before, day)) or list(read_entries(piece, day, in_list))
        below = label_of(all_pieces[index + 1].text, day) if all_pieces[index + 1 :] else None
        yield from (_with_label(one, below) for one in marked)
        if marked or opens_list(piece.text):
            in_list = opens_list(piece.text) or (in_list and bool(marked))
        elif in_list and piece.block.kind == "list_item":
            yield from _listed(piece.span, day)
        else:
            in_list = False
        before = [] if marked else [piece] if piece.block.kind == "heading" else [*before, piece]


def _with_label(one: Found, below: Tail | None) -> Found:
    """Return an action with what a paragraph of its own says below it: "Due: May 2024"."""
    if below is None:
        return one
    return replace(
        one,
        due=one.due or below.due,
        owner=one.owner or below.owner,
        status=one.status or below.status,
    )


def _is_empty(text: str) -> bool:
    return any_of(words("actions")["minutes"]["not_actions"]).match(text) is not None


def _listed(span: Span, day: date | None) -> Iterator[Found]:
    text, reference = without_number(" ".join(span.text.split()))
    if len(text.split()) >= 3 and not _is_empty(text):
        owner = opening_owner(text) or _owner_at_end(text)
        yield _action(span, text, owner, day, "action-list", reference)


def _marked(span: Span, before: Sequence[Piece], day: date | None) -> Iterator[Found]:
    """Yield what the marks in *span* say; one with nobody but an owner speaks of what precedes."""
    data = words("actions")["minutes"]
    text = span.text
    start = any_of(data["marker"]).match(text)
    inline = list(any_of(data["inline_marker"], case=True).finditer(text))
    if start is not None:
        inline = [start, *(mark for mark in inline if mark.start() >= start.end())]
    marks = inline
    ends = [*(mark.start() for mark in marks[1:]), len(text)][: len(marks)]
    for mark, end in zip(marks, ends, strict=True):
        body = re.split(r"\n\s*\n", text[mark.end() : end].strip())[0].strip(" \n\t[],;")
        body = body.strip("()") if body.count("(") != body.count(")") else body
        if not body or _is_empty(body):
            continue
        offset = span.start_char + text.index(body, mark.end())
        groups = {key: value for key, value in mark.groupdict().items() if value}
        reference = next((v for key, v in groups.items() if key.startswith("number")), None)
        who = next((v for key, v in groups.items() if key.startswith("who")), None)
        found = _owner_only(span, mark.start(), body, before, day, reference)
        if found is not None:
            yield from found
            continue
        body = _one_action(span, offset, body, whole_block=mark is start and len(marks) == 1)
        for one in _marked_text(span, offset, body, day, reference):
            yield replace(one, owner=tidy_owner(who)) if who and is_owner(who) else one


def _one_action(span: Span, offset: int, body: str, whole_block: bool) -> str:
    """Return what of *body* is the action: its sentence, or all of a short block of its own.

    A PDF may run the next minute on ("… by May. 24/005 Finance. The Board noted").
    What says by label who, when or how far ("By: June meeting") belongs to the action.
    """
    item = span.doc.char_span(offset, offset + len(body), alignment_mode="expand")
    parts = list(sentences(item)) if item is not None else []
    if len(parts) < 2:
        return body
    rest = body[parts[0].end_char - offset :]
    data = words("actions")["minutes"]
    goes_on = whole_block and len(body.split()) <= _MOST_WORDS_OF_AN_ACTION
    if goes_on and not any_of(data["next_minute"]).search(rest):
        return body
    end = parts[0].end_char
    for part in parts[1:]:
        if begins_with_label(part.text):
            end = part.end_char
        else:
            break
    return body[: end - offset]


def _marked_text(
    span: Span, offset: int, body: str, day: date | None, reference: str | None
) -> Iterator[Found]:
    owner = opening_owner(body)
    parted = re.match(r"(?P<owner>[^.:\n]{2,60})[.:]\s+(?=[A-Z])", body)
    if parted is not None and is_owner(parted["owner"]):
        owner = tidy_owner(parted["owner"])
        offset, body = offset + parted.end(), body[parted.end() :]
    due = None
    dashes = list(_DASH.finditer(body))
    if len(dashes) == 2 and _DUE_BEHIND_DASH.fullmatch(body, dashes[1].end()):
        who = body[: dashes[0].start()]
        if is_owner(who):  # "Action – JB – costs – October"
            owner, due = tidy_owner(who), cell_due(body[dashes[1].end() :], day)
            offset, body = offset + dashes[0].end(), body[dashes[0].end() : dashes[1].start()]
    closing = _DUE_IN_BRACKETS.search(body)
    if closing is not None and due is None:
        due, body = cell_due(closing["due"], day), body[: closing.start()]
    tail = peel(body, day, brackets=False)
    if tail.tells:
        body = body[: tail.length]
    item = span.doc.char_span(offset, offset + len(body), alignment_mode="expand")
    text = " ".join(body.split())
    if item is not None and len(text.split()) >= _LEAST_WORDS - 1:
        owner = owner or tail.owner or _owner_at_end(text)
        found = _action(item, text, owner, day, "action-marker", reference)
        yield replace(found, due=tail.due or due or found.due, status=tail.status)


def _owner_only(
    span: Span,
    mark: int,
    body: str,
    before: Sequence[Piece],
    day: date | None,
    reference: str | None,
) -> list[Found] | None:
    """Return the action of "… (Action: Clerk)": the sentence before; ``None`` if more is said."""
    names, due = body, None
    dated = re.match(r"(?P<names>.+?)[\s,(–-]+(?P<due>(?:by|before|due|for)\b.{3,40})$", body, re.I)
    if dated is not None and is_owner(dated["names"]):
        due = cell_due(dated["due"], day) if first_due(dated["due"], day) else None
        names = dated["names"] if due is not None else body
    if not is_owner(names) and not _is_short_name(names):
        return None
    head = span.doc.char_span(span.start_char, span.start_char + mark, alignment_mode="contract")
    said = [s for s in sentences(head) if _may_be_told(s)] if head else []
    alone = not said
    if alone and before and before[-1].block.kind != "heading":
        said = [s for s in sentences(before[-1].span) if _may_be_told(s)]
    of_action = _sentence_of(said, names) if said else None
    owned = [] if of_action is None else [of_action]
    if alone:
        owned += [s for s in _unowned(before, day) if s not in owned]
    out = []
    for one in owned:
        text, _ = without_number(" ".join(one.text.split()).rstrip(" [("))
        found = _action(one, text, tidy_owner(names), day, "action-marker", reference)
        out.append(found if due is None else replace(found, due=due))
    return out


def _unowned(minute: Sequence[Piece], day: date | None) -> Iterator[Span]:
    """Yield the sentences of a minute that charge nobody: a mark of its own names who."""
    numbers = {n["major"] for p in minute if (n := _NUMBERED.match(p.text)) is not None}
    if len(numbers) > 1:
        return
    for piece in minute:
        for span in sentences(piece.span) if piece.view is None else ():
            sentence = Sentence.of(span)
            told = minuted(sentence, day, "minutes") or spoken(sentence, day)
            if told is not None and told.owner is None and _may_be_told(span):
                yield span


def _may_be_told(span: Span) -> bool:
    """Tell whether a sentence is long enough to be an action: "AGREED to purchase." is."""
    text = span.text
    return len(text.split()) >= _LEAST_WORDS or re.match(r"AGREED\b", text) is not None


def _is_short_name(text: str) -> bool:
    """Tell whether a mark's whole text is a name such as "Ali" or "Ahop/Sue"."""
    parts = re.split(r"\s*(?:[/,&]|\band\b)\s*", text)
    return len(parts) <= 4 and all(
        re.fullmatch(r"[A-Z][a-z]{1,9}", part)
        and not any_of(words("actions")["minutes"]["not_names"]).fullmatch(part)
        for part in parts
    )


def _margin(view: TableView, day: date | None) -> Iterator[Found]:
    """Yield the actions for which the margin of minutes set as a table names who is to act."""
    for one in read_margins(view, day):
        own_words = one.told is not None and one.told.owner is not None
        if own_words and not re.match(r"(?:He|She)\b", one.span.text):
            continue  # they say who, and are read with the sentences
        plain, _ = without_number(" ".join(one.span.text.split()))
        yield _action(one.span, plain, one.owner, day, "action-margin", None)


def _sentence_of(said: list[Span], names: str) -> Span | None:
    """Return of a minute the sentence that its mark means: one that charges; ``None`` if none.

    "This will be discussed in May" only tells more of the sentence before it.
    """
    data = words("actions")["minutes"]
    if len(said) > 1 and any_of(data["tells_more"]).match(" ".join(said[-1].text.split())):
        return _sentence_of(said[:-1], names) or said[-1]
    charging = any_of(data["charging_words"], case=True)
    texts = [(span, " ".join(span.text.split())) for span in reversed(said)]
    for span, text in texts:
        if charges_by_name(text, names):
            return span
    return next((span for span, text in texts if charging.search(text)), None)


def _owner_at_end(text: str) -> str | None:
    """Return the owner of "Circulate the plan (JB, by May)", "… – Owner: Company Secretary"."""
    text = _due_at_end().sub("", text.rstrip(" ."))
    match = re.search(
        r"(?:[\[(]\s*|\b(?:Owner|Lead|Action(?:ed)? by|By|Responsible)\s*:\s*|[–—-]\s+)"
        r"(?P<owner>[^\[\]():–—]{2,60}?)\s*[\])]?\.?$",
        text,
    )
    return tidy_owner(match["owner"]) if match is not None and is_owner(match["owner"]) else None


@cache
def _due_at_end() -> re.Pattern[str]:
    return re.compile(
        r"\s*[,;–—-]\s*(?:by|before|due|for)\s[^\[\](),;]{3,40}(?=[\])]?$)", re.IGNORECASE
    )


def _action(
    span: Span, text: str, owner: str | None, day: date | None, why: str, reference: str | None
) -> Found:
    return Found(
        span=span,
        kind="action",
        text=text,
        why=f"{why}: {' '.join(text.split()[:3])!r}",
        target=target_of(text, 0),
        due=first_due(text, day),
        owner=owner,
        reference=reference,
    )
