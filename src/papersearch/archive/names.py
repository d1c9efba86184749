"""Names of files as the catalogue keeps them: always text, and always the way back.

A file's name on Linux is bytes. One that is not UTF-8 is kept with each stray
byte as a character of Unicode's private area, so that it can be stored, printed
and turned back. The program's locale changes nothing.
"""

from __future__ import annotations

import os
from pathlib import Path

_STRAY, _PRIVATE = 0xDC80, 0xF780
_TO_TEXT = {_STRAY + i: _PRIVATE + i for i in range(128)}
_TO_DISK = {_PRIVATE + i: _STRAY + i for i in range(128)}


def as_text(path: str | Path) -> str:
    """Return a path of this system as text that any file or terminal can hold."""
    return os.fsencode(path).decode("utf-8", "surrogateescape").translate(_TO_TEXT)


def on_disk(text: str) -> str:
    """Return the path that :func:`as_text` made *text* of."""
    return os.fsdecode(text.translate(_TO_DISK).encode("utf-8", "surrogateescape"))


def full_path(root: str, path: str) -> Path:
    """Return where a file of the catalogue lies."""
    return Path(on_disk(root), on_disk(path))
