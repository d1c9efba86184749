"""Opening a PDF, with repair where it is damaged; its bookmarks and attachments."""

from __future__ import annotations

import io
import stringprep
import unicodedata
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from papersearch.errors import ReadError
from papersearch.reading.document import OutlineItem
from papersearch.reading.options import ReadOptions
from papersearch.record import Warning

MOST_BOOKMARKS = 20_000
MOST_ATTACHMENTS = 1000


def open_pdf(data: bytes, name: str, options: ReadOptions, warnings: list[Warning]) -> Any | None:
    """Return the ``pypdfium2.PdfDocument``, ``None`` where pdfium cannot open it even repaired.

    Raises:
        ReadError: ``encrypted``.
    """
    for password in _spellings(options.password):
        try:
            return pdfium.PdfDocument(data, password=password)
        except pdfium.PdfiumError as error:
            code, failure = raw.FPDF_GetLastError(), error
            if code != raw.FPDF_ERR_PASSWORD and "password" not in str(error).lower():
                break
    else:
        raise _locked(name, options) from failure
    if code == raw.FPDF_ERR_SECURITY:
        message = f"{name} is encrypted in a way that cannot be read."
        raise ReadError("encrypted", message, "Save a copy without protection.") from failure
    repaired = _repair(data, name, options)
    if repaired is None:
        return None
    try:
        pdf = pdfium.PdfDocument(repaired)
    except pdfium.PdfiumError:
        return None
    warnings.append(Warning(code="repaired", message="The file was damaged and read after repair."))
    return pdf


def form_of(pdf: Any) -> Any:
    """Return pdfium's form environment, ``None`` for a file without form fields."""
    if raw.FPDF_GetFormType(pdf.raw) == raw.FORMTYPE_NONE:
        return None
    pdf.init_forms()
    return pdf.formenv.raw if pdf.formenv else None


def outline_of(pdf: Any) -> tuple[OutlineItem, ...]:
    """Return the bookmarks that open a page."""
    out: list[OutlineItem] = []
    try:
        for bookmark in pdf.get_toc(max_depth=6):
            destination = bookmark.get_dest()
            index = destination.get_index() if destination else None
            title = " ".join((bookmark.get_title() or "").split())
            if title and index is not None:
                out.append(OutlineItem(title, index + 1, bookmark.level + 1))
            if len(out) >= MOST_BOOKMARKS:
                break
    except (pdfium.PdfiumError, UnicodeDecodeError, RecursionError):
        return tuple(out)
    return tuple(out)


def attachments_of(pdf: Any, warnings: list[Warning]) -> tuple[str, ...]:
    """Return the names of attached files, and warn that they were not read."""
    try:
        count = min(pdf.count_attachments(), MOST_ATTACHMENTS)
        names = tuple(str(pdf.get_attachment(i).get_name()) for i in range(count))
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return ()
    if names:
        listed = ", ".join(names[:5])
        message = f"{len(names)} files are attached and were not read: {listed}."
        warnings.append(Warning(code="attachments", message=message))
    return names


def metadata_of(pdf: Any) -> dict[str, str]:
    """Return what the file says of itself (title, author, dates, producer)."""
    try:
        return {key.lower(): value for key, value in pdf.get_metadata_dict().items() if value}
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return {}


def _spellings(password: str | None) -> list[str | None]:
    """Return *password* as given and as PDF 2.0 prepares it (RFC 4013), then none at all.

    One password may be given for a whole folder, of which most files need none.
    """
    if not password:
        return [None]
    kept = "".join(ch for ch in password if not stringprep.in_table_b1(ch))
    return list(dict.fromkeys([password, unicodedata.normalize("NFKC", kept), None]))


def _locked(name: str, options: ReadOptions) -> ReadError:
    if options.password:
        return ReadError("encrypted", f"The password does not open {name}.")
    return ReadError("encrypted", f"{name} is encrypted.")


def _repair(data: bytes, name: str, options: ReadOptions) -> bytes | None:
    """Return the file as pikepdf rebuilds it, ``None`` where it cannot."""
    import pikepdf

    for password in dict.fromkeys((options.password or "", "")):
        try:
            with pikepdf.open(io.BytesIO(data), password=password) as broken:
                out = io.BytesIO()
                broken.save(out)
                return out.getvalue()
        except pikepdf.PasswordError as error:
            failure = error
        except (pikepdf.PdfError, ValueError, RuntimeError, OSError, TypeError, KeyError):
            return None
    raise _locked(name, options) from failure
