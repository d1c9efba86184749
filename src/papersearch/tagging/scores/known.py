"""What the paper calls the risks that it numbers: "SR3 is scored at 12" names no risk by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from papersearch.tagging.layout import text_of
from papersearch.tagging.risks.names import split_reference
from papersearch.tagging.risks.recovered import tables_of
from papersearch.tagging.risks.value import fold
from papersearch.tagging.scores.found import FoundScore
from papersearch.tagging.scores.headers import is_label

_MOST_WORDS = 16
_IN_BRACKETS = re.compile(
    r"\b(?P<ref>(?:BAF|CRR|BRR|SRR|[Ss]trategic|[Cc]orporate|[Pp]rincipal)?\s?(?:[Rr]isk\s)?"
    r"[A-Z]{0,5}[ /-]?\d{1,5}(?:\.\d)?)\s*\(\s*(?P<name>[A-Za-z][^()\d]{3,90}?)\s*\)"
)
_NO_NAME = re.compile(
    r"\b(?:score[ds]?|rat(?:ed|ing)|appetite|tolerance|target|formerly|previously|see|page|appendix|"
    r"annex|likelihood)\b|^(?:is|was|has|and|or|of|the (?:new|old|last))\b",
    re.IGNORECASE,
)


def core(reference: str) -> str:
    """Return a reference without what papers leave out at will.

    >>> core("Risk SR-04"), core("BAF risk 3"), core("SR4")
    ('SR4', 'BAF3', 'SR4')
    """
    letters = re.sub(
        r"(?i)\b(?:strategic|corporate|principal|risk|no|number|ref|id)\b", "", reference
    )
    plain = re.sub(r"[^A-Za-z0-9.]", "", letters).upper()
    return re.sub(r"(?<=[A-Z])0+(?=\d)", "", plain).strip(".")


def names_by_reference(doc: Doc, found: Iterable[FoundScore]) -> dict[str, str]:
    """Return the name that the paper gives each reference, by the :func:`core` of it."""
    out: dict[str, str] = {}
    for one in found:
        if one.score.reference and one.score.name:
            out.setdefault(core(one.score.reference), one.score.name)
    for reference, name in _printed(doc):
        out.setdefault(core(reference), name)
    return out


def _printed(doc: Doc) -> Iterator[tuple[str, str]]:
    """Yield references with the names printed beside them: in tables, headings, brackets."""
    for view in tables_of(doc):
        for row in view.table.grid():
            cells = [cell for cell in row if cell is not None]
            texts = [fold(span.text) if (span := view.of(cell)) else "" for cell in cells[:3]]
            yield from _of_row([text for text in texts if text])
    for block in doc.spans.get("layout", ()):
        if block.label_ in ("heading", "list_item"):
            reference, name = split_reference(fold(block.text))
            if reference and re.search(r"[A-Z]", reference) and _is_name(name):
                yield reference, name
    for match in _IN_BRACKETS.finditer(text_of(doc)):
        if _is_name(match.group("name")):
            yield match.group("ref"), fold(match.group("name"))


def _of_row(texts: list[str]) -> Iterator[tuple[str, str]]:
    if not texts:
        return
    reference, name = split_reference(texts[0])
    if reference and _is_name(name):
        yield reference, name
    elif len(texts) > 1 and _is_name(texts[1]) and _is_reference(texts[0]):
        yield texts[0], split_reference(texts[1])[1]


def _is_reference(text: str) -> bool:
    form = (
        r"(?:(?:BAF|[Pp]rincipal|[Ss]trategic|[Cc]orporate)\s)?(?:[Rr]isk\s)?"
        r"[A-Z]{0,5}[ /-]?\d{1,5}"
    )
    return re.fullmatch(form, text) is not None


def _is_name(text: str) -> bool:
    return (
        bool(re.search(r"[A-Za-z]{3}", text))
        and len(text.split()) <= _MOST_WORDS
        and not _NO_NAME.search(text)
        and not is_label(text)
        and not text.endswith(".")
    )
