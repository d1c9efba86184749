"""``papersearch search``: the passages that answer a question, with file and page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.cli.layout import indented, page_of
from papersearch.cli.terminal import one_line
from papersearch.errors import ExitStatus, UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from papersearch.export import Sheet
    from papersearch.search import Answer, Hit
    from papersearch.search.answer import Why

MOST_WORDS_SHOWN = 70


@app.command()
def search(
    query: Annotated[
        list[str],
        typer.Argument(help='The question; "-" reads one question a line.', metavar="QUERY..."),
    ],
    count: Annotated[
        int, typer.Option("-k", "--count", help="How many hits.", min=1, max=1000, metavar="N")
    ] = 10,
    index: options.Index = options.DEFAULT_INDEX,
    since: options.Since = None,
    until: options.Until = None,
    year: options.Year = None,
    organisation: options.Organisation = None,
    committee: options.Committee = None,
    kind: options.Kind = None,
    purpose: Annotated[
        str | None, typer.Option(help="Marked for: assurance, decision, information, ...")
    ] = None,
    tag: options.Tag = None,
    mode: Annotated[
        str, typer.Option(help="By words and meaning, or one: hybrid, dense, lexical.")
    ] = "hybrid",
    explain: Annotated[bool, typer.Option("--explain", help="Say how each hit was found.")] = False,
    json: options.Json = False,
    csv: options.Csv = False,
    output: options.Output = None,
) -> None:
    """Find the pages that answer a question put in your own words.

    "Quoted phrases" must occur, -word excludes, and a reference (s.43(2),
    25/077) is found in any way of writing it. A word that begins with a hyphen
    needs the question in quotes, or -- before it.

    Examples:
      papersearch search getting patients home sooner --since 2023-04-01
      papersearch search "car park contract" --tag exemption:s.43
      papersearch search '"length of stay" -maternity' --year 2023/24 -k 5
      papersearch search - --json < questions.txt
    """
    import papersearch
    from papersearch.cli.deliver import write

    if json and csv:
        raise UsageError("--json and --csv cannot both be printed.", "Choose one, or use -o FILE.")
    questions = [" ".join(query)]
    if questions == ["-"]:
        questions = [line.strip() for line in sys.stdin if line.strip()]
    answers: list[Answer] = []
    with papersearch.OpenArchive(index, create=False) as archive:
        for number, question in enumerate(questions):
            answer = archive.search(
                question, count, mode, explain, since=since, until=until, year=year,
                organisation=organisation, committee=committee, kind=kind, purpose=purpose,
                tags=tag,
            )  # fmt: skip
            answers.append(answer)
            if json:
                terminal.write_json(answer)
            elif csv:
                _write_csv(answer, with_heading=number == 0)
            elif output is None:
                _show(answer, len(questions) > 1)
    if output is not None:
        write(output, answers[0] if len(answers) == 1 else answers, lambda: [_sheet(answers)])
    if not any(answer.hits for answer in answers):
        raise typer.Exit(int(ExitStatus.NOTHING_FOUND))


def _sheet(answers: list[Answer]) -> Sheet:
    from papersearch.export import Column, Sheet

    columns = (
        Column("question", "long"), Column("rank", "number"), Column("score", "number"),
        Column("title", "long"), Column("organisation"), Column("meeting_date", "date"),
        Column("file"), Column("page", "number"), Column("printed_page"), Column("section"),
        Column("text", "long"), Column("tags", "long"), Column("also_in", "number"),
        Column("paper_id"),
    )  # fmt: skip
    rows = tuple(
        (
            answer.query, hit.rank, hit.score, hit.title, hit.organisation, hit.meeting_date,
            hit.file, hit.page, hit.label, hit.section, hit.text, "; ".join(hit.tags),
            hit.also_in, hit.paper_id,
        )
        for answer in answers
        for hit in answer.hits
    )  # fmt: skip
    return Sheet(name="search", columns=columns, rows=rows)


def _write_csv(answer: Answer, with_heading: bool) -> None:
    from papersearch.export.sheet import csv_lines

    sheet = _sheet([answer])
    heading = [[column.name for column in sheet.columns]] if with_heading else []
    terminal.write_bytes(csv_lines([*heading, *sheet.rows]).encode("utf-8"))


def _show(answer: Answer, with_question: bool) -> None:
    show, text = terminal.show, terminal.text
    if with_question:
        show(text(f"\n{one_line(answer.query)}", "bold underline"))
    if not answer.hits:
        show(text("Nothing in the archive fits."))
    elif not answer.answerable:
        show(text("Nothing in the archive answers this closely. The nearest passages:", "yellow"))
    words = {w for w in answer.query.lower().replace('"', " ").split() if len(w) > 3}
    for hit in answer.hits:
        show(_heading(hit))
        if meeting := _meeting(hit):
            show(indented(meeting))
        show(_place(hit), _quote(hit, words))
        if hit.why is not None:
            show(indented(_why(hit.score, hit.why), style="dim"))
    coverage = answer.coverage
    lacking = []
    if coverage.files_failed:
        lacking.append(f"{coverage.files_failed:,} files could not be read")
    if coverage.pages_not_searchable:
        lacking.append(f"{coverage.pages_not_searchable:,} pages hold no readable text")
    if lacking:
        show(text(f"\nNot searched: {' and '.join(lacking)} (papersearch status).", "dim"))


def _why(score: float, why: Why) -> str:
    """Return how a hit came about, in words."""
    parts = []
    if why.cosine is not None:
        place = f", place {why.dense_rank} by meaning" if why.dense_rank else ""
        parts.append(f"likeness {why.cosine:.2f}{place}")
    if why.bm25 is not None:
        shared = ", ".join(why.words) or "other forms of them"
        parts.append(f"place {why.lexical_rank} by words ({shared})")
    return f"score {score:.2f}: {'; '.join(parts)}"


def _heading(hit: Hit) -> Text:
    title = one_line(hit.title) or one_line(Path(hit.file).name)
    return terminal.text(f"\n{hit.rank}. ").append(title, style="bold")


def _meeting(hit: Hit) -> str:
    item = f"item {hit.agenda_item}" if hit.agenda_item else None
    facts = (hit.organisation, hit.body, hit.meeting_date, item)
    return ", ".join(one_line(fact) for fact in facts if fact)


def _place(hit: Hit) -> RenderableType:
    line = terminal.text("")
    style = "cyan"
    if hit.root and terminal.links():
        style += f" link {Path(hit.root, hit.file).as_uri()}#page={hit.page}"
    line.append(f"{one_line(hit.file)}, {page_of(hit.page, hit.label)}", style=style)
    if hit.section:
        line.append(f"; {one_line(hit.section)[:60]}", style="dim")
    shown = [t for t in hit.tags if t.partition(":")[0] in ("exemption", "appetite", "commitment")]
    if shown:
        line.append(f"  [{one_line(', '.join(shown[:4]))}]", style="magenta")
    if hit.also_in:
        places = "place" if hit.also_in == 1 else "places"
        line.append(f"  also in {hit.also_in} other {places}", style="dim")
    return indented(line)


def _quote(hit: Hit, words: set[str]) -> RenderableType:
    shown = one_line(hit.text).split()
    start = _best_start(shown, words)
    part = shown[start : start + MOST_WORDS_SHOWN]
    quote = ("... " if start else "") + " ".join(part)
    quote += " ..." if start + len(part) < len(shown) else ""
    line = terminal.text(quote)
    for word in words:
        line.highlight_words([word], style="bold", case_sensitive=False)
    return indented(line)


def _best_start(shown: list[str], words: set[str]) -> int:
    """Return where to begin so that most of the question's words are in view."""
    if len(shown) <= MOST_WORDS_SHOWN:
        return 0
    hits = [any(word in token.lower() for word in words) for token in shown]
    starts = range(0, len(shown) - MOST_WORDS_SHOWN + 1, 5)
    return max(starts, key=lambda i: (sum(hits[i : i + MOST_WORDS_SHOWN]), -i))
