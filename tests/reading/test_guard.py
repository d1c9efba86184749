"""Whatever a file does to its reader, the parent and the other files are unharmed."""

import time

import pytest

from papersearch.errors import ReadError
from papersearch.reading.guard import MIB, Guard, Limits
from tests.reading.guarded import misbehave

CODES = {
    "burst": "out_of_memory",
    "crash": "damaged",
    "exit": "damaged",
    "deep": "damaged",
    "refuse": "encrypted",
    "bug": "damaged",
}


def test_bad_files_cost_only_themselves_and_order_is_kept(
    capfd: pytest.CaptureFixture[str],
) -> None:
    names = ["good", *CODES, "noise", "fine"]
    with Guard(misbehave, Limits(memory=512 * MIB), workers=2) as guard:
        results = list(guard.map(names))
    assert [path for path, _ in results] == names
    for path, result in results:
        if path in CODES:
            assert isinstance(result, ReadError), path
            assert result.code == CODES[path], (path, result)
            assert path in result.message
            assert result.remedy
        else:
            assert result == path.upper()
    captured = capfd.readouterr()
    assert captured.out == captured.err == ""


def test_a_file_that_hangs_is_stopped_and_costs_only_itself() -> None:
    with Guard(misbehave, Limits(seconds=1), workers=1) as guard:
        result = guard.run("hang")
        assert isinstance(result, ReadError)
        assert result.code == "timed_out"
        assert "hang" in result.message
        guard.limits = Limits()  # how fast the next one is read decides nothing
        assert guard.run("fine") == "FINE"


def test_one_path_alone() -> None:
    with Guard(misbehave, workers=1) as guard:
        assert guard.run("a") == "A"


def test_a_child_that_dies_between_two_files_costs_none() -> None:
    with Guard(misbehave, workers=1) as guard:
        for name in ("late", "a", "late too", "b"):
            assert guard.run(name) == name.upper()
            time.sleep(1.0)
