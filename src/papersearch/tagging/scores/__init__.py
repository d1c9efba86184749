"""The scores component."""

from spacy.language import Language
from spacy.tokens import Doc

if not Doc.has_extension("risk_scores"):
    Doc.set_extension("risk_scores", default=())


@Language.component("papersearch_scores", assigns=["doc._.risk_scores"])
def scores(doc: Doc) -> Doc:
    """Tag *doc*."""
    return doc
