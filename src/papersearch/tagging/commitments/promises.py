"""The words that promise: who, "will" or its like, and a verb that does something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from papersearch.tagging.commitments.patterns import any_of, compiled, matches, words
from papersearch.tagging.commitments.who import Agent, agent_at, agent_before, is_titled

_ADVERBS = re.compile(
    r"(?:\s+(?:also|therefore|all|jointly|now|further|hereby|together|both|each|then|shortly))*\s*$"
)
_PRONOUN = re.compile(r"^(?:It|They|He|She)(?:\s+(?:also|now|has|have))*\s*$")
"""Whom the sentence before named; what it promises in so many words is a promise."""
_ASIDE = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?:\s+(?:also|therefore|all|jointly|now|further|hereby|together|both|each"
    r"|then|shortly))*\s*$"
)
_ADVERB = r"(?:(?:also|then|now|all|each|both|jointly|formally|fully|next|therefore|again)\s+)?"


@dataclass(frozen=True, slots=True)
class Promise:
    """Words that promise: where they stand in the sentence, who says so, by which rule."""

    start: int
    end: int
    rule: str
    agent: Agent | None = None
    explicit: bool = False
    """A promise in so many words ("we pledge to"), for which the promiser answers."""
    given: bool = False
    """Given before ("has agreed to"), and in force."""
    past: bool = False
    """Given at some time past ("we promised to"), kept or not."""
    by_date_only: bool = False
    """Without a date it may be a duty ("the Treasurer will keep …") or a forecast."""

    @property
    def owner(self) -> str | None:
        """Who within the body is to act, where the words tell."""
        return self.agent.owner if self.agent is not None else None

    @property
    def personal(self) -> bool:
        """Somebody is named: a role, a person, initials; not the body or a committee."""
        return self.agent is not None and self.agent.kind in ("role", "person", "initials")


def promises_in(text: str, organisation: str | None) -> Iterator[Promise]:
    """Yield what *text*, one sentence with its white space folded, promises.

    Args:
        text: The sentence.
        organisation: The body whose paper it is, where known: another body's
            promise ("the Environment Agency will …") is none of this paper's.
    """
    for match in any_of(words("prose")["performatives"]).finditer(text):
        if not re.match(r"\s*(?:the|a|an|our|this|these|its|their|all)\b", text[match.end() :]):
            yield Promise(match.start(), match.end(), f"{match.group()!r}", explicit=True)
    for match in _modal().finditer(text):
        before = text[: match.start()]
        agent = agent_before(_ADVERBS.sub("", before)) or agent_before(_ASIDE.sub("", before))
        if agent is None and _is_bound(match) and _PRONOUN.match(before):
            agent = Agent("we", before.split()[0], 0)
        if agent is None or not is_own(agent, organisation) or agent.kind == "initials":
            continue  # outside minutes "the CFR will increase" is more likely than JB's promise
        if agent.kind == "person" and not is_titled(agent.name):
            continue  # two capitalised words may be anything's name
        explicit = match["explicit"] is not None
        somebody = agent.kind not in ("we", "body")
        verb = text[match.start("verb") :]
        by_date_only = False
        given = _is_given(match)
        bound = explicit or given
        if not bound and foretells(verb):
            if not _achieves(verb) and (not somebody or happens_to(verb)):
                continue
            by_date_only = True
        elif somebody and not bound and happens_to(verb):
            continue
        elif somebody and not bound and not is_one_off(match["verb"]):
            by_date_only = True
        rule = " ".join(text[agent.start : match.end()].split())
        yield Promise(
            match.start("promise"),
            match.end("promise"),
            f"{rule!r}",
            agent,
            explicit,
            given=given,
            past=re.match(r"\w+(?:ed|ook) to$", match["promise"]) is not None and explicit,
            by_date_only=by_date_only,
        )
    for match in any_of(words("prose")["promises_that"], case=True).finditer(text):
        before = text[: match.start()]
        agent = agent_before(before)
        if agent is None and _PRONOUN.match(before):
            agent = Agent("we", before.split()[0], 0)
        if agent is not None and is_own(agent, organisation):
            rule = " ".join(text[agent.start : match.end()].split())
            # "The Chief Executive promised that …": somebody answers for it still.
            past = re.match(r"\w+ed\b", match.group()) is not None and agent.owner is None
            yield Promise(match.start(), match.end(), f"{rule!r}", agent, explicit=True, past=past)
    for match in any_of(words("prose")["states"]).finditer(text):
        yield Promise(match.start(), match.end(), "state")
    for match in any_of(words("prose")["passive"]).finditer(text):
        doer = doer_of(text[match.end() :])
        if doer is None or is_own(doer, organisation):
            yield Promise(match.start(), match.end(), "passive", doer)


def _is_given(match: re.Match[str]) -> bool:
    """Tell whether it was given before: "has agreed to"."""
    return re.match(r"(?:has|have) .*(?:ed|taken) to$", match["promise"]) is not None


def _is_bound(match: re.Match[str]) -> bool:
    return match["explicit"] is not None or _is_given(match)


def is_own(agent: Agent, organisation: str | None) -> bool:
    """Tell whether a body so named can be the one whose paper it is."""
    if agent.kind == "role":
        other = matches("who", "roles_of_others", agent.name, case=True)
        return other is None or other.group().lower() in (organisation or "").lower()
    if agent.kind != "body":
        return True
    known = {word.lower() for word in words("who")["own_words"]}
    if organisation is not None:
        known |= {word.lower() for word in re.findall(r"[\w&\u2019'-]+", organisation)}
    before_the_noun = re.findall(r"[\w&\u2019'-]+", agent.name)[:-1]
    return all(word.lower() in known for word in before_the_noun)


@cache
def _modal() -> re.Pattern[str]:
    explicit = "|".join(words("prose")["explicit_promises"])
    other = "|".join(words("prose")["promises"])
    return compiled(
        rf"\b(?P<promise>(?P<explicit>{explicit})|{other}) {_ADVERB}(?P<verb>[a-z][a-z-]+)",
        case=True,
    )


def foretells(rest: str) -> bool:
    """Tell whether *rest*, what follows "will", foretells, describes or regulates."""
    rest = re.sub(rf"^{_ADVERB}", "", rest)
    if _no_promise_verbs().match(rest):
        return True
    # "will be funded", "will be holding": passives have rules of their own.
    return re.match(r"be\s+(?:\w+ly\s+)?\w+(?:ed|en|ne|de|ld|ht|wn|ing)\b", rest) is not None


def happens_to(rest: str) -> bool:
    """Tell whether *rest*, what a person or a committee "will", is no deed of theirs."""
    return _no_deeds().match(re.sub(rf"^{_ADVERB}", "", rest)) is not None


def _achieves(rest: str) -> bool:
    """Tell whether *rest*, what follows "will", is "have reduced …": a state brought about."""
    return any_of(words("prose")["achieves"]).match(rest) is not None


@cache
def _no_deeds() -> re.Pattern[str]:
    return any_of([rf"(?:{'|'.join(words('prose')['no_deeds'])})(?!\w)"])


@cache
def _no_promise_verbs() -> re.Pattern[str]:
    return any_of([rf"(?:{'|'.join(words('prose')['no_promise_verbs'])})(?!\w)"])


def is_one_off(verb: str) -> bool:
    """Tell whether *verb* is a deed that is done once ("publish"), and no habit ("monitor")."""
    return any_of(words("prose")["one_off_verbs"]).fullmatch(verb) is not None


def doer_of(rest: str) -> Agent | None:
    """Return who "by the Director of Finance" names; of another's name a body's."""
    for match in re.finditer(r"\bby\s+(?=(?:the\s+|our\s+)?[A-Z])", rest[:120]):
        found = agent_at(rest[match.end() :])
        if found is not None:
            return found[0]
        named = re.match(
            r"(?:[Tt]he\s+)?[A-Z][\w\u2019'-]*(?:\s+[A-Z][\w\u2019'-]*)*", rest[match.end() :]
        )
        if named and not matches("dues", "months", named.group()):
            return Agent("body", f"{named.group()} ?", match.end())
    return None
