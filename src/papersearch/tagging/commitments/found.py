"""What the readers of commitments hand each other: a span, and what it says."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from spacy.tokens import Doc, Span

from papersearch import dates
from papersearch.reading.document import Block, Line, Tick, Word
from papersearch.record import Commitment, Due, Target, Tickedness
from papersearch.tagging.commitments.patterns import any_of, matches, words
from papersearch.tagging.layout import TableView, evidence

_GLUED_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,3})+(?=[A-Z][a-z])")
"""An item's number that a page reading left no space behind ("9.6Agreed to")."""
Kind = Literal["annual", "pledge", "action", "aspiration"]


@dataclass(frozen=True, slots=True)
class Found:
    """A commitment as one reader found it; *why* names the rule and its cue."""

    span: Span
    kind: Kind
    text: str
    why: str
    ticked: Tickedness = None
    financial_year: str | None = None
    target: Target | None = None
    due: Due | None = None
    owner: str | None = None
    status: str | None = None
    reference: str | None = None

    def commitment(self) -> Commitment:
        """Return it as a part of the record."""
        return Commitment(
            text=self.text,
            kind=self.kind,
            ticked=self.ticked,
            financial_year=self.financial_year,
            target=self.target,
            due=self.due,
            owner=self.owner,
            status=self.status,
            reference=self.reference,
            evidence=evidence(self.span, self.why),
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its white space folded, without bullet, number and name."""

    span: Span
    text: str
    _places: tuple[int, ...]
    """Where each character of ``text`` stands in the doc's text."""

    @classmethod
    def of(cls, span: Span) -> Sentence:
        """Return *span* as a sentence."""
        folded: list[str] = []
        places: list[int] = []
        for place, character in enumerate(span.text, span.start_char):
            if not character.isspace():
                folded.append(character)
            elif folded and folded[-1] != " ":
                folded.append(" ")
            else:
                continue
            places.append(place)
        whole = "".join(folded).rstrip()
        plain, _ = without_number(whole)
        lead = len(whole) - len(plain) if whole.endswith(plain) else 0
        return cls(span, whole[lead:], tuple(places[lead : len(whole)]))

    def at(self, start: int, end: int) -> Span | None:
        """Return the words at characters *start* to *end* of ``text``."""
        return self.span.doc.char_span(
            self._places[start], self._places[end - 1] + 1, alignment_mode="expand"
        )

    def found(self, kind: Kind, why: str, **fields: Any) -> Found:
        """Return the sentence as a commitment."""
        span = self.at(0, len(self.text)) or self.span
        return Found(span, kind, self.text, why, **fields)


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the paper with its span; *view* where it is a table."""

    span: Span
    block: Block
    view: TableView | None = None

    @property
    def text(self) -> str:
        """Its words, white space folded."""
        return " ".join(self.span.text.split())


@dataclass(frozen=True, slots=True)
class WordAt:
    """A word and the characters ``start`` to ``end`` of the doc where it stands."""

    word: Word
    start: int
    end: int

    @property
    def tick(self) -> Tick | None:
        """The tick that the word is."""
        return self.word.tick


def pieces(doc: Doc) -> list[Piece]:
    """Return the blocks of *doc* in reading order, tables with their views."""
    views = {view.span.start: view for view in doc._.tables}
    blocks = dict(doc.user_data.get("blocks", ()))
    return [
        Piece(span, block, views.get(span.start) if block.table is not None else None)
        for span in doc.spans.get("layout", ())
        if (block := blocks.get(span.start)) is not None
    ]


def lines_of(span: Span, lines: Sequence[Line]) -> list[list[WordAt]]:
    """Return the words of *lines*, which fill *span*, with their places in the doc."""
    places: list[Any] = span.doc.user_data.get("places", [])
    index = bisect.bisect_left(places, span.start_char, key=lambda place: place.start)
    out: list[list[WordAt]] = []
    for line in lines:
        row = []
        for word in line.words:
            if not word.text:
                continue
            if index >= len(places) or places[index].start >= span.end_char:
                break
            row.append(WordAt(word, places[index].start, places[index].end))
            index += 1
        if row:
            out.append(row)
    return out


def reference_day(doc: Doc) -> date | None:
    """Return the day from which the paper's "Q3" and "the May Board" are counted."""
    paper = doc._.paper
    if paper is None:
        return None
    return dates.parse_iso(paper.cover.meeting.date) or dates.parse_iso(paper.cover.date)


def kind_of_paper(doc: Doc) -> str:
    """Return what kind of paper it is (``paper``, ``minutes``, ``policy`` …)."""
    return doc._.paper.kind if doc._.paper is not None else "paper"


def organisation_of(doc: Doc) -> str | None:
    """Return the body whose paper it is, where the paper tells."""
    return doc._.paper.cover.organisation if doc._.paper is not None else None


def inside(span: Span, spans: Sequence[Span]) -> bool:
    """Tell whether *span* overlaps one of *spans*."""
    return any(span.start < other.end and other.start < span.end for other in spans)


def sentences(span: Span) -> Iterator[Span]:
    """Yield the sentences of *span*, white space at their ends left out."""
    start = span.start
    for token in span.doc[span.start + 1 : span.end]:
        if token.is_sent_start and not _abbreviates(span.doc, token.i):
            yield from _trimmed(span.doc, start, token.i)
            start = token.i
    yield from _trimmed(span.doc, start, span.end)


def _abbreviates(doc: Doc, at: int) -> bool:
    """Tell whether what stands before token *at* is "Dir." or the like, and ends no sentence."""
    before = doc[max(0, at - 2) : at].text.split()
    return bool(before) and before[-1] in words("who")["abbreviated"]


def _trimmed(doc: Doc, start: int, end: int) -> Iterator[Span]:
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    if end > start:
        yield doc[start:end]


def without_number(text: str) -> tuple[str, str | None]:
    """Return *text* without its bullet, number and name, and the name ("SO1") if it has one."""
    reference = None
    text = _GLUED_NUMBER.sub("", text.strip())
    for _ in range(3):
        before = text
        number = matches("annual", "item_number", text)
        if number is not None and number.end() < len(text):
            text = text[number.end() :].strip()
        for pattern in words("annual")["item_name"]:
            name = any_of([pattern]).match(text)
            if name is not None and name.end() < len(text):
                reference = reference or name["ref"].strip()
                text = text[name.end() :].strip()
        if text == before:
            break
    return text, reference
