"""The exemptions component."""

from spacy.language import Language
from spacy.tokens import Doc

if not Doc.has_extension("foi"):
    Doc.set_extension("foi", default=None)


@Language.component("papersearch_exemptions", assigns=["doc._.foi"])
def exemptions(doc: Doc) -> Doc:
    """Tag *doc*."""
    return doc
