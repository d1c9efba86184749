"""How good the answers are: judged questions, the usual measures, and how sure they are.

A question names the pages that answer it. A hit counts for its page and for
the other places that it says hold the same words. What several places say
alike (one paper in two files: the same ``key`` and ``words``) is one thing to
find.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from papersearch.errors import UsageError
from papersearch.record import Struct
from papersearch.search.answer import Answer, Hit

EVALUATION_SCHEMA = "papersearch.evaluation/1"
MEASURES = ("ndcg_10", "recall_5", "recall_10", "mrr", "success_1")
DEPTH = 10
RESAMPLES = 2000

Place = tuple[str, int]
Ask = Callable[[str, Mapping[str, Any]], Answer]


class Question(Struct, frozen=True, kw_only=True):
    """A judged question; each of *wanted* is found by any one of its places."""

    id: str
    kind: str
    question: str
    wanted: tuple[frozenset[Place], ...]
    filters: Mapping[str, Any]


class Figure(Struct, frozen=True, kw_only=True):
    """A mean and the ends of its 95 per cent interval, by resampling the questions."""

    mean: float
    low: float
    high: float


class KindFigures(Struct, frozen=True, kw_only=True):
    """The measures of one kind of question; ``measures`` is empty where nothing is to be found."""

    kind: str
    questions: int
    answered: int
    """Questions to which the archive was said to hold an answer."""
    measures: dict[str, Figure]


class Setting(Struct, frozen=True, kw_only=True):
    """One way of searching, measured."""

    name: str
    kinds: tuple[KindFigures, ...]
    all: KindFigures
    refused_wrongly: Figure | None
    """Share of the questions with an answer to which it was said that there is none."""
    refused_rightly: Figure | None
    """Share of the questions without an answer to which it was said so."""
    milliseconds: float
    """Median time of an answer."""


class Difference(Struct, frozen=True, kw_only=True):
    """How far a setting is from the first, question by question."""

    setting: str
    to: str
    measure: str
    difference: Figure


class Evaluation(Struct, frozen=True, kw_only=True):
    """What ``papersearch eval --json`` prints."""

    schema: str = EVALUATION_SCHEMA
    questions: str
    settings: tuple[Setting, ...]
    differences: tuple[Difference, ...] = ()


def load_questions(path: Path) -> list[Question]:
    """Return the questions of a JSON Lines file: ``question``, ``answers``, ``kind``, ``id``.

    Each of ``answers`` has ``file`` (below the ingested folder) and ``page``, and may have ``key``
    and ``words``. No answers: nothing in the archive answers.

    Raises:
        UsageError: The file cannot be read or a line is none.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}.", "Name a JSON Lines file.") from error
    out = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                out.append(_question(json.loads(line), number))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise UsageError(
                    f"{path}, line {number} is no judged question ({error}).",
                    'Write {"question": "...", "answers": [{"file": "...", "page": 1}]}.',
                ) from error
    if not out:
        raise UsageError(f"{path} holds no question.", "Write one JSON object a line.")
    return out


def _question(data: Mapping[str, Any], number: int) -> Question:
    things: dict[tuple[str, str], set[Place]] = {}
    for place, answer in enumerate(data.get("answers", ())):
        named = (str(answer.get("key", place)), str(answer.get("words", "")))
        things.setdefault(named, set()).add((str(answer["file"]), int(answer["page"])))
    wanted: list[frozenset[Place]] = []
    for places in map(frozenset, things.values()):
        if places not in wanted:
            wanted.append(places)
    return Question(
        id=str(data.get("id", number)), kind=str(data.get("kind", "all")),
        question=str(data["question"]), wanted=tuple(wanted),
        filters=dict(data.get("filters", {})),
    )  # fmt: skip


def measure(question: Question, hits: Sequence[Hit]) -> dict[str, float]:
    """Return the measures of one question's hits; all 0 where nothing that is wanted was found."""
    left = set(question.wanted)
    gains = []
    found_at: list[int] = []
    for place, hit in enumerate(hits[:DEPTH]):
        pages = {(hit.file, hit.page), *((s.file, s.page) for s in hit.also_at)}
        new = {wanted for wanted in left if wanted & pages}
        left -= new
        gains.append(bool(new))
        found_at += [place] * len(new)
    best = sum(1 / math.log2(n + 2) for n in range(min(_fewest_pages(question.wanted), DEPTH)))
    first = gains.index(True) if any(gains) else None
    total = len(question.wanted)
    return {
        "ndcg_10": sum(1 / math.log2(n + 2) for n, gain in enumerate(gains) if gain) / best,
        "recall_5": sum(place < 5 for place in found_at) / total,
        "recall_10": len(found_at) / total,
        "mrr": 0.0 if first is None else 1 / (first + 1),
        "success_1": float(first == 0),
    }


def _fewest_pages(wanted: Iterable[frozenset[Place]]) -> int:
    """Return how many pages must be shown at least until all is found (greedily)."""
    left = list(wanted)
    count = 0
    while left:
        places = sorted(set().union(*left))
        best = max(places, key=lambda place: sum(place in one for one in left))
        left = [one for one in left if best not in one]
        count += 1
    return count


def evaluate(questions: Sequence[Question], settings: Mapping[str, Ask], source: str) -> Evaluation:
    """Ask all *questions* in all *settings*; every setting is compared with the first."""
    rows: dict[str, list[dict[str, float]]] = {}
    measured = []
    for name, ask in settings.items():
        answers = [ask(question.question, question.filters) for question in questions]
        rows[name] = [
            measure(question, answer.hits)
            for question, answer in zip(questions, answers, strict=True)
            if question.wanted
        ]
        measured.append(_setting(name, questions, answers))
    first, *others = rows
    differences = [
        Difference(
            setting=first, to=other, measure=name,
            difference=figure([a[name] - b[name] for a, b in zip(
                rows[first], rows[other], strict=True)]),
        )
        for other in others if rows[first] for name in MEASURES
    ]  # fmt: skip
    return Evaluation(questions=source, settings=tuple(measured), differences=tuple(differences))


def _setting(name: str, questions: Sequence[Question], answers: Sequence[Answer]) -> Setting:
    both = list(zip(questions, answers, strict=True))
    kinds = list(dict.fromkeys(question.kind for question in questions))
    refused = {
        wanted: [float(not a.answerable) for q, a in both if bool(q.wanted) is wanted]
        for wanted in (True, False)
    }
    return Setting(
        name=name,
        kinds=tuple(
            _figures(kind, [pair for pair in both if pair[0].kind == kind]) for kind in kinds
        ),
        all=_figures("all", both),
        refused_wrongly=figure(refused[True]) if refused[True] else None,
        refused_rightly=figure(refused[False]) if refused[False] else None,
        milliseconds=round(float(np.median([answer.took_ms for answer in answers])), 1),
    )  # fmt: skip


def _figures(kind: str, both: Sequence[tuple[Question, Answer]]) -> KindFigures:
    rows = [measure(question, answer.hits) for question, answer in both if question.wanted]
    return KindFigures(
        kind=kind,
        questions=len(both),
        answered=sum(answer.answerable for _, answer in both),
        measures={name: figure([row[name] for row in rows]) for name in MEASURES} if rows else {},
    )


def figure(values: Sequence[float]) -> Figure:
    """Return the mean of *values* and its 95 per cent interval; the same on every run."""
    array = np.asarray(values, dtype=np.float64)
    drawn = np.random.default_rng(0).integers(len(array), size=(RESAMPLES, len(array)))
    low, high = np.quantile(array[drawn].mean(axis=1), [0.025, 0.975])
    mean = float(array.mean())
    return Figure(mean=round(mean, 4), low=round(float(low), 4), high=round(float(high), 4))
