"""A request letter becomes questions that can be edited and put to the archive.

What a letter asks for is proposed: numbered points, questions, and sentences
that ask for something. Greetings and what every letter says of the Act, its time
limit and formats are left out. The words of each question are the letter's own.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from papersearch.dates import parse_user_date
from papersearch.desks.decisions import sentences
from papersearch.errors import UsageError
from papersearch.knowledge import load
from papersearch.record import Struct

MOST_QUESTIONS = 60
_ITEM = re.compile(
    r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)]|[-*\u2022\u2013\u25cf\u25aa])\s+"
)
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d{2}(?:[/-]\d{2,4})?"
_BETWEEN = re.compile(
    rf"\b(?:between|from)\s+(?P<since>{_DAY})\s+(?:and|to|until|up to)\s+(?P<until>{_DAY})"
)
_SINCE = re.compile(rf"\b(?:since|from|after)\s+(?P<since>{_DAY})")
_UNTIL = re.compile(rf"\b(?:until|up to|before)\s+(?P<until>{_DAY})")
_YEAR = re.compile(r"\b(?:in|for|during)\s+(?:the\s+)?(?:financial\s+)?(?:year\s+)?"
                   r"(?P<year>(?:19|20)\d{2}(?:[/-]\d{2,4})?)\b")  # fmt: skip


class Question(Struct, frozen=True, kw_only=True):
    """One thing that is asked for, and how it is put to the archive."""

    text: str
    """The letter's own words."""
    search: str
    """What is searched for: the same without the words of asking."""
    since: str | None = None
    until: str | None = None


def letter_text(path: str) -> str:
    """Return the text of a letter in any form that papers are read in, its blocks apart.

    Runs in a guarded child: a letter is a file that others made.
    """
    from papersearch.reading import read_document

    document = read_document(path)
    return "\n\n".join(block.text for page in document.pages for block in page.blocks)


def questions_of(text: str) -> list[Question]:
    """Return what a letter asks for, in its order, each once."""
    out: list[Question] = []
    seen: set[str] = set()
    parts = list(_parts(text))
    listed = any(item for _, item in parts)
    for words, item in parts:
        if not item and (listed and words.rstrip().endswith(":")):
            continue
        if not _asks(words, item):
            continue
        search = searched(words)
        if len(search.split()) < 2 or search.lower() in seen:
            continue
        seen.add(search.lower())
        since, until = period(words)
        out.append(Question(text=words, search=search, since=since, until=until))
    return out[:MOST_QUESTIONS]


def _parts(text: str) -> Iterable[tuple[str, bool]]:
    """Yield the letter's sentences, and whether each is a point of a list."""
    paragraph: list[str] = []
    item = False

    def close() -> Iterable[tuple[str, bool]]:
        words = " ".join(" ".join(paragraph).split())
        paragraph.clear()
        if item and words:
            return [(words, True)]
        return [(part, False) for part in sentences(words)]

    for line in text.splitlines():
        point = _ITEM.match(line)
        if point or not line.strip():
            yield from close()
            item = bool(point)
        if line.strip():
            paragraph.append(line[point.end() :] if point else line)
    yield from close()


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    cues: dict[str, list[str]] = load("papersearch.desks", "cues")["request"]
    return {
        name: re.compile(
            r"(?i)(?<!\w)(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")(?!\w)"
        )
        for name, words in cues.items()
    }


def _asks(words: str, item: bool) -> bool:
    cues = _cues()
    if cues["formalities"].search(words):
        return False
    return item or words.rstrip().endswith("?") or bool(cues["asking"].search(words))


def searched(words: str) -> str:
    """Return *words* without those that only ask, and without the time that they name.

    >>> searched("Please provide a copy of the car park contract since 2022.")
    'car park contract'
    """
    for pattern in (_BETWEEN, _SINCE, _UNTIL, _YEAR, _cues()["asking"]):
        words = pattern.sub(" ", words)
    kept = re.sub(r"[?!;:\"\u201c\u201d]", " ", words).split()
    while kept and kept[0].lower().strip(",.") in _EDGES:
        kept.pop(0)
    while kept and kept[-1].lower().strip(",.") in _EDGES:
        kept.pop()
    return " ".join(kept).strip(" ,.")


_EDGES = frozenset(
    "the a an of any all for on about to and or in with by at please me us i we copy copies "
    "information details documents held which that what".split()
)


def period(words: str) -> tuple[str | None, str | None]:
    """Return the first and last ISO day that *words* name: "between April 2022 and March 2024"."""
    if (match := _BETWEEN.search(words)) is not None:
        return parse_user_date(match["since"]), parse_user_date(match["until"], end=True)
    if (match := _YEAR.search(words)) is not None:
        return parse_user_date(match["year"]), parse_user_date(match["year"], end=True)
    since, until = _SINCE.search(words), _UNTIL.search(words)
    return (
        parse_user_date(since["since"]) if since else None,
        parse_user_date(until["until"], end=True) if until else None,
    )


def as_toml(questions: Iterable[Question], letter: str) -> str:
    """Return *questions* as a file to edit."""
    parts = [
        "# What the letter asks for, as papersearch understood it. Edit, add or delete; search is",
        "# what is looked for. Then: papersearch foi request THIS-FILE",
        f"letter = {_quoted(letter)}",
        "",
    ]
    for one in questions:
        parts += ["[[question]]", f"text = {_quoted(one.text)}", f"search = {_quoted(one.search)}"]
        parts += [f"{name} = {_quoted(day)}" for name, day in (("since", one.since),
                  ("until", one.until)) if day]  # fmt: skip
        parts.append("")
    return "\n".join(parts)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


_HOW = 'Write [[question]] tables with text and search; since and until are days "2022-04-01".'


def from_toml(path: Path) -> tuple[str, list[Question]]:
    """Return the letter's name and the questions in a file that :func:`as_toml` began.

    Raises:
        UsageError: It cannot be read or holds no question.
    """
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.", "Check the path.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} holds no questions: {error}.", _HOW) from error
    out = []
    for number, row in enumerate(data.get("question", []), 1):
        text = str(row.get("text") or row.get("search") or "").strip()
        search = str(row.get("search") or searched(text)).strip()
        if not search:
            raise UsageError(f"Question {number} of {path} is empty.", _HOW)
        days = []
        for name, end in (("since", False), ("until", True)):
            typed = str(row.get(name) or "")
            day = parse_user_date(typed, end=end) if typed else None
            if typed and day is None:
                raise UsageError(f"Question {number} of {path}: '{typed}' is no day.", _HOW)
            days.append(day)
        out.append(Question(text=text, search=search, since=days[0], until=days[1]))
    if not out:
        raise UsageError(f"{path} holds no questions.", _HOW)
    return str(data.get("letter") or path.name), out
