"""What a run without a terminal is told while files are read."""

import pytest

from papersearch.archive.ingest import Progress
from papersearch.cli import progress


def test_time_left_is_told_from_the_pace_of_files_not_from_making_ready(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 30.0, 30.0, 41.0, 41.0, 45.0, 45.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    shown = progress.IngestProgress()
    shown(Progress(files_total=100, files_done=1, pages=2, current="a.pdf"))
    shown(Progress(files_total=100, files_done=12, pages=82, current="b.pdf"))
    shown(Progress(files_total=100, files_done=13, pages=90, current="c.pdf"))  # too soon
    assert capsys.readouterr().err.splitlines() == [
        "1/100 files, 2 pages, 0 a second (a.pdf)",
        "12/100 files, 82 pages, 2 a second, about 88 s left (b.pdf)",
    ]
