"""A sentence that promises twice, or only in its second half, taken apart into its clauses.

"Twelve of twenty lifts are in, and the Head of Estates will replace the others by May"
promises in its second half; "Work will start in May, and the depot will open by
October" promises twice. Words that only go on with the first ("will test and then
replace …") are no clause of their own, unless both have a date ("will publish it in
April and will hold two sessions by May"). Of "the Leader told us that every road will be
swept" the clause is what was told.
"""

from __future__ import annotations

from papersearch import dates
from papersearch.tagging.commitments.dues import is_date
from papersearch.tagging.commitments.found import Sentence
from papersearch.tagging.commitments.patterns import any_of, words
from papersearch.tagging.commitments.who import Agent, agent_before

_LEAST_WORDS = 5


def clauses(sentence: Sentence) -> list[Sentence]:
    """Return the clauses of *sentence* that could stand alone, ``[]`` where it has but one."""
    text = sentence.text
    starts = [0]
    ends = []
    for boundary in any_of(words("clauses")["boundaries"]).finditer(text):
        before, after = text[starts[-1] : boundary.start()], text[boundary.end() :]
        if not _stands_alone(before):
            continue
        parted = boundary["strong"] is not None and _stands_alone(after.split(";")[0])
        if not (parted or _begins_clause(after) or _both_dated(before, after)):
            continue
        ends.append(boundary.start())
        starts.append(boundary.end())
    if len(starts) == 1:
        return []
    ends.append(len(text))
    parts = []
    for start, end in zip(starts, ends, strict=True):
        span = sentence.at(start, end)
        if span is None:
            return []
        parts.append(Sentence.of(span))
    return parts


def told(sentence: Sentence) -> tuple[Sentence, Agent] | None:
    """Return what somebody of the body's own told, and who: "She said that … will …"."""
    text = sentence.text
    match = any_of(words("clauses")["told"], case=True).match(text)
    if match is None:
        return None
    agent = agent_before(match["who"])
    if agent is None or agent.kind not in ("role", "person", "committee"):
        return None
    span = sentence.at(match.end(), len(text))
    return None if span is None else (Sentence.of(span), agent)


def _both_dated(before: str, after: str) -> bool:
    """Tell whether "and will …" goes on with a deed that has a date, as that before has."""
    goes_on = any_of(words("clauses")["goes_on"], case=True).match(after)
    return goes_on is not None and all(
        any(is_date(one.due) for one in dates.find_due(half)) for half in (before, after)
    )


def _stands_alone(text: str) -> bool:
    """Tell whether the words before a boundary are a clause: with a verb, and long enough."""
    text = text.strip()
    if len(text.split()) < _LEAST_WORDS or _opens_with_condition(text):
        return False
    return any_of(words("clauses")["verbs"]).search(text) is not None


def _opens_with_condition(text: str) -> bool:
    return any_of(words("clauses")["conditions"]).match(text) is not None


def _begins_clause(text: str) -> bool:
    """Tell whether the words after a boundary begin with somebody and what they will do."""
    return (
        len(text.split()) >= _LEAST_WORDS
        and any_of(words("clauses")["begins"], case=True).match(text) is not None
    )
