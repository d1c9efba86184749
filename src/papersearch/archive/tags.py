"""A record's tags as words that a search can filter on, each with its page."""

from __future__ import annotations

from collections.abc import Iterator

from papersearch.record import Paper


def tags_of(record: Paper, kind: str) -> Iterator[tuple[str, int | None]]:
    """Yield ``(tag, page)``; page ``None`` for what is true of the paper as a whole.

    ``exemption:FOIA s.43(2)``, ``foi:exempt``, ``appetite:cautious``,
    ``risk:change risk``, ``commitment:annual``, ``purpose:assurance``,
    ``kind:minutes``, and ``has:…`` for each part that a record may hold.
    """
    yield f"kind:{kind}", None
    yield f"foi:{record.foi.status}", record.foi.evidence.page if record.foi.evidence else None
    for purpose in record.purpose:
        yield f"purpose:{purpose}", None
    for citation in record.foi.citations:
        yield f"exemption:{citation.canonical}", citation.evidence.page
    for risk in record.risks:
        page = risk.evidence.page
        for level in risk.appetite.levels:
            yield f"appetite:{level}", page
        for name in (risk.level1, risk.level2):
            if name:
                yield f"risk:{name.lower()}", page
        if risk.impact.direction:
            yield f"impact:{risk.impact.direction}", page
    for commitment in record.commitments:
        yield f"commitment:{commitment.kind}", commitment.evidence.page
        if commitment.ticked:
            yield "ticked", commitment.evidence.page
    for score in record.risk_scores:
        yield f"score:{score.kind or 'unknown'}", score.evidence.page
    holds = (
        ("commitment", record.commitments), ("risk", record.risks), ("score", record.risk_scores),
        ("exemption", record.foi.citations), ("recommendation", record.recommendation),
        ("appetite", [r for r in record.risks if r.appetite.raw]),
    )  # fmt: skip
    for name, part in holds:
        if part:
            yield f"has:{name}", None


def page_tags(record: Paper, kind: str) -> dict[int | None, list[str]]:
    """Return the tags by page."""
    out: dict[int | None, list[str]] = {}
    for tag, page in tags_of(record, kind):
        if tag not in out.setdefault(page, []):
            out[page].append(tag)
    return out
