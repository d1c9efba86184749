"""A paper as data: metadata, blocks of marked-up text, and the marks that become its truth.

The text of a paper is written once. What a careful expert would record is
marked where it stands, ``{{kind attributes|words}}``; drawing the page tells on
which page each mark fell, and the truth is made from marks and pages, so that
page and truth cannot drift apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

START, STOP = "\ue000", "\ue001"
TICK, NO_TICK = "\ue002", "\ue003"
SENTINEL = re.compile(f"{START}(\\d+){STOP}")
_MARK = re.compile(r"\{\{(\w+)((?:[^|{}]|\{[^{])*)\|(.*?)\}\}", re.S)

Person = tuple[str | None, str | None]


@dataclass(frozen=True)
class Text:
    """A paragraph, heading or list item."""

    text: str
    style: str = "body"


@dataclass(frozen=True)
class Table:
    """Rows of cells; ``look`` is ``grid``, ``lines`` or ``plain``."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    header: bool = True
    look: str = "grid"
    label_column: bool = False


@dataclass(frozen=True)
class Gap:
    """Empty space of *size* points, or a new page."""

    size: float = 8
    new_page: bool = False


@dataclass(frozen=True)
class Columns:
    """Blocks set in two columns."""

    blocks: tuple[Text, ...]


Block = Text | Table | Gap | Columns


@dataclass
class Mark:
    """Something to record: its kind, its attributes and its words."""

    kind: str
    text: str
    attrs: dict[str, Any]


@dataclass(frozen=True)
class Risk:
    """A row of a risk table."""

    level1: str
    level2: str | None = None
    statement: str | None = None
    appetite: str | None = None
    levels: tuple[str, ...] = ()
    impact: str | None = None
    ticked: bool | None = None
    reference: str | None = None
    score: tuple[int, int] | None = None
    status: str | None = None
    break_after: str | None = None
    """Words of the statement after which the page ends."""
    blank: str = ""
    """What the form shows where nobody filled in appetite or impact."""


@dataclass
class Paper:
    """One paper, before it is drawn."""

    key: str
    body: str
    form: str
    title: str
    organisation: str
    meeting: str | None = None
    meeting_date: str | None = None
    meeting_date_raw: str | None = None
    meeting_inferred: bool = False
    file: str | None = None
    producer: str = "reportlab"
    theme: str = "plain"
    tick: str = "dejavu"
    item: str | None = None
    purpose: tuple[str, ...] = ()
    presented_by: tuple[Person, ...] = ()
    authors: tuple[Person, ...] = ()
    date: str | None = None
    date_raw: str | None = None
    financial_year: str | None = None
    commitments_year: str | None = None
    ticked: tuple[int, ...] | None = None
    risks: tuple[Risk, ...] = ()
    foi: str | None = None
    foi_status: str = "not_stated"
    recommendation: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    header: str | None = None
    footer: str | None = None
    story: str = ""
    sections_certain: bool = True
    folder: str = ""

    def __post_init__(self) -> None:
        self.marks: list[Mark] = []
        self.used_recommendation: str | None = None

    @property
    def year(self) -> str:
        """The year of its meeting, for its folder."""
        return (self.meeting_date or self.date or "0000")[:4]

    def mark(self, kind: str, text: str, /, **attrs: Any) -> str:
        """Register a mark; return its words with the sentinel before them."""
        self.marks.append(Mark(kind, text, attrs))
        return f"{START}{len(self.marks) - 1}{STOP}{text}"

    def inline(self, text: str) -> str:
        """Turn ``{{kind a=b; c=d|words}}`` into sentinels, ticks into their signs."""

        def found(match: re.Match[str]) -> str:
            attrs: dict[str, Any] = {}
            for part in match[2].split(";"):
                if part.strip():
                    name, _, value = part.partition("=")
                    attrs[name.strip()] = value.strip()
            return self.mark(match[1], " ".join(match[3].split()), **attrs)

        text = _MARK.sub(found, text)
        if "{{" in text or "}}" in text:
            raise ValueError(f"{self.key}: stray braces in {text[:90]!r}")
        return text.replace("[x]", TICK).replace("[ ]", NO_TICK)


def free(text: str) -> str:
    """Return *text* with its marks taken off and their words kept."""
    return " ".join(_MARK.sub(lambda match: match[3], text).split())


def bare(text: str) -> str:
    """Return *text* as printed: no sentinels, no emphasis, no ticks."""
    text = SENTINEL.sub("", text).replace(TICK, "").replace(NO_TICK, "")
    return " ".join(text.replace("**", "").split())


_HEADING = re.compile(r"^(#{1,2})\s+(?:((?:\d+(?:\.\d+)*|[A-Z])\.?)\s+)?(.+)$")
_WIDTHS = re.compile(r"^\|widths\s+([\d. ]+)$")


def parse(paper: Paper, source: str) -> list[Block]:
    """Turn the light mark-up of *source* into blocks; ``@name`` calls for a special block."""
    from scripts.make_corpus import forms

    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", source.strip("\n")):
        lines = [line.rstrip() for line in chunk.strip().split("\n") if line.strip()]
        if not lines:
            continue
        if lines[0].startswith("#"):
            blocks.append(_heading(paper, lines.pop(0)))
        if not lines:
            continue
        first = lines[0].lstrip()
        if first.startswith("@"):
            name, _, argument = first[1:].partition(" ")
            blocks.extend(forms.special(paper, name, argument))
            lines.pop(0)
        elif first.startswith("---"):
            blocks.append(Gap(new_page=True))
        elif first.startswith("|"):
            blocks.append(_table(paper, lines))
        elif re.match(r"^(- |\* |\d+\) |\([a-z]\) )", first):
            blocks.extend(_items(paper, lines))
        else:
            text = paper.inline(" ".join(line.strip() for line in lines))
            numbered = re.match(r"^(?:\ue000\d+\ue001)?\d+\.\d+ ", text)
            blocks.append(Text(text, "numbered" if numbered else "body"))
    return blocks


def _heading(paper: Paper, line: str) -> Text:
    match = _HEADING.match(line)
    assert match, line
    number = match[2].rstrip(".") if match[2] else None
    words = f"{match[2]} {match[3]}" if match[2] else match[3]
    paper.mark("section", match[3], number=number)
    return Text(f"{START}{len(paper.marks) - 1}{STOP}{words}", f"h{len(match[1])}")


def _items(paper: Paper, lines: list[str]) -> list[Block]:
    joined: list[str] = []
    for line in lines:
        if re.match(r"^\s*(- |\* |\d+\) |\([a-z]\) )", line):
            joined.append(line.strip())
        else:
            joined[-1] += " " + line.strip()
    blocks: list[Block] = []
    for item in joined:
        lead, _, rest = item.partition(" ")
        text = paper.inline(rest)
        if lead in "-*":
            blocks.append(Text(text, "bullet"))
        else:
            blocks.append(
                Text(f"{lead.replace(')', '.') if lead[0].isdigit() else lead} {text}", "item")
            )
    return blocks


def _table(paper: Paper, lines: list[str]) -> Table:
    widths: tuple[float, ...] = ()
    match = _WIDTHS.match(lines[0].strip())
    if match:
        widths = tuple(float(width) for width in match[1].split())
        lines = lines[1:]
    rows = []
    for line in lines:
        # a cell may hold marks, whose attributes end with a bar: hide it while cutting
        hidden = _MARK.sub(lambda found: found[0].replace("|", "\ue004", 1), line.strip())
        cells = hidden.strip("|").split("|")
        rows.append(tuple(paper.inline(cell.replace("\ue004", "|").strip()) for cell in cells))
    return Table(tuple(rows), widths)
