"""What of a sentence the classifier looks at: its words, with names, dates and sums masked.

"The Clerk will replace 40 stiles by 3 May 2025" is read as ``the _role will replace _n
stiles by _date``, so that what was learned of one body's papers holds for another's.
Features are the words, their pairs and triples, pairs with a gap, and the qualities
(``papersearch.tagging.qualifiers``) that its words give the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from papersearch.tagging.commitments.who import kind_of
from papersearch.tagging.qualifiers.context import find_cues

_TOKEN = re.compile(
    r"[£€]\s?\d[\d,.]*(?:\s?(?:k|m|bn|million|billion)\b)?|\d[\d,]*(?:\.\d+)?\s?(?:%|per\s?cent\b)"
    r"|\d{4}\s?[/\u2013-]\s?\d{2,4}\b|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"
    r"|Q[1-4]\b|\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?\b|[A-Za-z][A-Za-z&\u2019'-]*|[?;:()\"\u201c\u201d]"
)
_MONTHS = frozenset(
    "January February March April May June July August September October November December"
    " Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
)
_WORDS = {
    word: kind
    for kind, words in {
        "_weekday": "monday tuesday wednesday thursday friday saturday sunday",
        "_season": "spring summer autumn winter christmas easter michaelmas whitsun",
        "_n": "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty"
        " forty fifty sixty hundred thousand million dozen half third quarter",
    }.items()
    for word in words.split()
}
_JOINERS = frozenset(("of", "and", "for", "&", "the", "to"))
_FIRST_WORDS = frozenset(
    "a all an any as at both by each every for from her here his i if in it its my no not of on our"
    " some that the their there these they this those to under we what when where which who you"
    " your after before between during following over since until within".split()
)
_MASKS_OF_A_DATE = ("_n", "_month", "_year")


def features(text: str, kind: str, organisation: str | None = None) -> list[str]:
    """Return the features of one sentence with its white space folded, without repetition.

    Args:
        text: The sentence.
        kind: The kind of paper it stands in; minutes are worded in their own way.
        organisation: The body whose paper it is, where known.
    """
    words = ["^", *tokens(text), "$"]
    out = set(words[1:-1])
    out.update(map(" ".join, pairwise(words)))
    out.update(f"{a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False))
    out.update(f"{a} * {c}" for a, c in zip(words, words[2:], strict=False))
    out.update(f"={cue.category}" for cue in find_cues(text, 0, organisation))
    out.add("=minutes" if kind == "minutes" else "=paper")
    return sorted(out)


def tokens(text: str) -> list[str]:
    """Return the words of *text* in lower case, names, dates, sums and numbers masked.

    >>> tokens("The Clerk will pay \u00a330 by 3 May 2025.")
    ['the', '_role', 'will', 'pay', '_money', 'by', '_date']
    """
    return list(_joined_dates(_without_names(_TOKEN.findall(text))))


def _without_names(words: Sequence[str]) -> Iterator[str]:
    index = 0
    while index < len(words):
        end = _end_of_name(words, index)
        if end == index:
            yield _masked(words[index])
            index += 1
            continue
        before = words[index - 1].lower() if index else ""
        kind = kind_of(" ".join(words[index:end]), before in ("the", "our", "this"))
        yield f"_{kind or 'name'}"
        index = end


def _end_of_name(words: Sequence[str], index: int) -> int:
    """Return where the run of capitalised words that begins at *index* ends; *index* if none."""
    if not _may_be_named(words, index):
        return index
    end = index + 1
    while end < len(words):
        if _may_be_named(words, end):
            end += 1
        elif (
            words[end] in _JOINERS
            and end + 1 < len(words)
            and (_may_be_named(words, end + 1))
            and words[end] != "to"
        ):
            end += 2
        else:
            break
    return end


def _may_be_named(words: Sequence[str], index: int) -> bool:
    word = words[index]
    if not word[0].isupper() or word in _MONTHS or word.lower() in _WORDS or word == "I":
        return False
    if re.fullmatch(r"Q[1-4]", word):
        return False
    if index == 0:  # "Officers will", but "By", "Work starts"
        following = words[1] if len(words) > 1 else ""
        return word.lower() not in _FIRST_WORDS and (
            following[:1].isupper() or kind_of(word, True) is not None
        )
    return True


def _masked(word: str) -> str:
    first = word[0]
    if first in "£€":
        return "_money"
    if first.isdigit():
        if word.endswith(("%", "cent")):
            return "_pct"
        if re.fullmatch(r"(?:19|20)\d\d", word):
            return "_year"
        if re.fullmatch(r"\d{4}\s?[/\u2013-]\s?\d{2,4}", word):
            return "_fy"
        return "_date" if word.count("/") == 2 or word.count(".") == 2 else "_n"
    if word in _MONTHS:
        return "_month"
    if re.fullmatch(r"Q[1-4]", word):
        return "_quarter"
    lower = word.lower().replace("\u2019", "'")
    return _WORDS.get(lower, '"' if lower in "\u201c\u201d" else lower)


def _joined_dates(words: Iterator[str]) -> Iterator[str]:
    """Yield "_n _month _year" as one ``_date``, and of numbers that follow each other one."""
    held: list[str] = []
    for word in words:
        if word in _MASKS_OF_A_DATE:
            held.append(word)
            continue
        yield from _date_of(held)
        held = []
        yield word
    yield from _date_of(held)


def _date_of(held: list[str]) -> Iterator[str]:
    if "_month" in held:
        yield "_date"
    elif held:
        yield held[-1]
