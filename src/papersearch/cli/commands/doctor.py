"""``papersearch doctor``: whether this machine and this archive are in order."""

from __future__ import annotations

import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.errors import ExitStatus, PapersearchError

PACKAGES = (
    "pypdfium2", "pdfplumber", "spacy", "sentence-transformers", "torch", "onnxruntime",
    "faiss-cpu", "rich", "typer", "msgspec", "python-docx", "pikepdf", "xlsxwriter",
)  # fmt: skip
LEAST_FREE_MB = 500


class Finding(NamedTuple):
    """One thing that was looked at. *state*: ``ok``, ``note`` (can be lived with) or ``wrong``."""

    what: str
    state: str
    found: str
    remedy: str | None = None


@app.command()
def doctor(
    index: options.Index = options.DEFAULT_INDEX,
    json: options.Json = False,
) -> None:
    """Check that this machine has what is needed.

    Python, the packages, SQLite's word search, the embedding model and its
    checksum, the cache, reading of scanned pages, the archive, and the disk;
    with what to do where something is amiss. Nothing is downloaded or changed.

    Examples:
      papersearch doctor
      papersearch doctor --index /secure/archive --json
    """
    findings = [*_machine(), *_model(), *_archive(index), *_disk(index)]
    wrong = [f for f in findings if f.state == "wrong"]
    if json:
        terminal.write_json(
            {
                "schema": "papersearch.doctor/1",
                "sound": not wrong,
                "findings": [finding._asdict() for finding in findings],
            }
        )
    else:
        for finding in findings:
            _show(finding)
        done = "All is in order." if not wrong else f"{len(wrong)} to put right."
        terminal.show(terminal.text(f"\n{done}", "bold"))
    if wrong:
        raise typer.Exit(int(ExitStatus.ERROR))


def _show(finding: Finding) -> None:
    from papersearch.cli.layout import indented

    style = {"ok": "green", "note": "yellow", "wrong": "bold red"}[finding.state]
    line = terminal.text(f"{finding.state:<6}", style)
    line.append(f"{finding.what}: {terminal.one_line(finding.found)}", style="default not bold")
    terminal.show(line)
    if finding.remedy:
        terminal.show(indented(finding.remedy, 6))


def _machine() -> Iterator[Finding]:
    version = platform.python_version()
    fits = sys.version_info >= (3, 11)
    yield Finding("Python", "ok" if fits else "wrong", f"{version} on {platform.platform()}",
                  None if fits else "Install Python 3.11 or newer.")  # fmt: skip
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as version_of

    held, missing = [], []
    for name in ("papersearch", *PACKAGES):
        try:
            held.append(f"{name} {version_of(name)}")
        except PackageNotFoundError:
            missing.append(name)
    yield Finding("Packages", "ok", ", ".join(held))
    if missing:
        yield Finding("Packages", "wrong", f"not installed: {', '.join(missing)}",
                      "Run: pip install --force-reinstall papersearch")  # fmt: skip
    try:
        with sqlite3.connect(":memory:") as connection:
            connection.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'porter')")
        yield Finding("Word search", "ok", f"SQLite {sqlite3.sqlite_version} with FTS5")
    except sqlite3.OperationalError as error:
        yield Finding("Word search", "wrong", f"SQLite {sqlite3.sqlite_version}: {error}",
                      "Use a Python whose SQLite has FTS5 (python.org's has).")  # fmt: skip
    from importlib.util import find_spec

    if find_spec("rapidocr") is not None:
        yield Finding("Scanned pages", "ok", "can be read (extra 'ocr' is installed)")
    else:
        yield Finding("Scanned pages", "note", "cannot be read: they are counted, not searched",
                      'To read them: pip install "papersearch[ocr]"')  # fmt: skip


def _model() -> Iterator[Finding]:
    from papersearch import embedding

    try:
        digest = embedding.verify()
    except PapersearchError as error:
        yield Finding("Model", "wrong", error.message, error.remedy)
        return
    name = embedding.DEFAULT_MODEL
    yield Finding("Model", "ok", f"{name}, sha256 {digest[:16]}... as published")
    trouble = embedding.check_cache()
    folder = embedding.cache_folder()
    if trouble is None:
        yield Finding("Model, fast form", "ok", f"in {folder}, its checksum is right")
    elif trouble == "not exported yet":
        yield Finding("Model, fast form", "note", f"not made yet (in {folder})",
                      "The first ingest or search makes it, once: half a minute.")  # fmt: skip
    else:
        yield Finding("Model, fast form", "wrong", f"{trouble} ({folder})",
                      f"Delete {folder}; the next ingest or search makes it anew.")  # fmt: skip


def _archive(index: Path) -> Iterator[Finding]:
    from papersearch.archive import Archive, schema
    from papersearch.archive.verify import verify

    if not (index / "catalogue.sqlite").is_file():
        yield Finding("Archive", "note", f"there is none in {index}",
                      f"Make one: papersearch ingest FOLDER --index {index}")  # fmt: skip
        return
    try:
        with Archive.open(index) as archive:
            status = archive.status()
            found = verify(archive, with_files=False)
            model = archive.meta("model")
    except PapersearchError as error:
        yield Finding("Archive", "wrong", error.message, error.remedy)
        return
    size = sum(f.stat().st_size for f in index.iterdir() if f.is_file()) / 1e6
    yield Finding("Archive", "ok", f"{index}: version {schema.VERSION}, {status.papers:,} papers, "
                  f"{status.passages:,} passages, {size:,.1f} MB, model {model}")  # fmt: skip
    for problem in found.problems:
        state = "note" if problem.kind == "unfinished" else "wrong"
        yield Finding("Archive", state, problem.what, problem.remedy)
    if not found.problems:
        yield Finding("Archive, inside", "ok", "catalogue, words, tags and vectors agree")
    if status.failed:
        yield Finding("Files", "note", f"{status.failed:,} could not be read",
                      "See which and why: papersearch status")  # fmt: skip
    if status.pages_scanned:
        yield Finding("Pages", "note", f"{status.pages_scanned:,} are scanned and without text",
                      "Read them: papersearch ingest FOLDER --ocr")  # fmt: skip


def _disk(index: Path) -> Iterator[Finding]:
    folder = index
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder).free / 1e6
    enough = free >= LEAST_FREE_MB
    yield Finding("Disk", "ok" if enough else "note", f"{free / 1000:,.1f} GB free at {folder}",
                  None if enough else "Make room before the next ingest.")  # fmt: skip
