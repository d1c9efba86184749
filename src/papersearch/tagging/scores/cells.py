"""Scores that a cell of a table tells in words: "Providers withdraw. Rated 2 x 4 = 8 now"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from papersearch.record import RiskScore
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.found import Taken
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.headers import NAMES, role_of
from papersearch.tagging.risks.recovered import tables_of
from papersearch.tagging.risks.value import fold
from papersearch.tagging.scores.context import is_vetoed
from papersearch.tagging.scores.found import FoundScore
from papersearch.tagging.scores.headers import Kind, kinds_in
from papersearch.tagging.scores.kinds import Value
from papersearch.tagging.scores.named import Named, another, named
from papersearch.tagging.scores.notation import HIGHEST, Order, order_in
from papersearch.tagging.scores.tables import is_matrix
from papersearch.tagging.scores.values import values

_SCORED = re.compile(
    r"\b(?:scor(?:e|es|ed|ing)|rat(?:ed|ing)|graded|likelihood|probability)\b", re.IGNORECASE
)
_PRODUCT = re.compile(r"\b[LCI]?[1-5]\s*[x×]\s*[LCI]?[1-5]\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?<![\d.,/-])\d{1,2}(?![\d.,%]|\s*[x×])")
_LEAST_WORDS = 3
_MOST_WORDS = 16  # of a name that stands as a sentence before its score


def read_cells(doc: Doc, taken: Sequence[Span], order: Order | None) -> Iterator[FoundScore]:
    """Yield the scores told in cells of tables on risks that no other reader took."""
    read = Taken(taken)
    for view in tables_of(doc):
        if read.overlaps(view.span) or not re.search(r"\brisks?\b", view.span.text, re.I):
            continue
        grid = Grid(view)
        if is_matrix(grid):
            continue
        for row in range(grid.rows):
            for column in range(grid.columns):
                span = grid.span(row, column)
                if span is not None and grid.starts(row, column):
                    yield from _of_cell(grid, row, column, span, order)


def _of_cell(
    grid: Grid, row: int, column: int, span: Span, order: Order | None
) -> Iterator[FoundScore]:
    whole = grid.text(row, column)
    header = grid.text(0, column) if row else ""
    if (kinds := kinds_in(header)) and (several := _SEVERAL.findall(whole)):
        yield from _in_order(grid, (row, column), span, kinds, several)
        return
    if len(whole.split()) < _LEAST_WORDS or not re.search(r"\d", whole):
        return
    if not (_SCORED.search(whole) or _PRODUCT.search(whole) or kinds_in(whole)):
        return
    before = ""
    for sentence in span.sents:
        text = fold(sentence.text)
        found = [] if is_vetoed(text) else values(text, order_in(header) or order)
        if found:
            yield from _told(grid, (row, column), sentence, text, before, found)
        before = text


def _in_order(
    grid: Grid, place: tuple[int, int], span: Span, kinds: Sequence[Kind], printed: Sequence[str]
) -> Iterator[FoundScore]:
    """Yield the scores of a cell below a header that names their kinds: "20 / 15 / 8"."""
    risk = _of_row(grid, *place)
    if not risk.known or len(printed) != len(kinds):
        return
    for kind, text in zip(kinds, printed, strict=True):
        if not 1 <= int(text) <= HIGHEST:
            continue
        item = RiskScore(
            name=risk.name,
            reference=risk.reference,
            kind=kind,
            score=int(text),
            evidence=evidence(span, f"cell with {len(kinds)} kinds of scores: {text!r}"),
        )
        yield FoundScore(item, span)


def _told(
    grid: Grid,
    place: tuple[int, int],
    span: Span,
    text: str,
    before: str,
    found: Sequence[Value],
) -> Iterator[FoundScore]:
    risk = named(text[: found[0].start])
    if not risk.known and before and len(before.split()) <= _MOST_WORDS:
        risk = named(f"{before} is ")
    if not risk.known:
        risk = _of_row(grid, *place)
    end = 0
    for one in found:
        score = one.score
        risk = (another(text[end : one.start]) if end else None) or risk
        end = one.end
        if not risk.known:
            continue
        item = RiskScore(
            name=risk.name,
            reference=risk.reference,
            kind=one.kind or "current",
            likelihood=score.likelihood,
            consequence=score.consequence,
            score=score.score,
            evidence=evidence(span, f"cell that tells a score: {fold(score.raw)!r}{score.remark}"),
        )
        yield FoundScore(item, span, score.raw if score.wrong else None)


def _of_row(grid: Grid, row: int, column: int) -> Named:
    """Return the risk that the row names in a column headed so."""
    for place in range(column):
        if row and role_of(grid.text(0, place)) in NAMES and grid.text(row, place):
            return named(grid.text(row, place) + " is ")
    return Named()
