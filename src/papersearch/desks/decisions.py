"""Decisions on appetite that minutes and papers record, quoted as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from papersearch.desks.common import LINKING, Place, body_key, name_key
from papersearch.knowledge import load
from papersearch.record import Struct

_ENDS = re.compile(
    r"(?<=[.!?;])\s+(?=[\"'\u2018\u201c(\[*]?[A-Z0-9])|(?<=[;:,])\s+(?=\([a-z]{1,4}\)\s)"
    r"|(?<=[a-z\])][.;])\s+(?=\([a-z]{1,4}\)\s)"
)
_ITEM = re.compile(r"^(?:\([a-z]{1,4}\)|\(?\d{1,2}[.)])\s")
_MINUTE_START = re.compile(r"^(?P<number>\d{2,4}/\d{1,4}[a-z]?)\.?\s+(?=[A-Z])")
_MINUTE = re.compile(r"\bminute\s+(?P<number>\d{2,4}/\d{1,4}[a-z]?)\b", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:resolved|agreed|decided|approved)\b(?:[ ,]+(?:that|to|as follows|unanimously))*"
    r"\s*:?\s*$",
    re.IGNORECASE,
)
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Sir|Rev|No|para|paras|St|e\.g|i\.e)\.$")
_LEADS_INTO = re.compile(
    r"\b(?:resolved|agreed|decided|approved)\b[^.;]{0,20}\s\([a-z]{1,4}\)\s", re.IGNORECASE
)
MOST_CHARACTERS = 600
"""A quote does not grow beyond this by the sentences around it."""


class Decision(Struct, frozen=True, kw_only=True):
    """Words of a minute or paper that decide on an appetite."""

    place: Place
    minutes: bool
    minute: str | None = None
    """The minute's number, where the text has one."""
    heading: str | None = None
    """The minute's first words, where they are not in the quote."""
    reported: bool = False
    """Found in a later paper, which says when it was decided."""


LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Deciding:
    """A sentence that decides on an appetite, with the sentences around it."""

    place: Place
    """Its quote is the sentence alone."""
    minutes: bool
    before: str = ""
    after: str = ""
    heading: str = ""
    """The first sentence of the minute that it stands in: number, title and more."""
    put_off: bool = False
    """It defers or refuses; it decides nothing."""

    @property
    def minute(self) -> str | None:
        """Return the number of the minute."""
        found = _MINUTE.search(self.place.quote) or _MINUTE_START.match(self.heading)
        return found["number"] if found else None

    def quotes(self) -> Iterable[str]:
        """Yield the sentence, then longer and longer stretches of the text around it."""
        now = self.place.quote
        # What stands beside an item of a list, or is itself put off, is another matter.
        before, after = (
            "" if _ITEM.match(words) or puts_off(words) else words
            for words in (self.before, self.after)
        )
        for words in (
            now,
            f"{before} {now}" if before else "",
            f"{now} {after}" if after else "",
            f"{before} {now} {after}" if before and after else "",
        ):
            if words and (words == now or len(words) <= MOST_CHARACTERS):
                yield words


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    cues = load("papersearch.desks", "cues")["decision"]

    def any_of(words: Sequence[str]) -> re.Pattern[str]:
        ordered = sorted(words, key=lambda word: (-len(word), word))
        return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b", re.IGNORECASE)

    return any_of(cues["verbs"]), any_of(cues["vetoes"]), any_of(cues["put_off"])


def sentences(text: str) -> list[str]:
    """Return the sentences of a passage, each as it stands."""
    out: list[str] = []
    for part in _ENDS.split(text):
        if out and _TITLES.search(out[-1]):
            out[-1] += f" {part}"
        else:
            out.append(part)
    return [part for part in out if part]


def decides(sentence: str, led: bool = False) -> bool:
    """Return whether *sentence* records that something was decided, not asked or refused.

    *led*: it is an item of a list that "RESOLVED" opens.
    """
    verbs, vetoes, _ = _patterns()
    return bool(led or verbs.search(sentence)) and not vetoes.search(sentence)


def puts_off(sentence: str) -> bool:
    """Return whether *sentence* records that a decision was deferred or refused."""
    return bool(_patterns()[2].search(sentence))


def leads(text: str) -> bool:
    """Return whether *text* ends with the word that opens a list of decisions."""
    return bool(_LEADS.search(text[-60:]))


def deciding(place: Place, text: str, minutes: bool) -> list[Deciding]:
    """Return the sentences of a passage that decide on an appetite, or put such a decision off.

    Args:
        place: Where the passage stands; its quote is replaced.
        text: The passage.
        minutes: Whether it stands in minutes.
    """
    return deciding_in([(place, None, text)], minutes)


def deciding_in(passages: Iterable[tuple[Place, str | None, str]], minutes: bool) -> list[Deciding]:
    """Return what one paper's *passages* decide on appetites, or put off, in their order.

    A minute's number and title, and the "RESOLVED" that opens a list, hold
    until the next: they may stand in the passage before.

    Args:
        passages: ``(place, heading of its section, text)``.
        minutes: Whether the paper is minutes.
    """
    import msgspec

    stream: list[tuple[int, Place, str]] = []
    headings: list[str] = []
    for number, (place, section, text) in enumerate(passages):
        headings.append(section or "")
        stream += [(number, place, sentence) for sentence in sentences(text)]
    out = []
    heading, led, section = "", False, ""
    for index, (number, place, sentence) in enumerate(stream):
        if headings[number] != section:
            heading = section = headings[number]
        if _MINUTE_START.match(sentence):
            heading = sentence
        item = bool(_ITEM.match(sentence))
        opened = led and item
        led = leads(sentence) or (led and item) or bool(_LEADS_INTO.search(sentence))
        before, after = _beside(stream, index, -1), _beside(stream, index, 1)
        around = " ".join(part[2] for part in stream[max(index - 1, 0) : index + 2])
        if "appetite" not in f"{heading} {around}".lower():
            continue
        put_off = puts_off(sentence)
        bare = len(sentence.split()) < LEAST_WORDS  # "RESOLVED" alone opens a list
        if bare or not (put_off or decides(sentence, opened)):
            continue
        out.append(
            Deciding(
                msgspec.structs.replace(place, quote=sentence),
                minutes,
                before,
                after,
                "" if heading == sentence else heading,
                put_off,
            )
        )
    return out


def _beside(stream: Sequence[tuple[int, Place, str]], index: int, step: int) -> str:
    """Return the sentence before or after, of the same passage."""
    other = index + step
    if 0 <= other < len(stream) and stream[other][0] == stream[index][0]:
        return stream[other][2]
    return ""


def nearest(
    found: Iterable[Deciding],
    *,
    organisation: str | None,
    names: Sequence[str | None],
    levels: Sequence[str],
    since: str | None,
    until: str | None,
    put_off: bool = False,
) -> Decision | None:
    """Return the decision on this risk after *since* and not after *until* that fits best.

    It must name the risk (a word of *names*, or its reference) and a level of
    *levels* (where there are any), itself, in the sentences beside it, or, the
    risk, in the heading of its minute. Minutes come before papers, then the one
    that shares most words, then the latest. *put_off*: one that defers or refuses.
    """
    import msgspec

    words = {word for name in names for word in name_key(name).split()} - LINKING
    wanted = {word for level in levels for word in level.lower().split()}
    best: tuple[tuple[bool, float, str], Decision] | None = None
    for one in found:
        when = one.place.meeting_date
        if (
            when is None
            or one.put_off is not put_off
            or body_key(one.place.organisation) != body_key(organisation)
        ):
            continue
        if (since is not None and when < since) or (until is not None and when > until):
            continue
        headed = set(name_key(one.heading).split())
        for quote in one.quotes():
            held = set(name_key(quote).split())
            shared = len(words & (held | headed)) / max(len(words), 1)
            if not shared or (wanted and not wanted & held):
                continue
            score = (one.minutes, shared, when)
            if best is None or score > best[0]:
                place = msgspec.structs.replace(one.place, quote=quote)
                best = (score, _decision(one, place))
            break
    return best[1] if best else None


def _decision(one: Deciding, place: Place, reported: bool = False) -> Decision:
    return Decision(
        place=place,
        minutes=one.minutes,
        minute=one.minute,
        heading=one.heading or None,
        reported=reported,
    )


def reported_later(
    found: Iterable[Deciding],
    *,
    organisation: str | None,
    names: Sequence[str | None],
    old: Sequence[str],
    new: Sequence[str],
    since: str | None,
    until: str | None,
) -> Decision | None:
    """Return a later paper's words that this change was decided, where they say when.

    "In January 2023 (minute 23/011) it had approved a move from Cautious to Open":
    both levels, the risk, and a month of the time in which the change was made.
    """
    import msgspec

    if until is None or not old or not new:
        return None
    words = {word for name in names for word in name_key(name).split()} - LINKING
    months = _months(since, until)
    for one in sorted(found, key=lambda d: d.place.meeting_date or "9999"):
        when = one.place.meeting_date
        if one.put_off or when is None or when <= until:
            continue
        if body_key(one.place.organisation) != body_key(organisation):
            continue
        headed = set(name_key(one.heading).split())
        for quote in one.quotes():
            held = set(name_key(quote).split())
            levels = [set(" ".join(part).lower().split()) <= held for part in (old, new)]
            if all(levels) and words & (held | headed) and any(m in quote for m in months):
                return _decision(one, msgspec.structs.replace(one.place, quote=quote), True)
    return None


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MOST_MONTHS = 60


def _months(since: str | None, until: str) -> list[str]:
    """Return "January 2023" for each month from *since* to *until* (ISO days)."""
    last = int(until[:4]) * 12 + int(until[5:7]) - 1
    first = int(since[:4]) * 12 + int(since[5:7]) - 1 if since else last
    return [f"{_MONTHS[n % 12]} {n // 12}" for n in range(max(first, last - MOST_MONTHS), last + 1)]


def on_scale(
    found: Iterable[Deciding],
    *,
    organisation: str | None,
    since: str | None,
    until: str | None,
) -> Decision | None:
    """Return the latest decision on the scale itself, its labels or levels, in that time."""
    import msgspec

    latest = sorted(found, key=lambda d: (d.minutes, d.place.meeting_date or ""), reverse=True)
    for one in latest:
        when = one.place.meeting_date
        if when is None or one.put_off:
            continue
        if body_key(one.place.organisation) != body_key(organisation):
            continue
        if (since is not None and when < since) or (until is not None and when > until):
            continue
        for quote in one.quotes():
            if re.search(r"(?i)\b(?:labels?|scale)\b", quote):
                return _decision(one, msgspec.structs.replace(one.place, quote=quote))
    return None


def renaming(
    found: Iterable[Deciding], *, organisation: str | None, old: str | None, new: str | None
) -> Decision | None:
    """Return the decision that gives the risk *old* the name *new*: it holds both, and says so."""
    import msgspec

    words = [set(name_key(name).split()) - LINKING for name in (old, new)]
    if not all(words) or words[0] == words[1]:
        return None
    for one in sorted(found, key=lambda d: (not d.minutes, d.place.meeting_date or "9999")):
        if one.put_off or body_key(one.place.organisation) != body_key(organisation):
            continue
        for quote in one.quotes():
            held = set(name_key(quote).split())
            if all(part <= held for part in words) and _RENAMES.search(quote):
                return _decision(one, msgspec.structs.replace(one.place, quote=quote))
    return None


_RENAMES = re.compile(
    r"(?i)\brenam(?:e|ed|es|ing)\b|\bformerly\b|\bnew name\b|\bthe name\b"
    r"|\bto be (?:known|called)\b|\bretitl(?:e|ed|ing)\b|\bpreviously (?:known|called)\b"
)
