"""The commitments component."""

from spacy.language import Language
from spacy.tokens import Doc

if not Doc.has_extension("commitments"):
    Doc.set_extension("commitments", default=())


@Language.component("papersearch_commitments", assigns=["doc._.commitments"])
def commitments(doc: Doc) -> Doc:
    """Tag *doc*."""
    return doc
