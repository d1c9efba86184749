"""``papersearch verify``: the archive against itself and against the files."""

from __future__ import annotations

from typing import Annotated

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.cli.terminal import one_line
from papersearch.errors import ExitStatus

STALE = ("changed", "missing")
UNFINISHED = "unfinished"


@app.command()
def verify(
    files: Annotated[
        bool, typer.Option("--files/--no-files", help="Also read every file again and compare it.")
    ] = True,
    index: options.Index = options.DEFAULT_INDEX,
    json: options.Json = False,
) -> None:
    """Check the archive against itself and the files.

    The catalogue, its word index, every record, its tags and vectors must agree
    with each other; every file must still be the one that was read (sha256).

    Examples:
      papersearch verify
      papersearch verify --no-files --json
    """
    import papersearch
    from papersearch.cli.layout import count

    with papersearch.OpenArchive(index, create=False) as archive:
        found = archive.verify(with_files=files)
    damaged = [p for p in found.problems if p.kind not in (*STALE, UNFINISHED)]
    if json:
        terminal.write_json(
            {"schema": "papersearch.verify/1", "sound": not damaged, "up_to_date": files and
             not [p for p in found.problems if p.kind in STALE], "checked": found}
        )  # fmt: skip
    else:
        show, text = terminal.show, terminal.text
        checked = f"{count(found.papers, 'paper')}, {count(found.passages, 'passage')}"
        if files:
            checked += f", {count(found.files_hashed, 'file')} read again"
        show(text(f"Checked: {checked}."))
        for problem in found.problems:
            show(text(f"- {one_line(problem.what)}. {problem.remedy}"))
        if not found.problems:
            show(text("All sound." if files else "All sound; the files were not looked at."))
        elif not damaged and any(p.kind in STALE for p in found.problems):
            show(text("The archive is sound; some files are no longer what was read."))
        elif not damaged:
            show(text("The archive is sound; a run was stopped before its end."))
    if found.problems:
        raise typer.Exit(int(ExitStatus.NOTHING_FOUND if not damaged else ExitStatus.ERROR))
