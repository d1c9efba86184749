"""Help texts: plain words at the width of the terminal, examples as they are typed."""

from __future__ import annotations

import os
import shutil
import textwrap
from collections.abc import Iterable, Sequence

from papersearch.cli.commands import COMMANDS

MOST_COLUMNS = 100
INTRODUCTION = (
    "Answers from past Board papers, with the page to prove it. Papers are read on this machine; "
    "nothing leaves it."
)
GENERAL_OPTIONS = (
    ("--color WHEN", "auto, always or never (also: NO_COLOR=1)."),
    ("--plain", "No colour, no lines, no columns; for screen readers."),
    ("--version", "Print the version."),
    ("--install-completion", "Complete commands in your shell with the tab key."),
    ("-h, --help", "Show this; `papersearch COMMAND --help` has examples."),
)


def columns() -> int:
    """Return how wide help may be: the terminal's width, at most 100, 80 where it is unknown."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, MOST_COLUMNS))


def overview() -> str:
    """Return what ``papersearch --help`` prints."""
    width = columns()
    lines = ["Usage: papersearch COMMAND [OPTIONS]", "", *wrapped(INTRODUCTION, width), ""]
    groups: dict[str, list[tuple[str, str]]] = {}
    for entry in COMMANDS:
        groups.setdefault(entry.group, []).append((entry.name, entry.summary))
    for group, rows in groups.items():
        lines += [f"{group}:", *definitions(rows, width, first=13), ""]
    lines += ["Options:", *definitions(GENERAL_OPTIONS, width), ""]
    lines += ["Start with:", "  papersearch ingest FOLDER", '  papersearch search "a question"']
    return "\n".join(lines) + "\n"


def wrapped(text: str, width: int, indent: int = 0) -> list[str]:
    """Return *text* in lines of *width*."""
    space = " " * indent
    return textwrap.wrap(text, width, initial_indent=space, subsequent_indent=space)


def definitions(rows: Iterable[tuple[str, str]], width: int, first: int | None = None) -> list[str]:
    """Return terms and their explanations in two columns; a long term has a line of its own."""
    rows = list(rows)
    if first is None:
        first = max((len(term) for term, _ in rows if len(term) <= 24), default=20) + 2
    lines: list[str] = []
    for term, words in rows:
        explained = textwrap.wrap(words, max(width - first - 2, 20)) or [""]
        head = f"  {term}"
        if len(term) + 1 > first:
            lines.append(head)
        else:
            lines.append(f"{head:<{first + 2}}{explained.pop(0)}".rstrip())
        lines += [" " * (first + 2) + line for line in explained]
    return lines


def command_help(
    usage: str,
    text: str,
    arguments: Sequence[tuple[str, str]],
    options: Sequence[tuple[str, str]],
) -> str:
    """Return the help of one command: what it does, examples, arguments, options.

    *text* is the docstring; lines under "Examples:" are printed as they are.
    """
    width = columns()
    words, _, examples = text.partition("Examples:")
    lines = textwrap.wrap(f"Usage: {usage}", width, subsequent_indent=" " * 4)
    for paragraph in words.strip().split("\n\n"):
        lines += ["", *wrapped(" ".join(paragraph.split()), width)]
    if examples.strip():
        lines += ["", "Examples:"]
        lines += [f"  {line}" for line in textwrap.dedent(examples).strip().splitlines()]
    for heading, rows in (("Arguments", arguments), ("Options", options)):
        if rows:
            lines += ["", f"{heading}:", *definitions(rows, width)]
    return "\n".join(lines) + "\n"


def is_overview(arguments: Sequence[str]) -> bool:
    """Return whether *arguments* ask for nothing but the overview."""
    return not [a for a in os.environ if a == "_PAPERSEARCH_COMPLETE"] and (
        not arguments or list(arguments) in (["--help"], ["-h"], ["help"])
    )
