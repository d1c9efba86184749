"""``papersearch search``: the passages that answer a question, with file and page."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.errors import ExitStatus, UsageError

if TYPE_CHECKING:
    from papersearch.search import Answer


@app.command()
def search(
    query: Annotated[
        list[str] | None,
        typer.Argument(help='The question; "-" reads one question a line.', metavar="QUERY..."),
    ] = None,
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
    paper: Annotated[
        str | None, typer.Option(help="Only this paper: its id, or the start of it.", metavar="ID")
    ] = None,
    by: Annotated[str, typer.Option(help="One heading for each: hit, paper.")] = "hit",
    mode: Annotated[
        str, typer.Option(help="By words and meaning, or one: hybrid, dense, lexical.")
    ] = "hybrid",
    explain: Annotated[bool, typer.Option("--explain", help="Say how each hit was found.")] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Ask question after question.")
    ] = False,
    rerank: Annotated[
        Path | None,
        typer.Option(
            help="Look at the best 30 again with the cross-encoder in this folder (slow).",
            metavar="FOLDER",
        ),
    ] = None,
    rerank_seconds: Annotated[
        float, typer.Option(help="Time that --rerank may take for a question.", min=0.1)
    ] = 5.0,
    json: options.Json = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Print one JSON object a hit, one a line.")
    ] = False,
    csv: options.Csv = False,
    output: options.Output = None,
) -> None:
    """Find the pages that answer a question put in your own words.

    "Quoted phrases" must occur, -word excludes, and a reference (s.43(2),
    25/077) is found in any way of writing it. A word that begins with a hyphen
    needs the question in quotes, or -- before it.

    Ends with status 1 where nothing in the archive answers closely; the nearest
    passages are shown all the same.

    Examples:
      papersearch search getting patients home sooner --since 2023-04-01
      papersearch search "car park contract" --tag exemption:s.43 --by paper
      papersearch search '"length of stay" -maternity' --year 2023/24 -k 5
      papersearch search - --json < questions.txt
      papersearch search --interactive
    """
    import papersearch

    if sum((json, jsonl, csv)) > 1:
        raise UsageError(
            "--json, --jsonl and --csv cannot be printed at once.", "Choose one, or use -o FILE."
        )
    if by not in ("hit", "paper"):
        raise UsageError(f"--by {by} is not known.", "Use hit or paper.")
    given: dict[str, Any] = {
        "since": since, "until": until, "year": year, "organisation": organisation,
        "committee": committee, "kind": kind, "purpose": purpose, "tags": tag, "paper": paper,
    }  # fmt: skip
    filters = {name: value for name, value in given.items() if value}
    questions = _questions(query or [], interactive)
    is_asked_by_line = query == ["-"]
    reranker = None
    if rerank is not None:
        from papersearch.search.rerank import CrossEncoder

        reranker = CrossEncoder(rerank, rerank_seconds)
    answers: list[Answer] = []
    with papersearch.OpenArchive(index, create=False) as archive:
        if interactive:
            from papersearch.cli import interactive as dialogue

            dialogue.run(archive, count, mode, filters)
            return
        for number, question in enumerate(questions):
            answer = archive.search(question, count, mode, explain, reranker, **filters)
            answers.append(answer)
            if json:
                terminal.write_json(answer)
            elif jsonl:
                _write_lines(answer)
            elif csv:
                _write_csv(answer, with_heading=number == 0)
            elif is_asked_by_line and output is None:
                _show([answer], by == "paper", with_question=True)
    if output is not None:
        from papersearch.cli.deliver import write
        from papersearch.cli.search_view import sheet

        write(output, answers[0] if len(answers) == 1 else answers, lambda: [sheet(answers)])
    elif not (json or jsonl or csv or is_asked_by_line):
        _show(answers, by == "paper", with_question=False)
    if not any(answer.answerable for answer in answers):
        raise typer.Exit(int(ExitStatus.NOTHING_FOUND))


def _questions(query: list[str], interactive: bool) -> Iterable[str]:
    """Return the questions; those of standard input one by one, as they come."""
    if interactive:
        return ()
    if not query:
        raise UsageError(
            "Missing argument: what to search for.",
            'Ask for something: papersearch search "length of stay", or use --interactive.',
        )
    if query != ["-"]:
        return [" ".join(query)]
    return (line.strip() for line in sys.stdin if line.strip())


def _write_lines(answer: Answer) -> None:
    import msgspec

    for hit in answer.hits:
        line = {"query": answer.query, "answerable": answer.answerable}
        terminal.write_json({**line, **msgspec.to_builtins(hit)})


def _write_csv(answer: Answer, with_heading: bool) -> None:
    from papersearch.cli.search_view import sheet
    from papersearch.export.sheet import csv_lines

    table = sheet([answer])
    heading = [[column.name for column in table.columns]] if with_heading else []
    terminal.write_bytes(csv_lines([*heading, *table.rows]).encode("utf-8"))


def _show(answers: list[Answer], by_paper: bool, with_question: bool) -> None:
    from papersearch.cli import pager
    from papersearch.cli.search_view import rendered

    parts = [part for answer in answers for part in rendered(answer, with_question, by_paper)]
    pager.show(parts, paged=not with_question)
    terminal.flush()  # who asks line by line waits for the answer
