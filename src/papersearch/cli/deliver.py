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


def deliver(
    answer: Any,
    *,
    found: bool,
    show: Callable[[], None],
    sheets: Callable[[], list[Sheet]] | None = None,
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
        json: Print JSON.
        csv: Print CSV, the first table.
        output: Write to this file, in the form that its ending names.

    Raises:
        UsageError: Two forms are asked for at once, or the file's ending names none.
    """
    if json and csv:
        raise UsageError("--json and --csv cannot both be printed.", "Choose one, or use -o FILE.")
    if output is not None:
        write(output, answer, sheets)
    if json:
        terminal.write_json(answer)
    elif csv and sheets is not None:
        from papersearch.export.sheet import as_csv

        terminal.write_bytes(as_csv(sheets()[0]).encode("utf-8"))
    elif output is None:
        show()
    if not found:
        raise typer.Exit(int(ExitStatus.NOTHING_FOUND))


def write(path: Path, answer: Any, sheets: Callable[[], list[Sheet]] | None) -> None:
    """Write *answer* to *path* in the form that its ending names, and say so on stderr."""
    from papersearch.export import format_of, write_sheets
    from papersearch.export.write import write_text

    form = format_of(path, None, "json")
    try:
        if form in ("json", "jsonl"):
            from papersearch.record import to_json

            write_text(path, to_json(answer) + "\n")
        elif sheets is not None:
            write_sheets(path, form, sheets())
    except OSError as error:
        raise PapersearchError(
            f"{path} cannot be written: {error.strerror or error}.",
            "Name a file in a folder that is there and that you may write to.",
        ) from error
    terminal.say(f"Written: {path}")
