"""Draws every paper, binds the packs, writes the truth, the questions and the manifest."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from scripts.make_corpus import forms, packs, pdf_fpdf, pdf_reportlab, scan, text, word
from scripts.make_corpus.content import ALL_PACKS, ALL_PAPERS
from scripts.make_corpus.model import Block, Paper, parse
from scripts.make_corpus.questions import judged, passages
from scripts.make_corpus.truth import record

_DRAW = {
    "reportlab": pdf_reportlab.draw,
    "scan": pdf_reportlab.draw,
    "fpdf2": pdf_fpdf.draw,
    "word": word.draw,
    "text": text.draw,
    "torn": text.draw,
}


@dataclass
class Drawn:
    """A paper as bytes, with the page of each mark and its blocks."""

    paper: Paper
    data: bytes
    pages: dict[int, int]
    count: int
    blocks: list[Block]
    texts: list[str]
    """The words of each page, as the drawing left them."""


def draw(make: Any) -> Drawn:
    """Draw the paper that *make* returns, afresh."""
    paper: Paper = make()
    blocks = [*forms.cover(paper), *parse(paper, paper.body)]
    data, pages, count = _DRAW[paper.producer](paper, blocks)
    texts = _texts(paper, data, blocks)
    if paper.producer == "scan":
        data = scan.scanned(data)
    return Drawn(paper, data, pages, count, blocks, texts)


def _texts(paper: Paper, data: bytes, blocks: list[Block]) -> list[str]:
    if paper.producer == "word":
        return [" ".join(passages(blocks))]
    if paper.producer == "text":
        return data.decode().split("\f")
    if paper.producer == "torn":
        return re.split(r"\n (?=\S)", data.decode())
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def build(target: Path, only: Iterable[str] | None = None) -> None:
    """Write the whole corpus below *target*; with *only*, no lists but the files that match."""
    records: list[dict[str, Any]] = []
    manifest: list[dict[str, Any]] = []
    places: dict[str, list[tuple[str, int, Drawn]]] = {}

    if only is None:  # papers that were renamed must not stay behind
        for body in {make().folder for make in ALL_PAPERS.values()}:
            shutil.rmtree(target / body, ignore_errors=True)

    def wanted(file: str) -> bool:
        return only is None or any(part in file for part in only)

    def write(file: str, data: bytes) -> None:
        path = target / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def note(drawn: Drawn, file: str, first: int, stamped: bool) -> None:
        paper = drawn.paper
        span = (first, first + drawn.count - 1)
        records.append({"key": paper.key, **record(paper, file, drawn.pages, span)})
        manifest.append(
            {
                "key": paper.key,
                "file": file,
                "pages": list(span),
                "body": paper.folder,
                "form": paper.extra.get("form", paper.form),
                "format": file.rsplit(".", 1)[1].lower(),
                "producer": paper.producer,
                "tick": paper.tick,
                "pack": stamped,
                "story": paper.story,
            }
        )
        places.setdefault(paper.key, []).append((file, first, drawn))

    for key, make in ALL_PAPERS.items():
        paper = make()
        if paper.file is None or not wanted(paper.file):
            continue
        drawn = draw(make)
        write(paper.file, drawn.data)
        note(drawn, paper.file, 1, False)
        assert key == paper.key
    for pack in ALL_PACKS:
        if not wanted(pack.file):
            continue
        sheet, blocks = packs.agenda(pack)
        data, _, count = _DRAW[pack.producer](sheet, blocks)
        parts: list[tuple[bytes, str | None]] = [
            (data, "Agenda" if pack.bookmarks != "none" else None)
        ]
        inside: list[tuple[int, Drawn]] = []
        for entry in pack.entries:
            if entry.paper is None:
                continue
            drawn = _for_item(ALL_PAPERS[entry.paper], entry.number)
            label = {
                "items": f"{entry.number} {entry.words}",
                "files": f"Item {entry.number} {drawn.paper.title[:28]} v1.docx",
                "none": None,
            }[pack.bookmarks]
            if pack.dividers:
                page, _, _ = _DRAW["reportlab"](*packs.divider(pack, entry))
                parts.append((page, label))
                label = None
            inside.append((len(parts), drawn))
            parts.append((drawn.data, label))
        bound, starts = packs.bind(parts, pack.stamp, count)
        write(pack.file, bound)
        for part, drawn in inside:
            note(drawn, pack.file, starts[part], True)
    if only is not None:
        return
    _lines(target / "truth.jsonl", records)
    _lines(target / "manifest.jsonl", manifest)
    _lines(target / "questions.jsonl", judged(places))
    print(f"{len(records)} papers in {len({entry['file'] for entry in manifest})} files")


def _for_item(make: Any, number: str) -> Drawn:
    def with_item() -> Paper:
        paper: Paper = make()
        if paper.extra.get("item_from_pack"):
            paper.item = number
        return paper

    return draw(with_item)


def _lines(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8"
    )
