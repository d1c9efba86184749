"""One self-contained HTML file of an answer: opens offline, prints to A4, needs no script.

Every quote stands beside a picture of its place on the page. Nothing in it
depends on the time or the machine: the same archive, question and version give
the same bytes.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from typing import Any

from papersearch.export.chart import Chart, svg
from papersearch.export.picture import Picture
from papersearch.export.sheet import Column, Sheet, clean
from papersearch.record import Struct

MOST_COLUMNS = 8
"""Columns up to which a table prints at its usual size."""


class Entry(Struct, frozen=True, kw_only=True):
    """A quote and where it stands."""

    paper_id: str
    title: str | None
    organisation: str | None
    meeting_date: str | None
    file: str
    page: int | None
    label: str | None
    quote: str
    role: str = ""
    """What the quote is to the answer: "Decision", "Figure reported"; empty for its own."""
    picture: Picture | None = None
    no_picture: str = ""
    """Why there is none."""

    @property
    def key(self) -> tuple[str, int | None, str]:
        """Return what tells it from other entries."""
        return (self.paper_id, self.page, self.quote)


class FileRow(Struct, frozen=True, kw_only=True):
    """A file that the answer rests on."""

    file: str
    sha256: str | None
    pages: int | None


class Report(Struct, frozen=True, kw_only=True):
    """All that the file shows, in the order in which it shows it."""

    title: str
    command: str
    facts: tuple[tuple[str, str], ...]
    """Version, fingerprints of archive and model, filters …"""
    population: str
    sheets: tuple[Sheet, ...]
    charts: tuple[Chart, ...] = ()
    entries: tuple[Entry, ...] = ()
    files: tuple[FileRow, ...] = ()
    notes: tuple[str, ...] = ()


def html(report: Report) -> str:
    """Return *report* as the text of an HTML file."""
    anchors = {entry.key: f"place-{n}" for n, entry in enumerate(report.entries, 1)}
    style = files("papersearch.export").joinpath("report.css").read_text(encoding="utf-8")
    sections = [
        ("answer", "Answer", _tables(report.sheets, anchors)),
        ("chart", "Levels over time", _charts(report.charts)),
        ("places", "Quotes and their places", _entries(report.entries, anchors)),
        ("files", "Files", _files(report.files)),
        ("made", "How this was made", _made(report)),
    ]
    shown = [(name, heading, body) for name, heading, body in sections if body]
    contents = "".join(f'<li><a href="#{name}">{heading}</a></li>' for name, heading, _ in shown)
    body = "".join(
        f'<section id="{name}" aria-labelledby="{name}-h"><h2 id="{name}-h">{heading}</h2>'
        f"{inside}</section>"
        for name, heading, inside in shown
    )
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "img-src data:; style-src 'unsafe-inline'\">\n"
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{_text(report.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#main">Skip to the answer</a>\n'
        f"<header><h1>{_text(report.title)}</h1>\n"
        f"<p>{_text(report.population)}</p>\n"
        f'<p class="command">Made by: <code>{_text(report.command)}</code></p></header>\n'
        f'<nav aria-label="Contents"><ul>{contents}</ul></nav>\n'
        f'<main id="main" tabindex="-1">\n{body}\n</main>\n'
        "<footer><p>What the papers say, with the page; papersearch makes no ruling.</p></footer>\n"
        "</body>\n</html>\n"
    )


def _text(value: Any) -> str:
    return escape(" ".join(clean(str(value)).split()))


def _tables(sheets: Sequence[Sheet], anchors: dict[tuple[str, int | None, str], str]) -> str:
    # A matrix tells at a glance what the table of its papers tells one by one.
    ordered = sorted(sheets, key=lambda sheet: any(c.name == "paper_id" for c in sheet.columns))
    return "".join(_table(sheet, anchors) for sheet in ordered)


def _table(sheet: Sheet, anchors: dict[tuple[str, int | None, str], str]) -> str:
    if not sheet.rows:
        return (
            f"<table><caption>{_text(sheet.name)}</caption><tbody><tr><td>Nothing was found.</td>"
            "</tr></tbody></table>"
        )
    names = {column.name: n for n, column in enumerate(sheet.columns)}
    placed = "file" in names and "page" in names
    shown, same = _columns(sheet, placed)
    caption = "; ".join(
        [sheet.name, *(f"{sheet.columns[n].name.replace('_', ' ')}: {sheet.rows[0][n]}"
                       for n in same)]
    )  # fmt: skip
    head = "".join(f'<th scope="col">{_heading(sheet.columns[n].name)}</th>' for n in shown)
    if placed:
        head += '<th scope="col">Place</th>'
    rows = []
    before: Sequence[Any] | None = None
    for row in sheet.rows:
        cells = "".join(_cell(sheet.columns[n], row[n], before and before[n]) for n in shown)
        if placed:
            link = anchors.get(_key(row, names))
            cells += _place_cell(row[names["file"]], row[names["page"]], link)
        rows.append(f"<tr>{cells}</tr>")
        before = row
    many = " many" if len(shown) > MOST_COLUMNS else ""
    return (
        f'<div class="wide{many}" tabindex="0" role="region" aria-label="{_text(sheet.name)}">'
        f"<table><caption>{_text(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


_LEFT_OUT = frozenset(
    "paper_id quote printed_page sha256 levels decision_date decision_file decision_page "
    "provision_title last_page".split()
)
"""Columns whose facts stand with the quote and its picture, or twice in the table."""


def _columns(sheet: Sheet, placed: bool) -> tuple[list[int], list[int]]:
    """Return which columns are shown, and which say one thing in every row (for the caption)."""
    shown: list[int] = []
    same: list[int] = []
    for number, column in enumerate(sheet.columns):
        values = [row[number] for row in sheet.rows]
        if column.name in _LEFT_OUT or (placed and column.name in ("file", "page")):
            continue
        if all(value in (None, "") for value in values):
            continue
        if len(values) > 1 and len(set(map(str, values))) == 1 and len(str(values[0])) < 60:
            same.append(number)
        else:
            shown.append(number)
    return shown, same


_CODES = re.compile(r"[a-z_]+(?:, [a-z_]+)*")
"""Cells of our own words, "not_recorded": people read them without the underscores."""


def _heading(name: str) -> str:
    words = _text(name.replace("_", " "))
    return words[:1].upper() + words[1:]


def _key(row: Sequence[Any], names: dict[str, int]) -> tuple[str, int | None, str]:
    def value(name: str) -> Any:
        return row[names[name]] if name in names else None

    return (value("paper_id") or "", value("page"), value("quote") or "")


def _cell(column: Column, value: Any, before: Any) -> str:
    words = ("yes" if value else "no") if isinstance(value, bool) else value
    if isinstance(words, str) and _CODES.fullmatch(words):
        words = words.replace("_", " ")
    shown = "" if words is None else _text(words)
    if column.kind == "long" and len(shown) > 40 and value == before:
        shown = "as above"
    kind = f' class="{column.kind}"' if column.kind != "text" else ""
    return f"<td{kind}>{shown}</td>"


def _place_cell(file: Any, page: Any, link: str | None) -> str:
    if not file:
        return "<td></td>"
    name = str(file).rsplit("/", 1)[-1]
    words = _text(f"{name}, p. {page}" if page else name)
    return (
        f'<td class="place"><a href="#{link}">{words}</a></td>'
        if link
        else (f'<td class="place">{words}</td>')
    )


def _charts(charts: Sequence[Chart]) -> str:
    return "".join(
        f"<figure>{svg(chart, number)}<figcaption>{_text(chart.title)}. A diamond marks a change."
        "</figcaption></figure>"
        for number, chart in enumerate(charts, 1)
    )


def _entries(entries: Iterable[Entry], anchors: dict[tuple[str, int | None, str], str]) -> str:
    return "".join(_entry(entry, anchors[entry.key]) for entry in entries)


def _entry(entry: Entry, anchor: str) -> str:
    heading = ", ".join(
        _text(part)
        for part in (entry.role, entry.meeting_date or "no date", entry.title or "(no title)")
        if part
    )
    where = [entry.file]
    if entry.page is not None:
        printed = (
            f" (printed {entry.label})" if entry.label and entry.label != str(entry.page) else ""
        )
        where.append(f"page {entry.page}{printed}")
    cited = _text(", ".join(where))
    body = f"<blockquote><p>{_text(entry.quote)}</p></blockquote>" if entry.quote else ""
    if entry.picture is not None:
        data = base64.b64encode(entry.picture.png).decode("ascii")
        told = _text(
            f"Picture of page {entry.picture.page} of {entry.file}, the words quoted are marked."
        )
        body += (
            f'<img src="data:image/png;base64,{data}" alt="{told}" '
            f'width="{entry.picture.width}" height="{entry.picture.height}" loading="lazy">'
        )
    elif entry.no_picture:
        body += f'<p class="none">No picture: {_text(entry.no_picture)}</p>'
    owner = f"{_text(entry.organisation)}; " if entry.organisation else ""
    return (
        f'<article id="{anchor}" tabindex="-1"><h3>{heading}</h3>{body}'
        f'<p class="where">{owner}{cited}</p></article>'
    )


def _files(rows: Sequence[FileRow]) -> str:
    if not rows:
        return ""
    body = "".join(
        f'<tr><td class="long">{_text(r.file)}</td><td class="number">{r.pages or ""}</td>'
        f'<td class="hash"><code>{_text(r.sha256 or "not known")}</code></td></tr>'
        for r in rows
    )
    return (
        '<div class="wide" tabindex="0" role="region" aria-label="Files"><table>'
        "<caption>Files that the answer rests on</caption><thead><tr>"
        '<th scope="col">File</th><th scope="col">Pages</th><th scope="col">SHA-256</th>'
        f"</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _made(report: Report) -> str:
    facts = "".join(
        f"<dt>{_text(name)}</dt><dd>{_text(value)}</dd>" for name, value in report.facts
    )
    notes = "".join(f"<p>{_text(note)}</p>" for note in report.notes)
    return f"<dl>{facts}</dl>{notes}"
