"""What kind of file it is, told by its bytes and not by its name."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from papersearch.errors import ReadError

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
MARKDOWN = "text/markdown"
TEXT = "text/plain"

READABLE_SUFFIXES = frozenset(
    {
        ".pdf",
        ".docx",
        ".docm",
        ".dotx",
        ".html",
        ".htm",
        ".xhtml",
        ".txt",
        ".text",
        ".md",
        ".markdown",
    }
)
"""Names that a walk through a folder takes up; a file named by the user is always tried."""

_ABOUT_THE_FOLDER = re.compile(
    r"(?:read[ _-]?me(?![a-z]).*|(?:licen[cs]e|copying|authors|contributors|changelog|contributing|"
    r"code[ _-]of[ _-]conduct)(?:[._-](?:mit|bsd|apache|gpl|lgpl|agpl|mpl|cc|ogl|[\d.]+)[\w.-]*)?)"
    r"\.(?:md|markdown|txt|text|html?)",
    re.I,
)


def is_about_the_folder(name: str) -> bool:
    """Return whether a name is that of a file about its folder: a README, a licence.

    A walk through a folder passes it over; a user who names the file gets it read.
    """
    return _ABOUT_THE_FOLDER.fullmatch(name) is not None


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KNOWN_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "a Rich Text file"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"GIF8", "a picture (GIF)"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
    (b"From ", "a mailbox"),
)
_ZIP_KINDS: tuple[tuple[str, str], ...] = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "an e-book"),
)
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\|.+\|\s*$|\*\*\S.+\*\*\s*$|```)", re.M)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(data: bytes, path: str) -> str:
    """Return the media type of *data*; *path* only serves the message and as a last resort.

    Raises:
        ReadError: ``empty_file``, ``unsupported_format``, ``encrypted`` (a Word file
            under a password) or ``damaged`` (named .pdf or .docx but nothing of the kind).
    """
    name = PurePath(path).name
    suffix = PurePath(path).suffix.lower()
    if not data.strip(b"\x00 \t\r\n\x0c"):
        raise ReadError("empty_file", f"{name} is empty.")
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data, name, suffix)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ReadError(
                "encrypted",
                f"{name} is an Office file under a password.",
                "Save a copy without a password.",
            )
        raise ReadError(
            "unsupported_format", f"{name} is in an old Office format (.doc, .xls, .ppt)."
        )
    for start, what in _KNOWN_OTHERS:
        if data.startswith(start):
            raise ReadError("unsupported_format", f"{name} is {what}.")
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    if _HTML_START.match(head.removeprefix(b"\xef\xbb\xbf")):
        return HTML
    if suffix == ".pdf" and b"endobj" in data:
        return PDF
    text = decode(data)
    if text is None:
        if suffix in {".pdf", ".docx"}:
            raise ReadError("damaged", f"{name} is not a {suffix[1:].upper()} file inside.")
        raise ReadError("unsupported_format", f"{name} is not text, PDF, Word or HTML.")
    if suffix == ".pdf":
        raise ReadError("damaged", f"{name} has no PDF inside.")
    return MARKDOWN if len(_MARKDOWN.findall(text[:200_000])) >= 2 else TEXT


def _kind_of_zip(data: bytes, name: str, suffix: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadError("damaged", f"{name} is a damaged Office or zip file ({error}).") from error
    if any(entry.startswith("word/document") for entry in names):
        return DOCX
    for mark, what in _ZIP_KINDS:
        if any(entry.startswith(mark) for entry in names):
            raise ReadError("unsupported_format", f"{name} is {what}.")
    if suffix == ".docx":
        raise ReadError("damaged", f"{name} has no Word document inside.")
    raise ReadError(
        "unsupported_format", f"{name} is a zip archive.", "Unpack it and ingest the folder."
    )


def decode(data: bytes) -> str | None:
    """Return *data* as text, ``None`` where it is none: UTF-8, UTF-16 by its mark, Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif data.startswith(b"\xef\xbb\xbf"):
        encodings = ["utf-8-sig"]
    else:
        encodings = ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_CONTROL.findall(text[:100_000])) <= len(text[:100_000]) // 500:
            return text
    return None
