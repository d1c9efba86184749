"""The cover sheet: its fields as the record has them. What is not printed is ``None``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from papersearch import dates, knowledge
from papersearch.papers.fields import find_fields, label_kind
from papersearch.papers.paper import Cover, CoverField
from papersearch.papers.people import is_name, is_role, parse_people
from papersearch.papers.purpose import find_purpose
from papersearch.reading.document import Block
from papersearch.record import Meeting, Person

MOST_COVER_BLOCKS = 60
_BODY = (
    r"(?:(?:[A-Z][\w&'\u2019-]*|of|and|the|in|for|&)\s+){0,6}?"
    r"(?:Board(?:\s+of\s+(?:Directors|Governors|Trustees))?|Cabinet|Council|Committee|Governing\s+Body|Executive|Panel|"
    r"Forum|Assembly|Sub-Committee|Board\s+in\s+(?:Public|Private)|BOARD(?:\s+OF\s+DIRECTORS)?|COMMITTEE|CABINET|COUNCIL)"
    r"(?:\s+(?:Meeting|MEETING|meeting)(?:\s+(?:in|held\s+in)\s+(?:[Pp]ublic|[Pp]rivate|PUBLIC|PRIVATE))?)?"
)
_MEETING_LINE = re.compile(
    rf"^(?:(?:Minutes|MINUTES|Notes|Agenda|AGENDA)\s+(?:of|for)\s+(?:the\s+|a\s+)?(?:meeting\s+of\s+(?:the\s+)?)?)?(?P<body>{_BODY})"
    r"(?P<rest>\W{0,6}(?:(?:held|to\s+be\s+held|on|at|meeting)\s+){0,3}.*)$"
)
_MEETING_OF = re.compile(
    rf"\b[Mm](?:eeting|EETING)\s+(?:of|OF)\s+(?:the\s+|THE\s+)?(?P<body>{_BODY})\s*,?\s*(?:\([^)]{{0,80}}\)\s*)?(?:was\s+)?(?:held|HELD|on|ON)\b"
)
_MEETING_IN_PROSE = re.compile(
    r"\b(?:(?:Trust|Public|Private|Governing)\s+)?(?:Board|Committee|Cabinet|Council|Governing Body)\s+[Mm]eeting\s+(?:(?:on|of|held on|to be held on)\s+)?(?:the\s+)?"
)
_AGENDA_NUMBER = re.compile(
    r"^(?:(?:agenda\s+)?item\s*(?:no\.?|number)?\s*:?\s*)?(?P<number>[A-Z]{0,3}\d{1,3}(?:\.\d{1,3}){0,2}\.?(?:[a-z]{1,4}|\([a-z]{1,4}\))?(?:\.[a-z])?)$",
    re.I,
)
_AGENDA_LINE = re.compile(
    r"^(?:agenda\s+)?item\s*(?:no\.?|number)?\s*[:\s]\s*(?P<number>[A-Z]{0,3}\d{1,3}(?:[./]\d{1,3}){0,2}(?:[a-z]{1,4}\b|\([a-z]{1,4}\))?)\.?$",
    re.I,
)
_YEAR_LIST = re.compile(
    r"\b(?:commitments?|objectives?|priorit(?:y|ies)|goals?|ambitions?|annual plan|plan on a page|pledges?)\b",
    re.I,
)
_COMMON_START = frozenset(
    "the a an our this your full each every any that all for of and in new public local partner other".split()
)


def find_cover(
    blocks: Sequence[Block],
    headers: Sequence[str] = (),
    kind: str = "paper",
    metadata_title: str = "",
) -> Cover:
    """Return the cover fields of a paper.

    Args:
        blocks: The paper's blocks in reading order.
        headers: Texts of its running headers and footers.
        kind: The paper's kind, which tells minutes' own date from a meeting to come.
        metadata_title: The file's own title, used only to confirm a printed one.
    """
    head = _head(blocks)
    fields = tuple(find_fields(head))
    by_kind: dict[str, list[CoverField]] = {}
    for item in fields:
        by_kind.setdefault(item.kind, []).append(item)
    author_date = _author_date(by_kind, blocks)
    meeting = _meeting(by_kind, head, headers, blocks, author_date)
    authors = _people(by_kind, "authors") or _signature(blocks)
    return Cover(
        title=_title(by_kind, head, kind, metadata_title),
        organisation=_organisation(by_kind, head, headers, blocks),
        agenda_item=_agenda_item(by_kind, head, headers),
        meeting=meeting,
        purpose=find_purpose(by_kind.get("purpose", ()), head, blocks),
        presented_by=_people(by_kind, "presented_by"),
        authors=authors,
        date=author_date,
        financial_year=_financial_year(blocks),
        previous_committees=_previous(by_kind),
        recommendation=_recommendation(by_kind, blocks),
        fields=fields,
    )


def _head(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks among which cover fields are looked for: the first two pages' first part."""
    first = blocks[0].page if blocks else 1
    out = []
    for block in blocks[:MOST_COVER_BLOCKS]:
        if block.page > first + 1:
            break
        out.append(block)
    return out


def _first(by_kind: dict[str, list[CoverField]], kind: str) -> str | None:
    for item in by_kind.get(kind, ()):
        value = item.value.strip(" :")
        if value and label_kind(value) is None and value.lower() not in ("n/a", "tbc"):
            return value
    return None


def _title(
    by_kind: dict[str, list[CoverField]], head: Sequence[Block], kind: str, metadata: str
) -> str | None:
    value = _first(by_kind, "title")
    if value is not None and len(value) < 300:
        return value
    lettered = [b for b in head if b.lines and any(c.isalpha() for c in b.text)]
    if not lettered or any(f.kind == "title" for fs in by_kind.values() for f in fs):
        return None
    first_page = [b for b in lettered if b.page == lettered[0].page]
    sizes = {
        id(b): max((w.size for line in b.lines for w in line.words), default=0.0)
        for b in first_page
    }
    prose = next((i for i, b in enumerate(first_page) if _is_prose(b)), len(first_page))
    tops = [b for b in first_page[: prose or 1] if b.kind == "heading" and not _is_masthead(b.text)]
    if not tops:
        return None
    largest = max(sizes[id(b)] for b in tops)
    if largest == 0:  # no sizes: only a heading that opens the paper is its title
        opening = tops[0] if first_page and first_page[0] is tops[0] else None
        return opening.text if opening is not None and opening.marker is None else None
    if kind in ("minutes", "action_log"):
        named = [b for b in tops if re.search(r"(?i)\b(?:minutes|notes|action)", b.text)]
        if named:
            return named[0].text
    chosen = [b for b in tops if sizes[id(b)] >= 0.92 * largest]
    out = chosen[0].text
    for before, block in zip(chosen, chosen[1:], strict=False):
        # A title set on several lines reaches us as several blocks of the same size.
        if first_page.index(block) != first_page.index(before) + 1 or len(out) > 160:
            break
        out += " " + block.text
    if re.match(r"^\d+(?:\.\d+)*\.?\s", out) and chosen[0].level:
        return None
    return out


def _is_prose(block: Block) -> bool:
    text = block.text
    return (
        block.kind in ("paragraph", "list_item") and len(text.split()) > 14 and ":" not in text[:40]
    )


def _is_masthead(text: str) -> bool:
    """Tell whether a heading is the body's, the meeting's or the form's name and not the paper's."""
    folded = text.strip()
    if organisation_in(folded) == folded or dates.find_dates(folded) and len(folded.split()) <= 4:
        return True
    match = _MEETING_LINE.match(folded)
    if match is not None and (
        not match["rest"].strip(" -\u2013,:") or dates.find_dates(match["rest"])
    ):
        return not re.match(r"(?i)(minutes|notes)\b", folded)
    return bool(
        re.match(r"(?i)^(?:report|board paper|cover sheet|front sheet|report cover sheet|confidential|official(?:[- ]sensitive)?|"
                 r"public|private|draft|part [12i]+|agenda|appendix [a-z0-9]+|for (?:information|decision|assurance|approval)|paper [a-z0-9]+|enclosure.*|item .{0,12}|agenda item.*)\.?$", folded)
    )  # fmt: skip


@cache
def _endings() -> re.Pattern[str]:
    endings = knowledge.load("papersearch.papers", "cover")["organisations"]["endings"]
    forms = [*endings, *(ending.upper() for ending in endings)]
    tail = "|".join(
        re.escape(e).replace(r"\ ", r"\s+") for e in sorted(forms, key=len, reverse=True)
    )
    word = r"(?:[A-Z][\w'\u2019.&-]*|St\.?)"
    link = r"(?:(?:of|and|on|upon|for|in|de|OF|AND|ON|UPON|&)\s+(?:the\s+)?)?"
    return re.compile(
        rf"\b(?:{word}\s+{link}){{1,7}}(?:{tail})\b(?!\s+(?:[Tt]ax|TAX|Act|House|[Ll]eader))"
    )


_ROLE_BEFORE = re.compile(
    r"^.*\b(?:Leader|Chair|Chairman|Director|Officer|Member|Executive|Secretary|Details|Report|Minutes|"
    r"MINUTES|Meeting|MEETING|Contact|From|To|Agenda|AGENDA|Cabinet)\s+(?:(?:of|for|to|OF|OF THE)\s+)?(?:the\s+)?"
)


def organisation_in(text: str) -> str | None:
    """Return the first name of a public body in *text*."""
    for match in _endings().finditer(text):
        name = _ROLE_BEFORE.sub("", " ".join(match.group().split()))
        words = name.split()
        while words and words[0].lower().strip(",.") in _COMMON_START:
            words.pop(0)
        proper = [w for w in words if w.lower() not in _GENERIC]
        if len(words) >= 2 and proper:
            return " ".join(words)
    return None


_GENERIC = frozenset(
    "council nhs trust foundation county borough city district town parish metropolitan health board integrated "
    "care system university agency commission partnership of and the for in & services service authority "
    "combined unitary ambulance college local public regulator charity".split()
)


def _organisation(
    by_kind: dict[str, list[CoverField]], head: Sequence[Block], headers: Sequence[str],
    blocks: Sequence[Block],
) -> str | None:  # fmt: skip
    """Return the body that the paper's masthead, running lines or text name as its own."""
    value = _first(by_kind, "organisation")
    if value is not None and len(value.split()) <= 12:
        return organisation_in(value) or value
    votes: Counter[str] = Counter()
    shown: dict[str, str] = {}

    def vote(text: str, weight: int) -> None:
        found = organisation_in(text)
        if found is not None:
            key = found.lower()
            votes[key] += weight
            if key not in shown or shown[key].isupper():
                shown[key] = found

    for text in sorted({*headers}):
        vote(text, 6)
    for position, block in enumerate(head):
        text = block.text
        vote(text, 8 if len(text.split()) <= 12 and position < 8 else 1)
    for block in blocks:
        if block.table is None:
            vote(block.text, 1)
    if not votes:
        return None
    best, count = max(votes.items(), key=lambda item: (item[1], -len(item[0]), item[0]))
    return shown[best] if count >= 4 else None


def _agenda_item(
    by_kind: dict[str, list[CoverField]], head: Sequence[Block], headers: Sequence[str]
) -> str | None:
    value = _first(by_kind, "agenda_item")
    if value is not None and len(value) <= 25 and any(c.isdigit() for c in value):
        return value.rstrip(".")
    for text in [*(b.text for b in head[:8] if b.lines), *headers]:
        match = _AGENDA_LINE.match(text.strip())
        if match is not None:
            return match["number"]
    lines = [line.text.strip() for b in head[:10] for line in b.lines]
    for line in lines:
        if match := re.match(
            r"(?i)^agenda\s+item\s*(?:no\.?|number)?\s*[:\s]\s*(\S{1,10}(?:\s?\([0-9a-z]{1,6}\))?)",
            line,
        ):
            if any(c.isdigit() for c in match.group(1)):
                return match.group(1).rstrip(".,;")
    return None


def _meeting(
    by_kind: dict[str, list[CoverField]], head: Sequence[Block], headers: Sequence[str],
    blocks: Sequence[Block], author_date: str | None,
) -> Meeting:  # fmt: skip
    body = raw = when = None
    inferred = False
    for item in by_kind.get("meeting", ()):
        value = item.value.strip()
        if not value or (
            item.label.lower() in ("to", "board") and not re.match(rf"^{_BODY}", value)
        ):
            continue
        mention = next(iter(dates.find_dates(value)), None)
        if mention is not None:
            body = value[: mention.start].strip(" ,\u2013-:") or None
            raw, when, inferred = value, *_resolve(mention, author_date)
        else:
            body = value if len(value.split()) <= 14 else None
        body = re.sub(r"\s+(?:held\s+)?(?:on|of)$", "", body) if body else body
        break
    for item in by_kind.get("meeting_date", ()):
        mention = next(iter(dates.find_dates(item.value)), None)
        if mention is not None and when is None:
            raw, when, inferred = item.value, *_resolve(mention, author_date)
    if when is None or body is None:
        for block in head[:12]:
            text = block.text
            match = _MEETING_OF.search(text)
            if match is None:
                continue
            mention = next(iter(dates.find_dates(text[match.end() :])), None)
            if mention is not None and mention.day is not None:
                body = body or match["body"].strip()
                stop = match.end() + mention.end
                raw, when, inferred = text[match.start() : stop], *_resolve(mention, author_date)
                break
    if when is None or body is None:
        texts = [line.text for b in head[:14] for line in b.lines] + list(headers)
        for text in texts:
            match = _MEETING_LINE.match(text.strip())
            if match is None or len(text) > 150:
                continue
            mention = next(iter(dates.find_dates(match["rest"])), None)
            if mention is None and match["rest"].strip(" -\u2013,:|"):
                continue
            if body is None:
                body = match["body"].strip()
            if mention is not None and when is None:
                raw, when, inferred = text.strip(), *_resolve(mention, author_date)
            if when is not None:
                break
    if when is None:
        for block in head[:10]:
            text = block.text.strip()
            mention = next(iter(dates.find_dates(text)), None)
            alone = mention is not None and len(text) - len(mention.raw) < 25 and block.lines
            if mention is not None and alone and mention.day is not None and body is not None:
                raw, when, inferred = text, *_resolve(mention, author_date)
                break
    if when is None and body is None:
        found = _meeting_in_prose(blocks, author_date)
        if found is not None:
            return found
    return Meeting(body=body, date=when, raw=raw, inferred=inferred)


def _resolve(mention: dates.DateMention, near: str | None) -> tuple[str | None, bool]:
    if mention.iso is not None:
        return (mention.iso if mention.day is not None else None), False
    reference = dates.parse_iso(near)
    if reference is None:
        return None, False
    day = dates.with_year(mention, reference)
    return (day.isoformat() if day else None), day is not None


def _meeting_in_prose(blocks: Sequence[Block], author_date: str | None) -> Meeting | None:
    """Find "at Board meeting 30th November" in the text, nearest to the end, where papers say it."""
    for block in reversed(blocks):
        if block.table is not None:
            continue
        text = block.text
        for match in _MEETING_IN_PROSE.finditer(text):
            mention = next(
                (m for m in dates.find_dates(text[match.end() : match.end() + 40]) if m.start == 0),
                None,
            )
            if mention is None or mention.day is None:
                continue
            when, inferred = _resolve(mention, author_date)
            # A meeting that was before the paper was written is one it reports, not its own.
            own, author = dates.parse_iso(when), dates.parse_iso(author_date)
            if own is None or author is None or not 0 <= (own - author).days <= 92:
                continue
            raw = " ".join(text[match.start() : match.end() + mention.end].split())
            return Meeting(body=None, date=when, raw=raw, inferred=inferred)
    return None


def _author_date(by_kind: dict[str, list[CoverField]], blocks: Sequence[Block]) -> str | None:
    for item in by_kind.get("date", ()):
        for mention in dates.find_dates(item.value):
            if mention.iso is not None:
                return mention.iso
    lines = _last_lines(blocks)
    for index, line in enumerate(lines):
        mentions = dates.find_dates(line)
        if len(mentions) == 1 and len(line) - len(mentions[0].raw) < 12 and mentions[0].iso:
            # A date alone near the end belongs to the names above it.
            if any(
                is_name(other) or is_role(other) for other in lines[max(0, index - 4) : index + 1]
            ):
                return mentions[0].iso
    return None


def _last_lines(blocks: Sequence[Block]) -> list[str]:
    lines = [line.text.strip() for b in blocks[-12:] if b.table is None for line in b.lines]
    return lines[-12:]


def _signature(blocks: Sequence[Block]) -> tuple[Person, ...]:
    """Return who signed at the end: a name on its own line, with the post beneath."""
    lines = _last_lines(blocks)
    people = []
    for index, line in enumerate(lines):
        if not is_name(line):
            continue
        after = lines[index + 1] if index + 1 < len(lines) else ""
        for mention in dates.find_dates(after):
            after = after[: mention.start].strip(" ,")
        if is_role(after):
            people.append(Person(name=line, role=after))
        elif any(dates.find_dates(other) for other in lines[index + 1 : index + 3]):
            people.append(Person(name=line))
    return tuple(people[-2:])


def _people(by_kind: dict[str, list[CoverField]], kind: str) -> tuple[Person, ...]:
    out: list[Person] = []
    for item in by_kind.get(kind, ()):
        if item.label.lower() == "from" and not re.search(r"[A-Z]", item.value):
            continue
        for person in parse_people(item.value, item.lines):
            if person not in out and not any(p.name and p.name == person.name for p in out):
                out.append(person)
    return tuple(out)


def _previous(by_kind: dict[str, list[CoverField]]) -> tuple[str, ...]:
    out: list[str] = []
    for item in by_kind.get("previous_committees", ()):
        for part in re.split(r"\s*(?:;|\n|\u2022)\s*", item.value):
            # "Quality Committee 3 May 2023 Audit Committee 9 May 2023": a date ends an entry.
            start = 0
            for mention in dates.find_dates(part):
                if re.match(r"\s+[A-Z]", part[mention.end :]):
                    out.append(part[start : mention.end])
                    start = mention.end
            out.append(part[start:])
    kept = [entry.strip(" ,") for entry in out]
    skipped = ("", "n/a", "none", "not applicable", "na", "-", "no")
    return tuple(dict.fromkeys(entry for entry in kept if entry.lower() not in skipped))


def _recommendation(by_kind: dict[str, list[CoverField]], blocks: Sequence[Block]) -> str | None:
    section = _section_text(blocks)
    if section is not None:
        return section
    return _first(by_kind, "recommendation")


def _section_text(blocks: Sequence[Block]) -> str | None:
    """Return the text under the last heading that says "Recommendation"; the cover's is a repeat."""
    best: str | None = None
    for index, block in enumerate(blocks):
        if block.table is not None or not block.lines:
            continue
        words = block.text
        if block.marker:
            words = words[len(block.marker) :].strip()
        title = re.match(r"(?i)^recommendations?(?:\(s\))?(?:\s*/\s*\w+){0,2}\s*:?$", words.strip())
        if title is None or (block.kind != "heading" and len(block.lines) > 1):
            continue
        parts: list[str] = []
        for following in blocks[index + 1 : index + 25]:
            if following.kind == "heading" or following.table is not None:
                break
            parts.append(following.text)
        if parts:
            best = " ".join(parts)
    return best


def _financial_year(blocks: Sequence[Block]) -> str | None:
    """Return the year that the paper's own list or heading names."""
    for block in blocks:
        if block.table is not None:
            first = " ".join(c.text for c in block.table.cells if c.row == 0)
            if _YEAR_LIST.search(first) and (year := dates.financial_year(first)):
                return year
            continue
        text = block.text
        if len(text) > 200:
            continue
        if block.kind == "heading" or text.rstrip().endswith(":"):
            if _YEAR_LIST.search(text) and (year := dates.financial_year(text)):
                return year
    for block in blocks[:12]:
        if block.kind == "heading" and (year := dates.financial_year(block.text)):
            return year
    return None
