"""Whatever happens to the files, the counts are true and search misses nothing.

A machine adds, changes, renames, copies, deletes, swaps and breaks files, stops
ingests where chance says, runs them again, forgets and purges; after each step
the archive must say exactly what a model of it says.
"""

import math
import os
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from papersearch.archive import Archive, disk
from papersearch.archive.forget import forget, papers_of_gone_files, purge
from papersearch.archive.vectors import FaissIndex, exact
from papersearch.archive.verify import verify
from tests.archive import library
from tests.archive.faults import MEMORY
from tests.shelf import FakeEmbedder

NAMES = st.sampled_from(["a.txt", "b.txt", "sub/c.txt", "sub/d e.txt", "sub/deep/f.txt", "g.md"])
WORDS = ["beds", "staff", "retention", "waiting", "list", "car", "park", "roof", "winter", "ward"]
LINE = st.lists(st.sampled_from(WORDS), min_size=2, max_size=6).map(" ".join)
PAGE = st.one_of(
    st.builds(lambda d, lines: library.text(d, f"2023-0{len(d)}-15", *lines),
              st.sampled_from(["Plan", "Minutes", "Estates"]), st.lists(LINE, max_size=3)),
    st.builds("We will {} now".format, LINE),
    st.sampled_from(["", "[scanned]", "[ocr] words of a picture", "[failed]"]),
)  # fmt: skip
CONTENT = st.lists(PAGE, min_size=1, max_size=4).map("\f".join).filter(lambda text: text.strip())


class Stopped(BaseException):
    """Stands for the end of the process."""


class Archives(RuleBasedStateMachine):
    """A folder, an archive over it, and what the archive must say."""

    def __init__(self) -> None:
        super().__init__()
        library.reset()
        self.home = Path(tempfile.mkdtemp(prefix="papersearch-truth-", dir=MEMORY))
        self.folder = self.home / "papers"
        self.folder.mkdir()
        self.index = self.home / "index"
        self.files: dict[str, str] = {}
        self.forgotten: set[str] = set()
        self.settled = False
        """Whether the last ingest came to its end and nothing was touched since."""

    def teardown(self) -> None:
        shutil.rmtree(self.home)

    # --- what happens to the files ---------------------------------------------------------

    @rule(name=NAMES, content=CONTENT)
    def write(self, name: str, content: str) -> None:
        library.write(self.folder / name, content)
        self.files[name] = content
        self.settled = False

    @rule(name=NAMES)
    def break_it(self, name: str) -> None:
        self.write(name, library.BROKEN)

    @precondition(lambda self: self.files)
    @rule(data=st.data(), name=NAMES, copy=st.booleans())
    def rename_or_copy(self, data: st.DataObject, name: str, copy: bool) -> None:
        old = data.draw(st.sampled_from(sorted(self.files)))
        if old == name:
            return
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        if copy:
            shutil.copy(self.folder / old, self.folder / name)
            self.files[name] = self.files[old]
        else:
            (self.folder / old).replace(self.folder / name)
            self.files[name] = self.files.pop(old)
        self.settled = False

    @precondition(lambda self: len(self.files) > 1)
    @rule(data=st.data())
    def swap(self, data: st.DataObject) -> None:
        one, other = data.draw(st.permutations(sorted(self.files)))[:2]
        aside = self.home / "aside"
        (self.folder / one).replace(aside)
        (self.folder / other).replace(self.folder / one)
        aside.replace(self.folder / other)
        self.files[one], self.files[other] = self.files[other], self.files[one]
        self.settled = False

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.files)))
        (self.folder / name).unlink()
        del self.files[name]
        self.settled = False

    # --- what happens to the archive ---------------------------------------------------------

    @rule()
    def ingest(self) -> None:
        library.fill(self.index, self.folder)
        self.settled = True

    @rule(at=st.integers(1, 12))
    def crash(self, at: int) -> None:
        """End an ingest at one of its commits, before or after it."""
        commit, steps = disk.commit, [0]

        def stop(connection: object) -> None:
            steps[0] += 1
            if steps[0] == at:
                raise Stopped
            commit(connection)  # type: ignore[arg-type]

        disk.commit = stop  # type: ignore[assignment]
        try:
            library.fill(self.index, self.folder)
            self.settled = True
        except Stopped:
            self.settled = False
        finally:
            disk.commit = commit

    @precondition(lambda self: self.settled)
    @rule(data=st.data())
    def forget_one(self, data: st.DataObject) -> None:
        with Archive.open(self.index) as archive:
            ids = sorted(paper.id for paper in archive.records())
            if ids:
                chosen = data.draw(st.sampled_from(ids))
                forget(archive, [chosen])
                self.forgotten.add(chosen)

    @precondition(lambda self: self.settled)
    @rule()
    def purge_gone(self) -> None:
        with Archive.open(self.index) as archive:
            self.forgotten.update(papers_of_gone_files(archive))
            purge(archive, gone=True)
            assert archive.status().gone == 0

    # --- what always holds -------------------------------------------------------------------

    @invariant()
    def counts_are_true(self) -> None:
        if not (self.index / "catalogue.sqlite").exists():
            return
        with Archive.open(self.index) as archive:
            held = archive.status()
            entries = archive.files()
            problems = [p for p in verify(archive, False).problems if p.kind != "unfinished"]
            assert not problems
            assert held.files == held.current + held.failed + held.ignored + held.gone
            assert held.pages == sum(entry.pages for entry in entries)
            assert all(e.message for e in entries if e.state in ("failed", "ignored"))
            orphans = archive.connection.execute(
                "SELECT (SELECT count(*) FROM passages WHERE paper NOT IN (SELECT id FROM papers)),"
                "(SELECT count(*) FROM tags WHERE paper NOT IN (SELECT id FROM papers)),"
                "(SELECT count(*) FROM papers WHERE file NOT IN (SELECT id FROM files))"
            ).fetchone()
            assert orphans == (0, 0, 0)
            if self.settled:
                self._is_what_the_folder_says(archive)
                self._search_misses_nothing(archive)

    def _is_what_the_folder_says(self, archive: Archive) -> None:
        states = {e.path: e.state for e in archive.files() if e.state != "gone"}
        broken = {name for name, text in self.files.items() if text == library.BROKEN}
        assert states == {n: "failed" if n in broken else "current" for n in self.files}
        wanted: dict[str, int] = {}
        pages: Counter[str] = Counter()
        for name in set(self.files) - broken:
            work = library.work_of(self.folder / name)
            pages.update(work.pages)
            wanted |= {p.record.id: len(p.passages) for p in work.papers}
        held = dict(
            archive.connection.execute(
                "SELECT p.paper_id, count(x.id) FROM papers p JOIN files f ON f.id = p.file "
                "LEFT JOIN passages x ON x.paper = p.id WHERE f.state = 'current' GROUP BY 1"
            ).fetchall()
        )
        assert held == {i: n for i, n in wanted.items() if i not in self.forgotten}
        current = archive.connection.execute(
            "SELECT sum(pages_text), sum(pages_ocr), sum(pages_scanned), sum(pages_empty), "
            "sum(pages_failed) FROM files WHERE state = 'current'"
        ).fetchone()
        assert [n or 0 for n in current] == [
            pages[state] for state in ("text", "ocr", "scanned", "empty", "failed")
        ]

    def _search_misses_nothing(self, archive: Archive) -> None:
        ids, vectors = archive.vectors()
        index, last = archive.index()
        if not len(ids):
            assert index is None or not len(index)
            return
        assert index is not None
        assert sorted(index.ids()) == sorted(ids)  # type: ignore[arg-type]
        assert last == max(ids)
        question = FakeEmbedder().embed(["staff retention in winter"])[0]
        scores, found = index.search(question, len(ids))
        truth, nearest = exact(ids, vectors, question, len(ids))
        np.testing.assert_allclose(scores, truth, atol=1e-6)
        # Where scores tie, either order is right.
        assert Counter(zip(scores.round(5), found, strict=True)) == Counter(
            zip(truth.round(5), nearest, strict=True)
        )


TestArchives = Archives.TestCase
TestArchives.settings = settings(
    max_examples=int(os.environ.get("PAPERSEARCH_EXAMPLES", "25")),
    stateful_step_count=14, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip


def naive_bm25(texts: dict[int, list[str]], question: list[str]) -> dict[int, float]:
    """Return Okapi BM25 as FTS5 defines it (k1 = 1.2, b = 0.75), computed the long way."""
    mean = sum(map(len, texts.values())) / len(texts)
    scores: dict[int, float] = {}
    for word in question:
        holding = sum(word in words for words in texts.values())
        weight = max(math.log((len(texts) - holding + 0.5) / (holding + 0.5)), 1e-6)
        for number, words in texts.items():
            often = words.count(word)
            if often:
                length = 1 - 0.75 + 0.75 * len(words) / mean
                scores[number] = scores.get(number, 0.0) + weight * (
                    often * 2.2 / (often + 1.2 * length)
                )
    return scores


def test_the_lexical_half_is_bm25(tmp_path: Path) -> None:
    chance = np.random.default_rng(7)
    for n in range(60):
        lines = [
            " ".join(chance.choice([*WORDS, *(f"filler{i}" for i in range(40))], size=size))
            for size in chance.integers(3, 30, size=3)
        ]
        library.write(tmp_path / f"papers/{n}.txt", "\n".join(lines))
    library.fill(tmp_path / "index", tmp_path / "papers")
    with Archive.open(tmp_path / "index") as archive:
        texts = {
            int(number): text.split()
            for number, text in archive.connection.execute("SELECT rowid, text FROM words")
        }
        assert len(texts) == 180
        for question in (["car"], ["roof", "winter"], ["staff", "ward", "list"]):
            found = dict(archive.match_words(" OR ".join(question), 1000, None))
            wanted = naive_bm25(texts, question)
            assert found.keys() == wanted.keys()
            for number, score in wanted.items():
                assert math.isclose(found[number], score, rel_tol=1e-9)


def test_the_approximate_index_finds_nearly_all_that_the_exact_one_finds() -> None:
    chance = np.random.default_rng(3)
    centres = chance.normal(size=(60, 64))
    vectors = (centres[chance.integers(60, size=3000)] + chance.normal(size=(3000, 64))).astype(
        np.float32
    )
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    ids = np.arange(1, 3001, dtype=np.int64)
    import papersearch.archive.vectors as module

    kept = module.FLAT_UP_TO
    module.FLAT_UP_TO = 1000
    try:
        index = FaissIndex.build(ids, vectors)
    finally:
        module.FLAT_UP_TO = kept
    hits = 0
    for question in vectors[:100]:
        _, found = index.search(question, 10)
        _, nearest = exact(ids, vectors, question, 10)
        hits += len(set(found) & set(nearest))
    assert hits / 1000 >= 0.95
