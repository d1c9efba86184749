"""Who promises: we, the body, one of its committees, a role, a named person, initials.

An agent is a run of words with capitals ("Director of Finance", "Audit and Risk
Committee", "Dr Achebe", "JB and TL") or one of the lower-case titles that papers
use ("the chief executive"). What its words are decides what kind it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from papersearch.tagging.commitments.patterns import any_of, words

AgentKind = Literal["we", "body", "committee", "role", "person", "initials", "group"]

_MOST_WORDS = 12
_CONNECTORS = frozenset({"of", "and", "for", "the", "&", "to", "in", "with", "/", "on"})
_WORD = re.compile(r"\S+")
_CAPITAL = re.compile(r"[(\"'\u2018\u201c]?[A-Z]")
_ROLE = (
    r"\b(?:[Tt]he|[Oo]ur)\s+(?P<role>(?:[a-z][\w-]*\s+){0,4}?(?:director|executive|secretary|chair"
    r"|chairman|officer|clerk|leader|treasurer|registrar|manager|nurse|librarian|head)\b"
    r"(?:\s+(?:of|for)\s+[a-z]\w+(?:\s+(?:and|&)\s+[a-z]\w+|\s+[a-z]\w+){0,2}?)?)"
)
_ROLE_BEFORE = re.compile(rf"{_ROLE}$")
_ROLE_AT = re.compile(rf"\s*{_ROLE}(?=\s+(?:to|would|should|will)\b)")
_OFFICE_TO = re.compile(r"\b(?:Clerk|Secretary|Adviser|Advisor|Assistant) to the [A-Z]\w+$")
_POST = re.compile(r" \([A-Z][\w ,&-]{2,40}\)$")
_ROLE_OF = re.compile(
    r"\b(?:[Tt]he|[Oo]ur)\s+(?P<role>(?:(?:[A-Z][\w\u2019'-]*|of|and|&)\s+){0,5}[A-Z][\w\u2019'-]*),"
    r"\s+(?P<of>[A-Z][\w\u2019'&-]*(?:\s+(?:(?:and|&|of)\s+)?[A-Z][\w\u2019'-]*){0,4})$"
)
"""A post and what it is for: "the General Manager, Adult Services"."""
_POST_AT = re.compile(r" \([A-Z][\w ,&-]{2,40}\)")
_OFFICE_OF = re.compile(
    r"[A-Z][\w-]*(?: (?:[A-Z][\w-]*|of|and|for|the))*[\u2019']s?"
    r" (?:office|team|department|directorate)\b"
)
_INITIALS = re.compile(r"[A-Z]{2,3}|[A-Z][a-z]?[A-Z]{1,2}|[A-Z]{2}[a-rt-z]{1,2}")
_NAME = re.compile(r"[A-Z][a-z\u2019'-]+(?:[A-Z][a-z]+)?(?:-[A-Z][a-z]+)?|de|van")
_SPLIT = re.compile(r"\s*(?:,\s*and\b|[,/&+]|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class Agent:
    """Someone who can promise, as printed without article, and where the words begin."""

    kind: AgentKind
    name: str
    start: int

    @property
    def owner(self) -> str | None:
        """The name where it tells who within the body is to act, else ``None``."""
        return None if self.kind in ("we", "body") else self.name


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in words("who")[name])


def agent_before(text: str) -> Agent | None:
    """Return the agent with whom *text* ends: "By March **the Trust**", "… **JB**"."""
    text = text.rstrip()
    post = _POST.search(text)
    if post is not None:  # "the Assistant Director (Housing)"
        agent = agent_before(text[: post.start()])
        if agent is not None and agent.kind == "role":
            return Agent("role", f"{agent.name}{post.group()}", agent.start)
    of = _ROLE_OF.search(text)
    if of is not None and kind_of(of["role"], True) == "role" and kind_of(of["of"], True) is None:
        return Agent("role", f"{of['role']}, {of['of']}", of.start("role"))
    we = _we().search(text)
    if we is not None:
        return Agent("we", we.group(), we.start())
    to_the = _OFFICE_TO.search(text)
    run, start = (to_the.group(), to_the.start()) if to_the else _run_before(text)
    if run:
        determiner = _determiner(text[:start])
        kind = kind_of(run, determiner)
        if kind is not None:
            return Agent(kind, tidy_owner(run), start)
        # "In March Jane Smith", "Today the Board": the agent may be the end of the run.
        for match in list(_WORD.finditer(run))[1:]:
            rest = run[match.start() :]
            kind = kind_of(rest, False) if not determiner else None
            if kind in ("person", "role", "initials"):
                return Agent(kind, tidy_owner(rest), start + match.start())
    small = _small_body().search(text)
    if small is not None:
        name = small["part"] or small["body"]
        part = small["part"] is not None or name.lower() in _set("committees")
        kind = "committee" if part else "body"
        return Agent(kind, name, small.start())
    role = _ROLE_BEFORE.search(text)
    if role is not None:
        return Agent("role", role["role"], role.start())
    return None


def agent_at(text: str) -> tuple[Agent, int] | None:
    """Return the agent with whom *text* begins, and where the words after it begin.

    Of "Head of Housing write to tenants" the agent ends before the first word
    that no name can hold.
    """
    end = 0
    lead = re.match(r"\s*(?:[Tt]he|[Oo]ur)\s+", text)
    start = position = lead.end() if lead else len(text) - len(text.lstrip())
    for match in _WORD.finditer(text, position):
        word = match.group()
        if end and word.isdigit():
            continue  # "Section 151 Officer"
        if not (_CAPITAL.match(word) or word.lower() in _CONNECTORS):
            break
        if not _CAPITAL.match(word) and word in ("to", "in", "on", "with"):
            break
        if _CAPITAL.match(word):
            end = match.end()
        if re.search(r"[.;:)]$", word) and word.rstrip(".").lower() not in _set("titles"):
            break
    office = _OFFICE_OF.match(text, start)
    if office is not None:
        return Agent("role", office.group(), start), office.end()
    name = text[start:end].strip(" ,;:.()")
    kind = kind_of(name, lead is not None) if name else None
    post = _POST_AT.match(text, end)
    if post is not None and kind in ("role", "initials"):  # "the ACO (Operations) to visit"
        return Agent("role", f"{tidy_owner(name)}{post.group()}", start), post.end()
    if kind is not None:
        return Agent(kind, tidy_owner(name), start), end
    small = _ROLE_AT.match(text)
    return None if small is None else (Agent("role", small["role"], start), small.end())


def is_owner(text: str) -> bool:
    """Tell whether *text*, a cell or mark, names owners and nothing else."""
    text = _POST.sub("", text.rstrip(" .:–—-"))
    parts = [part for part in _SPLIT.split(text.strip(" .()[]:–—-")) if part]
    return 0 < len(parts) <= 6 and len(text.split()) <= 14 and (
        kind_of(text.strip(" .()[]:–—-"), None) is not None
        or all(kind_of(part, None) is not None for part in parts)
    )  # fmt: skip


def owner_at_start(text: str) -> str | None:
    """Return the owner with whom an action begins: "JB to circulate …", "CFO – draft …"."""
    match = re.match(
        r"(?P<owner>(?:[A-Z]\.\s?){0,3}[^.;:]{2,90}?)\s*(?:[:–—]|\s-|\b(?:to|will|would|shall|should)\b(?!\s+be\b))",
        text,
    )
    if match is None or not is_owner(match["owner"]):
        return None
    return tidy_owner(match["owner"])


def tidy_owner(text: str) -> str:
    """Return an owner without article and closing signs."""
    plain = " ".join(text.split()).strip(" ,;:.[]–—-")
    if plain.count("(") != plain.count(")") or plain.startswith("("):
        plain = plain.strip(" ,;:.()[]–—-")
    return re.sub(r"^(?:[Tt]he|[Oo]ur)\s+", "", plain)


def is_titled(name: str) -> bool:
    """Tell whether a person's name has a title: "Dr Achebe", "Cllr Osborne"."""
    return any(word.rstrip(".").lower() in _set("titles") for word in name.split()[:2])


def kind_of(run: str, determiner: bool | None) -> AgentKind | None:
    """Return what kind of agent a run of capitalised words names, ``None`` if none.

    Args:
        run: The words, without article.
        determiner: "the" or "our" stands before them; ``None``: it may be left out.
    """
    run = re.sub(r"^(?:[Tt]he|[Oo]ur)\s+", "", run.strip(" ,;:.()"))
    listed = run.replace(",", " ").replace("/", " ").split()
    if not listed or len(listed) > _MOST_WORDS:
        return None
    lower = [word.strip(".,()").lower() for word in listed]
    last = lower[-1]
    if not all(_CAPITAL.match(w) or w.isdigit() or w.lower() in _CONNECTORS for w in listed):
        # Only a cell or a mark may be told without capitals: "Chief executive".
        return "role" if determiner is None and len(listed) <= 5 and last in _set("roles") else None
    if _are_initials(listed):
        return "initials"
    if lower[0] in _set("titles") and 2 <= len(listed) <= 4:
        return "person"
    ranked = lower[0] in _set("ranks") and 3 <= len(listed) <= 5 and lower[1] in _set("titles")
    if ranked and _NAME.fullmatch(listed[-1]) and lower[-1] not in _set("not_names"):
        return "person"  # "Area Commander Dewi Platt"
    if _is_role(listed, lower):
        return "role"
    if last in _set("committees"):
        return "committee"
    if last in _set("bodies") and (determiner is not False or len(listed) > 1):
        return "body"
    if lower[0] in _set("groups") and len(listed) <= 2:
        return "group"
    if not determiner and _is_name(listed, lower):
        return "person"
    return None


def _are_initials(listed: list[str]) -> bool:
    names = [word for word in listed if word not in ("and", "&", "+")]
    return bool(names) and all(
        name in words("who")["role_initials"]
        or (_INITIALS.fullmatch(name) and name not in words("who")["not_initials"])
        for name in names
    )


def _is_role(listed: list[str], lower: list[str]) -> bool:
    roles = _set("roles")
    if lower[-1] in roles:
        return True
    for index, word in enumerate(lower[:-1]):
        if word in roles and lower[index + 1] in ("of", "for", "to", "-", "–"):
            return listed[-1][:1].isupper()
    return False


def _is_name(listed: list[str], lower: list[str]) -> bool:
    if not 2 <= len(listed) <= 3:
        return False
    known = _set("not_names") | _set("bodies") | _set("committees") | _set("roles")
    return (
        not any(word in known for word in lower)
        and all(_NAME.fullmatch(word) or re.fullmatch(r"[A-Z]\.?", word) for word in listed[:-1])
        and _NAME.fullmatch(listed[-1]) is not None
    )


def _run_before(text: str) -> tuple[str, int]:
    """Return the run of capitalised words with which *text* ends, and where it begins."""
    tail = text[-160:]
    offset = len(text) - len(tail)
    found = list(_WORD.finditer(tail))
    first = len(found)
    for index in range(len(found) - 1, -1, -1):
        word = found[index].group()
        if index < len(found) - 1 and re.search(r"[.,;:!?)]$", word) and not (
            word.rstrip(".").lower() in _set("titles") or _goes_on_in_a_list(found, index, word)
        ):  # fmt: skip
            break
        if _CAPITAL.match(word):
            first = index
        elif word.lower() not in _CONNECTORS and not (word == "151" and first == index + 1):
            break
        if word in ("the", "to", "in", "on", "The", "Our"):
            break
    while first < len(found) and found[first].group() in ("The", "Our", "In", "By", "At", "On"):
        first += 1
    if first >= len(found):
        return "", len(text)
    start = offset + found[first].start()
    return text[start:], start


def _goes_on_in_a_list(found: list[re.Match[str]], index: int, word: str) -> bool:
    """Tell whether the comma of "Director of People, Culture and Learning" is in a name."""
    return word.endswith(",") and _CAPITAL.match(word) is not None and any(
        m.group().lower() in _set("roles") for m in found[max(0, index - 3) : index]
    )  # fmt: skip


def _determiner(before: str) -> bool:
    return re.search(r"\b(?:[Tt]he|[Oo]ur|[Tt]his)\s*$", before) is not None


@cache
def _we() -> re.Pattern[str]:
    return any_of([rf"\b(?:{'|'.join(words('who')['we'])})$"])


@cache
def _small_body() -> re.Pattern[str]:
    names = "|".join(words("who")["small_bodies"])
    parts = "|".join(words("who")["small_parts"])
    # "the audit committee", but "the full council", "the combined authority".
    own = "|".join(words("who")["own_words"])
    others = "|".join(words("who")["small_others"])
    part = (
        rf"(?!(?:{own})\s+(?:board|council)\b)"
        rf"(?:(?!(?:{others})\b)[A-Za-z][\w\u2019'&-]*\s+){{1,3}}?(?:{parts})"
    )
    return re.compile(
        rf"\b(?:[Tt]he|[Oo]ur)\s+(?:(?P<part>{part})|(?P<body>(?:[a-z-]+\s+)?(?:{names})))$"
    )
