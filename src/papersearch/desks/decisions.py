"""Decisions on appetite that minutes and papers record, quoted as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from papersearch.desks.common import LINKING, Place, name_key
from papersearch.knowledge import load
from papersearch.record import Struct

_ENDS = re.compile(r"(?<=[.!?;])\s+(?=[\"'\u2018\u201c(\[*]?[A-Z0-9])")
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Sir|Rev|No|para|paras|St|e\.g|i\.e)\.$")
MOST_CHARACTERS = 600
"""A quote does not grow beyond this by the sentences around it."""


class Decision(Struct, frozen=True, kw_only=True):
    """Words of a minute or paper that decide on an appetite."""

    place: Place
    minutes: bool


@dataclass(frozen=True, slots=True)
class Deciding:
    """A sentence that decides on an appetite, with the sentences around it."""

    place: Place
    """Its quote is the sentence alone."""
    minutes: bool
    before: str = ""
    after: str = ""

    def quotes(self) -> Iterable[str]:
        """Yield the sentence, then longer and longer stretches of the text around it."""
        now = self.place.quote
        for words in (
            now,
            f"{self.before} {now}" if self.before else "",
            f"{now} {self.after}" if self.after else "",
            f"{self.before} {now} {self.after}" if self.before and self.after else "",
        ):
            if words and (words == now or len(words) <= MOST_CHARACTERS):
                yield words


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = load("papersearch.desks", "cues")["decision"]

    def any_of(words: Sequence[str]) -> re.Pattern[str]:
        ordered = sorted(words, key=lambda word: (-len(word), word))
        return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b", re.IGNORECASE)

    return any_of(cues["verbs"]), any_of(cues["vetoes"])


def sentences(text: str) -> list[str]:
    """Return the sentences of a passage, each as it stands."""
    out: list[str] = []
    for part in _ENDS.split(text):
        if out and _TITLES.search(out[-1]):
            out[-1] += f" {part}"
        else:
            out.append(part)
    return [part for part in out if part]


def decides(sentence: str) -> bool:
    """Return whether *sentence* records that something was decided, not asked or refused."""
    verbs, vetoes = _patterns()
    return bool(verbs.search(sentence)) and not vetoes.search(sentence)


def deciding(place: Place, text: str, minutes: bool) -> list[Deciding]:
    """Return the sentences of a passage that decide on an appetite.

    Args:
        place: Where the passage stands; its quote is replaced.
        text: The passage.
        minutes: Whether it stands in minutes.
    """
    import msgspec

    parts = sentences(text)
    out = []
    for number, sentence in enumerate(parts):
        before = parts[number - 1] if number else ""
        after = parts[number + 1] if number + 1 < len(parts) else ""
        if "appetite" not in f"{before} {sentence} {after}".lower() or not decides(sentence):
            continue
        out.append(Deciding(msgspec.structs.replace(place, quote=sentence), minutes, before, after))
    return out


def nearest(
    found: Iterable[Deciding],
    *,
    organisation: str | None,
    names: Sequence[str | None],
    levels: Sequence[str],
    since: str | None,
    until: str | None,
) -> Decision | None:
    """Return the decision on this risk after *since* and not after *until* that fits best.

    It must name the risk (a word of *names*, or its reference) and a level of
    *levels*, itself or in the sentences beside it. Minutes come before papers,
    then the one that shares most words, then the latest.
    """
    import msgspec

    words = {word for name in names for word in name_key(name).split()} - LINKING
    wanted = {word for level in levels for word in level.lower().split()}
    best: tuple[tuple[bool, float, str], Decision] | None = None
    for one in found:
        when = one.place.meeting_date
        if when is None or name_key(one.place.organisation) != name_key(organisation):
            continue
        if (since is not None and when < since) or (until is not None and when > until):
            continue
        for quote in one.quotes():
            held = set(name_key(quote).split())
            shared = len(words & held) / max(len(words), 1)
            if not shared or not wanted & held or "appetite" not in quote.lower():
                continue
            score = (one.minutes, shared, when)
            if best is None or score > best[0]:
                place = msgspec.structs.replace(one.place, quote=quote)
                best = (score, Decision(place=place, minutes=one.minutes))
            break
    return best[1] if best else None
