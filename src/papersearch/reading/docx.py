"""Word files (.docx): what a reader of the paper sees, with Word's own page breaks as pages.

Deleted text of tracked changes is not read, inserted text is. Comments and
hidden text are told and not read. Where Word left no page breaks, all is page 1.
"""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath
from typing import Any

from lxml import etree

from papersearch.errors import ReadError
from papersearch.reading import hidden
from papersearch.reading.document import (
    Block,
    BlockKind,
    Document,
    HiddenText,
    Line,
    Page,
    PageStatus,
    Word,
)
from papersearch.reading.docx_body import BodyReader
from papersearch.reading.docx_package import Package, R, W, switch, value
from papersearch.reading.docx_paragraph import Place, Settings
from papersearch.reading.docx_styles import Numbering, Styles
from papersearch.reading.kind import DOCX
from papersearch.reading.letters import clean
from papersearch.reading.options import ReadOptions
from papersearch.record import Warning

_CORE = {
    "title": "title", "creator": "author", "subject": "subject", "keywords": "keywords",
    "created": "creationdate", "modified": "moddate", "lastModifiedBy": "lastmodifiedby",
}  # fmt: skip


def read_docx(data: bytes, path: str, sha256: str, options: ReadOptions) -> Document:
    """Return the document in *data*.

    Raises:
        ReadError: ``damaged``, ``encrypted``, ``too_large`` or ``too_many_pages``.
    """
    name = PurePath(path).name
    package = Package(data, name)
    root = package.tree(package.main)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise ReadError("damaged", f"{name} is a Word file without a body.")
    relations = package.relations(package.main)
    settings = Settings(
        Styles(_part(package, relations, "styles")),
        Numbering(_part(package, relations, "numbering")),
        options.include_hidden,
    )
    place = Place()
    reader = BodyReader(settings, place)
    reader.read(body)
    last = max([place.page, *(block.page for block in reader.blocks)])
    if last > options.max_pages:
        raise ReadError(
            "too_many_pages", f"{name} has {last:,} pages, more than {options.max_pages:,}."
        )
    notes = _notes(package, relations, settings, place)
    comments = _comments(package, relations, place)
    running = _running(package, relations, reader, settings, last)
    pages = _pages(last, reader, notes, running, [*place.hidden, *comments])
    warnings, attachments = _warnings(package, pages, place)
    return Document(
        path, sha256, DOCX, tuple(pages), warnings=tuple(warnings), metadata=_metadata(package),
        attachments=attachments,
    )  # fmt: skip


def _part(package: Package, relations: dict[str, tuple[str, str]], kind: str) -> Any | None:
    target = next((t for k, t in relations.values() if k == kind), None)
    return package.tree(target) if target else None


def _pages(
    last: int,
    reader: BodyReader,
    notes: list[Block],
    running: list[Block],
    hidden_texts: list[HiddenText],
) -> list[Page]:
    width, height = _size(reader)
    pages = []
    for number in range(1, last + 1):
        heads = [b for b in running if b.page == number and b.kind == "header"]
        feet = [b for b in running if b.page == number and b.kind == "footer"]
        body = [b for b in reader.blocks if b.page == number]
        under = [b for b in notes if b.page == number]
        told = tuple(item for item in hidden_texts if item.page == number)
        blocks = (*heads, *body, *under, *feet)
        covered = any(
            b.table is not None and b.table.page <= number <= b.table.last_page
            for b in reader.blocks
        )
        status: PageStatus = "text" if body or under or covered else "empty"
        pages.append(Page(number, status, width, height, None, blocks, told, (), "docx"))
    return pages


def _size(reader: BodyReader) -> tuple[float, float]:
    for _, section in reader.sections:
        wide, high = value(section, "pgSz", "w"), value(section, "pgSz", "h")
        if wide and high and wide.isdigit() and high.isdigit():
            return int(wide) / 20, int(high) / 20
    return 0.0, 0.0


def _notes(
    package: Package, relations: dict[str, tuple[str, str]], settings: Settings, place: Place
) -> list[Block]:
    """Return footnotes and endnotes, each on the page that refers to it."""
    out: list[Block] = []
    for kind in ("footnote", "endnote"):
        root = _part(package, relations, f"{kind}s")
        known = {n.get(W + "id"): n for n in root.iter(W + kind)} if root is not None else {}
        asked = [(key, page) for which, key, page in place.notes if which == kind]
        for number, (key, page) in enumerate(asked, 1):
            if key not in known:
                continue
            reader = BodyReader(settings, Place(page, fresh=False))
            reader.read(known[key])
            for index, block in enumerate(reader.blocks):
                if index == 0 and block.lines:
                    first = block.lines[0]
                    marked = type(first)((Word(str(number)), *first.words), first.page)
                    block = Block("paragraph", (marked, *block.lines[1:]), page)
                out.append(block)
    return out


def _comments(
    package: Package, relations: dict[str, tuple[str, str]], place: Place
) -> list[HiddenText]:
    root = _part(package, relations, "comments")
    out = []
    for comment in root.iter(W + "comment") if root is not None else ():
        text = clean(" ".join(t.text or "" for t in comment.iter(W + "t")))
        text = " ".join(text.split())
        if text:
            page = place.comments.get(comment.get(W + "id", ""), 1)
            out.append(HiddenText(page, None, "comment", text))
    return out


def _running(
    package: Package,
    relations: dict[str, tuple[str, str]],
    reader: BodyReader,
    settings: Settings,
    last: int,
) -> list[Block]:
    """Return the headers and footers of each page, as its section brings or takes them over."""
    out: list[Block] = []
    texts: dict[str, list[Block]] = {}
    held: dict[tuple[BlockKind, str], str] = {}
    kinds: tuple[BlockKind, ...] = ("header", "footer")
    starts = [page for page, _ in reader.sections]
    for (start, section), end in zip(reader.sections, [*starts[1:], last + 1], strict=False):
        for kind in kinds:
            for reference in section.iter(f"{W}{kind}Reference"):
                _, target = relations.get(reference.get(R + "id", ""), ("", ""))
                held[kind, reference.get(W + "type", "default")] = target
        apart = bool(switch(section, "titlePg"))
        for page in range(start, max(end, start + 1)):
            for kind in kinds:
                target = held.get((kind, "first" if apart and page == start else "default"), "")
                if target and target not in texts:
                    texts[target] = _running_text(package, target, settings)
                for block in texts.get(target, ()):
                    out += _as_running(block, kind, page)
    return out


def _running_text(package: Package, target: str, settings: Settings) -> list[Block]:
    root = package.tree(target)
    if root is None:
        return []
    inner = BodyReader(settings, Place(1, fresh=False))
    inner.read(root)
    return inner.blocks


def _as_running(block: Block, kind: BlockKind, page: int) -> list[Block]:
    cells = [block.lines] if block.table is None else [c.lines for c in block.table.cells]
    return [
        Block(kind, tuple(Line(x.words, page) for x in lines), page) for lines in cells if lines
    ]


def _warnings(
    package: Package, pages: list[Page], place: Place
) -> tuple[list[Warning], tuple[str, ...]]:
    warnings: list[Warning] = []
    if place.breaks:
        message = "Pages are counted by the page breaks that Word left in the file."
        warnings.append(Warning(code="pages_inferred", message=message))
    attachments = tuple(PurePosixPath(name).name for name in package.names("word/embeddings/"))
    if attachments:
        listed = ", ".join(attachments[:5])
        message = f"{len(attachments)} files are attached and were not read: {listed}."
        warnings.append(Warning(code="attachments", message=message))
    if not any(page.status == "text" for page in pages):
        pictures = bool(package.names("word/media/"))
        message = (
            "The file holds only pictures, which were not read: save it as PDF to read them."
            if pictures else "The file holds no text."
        )  # fmt: skip
        warnings.append(Warning(code="page_without_text", page=1, message=message))
    return warnings + hidden.warnings_of(pages), attachments


def _metadata(package: Package) -> dict[str, str]:
    try:
        root = package.tree("docProps/core.xml")
    except ReadError:
        return {}
    out = {}
    for child in root if root is not None else ():
        key = _CORE.get(etree.QName(child).localname)
        if key and child.text and child.text.strip():
            out[key] = clean(child.text).strip()
    return out
