"""What reaches the terminal: no command or markup of a document's, no colour unasked."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from papersearch.cli import terminal
from papersearch.cli.group import general_first
from tests.cli.conftest import Run

Program = Callable[..., "subprocess.CompletedProcess[bytes]"]
SHOWING = [
    ["papers"], ["show", "cccc"], ["show", "cccc", "--why"], ["status", "--all"], ["appetite"],
    ["appetite", "--all"], ["commitments"], ["commitments", "--ticks"],
    ["commitments", "--kind", "action"], ["foi"], ["foi", "due", "--all"], ["foi", "check"],
    ["foi", "precedent", "submarine", "--all"], ["actions"], ["cover"], ["search", "submarine"],
    ["diff", "bbbb", "cccc"], ["export"], ["export", "--format", "md"],
    ["export", "--format", "csv"], ["papers", "--json"], ["foi", "--json"], ["foi", "--csv"],
    ["appetite", "--csv"], ["search", "submarine", "--csv"],
]  # fmt: skip
CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)


@pytest.mark.parametrize("arguments", SHOWING, ids=" ".join)
@pytest.mark.parametrize("plain", [False, True])
def test_no_control_of_a_document_reaches_the_terminal(
    run: Run, arguments: list[str], plain: bool
) -> None:
    done = run(*(["--plain"] if plain else []), *arguments)
    assert done.exit_code == 0, done.output
    assert not CONTROLS.search(done.output)


@pytest.mark.parametrize(
    "arguments", [["show", "cccc"], ["foi"], ["actions"], ["papers"], ["search", "submarine"]]
)
def test_markup_of_a_document_is_shown_as_it_is(run: Run, arguments: list[str]) -> None:
    text = " ".join(run(*arguments).stdout.split())
    assert "[red]markup[/red]" in text
    assert "[link=http://x]x[/link]" in text


@pytest.mark.parametrize("arguments", SHOWING[:17], ids=" ".join)
@pytest.mark.parametrize("columns", ["80", "120"])
def test_lines_keep_to_the_width(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = run(*arguments).stdout.splitlines()
    assert max(map(len, lines)) <= int(columns)
    assert not [line for line in lines if line != line.rstrip()]


def test_plain_has_no_lines_and_names_every_cell(run: Run) -> None:
    text = run("--plain", "show", "aaaa000000000001").stdout
    assert "Commitment: Improve staff retention" in text
    assert "Tick: ticked" in text
    assert "Tick: not ticked" in text
    assert not re.search("[\u2500-\u257f]", text)
    assert run("show", "aaaa000000000001", "--plain").stdout == text


def test_no_cell_is_a_formula(run: Run) -> None:
    import csv
    import io

    for arguments in (["papers", "--csv"], ["foi", "--csv"], ["export", "--format", "csv"]):
        for row in csv.reader(io.StringIO(run(*arguments).stdout)):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_general_options_may_stand_anywhere() -> None:
    assert general_first(["search", "x", "--plain"]) == ["--plain", "search", "x"]
    assert general_first(["search", "--color", "never", "x"]) == ["--color", "never", "search", "x"]
    assert general_first(["search", "--", "--plain"]) == ["search", "--", "--plain"]
    assert general_first(["search", "--color"]) == ["--color", "search"]


def test_clean_takes_out_what_a_terminal_obeys_and_nothing_else() -> None:
    assert terminal.one_line("a\x1b[31mb\x9b2Jc\u202ed\r\n\te") == "a[31mb2Jcd e"
    assert terminal.one_line("caf\u00e9 \u00a31.2m \u2713 \u2013 \u201cquoted\u201d") == (
        "caf\u00e9 \u00a31.2m \u2713 \u2013 \u201cquoted\u201d"
    )


def test_colour_only_where_it_is_wanted(program: Program) -> None:
    assert b"\x1b" not in program("appetite").stdout
    assert b"\x1b[" in program("appetite", "--color", "always", TERM="xterm-256color").stdout
    coloured = program("appetite", "--color", "always", TERM="xterm-256color", NO_COLOR="1").stdout
    assert not re.search(rb"\x1b\[[0-9;]*3[0-7]m", coloured)
    assert b"\x1b" not in program("appetite", "--color", "never").stdout
    assert b"\x1b" not in program("--plain", "appetite", "--color", "always").stdout


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_an_old_code_page_is_no_error(program: Program, encoding: str) -> None:
    for command in (["show", "aaaa000000000001"], ["papers"], ["foi"], ["--help"]):
        done = program(*command, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert done.returncode == 0, done.stderr
        assert b"Traceback" not in done.stderr
        done.stdout.decode(encoding)


def test_a_reader_that_goes_away_is_no_error(shelf: Path) -> None:
    command = f"{sys.executable} -m papersearch.cli.main export | head -c 1"
    for _ in range(3):
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {command}"],
            capture_output=True, timeout=60, check=False,
            env={**os.environ, "PAPERSEARCH_INDEX": str(shelf)},
        )  # fmt: skip
        assert done.returncode == 0
        assert done.stderr == b""


def test_control_c_has_its_own_status_and_no_traceback(shelf: Path, tmp_path: Path) -> None:
    fifo = tmp_path / "questions"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        ["bash", "-c", f'exec "$0" -m papersearch.cli.main search - --mode lexical <> "{fifo}"',
         sys.executable],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PAPERSEARCH_INDEX": str(shelf)},
    )  # fmt: skip
    fifo.write_text("beds\n", encoding="utf-8")
    assert process.stdout is not None
    assert process.stdout.readline()  # it has answered, and waits for the next question
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130
    assert b"stopped" in said
    assert b"Traceback" not in said


def test_a_defect_is_told_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("papersearch.api.OpenArchive.papers", broken)
    done = run("papers")
    assert done.exit_code == 2
    assert "this is a defect of papersearch: RuntimeError: boom" in done.stderr
    assert "Traceback" not in done.output
