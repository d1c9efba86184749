"""Pledges and aspirations in prose, and what a minuted sentence charges somebody with.

A pledge is a promise with an owner, a date or a measurable end. Forecasts,
rules, recommendations, conditions, what is done already, what another body
does and the wording of risks are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.tokens import Doc, Span

from papersearch import dates
from papersearch.record import Due, Target
from papersearch.tagging.commitments.found import (
    Found,
    Kind,
    inside,
    pieces,
    reference_day,
    sentences,
    without_number,
)
from papersearch.tagging.commitments.patterns import any_of, compiled, matches, words
from papersearch.tagging.commitments.target import find_target
from papersearch.tagging.commitments.who import agents, tidy_owner, who
from papersearch.tagging.qualifiers import qualities

_LEAST_WORDS = 5
_MOST_WORDS = 90
_VERB = r"(?P<verb>(?:(?:also|then|now|all|each|both|jointly|formally|fully|next) )?[a-z][a-z-]+)"


@dataclass(frozen=True, slots=True)
class _Promise:
    """Words that promise: where they stand in the sentence, who says so, what follows."""

    start: int
    end: int
    rule: str
    owner: str | None = None
    explicit: bool = False
    """A promise in so many words ("we pledge to"), for which the promiser answers."""
    person: bool = False


def read_prose(doc: Doc) -> Iterator[Found]:
    """Yield the pledges, aspirations and minuted actions in the sentences of *doc*."""
    skip = list(doc.spans.get("risks", ()))
    day = reference_day(doc)
    kind = doc._.paper.kind if doc._.paper is not None else "paper"
    minutes = kind == "minutes"
    for span in _prose(doc):
        if inside(span, skip):
            continue
        for sentence in sentences(span):
            text = sentence.text
            if not _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS or not _may_promise(text):
                continue
            if _under_rules(sentence):
                continue
            found = _minuted(sentence, day, minutes)
            if found is None and not minutes:
                found = _pledge(sentence, day, kind) or _aspiration(sentence, day, kind)
            if found is not None:
                yield found


def _prose(doc: Doc) -> Iterator[Span]:
    for piece in pieces(doc):
        if piece.view is None:
            if piece.block.kind in ("paragraph", "list_item"):
                yield piece.span
            continue
        for cell in piece.view.table.cells:
            span = piece.view.of(cell)
            if span is not None and len(span) >= 8:
                yield span


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:will|shall|commit\w*|pledg\w*|promis\w*|undertak\w*|undertook|agree[sd]?|guarantee\w*|"
        r"ambition\w*|aspir\w*|hope[sd]?|aims?|striv\w*|vision|goal|wants?|intends?|plans? to|planning to|"
        r"going to|to be \w+ed|dream\w*|offered|volunteered|asked|tasked|requested|instructed|would|"
        r"intention|endeavour|[A-Z]{2,4} to)\b"
    )


def _may_promise(text: str) -> bool:
    return _trigger().search(text) is not None


def _under_rules(sentence: Span) -> bool:
    heading = sentence._.heading
    return heading is not None and matches("prose", "not_under", heading.text) is not None


# --- pledges ------------------------------------------------------------------------------


def _pledge(sentence: Span, day: date | None, kind: str) -> Found | None:
    text = " ".join(sentence.text.split())
    if matches("prose", "not_promises", text):
        return None
    for promise in _promises(text):
        anchor = _span_at(sentence, promise)
        if anchor is None:
            continue
        quality = qualities(anchor)
        if quality.negated or quality.conditional or quality.reported or quality.other_body:
            continue
        if quality.historic and not promise.explicit:
            continue
        tail = text[promise.end :]
        due = _due_after(text, promise, day)
        target = find_target(text[promise.start :]) if _measures(tail) else None
        measured = target is not None and target.value is not None
        dated = due is not None and _is_date(due) and not _is_past(due, day)
        if due is not None and _is_past(due, day):
            continue
        owned = promise.person or promise.explicit
        if kind == "policy":
            owned = promise.explicit and (dated or measured)
        if promise.rule == "passive" and not (dated or promise.owner):
            continue
        if not (dated or measured or owned):
            continue
        return _found(sentence, "pledge", f"pledge: {promise.rule}", due, target, promise.owner, quality_of=text)
    return None


def _promises(text: str) -> Iterator[_Promise]:
    for match in any_of(words("prose")["performatives"]).finditer(text):
        rest = text[match.end() :]
        if not re.match(r"\s*(?:the|a|an|our|this|these|its|their|all)\b", rest):
            yield _Promise(match.start(), match.end(), f"{match.group()!r}", explicit=True)
    for match in _active().finditer(text):
        if _foretells(text[match.start("verb") :], match):
            continue
        person = match["who"] is not None and match["we"] is None and match["body"] is None
        if person and not _one_off(match["verb"]):
            continue
        owner = tidy_owner(match["who"]) if person else None
        if match["body"] and _is_committee(match["body"]):
            owner = tidy_owner(match["body"])
        yield _Promise(
            match.start("promise"),
            match.end("promise"),
            f"{' '.join(match.group().split())!r}",
            owner,
            person=person,
        )
    for match in any_of(words("prose")["passive"]).finditer(text):
        by = _by_whom().search(text[match.end() :])
        yield _Promise(match.start(), match.end(), "passive", tidy_owner(by["who"]) if by else None)


@cache
def _active() -> re.Pattern[str]:
    promise = "|".join(words("prose")["promises"])
    return compiled(
        rf"(?:{agents().pattern}) (?:\([^)]{{1,40}}\) )?(?:(?:also|therefore|all|jointly|now|further|hereby|together) )*"
        rf"(?P<promise>(?:{promise})) {_VERB}",
        case=True,
    )


@cache
def _by_whom() -> re.Pattern[str]:
    return compiled(rf"^[^.;]{{0,80}}?\bby (?P<who>(?:[Tt]he )?(?:{who()}))", case=True)


def _is_committee(text: str) -> bool:
    return bool(re.search(r"\b(?:Committee|Panel|Group|Taskforce|Directorate|Division|Team)\b", text))


def _foretells(rest: str, match: re.Match[str]) -> bool:
    """Tell whether the verb after "will" foretells, describes or regulates."""
    rest = re.sub(r"^(?:also|then|now|all|each|both|jointly|formally|fully|next)\s+", "", rest)
    verbs = sorted(words("prose")["no_promise_verbs"], key=len, reverse=True)
    if any_of([rf"(?:{'|'.join(verbs)})\b"]).match(rest):
        return True
    if re.match(r"be\s+\w+(?:ed|en|ne|de|ld|ht|wn)\b", rest):
        return match["we"] is None or True
    return bool(re.match(r"\w+ing\b", rest)) and "commit" not in match["promise"]


def _one_off(verb: str) -> bool:
    return any_of(words("prose")["one_off_verbs"]).fullmatch(verb.split()[-1]) is not None


def _span_at(sentence: Span, promise: _Promise) -> Span | None:
    """The promise's words in the doc; offsets count the sentence with spaces folded."""
    raw = sentence.text
    position, spaces = 0, []
    folded = 0
    while position < len(raw):
        spaces.append(position)
        if raw[position].isspace():
            while position + 1 < len(raw) and raw[position + 1].isspace():
                position += 1
        position += 1
        folded += 1
    if promise.end > len(spaces):
        return None
    start = sentence.start_char + spaces[promise.start]
    end = sentence.start_char + spaces[promise.end - 1] + 1
    return sentence.doc.char_span(start, end, alignment_mode="expand")


def _due_after(text: str, promise: _Promise, day: date | None) -> Due | None:
    """The date by which: of several, one that a "by" introduces, within the promise's clause."""
    clause_end = re.search(r"[;]|\bwhich (?:was|were|has|had)\b|\b(?:following|since|after) the\b", text[promise.end :])
    limit = promise.end + clause_end.start() if clause_end else len(text)
    found = [one for one in dates.find_due(text, day) if promise.end <= one.start < limit]
    # "By March 2025 we will …", "In 2025/26 we will …"
    found += [
        one
        for one in dates.find_due(text, day)
        if one.end <= promise.start and one.start <= 3
    ]
    found = [one for one in found if _is_due(one.due.raw, text, one.start)]
    by = [one for one in found if re.match(r"(?:by|before|no later|not later|due)\b", one.due.raw, re.I)]
    solid = [one for one in found if _is_date(one.due)]
    chosen = by or solid or found
    return chosen[0].due if chosen else None


def _is_due(raw: str, text: str, start: int) -> bool:
    """A date with no preposition ("the Act of 5 May 2010") is when nothing is due."""
    if re.match(r"(?:within|in|over)\s+\S+\s+(?:working\s+|calendar\s+)?(?:days?|weeks?|months?|years?)\b", raw, re.I):
        return re.match(r"(?:within|in)\s+the\s+next|.*\btime$", raw, re.I) is not None or not re.search(
            r"(?:%|per cent|patients|complaints|requests|calls|cases|seen|answered|responded)\D{0,40}$", text[:start], re.I
        )
    if re.match(r"(?:from|since|during|until)\b", raw, re.I):
        return re.match(r"during\b", raw, re.I) is not None
    lead = text[max(0, start - 25) : start].lower()
    if re.search(r"\b(?:held|dated|published|approved|agreed|issued|of|from|since|between|until|effective|as at|meeting|than)\s+(?:the\s+|on\s+|in\s+)?$", lead):
        return bool(re.match(r"(?:by|before|at|in)\b", raw, re.I))
    return True


def _is_date(due: Due) -> bool:
    if due.to or due.from_:
        return True
    return not any_of(words("prose")["vague"]).search(due.raw) and bool(
        re.search(r"\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|christmas|easter|quarter|year[- ]end|end of (?:the )?(?:financial )?year|next (?:board |committee |council )?meeting)\b", due.raw, re.I)
    )


def _is_past(due: Due, day: date | None) -> bool:
    if day is None or due.to is None:
        return False
    return due.to < day.isoformat()


def _measures(tail: str) -> bool:
    return re.search(r"\d|\b(?:half|halve|zero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty)\b", tail, re.I) is not None


# --- aspirations -----------------------------------------------------------------------------


@cache
def _aspirations() -> re.Pattern[str]:
    we = r"(?:we|the (?:trust|council|board|authority|force|university|college|icb|service|department|partnership|constabulary|agency))"
    return any_of([pattern.replace("{we}", we) for pattern in words("prose")["aspirations"]])


def _aspiration(sentence: Span, day: date | None, kind: str) -> Found | None:
    text = " ".join(sentence.text.split())
    match = _aspirations().search(text)
    if match is None or matches("prose", "not_aspirations", text) or text.endswith("?"):
        return None
    promise = _Promise(match.start(), match.end(), f"{match.group()!r}")
    anchor = _span_at(sentence, promise)
    if anchor is None:
        return None
    quality = qualities(anchor)
    if quality.negated or quality.historic or quality.reported or quality.other_body or (
        quality.conditional and not re.search(r"\bwould\b", text)
    ):
        return None
    named = re.search(r"\b(?:ambition|aspiration|vision|dream|hope|aspire)", match.group(), re.I)
    if kind == "policy" and not named:
        return None
    due = _due_after(text, promise, day)
    target = find_target(text[match.end() :]) if _measures(text[match.end() :]) else None
    measured = target is not None and target.value is not None
    dated = due is not None and _is_date(due)
    if due is not None and _is_past(due, day):
        return None
    # An ambition with a date or a measure is more than a hope.
    which: Kind = "pledge" if measured or dated else "aspiration"
    return _found(sentence, which, f"{which}: {match.group()!r}", due, target, None)


# --- minuted ---------------------------------------------------------------------------------


@cache
def _requests() -> re.Pattern[str]:
    patterns = words("actions")["minutes"]["requests"]
    person = f"(?:{who()})"
    filled = [
        pattern.replace("{who}", f"(?P<who{n}>{person})").replace(
            "{verb}", rf"(?P<verb{n}>[a-z][a-z-]+)"
        )
        for n, pattern in enumerate(patterns)
    ]
    return compiled("|".join(f"(?:{pattern})" for pattern in filled), case=True)


@cache
def _initials_to() -> re.Pattern[str]:
    initials = words("prose")["initials"][0]
    return compiled(rf"^(?P<who>{initials}) (?:to|will|would) (?P<verb>[a-z][a-z-]+)", case=True)


def _minuted(sentence: Span, day: date | None, minutes: bool) -> Found | None:
    text = " ".join(sentence.text.split())
    plain, _ = without_number(text)
    start = text.find(plain)
    match = _initials_to().match(plain) if minutes else None
    shift = start
    if match is None:
        match, shift = _requests().search(text), 0
    if match is None:
        return None
    named = {k: v for k, v in match.groupdict().items() if v is not None}
    owner = next(v for k, v in named.items() if k.startswith("who"))
    verb = next(v for k, v in named.items() if k.startswith("verb"))
    decisions = words("actions")["minutes"]["decisions"]
    if verb in decisions or owner.lower() in ("members", "trustees", "governors", "officers") and not minutes:
        return None
    if not minutes and not re.search(r"\b(?:agreed|undertook|offered|volunteered|promised)\b", match.group()):
        return None
    promise = _Promise(match.start() + shift, match.end() + shift, match.group())
    anchor = _span_at(sentence, promise)
    if anchor is None:
        return None
    if qualities(anchor).negated:
        return None
    due = _due_after(text, promise, day)
    return _found(
        sentence, "action", f"action-minuted: {' '.join(match.group().split())!r}", due,
        find_target(text[promise.start :]) if _measures(text[promise.end :]) else None, tidy_owner(owner),
    )  # fmt: skip


def _found(
    sentence: Span,
    kind: Kind,
    why: str,
    due: Due | None,
    target: Target | None,
    owner: str | None,
    quality_of: str = "",
) -> Found:
    del quality_of
    text, reference = without_number(" ".join(sentence.text.split()))
    del reference
    span = _without_lead(sentence, text)
    return Found(span, kind, text, why, target=target, due=due, owner=owner)


def _without_lead(sentence: Span, text: str) -> Span:
    first = text.split()[0] if text else ""
    for token in sentence[:6]:
        if first.startswith(token.text) and token.i > sentence.start:
            lead = sentence.doc[sentence.start : token.i].text
            if not re.search(r"[A-Za-z]{3}", lead) or lead.strip().rstrip(":.").isupper():
                return sentence.doc[token.i : sentence.end]
        if first.startswith(token.text):
            break
    return sentence
