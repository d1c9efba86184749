"""Options that several commands share, so that they read the same everywhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from papersearch.cli import terminal
from papersearch.errors import UsageError

Index = Annotated[
    Path,
    typer.Option(
        "--index",
        envvar="PAPERSEARCH_INDEX",
        metavar="DIR",
        callback=terminal.remember_index,
        help="Folder of the archive; or set PAPERSEARCH_INDEX.",
    ),
]
DEFAULT_INDEX = Path("indexes")

Json = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else, on stdout.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV on stdout.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE instead: .html (a report), .xlsx, .csv, .md or .json.",
    ),
]
TitleWords = Annotated[
    list[str] | None, typer.Argument(help="Words of the title or file name.", metavar="[WORDS]...")
]
Committee = Annotated[
    str | None, typer.Option(help="Words of the meeting's name.", metavar="WORDS")
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        help="Kind of paper: paper, minutes, action_log, risk_register, strategy, policy, ...",
    ),
]
Tag = Annotated[
    list[str] | None,
    typer.Option(
        help="Only papers with this tag: exemption:s.43, appetite:open, has:commitment; "
        "several: all of them."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="The day to judge by (default: today).", metavar="DATE"),
]
Since = Annotated[
    str | None,
    typer.Option(help='Meetings on or after: "2023-04-01", "April 2023".', metavar="DATE"),
]
Until = Annotated[str | None, typer.Option(help="Meetings on or before that date.", metavar="DATE")]
Year = Annotated[
    str | None, typer.Option(help='Financial year of the meeting: "2023/24".', metavar="YEAR")
]
Organisation = Annotated[
    str | None,
    typer.Option(
        "--organisation", "--org", metavar="WORDS", help="Words of the organisation's name."
    ),
]
Password = Annotated[
    str | None,
    typer.Option(
        help="Password for encrypted files; or set PAPERSEARCH_PASSWORD.",
        envvar="PAPERSEARCH_PASSWORD",
    ),
]
Ocr = Annotated[
    bool | None,
    typer.Option(
        "--ocr/--no-ocr",
        help="Read pictures of pages (default: where the extra 'ocr' is installed).",
    ),
]
IncludeHidden = Annotated[
    bool, typer.Option("--include-hidden", help="Also read text that the page does not show.")
]
MaxPages = Annotated[int, typer.Option(help="Refuse files with more pages.", min=1)]
MaxMegabytes = Annotated[
    int, typer.Option("--max-mb", help="Refuse files larger than this many megabytes.", min=1)
]
Timeout = Annotated[float, typer.Option(help="Seconds that one file may take.", min=0.1)]
MaxMemory = Annotated[
    int, typer.Option(help="Megabytes of memory that reading one file may take.", min=256)
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", "-j", help="Files read at once (default: one a core).", min=1),
]


def day_of(typed: str | None) -> date | None:
    """Return the day that a user typed, ``None`` where none was.

    Raises:
        UsageError: It is not understood.
    """
    if typed is None:
        return None
    from papersearch.dates import parse_iso, parse_user_date

    day = parse_iso(parse_user_date(typed, end=True))
    if day is None:
        raise UsageError(f"'{typed}' is not understood as a date.", 'Write "2024-03-31".')
    return day
