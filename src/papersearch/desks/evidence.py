"""Where on its page a quote of an answer stands, for those who draw it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from papersearch.record import Evidence, PageBox, Struct, paper_from_json

if TYPE_CHECKING:
    from papersearch.archive import Archive

Key = tuple[str, int | None, str]
"""``(paper id, page, quote)``."""


class Stand(Struct, frozen=True, kw_only=True):
    """A quote's file and the boxes of its words (or of the passage that holds them)."""

    root: str
    file: str
    sha256: str | None
    media_type: str | None
    file_pages: int
    boxes: tuple[PageBox, ...]


def stands(archive: Archive, keys: Iterable[Key]) -> dict[Key, Stand]:
    """Return where each quote stands; a paper that the archive does not hold is left out."""
    by_paper: dict[str, list[Key]] = {}
    for key in keys:
        by_paper.setdefault(key[0], []).append(key)
    out: dict[Key, Stand] = {}
    for paper_id, mine in by_paper.items():
        row = archive.connection.execute(
            "SELECT p.id, p.record, f.root, f.path, f.sha256, f.media_type, "
            "f.pages_text + f.pages_ocr + f.pages_scanned + f.pages_empty + f.pages_failed "
            "FROM papers p JOIN files f ON f.id = p.file WHERE p.paper_id = ?",
            (paper_id,),
        ).fetchone()
        if row is None:
            continue
        number, record, root, path, sha256, media_type, pages = row
        known = {(e.page, e.quote): e.boxes for e in _evidence(paper_from_json(record)) if e.boxes}
        held: list[tuple[str, tuple[PageBox, ...]]] | None = None
        for key in mine:
            boxes = known.get((key[1], key[2]), ())
            if not boxes and key[2]:
                if held is None:
                    held = _passages(archive, number)
                boxes = _holding(held, key[2])
            out[key] = Stand(
                root=root, file=path, sha256=sha256, media_type=media_type, file_pages=pages,
                boxes=boxes,
            )  # fmt: skip
    return out


def _evidence(value: Any) -> Iterator[Evidence]:
    """Yield every evidence in a record."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _evidence(part)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _evidence(getattr(value, name))


def _passages(archive: Archive, paper: int) -> list[tuple[str, tuple[PageBox, ...]]]:
    rows = archive.connection.execute(
        "SELECT text, boxes FROM passages WHERE paper = ? ORDER BY id", (paper,)
    )
    return [
        (" ".join(text.split()), msgspec.json.decode(boxes, type=tuple[PageBox, ...]))
        for text, boxes in rows
    ]


def _holding(held: list[tuple[str, tuple[PageBox, ...]]], quote: str) -> tuple[PageBox, ...]:
    """Return the boxes of the first passage that holds *quote*, else of one that begins it."""
    words = " ".join(quote.split())
    for text, boxes in held:
        if words in text:
            return boxes
    for text, boxes in held:
        if len(text) > 20 and words.startswith(text):
            return boxes
    return ()
