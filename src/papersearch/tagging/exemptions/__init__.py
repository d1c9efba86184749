"""The exemptions component: what a paper says of its own publication.

``doc._.foi`` holds :class:`papersearch.record.Foi`, ``doc.spans["exemptions"]``
the sentences that claim a provision. The law (``acts.toml``), what kinds of body
cannot use (``bodies.toml``), other Acts (``other_acts.toml``) and the wording of
markings (``markings.toml``) are data; tables of these names in the user's
``papersearch.toml`` add to them.

The way of a word: ``passages`` (fields, sections, columns, prose) →
``grammar`` and ``acts`` (citations, names of Acts) → ``cited`` (which Act's) →
``bare`` (law, or a part of the paper) → ``pieces``, ``sentence``, ``judge`` (claimed,
or only spoken of) → ``scope``, ``reasons`` → ``forms`` (what other fields add),
``statements`` (open, closed) → ``record`` and ``advice``.

At first sight of 141 examples of forms not met before (batches nine to eleven): provisions
precision 0.98, recall 0.76, F1 0.85; with title, scope, reason and date all right as well
0.85, 0.65, 0.74; status right in 114. Of 24 papers by another hand: 0.97, 0.69, 0.80. After
their errors were mended 1.00 on all 560 examples (``docs/tagging/exemptions.md``).
"""

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
