"""How far an ingest is: a live line on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING, Any

from papersearch.cli import terminal
from papersearch.cli.terminal import one_line

if TYPE_CHECKING:
    from papersearch.archive.ingest import Progress

_SECONDS_BETWEEN_LINES = 10.0


class IngestProgress:
    """Shows files, pages, rate and time left on stderr."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._task: Any = None
        self._started = time.monotonic()
        self._told = self._started
        self._first: tuple[float, int] | None = None
        """When the first files were done, and how many: what went before was making ready."""

    def __enter__(self) -> IngestProgress:
        console = terminal.err()
        if console.is_terminal and not console.is_dumb_terminal and not terminal.plain():
            from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

            self._bar = Progress(
                BarColumn(bar_width=24),
                TextColumn("{task.completed:.0f}/{task.total:.0f} files", markup=False),
                TextColumn("{task.fields[pages]}", markup=False),
                TimeRemainingColumn(),
                console=terminal.err(),
                transient=True,
            )
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, progress: Progress) -> None:
        """Show *progress*."""
        seconds = max(time.monotonic() - self._started, 0.001)
        failed = f", {len(progress.failed)} failed" if progress.failed else ""
        pages = f"{progress.pages:,} pages, {progress.pages / seconds:.0f} a second{failed}"
        if self._bar is not None:
            if self._task is None:
                self._task = self._bar.add_task("", total=progress.files_total, pages=pages)
            self._bar.update(
                self._task, completed=progress.files_done, total=progress.files_total, pages=pages
            )
            return
        now = time.monotonic()
        if self._first is None:
            self._first = (now, progress.files_done)
        if now - self._told < _SECONDS_BETWEEN_LINES and progress.files_done < progress.files_total:
            return
        self._told = now
        files = f"{progress.files_done}/{progress.files_total} files"
        left = self._left(progress, now)
        terminal.say(f"{files}, {pages}{left} ({one_line(progress.current)})")

    def _left(self, progress: Progress, now: float) -> str:
        """Return how long the rest takes at the pace since the first files, if there is one yet."""
        assert self._first is not None  # noqa: S101 - set above
        began, files = self._first
        if progress.files_done == files:
            return ""
        pace = (now - began) / (progress.files_done - files)
        return f", about {(progress.files_total - progress.files_done) * pace:.0f} s left"
