"""The scores component: the initial, current and target scores of named risks.

``doc._.risk_scores`` holds :class:`papersearch.record.RiskScore`, as printed: a
product that is not that of its factors is kept, with a warning.

Measured on 25 November 2026 (F1, name, kind, factors and score): corpus 1.00 (186
scores); annotated examples 1.00 (294); papers of bodies not seen before, at first sight,
0.84 (103) and 0.52 (108). More: ``docs/tagging/scores.md``.
"""

from dataclasses import replace

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from papersearch.record import RiskScore, Warning
from papersearch.tagging.scores.cells import read_cells
from papersearch.tagging.scores.forms import read_forms, read_line_forms
from papersearch.tagging.scores.found import FoundScore
from papersearch.tagging.scores.known import core, names_by_reference
from papersearch.tagging.scores.notation import Order, order_in
from papersearch.tagging.scores.prose import read_prose
from papersearch.tagging.scores.tables import read_tables

if not Doc.has_extension("risk_scores"):
    Doc.set_extension("risk_scores", default=())


@Language.component("papersearch_scores", assigns=["doc._.risk_scores"])
def scores(doc: Doc) -> Doc:
    """Set ``doc._.risk_scores`` and warn of products that do not add up."""
    order = _order(doc)
    found = list(read_tables(doc, order))
    found += list(read_forms(doc, [one.span for one in found], order))
    found += list(read_line_forms(doc, order))
    found += list(read_cells(doc, [one.span for one in found], order))
    found += list(read_prose(doc, [one.span for one in found], order))
    kept = _once(_with_names(doc, found))
    for one in kept:
        if one.wrong is not None:
            doc.user_data.setdefault("warnings", []).append(
                Warning(
                    code="score_arithmetic",
                    page=one.score.evidence.page,
                    message=f"The score of {one.score.name or one.score.reference!r} is kept as "
                    f"printed, but its factors do not give it: {' '.join(one.wrong.split())}",
                )
            )
    doc._.risk_scores = tuple(one.score for one in kept)
    return doc


def _order(doc: Doc) -> Order | None:
    """Return the order of the factors, where the paper names one order and no other."""
    orders = set()
    for sentence in doc.sents:
        text = sentence.text
        if ("x" in text or "×" in text or "ultiplied" in text) and (order := order_in(text)):
            orders.add(order)
    return orders.pop() if len(orders) == 1 else None


def _with_names(doc: Doc, found: list[FoundScore]) -> list[FoundScore]:
    """Give scores of a risk that is only numbered the name that the paper has for the number."""
    if all(one.score.name for one in found):
        return found
    known = names_by_reference(doc, found)
    out = []
    for one in found:
        if one.score.name is None and one.score.reference is not None:
            name = known.get(core(one.score.reference))
            one = replace(one, score=msgspec.structs.replace(one.score, name=name))
        out.append(one)
    return out


def _once(found: list[FoundScore]) -> list[FoundScore]:
    """Return *found* in order of print, a score repeated in the same words of the risk once.

    What one place tells of it and the other does not (the factors, the reference) is put together.
    """
    out: list[FoundScore] = []
    seen: dict[tuple[str, str | None, int | None], int] = {}
    for one in sorted(found, key=lambda item: item.span.start):
        score = one.score
        key = ((score.name or score.reference or "").lower(), score.kind, score.score)
        if key not in seen:
            seen[key] = len(out)
            out.append(one)
            continue
        first = out[seen[key]]
        if score.likelihood is not None and first.score.likelihood is None:
            first = replace(first, wrong=one.wrong, score=_with_factors(first.score, score))
        elif first.score.reference is None and score.reference is not None:
            whole = msgspec.structs.replace(first.score, reference=score.reference)
            first = replace(first, score=whole)
        out[seen[key]] = first
    return out


def _with_factors(score: RiskScore, other: RiskScore) -> RiskScore:
    return msgspec.structs.replace(
        score,
        likelihood=other.likelihood,
        consequence=other.consequence,
        reference=score.reference or other.reference,
    )
