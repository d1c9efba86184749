"""Where a paper may speak of its own publication: fields, sections, columns, prose.

A passage is a run of words with what stands over it: the label of a cover
field, the heading of a section about publication, the header of a column.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from papersearch.tagging.exemptions.labels import MOST_LABEL_WORDS, label_role, labelled
from papersearch.tagging.exemptions.parts import BULLET, MARKS, part_head
from papersearch.tagging.exemptions.passage import (
    Collector,
    Heading,
    Passage,
    Where,
    fields_of,
    says_itself,
)
from papersearch.tagging.exemptions.tables import read_table


def passages(doc: Doc) -> list[Passage]:
    """Return the passages of *doc* in reading order; together they are its whole text."""
    reader = Collector(doc, doc.text)
    views = {view.span.start: view for view in doc._.tables}
    layout = list(doc.spans.get("layout", ())) or [doc[:]]
    heading = Heading()
    for number, span in enumerate(layout):
        if not len(span) or not span.text.strip():
            continue
        part, reader.part = reader.part, None
        if span.start in views:
            reader.listed = True
            read_table(reader, views[span.start], heading)
            continue
        reader.listed = span.label_ == "list_item" or BULLET.match(span.text) is not None
        if part is not None and MARKS.match(span.text):
            reader.group += 1
            reader.add(span.start_char, span.end_char, "column", role="section", row=part,
                       label=reader.whole[slice(*part)], group=reader.group)  # fmt: skip
            continue
        following = layout[number + 1].label_ if number + 1 < len(layout) else ""
        _block(reader, span, heading, following)
        reader.part = part_head(span)
    return reader.out


def _block(reader: Collector, span: Span, heading: Heading, following: str) -> None:
    text = span.text
    if span.label_ == "heading":
        reader.group += 1
        fields = list(labelled(text))
        if fields and fields[0][1] < len(text):
            fields_of(reader, span, fields, heading)
            return
        heading.take(text, reader.group)
        if not heading.foi or re.search(
            r"(?i)\bnot for publication\b|\bexempt (?:under|from)\b", text
        ):
            reader.add(span.start_char, span.end_char, "prose", group=reader.group,
                       guidance=heading.guidance)  # fmt: skip
        return
    fields = list(labelled(text))
    if fields:
        if heading.lone_label:
            heading.foi = heading.lone_label = False
        fields_of(reader, span, fields, heading)
        return
    role = label_role(text) if len(text.split()) <= MOST_LABEL_WORDS else None
    if role == "foi" and following in ("paragraph", "list_item") and not says_itself(text):
        # A label alone in its block: what follows is its value.
        reader.group += 1
        heading.take(text, reader.group)
        heading.lone_label = True
        return
    if heading.foi or heading.log or heading.guidance:
        where: Where = "heading" if heading.foi else "prose"
        reader.add(
            span.start_char, span.end_char, where, label=heading.text, group=heading.group,
            log=heading.log, guidance=heading.guidance,
        )  # fmt: skip
        if heading.lone_label:
            heading.foi = heading.lone_label = False
        return
    reader.group += 1
    reader.add(span.start_char, span.end_char, "prose", group=reader.group)
