"""Columns and labels of scores: of which kind, which factor, in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.headers import role_of
from papersearch.tagging.scores.notation import Order, cues, order_in, read_score

Kind = Literal["initial", "current", "target"]
Part = Literal["likelihood", "consequence", "score"]
_LONGEST = 10  # words of a header
NAMING = ("name", "level1", "level2", "level12", "category", "objective", "statement", "reference")


@dataclass(frozen=True, slots=True)
class Label:
    """What a header says of the numbers below it, or beside it."""

    kind: Kind | None
    part: Part
    order: Order | None
    named: bool
    """It says "score", "rating" or a factor, not only "current"."""
    residual: bool = False
    sequence: bool = False
    """It heads likelihood, consequence and score printed in one cell."""


@cache
def _compiled(section: str, key: str) -> tuple[re.Pattern[str], ...]:
    found = cues()[section][key]
    patterns = [found] if isinstance(found, str) else list(found)  # type: ignore[call-overload]
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def holds(section: str, key: str, text: str) -> bool:
    """Tell whether *text* holds one of the named cue patterns."""
    return any(pattern.search(text) for pattern in _compiled(section, key))


def kind_of(text: str) -> Kind | None:
    """Return the kind of score that words name."""
    kinds: tuple[Kind, ...] = ("target", "initial", "current")
    for kind in kinds:
        if holds("kind", kind, text):
            return kind
    return None


@cache
def label_of(text: str) -> Label | None:
    """Return what a header or label on scores says; ``None`` for any other words."""
    words = " ".join(re.sub(r"[*:✓]", " ", text).split()).strip(" .-–")
    if not words or len(words.split()) > _LONGEST or holds("part", "not_scores", words):
        return None
    if holds("kind", "history", words):
        return None
    order = order_in(words)
    kind = kind_of(words)
    bare = re.sub(r"\([^)]*\d[^)]*\)", " ", words)
    likelihood = holds("part", "likelihood", bare)
    consequence = holds("part", "consequence", bare)
    score = holds("part", "score", bare)
    named = likelihood or consequence or score
    if kind is None and not (named and _only_score_words(bare)):
        return None
    part: Part = "score"
    if likelihood != consequence and not order:
        part = "likelihood" if likelihood else "consequence"
        if re.search(r"\b(?:score|rating)\b", bare, re.IGNORECASE) and not re.search(
            r"\b(?:likelihood|probability|consequence|impact|severity)\b", bare, re.IGNORECASE
        ):
            part = "score"
    sequence = bool(order) and score and not re.search(r"[x×*]", words)
    return Label(kind, part, order, named, holds("kind", "residual", words), sequence)


def _only_score_words(text: str) -> bool:
    """Tell a label that holds nothing but words of scoring ("Risk score (C x L)")."""
    rest = re.sub(
        r"\b(?:overall|risk|risks|scor(?:e|es|ing)|rating|ratings|rag|grade|grading|total|level|of|likelihood|"
        r"probability|consequences?|impact|severity|[lcips]|x|by|and|the|1|5|to)\b",
        " ",
        text,
        flags=re.IGNORECASE,
    )
    plain = not re.search(r"[A-Za-z]{2,}", rest)
    return plain and text.strip().lower() not in (
        "risk",
        "risks",
        "level",
        "total",
        "level of risk",
    )


@dataclass(frozen=True)
class ScoreColumns:
    """The header of a table with scores in columns."""

    first: int
    last: int
    labels: dict[int, Label]
    roles: dict[int, str]
    headers: dict[int, str]


def find_scores(grid: Grid) -> ScoreColumns | None:
    """Return the header rows of *grid* and which columns hold scores."""
    for row in range(min(grid.rows - 1, 6)):
        texts = [grid.text(row, c) for c in range(grid.columns)]
        if len([text for text in texts if text]) < 2:
            continue
        if any(read_score(text) is not None for text in texts):
            return None  # scores already: no header stands above them
        if not any(label_of(text) for text in texts):
            continue
        last = row
        while last + 1 < grid.rows - 1 and _is_subheader(grid, last + 1):
            last += 1
        headers = _headers(grid, row, last)
        labels: dict[int, Label] = {}
        roles: dict[int, str] = {}
        for column, text in headers.items():
            label = label_of(text) if grid.width(last, column) < grid.columns else None
            role = role_of(text)
            if (role in NAMING and not (label and label.kind)) or role == "tick":
                roles[column] = str(role)
            elif label is not None:
                labels[column] = label
            elif role is not None:
                roles[column] = role
        _paired(labels, headers)
        if labels:
            return ScoreColumns(row, last, labels, roles, headers)
    return None


def _paired(labels: dict[int, Label], headers: dict[int, str]) -> None:
    """A lone "Impact" or "Likelihood" column without its fellow scores nothing."""
    for kind in {label.kind for label in labels.values()}:
        parts = {label.part for label in labels.values() if label.kind == kind}
        if "score" not in parts and not {"likelihood", "consequence"} <= parts:
            for column in [c for c, label in labels.items() if label.kind == kind]:
                del labels[column], headers[column]


def _is_subheader(grid: Grid, row: int) -> bool:
    own = [
        grid.text(row, c) for c in range(grid.columns) if grid.starts(row, c) and grid.text(row, c)
    ]
    return len(own) >= 2 and all(
        len(text.split()) <= 4
        and not re.fullmatch(r"[\d\s]+", text)
        and (label_of(text) is not None or holds("part", "consequence", text))
        for text in own
    )


def _headers(grid: Grid, first: int, last: int) -> dict[int, str]:
    out: dict[int, str] = {}
    for column in range(grid.columns):
        parts: list[str] = []
        for row in range(first, last + 1):
            text = grid.text(row, column)
            if not text and row < last and grid.text(last, column):
                text = _left(grid, row, column)
            if text and text not in parts and grid.width(row, column) < grid.columns:
                parts.append(text)
        out[column] = " ".join(parts)
    return out


def _left(grid: Grid, row: int, column: int) -> str:
    """Return the group header that an empty place right of it belongs to."""
    for candidate in range(column - 1, max(-1, column - 4), -1):
        text = grid.text(row, candidate)
        if text:
            label = label_of(text)
            return text if label is not None and label.kind is not None else ""
    return ""
