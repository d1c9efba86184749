"""``papersearch show``: one paper's card."""

from __future__ import annotations

from typing import Annotated

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.cli.terminal import one_line
from papersearch.errors import ExitStatus, UsageError
from papersearch.record import Paper

MOST_LISTED = 20


@app.command()
def show(
    paper: Annotated[
        list[str],
        typer.Argument(
            help="The start of a paper's id, or words of its title.", metavar="PAPER..."
        ),
    ],
    why: Annotated[bool, typer.Option("--why", help="Say which rule made each tag.")] = False,
    index: options.Index = options.DEFAULT_INDEX,
    json: options.Json = False,
) -> None:
    """Show one paper: cover, ticks, risks and marking, with pages.

    Where several papers fit, they are listed instead.

    Examples:
      papersearch show 3f9c2a1b
      papersearch show improvement strategy 2023 --why
      papersearch show "Annual plan" --json
    """
    import papersearch
    from papersearch.cli.card import card

    words = " ".join(paper)
    with papersearch.OpenArchive(index, create=False) as archive:
        found = archive.matching(words)
    if len(found) == 1:
        if json:
            terminal.write_json(found[0])
        else:
            terminal.show(*card(found[0], why))
        return
    if json:
        terminal.write_json(
            {
                "schema": "papersearch.candidates/1",
                "words": words,
                "papers": [
                    {"id": p.id, "title": p.title, "file": p.source.file, "pages": p.source.pages,
                     "meeting_date": p.meeting.date}
                    for p in found
                ],
            }
        )  # fmt: skip
    elif not found:
        terminal.say(f"No paper in the archive has '{one_line(words)}' as its id or in its title.")
        terminal.say(f'  By what it says: papersearch search "{one_line(words)}"')
    else:
        list_candidates(words, found)
    raise typer.Exit(int(ExitStatus.NOTHING_FOUND))


def one_paper(found: list[Paper], words: str) -> Paper:
    """Return the one paper among *found*.

    Raises:
        UsageError: There is none, or there are several.
    """
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(
            f"No paper in the archive has '{one_line(words)}' as its id or in its title.",
            "See the ids: papersearch papers",
        )
    some = "; ".join(f"{p.id[:8]} {one_line(p.title)[:50]}" for p in found[:5])
    more = f"; and {len(found) - 5} more" if len(found) > 5 else ""
    raise UsageError(f"'{one_line(words)}' fits {len(found)} papers.", f"Take one: {some}{more}.")


def list_candidates(words: str, found: list[Paper]) -> None:
    """Print the papers that *words* fit."""
    from papersearch.cli.layout import Col, table, titled
    from papersearch.desks.common import date_of

    terminal.show(
        terminal.text(f"{len(found):,} papers fit '{one_line(words)}'. Show one by its id:")
    )
    rows = [
        (p.id[:8], date_of(p) or "no date", titled(p.title, p.source.file, ""))
        for p in found[:MOST_LISTED]
    ]
    terminal.show(table([Col("Id"), Col("Meeting"), Col("Paper", 1)], rows))
    if len(found) > MOST_LISTED:
        terminal.show(terminal.text(f"... and {len(found) - MOST_LISTED:,} more."))
