"""Headings of lists of commitments: whose list it is, of which year, how many items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papersearch import dates
from papersearch.tagging.commitments.patterns import any_of, matches, words

_MOST_WORDS = 26
_MOST_WORDS_OF_A_LABEL = 12
_MOST_WORDS_OF_A_NAME = 5
_MOST_WORDS_OF_A_TAIL = 14
_SENTENCES_BACK = 2
_TICK_SIGNS = re.compile(r"[✓✔☐☑☒\ufffd]|\[\s?x?\s?\]", re.IGNORECASE)
_NUMBER = re.compile(
    r"^(?:(?:part|section|chapter)\s+(?:\d+|[a-z])\b[.:]?|\d+(?:\.\d+)*\.?|[a-z]\))\s+",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_COLON = re.compile(r"\s*:\s*[-–—]?$")
_BELOW = re.compile(r"\b(?:below|as follows|(?:the|this) (?:following )?table)\.?$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-z)][.!?])\s+(?=[A-Z])")
_LEADING_YEAR = re.compile(
    r"^(?:(?:for|in) )?(?:FY ?)?(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d\b(?=\s+\S)", re.IGNORECASE
)
_PERIOD = re.compile(r"\b20\d\d\s?(?:[-–/]|to)\s?(?:20)?\d\d\b|\b20[2-9]\d\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the heading of a list says.

    *strong* headings name a year, say "our" or "annual"; below others only
    ticked or plainly listed items are believed.
    """

    text: str
    year: str | None
    count: int | None
    strong: bool
    promises_ticks: bool
    only_with_ticks: bool = False


def list_heading(text: str, label: bool = False) -> Heading | None:
    """Return what *text* says if it heads a list of commitments, goals or objectives.

    Args:
        text: A block, a line, or a cell.
        label: It is a form's label or a table's header, where the singular will do.
    """
    raw = " ".join(text.split())
    plain = _TICK_SIGNS.sub(" ", raw)
    hints = " ".join(_BRACKET.findall(plain))
    plain = " ".join(_BRACKET.sub(lambda m: _kept(m.group(1)), plain).split()).strip()
    colon = _COLON.search(plain) is not None
    plain = _NUMBER.sub("", _COLON.sub("", plain)).rstrip(" –-")
    if plain.endswith("?") and matches("annual", "asks", plain):
        plain, colon = plain.rstrip("? "), True  # "Which of our aims does this paper support?"
    if _before_colon(plain) is not None:
        plain = plain.rstrip("?")  # "Objectives 2026/27: how did we do?"
    if not plain or len(plain.split()) > _MOST_WORDS or _ends_a_sentence(plain):
        return None
    year = _year(plain)
    promises = _TICK_SIGNS.search(raw) is not None or bool(
        matches("annual", "promises_ticks", f"{hints} {plain}")
    )
    if matches("annual", "lead_ins", plain) or matches("annual", "lead_ins", _after_colon(plain)):
        return Heading(raw, year, None, strong=year is not None, promises_ticks=False)
    name = _before_colon(plain)
    for part in (plain, name) if name and year is not None else (plain,):
        heading = _of_noun(part, raw, year, colon, label, promises)
        if heading is not None:
            return heading
    return None


def lead_in(text: str) -> Heading | None:
    """Return what a paragraph says whose last sentences lead in to a list of commitments.

    "… Our objectives for 2024/25 are set out below. Those ticked are new." does, and
    "It supports the Plan, whose five objectives are:".
    """
    whole = " ".join(text.split())
    sentences = _SENTENCE.split(whole)
    for index in range(len(sentences) - 1, max(-1, len(sentences) - 1 - _SENTENCES_BACK), -1):
        sentence = sentences[index].strip()
        leads = _COLON.search(sentence) if index == len(sentences) - 1 else None
        if leads is None:
            leads = _BELOW.search(sentence)
        heading = list_heading(f"{sentence.rstrip('.:– -')}:") if leads is not None else None
        if heading is not None:
            return heading
    return None


def leads_on(text: str) -> bool:
    """Tell whether *text* ends with a colon, however printed (":-")."""
    return _COLON.search(text) is not None


def _of_noun(
    plain: str, raw: str, year: str | None, colon: bool, label: bool, promises: bool
) -> Heading | None:
    """Return the heading that *plain* is by its noun: of objectives, of the year's deliverables."""
    data = words("annual")
    period = _PERIOD.search(plain)
    noun = _last(any_of([rf"\b(?:{'|'.join(data['nouns'])})(?!\w)"]), plain)
    found = noun
    if found is None and year is not None:  # of a year's plan more nouns tell what is to be done
        found = noun = _last(any_of([rf"\b(?:{'|'.join(data['plan_nouns'])})(?!\w)"]), plain)
    if found is None:
        found = _last(any_of([rf"\b(?:{'|'.join(data['nouns_with_ticks'])})(?!\w)"]), plain)
    if found is None or matches("annual", "not_lists", plain):
        return None
    qualifier = any_of([rf"\b(?:{'|'.join(data['qualifiers'])})(?!\w)"]).search(plain)
    count = _count(plain, found)
    if qualifier is None and period is None and year is None and count is None:
        return None
    if not _is_list_like(plain, found, colon, year is not None):
        return None
    plural = found.group().lower().endswith(("s", "(s)", "(ies)", " page"))
    if not plural and not label:
        return None
    strong = noun is not None and bool(
        year
        or period
        or matches("annual", "whose", plain)
        or (count and matches("annual", "whose_count", plain))
    )
    return Heading(raw, year, count, strong, promises, only_with_ticks=noun is None)


def _before_colon(text: str) -> str | None:
    """Return the name of a heading that says more after it: "Our objectives: where we are"."""
    name, colon, _ = text.partition(": ")
    return name if colon and len(name.split()) <= _MOST_WORDS_OF_A_LABEL else None


def _after_colon(text: str) -> str:
    """Return what a heading says after its name: "Year two: what we will deliver"."""
    name, colon, rest = text.partition(": ")
    return rest if colon and len(name.split()) <= _MOST_WORDS_OF_A_NAME else text


def _kept(words_in_brackets: str) -> str:
    return words_in_brackets if dates.find_financial_years(words_in_brackets) else ""


def _ends_a_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?", ";", ","))


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


def _year(text: str) -> str | None:
    years = dates.find_financial_years(text)
    return years[-1][2] if years else None


def _count(text: str, noun: re.Match[str]) -> int | None:
    spelt = words("numbers")
    before = text[max(0, noun.start() - 40) : noun.start()].lower().split()
    for word in reversed(before):
        if word.isdigit() and 2 <= int(word) <= 20:
            return int(word)
        if word in spelt and 2 <= spelt[word] <= 20:
            return int(spelt[word])
    return None


def _is_list_like(text: str, noun: re.Match[str], colon: bool, of_a_year: bool) -> bool:
    """A label ends with its noun, a year or what it asks; a sentence needs its colon."""
    data = words("annual")
    if any_of(data["item_verbs"]).match(text) or (text[:1].islower() and not colon):
        return False
    tail = any_of(data["tail_years"]).sub("", text[noun.end() :].strip()).strip()
    tail = _LEADING_YEAR.sub("", tail).strip()
    short = len(text.split()) <= _MOST_WORDS_OF_A_LABEL
    if not tail:
        return colon or short
    if short and any_of(data["tail_plan"]).fullmatch(tail) is not None:
        return True
    if colon:
        return _leads_in(text, noun, tail)
    if re.search(r"\b(?:is|are|was|were|will|has|have|been|can|should)\b", text, re.I):
        return False
    if short and of_a_year and any_of(data["tail_of_a_year"]).fullmatch(tail) is not None:
        return True
    return (
        short
        and any_of(data["tail_begins"]).match(tail) is not None
        and any_of(data["tail_words"]).fullmatch(tail) is not None
    )


def _leads_in(text: str, noun: re.Match[str], tail: str) -> bool:
    """Tell whether the sentence before a colon leads in to what its *noun* names."""
    data = words("annual")
    if matches("annual", "tail_of_others", text) or len(tail.split()) > _MOST_WORDS_OF_A_TAIL:
        return False
    if any_of(data["pointers"]).search(text[: noun.end()]) is not None:
        return True  # "has these outcomes under the heading of climate:"
    return (
        any_of(data["tail_begins"]).match(tail) is not None
        or any_of(data["tail_ends"]).search(tail) is not None
    )
