"""The spaCy pipeline, and the record that comes out of it.

>>> from papersearch.tagging import tag, paper_from_text
>>> record = tag(paper_from_text("This paper is exempt under section 43(2) of the FOI Act."))
>>> [citation.canonical for citation in record.foi.citations]
['FOIA s.43(2)']
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

# Importing a component's folder registers its factory with spaCy.
from papersearch.papers.paper import PaperText
from papersearch.record import Foi, Paper, Source
from papersearch.tagging import (
    commitments as _commitments,  # noqa: F401
)
from papersearch.tagging import (
    exemptions as _exemptions,  # noqa: F401
)
from papersearch.tagging import (
    qualifiers as _qualifiers,  # noqa: F401
)
from papersearch.tagging import (
    risks as _risks,  # noqa: F401
)
from papersearch.tagging import (
    scores as _scores,  # noqa: F401
)
from papersearch.tagging import (
    sentences as _sentences,  # noqa: F401
)
from papersearch.tagging.layout import to_doc

COMPONENTS = (
    "papersearch_sentences",
    "papersearch_risks",
    "papersearch_scores",
    "papersearch_exemptions",
    "papersearch_commitments",
)
"""In order: commitments come last, because words inside a risk are no commitment."""


@lru_cache(maxsize=1)
def build_nlp() -> Language:
    """Return the pipeline: a blank English tokenizer and papersearch's components."""
    nlp = spacy.blank("en")
    nlp.max_length = 20_000_000
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def run(paper: PaperText, nlp: Language | None = None) -> Doc:
    """Return the tagged ``Doc`` of *paper*."""
    nlp = nlp or build_nlp()
    doc = to_doc(nlp, paper)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def tag(paper: PaperText, nlp: Language | None = None, **source: Any) -> Paper:
    """Return the record of *paper*; its ``id`` and ``same_as`` are left to the caller."""
    doc = run(paper, nlp)
    cover = paper.cover
    document = paper.document
    foi: Foi = doc._.foi or Foi()
    return Paper(
        source=Source(
            file=source.get("file", document.path),
            sha256=document.sha256,
            media_type=document.media_type,
            pages=(paper.first_page, paper.last_page),
        ),
        warnings=(*paper.warnings, *doc.user_data.get("warnings", ())),
        title=cover.title,
        organisation=cover.organisation,
        agenda_item=cover.agenda_item,
        meeting=cover.meeting,
        purpose=cover.purpose,
        presented_by=cover.presented_by,
        authors=cover.authors,
        date=cover.date,
        financial_year=cover.financial_year,
        previous_committees=cover.previous_committees,
        sections=paper.sections,
        recommendation=cover.recommendation,
        commitments=tuple(doc._.commitments),
        risks=tuple(doc._.risks),
        risk_scores=tuple(doc._.risk_scores),
        foi=foi,
    )
