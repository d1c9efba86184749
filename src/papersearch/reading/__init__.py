"""Reading: a file becomes a :class:`Document`.

:func:`read_document` reads in this process; whoever reads files that they did
not make calls it through :class:`papersearch.reading.guard.Guard`.
"""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path

from papersearch.errors import ReadError
from papersearch.reading import kind
from papersearch.reading.document import Document
from papersearch.reading.options import ReadOptions

__all__ = ["Document", "ReadOptions", "read_bytes", "read_document"]


def read_document(path: str | Path, options: ReadOptions | None = None) -> Document:
    """Return the document in the file *path*.

    Raises:
        ReadError: It cannot be read; ``code`` says why (contract.md).
    """
    options = options or ReadOptions()
    return read_bytes(_load(Path(path), options.max_bytes), str(path), options)


def read_bytes(data: bytes, path: str, options: ReadOptions | None = None) -> Document:
    """Return the document in *data*; *path* is only its name.

    Raises:
        ReadError: It cannot be read.
    """
    options = options or ReadOptions()
    media_type = kind.kind_of(data, path)
    sha256 = hashlib.sha256(data).hexdigest()
    if media_type == kind.PDF:
        from papersearch.reading.pdf import read_pdf

        return read_pdf(data, path, sha256, options)
    if media_type == kind.DOCX:
        from papersearch.reading.docx import read_docx

        return read_docx(data, path, sha256, options)
    if media_type == kind.HTML:
        from papersearch.reading.html import read_html

        return read_html(data, path, sha256, options)
    from papersearch.reading.text import read_text

    return read_text(data, path, sha256, media_type)


def _load(path: Path, max_bytes: int) -> bytes:
    try:
        if path.is_dir() or (path.exists() and not path.is_file()):
            raise ReadError("not_a_file", f"{path.name} is not a file.")
        size = path.stat().st_size
        if size > max_bytes:
            raise ReadError(
                "too_large", f"{path.name} has {size:,} bytes, more than {max_bytes:,}."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("not_found", f"{path.name} does not exist.") from error
    except PermissionError as error:
        raise ReadError("permission_denied", f"{path.name} may not be read.") from error
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.ELOOP:
            message = f"{path.name} is a link that leads back to itself."
            raise ReadError("not_found", message) from error
        raise ReadError("damaged", f"{path.name} could not be read from disk ({error}).") from error
