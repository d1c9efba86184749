"""A paper cut out of its document: pages, cover sheet, sections, blocks."""

from __future__ import annotations

from dataclasses import dataclass, field

from papersearch.reading.document import Block, Document, Page
from papersearch.record import Meeting, Person, Section, Warning


@dataclass(frozen=True, slots=True)
class CoverField:
    """A labelled entry of a cover sheet.

    *kind* is the field's papersearch name (``title``, ``purpose``,
    ``presented_by``, ``foi``, ``risk_appetite``, …), *label* the words printed
    before it, *value* the words printed for it, *block* the index in
    ``PaperText.blocks`` of the block that holds it.
    """

    kind: str
    label: str
    value: str
    page: int
    block: int
    lines: tuple[str, ...] = ()
    """The value's printed lines, where they part names better than its text does."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover fields, named as in the record (contract.md)."""

    title: str | None = None
    organisation: str | None = None
    agenda_item: str | None = None
    meeting: Meeting = field(default_factory=Meeting)
    purpose: tuple[str, ...] = ()
    presented_by: tuple[Person, ...] = ()
    authors: tuple[Person, ...] = ()
    date: str | None = None
    financial_year: str | None = None
    previous_committees: tuple[str, ...] = ()
    recommendation: str | None = None
    fields: tuple[CoverField, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperText:
    """One paper: what ``tagging`` and the passages of the archive are made from.

    *blocks* are in reading order, without running headers, footers, watermarks,
    line numbers and hidden text. *kind* is ``paper``, ``minutes``,
    ``action_log``, ``risk_register``, ``strategy``, ``report``, ``letter``, ….
    """

    document: Document
    first_page: int
    last_page: int
    blocks: tuple[Block, ...]
    cover: Cover = field(default_factory=Cover)
    sections: tuple[Section, ...] = ()
    kind: str = "paper"
    warnings: tuple[Warning, ...] = ()
    labels: dict[int, str] = field(default_factory=dict)
    """Printed page label by file page."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the file that this paper fills."""
        return self.document.pages[self.first_page - 1 : self.last_page]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An entry of a pack's agenda; *mode* "verbal", "to follow", … where printed."""

    number: str | None
    title: str
    mode: str | None = None
    first_page: int | None = None
    """The file page of its paper, ``None`` where the pack holds none."""


@dataclass(frozen=True, slots=True)
class Division:
    """A document divided into its papers, and the agenda if it has one."""

    papers: tuple[PaperText, ...]
    agenda: tuple[AgendaItem, ...] = ()
