"""Answers as HTML reports and SVG charts, from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import HOSTILE, Run
from tests.export.test_report import parsed


@pytest.mark.parametrize(
    "arguments",
    [
        ["appetite"],
        ["appetite", "workforce"],
        ["appetite", "check"],
        ["commitments", "retention"],
        ["commitments", "--ticks"],
        ["foi"],
        ["foi", "due", "--as-of", "2024-04-01"],
        ["foi", "precedent", "car parking"],
        ["actions", "--as-of", "2024-04-01"],
        ["cover"],
        ["search", "staff and beds"],
        ["diff", "aaaa000000000001", "aaaa000000000003"],
    ],
)
def test_every_answer_is_a_report_the_same_each_time(
    run: Run, tmp_path: Path, arguments: list[str]
) -> None:
    one, two = tmp_path / "one.html", tmp_path / "two.html"
    for file in (one, two):
        done = run(*arguments, "-o", str(file))
        assert done.exit_code in (0, 1), done.output
        assert done.stdout == ""
    text = one.read_text(encoding="utf-8")
    if arguments[0] != "search":
        assert one.read_bytes() == two.read_bytes()
    parsed(text)
    assert f"papersearch {' '.join(arguments[:1])}" in text
    assert "fingerprint of the papers it holds" in text
    assert "fake:32" in text
    assert "\x1b" not in text
    assert str(tmp_path) not in text


def test_report_is_the_same_as_the_commands_own(run: Run, tmp_path: Path) -> None:
    one, two = tmp_path / "one.html", tmp_path / "two.html"
    assert run("report", "appetite", "workforce", "-o", str(one)).exit_code == 0
    assert run("appetite", "workforce", "-o", str(two)).exit_code == 0
    assert one.read_bytes() == two.read_bytes()


def test_report_names_its_file_by_the_question(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("report", "foi", "--section", "s.43(2)").exit_code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["foi-section-s-43-2.html"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["report", "ingest", "x"], "no answer to report"),
        (["report", "appetite", "--json"], "A report is HTML"),
        (["report", "appetite", "-o", "x.csv"], "no name for a report"),
        (["report"], "Missing argument"),
        (["foi", "-o", "x.svg"], "no chart to draw"),
    ],
)
def test_wrong_use_is_told(run: Run, arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert words in " ".join(done.stderr.split())


def test_a_chart_alone_is_svg(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "levels.svg"
    assert run("appetite", "-o", str(file)).exit_code == 0
    text = file.read_text(encoding="utf-8")
    parsed(text.split("?>", 1)[1])
    assert "Workforce Risk" in text


def test_quotes_of_hostile_papers_are_text(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.html"
    run("foi", "-o", str(file))
    page = parsed(file.read_text(encoding="utf-8"))
    assert "script" not in [tag for tag, _ in page.tags]
    assert HOSTILE not in file.read_text(encoding="utf-8")
