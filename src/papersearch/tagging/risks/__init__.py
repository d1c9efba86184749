"""The risks component."""

from spacy.language import Language
from spacy.tokens import Doc

if not Doc.has_extension("risks"):
    Doc.set_extension("risks", default=())


@Language.component("papersearch_risks", assigns=["doc._.risks"])
def risks(doc: Doc) -> Doc:
    """Tag *doc*."""
    return doc
