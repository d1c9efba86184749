"""How right the risks and scores of made-up sheets are, sheet by sheet and format by format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from papersearch.record import Paper
from papersearch.tagging import tag
from tests.papers.sheets import BODY, WRITERS, Item, read
from tests.tagging.risk_sheets import Answer, Score


def markdown(items: Sequence[Item]) -> bytes:
    """Set *items* as Markdown: tables with pipes, ticks and bold as they are typed."""
    parts: list[str] = []
    for item in items:
        if item[0] in ("lv", "table"):
            width = max(len(row) for row in item[1])
            rows = [[*row, *[""] * (width - len(row))] for row in item[1]]
            rows.insert(1, ["---"] * width)
            lines = ("| " + " | ".join(c.replace("\n", " ") for c in row) + " |" for row in rows)
            parts.append("\n".join(lines))
        else:
            sign = {"h": "## ", "big": "# ", "li": "- "}.get(item[0], "")
            parts.append(sign + item[1])
    return re.sub(r"</?b>", "**", "\n\n".join(parts)).encode()


def tagged(items: Sequence[Item], form: str) -> list[Paper]:
    """Return the records of the papers that *items*, set in *form*, hold."""
    write = WRITERS.get(form, markdown)
    division = read(write((*items, *BODY)), f"sheet.{form}")
    return [tag(paper) for paper in division.papers]


def flat(paper: Paper) -> list[Answer]:
    """Return the paper's risks with flat names."""
    return [
        {
            "reference": risk.reference,
            "level1": risk.level1,
            "level1_ticked": risk.level1_ticked,
            "level2": risk.level2,
            "level2_ticked": risk.level2_ticked,
            "statement": risk.statement,
            "raw": risk.appetite.raw,
            "levels": list(risk.appetite.levels),
            "scale": risk.appetite.scale,
            "status": risk.appetite.status,
            "towards": risk.appetite.towards,
            "direction": risk.impact.direction,
        }
        for risk in paper.risks
    ]


def agrees(found: Answer, wanted: Answer) -> bool:
    """Tell whether *found* is as *wanted* in all that it names; level 2 is none where unnamed."""
    wanted = {"level2": None, **wanted}
    return all(_fold(found[key]) == _fold(value) for key, value in wanted.items())


def _fold(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return " ".join(value.lower().replace("\u2019", "'").split()).rstrip(".")


def compare(
    papers: Iterable[Paper], risks: Iterable[Answer], scores: Iterable[Score]
) -> dict[str, tuple[int, list[Any], list[Any]]]:
    """Return for ``risks`` and ``scores`` how many are right, what is false and what is missed."""
    papers = list(papers)
    found = [risk for paper in papers for risk in flat(paper)]
    missed = []
    right = 0
    for wanted in risks:
        index = next((i for i, one in enumerate(found) if agrees(one, wanted)), None)
        if index is None:
            missed.append(wanted)
        else:
            right += 1
            del found[index]
    have = Counter(
        (_fold(s.name), s.kind, s.likelihood, s.consequence, s.score)
        for paper in papers
        for s in paper.risk_scores
    )
    want = Counter((_fold(name), *rest) for name, *rest in scores)
    return {
        "risks": (right, found, missed),
        "scores": (
            (have & want).total(),
            list((have - want).elements()),
            list((want - have).elements()),
        ),
    }
