"""Which body's paper it is: masthead and running lines first, then what the text says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from papersearch import knowledge
from papersearch.papers.paper import CoverField
from papersearch.reading.document import Block

MOST_MASTHEAD_WORDS = 14
MASTHEAD_LINES = 8
LEAST_AGAIN = 2
LEAST_MENTIONS = 4
"""A body that only the text names must be named this often, and far oftener than others."""
EVERYWHERE = 0.67
"""Share of the pages that must name a national body for the paper to be its own."""
LEAST_PAGES = 3
_WORD = r"(?:[A-Z][\w'\u2019.&-]*|St\.?)"
_LINK = r"(?:(?:of|and|on|upon|for|in|with|under|de|y|a|OF|AND|ON|UPON|FOR|&)\s+(?:the\s+)?)?"


@cache
def _data() -> dict[str, Any]:
    return dict(knowledge.load("papersearch.papers", "organisations"))


def _any(words: Iterable[str]) -> str:
    forms = {form for word in words for form in (word, word.upper())}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered)


@cache
def _patterns(weak: bool) -> tuple[re.Pattern[str], ...]:
    data = _data()
    endings = [*data["endings"], *(data["weak_endings"] if weak else ())]
    stop = rf"(?!\s+(?i:{'|'.join(data['not_followed_by'])})\b)(?!\s+(?:of|for)\s+[A-Z])"
    rest = rf"{_WORD}(?:\s+{_LINK}{_WORD}){{0,6}}"
    listed = rf"{_WORD}(?:,?\s+{_LINK}{_WORD}){{0,6}}"
    return (
        re.compile(rf"\b(?:{_any(data['known'])})\b"),
        re.compile(
            rf"\b(?:(?:{_any(data['departments'])})\s+(?:the\s+)?{listed}"
            rf"|(?:{_any(data['openings'])})\s+(?:the\s+)?{rest})"
        ),
        re.compile(rf"\b(?:{_WORD}\s+{_LINK}){{1,7}}(?:{_any(endings)})(?![\w-]){stop}"),
        re.compile(rf"\b{data['nhs_opening']}\s+{_WORD}(?:\s+{_LINK}{_WORD}){{0,4}}"),
    )


def organisation_in(text: str, weak: bool = False) -> str | None:
    """Return the first name of a public body in *text*.

    Args:
        text: A line or a paragraph.
        weak: Whether endings count that headings share ("… Office", "… Limited").
    """
    return next(iter(_names(text, weak)), None)


def _names(text: str, weak: bool = False) -> list[str]:
    found: list[tuple[int, int, str]] = []
    for order, pattern in enumerate(_patterns(weak)):
        if order == 3 and found:
            break  # "NHS" opens many names whose ending says more
        for match in pattern.finditer(text):
            name = _trimmed(match.group(), order)
            if name is not None:
                found.append((match.start(), order, name))
    return [name for _, _, name in sorted(found)]


def _trimmed(name: str, order: int) -> str | None:
    words = " ".join(name.split()).split()
    if order == 0:
        return " ".join(words)
    data = _data()
    posts, generic = set(data["posts_before"]), set(data["generic"])
    if order == 2:
        # "Leader of Kent County Council": what stands before the last post is no part of it.
        for index in range(len(words) - 2, -1, -1):
            if words[index].lower().strip(",.:") in posts:
                words = words[index + 1 :]
                break
    while words and words[0].lower().strip(",.") in _OPENING_WORDS and order != 1:
        words.pop(0)
    text = " ".join(words).strip(" ,.-\u2013")
    if order in (1, 3):
        stop = next((i for i, w in enumerate(words) if i > 1 and w.lower() in _TAILS), len(words))
        text = " ".join(words[:stop]).strip(" ,.-\u2013")
    proper = [w for w in words if w.lower().strip(",.'\u2019") not in generic]
    return text if len(words) >= 2 and proper else None


_OPENING_WORDS = frozenset(
    "the a an our this your each every any that all for of and in partner other both as".split()
)


_TAILS = frozenset(
    "board meeting report paper agenda minutes public council court senate committee strategy open "
    "data cabinet policy plan annual constitution".split()
)


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
        for name in _names(text):
            mentions[_key(name)] += 1
            _show(shown, name)
    placed: Counter[str] = Counter()
    for text in dict.fromkeys(headers):
        for name in _names(text)[:1]:
            # "… supported by Kent County Council" names another body.
            if not text.startswith(name) and len(text.split()) > len(name.split()) + 8:
                continue
            placed[_key(name)] += 6
            _show(shown, name)
    broken = over_lines(top)
    if broken is not None:
        placed[_key(broken)] += 8
        _show(shown, broken)
    for text in top[:MASTHEAD_LINES]:
        if len(text.split()) <= MOST_MASTHEAD_WORDS and not re.search(r"[.;]\s*$", text):
            for name in _names(text)[:1]:
                # A line that is the name and hardly more is a masthead.
                placed[_key(name)] += 8 if len(text.split()) <= len(name.split()) + 4 else 2
                _show(shown, name)
    # The foot of a first page that has no other pages like it is no running line.
    first = [block.text for block in blocks if block.page == blocks[0].page]
    alone = organisation_in(first[-1]) if first and len(first[-1].split()) <= 10 else None
    if alone is not None and _key(alone) == _key(first[-1]):
        placed[_key(alone)] += 4
    if not placed:
        placed = _weak(masthead, headers, texts, shown)
    if not placed and opening is not None:
        return opening
    if placed:
        welsh = tuple(word.lower() for word in _data()["welsh_openings"])
        best = max(
            placed,
            key=lambda key: (placed[key], mentions[key], not key.startswith(welsh)),
        )
        return shown[best]
    return _from_text(mentions, shown, blocks)


def over_lines(top: Sequence[str]) -> str | None:
    """Return a name that a masthead sets over two to four short lines, as logos do."""
    lines = [text.strip(" *_#") for text in top[:MASTHEAD_LINES]]
    for size in (4, 3, 2):
        for start in range(len(lines) - size + 1):
            parts = lines[start : start + size]
            if all(0 < len(part.split()) <= 5 and part[-1] not in ".:;," for part in parts):
                whole = " ".join(parts)
                names = _names(whole)
                if names and _key(names[0]) == _key(whole) and not any(map(_names, parts)):
                    return names[0]
    return None


def _key(name: str) -> str:
    folded = name.lower().replace("&", "and").replace("\u2019", "'")
    return re.sub(r"'s?\b", "", folded).removeprefix("the ")


def _show(shown: dict[str, str], name: str) -> None:
    """Keep the form in mixed case where the paper prints both."""
    key = _key(name)
    if key not in shown or (shown[key].isupper() and not name.isupper()):
        shown[key] = name


def _weak(
    masthead: Sequence[str], headers: Sequence[str], texts: Sequence[str], shown: dict[str, str]
) -> Counter[str]:
    """Find "Suffolk's Libraries IPS" in a masthead, where the paper says it again."""
    found: Counter[str] = Counter()
    whole = _key(" ".join([*texts, *headers]))
    for text in [*masthead[:4], *dict.fromkeys(headers)]:
        bare = re.sub(r"\s*\([A-Z]{2,6}\)\s*$", "", text).strip(" .,-\u2013")
        if len(bare.split()) > 8:
            continue
        name = organisation_in(bare, weak=True)
        if name is not None and _key(name) == _key(bare):
            again = whole.count(_key(name)) + sum(
                len(re.findall(rf"\b{form}\b", " ".join(texts))) for form in _initials(name)
            )
            if again >= 2:
                found[_key(name)] += 1
                _show(shown, name)
    return found


def _from_text(
    mentions: Counter[str], shown: dict[str, str], blocks: Sequence[Block]
) -> str | None:
    """Return the one body of which the whole paper speaks, by its name or its initials."""
    pages: dict[int, str] = {}
    for block in blocks:
        pages[block.page] = f"{pages.get(block.page, '')} {block.text}"
    text = " ".join(pages.values())
    national = {_key(name) for name in _data()["known"]}
    if len(pages) < LEAST_PAGES:  # "on most pages" tells nothing of a paper that has but one
        mentions = Counter({key: n for key, n in mentions.items() if key not in national})
    for best, count in mentions.most_common(1):
        second = max((n for key, n in mentions.items() if key != best), default=0)
        forms = "|".join([re.escape(shown[best]), *sorted(_initials(shown[best]))])
        on_pages = sum(re.search(rf"\b(?:{forms})\b", page) is not None for page in pages.values())
        own = len(re.findall(rf"\b(?:{forms})\b", text)) - count >= 2
        opening = " ".join(list(pages.values())[:2])
        named = re.search(rf"\b(?:{forms})\b", opening) is not None
        # National bodies are named in everybody's papers.
        most = EVERYWHERE if best in national else 0.5
        if (
            named
            and on_pages > most * len(pages)
            and (own or count >= max(LEAST_MENTIONS, 3 * second))
        ):
            return shown[best]
    if len(mentions) == 1 and _is_spoken_of(shown[next(iter(mentions))], text):
        return shown[next(iter(mentions))]
    for short, name in _data()["abbreviations"].items():
        if len(re.findall(rf"\b{re.escape(short)}\b", text)) >= LEAST_MENTIONS - 1:
            return str(name)
    return None


def _is_spoken_of(name: str, text: str) -> bool:
    """Tell whether the text calls its only body "the Trust" or "the Council" where it goes on."""
    noun = name.split()[-1]
    if _key(name) in {_key(known) for known in _data()["known"]}:
        return False
    again = len(re.findall(rf"\b(?:[Tt]he|[Oo]ur)\s+{re.escape(noun)}\b|\b{noun}\s+Board\b", text))
    return again >= LEAST_AGAIN


def _initials(name: str) -> set[str]:
    """Return the abbreviations by which a body may go: KCC, LTHT, LTHNT."""
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isupper()]
    without = [word for word in words if word.upper() not in ("NHS", "THE")]
    forms = {"".join(word[0] for word in ws) for ws in (words, without)}
    return {form for form in forms if len(form) >= 3 and form.isalpha()}
