"""How an answer leaves: on the terminal, as JSON, as CSV, or into a file; and with which status."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from papersearch.cli import terminal
from papersearch.errors import ExitStatus, PapersearchError, UsageError

if TYPE_CHECKING:
    from papersearch.export import Sheet
    from papersearch.export.chart import Chart


def deliver(
    answer: Any,
    *,
    found: bool,
    show: Callable[[], None],
    sheets: Callable[[], list[Sheet]] | None = None,
    charts: Callable[[], list[Chart]] | None = None,
    json: bool = False,
    csv: bool = False,
    output: Path | None = None,
) -> None:
    """Give *answer* in the form that was asked for; exit with 1 where nothing was *found*.

    Args:
        answer: What ``--json`` prints.
        found: Whether there is anything in it.
        show: Prints it for a person.
        sheets: Gives it as tables, for CSV, XLSX and Markdown.
        charts: Gives what can be drawn of it, for the report and for SVG.
        json: Print JSON.
        csv: Print CSV, the first table.
        output: Write to this file, in the form that its ending names.

    Raises:
        UsageError: Two forms are asked for at once, or the file's ending names none.
    """
    if json and csv:
        raise UsageError("--json and --csv cannot both be printed.", "Choose one, or use -o FILE.")
    if output is not None:
        write(output, answer, sheets, charts)
    if json:
        terminal.write_json(answer)
    elif csv and sheets is not None:
        from papersearch.export.sheet import as_csv

        terminal.write_bytes(as_csv(sheets()[0]).encode("utf-8"))
    elif output is None:
        show()
    if not found:
        raise typer.Exit(int(ExitStatus.NOTHING_FOUND))


def write(
    path: Path,
    answer: Any,
    sheets: Callable[[], list[Sheet]] | None,
    charts: Callable[[], list[Chart]] | None = None,
) -> None:
    """Write *answer* to *path* in the form that its ending names, and say so on stderr."""
    from papersearch.export import FORMATS, REPORTS, format_of, write_sheets
    from papersearch.export.write import write_text

    form = format_of(path, None, "json", (*FORMATS, *REPORTS))
    try:
        if form in ("json", "jsonl"):
            from papersearch.record import to_json

            write_text(path, to_json(answer) + "\n")
        elif form == "svg":
            write_text(path, _svg(charts))
        elif form == "html":
            from papersearch.cli.report_view import report_of

            drawn = charts() if charts else []
            write_text(path, report_of(answer, sheets() if sheets else [], drawn, terminal.index()))
        elif sheets is not None:
            made = sheets()
            write_sheets(path, form, with_links(made) if form == "xlsx" else made)
    except OSError as error:
        raise PapersearchError(
            f"{path} cannot be written: {error.strerror or error}.",
            "Name a file in a folder that is there and that you may write to.",
        ) from error
    terminal.say(f"Written: {path}")


def _svg(charts: Callable[[], list[Chart]] | None) -> str:
    from papersearch.export.chart import Chart, document

    drawn = charts() if charts else []
    if not drawn:
        raise UsageError(
            "There is no chart to draw: no levels on a named scale are in this answer.",
            "Write a report (.html) or a table (.xlsx, .csv, .md) instead.",
        )
    panels = tuple(panel for chart in drawn for panel in chart.panels)
    return document(Chart(title=drawn[0].title, panels=panels))


def with_links(sheets: list[Sheet]) -> list[Sheet]:
    """Return *sheets* with links to those files of the archive that are where they were read."""
    import papersearch
    from papersearch.export.sheet import linked

    with papersearch.OpenArchive(terminal.index(), create=False) as archive:
        rows = archive.catalogue.connection.execute(
            "SELECT p.paper_id, f.path, f.root FROM papers p JOIN files f ON f.id = p.file "
            "ORDER BY p.id"
        ).fetchall()
    by_paper = {paper: (path, root) for paper, path, root in rows}
    by_path = {path: (path, root) for _, path, root in reversed(rows)}
    known: dict[tuple[str, str], str | None] = {}

    def address(file: str, paper: str | None) -> str | None:
        place = by_paper.get(paper or "") or by_path.get(file)
        if place is None or place[0] != file:
            return None
        if place not in known:
            full = Path(place[1], place[0]).absolute()
            known[place] = full.as_uri() if full.is_file() else None
        return known[place]

    return [linked(sheet, address) for sheet in sheets]
