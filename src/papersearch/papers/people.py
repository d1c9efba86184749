"""Names and roles as cover sheets and signature blocks write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from papersearch import dates, knowledge
from papersearch.record import Person

MOST_ROLE_WORDS = 16
_HONORIFIC = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Revd|Cllr"
    r"|Councillor|Rt Hon|Ald|Alderman|Capt|Captain|Col|Colonel|Maj|Major|Lt|Cdr|Commodore|Insp"
    r"|Inspector|Sgt|Sergeant|Supt|Superintendent|Canon|Fr|Judge)\.?\s+)"
)
_SMALL = r"(?:Mc|Mac|O['\u2019]|D['\u2019]|al-|ap\s|van\sder\s|van\s|von\s|de\sla\s|de\s|le\s|ab\s)"
_WORD = r"[A-Z][a-z\u00df-\u00ff]+"
_PART = rf"(?:[A-Z]\.(?:\s?[A-Z]\.)?|[A-Z]{{1,2}}(?=\s)|{_SMALL}?{_WORD}(?:[-'\u2019]{_WORD})*)"
_AFTER = (
    r"(?:,?\s+(?:OBE|MBE|CBE|KBE|DBE|BEM|CB|QC|KC|MP|MS|MSP|JP|DL|FREng|FRS|FRCP|FRCS|RN|QPM|PhD"
    r"|CPFA|FCA|FCCA))+"
)
_NAME = re.compile(rf"^{_HONORIFIC}{{0,2}}{_PART}(?:\s+{_PART}){{1,3}}(?:{_AFTER})?$")
_PERSONAL = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr)\b\.?\s")
"""Words before names that stand before no post."""
_TITLED = re.compile(rf"^{_HONORIFIC}{_PART}$")
_RANK = re.compile(
    r"(?:.*,\s*)?(?:Interim |Acting )?(?:Assistant|Associate|Deputy|Chief|Executive|Senior)"
)
"""A line that ends so is a post that its narrow column cuts."""
_SENTENCE = re.compile(r"\b(?:should|shall|will|is|are|was|were|has|have|must|please|can)\b")
_INITIALS = re.compile(r"^[A-Z]{2,4}$")
_CONTACT = re.compile(
    r"\s*\(?(?:[\w.+-]+@[\w.-]+|\b(?:tel|telephone|phone|email|e-mail|ext|mobile|extension)\b\.?"
    r"(?:\s+(?:number|no\.?|address))?[.:]?[\s\d()+@.-]*|(?:\+44\s?|\b0)\d[\d ]{7,13})\)?",
    re.I,
)
_NOBODY = frozenset(
    {"n/a", "na", "none", "tbc", "tba", "not applicable", "choose an item.", "choose an item",
     "as above", "name and title", "insert name", "various", "rag", "yes", "no", "due", "date"}
)  # fmt: skip


@cache
def _words(kind: str) -> re.Pattern[str]:
    words = knowledge.load("papersearch.papers", "people")[kind]
    tail = r"s?" if kind == "role_words" else ""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))}){tail}\b", re.I)


def is_name(text: str) -> bool:
    """Return whether *text* as a whole reads as a person's name."""
    text = text.strip(" ,.;:-\u2013")
    if _NAME.match(text) is None and _TITLED.match(text) is None:
        return False
    bare = re.sub(rf"^{_HONORIFIC}{{1,2}}", "", text)
    words = bare.split()
    if _PERSONAL.match(text) and len(words) > 1:
        words = words[:-1]  # "Dr Hal Dean": a surname that is a post elsewhere
    bare = " ".join(words)
    return not (_words("role_words").search(bare) or _words("not_names").search(bare))


def is_role(text: str) -> bool:
    """Return whether *text* reads as a post."""
    text = text.strip()
    return (
        bool(text)
        and text[0].isupper()
        and len(text.split()) <= MOST_ROLE_WORDS
        and not text.endswith(".")
        and _SENTENCE.search(text) is None
        and _words("role_words").search(text) is not None
    )


def parse_people(text: str, lines: Sequence[str] = ()) -> tuple[Person, ...]:
    """Return the people that a field's value names.

    Args:
        text: The value as one run of text.
        lines: The value's printed lines, which part a name from its role better.
    """
    whole = " ".join(text.split()).strip(" .")
    if whole.lower() in _NOBODY:
        return ()
    if _INITIALS.match(whole) and not _words("role_words").search(whole):
        return (Person(name=whole),)
    people: list[Person] = []
    if ";" in text:
        lines = ()  # signs part the people, and lines break where they will
    rows = (without_day(_CONTACT.sub(" ", line)) for line in (lines or (text,)))
    for row in _joined(rows):
        parts = [part for part in _parts(row) if part and part.lower() not in _NOBODY]
        role_first = len(parts) == 2 and is_role(parts[0]) and is_name(parts[1])
        if role_first and not _begins_with_person(parts[0]):
            people.append(Person(name=parts[1], role=parts[0]))  # "Leader of the Council; Jo Hill"
            continue
        for part in parts:
            _add(people, part)
    return tuple(people)


def without_day(row: str) -> str:
    """Return a person's entry without the day of writing: "Ada Firth, Chief Nurse, 19/11/23"."""
    row = row.strip(" ;|")
    mentions = [one for one in dates.find_dates(row) if one.day is not None]
    if mentions and row.rstrip(" .)").endswith(mentions[-1].raw.rstrip(" .")):
        return row[: mentions[-1].start].rstrip(" ,;(|\u2013-")
    return row


def _joined(rows: Iterable[str]) -> list[str]:
    """Join a role that runs over the line's end: "Rory Love, Cabinet Member for" + "Skills"."""
    out: list[str] = []
    for row in rows:
        if not row:
            continue
        runs_on = bool(out) and (
            re.search(r"(?:\b(?:for|of|and|the|to)|[,&/-])$", out[-1]) is not None
            or row[0].islower()
            or row.startswith(("&", "and "))
            or out[-1].count("(") > out[-1].count(")")
            or (_has_role(out[-1]) and _carries_role_on(row))
            or (_RANK.fullmatch(out[-1]) is not None and is_role(row))
        )
        if runs_on and not is_name(row.split(",")[0]):
            out[-1] += " " + row
        else:
            out.append(row)
    return out


def _has_role(row: str) -> bool:
    """Tell whether a row names a post: the next may carry its words on."""
    return _words("role_words").search(row) is not None


def _carries_role_on(row: str) -> bool:
    short = len(row.split()) <= 6 and not row.endswith(".") and not row.startswith(("For ", "To "))
    return short and not is_role(row) and _words("not_names").search(row) is not None


def _parts(row: str) -> list[str]:
    """Part a row at semicolons, bars, slashes and "and", where a person stands behind."""
    out: list[str] = []
    for piece in re.split(r"\s*(?:;|\n|\s\|\s|\u2022)\s*", row):
        start = 0
        for match in re.finditer(r"\s+(?:and|&)\s+|\s*/\s*", piece):
            if match.start() >= start and _begins_with_person(piece[match.end() :]):
                out.append(piece[start : match.start()])
                start = match.end()
        out.append(piece[start:])
    return [part.strip(" ,;:-\u2013") for part in out]


def _begins_with_person(text: str) -> bool:
    head = re.split(r"\s*(?:[,(:;/\u2013]|\s-\s|\s(?:and|&)\s)", text, maxsplit=1)[0]
    return is_name(head)


def _add(people: list[Person], part: str) -> None:
    if is_name(part):
        people.append(Person(name=part))
        return
    last = people[-1] if people else None
    bare = last is not None and last.name is not None and last.role is None
    if (
        bare
        and last is not None
        and is_role(part)
        and is_role(re.split(r"\s[\u2013-]\s|[,(:]", part)[0])
    ):
        people[-1] = Person(name=last.name, role=part)
        return
    if _add_listed(people, part):
        return
    # "Assistant Director (Legal Services) \u2013 Morag Hill"
    post, sign, name = re.sub(r"\s+[\u2013-]\s+", "\n", part).rpartition("\n")
    if sign and is_name(name) and is_role(post.replace("\n", " - ")):
        people.append(Person(name=name, role=post.replace("\n", " \u2013 ")))
        return
    named = re.match(
        r"^(?P<first>[^(\u2013:]{3,80}?)\s*(?:\(|\s[\u2013-]\s|:|\u2013)\s*(?P<rest>.+)$", part
    )
    if named is not None:
        first, rest = named["first"].strip(" ,"), named["rest"].strip(" ,")
        if rest.endswith(")") and rest.count("(") < rest.count(")"):
            rest = rest[:-1].strip()
        if is_name(first):
            people.append(Person(name=first, role=rest or None))
            return
        if is_role(first) and is_name(rest):
            people.append(Person(name=rest, role=first))
            return
    if (person := _without_sign(part)) is not None:
        people.append(person)
        return
    if last is not None and last.name and last.role and (part[0].islower() or is_role(part)):
        # A bare line below a named person carries the post on.
        people[-1] = Person(name=last.name, role=f"{last.role} {part}")
    elif is_role(part):
        people.append(Person(role=part))


def _add_listed(people: list[Person], part: str) -> bool:
    """Read "Jo Hill, Director of Finance, Ann Lee, Head of Estates", or names alone."""
    tokens = [token.strip() for token in part.split(",") if token.strip()]
    if len(tokens) < 2:
        return False
    if not is_name(tokens[0]):
        if len(tokens) == 2 and is_role(tokens[0]) and is_name(tokens[1]):
            people.append(Person(name=tokens[1], role=tokens[0]))
            return True
        return False
    found: list[tuple[str, list[str]]] = []
    for token in tokens:
        if is_name(token):
            found.append((token, []))
        elif (inner := re.match(r"^(?P<name>[^(]+?)\s*\((?P<role>.+)\)$", token)) and is_name(
            inner["name"]
        ):
            found.append((inner["name"], [inner["role"]]))
        else:
            found[-1][1].append(token)
    people += [Person(name=name, role=", ".join(roles) or None) for name, roles in found]
    return True


def _without_sign(part: str) -> Person | None:
    """Read "Jo Hill Director of Finance" and "Chief Executive Jo Hill"."""
    words = part.split()
    for size in (4, 3, 2):
        head, tail = " ".join(words[:size]), " ".join(words[size:])
        if tail and is_name(head) and is_role(tail):
            return Person(name=head, role=tail)
        head, tail = " ".join(words[:-size]), " ".join(words[-size:])
        if head and is_name(tail) and is_role(head):
            return Person(name=tail, role=head)
    return None
