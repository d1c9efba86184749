"""Tables to a file or to text, in the form that the file's ending or the user names."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from papersearch.errors import UsageError
from papersearch.export.sheet import Sheet, as_csv, as_markdown

FORMATS = ("json", "jsonl", "csv", "xlsx", "md")
REPORTS = ("html", "svg")
"""Forms that an answer of a desk can take as well: a report, and its chart alone."""


def format_of(
    path: Path | None, wanted: str | None, otherwise: str, formats: Sequence[str] = FORMATS
) -> str:
    """Return the format to write: as *wanted*, else by the ending of *path*, else *otherwise*.

    Raises:
        UsageError: It is none of *formats*.
    """
    name = (wanted or (path.suffix[1:] if path is not None else "") or otherwise).lower()
    name = {"markdown": "md", "ndjson": "jsonl", "htm": "html"}.get(name, name)
    if name not in formats:
        raise UsageError(f"'{name}' is no format to export to.", f"Use {', '.join(formats)}.")
    return name


def write_sheets(path: Path, form: str, sheets: Sequence[Sheet]) -> None:
    """Write *sheets* to *path*, whole or not at all; *form* is ``csv``, ``xlsx`` or ``md``.

    CSV holds one table: the first.

    Raises:
        OSError: It cannot be written.
    """
    if form == "xlsx":
        from papersearch.export.xlsx import write_xlsx

        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(handle)
        try:
            write_xlsx(Path(draft), sheets)
            put_in_place(Path(draft), path)
        finally:
            Path(draft).unlink(missing_ok=True)
        return
    # Excel takes a CSV file for UTF-8 only where it begins with a byte order mark.
    words = "\ufeff" + as_csv(sheets[0]) if form == "csv" else as_markdown(sheets)
    write_text(path, words)


def write_text(path: Path, words: str) -> None:
    """Write *words* to *path* as UTF-8, whole or not at all.

    Raises:
        OSError: It cannot be written.
    """
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(words)
        put_in_place(Path(draft), path)
    finally:
        Path(draft).unlink(missing_ok=True)


def put_in_place(draft: Path, path: Path) -> None:
    """Put *draft* in the place of *path*, readable as new files of this user are."""
    mask = os.umask(0)
    os.umask(mask)
    draft.chmod(0o666 & ~mask)
    draft.replace(path)
