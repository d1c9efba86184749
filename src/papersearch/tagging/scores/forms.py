"""Scores of one risk in a form: numbers told by the labels left of and above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from papersearch.record import Risk, RiskScore
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.cards import Placed, placed_tables
from papersearch.tagging.risks.forms import entries, names_of
from papersearch.tagging.risks.found import Taken
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.line_forms import line_forms
from papersearch.tagging.scores.found import FoundScore
from papersearch.tagging.scores.headers import Kind, Label, holds, is_label, label_of
from papersearch.tagging.scores.named import has_risk_reference
from papersearch.tagging.scores.notation import Order, Score, read_pair, read_score
from papersearch.tagging.scores.tables import is_matrix
from papersearch.tagging.scores.values import values

_INLINE = re.compile(r"^(?P<label>[^:=\d]{3,60}?)\s*(?::|=|\s[-–—])\s*(?P<value>.{1,60})$")
_NAMED_FACTOR = re.compile(
    r"^(?P<name>likelihood|probability|consequence|impact|severity|[LCIPS])\s*[:=(-]?\s*(?P<value>[1-5])\)?$",
    re.IGNORECASE,
)
_FACTOR = re.compile(r"^\(?(?P<value>[1-5])\)?(?:\s*(?:[-–:(]\s*)?[A-Za-z][A-Za-z ]*\)?)?$")
_RISKY = re.compile(r"\brisks?\b|\bBAF\b|\bthreat\b|\blikelihood\b|\bscore\b|\brating\b", re.I)
_REFERENCE = re.compile(r"(?:BAF\s*)?[A-Z]{1,5}[ ./-]?\d{1,5}")
_LETTERS = re.compile(r"[A-Za-z]{2}")


_WORDS = Label(None, "score", None, False)
"""Stands for words left of a number that are no label: a row of a table, not of a form."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A number of a form and what its labels say of it."""

    label: Label
    text: str
    score: Score
    row: int
    span: Span
    dated: bool = False
    """It stands below a quarter or a month."""


def read_forms(doc: Doc, taken: Sequence[Span], order: Order | None) -> Iterator[FoundScore]:
    """Yield the scores of tables that describe one risk."""
    read = Taken(taken)
    for placed in placed_tables(doc):
        if read.overlaps(placed.grid.view.span) or is_matrix(placed.grid):
            continue
        yield from _form(placed, order)


def read_line_forms(doc: Doc, order: Order | None) -> Iterator[FoundScore]:
    """Yield the scores of forms that are set as lines."""
    for form in line_forms(doc):
        risk = form.names()
        if _name(risk) is None and risk.reference is None:
            continue
        for one in form.fields:
            label = label_of(one.label)
            if label is None or label.part != "score":
                continue
            score = read_score(one.value.rstrip("."), label.order or order)
            span = doc.char_span(one.start, one.end, alignment_mode="expand")
            if score is None or span is None:
                continue
            why = f"form of one risk, label {one.label!r}"
            yield _found(risk, label.kind, score, span, span, why)


def _name(risk: Risk) -> str | None:
    return risk.level2 or risk.level1 or risk.statement


def _found(
    risk: Risk, kind: Kind | None, score: Score, whole: Span, own: Span, why: str
) -> FoundScore:
    item = RiskScore(
        name=_name(risk),
        reference=risk.reference,
        kind=kind,
        likelihood=score.likelihood,
        consequence=score.consequence,
        score=score.score,
        evidence=evidence(whole, why + score.remark),
    )
    return FoundScore(item, own, score.raw if score.wrong else None)


def _form(placed: Placed, order: Order | None) -> Iterator[FoundScore]:
    grid = placed.grid
    known: dict[str, str] = {}
    for entry in entries(grid):
        if label_of(entry.label) is None and read_score(entry.label) is None:
            known.setdefault(entry.role, entry.value)
    risk = names_of(known, grid, placed.title)
    first = _first_row(grid) if placed.title is None else None
    risk = first or risk
    if _name(risk) is None and risk.reference is None:
        return
    if is_label(_name(risk) or ""):
        return  # a register, whose header stands beside "Risk"
    heading = grid.view.heading
    context = f"{grid.view.span.text[:400]} {heading.text if heading is not None else ''}"
    if not _RISKY.search(context) and not (first and has_risk_reference(f"{risk.reference}:")):
        return
    seen: set[tuple[Kind | None, int | None]] = set()
    for kind, score, part in _scores(grid, order):
        if (kind, score.score) in seen:
            continue
        seen.add((kind, score.score))
        whole = grid.row_span(part.row) or part.span
        yield _found(risk, kind, score, whole, part.span, f"form of one risk, label {part.text!r}")


def _first_row(grid: Grid) -> Risk | None:
    """Return the risk of a first row that holds a reference and a name: "KR-14 | Flood"."""
    if grid.columns < 2 or not grid.starts(0, 1):
        return None
    reference, name = grid.text(0, 0), grid.text(0, 1)
    if _REFERENCE.fullmatch(reference) is None or not re.search(r"[A-Za-z]{3}", name):
        return None
    return None if label_of(name) is not None else Risk(reference=reference, level1=name)


def _scores(grid: Grid, order: Order | None) -> Iterator[tuple[Kind | None, Score, _Part]]:
    """Yield the scores of a form: each kind's own number, and its factors where it has them."""
    groups: dict[Kind | None, list[_Part]] = {}
    for part in _parts(grid, order):
        groups.setdefault(part.label.kind, []).append(part)
    loose = groups.get(None, [])
    has_score = any(one.label.part == "score" for one in loose)
    if loose and not has_score:
        # Factors that no kind is said of are those of the score that follows, or comes before.
        kinds = [k for k, parts in groups.items() if k is not None and not _has_factors(parts)]
        near = "current" if "current" in kinds else kinds[0] if kinds else None
        if near is not None:
            groups[near] = [*loose, *groups[near]]
            del groups[None]
    for kind, parts in groups.items():
        yield from _of_kind(kind, parts)


def _has_factors(parts: Sequence[_Part]) -> bool:
    return any(one.label.part != "score" or one.score.factors is not None for one in parts)


def _of_kind(
    kind: Kind | None, parts: Sequence[_Part]
) -> Iterator[tuple[Kind | None, Score, _Part]]:
    factors = {one.label.part: one.score.score for one in reversed(parts)}
    likelihood, consequence = factors.get("likelihood"), factors.get("consequence")
    both = (likelihood, consequence) if likelihood and consequence else None
    wholes = [one for one in parts if one.label.part == "score"]
    dated = [one for one in wholes if one.dated]
    wholes = [one for one in wholes if one not in dated[:-1]]  # of several quarters, the last
    for one in wholes:
        score = one.score
        if both is not None and score.factors is None and one is wholes[0]:
            raw = f"{likelihood} x {consequence} = {score.score}"
            score = Score(likelihood, consequence, score.score, both, raw)
        yield kind, score, one
    if not wholes and both is not None:
        yield kind, Score(likelihood, consequence, None, both), parts[-1]


def _parts(grid: Grid, order: Order | None) -> Iterator[_Part]:
    for row in range(grid.rows):
        for column in range(grid.columns):
            span, text = grid.span(row, column), grid.text(row, column)
            cell = grid.cell(row, column)
            begins = (
                cell is not None
                and grid.starts(row, column)
                and (column == 0 or grid.cell(row, column - 1) is not cell)
            )
            if span is not None and begins and re.search(r"\d", text):
                yield from _of_cell(grid, row, column, text, span, order)


def _of_cell(
    grid: Grid, row: int, column: int, text: str, span: Span, order: Order | None
) -> Iterator[_Part]:
    """Yield what one cell holds: a number under labels, a label with its number, or several."""
    if factor := _NAMED_FACTOR.match(text):
        left, above = _left(grid, row, column), _above(grid, row, column)
        kind = next((one.kind for one in (left, above) if one is not None and one.kind), None)
        part = "likelihood" if holds("part", "likelihood", factor.group("name")) else "consequence"
        number = Score(None, None, int(factor.group("value")))
        yield _Part(Label(kind, part, None, True), text, number, row, span)  # type: ignore[arg-type]
        return
    inline = _INLINE.match(text)
    if inline and (own := label_of(inline.group("label"))) is not None:
        score = _read(inline.group("value"), own, own.order or order)
        if score is not None:
            yield _Part(own, inline.group("label"), score, row, span)
            return
    left, above = _left(grid, row, column), _above(grid, row, column)
    label = None if left is _WORDS else _both(left, above)
    if label is not None and (score := _read(text, label, label.order or order)) is not None:
        dated = left is not None and _is_dated(grid, row, column)
        yield _Part(label, _text_of(grid, row, column), score, row, span, dated)
        return
    if label is None and label_of(re.sub(r"[\d=x×*]+", " ", text)) is None:
        return
    several = values(text, (label.order if label else None) or order, on_risks=True)
    for one in several:
        kind = one.kind or (label.kind if label is not None and len(several) == 1 else None)
        if kind is not None:
            yield _Part(Label(kind, "score", None, True), text, one.score, row, span)


def _read(text: str, label: Label, order: Order | None) -> Score | None:
    """Return the number of a cell, as a factor where its label says so."""
    if label.part != "score":
        found = _FACTOR.match(text.strip())
        return Score(None, None, int(found.group("value"))) if found else None
    if label.order is not None and (pair := read_pair(text, label.order)) is not None:
        return pair
    return read_score(text, order)


def _both(left: Label | None, above: Label | None) -> Label | None:
    """Put together what the labels left and above say: a kind of the one, a factor of the other."""
    if left is None or above is None:
        return left or above
    if left.kind is not None and above.kind is not None and left.kind != above.kind:
        return above if above.kind == "target" else left
    part = left.part if left.part != "score" else above.part
    return replace(left, kind=left.kind or above.kind, part=part, order=left.order or above.order)


def _is_number(text: str) -> bool:
    """Tell a number, a factor with its name, or nothing, from a label and any other words."""
    if _NAMED_FACTOR.match(text) or read_score(text) is not None:
        return True
    return not _LETTERS.search(text) and not re.fullmatch(r"[LCIPSRT]", text)


def _left(grid: Grid, row: int, column: int) -> Label | None:
    """Return the nearest label in the row; words that are no label end the search."""
    for place in range(column - 1, -1, -1):
        text = grid.text(row, place)
        if _is_number(text):
            continue
        label = label_of(text)
        return _WORDS if label is None else label
    return None


def _above(grid: Grid, row: int, column: int) -> Label | None:
    """Return what the labels right above, and above those, say together."""
    found: Label | None = None
    for place in range(row - 1, -1, -1):
        text = grid.text(place, column)
        if _is_number(text):
            if found is not None:
                break
            continue
        label = label_of(text)
        if label is None:
            break
        if grid.width(place, column) >= grid.columns and grid.columns > 2:
            break
        found = label if found is None else _both(found, label)
    return found


def _is_dated(grid: Grid, row: int, column: int) -> bool:
    texts = (grid.text(place, column) for place in range(row - 1, -1, -1))
    head = next((text for text in texts if text and not _is_number(text)), "")
    return label_of(head) is None and holds("kind", "period", head)


def _text_of(grid: Grid, row: int, column: int) -> str:
    for place in range(column - 1, -1, -1):
        if _LETTERS.search(text := grid.text(row, place)):
            return text
    return next(
        (text for r in range(row - 1, -1, -1) if _LETTERS.search(text := grid.text(r, column))), ""
    )
