"""A pager for what is longer than the screen, where a person looks on."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from typing import TYPE_CHECKING

from papersearch.cli import terminal

if TYPE_CHECKING:
    from rich.console import RenderableType


def show(renderables: Sequence[RenderableType], paged: bool = True) -> None:
    """Print to stdout; through ``$PAGER`` (or less) where that is a terminal too short for it."""
    console = terminal.out()
    command = _command() if paged and console.is_terminal and not terminal.plain() else None
    if command is None:
        terminal.show(*renderables)
        return
    with console.capture() as captured:
        console.print(*renderables, sep="\n")
    words = captured.get()
    if words.count("\n") < console.height:
        terminal.write(words)
        return
    environment = {"LESS": "FRX", **os.environ}
    try:
        subprocess.run(  # noqa: S603 - the user's own pager
            command, input=words.encode("utf-8", "replace"), env=environment, check=False
        )
    except OSError:
        terminal.write(words)


def _command() -> list[str] | None:
    """Return the pager to run, ``None`` where there is none or the user wants none."""
    chosen = os.environ.get("PAPERSEARCH_PAGER", os.environ.get("PAGER"))
    if chosen is None:
        less = shutil.which("less")
        return [less] if less else None
    try:
        words = shlex.split(chosen)
    except ValueError:
        return None
    return words if words and words != ["cat"] and shutil.which(words[0]) else None
