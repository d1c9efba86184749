"""Which body's paper it is: masthead and running lines first, then what the text says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from papersearch.papers.body_names import (
    body_words,
    initials,
    name_key,
    names_in,
    organisation_in,
    without_abbreviation,
)
from papersearch.papers.labels import label_kind
from papersearch.papers.masthead_name import (
    MASTHEAD_LINES,
    names_on_line,
    over_lines,
    stands_before_meeting,
)
from papersearch.papers.own_body import from_text
from papersearch.papers.paper import CoverField
from papersearch.reading.document import Block

MOST_MASTHEAD_WORDS = 14
MOST_WORDS_OF_FOOT = 16


def find_organisation(
    fields: Sequence[CoverField], top: Sequence[str], masthead: Sequence[str],
    headers: Sequence[str], blocks: Sequence[Block], opening: str | None = None,
) -> str | None:  # fmt: skip
    """Return the body that the paper's form, masthead, running lines or text name as its own.

    Args:
        fields: The cover's fields labelled as the organisation.
        top: The first page's lines in reading order.
        masthead: Those of them that stand out.
        headers: Texts of running headers and footers.
        blocks: The paper.
        opening: The first page's first line where it can only be a body's name.
    """
    for item in fields:
        value = item.value.strip(" :")
        if value and len(value.split()) <= 12:
            return organisation_in(value, weak=True) or value
    texts = [block.text for block in blocks]
    mentions: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for text in texts:
        for name in names_in(text):
            mentions[name_key(name)] += 1
            _show(shown, name)
    placed: Counter[str] = Counter()
    for text in dict.fromkeys(headers):
        for name in names_on_line(text):
            # "… supported by Kent County Council" names another body.
            if not text.startswith(name) and len(text.split()) > len(name.split()) + 8:
                continue
            placed[name_key(name)] += 6
            _show(shown, name)
    broken = over_lines(top)
    if broken is not None:
        placed[name_key(broken)] += 8
        _show(shown, broken)
    for text in top[:MASTHEAD_LINES]:
        if _may_be_masthead(text):
            for name in names_on_line(text):
                # A line that is the name and hardly more is a masthead.
                placed[name_key(name)] += 8 if len(text.split()) <= len(name.split()) + 4 else 2
                _show(shown, name)
    # The foot of a first page that has no other pages like it is no running line.
    first = [block.text for block in blocks if block.page == blocks[0].page]
    if first and len(first[-1].split()) <= MOST_WORDS_OF_FOOT and first[-1][-1:] != ".":
        for name in names_on_line(first[-1])[:1]:
            if first[-1].startswith(name):
                placed[name_key(name)] += 4
                _show(shown, name)
    if not placed:
        for text in [*top[:3], *headers]:
            if (before := stands_before_meeting(text)) is not None:
                return before
        placed = _weak(masthead, headers, texts, shown)
    if not placed and opening is not None:
        return opening
    if placed:
        welsh = tuple(word.lower() for word in body_words()["welsh_openings"])
        best = max(
            placed,
            key=lambda key: (not key.startswith(welsh), placed[key], mentions[key]),
        )
        return _with_article(shown[best], texts)
    return from_text(mentions, shown, blocks)


def _may_be_masthead(text: str) -> bool:
    label, sign, _ = text.partition(":")
    if sign and label_kind(label) not in (None, "organisation"):
        return False  # "To: the Minister for the Cabinet Office"
    short = len(text.split()) <= MOST_MASTHEAD_WORDS
    return short and not text[:1].islower() and not re.search(r"[.;]\s*$", text)


def _with_article(name: str, texts: Sequence[str]) -> str:
    """Drop the "The" of a logo from a name that the text uses without it."""
    bare = name[4:] if name.lower().startswith("the ") else name
    without = re.compile(
        rf"\b(?:at|by|of|for|in|and|with|to|from)\s+{re.escape(bare)}\b|^{re.escape(bare)} \w"
    )
    return bare if bare != name and any(map(without.search, texts)) else name


def _show(shown: dict[str, str], name: str) -> None:
    """Keep the form with "The", and in mixed case, where the paper prints several."""
    key = name_key(name)
    before = shown.get(key)
    if before is None or (before.isupper() and not name.isupper()):
        shown[key] = name
    elif name.lower().startswith("the ") and not before.lower().startswith("the "):
        shown[key] = name if not name.isupper() or before.isupper() else f"The {before}"


def _weak(
    masthead: Sequence[str], headers: Sequence[str], texts: Sequence[str], shown: dict[str, str]
) -> Counter[str]:
    """Find "Suffolk's Libraries IPS" in a masthead, where the paper says it again."""
    found: Counter[str] = Counter()
    whole = name_key(" ".join([*texts, *headers]))
    for text in [*masthead[:4], *dict.fromkeys(headers)]:
        bare = without_abbreviation(text)
        if len(bare.split()) > 8:
            continue
        name = organisation_in(bare, weak=True)
        if name is not None and name_key(name) == name_key(bare):
            again = whole.count(name_key(name)) + sum(
                len(re.findall(rf"\b{form}\b", " ".join(texts))) for form in initials(name)
            )
            if again >= 2:
                found[name_key(name)] += 1
                _show(shown, name)
    return found
