"""``papersearch read``: the records of files, without an archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.cli.reading_options import read_settings
from papersearch.cli.terminal import one_line
from papersearch.errors import ExitStatus
from papersearch.record import Failure


@app.command()
def read(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders.", metavar="PATH...")],
    json: options.Json = False,
    why: Annotated[bool, typer.Option("--why", help="Say which rule made each tag.")] = False,
    password: options.Password = None,
    ocr: options.Ocr = None,
    include_hidden: options.IncludeHidden = False,
    max_pages: options.MaxPages = 5000,
    max_mb: options.MaxMegabytes = 512,
    timeout: options.Timeout = 300.0,
    max_memory: options.MaxMemory = 3072,
    workers: options.Workers = None,
) -> None:
    """Read files and show what is in them, without an archive.

    With --json, one JSON object a line for each paper, and one for each file
    that could not be read.

    Examples:
      papersearch read november-pack.pdf
      papersearch read *.pdf --json > records.jsonl
    """
    from papersearch import api
    from papersearch.cli.card import card

    settings, limits = read_settings(
        password, ocr, include_hidden, max_pages, max_mb, timeout, max_memory
    )
    read_any = failed = 0
    for record in api.read_many(paths, settings, limits, workers):
        if isinstance(record, Failure):
            failed += 1
            if json:
                terminal.write_json(record)
            terminal.say(
                f"{one_line(record.source.file)}: {one_line(record.error.message)} "
                f"{one_line(record.error.remedy)}"
            )
            continue
        read_any += 1
        if json:
            terminal.write_json(record)
        else:
            terminal.show(*card(record, why), terminal.text(""))
    if failed:
        raise typer.Exit(int(ExitStatus.NOTHING_FOUND if read_any else ExitStatus.ERROR))
    if not read_any:
        terminal.say("No papers in there: an agenda, a divider or an empty folder holds none.")
        raise typer.Exit(int(ExitStatus.NOTHING_FOUND))
