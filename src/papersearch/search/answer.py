"""An answer and its hits, as ``search --json`` prints them (``papersearch.answer/1``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from papersearch.record import PageBox, Struct

ANSWER_SCHEMA = "papersearch.answer/1"


class Why(Struct, frozen=True, kw_only=True):
    """How a hit came about: each half's score and place, the question's words it holds.

    ``share`` is BM25 as the part of the most that the question's words could
    score; ``weight`` how much the half that goes by meaning counted; ``met`` the part of the
    question that its words meet, near ones too; ``around`` what its neighbours on the page added.
    """

    cosine: float | None = None
    dense_rank: int | None = None
    share: float | None = None
    lexical_rank: int | None = None
    weight: float | None = None
    met: float | None = None
    around: float | None = None
    words: tuple[str, ...] = ()
    reranked_from: int | None = None


class Mark(Struct, frozen=True, kw_only=True):
    """A word of a hit's text that matches: characters from *start* up to, not including, *end*.

    ``by`` says how: one of the question's ``words`` or a form of it, or near in ``meaning`` to the
    word that ``like`` names.
    """

    start: int
    end: int
    by: Literal["words", "meaning"]
    like: str | None = None


class Standing(Struct, frozen=True, kw_only=True):
    """Where else the words of a hit stand."""

    paper_id: str
    title: str | None
    file: str
    meeting_date: str | None
    page: int
    label: str | None


class Hit(Struct, frozen=True, kw_only=True):
    """A passage that answers; *page* is that on which *text* begins.

    ``also_in`` counts the other places with the same words, or nearly;
    ``also_at`` names them, newest first, at most twenty.
    """

    rank: int
    score: float
    paper_id: str
    title: str | None
    organisation: str | None
    file: str
    meeting_date: str | None
    page: int
    label: str | None
    section: str | None
    text: str
    boxes: tuple[PageBox, ...] = ()
    marks: tuple[Mark, ...] = ()
    tags: tuple[str, ...] = ()
    also_in: int = 0
    also_at: tuple[Standing, ...] = ()
    agenda_item: str | None = None
    body: str | None = None
    root: str | None = None
    why: Why | None = None


class Coverage(Struct, frozen=True, kw_only=True):
    """What could not be searched."""

    files_failed: int = 0
    pages_not_searchable: int = 0


class Answer(Struct, frozen=True, kw_only=True):
    """What the archive says to a question: its hits, one after the other.

    *score* of a hit means the same for every question.
    """

    schema: str = ANSWER_SCHEMA
    query: str
    mode: str
    filters: dict[str, Any]
    answerable: bool
    took_ms: float
    hits: tuple[Hit, ...]
    coverage: Coverage = Coverage()

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)
