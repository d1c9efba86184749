"""How every command ends: with an answer, or with words and an exit status, never a traceback."""

from __future__ import annotations

import difflib
import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from papersearch.cli import terminal
from papersearch.errors import ExitStatus, PapersearchError


class Commands(TyperGroup):
    """A command group that turns errors into a sentence, a remedy and a status."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the base's signature
        """Return the commands in the order in which they were registered."""
        return list(self.commands)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or say which one may have been meant."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            name = terminal.one_line(args[0])
            close = difflib.get_close_matches(args[0], self.commands, n=1)
            hint = (
                f"Did you mean '{close[0]}'?"
                if close
                else f'To search for it: papersearch search "{name}". All commands: --help.'
            )
            raise PapersearchError(f"There is no command '{name}'.", hint)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except PapersearchError as error:
            terminal.say(f"papersearch: {error.message}")
            if error.remedy:
                terminal.say(f"  {error.remedy}")
            raise typer.Exit(int(error.exit_status)) from error
        except KeyboardInterrupt as error:
            terminal.say(
                "papersearch: stopped. What was finished is kept; the same command carries on."
            )
            raise typer.Exit(int(ExitStatus.INTERRUPTED)) from error
        except BrokenPipeError as error:
            # Whoever read our output (head, less) has gone; leave nothing to flush at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(int(ExitStatus.OK)) from error
        except Exception as error:
            if isinstance(error, typer.Exit | typer.Abort) or hasattr(error, "format_message"):
                raise
            if os.environ.get("PAPERSEARCH_DEBUG"):
                raise
            terminal.say(
                f"papersearch: this is a defect of papersearch: {type(error).__name__}: {error}"
            )
            terminal.say("  Please report it. PAPERSEARCH_DEBUG=1 shows where it happened.")
            raise typer.Exit(int(ExitStatus.ERROR)) from error
