"""``papersearch report``: any answer as one HTML file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from papersearch.cli.app import app
from papersearch.errors import UsageError

ANSWERS = ("appetite", "commitments", "foi", "actions", "cover", "search", "diff")


@app.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": ["-h", "--help"]}
)
def report(
    command: Annotated[
        list[str],
        typer.Argument(
            help="A command that answers, with its words and options.", metavar="COMMAND..."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Name of the file (default: from the question)."
        ),
    ] = None,
) -> None:
    """Write an answer as one HTML file, with pictures of the pages.

    The file needs nothing else: it opens offline, prints to A4, can be used by
    keyboard and heard, and follows the reader's light or dark. It names the
    command, the version, the fingerprints of archive and model, and every file
    by its hash. The same archive and question give the same file.

    COMMAND is appetite, commitments, foi, actions, cover, search or diff. The
    same file comes of `papersearch COMMAND ... -o FILE.html`.

    Examples:
      papersearch report appetite patient safety
      papersearch report foi due --as-of 2024-04-01 -o due.html
      papersearch report commitments length of stay -o stay.html
    """
    from papersearch.cli import terminal
    from papersearch.cli.group import general_first

    name = command[0]
    if name not in ANSWERS:
        raise UsageError(
            f"'{terminal.one_line(name)}' gives no answer to report.", f"Use {', '.join(ANSWERS)}."
        )
    if "--json" in command or "--csv" in command:
        raise UsageError("A report is HTML.", "Leave out --json and --csv.")
    file = output or Path(_file_name(command))
    words = [*command, "-o", str(file)]
    if file.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"{file} is no name for a report.", "Let it end in .html.")
    terminal.remember(words)
    group = typer.main.get_command(app)
    group.main(args=general_first(words), prog_name="papersearch")


def _file_name(command: list[str]) -> str:
    """Return a file's name made of the command's words: "appetite-patient-safety.html"."""
    words = [re.sub(r"[^A-Za-z0-9]+", "-", word).strip("-") for word in command]
    return "-".join(word.lower() for word in words if word)[:80].rstrip("-") + ".html"
