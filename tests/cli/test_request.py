"""``foi request``: letter, questions, outcome."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run

LETTER = "Dear all,\n\n1. Please provide papers on car parking.\n2. The annual plan for beds.\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, encoding="utf-8")
    return file


def test_a_letter_gives_questions_to_edit_and_they_give_a_schedule(
    run: Run, letter: Path, tmp_path: Path
) -> None:
    questions, workbook = tmp_path / "q.toml", tmp_path / "s.xlsx"
    done = run("foi", "request", str(letter), "--questions", str(questions))
    assert done.exit_code == 0, done.output
    assert "searched for: car parking" in done.stdout
    done = run("foi", "request", str(questions), "-o", str(workbook))
    assert (done.exit_code, done.stdout) == (0, ""), done.output
    book = openpyxl.load_workbook(workbook)
    assert book.sheetnames == ["schedule", "search terms", "what was searched"]
    heads = [cell.value for cell in book["schedule"][1]]
    assert {"marking", "reason", "release", "exemption_applied", "officer_notes"} <= set(heads)
    assert "FOI officer review" in str(list(book["schedule"].values)[-1][0])


def test_a_letter_may_be_run_at_once(run: Run, letter: Path) -> None:
    text = " ".join(run("foi", "request", str(letter)).stdout.split())
    assert "Search terms" in text
    assert "Annual plan 2022/23" in text
    assert "What was searched" in text
    assert "For FOI officer review" in text
    found = json.loads(run("foi", "request", str(letter), "--json").stdout)
    assert found["schema"] == "papersearch.request/1"
    assert found["terms"][0]["question"]["search"] == "car parking"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["foi", "request"], "Which letter"),
        (["foi", "request", "none.txt"], "does not exist"),
        (["foi", "due", "--questions", "q.toml"], "goes with request"),
    ],
)
def test_wrong_use_is_told(run: Run, arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr


def test_a_letter_that_asks_for_nothing_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear all,\n\nMany thanks for the tea.\n")
    done = run("foi", "request", str(file))
    assert done.exit_code == 2
    assert "No question was found in letter.txt" in done.stderr
