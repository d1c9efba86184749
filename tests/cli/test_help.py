"""Help: fast, at 80 columns, with examples that are real commands."""

import re
import shlex
import subprocess
import sys

import pytest
from typer.main import get_command

from papersearch.cli.app import app
from papersearch.cli.commands import COMMANDS
from tests.cli.conftest import Run

PRINTS_NO_TABLE = {
    "ingest", "status", "show", "read", "forget", "verify", "doctor", "export", "purge", "backup",
    "restore", "report",
}  # fmt: skip


def test_the_overview_needs_neither_typer_nor_rich_nor_msgspec() -> None:
    code = (
        "import sys\n"
        "from papersearch.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit as end:\n    assert end.code == 0\n"
        "names = 'typer rich msgspec numpy spacy torch faiss'.split()\n"
        "heavy = set(names) & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    for entry in COMMANDS:
        assert f"  {entry.name} " in done.stdout


@pytest.mark.parametrize("command", [entry.name for entry in COMMANDS])
def test_each_command_has_examples_that_parse(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    examples = [line.strip() for line in lines if line.startswith("  papersearch ")]
    assert examples, done.stdout
    group = get_command(app)
    for example in examples:
        words = shlex.split(re.split(r"\s[>|<]\s", example)[0])
        assert words[:2] == ["papersearch", command], example
        context = group.make_context("papersearch", words[1:])  # type: ignore[attr-defined]
        found = group.get_command(context, command)  # type: ignore[attr-defined]
        found.make_context(command, words[2:], parent=context)


def test_a_command_whose_module_is_imported_already_is_helped_the_same() -> None:
    """As where another module of the program imports it first."""
    code = (
        "import papersearch.cli.commands.show\n"
        "from papersearch.cli.main import main\n"
        "main(['show', '--help'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert "Examples:\n  papersearch show" in done.stdout


@pytest.mark.parametrize("command", [entry.name for entry in COMMANDS])
def test_each_command_that_prints_data_prints_json(run: Run, command: str) -> None:
    text = run(command, "--help").stdout
    if command == "export":
        assert "--format" in text
    elif command == "report":
        assert ".html" in text
    else:
        assert "--json" in text
    if command not in PRINTS_NO_TABLE:
        assert "--csv" in text
        assert "--output" in text


@pytest.mark.parametrize("entry", COMMANDS, ids=[entry.name for entry in COMMANDS])
def test_the_overviews_line_is_the_commands_own(run: Run, entry: object) -> None:
    name, summary = entry.name, entry.summary  # type: ignore[attr-defined]
    assert " ".join(run(name, "--help").stdout.split("\n\n")[1].split()) == summary


def test_help_is_the_same_from_typer_as_from_the_quick_way(run: Run) -> None:
    from papersearch.cli.help import overview

    assert run("--help").stdout.strip() == overview().strip()
