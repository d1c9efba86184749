"""HTML files: headings, paragraphs, lists and tables as a browser would show them.

A page of HTML is page 1.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from lxml import etree

from papersearch.errors import ReadError
from papersearch.reading import hidden
from papersearch.reading.document import Document, Page
from papersearch.reading.html_body import HtmlReader
from papersearch.reading.kind import HTML
from papersearch.reading.letters import clean
from papersearch.reading.options import ReadOptions
from papersearch.record import Warning

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_\-]{2,40})", re.IGNORECASE)


def read_html(data: bytes, path: str, sha256: str, options: ReadOptions) -> Document:
    """Return the document in *data*.

    Raises:
        ReadError: ``damaged``: there is no HTML in it.
    """
    parser = etree.HTMLParser(
        encoding=_encoding(data), no_network=True, remove_comments=True, remove_pis=True,
        huge_tree=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError) as error:
        name = PurePath(path).name
        raise ReadError("damaged", f"{name} is no readable HTML ({error}).") from error
    if root is None:
        raise ReadError("damaged", f"{PurePath(path).name} has no HTML inside.")
    reader = HtmlReader(options.include_hidden)
    reader.read(root)
    blocks = tuple(reader.blocks)
    page = Page(
        1, "text" if blocks else "empty", blocks=blocks, hidden=tuple(reader.hidden),
        form_fields=tuple(reader.fields), way="html",
    )  # fmt: skip
    warnings = hidden.warnings_of([page])
    damaged = sum(block.text.count("\ufffd") for block in blocks)
    if damaged:
        message = f"{damaged} characters could not be decoded."
        warnings.append(Warning(code="text_unreliable", message=message))
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        message = "The file is damaged or nested endlessly; a part of it could not be read."
        warnings.append(Warning(code="page_failed", page=1, message=message))
    if not blocks:
        message = "The file shows no text."
        warnings.append(Warning(code="page_without_text", page=1, message=message))
    return Document(path, sha256, HTML, (page,), (), tuple(warnings), _metadata(root))


def _encoding(data: bytes) -> str:
    """Return the encoding by mark, by what the file says, or by whether it is UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    found = _CHARSET.search(data[:8192])
    named = found.group(1).decode("ascii").lower() if found else ""
    # What says Latin-1 or UTF-8 and is not has come from Windows.
    if named in ("", "utf-8", "utf8", "iso-8859-1", "latin1", "us-ascii"):
        return "cp1252"
    try:
        "".encode(named)
    except LookupError:
        return "cp1252"
    return named


def _metadata(root: Any) -> dict[str, str]:
    out = {}
    title = root.find(".//title")
    if title is not None and title.text and title.text.strip():
        out["title"] = " ".join(clean(title.text).split())
    for meta in root.iter("meta"):
        name, content = (meta.get("name") or "").lower(), (meta.get("content") or "").strip()
        if name in ("author", "description", "keywords") and content:
            out[name] = " ".join(clean(content).split())
    return out
