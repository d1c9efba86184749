"""A question becomes ranked hits: words and meaning, fused; repeats put together."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import Any, Protocol
from weakref import WeakKeyDictionary

import msgspec
import numpy as np

from papersearch.archive import Archive, Filters, PassageRow
from papersearch.archive.vectors import TAKEN, Ids, Vectors, exact
from papersearch.errors import ArchiveError, UsageError
from papersearch.record import PageBox
from papersearch.search import fusion, lexical, second
from papersearch.search.answer import Answer, Coverage, Hit, Mark, Standing, Why
from papersearch.search.fusion import Mode
from papersearch.search.marks import Marker
from papersearch.search.query import Query, folded, parse
from papersearch.search.repeats import Group, grouped
from papersearch.search.words import Remembered

CANDIDATES = TAKEN
"""Passages that each half puts forward."""
SMALL_SET = 20_000
"""Filtered passages up to which all vectors are compared instead of asking FAISS."""
ANSWERABLE = 0.2
"""Score from which a hit is near what was asked, for those who cut a list by score."""
NEAR_COSINE, NEAR_SHARE = 0.35, 0.25
"""A passage answers closely where its cosine or its share of the words is at least this: raw scores
tell better than fused ones (docs/decisions/0011 has what the cut costs)."""
LEAST_SHARE = 0.06
"""The cut where only words are asked: about one rare word of a long question."""
MOST_PLACES = 20
_covered: WeakKeyDictionary[Archive, tuple[tuple[int, int], Coverage]] = WeakKeyDictionary()


class QueryEmbedder(Protocol):
    """What the dense half needs."""

    @property
    def fingerprint(self) -> str:
        """Return the word that says which vectors may be compared."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return (n, d) unit vectors."""

    def word_vectors(self, words: Sequence[str]) -> Vectors:
        """Return (n, d) unit vectors of single words, zeros for those unknown."""


class Reranker(Protocol):
    """A second, slower look at the best hits."""

    def order(self, question: str, texts: Sequence[str]) -> list[int]:
        """Return the places of *texts*, best first; those not looked at keep theirs at the end."""


class Searcher:
    """Answers questions from one archive."""

    def __init__(
        self, archive: Archive, embedder: QueryEmbedder | None, reranker: Reranker | None = None
    ) -> None:
        self.archive = archive
        self.embedder = embedder
        self.reranker = reranker
        self._words = None if embedder is None else Remembered(embedder.word_vectors)

    def search(
        self, question: str, k: int = 10, filters: Filters | None = None, mode: Mode = "hybrid",
        explain: bool = False,
    ) -> Answer:  # fmt: skip
        """Return the *k* best hits, each on another page.

        Raises:
            UsageError: The question holds no word, or *mode* is unknown.
            ArchiveError: The archive's vectors are of another model.
        """
        started = time.perf_counter()
        if mode not in ("hybrid", "dense", "lexical"):
            raise UsageError(
                f"There is no way of searching called '{mode}'.", "Use hybrid, dense or lexical."
            )
        query = parse(question)
        if not folded(query.text).strip():
            raise UsageError(
                "The question is empty: it holds no word to look for.",
                'Ask for something: papersearch search "length of stay"',
            )
        with self.archive.reading():  # one state, whatever an ingest commits meanwhile
            answer = self._answer(query, k, filters or Filters(), mode, explain)
        took = round((time.perf_counter() - started) * 1000, 1)
        return msgspec.structs.replace(answer, took_ms=took)

    def _answer(self, query: Query, k: int, filters: Filters, mode: Mode, explain: bool) -> Answer:
        connection = self.archive.connection
        among = self.archive.passage_ids(filters) if filters.any else None
        among = lexical.narrowed(connection, query, among)
        most = max(CANDIDATES, 3 * k)
        by_sense: dict[int, float] = {}
        vector = None
        if mode != "lexical" and self.embedder is not None:
            vector = self._vector(query)
            by_sense = self._nearest(vector, most, among)
        # What only one half put forward is not unlike for the other: it was not asked.
        words = lexical.wording(connection, query) if mode != "dense" else None
        by_words = lexical.scores(connection, words, most, among, also=list(by_sense))
        if vector is not None:
            # The catalogue's numbers are finer than the index's: the nearest are put in order anew.
            by_sense = self._cosines(vector, sorted({*by_sense, *by_words}))
        weight = fusion.dense_weight(query, mode)
        words_decide = mode != "hybrid" or query.is_literal
        scores = fusion.fuse(by_words, by_sense, weight, words_decide)
        look = second.Look(scores)
        if mode == "hybrid" and self._words is not None:
            rows = self.archive.passages(second.best(scores))
            to_meet = None if words_decide else words
            look = second.look(scores, rows, to_meet, self._words)
        groups = self._grouped(look, k)
        order = list(range(len(groups)))
        if self.reranker is not None and len(groups) > 1:
            order = self.reranker.order(query.text, [group.row.text for group in groups])
        shown = [groups[place] for place in order[:k]]
        near = None if mode == "lexical" else self._words  # by words alone, only those are marked
        marks = Marker(query, near).marks([group.row.text for group in shown])
        hits = []
        for rank, place in enumerate(order[:k], 1):
            why = None
            if explain:
                why = _why(query, groups[place], by_words, by_sense, weight, look)
                if self.reranker is not None:
                    why = msgspec.structs.replace(why, reranked_from=place + 1)
            hits.append(self._hit(rank, groups[place], marks[rank - 1], why))
        return Answer(
            query=query.raw,
            mode=mode,
            filters=filters.plain(),
            answerable=_is_answerable(query, groups, by_words, by_sense, mode),
            took_ms=0.0,
            hits=tuple(hits),
            coverage=self._coverage(),
        )

    def _vector(self, query: Query) -> Vectors:
        assert self.embedder is not None  # noqa: S101 - the caller asked
        held = self.archive.meta("model")
        if held is not None and held != self.embedder.fingerprint:
            raise ArchiveError(
                f"This archive's vectors were made by {held}, not by {self.embedder.fingerprint}.",
                "Search with --mode lexical, or ingest again into a new folder.",
            )
        vector: Vectors = self.embedder.embed([query.text])[0]
        return vector

    def _nearest(self, vector: Vectors, most: int, among: Ids | None) -> dict[int, float]:
        """Return the cosines of the passages nearest to *vector*."""
        if among is not None and len(among) <= SMALL_SET:
            return _pairs(*exact(*self.archive.vectors(among), vector, most)) if len(among) else {}
        index, indexed_to = self.archive.index()
        if index is None:
            return _pairs(*exact(*self.archive.vectors(among), vector, most))
        stale = self.archive.stale_vectors(index, indexed_to)
        found = _pairs(*index.search(vector, most + stale, among))
        if stale:
            held = self.archive.papers_of(found)
            found = {i: score for i, score in found.items() if i in held}
        newer = self.archive.later_than(indexed_to)
        if among is not None:
            newer = np.intersect1d(newer, among)
        if len(newer):
            found |= _pairs(*exact(*self.archive.vectors(newer), vector, most))
        return found

    def _cosines(self, vector: Vectors, wanted: Sequence[int]) -> dict[int, float]:
        if not wanted:
            return {}
        ids, vectors = self.archive.vectors(wanted)
        return _pairs(vectors @ vector, ids)

    def _grouped(self, look: second.Look, k: int) -> list[Group]:
        """Return the best hits: ties by the newest meeting, then file, page and words."""
        most = 30 if self.reranker is not None and k < 30 else k
        scores, rows = look.scores, dict(look.rows)
        best = second.best(scores, max(8 * most, 100))
        rows |= self.archive.passages(i for i in best if i not in rows)
        ranked = sorted(
            ((rows[i], scores[i]) for i in best if i in rows),
            key=lambda item: (
                -round(item[1], 6), _descending(item[0].day), item[0].file, item[0].page,
                item[0].key, item[0].id,
            ),
        )  # fmt: skip
        twins = self.archive.twin_pairs({row.paper for row, _ in ranked})
        return grouped(ranked, most, twins)

    def _coverage(self) -> Coverage:
        """Return what cannot be searched; counted once for each state of the archive."""
        connection = self.archive.connection
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        state = (version, connection.total_changes)
        known = _covered.get(self.archive)
        if known is None or known[0] != state:
            failed, pages = connection.execute(
                "SELECT coalesce(sum(state = 'failed'), 0), "
                "coalesce(sum(pages_scanned + pages_failed), 0) FROM files"
            ).fetchone()
            known = state, Coverage(files_failed=failed, pages_not_searchable=pages)
            _covered[self.archive] = known
        return known[1]

    def _hit(self, rank: int, group: Group, marks: tuple[Mark, ...], why: Why | None) -> Hit:
        row = group.row
        places = self._places(group)
        return Hit(
            rank=rank, score=round(min(group.score, 1.0), 4),
            paper_id=row.paper_id, title=row.title, organisation=row.organisation,
            file=row.file, meeting_date=row.meeting_date or row.day,
            page=row.page, label=row.label, section=row.section, text=row.text,
            boxes=msgspec.json.decode(row.boxes, type=tuple[PageBox, ...]), marks=marks,
            tags=tuple(self.archive.page_tags(row.paper, row.page)),
            also_in=len(places), also_at=tuple(map(_standing, places[:MOST_PLACES])),
            agenda_item=row.agenda_item, body=row.body, root=row.root, why=why,
        )  # fmt: skip

    def _places(self, group: Group) -> list[PassageRow]:
        """Return where else the hit's words stand: the same ones anywhere, like ones found here."""
        rows = {row.id: row for row in (*self.archive.same_words(group.row.key), *group.repeats)}
        by_place = {(row.file, row.page): row for row in rows.values()}
        by_place.pop((group.row.file, group.row.page), None)
        return sorted(by_place.values(), key=lambda row: (_descending(row.day), row.file, row.page))


def _is_answerable(
    query: Query, groups: Sequence[Group], by_words: dict[int, float],
    by_sense: dict[int, float], mode: Mode,
) -> bool:  # fmt: skip
    """Return whether the best that was found is near enough to be an answer."""
    if not groups:
        return False
    if query.phrases:
        return True  # the very words stand there
    share, cosine = max(by_words.values(), default=0.0), max(by_sense.values(), default=0.0)
    if mode == "lexical":
        return share >= LEAST_SHARE
    return cosine >= NEAR_COSINE or (mode == "hybrid" and share >= NEAR_SHARE)


def _why(
    query: Query, group: Group, by_words: dict[int, float], by_sense: dict[int, float],
    weight: float, look: second.Look,
) -> Why:  # fmt: skip
    i = group.row.id
    text = folded(f"{group.row.text} {group.row.section or ''}")
    return Why(
        cosine=round(by_sense[i], 4) if i in by_sense else None,
        dense_rank=_place(by_sense, i),
        share=round(by_words[i], 4) if i in by_words else None,
        lexical_rank=_place(by_words, i),
        weight=weight,
        met=round(look.met[i], 4) if i in look.met else None,
        around=round(look.around[i], 4) if i in look.around else None,
        words=tuple(word for word in query.words if f" {word} " in text),
    )


def _place(scores: dict[int, float], i: int) -> int | None:
    """Return the place of passage *i* by *scores*, ``None`` where it has none."""
    if i not in scores:
        return None
    return 1 + sum((-score, n) < (-scores[i], i) for n, score in scores.items())


def _standing(row: PassageRow) -> Standing:
    return Standing(
        paper_id=row.paper_id, title=row.title, file=row.file,
        meeting_date=row.meeting_date or row.day, page=row.page, label=row.label,
    )  # fmt: skip


def _descending(day: str | None) -> tuple[int, ...]:
    """Return a key that sorts newest first, the undated last."""
    return tuple(-int(part) for part in day.split("-")) if day else (0,)


def _pairs(scores: Any, ids: Iterable[Any]) -> dict[int, float]:
    return {int(i): float(s) for i, s in zip(ids, scores, strict=True)}
