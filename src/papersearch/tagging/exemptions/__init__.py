"""The exemptions component: what a paper says of its own publication."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from papersearch.tagging.exemptions.grammar import find_citations
from papersearch.tagging.exemptions.law import provision
from papersearch.tagging.exemptions.record import foi_of

__all__ = ["find_citations", "provision"]

if not Doc.has_extension("foi"):
    Doc.set_extension("foi", default=None)


@Language.component("papersearch_exemptions", assigns=["doc._.foi"])
def exemptions(doc: Doc) -> Doc:
    """Set ``doc._.foi`` and ``doc.spans["exemptions"]``."""
    foi, spans = foi_of(doc)
    doc._.foi = foi
    doc.spans["exemptions"] = SpanGroup(doc, name="exemptions", spans=spans)
    return doc
