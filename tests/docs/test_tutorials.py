"""The tutorials: every command runs, and answers as the page says."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from papersearch.cli import terminal
from papersearch.cli.app import app

ROOT = Path(__file__).parents[2]
TUTORIALS = sorted((ROOT / "docs" / "tutorials").glob("*.md"))
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
# What a tutorial shows between commands, under the name by which it is then used.
FILES = {("csv", "auditor"): "register.csv", ("text", "foi-officer"): "letter.txt"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpus beside an archive of its first body."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "corpus").symlink_to(ROOT / "corpus")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("PAPERSEARCH_INDEX", raising=False)
        done = run("papersearch ingest corpus/harrowmere")
    assert "48 papers" in done, done
    return folder


def run(command: str) -> str:
    terminal.configure()
    done = CliRunner().invoke(app, shlex.split(command)[1:], prog_name="papersearch")
    assert done.exit_code == 0, f"{command}\n{done.output}"
    return done.stdout + done.stderr


def commands(body: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a block with the lines that it should print."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown.splitlines()


def fits(shown: list[str], printed: list[str]) -> str | None:
    """Return what is missing: the first line shown that is not printed in its turn.

    A line "..." stands for any number of lines, "..." at a line's end for the rest of it.
    """
    at, free = 0, False
    for line in shown:
        if line == "...":
            free = True
            continue
        wanted = line.removesuffix("...") if line.endswith("...") else line
        whole = wanted == line
        left = printed[at:] if free else printed[at : at + 1]
        step = next(
            (n for n, text in enumerate(left)
             if (text == wanted if whole else text.startswith(wanted))),
            None,
        )  # fmt: skip
        if step is None:
            return line
        at, free = at + step + 1, False
    return None if free or at >= len(printed) else f"(more was printed: {printed[at]})"


def test_lines_left_out_are_told_apart_from_lines_that_differ() -> None:
    printed = ["a", "b", "c d"]
    assert fits(["a", "...", "c ..."], printed) is None
    assert fits(["...", "c d"], printed) is None
    assert fits(["a", "c d"], printed) == "c d"
    assert fits(["a"], printed) == "(more was printed: b)"
    assert fits(["...", "x", "..."], printed) == "x"


@pytest.mark.parametrize("page", TUTORIALS, ids=[page.stem for page in TUTORIALS])
def test_each_command_answers_as_the_page_says(
    page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("PAPERSEARCH_INDEX", raising=False)
    ran = 0
    for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        name = FILES.get((block["kind"], page.stem))
        if name is not None:
            Path(name).write_text(block["body"], encoding="utf-8")
        if block["kind"] != "console":
            continue
        for command, shown in commands(block["body"]):
            if command.startswith("papersearch ingest"):
                continue  # the archive is made once, for all pages
            output = [line.rstrip() for line in run(command).splitlines()]
            missing = fits(shown, output)
            assert missing is None, f"{command}\n{missing}\n---\n" + "\n".join(output)
            ran += 1
    assert ran >= 5


def test_there_is_a_page_for_each_desk() -> None:
    assert [page.stem for page in TUTORIALS] == ["auditor", "company-secretary", "foi-officer"]
