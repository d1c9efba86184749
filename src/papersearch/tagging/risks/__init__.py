"""The risks component: the risks of a paper for which it states an appetite.

``doc._.risks`` holds :class:`papersearch.record.Risk`, ``doc.spans["risks"]``
the spans of the table rows, forms and sentences that they were read from.

Measured on 25 November 2026 (F1, names and values): corpus 0.97 (192 risks); annotated
examples 1.00; papers by three authors who knew nothing of the rules, at first sight and one
after the other, 0.72 (82), 0.75 (72) and 0.88 (105). How, and where it falls short:
``docs/tagging/risks.md``.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from papersearch.tagging.risks.flattened import read_flattened
from papersearch.tagging.risks.forms import read_forms
from papersearch.tagging.risks.items import read_items
from papersearch.tagging.risks.line_forms import read_line_forms
from papersearch.tagging.risks.merge import on_scales, put_together
from papersearch.tagging.risks.prose import read_prose
from papersearch.tagging.risks.prose_lists import read_headings, read_labels
from papersearch.tagging.risks.prose_runs import read_runs
from papersearch.tagging.risks.scales import rank, scales
from papersearch.tagging.risks.tables import read_tables
from papersearch.tagging.risks.told import with_told_status

__all__ = ["rank", "scales"]

# Every paper that states an appetite holds one of these; most hold none and cost nothing.
_MAY_STATE = re.compile(
    r"appetite|optim(?:um|al)|\bstance\b|\bposture\b|(?:level|amount|degree) of risk|how much risk|"
    r"risk (?:that )?we |\b(?:averse|cautious|minimalist|hungry|eager)\b",
    re.IGNORECASE,
)

if not Doc.has_extension("risks"):
    Doc.set_extension("risks", default=())


@Language.component("papersearch_risks", assigns=["doc._.risks"])
def risks(doc: Doc) -> Doc:
    """Set ``doc._.risks`` and ``doc.spans["risks"]``."""
    if _MAY_STATE.search(doc.text) is None:
        doc._.risks = ()
        doc.spans["risks"] = SpanGroup(doc, name="risks", spans=[])
        return doc
    found = list(read_tables(doc))
    found += list(read_forms(doc, [one.span for one in found]))
    found += list(read_line_forms(doc))
    found += list(read_flattened(doc))
    found += list(read_headings(doc))
    found += list(read_labels(doc))
    found += list(read_items(doc, [one.span for one in found]))
    found += list(read_runs(doc, [one.span for one in found]))
    found += list(read_prose(doc, [one.span for one in found]))
    found = with_told_status(doc, on_scales(doc, put_together(found)))
    doc._.risks = tuple(one.risk for one in found)
    doc.spans["risks"] = SpanGroup(doc, name="risks", spans=[one.span for one in found])
    return doc
