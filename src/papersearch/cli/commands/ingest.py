"""``papersearch ingest``: files become an archive that can be searched."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.cli.reading_options import read_settings
from papersearch.cli.terminal import one_line
from papersearch.errors import ExitStatus, UsageError

MOST_FAILURES_SHOWN = 20


@app.command()
def ingest(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files and folders (default: corpus).", metavar="[PATH]..."),
    ] = None,
    index: options.Index = options.DEFAULT_INDEX,
    json: options.Json = False,
    password: options.Password = None,
    ocr: options.Ocr = None,
    include_hidden: options.IncludeHidden = False,
    max_pages: options.MaxPages = 5000,
    max_mb: options.MaxMegabytes = 512,
    timeout: options.Timeout = 300.0,
    max_memory: options.MaxMemory = 3072,
    workers: options.Workers = None,
    also_forgotten: Annotated[
        bool, typer.Option("--also-forgotten", help="Also take in papers that were forgotten.")
    ] = False,
) -> None:
    """Read papers and bring the archive up to date with them.

    Only new and changed files are read. Stop it at any time with ctrl-C: what
    was finished is kept, and the same command carries on.

    Examples:
      papersearch ingest packs/
      papersearch ingest packs/2023 packs/2024 --index /secure/archive
      papersearch ingest minutes.pdf --password "..."
    """
    import papersearch
    from papersearch.cli.progress import IngestProgress

    chosen = paths or [Path("corpus")]
    for path in chosen:
        if not path.exists():
            raise UsageError(
                f"{one_line(str(path))} does not exist.", "Name files or folders that do."
            )
    settings, limits = read_settings(
        password, ocr, include_hidden, max_pages, max_mb, timeout, max_memory
    )
    archive = papersearch.open(index)
    started = time.monotonic()
    from papersearch import embedding

    if not embedding.is_prepared():
        terminal.say("Preparing the embedding model (once on a machine, about half a minute) ...")
    with IngestProgress() as progress:
        report = archive.ingest(
            *chosen, options=settings, limits=limits, workers=workers, report_progress=progress,
            also_forgotten=also_forgotten,
        )  # fmt: skip
    seconds = time.monotonic() - started
    status = archive.status()
    if json:
        terminal.write_json(
            {
                "schema": "papersearch.ingest/1",
                "read": report.read,
                "unchanged": report.unchanged,
                "renamed": report.renamed,
                "copies": report.copies,
                "gone": report.gone,
                "ignored": report.ignored,
                "failed": [
                    {"file": path, "code": code, "message": message, "remedy": remedy}
                    for path, code, message, remedy in report.failures
                ],
                "pages": report.pages,
                "ways": report.ways,
                "seconds": round(seconds, 2),
                "archive": status,
            }
        )
    else:
        _tell(report, seconds, str(index))
    archive.close()
    if report.failed:
        raise typer.Exit(
            int(ExitStatus.NOTHING_FOUND if report.read or report.unchanged else ExitStatus.ERROR)
        )


def _tell(report: object, seconds: float, index: str) -> None:
    from papersearch.archive.ingest import IngestReport

    assert isinstance(report, IngestReport)  # noqa: S101 - a loose type keeps imports lazy
    show, text = terminal.show, terminal.text
    pages = sum(report.pages.values())
    met = report.unchanged + report.renamed + report.copies
    if not report.read and not report.failed and not met:
        show(text("No file in there is one that papersearch reads (PDF, Word, HTML, text)."))
    elif not report.read and not report.failed:
        show(text(f"Nothing to do: {report.unchanged:,} files are unchanged ({seconds:.1f} s)."))
    else:
        parts = ", ".join(f"{count:,} {status}" for status, count in sorted(report.pages.items()))
        rate = f", {pages / seconds:.0f} pages a second" if seconds > 0 and pages else ""
        show(
            text(
                f"{report.read:,} files read, {report.papers:,} papers, "
                f"{report.passages:,} passages."
            ),
            text(f"{pages:,} pages: {parts or 'none'} ({seconds:.1f} s{rate})."),
        )
        ways = ", ".join(f"{count:,} by {way}" for way, count in sorted(report.ways.items()))
        if ways:
            show(text(f"Read {ways}."))
    for count, words in (
        (report.unchanged if report.read else 0, "unchanged"),
        (report.renamed, "renamed or moved"),
        (report.copies, "copies of files already held"),
        (report.ignored, "passed over (no papers; see: papersearch status)"),
        (report.gone, "gone from the folder; their papers stay until `papersearch forget`"),
    ):
        if count:
            show(text(f"{count:,} files {words}."))
    for path, code, message, remedy in report.failures[:MOST_FAILURES_SHOWN]:
        show(
            text(
                f"Not read: {one_line(path)} [{code}] {one_line(message)} {one_line(remedy)}", "red"
            )
        )
    more = len(report.failures) - MOST_FAILURES_SHOWN
    if more > 0:
        show(text(f"... and {more} more: papersearch status --index {index}"))
