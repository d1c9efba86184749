"""A question becomes ranked hits: words and meaning, fused; repeats put together.

Fusion is a convex combination of the two halves' scores, each brought to one
scale: the cosine as it is between fixed ends, BM25 as the share of the best
that this question's words could have scored. docs/decisions/0011 has the
figures of what was compared.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any, Literal, Protocol

import msgspec
import numpy as np

from papersearch.archive import Archive, Filters, PassageRow
from papersearch.archive.vectors import Ids, Vectors, exact
from papersearch.errors import ArchiveError, UsageError
from papersearch.record import PageBox
from papersearch.search.answer import Answer, Coverage, Hit, Why
from papersearch.search.query import Query, match_expression, parse, passes

Mode = Literal["hybrid", "dense", "lexical"]
CANDIDATES = 150
"""Passages that each half puts forward."""
SMALL_SET = 20_000
"""Filtered passages up to which all vectors are compared instead of asking FAISS."""
LOW_COSINE, HIGH_COSINE = 0.10, 0.75
"""Cosines that mean "nothing to do with it" and "says just that" (all-MiniLM-L6-v2)."""
DENSE_WEIGHT = 0.65
REFERENCE_DENSE_WEIGHT = 0.15
"""A typed reference ("s.43(2)", "25/077") is a matter of letters, not of meaning."""
ANSWERABLE = 0.36
"""Score under which nothing in the archive answers closely."""
LEAST_ALIKE = 0.8
"""Share of common words from which two hits are one passage repeated."""


class QueryEmbedder(Protocol):
    """What the dense half needs."""

    @property
    def fingerprint(self) -> str:
        """Return the word that says which vectors may be compared."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return (n, d) unit vectors."""


class Searcher:
    """Answers questions from one archive."""

    def __init__(self, archive: Archive, embedder: QueryEmbedder | None) -> None:
        self.archive = archive
        self.embedder = embedder

    def search(
        self, question: str, k: int = 10, filters: Filters | None = None, mode: Mode = "hybrid",
        explain: bool = False,
    ) -> Answer:  # fmt: skip
        """Return the *k* best hits.

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
        if not query.text:
            raise UsageError(
                "The question is empty.", 'Ask for something: papersearch search "length of stay"'
            )
        with self.archive.reading():  # one state, whatever an ingest commits meanwhile
            answer = self._answer(query, k, filters or Filters(), mode, explain)
        took = round((time.perf_counter() - started) * 1000, 1)
        return msgspec.structs.replace(answer, took_ms=took)

    def _answer(self, query: Query, k: int, filters: Filters, mode: Mode, explain: bool) -> Answer:
        among = self.archive.passage_ids(filters) if filters.any else None
        lexical = self._lexical(query, among) if mode != "dense" else {}
        dense = self._dense(query, among) if mode != "lexical" else {}
        ranked = self._fuse(query, lexical, dense, mode)
        hits = self._hits(query, ranked, lexical, dense, k, explain)
        status = self.archive.connection.execute(
            "SELECT coalesce(sum(state = 'failed'), 0), "
            "coalesce(sum(pages_scanned + pages_failed), 0) FROM files"
        ).fetchone()
        return Answer(
            query=query.raw,
            mode=mode,
            filters=filters.plain(),
            answerable=bool(hits) and (hits[0].score >= ANSWERABLE or bool(query.phrases)),
            took_ms=0.0,
            hits=tuple(hits),
            coverage=Coverage(files_failed=status[0], pages_not_searchable=status[1]),
        )

    def _lexical(self, query: Query, among: Ids | None) -> dict[int, float]:
        expression = match_expression(query)
        if expression is None or (among is not None and not len(among)):
            return {}
        return dict(self.archive.match_words(expression, CANDIDATES, among))

    def _dense(self, query: Query, among: Ids | None) -> dict[int, float]:
        if self.embedder is None or (among is not None and not len(among)):
            return {}
        held = self.archive.meta("model")
        if held is not None and held != self.embedder.fingerprint:
            raise ArchiveError(
                f"This archive's vectors were made by {held}, not by {self.embedder.fingerprint}.",
                "Search with --mode lexical, or ingest again into a new folder.",
            )
        vector = self.embedder.embed([query.text])[0]
        if among is not None and len(among) <= SMALL_SET:
            ids, vectors = self.archive.vectors(among)
            return _pairs(*exact(ids, vectors, vector, CANDIDATES))[0]
        index, indexed_to = self.archive.index()
        if index is None:
            ids, vectors = self.archive.vectors(among)
            return _pairs(*exact(ids, vectors, vector, CANDIDATES))[0]
        stale = self.archive.stale_vectors(index, indexed_to)
        found, _ = _pairs(*index.search(vector, CANDIDATES + stale, among))
        if stale:
            held = self.archive.passages(found)
            found = {i: score for i, score in found.items() if i in held}
        newer = self.archive.later_than(indexed_to)
        if among is not None:
            newer = np.intersect1d(newer, among)
        if len(newer):
            ids, vectors = self.archive.vectors(newer)
            found |= _pairs(*exact(ids, vectors, vector, CANDIDATES))[0]
        return found

    def _fuse(
        self, query: Query, lexical: dict[int, float], dense: dict[int, float], mode: Mode
    ) -> list[tuple[int, float]]:
        weight = {"dense": 1.0, "lexical": 0.0}.get(
            mode, REFERENCE_DENSE_WEIGHT if query.is_reference else DENSE_WEIGHT
        )
        if mode == "hybrid" and lexical:
            dense = dense | self._missing_cosines(query, lexical, dense)
        best = max(lexical.values(), default=0.0)
        scale = max(best, 1e-9)
        reach = self._reach(query, lexical) if lexical else 0.0
        ids = set(lexical) | set(dense)
        scored = []
        for i in ids:
            meaning = min(
                max((dense.get(i, 0.0) - LOW_COSINE) / (HIGH_COSINE - LOW_COSINE), 0.0), 1.0
            )
            letters = lexical.get(i, 0.0) / scale * reach
            scored.append((i, weight * meaning + (1 - weight) * letters))
        return sorted(scored, key=lambda item: (-item[1], item[0]))

    def _missing_cosines(
        self, query: Query, lexical: dict[int, float], dense: dict[int, float]
    ) -> dict[int, float]:
        """Return the cosines of what only the words found: absent is not the same as unlike."""
        missing = [i for i in lexical if i not in dense]
        if not missing or self.embedder is None:
            return {}
        vector = self.embedder.embed([query.text])[0]
        ids, vectors = self.archive.vectors(missing)
        return {int(i): float(s) for i, s in zip(ids, vectors @ vector, strict=True)}

    def _reach(self, query: Query, lexical: dict[int, float]) -> float:
        """Return the share of the question's words that the best passage by words holds, 0 to 1."""
        best = max(lexical, key=lambda i: (lexical[i], -i))
        row = self.archive.passages([best]).get(best)
        if row is None:
            return 0.0
        wanted = [*query.words, *query.codes]
        if not wanted:
            return 1.0
        held = sum(
            bool(
                self.archive.connection.execute(
                    "SELECT 1 FROM words WHERE rowid = ? AND words MATCH ?", (best, f'"{word}"')
                ).fetchone()
            )
            for word in wanted
        )
        return held / len(wanted)

    def _hits(
        self, query: Query, ranked: list[tuple[int, float]], lexical: dict[int, float],
        dense: dict[int, float], k: int, explain: bool,
    ) -> list[Hit]:  # fmt: skip
        rows = self.archive.passages(i for i, _ in ranked[: max(4 * k, 60)])
        order = sorted(
            ((i, score) for i, score in ranked if i in rows),
            key=lambda item: (-round(item[1], 6), rows[item[0]].day or "9999", rows[item[0]].file,
                              rows[item[0]].page, item[0]),
        )  # fmt: skip
        by_words = {i: n for n, i in enumerate(sorted(lexical, key=lambda i: (-lexical[i], i)), 1)}
        by_sense = {i: n for n, i in enumerate(sorted(dense, key=lambda i: (-dense[i], i)), 1)}
        hits: list[Hit] = []
        kept: list[tuple[PassageRow, set[str]]] = []
        repeats: list[int] = []
        for i, score in order:
            row = rows[i]
            if not passes(query, row.text):
                continue
            words = set(row.text.lower().split())
            twin = next(
                (n for n, (other, have) in enumerate(kept) if _alike(row, words, other, have)), None
            )
            if twin is not None:
                repeats[twin] += 1
                continue
            if len(hits) == k:
                break
            kept.append((row, words))
            repeats.append(0)
            why = None
            if explain:
                text = row.text.lower()
                why = Why(
                    cosine=round(dense[i], 4) if i in dense else None, dense_rank=by_sense.get(i),
                    bm25=round(lexical[i], 3) if i in lexical else None,
                    lexical_rank=by_words.get(i),
                    words=tuple(w for w in query.words if w in text),
                )  # fmt: skip
            hits.append(self._hit(len(hits) + 1, row, score, why))
        return [
            msgspec.structs.replace(hit, also_in=max(hit.also_in, more))
            for hit, more in zip(hits, repeats, strict=True)
        ]

    def _hit(self, rank: int, row: PassageRow, score: float, why: Why | None) -> Hit:
        return Hit(
            rank=rank, score=round(score, 4), paper_id=row.paper_id, title=row.title,
            organisation=row.organisation, file=row.file, meeting_date=row.meeting_date or row.day,
            page=row.page, label=row.label, section=row.section, text=row.text,
            boxes=msgspec.json.decode(row.boxes, type=tuple[PageBox, ...]),
            tags=tuple(self.archive.page_tags(row.paper, row.page)),
            also_in=self.archive.copies(row.key) - 1, agenda_item=row.agenda_item, body=row.body,
            root=row.root, why=why,
        )  # fmt: skip


def _pairs(scores: Any, ids: Any) -> tuple[dict[int, float], None]:
    return {int(i): float(s) for i, s in zip(ids, scores, strict=True)}, None


def _alike(row: PassageRow, words: set[str], other: PassageRow, have: set[str]) -> bool:
    """Tell whether two passages are one repeated: the same words, or nearly, elsewhere."""
    if row.key == other.key:
        return True
    if not words or not have or min(len(words), len(have)) < 8:
        return False
    return len(words & have) / len(words | have) >= LEAST_ALIKE
