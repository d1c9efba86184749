"""A fault at each step: the archive opens, is sound, answers as before or after, and carries on.

Every step of the archive's own is killed here; of the calls below it, SQLite's and
FAISS's too, a sample is torn, failed and starved (every one: scripts/nightly).
"""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.archive import faults

pytestmark = pytest.mark.skipif(not hasattr(faults.os, "fork"), reason="needs fork")


def assert_held(found: list[dict[str, Any]], least_points: int) -> None:
    assert [line["undertaking"] for line in found]
    for line in found:
        assert line["trouble"] == []
        assert line["points"] >= least_points
        # Each fault is met: it kills the process or is told, or lay behind what needs no telling.
        assert line["killed"] + line["told"] + line["went on"] == line["tried"]
        assert line["killed"] + line["told"] >= line["tried"] * 0.8


def test_killed_at_every_step() -> None:
    found = faults.in_own_process(["--how", "kill"])
    assert_held(found, 25)
    assert all(line["killed"] == line["points"] == line["tried"] for line in found)


def test_a_step_that_tears_or_fails() -> None:
    assert_held(faults.in_own_process(["--how", "tear", "fail", "full", "--every", "7"]), 25)


def test_a_call_below_sqlite_that_kills_tears_or_fails(tmp_path: Path) -> None:
    if shutil.which("cc") is None:
        pytest.skip("no C compiler to make the layer below SQLite with")
    below = faults.build(tmp_path)
    assert_held(faults.in_own_process(["--layer", "calls", "--every", "41"], below), 150)


def test_power_that_fails_loses_no_commit(tmp_path: Path) -> None:
    if shutil.which("cc") is None:
        pytest.skip("no C compiler to record the calls below SQLite with")
    below = faults.build(tmp_path)
    found = faults.in_own_process(["--every", "17", "--cuts", "5"], below, "tests.archive.power")
    for line in found:
        assert line["trouble"] == []
        assert line["commits"] >= 3
        assert line["at stake"] >= 5
    careless = ["--undertaking", "growth", "--every", "40", "--cuts", "2", "--careless"]
    (line,) = faults.in_own_process(careless, below, "tests.archive.power")
    assert line["trouble"]  # it sees where nothing was brought to the disk


def test_kills_at_random_moments() -> None:
    arguments = ["--moments", "10", "--seed", "1"]
    (found,) = faults.in_own_process(arguments, module="tests.archive.kills")
    assert found["trouble"] == [], found
    assert found["killed"] > 0
