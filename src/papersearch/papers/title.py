"""The title of a paper: what its form calls so, else what its first page sets apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from papersearch.papers.body_names import organisation_in, without_abbreviation
from papersearch.papers.fields import label_kind, label_kinds
from papersearch.papers.front import NEXT_SENTENCE, FrontLine
from papersearch.papers.lost_gaps import SURE_LABELS
from papersearch.papers.masthead import (
    MINUTES_WORDS,
    is_masthead,
    is_reference,
    without_number,
    without_reference,
)
from papersearch.papers.masthead_name import over_lines
from papersearch.papers.meeting_line import is_meeting_line
from papersearch.papers.paper import CoverField

MOST_CHARACTERS = 300
MOST_LINK_WORDS = 3
MOST_WORDS_OF_MINUTES = 40
"""A longer sentence that begins "Minutes of …" is cut where it tells when and where."""
MOST_MASTHEAD_LINES = 6
MOST_LETTERS_OF_NUMBER = 25
_LOOSE = frozenset({"paper", "report", "re", "item", "heading", "topic", "board paper"})
"""Labels that stand before a paper's number or its handling as often as before its title."""
_CONTENT = frozenset({"risk", "risk_appetite"})
"""Labels that name a matter: a paper may be called so."""
_SECTION = re.compile(
    r"(?i)^(?:introduction|summary|executive\s+summary|purpose(?:\s+of\s+(?:the\s+)?(?:report|paper))?"
    r"|background|recommendations?|key\s+(?:points|messages|issues)|contents|table\s+of\s+contents"
    r"|situation|overview|context|foreword|present|attendance|attendees|apologies|in\s+attendance"
    r"|aims?(?:\s+and\s+objectives)?|scope|decision|discussion|assessment|about\s+this\s+\w+)\W*$"
)
_NAMED_APPENDIX = re.compile(r"(?i)^(?:appendix|annex)\s+\w{1,3}\s*[:\u2013-]\s*\w")
_MINUTES_OF = re.compile(
    r"(?i)^(?:(?:draft|unconfirmed|confirmed|approved)\s+)?(?:minutes?|notes?)\s+of\b"
)
_HELD = re.compile(r"(?:Held|HELD)\b")
_WEB_PAGE = re.compile(
    r"(?i)\b(?:cookies?\b.*\b(?:accept|reject|use)|use\s+cookies|skip\s+to\b|enable\s+javascript)"
)
_IS_DOCUMENT = re.compile(r"(?i)\b(?:statement|framework|register|policy|strategy|plan)$")
_QUOTED = re.compile(
    r"^(?:\"([^\"]+)\"|'([^']+)'|\u201c([^\u201d]+)\u201d|\u2018([^\u2019]+)\u2019)$"
)
_ONLY_YEAR = re.compile(r"(?:[\s,:\u2013-]|for)*(?:19|20)\d{2}(?:\s*[/\u2013-]\s*\d{2,4})?")
_OPENING_LINE = re.compile(
    # Up to 25 words; the last of them, or what follows its last stroke, ends no sentence. What is
    # before is looked at twice and never split in more than one way: a first line may be long.
    r"^(?=[A-Z0-9]\S*(?: +\S+){0,24}$)(?=.+[ ,:\u2013-][^\s.:;,]+$)"
)


def find_title(
    fields: Sequence[CoverField], front: Sequence[FrontLine], kind: str, metadata: str
) -> str | None:
    """Return the title.

    Args:
        fields: The cover's fields labelled as its title.
        front: The first page's lines.
        kind: The paper's kind; minutes are called so.
        metadata: The file's own title, used only where the first page prints it.
    """
    fields = [item for item in fields if not _numbers_paper(item)]
    for item in fields:
        value = item.value.strip(" :")
        if value and len(value) < MOST_CHARACTERS and label_kinds(value)[:1] != ("title",):
            return _as_headed(_unquoted(without_reference(value)), front)
    if fields:
        return None  # the form has a place for it, and nothing stands there
    name = f"The {over_lines([line.text for line in front]) or ''}"
    front = [line for line in front if len(line.text) > 2 and line.text not in name]
    title = _from_front(front, kind, name != "The ") or _confirmed(metadata, front)
    return without_number(title) if title is not None else None


def _unquoted(title: str) -> str:
    match = _QUOTED.match(title)
    return next(filter(None, match.groups())) if match is not None else title


def _as_headed(title: str, front: Sequence[FrontLine]) -> str:
    """Return the title as its heading has it, where that carries the year besides."""
    for line in front:
        text = line.text.strip()
        starts = line.heading and text.lower().startswith(title.lower())
        if starts and _ONLY_YEAR.fullmatch(text[len(title) :]):
            return text
    return title


def _numbers_paper(item: CoverField) -> bool:
    """Tell "Paper: C/23/48" and "Report: yes" from a label before the paper's title."""
    if item.label.lower().strip(" :") not in _LOOSE:
        return False
    value = item.value.strip(" :.")
    return len(value) <= MOST_LETTERS_OF_NUMBER and (
        is_reference(value) or len(value) <= 3 or is_masthead(value)
    )


def _from_front(front: Sequence[FrontLine], kind: str, has_name: bool) -> str | None:
    if not any(line.size for line in front):
        named = _called((), front) if kind == "minutes" else None
        return named or _opening_heading(front, has_name)
    shown = _shown(front)
    if kind in ("minutes", "action_log") and (named := _called(shown, front)) is not None:
        return named
    if shown:
        return _largest(shown)
    return next(
        (line.text.rstrip(".") for line in front if _stands_between(line, front, has_name)), None
    )


def _opening_heading(front: Sequence[FrontLine], has_name: bool) -> str | None:
    """Without letter sizes only a heading, or a short line, that opens the paper is its title."""
    plain = not any(
        line.heading and not is_masthead(line.text) and not _SECTION.match(line.text)
        for line in front
    )
    for line, after in zip_longest(front, front[1:]):
        if is_masthead(line.text) or _meets_on(line, after) or _WEB_PAGE.search(line.text):
            continue
        if not plain and not line.heading and is_masthead(line.text.split(". ")[0]):
            continue  # "Board, 24 February 2026. Paper 7. For decision."
        if _stands_between(line, front, has_name):
            return line.text.rstrip(".")
        if line.numbered or _SECTION.match(line.text):
            return None
        if _opens_above_masthead(line, front):
            return line.text
        if not (line.heading or line.bold or plain) and len(line.text.split()) <= MOST_LINK_WORDS:
            continue  # what a web page offers before it comes to its matter
        if line.heading or line.bold or (plain and _OPENING_LINE.match(line.text)):
            words = line.text.split()
            sizes = (len(words),) if line.heading else (2, len(words))
            labelled = any(label_kind(" ".join(words[:size])) for size in sizes)
            labelled = labelled or (not line.heading and words[0].lower() in SURE_LABELS)
            return None if labelled else line.text
        return None
    return None


def _stands_between(line: FrontLine, front: Sequence[FrontLine], has_name: bool) -> bool:
    """Tell the one line of words that a masthead and the form beneath it leave between them.

    *has_name*: a name set over several lines stood above them all.
    """
    index = next(i for i, other in enumerate(front) if other is line)
    above, below = front[:index], front[index + 1 : index + 2]
    heads = any(_may_head(other) for other in front[index + 1 : index + 1 + MOST_MASTHEAD_LINES])
    return (
        (has_name or bool(above))
        and len(above) <= MOST_MASTHEAD_LINES
        and not heads
        and all(is_masthead(other.text) for other in above)
        and all(is_masthead(other.text) for other in below)
        and bool(below)
        and _OPENING_LINE.match(line.text.rstrip(".")) is not None
        and not line.numbered
        and not _SECTION.match(line.text)
        and (label_kind(line.text) is None or (line.heading and _names_statement(line.text)))
    )


def _names_statement(text: str) -> bool:
    """Tell "Risk Appetite Statement", which a paper is as often as it is a part of one."""
    return label_kind(text) in _CONTENT and _IS_DOCUMENT.search(text) is not None


def _opens_above_masthead(line: FrontLine, front: Sequence[FrontLine]) -> bool:
    """Tell a page's first line, alone in its block, with body and meeting beneath it."""
    below = front[1:3]
    return (
        line is front[0]
        and len(below) == 2
        and all(is_masthead(other.text) and other.block != line.block for other in below)
        and len(line.text.split()) > MOST_LINK_WORDS
        and _OPENING_LINE.match(line.text) is not None
        and label_kind(line.text) is None
    )


def _may_head(line: FrontLine) -> bool:
    return (
        line.heading
        and not line.numbered
        and not is_masthead(line.text)
        and not _SECTION.match(line.text)
    )


def _meets_on(line: FrontLine, after: FrontLine | None) -> bool:
    """Tell the name of a meeting from a title: the line beneath it is the meeting's day."""
    return (
        after is not None
        and is_masthead(after.text)
        and not is_meeting_line(after.text)
        and is_meeting_line(f"{line.text}, {after.text}")
    )


def _shown(front: Sequence[FrontLine]) -> list[FrontLine]:
    """Return the lines that stand out and may be a title, down to where sections begin."""
    out: list[FrontLine] = []
    for line in front:
        if line.heading and line.numbered:
            break
        if _SECTION.match(line.text):
            if out:
                break
            continue
        if not line.stands_out or not any(c.isalpha() for c in line.text):
            continue
        if not is_masthead(line.text) or _is_cut_name(line, front):
            out.append(line)
    while len(out) > 1 and _is_weak_masthead(out[0].text) and not _is_cut_name(out[0], front):
        out.pop(0)  # "Open Data User Group" above the title; alone it is the title itself
    return out


def _is_cut_name(line: FrontLine, front: Sequence[FrontLine]) -> bool:
    """Tell a name that the line's end cuts: the title begins with it and goes on."""
    after = next((b for a, b in pairwise(front) if a is line), None)
    if after is None or not line.wraps_into(after):
        return False
    name = organisation_in(line.text)
    whole = organisation_in(f"{line.text} {after.text}")
    return name is not None and whole is not None and whole != name and whole.startswith(name)


def _is_weak_masthead(text: str) -> bool:
    bare = without_abbreviation(text)
    return organisation_in(bare, weak=True) == bare


def _largest(shown: Sequence[FrontLine]) -> str:
    named = next((line for line in shown[:2] if _NAMED_APPENDIX.match(line.text)), None)
    if named is not None:
        return named.text
    largest = max(line.size for line in shown)
    first = next(i for i, line in enumerate(shown) if line.size >= 0.92 * largest)
    parts = [shown[first].text]
    for before, line in pairwise(shown[first:]):
        # A title set on several lines: the same letters, one close under the other.
        gap = (line.top or 0) - (before.bottom or 0)
        close = 1.6 if before.size >= 14 else 0.75
        if (
            line.size < 0.92 * largest
            or line.bold != before.bold
            or gap > close * before.size
            or line.numbered
            or sum(map(len, parts)) > MOST_CHARACTERS / 2
        ):
            break
        parts.append(line.text)
    return " ".join(parts)


def _called(shown: Sequence[FrontLine], front: Sequence[FrontLine]) -> str | None:
    """Return the line that says "Minutes …", with what the same heading carries on."""
    for line in shown:
        if MINUTES_WORDS.search(line.text):
            parts = [line.text]
            for before, other in pairwise(front[front.index(line) :]):
                if other.block != line.block and not _is_rest(before, other):
                    break
                if not other.size and _HELD.match(other.text):
                    break  # a line of its own says when
                parts.append(other.text)
            return " ".join(parts)
    for line in front:
        if _MINUTES_OF.match(line.text):
            block = [other.text for other in front if other.block == line.block]
            block = block[block.index(line.text) :]
            held = next((i for i, text in enumerate(block) if i and _HELD.match(text)), len(block))
            text = " ".join(block[:held])
            short = len(text.split()) <= MOST_WORDS_OF_MINUTES
            whole = short and NEXT_SENTENCE.search(text) is None
            return text.rstrip(".") if whole else re.split(r"\s+(?:held|which)\b|,", line.text)[0]
    return None


def _is_rest(line: FrontLine, after: FrontLine) -> bool:
    """Tell the year that the line's end cut from a day."""
    return line.size == after.size and re.fullmatch(r"(?:19|20)\d{2}\.?", after.text) is not None


def _confirmed(metadata: str, front: Sequence[FrontLine]) -> str | None:
    wanted = _folded(metadata)
    if len(wanted.split()) < 2:
        return None
    lines = [line.text for line in front]
    for count in (1, 2, 3):
        for start in range(len(lines) - count + 1):
            text = " ".join(lines[start : start + count])
            if _folded(text) == wanted and not is_masthead(text):
                return text
    return None


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.lower()).split())
