"""``papersearch forget``: a paper leaves the archive."""

from __future__ import annotations

from typing import Annotated

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.cli.terminal import one_line
from papersearch.errors import ExitStatus, UsageError


@app.command()
def forget(
    papers: Annotated[
        list[str] | None,
        typer.Argument(help="Starts of papers' ids, or a title in quotes.", metavar="[PAPER]..."),
    ] = None,
    gone: Annotated[
        bool, typer.Option("--gone", help="Forget every paper whose file is gone from its folder.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    index: options.Index = options.DEFAULT_INDEX,
    json: options.Json = False,
) -> None:
    """Take a paper out, so that none of it is left.

    Its record, passages, words, tags and vectors are removed, and the files of
    the archive are rewritten so that its text cannot be read from them. The
    paper's own file is not touched. An ingest does not take the same bytes in
    again, unless told to with --also-forgotten; a changed file is another paper.

    Examples:
      papersearch forget 3f9c2a1b
      papersearch forget "Settlement of claim" --yes
      papersearch forget --gone --yes --json
    """
    import papersearch
    from papersearch.archive.forget import papers_of_gone_files
    from papersearch.cli.commands.show import one_paper

    if not papers and not gone:
        raise UsageError("Which paper?", "Name one by its id (papersearch papers), or use --gone.")
    with papersearch.OpenArchive(index, create=False) as archive:
        ids = [one_paper(archive.matching(words), words).id for words in papers or ()]
        ids += papers_of_gone_files(archive.catalogue) if gone else []
        ids = list(dict.fromkeys(ids))
        if not yes:
            ask(ids, [archive.catalogue.record(i).title for i in ids])
        forgotten = archive.forget(*ids)
    if json:
        terminal.write_json({"schema": "papersearch.forget/1", "forgotten": forgotten})
    for one in [] if json else forgotten:
        terminal.show(terminal.text(f"Forgotten: {one.paper_id[:8]} {one_line(one.title)}"))
        if one.file_is_there:
            terminal.say(
                f"  Its file is still there: {one_line(one.file)}. Once its bytes change, an "
                "ingest reads it again."
            )
    if not forgotten:
        terminal.say("Nothing to forget: no paper's file is gone.")
        raise typer.Exit(int(ExitStatus.NOTHING_FOUND))


def ask(ids: list[str], titles: list[str | None]) -> None:
    """Ask whether these papers are to go.

    Raises:
        UsageError: There is nobody to ask.
        typer.Abort: The answer is no.
    """
    import sys

    if not ids:
        return
    if not sys.stdin.isatty():
        raise UsageError("Nobody is there to be asked.", "Say --yes to forget without a question.")
    for one, title in zip(ids, titles, strict=True):
        terminal.say(f"- {one[:8]} {one_line(title) or '(no title)'}")
    papers = "this paper" if len(ids) == 1 else f"these {len(ids)} papers"
    typer.confirm(f"Take {papers} out of the archive for good?", abort=True, err=True)
