"""What the reader found as the record's ``foi``: status, citations, other references."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from papersearch.record import Citation, Evidence, Foi, OtherReference
from papersearch.tagging.exemptions.advice import advise
from papersearch.tagging.exemptions.found import Claim, Findings, Statement
from papersearch.tagging.exemptions.law import canonical, provision, regimes
from papersearch.tagging.exemptions.patterns import pattern, search
from papersearch.tagging.exemptions.reader import Reader
from papersearch.tagging.layout import evidence

_QUALIFIED = re.compile(
    r"(?i)(?<!no )\bopinion of (?:the |a |our )?qualified person"
    r"|(?<!no )\bqualified person (?:has (?!not\b|yet\b)|gave|is of)"
)


def foi_of(doc: Doc) -> tuple[Foi, list[Span]]:
    """Return the marking of the paper *doc*, and the spans of the citations that it claims."""
    reader = Reader(doc)
    text = reader.text
    found = reader.read()
    status, decided = status_of(found.statements)
    published = _published_elsewhere(text)
    qualified = _QUALIFIED.search(text) is not None
    citations: list[Citation] = []
    spans: list[Span] = []
    seen: dict[tuple[str, str | None], int] = {}
    sharing = _sharing(found.claims)
    for claim in found.claims:
        beside = frozenset(sharing[claim.reason]) if claim.reason is not None else frozenset()
        for citation, span in _citations(doc, claim, reader, published, qualified, beside):
            key = (citation.canonical, citation.scope)
            same = seen.get(key)
            if same is None and citation.scope is None:
                same = next(
                    (i for (name, _), i in seen.items() if name == citation.canonical), None
                )
            if same is None:
                seen[key] = len(citations)
                citations.append(citation)
                spans.append(span)
            elif citations[same].rationale is None and citation.rationale is not None:
                citations[same], spans[same] = citation, span
    return (
        Foi(
            status=status,  # type: ignore[arg-type]
            citations=tuple(citations),
            other_references=tuple(_others(doc, text, found)),
            evidence=_evidence(doc, decided),
        ),
        spans,
    )


def status_of(statements: Sequence[Statement]) -> tuple[str, Statement | None]:
    """Return the paper's status, and the statement that decides it.

    What a field says outweighs a section, a section prose; a part that is
    withheld from a paper that is open, or of which no more is said, makes it
    ``part_exempt``. "The contamination plan", beside other parts, is a part.
    """
    if not statements:
        return "not_stated", None
    several = any(s.kind == "closed" and s.part for s in statements)
    loose = [s for s in statements if several and not s.itself]
    whole = [s for s in statements if s.kind == "closed" and not s.part and s not in loose]
    parts = [s for s in statements if s.kind == "closed" and (s.part or s in loose)]
    opens = [s for s in statements if s.kind == "open"]

    def best(some: list[Statement]) -> Statement:
        return max(some, key=lambda s: (s.strength, s.explicit, -s.start))

    if parts and opens:
        strongest = best(whole) if whole else None
        if (
            strongest is None
            or not strongest.explicit
            or strongest.strength <= best(opens).strength
        ):
            return "part_exempt", best(parts)
    if whole:
        strongest = best(whole)
        if parts and not strongest.explicit:
            # "Restricted" on the cover, and a part named where the provision is cited.
            return "part_exempt", best(parts)
        if opens and best(opens).strength > strongest.strength:
            return "open", best(opens)
        return "exempt", strongest
    if parts:
        return "part_exempt", best(parts)
    return "open", best(opens)


def _sharing(claims: Sequence[Claim]) -> dict[tuple[int, int], set[str]]:
    """Return the provisions, without limbs, that each reason is given for."""
    out: dict[tuple[int, int], set[str]] = {}
    for claim in claims:
        if claim.reason is not None:
            names = {canonical(claim.reference.regime or "", item.number)
                     for item in claim.reference.cited.items}  # fmt: skip
            out.setdefault(claim.reason, set()).update(names)
    return out


def _evidence(doc: Doc, statement: Statement | None) -> Evidence | None:
    if statement is None:
        return None
    span = doc.char_span(statement.start, statement.end, alignment_mode="expand")
    return evidence(span, statement.why) if span is not None else None


def _citations(
    doc: Doc,
    claim: Claim,
    reader: Reader,
    published: bool,
    qualified: bool,
    beside: frozenset[str],
) -> list[tuple[Citation, Span]]:
    reference = claim.reference
    regime = reference.regime or ""
    context = " ".join(" ".join(reader.text[a:b].split()) for a, b in claim.context)
    dated = _dated(reader, claim)
    reason = _words(reader.text, claim.reason)
    scope = _words(reader.text, claim.scope)
    fields = tuple(p.text for p in reader.dates if p.group == claim.passage.group)
    span = doc.char_span(claim.start, claim.end, alignment_mode="expand") or claim.passage.span()
    out = []
    for cited, number, limbs in reference.canonicals():
        known = provision(regime, number, limbs)
        advice = advise(
            known, context, reason, reference.year, regimes()[regime].years, reader.kinds, fields,
            published and (scope is None or search("scope", "whole", scope) is not None), qualified,
            beside, dated,
        )  # fmt: skip
        out.append(
            (
                Citation(
                    canonical=cited,
                    regime=regime,
                    title=known.title,
                    absolute=known.absolute,
                    scope=scope,
                    rationale=reason,
                    elements_present=advice.elements_present,
                    elements_missing=advice.elements_missing,
                    public_interest=advice.public_interest,  # type: ignore[arg-type]
                    publication_date=advice.publication_date,
                    advisories=advice.advisories,
                    evidence=evidence(span, claim.why),
                ),
                span,
            )
        )
    return out


def _dated(reader: Reader, claim: Claim) -> str:
    """Return a claim's context without the reasons of others: a date there is not its own."""
    own = claim.reason or (0, 0)
    out = []
    for low, high in claim.context:
        text = reader.text[low:high]
        for other in reader.findings.claims:
            reason = other.reason
            if reason is None or (own[0] < reason[1] and reason[0] < own[1]):
                continue
            start, end = max(reason[0], low), min(reason[1], high)
            if start < end:
                text = text[: start - low] + " " * (end - start) + text[end - low :]
        out.append(" ".join(text.split()))
    return " ".join(out)


def _words(text: str, place: tuple[int, int] | None) -> str | None:
    if place is None:
        return None
    return " ".join(text[place[0] : place[1]].split()) or None


def _others(doc: Doc, whole: str, found: Findings) -> list[OtherReference]:
    out: dict[str, OtherReference] = {}
    for other in found.others:
        span = doc.char_span(other.start, other.end, alignment_mode="expand")
        if span is None:
            continue
        text = " ".join(whole[other.start : other.end].split())
        out.setdefault(text.lower(), OtherReference(text=text, evidence=evidence(span, other.why)))
    return list(out.values())


def _published_elsewhere(text: str) -> bool:
    for match in pattern("published", "elsewhere").finditer(text):
        if not search("published", "not_elsewhere", match.group()):
            return True
    return False
