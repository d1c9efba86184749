"""CISI and Cranfield: is the hybrid above both of its halves?

    python benchmarks/retrieval.py [FOLDER] [--rrf]

FOLDER (default ../shared/data/retrieval) holds a folder a collection with
``docs.jsonl``, ``queries.jsonl`` and ``qrels.tsv`` (graded). Each document is
one passage of a scratch archive, so that it is papersearch's own search that
answers, from the typed question to the ranked list. Printed are nDCG@10 with
95 per cent intervals, and the difference of the hybrid to each half, question
by question. Quality does not hang on the machine; the milliseconds do.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from papersearch.archive import Archive
from papersearch.archive.codes import codes
from papersearch.archive.generation import refresh_index
from papersearch.archive.passages import key_of
from papersearch.archive.vectors import pack
from papersearch.embedding import Embedder
from papersearch.search import fusion, lexical
from papersearch.search.engine import CANDIDATES, Searcher
from papersearch.search.evaluate import Figure, figure
from papersearch.search.query import parse

DEPTH = 10
RRF_CONSTANT = 60
Judged = dict[str, dict[str, float]]


def lines(path: Path) -> Iterator[dict[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def judgements(path: Path) -> Judged:
    out: Judged = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        out.setdefault(query, {})[document] = float(grade)
    return out


def archive_of(documents: list[dict[str, str]], folder: Path, embedder: Embedder) -> Archive:
    """Return an archive in which passage *n* is document *n* (from 1)."""
    archive = Archive.open(folder, create=True)
    texts = [". ".join(part for part in (d["title"], d["text"]) if part) for d in documents]
    with archive.transaction() as connection:
        connection.execute(
            "INSERT INTO files (id, root, path, state) VALUES (1, '/', 'collection', 'current')"
        )
        connection.execute(
            "INSERT INTO papers (id, paper_id, file, first_page, kind, record, fingerprint) "
            "VALUES (1, 'collection', 1, 1, 'report', '{}', '')"
        )
        for number, (text, vector) in enumerate(
            zip(texts, pack(embedder.embed(texts)), strict=True), 1
        ):
            connection.execute(
                "INSERT INTO passages (id, paper, page, kind, text, boxes, key, vector) "
                "VALUES (?, 1, ?, 'text', ?, '[]', ?, ?)",
                (number, number, text, key_of(text), vector),
            )
            connection.execute(
                "INSERT INTO words (rowid, text, title, section, codes) VALUES (?, ?, '', '', ?)",
                (number, text, " ".join(codes(text))),
            )
        archive.set_meta("model", embedder.fingerprint)
        archive.set_meta("dimensions", str(embedder.dimensions))
    refresh_index(archive)
    return archive


def ndcg(found: list[str], judged: dict[str, float]) -> float:
    gained = sum(judged.get(d, 0.0) / math.log2(n + 2) for n, d in enumerate(found[:DEPTH]))
    ideal = sorted(judged.values(), reverse=True)[:DEPTH]
    return gained / sum(grade / math.log2(n + 2) for n, grade in enumerate(ideal))


def pages(searcher: Searcher, question: str, mode: fusion.Mode) -> list[int]:
    """Return passages best first; a document printed twice follows the hit that names it."""
    hits = searcher.search(question, DEPTH, mode=mode).hits
    return [page for hit in hits for page in (hit.page, *(place.page for place in hit.also_at))]


def by_ranks(searcher: Searcher, question: str) -> list[int]:
    """Return passages by reciprocal rank fusion, which papersearch does not use."""
    query, connection = parse(question), searcher.archive.connection
    halves = (
        lexical.scores(connection, lexical.wording(connection, query), CANDIDATES),
        searcher._nearest(searcher._vector(query), CANDIDATES, None),
    )
    scores: dict[int, float] = {}
    for half in halves:
        for rank, i in enumerate(sorted(half, key=lambda i: (-half[i], i)), 1):
            scores[i] = scores.get(i, 0.0) + 1 / (RRF_CONSTANT + rank)
    return sorted(scores, key=lambda i: (-scores[i], i))[:DEPTH]


def measure(folder: Path, embedder: Embedder, with_ranks: bool) -> bool:
    """Print the table of one collection; return whether the hybrid is above both halves."""
    documents = list(lines(folder / "docs.jsonl"))
    judged = judgements(folder / "qrels.tsv")
    questions = [q for q in lines(folder / "queries.jsonl") if q["id"] in judged]
    ways: dict[str, Callable[[str], list[int]]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        archive = archive_of(documents, Path(scratch), embedder)
        searcher = Searcher(archive, embedder)
        for mode in ("hybrid", "lexical", "dense"):
            ways[mode] = lambda question, mode=mode: pages(searcher, question, mode)
        if with_ranks:
            ways["reciprocal ranks"] = lambda question: by_ranks(searcher, question)
        scores: dict[str, list[float]] = {}
        print(f"\n{folder.name}: {len(documents)} documents, {len(questions)} questions")
        for name, ask in ways.items():
            times = []
            for question in questions:
                started = time.perf_counter()
                # In these collections' prose a quotation mark is no demand.
                ranked = ask(question["text"].replace('"', " "))
                times.append(time.perf_counter() - started)
                found = [documents[page - 1]["id"] for page in ranked]
                scores.setdefault(name, []).append(ndcg(found, judged[question["id"]]))
            line = f"{name:18}nDCG@10 {spread(figure(scores[name]))}"
            print(f"{line}   {np.median(times) * 1e3:6.1f} ms a question")
        archive.close()
    wins = True
    for half in ("lexical", "dense"):
        differences = [a - b for a, b in zip(scores["hybrid"], scores[half], strict=True)]
        by = figure(differences)
        wins = wins and by.mean > 0
        print(f"hybrid over {half}: {by.mean:+.3f} ({by.low:+.3f} to {by.high:+.3f})")
    return wins


def spread(one: Figure) -> str:
    return f"{one.mean:.3f} ({one.low:.3f} to {one.high:.3f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", default="../shared/data/retrieval", type=Path)
    parser.add_argument("--rrf", action="store_true", help="reciprocal rank fusion beside it")
    chosen = parser.parse_args()
    collections = sorted(path.parent for path in chosen.folder.glob("*/qrels.tsv"))
    if not collections:
        raise SystemExit(f"{chosen.folder} holds no collection with a qrels.tsv.")
    embedder = Embedder()
    print(f"meaning counts {fusion.DENSE_WEIGHT}, for references {fusion.LITERAL_DENSE_WEIGHT}")
    won = [measure(folder, embedder, chosen.rrf) for folder in collections]
    if not all(won):
        raise SystemExit("The hybrid is not above both of its halves.")


if __name__ == "__main__":
    main()
