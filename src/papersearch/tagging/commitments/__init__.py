"""The commitments component: what a body promises in its papers.

``doc._.commitments`` holds :class:`papersearch.record.Commitment`,
``doc.spans["commitments"]`` the words each was read from. Six readers look for
the year's list as lines (``annual``) and as tables (``annual_tables``), for
action logs (``logs``), for actions in the cells of forms (``cells``), for marked
actions (``minuted``) and, sentence by sentence, for minuted actions (``charges``),
pledges (``prose``) and ``aspirations``; ``merge`` makes one commitment of what they
find twice.

What no rule finds is put to a small classifier (``learned``). On whole papers by another
author that were held back and never mended by: precision 0.93, recall 0.83, F1 0.88; on
84 real pages labelled before any output was seen, at first sight 0.95 and 0.43
(``docs/tagging/commitments.md``).
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
