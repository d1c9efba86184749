"""Scores of one risk in a form: kinds in rows, or labels beside values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from papersearch.record import RiskScore
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.cards import Placed, placed_tables
from papersearch.tagging.risks.forms import entries, names_of
from papersearch.tagging.risks.found import Taken
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.line_forms import line_forms
from papersearch.tagging.scores.headers import Kind, holds, label_of
from papersearch.tagging.scores.notation import Order, Score, order_in, read_score
from papersearch.tagging.scores.tables import FoundScore, is_matrix

_INLINE = re.compile(r"^(?P<label>[^:=]{3,60}?)\s*(?::|=|\s[-–—])\s*(?P<value>.{1,60})$")
_NAMED_FACTOR = re.compile(
    r"^(?P<name>likelihood|probability|consequence|impact|severity|[LCIPS])\s*[:=(-]?\s*(?P<value>[1-5])\)?$",
    re.IGNORECASE,
)
_RISKY = re.compile(r"\brisks?\b|\bBAF\b|\bthreat\b|\blikelihood\b|\bscore\b|\brating\b", re.I)


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
        name = risk.level2 or risk.level1 or risk.statement
        if name is None and risk.reference is None:
            continue
        for one in form.fields:
            label = label_of(one.label)
            if label is None or label.part != "score":
                continue
            score = read_score(one.value.rstrip("."), label.order or order)
            span = doc.char_span(one.start, one.end, alignment_mode="expand")
            if score is None or span is None:
                continue
            item = RiskScore(
                name=name,
                reference=risk.reference,
                kind=label.kind,
                likelihood=score.likelihood,
                consequence=score.consequence,
                score=score.score,
                evidence=evidence(span, f"form of one risk, label {one.label!r}{score.remark}"),
            )
            yield FoundScore(item, span, score.raw if score.wrong else None)


def _form(placed: Placed, order: Order | None) -> Iterator[FoundScore]:
    grid = placed.grid
    known: dict[str, str] = {}
    for entry in entries(grid):
        known.setdefault(entry.role, entry.value)
    risk = names_of(known, grid, placed.title)
    name = risk.level2 or risk.level1 or risk.statement
    if name is None and risk.reference is None:
        return
    heading = grid.view.heading
    context = f"{grid.view.span.text[:400]} {heading.text if heading is not None else ''}"
    if not _RISKY.search(context):
        return
    seen: set[tuple[Kind | None, int | None]] = set()
    for row in range(grid.rows):
        for kind, score, span, label in _row(grid, row, order):
            if (kind, score.score) in seen:
                continue
            seen.add((kind, score.score))
            whole = grid.row_span(row) or span
            item = RiskScore(
                name=name,
                reference=risk.reference,
                kind=kind,
                likelihood=score.likelihood,
                consequence=score.consequence,
                score=score.score,
                evidence=evidence(whole, f"form of one risk, label {label!r}{score.remark}"),
            )
            yield FoundScore(item, span, score.raw if score.wrong else None)


def _row(
    grid: Grid, row: int, order: Order | None
) -> Iterator[tuple[Kind | None, Score, Span, str]]:
    """Yield the scores that stand beside, or after the colon of, a label in *row*."""
    column = 0
    while column < grid.columns:
        text, span = grid.text(row, column), grid.span(row, column)
        width = max(1, grid.width(row, column))
        if span is None or not grid.starts(row, column):
            column += width
            continue
        inline = _INLINE.match(text)
        label = label_of(text)
        if inline and (own := label_of(inline.group("label"))) is not None and own.part == "score":
            score = read_score(inline.group("value"), own.order or order)
            if score is not None:
                yield own.kind, score, span, inline.group("label")
        elif label is not None and label.part == "score" and not re.search(r"\d", text):
            values: list[tuple[int, str, Span]] = []
            following = column + width
            while following < grid.columns:
                value, words = grid.span(row, following), grid.text(row, following)
                is_label = (
                    label_of(words) is not None
                    and read_score(words) is None
                    and _NAMED_FACTOR.match(words) is None
                )
                if is_label or (words and not re.search(r"\d", words)):
                    break
                if value is not None and words:
                    values.append((following, words, value))
                following += max(1, grid.width(row, following))
            score = _of_values(grid, row, values, label.order or order)
            if score is not None:
                yield label.kind, score, values[-1][2], text
                column = values[-1][0]
        column += max(1, grid.width(row, column))


def _of_values(
    grid: Grid, row: int, values: list[tuple[int, str, Span]], order: Order | None
) -> Score | None:
    if not values:
        return None
    if len(values) == 1:
        return read_score(values[0][1], order)
    parts: dict[str, int] = {}
    for column, words, _ in values:
        if factor := _NAMED_FACTOR.match(words):
            part = (
                "likelihood" if holds("part", "likelihood", factor.group("name")) else "consequence"
            )
            parts[part] = int(factor.group("value"))
            continue
        if not re.fullmatch(r"\d{1,2}", words.strip()):
            return None
        if {"likelihood", "consequence"} <= parts.keys() and "score" not in parts:
            parts["score"] = int(words)
            continue
        head = next(
            (
                text
                for r in range(row - 1, -1, -1)
                if not re.search(r"\d", text := grid.text(r, column)) and text
            ),
            "",
        )
        if holds("part", "likelihood", head):
            parts["likelihood"] = int(words)
        elif holds("part", "consequence", head):
            parts["consequence"] = int(words)
        elif holds("part", "score", head) or order_in(head):
            parts["score"] = int(words)
    if "score" not in parts and not {"likelihood", "consequence"} <= parts.keys():
        return None
    likelihood, consequence = parts.get("likelihood"), parts.get("consequence")
    factors = (likelihood, consequence) if likelihood and consequence else None
    raw = " ".join(words for _, words, _ in values)
    return Score(likelihood, consequence, parts.get("score"), factors, raw)
