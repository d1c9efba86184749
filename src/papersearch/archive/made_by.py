"""Fingerprints of the code and settings that made a result: another one means reading anew."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from papersearch import knowledge
from papersearch.reading.guard import Limits
from papersearch.reading.options import ReadOptions

_ROOMS = ("reading", "papers", "tagging", "dates")
_MODULES = (
    "knowledge.py", "record.py", "archive/work.py", "archive/passages.py", "archive/tags.py",
    "archive/codes.py",
)  # fmt: skip
_READERS = ("pypdfium2", "pdfplumber", "pikepdf", "python-docx", "lxml", "spacy", "rapidocr")
_REFUSALS = ("max_pages", "max_bytes")
"""Settings that refuse a file or do not touch what is read of it."""


@cache
def code() -> str:
    """Return a hash of all code and data between a file's bytes and its rows."""
    digest = hashlib.sha256()
    home = Path(knowledge.__file__).parent
    files = [home / name for name in _MODULES]
    for room in _ROOMS:
        files += sorted(f for f in (home / room).rglob("*") if f.suffix in (".py", ".toml"))
    for file in files:
        digest.update(file.relative_to(home).as_posix().encode())
        digest.update(file.read_bytes())
    for name in _READERS:
        try:
            digest.update(f"{name} {version(name)}".encode())
        except PackageNotFoundError:
            digest.update(f"{name} -".encode())
    return digest.hexdigest()


def result(options: ReadOptions) -> str:
    """Return the fingerprint of what makes a record; a password and limits change no record."""
    settings = {
        name: getattr(options, name)
        for name in options.__slots__
        if name not in ("password", *_REFUSALS)
    }
    settings["ocr"] = find_spec("rapidocr") is not None if options.ocr is None else options.ocr
    return _hash([code(), settings, knowledge.user_settings()])


def failure(options: ReadOptions, limits: Limits) -> str:
    """Return the fingerprint of what makes a failure: limits count as well.

    A password has no part in it: a hash of one would be something to guess it by.
    """
    refusals = {name: getattr(options, name) for name in _REFUSALS}
    return _hash([result(options), refusals, limits.seconds, limits.memory, limits.file_bytes])


def _hash(parts: list[object]) -> str:
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
