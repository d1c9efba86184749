"""``papersearch restore``: an archive from its backup."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.cli.terminal import one_line


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that backup wrote.", metavar="FILE")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in place of the archive that is there.")
    ] = False,
    only_check: Annotated[
        bool, typer.Option("--check", help="Only check the file; change nothing.")
    ] = False,
    index: options.Index = options.DEFAULT_INDEX,
    json: options.Json = False,
) -> None:
    """Bring an archive back from its backup.

    The file is checked before anything is changed. What was forgotten in an
    archive that is replaced stays forgotten, and its log goes on.

    Examples:
      papersearch restore board-papers.backup --index /secure/archive
      papersearch restore board-papers.backup --check
    """
    from papersearch.archive.backup import check
    from papersearch.archive.backup import restore as bring_back
    from papersearch.cli.layout import count

    held = check(file) if only_check else bring_back(index, file, replace)
    if json:
        terminal.write_json(held)
        return
    papers = count(held.papers, "paper")
    if only_check:
        words = f"{one_line(str(file))} is whole: {papers}, made {held.made_at}."
    else:
        words = f"{papers} restored into {one_line(str(index))}, as of {held.made_at}."
    terminal.show(terminal.text(words))
