"""The half that goes by words: BM25 in SQLite's FTS5, as a share of what could be scored.

BM25 has no top: 9 may be the best there is for one question and next to
nothing for another. Divided by what a passage would score that held every
word of the question as densely as can be, it lies between 0 and 1 and means
the same for every question: how much of what was asked stands there.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from papersearch.archive.vectors import Ids
from papersearch.search.query import Query, holds, quoted, terms

WEIGHTS = (1.0, 0.35, 0.6, 2.5)
"""What a word counts in the text, the paper's title, the section's heading, the references."""
K1 = 1.2
"""FTS5's own constant; a word's part of the score stays under ``idf * (K1 + 1)``."""
MOST_ROWS = 20_000
"""Passages that are scored for one question; a word that most passages hold picks none of them."""
MOST_CHECKED = 3_000


@dataclass(frozen=True, slots=True)
class Wording:
    """A question as FTS5 is asked it, and what a passage with all of its words would score.

    ``expression`` is ``None`` where the archive has none of the words; ``rarity`` has the weight of
    each word, of which there may be none in the archive; ``best`` counts references too.
    """

    expression: str | None
    best: float
    rarity: Mapping[str, float]


def wording(connection: sqlite3.Connection, query: Query) -> Wording | None:
    """Return how to look for the words of *query*; ``None`` where there is nothing to look for."""
    wanted = terms(query)
    if not wanted:
        return None
    total: int = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
    counted = sorted((_count(connection, term), term) for term in wanted)
    rarity = {term: idf(count, total) for count, term in counted}
    return Wording(
        expression=_affordable(counted),
        best=sum(rarity.values()) * (K1 + 1),
        rarity={word: rarity[f'"{word}"'] for word in query.words},
    )


def scores(
    connection: sqlite3.Connection,
    wanted: Wording | None,
    k: int,
    among: Ids | None = None,
    also: Sequence[int] = (),
) -> dict[int, float]:
    """Return ``{passage: share}`` of the *k* best and of those of *also* that match, from 0 to 1.

    Args:
        connection: The catalogue.
        wanted: The question's words.
        k: How many.
        among: The passages that may be found; ``None`` for all.
        also: Passages, of those that may be found, whose score is wanted wherever they stand.
    """
    if wanted is None or wanted.expression is None or (among is not None and not len(among)):
        return {}
    condition, values = "", [wanted.expression]
    if among is not None:
        # The plus keeps SQLite from asking FTS5 once for every passage.
        condition = "AND +rowid IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(among.tolist()))
    weights = ", ".join(str(weight) for weight in WEIGHTS)
    # Matching and weighing is what takes time: it is done once, for both.
    rows = connection.execute(
        "WITH found AS MATERIALIZED (SELECT rowid AS id, "  # noqa: S608
        f"-bm25(words, {weights}) AS score FROM words WHERE words MATCH ? {condition}) "
        "SELECT * FROM (SELECT id, score FROM found ORDER BY score DESC, id LIMIT ?) "
        "UNION SELECT id, score FROM found WHERE id IN (SELECT value FROM json_each(?))",
        (*values, k, json.dumps([int(i) for i in also])),
    ).fetchall()
    return {int(i): min(float(score) / wanted.best, 1.0) for i, score in rows}


def idf(count: int, total: int) -> float:
    """Return FTS5's weight of a word that *count* of *total* passages hold."""
    return max(math.log((total - count + 0.5) / (count + 0.5)), 1e-6)


def _count(connection: sqlite3.Connection, term: str) -> int:
    row = connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (term,)).fetchone()
    return int(row[0])


def _affordable(counted: Sequence[tuple[int, str]]) -> str | None:
    """Return the FTS5 query: any of the rarer words, or all of the commonest together.

    In a large archive a common word alone picks a third of it and says little
    of which passage is meant; the other half of the search reads it as well.
    """
    held = [(count, term) for count, term in counted if count]
    if not held:
        return None
    rare: list[str] = []
    spent = 0
    for count, term in held:
        if rare and spent + count > MOST_ROWS:
            break
        rare.append(term)
        spent += count
    common = [term for _, term in held[len(rare) :]]
    if len(common) > 1:
        rare.append("(" + " AND ".join(f"({term})" for term in common) + ")")
    return " OR ".join(rare)


def narrowed(connection: sqlite3.Connection, query: Query, among: Ids | None) -> Ids | None:
    """Return the passages of *among* that hold every quoted phrase and no excluded word.

    ``None`` still means all. A phrase must stand in a passage's own text; only
    where no passage holds it so, its section's heading or paper's title will do.
    """
    if query.phrases:
        found = _with_phrases(connection, query.phrases, "text")
        if not len(found):
            found = _with_phrases(connection, query.phrases, None)
        among = found if among is None else np.intersect1d(among, found)
    if query.excluded:
        without = " OR ".join(q for q in map(quoted, query.excluded) if q != '""')
        if without:
            if among is None:
                among = _ids(connection, "SELECT id FROM passages ORDER BY id")
            taken = _ids(
                connection, "SELECT rowid FROM words WHERE words MATCH ?", f"text : ({without})"
            )
            among = np.setdiff1d(among, taken)
    return among


def _with_phrases(
    connection: sqlite3.Connection, phrases: Sequence[str], column: str | None
) -> Ids:
    expression = " AND ".join(map(quoted, phrases))
    if column is not None:
        expression = f"{column} : ({expression})"
    ids = _ids(connection, "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", expression)
    if column is None or len(ids) > MOST_CHECKED:
        return ids
    # FTS5 compares stems: "stays" is no "stay" to those who quote.
    rows = connection.execute(
        "SELECT id, text FROM passages WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(ids.tolist()),),
    )
    kept = [i for i, text in rows if all(holds(phrase, text) for phrase in phrases)]
    return np.array(kept, dtype=np.int64)


def _ids(connection: sqlite3.Connection, sql: str, *values: str) -> Ids:
    rows = connection.execute(sql, values).fetchall()
    return np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
