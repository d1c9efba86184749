"""Words that may hold a marking, with what stands over them; and what collects them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from spacy.tokens import Doc, Span

from papersearch.tagging.exemptions.labels import Role, label_role
from papersearch.tagging.exemptions.patterns import search
from papersearch.tagging.exemptions.ticks import unticked

Where = Literal["field", "heading", "column", "prose"]

_MARKING = re.compile(
    r"\W*(?:not for publication|exempt|confidential|for publication|restricted|"
    r"exempt information)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that may hold a marking.

    Attributes:
        doc: The paper.
        whole: Its text, asked for once: spaCy puts it together anew each time.
        start, end: Its characters in the text of *doc*.
        where: What stands over it.
        label: The words of the label, the heading or the column's header.
        role: What a field tells: the marking, the provision, the reason, the date.
        group: Passages of one form or one section have the same number.
        row: What a table's row speaks of, where *where* is ``column``.
        masked: Spans of characters that an unticked option fills.
        log: It stands in a table or section that reports on requests.
        guidance: It stands in instructions to authors.
        cell: It is a cell of a table that is no label and no value of one.
        listed: It is an item of a list, or stands in a table.
    """

    doc: Doc
    whole: str
    start: int
    end: int
    where: Where
    label: str = ""
    role: Role = "foi"
    group: int = 0
    row: tuple[int, int] | None = None
    masked: tuple[tuple[int, int], ...] = ()
    log: bool = False
    guidance: bool = False
    cell: bool = False
    listed: bool = False

    @property
    def text(self) -> str:
        """Its words, unticked options blanked out, at the same offsets."""
        text = self.whole[self.start : self.end]
        for start, end in self.masked:
            low, high = max(start - self.start, 0), min(end - self.start, len(text))
            if low < high:
                text = text[:low] + " " * (high - low) + text[high:]
        return text

    def span(self, start: int | None = None, end: int | None = None) -> Span:
        """Return the span of its characters, or of characters of the doc."""
        low = self.start if start is None else start
        high = self.end if end is None else end
        found = self.doc.char_span(low, max(high, low + 1), alignment_mode="expand")
        return self.doc[0:1] if found is None else found


@dataclass(slots=True)
class Collector:
    """Collects the passages of one paper in reading order, each with its group."""

    doc: Doc
    whole: str
    group: int = 0
    out: list[Passage] = field(default_factory=list)
    listed: bool = False
    part: tuple[int, int] | None = None
    """Words of the block before that only name a part: "Annex A: returns from operators"."""

    def add(self, start: int, end: int, where: Where, **more: object) -> None:
        """Add the passage of characters *start* to *end*, unless they hold no words."""
        if self.whole[start:end].strip():
            masked = unticked(self.doc, self.whole, start, end)
            found = Passage(
                self.doc, self.whole, start, end, where, masked=masked, listed=self.listed
            )
            self.out.append(replace(found, **more))  # type: ignore[arg-type]


@dataclass(slots=True)
class Heading:
    """The heading in force, and whether what follows is about publication."""

    text: str = ""
    foi: bool = False
    log: bool = False
    guidance: bool = False
    group: int = 0
    role: Role | None = None
    lone_label: bool = False

    def take(self, text: str, group: int) -> None:
        """Put the heading *text* in force, with its own number of a group."""
        words = " ".join(text.split())
        self.text = words
        self.log = search("headings", "not_foi", words) is not None and (
            re.search(r"(?i)freedom of information|\bFOI|\binformation requests?\b|exempt", words)
            is not None
        )
        self.guidance = search("headings", "guidance", words) is not None
        self.role = label_role(re.sub(r"^[\W\d]+", "", words))
        self.foi = not self.log and (
            search("headings", "foi", words) is not None or self.role == "foi"
        )
        self.group = group
        self.lone_label = False


def fields_of(
    reader: Collector,
    span: Span,
    fields: list[tuple[int, int, int, Role, str]],
    heading: Heading,
) -> None:
    """Add the labels and values *fields* of a block, and the words before the first."""
    base = span.start_char
    reader.group += 0 if heading.foi else 1
    group = heading.group if heading.foi else reader.group
    if fields[0][0] > 0:
        reader.add(base, base + fields[0][0], "prose", group=group, guidance=heading.guidance)
    for _, value, end, role, label in fields:
        reader.add(
            base + value, base + end, "field", label=label, role=role, group=group,
            guidance=heading.guidance, log=heading.log,
        )  # fmt: skip


def says_itself(text: str) -> bool:
    """Tell whether a label's words are a marking by themselves ("Not for publication")."""
    return _MARKING.fullmatch(text) is not None and not text.rstrip().endswith(":")
