"""An answer of any desk as one HTML file: its tables, its chart, each quote beside its place."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from papersearch.cli import terminal

if TYPE_CHECKING:
    from papersearch.archive import Archive
    from papersearch.desks.evidence import Key, Stand
    from papersearch.export import Sheet
    from papersearch.export.chart import Chart
    from papersearch.export.picture import Picture
    from papersearch.export.report import Entry

MOST_PICTURES = 400
"""Quotes that get a picture; the rest is listed without, and said to be."""
SECONDS_A_FILE = 60.0


def report_of(answer: Any, sheets: Sequence[Sheet], charts: Sequence[Chart], index: Path) -> str:
    """Return *answer* as the text of an HTML file."""
    import papersearch
    from papersearch.export.report import FileRow, Report, html

    entries = list(entries_of(answer))
    with papersearch.OpenArchive(index, create=False) as archive:
        catalogue = archive.catalogue
        entries, where = _with_pictures(catalogue, entries)
        facts = _facts(catalogue, answer)
    files = {one.file: FileRow(file=one.file, sha256=one.sha256, pages=one.file_pages)
             for one in where.values()}  # fmt: skip
    notes = []
    if len(entries) > MOST_PICTURES:
        notes.append(
            f"The first {MOST_PICTURES:,} quotes have pictures, the other "
            f"{len(entries) - MOST_PICTURES:,} are listed without."
        )
    made = Report(
        title=_title(answer),
        command=_command(),
        facts=facts,
        population=answer.population.sentence() if hasattr(answer, "population") else "",
        sheets=tuple(sheets),
        charts=tuple(charts),
        entries=tuple(entries),
        files=tuple(files[name] for name in sorted(files)),
        notes=tuple(notes),
    )
    return html(made)


def entries_of(answer: Any) -> Iterator[Entry]:
    """Yield every quoted place in *answer*, each once, in the order in which it is met."""
    from papersearch.export.report import Entry

    seen: set[Key] = set()
    for value, role in _walk(answer):
        words = getattr(value, "quote", None) or getattr(value, "text", None) or ""
        key = (value.paper_id, value.page, words)
        if not words or key in seen:
            continue
        seen.add(key)
        yield Entry(
            paper_id=value.paper_id, title=value.title, organisation=value.organisation,
            meeting_date=value.meeting_date, file=value.file, page=value.page, label=value.label,
            quote=words, role=role,
        )  # fmt: skip


_PLACE = ("paper_id", "file", "page", "label", "title", "organisation", "meeting_date")
_ROLES = {
    "decision": "Decision", "put_off": "Put off or refused", "figures": "Figure reported",
    "reported": "Later report", "ticked_in": "Ticked", "explained": "Risk section",
    "risk_section": "Risk section", "beside": "Risk section", "later_open": "Open version",
    "placeholders": "Left standing",
}  # fmt: skip


def _walk(value: Any, role: str = "") -> Iterator[tuple[Any, str]]:
    """Yield everything in *value* that says where words stand (places, hits), with its role."""
    if isinstance(value, msgspec.Struct):
        if all(hasattr(value, name) for name in _PLACE):
            yield value, role
        for name in value.__struct_fields__:
            yield from _walk(getattr(value, name), _ROLES.get(name, role))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _walk(part, role)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _walk(part, role)


def _with_pictures(archive: Archive, entries: list[Entry]) -> tuple[list[Entry], dict[Key, Stand]]:
    from papersearch.desks.evidence import stands

    where = stands(archive, [entry.key for entry in entries])
    drawn = _drawn([e.key for e in entries[:MOST_PICTURES]], where)
    out = []
    for entry in entries:
        picture, why = drawn.get(entry.key), ""
        if picture is None:
            why = _why_none(where.get(entry.key))
        out.append(msgspec.structs.replace(entry, picture=picture, no_picture=why))
    return out, where


def _why_none(stand: Stand | None) -> str:
    if stand is None:
        return "the archive no longer holds the paper."
    if stand.media_type != "application/pdf":
        return "the file has no fixed pages; the words are as it has them."
    if not Path(stand.root, stand.file).is_file():
        return "the file is not where it was ingested from."
    if not stand.boxes:
        return "where on the page the words stand is not known."
    return "the page could not be drawn, or the file has changed since it was read."


def _drawn(keys: Sequence[Key], where: dict[Key, Stand]) -> dict[Key, Picture]:
    """Draw the places in guarded children, one file after the other."""
    from papersearch.errors import ReadError
    from papersearch.export.picture import Wanted, draw_file
    from papersearch.reading.guard import Guard, Limits

    by_file: dict[str, tuple[str, list[Key]]] = {}
    for key in keys:
        stand = where.get(key)
        if stand is None or not stand.boxes or stand.media_type != "application/pdf":
            continue
        path = str(Path(stand.root, stand.file))
        if Path(path).is_file():
            by_file.setdefault(path, (stand.sha256 or "", []))[1].append(key)
    if not by_file:
        return {}
    wanted = {
        path: (
            sha256,
            [Wanted(quote=key[2], boxes=where[key].boxes, page=key[1] or 1) for key in mine],
        )
        for path, (sha256, mine) in by_file.items()
    }
    out: dict[Key, Picture] = {}
    with Guard(draw_file, Limits(seconds=SECONDS_A_FILE), 2, wanted=wanted) as guard:
        for path, result in guard.map(by_file):
            if isinstance(result, ReadError):
                terminal.say(f"No pictures of {Path(path).name}: {result.message}")
                continue
            pairs = zip(by_file[path][1], result, strict=True)
            out |= {key: picture for key, picture in pairs if picture is not None}
    return out


def _facts(archive: Archive, answer: Any) -> tuple[tuple[str, str], ...]:
    from importlib.metadata import version

    held = archive.status()
    facts = [
        ("papersearch", version("papersearch")),
        ("Archive", f"{held.digest} (fingerprint of the papers it holds)"),
        ("Papers", f"{held.papers:,} in {held.current:,} files, {held.pages:,} pages"),
        ("Model", held.model or "none"),
    ]
    filters = getattr(answer, "filters", None) or {}
    facts += [(f"Filter: {name}", str(value)) for name, value in filters.items()]
    if as_of := getattr(answer, "as_of", None):
        facts.append(("As of", as_of))
    return tuple(facts)


def _title(answer: Any) -> str:
    name = getattr(answer, "schema", "papersearch.answer/1").split(".")[1].split("/")[0]
    names = {
        "appetite": "Risk appetite", "framework": "Stated appetites against the register",
        "review": "Stated appetites to look at", "commitments": "Commitments",
        "foi": "FOI markings", "actions": "Actions", "cover": "Cover sheets",
        "answer": "Search", "diff": "Two papers compared", "request": "FOI request",
    }  # fmt: skip
    title = names.get(name, name.capitalize())
    asked = (
        getattr(answer, "question", None)
        or getattr(answer, "query", None)
        or getattr(answer, "section", None)
    )
    view = getattr(answer, "view", None)
    more = ": ".join(part for part in (view if name == "foi" else None, asked) if part)
    return f"{title}: {more}" if more else title


def _command() -> str:
    """Return what was typed, without the name of the file it was written to."""
    words = iter(terminal.typed())
    kept = []
    for word in words:
        if word in ("-o", "--output"):
            next(words, None)
        elif not word.startswith("--output="):
            kept.append(word)
    return shlex.join(["papersearch", *kept])
