"""Commitments in words that no rule knows, by what was learned of other sentences.

Asked only where the rules found nothing and none of them forbids: the sentence has a
date to come, a measure or somebody named, or hopes. See ``docs/tagging/learned.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from papersearch.record import Due, Target
from papersearch.tagging.commitments.dues import (
    due_of,
    is_at_this_meeting,
    is_date,
    is_past,
    is_set,
)
from papersearch.tagging.commitments.following import Following
from papersearch.tagging.commitments.found import Found, Kind, Sentence, organisation_of
from papersearch.tagging.commitments.patterns import any_of, matches, words
from papersearch.tagging.commitments.promises import is_own
from papersearch.tagging.commitments.quantities import measures, quantities_in
from papersearch.tagging.commitments.speech import is_a_view
from papersearch.tagging.commitments.target import find_target
from papersearch.tagging.commitments.who import Agent, agent_at, agent_before, kind_of
from papersearch.tagging.learned import judge
from papersearch.tagging.qualifiers import qualities

_LEAST_SCORE = 0.6
_LEAST_SCORE_WITH_TERM = 0.5
_LEAST_SCORE_OF_WHAT_IS_COUNTED = 0.8
_LEAST_SCORE_IN_MINUTES = 0.8
"""How sure it must be: less so where a day to come is named, more so in minutes, of whose
sentences far fewer are any commitment."""
_MOST_WORDS = 40
_FARTHEST_ANCHOR = 120
"""Characters before the words that promise; long sentences were not learned of."""
_MOST_WORDS_OF_A_PARTNER = 7


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: the paper's day and kind, and what follows it."""

    day: date | None
    kind: str
    learned: bool
    """Whether the classifier may be asked; not of the cells of a table."""
    more: Following
    told: bool = False
    """Whether somebody of the body's own told it, so that it is no hearsay."""


def judged(sentence: Sentence, at: Setting) -> Found | None:
    """Return the sentence as the commitment that it is most likely to be, ``None`` if none."""
    text, day, kind = sentence.text, at.day, at.kind
    if kind == "policy" or text[-1:] in "?:" or matches("learned", "vetoes", text):
        return None
    if matches("next", "when", text):  # "This will be done by May" tells only of what precedes
        return None
    if kind == "minutes":
        return _charged(sentence, day)
    anchor = _anchor(text)
    start, end = anchor.span() if anchor else (0, 0)
    if len(text.split()) > _MOST_WORDS or start > _FARTHEST_ANCHOR or _is_anothers(text, start):
        return None
    bound = matches("learned", "bonds", text) is not None and not _foretells(text, anchor)
    hopes = matches("learned", "hopes", text) is not None
    if not bound and not hopes:
        return None
    dated = f"{text.rstrip('.')} {at.more.due.raw}." if at.more.due is not None else text
    judgement = judge(dated, kind, organisation_of(sentence.span.doc))
    if judgement.kind == "none":
        return None
    which: Kind = "aspiration" if judgement.kind == "aspiration" else "pledge"
    due = due_of(text, start, end, day) or at.more.due
    if judgement.score < (_LEAST_SCORE_WITH_TERM if _is_term(due) else _LEAST_SCORE):
        return None
    target = find_target(text[end:]) if measures(text) else None
    agent = _agent(text, start)
    if which == "aspiration" and (not hopes or matches("prose", "not_aspirations", text)):
        return None
    counted = judgement.score >= _LEAST_SCORE_OF_WHAT_IS_COUNTED and bool(quantities_in(text))
    if which == "pledge" and not (bound and (counted or _is_more_than_words(due, target, agent))):
        return None
    if due is not None and (is_past(due, day) or is_at_this_meeting(text, due, day)):
        return None
    if _is_unreal(sentence, start, end, which, at.told):
        return None
    owner = _owner(agent, text[:end], organisation_of(sentence.span.doc))
    said = ", ".join(f"{word!r}" for word in judgement.telling)
    why = f"learned: {which} {judgement.score:.2f} by {said}"
    return sentence.found(which, why, due=due, target=target, owner=owner)


def _charged(sentence: Sentence, day: date | None) -> Found | None:
    """Return what a sentence of minutes charges somebody named with."""
    text = sentence.text
    charge = matches("learned", "charges", text, case=True)
    if charge is None or is_a_view(charge["who"]):
        return None
    agent = _agent(charge["who"], len(charge["who"]))
    if agent is None or agent.kind not in ("role", "person", "committee", "group"):
        return None
    if any_of(words("actions")["minutes"]["decisions"]).fullmatch(charge["verb"]):
        return None
    judgement = judge(text, "minutes", organisation_of(sentence.span.doc))
    if judgement.kind != "action" or judgement.score < _LEAST_SCORE_IN_MINUTES:
        return None
    said = ", ".join(f"{word!r}" for word in judgement.telling)
    return sentence.found(
        "action",
        f"learned: action {judgement.score:.2f} by {said}",
        due=due_of(text, *charge.span(), day),
        target=find_target(text[charge.end() :]) if measures(text) else None,
        owner=agent.owner,
    )


def _anchor(text: str) -> re.Match[str] | None:
    """Return the words that promise; of "the operators have said that they will" the first."""
    said = matches("learned", "other_anchors", text, case=True)
    will = matches("learned", "anchors", text, case=True)
    if said is not None and (will is None or matches("learned", "given", said.group())):
        return said
    return will


def _foretells(text: str, anchor: re.Match[str] | None) -> bool:
    return anchor is None or matches("learned", "foretold", text[anchor.end() :]) is not None


def _is_anothers(text: str, start: int) -> bool:
    """Tell whether a nation, a sector's body or a regulator promises, or is to do it."""
    return any(
        match.start() < start or re.search(r"\bby\s+(?:the\s+)?$", text[: match.start()])
        for match in any_of(words("learned")["nationals"], case=True).finditer(text)
    )


def _is_unreal(sentence: Sentence, start: int, end: int, which: Kind, told: bool) -> bool:
    """Tell whether it is conditional, told of the past or in somebody else's words."""
    anchor = sentence.at(start, max(end, start + 1))
    if anchor is None:
        return True
    found = qualities(anchor)
    if found.conditional and which == "pledge":
        return True
    # "The operators have said that they will": their word is what counts.
    given = matches("learned", "given", sentence.text[:end], case=True) is not None
    return (found.historic or (found.reported and not told)) and not given


def _agent(text: str, start: int) -> Agent | None:
    if start:
        return agent_before(text[:start])
    first = agent_at(text)
    return first[0] if first is not None else None


def _owner(agent: Agent | None, text: str, organisation: str | None) -> str | None:
    if agent is None:
        return _partner(text)
    # Of a partnership's promises the partner is the owner, of its own the body is not.
    return agent.owner or (None if is_own(agent, organisation) else agent.name)


def _partner(text: str) -> str | None:
    """Return the partner with whom *text*, up to its promising words, begins.

    "The waste contractor has assured" names one, "Vacancies will" none.
    """
    given = matches("learned", "given", text, case=True)
    if given is None:
        return None
    name = re.sub(r"^(?:The|Our|All|Both|Each of the)\s+", "", text[: given.start()].strip())
    plain = name and len(name.split()) <= _MOST_WORDS_OF_A_PARTNER and not re.search(r"[,;]", name)
    if not plain or re.match(r"(?i)(?:we|it|they|she|he|this|there|these|those)\b", name):
        return None
    return None if kind_of(name, True) == "body" and len(name.split()) == 1 else name


def _is_term(due: Due | None) -> bool:
    return due is not None and due.to is not None and is_set(due)


def _is_more_than_words(due: Due | None, target: Target | None, agent: Agent | None) -> bool:
    """Tell whether a date, a measure or somebody named makes it a pledge."""
    return (
        (due is not None and is_date(due))
        or (target is not None and target.value is not None)
        or (agent is not None and agent.kind in ("role", "person"))
    )
