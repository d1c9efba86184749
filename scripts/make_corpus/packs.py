"""Binds papers into one PDF as a Board office does: agenda, papers, bookmarks, stamped pages."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from scripts.make_corpus.model import Block, Gap, Paper, Table, Text


@dataclass(frozen=True)
class Entry:
    """A line of the agenda: number, words, lead, time; *paper* is the key of its paper."""

    number: str
    words: str
    lead: str
    how: str = ""
    paper: str | None = None


@dataclass(frozen=True)
class Pack:
    """A file of several papers."""

    file: str
    body: str
    organisation: str
    meeting: str
    date: str
    date_raw: str
    place: str
    entries: tuple[Entry, ...]
    bookmarks: str = "items"  # "items", "files" or "none"
    stamp: str | None = None  # "Pack page {n}": printed on all but the agenda pages
    dividers: bool = False
    notes: tuple[str, ...] = ()
    theme: str = "plain"
    producer: str = "reportlab"


def agenda(pack: Pack) -> tuple[Paper, list[Block]]:
    """Return the agenda of *pack* as something that can be drawn; it is no paper."""
    sheet = Paper(
        key=f"agenda {pack.file}",
        body=pack.body,
        form="bare",
        title="Agenda",
        organisation=pack.organisation,
        theme=pack.theme,
        producer=pack.producer,
        footer="Agenda",
    )
    rows: list[tuple[str, ...]] = [("Item", "Subject", "Lead", "")]
    rows += [(entry.number, entry.words, entry.lead, entry.how) for entry in pack.entries]
    blocks: list[Block] = [
        Text(pack.organisation, "org"),
        Text(f"AGENDA - {pack.meeting}", "title"),
        Text(f"{pack.date_raw}, {pack.place}", "under"),
        Gap(8),
        Table(tuple(rows), (9, 52, 24, 15), look="lines"),
        Gap(8),
        *(Text(note) for note in pack.notes),
    ]
    return sheet, blocks


def divider(pack: Pack, entry: Entry) -> tuple[Paper, list[Block]]:
    """Return a page that says only which item follows."""
    sheet, _ = agenda(pack)
    sheet.footer = None
    return sheet, [Gap(220), Text(f"Item {entry.number}", "title"), Text(entry.words, "title")]


def bind(
    parts: list[tuple[bytes, str | None]], stamp: str | None, stamp_from: int
) -> tuple[bytes, list[int]]:
    """Return one PDF of *parts* (data, bookmark) and the first page of each."""
    target = pikepdf.new()
    starts: list[int] = []
    marks: list[tuple[str, int]] = []
    for data, bookmark in parts:
        with pikepdf.open(io.BytesIO(data)) as source:
            starts.append(len(target.pages) + 1)
            if bookmark:
                marks.append((bookmark, len(target.pages)))
            target.pages.extend(source.pages)
    if stamp:
        _stamp(target, stamp, stamp_from)
    if marks:
        with target.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(title, page) for title, page in marks)
    target.docinfo["/Title"] = "Meeting pack"
    out = io.BytesIO()
    target.remove_unreferenced_resources()
    target.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue(), starts


def _stamp(target: pikepdf.Pdf, stamp: str, stamp_from: int) -> None:
    layer = io.BytesIO()
    canvas = Canvas(layer, pagesize=A4, invariant=1)
    numbers = range(stamp_from, len(target.pages))
    for number, page in enumerate(numbers, 1):
        box = target.pages[page].mediabox
        width = float(box[2])
        canvas.setPageSize((width, float(box[3])))
        canvas.setFont("Helvetica-Bold", 8)
        canvas.drawRightString(width - 40, float(box[3]) - 22, stamp.format(n=number))
        canvas.showPage()
    canvas.save()
    with pikepdf.open(io.BytesIO(layer.getvalue())) as overlay:
        for index, page in enumerate(numbers):
            _lay_over(target, target.pages[page], overlay.pages[index])


def _lay_over(target: pikepdf.Pdf, page: pikepdf.Page, layer: pikepdf.Page) -> None:
    """Lay *layer* over *page*; unlike ``add_overlay`` under a fixed name, so that the bytes stay the same."""
    form = target.copy_foreign(layer.as_form_xobject())
    name = page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name("/Stamp"))
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(
        b"Q\n" + page.calc_form_xobject_placement(form, name, pikepdf.Rectangle(page.mediabox))
    )
