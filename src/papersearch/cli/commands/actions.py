"""``papersearch actions``: who was to do what by when, and what was not seen closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from papersearch.cli import options
from papersearch.cli.app import app

if TYPE_CHECKING:
    from papersearch.desks.actions import ActionsAnswer
    from papersearch.export import Sheet


@app.command()
def actions(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="Words of the action, its owner or reference.", metavar="[WORDS]..."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Also actions that were closed.")] = False,
    index: options.Index = options.DEFAULT_INDEX,
    since: options.Since = None,
    until: options.Until = None,
    year: options.Year = None,
    organisation: options.Organisation = None,
    as_of: options.AsOf = None,
    json: options.Json = False,
    csv: options.Csv = False,
    output: options.Output = None,
) -> None:
    """List actions from minutes and logs that were not seen closed.

    Entries of several meetings are put together by reference and words; the
    newest status counts. Overdue ones come first. An action that the archive
    does not show closed may have been closed elsewhere.

    Examples:
      papersearch actions
      papersearch actions medical director --as-of 2024-03-31
      papersearch actions --all --csv
    """
    import papersearch
    from papersearch.cli.deliver import deliver

    with papersearch.OpenArchive(index, create=False) as archive:
        answer = archive.actions(
            " ".join(words or ()) or None, every, options.day_of(as_of),
            since=since, until=until, year=year, organisation=organisation,
        )  # fmt: skip
    deliver(
        answer, found=bool(answer.actions), show=lambda: _show(answer),
        sheets=lambda: [_sheet(answer)], json=json, csv=csv, output=output,
    )  # fmt: skip


def _show(answer: ActionsAnswer) -> None:
    from papersearch.cli.layout import facts, foot, indented, where
    from papersearch.cli.terminal import one_line, show, text

    if not answer.actions:
        show(text("No open action was found." if answer.closed else "No action was found."))
    for one in answer.actions:
        line = text("\n")
        line.append(one_line(one.reference) + "  " if one.reference else "", style="bold")
        line.append(one_line(one.text))
        show(line)
        state = "closed" if one.closed else "OVERDUE" if one.overdue else "open"
        style = {"closed": "green", "OVERDUE": "yellow", "open": ""}[state]
        printed = f" (printed: {one_line(one.status)})" if one.status else ""
        due = one_line(one.due.raw) if one.due else "no date"
        if one.due and one.due.to and one.due.to not in due:
            due += f" ({one.due.to})"
        show(
            facts(
                (
                    ("owner", one.owner or "not named"),
                    ("due", due),
                    ("state", text(state, style).append(printed, style="not bold")),
                ),
                indent=3,
            )
        )
        first, last = one.first_seen, one.last_seen
        show(indented(f"{first.meeting_date or 'no date'}: {where(first)}", style="cyan"))
        if last != first:
            show(
                indented(f"last seen {last.meeting_date or 'no date'}: {where(last)}", style="cyan")
            )
    show(text(f"\n{answer.open:,} open, {answer.closed:,} seen closed; as of {answer.as_of}."))
    show(foot(answer.population))


def _sheet(answer: ActionsAnswer) -> Sheet:
    from papersearch.export import Column, Sheet

    columns = (
        Column("organisation"), Column("reference"), Column("action", "long"), Column("owner"),
        Column("due"), Column("due_to", "date"), Column("status"), Column("closed"),
        Column("overdue"), Column("first_meeting", "date"), Column("first_file"),
        Column("first_page", "number"), Column("last_meeting", "date"), Column("last_file"),
        Column("last_page", "number"), Column("times_seen", "number"), Column("quote", "long"),
        Column("paper_id"),
    )  # fmt: skip
    rows = tuple(
        (
            a.organisation, a.reference, a.text, a.owner, a.due.raw if a.due else None,
            a.due.to if a.due else None, a.status, a.closed, a.overdue,
            a.first_seen.meeting_date, a.first_seen.file, a.first_seen.page,
            a.last_seen.meeting_date, a.last_seen.file, a.last_seen.page, a.times_seen,
            a.last_seen.quote, a.last_seen.paper_id,
        )
        for a in answer.actions
    )  # fmt: skip
    return Sheet(name="actions", columns=columns, rows=rows, note=answer.population.sentence())
