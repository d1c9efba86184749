"""One file's way from bytes to records and passages; runs in a guarded child.

The readers and spaCy are imported where a file is read: the parent, which only
names the function and decodes what it gave, needs none of them.
"""

from __future__ import annotations

import msgspec

from papersearch.archive.names import as_text
from papersearch.archive.passages import Passage, passages
from papersearch.reading.options import ReadOptions
from papersearch.record import Paper, Struct, Warning

CHILD = "papersearch.archive.child"
"""The module that a child has in memory before it is given a file."""


class AgendaEntry(Struct, frozen=True, kw_only=True):
    """An item of a pack's agenda; *page* is ``None`` where the pack holds no paper for it."""

    number: str | None
    title: str
    mode: str | None
    page: int | None


class PaperWork(Struct, frozen=True, kw_only=True):
    """One paper: its record, its kind, its passages, its minhash."""

    record: Paper
    kind: str
    passages: tuple[Passage, ...]
    fingerprint: tuple[int, ...]


class FileWork(Struct, frozen=True, kw_only=True):
    """What one file gave; ``pages`` counts pages by status and sums to the file's pages."""

    sha256: str
    media_type: str
    pages: dict[str, int]
    ways: dict[str, int]
    papers: tuple[PaperWork, ...]
    agenda: tuple[AgendaEntry, ...]
    warnings: tuple[Warning, ...]


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(FileWork)


def process_file(path: str, options: ReadOptions | None = None, name: str | None = None) -> bytes:
    """Read, divide and tag the file; return its :class:`FileWork` as bytes.

    Args:
        path: The file.
        options: How to read it.
        name: The name that records give as ``source.file``; by default *path*.

    Raises:
        ReadError: It cannot be read.
    """
    from papersearch import papers, reading, tagging
    from papersearch.papers.identity import fingerprint, paper_id

    document = reading.read_document(path, options)
    division = papers.divide(document)
    statuses: dict[str, int] = {}
    ways: dict[str, int] = {}
    for page in document.pages:
        statuses[page.status] = statuses.get(page.status, 0) + 1
        if page.way:
            ways[page.way] = ways.get(page.way, 0) + 1
    made = []
    for paper in division.papers:
        tagged = tagging.tag(paper, file=as_text(name or path))
        record = msgspec.structs.replace(
            tagged, id=paper_id(document.sha256, paper.first_page, paper.last_page)
        )
        made.append(
            PaperWork(
                record=record,
                kind=paper.kind,
                passages=tuple(passages(paper)),
                fingerprint=fingerprint(paper),
            )
        )
    return _encoder.encode(
        FileWork(
            sha256=document.sha256,
            media_type=document.media_type,
            pages=statuses,
            ways=ways,
            papers=tuple(made),
            agenda=tuple(
                AgendaEntry(number=i.number, title=i.title, mode=i.mode, page=i.first_page)
                for i in division.agenda
            ),
            warnings=document.warnings,
        )
    )


def decode(data: bytes) -> FileWork:
    """Return what :func:`process_file` encoded."""
    return _decoder.decode(data)
