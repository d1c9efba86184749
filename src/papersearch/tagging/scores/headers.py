"""Columns and labels of scores: of which kind, which factor, in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.headers import role_of
from papersearch.tagging.scores.notation import Order, cues, order_in, read_score

Kind = Literal["initial", "current", "target"]
KINDS: tuple[Kind, ...] = ("target", "initial", "current")
"""In the order in which a header is asked: "target residual score" is a target."""
Part = Literal["likelihood", "consequence", "score"]
_LONGEST = 10  # words of a header
_LETTER = re.compile(
    r"[RT]|[Tt]otal|TOTAL"
)  # the rating or total, where the factors stand beside it
_BROKEN = re.compile(r"(?<=[a-z]{3})\s(?=(?!of\b|by\b|to\b|in\b|x\b|no\b|or\b|at\b)[a-z]{1,3}\b)")
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
def cue_patterns(section: str, key: str) -> tuple[re.Pattern[str], ...]:
    """Return the cues *key* of *section* in ``score_cues.toml``, compiled."""
    found = cues()[section][key]
    patterns = [found] if isinstance(found, str) else list(found)  # type: ignore[call-overload]
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def holds(section: str, key: str, text: str) -> bool:
    """Tell whether *text* holds one of the named cue patterns."""
    return any(pattern.search(text) for pattern in cue_patterns(section, key))


def kind_of(text: str) -> Kind | None:
    """Return the kind of score that words name."""
    for kind in KINDS:
        if holds("kind", kind, text):
            return kind
    return None


@cache
def label_of(text: str) -> Label | None:
    """Return what a header or label on scores says; ``None`` for any other words.

    A word that a narrow column broke is put together: "Inheren t score".
    """
    label = _label_of(text)
    if (label is None or label.kind is None) and _BROKEN.search(text):
        mended = _label_of(_BROKEN.sub("", text))
        return mended if mended is not None and mended.kind is not None else label
    return label


def _label_of(text: str) -> Label | None:
    words = " ".join(re.sub(r"[*:✓]", " ", text).split()).strip(" .-–")
    if not words or len(words.split()) > _LONGEST:
        return None
    order = order_in(words)
    kind = kind_of(words)
    if holds("part", "not_scores", words) and not (kind and order):
        return None
    if holds("kind", "history", words) or (kind is None and holds("kind", "period", words)):
        return None
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
            r"\b(?:likelihood|probability|consequence|impact|severity)\b|\s[LCIPS]$", bare
        ):
            part = "score"
    sequence = bool(order) and score and not re.search(r"[x×*]", words)
    return Label(kind, part, order, named, holds("kind", "residual", words), sequence)


def is_label(text: str) -> bool:
    """Tell words that are a label and nothing else from a name with such a word in it.

    >>> is_label("Current risk score"), is_label("We do not live within our means")
    (True, False)
    """
    label = label_of(text)
    if label is None:
        return False
    rest = re.sub(r"\([^)]*\)", " ", text)
    for pattern in (p for kind in KINDS for p in cue_patterns("kind", kind)):
        rest = pattern.sub(" ", rest)
    return _only_score_words(rest) or not re.search(r"[A-Za-z]{3}", rest)


def _only_score_words(text: str) -> bool:
    """Tell a label that holds nothing but words of scoring ("Risk score (C x L)", not "Risk 4")."""
    rest = re.sub(
        r"\b(?:overall|risk|risks|exposure|scor(?:e|es|ing)|rating|ratings|rag|grade|grading|total|level|of|likelihood|"
        r"probability|consequences?|impact|severity|[lciprst]|rr|x|by|and|the|1|5|to)\b",
        " ",
        text,
        flags=re.IGNORECASE,
    )
    plain = not re.search(r"[A-Za-z]{2,}", rest)
    return plain and re.sub(r"[\W\d]+$", "", text.strip()).lower() not in (
        "risk",
        "risks",
        "level",
        "level of risk",
    )


def kinds_in(header: str) -> tuple[Kind, ...]:
    """Return the kinds of a header that names several, in order of print.

    >>> kinds_in("Scores (inherent / residual / target)")
    ('initial', 'current', 'target')
    """
    hits = [
        (found.start(), kind)
        for kind in KINDS
        for pattern in cue_patterns("kind", kind)
        for found in pattern.finditer(header)
    ]
    told = tuple(dict.fromkeys(kind for _, kind in sorted(hits)))
    return told if len(told) >= 2 and len(header.split()) <= _LONGEST else ()


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
        _adopted(labels)
        _paired(labels, headers)
        _latest(labels, headers)
        _told_apart(labels)
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
    if len({label.part for label in labels.values()}) < 3:
        for column in [c for c in labels if _LETTER.fullmatch(headers[c])]:
            del labels[column], headers[column]


def _adopted(labels: dict[int, Label]) -> None:
    """Give factors without a kind that of the next score, if it has none of its own.

    "Likelihood | Impact | Residual score" is one score.
    """
    columns = sorted(labels)
    loose = [c for c in columns if labels[c].kind is None and _holds_factors(labels[c])]
    for column in loose:
        totals = (c for c in columns if c > column and labels[c].part == "score")
        after = next((c for c in totals if c not in loose), None)
        if after is None or labels[after].kind is None or labels[after].order:
            continue
        if labels[column].part == "score" and after != column + 1:
            continue
        kind = labels[after].kind
        own = {labels[c].part for c in columns if labels[c].kind == kind and c not in loose}
        if own == {"score"}:
            labels[column] = replace(labels[column], kind=kind, residual=labels[after].residual)


def _holds_factors(label: Label) -> bool:
    """Tell a factor, or both in one column ("Impact/likelihood"), from a score."""
    return label.part != "score" or (label.order is not None and not label.sequence)


def _latest(labels: dict[int, Label], headers: dict[int, str]) -> None:
    """Of several current scores by quarter or month, the last is the paper's."""
    dated = [
        c
        for c, label in sorted(labels.items())
        if label.kind == "current" and label.part == "score" and holds("kind", "period", headers[c])
    ]
    for column in dated[:-1]:
        del labels[column], headers[column]


def _told_apart(labels: dict[int, Label]) -> None:
    """Tell the kind of scores whose header names none from the kinds that stand beside them.

    Beside a target or an initial score it is the current one; before a residual one, the initial.
    """
    kinds = {label.kind for label in labels.values()}
    if None not in kinds or kinds == {None}:
        return
    plain = [c for c, label in labels.items() if label.kind is None]
    if len({labels[c].part for c in plain}) < len(plain):
        return  # two scores without a kind
    if "current" not in kinds:
        kind: Kind = "current"
    elif "initial" not in kinds and all(
        label.residual for label in labels.values() if label.kind == "current"
    ):
        first = min(c for c, label in labels.items() if label.kind == "current")
        if max(plain) > first:
            return
        kind = "initial"
    else:
        return
    for column in plain:
        labels[column] = replace(labels[column], kind=kind)


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
