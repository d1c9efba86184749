"""What the user may set about reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Settings of one reading; all of them change what is read, so they are part of its key.

    Args:
        password: Tried on encrypted files; an empty one is always tried.
        max_pages: A file with more pages is refused with ``too_many_pages``.
        max_bytes: A larger file is refused with ``too_large``.
        ocr: ``None`` reads pictures of pages where the ``ocr`` extra is installed;
            ``True`` insists; ``False`` never does.
        ocr_seconds: Time that a file's pictures may take; pages beyond it stay unread, and told,
            so that a long scan costs its last pages and not the file.
        tables: Whether tables are looked for.
        include_hidden: Whether text that the page does not show is read as if it did.
    """

    password: str | None = None
    max_pages: int = 5000
    max_bytes: int = 512 << 20
    ocr: bool | None = None
    ocr_seconds: float = 180.0
    tables: bool = True
    include_hidden: bool = False
