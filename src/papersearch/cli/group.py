"""How every command ends: with an answer, or with words and an exit status, never a traceback."""

from __future__ import annotations

import difflib
import importlib
import os
import sys
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info

from papersearch.cli import help as texts
from papersearch.cli import terminal
from papersearch.cli.commands import BY_NAME, COMMANDS
from papersearch.errors import ExitStatus, PapersearchError


class Command(TyperCommand):
    """A command whose help shows examples as they are typed."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        usage = [ctx.command_path]
        for param in self.get_params(ctx):
            if not getattr(param, "hidden", False):
                rows[param.param_type_name].append(_help_row(param))
            if param.param_type_name == "argument":
                usage.append(_argument_name(param))
        return texts.command_help(
            f"{' '.join(usage)} [OPTIONS]", self.help or "", rows["argument"], rows["option"]
        ).rstrip()


def _argument_name(param: Any) -> str:
    name = param.metavar or param.name.upper()
    return name if param.required or name.startswith("[") else f"[{name}]"


def _help_row(param: Any) -> tuple[str, str]:
    """Return how an argument or option is written, and what it does."""
    words = param.help or "Show this message and exit."
    if param.param_type_name == "argument":
        return _argument_name(param), words
    takes_value = not param.is_flag and not param.count
    value = f" {param.metavar or _VALUES.get(param.bare_type(), 'WORD')}" if takes_value else ""
    names = ", ".join(sorted(param.opts, key=len)) + value
    if param.secondary_opts:
        names += f" / {', '.join(param.secondary_opts)}"
    default = param.default
    if takes_value and isinstance(default, int | float | str | Path) and not callable(default):
        shown = f"{default:g}" if isinstance(default, float) else str(default)
        words += f" (default: {shown})" if shown else ""
    return names, words


_VALUES = {"int": "N", "float": "N", "Path": "PATH"}


def general_first(arguments: list[str]) -> list[str]:
    """Return *arguments* with --plain and --color before the command, wherever they were typed."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    general: list[str] = []
    rest: list[str] = []
    words = iter(arguments[:end])
    for word in words:
        if word == "--plain" or word.startswith(("--color=", "--colour=")):
            general.append(word)
        elif word in ("--color", "--colour"):
            general += [word, *[value for value in [next(words, None)] if value is not None]]
        else:
            rest.append(word)
    return [*general, *rest, *arguments[end:]]


class Commands(TyperGroup):
    """The program: commands are loaded by name, errors become a sentence, a remedy, a status."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the base's signature
        """Return the commands in the order in which users meet them."""
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Return a command, its module imported now if it was not yet."""
        entry = BY_NAME.get(cmd_name)
        if entry is None:
            return None
        # A module that something else imported has registered its command in typer's own class.
        if not isinstance(self.commands.get(cmd_name), Command):
            from papersearch.cli.app import app

            importlib.import_module(entry.module)
            info = next(
                info for info in app.registered_commands
                if info.callback is not None and (info.name or info.callback.__name__) == cmd_name
            )  # fmt: skip
            info.cls = Command
            self.commands[cmd_name] = get_command_from_info(
                info, pretty_exceptions_short=False, rich_markup_mode=None
            )
        return self.commands[cmd_name]

    def get_help(self, ctx: Any) -> str:  # noqa: ARG002
        """Return the overview."""
        return texts.overview().rstrip()

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or say which one may have been meant."""
        if args and not args[0].startswith("-") and args[0] not in BY_NAME:
            name = terminal.one_line(args[0])
            close = difflib.get_close_matches(args[0].lower(), BY_NAME, n=1)
            hint = (
                f"Did you mean: papersearch {close[0]}"
                if close
                else f'To search for it: papersearch search "{name}". All commands: --help'
            )
            raise PapersearchError(f"There is no command '{name}'.", hint)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program; ends in ``SystemExit`` with a status of the table in the README."""
        kwargs["standalone_mode"] = False
        given = kwargs.get("args")
        kwargs["args"] = general_first(sys.argv[1:] if given is None else list(given))
        terminal.remember(kwargs["args"])
        status = int(ExitStatus.OK)
        try:
            result = super().main(*args, **kwargs)
            status = result if isinstance(result, int) else status
            terminal.flush()
        except PapersearchError as error:
            status = _tell(error.message, error.remedy, int(error.exit_status))
        except (KeyboardInterrupt, typer.Abort):
            message = "stopped. What was finished is kept; the same command carries on."
            status = _tell(message, None, int(ExitStatus.INTERRUPTED))
        except BrokenPipeError:
            status = int(ExitStatus.OK)  # whoever read our output (head, less) had enough
        except Exception as error:
            if hasattr(error, "format_message"):
                status = _tell(*_wrong_use(error), int(ExitStatus.ERROR))
            elif os.environ.get("PAPERSEARCH_DEBUG"):
                raise
            else:
                status = _tell(*_other(error), int(ExitStatus.ERROR))
        terminal.leave(status)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; ctrl-C and a closed pipe are told apart before typer ends on them."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise typer.Abort from error
        except BrokenPipeError as error:
            raise typer.Exit(int(ExitStatus.OK)) from error


def _tell(message: str, remedy: str | None, status: int) -> int:
    try:
        terminal.say(f"papersearch: {message}")
        if remedy:
            terminal.say(f"  {remedy}")
    except BrokenPipeError:
        return status
    return status


def _wrong_use(error: Any) -> tuple[str, str | None]:
    """Return what was wrong with the options, and where help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "papersearch"
    see = f"See: {path} --help"
    option = getattr(error, "option_name", None)
    if hasattr(error, "possibilities") and option:
        known = [o for p in context.command.params for o in p.opts] if context else []
        close = difflib.get_close_matches(option, known, n=1)
        near = f"Did you mean {close[0]}? " if close else ""
        return f"There is no option {option} here.", near + see
    return " ".join(str(error.format_message()).split()), see


def _other(error: Exception) -> tuple[str, str | None]:
    """Return what to say of an error that no room named: the machine's, or a defect of ours."""
    if isinstance(error, OSError) and error.strerror:
        where = f" ({error.filename})" if error.filename else ""
        return f"{error.strerror}{where}.", "Check the path, its permissions and the disk's space."
    if isinstance(error, MemoryError) or "bad_alloc" in str(error):  # as C++ says it
        return (
            "There is not enough memory.",
            "Close other programs, give fewer --workers, or lift this shell's limit (ulimit -v).",
        )
    if type(error).__module__ == "sqlite3":
        from papersearch.archive.trouble import of_sqlite

        told = of_sqlite(error)  # type: ignore[arg-type]
        return told.message, told.remedy
    return (
        f"this is a defect of papersearch: {type(error).__name__}: {error}",
        "Please report it. PAPERSEARCH_DEBUG=1 shows where it happened.",
    )
