"""A folder of papers in a form that is read at once, and the real archive over it.

A file is text; a form feed begins a page. A page that begins with ``# Title |
2023-05-25`` begins a paper; one that begins with ``[scanned]``, ``[ocr]`` or
``[failed]`` counts as such; a blank one as empty. A file that begins with
``BROKEN`` cannot be read. Everything behind the reader is the program's own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import msgspec

from papersearch.archive import Archive, ingest
from papersearch.archive.names import as_text
from papersearch.archive.passages import Passage, key_of
from papersearch.archive.work import AgendaEntry, FileWork, PaperWork, decode
from papersearch.errors import ReadError
from papersearch.papers.identity import fingerprint, paper_id
from papersearch.record import (
    Appetite,
    Citation,
    Commitment,
    Evidence,
    Foi,
    Meeting,
    Paper,
    Risk,
    Source,
)
from papersearch.search import Searcher
from tests.shelf import FakeEmbedder

STATES = ("scanned", "ocr", "failed")
QUESTIONS = ("staff retention and beds", "car park contract", '"waiting list"', "s.43(2) prices")


def process(path: str) -> bytes:
    """Return what the file gives, as the reading child would."""
    data = Path(path).read_bytes()
    if not data:
        raise ReadError("empty_file", f"{Path(path).name} is empty.")
    if data.startswith(b"BROKEN"):
        raise ReadError("damaged", f"{Path(path).name} is damaged.")
    pages = data.decode("utf-8").split("\f")
    sha256 = hashlib.sha256(data).hexdigest()
    states = [_state(page) for page in pages]
    starts = [i for i, page in enumerate(pages) if page.startswith("# ")] or [0]
    papers = []
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(pages)
        papers.append(_paper(path, sha256, pages[start:end], start + 1))
    work = FileWork(
        sha256=sha256,
        media_type="text/plain",
        pages={state: states.count(state) for state in set(states)},
        ways={"text": len(pages)},
        papers=tuple(papers),
        agenda=(AgendaEntry(number="1", title="Oral report", mode="verbal", page=None),),
        warnings=(),
    )
    return msgspec.msgpack.encode(work)


def _state(page: str) -> str:
    for state in STATES:
        if page.startswith(f"[{state}]"):
            return state
    return "text" if page.strip() else "empty"


def _paper(path: str, sha256: str, pages: list[str], first: int) -> PaperWork:
    head = pages[0].splitlines()[0] if pages[0].startswith("# ") else ""
    title, _, day = head[2:].partition(" | ")
    lines = [
        (first + i, line)
        for i, page in enumerate(pages)
        for line in page.splitlines()
        if line.strip() and _state(page) in ("text", "ocr")
    ]
    last = first + len(pages) - 1

    words = SimpleNamespace(blocks=[SimpleNamespace(text=line) for _, line in lines])

    def evidence(page: int, line: str) -> Evidence:
        return Evidence(page=page, quote=line)

    record = Paper(
        id=paper_id(sha256, first, last),
        source=Source(file=as_text(path), sha256=sha256, pages=(first, last)),
        title=title or None,
        organisation="Wold Vale NHS Trust",
        meeting=Meeting(body="Trust Board", date=day or None),
        commitments=tuple(
            Commitment(text=line, kind="pledge", evidence=evidence(page, line))
            for page, line in lines
            if line.startswith("We will")
        ),
        risks=tuple(
            Risk(level1=line[5:], appetite=Appetite(raw="Open", levels=("open",)),
                 evidence=evidence(page, line))
            for page, line in lines if line.startswith("Risk ")
        ),
        foi=Foi(
            status="exempt" if any("exempt" in line for _, line in lines) else "not_stated",
            citations=tuple(
                Citation(canonical="FOIA s.43(2)", regime="FOIA", evidence=evidence(page, line))
                for page, line in lines if "s.43(2)" in line
            ),
        ),
    )  # fmt: skip
    return PaperWork(
        record=record,
        kind="paper",
        passages=tuple(
            Passage(
                page=page, label=None, section=title or None, kind="text", text=line, indexed=line,
                boxes=((page, 1.0, 2.0, 3.0, 4.0),), key=key_of(line),
            )
            for page, line in lines
        ),
        fingerprint=fingerprint(words),  # type: ignore[arg-type]
    )  # fmt: skip


class Reader:
    """Stands for the guarded children; counts what it reads and can be told to fail."""

    read: ClassVar[list[str]] = []
    trouble: ClassVar[dict[str, str]] = {}
    """Codes of failures by the end of the path, in place of reading."""
    before_each: ClassVar[Callable[[str], None] | None] = None

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def map(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | ReadError]]:
        for path in paths:
            if Reader.before_each is not None:
                Reader.before_each(path)
            Reader.read.append(Path(path).name)
            yield path, self._read(path)

    def _read(self, path: str) -> bytes | ReadError:
        for end, code in Reader.trouble.items():
            if path.endswith(end):
                return ReadError(code, f"{end}: {code}.")
        try:
            return process(path)
        except ReadError as error:
            return error


def reset() -> None:
    """Forget what was read, and all trouble."""
    Reader.read = []
    Reader.trouble = {}
    Reader.before_each = None


def fill(index: Path, *paths: Path, **settings: Any) -> ingest.IngestReport:
    """Ingest *paths* into the archive in *index* through the stand-in reader."""
    guard, ingest.Guard = ingest.Guard, Reader  # type: ignore[misc,assignment]
    try:
        with Archive.open(index, create=True) as archive:
            return ingest.ingest(archive, list(paths), FakeEmbedder(), **settings)
    finally:
        ingest.Guard = guard  # type: ignore[misc]


def answers(index: Path, questions: Iterable[str] = QUESTIONS) -> bytes:
    """Return what the archive answers to everything, as bytes, times and rows' numbers apart."""
    with Archive.open(index) as archive:
        return answers_of(archive, questions)


def answers_of(archive: Archive, questions: Iterable[str] = QUESTIONS) -> bytes:
    """Return what an open archive answers to everything, as bytes."""
    out: list[Any] = []
    with archive.reading():
        searcher = Searcher(archive, FakeEmbedder())
        for question in questions:
            answer = searcher.search(question, 8)
            out.append(msgspec.to_builtins(msgspec.structs.replace(answer, took_ms=0.0)))
        out.append(msgspec.to_builtins(list(archive.records())))
        status = msgspec.to_builtins(archive.status())
        del status["generation"]  # how often FAISS's file was made is no part of an answer
        out.append(status)
    return json.dumps(out, sort_keys=True).encode()


def text(title: str, day: str, *lines: str) -> str:
    """Return a paper of one page."""
    return "\n".join([f"# {title} | {day}", *lines])


PLAN = text(
    "Annual plan", "2023-05-25", "We will improve staff retention on every ward and open ten beds.",
    "Risk Workforce", "The waiting list fell in each month of the year that has ended.",
)  # fmt: skip
CAR_PARK = text(
    "Car parks", "2023-07-27", "The car park contract goes to one company for seven years.",
    "This paper is exempt under s.43(2) because prices would be known.",
)  # fmt: skip
PACK = "\f".join(
    [
        text("Minutes", "2023-09-28", "The Board heard that the waiting list is longer."),
        "Second page of the minutes, on staff and their retention.",
        "[scanned]",
        text("Estates", "2023-09-28", "We will mend the roof of the east wing before winter."),
        "",
        "[failed]",
        "[ocr] A page that was read from its picture, on beds.",
    ]
)
BROKEN = "BROKEN whatever"


def make(folder: Path) -> Path:
    """Write a small folder of papers of every kind."""
    write(folder / "2023/plan.txt", PLAN)
    write(folder / "2023/car parks.txt", CAR_PARK)
    write(folder / "pack.txt", PACK)
    write(folder / "broken.txt", BROKEN)
    write(folder / "picture.png", "no text")
    write(folder / "README.md", "# What is here\nPapers.")
    return folder


def write(path: Path, content: str) -> Path:
    """Write a file, its folder as well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def work_of(path: Path) -> FileWork:
    """Return what the stand-in reader makes of a file."""
    return decode(process(str(path)))
