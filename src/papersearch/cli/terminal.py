"""The one place that writes to the terminal.

stdout carries answers, stderr messages and progress. Text of documents and
names of files are shown as they are, never as markup, and without any
character that a terminal could take for a command.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

ColourChoice = Literal["auto", "always", "never"]

# ECMA-48 controls (C0, DEL, C1) and the characters that turn writing direction or hide.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_state: dict[str, Any] = {"colour": "auto", "plain": False, "typed": (), "index": None}


def clean(text: str) -> str:
    """Return *text* without terminal controls; tabs and line ends stay."""
    return _UNSAFE.sub("", text)


def one_line(text: str | None) -> str:
    """Return *text* cleaned and on one line."""
    return " ".join(clean(text or "").split())


def configure(colour: ColourChoice = "auto", plain: bool = False) -> None:
    """Set how the consoles behave; called once, before anything is printed.

    A terminal that cannot show a character gets a question mark, not an error
    (Windows consoles in an old code page).
    """
    _state.update(colour=colour, plain=plain)
    # A shell may start us with a stream shut (">&-"): what is said there goes nowhere.
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    out.cache_clear()
    err.cache_clear()


def remember(arguments: list[str]) -> None:
    """Keep what the user typed, for those answers that name the command that made them."""
    _state["typed"] = tuple(arguments)


def typed() -> tuple[str, ...]:
    """Return what the user typed after the program's name."""
    return tuple(_state["typed"])


def remember_index(folder: Path) -> Path:
    """Keep which archive the command opens; return it (a callback of the option)."""
    _state["index"] = folder
    return folder


def index() -> Path:
    """Return the folder of the archive that the command opens."""
    return Path(_state["index"])


def _console(stderr: bool) -> Console:
    from rich.console import Console

    colour, plain = _state["colour"], _state["plain"]
    stream = sys.stderr if stderr else sys.stdout
    interactive = stream.isatty()
    width = None
    if not interactive and "COLUMNS" not in os.environ:
        width = 100
    return Console(
        stderr=stderr,
        width=width,
        no_color=True if colour == "never" or plain else None,
        force_terminal=True if colour == "always" and not plain else None,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        legacy_windows=False,
    )


@cache
def out() -> Console:
    """Return the console on stdout."""
    return _console(stderr=False)


@cache
def err() -> Console:
    """Return the console on stderr."""
    return _console(stderr=True)


def plain() -> bool:
    """Return whether the user asked for linear output without boxes, signs and colour."""
    return bool(_state["plain"])


def links() -> bool:
    """Return whether stdout is a terminal that can make words into links."""
    return out().is_terminal and not out().is_dumb_terminal and not plain()


def say(message: str) -> None:
    """Write one message to stderr, as one line whose breaks the terminal makes."""
    sys.stderr.write(one_line_keeping_indent(message) + "\n")
    sys.stderr.flush()


def one_line_keeping_indent(message: str) -> str:
    """Return *message* cleaned, on one line, its indent kept."""
    indent = len(message) - len(message.lstrip(" "))
    return " " * indent + one_line(message)


def write(words: str) -> None:
    """Write *words* of our own (help, version) to stdout as they are."""
    sys.stdout.write(words)


def flush() -> None:
    """Hand over to the reader of stdout what is still held back."""
    sys.stdout.flush()


def leave(status: int) -> NoReturn:
    """End the program; a reader of stdout that has gone is no error."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            # Nothing may be left to flush when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(status)


def text(words: str | None, style: str | None = None) -> Text:
    """Return *words* as rich text that is never read as markup."""
    from rich.text import Text

    return Text(clean(words or ""), style=style or "")


def show(*renderables: RenderableType) -> None:
    """Print to stdout; into a file or a pipe without the blanks that fill lines up."""
    console = out()
    for renderable in renderables:
        if console.is_terminal:
            console.print(renderable)
            continue
        with console.capture() as captured:
            console.print(renderable)
        sys.stdout.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def write_json(value: Any) -> None:
    """Write *value* as one line of JSON to stdout, safe to look at in a terminal."""
    from papersearch.record import to_json

    write_bytes(escaped(to_json(value)).encode("utf-8", "replace") + b"\n")


def escaped(json: str) -> str:
    """Return JSON text with every character that a terminal could obey as a JSON escape."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", json)


def write_bytes(data: bytes) -> None:
    """Write *data* to stdout."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def ticked_word(ticked: bool | None) -> str:
    """Return a tick in words, for those who hear the screen or see no colour."""
    return {True: "ticked", False: "not ticked", None: "cannot tell"}[ticked]
