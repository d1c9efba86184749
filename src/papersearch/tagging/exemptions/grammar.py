"""The grammar of citations: "sections 36(2)(b)(i), (b)(ii) and (c), and 40(2)" is four.

A hand-written scanner and parser, linear in the length of the text. It knows
nothing of Acts: it tells which words are a citation, of what unit (section,
regulation, paragraph, exemption), and which numbers and limbs it names.

>>> [item.number + "".join(f"({limb})" for limb in item.limbs)
...  for item in find_citations("ss.36(2)(b)(i), (b)(ii) and (c), and 40(2)")[0].items]
['36(2)(b)(i)', '36(2)(b)(ii)', '36(2)(c)', '40(2)']
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from papersearch.tagging.exemptions.limbs import MOST_IN_RANGE, between, carried, is_limb

_HEADS = {
    "section": "section", "sections": "section", "sec": "section", "secs": "section",
    "sect": "section", "sects": "section", "s": "section", "ss": "section", "§": "section",
    "§§": "section",
    "regulation": "regulation", "regulations": "regulation", "reg": "regulation",
    "regs": "regulation", "r": "regulation",
    "paragraph": "paragraph", "paragraphs": "paragraph", "para": "paragraph",
    "paras": "paragraph", "category": "category", "categories": "category",
    "exemption": "exemption", "exemptions": "exemption", "exception": "exception",
    "exceptions": "exception",
    "article": "article", "articles": "article", "art": "article", "arts": "article",
}  # fmt: skip
_OCR = re.compile(r"[s5][e3][ce][t+f][il1!|j][o0]n(s?)", re.IGNORECASE)
_TOKEN = re.compile(r"\s+|\d+|[A-Za-z]+|[^\w\s]|_", re.UNICODE)
_DASHES = "-\u2010\u2011\u2012\u2013\u2014"
_APOSTROPHES = "'`\u00b4\u02bc\u2018\u2019\u201b\u201f"
_STOPS_NUMBER = frozenset({"%", "\u00a3", "$", "\u20ac"})


@dataclass(frozen=True, slots=True)
class Item:
    """One provision: "36", ("2", "b", "i"); characters *start* to *end* of the text."""

    number: str
    limbs: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with all the provisions that it lists; *unit* is the word it begins with.

    *many* is true for a range that names more provisions than are spelt out.
    """

    unit: str
    items: tuple[Item, ...]
    start: int
    end: int
    many: bool = False


@dataclass(slots=True)
class _Tokens:
    text: str
    parts: list[tuple[str, int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> _Tokens:
        return cls(text, [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)])

    def at(self, index: int) -> str:
        return self.parts[index][0] if 0 <= index < len(self.parts) else ""

    def start(self, index: int) -> int:
        return self.parts[index][1]

    def end(self, index: int) -> int:
        return self.parts[index][2]

    def skip(self, index: int) -> int:
        return index + 1 if self.at(index).isspace() else index


def find_citations(text: str, bare_after: tuple[int, ...] = ()) -> list[Cited]:
    """Return the citations in *text*, in order.

    Args:
        text: Any text.
        bare_after: Offsets at which a number may be cited without a word before
            it: behind "FOIA", at the start of a field "Exemption".
    """
    tokens = _Tokens.of(text)
    bare = set(bare_after)
    found: list[Cited] = []
    index = 0
    while index < len(tokens.parts):
        cited, after = None, index + 1
        unit, first = _head(tokens, index)
        if unit is not None:
            cited, after = _list(tokens, index, first, unit)
        elif tokens.start(index) in bare:
            number = _after_punctuation(tokens, index)
            if tokens.at(number).isdigit() and len(tokens.at(number)) <= 3:
                cited, after = _list(tokens, number, number, "section")
        if cited is not None:
            found.append(cited)
        index = max(after, index + 1)
    return found


def _after_punctuation(tokens: _Tokens, index: int) -> int:
    for _ in range(4):
        if tokens.at(index).isspace() or tokens.at(index) in {":", "(", ",", *_DASHES}:
            index += 1
    return index


def _head(tokens: _Tokens, index: int) -> tuple[str | None, int]:
    """Return the unit that token *index* names and where its number begins."""
    word = tokens.at(index)
    length = 1
    if word[:1].isdigit() or word.isalpha():
        # An OCR "Sect1on" is three tokens, "5ection" two.
        end = tokens.end(index)
        joined = word
        while length < 5 and index + length < len(tokens.parts):
            part = tokens.at(index + length)
            if tokens.start(index + length) != end or not (part.isalnum() or part in "!|"):
                break
            joined += part
            end = tokens.end(index + length)
            if _OCR.fullmatch(joined) and joined.lower() not in ("section", "sections"):
                return _number_after(tokens, index + length + 1, "section")
            length += 1
    unit = _HEADS.get(word.lower())
    if unit is None and _OCR.fullmatch(word):
        unit = "section"
    if unit is None or (index > 0 and _glued(tokens, index)):
        return None, index
    if word == "S" and tokens.at(index + 1) == "&":
        return None, index
    if word == "R" and tokens.at(index + 1).isdigit() and tokens.at(index + 2) != "(":
        return None, index  # "R7 Backlog" is a register's risk
    return _number_after(tokens, index + 1, unit, len(word) <= 2 and word not in "§§")


def _glued(tokens: _Tokens, index: int) -> bool:
    before = tokens.at(index - 1)
    if before in _APOSTROPHES:
        return True
    if tokens.at(index).lower() in ("s", "r") and before in (*_DASHES, "/", "&"):
        # "R&R 30", "x-s 4": but "FOIA-s.22" and "(s/s.22" are rare enough to lose.
        return tokens.at(index - 2).isalpha()
    return before.isdigit() and tokens.at(index).lower() not in ("section", "sections")


def _number_after(
    tokens: _Tokens, index: int, unit: str, short: bool = False
) -> tuple[str | None, int]:
    """Return *unit* and the index of the number that follows, within a few signs and words."""
    for _ in range(6):
        part = tokens.at(index)
        if part.isdigit():
            return (unit, index) if len(part) <= 3 else (None, index)
        if (
            part.isspace()
            or part in {".", ":", "("}
            or part.lower() in ("no", "number", "nos")
            or (not short and unit in ("exemption", "exception") and part in {")", *_DASHES})
        ):
            index += 1
        elif part.lower() == "s" and tokens.at(index - 1) == "(" and tokens.at(index + 1) == ")":
            index += 2  # "Section(s) 22"
        else:
            break
    return None, index


def _list(tokens: _Tokens, head: int, first: int, unit: str) -> tuple[Cited | None, int]:
    """Read the provisions from the number at *first*; return them and the token behind."""
    item, index = _item(tokens, first)
    if item is None:
        return None, first
    items = [item]
    many = False
    opened = any(tokens.at(i) == "(" for i in range(head + 1, first))
    while True:
        joint, after, is_range = _joint(tokens, index)
        if not joint:
            break
        following, end = _next_item(tokens, after, items[-1], unit)
        if following is None or (is_range and _is_aside(items[-1], following, tokens, after)):
            break
        if is_range:
            here = (items[-1].start, following.end)
            skipped = between(
                (items[-1].number, items[-1].limbs), (following.number, following.limbs)
            )
            many = many or skipped is None
            items += [Item(number, limbs, *here) for number, limbs in skipped or ()]
        items.append(following)
        index = end
    last = tokens.end(index - 1)
    if opened and tokens.at(index) == ")":
        index += 1  # "section (22)"
        last = tokens.end(index - 1)
    return Cited(unit, tuple(items), tokens.start(head), last, many), index


def _is_aside(before: Item, following: Item, tokens: _Tokens, index: int) -> bool:
    """Tell "s.44(1)(a) – section 237 of the Act forbids it" from "section 21 – section 24"."""
    if tokens.at(index).isdigit() or tokens.at(index) == "(":
        return False
    return not (before.number.isdigit() and following.number.isdigit()) or (
        int(following.number) - int(before.number) > MOST_IN_RANGE
    )


def _item(tokens: _Tokens, index: int) -> tuple[Item | None, int]:
    """Read "36(2)(b)(i)", "22A", "36.2.b.i", "4O(2)" at *index*."""
    part = tokens.at(index)
    if not part.isdigit() or len(part) > 3:
        return None, index
    start = tokens.start(index)
    number = part
    index += 1
    letters = tokens.at(index)
    if letters.isalpha() and tokens.start(index) == tokens.end(index - 1):
        if letters in ("O", "o", "l", "I") and len(part) == 1:
            number += "0" if letters in "Oo" else "1"
            index += 1
        elif (len(letters) == 1 and letters not in "sp") or (
            len(letters) == 2 and letters.isupper()
        ):
            number += letters.upper()
            index += 1
            if (
                letters.isupper()
                and tokens.at(index).isdigit()
                and (tokens.start(index) == tokens.end(index - 1))
            ):
                number += tokens.at(index)  # "section 14Z45"
                index += 1
    elif (
        letters.isspace()
        and tokens.at(index + 1) in ("A", "ZA")
        and tokens.at(index + 2) in ("(", ".", ",", ";", ")", "")
    ):
        number += tokens.at(index + 1)  # "Schedule 12 A", "section 22 A(1)"
        index += 2
    if tokens.at(index) in _STOPS_NUMBER:
        return None, index
    limbs, index = _limbs(tokens, index)
    return Item(number, limbs, start, tokens.end(index - 1)), index


def _limbs(tokens: _Tokens, index: int) -> tuple[tuple[str, ...], int]:
    limbs: list[str] = []
    while len(limbs) < 6:
        limb, after = _bracketed(tokens, index)
        if limb is None:
            limb, after = _dotted(tokens, index, bool(limbs))
        if limb is None:
            break
        limbs.append(limb)
        index = after
    return tuple(limbs), index


def _bracketed(tokens: _Tokens, index: int) -> tuple[str | None, int]:
    """Read "(2)", " (b)", "( i )"."""
    here = tokens.skip(index)
    if tokens.at(here) != "(":
        return None, index
    inner = tokens.skip(here + 1)
    limb = tokens.at(inner)
    close = tokens.skip(inner + 1)
    if limb.isdigit() and tokens.at(close).isalpha() and len(tokens.at(close)) <= 2:
        limb += tokens.at(close).upper()  # "(3A)"
        close = tokens.skip(close + 1)
    if tokens.at(close) != ")" or not is_limb(limb):
        return None, index
    return (limb if limb[:1].isdigit() else limb.lower()), close + 1


def _dotted(tokens: _Tokens, index: int, inside: bool) -> tuple[str | None, int]:
    """Read ".2", ".b" where nothing parts them, and the bare "b" of "36(2)b"."""
    part, following = tokens.at(index), tokens.at(index + 1)
    if index == 0 or index >= len(tokens.parts) or tokens.start(index) != tokens.end(index - 1):
        return None, index
    if part == "." and index + 1 < len(tokens.parts):
        if is_limb(following) and not (
            tokens.at(index + 2).isalnum() and not tokens.at(index + 2).isspace()
        ):
            return (following.lower(), index + 2)
        return None, index
    if inside and len(part) == 1 and part in "abcdefg" and not following.isalnum():
        return part, index + 1
    return None, index


def _joint(tokens: _Tokens, index: int) -> tuple[bool, int, bool]:
    """Read what joins two provisions: found, the token behind, whether it is a range."""
    found = is_range = False
    steps = 0
    while steps < 7:
        part = tokens.at(index)
        word = part.lower()
        if part.isspace():
            pass
        elif part in {",", "&", "/", ";", "+"} or word in ("and", "or", "also", "plus"):
            found = True
        elif word == "with" and tokens.at(index + 2).isdigit() and tokens.at(index + 3) == "(":
            found = True  # "section 31(1)(g) with 31(2)(c)"
        elif word in ("under", "both", "with", "together", "read") and found:
            pass
        elif (part in _DASHES and part) or word in ("to", "through"):
            found = is_range = True
        else:
            break
        index += 1
        steps += 1
    return found, index, is_range


def _next_item(tokens: _Tokens, index: int, before: Item, unit: str) -> tuple[Item | None, int]:
    """Read the provision after a joint: with its own word, a number, or only limbs."""
    word_unit, number = _head(tokens, index)
    if word_unit is not None:
        if word_unit != unit:
            return None, index
        return _item(tokens, number)
    if tokens.at(index).isdigit():
        item, end = _item(tokens, index)
        if item is None or _goes_on_as_amount(tokens, end):
            return None, index
        return item, end
    if tokens.at(index) == "(" and before.limbs:
        limbs, end = _limbs(tokens, index)
        if not limbs:
            return None, index
        return Item(
            before.number, carried(before.limbs, limbs), tokens.start(index), tokens.end(end - 1)
        ), end
    return None, index


_AFTER_NUMBER = frozenset(
    (
        "of and or under in to with both is are was were apply applies applied which because as "
        "for by on due since that refer refers refuse from foia foi eir eirs foisa at have has do "
        "does would will respectively relate cover given part schedule act"
    ).split()
)


def _goes_on_as_amount(tokens: _Tokens, index: int) -> bool:
    """Tell whether a number that ends before *index* counts something ("and 14 days")."""
    here = tokens.at(index)
    if here == "%" or (here and here in ".:" and tokens.at(index + 1).isdigit()):
        return True
    if tokens.at(index - 1) == ")":
        return False  # limbs were read: it is a provision
    after = tokens.skip(index)
    word = tokens.at(after).lower()
    if word == "of":
        return tokens.at(tokens.skip(after + 1)).lower() in ("them", "these", "which", "whom")
    return word.isalnum() and word not in _AFTER_NUMBER
