"""Hopes and ambitions in the sentences of a paper, and what makes a sentence unreal."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from papersearch.tagging.commitments.charges import is_another_body, quality_of
from papersearch.tagging.commitments.dues import due_of, is_date, is_past
from papersearch.tagging.commitments.found import Found, Kind, Sentence
from papersearch.tagging.commitments.patterns import any_of, matches, words
from papersearch.tagging.commitments.target import target_of
from papersearch.tagging.commitments.who import Agent
from papersearch.tagging.qualifiers import Qualities


def is_unreal(
    quality: Qualities, wish: bool = False, agent: Agent | None = None, told: bool = False
) -> bool:
    """Tell whether words are denied, conditional, another's or only reported.

    Args:
        quality: What they are.
        wish: They hope, so that "would" is no condition.
        agent: Who promises.
        told: Somebody of the body's own told it, so that it is no hearsay.
    """
    conditional = quality.conditional
    if wish:  # "we would like": the "would" is politeness, no condition
        conditional = any(
            cue.category == "conditional" and cue.text.lower() != "would" for cue in quality.cues
        )
    reported = quality.reported and not told
    return quality.negated or conditional or reported or is_another_body(quality, agent)


@cache
def _aspirations() -> re.Pattern[str]:
    bodies = "|".join([*words("who")["small_bodies"], *words("who")["offices"]])
    roles = "|".join(words("who")["roles"])
    body = rf"the (?:[\w-]+ ){{0,3}}?(?:{bodies}|(?-i:{roles})(?: (?:of|for) \w+)?)"
    hopers = "|".join(words("who")["hopers"])
    return any_of(
        [
            pattern.replace("{all}", f"(?:we|{hopers}|{body})")
            .replace("{we}", f"(?:we|{body})")
            .replace("{our}", f"(?:our|{body}[’']?s?)")
            for pattern in words("prose")["aspirations"]
        ]
    )


def read_aspiration(sentence: Sentence, day: date | None, kind: str) -> Found | None:
    """Return the hope, or with a date or a measure the pledge, that a sentence holds."""
    text = sentence.text
    match = _aspirations().search(text)
    if match is None or matches("prose", "not_aspirations", text) or text.endswith("?"):
        return None
    if matches("prose", "within_a_clause", text[: match.start()]):
        return None
    quality = quality_of(sentence, match.start(), match.end())
    if quality is None or quality.historic:
        return None
    # "It would be lovely if …" is a hope for all its conditional.
    if is_unreal(quality, wish=True) and not match.group().lower().startswith("it would"):
        return None
    if kind == "policy" and not matches("prose", "named_aspirations", match.group()):
        return None
    due = due_of(text, match.start(), match.end(), day)
    if due is not None and is_past(due, day):
        return None
    target = target_of(text, match.end())
    measured = target is not None and target.value is not None
    # An ambition with a date or a measure is more than a hope.
    which: Kind = "pledge" if measured or (due is not None and is_date(due)) else "aspiration"
    return sentence.found(which, f"{which}: {match.group()!r}", due=due, target=target)
