"""Appetites that sentences state."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Doc, Span

from papersearch.tagging.risks.cues import cues
from papersearch.tagging.risks.found import Found, Taken
from papersearch.tagging.risks.prose_about import lead
from papersearch.tagging.risks.prose_context import is_asserted, on_appetite
from papersearch.tagging.risks.prose_found import found_in
from papersearch.tagging.risks.prose_lists import in_section, labelled
from papersearch.tagging.risks.prose_more import each_named, more_of
from papersearch.tagging.risks.prose_names import cue
from papersearch.tagging.risks.prose_patterns import levels_of, patterns
from papersearch.tagging.risks.prose_stances import stances
from papersearch.tagging.risks.scales import scale_words
from papersearch.tagging.risks.value import expression

# The forms that a sentence is tried for, those that say most first.
_KEYS = (
    "moved", "moved_to", "moved_of", "labelled", "which", "ranges", "was_said", "is", "was_set",
    "of", "has",
)  # fmt: skip
_SAID_TO_BE = ("is", "was_set", "was_said")
# "our appetite is open to review", but "is open to moderate".
_OPEN_TO = re.compile(r"\s+to\s+(?!moderate|\w+\s+appetite)\w+")
# "No appetite moves outside" states none.
_DOES = re.compile(
    r"\s+(?:moves?|moved|changes?|changed|was|were|is|are|has|had|will|may|can|could|should|statements?|levels?|"
    r"scores?|exists?|remains?|applies)\b",
    re.IGNORECASE,
)
# "the consultation on risk appetite is open", but "the level of risk appetite is open".
_ABOUT_APPETITE = re.compile(
    r"(?<!level\s)(?<!degree\s)(?<!amount\s)\b(?:on|about|of|regarding|into|around)\s+"
    r"(?:(?:the|our|its|trust|board|council)\S*\s+)*$",
    re.IGNORECASE,
)
_MIDDLE = re.compile(
    r"^\s*(?:(?:statement|level|rating|score|position|category|appetite|agreed|approved|adopted|"
    r"proposed|settled)s?\s*)*"
    rf"(?:$|,|\(|[“\"‘']|of (?:the|our|its|both)\b|(?:{cue('about')}|which|that|as|"
    r"overall|currently|now|here|at|remains?|be|"
    r"should|will|has)\b)",
    re.IGNORECASE,
)
# "an Open appetite, whilst for infection it is Averse": the level is another risk's.
_TURNS = re.compile(r"\b(?:whilst|while|whereas|but)\b", re.IGNORECASE)


def read_prose(doc: Doc, taken: Sequence[Span]) -> Iterator[Found]:
    """Yield the appetites that sentences of *doc* state outside the spans *taken*."""
    spans = Taken(taken)
    for sentence in doc.sents:
        text = sentence.text.strip()
        if not text or spans.overlaps(sentence):
            continue
        if "appetite" in text.lower():
            found = _with_targets(list(_sentence(sentence)))
        elif re.search(expression(), text, re.IGNORECASE):
            found = list(in_section(sentence))
        else:
            continue
        for one in found:
            yield from each_named(one)


def _sentence(sentence: Span) -> Iterator[Found]:
    """Yield what a sentence with the word "appetite" states."""
    text = sentence.text.rstrip()
    forms = patterns()
    seen: list[tuple[int, int]] = []
    for key in _KEYS:
        for found in forms[key].finditer(text):
            if any(a < found.end() and found.start() < b for a, b in seen):
                continue
            if key == "labelled":
                one = labelled(sentence, found)
                if one is not None:
                    seen.append(found.span())
                    yield one
                continue
            levels = levels_of(found)
            if not 0 < len(levels) < 3:
                if len(levels) >= 3:
                    seen.append(found.span())
                continue
            # "had been scored at 20, outside the appetite, which is Cautious": said of now
            end = found.start("mid") if key == "ranges" else found.end()
            if key != "which" and not is_asserted(sentence, found.start(), end):
                if not key.startswith("moved"):
                    seen.append(found.span())
                continue
            if not _means_risk(sentence, found, key, levels) or _is_of_another(found, key, levels):
                continue
            seen.append(found.span())
            one = found_in(sentence, found, key, levels, text)
            if one.risk.level1 is None and one.risk.reference is None and _points_back(found, text):
                continue  # "The appetite for it": of what, this paper's words do not tell
            yield one
            if key in (*_SAID_TO_BE, "has", "ranges"):
                yield from more_of(sentence, text, found.end(), seen)
    yield from stances(sentence, seen)


def _with_targets(found: list[Found]) -> list[Found]:
    """Return *found* with a target appetite as where the one before it is to move."""
    out: list[Found] = []
    for one in found:
        appetite = one.risk.appetite
        if out and appetite.towards and not appetite.levels:
            first = out[-1].risk
            if not first.appetite.towards:
                towards = replace(first.appetite, towards=appetite.towards)
                out[-1] = dataclasses.replace(out[-1], risk=replace(first, appetite=towards))
                continue
        out.append(one)
    return out


def _points_back(found: re.Match[str], text: str) -> bool:
    """Tell an appetite for "it" or "them"."""
    words = found.groupdict().get("mid") or text[found.end() :]
    return re.match(rf"\s*{cue('about')}\s+(?:it|them|these|those|both)\b", words, re.I) is not None


def _is_of_another(found: re.Match[str], key: str, levels: Sequence[str]) -> bool:
    """Tell words that say a level of something else than the appetite, or of none."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    return (
        not _is_of_appetite(found)
        or (key == "has" and "none" in levels and _DOES.match(after) is not None)
        or (key in _SAID_TO_BE and _ABOUT_APPETITE.search(before) is not None)
        or (key in ("is", "was_set") and "open" in levels and _OPEN_TO.match(after) is not None)
    )


def _is_of_appetite(found: re.Match[str]) -> bool:
    """Tell "our appetite for finance is open" from "the appetite survey is open"."""
    middle = found.groupdict().get("mid")
    if middle is None:
        return True
    return _MIDDLE.match(middle) is not None and _TURNS.search(middle) is None


def _means_risk(sentence: Span, found: re.Match[str], key: str, levels: Sequence[str]) -> bool:
    """Tell an appetite for risk from a wish ("no appetite to merge") and from hunger."""
    text = sentence.text
    after = text[found.end() :]
    is_owned = _is_owned(text[: found.start()])
    if key == "has" and not set(levels) <= scale_words() and not is_owned:
        return False  # "a well informed risk appetite for …": no scale has it, and nobody holds it
    about = re.match(rf"\s*{cue('about')}\s+(?P<name>[^,.;]+)", after, re.IGNORECASE)
    ordinary = set(cues()["prose"]["ordinary"])
    to_do = re.match(r"\s*to\s+(?P<name>[^,.;]+)", after, re.IGNORECASE)
    if to_do and "risk" not in to_do.group("name").lower() and ordinary & set(levels):
        return False  # "no appetite to merge"; "an open appetite to digital change" is one
    if re.match(r"\s*(?:among|amongst|from)\b", after, re.IGNORECASE):
        return False
    words = found.group().lower()
    if not any(level in ordinary for level in levels):
        return True
    if re.search(r"\brisks?[\s-]+appetite", words) or on_appetite(sentence):
        return True
    if about and "risk" in about.group("name").lower():
        return True
    mid = found.groupdict().get("mid") or ""
    if "risk" in mid.lower():
        return True
    return bool(is_owned and (about or lead(text[: found.start()])))


def _is_owned(before: str) -> bool:
    """Tell words that say whose appetite follows ("the Trust has a")."""
    owned = re.search(
        rf"{cue('owner')}(?:[’']s)?\s+(?:\w+\s+){{0,2}}?(?:has|have|holds?|takes?|adopts?|set|agreed|approved|"
        r"confirmed|sets|maintains?|with)?\s*(?:(?:set|adopted|agreed|a|an|very)\s+)*$",
        before,
        re.IGNORECASE,
    )
    return owned is not None
