"""What sentences of minutes charge somebody with: "JB agreed to circulate", "The Clerk is to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.tokens import Doc

from papersearch.tagging.commitments.dues import due_of
from papersearch.tagging.commitments.found import Found, Sentence
from papersearch.tagging.commitments.patterns import any_of, compiled, words
from papersearch.tagging.commitments.promises import is_one_off
from papersearch.tagging.commitments.quantities import measures
from papersearch.tagging.commitments.target import find_target
from papersearch.tagging.commitments.who import Agent, agent_at, agent_before, is_titled
from papersearch.tagging.qualifiers import Qualities, qualities

_ASKED = re.compile(
    r"\s+(?P<modal>(?:to|would|should|shall|will)\s+)?"
    r"(?:be\s+(?:asked|requested|instructed|directed|tasked)\s+to\s+)?"
    r"(?:\w+ly\s+)?(?P<verb>[a-z][a-z-]+)"
)


@dataclass(frozen=True, slots=True)
class _Charge:
    """Characters *start* to *end* that charge *agent*, with what verb."""

    start: int
    end: int
    agent: Agent | None
    verb: str
    willing: bool = False
    """The agent's own word ("JB agreed to attend"), not another's request."""

    wanted: bool = False
    """A thing is asked for, and no deed."""

    def is_decision(self) -> bool:
        """Tell whether it decides, or asks for an answer at the meeting itself."""
        if self.wanted:
            return False
        personal = self.agent is not None and self.agent.kind in ("role", "person", "initials")
        name = "decisions_of_anybody" if self.willing and personal else "decisions"
        return any_of(words("actions")["minutes"][name]).fullmatch(self.verb) is not None


def minuted(sentence: Sentence, day: date | None, kind: str) -> Found | None:
    """Return the action that a sentence of minutes charges somebody with.

    In other papers only what was agreed or undertaken by somebody named counts.
    """
    titled = any_of(words("actions")["minutes"]["titled"], case=True).match(sentence.text)
    if titled is not None and (rest := sentence.at(titled.end(), len(sentence.text))) is not None:
        sentence = Sentence.of(rest)
    text = sentence.text
    for charge in _charges(text, kind == "minutes"):
        start, end, agent = charge.start, charge.end, charge.agent
        if charge.is_decision():
            continue
        if agent is not None and not may_be_initials(agent, sentence.span.doc):
            continue
        quality = quality_of(sentence, start, end)
        if quality is None or quality.negated or is_another_body(quality, agent):
            continue
        return sentence.found(
            "action",
            f"action-minuted: {text[start:end]!r}",
            due=due_of(text, start, end, day),
            target=find_target(text[start:]) if measures(text[end:]) else None,
            owner=agent.owner if agent is not None else None,
        )
    return None


def quality_of(sentence: Sentence, start: int, end: int) -> Qualities | None:
    """Return the qualities of the words at characters *start* to *end*."""
    anchor = sentence.at(start, end)
    return None if anchor is None else qualities(anchor)


def is_another_body(quality: Qualities, agent: Agent | None) -> bool:
    """Tell whether another body is spoken of; the title of *agent* alone names none.

    "The Commissioner" is whoever the paper's own body is or holds to account.
    """
    if not quality.other_body or agent is None or agent.kind != "role":
        return quality.other_body
    roles = {role.lower() for role in words("who")["roles"]}
    titles = (
        re.sub(r"^(?:[Tt]he|[Oo]ur) ", "", cue.text)
        for cue in quality.cues
        if cue.category == "other_body"
    )
    return not all(title.lower() in roles and agent.name.startswith(title) for title in titles)


def _charges(text: str, minutes: bool) -> Iterator[_Charge]:
    """Yield who is charged, with what verb, and where it says so."""
    for match in _pattern("own_word").finditer(text):  # "JB agreed to circulate"
        agent = agent_before(text[: match.start()])
        if agent is None and re.search(r"(?:\band|,)\s*$", text[: match.start()]):
            first = agent_at(text)  # "The Clerk said that … and undertook to write"
            agent = first[0] if first is not None else None
        # In a paper "has agreed to" is a pledge; "agreed to" tells of a meeting, as minutes do.
        told = re.match(r"(?:has|have)\s", match.group()) is None
        if agent is not None and (
            minutes or (told and (agent.kind == "role" or is_titled(agent.name)))
        ):
            yield _Charge(agent.start, match.end(), agent, match["verb"], willing=True)
    if not minutes:
        return
    for match in _pattern("told").finditer(text):  # "The Registrar is to", "JB said she would"
        agent = agent_before(text[: match.start()])
        if agent is None or agent.kind in ("we", "body") or not is_one_off(match["verb"]):
            continue
        if not any_of(words("actions")["minutes"]["hearsay"]).search(text[: agent.start]):
            yield _Charge(agent.start, match.end(), agent, match["verb"])
    for match in _pattern("charged").finditer(text):  # "The Treasurer was asked to"
        agent = agent_before(text[: match.start()])
        if agent is not None and agent.kind not in ("we", "body"):
            yield _Charge(agent.start, match.end(), agent, match["verb"])
    for match in _pattern("asks").finditer(text):  # "asked that the Head of Housing write"
        named = agent_at(text[match.end() :])
        if named is None or (named[0].kind == "body" and not match["agreed"]):
            continue
        verb = _ASKED.match(text, match.end() + named[1])
        personal = named[0].kind in ("role", "person", "initials")
        # "RESOLVED that the Clerk obtain three quotations" needs no modal verb.
        resolved = personal and match["agreed"] is not None
        if verb is not None and (verb["modal"] or match["that"] or resolved):
            yield _Charge(
                match.start(),
                verb.end(),
                named[0],
                verb["verb"],
                willing=resolved and verb["modal"] is not None,
            )
    for match in _pattern("wants").finditer(text):  # "Members asked for a further report"
        agent = agent_before(text[: match.start()])
        if agent is not None or re.match(r"(?:Members|It was|They)\b", text):
            yield _Charge(match.start(), match.end(), None, match["verb"], wanted=True)
    for match in _pattern("passive").finditer(text):  # "It was agreed that … would be circulated"
        yield _Charge(match.start(), match.end(), None, _verb(match))
    named = agent_at(text)  # "JB to circulate"
    if named is not None and named[0].kind in ("role", "person", "initials", "group"):
        verb = re.match(r"\s+to\s+(?P<verb>[a-z][a-z-]+)", text[named[1] :])
        if verb is not None:
            yield _Charge(0, named[1] + verb.end(), named[0], verb["verb"], willing=True)


def _verb(match: re.Match[str]) -> str:
    return next(value for key, value in match.groupdict().items() if value and key[:4] == "verb")


def may_be_initials(agent: Agent, doc: Doc) -> bool:
    """Tell whether three capitals are a person's: a body's are as common, so a name must fit."""
    if agent.kind != "initials":
        return True
    known = {word.lower() for word in words("who")["not_names"] + words("who")["bodies"]}
    for part in re.findall(r"\b[A-Z]{3}\b", agent.name):
        if part in words("who")["role_initials"]:
            continue
        names = re.finditer(r"\b" + r"[\s.-]+".join(rf"({c}[a-z’']*)" for c in part), doc.text)
        if not any(not known & {w.lower() for w in name.groups()} for name in names):
            return False
    return True


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return compiled("|".join(words("actions")["minutes"][name]), case=True)
