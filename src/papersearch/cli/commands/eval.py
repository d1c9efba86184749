"""``papersearch eval``: how good the answers to judged questions are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.errors import UsageError

if TYPE_CHECKING:
    from papersearch.api import OpenArchive
    from papersearch.export import Sheet
    from papersearch.search.evaluate import Ask, Difference, Evaluation, Figure, Setting

MODES = {"hybrid": "hybrid", "dense": "dense", "lexical": "lexical", "bm25": "lexical"}
HEADINGS = {
    "ndcg_10": "nDCG@10", "recall_5": "recall@5", "recall_10": "recall@10", "mrr": "MRR",
    "success_1": "success@1",
}  # fmt: skip


@app.command("eval")
def evaluate(
    questions: Annotated[
        Path, typer.Argument(help="Judged questions, JSON Lines.", metavar="QUESTIONS.jsonl")
    ],
    index: options.Index = options.DEFAULT_INDEX,
    mode: Annotated[str, typer.Option(help="hybrid, dense, or lexical (bm25).")] = "hybrid",
    compare: Annotated[
        list[str] | None,
        typer.Option(help="Compare with this mode too; several: with each.", metavar="MODE"),
    ] = None,
    json: options.Json = False,
    csv: options.Csv = False,
    output: options.Output = None,
) -> None:
    """Measure how well the archive answers questions whose right pages are known.

    Each line of the file is a question with the pages that answer it:
    {"question": "...", "kind": "lay", "answers": [{"file": "a.pdf", "page": 2}]};
    without answers, one that nothing in the archive answers. Shown are the
    means with their 95 per cent intervals.

    Examples:
      papersearch eval corpus/questions.jsonl
      papersearch eval corpus/questions.jsonl --compare bm25 --compare dense
      papersearch eval questions.jsonl --json
    """
    import papersearch
    from papersearch.cli.deliver import deliver
    from papersearch.search.evaluate import evaluate as measured
    from papersearch.search.evaluate import load_questions

    names = list(dict.fromkeys([mode, *(compare or [])]))
    for name in names:
        if name not in MODES:
            raise UsageError(f"'{name}' is no way of searching.", f"Use {', '.join(MODES)}.")
    judged = load_questions(questions)
    with papersearch.OpenArchive(index, create=False) as archive:
        settings = {name: _ask(archive, MODES[name]) for name in names}
        found = measured(judged, settings, str(questions))
    deliver(
        found,
        found=True,
        show=lambda: _show(found),
        sheets=lambda: [_sheet(found)],
        json=json,
        csv=csv,
        output=output,
    )


def _ask(archive: OpenArchive, mode: str) -> Ask:
    def ask(question: str, filters: Mapping[str, Any]) -> Any:
        return archive.search(question, 10, mode, **filters)

    return ask


def _show(found: Evaluation) -> None:
    from papersearch.cli.layout import Col, table

    show, text = terminal.show, terminal.text
    for setting in found.settings:
        show(text(f"\n{setting.name}", "bold"))
        columns = [Col("Kind"), Col("Questions", right=True)]
        columns += [Col(name, right=True) for name in HEADINGS.values()]
        rows = [
            [kind.kind, str(kind.questions), *(_spread(kind.measures[name]) for name in HEADINGS)]
            for kind in (*setting.kinds, setting.all)
            if kind.measures
        ]
        show(table(columns, rows))
        show(text(_refusals(setting), "dim"))
    for line in map(_difference, found.differences):
        show(text(line))


def _spread(figure: Figure) -> str:
    half = (figure.high - figure.low) / 2
    return f"{figure.mean:.3f} ±{half:.2f}"


def _refusals(setting: Setting) -> str:
    parts = []
    if setting.refused_rightly is not None:
        share = f"{setting.refused_rightly.mean:.0%}"
        parts.append(f'"nothing answers this closely": {share} of those without an answer')
    if setting.refused_wrongly is not None:
        parts.append(f"{setting.refused_wrongly.mean:.1%} of those with one (wrongly)")
    return f"{', '.join(parts)}; {setting.milliseconds:.0f} ms a question."


def _difference(one: Difference) -> str:
    by = one.difference
    sure = "" if by.low > 0 or by.high < 0 else "; may be chance"
    return (
        f"{one.setting} over {one.to}, {HEADINGS[one.measure]}: {by.mean:+.3f} "
        f"({by.low:+.3f} to {by.high:+.3f}{sure})"
    )


def _sheet(found: Evaluation) -> Sheet:
    from papersearch.export import Column, Sheet

    columns = (
        Column("setting"), Column("kind"), Column("questions", "number"),
        Column("answered", "number"), Column("measure"), Column("mean", "number"),
        Column("low", "number"), Column("high", "number"),
    )  # fmt: skip
    rows = tuple(
        (setting.name, kind.kind, kind.questions, kind.answered, name, one.mean, one.low, one.high)
        for setting in found.settings
        for kind in (*setting.kinds, setting.all)
        for name, one in kind.measures.items()
    )
    return Sheet(name="eval", columns=columns, rows=rows)
