"""A small archive of records made by hand, and ways to run the program on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from papersearch.archive.work import AgendaEntry
from papersearch.cli import terminal
from papersearch.cli.app import app
from papersearch.record import Meeting, Warning
from tests.shelf import (
    PERSON,
    SECTIONS,
    FakeEmbedder,
    action,
    annual,
    fill,
    foi,
    marking,
    paper,
    passage,
    risk,
)

HOSTILE = (
    "\x1b]0;owned\x07\x1b[31mred\x1b[0m [red]markup[/red] [link=http://x]x[/link] \u202egnp.exe"
)
MINUTE = "The Board approved a change in its appetite for Workforce Risk from Cautious to Open."


def papers() -> list[object]:
    plan = {
        "purpose": ("assurance",),
        "authors": (PERSON,),
        "recommendation": "The Board is asked to note it.",
        "sections": SECTIONS,
    }
    return [
        (
            paper(
                "2022-11-24", "Annual plan 2022/23", id="aaaa000000000001",
                commitments=(annual("Improve staff retention", "2022/23", True),
                             annual("Open the new unit", "2022/23", False)),
                risks=(risk("Workforce Risk", "Cautious"), risk("Clinical Risk", "Minimal")),
                foi=foi("exempt", marking("FOIA s.22", "it is a draft", absolute=False,
                                          scope="This paper", public_interest="not_recorded",
                                          advisories=("rationale_suits_other_provision",))),
                **plan,
            ),
            "paper",
            [passage(1, "The annual plan for staff and beds."),
             passage(2, "Car parking will be bought from one company.")],
        ),
        (
            paper("2023-05-25", "Minutes of the Board", id="bbbb000000000002",
                  commitments=(action("Count the beds twice", "Open", "2023-06-30",
                                      owner="Chief Nurse", reference="23/041"),)),
            "minutes",
            [passage(2, MINUTE)],
        ),
        (
            paper(
                "2023-11-30", "Annual plan 2023/24", id="aaaa000000000003",
                commitments=(annual("Improve staff retention", "2023/24", True),
                             annual("Deliver the financial plan", "2023/24", False)),
                risks=(risk("Workforce Risk", "Open"), risk("Clinical Risk", "Minimal")),
                foi=foi("part_exempt", marking("FOIA s.43(2)", "prices would be known",
                                               absolute=False, scope="Appendix B")),
                **plan,
            ),
            "paper",
            [passage(1, "The annual plan for the next year. Choose an item.")],
        ),
        (
            paper("2024-01-25", HOSTILE, id="cccc000000000004", file="=cmd|' /C calc'!A0.pdf",
                  organisation="Oke [bold]Council[/bold]",
                  meeting=Meeting(body=HOSTILE, date="2024-01-25"),
                  recommendation=HOSTILE,
                  commitments=(annual(HOSTILE, "2024/25", True), action(HOSTILE)),
                  risks=(risk(HOSTILE, HOSTILE, None, statement=HOSTILE),),
                  foi=foi("exempt", marking("FOIA s.43", HOSTILE, scope=HOSTILE)),
                  warnings=(Warning(code="page_without_text", page=2, message=HOSTILE),)),
            "paper",
            [passage(1, f"Hostile words {HOSTILE} about a submarine.")],
        ),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive that tests only read."""
    folder = tmp_path_factory.mktemp("shelf")
    agenda = [
        AgendaEntry(number="6", title="Annual plan", mode=None, page=1),
        AgendaEntry(number="7", title="Oral report", mode="verbal", page=None),
    ]
    fill(folder, papers(), agenda).close()  # type: ignore[arg-type]
    return folder / "index"


@pytest.fixture
def own_shelf(tmp_path: Path) -> Path:
    """The folder of an archive that a test may change."""
    fill(tmp_path, papers()).close()  # type: ignore[arg-type]
    return tmp_path / "index"


Run = Callable[..., Result]


@pytest.fixture
def run(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the archive in this process, with an embedder that needs no model."""
    monkeypatch.setattr("papersearch.embedding.Embedder", FakeEmbedder)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def go(*arguments: str, index: Path | None = None, stdin: str | None = None) -> Result:
        monkeypatch.setenv("PAPERSEARCH_INDEX", str(index or shelf))
        terminal.configure()
        return CliRunner().invoke(app, list(arguments), input=stdin, prog_name="papersearch")

    return go


@pytest.fixture
def program(shelf: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program itself, as a shell would."""

    def go(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "papersearch.cli.main", *arguments],
            capture_output=True, timeout=60, check=False,
            env={**os.environ, "COLUMNS": "80", "PAPERSEARCH_INDEX": str(shelf), **environment},
        )  # fmt: skip

    return go
