"""Appetites that sentences state, and lists of risks with their levels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Span

from papersearch.record import Appetite, Risk
from papersearch.tagging.layout import block_at, evidence, sentence_at
from papersearch.tagging.risks.found import Found
from papersearch.tagging.risks.names import clean, heading_name, is_cover_label, split_reference
from papersearch.tagging.risks.prose_context import is_asserted, on_appetite
from papersearch.tagging.risks.prose_names import (
    above,
    before_appetite,
    cue,
    lead_in,
    subject,
)
from papersearch.tagging.risks.scales import level_of, low_to_high
from papersearch.tagging.risks.value import (
    cues,
    expression,
    fold,
    levels_in,
    read_appetite,
    read_future,
    said_status,
)

_APPETITE = r"(?:risk[\s-]+)?appetite(?:\s+(?:level|rating|position))?"
_QUOTE = r"[\"'“”‘’]?"
_ADVERB = (
    r"(?:(?:currently|generally|therefore|also|now|still|typically|usually|normally|both|overall|broadly|"
    r"consistently|thus|however|formally|likewise|similarly|equally|"
    r"accordingly|presently|clearly|set|deemed|at|as|to be|to|a|an|the|rated|level|described)\s+)*"
)
_DECIDED = re.compile(
    r"\b(?:agreed|approved|resolved|proposed?s?|recommend(?:s|ed)?|asked|moved|increased|raised|reduced|"
    r"lowered|revised|changed|endorsed|supported|decided|ratified|confirmed|amended|shifted|has|have)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:by|from|during|before)\s+(?:the end of\s+)?(?:\w+\s+)?(?:20\d\d|Q[1-4]|year[- ]end)|"
    r"\bover the (?:next|coming)\b|\bin (?:the next|time|due course)\b|\bwill\s+move\b|"
    r"\b(?:aims?|ambition|aspir\w+|intends?|plans?)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"^\s*(?:,\s*)?(?:by|in|from|over|during|within|before|after|once|as|when)\s+[^,.;)]{2,60}",
    re.IGNORECASE,
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    many = rf"{_QUOTE}(?P<new>{expression()}){_QUOTE}"
    old = rf"{_QUOTE}(?P<old>{expression()}){_QUOTE}"
    article = r"(?:(?:a|an|the)\s+)?"
    flags = re.IGNORECASE
    return {
        "moved": re.compile(
            rf"\bappetite\b(?P<mid>[^.;]{{0,140}}?)\b(?P<raw>from\s+{article}{old}\s+(?:up\s+|down\s+)?to\s+"
            rf"{article}{many})",
            flags,
        ),
        "moved_to": re.compile(
            rf"(?P<raw>\bfrom\s+{article}{old}\s+to\s+{article}{many})\s+{_APPETITE}\b", flags
        ),
        "moved_of": re.compile(
            rf"(?P<raw>\bfrom\s+{article}{old}\s+to\s+{article}{many})(?P<mid>[^.;]{{0,60}}?)\bappetite\b",
            flags,
        ),
        "labelled": re.compile(
            rf"\b{_APPETITE}(?:\s+(?:score|scale))?(?:\s*\([^)]*\))?(?P<mid>\s+(?:for|towards?|to)\s+[^:.;]{{2,80}}?)?\s*"
            r"(?::|=|\s[-–—])\s*(?P<value>[^\n]+)$",
            flags,
        ),
        "is": re.compile(
            rf"\b{_APPETITE}\b(?P<mid>[^.;:]{{0,140}}?)\s{cue('is')}\s+{_ADVERB}"
            rf"(?:{cue('set')}\s+)?{_ADVERB}{many}",
            flags,
        ),
        "was_set": re.compile(
            rf"\b{_APPETITE}\b(?P<mid>[^.;:]{{0,140}}?)\s(?:was|were)\s+{_ADVERB}{cue('set')}\s+"
            rf"{_ADVERB}{many}",
            flags,
        ),
        "of": re.compile(rf"\b{_APPETITE}\s+(?:of|=|\()\s*{many}\)?", flags),
        "has": re.compile(
            rf"(?:\b(?P<no>no|zero|nil)|\b{many})(?:\s+(?:level|degree)\s+of)?\s+(?:overall\s+)?{_APPETITE}\b",
            flags,
        ),
        "more": re.compile(
            rf"(?:,|;|\band\b|\bbut\b)\s+(?:and\s+|but\s+)?{_ADVERB}{many}\s+{cue('about')}\s+(?P<name>[^;.]+)",
            flags,
        ),
        "and_for": re.compile(
            rf"(?:,|;|\band\b|\bbut\b)\s+(?:and\s+|but\s+)?{cue('about')}\s+(?P<name>[^,;.]{{2,60}}?),?\s+"
            rf"(?:as|is|at|it is|be|to be|was|remains?|set at)\s+{_ADVERB}{many}",
            flags,
        ),
        "averse": re.compile(
            r"\b(?:is|are|remains?|be)\s+(?:\w+ly\s+)?(?P<new>risk[\s-]+a(?:d)?verse)\b", flags
        ),
        "approach": re.compile(
            rf"{many}\s+(?:and\s+\w+\s+)?(?:risk\s+)?(?:approach|stance|attitude|position)\b", flags
        ),
        "item": re.compile(
            rf"^\W*(?P<name>[A-Z][^:;]{{1,90}}?)\s*(?::|\s[-–—]|[–—])\s*(?P<value>{_QUOTE}{expression()}.*)$",
            flags,
        ),
        "about": re.compile(
            rf"^\s*,?\s*(?P<how>{cue('about')})\s+(?P<name>.+)$", flags | re.DOTALL
        ),
    }


# "Future pathway: None", "Financial implications: None" below a title on appetite.
_FOOT = re.compile(
    r"\b(?:pathway|implications?|considerations?|appendi(?:x|ces)|annex(?:es)?|background papers?|"
    r"attachments?|contact|status|date|classification|consultation|exemptions?|conflicts?|declarations?)\b",
    re.IGNORECASE,
)


def stated_in(text: str) -> Appetite | None:
    """Return the appetite that a cell's sentences state, without asking whose it is."""
    for key in ("moved", "moved_to", "is", "was_set", "has", "of"):
        found = _patterns()[key].search(text)
        if found is None:
            continue
        levels = _levels(found)
        if 0 < len(levels) < 3:
            return Appetite(raw=_raw(found), levels=levels)
    return None


def read_prose(doc: Doc, taken: Sequence[Span]) -> Iterator[Found]:
    """Yield the appetites that sentences of *doc* state outside the spans *taken*."""
    spans = sorted((span.start, span.end) for span in taken)
    for sentence in doc.sents:
        text = sentence.text.strip()
        if not text or any(start < sentence.end and sentence.start < end for start, end in spans):
            continue
        lower = text.lower()
        if "appetite" in lower:
            yield from _sentence(sentence)
        elif re.search(expression(), text, re.IGNORECASE):
            yield from _in_section(sentence)


def _levels(found: re.Match[str]) -> tuple[str, ...]:
    groups = found.groupdict()
    if groups.get("no"):
        word = groups["no"].lower()
        return ("none",) if word == "no" else (word,)
    return low_to_high(levels_in(groups["new"]))


def _raw(found: re.Match[str]) -> str:
    groups = found.groupdict()
    if groups.get("raw"):
        return fold(groups["raw"])
    if groups.get("no"):
        return fold(found.group())
    return fold(groups["new"])


def _sentence(sentence: Span) -> Iterator[Found]:
    """Yield what a sentence with the word "appetite" states."""
    text = sentence.text.rstrip()
    patterns = _patterns()
    seen: list[tuple[int, int]] = []
    at = text.lower().find("appetite")
    listed = _listed(sentence, at)
    if listed and is_asserted(sentence, 0, at):
        yield from listed
        return
    for key in ("moved", "moved_to", "moved_of", "labelled", "is", "was_set", "of", "has"):
        for found in patterns[key].finditer(text):
            if any(a < found.end() and found.start() < b for a, b in seen):
                continue
            if key == "labelled":
                one = _labelled(sentence, found)
                if one is not None:
                    seen.append(found.span())
                    yield one
                continue
            levels = _levels(found)
            if not 0 < len(levels) < 3:
                if len(levels) >= 3:
                    seen.append(found.span())
                continue
            if not is_asserted(sentence, found.start(), found.end()):
                if not key.startswith("moved"):
                    seen.append(found.span())
                continue
            if not _means_risk(sentence, found, levels) or not _is_of_appetite(found):
                continue
            if key == "has" and _DOES.match(text[found.end() :]):
                continue  # "No appetite moves": it states none
            if key in ("is", "was_set") and _ABOUT_APPETITE.search(text[: found.start()]):
                continue
            is_open_to = key in ("is", "was_set") and re.match(
                r"\s+to\s+(?!moderate|\w+\s+appetite)\w+", text[found.end() :]
            )
            if is_open_to and "open" in levels:
                continue
            seen.append(found.span())
            one = _found(sentence, found, key, levels, text)
            if one.risk.level1 is None and one.risk.reference is None and _points_back(found, text):
                continue  # "The appetite for it": of what, this paper's words do not tell
            yield one
            if key in ("is", "was_set"):
                yield from _more(sentence, text, found.end(), seen)


_AUX = r"(?:should|shall|will|to|be|is|was|has|have|been|now)"
_MOVES = re.compile(
    rf"[\s,]+(?:{_AUX}\s+)*(?:{_AUX}\s+\w+|(?:mov|rais|chang|shift|lower|increas|reduc|rev|amend)\w*(?:es|ed|ing|s)|rises|"
    r"falls|goes)\s*$",
    re.IGNORECASE,
)
# "proposed that the appetite for X move from …": the bare verb only after "that".
_BARE_MOVES = re.compile(
    r"\s+(?:move|change|rise|fall|shift|go|increase|reduce)\s*$", re.IGNORECASE
)
_LEAD_WITHOUT_COMMA = re.compile(
    r"^\W*(?:in|for|on|across|around|within)\s+(?P<name>[^,;:]+?)\s+(?:we|the\s+\w+|our\s+\w+)\s+"
    r"(?:\w+ly\s+)?(?:has|have|takes?|holds?|adopts?|sets?|will have)\b",
    re.IGNORECASE,
)
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
    r"^\s*(?:(?:statement|level|rating|score|position|category|appetite)s?\s*)*"
    rf"(?:$|,|\(|[“\"‘']|(?:{cue('about')}|which|that|as|overall|currently|now|here|at|remains?|be|"
    r"should|will|has)\b)",
    re.IGNORECASE,
)


def _points_back(found: re.Match[str], text: str) -> bool:
    """Tell an appetite for "it" or "them"."""
    words = found.groupdict().get("mid") or text[found.end() :]
    return re.match(rf"\s*{cue('about')}\s+(?:it|them|these|those|both)\b", words, re.I) is not None


def _is_of_appetite(found: re.Match[str]) -> bool:
    """Tell "our appetite for finance is open" from "the appetite survey is open"."""
    middle = found.groupdict().get("mid")
    return middle is None or _MIDDLE.match(middle) is not None


def _listed(sentence: Span, start: int) -> list[Found]:
    """Return the appetites of "levels: Quality – Minimal; Finance – Open", all or none."""
    text = sentence.text.rstrip()
    colon = text.find(":", start)
    if colon < 0:
        return []
    parts = [part for part in re.split(r"[;,]", text[colon + 1 :]) if part.strip(" .")]
    out: list[Found] = []
    form = re.compile(
        r"^\W*(?:and\s+)?(?P<name>[A-Za-z][\w&’'/ -]{1,60}?)\s*(?::|=|\s[-–—]|[–—]|\()\s*"
        rf"{_QUOTE}(?P<new>{expression()}){_QUOTE}\s*\)?\s*\.?$",
        re.IGNORECASE,
    )
    for part in parts:
        found = form.match(part)
        if found is None or re.fullmatch(expression(), found.group("name"), re.IGNORECASE):
            return []
        reference, name = split_reference(found.group("name"))
        risk = Risk(
            reference=reference,
            level1=name,
            appetite=Appetite(
                raw=fold(found.group("new")), levels=low_to_high(levels_in(found.group("new")))
            ),
            evidence=evidence(sentence, "sentence that lists risks with their appetites"),
        )
        out.append(Found(risk, sentence, "prose"))
    return out


def _more(sentence: Span, text: str, start: int, seen: list[tuple[int, int]]) -> Iterator[Found]:
    """Yield the rest of a list: "cautious for finance, minimal for quality and open for …"."""
    for key in ("more", "and_for"):
        for found in _patterns()[key].finditer(text, start):
            levels = _levels(found)
            if len(levels) > 2 or any(a < found.end("new") and found.start() < b for a, b in seen):
                continue
            if "appetite" in found.group("name").lower().split(",")[0]:
                continue
            name = subject(found.group("name"))
            if name is None:
                continue
            seen.append((found.start(), found.end("new")))
            risk = Risk(
                level1=name,
                appetite=Appetite(raw=fold(found.group("new")), levels=levels),
                evidence=evidence(sentence, "sentence that lists several levels"),
            )
            yield Found(risk, sentence, "prose")
            yield from _more(sentence, text, min(found.end("new"), found.end()), seen)
            return


def _means_risk(sentence: Span, found: re.Match[str], levels: Sequence[str]) -> bool:
    """Tell an appetite for risk from a wish ("no appetite to merge") and from hunger."""
    text = sentence.text
    after = text[found.end() :]
    about = re.match(rf"\s*{cue('about')}\s+(?P<name>[^,.;]+)", after, re.IGNORECASE)
    to_do = re.match(r"\s*to\s+(?P<name>[^,.;]+)", after, re.IGNORECASE)
    if to_do and "risk" not in to_do.group("name").lower():
        return False
    if re.match(r"\s*(?:among|amongst|from)\b", after, re.IGNORECASE):
        return False
    words = found.group().lower()
    ordinary = set(cues()["prose"]["ordinary"])
    if not any(level in ordinary for level in levels):
        return True
    if re.search(r"\brisks?[\s-]+appetite", words) or on_appetite(sentence):
        return True
    if about and "risk" in about.group("name").lower():
        return True
    mid = found.groupdict().get("mid") or ""
    if "risk" in mid.lower():
        return True
    owned = re.search(
        rf"{cue('owner')}(?:[’']s)?\s+(?:\w+\s+){{0,2}}?(?:has|have|holds?|takes?|adopts?|set|agreed|approved|"
        r"confirmed|sets|maintains?|with)?\s*(?:(?:set|adopted|agreed|a|an|very)\s+)*$",
        text[: found.start()],
        re.IGNORECASE,
    )
    return bool(owned and about)


def _found(
    sentence: Span, found: re.Match[str], key: str, levels: tuple[str, ...], text: str
) -> Found:
    raw, towards, changed = _raw(found), None, False
    rest = text[found.end() :]
    if key.startswith("moved"):
        if _LATER.search(rest[:80]) or (
            _LATER.search(text[: found.start()]) and not _DECIDED.search(text[: found.start("raw")])
        ):
            towards = levels[-1]
            levels = low_to_high(levels_in(found.group("old")))
            if when := _WHEN.match(rest):
                raw = fold(raw + when.group())
        else:
            changed = True
    else:
        later = re.match(r"[^.;]{0,80}", rest)
        near = later.group() if later else ""
        towards = read_future(near) if not re.match(r"\s*\w+ appetite", near) else None
        if towards is not None:
            start = found.start("new") if found.groupdict().get("new") else found.start()
            end = _end_of_future(text, found.end(), towards)
            raw = fold(text[start:end])
    reference, name = _name(sentence, found, key, text)
    risk = Risk(
        reference=reference,
        level1=name,
        appetite=Appetite(raw=raw, levels=levels, towards=towards, status=_said_status(sentence)),
        evidence=evidence(sentence, f"sentence that states an appetite ({key})"),
    )
    return Found(risk, sentence, "prose", changed=changed)


def _end_of_future(text: str, start: int, level: str) -> int:
    at = text.lower().find(level, start)
    end = at + len(level)
    when = re.match(r"[^.;,]{0,40}?\b(?:by|in|from|over|during|within)\s+[^,.;)]{2,40}", text[end:])
    return end + when.end() if when else end


def _said_status(sentence: Span) -> Literal["within", "outside"] | None:
    """Return what this sentence, or the next of its block, says of the risk against appetite."""
    doc = sentence.doc
    texts = [sentence.text]
    if sentence.end < len(doc) and sentence._.block is not None:
        following = sentence_at(doc[sentence.end : sentence.end + 1])
        if following._.block is sentence._.block and not re.search(
            expression() + r"\s+(?:risk\s+)?appetite", following.text, re.I
        ):
            texts.append(following.text)
    return next((said for text in texts if (said := said_status(text))), None)


def _name(
    sentence: Span, found: re.Match[str], key: str, text: str
) -> tuple[str | None, str | None]:
    """Return reference and name of the risk that the sentence is about."""
    after = text[found.end() :]
    candidates: list[str | None] = []
    if mid := found.groupdict().get("mid"):
        if key.startswith("moved"):
            mid = _MOVES.sub("", mid)
            if re.search(r"\bthat\b", text[: found.start()], re.IGNORECASE):
                mid = _BARE_MOVES.sub("", mid)
        about = _patterns()["about"].match(mid)
        candidates.append(subject(about.group("name")) if about else None)
    about = _patterns()["about"].match(after)
    if about and not (
        about.group("how").lower() in ("to", "on", "in", "over", "where", "towards", "toward")
        and key in ("is", "was_set", "moved", "of")
        and not re.search(r"\brisks?\b", about.group("name")[:60], re.IGNORECASE)
        and about.group("how").lower() in ("to", "where", "over", "on")
    ):
        candidates.append(subject(about.group("name")))
    if key in ("is", "was_set", "of", "moved"):
        candidates.append(before_appetite(text[: found.start()] + _risk_of(found)))
    lead = re.match(
        rf"^\W*(?:however,?\s+)?{cue('about')}\s+(?P<name>[^,]+),",
        text[: found.start()],
        re.IGNORECASE,
    )
    if lead is None:
        lead = _LEAD_WITHOUT_COMMA.match(text[: found.start()])
    if lead:
        candidates.append(subject(lead.group("name")))
    label = lead_in(_block_text(sentence))
    if label and key == "has":  # "Fraud: the Board has no appetite for bribery of any kind."
        return split_reference(label)
    for name in candidates:
        if name:
            return split_reference(name) if re.search(r"\d", name) else (None, name)
    return split_reference(label) if label else above(sentence)


def _risk_of(found: re.Match[str]) -> str:
    risk = re.match(r"risk[\s-]+", found.group(), re.IGNORECASE)
    return risk.group() if risk else ""


def _block_text(sentence: Span) -> str:
    block = block_at(sentence)
    if block is None or block.label_ == "table":
        return str(sentence.text)
    return str(block.text)


def _labelled(sentence: Span, found: re.Match[str]) -> Found | None:
    """Return the appetite of "Risk appetite: Cautious"."""
    value = found.group("value").strip()
    reading = read_appetite(value.rstrip("."))
    if reading is None or not reading.appetite.raw or len(reading.appetite.levels) >= 3:
        return None
    if not reading.appetite.levels and not reading.strict:
        return None
    if not is_asserted(sentence, found.start(), found.start("value")):
        return None
    appetite = reading.appetite
    if appetite.levels and not reading.strict and not appetite.towards:
        words = value.split()
        if len(words) > 12 and words[0][:1].islower():
            return None
    about = found.groupdict().get("mid")
    name = subject(re.sub(rf"^\s*{cue('about')}\s+", "", about, flags=re.I)) if about else None
    reference = None
    if name is None:
        before = clean(sentence.text[: found.start()].strip().rstrip("–—-:;,|"))
        if before and len(before.split()) <= 12:
            reference, label = split_reference(before)
            name = heading_name(label) if label else None
    if name is None and reference is None:
        reference, name = above(sentence)
    risk = Risk(
        reference=reference,
        level1=name,
        appetite=appetite,
        evidence=evidence(sentence, "label 'risk appetite' with its value"),
    )
    return Found(risk, sentence, "prose")


def _in_section(sentence: Span) -> Iterator[Found]:
    """Yield list items and sentences below a heading or lead-in on risk appetite."""
    if not on_appetite(sentence):
        return
    text = fold(sentence.text)
    item = _patterns()["item"].match(text)
    if item:
        reading = read_appetite(item.group("value").rstrip("."))
        name = item.group("name").strip()
        if (
            reading is not None
            and not is_cover_label(name)
            and not _FOOT.search(name)
            and 0 < len(reading.appetite.levels) < 3
            and (reading.strict or reading.appetite.towards)
            and not re.fullmatch(expression(), name, re.IGNORECASE)
        ):
            reference, name = split_reference(name)
            risk = Risk(
                reference=reference,
                level1=name or None,
                appetite=reading.appetite,
                evidence=evidence(sentence, "list of risks with their appetites"),
            )
            yield Found(risk, sentence, "prose")
        return
    for key in ("averse", "approach"):
        found = _patterns()[key].search(sentence.text)
        if found is None or not is_asserted(sentence, found.start(), found.end()):
            continue
        levels = low_to_high(level_of(word) for word in levels_in(found.group("new")))
        ordinary = set(cues()["prose"]["ordinary"])
        if not 0 < len(levels) < 3 or any(level in ordinary for level in levels):
            continue
        yield _found(sentence, found, key, levels, sentence.text.rstrip())
        return
