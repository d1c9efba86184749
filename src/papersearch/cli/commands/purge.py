"""``papersearch purge``: nothing is left of what was deleted, replaced or interrupted."""

from __future__ import annotations

from typing import Annotated

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.cli.commands.forget import ask
from papersearch.cli.terminal import one_line


@app.command()
def purge(
    gone: Annotated[
        bool,
        typer.Option("--gone", help="Also forget every paper whose file is gone from its folder."),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    index: options.Index = options.DEFAULT_INDEX,
    json: options.Json = False,
) -> None:
    """Rewrite the archive: nothing deleted is left.

    Older versions of papers, words and vectors of what was forgotten, and what
    interrupted runs left are removed from every file of the archive. Your own
    files are not touched.

    Examples:
      papersearch purge
      papersearch purge --gone --yes
    """
    import papersearch
    from papersearch.archive.forget import papers_of_gone_files
    from papersearch.cli.layout import count

    with papersearch.OpenArchive(index, create=False) as archive:
        if gone and not yes:
            ids = papers_of_gone_files(archive.catalogue)
            ask(ids, [archive.catalogue.record(i).title for i in ids])
        done = archive.purge(gone)
    if json:
        terminal.write_json({"schema": "papersearch.purge/1", "purged": done})
        return
    show, text = terminal.show, terminal.text
    for one in done.forgotten:
        show(text(f"Forgotten: {one.paper_id[:8]} {one_line(one.title)}"))
    if done.files:
        show(text(f"{count(done.files, 'name')} of files that are gone removed."))
    show(
        text(
            f"The archive was rewritten: {done.bytes_before / 1e6:,.1f} MB before, "
            f"{done.bytes_after / 1e6:,.1f} MB now."
        )
    )
