"""``papersearch export``: the records of papers, to take away."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.errors import ExitStatus, PapersearchError, UsageError
from papersearch.record import Paper


@app.command()
def export(
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="jsonl, json, csv, xlsx or md (default: by the file's ending, else jsonl).",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to FILE.", metavar="FILE")
    ] = None,
    index: options.Index = options.DEFAULT_INDEX,
    since: options.Since = None,
    until: options.Until = None,
    year: options.Year = None,
    organisation: options.Organisation = None,
    committee: options.Committee = None,
    kind: options.Kind = None,
    tag: options.Tag = None,
) -> None:
    """Write the records of papers as JSON, CSV, XLSX or Markdown.

    Without options, JSON Lines on stdout: the objects that `read --json`
    prints, one a line, by date. A workbook or a Markdown file has a table each
    for papers, commitments, risks, scores and FOI markings; CSV has the papers.

    Examples:
      papersearch export > records.jsonl
      papersearch export -o year.xlsx --year 2023/24
      papersearch export --format csv --tag foi:exempt
      papersearch export --format json | less
    """
    import papersearch
    from papersearch.export import format_of

    form = format_of(output, form, "jsonl")
    if form == "xlsx" and output is None:
        raise UsageError("A workbook cannot be printed.", "Name a file: -o papers.xlsx")
    written = 0
    with papersearch.OpenArchive(index, create=False) as archive:
        records = archive.papers(
            since=since, until=until, year=year, organisation=organisation,
            committee=committee, kind=kind, tags=tag,
        )  # fmt: skip
        if form == "jsonl" and output is None:
            for record in records:
                terminal.write_json(record)
                written += 1
        else:
            held = list(records)
            written = len(held)
            _write(held, form, output)
    if output is not None:
        terminal.say(f"Written: {output}, {written:,} papers.")
    if not written:
        raise typer.Exit(int(ExitStatus.NOTHING_FOUND))


def _write(records: list[Paper], form: str, output: Path | None) -> None:
    from papersearch.cli.deliver import with_links
    from papersearch.export.records import sheets
    from papersearch.export.sheet import as_csv, as_markdown
    from papersearch.export.write import write_sheets, write_text
    from papersearch.record import to_json

    try:
        if form in ("csv", "xlsx", "md"):
            tables = sheets(records)
            if output is not None:
                write_sheets(output, form, with_links(tables) if form == "xlsx" else tables)
            else:
                words = as_csv(tables[0]) if form == "csv" else as_markdown(tables)
                terminal.write_bytes(words.encode("utf-8"))
            return
        if form == "jsonl":
            words = "".join(to_json(record) + "\n" for record in records)
        else:
            words = "[" + ",\n".join(to_json(record) for record in records) + "]\n"
        if output is not None:
            write_text(output, words)
        else:
            terminal.write_bytes(terminal.escaped(words).encode("utf-8"))
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise PapersearchError(
            f"{output} cannot be written: {error.strerror or error}.",
            "Name a file in a folder that is there and that you may write to.",
        ) from error
