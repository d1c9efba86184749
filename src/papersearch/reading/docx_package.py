"""The parts of a Word file: a zip of XML, opened without trusting its sizes or its entities."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from lxml import etree

from papersearch.errors import ReadError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_PLAIN = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_R = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_PLAIN_R = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"

MOST_PART = 96 << 20
"""Bytes that one part may unpack to; a paper's text has never come near it."""
MOST_TOTAL = 256 << 20
MOST_PARTS = 20_000


class Package:
    """A Word file's parts.

    Raises:
        ReadError: ``damaged`` or ``too_large``.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self._damaged(str(error)) from error
        self._entries = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        if len(self._entries) > MOST_PARTS:
            raise ReadError("too_large", f"{name} has {len(self._entries):,} parts.")
        self._taken = 0
        roots = self.relations("")
        targets = [target for kind, target in roots.values() if kind == "officeDocument"]
        found = [target for target in targets if target in self._entries]
        self.main = found[0] if found else "word/document.xml"
        if self.main not in self._entries:
            raise self._damaged("it has no document part")

    def names(self, folder: str) -> list[str]:
        """Return the names of the parts in *folder*."""
        return [name for name in self._entries if name.startswith(folder)]

    def tree(self, part: str) -> Any | None:
        """Return the root element of *part*, ``None`` where there is no such part.

        Raises:
            ReadError: It is too large, or is no XML.
        """
        data = self._bytes(part)
        if data is None:
            return None
        head = data[:4000]
        if _STRICT in head:
            data = data.replace(_STRICT, _PLAIN).replace(_STRICT_R, _PLAIN_R)
        for recover in (False, True):
            parser = etree.XMLParser(
                resolve_entities=False, no_network=True, load_dtd=False, recover=recover,
                remove_comments=True, remove_pis=True,
            )  # fmt: skip
            try:
                root = etree.fromstring(data, parser)
            except (etree.XMLSyntaxError, ValueError):
                continue
            if root is not None:
                return root
        raise self._damaged(f"{posixpath.basename(part)} is no XML")

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return kind and target part of each relation of *part*, by id; outside ones left out."""
        folder, base = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        out = {}
        for item in root.iter(_RELATION) if root is not None else ():
            if item.get("TargetMode") == "External":
                continue
            target = item.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = item.get("Type", "").rsplit("/", 1)[-1]
            out[item.get("Id", "")] = (kind, posixpath.normpath(path))
        return out

    def _bytes(self, part: str) -> bytes | None:
        info = self._entries.get(part)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise ReadError("encrypted", f"{self.name} is encrypted.")
        if info.file_size > MOST_PART or self._taken + info.file_size > MOST_TOTAL:
            raise self._too_large()
        try:
            with self._zip.open(info) as stream:
                data = stream.read(MOST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise self._damaged(str(error)) from error
        except (NotImplementedError, RuntimeError) as error:
            raise self._damaged(str(error)) from error
        self._taken += len(data)
        if len(data) > MOST_PART or self._taken > MOST_TOTAL:
            raise self._too_large()
        return data

    def _damaged(self, why: str) -> ReadError:
        return ReadError("damaged", f"{self.name} is a damaged Word file ({why}).")

    def _too_large(self) -> ReadError:
        size = f"{MOST_TOTAL >> 20} MB"
        message = f"{self.name} unpacks to more than {size}, which no paper does."
        return ReadError("too_large", message, "Open it in Word and save it anew.")


def value(element: Any, tag: str, attribute: str = "val") -> str | None:
    """Return an attribute of the child *tag* of *element*, ``None`` where either is absent."""
    child = element.find(W + tag) if element is not None else None
    return None if child is None else child.get(W + attribute)


def switch(element: Any, tag: str) -> bool | None:
    """Return whether the on/off property *tag* is on; ``None`` where nothing is said of it."""
    child = element.find(W + tag) if element is not None else None
    if child is None:
        return None
    return child.get(W + "val", "true") not in ("0", "false", "off", "none")
