"""Whose paper it is, where no masthead says so: copyright line, address, and what the text says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from papersearch.papers.body_names import body_words, initials, name_key, organisation_in
from papersearch.reading.document import Block

LEAST_AGAIN = 2
LEAST_MENTIONS = 4
"""A body that only the text names must be named this often, and far oftener than others."""
EVERYWHERE = 0.67
"""Share of the pages that must name a national body for the paper to be its own."""
LEAST_PAGES = 3
LEAST_LETTERS_OF_ADDRESS = 3
_NAME = (
    r"[A-Z][\w'\u2019&-]*"
    r"(?:,?\s+(?:(?:of|and|the|for|in|on|with|upon)\s+){0,2}(?:[A-Z][\w'\u2019&-]*|&)){0,8}"
)
_SIGN = r"(?:\u00a9|\([cC]\)(?=\s)|\b[Cc]opyright(?:\s*\u00a9)?)"
_YEARS = r"(?:19|20)\d\d(?:\s*[-\u2013/]\s*\d{2,4})?"
_COPYRIGHT = re.compile(
    rf"{_SIGN}\s*(?:{_YEARS}[\s,|]*)?(?:[Tt]he\s+)?(?P<after>{_NAME})"
    rf"|(?P<before>{_NAME})\s*,?\s*{_SIGN}\s*{_YEARS}"
)
_NOT_OWNER = re.compile(
    r"(?i)\b(?:crown|ordnance|survey|getty|parliamentary|microsoft|adobe|act|licen[cs]e|rights?|holders?"
    r"|material|images?|google)\b"
)
_ADDRESS = re.compile(r"(?i)(?:[\w.+-]+@|\bwww\.|https?://(?:www\.)?)(?P<host>[\w-]+(?:\.[\w-]+)+)")
_PUBLIC = re.compile(
    r"\.(?:gov\.uk|gov\.wales|gov\.scot|nhs\.uk|wales\.nhs\.uk|scot\.nhs\.uk|hscni\.net|ac\.uk"
    r"|police\.uk|mod\.uk|gsi\.gov\.uk|org\.uk|sch\.uk)$"
)
_VERB = (
    r"(?:is|was|has|had|will|would|may|must|can|does|did|holds?|owns?|keeps?|runs|provides|needs|aims"
    r"|wants|wishes|recognises|expects|manages|serves|employs|works)"
)
_BEFORE_BODY = r"(?:at|by|of|for|in|within|across|from)(?:\s+the)?"
_DESCRIBES = re.compile(
    rf"(?:^|[.!?]\s+)(?:The\s+)?(?P<name>{_NAME})(?:\s+\([A-Za-z]{{2,8}}\))?\s+(?:is|was\s+(?:set\s+up|established)\s+as)"
    r"\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,4}?(?:charity|regulator|body|authority|company|trust|college"
    r"|university|corporation|association|society|landlord|agency|museum|provider)\b"
)


def from_text(
    mentions: Counter[str], shown: Mapping[str, str], blocks: Sequence[Block]
) -> str | None:
    """Return the one body whose the paper is by what its text says of it.

    Args:
        mentions: How often the text names each body, by the key of its name.
        shown: The name of each key as printed.
        blocks: The paper.
    """
    pages = _pages(blocks)
    text = " ".join(pages)
    return (
        _owner(text, mentions, shown)
        or _at_address(text, mentions, shown)
        or _named_most(mentions, shown, pages)
        or _spoken_of(mentions, shown, text)
        or _described(pages, mentions)
        or _by_initials(text)
    )


def _pages(blocks: Sequence[Block]) -> list[str]:
    pages: dict[int, str] = {}
    for block in blocks:
        pages[block.page] = f"{pages.get(block.page, '')} {block.text}"
    return list(pages.values())


def _owner(text: str, mentions: Counter[str], shown: Mapping[str, str]) -> str | None:
    """Return whose copyright the paper is: "\u00a9 Human Cell Authority 2023"."""
    for match in _COPYRIGHT.finditer(text):
        name = (match["after"] or match["before"]).strip(" ,")
        if _NOT_OWNER.search(name):
            continue
        own = organisation_in(name, weak=True)
        if own is not None and (name_key(own) in mentions or text.count(own) > 1):
            return shown.get(name_key(own), own)
    return None


def _at_address(text: str, mentions: Counter[str], shown: Mapping[str, str]) -> str | None:
    """Return the body that the text names and whose address it gives, and no other such."""
    hosts = {match["host"].lower().rstrip(".") for match in _ADDRESS.finditer(text)}
    cores = {_PUBLIC.sub("", host).split(".")[-1] for host in hosts if _PUBLIC.search(host)}
    cores = {core.replace("-", "") for core in cores if len(core) >= LEAST_LETTERS_OF_ADDRESS}
    found = [key for key in mentions if cores & set(_cores(shown[key]))]
    most = max(mentions.values(), default=0)
    return shown[found[0]] if len(found) == 1 and mentions[found[0]] >= max(most, 2) else None


def _cores(name: str) -> Iterator[str]:
    """Yield what a body's address may be called: its name, its initials, its own words."""
    words = re.findall(r"[A-Za-z]+", re.sub(r"['\u2019]", "", name))
    yield "".join(words).lower()
    yield from (form.lower() for form in initials(name.replace(",", "")))
    generic = set(body_words()["generic"])
    own = "".join(word.lower() for word in words if word.lower() not in generic)
    if len(own) >= LEAST_LETTERS_OF_ADDRESS:
        yield own


def _named_most(
    mentions: Counter[str], shown: Mapping[str, str], pages: Sequence[str]
) -> str | None:
    """Return the body that is named on most pages, also by its initials, beyond all others."""
    text = " ".join(pages)
    national = {name_key(name) for name in body_words()["known"]}
    if len(pages) < LEAST_PAGES:  # "on most pages" tells nothing of a paper that has but one
        mentions = Counter({key: n for key, n in mentions.items() if key not in national})
    for best, count in mentions.most_common(1):
        second = max((n for key, n in mentions.items() if key != best), default=0)
        forms = "|".join([re.escape(shown[best]), *sorted(initials(shown[best]))])
        on_pages = sum(re.search(rf"\b(?:{forms})\b", page) is not None for page in pages)
        own = len(re.findall(rf"\b(?:{forms})\b", text)) - count >= LEAST_AGAIN
        named = re.search(rf"\b(?:{forms})\b", " ".join(pages[:2])) is not None
        # National bodies are named in everybody's papers.
        most = EVERYWHERE if best in national else 0.5
        if (
            named
            and on_pages > most * len(pages)
            and (own or count >= max(LEAST_MENTIONS, 3 * second))
        ):
            return shown[best]
    return None


def _spoken_of(mentions: Counter[str], shown: Mapping[str, str], text: str) -> str | None:
    """Return the one body that the text goes on to call "the Trust" or "our Council"."""
    national = {name_key(name) for name in body_words()["known"]}
    by_noun: dict[str, list[str]] = {}
    for key in mentions:
        if key not in national:
            by_noun.setdefault(shown[key].split()[-1], []).append(key)
    spoken = {noun: _again(noun, text) for noun in by_noun}
    if not spoken:
        return None
    noun, *others = sorted(spoken, key=lambda noun: -spoken[noun])
    if spoken[noun] < LEAST_AGAIN or any(3 * spoken[o] > spoken[noun] for o in others):
        return None
    name = shown[by_noun[noun][0]]
    return name if len(by_noun[noun]) == 1 and _acts(name, text) else None


def _acts(name: str, text: str) -> bool:
    """Tell a body that does something, or in which something is, from words in a heading."""
    long = len(name.split()) > 2
    name = re.escape(name)
    return (
        (long and re.search(rf"{name}\s+[A-Z]", text) is not None)  # "… Council Pay Policy"
        or re.search(rf"{name}(?:['\u2019]s?\s|\s+\([A-Z]|\s+{_VERB}\b)", text) is not None
        or re.search(rf"\b{_BEFORE_BODY}\s+{name}\b", text) is not None
    )


def _again(noun: str, text: str) -> int:
    """Count how often the text goes on to speak of "the Trust", "our Council", "Trust Board"."""
    noun = re.escape(noun)
    return len(re.findall(rf"\b(?:[Tt]he|[Oo]ur)\s+{noun}\b|\b{noun}\s+Board\b", text))


def _described(pages: Sequence[str], mentions: Counter[str]) -> str | None:
    """Return the body of which the paper says at its start what it is, and then speaks."""
    match = _DESCRIBES.search(pages[0]) if pages else None
    if match is None:
        return None
    name = match["name"]
    again = len(re.findall(rf"\b{re.escape(name)}\b", " ".join(pages)))
    most = max(mentions.values(), default=0)
    known = organisation_in(name, weak=True) == name
    return name if known and again >= max(LEAST_MENTIONS - 1, most + 1) else None


def _by_initials(text: str) -> str | None:
    for short, name in body_words()["abbreviations"].items():
        if len(re.findall(rf"\b{re.escape(short)}\b", text)) >= LEAST_MENTIONS - 1:
            return str(name)
    return None


def speaks_of(name: str, text: str) -> bool:
    """Tell whether the text says again and again what *name* does, as only of a body."""
    does = rf"(?<!the )(?<!The )\b{re.escape(name)}(?:['\u2019]s\s|\s+{_VERB}\b)"
    return len(re.findall(does, text)) > 0 and text.count(name) > LEAST_AGAIN
