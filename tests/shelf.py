"""Records made by hand, and an archive filled with them without reading any file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from papersearch.archive import Archive
from papersearch.archive.folders import Found
from papersearch.archive.ingest import Run
from papersearch.archive.passages import Passage
from papersearch.archive.work import AgendaEntry, FileWork, PaperWork
from papersearch.record import (
    Appetite,
    Citation,
    Commitment,
    Due,
    Evidence,
    Foi,
    Impact,
    Meeting,
    Paper,
    Person,
    Risk,
    Section,
    Source,
    Target,
)

DIMENSIONS = 32
TRUST = "Wold Vale NHS Trust"


class FakeEmbedder:
    """Turns words into vectors by their hash: like words are near, the same everywhere."""

    def __init__(self, name: str = "fake", threads: int | None = None) -> None:
        self.name = name

    @property
    def fingerprint(self) -> str:
        return "fake:32"

    @property
    def dimensions(self) -> int:
        return DIMENSIONS

    def make_ready(self) -> None:
        pass

    def embed(self, texts: Sequence[str]) -> Any:
        out = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                digest = hashlib.sha256(word.strip(".,").encode()).digest()
                out[row, digest[0] % DIMENSIONS] += 1.0 if digest[1] % 2 else -1.0
        lengths = np.linalg.norm(out, axis=1, keepdims=True)
        return out / np.where(lengths == 0, 1.0, lengths)

    def word_vectors(self, words: Sequence[str]) -> Any:
        return np.zeros((len(words), DIMENSIONS), dtype=np.float32)


def paper(day: str | None, title: str | None, **parts: Any) -> Paper:
    """Return a record with an id made of *day* and *title*."""
    file = parts.pop("file", f"{day or 'undated'}/{title or 'untitled'}.pdf")
    seed = f"{day} {title} {file}"
    return Paper(
        id=parts.pop("id", hashlib.sha256(seed.encode()).hexdigest()[:16]),
        source=Source(file=file, sha256="0" * 64, media_type="application/pdf", pages=(1, 4)),
        title=title,
        organisation=parts.pop("organisation", TRUST),
        meeting=parts.pop("meeting", Meeting(body="Trust Board", date=day)),
        **parts,
    )


def evidence(page: int, quote: str = "") -> Evidence:
    return Evidence(page=page, quote=quote)


def risk(
    level1: str,
    appetite: str | None,
    scale: str | None = "hmt-2020",
    level2: str | None = None,
    statement: str | None = None,
    reference: str | None = None,
    levels: tuple[str, ...] | None = None,
) -> Risk:
    words = (appetite.lower(),) if appetite else ()
    return Risk(
        reference=reference,
        level1=level1,
        level2=level2,
        statement=statement,
        appetite=Appetite(
            raw=appetite, levels=levels if levels is not None else words, scale=scale
        ),
        impact=Impact(),
        evidence=evidence(2, f"{level1} {appetite}"),
    )


def annual(
    text: str, year: str, ticked: bool | None = None, target: Target | None = None
) -> Commitment:
    return Commitment(
        text=text,
        kind="annual",
        ticked=ticked,
        financial_year=year,
        target=target,
        evidence=evidence(1, text),
    )


def action(text: str, status: str | None = None, due: str | None = None, **more: Any) -> Commitment:
    return Commitment(
        text=text,
        kind="action",
        status=status,
        evidence=evidence(3, text),
        due=Due(raw=f"by {due}", to=due) if due else None,
        **more,
    )


def marking(canonical: str, reason: str | None = None, **more: Any) -> Citation:
    return Citation(
        canonical=canonical,
        regime=canonical.split()[0],
        rationale=reason,
        evidence=evidence(4, f"exempt under {canonical}"),
        **more,
    )


def foi(status: str, *citations: Citation) -> Foi:
    return Foi(status=status, citations=citations)  # type: ignore[arg-type]


def passage(page: int, text: str) -> Passage:
    return Passage(
        page=page,
        label=None,
        section=None,
        kind="text",
        text=text,
        indexed=text,
        boxes=(),
        key=hashlib.sha256(text.lower().encode()).hexdigest()[:16],
    )


def fill(
    folder: Path,
    papers: Sequence[tuple[Paper, str, Sequence[Passage]]],
    agenda: Sequence[AgendaEntry] = (),
) -> Archive:
    """Return an archive in *folder* with these ``(record, kind, passages)``, a file for each.

    The files themselves are written beside it, with the papers' words in them; the first
    one's agenda is *agenda*.
    """
    root = folder / "papers"
    archive = Archive.open(folder / "index", create=True)
    embedder = FakeEmbedder()
    archive.set_meta("model", embedder.fingerprint)
    archive.set_meta("dimensions", str(DIMENSIONS))
    work = Run(archive, embedder, lambda _: None, "test", "test")
    for number, (record, kind, passages) in enumerate(papers):
        full = root / record.source.file
        full.parent.mkdir(parents=True, exist_ok=True)
        words = "\n".join(p.text for p in passages) or record.title or "nothing"
        full.write_text(f"{record.id}\n{words}", encoding="utf-8")
        sha256 = hashlib.sha256(full.read_bytes()).hexdigest()
        size = full.stat().st_size
        status = full.stat()
        found = Found(
            str(root), record.source.file, str(full), size, status.st_mtime_ns, status.st_ctime_ns
        )
        made = PaperWork(
            record=record,
            kind=kind,
            passages=tuple(passages),
            fingerprint=tuple((number * 1000 + i) % 2**32 for i in range(64)),
        )
        file = FileWork(
            sha256=sha256,
            media_type="application/pdf",
            pages={"text": 4},
            ways={"pdfium": 4},
            papers=(made,),
            agenda=tuple(agenda) if number == 0 else (),
            warnings=(),
        )
        work.waiting.append((found, file))
    work.flush()
    work.finish()
    return archive


PERSON = Person(name="Ada Marsh", role="Chief Nurse")
SECTIONS = (Section(number="1", heading="Summary", page=1),)
