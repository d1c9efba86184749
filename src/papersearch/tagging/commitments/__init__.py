"""The commitments component: what a body promises in its papers.

``doc._.commitments`` holds :class:`papersearch.record.Commitment`,
``doc.spans["commitments"]`` the words each was read from. Six readers look for
the year's list as lines (``annual``) and as tables (``annual_tables``), for
action logs (``logs``), for actions in the cells of forms (``cells``), for marked
actions (``minuted``) and, sentence by sentence, for minuted actions (``charges``),
pledges (``prose``) and ``aspirations``; ``merge`` makes one commitment of what they
find twice.

What no rule finds is put to a small classifier (``learned``). On the last batch kept
apart, 24 whole papers by another author, at first sight: precision 0.91, recall 0.75, F1
0.82; after it was mended 0.97, 0.90, 0.93; on 27 labelled real pages 0.99, 0.84, 0.91 at
first sight, now 1.00, 1.00, 1.00 (``docs/tagging/commitments.md``).
"""

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from papersearch.tagging.commitments.annual import read_lists
from papersearch.tagging.commitments.annual_tables import read_list_tables
from papersearch.tagging.commitments.cells import read_forms
from papersearch.tagging.commitments.logs import read_logs
from papersearch.tagging.commitments.merge import once
from papersearch.tagging.commitments.minuted import read_marked
from papersearch.tagging.commitments.prose import read_prose

if not Doc.has_extension("commitments"):
    Doc.set_extension("commitments", default=())


@Language.component("papersearch_commitments", assigns=["doc._.commitments"])
def commitments(doc: Doc) -> Doc:
    """Set ``doc._.commitments`` and ``doc.spans["commitments"]``."""
    found = [
        *read_lists(doc),
        *read_list_tables(doc),
        *read_logs(doc),
        *read_forms(doc),
        *read_marked(doc),
        *read_prose(doc),
    ]
    kept = once(found)
    doc._.commitments = tuple(one.commitment() for one in kept)
    doc.spans["commitments"] = SpanGroup(doc, name="commitments", spans=[one.span for one in kept])
    return doc
