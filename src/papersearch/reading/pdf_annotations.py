"""What is pinned onto a PDF page: form fields, comments, and boxes laid over words."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as raw

from papersearch.reading.document import Box, FormField, HiddenText, Tick
from papersearch.reading.pdf_words import Geometry

MOST_ANNOTATIONS = 5000
_COMMENTS = frozenset(
    {
        raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_POPUP,
        raw.FPDF_ANNOT_SQUIGGLY, raw.FPDF_ANNOT_CARET,
    }
)  # fmt: skip
_COVERS = frozenset(
    {
        raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_REDACT, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_POLYGON,
        raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_FREETEXT,
    }
)  # fmt: skip


@dataclass(slots=True)
class Annotations:
    """What is pinned onto one page."""

    fields: list[FormField] = field(default_factory=list)
    comments: list[HiddenText] = field(default_factory=list)
    covers: list[Box] = field(default_factory=list)
    """Boxes, stamps and markings that may hide words beneath them."""


def read_annotations(page: Any, form: Any, geometry: Geometry, number: int) -> Annotations:
    """Return what is pinned onto *page*; *form* is pdfium's form environment or ``None``."""
    out = Annotations()
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
        with _annotation(page, index) as annotation:
            if not annotation:
                continue
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            if kind == raw.FPDF_ANNOT_WIDGET:
                found = _field(annotation, form, _box(annotation, geometry), number)
                if found is not None:
                    out.fields.append(found)
                continue
            if kind in _COMMENTS:
                words = _contents(annotation)
                if words:
                    box = _box(annotation, geometry)
                    out.comments.append(HiddenText(number, box, "comment", words))
            if kind in _COVERS:
                out.covers.append(_box(annotation, geometry))
    return out


@contextmanager
def _annotation(page: Any, index: int) -> Iterator[Any]:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    try:
        yield annotation
    finally:
        if annotation:
            raw.FPDFPage_CloseAnnot(annotation)


def _box(annotation: Any, geometry: Geometry) -> Box:
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect))
    return geometry.shown(rect.left, rect.bottom, rect.right, rect.top)


def _field(annotation: Any, form: Any, box: Box, number: int) -> FormField | None:
    if form is None:
        return None
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    name = _string(raw.FPDFAnnot_GetFormFieldName, form, annotation)
    if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
        tick: Tick = "ticked" if raw.FPDFAnnot_IsChecked(form, annotation) else "not_ticked"
        return FormField(name, number, box, None, tick)
    value = _string(raw.FPDFAnnot_GetFormFieldValue, form, annotation)
    return FormField(name, number, box, value) if value else None


def _contents(annotation: Any) -> str:
    length = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, length)
    return _decode(buffer)


def _string(function: Any, form: Any, annotation: Any) -> str:
    length = function(form, annotation, None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    function(form, annotation, buffer, length)
    return _decode(buffer)


def _decode(buffer: Any) -> str:
    text = bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00")
    return " ".join(text.split())
