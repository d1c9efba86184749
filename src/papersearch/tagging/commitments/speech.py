"""The ordinary speech of minutes: "Priya would send the plans", "Agreed to print 80 copies".

British minutes report what somebody took on as "X would VERB" far more often than they
say "X agreed to" (``charges``). The same words report views ("she would welcome"),
forecasts ("this would cost") and habits; so the verb must be a deed, whoever does it must
be of the body or at its table, and what leads in to it must not report a view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.tokens import Doc, Span

from papersearch.record import Due
from papersearch.tagging.commitments.charges import (
    is_another_body,
    may_be_initials,
    minuted,
    quality_of,
)
from papersearch.tagging.commitments.dues import due_of, is_date, is_past, is_set
from papersearch.tagging.commitments.found import (
    Found,
    Sentence,
    organisation_of,
    sentences,
    without_number,
)
from papersearch.tagging.commitments.patterns import any_of, compiled, matches, words
from papersearch.tagging.commitments.promises import doer_of, is_own
from papersearch.tagging.commitments.target import target_of
from papersearch.tagging.commitments.who import Agent, agent_at, agent_before, is_titled, tidy_owner

_PERSONAL = ("role", "person", "initials", "group")
_CHARACTERS_OF_THE_TABLE = 2500
"""Where minutes say who was there; a body that is not named there is no part of the meeting."""
_LEAST_WORDS = 4
_TOKENS_BACK = 60
_ASIDE = re.compile(r",(?: [^,.;:]{2,40},)?\s*$")
_FIRST_NAMES = re.compile(r"\b[A-Z][a-z]{2,9}(?:(?:, | and |, and )[A-Z][a-z]{2,9}){0,3}$")


@dataclass(frozen=True, slots=True)
class _Told:
    """Characters *start* to *end* that say what *agent* is to do."""

    start: int
    end: int
    agent: Agent | None
    rule: str
    dated: bool = False
    """It is an action only with a date or a meeting that is to come, or with who does it."""


def is_correction(text: str) -> bool:
    """Tell whether a sentence mends the minutes of the last meeting: "should read: …"."""
    return matches("speech", "corrections", text) is not None


def spoken(sentence: Sentence, day: date | None) -> Found | None:
    """Return the action that a sentence of minutes reports in their ordinary speech."""
    text = sentence.text
    if text.endswith("?") or len(text.split()) < _LEAST_WORDS or matches("speech", "never", text):
        return None
    doc = sentence.span.doc
    for told in _told(text, doc):
        if is_a_view(text[: told.start]):
            continue
        quality = quality_of(sentence, told.start, told.end)
        if quality is None or quality.negated:
            continue
        if told.agent is not None and not _is_of_the_meeting(told.agent, sentence.span):
            continue
        if told.agent is None and is_another_body(quality, None):
            continue
        due = due_of(text, told.start, told.end, day)
        if due is not None and is_past(due, day):
            continue
        if told.dated and not (_is_to_come(due) or told.agent is not None):
            continue
        return sentence.found(
            "action",
            f"action-minuted: {told.rule} {text[told.start : told.end]!r}",
            due=due,
            target=target_of(text, told.end),
            owner=_owner(told.agent, sentence.span),
        )
    return None


def spoken_apart(sentence: Sentence, day: date | None) -> list[Found]:
    """Return what a sentence charges each of several with, ``[]`` unless its parts all do.

    "Priya would send the plans and JB would collate the comments" is two actions.
    """
    text = sentence.text
    cuts = [match.span() for match in _pattern("parts").finditer(text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    out = []
    for start, end in zip(starts, ends, strict=True) if cuts else ():
        span = sentence.at(start, end)
        part = Sentence.of(span) if span is not None else None
        told = (minuted(part, day, "minutes") or spoken(part, day)) if part is not None else None
        if told is None or told.owner is None:
            return []
        out.append(told)
    return out


def _is_to_come(due: Due | None) -> bool:
    if due is None or matches("dues", "begins", due.raw):  # "from September": a forecast's day
        return False
    return is_date(due) and is_set(due)


def _told(text: str, doc: Doc) -> Iterator[_Told]:
    """Yield who is told to do what, by each way in which minutes say so."""
    for match in _pattern("modal").finditer(text):
        agent = _agent_before(text[: match.start()], doc)
        if agent is None:
            goes_on = re.search(r"(?:\band|\bbut)\s*$", text[: match.start()])
            first = agent_at(text) if goes_on else None  # "The Clerk had rung and would write"
            agent = first[0] if first is not None and first[0].kind in _PERSONAL else None
        if agent is None or not _is_deed(match["verb"] or match["doing"]):
            continue
        if _leads(text[: agent.start], agent):
            yield _Told(agent.start, match.end(), agent, "would")
    for match in _pattern("asked").finditer(text):
        agent = _agent_before(text[: match.start()], doc)
        if agent is not None and agent.kind in _PERSONAL and _is_deed(match["verb"]):
            yield _Told(agent.start, match.end(), agent, "asked")
    for match in _pattern("agreed").finditer(text):
        if _is_deed(match["verb"]):
            yield _Told(match.start(), match.end(), None, "agreed")
    for match in _pattern("topic").finditer(text):
        named = agent_at(text[match.end() :])
        verb = re.match(r" to (?P<verb>[a-z-]+)", text[match.end() + named[1] :]) if named else None
        if named is not None and named[0].kind in _PERSONAL and verb and _is_deed(verb["verb"]):
            yield _Told(match.end(), match.end() + named[1] + verb.end(), named[0], "topic")
    charged = _pattern("executive").match(text)  # "Executive to bring a paper"
    if charged is not None and _is_deed(charged["verb"]):
        yield _Told(0, charged.end(), Agent("group", charged["who"], 0), "charged")
    for match in _pattern("thing").finditer(text):  # "Two new monitors to be purchased"
        yield _Told(match.start("deed"), match.end(), None, "to be done")
    for match in _pattern("settled").finditer(text):
        yield _Told(match.start(), match.end(), None, "agreed")
    for match in _pattern("passive").finditer(text):
        doer = doer_of(re.split(r"[,;]| (?:so|and|after|before|which)\b", text[match.end() :])[0])
        doer = doer if doer is not None and doer.kind in _PERSONAL else None
        yield _Told(match.start(), match.end(), doer, "passive", dated=True)


def _agent_before(text: str, doc: Doc) -> Agent | None:
    """Return who stands before "would": also a first name, some of the members, a department."""
    plain = _ASIDE.sub("", text.rstrip())
    for pattern in ("members", "department"):
        match = _pattern(pattern).search(plain)
        if match is not None:
            return Agent("group", tidy_owner(match[match.lastgroup or 0]), match.start())
    agent = agent_before(plain)
    if agent is not None and agent.kind != "person":
        return agent
    pronoun = _pattern("pronoun").search(plain)
    if pronoun is not None:
        return Agent("person", pronoun.group(), pronoun.start())
    first = _FIRST_NAMES.search(plain)
    if first is not None:
        names = re.split(r",? and |, ", first.group())
        known = [name for name in names if _is_first_name(name, doc)]
        if names[-1:] == known[-1:]:
            name = first.group() if len(known) == len(names) else names[-1]
            return Agent("person", name, first.end() - len(name))
    return agent


def _is_first_name(word: str, doc: Doc) -> bool:
    """Tell whether a lone word is a first name: minutes print it elsewhere with the surname."""
    known = {w.lower() for name in ("not_names", "bodies", "roles") for w in words("who")[name]}
    if word.lower() in known:
        return False
    full = re.search(rf"\b{word}\s+(?P<surname>[A-Z][a-z’'-]+)\b(?!\s+[A-Z])", doc.text)
    return full is not None and full["surname"].lower() not in known


def is_a_view(before: str) -> bool:
    """Tell whether what stands before a deed makes it somebody's view, or only heard of."""
    if matches("speech", "views", before):
        return True
    clause = re.split(r";|,? (?:and|but|so)(?: that)?(?= |$)", before)[-1]
    return matches("speech", "hears", clause) is not None


def _is_deed(verb: str) -> bool:
    data = words("speech")
    if any_of(data["deeds"]).fullmatch(verb) or any_of(data["doings"]).fullmatch(verb):
        return True
    stem = verb.removesuffix("ing")
    bases = (stem, f"{stem}e", stem[:-1]) if stem != verb and len(stem) > 2 else ()
    return any(any_of(data["deeds"]).fullmatch(base) for base in bases)


def _leads(before: str, agent: Agent) -> bool:
    """Tell whether what stands before "X would" lets X take it on, and reports no view."""
    before = re.sub(r"\b(?:[Tt]he|[Oo]ur)$", "", before.rstrip()).rstrip()
    if not before:
        return True
    if matches("speech", "reports", before):  # "confirmed that the Clerk would write"
        # "said that Upper Marsh would …": two words with capitals may be a place or a body.
        named = agent.kind == "person" and (is_titled(agent.name) or " " not in agent.name)
        return named or agent.kind in ("role", "initials")
    return matches("speech", "leads", before) is not None


def _is_of_the_meeting(agent: Agent, span: Span) -> bool:
    """Tell whether an agent can be charged by this meeting; other bodies do as they like."""
    doc = span.doc
    table = doc.text[: min(span.start_char, _CHARACTERS_OF_THE_TABLE)].lower()
    if agent.kind == "initials":
        return may_be_initials(agent, doc)
    if agent.kind == "we":
        return False
    if agent.kind == "person" and not is_titled(agent.name) and len(agent.name.split()) > 1:
        # Two words with capitals may be a place; whoever can be charged was there.
        surname = agent.name.split()[-1].lower()
        return " and " in agent.name or surname in table
    if agent.kind in ("body", "committee"):
        at_the_table = agent.name.lower() in table
        own = is_own(agent, organisation_of(doc)) and agent.kind == "committee"
        return own or (at_the_table and matches("speech", "servants", agent.name) is not None)
    return is_own(agent, organisation_of(doc))


def _owner(agent: Agent | None, span: Span) -> str | None:
    if agent is None:
        return None
    if _pattern("pronoun").fullmatch(agent.name):
        return antecedent(span)
    own = re.sub(r"[’']s\b", "", (organisation_of(span.doc) or "").lower())
    return None if agent.name.lower() in own else agent.name


def antecedent(span: Span) -> str | None:
    """Return whom "he" means: of whom the sentence before *span* speaks, or whom it names last."""
    doc, end = span.doc, span.start
    said = [
        s for s in sentences(doc[max(0, end - _TOKENS_BACK) : end]) if s.end_char - s.start_char > 9
    ]
    before = " ".join(said[-1].text.split()) if said else ""
    first = agent_at(without_number(before)[0])
    if first is not None and first[0].kind in ("role", "person", "initials"):
        return first[0].name
    for match in reversed(list(re.finditer(r"\b[A-Z][\w’'-]*(?=[ ,.;])", before))):
        agent = agent_before(before[: match.end()])
        if agent is not None and agent.kind in ("role", "person", "initials"):
            return agent.name
    return None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return compiled("|".join(words("speech")[name]), case=True)
