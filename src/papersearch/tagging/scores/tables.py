"""Scores in the columns of a risk register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from papersearch.record import Risk, RiskScore
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.cards import Title, placed_tables
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.headers import (
    APPETITES,
    NAMES,
    Columns,
    filled,
    role_of,
    stands_side_by_side,
)
from papersearch.tagging.risks.names import clean, split_reference
from papersearch.tagging.risks.row_names import RowNames
from papersearch.tagging.scores.context import noted_kind
from papersearch.tagging.scores.found import FoundScore
from papersearch.tagging.scores.headers import (
    Kind,
    Label,
    ScoreColumns,
    find_scores,
    holds,
    is_label,
    label_of,
)
from papersearch.tagging.scores.notation import Order, Score, cues, read_pair, read_score

_BESIDE_SCORES = frozenset({*APPETITES, "tolerance", "target", "score", "likelihood", "status"})
"""What other labels of a form with scores name; none of them is a score."""
_RISKY = re.compile(
    r"\brisks?\b|\bBAF\b|\bboard assurance\b|\bregister\b|\bthreat\b|\blikelihood\b|"
    r"\b(?:SR|PR|CRR|BAF) ?\d",
    re.IGNORECASE,
)


def read_tables(doc: Doc, order: Order | None) -> Iterator[FoundScore]:
    """Yield the scores of all tables of *doc* that have them in columns."""
    before: tuple[int, ScoreColumns] | None = None
    above: Grid | None = None
    for placed in placed_tables(doc):
        grid = placed.grid
        if grid.columns < 2 or is_matrix(grid):
            continue
        columns = find_scores(grid)
        if columns is not None and placed.title is None and not _is_on_risks(grid, columns):
            columns = None
        start = columns.last + 1 if columns else 0
        if columns is None and before is not None and before[0] == grid.columns:
            columns = before[1]
        if columns is not None and _labels_name_rows(grid, columns, start):
            columns = None  # a form: kinds in rows, factors in columns
        found = [] if columns is None else list(_rows(grid, columns, start, order, placed.title))
        if found and columns is not None:
            before = (grid.columns, columns)
        elif grid.columns > 2:
            found = list(_turned(grid, order, above))
        yield from found
        above = grid


def _turned(grid: Grid, order: Order | None, above: Grid | None) -> Iterator[FoundScore]:
    """Yield the scores of a table whose risks stand in columns.

    *above* is the table before it: where a page parted the two, the names stand there.
    """
    turned = grid.turn()
    columns = find_scores(turned)
    if columns is not None and above is not None and not set(columns.roles.values()) & {*NAMES}:
        yield from _parted(turned, columns, order, above)
        return
    if columns is None or not stands_side_by_side(turned, columns.last + 1):
        return
    values = [cell for c in columns.labels for cell in filled(turned, c, columns.last + 1)]
    if any(label_of(cell) or role_of(cell) in _BESIDE_SCORES for cell in values):
        return  # labels among the values: a form in several columns
    roles = set(columns.roles.values())
    if "statement" in roles and not roles & {*NAMES, "reference"}:
        return  # a form of one risk: its labels and values are read as such
    if _is_on_risks(turned, columns):
        yield from _rows(turned, columns, columns.last + 1, order)


def _parted(
    turned: Grid, columns: ScoreColumns, order: Order | None, above: Grid
) -> Iterator[FoundScore]:
    """Yield the scores of risks in columns whose names a page break parted from them."""
    names = above.turn()
    if names.rows != turned.rows or role_of(names.text(0, 0)) not in NAMES:
        return
    yield from _rows(turned, columns, columns.last + 1, order, None, names)


def is_matrix(grid: Grid) -> bool:
    """Tell a table that explains likelihood, consequence or bands from one of risks."""
    words = {str(word) for word in cues()["words"]["matrix"]}  # type: ignore[attr-defined]
    factors = _factor_columns(grid)
    hits = {
        word
        for row in range(grid.rows)
        for column in range(grid.columns)
        if column not in factors
        for word in words
        if re.fullmatch(
            rf"(?:level\s*)?[\d\s().–-]*{word}[\d\s().–-]*", grid.text(row, column), re.IGNORECASE
        )
    }
    if len(hits) >= 3:
        return True
    numbers = [
        grid.text(row, column)
        for row in range(grid.rows)
        for column in range(grid.columns)
        if grid.text(row, column)
    ]
    plain = [text for text in numbers if re.fullmatch(r"\d{1,2}", text)]
    return grid.rows >= 4 and grid.columns >= 4 and len(plain) >= 0.75 * max(1, len(numbers))


def _factor_columns(grid: Grid) -> set[int]:
    """Return the columns for likelihood and consequence of a register ("4 (Likely)")."""
    columns = find_scores(grid)
    if columns is None or not set(columns.roles.values()) & {*NAMES, "statement"}:
        return set()
    factors = {c: label.part for c, label in columns.labels.items() if label.part != "score"}
    return set(factors) if len(set(factors.values())) == 2 else set()


def _is_on_risks(grid: Grid, columns: ScoreColumns) -> bool:
    """Tell a register of risks from any other table with targets and ratings."""
    heading = grid.view.heading
    start = grid.view.span.start
    above = heading.end if heading is not None else 0
    texts = [
        *columns.headers.values(),
        heading.text if heading is not None else "",
        *(grid.text(row, 0) for row in range(min(grid.rows, 8))),
        grid.view.span.doc[max(above, start - 30) : start].text,
    ]
    return any(_RISKY.search(text) for text in texts)


def _rows(
    grid: Grid,
    columns: ScoreColumns,
    start: int,
    order: Order | None,
    title: Title | None = None,
    named_in: Grid | None = None,
) -> Iterator[FoundScore]:
    """Yield the scores of the rows; rows that name no risk are those of *title*."""
    roles = _with_named_references(grid, columns, start)
    names = RowNames(grid, Columns(columns.first, start - 1, roles, columns.headers, {}))
    kinds = _kinds(columns.labels)
    told = noted_kind(grid) if all(kind is None for kind, _ in kinds) else None
    if names.level1 in columns.labels:
        return
    if names.level1 is not None and holds("words", "not_risks", columns.headers[names.level1]):
        return
    for row in range(start, grid.rows):
        if not any(grid.starts(row, c) and grid.text(row, c) for c in columns.labels):
            continue
        risk = names.read(row) or Risk()
        name = risk.level2 or risk.level1 or risk.statement
        reference = risk.reference
        if named_in is not None:
            reference, name = split_reference(named_in.text(row, 0))
        if name is not None and not re.search(r"[A-Za-z]{3}", name):
            reference, name = reference or clean(name) or None, None
        if name is None:
            name = _beside(grid, row, columns)
        if name is not None and is_label(name):
            if title is None:
                continue
            name = None
        if name is None and reference is None and title is not None:
            name, reference = title.name, title.reference
        if name is None and reference is None:
            continue
        if name is not None and re.match(r"(?:total|average|mean|key|legend)\b", name, re.I):
            continue
        whole = None if grid.turned else grid.row_span(row)
        for kind, places in kinds.items():
            score = _score(grid, row, places, order)
            own = _own_span(grid, row, list(places))
            span = whole or own
            if score is None or span is None or own is None:
                continue
            headers = " ".join(columns.headers[c] for c in sorted(places))
            why = f"risk table, column {' '.join(headers.split())!r}"
            if grid.broken(row):
                why += "; the row is broken over a page"
            item = RiskScore(
                name=name,
                reference=reference,
                kind=kind[0] or told,
                likelihood=score.likelihood,
                consequence=score.consequence,
                score=score.score,
                evidence=evidence(span, why + score.remark),
            )
            yield FoundScore(item, own, score.raw if score.wrong else None)


def _labels_name_rows(grid: Grid, columns: ScoreColumns, start: int) -> bool:
    """Tell a form, in which every row is a kind of score, from a register of risks."""
    first = min(columns.labels)
    rows = [
        [text for c in range(first) if (text := grid.text(row, c))]
        for row in range(start, grid.rows)
    ]
    filled_rows = [texts for texts in rows if texts]
    return bool(filled_rows) and all(
        any(label_of(text) is not None for text in texts) for texts in filled_rows
    )


def _with_named_references(grid: Grid, columns: ScoreColumns, start: int) -> dict[int, str]:
    """Return the roles of the columns; one of references that hold the names too has the names."""
    roles = dict(columns.roles)
    if not set(roles.values()) & {*NAMES, "statement"}:
        for column in [c for c, role in roles.items() if role == "reference"]:
            cells = filled(grid, column, start)
            if cells and all(re.search(r"[A-Za-z]{3,}\s+[A-Za-z]{2,}", cell) for cell in cells):
                roles[column] = "name"
    return roles


def _beside(grid: Grid, row: int, columns: ScoreColumns) -> str | None:
    """Return the name right of a reference: headed as one, or in a column without a header."""
    for column in range(1, min(columns.labels)):
        header = columns.headers.get(column, "")
        left = columns.headers.get(column - 1, "")
        if header and header != left and columns.roles.get(column) not in (*NAMES, "statement"):
            continue
        text = grid.text(row, column)
        if re.search(r"[A-Za-z]{3}", text) and grid.starts(row, column):
            return text
    return None


def _own_span(grid: Grid, row: int, places: list[int]) -> Span | None:
    spans = [span for c in places if (span := grid.span(row, c)) is not None]
    if not spans:
        return None
    return spans[0].doc[min(s.start for s in spans) : max(s.end for s in spans)]


def _kinds(labels: dict[int, Label]) -> dict[tuple[Kind | None, int], dict[int, Label]]:
    """Group the columns by kind; a second score column of the same kind stands for itself."""
    has_current = any(label.kind == "current" and not label.residual for label in labels.values())
    out: dict[tuple[Kind | None, int], dict[int, Label]] = {}
    for column, label in sorted(labels.items()):
        kind = None if label.residual and label.kind == "current" and has_current else label.kind
        number = 0
        while any(
            other.part == label.part and not _is_product_of(place, other, column, label)
            for place, other in out.get((kind, number), {}).items()
        ):
            number += 1
        out.setdefault((kind, number), {})[column] = label
    return out


def _is_product_of(place: int, factors: Label, column: int, total: Label) -> bool:
    """Tell "L x C" from the column beside it that holds their product."""
    return (
        column == place + 1
        and factors.order is not None
        and total.order is None
        and not factors.sequence
    )


def _score(
    grid: Grid,
    row: int,
    places: dict[int, Label],
    order: Order | None,
) -> Score | None:
    """Return the score of one kind in *row* from its columns for score and factors."""
    parts: dict[str, int | None] = {}
    whole: Score | None = None
    for column, label in places.items():
        text = grid.text(row, column)
        if label.part != "score":
            found = re.fullmatch(r"\(?([1-9]|10)\)?(?:\s*[-–:(]?\s*[A-Za-z ]+\)?)?", text.strip())
            parts[label.part] = int(found.group(1)) if found else None
            continue
        where = label.order or order
        if label.sequence and (three := re.fullmatch(r"(\d)\D+(\d)\D+(\d{1,2})", text.strip())):
            one, two = int(three.group(1)), int(three.group(2))
            pair = (one, two) if label.order == "LC" else (two, one)
            whole = Score(*pair, int(three.group(3)), (one, two), text)
        else:
            bare = None if label.order is None else read_pair(text, label.order)
            read = bare or read_score(text, where)
            if whole is None or read is None:
                whole = whole or read
            elif whole.score is None:
                whole = replace(whole, score=read.score, raw=f"{whole.raw} = {read.raw}")
    likelihood, consequence = parts.get("likelihood"), parts.get("consequence")
    if whole is None and (likelihood is None or consequence is None):
        return None
    total = whole.score if whole else None
    if whole is not None and whole.factors is not None:
        likelihood = likelihood if likelihood is not None else whole.likelihood
        consequence = consequence if consequence is not None else whole.consequence
        return replace(whole, likelihood=likelihood, consequence=consequence)
    factors = (likelihood, consequence) if likelihood and consequence else None
    raw = f"{likelihood} x {consequence} = {total}"
    return Score(likelihood, consequence, total, factors, raw)
