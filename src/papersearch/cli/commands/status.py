"""``papersearch status``: what the archive holds, and what it could not read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app

if TYPE_CHECKING:
    from papersearch.api import OpenArchive

MOST_SHOWN = 20


@app.command()
def status(
    index: options.Index = options.DEFAULT_INDEX,
    every: Annotated[
        bool, typer.Option("--all", help="List every file, not only the first of each kind.")
    ] = False,
    log: Annotated[
        bool, typer.Option("--log", help="Also show what was done to the archive, and when.")
    ] = False,
    json: options.Json = False,
) -> None:
    """Say what the archive holds, and what could not be read.

    Every file that was met is counted once: read, failed, passed over, or gone
    from its folder since. Every page is counted once: with text, read from its
    picture, scanned without text, empty, or failed.

    Examples:
      papersearch status
      papersearch status --all --log
      papersearch status --json
    """
    import papersearch
    from papersearch.archive.catalogue import log_lines

    with papersearch.OpenArchive(index, create=False) as archive, archive.catalogue.reading():
        held = archive.status()
        lines = log_lines(archive.catalogue) if log else []
        files = archive.catalogue.files()
        gaps = archive.catalogue.agenda_gaps()
        span = _span(archive)
        bodies = _bodies(archive)
    lists = {
        state: [file for file in files if file.state == state]
        for state in ("failed", "ignored", "gone")
    }
    answer: dict[str, Any] = {
        "schema": "papersearch.status/1",
        "index": str(index),
        "holds": held,
        "first_meeting": span[0],
        "last_meeting": span[1],
        "organisations": bodies,
        "failed": lists["failed"],
        "ignored": lists["ignored"],
        "gone": lists["gone"],
        "agenda_gaps": [
            {"file": file, "number": number, "title": title, "mode": mode}
            for file, number, title, mode in gaps
        ],
    }
    if log:
        answer["log"] = [{"at": at, "what": what} for at, what in lines]
    if json:
        terminal.write_json(answer)
    else:
        _show(answer, every)
        _list("Log", [f"{at} {what}" for at, what in lines], True)
    if not held.files:
        raise typer.Exit(1)


def _span(archive: OpenArchive) -> tuple[str | None, str | None]:
    row = archive.catalogue.connection.execute("SELECT min(day), max(day) FROM papers").fetchone()
    return row[0], row[1]


def _bodies(archive: OpenArchive) -> dict[str, int]:
    """Return how many papers each organisation has, most first; "" for those that name none.

    A body in two spellings, or under two legal forms, is one, as at the desks: the commoner name.
    """
    from papersearch.desks.common import body_key

    rows = archive.catalogue.connection.execute(
        "SELECT coalesce(organisation, ''), count(*) FROM papers GROUP BY 1 ORDER BY 2 DESC, 1"
    ).fetchall()
    spellings: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for name, number in rows:
        counts[spellings.setdefault(body_key(name), name)] += number
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _show(answer: dict[str, Any], every: bool) -> None:
    from papersearch.cli.layout import count, facts

    held = answer["holds"]
    show, text = terminal.show, terminal.text
    parts = (
        (held.current, "read"), (held.failed, "failed"), (held.ignored, "passed over"),
        (held.gone, "gone from their folder"),
    )  # fmt: skip
    pages = (
        (held.pages_text, "with text"), (held.pages_ocr, "read from a picture"),
        (held.pages_scanned, "scanned, without text"), (held.pages_empty, "empty"),
        (held.pages_failed, "failed"),
    )  # fmt: skip
    meetings = " to ".join(d for d in (answer["first_meeting"], answer["last_meeting"]) if d)
    bodies = [
        f"{name or '(not named)'}, {count(number, 'paper')}"
        for name, number in answer["organisations"].items()
    ]
    shown = bodies if every else bodies[:6]
    if len(bodies) > len(shown):
        shown.append(f"and {len(bodies) - len(shown)} more (--all)")
    show(
        facts(
            (
                ("Archive", answer["index"]),
                ("Papers", f"{held.papers:,}, in {count(held.passages, 'passage')}"),
                ("Meetings", meetings),
                *(("" if i else "Bodies", body) for i, body in enumerate(shown)),
                ("Files", _sum(held.files, parts)),
                ("Pages", _sum(held.pages, pages)),
                ("Pages by way", ", ".join(f"{n:,} by {way}" for way, n in held.ways.items())),
                ("Model", held.model),
                ("Digest", held.digest),
            )
        )
    )
    gone = "Gone from their folder (their papers stay until: papersearch forget --gone)"
    for state, title in (("failed", "Not read"), ("gone", gone), ("ignored", "Passed over")):
        _list(title, [_line(file) for file in answer[state]], every)
    gaps = [
        f"{g['file']}: {' '.join(p for p in (g['number'], g['title']) if p)}"
        + (f" ({g['mode']})" if g["mode"] else "")
        for g in answer["agenda_gaps"]
    ]
    _list("Agenda items without a paper in their pack", gaps, every)
    if held.pages_scanned:
        show(text("\nPages without text can be read with: papersearch ingest --ocr", "dim"))


def _sum(total: int, parts: tuple[tuple[int, str], ...]) -> str:
    return f"{total:,} = " + " + ".join(f"{n:,} {words}" for n, words in parts)


def _line(file: Any) -> str:
    why = " ".join(part for part in (file.message, file.remedy) if part)
    return f"{file.path}: {why}" if why else str(file.path)


def _list(title: str, lines: list[str], every: bool) -> None:
    if not lines:
        return
    terminal.show(terminal.text(f"\n{title}", "bold"))
    shown = lines if every else lines[:MOST_SHOWN]
    for line in shown:
        terminal.show(terminal.text(f"- {terminal.one_line(line)}"))
    if len(lines) > len(shown):
        terminal.show(terminal.text(f"... and {len(lines) - len(shown):,} more (--all)"))
