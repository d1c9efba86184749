"""The spaCy component ``papersearch_qualifiers`` and the span extensions."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from papersearch.tagging.qualifiers.context import CATEGORIES, qualities


def register_extensions() -> None:
    """Give ``Span`` the extensions ``qualities``, ``negated``, ``conditional`` and so on."""
    if not Span.has_extension("qualities"):
        Span.set_extension("qualities", getter=qualities)
    for category in CATEGORIES:
        if not Span.has_extension(category):
            Span.set_extension(category, getter=_part(category))


def _part(category: str) -> Any:
    return lambda span: getattr(qualities(span), category)


register_extensions()


@Language.component(
    "papersearch_qualifiers",
    assigns=["span._.qualities", *(f"span._.{category}" for category in CATEGORIES)],
)
def qualifiers(doc: Doc) -> Doc:
    """Make the span extensions ready; the work is done when a span is asked about."""
    register_extensions()
    return doc
