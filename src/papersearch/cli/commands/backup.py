"""``papersearch backup``: the archive in one checked file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.cli.terminal import one_line


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The file to write.", metavar="FILE")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over a file that is there.")
    ] = False,
    index: options.Index = options.DEFAULT_INDEX,
    json: options.Json = False,
) -> None:
    """Write the archive into one file, and check it.

    Searches and ingests may go on meanwhile. The file holds the text of the
    papers: keep it as safe as the papers. The papers' own files are not in it.

    Examples:
      papersearch backup board-papers.backup
      papersearch backup board-papers.backup --replace --index /secure/archive
    """
    import papersearch
    from papersearch.cli.layout import count

    with papersearch.OpenArchive(index, create=False) as archive:
        made = archive.backup(file, replace)
    if json:
        terminal.write_json(made)
        return
    size = file.stat().st_size / 1e6
    words = f"{count(made.papers, 'paper')} in {one_line(str(file))} ({size:,.1f} MB), checked."
    terminal.show(terminal.text(words))
