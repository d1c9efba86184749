"""References and citations as single search words: "section 43(2)", "25/077", "NG(16)133", "£1.2m".

An ordinary word splitter tears them apart. Here each becomes one word of
letters and digits, the same for every way of writing it, at ingest and in a
question alike; a citation also gives the words of the provisions above it, so
that "s.43" finds "section 43(2)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LIMBS = r"(?:\s?\([0-9a-zA-Z]{1,4}\)|\.(?=\d)\d{1,2}){0,4}"
_NUMBER = rf"(?P<number>\d{{1,3}}[A-Z]?)(?![\d/])(?P<rest>{_LIMBS})"
_INTRODUCED = re.compile(
    r"(?<![\w.])(?:(?P<s>sections?|sect?s?\.?|ss?\.?|§§?)|(?P<r>regulations?|regs?\.?|r\.)"
    r"|(?P<p>paragraphs?|paras?\.?)|(?P<sch>schedules?|sched?\.?)|(?P<art>articles?|art\.?)"
    # "FOIA 43" is how an officer speaks; which letter the Act's provisions have is the Act's.
    r"|(?P<s2>FOIS?A|DPA|FOI(?: Act)?(?: 2000)?)|(?P<r2>EIRs?|E\.I\.R\.))"
    rf"\s?{_NUMBER}",
    re.IGNORECASE,
)
_LETTERS = {"s": "s", "s2": "s", "r": "r", "r2": "r", "p": "p", "sch": "sch", "art": "art"}
# "sections 36(2)(b)(i), (b)(ii) and (c), and 40(2)": what follows is cited too.
_JOINT = re.compile(r"\s*(?:,|;|&|/|\band\b|\bor\b|\s)+\s*")
_MORE = re.compile(_NUMBER, re.IGNORECASE)
_MORE_LIMBS = re.compile(r"(?:\s?\([0-9a-zA-Z]{1,4}\)){1,4}")
_PLURAL = re.compile(r"^(?:sections|ss|sects|§§|regulations|regs|paragraphs|paras|articles)", re.I)
_PARTS = re.compile(r"[0-9a-zA-Z]+")
_WORD = re.compile(r"[^\s,;]+")
_EDGES = " .,;:!?\"'\u2018\u2019\u201c\u201d()[]{}<>*|"
MOST_IN_A_LIST = 30


_MONEY = re.compile(
    r"£\s?(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>m|mn|million|bn|billion|k|thousand)?(?!\w)",
    re.IGNORECASE,
)
_UNITS = {"mn": "m", "million": "m", "billion": "bn", "thousand": "k"}
_PERCENT = re.compile(r"(?<![\w.,])(?P<number>\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b)", re.IGNORECASE)


def codes(text: str) -> list[str]:
    """Return the search words of all references in *text*, in order, repeats kept.

    Each also gives the word of its bare number ("43(2)", "376.8"), for those who type no more.
    """
    return [word for word, _, _ in _coded(text, with_bare=True)]


def typed_codes(text: str) -> tuple[list[str], str]:
    """Return the search words of the references in a question, and the question without them."""
    words: list[str] = []
    rest = list(text)
    for word, start, end in _coded(text, with_bare=False):
        words.append(word)
        rest[start:end] = " " * (end - start)
    return list(dict.fromkeys(words)), "".join(rest)


def _coded(text: str, with_bare: bool) -> Iterator[tuple[str, int, int]]:
    """Yield each search word with the place of what it stands for."""
    plain = list(text)
    for start, end, words, bare in (*_citations(text), *_amounts(text)):
        plain[start:end] = " " * (end - start)
        for word in (*words, *(bare if with_bare else ())):
            yield word, start, end
    for match in _WORD.finditer("".join(plain)):
        word = _plain(match.group())
        if word is not None:
            yield word, match.start(), match.end()


_Coded = tuple[int, int, list[str], list[str]]


def _citations(text: str) -> Iterator[_Coded]:
    for match in _INTRODUCED.finditer(text):
        cited = list(_provisions(text, match))
        bare = [f"cx{word}" for word, _ in cited if "x" in word]
        words = [f"cx{_LETTERS[_kind(match)]}{word}" for word, _ in cited]
        yield match.start(), max(end for _, end in cited), words, bare


def _amounts(text: str) -> Iterator[_Coded]:
    for match in _MONEY.finditer(text):
        number = match["number"].rstrip(",").replace(",", "").replace(".", "x")
        unit = (match["unit"] or "").lower()
        bare = [f"cx{number}"] if "x" in number else []
        yield match.start(), match.end(), [f"cxgbp{number}{_UNITS.get(unit, unit)}"], bare
    for match in _PERCENT.finditer(text):
        number = match["number"].replace(".", "x")
        yield match.start(), match.end(), [f"cx{number}pc"], [f"cx{number}"] * ("x" in number)


def _kind(match: re.Match[str]) -> str:
    return next(name for name in _LETTERS if match[name])


def _provisions(text: str, match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """Yield number and limbs ("43x2") of a citation and of those listed after, and their end."""
    number, limbs = match["number"].lower(), _PARTS.findall(match["rest"].lower())
    position = match.end()
    yield from _words(number, limbs, position)
    takes_numbers = _PLURAL.match(match.group()) is not None
    for _ in range(MOST_IN_A_LIST):
        joint = _JOINT.match(text, position)
        if joint is None:
            return
        more = _MORE.match(text, joint.end()) if takes_numbers else None
        if more is not None:
            number, limbs = more["number"].lower(), _PARTS.findall(more["rest"].lower())
            position = more.end()
        else:
            only_limbs = _MORE_LIMBS.match(text, joint.end())
            if only_limbs is None or not limbs:
                return
            new = _PARTS.findall(only_limbs.group().lower())
            # "36(2)(b)(i), (b)(ii)": the new limbs take the place of the last ones of their kind.
            depth = next((i for i, old in enumerate(limbs) if _alike(old, new[0])), len(limbs) - 1)
            limbs = [*limbs[:depth], *new]
            position = only_limbs.end()
        yield from _words(number, limbs, position)


def _alike(old: str, new: str) -> bool:
    """Tell whether two limbs are of one rank: both numbers, both roman numerals, both letters."""
    if old.isdigit() or new.isdigit():
        return old.isdigit() and new.isdigit()
    return _is_roman(old) == _is_roman(new)


def _is_roman(limb: str) -> bool:
    return set(limb) <= set("ivx")


def _words(word: str, limbs: list[str], end: int) -> Iterator[tuple[str, int]]:
    yield word, end
    for limb in limbs:
        word += f"x{limb}"
        yield word, end


def _plain(word: str) -> str | None:
    """Return the search word of a reference such as 25/077 or £1.2m; ``None`` for a plain word."""
    word = word.strip(_EDGES)
    if word.count("(") > word.count(")"):
        word += ")"
    if len(word) < 2 or len(word) > 40 or not any(ch.isdigit() for ch in word):
        return None
    if word.isdigit() or (word.isalnum() and word.isascii()):
        return None  # an ordinary word splitter keeps these whole
    folded = re.sub(r"[^0-9a-z]+", "x", word.lower()).strip("x")
    return f"cx{folded}" if folded else None
