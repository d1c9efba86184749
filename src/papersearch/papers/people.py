"""Names and roles as cover sheets and signature blocks write them."""

from __future__ import annotations

import re

from papersearch.record import Person

_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Cllr|Councillor)\.?\s+)"
_PART = r"(?:[A-Z]\.|[A-Z](?=\s)|(?:Mc|Mac|O['\u2019]|D['\u2019]|van\s|de\s|le\s|al-)?[A-Z][a-z\u00df-\u00ff]+(?:[-'\u2019][A-Z][a-z\u00df-\u00ff]+)*)"
_NAME = re.compile(rf"^{_TITLE}?{_PART}(?:\s+{_PART}){{1,3}}(?:,?\s+(?:OBE|MBE|CBE|CB|QC|KC|MP))?$")
_ROLE_WORD = re.compile(
    r"\b(?:director|officer|manager|head|chief|chair|chairman|chairwoman|lead|nurse|midwife|secretary|medical|member|leader|"
    r"deputy|associate|assistant|consultant|executive|treasurer|clerk|governor|company|president|adviser|advisor|"
    r"analyst|accountant|coordinator|co-ordinator|partner|guardian|registrar|solicitor|auditor|matron|doctor|"
    r"team|corporate|governance|finance|strategy|operations|commissioner|trustee|programme|services?|surveyor|"
    r"engineer|planner|librarian|pharmacist|psychologist|therapist|dean|professor of|specialist|senior|interim|acting)\b",
    re.I,
)
_NOT_A_NAME = re.compile(
    r"\b(?:Contact|Details|Leader|Board|Trust|Committee|Council|Report|Paper|Meeting|Strategy|Plan|Policy|Update|Hospital|"
    r"NHS|Group|Page|Appendix|Section|Item|Agenda|Recommendation|Summary|Key|Date|January|February|March|"
    r"April|May|June|July|August|September|October|November|December|Risk|Annual|Quality|Care|Health|"
    r"University|Department|Public|Private|Information|Freedom|Act|Financial|Equality|Supporting|The|This|All|Yes|No)\b"
)
_SPLIT = re.compile(r"\s*(?:;|\n|\s\|\s|\s+and\s+(?=[A-Z])|\s*&\s+(?=[A-Z][a-z]+\s[A-Z]))\s*")
_CONTACT = re.compile(
    r"\s*(?:[\w.+-]+@[\w.-]+|(?:tel|telephone|phone|email|e-mail|ext|mobile)[.:]?\s*[\w@.+ ()-]*|\b0\d[\d ]{8,13}\b)\s*",
    re.I,
)


def is_name(text: str) -> bool:
    """Return whether *text* as a whole reads as a person's name."""
    text = text.strip(" ,.;:-\u2013")
    return (
        _NAME.match(text) is not None
        and not _ROLE_WORD.search(text)
        and not _NOT_A_NAME.search(text)
    )


def is_role(text: str) -> bool:
    """Return whether *text* reads as a post."""
    text = text.strip()
    return (
        bool(text)
        and text[0].isupper()
        and len(text.split()) <= 14
        and (_ROLE_WORD.search(text) is not None and not text.endswith("."))
    )


def parse_people(text: str, lines: tuple[str, ...] = ()) -> tuple[Person, ...]:
    """Return the people that a field's value names.

    Args:
        text: The value as one run of text.
        lines: The value's printed lines, which part a name from its role better.
    """
    rows = [_CONTACT.sub(" ", line).strip(" ,;") for line in (lines or (text,))]
    people: list[Person] = []
    for row in rows:
        for part in _SPLIT.split(row):
            _add(people, part.strip(" ,;:-\u2013"))
    return tuple(people)


def _add(people: list[Person], part: str) -> None:
    if not part or part.lower() in ("n/a", "none", "tbc", "not applicable"):
        return
    if is_name(part):
        people.append(Person(name=part))
        return
    match = re.match(
        r"^(?P<name>[^,(\u2013:]{3,50}?)\s*(?:,|\(|\s[\u2013-]\s|:)\s*(?P<role>.+?)\)?$", part
    )
    if match is not None and is_name(match["name"]):
        rest = match["role"]
        following = re.match(
            rf"^(?P<role>.*?),\s*(?P<next>{_PART}(?:\s+{_PART}){{1,2}}\s*[,(\u2013-].*)$", rest
        )
        if following is not None and is_name(re.split(r"\s*[,(\u2013]", following["next"])[0]):
            people.append(Person(name=match["name"].strip(), role=following["role"].strip(" ()")))
            _add(people, following["next"])
            return
        people.append(Person(name=match["name"].strip(), role=rest.strip()))
        return
    if match is not None and is_role(match["name"]) and is_name(match["role"]):
        people.append(Person(name=match["role"].strip(), role=match["name"].strip()))
        return
    words = part.split()
    for size in (4, 3, 2):
        head, tail = " ".join(words[:size]), " ".join(words[size:])
        if tail and is_name(head) and is_role(tail):
            people.append(Person(name=head, role=tail))
            return
    if people and people[-1].role is not None and people[-1].name is not None:
        # A bare line below a named person carries the post on.
        if part[0].islower() or (is_role(part) and not is_name(part)):
            people[-1] = Person(name=people[-1].name, role=f"{people[-1].role} {part}")
            return
    if is_role(part):
        if people and people[-1].role is None and people[-1].name is not None:
            people[-1] = Person(name=people[-1].name, role=part)
        else:
            people.append(Person(role=part))
